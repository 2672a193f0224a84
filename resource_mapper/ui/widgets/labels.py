"""Words in windows and dialogs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def label(words: str = "", role: str = "", name: str = "", *, wraps: bool = True) -> QLabel:
    """Return a label that shows words as they are: names of files and resources may hold any character.

    Args:
        words: what it says, now.
        role: what the style sheet dresses it by: heading, hint, error.
        name: its `objectName`.
        wraps: whether words that are too long for a line go on in the next; else they make the window wider.
    """
    made = QLabel(words)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    if role:
        made.setProperty("role", role)
    return made
