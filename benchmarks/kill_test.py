"""`python -m benchmarks.kill_test [--kills N] [--cards N] [--write]`: end the program from outside, again and again.

After each SIGKILL the file on disk must be complete (the old or the new content), every save that was reported done
must be in it, and file and kept work together must hold every edit older than two seconds. The next run of the program
then has to bring that work back by itself.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.children.worker_at_risk import COUNTED
from benchmarks.processes import ROOT
from benchmarks.town import town
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.paths import DATA_DIR_VARIABLE
from resource_mapper.storage.document_file import open_document, save_document
from resource_mapper.storage.owner_file import owner_path
from resource_mapper.storage.recovery import find_leftovers

ALLOWED_S = 2.0
AIMS = ("any", "any", "save", "keep")
"""At what to aim: any moment, or within a save, or within the keeping of unsaved work."""
REPORT = ROOT / "docs" / "kill-test.md"
PATIENCE_S = 60.0


@dataclass
class Tally:
    """What came of the kills."""

    kills: Counter[str] = field(default_factory=Counter)
    """By what was under way."""
    edits: int = 0
    saves: int = 0
    brought_back: int = 0
    oldest_lost_s: float = 0.0
    faults: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        self.kills += other.kills
        self.edits += other.edits
        self.saves += other.saves
        self.brought_back += other.brought_back
        self.oldest_lost_s = max(self.oldest_lost_s, other.oldest_lost_s)
        self.faults += other.faults


class Victim:
    """One document, and the program that is ended while it is worked on."""

    def __init__(self, folder: Path, cards: int, seed: int, pause_s: float) -> None:
        """Make the document."""
        self._folder = folder
        self._book = folder / "資源.xlsx"
        self._journal = folder / "journal"
        self._data = folder / "data"
        self._chance = random.Random(seed)
        self._pause_s = pause_s
        resources = town(cards).resources
        self._base = Worksheet(resources=(replace(resources[0], id=COUNTED, name="0"), *resources[1:]))
        save_document(self._base, self._book)
        self.tally = Tally()

    def kill_once(self) -> None:
        """Start the program, end it at a moment chosen by chance, look at what is there."""
        self._journal.unlink(missing_ok=True)
        aim = self._chance.choice(AIMS)
        environment = {**os.environ, DATA_DIR_VARIABLE: str(self._data), "QT_QPA_PLATFORM": "offscreen"}
        command = (
            sys.executable,
            "-m",
            "benchmarks.children.worker_at_risk",
            self._folder,
            self._chance.random() * 1e9,
        )
        with subprocess.Popen(
            [str(int(word)) if isinstance(word, float) else str(word) for word in command],
            cwd=ROOT,
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            self._wait_for("begins", process)
            time.sleep(self._chance.uniform(0, self._pause_s))
            if aim != "any":
                self._wait_for(f"{aim}-begins", process, fresh=True)
                time.sleep(self._chance.uniform(0, 0.25 if aim == "save" else 0.008))
            ended_early = process.poll() is not None
            process.kill()
            killed_at = time.monotonic()
            errors = process.stderr.read() if process.stderr else ""
        if ended_early:
            self._fault(f"it ended by itself: {errors}")
        self._look(killed_at)

    def _wait_for(self, word: str, process: subprocess.Popen, *, fresh: bool = False) -> None:
        """Wait for a step in the journal; with `fresh`, for one more than there is now."""
        already = self._text().count(f"{word} ") if fresh else 0
        patience = time.monotonic() + PATIENCE_S
        while self._text().count(f"{word} ") <= already:
            if process.poll() is not None or time.monotonic() > patience:
                self._fault(f"it never came to {word!r}")
                return
            time.sleep(0.002)

    def _text(self) -> str:
        return self._journal.read_text() if self._journal.exists() else ""

    def _look(self, killed_at: float) -> None:
        """Compare file and kept work with the journal."""
        steps = [(word, int(number), float(at)) for word, number, at in map(str.split, self._text().splitlines())]
        self.tally.kills[_under_way([word for word, _, _ in steps])] += 1
        edits = [(number, at) for word, number, at in steps if word == "edited"]
        saves = [number for word, number, _ in steps if word == "saved"]
        began = next((number for word, number, _ in steps if word == "begins"), 0)
        self.tally.edits += len(edits)
        self.tally.saves += len(saves)
        on_disk = self._number(open_document(self._book).worksheet, "the file")
        if on_disk < max(saves, default=0):
            self._fault(f"the file holds {on_disk}, though {max(saves)} was saved")
        kept = -1
        found = find_leftovers(self._data / "recovery")
        if found.damaged or len(found.leftovers) > 1:
            self._fault(f"{len(found.leftovers)} leftovers, damaged: {found.damaged}")
        for left in found.leftovers:
            kept = max(kept, self._number(left.worksheet(), "the kept work"))
            left.release()
            self.tally.brought_back += 1
        have = kept if found.leftovers else on_disk
        lost = [killed_at - at for number, at in edits if number > have]
        self.tally.oldest_lost_s = max([self.tally.oldest_lost_s, *lost])
        if lost and max(lost) > ALLOWED_S:
            self._fault(f"an edit {max(lost):.2f} s old is lost (have {have}, began with {began})")
        if not edits and have < began:
            self._fault(f"it began with {began}, and now there is {have}")
        strange = [path.name for path in self._folder.iterdir() if path not in self._expected()]
        if [name for name in strange if not name.startswith(".保存中-")]:
            self._fault(f"left behind: {strange}")

    def _expected(self) -> tuple[Path, ...]:
        return (self._book, self._journal, self._data, owner_path(self._book), self._folder / "（バックアップ）")

    def _number(self, worksheet: Worksheet, what: str) -> int:
        """Return the number of the edit that a worksheet holds; all else must be as it was."""
        counted = worksheet.get(COUNTED)
        if counted is None or worksheet.with_resources(
            replace(each, name="0") if each.id == COUNTED else each for each in worksheet.resources
        ) != replace(self._base, lens=worksheet.lens):
            self._fault(f"{what} is not complete")
            return -1
        return int(counted.name)

    def _fault(self, words: str) -> None:
        self.tally.faults.append(f"after {self.tally.kills.total()} kills: {words}")


def _under_way(words: Sequence[str]) -> str:
    """Return what was going on at the end of a journal."""
    running = [word for word in ("save", "keep") if words.count(f"{word}-begins") > words.count(f"{word}-ends")]
    return " and ".join(running) or "edits"


def run(kills: Iterator[int], cards: int, seed: int = 1, pause_s: float = 1.5) -> Tally:
    """Kill the program as long as there are kills to do, after `pause_s` at most, always on the same document."""
    with tempfile.TemporaryDirectory() as folder:
        victim = Victim(Path(folder), cards, seed, pause_s)
        for number in kills:
            victim.kill_once()
            if number % 10 == 0:
                print(f"{number} kills", file=sys.stderr, flush=True)
            if victim.tally.faults:
                break
        return victim.tally


_PAGE = """\
# Kill test

