"""発表: the sheet alone on a screen, with hands, keys, steps, spotlight and zoom; the same document throughout."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from resource_mapper.domain import edits, linking
from resource_mapper.domain.axis import Span
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.should_be import set_aim
from resource_mapper.domain.vocabulary import Status
from resource_mapper.layout.form import ON_PAPER, ON_WALL
from resource_mapper.layout.page import AXIS, BODY
from resource_mapper.layout.wall import FRAME, LEGIBLE_PX, Subject
from resource_mapper.ui.canvas.link_items import ArrowItem
from resource_mapper.ui.presenting.screens import Screen, wall_among
from resource_mapper.ui.presenting.wall_view import WallView, subject_at
from resource_mapper.ui.presenting.wall_window import WallWindow
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.factories import make_worksheet, many_resources
from tests.helpers.mouse import drag, hover, send_move

SALON = "sample-09"
DESK, BEAMER = Screen("DESK", QRect(0, 0, 1366, 768)), Screen("BEAMER", QRect(1366, 0, 1920, 1080))
Key = Qt.Key


@pytest.fixture
def wall(window: MainWindow) -> Iterator[WallWindow]:
    desk.show(window, sample_worksheet())
    window.meeting.screens = lambda: (DESK, BEAMER)
    QTest.keyClick(window, Key.Key_F5)
    wall = window.meeting.wall
    assert wall is not None
    wall.showNormal()
    wall.resize(1920, 1080)
    desk.settle(wall)
    yield wall
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    window.meeting.end()


def press(view: WallView, *keys: Key) -> None:
    for key in keys:
        QTest.keyClick(view, key)


def ink(view: WallView, at: QPointF) -> str:
    """Return the colour of a pixel, as it is seen."""
    pixel = view.mapFromScene(at)
    return view.viewport().grab(QRect(pixel, pixel)).toImage().pixelColor(0, 0).name()


def card(window: MainWindow, key: str = SALON) -> QPointF:
    """Return a place in a card without letters: a little left of its right end."""
    pill = desk.box(window, key).pill
    return QPointF(pill.right - 4, pill.centre_y)


def test_it_shows_axis_and_rows_as_large_as_they_go_and_leaves_as_it_came(window: MainWindow, wall: WallWindow) -> None:
    view = wall.view
    assert view.scene() is window.scene, "no second copy of anything"
    assert desk.layout_of(window).options.form is ON_WALL
    assert wall.smallest_px() >= LEGIBLE_PX
    assert not wall.note.text().startswith("カードが多い")
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert seen.contains(FRAME.x, FRAME.y)
    assert seen.contains(AXIS.right, BODY.bottom)
    assert seen.height() < FRAME.height + 1
    press(view, Key.Key_Escape)
    assert window.meeting.wall is None
    assert desk.layout_of(window).options.form is ON_PAPER
    desk.settle(window)
    assert window.view.hasFocus()
    assert desk.items_are_in_place(window)


@pytest.mark.parametrize(
    ("screens", "chosen", "expected"),
    [
        ((DESK, BEAMER), "", BEAMER),
        ((DESK, BEAMER), "DESK", DESK),
        ((DESK, BEAMER), "gone", BEAMER),
        ((DESK,), "", DESK),
        ((DESK,), "BEAMER", DESK),
    ],
)
def test_the_wall_is_the_screen_that_was_chosen_else_another_than_ones_own(
    screens: tuple[Screen, ...], chosen: str, expected: Screen
) -> None:
    assert wall_among(screens, chosen, QRect(10, 10, 1000, 700)) is expected


def test_a_screen_is_chosen_in_the_menu_and_remembered(window: MainWindow) -> None:
    window.meeting.screens = lambda: (DESK, BEAMER)
    menu = window.findChild(QMenu, "screenMenu")
    assert menu is not None
    menu.aboutToShow.emit()
    assert [action.isChecked() for action in menu.actions()] == [True, False, False]
    menu.actions()[2].trigger()
    assert window.settings.settings.wall_screen == "BEAMER"


def test_a_card_is_dragged_named_added_and_taken_back_there(window: MainWindow, wall: WallWindow) -> None:
    view = wall.view
    box = desk.box(window, SALON)
    drag(view, desk.middle(window, SALON), (box.pill.centre_x + 60, box.pill.centre_y))
    assert desk.resource(window, SALON).span != sample_worksheet().get(SALON).span  # type: ignore[union-attr]
    assert desk.selected(window) == (SALON,)
    QTest.keyClicks(view, "bxq")
    assert not view.name_editor.is_open, "a letter meant for the speaker never writes over a name"
    press(view, Key.Key_F2)
    QTest.keyClicks(view, "Rx")
    press(view, Key.Key_Return)
    press(view, Key.Key_Return)
    QTest.keyClicks(view, "New")
    press(view, Key.Key_Return)
    assert desk.names(window.document.worksheet.resources)[8:10] == ["Rx", "New"]
    QTest.keyClick(view, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(window.document.worksheet.resources) == 24
    QTest.keyClick(view, Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.document.worksheet.lens == "area_level"


def test_rows_come_and_go_with_the_arrow_keys(window: MainWindow, wall: WallWindow) -> None:
    view, salon, golf = wall.view, card(window), card(window, "sample-05")
    there = ink(view, salon), ink(view, golf)
    press(view, Key.Key_Right)
    assert (ink(view, salon), ink(view, golf)) == ("#ffffff", there[1])
    press(view, Key.Key_PageDown)
    assert (ink(view, salon), ink(view, golf)) == there
    press(view, Key.Key_Left, Key.Key_PageUp)
    assert (ink(view, salon), ink(view, golf)) == ("#ffffff", "#ffffff")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.mapFromScene(salon))
    assert desk.selected(window) == (), "what is not shown cannot be taken"
    press(view, Key.Key_A)
    assert (ink(view, salon), ink(view, golf)) == there


def test_bands_come_one_by_one_and_a_selected_card_is_never_hidden(window: MainWindow, wall: WallWindow) -> None:
    view, salon = wall.view, card(window)
    there = ink(view, salon)
    press(view, Key.Key_T)
    assert ink(view, salon) == "#ffffff"
    press(view, Key.Key_Right)
    assert ink(view, salon) == there, "a card comes whole, with its first band"
    press(view, Key.Key_R)
    window.selection.set([SALON])
    assert view.showing.hidden_path().isEmpty()


def test_a_subject_is_spotlit_by_pointer_and_by_keys(window: MainWindow, wall: WallWindow) -> None:
    view, salon, golf = wall.view, card(window), card(window, "sample-05")
    there = ink(view, salon), ink(view, golf)
    row = desk.row(window, "salon")[0]
    for at, subject in (
        (salon, Subject("card", SALON)),
        (QPointF(row.label.centre_x, row.label.centre_y), Subject("row", "salon")),
        (QPointF(desk.x_of(window, 0.5), AXIS.centre_y), Subject("band", "frail")),
    ):
        hover(view, (at.x(), at.y()))
        press(view, Key.Key_S)
        assert view.showing.subject == subject
        assert ink(view, salon) == there[0]
        assert ink(view, golf) != there[1]
        press(view, Key.Key_S)
        assert view.showing.subject is None
    window.selection.set([SALON])
    press(view, Key.Key_F7)
    assert view.showing.subject == Subject("card", SALON)
    window.selection.set([])
    press(view, Key.Key_Escape)
    assert view.showing.dimmed_path().isEmpty()
    assert wall.isVisible(), "the first Escape only puts the spotlight away"


def test_a_wish_is_made_in_the_gap_that_is_spotlit(window: MainWindow, wall: WallWindow) -> None:
    view = wall.view
    press(view, Key.Key_G, Key.Key_G)
    subject = view.showing.subject
    assert subject is not None
    assert subject.gap is not None
    assert subject_at(window.scene, window.scene.gap_area(subject.gap).center()) == subject  # type: ignore[union-attr]
    press(view, Key.Key_W)
    QTest.keyClicks(view, "Wish")
    press(view, Key.Key_Return)
    wish = window.document.worksheet.resources[-1]
    assert (wish.name, wish.status, wish.span) == ("Wish", Status.WANTED, subject.gap.span)
    assert len(desk.undo_texts(window)) == 1


def test_zoom_goes_near_and_back_with_and_without_motion(window: MainWindow, wall: WallWindow, qtbot: QtBot) -> None:
    view = wall.view
    whole = view.transform().m11()
    window.selection.set([SALON])
    view.zoom_here()
    assert view.transform().m11() > 1.5 * whole, "at once: no motion is wanted"
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert seen.contains(card(window))
    window.scene.glide.is_wanted = lambda: True
    view.zoom_here()
    assert view.transform().m11() > 1.5 * whole, "on its way"
    qtbot.waitUntil(lambda: abs(view.transform().m11() - whole) < 1e-6)


def test_black_pointer_and_help(window: MainWindow, wall: WallWindow) -> None:
    view, salon = wall.view, card(window)
    there = ink(view, salon)
    press(view, Key.Key_B)
    assert ink(view, salon) == "#000000"
    press(view, Key.Key_Escape)
    assert ink(view, salon) == there
    press(view, Key.Key_P)
    assert view.spot.isVisible()
    send_move(view.viewport(), QPoint(500, 400), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    assert view.grab().toImage().pixelColor(530, 400).red() > 150
    press(view, Key.Key_H)
    assert wall.help.isVisible()
    press(view, Key.Key_F1)
    assert not wall.help.isVisible()
    press(view, Key.Key_P)
    press(view, Key.Key_H)
    press(view, Key.Key_Escape)
    assert not wall.help.isVisible()
    assert wall.isVisible(), "the keys go first"


def test_keys_and_the_sign_of_the_page_both_stay_legible(window: MainWindow, wall: WallWindow) -> None:
    desk.show(window, make_worksheet(*many_resources(120)))
    wall.resize(1100, 700)
    press(wall.view, Key.Key_H)
    assert wall.view.sign.isVisible()
    assert not wall.help.geometry().intersects(wall.view.sign.geometry())


def test_what_should_be_is_laid_over_the_wall_by_a_key(window: MainWindow, wall: WallWindow) -> None:
    window.document.edit("あるべき姿", set_aim(window.document.worksheet, {SALON}, Span(0.25, 0.95)))
    assert desk.box(window, SALON).aim is None
    press(wall.view, Key.Key_K)
    assert desk.box(window, SALON).aim is not None
    assert window.actions_by_id["showAims"].isChecked()
    assert desk.layout_of(window).options.form is ON_WALL
    press(wall.view, Key.Key_K)
    assert desk.box(window, SALON).aim is None


def test_too_many_cards_are_said_once_with_what_helps(window: MainWindow, wall: WallWindow) -> None:
    for number in (60, 61):
        wall.note.setText("")
        more = edits.add(sample_worksheet(), many_resources(number))
        window.document.edit("たくさん加える", more)
        assert ("拡大" in wall.note.text()) == (number == 60)
    assert wall.smallest_px() < LEGIBLE_PX


def test_a_pages_turn_and_a_shorter_sheet_is_still_in_sight(window: MainWindow, wall: WallWindow) -> None:
    view = wall.view
    window.document.edit("たくさん加える", edits.add(sample_worksheet(), many_resources(200)))
    press(view, Key.Key_Down)
    assert view.mapToScene(view.viewport().rect().center()).y() > 300
    window.document.undo_stack.undo()
    assert view.mapToScene(view.viewport().rect().center()).y() < 300


def test_a_long_sheet_says_which_page_it_is_and_turns_to_the_card_that_is_selected(
    window: MainWindow, wall: WallWindow
) -> None:
    sign = wall.view.findChild(QLabel, "wallPage")
    assert sign is not None
    assert sign.isHidden(), "one page needs no number"
    sheet = desk.show(window, edits.add(window.document.worksheet, many_resources(300)))
    pages = len(desk.layout_of(window).pages)
    assert sign.text() == f"1 / {pages} 枚目　↓ つづき"
    press(wall.view, Key.Key_Down)
    assert sign.text() == f"2 / {pages} 枚目　↑↓"
    last = desk.layout_of(window).pages[-1].cards[-1].resource.id
    window.selection.set([last])
    assert sign.text() == f"{pages} / {pages} 枚目　↑ まえ"
    assert in_sight(wall.view, desk.middle(window, last))
    window.selection.set([])
    wall.view.show_frame(wall.view.mapToScene(QRect(0, 0, 640, 360)).boundingRect())
    assert not in_sight(wall.view, desk.middle(window, last))
    window.selection.set([last])
    assert in_sight(wall.view, desk.middle(window, last)), "also while it is zoomed"
    assert window.document.worksheet is sheet


def in_sight(view: WallView, at: tuple[float, float]) -> bool:
    return view.mapToScene(view.viewport().rect()).boundingRect().contains(QPointF(*at))


def test_type_is_judged_by_the_share_of_the_picture_that_it_fills(window: MainWindow, wall: WallWindow) -> None:
    wall.resize(1366, 768)
    wall.tell_legibility()
    assert wall.smallest_px() < LEGIBLE_PX
    assert not wall.note.text().startswith("カードが多い"), "fewer lines make the same picture on the wall"
    desk.show(window, edits.add(window.document.worksheet, many_resources(120)))
    assert wall.note.text().startswith("カードが多い")


def test_an_arrow_waits_for_both_of_its_cards(window: MainWindow, wall: WallWindow) -> None:
    desk.show(window, linking.link(window.document.worksheet, ["sample-18", SALON]))
    (arrow,) = [item for item in window.scene.items() if isinstance(item, ArrowItem)]
    assert arrow.opacity() == 1
    press(wall.view, Key.Key_Right, Key.Key_Right)
    assert arrow.opacity() == 0, "one of them is not shown yet"
    press(wall.view, Key.Key_A)
    assert arrow.opacity() == 1
    press(wall.view, Key.Key_R)
    assert arrow.opacity() == 0
    window.meeting.end()
    assert arrow.opacity() == 1


def test_rows_bands_and_gaps_are_spotlit_by_keys_alone_on_whichever_page(window: MainWindow, wall: WallWindow) -> None:
    view = wall.view
    press(view, Key.Key_L, Key.Key_L)
    assert view.showing.subject == Subject("row", "salon")
    QTest.keyClick(view, Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    assert view.showing.subject == Subject("row", "hobby")
    press(view, Key.Key_2)
    assert view.showing.subject == Subject("band", "frail")
    press(view, Key.Key_2)
    assert view.showing.dimmed_path().isEmpty()
    desk.show(window, edits.add(window.document.worksheet, many_resources(300)))
    sign = desk.child(wall, "wallPage")
    assert isinstance(sign, QLabel)
    QTest.keyClick(view, Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    pages = len(desk.layout_of(window).pages)
    assert sign.text().startswith(f"{pages} / {pages}"), "the last row is on the last page"
    assert view.showing.lit is not None
    assert in_sight(view, (view.showing.lit.center().x(), view.showing.lit.center().y()))


def test_what_is_zoomed_is_gone_over_with_the_arrow_keys(window: MainWindow, wall: WallWindow) -> None:
    view = wall.view
    press(view, Key.Key_L, Key.Key_Z)
    before = view.mapToScene(view.viewport().rect()).boundingRect()
    assert before.contains(desk.row(window, "hobby")[0].label.centre_x, before.center().y()), "it begins at the label"
    press(view, Key.Key_Right, Key.Key_Right, Key.Key_Down)
    after = view.mapToScene(view.viewport().rect()).boundingRect()
    assert after.left() > before.left()
    assert after.top() > before.top()
    assert after.right() < FRAME.right + 1, "no farther than the sheet"
    assert after.width() == pytest.approx(before.width())
    assert view.showing.hidden_path().isEmpty()
    press(view, Key.Key_Z)
    press(view, Key.Key_Right)
    assert not view.showing.hidden_path().isEmpty(), "and then they build the sheet up again"


def test_letters_are_the_speakers_with_a_card_selected(window: MainWindow, wall: WallWindow) -> None:
    view = wall.view
    window.selection.set([SALON])
    press(view, Key.Key_G)
    assert view.showing.subject is not None
    press(view, Key.Key_B)
    black = view.is_blank
    press(view, Key.Key_X)
    assert (black, view.is_blank) == (True, False)
    assert desk.selected(window) == (SALON,)
    assert desk.undo_texts(window) == []


def test_a_card_that_changes_is_drawn_anew_in_every_view(window: MainWindow, wall: WallWindow) -> None:
    pill = desk.box(window, SALON).pill
    ring = QPointF(pill.x - 0.7, pill.centre_y)
    for view in (window.view, wall.view):
        view.viewport().grab()
    plain = ink(wall.view, ring)
    window.selection.set([SALON])
    for view in (window.view, wall.view):  # what is seen on the desk first must not keep the wall from it
        view.viewport().grab()
    assert ink(wall.view, ring) not in ("#ffffff", plain)
    window.selection.set([])
    for view in (window.view, wall.view):
        view.viewport().grab()
    assert ink(wall.view, ring) == plain


def test_a_name_is_written_as_large_as_it_will_be_read(window: MainWindow, wall: WallWindow) -> None:
    window.selection.set([SALON])
    editors = []
    for view in (window.view, wall.view):
        view.edit_name()
        editors.append((view.name_editor.fontInfo().pixelSize(), view.name_editor.height()))
        view.name_editor.cancel()
    (desk_px, desk_height), (wall_px, wall_height) = editors
    assert desk_px == QFontInfo(QApplication.font()).pixelSize()
    assert wall_px > 18 > desk_px, "read from five metres"
    assert wall_height > desk_height


def test_the_keys_fit_on_a_small_wall(window: MainWindow, wall: WallWindow) -> None:
    press(wall.view, Key.Key_H)
    usual = wall.help.fontInfo().pixelSize()
    wall.resize(700, 500)
    desk.settle(wall)
    assert wall.rect().contains(wall.help.geometry())
    assert wall.help.fontInfo().pixelSize() < usual
    wall.resize(1920, 1080)
    desk.settle(wall)
    assert wall.help.fontInfo().pixelSize() == usual
