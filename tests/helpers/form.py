"""The fields of the inspector, worked as their user works them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QToolButton

from resource_mapper.domain.resource import Resource
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.factories import make_resource, make_worksheet

TEXT_FIELDS = ("name", "operator", "note")
"""One of each kind of field for text: the name, which may not be empty, a line, several lines."""


def begin_anew(window: MainWindow) -> Resource:
    """Show a sheet with two cards and select the first one."""
    made = make_resource("いきいきサロン", (0.2, 0.6), category="salon")
    other = make_resource("ラジオ体操", (0.5, 0.9), category="gathering")
    desk.show(window, make_worksheet(made, other))
    window.selection.set([made.id])
    open_form(window)
    desk.settle(window)
    return made


def open_form(window: MainWindow) -> None:
    """Open the inspector, with what few need."""
    window.workspace.show_panel("inspector")
    more = desk.child(window, "inspectorMore")
    assert isinstance(more, QToolButton)
    more.setChecked(True)
    QApplication.processEvents()


def line(window: MainWindow, name: str) -> QLineEdit:
    """Return a field of one line."""
    field = desk.child(window, f"field_{name}")
    assert isinstance(field, QLineEdit)
    return field


def text_field(window: MainWindow, name: str) -> QPlainTextEdit:
    """Return a field of several lines."""
    field = desk.child(window, f"field_{name}")
    assert isinstance(field, QPlainTextEdit)
    return field


def choice(window: MainWindow, name: str) -> QComboBox:
    """Return a list of words of which one is chosen."""
    field = desk.child(window, f"field_{name}")
    assert isinstance(field, QComboBox)
    return field


def choices(window: MainWindow, name: str) -> QToolButton:
    """Return the button whose menu has words to be ticked."""
    field = desk.child(window, f"field_{name}")
    assert isinstance(field, QToolButton)
    return field


def write(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Replace a field's text, key by key."""
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, text)


def pick(field: QComboBox, word: str) -> None:
    """Choose a word with the keyboard, as from the open list."""
    field.setFocus()
    assert field.findText(word) >= 0, f"{word} is not offered"
    for _ in range(field.count() + 1):
        if field.currentText() != word:  # 「（複数）」 goes with the first step, so look anew each time
            QTest.keyClick(field, Qt.Key.Key_Down if field.currentIndex() < field.findText(word) else Qt.Key.Key_Up)
    assert field.currentText() == word


def tick(field: QToolButton, *words: str) -> None:
    """Tick words in the open menu."""
    field.setFocus()
    menu = field.menu()
    menu.popup(field.mapToGlobal(QPoint(0, field.height())))
    for word in words:
        action = next(action for action in menu.actions() if action.text() == word)
        menu.setActiveAction(action)  # a long menu scrolls
        QTest.mouseClick(
            menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, menu.actionGeometry(action).center()
        )
        assert menu.isVisible(), "the menu stays open for the next word"
    menu.close()


def value(window: MainWindow, card: Resource, name: str) -> object:
    """Return what a card has in a field now."""
    return getattr(desk.resource(window, card.id), name)


def problem(window: MainWindow) -> list[str]:
    """Return what is said about fields that cannot take what is written."""
    labels = window.inspector.findChildren(QLabel)
    return [label.text() for label in labels if label.property("role") == "error" and label.isVisible()]


def typing_field(window: MainWindow, name: str) -> QLineEdit | QPlainTextEdit:
    """Return a field to type in, of one line or of several."""
    field = desk.child(window, f"field_{name}")
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    return field


def field_text(field: QLineEdit | QPlainTextEdit) -> str:
    """Return what a field shows."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def move_to_end(field: QLineEdit | QPlainTextEdit) -> None:
    """Put the cursor behind the last letter."""
    if isinstance(field, QLineEdit):
        field.end(False)
    else:
        field.moveCursor(QTextCursor.MoveOperation.End)