The program is ended from outside (SIGKILL) again and again while it edits a document every {edit} ms, saves it now and
then, and keeps unsaved work. Half of the kills come at any moment, the others are aimed at a save or at the keeping of
unsaved work. After each kill the journal of the program, written step by step, is compared with what is on disk, and
the next run has to bring the work back. Made by `python -m benchmarks.kill_test --write`; a short form runs in the
tests.

| | |
| --- | --- |
{rows}

After each kill:

- the file is complete: it opens and holds the old or the new content, every other card as it was;
- every save that was reported done is in it;
- file and kept work together hold every edit older than {allowed:g} s;
- one piece of kept work at most, none of it damaged, and nothing else left beside the document but the hidden part of a
  save that was cut off, which the next save clears away.
"""


def page(tallies: dict[int, Tally]) -> str:
    """Return the report: tallies by number of cards."""
    total = Tally()
    for tally in tallies.values():
        total.add(tally)
    facts = {
        "Documents": " and ".join(f"{cards} cards ({tally.kills.total()} kills)" for cards, tally in tallies.items()),
        "Kills": total.kills.total(),
        "… during a save": total.kills["save"] + total.kills["save and keep"],
        "… while unsaved work was being written": total.kills["keep"] + total.kills["save and keep"],
        "… both at once": total.kills["save and keep"],
        "… between": total.kills["edits"],
        "Edits made": total.edits,
        "Saves done": total.saves,
        "Times that work was brought back": total.brought_back,
        "Files damaged": sum("complete" in fault for fault in total.faults),
        f"Edits older than {ALLOWED_S:g} s lost": sum("is lost" in fault for fault in total.faults),
        "Other faults": sum("complete" not in fault and "is lost" not in fault for fault in total.faults),
        "Oldest edit that a kill took": f"{total.oldest_lost_s:.2f} s old",
    }
    rows = "\n".join(f"| {name} | {value} |" for name, value in facts.items())
    return _PAGE.format(edit=15, rows=rows, allowed=ALLOWED_S)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the test; return 1 if anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kill_test", description=__doc__)
    parser.add_argument("--kills", type=int, default=300, help="how many in all")
    parser.add_argument(
        "--cards", type=int, nargs="+", default=[12, 40, 80, 320], help="sizes of documents, side by side"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help=f"keep the report in {REPORT.relative_to(ROOT)}")
    options = parser.parse_args(arguments)
    kills = iter(range(1, options.kills + 1))  # shared: small documents get more of them
    with ThreadPoolExecutor(len(options.cards)) as pool:
        done = pool.map(lambda cards: run(kills, cards, options.seed), options.cards)
        tallies = dict(zip(options.cards, done, strict=True))
    report = page(tallies)
    print(report)
    faults = [fault for tally in tallies.values() for fault in tally.faults]
    print("\n".join(faults), file=sys.stderr)
    if options.write:
        REPORT.write_text(report, encoding="utf-8")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
