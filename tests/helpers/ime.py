"""Japanese input: what an input method sends to the widget that has the focus."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QInputMethodQueryEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QWidget


def compose(widget: QWidget, text: str) -> None:
    """Show an open conversion (preedit); nothing is entered yet."""
    attributes = [QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.Cursor, len(text), 1, None)]
    QApplication.sendEvent(widget, QInputMethodEvent(text, attributes))


def commit(widget: QWidget, text: str) -> None:
    """End the conversion with this text."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def mozc(widget: QWidget, steps: Iterable[str], candidates: Iterable[str], *, entered: bool = True) -> None:
    """Play what Mozc sends through ibus, as recorded: romaji growing, candidates, the commit, an empty event.

    Not `entered`: the last candidate stays open.
    """
    for step in steps:
        _preedit(widget, step, len(step))
    last = ""
    for last in candidates:
        _preedit(widget, last, 0)
    if entered:
        commit(widget, last)
        QApplication.sendEvent(widget, QInputMethodEvent("", []))


def give_up(widget: QWidget) -> None:
    """Take the conversion back, as the input method does on Escape."""
    QApplication.sendEvent(widget, QInputMethodEvent("", []))


def _preedit(widget: QWidget, text: str, cursor: int) -> None:
    underlined = QTextCharFormat()
    underlined.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    kind = QInputMethodEvent.AttributeType
    attributes = [
        QInputMethodEvent.Attribute(kind.TextFormat, 0, len(text), underlined),
        QInputMethodEvent.Attribute(kind.Cursor, cursor, 1, None),
    ]
    QApplication.sendEvent(widget, QInputMethodEvent(text, attributes))


def asks(widget: QWidget, query: Qt.InputMethodQuery) -> object:
    """Return what a widget answers to an input method."""
    event = QInputMethodQueryEvent(query)
    QApplication.sendEvent(widget, event)
    return event.value(query)


def write(widget: QWidget, *steps: str) -> None:
    """Compose in steps (「に」「にほ」「日本」) and commit the last one."""
    for step in steps:
        compose(widget, step)
    commit(widget, steps[-1])
