"""The program as it is handed out (`installer/package.py`): how large it is, how fast it starts."""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import Series, alternate
from benchmarks.processes import ROOT, Processes
from benchmarks.report import MB, Comparison, Report, Scale
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.storage.document_file import save_document
from resource_mapper.storage.owner_file import owner_path

PROGRAM = ROOT / "dist" / "ResourceMapper" / "ResourceMapper"
PATIENCE_S = 60


def run(scale: Scale) -> Report:
    """Measure the folder in `dist/`, if there is one, against the same program run from its source."""
    if not PROGRAM.exists():
        return Report((), ("packaged: there is no dist/ResourceMapper here; `python3 installer/package.py` makes it.",))
    with Processes(keep_bytecode=True) as processes:
        book = processes.folder / "見本.xlsx"
        save_document(sample_worksheet(), book)
        frozen, source = [str(PROGRAM)], [sys.executable, "-m", "resource_mapper"]
        rows = (
            _size(),
            Comparison(
                "packaged: command `check` of the sample",
                "run from source",
                *alternate(
                    lambda: processes.seconds([*frozen, "check", str(book)]),
                    lambda: processes.seconds([*source, "check", str(book)]),
                    scale.slow_rounds,
                ),
            ),
            Comparison(
                "packaged: process start → the window has the sample open",
                "run from source",
                *alternate(
                    lambda: _until_open(processes, frozen, book),
                    lambda: _until_open(processes, source, book),
                    scale.slow_rounds,
                ),
            ),
        )
    return Report(rows)


def _size() -> Comparison:
    """Compare the folder with Qt's libraries in it, which nothing can make smaller."""
    folder = PROGRAM.parent
    return Comparison(
        "packaged: size of the folder",
        "PySide6 with Qt in it",
        Series((_megabytes(folder),)),
        Series((_megabytes(folder / "app" / "PySide6"),)),
        MB,
    )


def _megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


def _until_open(processes: Processes, command: Sequence[str], book: Path) -> float:
    """Return the time until a window has taken a workbook, which its owner file shows; then end it."""
    owner = owner_path(book)
    start = time.perf_counter()
    with subprocess.Popen([*command, str(book)], cwd=ROOT, env=processes.environment) as child:
        while not owner.exists():
            if child.poll() is not None or time.perf_counter() - start > PATIENCE_S:
                child.kill()
                raise RuntimeError(f"{command[0]} did not open {book.name}")
            time.sleep(0.002)
        seconds = time.perf_counter() - start
        child.kill()
    owner.unlink(missing_ok=True)
    return seconds
