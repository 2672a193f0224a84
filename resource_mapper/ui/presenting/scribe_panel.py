"""書記: one line, what the next card will be, and the last ten to correct. Each Enter is one undo step."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from resource_mapper.domain import edits
from resource_mapper.domain.axis import span_in_words
from resource_mapper.domain.resource import Resource, new_id
from resource_mapper.domain.scribing import Draft, read_line
from resource_mapper.domain.vocabulary import Nature
from resource_mapper.ui.canvas.keys import STEP
from resource_mapper.ui.document import Document
from resource_mapper.ui.finding.duplicate_hint import DuplicateHint
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.panels.quick_add import storable_name
from resource_mapper.ui.presenting import presenting_words
from resource_mapper.ui.presenting.scribe_choices import ScribeChoices
from resource_mapper.ui.presenting.scribe_line import ScribeLine
from resource_mapper.ui.selection import Selection
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.words import undo_words

LAST = 10
ROOMY, ROOM_FOR_ENTRIES = 1000, 800
"""Width in px at 100 % from which everything is written out, and from which the last ten have room."""


class ScribePanel(QWidget):
    """Edits the document; remembers only which cards it has added."""

    leave_wanted = Signal()

    def __init__(self, document: Document, selection: Selection, *, with_entries: bool = True) -> None:
        """Write into a document; new cards become the selection."""
        super().__init__()
        self.setObjectName("scribePanel")
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._document = document
        self._selection = selection
        self._draft = Draft(document.worksheet.categories[0].id)
        self._kept = self._draft
        self._editing = ""
        self._corrected = Selection(self)
        self._added: list[str] = []
        self.line = ScribeLine()
        self.choices = ScribeChoices()
        self.entries = QListWidget()
        self._mode = QLabel()
        self._mode.setObjectName("scribeMode")
        self._with_entries = with_entries
        self._build(with_entries=with_entries)
        self._connect()
        self._show()

    def watch_duplicates(self, window: QWidget) -> None:
        """Let names that may be there already be shown over a window, under the line."""
        hint = DuplicateHint(window, self._document)
        hint.watch(self.line, self._corrected, self._name_in)
        hint.chosen.connect(self._show_there)

    def go_on_from(self, other: "ScribePanel") -> None:
        """Take over what another panel was about to write, and its last ten."""
        self._added, self._draft = other._added, other._draft
        self._editing, self._kept = other._editing, other._kept
        self.line.setText(other.line.text())
        self._show()

    def _build(self, *, with_entries: bool) -> None:
        self._keys = label(presenting_words.SCRIBE_KEYS, "hint")
        left = QVBoxLayout()
        for widget in (self._mode, self.line, self.choices, self._keys):
            left.addWidget(widget)
        left.addStretch(1)
        row = QHBoxLayout(self)
        row.addLayout(left, 3)
        self._right = self._make_right()
        self._right.hide()
        if with_entries:
            row.addWidget(self._right, 2)

    def _make_right(self) -> QWidget:
        """What was written last, to be corrected or removed."""
        self.entries.setObjectName("scribeEntries")
        self.entries.setAccessibleName("いま書いた資源（新しい順に10件）")
        self.entries.setToolTip("選んで Enter を押すか、クリックすると直せます")
        self.entries.setWordWrap(True)
        self.entries.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.entries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._remove = QToolButton()
        self._remove.setObjectName("scribeRemove")
        self._remove.setText("削除")
        self._remove.setProperty("role", "chip")
        self._remove.setToolTip("選んだ資源を削除します（Ctrl+Delete、元に戻せます）")
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label("いま書いた資源（↑ キーで直せます）"))
        column.addWidget(self.entries, 1)
        column.addWidget(self._remove)
        return right

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the sheet its room where there is little: the last ten are reached by key, too."""
        super().resizeEvent(event)
        width = event.size().width()
        self.choices.set_compact(width < scaled(ROOMY))
        self._keys.setHidden(width < scaled(ROOMY))
        self._right.setHidden(not self._with_entries or width < scaled(ROOM_FOR_ENTRIES))

    def _connect(self) -> None:
        line = self.line
        line.textChanged.connect(self._show)
        line.entered.connect(self.enter)
        line.category_wanted.connect(self._change_category)
        line.status_wanted.connect(self._change_status)
        line.moved.connect(self._move)
        line.widened.connect(self._widen)
        line.entry_wanted.connect(self._go_to_entry)
        line.removal_wanted.connect(self.remove)
        line.escaped.connect(self._escape)
        self.choices.draft_changed.connect(self._take_draft)
        self.entries.itemActivated.connect(self._activate)
        self.entries.itemClicked.connect(self._activate)
        self._remove.clicked.connect(self.remove)
        self._document.changed.connect(self._follow_document)

    # The line

    def enter(self) -> None:
        """Add the card that the line describes, or put right the one that is corrected."""
        worksheet = self._document.worksheet
        name, draft = read_line(self.line.text(), self._draft, worksheet)
        name = storable_name(name)
        if not name or self.line.is_composing:
            return
        if self._editing:
            values = {"name": name, "category": draft.category, "span": draft.span}
            values |= {"status": draft.status, "nature": draft.nature}
            key, after = self._editing, edits.change(worksheet, {self._editing}, **values)
            text = undo_words.put_right(name)
            self._draft = self._kept
        else:
            key = new_id()
            self._added.append(key)
            after, text = edits.add(worksheet, [draft.resource(key, name)]), undo_words.added([name])
            self._draft = replace(draft, nature=Nature.ORGANISED)  # that was said of one card
        self._editing = ""
        self.line.setText("")  # unlike `clear`, this leaves nothing to undo: the next undo is that of the card
        self._document.edit(text, after)
        self._selection.set([key])
        self._show()

    def _name_in(self, text: str) -> str:
        return read_line(text, self._draft, self._document.worksheet)[0]

    def _absorb(self) -> None:
        """Take over what the line says of the card, and leave its name: keys and clicks go on from there."""
        name, draft = read_line(self.line.text(), self._draft, self._document.worksheet)
        if draft != self._draft:
            self._draft = draft
            self.line.setText(name)

    def _take_draft(self, draft: Draft) -> None:
        self._absorb()
        self._draft = draft
        self.line.setFocus()
        self._show()

    def _change_category(self, by: int) -> None:
        self._absorb()
        self._draft = self._draft.next_category(self._document.worksheet.categories, by)
        self._show()

    def _change_status(self) -> None:
        self._absorb()
        self._draft = self._draft.next_status()
        self._show()

    def _move(self, by: int) -> None:
        self._absorb()
        self._draft = self._draft.moved(self._sign() * by * STEP)
        self._show()

    def _widen(self, by: int) -> None:
        self._absorb()
        self._draft = self._draft.widened(self._sign() * by * STEP)
        self._show()

    def _sign(self) -> int:
        return -1 if self._document.worksheet.mirrored else 1

    # The last ten

    def recent(self) -> list[Resource]:
        """Return the cards added last that are still there, newest first, at most `LAST`."""
        found = (self._document.worksheet.get(key) for key in reversed(self._added))
        return [resource for resource in found if resource is not None][:LAST]

    def edit_entry(self, resource_id: str) -> None:
        """Bring a card back into the line to correct it."""
        resource = self._document.worksheet.get(resource_id)
        if resource is not None:
            if not self._editing:
                self._kept = self._draft
            self._editing, self._draft = resource_id, Draft.of(resource)
            self.line.setText(resource.name)
            self.line.selectAll()
            self.line.setFocus()
            self._selection.set([resource_id])
            self._show()

    def remove(self) -> None:
        """Delete the card that is corrected, or the one chosen in the list."""
        row = self.entries.currentRow()
        recent = self.recent()
        key = self._editing or (recent[row].id if 0 <= row < len(recent) else "")
        resource = self._document.worksheet.get(key)
        if resource is not None:
            self._stop_editing()
            self._document.edit(
                undo_words.removed(1, resource.name), edits.remove(self._document.worksheet, {resource.id})
            )

    def _go_to_entry(self, by: int) -> None:
        ids = [resource.id for resource in self.recent()]
        at = (ids.index(self._editing) if self._editing in ids else -1) + by
        if at < 0:
            self._stop_editing()
        elif at < len(ids):
            self.edit_entry(ids[at])

    def _activate(self, item: QListWidgetItem) -> None:
        self.edit_entry(item.data(Qt.ItemDataRole.UserRole))

    def _stop_editing(self) -> None:
        if self._editing:
            self._editing, self._draft = "", self._kept
            self.line.setText("")
            self._show()

    def _escape(self) -> None:
        """Give up correcting, then what is in the line, then leave."""
        if self._editing:
            self._stop_editing()
        elif self.line.text():
            self.line.setText("")
        else:
            self.leave_wanted.emit()

    def _show_there(self, resource_id: str) -> None:
        self._selection.set([resource_id])
        for view in self.window().findChildren(QWidget, "wallView"):
            view.show_current()  # type: ignore[attr-defined]

    # Showing

    def _follow_document(self) -> None:
        if self._editing and self._document.worksheet.get(self._editing) is None:
            self._stop_editing()
        self._show()

    def _show(self) -> None:
        worksheet = self._document.worksheet
        _, draft = read_line(self.line.text(), self._draft, worksheet)
        self.choices.show_draft(draft, worksheet)
        editing = worksheet.get(self._editing) if self._editing else None
        self._corrected.set([self._editing] if self._editing else [])
        self._mode.setText(presenting_words.scribe_mode(editing.name if editing is not None else ""))
        lines = [(resource.id, _in_words(resource, self._label(resource))) for resource in self.recent()]
        if lines != [(item.data(Qt.ItemDataRole.UserRole), item.text()) for item in self._items()]:
            self.entries.clear()
            for key, words in lines:
                item = QListWidgetItem(words, self.entries)
                item.setData(Qt.ItemDataRole.UserRole, key)

    def _items(self) -> list[QListWidgetItem]:
        return [self.entries.item(row) for row in range(self.entries.count())]

    def _label(self, resource: Resource) -> str:
        category = self._document.worksheet.category_of(resource)
        return f"{category.mark.value}{category.label}" if category is not None else "未設定"


def _in_words(resource: Resource, category: str) -> str:
    place = span_in_words(resource.span) if resource.span is not None else "未配置"
    nature = f"・{resource.nature}" if resource.is_natural else ""
    return f"{resource.name}　{category}・{place}・{resource.status}{nature}"
