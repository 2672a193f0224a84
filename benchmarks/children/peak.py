"""The most memory a process has had in use; as a program: that of reading or writing a workbook."""

import json
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path


def peak_mb() -> float | None:
    """Return this process's peak in megabytes; None on Windows.

    Not from `resource` where there is /proc: its figure begins with that of the process we were started from.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        return int(lines["VmHWM"].split()[0]) / 1024
    if sys.platform == "win32":
        return None
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)


def _read(source: str) -> object:
    from resource_mapper.storage.document_file import open_document

    return open_document(Path(source))


def _read_bare(source: str) -> object:
    from python_calamine import CalamineWorkbook

    from resource_mapper.storage.workbook.schema import LIST_SHEET

    with Path(source).open("rb") as file:
        return CalamineWorkbook.from_filelike(BytesIO(file.read())).get_sheet_by_name(LIST_SHEET).to_python()


def _write(rows: str) -> object:
    from benchmarks.town import town
    from resource_mapper.storage.workbook.writer import write_workbook

    return write_workbook(town(int(rows)))


def _write_bare(rows: str) -> object:
    from benchmarks.bare_workbook import list_rows, write_rows
    from benchmarks.town import town

    return write_rows(list_rows(town(int(rows))))


JOBS: dict[str, Callable[[str], object]] = {
    "read": _read,
    "read-bare": _read_bare,
    "write": _write,
    "write-bare": _write_bare,
}


def main(job: str, argument: str) -> None:
    """Do a job and print the peak."""
    result = JOBS[job](argument)
    print(json.dumps({"peak_mb": peak_mb()}))
    del result


if __name__ == "__main__":
    main(*sys.argv[1:])
