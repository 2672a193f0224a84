"""The scene mirrors the model, whatever has been done to it."""

import gc
import random
import weakref
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QGraphicsView
from pytestqt.qtbot import QtBot

from resource_mapper.domain import edits
from resource_mapper.domain.axis import Span
from resource_mapper.domain.lens import LENSES
from resource_mapper.domain.resource import new_id
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.canvas.card_item import CardItem
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.factories import make_resource, make_worksheet, many_resources
from tests.helpers.mouse import Mm, drag, held, hover, move, wheel

SALON = "sample-09"
SMOOTHING = 8


def drawn_ids(window: MainWindow) -> list[str]:
    return sorted(item.resource_id for item in window.scene.items() if isinstance(item, CardItem))


def assert_mirrors(window: MainWindow) -> None:
    gc.collect()
    assert drawn_ids(window) == sorted(desk.on_sheet(window.document.worksheet))
    assert desk.items_are_in_place(window)
    waiting = [window.side.tray.cards.index(row).data() for row in range(window.side.tray.cards.rowCount())]
    assert waiting == desk.names(window.document.worksheet.unplaced)
    assert set(window.selection.ids) <= {r.id for r in window.document.worksheet.resources}


def random_edit(worksheet: Worksheet, rng: random.Random) -> Worksheet:
    ids = [resource.id for resource in worksheet.resources]
    some = set(rng.sample(ids, min(len(ids), rng.randint(1, 4))))
    span = Span(left := rng.randrange(0, 900) / 1000, min(1.0, left + rng.randrange(0, 400) / 1000))
    choices: list[Callable[[], Worksheet]] = [
        lambda: edits.add(worksheet, [make_resource(f"新しい{rng.random()}", rng.choice((None, (0.1, 0.4))))]),
        lambda: edits.remove(worksheet, some),
        lambda: edits.unplace(worksheet, some),
        lambda: edits.duplicate(worksheet, {key: new_id() for key in some}),
        lambda: edits.change(worksheet, some, span=span, category=rng.choice(worksheet.categories).id),
        lambda: edits.change(worksheet, some, status=rng.choice(tuple(Status)), name="長い名前" * rng.randint(1, 9)),
        lambda: edits.move(worksheet, some, rng.uniform(-0.4, 0.4), None),
        lambda: edits.set_lens(worksheet, rng.choice(LENSES).id),
        lambda: replace(worksheet, mirrored=not worksheet.mirrored),
    ]
    return rng.choice(choices)()


def test_cards_that_go_are_out_of_the_scene_at_once_and_freed_in_a_while(qtbot: QtBot, window: MainWindow) -> None:
    desk.show(window, make_worksheet(*many_resources(25)))
    goes = weakref.ref(next(item for item in window.scene.items() if isinstance(item, CardItem)))
    window.document.edit("消す", make_worksheet())
    assert drawn_ids(window) == []
    qtbot.waitUntil(lambda: goes() is None)
    window.document.undo_stack.undo()
    assert_mirrors(window)


def test_after_200_random_edits_undos_and_redos(window: MainWindow) -> None:
    rng = random.Random(20261123)
    desk.show(window, make_worksheet(*many_resources(25)))
    stack = window.document.undo_stack
    for step in range(200):
        match rng.randrange(10):
            case 0 | 1:
                stack.undo()
            case 2:
                stack.redo()
            case 3:
                window.selection.set(r.id for r in rng.sample(window.document.worksheet.resources, step % 3))
            case _:
                window.document.edit("変える", random_edit(window.document.worksheet, rng))
        if step % 20 == 0:
            QApplication.processEvents()
            assert_mirrors(window)
    assert_mirrors(window)
    while stack.canUndo():
        stack.undo()
    assert window.document.worksheet == make_worksheet(*many_resources(25))
    assert_mirrors(window)


def test_another_document_with_the_same_ids_is_drawn_anew(window: MainWindow) -> None:
    sample = sample_worksheet()
    recoloured = replace(sample, categories=tuple(replace(c, color="#101010") for c in sample.categories))
    desk.show(window, recoloured)
    wanted = picture(window)
    desk.show(window, make_worksheet())
    desk.show(window, sample)
    assert count_differing(wanted, picture(window)) > 1000
    desk.show(window, recoloured)
    assert count_differing(wanted, picture(window)) == 0


