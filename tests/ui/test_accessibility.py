"""Whoever uses a keyboard or a screen reader reaches everything, and everything has a name."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGraphicsView,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollBar,
    QToolBar,
    QToolButton,
    QWidget,
)

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Heading
from resource_mapper.ui.asking.heading_dialog import HeadingDialog
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.factories import make_resource
from tests.ui.conftest import NOW

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolBar,
)


def is_qts_own(widget: QWidget) -> bool:
    """Whether Qt made it inside one of its own widgets (scroll bars, pop-ups of a combo box, …)."""
    if widget.objectName().startswith(("qt_", "_q_")) or isinstance(widget, QScrollBar):
        return True
    if isinstance(widget, QMenu) and isinstance(widget.parent(), QMenuBar) and not widget.objectName():
        return True  # for menus that do not fit into the bar
    step: QObject | None = widget
    while step is not None:
        if step.metaObject().className().startswith(("QComboBoxPrivate", "QComboBoxListView", "QLineEditIcon")):
            return True
        step = step.parent()
    return False


def interactive(root: QWidget) -> list[QWidget]:
    return [w for w in root.findChildren(QWidget) if isinstance(w, INTERACTIVE) and not is_qts_own(w)]


def spoken_name(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.accessibleName()  # on Linux Qt gives the chosen word as a combo box's name, by its own rules
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


@pytest.fixture
def full(window: MainWindow) -> MainWindow:
    """The window with everything open: a card selected, one waiting, all fields shown."""
    sheet = sample_worksheet()
    desk.show(window, sheet.with_resources((*sheet.resources, make_resource("待ち", None))))
    window.selection.set(["sample-09"])
    desk.trigger(window, "showInspector")
    more = desk.child(window, "inspectorMore")
    assert isinstance(more, QToolButton)
    more.setChecked(True)
    QApplication.processEvents()
    return window


def test_everything_to_be_used_has_an_object_name_of_its_own(full: MainWindow) -> None:
    widgets = interactive(full)
    assert len(widgets) > 40
    nameless = [f"{type(w).__name__} in {w.parentWidget()!r}" for w in widgets if not w.objectName()]
    assert nameless == []
    names = [widget.objectName() for widget in widgets]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_everything_to_be_used_has_a_name_to_be_spoken(full: MainWindow) -> None:
    silent = [
        w.objectName() for w in interactive(full) if not isinstance(w, QMenu | QToolBar) and not spoken_name(w).strip()
    ]
    assert silent == []


def test_fields_of_the_inspector_are_spoken_by_their_labels(full: MainWindow) -> None:
    assert spoken_name(desk.child(full, "field_note")) == "備考"
    assert spoken_name(desk.child(full, "field_category")) == "分類"
    assert spoken_name(desk.child(full, "quickAdd")) == "資源の名前を入れて Enter"


def test_the_heading_dialog_too(qapp: QApplication) -> None:
    dialog = HeadingDialog(Heading(), NOW.date())
    widgets = interactive(dialog)
    assert len(widgets) >= 9
    assert [type(w).__name__ for w in widgets if not w.objectName()] == []
    assert [w.objectName() for w in widgets if not spoken_name(w).strip()] == []


def reachable(root: QWidget) -> set[str]:
    """Return what Tab should reach: shown, enabled, and taking the focus by Tab."""
    wanted = set()
    for widget in root.findChildren(QWidget):
        policy = widget.focusPolicy()
        takes = (policy & Qt.FocusPolicy.TabFocus) == Qt.FocusPolicy.TabFocus
        if takes and widget.isVisible() and widget.isEnabled() and not is_qts_own(widget) and not widget.focusProxy():
            wanted.add(widget.objectName())
    return wanted


def walk(start: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier, most: int = 200) -> list[str]:
    """Press Tab until the focus is back; return the names it went through, the canvas with its many cards once."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[str] = []
    for _ in range(most):
        focused = QApplication.focusWidget()
        assert focused is not None
        if seen[-1:] != [focused.objectName()]:
            seen.append(focused.objectName())
        QTest.keyClick(focused, key, modifiers)
        stays = QApplication.focusWidget() is focused
        assert not stays or focused.objectName() == "sheetView", f"trapped in {focused.objectName()}"
        if QApplication.focusWidget() is start:
            return seen
    raise AssertionError(f"Tab never came back: {seen}")


@pytest.mark.parametrize("backwards", [False, True])
def test_tab_reaches_everything_and_comes_back(full: MainWindow, backwards: bool) -> None:
    key = Qt.Key.Key_Backtab if backwards else Qt.Key.Key_Tab
    modifiers = Qt.KeyboardModifier.ShiftModifier if backwards else Qt.KeyboardModifier.NoModifier
    seen = walk(full.side.quick_add, key, modifiers)
    assert reachable(full) - set(seen) == set()
    assert len(seen) == len(set(seen)), "nothing twice"


def test_tab_goes_through_the_form_from_top_to_bottom(full: MainWindow) -> None:
    seen = walk(full.side.quick_add, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    first = ["field_name", "field_category", "field_span", "field_status", "field_place", "field_schedule"]
    assert [name for name in seen if name in first] == first
    assert seen.index("field_schedule") < seen.index("inspectorMore") < seen.index("field_reading")


def test_the_form_scrolls_to_the_field_that_gets_the_focus(full: MainWindow) -> None:
    url, note, name = (desk.child(full, f"field_{field}") for field in ("url", "note", "name"))
    url.setFocus()
    assert note.visibleRegion().isEmpty()
    QTest.keyClick(url, Qt.Key.Key_Tab)
    assert note.hasFocus()
    assert not note.visibleRegion().isEmpty()
    assert name.visibleRegion().isEmpty()
    full.inspector.focus_name()
    assert not name.visibleRegion().isEmpty()


def test_every_menu_can_be_opened_with_keys(window: MainWindow) -> None:
    for action in window.menuBar().actions():
        assert "&" in action.text()
        assert action.menu() is not None
