"""Files made to do harm end in a clear message or a reading, in little memory, and the program lives."""

from itertools import islice

import pytest

from benchmarks.hostile import page, run
from benchmarks.hostile_files import damaged, special_files


@pytest.mark.slow
def test_hostile_files_end_in_a_message_or_a_reading() -> None:
    """A short form of `python -m benchmarks.hostile`, whose report is docs/hostile-files.md."""
    seldom = islice(special_files(heavy=False), 0, None, 5)
    tallies = run([*seldom, *islice(damaged(7, 60), 0, None, 2)], ("open", "import"))
    faults = [fault for tally in tallies.values() for fault in tally.faults if not fault.endswith(" s")]  # no timing
    assert faults == []
    assert sum(tally.ends["read"] for tally in tallies.values()) > 30
    assert sum(tally.ends["told"] for tally in tallies.values()) > 30
    assert "| truncated |" in page(tallies)
