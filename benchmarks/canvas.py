"""The canvas: one step of a drag and a change of lens until they are on the screen, against a bare QGraphicsView."""

import gc
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QGraphicsView

from benchmarks.application import application
from benchmarks.bare_canvas import BareCanvas
from benchmarks.measure import Measure, alternate
from benchmarks.report import Comparison, Report, Scale
from benchmarks.town import town
from resource_mapper.app import make_window
from resource_mapper.layout.boxes import CardBox
from resource_mapper.ui.dialogs import Dialogs
from resource_mapper.ui.main_window import MainWindow
from resource_mapper.ui.settings import SettingsStore

PATIENCE = 10.0
"""Seconds to wait for a paint event before something must be wrong."""


def run(scale: Scale) -> Report:
    """Measure in the app's own window."""
    application()
    rows: list[Comparison] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in scale.canvas_cards:
            window = make_window(Dialogs(), SettingsStore(Path(folder)))
            bench = _Bench(window, number)
            rows.append(bench.drag(scale))
            if number == scale.canvas_cards[-1]:
                rows.append(bench.switch_lens(scale))
            bench.close()
    note = (
        "canvas: from handing over the event to the end of painting. The bare view's cards are rectangles kept as "
        "pictures, without text; the app also says in words where the card would land, lights the row, marks the range."
    )
    return Report(tuple(rows), (note,))


class _Bench:
    """The app's window and a bare view with as many cards in the same places."""

    def __init__(self, window: MainWindow, number: int) -> None:
        self._window = window
        self._number = number
        window.resize(1366, 768)
        window.show()
        window.document.replace(town(number), None, None)
        QApplication.processEvents()
        self._bare = BareCanvas(window.view, self._pills().values())
        QApplication.processEvents()

    def close(self) -> None:
        """Close both windows."""
        self._bare.view.close()
        self._window.document.replace(town(1), None, None)
        self._window.close()
        QApplication.processEvents()

    def drag(self, scale: Scale) -> Comparison:
        """Drag one card to and fro, in both."""
        card = self._card_in_sight()
        ours, bare = _Drag(self._window.view, card), _Drag(self._bare.view, card)
        series = alternate(ours.measure(scale.steps), bare.measure(scale.steps), scale.rounds)
        ours.end()
        bare.end()
        return Comparison(
            f"drag one of {self._number:,} cards: one step, event → painted",
            "QGraphicsView moving one cached rectangle among as many",
            *series,
        )

    def switch_lens(self, scale: Scale) -> Comparison:
        """Go from one lens to the other and back, in both."""
        places = {}
        for lens in ("area_level", "category"):
            self._window.cards.set_lens(lens)
            places[lens] = self._pills()
        order = list(places["category"])
        ours = _Switch(self._window.view, self._window.cards.set_lens)
        bare = _Switch(self._bare.view, lambda lens: self._bare.move_all(places[lens][key] for key in order))
        series = alternate(ours, bare, scale.slow_rounds)
        return Comparison(
            f"change the lens of {self._number:,} cards, action → painted",
            "QGraphicsView moving as many cached rectangles",
            *series,
        )

    def _pills(self) -> dict[str, QRectF]:
        scene, layout = self._window.scene, self._window.scene.layout
        assert layout is not None
        return {
            card.resource.id: QRectF(
                scene.scene_point(card.page, card.pill.x, card.pill.y),
                scene.scene_point(card.page, card.pill.right, card.pill.bottom),
            )
            for card in layout.cards
        }

    def _card_in_sight(self) -> CardBox:
        """Return the card nearest to the middle of what the view shows."""
        view, scene = self._window.view, self._window.scene
        assert scene.layout is not None
        middle = view.mapToScene(view.viewport().rect().center())
        return min(scene.layout.pages[0].cards, key=lambda card: _distance(card.centre, middle))


class _PaintWatch(QObject):
    """Waits until a view's viewport has been painted."""

    def __init__(self, view: QGraphicsView) -> None:
        super().__init__()
        self._painted = False
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self._painted = self._painted or event.type() == QEvent.Type.Paint
        return False

    def seconds(self, act: Callable[[], object]) -> float:
        """Return the time from an action to the end of the painting it causes."""
        QApplication.processEvents()
        self._painted = False
        start = time.perf_counter()
        act()
        while not self._painted:
            QApplication.processEvents()
            if time.perf_counter() - start > PATIENCE:
                raise RuntimeError("nothing was painted")
        return time.perf_counter() - start


class _Drag:
    """A card held by the mouse."""

    def __init__(self, view: QGraphicsView, card: CardBox) -> None:
        self._view = view
        self._watch = _PaintWatch(view)
        self._middle = QPointF(view.mapFromScene(QPointF(*card.centre)))
        self._send(QEvent.Type.MouseButtonPress, self._middle)
        self._send(QEvent.Type.MouseMove, self._middle + QPointF(30, 12))  # far enough to begin a drag

    def measure(self, steps: int) -> Measure:
        """Return the measure of one step, the mean of `steps` of them."""

        def one_round() -> float:
            gc.collect()
            return sum(self._watch.seconds(partial(self._step, number)) for number in range(steps)) / steps

        return one_round

    def end(self) -> None:
        """Put the card back where it was."""
        self._send(QEvent.Type.MouseMove, self._middle)
        self._send(QEvent.Type.MouseButtonRelease, self._middle)

    def _step(self, number: int) -> None:
        across, down = 4 * abs(number % 20 - 10), 3 * (number % 8)
        self._send(QEvent.Type.MouseMove, self._middle + QPointF(across, down))

    def _send(self, kind: QEvent.Type, at: QPointF) -> None:
        none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
        button = none if kind == QEvent.Type.MouseMove else left
        buttons = none if kind == QEvent.Type.MouseButtonRelease else left
        on_screen = QPointF(self._view.viewport().mapToGlobal(QPoint(0, 0))) + at
        event = QMouseEvent(kind, at, on_screen, button, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self._view.viewport(), event)


class _Switch:
    """Two lenses in turns."""

    def __init__(self, view: QGraphicsView, show: Callable[[str], object]) -> None:
        self._watch = _PaintWatch(view)
        self._show = show
        self._next, self._other = "area_level", "category"

    def __call__(self) -> float:
        gc.collect()
        self._next, self._other = self._other, self._next
        return self._watch.seconds(lambda: self._show(self._other))


def _distance(point: tuple[float, float], other: QPointF) -> float:
    return abs(point[0] - other.x()) + abs(point[1] - other.y())
