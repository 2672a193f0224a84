"""What several dialogs are made of; what ends them is in `ui.widgets.end_buttons`."""

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton


def side_button(name: str, text: str, do: Callable[..., object] | SignalInstance, tip: str = "") -> QPushButton:
    """Return a button that Enter does not take: Enter is for the verb of the dialog."""
    button = QPushButton(text)
    button.setObjectName(name)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    button.clicked.connect(do)
    return button


def sentence_list(name: str, spoken: str, choose: Callable[[QListWidgetItem], object] | None = None) -> QListWidget:
    """Return a list of sentences, broken where they are long; a click, or Enter, calls `choose`."""
    sentences = QListWidget()
    sentences.setObjectName(name)
    sentences.setAccessibleName(spoken)
    sentences.setWordWrap(True)
    sentences.setSpacing(2)
    if choose is not None:
        sentences.itemClicked.connect(choose)
        sentences.itemActivated.connect(choose)
    return sentences
