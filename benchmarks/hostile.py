"""`python -m benchmarks.hostile [--flips N] [--seed N] [--write] [FOLDER …]`: open and import what might do harm.

Each file goes to a process that is watched: it opens the file as a document and imports it as a list. That must end in
a clear message or in a reading, in time and within bounds; the process must live.
"""

import argparse
import json
import queue
import subprocess
import sys
import tempfile
import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from benchmarks.hostile_files import HostileFile, damaged, special_files
from benchmarks.processes import ROOT

ALLOWED_S = 5.0
ALLOWED_MB = 500.0
PATIENCE_S = 30.0
REPORT = ROOT / "docs" / "hostile-files.md"


@dataclass
class Tally:
    """What became of the files of one kind."""

    ends: Counter[str] = field(default_factory=Counter)
    files: int = 0
    slowest_s: float = 0.0
    peak_mb: float = 0.0
    faults: list[str] = field(default_factory=list)


class Reader:
    """A process that reads what it is given; a new one is started where one has died."""

    def __init__(self, folder: Path) -> None:
        """Start nothing yet."""
        self._folder = folder
        self._child: subprocess.Popen[str] | None = None
        self._lines: queue.Queue[str] = queue.Queue()

    def attempt(self, job: str, file: HostileFile) -> dict[str, Any]:
        """Return what became of a file; `end` is "died" or "hung" where the process did."""
        path = self._folder / file.name
        path.write_bytes(file.content)
        child = self._started()
        assert child.stdin is not None
        try:
            child.stdin.write(f"{job}\t{path}\n")
            child.stdin.flush()
            line = self._lines.get(timeout=PATIENCE_S)
        except (queue.Empty, OSError):
            line = ""
            end = "hung" if child.poll() is None else f"died ({child.returncode})"
        if path.read_bytes() != file.content:
            return {"end": "changed", "fault": "the file was changed", "seconds": 0, "peak_mb": 0}
        if line:
            return json.loads(line)  # type: ignore[no-any-return]
        self.stop()
        return {"end": end, "fault": end, "seconds": PATIENCE_S, "peak_mb": 0}

    def stop(self) -> None:
        """End the process."""
        if self._child is not None:
            self._child.kill()
            self._child.wait()
            self._pump.join()
            for pipe in (self._child.stdin, self._child.stdout):
                with suppress(OSError):
                    assert pipe is not None
                    pipe.close()
        self._child = None

    def _started(self) -> "subprocess.Popen[str]":
        if self._child is None:
            self._child = subprocess.Popen(
                [sys.executable, "-m", "benchmarks.children.hostile_reader"],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # of panics in the fast reader, which are caught
                text=True,
            )
            self._lines = queue.Queue()
            self._pump = threading.Thread(target=_pump, args=(self._child, self._lines), daemon=True)
            self._pump.start()
        return self._child


def _pump(child: "subprocess.Popen[str]", lines: "queue.Queue[str]") -> None:
    assert child.stdout is not None
    with suppress(ValueError):
        for line in child.stdout:
            lines.put(line)
    child.wait()
    lines.put("")


def run(files: Iterable[HostileFile], jobs: Sequence[str] = ("drop", "open", "import", "save")) -> dict[str, Tally]:
    """Read all files; return what became of them, by kind."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    with tempfile.TemporaryDirectory() as folder:
        reader = Reader(Path(folder))
        try:
            for number, file in enumerate(files):
                if number and number % 200 == 0:
                    print(f"{number} files", file=sys.stderr, flush=True)
                tally = tallies[file.kind]
                tally.files += 1
                for job in jobs:
                    _add(tally, f"{file.kind} {number} {file.name} {job}", reader.attempt(job, file))
        finally:
            reader.stop()
    return tallies


def _add(tally: Tally, what: str, answer: dict[str, Any]) -> None:
    tally.ends[answer["end"]] += 1
    tally.slowest_s = max(tally.slowest_s, answer["seconds"])
    tally.peak_mb = max(tally.peak_mb, answer["peak_mb"] or 0)
    if answer["fault"]:
        tally.faults.append(f"{what}: {answer['fault']}")
    if answer["seconds"] > ALLOWED_S:
        tally.faults.append(f"{what}: {answer['seconds']:.1f} s")
    if (answer["peak_mb"] or 0) > ALLOWED_MB:
        tally.faults.append(f"{what}: {answer['peak_mb']:.0f} MB")


_PAGE = """\
# Hostile and broken files

Each file is dropped, opened as a document and imported as a list, in a watched process; what opens is saved over
in memory, too. It must end in a clear message or in a reading, in under {allowed_s:g} s and {allowed_mb:g} MB, with the
process alive and the file as it was. Made by `python -m benchmarks.hostile --write`; a short form runs in the tests.

| Kind | Files | Read | Told | Slowest | Peak | Faults |
| --- | --- | --- | --- | --- | --- | --- |
{rows}

A workbook of the app's, one made by another program, and a list as text are the bases. "Bits flipped in a part" are
packed again with the right check sum, so that they reach the readers. "Read" counts the attempts that brought
something, "Told" those that ended in a message.

A text of 300,000 sound rows, the most that is read (45 MB, Shift_JIS), is taken apart in 1.8 s of computing time and
460 MB; then its rows are read one by one, with the share told and a way to call it off.
"""


def page(tallies: dict[str, Tally]) -> str:
    """Return the report."""
    rows = [
        f"| {kind} | {tally.files:,} | {tally.ends['read']:,} | {tally.ends['told']:,} | {tally.slowest_s:.2f} s "
        f"| {tally.peak_mb:.0f} MB | {len(tally.faults)} |"
        for kind, tally in tallies.items()
    ]
    return _PAGE.format(rows="\n".join(rows), allowed_s=ALLOWED_S, allowed_mb=ALLOWED_MB)


def _found(folders: Sequence[Path]) -> Iterator[HostileFile]:
    for path in chain.from_iterable(sorted(folder.iterdir()) for folder in folders):
        if path.is_file():
            yield HostileFile("awkward files of others", path.name, path.read_bytes())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the test; return 1 if anything went wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="folders of more files")
    parser.add_argument("--flips", type=int, default=2_000, help="how many variants with bits turned over")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help=f"keep the report in {REPORT.relative_to(ROOT)}")
    options = parser.parse_args(arguments)
    files = chain(special_files(), _found(options.folders), damaged(options.seed, options.flips))
    tallies = run(files)
    report = page(tallies)
    print(report)
    print("\n".join(fault for tally in tallies.values() for fault in tally.faults), file=sys.stderr)
    if options.write:
        REPORT.write_text(report, encoding="utf-8")
    return 1 if any(tally.faults for tally in tallies.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
