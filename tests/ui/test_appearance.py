"""Colours and sizes are changed while the window is open, and remembered."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolBar, QToolButton

from resource_mapper.ui.look import theme
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.styleHints().unsetColorScheme()
    theme.apply_theme(qapp)


def ink_of(window: MainWindow, action: str) -> set[str]:
    image = window.actions_by_id[action].icon().pixmap(QSize(20, 20)).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {color.name() for color in pixels if color.alpha() > 250}


@pytest.mark.parametrize("wanted", [theme.DARK, theme.CONTRAST, theme.LIGHT], ids=lambda one: one.id)
def test_colours_change_at_once_and_are_remembered(
    window: MainWindow, settings: SettingsStore, qapp: QApplication, wanted: theme.Theme
) -> None:
    desk.trigger(window, f"theme_{wanted.id}")
    assert theme.current_theme() is wanted
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(wanted.chrome)
    assert window.view.backgroundBrush().color() == QColor(wanted.desk)
    assert QColor(wanted.text).name() in ink_of(window, "saveFile")
    assert settings.settings.theme == wanted.id
    chosen = [
        one for one in ("system", "light", "dark", "contrast") if window.actions_by_id[f"theme_{one}"].isChecked()
    ]
    assert chosen == [wanted.id]


def test_the_paper_stays_white(window: MainWindow) -> None:
    desk.trigger(window, "theme_contrast")
    window.view.show_top()
    image = window.view.grab().toImage()
    corner = window.view.mapFromScene(3, 3)
    assert image.pixelColor(corner).name() == "#ffffff"


def test_the_system_decides_unless_told_otherwise(window: MainWindow) -> None:
    desk.trigger(window, "theme_dark")
    desk.trigger(window, "theme_system")
    assert theme.current_theme() is theme.LIGHT


def cut_off(window: MainWindow) -> list[str]:
    toolbar = window.findChild(QToolBar, "mainToolbar")
    assert toolbar is not None
    buttons = [one for one in toolbar.findChildren(QToolButton) if one.objectName().endswith("Button")]
    return [one.objectName() for one in buttons if not one.isVisible() or one.width() < one.sizeHint().width()]


@pytest.mark.parametrize(
    ("percent", "size", "words"),
    [
        (100, QSize(1366, 768), True),
        (150, QSize(1920, 1080), True),
        (200, QSize(1920, 1080), False),
        (200, QSize(1366, 768), False),
    ],
)
def test_nothing_is_cut_off_at_any_size(window: MainWindow, percent: int, size: QSize, words: bool) -> None:
    desk.trigger(window, f"scale_{percent}")
    window.resize(size)
    QApplication.processEvents()
    assert QApplication.font().pixelSize() == round(13 * percent / 100)
    assert window.size() == size, "it fits on the screen"
    assert cut_off(window) == []
    button = desk.child(window, "saveFileButton")
    assert isinstance(button, QToolButton)
    if words:
        assert button.toolButtonStyle() == button.toolButtonStyle().ToolButtonTextBesideIcon
    assert not window.view.horizontalScrollBar().isVisible()
    assert window.minimumSizeHint().height() <= size.height()


def test_a_size_survives_a_restart(window: MainWindow, settings: SettingsStore) -> None:
    desk.trigger(window, "scale_150")
    desk.trigger(window, "reducedMotion")
    again = SettingsStore(settings._path.parent).settings
    assert (again.ui_scale, again.reduced_motion) == (150, True)
    assert window.actions_by_id["scale_150"].isChecked()
    assert not window.actions_by_id["scale_100"].isChecked()
    desk.trigger(window, "scale_150")
    assert window.actions_by_id["scale_150"].isChecked(), "choosing it again leaves it chosen"


def test_panels_keep_their_titles_and_the_sheet_its_room_at_any_size(window: MainWindow) -> None:
    side, widths = window.workspace.dock("side"), []
    for percent in (100, 150, 200, 100):
        desk.trigger(window, f"scale_{percent}")
        QApplication.processEvents()
        widths.append(side.width())
        label = desk.child(window, "sideTitleLabel")
        assert label.width() >= label.sizeHint().width()
        assert window.view.width() > window.width() / 2
    assert widths[0] < widths[1] <= widths[2]
    assert widths[3] == widths[0], "there and back again"


def test_the_first_words_of_the_sheet_stay_at_the_top_when_the_window_grows(window: MainWindow) -> None:
    bar = window.view.verticalScrollBar()
    assert bar.value() == bar.minimum(), "as the window opens"
    window.resize(1500, 700)
    QApplication.processEvents()
    assert bar.value() == bar.minimum()
    assert bar.minimum() < bar.maximum()


def test_the_start_page_fits_at_twice_the_size(window: MainWindow) -> None:
    desk.trigger(window, "scale_200")
    window.show_start()
    QApplication.processEvents()
    assert not window.start.horizontalScrollBar().isVisible()
