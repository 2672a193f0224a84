"""Panels around the sheet: put away, folded, brought back, remembered; messages above the work."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from resource_mapper import app
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.window import window_place
from resource_mapper.ui.window.main_window import MainWindow
from resource_mapper.ui.window.workspace import Arrangement
from tests.helpers import desk
from tests.helpers.fake_dialogs import FakeDialogs
from tests.helpers.mouse import LEFT

PANELS = ("side", "gaps", "inspector", "history", "crosstab", "concerns")
FIRST = {"side": True, "gaps": True, "inspector": False, "history": False, "crosstab": False, "concerns": False}


def shown(window: MainWindow) -> dict[str, bool]:
    return {name: window.workspace.dock(name).isVisible() for name in PANELS}


def press(window: MainWindow, name: str) -> None:
    QTest.mouseClick(desk.child(window, name), LEFT)
    QApplication.processEvents()


def test_a_panel_folds_to_its_title_and_opens_again(window: MainWindow) -> None:
    dock = window.workspace.dock("gaps")
    tall = dock.height()
    press(window, "gapsFold")
    assert not window.gaps.isVisible()
    assert dock.isVisible()
    assert dock.height() < 60 < tall
    assert desk.child(window, "gapsFold").accessibleName() == "「気づき」を開く"
    press(window, "gapsFold")
    assert window.gaps.isVisible()


@pytest.mark.parametrize("name", PANELS)
def test_a_panel_put_away_comes_back_from_the_menu(window: MainWindow, name: str) -> None:
    action = f"show{name.capitalize()}"
    window.workspace.show_panel(name)
    press(window, f"{name}Close")
    assert not shown(window)[name]
    assert not window.actions_by_id[action].isChecked()
    desk.trigger(window, action)
    assert shown(window)[name]
    assert window.actions_by_id[action].isChecked()


def test_a_folded_panel_that_is_asked_for_opens(window: MainWindow) -> None:
    press(window, "sideFold")
    desk.trigger(window, "addCard")
    assert window.side.quick_add.isVisible()
    assert window.side.quick_add.hasFocus()


def test_panels_never_lie_over_each_other_on_a_small_screen(window: MainWindow) -> None:
    opened: list[str] = []
    for name in ("inspector", "crosstab", "history", "concerns"):
        desk.trigger(window, f"show{name.capitalize()}")
        QApplication.processEvents()
        opened.append(name)
        docks = [window.workspace.dock(each) for each in opened]
        assert all(dock.height() >= dock.minimumSizeHint().height() for dock in docks), name
        assert not docks[-1].is_folded
        places = [dock.geometry() for dock in docks]
        assert not any(a.intersects(b) for a in places for b in places if a is not b), name


def test_the_arrangement_goes_back_to_the_first_one(window: MainWindow) -> None:
    before = shown(window)
    for name in PANELS:
        window.workspace.show_panel(name, not before[name])
    desk.trigger(window, "resetLayout")
    assert shown(window) == before == FIRST


def restarted(settings: SettingsStore, dialogs: FakeDialogs) -> MainWindow:
    window = app.make_window(dialogs, SettingsStore(settings._path.parent))
    window.resize(1366, 768)
    window.show()
    return window


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda layout: layout, FIRST | {"side": False, "inspector": True}),
        (lambda layout: layout[: len(layout) // 2], FIRST),
        (lambda _: "資源", FIRST),
    ],
    ids=["whole", "cut off", "nonsense"],
)
def test_the_arrangement_is_remembered_and_a_broken_one_does_no_harm(
    window: MainWindow,
    settings: SettingsStore,
    dialogs: FakeDialogs,
    spoil: Callable[[str], str],
    expected: dict[str, bool],
) -> None:
    window.workspace.show_panel("side", False)
    window.workspace.show_panel("inspector")
    settings.update(layout=spoil(window.workspace.remembered()))
    again = restarted(settings, dialogs)
    assert shown(again) == expected
    again.close()
    again.deleteLater()


def test_sheet_list_or_both(window: MainWindow) -> None:
    workspace = window.workspace
    for arrangement, sheet, rows in (
        (Arrangement.LIST, False, True),
        (Arrangement.BOTH, True, True),
        (Arrangement.SHEET, True, False),
    ):
        workspace.arrange(arrangement)
        assert (window.view.isVisible(), window.list.isVisible()) == (sheet, rows)


class TestPlace:
    """The window comes back where it was, and always where it can be reached."""

    SCREEN = QRect(0, 0, 1366, 728)
    SECOND = QRect(1366, 0, 1920, 1080)

    @pytest.mark.parametrize(
        ("wanted", "screens", "place"),
        [
            (QRect(100, 50, 900, 600), [SCREEN], QRect(100, 50, 900, 600)),
            (QRect(1500, 50, 1200, 900), [SCREEN, SECOND], QRect(1500, 50, 1200, 900)),
            (QRect(1500, 50, 1200, 900), [SCREEN], QRect(83, 0, 1200, 728)),
            (QRect(-890, 50, 900, 600), [SCREEN], QRect(233, 64, 900, 600)),
            (QRect(100, -300, 900, 600), [SCREEN], QRect(233, 64, 900, 600)),
            (QRect(0, 0, 3000, 2000), [SCREEN], SCREEN),
        ],
        ids=["there", "second screen", "screen gone", "beside", "title above", "too large"],
    )
    def test_it_can_be_reached(self, wanted: QRect, screens: list[QRect], place: QRect) -> None:
        assert window_place.on_screen(wanted, screens) == place

    def test_it_is_remembered(self, window: MainWindow, settings: SettingsStore, dialogs: FakeDialogs) -> None:
        window.showNormal()
        window.setGeometry(20, 30, 1000, 620)
        settings.update(geometry=window_place.remembered(window))
        again = app.make_window(dialogs, SettingsStore(settings._path.parent))
        again.take_place()
        size = again.screen().availableGeometry().size()
        assert again.size() == QSize(1000, 620).boundedTo(size).expandedTo(again.minimumSize())
        again.close()
        again.deleteLater()

    @pytest.mark.parametrize("text", ["", "資源", "AAAA"])
    def test_nothing_or_nonsense_means_the_first_place(self, window: MainWindow, text: str) -> None:
        before = window.geometry()
        assert not window_place.restore(window, text)
        assert window.geometry() == before


class TestBanner:
    """A message stays until it is dealt with."""

    def test_a_chosen_verb_is_done_and_the_message_goes(self, window: MainWindow) -> None:
        done: list[str] = []
        banner = window.show_banner("読み取り専用です。", [("別名で保存", lambda: done.append("save"))], "readOnly")
        assert banner.text == "読み取り専用です。"
        assert banner.isVisible()
        press(window, "bannerAction1_readOnly")
        assert done == ["save"]
        assert not banner.isVisible()

    def test_it_can_be_put_away_and_another_of_its_kind_takes_its_place(self, window: MainWindow) -> None:
        first = window.show_banner("一", key="a")
        second = window.show_banner("二", key="a")
        other = window.show_banner("三", key="b")
        assert (first.isVisible(), second.isVisible(), other.isVisible()) == (False, True, True)
        press(window, "bannerClose_a")
        assert (second.isVisible(), other.isVisible()) == (False, True)
        window.hide_banner("b")
        window.hide_banner("never shown")
        assert not other.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_dialog_grows_with_the_type_but_not_out_of_its_screen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, scale: float
) -> None:
    dialog = QWidget()
    qtbot.addWidget(dialog)
    monkeypatch.setattr(window_place, "scaled", lambda pixels: round(pixels * scale))
    window_place.resize_in_screen(dialog, 600, 300)
    room = dialog.screen().availableSize()  # 800×800
    assert dialog.size() == QSize(
        min(round(600 * scale), room.width() - 40), min(round(300 * scale), room.height() - 60)
    )
    window_place.resize_in_screen(dialog, 1180, 900)
    assert dialog.size() == QSize(room.width() - 40, room.height() - 60), "what lies beyond a screen cannot be pressed"


def test_a_message_that_is_too_long_ends_in_dots_before_what_always_shows(window: MainWindow) -> None:
    window.show_workspace()
    window.resize(900, 560)
    window.status.show_note("短い知らせ")
    assert window.status.message_in_sight() == "短い知らせ"
    window.status.show_note("長い知らせ" * 40)
    shown = window.status.message_in_sight()
    assert shown.endswith("…")
    fit = desk.child(window, "fitWidthStatusButton")
    assert window.status.fontMetrics().horizontalAdvance(shown) < fit.x()
    assert not window.status.grab().toImage().isNull()


def test_the_whole_window_fits_a_small_screen_that_enlarges(window: MainWindow) -> None:
    window.show_workspace()
    needed = window.minimumSize().expandedTo(window.minimumSizeHint())
    assert needed.width() <= 910, "1366 at 150 %"
    assert needed.height() <= 512 - 60, "768 at 150 %, less title and task bar"
