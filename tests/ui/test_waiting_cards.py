"""Cards that have come into the tray: there is room for them, and the empty sheet says where they go."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from resource_mapper.domain.edits import add, change, remove
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.canvas import canvas_words
from resource_mapper.ui.canvas.marks import EmptyHintItem
from resource_mapper.ui.window.main_window import MainWindow
from resource_mapper.ui.words import messages
from tests.helpers import desk
from tests.helpers.factories import make_resource, make_worksheet


def hint(window: MainWindow) -> tuple[str, str] | None:
    (item,) = (item for item in window.scene.items() if isinstance(item, EmptyHintItem))
    return item.words if item.isVisible() else None


def heights(window: MainWindow) -> tuple[int, int]:
    for _ in range(3):  # the tray comes in sight, the docks share their height, what is in them follows
        QApplication.processEvents()
    return window.workspace.dock("side").height(), window.workspace.dock("gaps").height()


def test_the_invitation_stays_until_something_is_placed(qtbot: QtBot, window: MainWindow) -> None:
    desk.show(window, Worksheet())
    assert hint(window) == canvas_words.HINT_EMPTY
    window.side.quick_add.setFocus()
    QTest.keyClicks(window.side.quick_add, "Salon")
    QTest.keyClick(window.side.quick_add, Qt.Key.Key_Return)
    assert hint(window) == canvas_words.HINT_WAITING
    window.side.tray.setFocus()
    QTest.keyClick(window.side.tray, Qt.Key.Key_Down)
    QTest.keyClick(window.side.tray, Qt.Key.Key_Return)
    assert hint(window) is None
    window.document.undo_stack.undo()
    assert hint(window) == canvas_words.HINT_WAITING


def test_a_wall_does_not_speak_of_the_tray(window: MainWindow) -> None:
    desk.show(window, make_worksheet(make_resource(span=None)))
    desk.trigger(window, "present")
    assert hint(window) is None
    window.meeting.end()
    assert hint(window) == canvas_words.HINT_WAITING


def test_cards_that_come_to_wait_get_room_once_and_then_the_user_decides(window: MainWindow) -> None:
    window.resize(1366, 1000)
    desk.show(window, Worksheet())
    window.workspace.resizeDocks(
        [window.workspace.dock("side"), window.workspace.dock("gaps")], [300, 500], Qt.Orientation.Vertical
    )
    before = heights(window)
    assert before[0] < before[1]
    window.document.edit("取り込む", add(window.document.worksheet, [make_resource(str(n), None) for n in range(40)]))
    side, gaps = heights(window)
    assert abs(side / (side + gaps) - 0.6) < 0.02
    window.workspace.resizeDocks(
        [window.workspace.dock("side"), window.workspace.dock("gaps")], before, Qt.Orientation.Vertical
    )
    chosen = heights(window)
    window.document.edit("加える", add(window.document.worksheet, [make_resource("もう1つ", None)]))
    assert heights(window) == chosen
    window.document.edit("消す", remove(window.document.worksheet, [r.id for r in window.document.worksheet.unplaced]))
    assert heights(window) == chosen


def test_a_folded_panel_stays_folded(window: MainWindow) -> None:
    desk.show(window, Worksheet())
    window.workspace.dock("side").fold(True)
    folded = heights(window)
    window.document.edit("取り込む", add(window.document.worksheet, [make_resource(span=None)]))
    assert heights(window) == folded


def test_lists_of_words_are_made_anew_only_where_they_differ(window: MainWindow) -> None:
    sheet = desk.show(
        window,
        make_worksheet(
            make_resource(id="a", category="salon"), make_resource(id="b", category="その他の会"), make_resource(id="c")
        ),
    )
    window.workspace.show_panel("inspector")
    combo = window.inspector.findChild(QComboBox, "field_category")
    assert combo is not None
    resets: list[int] = []
    combo.model().rowsInserted.connect(lambda *_: resets.append(1))
    window.selection.set(["a"])
    made = len(resets)
    window.selection.set(["c"])
    window.document.edit("直す", change(sheet, {"c"}, category="salon", fee="100円"))
    assert len(resets) == made
    assert combo.currentData() == "salon"
    window.selection.set(["b"])
    assert (combo.currentText(), combo.currentData()) == ("その他の会", "その他の会")
    window.selection.set(["a", "b"])
    assert combo.currentText() == messages.MIXED
    window.selection.set(["a"])
    assert combo.findText("その他の会") < 0
    assert combo.findText(messages.MIXED) < 0
