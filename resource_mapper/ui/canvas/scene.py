"""The scene mirrors the layout by applying differences; nothing is ever read back out of an item."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from resource_mapper.domain.coverage import Gap
from resource_mapper.domain.edits import Place
from resource_mapper.layout.boxes import CardBox, SheetLayout
from resource_mapper.layout.draw_card import draw_card
from resource_mapper.layout.draw_sheet import draw_background
from resource_mapper.layout.locate import locate
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.page import SHEET
from resource_mapper.ui.canvas.items import BandItem, CardItem, DropMarkItem, EmptyHintItem, PageItem
from resource_mapper.ui.qt_painter import QtPainter, qrect

PAGE_PITCH = SHEET.height + 12.0
DESK_MARGIN = 6.0


class SheetScene(QGraphicsScene):
    """Pages one below the other, one scene unit = 1 mm."""

    def __init__(self, painter: QtPainter, measurer: TextMeasurer) -> None:
        """Begin without a sheet; `show_layout` brings one."""
        super().__init__()
        self._painter = painter
        self._measurer = measurer
        self._pages: list[PageItem] = []
        self._items: dict[str, CardItem] = {}
        self._boxes: dict[str, CardBox] = {}
        self._selected: frozenset[str] = frozenset()
        self._hovered: str | None = None
        self._focused: str | None = None
        self.layout: SheetLayout | None = None
        self.drop_mark = DropMarkItem()
        self.addItem(self.drop_mark)
        self.band = BandItem()
        self.addItem(self.band)
        self._hint = EmptyHintItem()
        self.addItem(self._hint)

    def show_layout(self, layout: SheetLayout) -> None:
        """Show another layout: add, change and remove only what differs."""
        recoloured = self.layout is None or self.layout.worksheet.categories != layout.worksheet.categories
        self.layout = layout
        self._show_pages(layout)
        boxes = {card.resource.id: card for card in layout.cards}
        for gone in self._items.keys() - boxes.keys():
            self.removeItem(self._items.pop(gone))
        for order, (resource_id, box) in enumerate(boxes.items()):
            if recoloured or self._boxes.get(resource_id) != box:
                self._show_card(box, layout)
            self._items[resource_id].setZValue(order * 1e-4)
        self._boxes = boxes
        self._show_states(boxes.keys())

    def _show_pages(self, layout: SheetLayout) -> None:
        while len(self._pages) > len(layout.pages):
            self.removeItem(self._pages.pop())
        while len(self._pages) < len(layout.pages):
            page = PageItem(self._painter)
            page.setPos(0, len(self._pages) * PAGE_PITCH)
            self.addItem(page)
            self._pages.append(page)
        for item, box in zip(self._pages, layout.pages, strict=True):
            item.show_items(draw_background(layout, box, self._measurer))
        height = (len(self._pages) - 1) * PAGE_PITCH + SHEET.height
        desk = QRectF(0, 0, SHEET.width, height)
        self.setSceneRect(desk.adjusted(-DESK_MARGIN, -DESK_MARGIN, DESK_MARGIN, DESK_MARGIN))

    def _show_card(self, box: CardBox, layout: SheetLayout) -> None:
        item = self._items.get(box.resource.id)
        if item is None:
            item = CardItem(self._painter, box.resource.id)
            self._items[box.resource.id] = item
            self.addItem(item)
        item.show_card(box, draw_card(box, layout.worksheet, self._measurer))
        item.setPos(self.scene_point(box.page, box.pill.x, box.pill.y))

    def put_back(self, resource_id: str) -> None:
        """Return a dragged item to where the layout has it."""
        box, item = self._boxes.get(resource_id), self._items.get(resource_id)
        if box is not None and item is not None:
            item.setPos(self.scene_point(box.page, box.pill.x, box.pill.y))

    def show_selection(self, selected: frozenset[str], focused: str | None) -> None:
        """Mark the selected cards, and the one that keys go to."""
        changed = {*(self._selected ^ selected), self._focused, focused} - {None}
        self._selected, self._focused = selected, focused
        self._show_states(key for key in changed if key is not None)

    def show_hover(self, resource_id: str | None) -> None:
        """Mark the card under the pointer."""
        changed = [key for key in (self._hovered, resource_id) if key is not None]
        self._hovered = resource_id
        self._show_states(changed)

    def _show_states(self, ids: Iterable[str]) -> None:
        for resource_id in ids:
            if item := self._items.get(resource_id):
                item.show_state(
                    selected=resource_id in self._selected,
                    hovered=resource_id == self._hovered,
                    focused=resource_id == self._focused,
                )

    def item_of(self, resource_id: str) -> CardItem | None:
        """Return a card's item."""
        return self._items.get(resource_id)

    def box_of(self, resource_id: str) -> CardBox | None:
        """Return a card's place in the layout."""
        return self._boxes.get(resource_id)

    def card_under(self, point: QPointF) -> CardBox | None:
        """Return the topmost card under a scene point."""
        hits = (item for item in self.items(point) if isinstance(item, CardItem) and item.pill.contains(point))
        top = next(hits, None)
        return self._boxes.get(top.resource_id) if top else None

    def cards_within(self, area: QRectF) -> list[str]:
        """Return the IDs of the cards that an area touches."""
        return [key for key, item in self._items.items() if item.pill.intersects(area)]

    def page_point(self, point: QPointF) -> tuple[int, float, float]:
        """Return the page of a scene point, and x and y on it."""
        page = min(max(int(point.y() // PAGE_PITCH), 0), max(len(self._pages) - 1, 0))
        return page, point.x(), point.y() - page * PAGE_PITCH

    def scene_point(self, page: int, x: float, y: float) -> QPointF:
        """Return a point of a page in scene coordinates."""
        return QPointF(x, y + page * PAGE_PITCH)

    def place_at(self, point: QPointF) -> Place | None:
        """Return what a scene point means on the sheet: the inverse of layout."""
        return locate(self.layout, *self.page_point(point)) if self.layout else None

    def show_drop_mark(self, point: QPointF, left: float, right: float, height: float) -> None:
        """Light the row under a point and frame the range `left … right` (0–1) at the point's height."""
        if self.layout is None:
            return
        page, _, y = self.page_point(point)
        where = locate(self.layout, page, point.x(), y)
        row = next(row for row in self.layout.pages[page].rows if row.row.id == where.row_id)
        x0, x1 = self.layout.scale.stretch(left, right)
        top = min(max(y - height / 2, row.body.y), max(row.body.bottom - height, row.body.y))
        offset = page * PAGE_PITCH
        target = QRectF(x0, top + offset, max(x1 - x0, 1.0), height)
        self.drop_mark.show_at(qrect(row.body).translated(0, offset), target)

    def gap_area(self, gap: Gap) -> QRectF | None:
        """Return where a gap lies."""
        if self.layout is None:
            return None
        x0, x1 = self.layout.scale.stretch(gap.bands[0].start, gap.bands[-1].end)
        for page in self.layout.pages:
            for row in page.rows:
                if row.row.id == gap.row.id:
                    return QRectF(x0, row.body.y + page.index * PAGE_PITCH, x1 - x0, row.body.height)
        return None

    def show_empty_hint(self, shown: bool) -> None:
        """Invite to write on an empty sheet."""
        self._hint.setVisible(shown)

    def shut_down(self) -> None:
        """Let go of everything before the window goes (Qt would otherwise call back into Python)."""
        self.blockSignals(True)
        self._items.clear()
        self._boxes.clear()
        self._pages.clear()
        self.clear()
