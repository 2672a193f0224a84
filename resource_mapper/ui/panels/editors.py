"""Editors of single fields for the inspector: each shows a value and tells when the user has changed it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QPlainTextEdit, QToolButton, QWidget

from resource_mapper.domain.axis import SPAN_WORDS, Span, span_from_words, span_in_words
from resource_mapper.domain.dates import format_date, parse_date
from resource_mapper.domain.fields import Field, Kind
from resource_mapper.domain.resource import CHOICES_SEPARATOR, MAX_COUNT
from resource_mapper.domain.text import clean_line, clean_text, is_storable
from resource_mapper.domain.vocabulary import Wording, vocabulary
from resource_mapper.ui.panels.typing_guard import TypingGuard
from resource_mapper.ui.words import messages, refusal_words

"""Excel knows no earlier day."""


class Mixed:
    """Stands for values that differ between the selected cards."""


MIXED = Mixed()


class LineEditor(QLineEdit):
    """Text on one line; also counts and dates, which are checked while typing."""

    changed = Signal(object)
    failed = Signal(str)

    def __init__(self, kind: Kind, required: bool = False, parent: QWidget | None = None) -> None:
        """Edit a field of a kind; a required one may not be empty."""
        super().__init__(parent)
        self._kind = kind
        self._required = required
        self._shown = ""
        self._guard = TypingGuard(self)
        self.textEdited.connect(self._check)
        self.editingFinished.connect(self._settle)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show a value; the text is left alone while it already means that value."""
        self.setPlaceholderText(messages.MIXED if value is MIXED else "")
        text = "" if value is MIXED else _as_line(self._kind, value)
        self._shown = text
        if self._parsed(self.text())[0] != self._parsed(text)[0] or not self.hasFocus():
            self.setText(text)
            self._mark("")

    def _check(self, text: str) -> None:
        value, problem = self._parsed(text)
        self._mark("" if self._guard.composing else problem)
        if not problem:
            self.changed.emit(value)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Find fault with what is written only once a conversion is over."""
        super().inputMethodEvent(event)
        if not self._guard.composing:
            self._mark(self._parsed(self.text())[1])

    def _settle(self) -> None:
        """Leave no wrong text behind: show what is stored."""
        if self._parsed(self.text())[1]:
            self.setText(self._shown)
            self._mark("")

    def _parsed(self, text: str) -> tuple[Any, str]:
        line = clean_line(text)
        if self._kind is Kind.COUNT:
            if not line:
                return None, ""
            good = line.isdecimal() and int(line) <= MAX_COUNT
            return (int(line), "") if good else (None, refusal_words.COUNT_NEEDED)
        if self._kind is Kind.DATE:
            day = parse_date(line) if line else None
            return (day, "") if day or not line else (None, refusal_words.DATE_NEEDED)
        return line, refusal_words.NAME_NEEDED if self._required and not line else ""

    def _mark(self, problem: str) -> None:
        if bool(self.property("invalid")) != bool(problem):
            self.setProperty("invalid", bool(problem))
            self.style().unpolish(self)
            self.style().polish(self)
        self.failed.emit(problem)


def _as_line(kind: Kind, value: Any) -> str:  # noqa: ANN401
    if value is None:
        return ""
    return format_date(value) if kind is Kind.DATE else str(value)


class TextEditor(QPlainTextEdit):
    """Text with line breaks; Tab goes on to the next field."""

    changed = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._showing = False
        self._told = ""
        """What is written, as last shown or told."""
        self._guard = TypingGuard(self)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._tell)

    def sizeHint(self) -> QSize:
        """Two lines high."""
        return QSize(120, self.fontMetrics().lineSpacing() * 2 + 18)

    minimumSizeHint = sizeHint  # noqa: N815

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show a value; the text is left alone while it already means that value."""
        text = "" if value is MIXED else value
        self.setPlaceholderText(messages.MIXED if value is MIXED else "")
        if clean_text(self.toPlainText()) != text:
            self._showing = True
            self.setPlainText(text)
            self._showing = False
            self._told = text
            self.failed.emit("")

    def _tell(self) -> None:
        """Tell what is written; Qt reports an open conversion as a change, too, which it is not yet."""
        text = clean_text(self.toPlainText())
        if self._showing or text == self._told:
            return
        self._told = text
        good = is_storable(text)
        self.failed.emit("" if good else refusal_words.TEXT_TOO_LONG)
        if good:
            self.changed.emit(text)


