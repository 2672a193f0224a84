"""A short form of the kill test; the whole one has been run with hundreds of kills (docs/kill-test.md)."""

import pytest

from benchmarks.kill_test import page, run


@pytest.mark.slow
def test_nothing_is_lost_when_the_program_is_ended_at_any_moment() -> None:
    tally = run(iter(range(4)), cards=12, seed=3, pause_s=0.5)
    assert tally.faults == []
    assert tally.kills.total() == 4
    assert tally.edits > 0
    assert "| Kills | 4 " in page({12: tally})
