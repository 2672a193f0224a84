"""Tells assistive technology what happens on the canvas: where the focus is, and what became of a card."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.reading_order import reading_order
from resource_mapper.ui.accessibility.canvas import CanvasInterface
from resource_mapper.ui.accessibility.words import card_in_words
from resource_mapper.ui.canvas.view import SheetView
from resource_mapper.ui.document import Document


class CanvasEvents(QObject):
    """Follows a canvas. Silent while nobody listens."""

    def __init__(self, view: SheetView, document: Document) -> None:
        """Watch focus, selection and document; to be made after what shows them."""
        super().__init__(view)
        self._view = view
        view.selection.changed.connect(self._tell_focus)
        view.sheet.notes.chosen_changed.connect(self._tell_note)
        view.name_editor.opened.connect(self._tell_field)
        view.name_editor.finished.connect(self._tell_focus)
        document.changed.connect(self._tell_change)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say which card has the focus once the canvas gets it."""
        if event.type() == QEvent.Type.FocusIn:
            self._tell_focus()
        return super().eventFilter(watched, event)

    def _tell_focus(self) -> None:
        view, layout = self._view, self._view.sheet.layout
        current = view.selection.current
        if not QAccessible.isActive() or not view.hasFocus() or layout is None or current is None:
            return
        ids = [box.resource.id for box in reading_order(layout)]
        if current in ids:
            for kind in (QAccessible.Event.Focus, QAccessible.Event.Selection):
                event = QAccessibleEvent(view, kind)
                event.setChild(ids.index(current))
                QAccessible.updateAccessibility(event)

    def _tell_note(self) -> None:
        view, chosen = self._view, self._view.sheet.notes.chosen
        canvas = QAccessible.queryAccessibleInterface(view) if QAccessible.isActive() and chosen else None
        if isinstance(canvas, CanvasInterface) and view.hasFocus():
            event = QAccessibleEvent(view, QAccessible.Event.Focus)
            event.setChild(canvas.index_of_note(chosen or ""))
            QAccessible.updateAccessibility(event)

    def _tell_field(self) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self._view.name_editor, QAccessible.Event.Focus))

    def _tell_change(self, before: Worksheet, after: Worksheet) -> None:
        """Say how the current card now is, where the change was to it (a key moved it, undo took it back)."""
        current, layout = self._view.selection.current, self._view.sheet.layout
        if not QAccessible.isActive() or current is None or layout is None or before.get(current) == after.get(current):
            return
        box = self._view.sheet.box_of(current)
        if box is not None and self._view.hasFocus():
            QAccessible.updateAccessibility(
                QAccessibleAnnouncementEvent(
                    self._view, card_in_words(layout, reading_order(layout), box, precisely=True)
                )
            )