class TestManyCards:
    """A sheet of several pages."""

    @pytest.fixture
    def town(self, window: MainWindow) -> Worksheet:
        return desk.show(window, make_worksheet(*many_resources(300)))

    def test_it_goes_on_on_further_pages(self, window: MainWindow, town: Worksheet) -> None:
        layout = window.scene.layout
        assert layout is not None
        assert len(layout.pages) > 1
        assert f"A3 {len(layout.pages)}枚" in desk.child(window, "summaryLabel").property("text")
        assert_mirrors(window)
        assert window.view.verticalScrollBar().maximum() > 0
        window.view.verticalScrollBar().setValue(window.view.verticalScrollBar().maximum())
        bottom = window.view.mapToScene(window.view.viewport().rect().bottomLeft())
        assert window.scene.page_point(bottom)[0] == len(layout.pages) - 1

    def test_a_card_can_be_dragged_to_another_page(self, window: MainWindow, town: Worksheet) -> None:
        layout = window.scene.layout
        assert layout is not None
        last = layout.pages[-1]
        target_row = last.rows[-1].row.id
        first = next(card for card in layout.pages[0].cards if card.row_id != target_row)
        desk.trigger(window, "fitPage")
        window.view.set_zoom(0.3)
        key = first.resource.id
        start = desk.middle(window, key)
        body = last.rows[-1].body
        end: Mm = (start[0], window.scene.scene_point(last.index, 0, body.centre_y).y())
        window.view.centerOn(QPointF(start[0], (start[1] + end[1]) / 2))
        drag(window.view, start, end)
        assert desk.resource(window, key).category == target_row
        assert desk.resource(window, key).span == first.resource.span
        assert window.document.undo_stack.count() == 1
        assert_mirrors(window)
        window.document.undo_stack.undo()
        assert window.document.worksheet == town
        assert_mirrors(window)

    def test_fewer_cards_take_fewer_pages(self, window: MainWindow, town: Worksheet) -> None:
        height = window.scene.sceneRect().height()
        window.document.edit("減らす", town.with_resources(town.resources[:20]))
        assert window.scene.sceneRect().height() < height
        window.document.undo_stack.undo()
        assert window.scene.sceneRect().height() == height

    def test_only_pages_and_cards_in_sight_are_painted_again(self, window: MainWindow, town: Worksheet) -> None:
        assert window.view.viewportUpdateMode() is QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate
        assert window.scene.itemIndexMethod() is window.scene.ItemIndexMethod.BspTreeIndex


def test_the_scene_never_grows_under_a_drag(window: MainWindow) -> None:
    desk.show(window, sample_worksheet())
    rect = window.scene.sceneRect()
    start = desk.middle(window, SALON)
    with held(window.view, start, (start[0] + 2000, start[1] + 2000)):
        assert window.scene.sceneRect() == rect
    assert window.scene.sceneRect() == rect


def test_an_empty_sheet_invites(window: MainWindow) -> None:
    empty = picture(window)
    window.side.quick_add.setText("いきいきサロン")
    window.side.quick_add.returnPressed.emit()
    assert count_differing(empty, picture(window)) > 1000, "the invitation is gone"
    window.document.undo_stack.undo()
    assert count_differing(empty, picture(window)) == 0


class TestPixels:
    """What is on the screen after partial repaints is what a full repaint shows."""

    def test_a_drag_leaves_no_trace(self, window: MainWindow) -> None:
        desk.show(window, sample_worksheet())
        window.selection.set([SALON, "sample-13"])
        start = desk.middle(window, SALON)
        with held(window.view, start, (start[0] + 90, start[1] + 70), steps=12):
            settle()
            assert_nothing_stale(window)
            for x, y in ((150, 60), (260, 220), (120, 130)):
                move(window.view, (x, y))
                settle()
            assert_nothing_stale(window)
        settle()
        assert_nothing_stale(window)

    def test_ends_hovering_and_undo_leave_no_trace(self, window: MainWindow) -> None:
        desk.show(window, sample_worksheet())
        start = desk.end(window, SALON, right=True)
        with held(window.view, start, (start[0] + 70, start[1]), steps=6):
            settle()
            assert_nothing_stale(window)
        for key in ("sample-01", "sample-12", SALON):
            hover(window.view, desk.middle(window, key))
            settle()
        hover(window.view, (200, 275))
        window.document.undo_stack.undo()
        settle()
        assert_nothing_stale(window)

    def test_scrolling_and_zooming_leave_no_trace(self, window: MainWindow) -> None:
        desk.show(window, make_worksheet(*many_resources(120)))
        for delta in (-120, -240, 120):
            wheel(window.view, window.view.viewport().rect().center(), delta)
            settle()
        window.view.set_zoom(1.5)
        settle()
        assert_nothing_stale(window)


def settle() -> None:
    QApplication.processEvents()


def on_screen(window: MainWindow) -> QImage:
    """Return the canvas as it stands on the screen, without painting anything."""
    whole = window.screen().grabWindow(window.winId()).toImage()
    top_left = window.view.viewport().mapTo(window, window.view.viewport().rect().topLeft())
    return whole.copy(window.view.viewport().rect().translated(top_left))


def picture(window: MainWindow) -> QImage:
    """Return the canvas painted anew."""
    settle()
    return window.view.viewport().grab().toImage()


def assert_nothing_stale(window: MainWindow) -> None:
    before = on_screen(window)
    assert before.width() > 200, "the screen can be read"
    window.view.viewport().repaint()
    settle()
    assert count_differing(before, on_screen(window)) == 0


def count_differing(one: QImage, other: QImage) -> int:
    """Return how many pixels differ by more than smoothing at the edge of a partial repaint does."""
    assert one.size() == other.size()
    first = bytes(one.convertToFormat(QImage.Format.Format_RGB32).constBits())
    second = bytes(other.convertToFormat(QImage.Format.Format_RGB32).constBits())
    if first == second:
        return 0
    rows = range(0, len(first), one.bytesPerLine())
    changed = [at for at in rows if first[at : at + one.bytesPerLine()] != second[at : at + one.bytesPerLine()]]
    return sum(
        any(abs(first[byte] - second[byte]) > SMOOTHING for byte in range(pixel, pixel + 3))
        for at in changed
        for pixel in range(at, at + one.bytesPerLine(), 4)
    )
