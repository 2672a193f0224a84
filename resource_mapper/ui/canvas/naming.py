"""Names written on the sheet itself: by F2, by just typing, by a conversion begun on a card, and for the next card.

The canvas keeps the focus throughout; this filter hands its keys and conversions on to the `NameEditor`. To move the
focus with the first key would end the conversion that it begins (seen with Mozc: 「ｓあろん」 for 「さろん」).
"""

from typing import NamedTuple, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QInputMethodQueryEvent
from PySide6.QtWidgets import QApplication, QGraphicsView

from resource_mapper.domain.edits import add_next, change
from resource_mapper.domain.resource import new_id
from resource_mapper.layout.geometry import MM_PER_PT
from resource_mapper.ui.canvas.gesture_runner import GestureRunner
from resource_mapper.ui.canvas.name_editor import NameEditor
from resource_mapper.ui.canvas.scene import SheetScene
from resource_mapper.ui.document import Document
from resource_mapper.ui.selection import Selection
from resource_mapper.ui.words import undo_words

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_RECTANGLES = (
    Qt.InputMethodQuery.ImCursorRectangle,
    Qt.InputMethodQuery.ImAnchorRectangle,
    Qt.InputMethodQuery.ImInputItemClipRectangle,
)
_FULL_WIDTH = str.maketrans("「」『』｛｝［］１２３４５６７８９０", "[]{}{}[]1234567890")
"""What an input method makes of the keys that mean something on the canvas."""


def added_key(resource_id: str) -> tuple[str, str]:
    """Return the merge key under which a card is added and then named, as one undo step."""
    return "added", resource_id


class KeyText(Protocol):
    """What turns the text of a key into an edit."""

    def type_text(self, text: str) -> bool:
        """Do what the key means; False where it means nothing."""


class _Subject(NamedTuple):
    """Whose name is written: a card's, or that of a card still to come behind it."""

    resource_id: str
    is_next: bool = False
    is_fresh: bool = False
    """Just added with a name that stands in: the name written now belongs to that undo step."""


