"""What a person sees and does at the window, in the terms of the sheet."""

import time
from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import CardBox, RowBox, SheetLayout
from resource_mapper.ui.canvas.paper import PAGE_PITCH
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers.mouse import Mm


def show(window: MainWindow, worksheet: Worksheet) -> Worksheet:
    """Open a worksheet as if it came from a file; return it."""
    window.document.replace(worksheet, None, None)
    QApplication.processEvents()
    return worksheet


def resource(window: MainWindow, resource_id: str) -> Resource:
    """Return a resource as the document has it now."""
    found = window.document.worksheet.get(resource_id)
    assert found is not None, f"{resource_id} is gone"
    return found


def names(resources: Iterable[Resource]) -> list[str]:
    """Return names."""
    return [resource.name for resource in resources]


def selected(window: MainWindow) -> tuple[str, ...]:
    """Return the IDs of the selected cards, in the order in which they were selected."""
    return window.selection.ids


def undo_texts(window: MainWindow) -> list[str]:
    """Return the texts of the undo steps so far."""
    stack = window.document.undo_stack
    return [stack.text(index) for index in range(stack.index())]


def layout_of(window: MainWindow) -> SheetLayout:
    """Return the layout that the canvas shows."""
    assert window.scene.layout is not None
    return window.scene.layout


def box(window: MainWindow, resource_id: str) -> CardBox:
    """Return where a card lies."""
    found = window.scene.box_of(resource_id)
    assert found is not None, f"{resource_id} is not on the sheet"
    return found


def middle(window: MainWindow, resource_id: str) -> Mm:
    """Return the middle of a card, where a hand takes it."""
    card = box(window, resource_id)
    return card.pill.centre_x, card.pill.centre_y + card.page * PAGE_PITCH


def end(window: MainWindow, resource_id: str, *, right: bool) -> Mm:
    """Return the handle at an end of a card's range, as seen; two pixels inside, where it is on any card."""
    card = box(window, resource_id)
    inside = 2 * mm_per_px(window)
    return card.range_right - inside if right else card.range_left + inside, middle(window, resource_id)[1]


def row(window: MainWindow, row_id: str, page: int | None = None) -> tuple[RowBox, int]:
    """Return a row (its part on a page) and its page."""
    layout = window.scene.layout
    assert layout is not None
    pages = layout.pages if page is None else layout.pages[page : page + 1]
    return next((found, one.index) for one in pages for found in one.rows if found.row.id == row_id)


def row_middle(window: MainWindow, row_id: str) -> float:
    """Return the scene y of the middle of a row."""
    found, page = row(window, row_id)
    return found.body.centre_y + page * PAGE_PITCH


def x_of(window: MainWindow, position: float) -> float:
    """Return the scene x of a place on the axis (0–1)."""
    layout = window.scene.layout
    assert layout is not None
    return layout.scale.x(position)


def mm_per_px(window: MainWindow) -> float:
    """Return how far on the sheet a pixel of the mouse is."""
    return 1 / window.view.transform().m11()


def on_sheet(worksheet: Worksheet) -> set[str]:
    """Return the IDs of the cards that the sheet shows: what has ended only where 状況 makes the rows."""
    shows_ended = worksheet.lens == "status"
    return {card.id for card in worksheet.placed if shows_ended or card.status != Status.ENDED}


def items_are_in_place(window: MainWindow) -> bool:
    """Whether every card is drawn where the layout has it."""
    layout = window.scene.layout
    assert layout is not None
    for card in layout.cards:
        item = window.scene.item_of(card.resource.id)
        if item is None or item.pos() != QPointF(card.pill.x, card.pill.y + card.page * PAGE_PITCH):
            return False  # `QPointF` compares with a tolerance
    return True


def child(window: QWidget, name: str) -> QWidget:
    """Return a widget by its `objectName`."""
    found = window.findChild(QWidget, name)
    assert isinstance(found, QWidget), f"no widget {name!r}"
    return found


def trigger(window: MainWindow, action_id: str) -> None:
    """Choose an action as from its menu; a disabled one does nothing, as there."""
    window.actions_by_id[action_id].trigger()


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
    """Press a key where the system sends it: to the widget with the focus."""
    for _ in range(times):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifiers)


def wait_idle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until reading, saving, importing or printing is done and its answer has been shown."""
    qtbot.waitUntil(lambda: not window.tasks.is_busy, timeout=20_000)
    QApplication.processEvents()


def settle(window: QWidget) -> None:
    """Let a window become the active one again, as the system makes it once a pop-up or a dialog has closed."""
    window.activateWindow()
    patience = time.monotonic() + 5
    while not window.isActiveWindow() and time.monotonic() < patience:
        QApplication.processEvents()
