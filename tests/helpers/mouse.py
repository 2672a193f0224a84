"""The hand: presses, moves and releases as Qt delivers them. Places on the sheet are scene points in mm."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QGraphicsView, QWidget

Mm = tuple[float, float]
"""x and y of a scene point; page n begins `PAGE_PITCH` further down than the one before."""

NONE = Qt.KeyboardModifier.NoModifier
LEFT, MIDDLE, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton


def pixel(view: QGraphicsView, at: Mm) -> QPoint:
    """Return the pixel of the viewport that shows a scene point."""
    return view.mapFromScene(QPointF(*at))


def press(view: QGraphicsView, at: Mm, modifiers: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT) -> None:
    """Press a button."""
    QTest.mousePress(view.viewport(), button, modifiers, pixel(view, at))


def move(view: QGraphicsView, to: Mm, modifiers: Qt.KeyboardModifier = NONE, held: Qt.MouseButton = LEFT) -> None:
    """Move with a button held; also to places outside the viewport, where Qt goes on sending to the widget grabbed."""
    send_move(view.viewport(), pixel(view, to), held, modifiers)


def release(view: QGraphicsView, at: Mm, modifiers: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT) -> None:
    """Let go."""
    _send_release(view.viewport(), pixel(view, at), button, modifiers)


def click(view: QGraphicsView, at: Mm, modifiers: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT) -> None:
    """Press and let go at once."""
    press(view, at, modifiers, button)
    release(view, at, modifiers, button)


def double_click(view: QGraphicsView, at: Mm) -> None:
    """Click twice, as the system reports it: the second press comes as a double click."""
    where = pixel(view, at)
    QTest.mouseClick(view.viewport(), LEFT, NONE, where)
    QTest.mouseDClick(view.viewport(), LEFT, NONE, where)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, where)


def hover(view: QGraphicsView, at: Mm) -> None:
    """Move without a button."""
    send_move(view.viewport(), pixel(view, at), Qt.MouseButton.NoButton, NONE)


def drag(
    view: QGraphicsView,
    start: Mm,
    end: Mm,
    modifiers: Qt.KeyboardModifier = NONE,
    steps: int = 4,
    button: Qt.MouseButton = LEFT,
) -> None:
    """Press, move in steps (at least two), let go."""
    with held(view, start, end, modifiers, steps, button):
        pass


@contextmanager
def held(
    view: QGraphicsView,
    start: Mm,
    end: Mm,
    modifiers: Qt.KeyboardModifier = NONE,
    steps: int = 4,
    button: Qt.MouseButton = LEFT,
) -> Iterator[None]:
    """Drag, do what the `with` holds while the button is still down, then let go."""
    press(view, start, modifiers, button)
    for at in _way(start, end, steps):
        move(view, at, modifiers, button)
    yield
    release(view, end, modifiers, button)


def wheel(view: QGraphicsView, at: QPoint, delta: int, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    """Turn the wheel at a pixel of the viewport; a notch is 120, touch pads send many small ones."""
    for _ in range(times):
        QApplication.sendEvent(
            view.viewport(),
            QWheelEvent(
                QPointF(at),
                QPointF(view.viewport().mapToGlobal(at)),
                QPoint(),
                QPoint(0, delta),
                Qt.MouseButton.NoButton,
                modifiers,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )


def click_row(list_view: QAbstractItemView, index: QModelIndex, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Click an entry of a list."""
    QTest.mouseClick(list_view.viewport(), LEFT, modifiers, list_view.visualRect(index).center())


@contextmanager
def held_from_list(
    list_view: QAbstractItemView, index: QModelIndex, target: QWidget, at: QPoint, steps: int = 4
) -> Iterator[Callable[[QPoint], None]]:
    """Drag an entry of a list to a pixel of another widget; the list gets all events, as while it holds the mouse.

    Yields a function that moves on to a further pixel of the target.
    """
    viewport = list_view.viewport()
    start = list_view.visualRect(index).center()
    end = viewport.mapFromGlobal(target.mapToGlobal(at))
    last = end

    def move_on(further: QPoint) -> None:
        nonlocal last
        last = viewport.mapFromGlobal(target.mapToGlobal(further))
        send_move(viewport, last, LEFT, NONE)

    QTest.mousePress(viewport, LEFT, NONE, start)
    for x, y in _way((start.x(), start.y()), (end.x(), end.y()), steps):
        send_move(viewport, QPoint(round(x), round(y)), LEFT, NONE)
    yield move_on
    _send_release(viewport, last, LEFT, NONE)


def drag_from_list(list_view: QAbstractItemView, index: QModelIndex, target: QWidget, at: QPoint) -> None:
    """Drag an entry of a list to a pixel of another widget and let go there."""
    with held_from_list(list_view, index, target, at):
        pass


def _way(start: Mm, end: Mm, steps: int) -> Iterator[Mm]:
    assert steps >= 2, "Qt's own drags begin with the second move"
    for step in range(1, steps + 1):
        share = step / steps
        yield start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def send_move(widget: QWidget, at: QPoint, held_button: Qt.MouseButton, modifiers: Qt.KeyboardModifier) -> None:
    """Move to a pixel of a widget."""
    _send(widget, QMouseEvent.Type.MouseMove, at, Qt.MouseButton.NoButton, held_button, modifiers)


def _send_release(widget: QWidget, at: QPoint, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier) -> None:
    if widget.rect().contains(at):
        QTest.mouseRelease(widget, button, modifiers, at)
    else:  # `QTest` knows no place outside the widget
        _send(widget, QMouseEvent.Type.MouseButtonRelease, at, button, Qt.MouseButton.NoButton, modifiers)


def _send(
    widget: QWidget,
    kind: QMouseEvent.Type,
    at: QPoint,
    button: Qt.MouseButton,
    buttons: Qt.MouseButton,
    modifiers: Qt.KeyboardModifier,
) -> None:
    where, everywhere = QPointF(at), QPointF(widget.mapToGlobal(at))
    QApplication.sendEvent(widget, QMouseEvent(kind, where, everywhere, button, buttons, modifiers))
