"""What work has made, where that is a lot, is not looked at again and again."""

import json
import subprocess
import sys

WORK = """
import gc, json, sys
from resource_mapper import garbage

usual, before = gc.get_threshold(), gc.get_freeze_count()
getattr(garbage, sys.argv[2])()
kept = [[number] for number in range(int(sys.argv[1]))]
garbage.end_work()
frozen = gc.get_freeze_count() - before
del kept
print(json.dumps([frozen, gc.get_freeze_count() - before, gc.get_threshold() == usual]))
"""


def frozen_after(objects: int, begin: str = "begin_work") -> tuple[int, int]:
    """Return how many objects are left alone after work that makes some, and once these are let go of.

    Its own process: what was left alone and is looked at again, after other tests, may be Qt's and gone.
    """
    command = [sys.executable, "-c", WORK, str(objects), begin]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    frozen, left, as_before = json.loads(done.stdout)
    assert as_before
    return frozen, left


def test_little_work_changes_nothing() -> None:
    assert frozen_after(1_000) == (0, 0)


def test_what_much_work_has_made_is_left_alone_and_freed_all_the_same() -> None:
    frozen, left = frozen_after(200_000)
    assert frozen >= 200_000
    assert left < 100_000


def test_what_a_start_has_made_is_left_alone_too() -> None:
    assert frozen_after(1_000, "begin_start") == (0, 0)
    assert frozen_after(200_000, "begin_start")[0] >= 200_000


def test_work_within_work_does_not_end_the_rest() -> None:
    script = """
import gc
from resource_mapper import garbage

usual = gc.get_threshold()
garbage.begin_work()
at_work = gc.get_threshold()
garbage.begin_work()
garbage.end_work()
assert gc.get_threshold() == at_work != usual
garbage.end_work()
assert gc.get_threshold() == usual
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
