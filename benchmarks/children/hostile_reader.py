"""Opens, drops and imports the files whose paths come in line by line; tells what became of each."""

import json
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from benchmarks.children.peak import peak_mb
from resource_mapper.domain.errors import UserFacingError
from resource_mapper.storage.document_file import build_workbook, open_document
from resource_mapper.storage.importing.list_import import import_list
from resource_mapper.storage.workbook.recognise import is_worksheet

BAD_WORDS = ("Traceback", "Error", "Exception", "None", "panic")


def _save_over(path: Path) -> None:
    """Open, then build what a save would put in its place."""
    build_workbook(open_document(path).worksheet, path.read_bytes(), path.name)


JOBS: dict[str, Callable[[Path], object]] = {
    "drop": is_worksheet,
    "open": open_document,
    "import": import_list,
    "save": _save_over,
}


def attempt(job: str, path: Path) -> dict[str, object]:
    """Do a job; say how it ended, in how long and with what peak of memory."""
    peaks = Path("/proc/self/clear_refs")
    if peaks.exists():
        peaks.write_text("5")  # begins the peak anew
    start = time.perf_counter()
    fault = ""
    try:
        JOBS[job](path)
        end = "read"
    except UserFacingError as error:
        end, text = "told", str(error)
        if "。" not in text or any(word in text for word in BAD_WORDS):
            fault = f"unclear: {text}"
    except BaseException:
        end, fault = "failed", traceback.format_exc()
    return {"end": end, "fault": fault, "seconds": time.perf_counter() - start, "peak_mb": peak_mb()}


def main() -> None:
    """Answer until there are no more lines."""
    for line in sys.stdin:
        job, _, name = line.rstrip("\n").partition("\t")
        print(json.dumps(attempt(job, Path(name))), flush=True)


if __name__ == "__main__":
    main()
