"""A monkey at mouse and keyboard: nothing breaks, and the model stays sound."""

import random

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from resource_mapper.domain.lens import LENSES, lens_of
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.ui.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.factories import make_resource
from tests.helpers.fake_dialogs import FakeDialogs
from tests.helpers.mouse import send_move, wheel

EVENTS = 1500
KEYS = (
    *(Qt.Key(code) for code in range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)),
    *(Qt.Key(code) for code in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space),
    *(Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F3, Qt.Key.Key_F4),
    *(Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight),
)
ASKING = "NOPISQ"
"""With Ctrl these open files or end the program."""
MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
BUTTONS = (Qt.MouseButton.LeftButton,) * 6 + (Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton)


def test_it_cannot_break_anything(window: MainWindow, dialogs: FakeDialogs) -> None:
    rng = random.Random(20261123)
    sheet = sample_worksheet()
    desk.show(window, sheet.with_resources((*sheet.resources, *(make_resource(f"待ち{n}", None) for n in range(4)))))
    desk.trigger(window, "showInspector")
    QApplication.processEvents()
    monkey = Monkey(window, rng)
    for step in range(EVENTS):
        monkey.act()
        if step % 25 == 0:
            QApplication.processEvents()
            while (popup := QApplication.activePopupWidget()) is not None:
                popup.close()
            assert_sound(window)
    QApplication.processEvents()
    window.view.cancel_gesture()
    assert_sound(window)
    while window.document.undo_stack.canUndo():
        window.document.undo_stack.undo()
    assert window.document.worksheet.get("sample-09") == sheet.get("sample-09")
    assert dialogs.said == []


class Monkey:
    """Presses, moves, turns and types without plan, mostly on canvas, tray and form."""

    def __init__(self, window: MainWindow, rng: random.Random) -> None:
        self.window = window
        self.rng = rng
        self.places: list[QWidget] = [window.view.viewport()] * 4 + [window.side.tray.viewport(), window.side.quick_add]
        self.held: tuple[QWidget, Qt.MouseButton] | None = None

    def act(self) -> None:
        self.rng.choice((self.press_or_release, self.press_or_release, self.move, self.move, self.key, self.turn))()

    def press_or_release(self) -> None:
        if self.held is not None:
            widget, button = self.held
            self.held = None
            if widget.isVisible():
                QTest.mouseRelease(widget, button, Qt.KeyboardModifier.NoModifier, self.somewhere(widget))
            return
        widget, button = self.rng.choice(self.places), self.rng.choice(BUTTONS)
        if widget.isVisible():
            if self.rng.random() < 0.1:
                QTest.mouseDClick(
                    widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self.somewhere(widget)
                )
            QTest.mousePress(widget, button, self.rng.choice(MODIFIERS), self.somewhere(widget))
            self.held = widget, button

    def move(self) -> None:
        widget, button = self.held or (self.rng.choice(self.places), Qt.MouseButton.NoButton)
        if widget.isVisible():
            send_move(widget, self.somewhere(widget), button, self.rng.choice(MODIFIERS))

    def turn(self) -> None:
        wheel(
            self.window.view,
            self.somewhere(self.window.view.viewport()),
            self.rng.choice((-240, -120, 8, 120)),
            self.rng.choice(MODIFIERS[:5]),
        )

    def key(self) -> None:
        key, modifiers = self.rng.choice(KEYS), self.rng.choice(MODIFIERS)
        if modifiers & Qt.KeyboardModifier.ControlModifier and chr(key if key < 128 else 0) in ASKING:
            return
        if modifiers & Qt.KeyboardModifier.AltModifier and key < 128:
            return  # menus: they wait in a loop of their own
        focused = QApplication.focusWidget()
        if focused is not None and focused.isVisible():
            QTest.keyClick(focused, key, modifiers)

    def somewhere(self, widget: QWidget) -> QPoint:
        return QPoint(self.rng.randrange(max(widget.width(), 1)), self.rng.randrange(max(widget.height(), 1)))


def assert_sound(window: MainWindow) -> None:
    """The model is what it may be, and what is shown is the model."""
    worksheet = window.document.worksheet
    assert worksheet.lens in {lens.id for lens in LENSES}
    assert all(resource.name for resource in worksheet.resources)
    assert set(window.selection.ids) <= {resource.id for resource in worksheet.resources}
    layout = window.scene.layout
    assert layout is not None
    assert layout.worksheet == worksheet
    for card in layout.cards:
        assert card.row_id == lens_of(worksheet).row_of(worksheet, card.resource)
    assert {card.resource.id for card in layout.cards} == desk.on_sheet(worksheet)
    assert window.side.tray.cards.rowCount() == len(worksheet.unplaced)
    if not window.view.is_busy:
        assert desk.items_are_in_place(window)
        assert not window.scene.drop_mark.is_shown
