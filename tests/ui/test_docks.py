"""What is missing, how many there are, what was done: panels that show it, and act on it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget

from resource_mapper.domain.coverage import gap_sentence
from resource_mapper.domain.crosstab import crosstab
from resource_mapper.domain.lens import LENS
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.window.main_window import MainWindow
from resource_mapper.ui.words import messages
from tests.helpers import desk
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.mouse import LEFT

NO_KEY = Qt.KeyboardModifier.NoModifier


def wishes(window: MainWindow) -> list[str]:
    return [r.name for r in window.document.worksheet.resources if r.status == Status.WANTED]


class TestWishes:
    """Each sentence of 気づき offers a card for what is missing."""

    def test_the_offer_puts_a_card_into_the_gap_to_be_named(self, window: MainWindow, sample: Worksheet) -> None:
        gap = window.gaps._findings[1].gap
        assert gap is not None
        QTest.mouseClick(window.gaps.viewport(), LEFT, NO_KEY, window.gaps.offer_rect(1).center())
        QApplication.processEvents()
        (wish,) = [r for r in window.document.worksheet.resources if r not in sample.resources]
        assert (wish.status, wish.span, wish.category) == (Status.WANTED, gap.span, gap.row.id)
        assert desk.selected(window) == (wish.id,)
        assert window.view.name_editor.isVisible()
        assert desk.undo_texts(window) == [f"あったらいいな「{wish.name}」を追加"]
        window.document.undo_stack.undo()
        assert window.document.worksheet == sample

    def test_beside_the_offer_a_click_only_shows_the_gap(self, window: MainWindow, sample: Worksheet) -> None:
        row = window.gaps.visualItemRect(window.gaps.item(0))
        QTest.mouseClick(window.gaps.viewport(), LEFT, NO_KEY, row.topLeft() + QPoint(12, 12))
        QApplication.processEvents()
        assert window.document.worksheet == sample
        assert window.scene.band.isVisible()
        assert not window.gaps.offer_rect(0).contains(row.topLeft() + QPoint(12, 12))

    def test_by_keyboard_for_the_sentence_the_cursor_is_on(self, window: MainWindow, sample: Worksheet) -> None:
        action = window.actions_by_id["addWish"]
        assert not action.isEnabled()
        window.gaps.setFocus()
        QTest.keyClick(window.gaps, Qt.Key.Key_Down)
        QTest.keyClick(window.gaps, Qt.Key.Key_Down)
        assert action.isEnabled()
        gap = window.gaps.current_gap
        assert gap is not None
        desk.trigger(window, "addWish")
        assert len(wishes(window)) == 2
        assert gap_sentence(gap, LENS["category"]) + "（あったらいいな 1件）" in [
            window.gaps.item(row).toolTip() for row in range(window.gaps.count())
        ]

    def test_an_empty_sheet_says_what_will_be_here(self, window: MainWindow) -> None:
        assert [window.gaps.item(0).text()] == [messages.NO_GAPS_YET]
        QTest.mouseClick(window.gaps.viewport(), LEFT, NO_KEY, window.gaps.visualItemRect(window.gaps.item(0)).center())
        QApplication.processEvents()
        assert window.document.worksheet.resources == ()

    @pytest.mark.parametrize(("lens", "words"), [("category", messages.NO_GAPS), ("free", messages.NO_GAPS_AT_ALL)])
    def test_a_sheet_without_gaps_says_so_in_the_terms_of_its_rows(
        self, window: MainWindow, lens: str, words: str
    ) -> None:
        everywhere = [make_resource(category=each.id, span=(0, 1)) for each in Worksheet().categories]
        desk.show(window, make_worksheet(*everywhere, lens=lens))
        assert [window.gaps.item(row).text() for row in range(window.gaps.count())] == [words]

    def test_no_sentence_is_cut_off(self, window: MainWindow, sample: Worksheet) -> None:
        window.gaps.resize(160, 600)
        QApplication.processEvents()
        for row in range(window.gaps.count()):
            rect = window.gaps.visualItemRect(window.gaps.item(row))
            assert rect.width() <= window.gaps.viewport().width()
            assert window.gaps.offer_rect(row).bottom() <= rect.bottom()


class TestCrosstab:
    """行 × 状態像."""

    @pytest.fixture
    def table(self, window: MainWindow, sample: Worksheet) -> QTableWidget:
        desk.trigger(window, "showCrosstab")
        QApplication.processEvents()
        table = desk.child(window, "crosstabTable")
        assert isinstance(table, QTableWidget)
        return table

    def texts(self, table: QTableWidget, row: int) -> list[str]:
        return [table.item(row, at).text() for at in range(table.columnCount())]  # type: ignore[union-attr]

    def test_it_counts_what_is_on_the_sheet_and_follows(self, window: MainWindow, table: QTableWidget) -> None:
        assert self.texts(table, 1) == ["2＋1", "3＋1", "1", "3＋1"]
        assert self.texts(table, 4)[0] == "空白"
        assert self.texts(table, table.rowCount() - 1)[-1] == "23＋1"
        window.document.edit("", make_worksheet(make_resource(span=(0.0, 1.0), category="salon")))
        assert self.texts(table, 1) == ["1", "1", "1", "1"]
        desk.trigger(window, "lens_support")
        assert table.rowCount() == len(LENS["support"].rows(window.document.worksheet)) + 1

    def test_a_cell_selects_its_cards(self, window: MainWindow, sample: Worksheet, table: QTableWidget) -> None:
        where = table.visualRect(table.model().index(1, 2)).center()
        QTest.mouseClick(table.viewport(), LEFT, NO_KEY, where)
        assert desk.selected(window) == crosstab(sample, LENS["category"]).rows[1].cells[2].ids
        table.setCurrentCell(table.rowCount() - 1, 3)
        QTest.keyClick(table, Qt.Key.Key_Return)
        assert len(desk.selected(window)) == 24

    def test_an_empty_cell_can_be_wished_for(self, window: MainWindow, table: QTableWidget) -> None:
        button = desk.child(window, "crosstabWish")
        assert not button.isEnabled()
        table.setCurrentCell(4, 0)
        QTest.mouseClick(button, LEFT)
        assert len(wishes(window)) == 2
        assert self.texts(table, 4)[0] == "空白＋1"
        table.setCurrentCell(table.rowCount() - 1, 0)
        assert not button.isEnabled(), "nothing can be wished for in the total"


class TestHistory:
    """履歴."""

    def rows(self, window: MainWindow) -> list[str]:
        model = window.history.steps
        return [model.index(row).data() for row in range(model.rowCount())]

    def test_it_tells_the_steps_and_where_we_are(self, window: MainWindow, sample: Worksheet) -> None:
        assert self.rows(window) == ["▶ はじめ"]
        window.selection.set(["sample-09"])
        desk.trigger(window, "duplicateCards")
        desk.trigger(window, "deleteCards")
        window.document.undo_stack.undo()
        assert self.rows(window)[:2] == ["　 はじめ", "▶ 1件を複製"]
        assert self.rows(window)[2].endswith("を削除")
        assert window.history.currentIndex().row() == 1
        spoken = window.history.steps.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken.endswith("取り消した操作")

    def test_a_click_goes_there_in_one_go(self, window: MainWindow, sample: Worksheet) -> None:
        window.selection.set(["sample-09"])
        for _ in range(4):
            desk.trigger(window, "duplicateCards")
        last = window.document.worksheet
        changes: list[object] = []
        window.document.changed.connect(lambda *_: changes.append(1))
        desk.trigger(window, "showHistory")
        QApplication.processEvents()
        history = window.history
        where = history.visualRect(history.steps.index(0)).center()
        QTest.mouseClick(history.viewport(), LEFT, NO_KEY, where)
        assert window.document.worksheet == sample
        assert len(changes) == 1
        assert desk.items_are_in_place(window)
        QTest.keyClick(history, Qt.Key.Key_End)
        QTest.keyClick(history, Qt.Key.Key_Return)
        assert window.document.worksheet == last
        assert history.currentIndex().row() == 4

    def test_what_is_saved_is_marked(self, window: MainWindow, sample: Worksheet) -> None:
        window.selection.set(["sample-09"])
        desk.trigger(window, "duplicateCards")
        window.document.mark_saved(Path("資源.xlsx"), "", window.document.worksheet)
        desk.trigger(window, "duplicateCards")
        assert [row.endswith("（保存済み）") for row in self.rows(window)] == [False, True, False]


def test_a_folded_panel_still_says_what_it_is(window: MainWindow) -> None:
    for dock in window.workspace.docks:
        dock.fold(True)
        title = desk.child(dock, f"{dock.objectName()}TitleLabel")
        assert title.minimumWidth() >= title.fontMetrics().horizontalAdvance(dock.windowTitle())
    window.resize(window.minimumSizeHint())
    desk.settle(window)
    for name in ("side", "gaps"):
        title = desk.child(window, f"{name}TitleLabel")
        assert title.width() >= title.fontMetrics().horizontalAdvance(window.workspace.dock(name).windowTitle())


def test_panels_that_had_to_make_room_come_back(window: MainWindow) -> None:
    window.resize(1000, 560)
    QApplication.processEvents()
    side = window.workspace.dock("side")
    for dock in (side, window.workspace.dock("gaps")):
        dock.widget().setMinimumHeight(250)  # as tall as with large type
    QApplication.processEvents()
    before = side.width()
    desk.trigger(window, "showConcerns")
    folded = side.is_folded
    QApplication.processEvents()
    desk.trigger(window, "showConcerns")
    QApplication.processEvents()
    assert (folded, side.is_folded) == (True, False)
    assert side.width() == before
    assert window.side.isVisible()


def test_folding_leaves_the_side_as_wide_as_it_is(window: MainWindow) -> None:
    window.show_workspace()
    window.resize(1366, 768)
    QApplication.processEvents()
    side, gaps = (window.workspace.dock(name) for name in ("side", "gaps"))
    before = gaps.width()
    for dock, folded in ((side, True), (gaps, True), (gaps, False), (side, False)):
        dock.fold(folded)
        QApplication.processEvents()
        assert (side.width(), gaps.width()) == (before, before)


def test_a_window_too_low_for_its_panels_folds_the_lowest_until_it_is_higher(window: MainWindow) -> None:
    side, gaps = window.workspace.dock("side"), window.workspace.dock("gaps")
    for panel in (window.side, window.gaps):
        panel.setMinimumHeight(230)  # as tall as with large type
    for height, folded in ((900, False), (560, True), (900, False)):
        window.resize(1100, height)
        for _ in range(3):
            QApplication.processEvents()
        assert (side.is_folded, gaps.is_folded) == (False, folded)
        assert side.geometry().bottom() < gaps.geometry().top()


def test_a_panel_folded_by_hand_stays_so_in_a_higher_window(window: MainWindow) -> None:
    gaps = window.workspace.dock("gaps")
    gaps.fold(True)
    for height in (560, 900):
        window.resize(1100, height)
        QApplication.processEvents()
    assert gaps.is_folded
