"""Bringing waiting cards from the tray onto the paper."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF
from pytestqt.qtbot import QtBot

from resource_mapper.domain.axis import Span
from resource_mapper.domain.edits import DROP_WIDTH
from resource_mapper.domain.resource import Resource
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.mouse import drag_from_list, held_from_list, pixel


@pytest.fixture
def waiting(window: MainWindow) -> Resource:
    """A card that waits, on a sheet that has another one."""
    card = make_resource("男の料理教室", None)
    desk.show(window, make_worksheet(card, make_resource(category="salon")))
    return card


def drop(window: MainWindow, at: QPoint) -> None:
    tray = window.side.tray
    drag_from_list(tray, tray.cards.index(0), window.view.viewport(), at)


def test_a_drop_on_the_paper_places_the_card_there(window: MainWindow, waiting: Resource) -> None:
    at = (desk.x_of(window, 0.5), desk.row_middle(window, "service"))
    drop(window, pixel(window.view, at))
    placed = desk.resource(window, waiting.id)
    assert placed.category == "service"
    assert placed.span is not None
    assert placed.span.centre == pytest.approx(0.5, abs=0.002)
    assert placed.span.width == pytest.approx(DROP_WIDTH)
    assert desk.undo_texts(window) == ["「男の料理教室」を置く"]
    assert window.side.tray.cards.rowCount() == 0
    window.document.undo_stack.undo()
    assert desk.resource(window, waiting.id) == waiting
    assert window.side.tray.cards.rowCount() == 1


def test_near_an_end_of_the_axis_the_whole_range_fits(window: MainWindow, waiting: Resource) -> None:
    sheet = window.document.worksheet
    for mirrored in (False, True):
        desk.show(window, replace(sheet, mirrored=mirrored))
        drop(window, pixel(window.view, (desk.x_of(window, 0.99), desk.row_middle(window, "service"))))
        assert desk.resource(window, waiting.id).span == Span(0.8, 1.0)


def test_the_lens_decides_what_is_written(window: MainWindow, waiting: Resource) -> None:
    desk.show(window, replace(window.document.worksheet, lens="support"))
    drop(window, pixel(window.view, (desk.x_of(window, 0.5), desk.row_middle(window, "互助"))))
    assert desk.resource(window, waiting.id).support == "互助"
    assert desk.resource(window, waiting.id).category == ""


def test_in_the_free_lens_the_height_is_written(window: MainWindow, waiting: Resource) -> None:
    desk.show(window, replace(window.document.worksheet, lens="free"))
    body = desk.row(window, "")[0].body
    drop(window, pixel(window.view, (body.centre_x, body.y + body.height / 4)))
    assert desk.resource(window, waiting.id).free_y == pytest.approx(0.25, abs=0.005)


def test_a_drop_beside_the_paper_leaves_the_card_in_the_tray(window: MainWindow, waiting: Resource) -> None:
    before = window.document.worksheet
    for global_point in (
        window.side.tray.mapToGlobal(QPoint(20, 150)),
        window.side.quick_add.mapToGlobal(QPoint(20, 5)),
        window.status.mapToGlobal(QPoint(400, 5)),
        window.mapToGlobal(QPoint(-300, 300)),
    ):
        drop(window, window.view.viewport().mapFromGlobal(global_point))
        assert window.document.worksheet is before
        assert not window.view.is_busy


def test_a_drop_outside_the_view_is_none_even_where_zoomed_paper_would_reach(
    window: MainWindow, waiting: Resource
) -> None:
    window.view.set_zoom(2.0)
    window.view.centerOn(QPointF(300, 150))
    before = window.document.worksheet
    for global_point in (
        window.side.tray.mapToGlobal(QPoint(20, 150)),
        window.status.mapToGlobal(QPoint(400, 5)),
    ):
        at = window.view.viewport().mapFromGlobal(global_point)
        assert window.scene.sceneRect().contains(window.view.mapToScene(at)), "there would be paper"
        drop(window, at)
        assert window.document.worksheet is before


def test_where_it_will_land_is_said_and_shown(window: MainWindow, waiting: Resource) -> None:
    tray = window.side.tray
    on_paper = pixel(window.view, (desk.x_of(window, 0.5), desk.row_middle(window, "service")))
    beside = window.view.viewport().mapFromGlobal(tray.mapToGlobal(QPoint(20, 150)))
    with held_from_list(tray, tray.cards.index(0), window.view.viewport(), on_paper) as move_on:
        assert window.status.currentMessage() == "介護予防・生活支援サービス　虚弱のはじめから（虚弱）"
        assert window.scene.drop_mark.is_shown
        move_on(beside)
        assert window.status.currentMessage() == "紙の上で放すと、そこに置きます"
        assert not window.scene.drop_mark.is_shown


def test_a_click_in_the_tray_only_selects(window: MainWindow, waiting: Resource) -> None:
    before = window.document.worksheet
    drop_near = window.side.tray.visualRect(window.side.tray.cards.index(0)).center() + QPoint(4, 4)
    drag_from_list(window.side.tray, window.side.tray.cards.index(0), window.side.tray.viewport(), drop_near)
    assert window.document.worksheet is before
    assert desk.selected(window) == (waiting.id,)


def test_a_zoomed_sheet_stands_still_until_the_hand_has_reached_it(
    qtbot: QtBot, window: MainWindow, waiting: Resource
) -> None:
    window.view.set_zoom(2.0)
    window.view.centerOn(QPointF(300, 150))
    bar, tray = window.view.horizontalScrollBar(), window.side.tray
    place = bar.value()
    inside_tray = window.view.viewport().mapFromGlobal(tray.mapToGlobal(QPoint(tray.width() - 10, 150)))
    with held_from_list(tray, tray.cards.index(0), window.view.viewport(), inside_tray):
        qtbot.wait(80)  # nothing is to happen, so there is nothing to wait for
        assert bar.value() == place
