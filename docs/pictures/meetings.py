"""Pictures of 会議で使う."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from docs.pictures.drawing import framed
from docs.pictures.studio import Studio
from docs.pictures.town import TODAY, town, town_before
from resource_mapper.domain.training import town_worksheet
from resource_mapper.domain.version import Version
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.asking.minutes_dialog import MinutesDialog
from resource_mapper.ui.national_window import NationalWindow
from resource_mapper.ui.presenting.screens import Screen
from resource_mapper.ui.versions.side_by_side_dialog import SideBySideDialog
from resource_mapper.ui.versions.time_bar import TimeBar
from resource_mapper.ui.versions.versions_dialog import VersionsDialog
from tests.helpers import ime

SCREEN = Screen("会議室", QRect(0, 0, 1280, 720))


def present(studio: Studio) -> QImage:
    """発表: the sheet alone."""
    return _wall(studio)


def present_gap(studio: Studio) -> QImage:
    """発表 with the light on a gap."""
    return _wall(studio, Qt.Key.Key_G)


def scribe(studio: Studio) -> QImage:
    """書記 on the only screen, after some cards."""
    window = studio.window
    window.document.replace(town(), None, None)
    window.meeting.screens = lambda: (SCREEN,)
    studio.do("scribe")
    writing = window.meeting.scribe_window
    assert writing is not None
    writing.showNormal()
    writing.resize(1120, 680)
    studio.settle()
    for name in ("5 買い物の送迎 ＠ほしい", "2 ひだまりサロン ＠ある"):
        ime.write(writing.panel.line, name)
        QTest.keyClick(writing.panel.line, Qt.Key.Key_Return)
    ime.write(writing.panel.line, "3 ころばん体操")
    studio.settle()
    return framed(writing.grab().toImage(), writing.windowTitle())


def minutes(studio: Studio) -> QImage:
    """気づきのまとめ."""
    studio.show(town())
    studio.do("showMinutes")
    return studio.of_open(MinutesDialog)


def national(studio: Studio) -> QImage:
    """全国との比較 of a town to train on."""
    studio.show(town_worksheet("suburb", TODAY))
    studio.do("showNational")
    window = studio.window.findChild(NationalWindow)
    assert window is not None
    window.resize(1000, 560)
    return studio.of_open(NationalWindow)


def keep_version(studio: Studio) -> QImage:
    """いまの状態を残す."""
    studio.show(town())
    return studio.of_dialog(lambda: studio.do("keepVersion"))


def versions(studio: Studio) -> QImage:
    """残した版."""
    studio.show(_kept_before())
    studio.do("showVersions")
    return studio.of_open(VersionsDialog)


def look_back(studio: Studio) -> QImage:
    """版をたどる: the sheet of the first meeting in the window."""
    studio.show(_kept_before())
    studio.do("lookBack")
    bar = studio.window.findChild(TimeBar)
    assert bar is not None
    QTest.keyClick(bar.slider, Qt.Key.Key_Home)
    return studio.whole_window()


def side_by_side(studio: Studio) -> QImage:
    """2つの版を並べる."""
    studio.show(_kept_before())

    def wait(dialog: QDialog) -> None:
        assert isinstance(dialog, SideBySideDialog)
        dialog.resize(1180, 480)
        while not dialog.is_settled:
            QApplication.processEvents()

    return studio.of_dialog(lambda: studio.do("sideBySide"), wait)


def _kept_before() -> Worksheet:
    return replace(town(), versions=(Version("第1回", TODAY.replace(month=5), town_before(), ()),))


def _wall(studio: Studio, *keys: Qt.Key) -> QImage:
    window = studio.window
    window.document.replace(town(), None, None)
    window.meeting.screens = lambda: (SCREEN,)
    studio.do("present")
    wall = window.meeting.wall
    assert wall is not None
    wall.showNormal()
    wall.resize(SCREEN.area.size())
    wall.move(QPoint(0, 0))
    studio.settle()
    for key in keys:
        QTest.keyClick(wall.view, key)
    wall.note.hide()
    studio.settle()
    return framed(wall.grab().toImage())


SCENES = {
    "present": present,
    "present-gap": present_gap,
    "scribe": scribe,
    "minutes": minutes,
    "national": national,
    "keep-version": keep_version,
    "versions": versions,
    "look-back": look_back,
    "side-by-side": side_by_side,
}