class Naming(QObject):
    """Watches a canvas and edits names on it, each as one undo step."""

    def __init__(
        self,
        view: QGraphicsView,
        scene: SheetScene,
        document: Document,
        selection: Selection,
        keys: KeyText,
        runner: GestureRunner,
    ) -> None:
        """Watch a view; `keys` says which texts are shortcuts of the canvas, `runner` whether a gesture is running."""
        super().__init__(view)
        self._view = view
        self._scene = scene
        self._document = document
        self._selection = selection
        self._keys = keys
        self._runner = runner
        self._subject: _Subject | None = None
        self._forwarding = False
        self.editor = NameEditor(view, view.viewport())
        self.editor.committed.connect(self._take)
        self.editor.finished.connect(self._ended)
        document.changed.connect(self._follow_document)
        selection.changed.connect(self._tell_input_method)
        view.installEventFilter(self)

    def edit(self, typed: str | None = None, *, fresh: bool = False) -> bool:
        """Edit the current card's name; `typed` replaces it. False where no card on the sheet is current."""
        current = self._selection.current
        resource = self._document.worksheet.get(current) if current else None
        return resource is not None and self._open(_Subject(resource.id, is_fresh=fresh), resource.name, typed)

    def add_next(self) -> bool:
        """Write the name of a new card, in the row and range of the current one; without a name none is made."""
        current = self._selection.current
        return current is not None and self._open(_Subject(current, is_next=True), "", "")

    def _open(self, subject: _Subject, name: str, typed: str | None) -> bool:
        item = self._scene.item_of(subject.resource_id)
        if item is None or self._runner.is_busy:
            return False
        self.editor.commit()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._view.ensureVisible(item.pill, 24, 24)
        self._subject = subject
        self.editor.open(name, self._place(subject), typed, self._type_px(subject))
        self._tell_input_method()
        return True

    def _place(self, subject: _Subject) -> QRect:
        """Return the pixels of the card, or those below it for the next one."""
        item = self._scene.item_of(subject.resource_id)
        pill = item.pill if item is not None else QRectF()
        if subject.is_next:
            pill.translate(0, pill.height())
        return self._view.mapFromScene(pill).boundingRect()

    def _type_px(self, subject: _Subject) -> float:
        """Return how large the card's name is in this view."""
        box = self._scene.box_of(subject.resource_id)
        return box.face.size_pt * MM_PER_PT * self._view.transform().m11() if box is not None else 0.0

    def _take(self, name: str) -> None:
        (subject, self._subject), worksheet = (self._subject, None), self._document.worksheet
        if subject is None:
            return
        if subject.is_next:
            added = new_id()
            self._document.edit(undo_words.added([name]), add_next(worksheet, subject.resource_id, added, name))
            self._selection.set([added])
        elif subject.is_fresh:
            after = change(worksheet, {subject.resource_id}, name=name)
            self._document.edit(undo_words.added([name]), after, added_key(subject.resource_id))
        else:
            after = change(worksheet, {subject.resource_id}, name=name)
            self._document.edit(undo_words.changed("名称", 1, name), after)

    def _ended(self) -> None:
        self._subject = None
        self._tell_input_method()

    def _tell_input_method(self) -> None:
        if self._view.hasFocus():
            QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImQueryAll)

    def _follow_document(self) -> None:
        """Undo may take the card away, rename or move it while its name is open."""
        if self._subject is None:
            return
        resource = self._document.worksheet.get(self._subject.resource_id)
        if resource is None:
            self.editor.cancel()
            return
        if not self._subject.is_next:
            self.editor.show_renamed(resource.name)
        QTimer.singleShot(0, self, self.follow_card)  # once the scene shows the change

    def follow_card(self) -> None:
        """Move the field to where its card is now."""
        if self._subject is None:
            return
        if self._scene.item_of(self._subject.resource_id) is None:
            self.editor.cancel()  # it has been taken off the sheet
        else:
            self.editor.lie_over(self._place(self._subject))
            self._tell_input_method()

    # What reaches the canvas

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand on what belongs to the field; everything else goes on to the canvas."""
        if isinstance(event, QInputMethodEvent):
            return self._convert(event)
        if isinstance(event, QInputMethodQueryEvent):
            return self._answer(event)
        if event.type() in _KEYS and self.editor.is_open:
            return self._hand_on(event)
        if event.type() == QEvent.Type.FocusAboutToChange and self.editor.is_open:
            self.editor.commit()  # now, while the input method still writes here
        elif isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.editor.commit()
        return super().eventFilter(watched, event)

    def _hand_on(self, event: QEvent) -> bool:
        """Send an event to the field; what the field has no use for comes back here and ends."""
        if not self._forwarding:
            self._forwarding = True
            try:
                QApplication.sendEvent(self.editor, event)
            finally:
                self._forwarding = False
            if event.type() != QEvent.Type.ShortcutOverride:
                event.accept()
                self._tell_input_method()
        return True

    def _convert(self, event: QInputMethodEvent) -> bool:
        """Begin a name with the first step of a conversion, unless the key is a shortcut of the canvas."""
        text = event.commitString() or event.preeditString()
        if not self.editor.is_open and text.strip() and not self._runner.is_busy:
            if self._keys.type_text(text.translate(_FULL_WIDTH)):
                QGuiApplication.inputMethod().reset()
                return True
            self.edit("")
        return self._hand_on(event) if self.editor.is_open else True

    def _answer(self, event: QInputMethodQueryEvent) -> bool:
        """Answer for the field; while it is closed, an input method may begin wherever a card is current."""
        if self.editor.is_open:
            QApplication.sendEvent(self.editor, event)
            shift = self.editor.mapTo(self._view, QPoint())
            for query in _RECTANGLES:
                if event.queries() & query and event.value(query) is not None:
                    event.setValue(query, QRectF(event.value(query)).translated(shift))
            if event.queries() & Qt.InputMethodQuery.ImCursorRectangle:
                line = QRectF(event.value(Qt.InputMethodQuery.ImCursorRectangle))
                line.setTop(shift.y())
                line.setHeight(self.editor.height())  # the candidates keep clear of the whole line
                event.setValue(Qt.InputMethodQuery.ImCursorRectangle, line)
            return True
        current = self._selection.current
        startable = current is not None and self._scene.item_of(current) is not None
        if event.queries() & Qt.InputMethodQuery.ImEnabled:
            event.setValue(Qt.InputMethodQuery.ImEnabled, startable)
        if startable and event.queries() & Qt.InputMethodQuery.ImCursorRectangle:
            event.setValue(Qt.InputMethodQuery.ImCursorRectangle, self._place(_Subject(current or "")))
        event.accept()
        return True
