"""The tray of waiting cards, and 気づき."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from resource_mapper.domain.axis import Span
from resource_mapper.domain.findings import findings
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.vocabulary import Status
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.mouse import LEFT, click, click_row

CTRL = Qt.KeyboardModifier.ControlModifier


def headings(window: MainWindow) -> list[str]:
    labels = window.side.findChildren(QLabel)
    return [label.text() for label in labels if label.property("role") == "heading"]


def gaps_title(window: MainWindow) -> str:
    return str(desk.child(window, "gapsTitleLabel").property("text"))


def sentences(window: MainWindow) -> list[str]:
    panel = window.gaps
    return [panel.item(row).text() for row in range(panel.count())]


class TestTray:
    """未配置."""

    @pytest.fixture
    def cards(self, window: MainWindow) -> list[Resource]:
        made = [make_resource(f"待ち{n}", None, category="salon") for n in range(3)]
        desk.show(window, make_worksheet(*made, make_resource("置いた")))
        return made

    def rows(self, window: MainWindow) -> list[str]:
        model = window.side.tray.cards
        return [model.index(row).data() for row in range(model.rowCount())]

    def test_it_holds_the_cards_without_a_place(self, window: MainWindow, cards: list[Resource]) -> None:
        assert self.rows(window) == ["待ち0", "待ち1", "待ち2"]
        assert headings(window)[0] == "未配置（3）"
        window.document.edit("置く", make_worksheet(cards[0]))
        assert self.rows(window) == ["待ち0"]
        desk.show(window, make_worksheet())
        assert headings(window)[0] == "未配置（0）"
        hints = [label.text() for label in window.side.findChildren(QLabel) if label.isVisible()]
        assert "置いていないカードはありません" in hints
        assert not window.side.tray.isVisible()

    def test_a_click_selects_for_the_whole_window(self, window: MainWindow, cards: list[Resource]) -> None:
        tray = window.side.tray
        click_row(tray, tray.cards.index(1))
        assert desk.selected(window) == (cards[1].id,)
        click_row(tray, tray.cards.index(2), CTRL)
        assert set(window.selection.ids) == {cards[1].id, cards[2].id}

    def test_a_click_on_the_paper_ends_the_selection_in_the_tray(
        self, window: MainWindow, cards: list[Resource]
    ) -> None:
        tray = window.side.tray
        click_row(tray, tray.cards.index(1))
        placed = window.document.worksheet.placed[0]
        click(window.view, desk.middle(window, placed.id))
        assert desk.selected(window) == (placed.id,)
        assert tray.selectedIndexes() == []

    def test_a_selection_made_elsewhere_shows(self, window: MainWindow, cards: list[Resource]) -> None:
        window.selection.set([cards[2].id])
        assert [index.row() for index in window.side.tray.selectedIndexes()] == [2]

    def test_the_selection_survives_other_changes(self, window: MainWindow, cards: list[Resource]) -> None:
        tray = window.side.tray
        click_row(tray, tray.cards.index(2))
        window.document.edit(
            "名前", replace(window.document.worksheet, resources=(cards[2], make_resource("新", None)))
        )
        assert desk.selected(window) == (cards[2].id,)
        assert [index.row() for index in tray.selectedIndexes()] == [0]

    def test_a_double_click_opens_the_card(self, window: MainWindow, cards: list[Resource]) -> None:
        tray = window.side.tray
        center = tray.visualRect(tray.cards.index(1)).center()
        QTest.mouseClick(tray.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, center)
        QTest.mouseDClick(tray.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, center)
        assert window.inspector.isVisible()
        assert desk.child(window, "field_name").property("text") == "待ち1"

    def test_arrows_and_alt_enter_open_a_card(self, window: MainWindow, cards: list[Resource]) -> None:
        tray = window.side.tray
        click_row(tray, tray.cards.index(0))
        QTest.keyClick(tray, Qt.Key.Key_Down)
        assert desk.selected(window) == (cards[1].id,)
        QTest.keyClick(tray, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        assert window.inspector.isVisible()
        assert desk.child(window, "field_name").property("text") == "待ち1"

    def test_alt_enter_opens_the_card_it_is_pressed_on(self, window: MainWindow, cards: list[Resource]) -> None:
        tray = window.side.tray
        placed = window.document.worksheet.placed[0]
        click_row(tray, tray.cards.index(1))
        window.selection.set([placed.id])
        tray.setFocus()
        QTest.keyClick(tray, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        assert desk.child(window, "field_name").property("text") == "待ち1"
        assert desk.selected(window) == (cards[1].id,)

    def test_enter_puts_the_selected_cards_on_the_sheet(self, window: MainWindow, cards: list[Resource]) -> None:
        tray = window.side.tray
        click_row(tray, tray.cards.index(0))
        QTest.keyClick(tray, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClick(tray, Qt.Key.Key_Return)
        assert self.rows(window) == ["待ち2"]
        assert [desk.resource(window, card.id).span for card in cards[:2]] == [Span(0.4, 0.6)] * 2
        assert desk.undo_texts(window) == ["2件を置く"]
        assert desk.selected(window) == (cards[0].id, cards[1].id)
        assert window.view.hasFocus(), "there keys move them on"

    def test_delete_works_here_too(self, window: MainWindow, cards: list[Resource]) -> None:
        tray = window.side.tray
        click_row(tray, tray.cards.index(1))
        QTest.keyClick(tray, Qt.Key.Key_Delete)
        assert self.rows(window) == ["待ち0", "待ち2"]
        assert desk.undo_texts(window) == ["「待ち1」を削除"]

    def test_cards_carry_the_colour_of_their_category(self, window: MainWindow, cards: list[Resource]) -> None:
        def colors() -> set[str]:
            tray = window.side.tray
            image = tray.viewport().grab(tray.visualRect(tray.cards.index(0))).toImage()
            return {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}

        assert QColor("#C9820A").name() in colors()
        sheet = window.document.worksheet
        recoloured = tuple(replace(category, color="#123456") for category in sheet.categories)
        window.document.edit("色", replace(sheet, categories=recoloured))
        assert QColor("#123456").name() in colors()


class TestGaps:
    """気づき: what is missing, in words."""

    def test_the_sentences_are_those_of_the_sheet(self, window: MainWindow) -> None:
        sheet = desk.show(window, sample_worksheet())
        wanted = [each.sentence for each in findings(sheet)]
        assert len(wanted) > 3
        assert sentences(window) == [f"・{sentence}" for sentence in wanted]
        assert gaps_title(window) == f"気づき（{len(wanted)}）"
        assert window.gaps.item(0).toolTip() == wanted[0]

    def test_they_follow_the_lens_and_the_cards(self, window: MainWindow) -> None:
        card = make_resource(span=(0.0, 1.0), support="互助")
        desk.show(window, make_worksheet(card))
        assert "・生涯学習的な趣味活動（個人） がまだありません" in sentences(window)
        desk.trigger(window, "lens_support")
        assert len(sentences(window)) == 3
        assert not any("互助" in sentence for sentence in sentences(window))
        window.document.edit("", make_worksheet(replace(card, status=Status.WANTED), lens="support"))
        assert any("互助" in sentence and "あったらいいな 1件" in sentence for sentence in sentences(window))

    def test_an_empty_sheet_has_none_to_speak_of(self, window: MainWindow) -> None:
        assert sentences(window) == ["カードを紙に置くと、足りないところがここに出ます"]
        assert gaps_title(window) == "気づき（0）"

    def test_a_sheet_without_gaps_says_so(self, window: MainWindow) -> None:
        sheet = make_worksheet(make_resource(span=(0.0, 1.0)), lens="free")
        desk.show(window, sheet)
        assert sentences(window) == ["どの状態像の人にも、使える資源があります"]
        assert gaps_title(window) == "気づき（0）"
        desk.show(window, make_worksheet())
        assert sentences(window) == ["カードを紙に置くと、足りないところがここに出ます"]
