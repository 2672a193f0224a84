"""The canvas until it is on the screen: a step of a drag, painting, zooming, a change of lens; against bare views."""

import gc
import re
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QGraphicsView, QListWidget

from benchmarks.application import application
from benchmarks.bare_canvas import BareCanvas
from benchmarks.measure import Measure, alternate
from benchmarks.report import Comparison, Report, Scale
from benchmarks.town import town
from resource_mapper.app import make_window
from resource_mapper.layout.boxes import CardBox
from resource_mapper.layout.geometry import MM_PER_PT
from resource_mapper.ui.asking.dialogs import Dialogs
from resource_mapper.ui.canvas.card_item import CardItem
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.window.main_window import MainWindow

LENSES = ("area_level", "category")
LENS_CARDS = 1000
REPAINTS = 10
_NOTES = """\
canvas: from handing over the event to the end of painting. For drags and other layouts the bare view's cards are
rectangles kept as pictures, without text; the app also lights the row, frames the range, shows it on the axis, says it
in words, and packs the row anew for those who make room. Half of its step is Python handling the event.
canvas, painting and zooming: the bare view's cards are Qt's own rectangle and text items, not kept. The app draws
pill, range, bar, outline, mark, name and flag, and the page; it keeps them as pictures until they change or the zoom
does, so that painting again only copies them, and a zoom step draws all of them.
canvas: showing another layout leaves out the layout itself, changing the lens has it in."""
NOTES = tuple(note.replace("\n", " ") for note in re.split(r"\n(?=canvas)", _NOTES))
_NO_KEYS = Qt.KeyboardModifier.NoModifier
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
            if number == LENS_CARDS or len(scale.canvas_cards) == 1:
                rows.extend((bench.repaint(scale), bench.zoom(scale), bench.apply(scale)))
                rows.extend((bench.switch_lens(scale), bench.quick_add(scale)))
            bench.close()
    return Report(tuple(rows), NOTES)


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
        """Drag one card to and fro, in both; others make room, as in the app."""
        card = self._card_in_sight()
        self._window.scene.glide.is_wanted = _always
        ours, bare = _Drag(self._window.view, card), _Drag(self._bare.view, card)
        series = alternate(ours.measure(scale.steps), bare.measure(scale.steps), scale.rounds)
        ours.end()
        bare.end()
        self._window.scene.glide.is_wanted = _never
        self._window.scene.glide.finish()
        return Comparison(
            f"drag one of {self._number:,} cards: one step, event → painted",
            "QGraphicsView moving one cached rectangle among as many",
            *series,
            target=2,
        )

    def repaint(self, scale: Scale) -> Comparison:
        """Paint everything in sight anew, a whole page, at the zoom at which it fits."""
        self._window.view.fit_page()
        written, seen = self._written(), self._in_sight()
        series = alternate(_Repaint(self._window.view), _Repaint(written.view), scale.rounds)
        written.view.close()
        return Comparison(
            f"paint the view again, {seen} of {self._number:,} cards in sight",
            "QGraphicsView with a rectangle and a text a card",
            *series,
            target=1.5,
        )

    def zoom(self, scale: Scale) -> Comparison:
        """One step of the zoom, in and out: nothing kept helps."""
        written, seen = self._written(), self._in_sight()
        series = alternate(_Zoom(self._window.view), _Zoom(written.view), scale.rounds)
        written.view.close()
        return Comparison(
            f"zoom by a step, {seen} of {self._number:,} cards in sight",
            "QGraphicsView with a rectangle and a text a card",
            *series,
        )

    def apply(self, scale: Scale) -> Comparison:
        """Show another layout that is ready, in both."""
        layouts, places = {}, {}
        for lens in LENSES:
            self._window.cards.set_lens(lens)
            layouts[lens], places[lens] = self._window.scene.layout, self._pills()
        order = list(places[LENSES[0]])
        ours = _Switch(self._window.view, lambda lens: self._window.scene.show_layout(layouts[lens]))
        bare = _Switch(self._bare.view, lambda lens: self._bare.move_all(places[lens][key] for key in order))
        return Comparison(
            f"show another layout of {self._number:,} cards, ready → painted",
            "QGraphicsView moving as many cached rectangles",
            *alternate(ours, bare, scale.slow_rounds),
        )

    def switch_lens(self, scale: Scale) -> Comparison:
        """Go from one lens to the other and back, in both."""
        places = {}
        for lens in LENSES:
            self._window.cards.set_lens(lens)
            places[lens] = self._pills()
        order = list(places[LENSES[0]])
        ours = _Switch(self._window.view, self._window.cards.set_lens)
        bare = _Switch(self._bare.view, lambda lens: self._bare.move_all(places[lens][key] for key in order))
        series = alternate(ours, bare, scale.slow_rounds)
        return Comparison(
            f"change the lens of {self._number:,} cards, action → painted",
            "QGraphicsView moving as many cached rectangles",
            *series,
        )

    def quick_add(self, scale: Scale) -> Comparison:
        """Press Enter behind a name: until the card is painted in the tray."""
        line, tray = self._window.side.quick_add, self._window.side.tray
        names = QListWidget()
        names.show()

        def press_enter() -> None:
            QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, _NO_KEYS, "\r"))

        def ours() -> float:
            line.setText("いきいきサロン")
            seconds = _PaintWatch(tray).seconds(press_enter)
            self._window.document.undo_stack.undo()
            return seconds

        def bare() -> float:
            seconds = _PaintWatch(names).seconds(lambda: names.addItem("いきいきサロン"))
            names.clear()
            return seconds

        series = alternate(ours, bare, scale.slow_rounds)
        names.close()
        return Comparison(
            f"quick add beside {self._number:,} cards: Enter → card painted", "QListWidget with one name more", *series
        )

    def _written(self) -> BareCanvas:
        layout = self._window.scene.layout
        assert layout is not None
        names = [card.resource.name for card in layout.cards]
        made = BareCanvas(self._window.view, self._pills().values(), names, layout.size_pt * MM_PER_PT)
        QApplication.processEvents()
        made.follow(self._window.view)
        return made

    def _in_sight(self) -> int:
        view = self._window.view
        return sum(isinstance(item, CardItem) for item in view.items(view.viewport().rect()))

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

    def __init__(self, view: QAbstractScrollArea) -> None:
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


class _Repaint:
    """The whole view once more."""

    def __init__(self, view: QGraphicsView) -> None:
        self._view = view
        self._watch = _PaintWatch(view)

    def __call__(self) -> float:
        gc.collect()
        return sum(self._watch.seconds(self._view.viewport().update) for _ in range(REPAINTS)) / REPAINTS


class _Zoom:
    """In and out in turns."""

    def __init__(self, view: QGraphicsView) -> None:
        self._view = view
        self._watch = _PaintWatch(view)
        self._factor = 1.1

    def __call__(self) -> float:
        gc.collect()
        factor, self._factor = self._factor, 1 / self._factor
        return self._watch.seconds(lambda: self._view.scale(factor, factor))


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
        self._next, self._other = LENSES

    def __call__(self) -> float:
        gc.collect()
        self._next, self._other = self._other, self._next
        return self._watch.seconds(lambda: self._show(self._other))


def _always() -> bool:
    return True


def _never() -> bool:
    return False


def _distance(point: tuple[float, float], other: QPointF) -> float:
    return abs(point[0] - other.x()) + abs(point[1] - other.y())
