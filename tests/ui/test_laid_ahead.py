"""States to look back on are laid out before they are asked for: the same as without, never a wrong one."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from resource_mapper.domain import edits, versioning
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import SheetOptions
from resource_mapper.layout.sheet import layout_sheet
from resource_mapper.ui.versions.laid_ahead import REACH, REST_MS, LaidAhead, PastState
from tests.helpers.fonts import real_measurer

GONE = ("sample-06", "sample-09", "sample-12")


def history(meetings: int = 3) -> Worksheet:
    """Return a sheet that has lost a card after each meeting."""
    sheet = sample_worksheet(date(2026, 11, 23))
    for number in range(1, meetings + 1):
        sheet = versioning.keep(sheet, f"第{number}回", date(2026, 1, 1))
        sheet = edits.remove(sheet, set(GONE[number - 1 : number]))
    return sheet


@pytest.fixture
def ahead(qapp: object) -> Iterator[LaidAhead]:
    parent = QObject()
    made = LaidAhead(real_measurer(), parent)
    yield made
    made.shut_down()
    parent.deleteLater()


def shown(ahead: LaidAhead, at: int, options: SheetOptions | None = None) -> PastState:
    """Return a state as the window shows it."""
    state = ahead.state(at)
    return state._replace(layout=layout_sheet(state.sheet, real_measurer(), options or SheetOptions()))


def are_ready(ahead: LaidAhead, places: range) -> bool:
    return all(ahead.state(at).layout is not None for at in places)


def test_all_around_the_place_that_is_shown_gets_ready_and_is_what_it_would_be(qtbot: QtBot, ahead: LaidAhead) -> None:
    sheet = history()
    ahead.begin(sheet)
    before = [ahead.state(at) for at in range(4)]
    assert not are_ready(ahead, range(4))
    ahead.prepare(3, shown(ahead, 3))
    qtbot.waitUntil(lambda: are_ready(ahead, range(4)))
    for at, plain in enumerate(before):
        state = ahead.state(at)
        assert (state.sheet, state.words) == (plain.sheet, plain.words)
        assert state.layout == layout_sheet(plain.sheet, real_measurer())
        assert state.layout is not None
        assert state.layout.worksheet is state.sheet
    assert [state.words for state in before][::3] == ["いちばん古い版です", ""]
    assert before[1].words == "「第1回」から：なくなった 1"


def test_for_another_form_all_is_laid_out_anew(qtbot: QtBot, ahead: LaidAhead) -> None:
    ahead.begin(history())
    ahead.prepare(3, shown(ahead, 3))
    qtbot.waitUntil(lambda: are_ready(ahead, range(4)))
    aims = SheetOptions(show_aims=True)
    ahead.prepare(2, shown(ahead, 2, aims))
    assert ahead.state(0).layout is None
    qtbot.waitUntil(lambda: are_ready(ahead, range(4)))
    assert {ahead.state(at).layout.options for at in range(4)} == {aims}  # type: ignore[union-attr]


def test_an_answer_that_comes_too_late_is_none(qtbot: QtBot, ahead: LaidAhead) -> None:
    ahead.begin(history())
    ahead.prepare(3, shown(ahead, 3))
    qtbot.waitUntil(lambda: ahead.state(2).layout is not None)
    other = edits.remove(history(2), set(GONE))
    ahead.begin(other)
    ahead.prepare(2, shown(ahead, 2))
    qtbot.waitUntil(lambda: are_ready(ahead, range(3)))
    layouts = [ahead.state(at).layout for at in range(3)]
    names = ("第1回", "第2回", versioning.NOW)
    assert [layout and layout.worksheet for layout in layouts] == [
        versioning.as_it_stood(other, each) for each in names
    ]


def test_what_is_forgotten_comes_back_no_more(qtbot: QtBot, ahead: LaidAhead) -> None:
    ahead.begin(history())
    ahead.prepare(3, shown(ahead, 3))
    qtbot.waitUntil(lambda: ahead.state(2).layout is not None)
    ahead.forget()
    ahead.shut_down()
    qtbot.wait(REST_MS + 50)
    assert ahead.state(0) == PastState(Worksheet(), "いちばん古い版です")


def test_what_lies_far_away_is_let_go_of(qtbot: QtBot, ahead: LaidAhead) -> None:
    many = history(REACH + 3)
    ahead.begin(many)
    last = REACH + 3
    ahead.prepare(last, shown(ahead, last))
    qtbot.waitUntil(lambda: are_ready(ahead, range(3, last + 1)))
    assert ahead.state(2).layout is None, "too far to be laid out"
    ahead.prepare(0, shown(ahead, 0))
    assert ahead.state(last).layout is None, "too far to be kept"
    assert ahead.state(REACH).layout is not None
