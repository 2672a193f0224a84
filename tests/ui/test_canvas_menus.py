"""The canvas's context menus: the right one for each thing, by mouse and by keyboard, and what its entries do."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from resource_mapper.domain.axis import BANDS, Span
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.page import AXIS
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.mouse import RIGHT, Mm, click, hover, pixel, press, release

SALON = "sample-09"
GAP: Mm = (380.0, 0.0)
"""x of a place in the last band, where 生涯学習的な趣味活動 has a gap."""


@pytest.fixture
def sample(sample: Worksheet) -> Iterator[Worksheet]:
    """The sample, and no menu left open."""
    yield sample
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def ask(window: MainWindow, at: Mm) -> QMenu:
    """Click with the right button as the system does: press, and the wish for a menu."""
    click(window.view, at, button=RIGHT)
    where = pixel(window.view, at)
    viewport = window.view.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, viewport.mapToGlobal(where))
    QApplication.sendEvent(viewport, event)
    return shown()


def ask_by_key(window: MainWindow) -> QMenu:
    view = window.view
    middle = view.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, view.mapToGlobal(middle))
    QApplication.sendEvent(view, event)
    return shown()


def shown() -> QMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def choose(menu: QMenu, name: str) -> None:
    """Choose an entry by its name, as with the mouse."""
    action = next(action for action in menu.actions() if action.objectName() == name)
    assert action.isEnabled()
    menu.close()
    action.trigger()


def gap_place(window: MainWindow) -> Mm:
    return GAP[0], desk.row_middle(window, "hobby")


def beside(window: MainWindow) -> Mm:
    """Return a place in a row that is neither card nor gap."""
    row, _ = desk.row(window, "prevention")
    at = (AXIS.right - 30, row.body.y + 2)
    assert window.scene.card_under(QPointF(*at)) is None
    return at


def test_each_thing_has_its_own_menu(window: MainWindow, sample: Worksheet) -> None:
    label = desk.row(window, "salon")[0].label
    places = {
        "cardMenu": desk.middle(window, SALON),
        "rowMenu": (label.centre_x, label.centre_y),
        "axisMenu": (AXIS.centre_x, AXIS.centre_y),
        "gapMenu": gap_place(window),
        "placeMenu": (380.0, 20.0),
    }
    for name, at in places.items():
        menu = ask(window, at)
        assert menu.objectName() == name
        assert menu.accessibleName()
        assert all(action.objectName() for action in menu.actions() if not action.isSeparator())
        assert all(action.statusTip() for action in menu.actions() if not action.isSeparator())
        menu.close()
    assert window.document.worksheet is sample


def test_the_menu_key_opens_the_menu_of_the_current_card_and_else_that_of_the_sheet(
    window: MainWindow, sample: Worksheet
) -> None:
    window.view.setFocus()
    window.selection.set([SALON])
    asked: list[QPoint] = []
    window.view.menu_wanted.connect(asked.append)
    menu = ask_by_key(window)
    assert menu.objectName() == "cardMenu"
    assert "削除" in [action.text() for action in menu.actions()]
    assert (asked[0] - window.view.mapFromScene(QPointF(*desk.middle(window, SALON)))).manhattanLength() <= 2
    menu.close()
    window.selection.set([])
    assert ask_by_key(window).objectName() != "cardMenu"


def test_a_resource_is_added_right_there_and_named(window: MainWindow, sample: Worksheet) -> None:
    at = (AXIS.x + 300, desk.row_middle(window, "salon"))
    assert window.scene.card_under(QPointF(*at)) is None
    choose(ask(window, at), "addHere")
    assert window.view.name_editor.is_open
    QTest.keyClicks(window.view, "Cafe")
    QTest.keyClick(window.view, Qt.Key.Key_Return)
    (card,) = [card for card in window.document.worksheet.resources if sample.get(card.id) is None]
    assert (card.name, card.category) == ("Cafe", "salon")
    assert card.span is not None
    assert card.span.centre == pytest.approx(300 / 360, abs=0.003)
    assert desk.selected(window) == (card.id,)
    assert desk.undo_texts(window) == ["「Cafe」を追加"], "adding and naming are one step"
    desk.trigger(window, "undo")
    assert window.document.worksheet == sample


def test_a_card_that_is_not_named_does_not_stay(window: MainWindow, sample: Worksheet) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        choose(ask(window, (AXIS.x + 300, desk.row_middle(window, "salon"))), "addHere")
        assert len(window.document.worksheet.resources) == len(sample.resources) + 1
        QTest.keyClick(window.view, key)
        assert window.document.worksheet == sample


def test_on_a_gap_a_wish_fills_it(window: MainWindow, sample: Worksheet) -> None:
    choose(ask(window, gap_place(window)), "addWish")
    (wish,) = [card for card in window.document.worksheet.resources if sample.get(card.id) is None]
    assert (wish.status, wish.category) == (Status.WANTED, "hobby")
    assert wish.span == Span(BANDS[2].start, BANDS[2].end)
    assert window.view.name_editor.is_open
    assert window.view.name_editor.selectedText() == wish.name, "to be written over"
    QTest.keyClick(window.view, Qt.Key.Key_Escape)
    assert window.document.worksheet.get(wish.id) == wish, "it has a name already"
    desk.trigger(window, "undo")
    assert window.document.worksheet == sample


def test_by_keyboard_all_gaps_are_offered_by_their_sentences(window: MainWindow, sample: Worksheet) -> None:
    window.selection.set([])
    window.view.ensureVisible(*beside(window), 1, 1)
    menu = ask(window, beside(window))
    inner = menu.findChild(QMenu, "wishMenu")
    assert inner is not None
    texts = [action.text() for action in inner.actions()]
    assert "虚弱の人が使える その他 がありません" in texts
    choose(inner, f"addWish{texts.index('虚弱の人が使える その他 がありません') + 1}")
    added = window.document.worksheet.resources[-1]
    assert (added.status, added.category) == (Status.WANTED, "other")


def test_a_row_can_be_selected_and_added_to(window: MainWindow, sample: Worksheet) -> None:
    label = desk.row(window, "salon")[0].label
    menu = ask(window, (label.centre_x, label.centre_y))
    assert "（4件）" in menu.actions()[0].text()
    choose(menu, "selectRow")
    assert {desk.resource(window, key).category for key in desk.selected(window)} == {"salon"}
    assert len(desk.selected(window)) == 4
    choose(ask(window, (label.centre_x, label.centre_y)), "addInRow")
    QTest.keyClicks(window.view, "X")
    QTest.keyClick(window.view, Qt.Key.Key_Return)
    assert window.document.worksheet.resources[-1].category == "salon"


def test_on_the_axis_those_who_serve_a_state_are_selected(window: MainWindow, sample: Worksheet) -> None:
    at = (desk.x_of(window, 0.9), AXIS.centre_y)
    choose(ask(window, at), "selectBand")
    wanted = {card.id for card in sample.placed if card.span is not None and card.span.right > 0.667}
    assert set(desk.selected(window)) == wanted
    desk.show(window, replace(sample, mirrored=True))
    choose(ask(window, at), "selectBand")
    robust = {card.id for card in sample.placed if card.span is not None and card.span.left < 0.333}
    assert set(desk.selected(window)) == robust, "元気 is at the right now"


def test_alike_cards_are_selected(window: MainWindow) -> None:
    cards = [
        make_resource("あ", id="a", category="salon", district="東", status=Status.AVAILABLE),
        make_resource("い", id="b", category="salon", district="西", status=Status.WANTED),
        make_resource("う", id="c", category="hobby", district="東", status=Status.WANTED),
        make_resource("え", None, id="d", category="salon", district="東"),
    ]
    desk.show(window, make_worksheet(*cards))
    for action, wanted in (("Category", ("b", "a")), ("District", ("c", "a")), ("Status", ("a",))):
        window.selection.set(["a"])
        desk.trigger(window, f"selectSame{action}")
        assert desk.selected(window) == wanted


def test_no_menu_opens_while_a_card_is_held_or_carried_back(window: MainWindow, sample: Worksheet) -> None:
    window.selection.set([SALON])
    window.view.carry_current()
    hover(window.view, (200, 200))
    at = pixel(window.view, (200, 200))
    press(window.view, (200, 200), button=RIGHT)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, window.view.viewport().mapToGlobal(at))
    QApplication.sendEvent(window.view.viewport(), event)
    release(window.view, (200, 200), button=RIGHT)
    assert QApplication.activePopupWidget() is None
    assert window.document.worksheet is sample
    assert desk.items_are_in_place(window)


def test_selected_cards_are_linked_from_their_menu(window: MainWindow, sample: Worksheet) -> None:
    window.selection.set(["sample-18", SALON])
    choose(ask_by_key(window), "linkCards")
    assert [each.ends for each in window.document.worksheet.links] == [("sample-18", SALON)]
