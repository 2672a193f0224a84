"""Arrows on the canvas: drawn by the layout, and again where a card goes that is held."""

from collections.abc import Callable, Collection, Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from resource_mapper.domain.link import Ends
from resource_mapper.layout.boxes import CardBox, SheetLayout
from resource_mapper.layout.display_list import DisplayList
from resource_mapper.layout.draw_links import arrows
from resource_mapper.layout.geometry import Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.ui.canvas.paper import PAGE_PITCH, extent
from resource_mapper.ui.qt_painter import QtPainter

OVER_CARDS = 3.0
"""Over cards that lie, under marks and cards that are held."""


class ArrowItem(QGraphicsItem):
    """One arrow, in mm of its page. It lets the mouse through to the cards."""

    def __init__(self, painter: QtPainter) -> None:
        """Begin without a drawing."""
        super().__init__()
        self._painter = painter
        self._items: DisplayList = ()
        self._bounds = QRectF()
        self.setZValue(OVER_CARDS)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_arrow(self, items: DisplayList, page: int) -> None:
        """Show another drawing."""
        if items != self._items:
            self.prepareGeometryChange()
            self._items, bounds = items, QRectF()
            for item in items:
                bounds = bounds.united(extent(item))
            self._bounds = bounds.adjusted(-0.5, -0.5, 0.5, 0.5)
            self.update()
        self.setPos(0, page * PAGE_PITCH)

    def boundingRect(self) -> QRectF:
        """All of the arrow and its words."""
        return self._bounds

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw the arrow."""
        self._painter.paint(painter, self._items)


class LinkItems:
    """The arrows of a scene, one item each."""

    def __init__(self, scene: QGraphicsScene, painter: QtPainter, measurer: TextMeasurer) -> None:
        """Begin without arrows."""
        self._scene = scene
        self._painter = painter
        self._measurer = measurer
        self._items: dict[Ends, ArrowItem] = {}
        self._layout: SheetLayout | None = None

    def show_layout(self, layout: SheetLayout) -> None:
        """Show the arrows of a layout."""
        self._layout = layout
        if layout.worksheet.links or self._items:
            self._show(page.cards for page in layout.pages)

    def follow(self, pills: Mapping[str, QRectF]) -> None:
        """Let the arrows at some cards follow them: `pills` are where those are now, in scene coordinates."""
        layout = self._layout
        if layout is None or not any(pills.keys() & ends for ends in self._items):
            return
        for page in layout.pages:
            moved = [_moved(card, pills.get(card.resource.id), page.index) for card in page.cards]
            self._show_page(moved, page.index, pills.keys())

    def wait_for(self, ids: Collection[str]) -> None:
        """Show no arrow at cards that are still on their way; it would point to where they will be."""
        for ends, item in self._items.items():
            item.setVisible(not any(end in ids for end in ends))

    def fade(self, strength_of: Callable[[str], float]) -> None:
        """Let each arrow show as strongly as the weaker of its cards."""
        for ends, item in self._items.items():
            item.setOpacity(min(map(strength_of, ends)))

    def clear(self) -> None:
        """Let go of all arrows."""
        self._items.clear()

    def _show(self, pages: Iterable[tuple[CardBox, ...]]) -> None:
        shown: set[Ends] = set()
        for index, cards in enumerate(pages):
            shown |= self._show_page(cards, index)
        for ends in self._items.keys() - shown:
            self._scene.removeItem(self._items.pop(ends))

    def _show_page(self, cards: Iterable[CardBox], index: int, only: Collection[str] | None = None) -> set[Ends]:
        """Show the arrows of one page, of all cards or of those that end at some; return which are there."""
        assert self._layout is not None  # noqa: S101 called with a layout only
        links = self._layout.worksheet.links
        if only is not None:
            links = tuple(each for each in links if each.source in only or each.target in only)
        shown = set()
        for link, items in arrows(tuple(cards), links, self._measurer):
            item = self._items.get(link.ends)
            if item is None:
                item = self._items[link.ends] = ArrowItem(self._painter)
                self._scene.addItem(item)
            item.show_arrow(items, index)
            shown.add(link.ends)
        return shown


def _moved(card: CardBox, pill: QRectF | None, page: int) -> CardBox:
    if pill is None:
        return card
    at: QPointF = pill.topLeft()
    return card._replace(pill=Rect(at.x(), at.y() - page * PAGE_PITCH, card.pill.width, card.pill.height))
