"""What work has made, where that is a lot, is not looked at again and again."""

import gc
from collections.abc import Iterator

import pytest

from resource_mapper.ui import garbage


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    usual, frozen = gc.get_threshold(), gc.get_freeze_count()
    yield
    assert gc.get_threshold() == usual
    if gc.get_freeze_count() > frozen:
        gc.unfreeze()


def test_little_work_changes_nothing() -> None:
    before = gc.get_freeze_count()
    garbage.begin_work()
    kept: list[list[int]] = [[] for _ in range(1_000)]
    garbage.end_work()
    assert gc.get_freeze_count() == before
    del kept


def test_what_much_work_has_made_is_left_alone_and_freed_all_the_same() -> None:
    gc.freeze()  # what the tests before have left
    before = gc.get_freeze_count()
    garbage.begin_work()
    kept = [[number] for number in range(200_000)]
    garbage.end_work()
    assert gc.get_freeze_count() >= before + 200_000
    del kept
    assert gc.get_freeze_count() < before + 100_000