class ChoiceEditor(QComboBox):
    """One of several words; a word from outside the list is shown and kept."""

    changed = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without choices; `set_choices` gives them."""
        super().__init__(parent)
        self._choices: list[tuple[str, Any]] = []
        self._offered: list[tuple[str, Any]] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.activated.connect(self._tell)

    def set_choices(self, choices: Sequence[tuple[str, Any]]) -> None:
        """Offer (word, value) pairs."""
        self._choices = list(choices)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show a value, as an entry of its own where the list lacks it."""
        choices = list(self._choices)
        if value is MIXED:
            choices.insert(0, (messages.MIXED, MIXED))
        elif value not in [known for _, known in choices]:
            choices.append((_span_or_word(value), value))
        if choices != self._offered:
            self._offer(choices)
        self.setCurrentIndex([known for _, known in choices].index(value))

    def _offer(self, choices: list[tuple[str, Any]]) -> None:
        """Put choices into the list; while they stay the same it is left alone, because that costs much."""
        self._offered = choices
        self.clear()
        for word, known in choices:
            self.addItem(word, known)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Do not change a value by scrolling past it."""
        event.ignore()

    def _tell(self, index: int) -> None:
        value = self.itemData(index)
        if value is not MIXED:
            self.changed.emit(value)


def _span_or_word(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, Span):
        return f"{span_in_words(value)}（{value.left * 100:g}〜{value.right * 100:g}）"
    return str(value)


class ChoicesEditor(QToolButton):
    """Several words of a list, in a menu with check marks."""

    changed = Signal(object)
    failed = Signal(str)

    def __init__(self, words: Sequence[str], parent: QWidget | None = None) -> None:
        """Offer the words of a list."""
        super().__init__(parent)
        self._words = list(words)
        self._value: tuple[str, ...] = ()
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.installEventFilter(self)
        self.setMenu(self._menu)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show the chosen words; words from outside the list are kept."""
        self._value = () if value is MIXED else value
        words = CHOICES_SEPARATOR.join(self._value)
        self.setText(messages.MIXED if value is MIXED else words or "選ぶ")
        self.setToolTip(words or self.accessibleDescription())
        self._offer([*self._words, *(word for word in self._value if word not in self._words)])
        for action in self._menu.actions():
            action.setChecked(action.text() in self._value)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ticked words."""
        return tuple(action.text() for action in self._menu.actions() if action.isChecked())

    def _offer(self, words: list[str]) -> None:
        """Put words into the menu; it is left alone while it has them, so that it can stay open."""
        if words != [action.text() for action in self._menu.actions()]:
            self._menu.clear()
            for word in words:
                self._menu.addAction(word).setCheckable(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tick words, with the mouse or with keys, without closing the menu."""
        if watched is self._menu and _ticks(event):
            action = self._menu.activeAction()
            if action is not None:
                action.trigger()
                self._tell()
                return True
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        if self.chosen != self._value:
            self.changed.emit(self.chosen)


def _ticks(event: QEvent) -> bool:
    if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
        return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
    return event.type() == QEvent.Type.MouseButtonRelease


def make_editor(field: Field, parent: QWidget) -> LineEditor | TextEditor | ChoiceEditor | ChoicesEditor:
    """Return an editor for a field."""
    if field.kind is Kind.TEXT:
        return TextEditor(parent)
    if field.kind is Kind.CHOICE:
        return ChoiceEditor(parent)
    if field.kind is Kind.CHOICES:
        return ChoicesEditor(vocabulary().labels(field.name), parent)
    return LineEditor(field.kind, required=field.name == "name", parent=parent)


def choice_pairs(field: str, wording: Wording) -> list[tuple[str, Any]]:
    """Return the (word, value) pairs of a choice field, nothing chosen first."""
    words = vocabulary().labels(field, wording)
    pairs: list[tuple[str, Any]] = [(word, vocabulary().canonical(field, word)) for word in words]
    return pairs if field in ("status", "contact_public") else [("", ""), *pairs]


def span_pairs(nothing: str = "未配置") -> list[tuple[str, Any]]:
    """Return the (word, range) pairs for 状態像, or for あるべき姿; first the word for none."""
    return [(nothing, None), *((word, span_from_words(word)) for word in SPAN_WORDS)]


__all__ = ["MIXED", "choice_pairs", "make_editor", "span_pairs"]
