"""Japanese input: what an input method sends to the widget that has the focus."""

from PySide6.QtGui import QInputMethodEvent
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


def write(widget: QWidget, *steps: str) -> None:
    """Compose in steps (「に」「にほ」「日本」) and commit the last one."""
    for step in steps:
        compose(widget, step)
    commit(widget, steps[-1])
