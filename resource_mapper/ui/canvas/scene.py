"""The scene mirrors the layout by applying differences; nothing is ever read back out of an item."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from resource_mapper.domain.axis import Span, place_in_words
from resource_mapper.layout.boxes import CardBox, SheetLayout
from resource_mapper.layout.display_list import DisplayList
from resource_mapper.layout.draw_card import draw_card
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.page import AXIS, SHEET
from resource_mapper.ui.canvas.card_item import CardItem, looks_alike
from resource_mapper.ui.canvas.link_handle import LinkHandle, RubberArrow
from resource_mapper.ui.canvas.link_items import LinkItems
from resource_mapper.ui.canvas.marks import BandItem, DropMark, EmptyHintItem
from resource_mapper.ui.canvas.motion import Glide
from resource_mapper.ui.canvas.note_items import NoteItems
from resource_mapper.ui.canvas.onward_flags import OnwardFlags
from resource_mapper.ui.canvas.paper import PAGE_PITCH, PaperBackground
from resource_mapper.ui.canvas.scene_space import SceneSpace, Spot
from resource_mapper.ui.canvas.slices import Slices
from resource_mapper.ui.qt_painter import QtPainter

DESK_MARGIN = 6.0
FADED = 0.22
"""Strength of cards that the filter does not show: there, but out of the way."""
AT_ONCE = 300
"""New cards that are made before anything else happens, more than are in sight; others follow bit by bit."""


class SheetScene(SceneSpace):
    """The cards on the paper, and what they show of selection, filter and gestures."""

    def __init__(self, painter: QtPainter, measurer: TextMeasurer) -> None:
        """Begin without a sheet; `show_layout` brings one."""
        super().__init__()
        self._painter = painter
        self._measurer = measurer
        self._paper = PaperBackground(painter, measurer)
        self._items: dict[str, CardItem] = {}
        self._boxes: dict[str, CardBox] = {}
        self._order: dict[str, float] = {}
        """Height above the paper, by ID."""
        self._selected: frozenset[str] = frozenset()
        self._hovered: str | None = None
        self._focused: str | None = None
        self._filtered: frozenset[str] | None = None
        self._hides = False
        self._held_back: frozenset[str] = frozenset()
        self.writes_aims = False
        """Whether the ends of cards are those of their aims (あるべき姿)."""
        self.glide = Glide(self)
        self.links = LinkItems(self, painter, measurer)
        self.onward = OnwardFlags(self, painter, measurer)
        self.glide.settled.connect(self._show_arrows)
        self._later = Slices(self._add_cards, AT_ONCE, self)
        self._gone: dict[str, CardItem] = {}
        """Cards that are out of the scene: to free one takes longer than to let go of it."""
        self._freeing = Slices(self._free, AT_ONCE, self)
        self.notes = NoteItems(self, painter, measurer)
        self.rubber_arrow = RubberArrow(self)
        self._link_handle = LinkHandle()
        self.addItem(self._link_handle)
        self.drop_mark = DropMark(self)
        self.band = BandItem()
        self.addItem(self.band)
        self._hint = EmptyHintItem()
        self.addItem(self._hint)

    def show_layout(self, layout: SheetLayout) -> None:
        """Show another layout: add, change and remove only what differs."""
        recoloured = self.layout is None or self.layout.worksheet.categories != layout.worksheet.categories
        self.layout = layout
        before, self._boxes = self._boxes, {card.resource.id: card for card in layout.cards}
        self._order = {key: order * 1e-4 for order, key in enumerate(self._boxes)}
        self._drop_cards()  # before the scene gets another size: then Qt would look for each card among all of them
        self._show_pages(layout)
        self._change_cards({} if recoloured else before)
        self.links.show_layout(layout)
        self.onward.show_layout(layout)
        self._show_arrows()
        self.offer_link()
        self.notes.show_layout(layout)
        fresh = [key for key in self._boxes if key not in self._items]
        self._add_cards(fresh[:AT_ONCE])
        self._later.start(fresh[AT_ONCE:])

    def _drop_cards(self) -> None:
        """Let go of the cards that are not in the layout, the last first: Qt would move up all that come after one."""
        for gone in [key for key in reversed(self._items) if key not in self._boxes]:
            self.glide.drop(gone)
            self._gone[gone] = self._items.pop(gone)
            self.removeItem(self._gone[gone])
        self._freeing.start(list(self._gone))

    def _free(self, ids: Iterable[str]) -> None:
        for key in ids:
            self._gone.pop(key, None)

    def _change_cards(self, before: Mapping[str, CardBox]) -> None:
        """Let the cards go where they lie now; what does not look as it did `before` is drawn anew."""
        moved: list[tuple[CardItem, QPointF]] = []
        for key, item in self._items.items():
            old, box = before.get(key), self._boxes[key]
            if old is None or (old is not box and not looks_alike(old, box)):
                item.show_card(box, self._draw)
            home = self._home(box)
            if item.pos() != home:
                moved.append((item, home))
            item.setZValue(self._order[key])
        self.glide.send(moved, self._in_sight())

    def _show_pages(self, layout: SheetLayout) -> None:
        if self._paper.show(layout, self._in_sight()):
            for view in self.views():
                view.resetCachedContent()
                # All of it: painted before Qt has looked at its items, a part would leave traces beside it.
                view.viewport().update()
        height = (self._paper.count - 1) * PAGE_PITCH + SHEET.height
        desk = QRectF(0, 0, SHEET.width, height)
        self.setSceneRect(desk.adjusted(-DESK_MARGIN, -DESK_MARGIN, DESK_MARGIN, DESK_MARGIN))

    def _add_cards(self, ids: Iterable[str]) -> None:
        """Make the cards of the layout that are not there yet."""
        fresh = [key for key in ids if key not in self._items]
        for key in fresh:
            box = self._boxes[key]
            item = CardItem(self._painter, key)
            item.setPos(self._home(box))
            item.setZValue(self._order[key])
            item.show_card(box, self._draw)
            self._items[key] = item
            self.addItem(item)
        self._show_states(fresh)
        self.fade(fresh)

    def _draw(self, box: CardBox) -> DisplayList:
        assert self.layout is not None  # noqa: S101 only cards of a layout are drawn
        return draw_card(box, self.layout.worksheet, self._measurer)

    def _home(self, box: CardBox) -> QPointF:
        return self.scene_point(box.page, box.pill.x, box.pill.y)

    def _in_sight(self) -> QRectF:
        """Return what the views show of the scene."""
        seen = QRectF()
        for view in self.views():
            seen = seen.united(view.mapToScene(view.viewport().rect()).boundingRect())
        return seen

    def draw_paper(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the paper that an area touches, as the background of a view."""
        self._paper.paint(painter, rect)

    def put_back(self, resource_ids: Iterable[str]) -> None:
        """Return dragged items, and the arrows at them, to where the layout has them."""
        if self.layout is not None:
            self.links.show_layout(self.layout)
        there = [key for key in resource_ids if key in self._items]
        self.fade(there)
        homes = [(self._items[key], self._home(self._boxes[key])) for key in there]
        self.glide.send([(item, home) for item, home in homes if item.pos() != home], self._in_sight())
        self._show_arrows()

    def send_to(self, heights: Mapping[str, float], page: int) -> None:
        """Let cards stand, for the time being, with their middles at other heights (mm on a page)."""
        ways = []
        for key, middle in heights.items():
            item, box = self._items.get(key), self._boxes.get(key)
            if item is not None and box is not None:
                ways.append((item, self.scene_point(page, box.pill.x, middle - box.pill.height / 2)))
        self.glide.send(ways, self._in_sight())
        self._show_arrows()

    def show_selection(self, selected: frozenset[str], focused: str | None) -> None:
        """Mark the selected cards, and the one that keys go to."""
        changed = {*(self._selected ^ selected), self._focused, focused} - {None}
        self._selected, self._focused = selected, focused
        self.offer_link()
        self._show_states(key for key in changed if key is not None)

    def show_filter(self, shown: frozenset[str] | None, *, hides: bool) -> None:
        """Let all cards but these fade, or leave the sheet; None shows every card."""
        if (shown, hides) != (self._filtered, self._hides):
            self._filtered, self._hides = shown, hides
            self.fade(self._items)

    def fade(self, ids: Iterable[str]) -> None:
        """Give cards the strength that the filter leaves them."""
        for key in ids:
            shown = self._filtered is None or key in self._filtered
            self._items[key].setOpacity(1.0 if shown else FADED)
            self._items[key].setVisible(shown or not self._hides)
        self.links.fade(self._strength)

    def hold_back(self, ids: frozenset[str]) -> None:
        """Let the arrows at some cards wait until all may see the cards."""
        if ids != self._held_back:
            self._held_back = ids
            self.links.fade(self._strength)

    def _strength(self, resource_id: str) -> float:
        """Return how strongly the arrows at a card show: as the filter lets the card, and once it may be seen."""
        if resource_id in self._held_back:
            return 0.0
        shown = self._filtered is None or resource_id in self._filtered
        return 1.0 if shown else 0.0 if self._hides else FADED

    def show_hover(self, resource_id: str | None) -> None:
        """Mark the card under the pointer."""
        changed = [key for key in (self._hovered, resource_id) if key is not None]
        self._hovered = resource_id
        self.offer_link()
        self._show_states(changed)

    def _show_arrows(self) -> None:
        """Show the arrows at cards that lie still, also where those have made room for one that is held."""
        self.links.wait_for(self.glide.under_way)
        if self.layout is not None and self.layout.worksheet.links and not self.glide.is_running:
            items = {key: item for key, item in self._items.items() if key in self._boxes}
            self.links.follow({key: i.pill for key, i in items.items() if i.pos() != self._home(self._boxes[key])})

    def offer_link(self) -> None:
        """Show the handle for arrows at the card under the pointer, else at the one that is selected."""
        one = next(iter(self._selected)) if len(self._selected) == 1 else None
        key = "" if self.writes_aims else self._hovered or one or ""  # where an aim is dragged, nothing else is
        self.show_link_handle(self._boxes.get(key))

    def show_link_handle(self, card: CardBox | None) -> None:
        """Show the handle for arrows at a card; None hides it."""
        edge = QPointF() if card is None else self.scene_point(card.page, card.pill.right, card.pill.centre_y)
        self._link_handle.show_at(card, edge)

    @property
    def linkable(self) -> CardBox | None:
        """The card that shows the handle for arrows."""
        return self._link_handle.card

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
        if resource_id in self._boxes and resource_id not in self._items:
            self._add_cards([resource_id])  # perhaps its turn has not come yet
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
        return [key for key, item in self._items.items() if item.isVisible() and item.pill.intersects(area)]

    def show_drop_mark(self, spot: Spot | None, middle: float, span: Span, height: float) -> None:
        """Light a spot's row, and frame a range with its middle at y (mm on the page)."""
        if self.layout is None or spot is None:
            return
        body, offset = spot.row.body, spot.page * PAGE_PITCH
        x0, x1 = self.layout.scale.stretch(span.left, span.right)
        top = min(max(middle - height / 2, body.y), max(body.bottom - height, body.y))
        self.drop_mark.show_at(
            QRectF(body.x, body.y + offset, body.width, body.height),
            QRectF(x0, top + offset, max(x1 - x0, 1.0), height),
            QRectF(AXIS.x, AXIS.y + offset, AXIS.width, AXIS.height),
            place_in_words(span.left),
        )

    def show_empty_hint(self, words: tuple[str, str] | None) -> None:
        """Invite to write on an empty sheet, in two lines; None shows nothing."""
        self._hint.show_words(words)

    def shut_down(self) -> None:
        """Let go of everything before the window goes (Qt would otherwise call back into Python)."""
        self.blockSignals(True)
        self.glide.finish()
        self._later.stop()
        self._freeing.stop()
        self._items.clear()
        self._gone.clear()
        self.links.clear()
        self.onward.clear()
        self.notes.clear()
        self._boxes.clear()
        self.clear()
