"""Everything a drag does can be done without dragging: by clicks, and in words (WCAG 2.5.7)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from resource_mapper.domain.axis import Span
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.canvas.move_dialog import MoveDialog
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.answering import answering, button
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.mouse import RIGHT, Mm, click, double_click, hover, press, release, wheel

SALON = "sample-09"
CTRL = Qt.KeyboardModifier.ControlModifier


def take_up(window: MainWindow, *ids: str) -> None:
    window.view.setFocus()
    window.selection.set(ids)
    desk.trigger(window, "carryCards")
    assert window.view.is_busy


class TestByClicks:
    """「クリックで動かす」: taken up by the command, put down by a click."""

    def test_the_next_click_puts_it_there(self, window: MainWindow, sample: Worksheet) -> None:
        take_up(window, SALON)
        target: Mm = (desk.x_of(window, 0.8), desk.row_middle(window, "other"))
        hover(window.view, target)
        item = window.scene.item_of(SALON)
        assert item is not None
        assert (item.pill.center() - QPointF(*target)).manhattanLength() < 2, "it follows without a button"
        hint = window.status.currentMessage()
        assert hint.startswith("その他")
        assert "クリックしてください" in hint
        assert "Esc" in hint
        assert window.document.worksheet is sample
        click(window.view, target)
        moved = desk.resource(window, SALON)
        assert moved.category == "other"
        assert moved.span is not None
        assert moved.span.centre == pytest.approx(0.8, abs=0.003)
        assert desk.undo_texts(window) == ["「いきいきサロン」を動かす"]
        assert not window.view.is_busy
        assert window.status.currentMessage() == ""
        assert desk.selected(window) == (SALON,)

    def test_without_a_hover_as_on_a_touch_screen(self, window: MainWindow, sample: Worksheet) -> None:
        take_up(window, SALON)
        click(window.view, (desk.x_of(window, 0.5), desk.row_middle(window, "prevention")))
        assert desk.resource(window, SALON).category == "prevention"

    def test_several_go_together(self, window: MainWindow, sample: Worksheet) -> None:
        take_up(window, "sample-19", SALON)
        x, y = desk.middle(window, SALON)
        click(window.view, (x + 36, y))
        shifts = []
        for key in ("sample-19", SALON):
            before, after = sample.get(key), desk.resource(window, key)
            assert before is not None
            assert before.span is not None
            assert after.span is not None
            shifts.append(after.span.left - before.span.left)
        assert shifts == [pytest.approx(0.1, abs=0.004)] * 2
        assert desk.undo_texts(window) == ["2件を動かす"]

    @pytest.mark.parametrize("way", ["escape", "right", "focus"])
    def test_it_can_be_taken_back(self, window: MainWindow, sample: Worksheet, way: str) -> None:
        take_up(window, SALON)
        hover(window.view, (250, 240))
        if way == "escape":
            QTest.keyClick(window.view, Qt.Key.Key_Escape)
        elif way == "right":
            click(window.view, (250, 240), button=RIGHT)
        else:
            window.side.quick_add.setFocus()
        assert not window.view.is_busy
        assert window.document.worksheet is sample
        assert desk.items_are_in_place(window)
        assert window.status.currentMessage() == ""

    def test_the_sheet_can_be_scrolled_meanwhile_but_does_not_scroll_by_itself(
        self, window: MainWindow, sample: Worksheet
    ) -> None:
        window.view.set_zoom(1.5)
        take_up(window, SALON)
        bar = window.view.verticalScrollBar()
        edge = window.view.mapToScene(300, window.view.viewport().height() - 3)
        before = bar.value()
        hover(window.view, (edge.x(), edge.y()))
        QTest.qWait(40)
        assert bar.value() == before
        wheel(window.view, window.view.viewport().rect().center(), -120)
        assert bar.value() > before
        assert window.view.is_busy, "and a window that is closed now puts the card back first"

    def test_a_trembling_click_places_once(self, window: MainWindow, sample: Worksheet) -> None:
        take_up(window, SALON)
        at: Mm = (desk.x_of(window, 0.5), desk.row_middle(window, "other"))
        press(window.view, at)
        release(window.view, (at[0] + 2, at[1]))
        assert window.document.undo_stack.count() == 1

    def test_nothing_is_taken_up_where_nothing_is_placed(self, window: MainWindow) -> None:
        waiting = make_resource("待ち", None)
        desk.show(window, make_worksheet(waiting))
        window.selection.set([waiting.id])
        desk.trigger(window, "carryCards")
        assert not window.view.is_busy


Choice = tuple[str, str]


def fill(dialog: MoveDialog, *choices: Choice, results: list[str], verb: str = "動かす") -> None:
    for name, text in choices:
        box = dialog.findChild(QComboBox, name)
        assert box is not None
        index = box.findText(text)
        assert index >= 0, f"{text} is not among {[box.itemText(i) for i in range(box.count())]}"
        box.setCurrentIndex(index)
    result = dialog.findChild(QLabel, "move_result")
    assert result is not None
    results.append(result.text())
    button(dialog, verb).click()


def move(window: MainWindow, ids: tuple[str, ...], *choices: Choice, verb: str = "動かす") -> str:
    """Move cards by the dialog; return what it says of the range."""
    results: list[str] = []
    window.selection.set(ids)
    with answering(MoveDialog, lambda dialog: fill(dialog, *choices, results=results, verb=verb)):
        desk.trigger(window, "moveCards")
    return results[0]


class TestInWords:
    """「動かす…」: row and range in words."""

    def test_row_and_both_ends(self, window: MainWindow, sample: Worksheet) -> None:
        said = move(
            window, (SALON,), ("move_row", "その他"), ("move_from", "虚弱のはじめ"), ("move_to", "要介護のなかほど")
        )
        moved = desk.resource(window, SALON)
        assert (moved.category, moved.span) == ("other", Span(1 / 3, 8 / 9))
        assert said == "虚弱〜要介護"
        assert desk.undo_texts(window) == ["「いきいきサロン」を動かす"]

    def test_what_is_left_alone_stays_as_it_is(self, window: MainWindow, sample: Worksheet) -> None:
        before = desk.resource(window, SALON)
        move(window, (SALON,), ("move_to", "要介護のおわり"))
        after = desk.resource(window, SALON)
        assert before.span is not None
        assert after == replace(before, span=Span(before.span.left, 1.0))
        move(window, (SALON,))
        assert desk.resource(window, SALON) == after
        assert window.document.undo_stack.count() == 1

    def test_a_beginning_behind_the_end_moves_the_whole_range(self, window: MainWindow, sample: Worksheet) -> None:
        before = desk.resource(window, SALON).span
        move(window, (SALON,), ("move_from", "要介護のはじめ"))
        after = desk.resource(window, SALON).span
        assert before is not None
        assert after is not None
        assert after.left == pytest.approx(2 / 3, abs=1e-3)
        assert after.width == pytest.approx(min(before.width, 1 / 3), abs=2e-3)

    def test_ends_the_wrong_way_round_cannot_be_chosen(self, window: MainWindow, sample: Worksheet) -> None:
        ends = ("move_from", "要介護のはじめ"), ("move_to", "元気のおわり")
        said = move(window, (SALON,), *ends, verb="やめる")
        assert "選び直してください" in said
        dialog = MoveDialog(sample, (SALON,))
        for name, text in ends:
            box = dialog.findChild(QComboBox, name)
            assert box is not None
            box.setCurrentIndex(box.findText(text))
        assert not button(dialog, "動かす").isEnabled()
        assert window.document.worksheet is sample

    def test_several_in_different_rows_keep_theirs(self, window: MainWindow, sample: Worksheet) -> None:
        ids = (SALON, "sample-19")
        move(window, ids, ("move_from", "元気のはじめ"))
        assert [desk.resource(window, key).category for key in ids] == ["salon", "service"]
        assert all((span := desk.resource(window, key).span) and span.left == 0 for key in ids)
        assert desk.undo_texts(window) == ["2件を動かす"]
        move(window, ids, ("move_row", "その他"))
        assert {desk.resource(window, key).category for key in ids} == {"other"}

    def test_a_waiting_card_is_placed_by_it(self, window: MainWindow) -> None:
        waiting = make_resource("待ち", None, category="salon")
        desk.show(window, make_worksheet(waiting))
        move(window, (waiting.id,), ("move_from", "元気のなかほど"), ("move_to", "虚弱のおわり"))
        assert desk.resource(window, waiting.id).span == Span(1 / 9, 2 / 3)

    def test_it_opens_by_its_keys(self, window: MainWindow, sample: Worksheet) -> None:
        window.view.setFocus()
        window.selection.set([SALON])
        with answering(MoveDialog, lambda dialog: dialog.reject()) as seen:
            QTest.keyClick(window.view, Qt.Key.Key_M, CTRL | Qt.KeyboardModifier.ShiftModifier)
        assert len(seen) == 1
        desk.settle(window)
        QTest.keyClick(window.view, Qt.Key.Key_M, CTRL)
        assert window.view.is_busy
        QTest.keyClick(window.view, Qt.Key.Key_Escape)
        assert window.document.worksheet is sample


class TestHandlesByClicks:
    """A double click on a handle reaches to the next border of a band."""

    @pytest.mark.parametrize("mirrored", [False, True])
    def test_it_goes_outwards_border_by_border(self, window: MainWindow, mirrored: bool) -> None:
        card = make_resource("い", (0.4, 0.6), category="salon")
        desk.show(window, make_worksheet(card, mirrored=mirrored))
        for right_in_data, steps in ((True, (0.667, 1.0)), (False, (0.333, 0.0))):
            for wanted in steps:
                double_click(window.view, desk.end(window, card.id, right=right_in_data != mirrored))
                span = desk.resource(window, card.id).span
                assert span is not None
                assert (span.right if right_in_data else span.left) == pytest.approx(wanted, abs=1e-3)
        assert desk.resource(window, card.id).span == Span(0, 1)
        assert window.document.undo_stack.count() == 4
        double_click(window.view, desk.end(window, card.id, right=True))
        assert window.document.undo_stack.count() == 4
        assert not window.inspector.isVisible() or QApplication.activeModalWidget() is None
