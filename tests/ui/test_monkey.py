"""A monkey at mouse, keyboard and input method: nothing breaks, and what is shown is what the model says.

Longer and otherwise: `MONKEY_EVENTS=20000 MONKEY_SEED=7 pytest tests/ui/test_monkey.py`.
"""

import os
import random
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from resource_mapper.domain.lens import LENSES, lens_of
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.sheet import layout_sheet
from resource_mapper.ui.canvas.card_item import CardItem
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk, ime
from tests.helpers.factories import make_resource
from tests.helpers.fake_dialogs import FakeDialogs
from tests.helpers.mouse import send_move, wheel

EVENTS = int(os.environ.get("MONKEY_EVENTS", "1200"))
SEED = int(os.environ.get("MONKEY_SEED", "20261123"))
BURST = 25
"""Events between two looks at the whole."""
JOURNEY = 3000
"""Events between two walks through all undo steps and back."""
KEYS = (
    *(Qt.Key(code) for code in range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)),
    *(Qt.Key(code) for code in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down) * 2,
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space),
    *(Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F6),
    *(Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight),
)
ASKING = "IMNOPQS"
"""With Ctrl these open files, ask or end the program."""
CHOSEN = (
    *(f"lens_{lens.id}" for lens in LENSES),
    *("mirror", "arrange", "duplicateCards", "unplaceCards", "placeCards", "selectAll", "renameCard", "copyCards"),
    *("pasteCards", "arrange_sheet", "arrange_both", "arrange_list", "fitPage", "fitWidth"),
    *("linkCards", "unlinkCards", "stepOn", "stepBack", "confirmCards", "addNote", "showNotes", "showAround"),
    *("showAims", "writeAims", "markStale", "lookBack", "showConcerns"),
)
COMPOSED = ("ｓ", "さ", "さろん", "３", "」", "　", "𠮷", "か\u3099")
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
    rng = random.Random(SEED)
    sheet = sample_worksheet()
    sheet = sheet.with_resources((*sheet.resources, *(make_resource(f"待ち{n}", None) for n in range(4))))
    window.settings.update(confirmed_by="山田")  # asked for once
    desk.show(window, sheet)
    desk.trigger(window, "showInspector")
    QApplication.processEvents()
    monkey = Monkey(window, rng)
    window.document.changed.connect(monkey.note_change)
    leaving = QTimer(window)  # no dialog and no menu holds a monkey for long
    leaving.timeout.connect(leave_dialog)
    leaving.start(20)
    for step in range(1, EVENTS + 1):
        monkey.act()
        if step % BURST == 0:
            rest(window)
            assert_sound(window)
        if step % JOURNEY == 0:
            assert_undo_goes_there_and_back(window, sheet)
    window.view.cancel_gesture()
    rest(window)
    assert_sound(window)
    assert_undo_goes_there_and_back(window, sheet)
    errors = [said for said in dialogs.said if said.kind != "tell"]  # but that cells cannot take a text
    assert errors == []
    assert min(monkey.done[deed] for deed in ("press_or_release", "key", "compose", "choose")) > EVENTS / 50
    assert monkey.done["note_change"] >= 20, "it has really worked"


def leave_dialog() -> None:
    waiting = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if waiting is not None:
        QTest.keyClick(waiting, Qt.Key.Key_Escape)


class Monkey:
    """Presses, moves, turns, types, composes and chooses without plan, mostly on canvas, tray and form."""

    def __init__(self, window: MainWindow, rng: random.Random) -> None:
        self.window = window
        self.rng = rng
        self.done: Counter[str] = Counter()
        self.places: list[Callable[[], QWidget]] = [
            *(window.view.viewport,) * 4,
            window.side.tray.viewport,
            lambda: window.side.quick_add,
            window.list.view.viewport,
        ]
        self.held: tuple[Callable[[], QWidget], Qt.MouseButton] | None = None
        self.deeds = (
            *(self.press_or_release,) * 6,
            *(self.move,) * 6,
            *(self.key,) * 4,
            *(self.compose,) * 2,
            *(self.turn, self.choose, self.go_back),
        )

    def note_change(self, _before: Worksheet, _after: Worksheet) -> None:
        self.done["note_change"] += 1

    def act(self) -> None:
        deed = self.rng.choice(self.deeds)
        self.done[deed.__name__] += 1
        deed()

    def press_or_release(self) -> None:
        if self.held is not None:
            place, button = self.held
            widget, self.held = place(), None
            if widget.isVisible():
                QTest.mouseRelease(widget, button, Qt.KeyboardModifier.NoModifier, self.somewhere(widget))
            return
        place, button = self.rng.choice(self.places), self.rng.choice(BUTTONS)
        widget = place()
        if widget.isVisible():
            if self.rng.random() < 0.1:
                QTest.mouseDClick(
                    widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self.somewhere(widget)
                )
            QTest.mousePress(widget, button, self.rng.choice(MODIFIERS), self.somewhere(widget))
            self.held = place, button

    def move(self) -> None:
        place, button = self.held or (self.rng.choice(self.places), Qt.MouseButton.NoButton)
        widget = place()
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

    def compose(self) -> None:
        """Begin, go on with, enter or give up a conversion, where an input method would."""
        focused = QApplication.focusWidget()
        if focused is None or not ime.asks(focused, Qt.InputMethodQuery.ImEnabled):
            return
        text = self.rng.choice(COMPOSED)
        self.rng.choice(
            (
                lambda: ime.mozc(focused, (text,), (), entered=False),
                lambda: ime.mozc(focused, (text,), (text,), entered=False),
                lambda: ime.mozc(focused, (text,), (text,)),
                lambda: ime.give_up(focused),
            )
        )()

    def choose(self) -> None:
        desk.trigger(self.window, self.rng.choice(CHOSEN))

    def go_back(self) -> None:
        for _ in range(self.rng.randrange(4)):
            desk.trigger(self.window, self.rng.choice(("undo", "undo", "redo")))

    def somewhere(self, widget: QWidget) -> QPoint:
        return QPoint(self.rng.randrange(max(widget.width(), 1)), self.rng.randrange(max(widget.height(), 1)))


def rest(window: MainWindow) -> None:
    """Let everything come to rest; close what has popped up."""
    QApplication.processEvents()
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    if QApplication.focusWidget() is None:
        desk.settle(window)
        window.view.setFocus()


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
    items = [item.resource_id for item in window.scene.items() if isinstance(item, CardItem)]
    assert sorted(items) == sorted(card.resource.id for card in layout.cards), "no item left over, none missing"
    if not window.view.is_busy:
        assert desk.items_are_in_place(window)
        assert not window.scene.drop_mark.is_shown


def assert_undo_goes_there_and_back(window: MainWindow, beginning: Worksheet) -> None:
    """All steps back give the worksheet of the beginning, all forward again the one of now."""
    window.view.cancel_gesture()
    window.commands.finish_typing()
    stack, now = window.document.undo_stack, window.document.worksheet
    here, seen = stack.index(), window.document.worksheet
    stack.setIndex(0)
    assert window.document.worksheet == beginning
    stack.setIndex(here)
    seen = window.document.worksheet
    assert seen == now
    shown = window.scene.layout
    assert shown is not None
    assert shown == layout_sheet(now, window.parts.measurer, shown.options)
    assert_sound(window)
