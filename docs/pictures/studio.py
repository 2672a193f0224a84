"""The room in which pictures are taken: a window of known size, day and data; nothing of the user's own is touched."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from unittest.mock import patch

os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={Path(__file__).with_name('screen.json')}")

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from docs.pictures.drawing import framed
from docs.pictures.town import TODAY
from resource_mapper import app
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.paths import DATA_DIR_VARIABLE
from resource_mapper.storage import machine
from resource_mapper.ui.asking.dialogs import Answer, Dialogs
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.window.main_window import MainWindow

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 14, 5, tzinfo=timezone(timedelta(hours=9)))
TICK_MS, CALM_TICKS = 30, 8
"""A dialog's picture is taken once it has stayed the same for so many looks."""
SIZE = 1120, 680
"""Small, so that words in the picture of a whole window can be read."""


class StudioDialogs(Dialogs):
    """Real questions, but files come from the scene, and nothing is asked when a scene is over."""

    def __init__(self) -> None:
        """Begin without files."""
        super().__init__()
        self.files: list[Path] = []

    def ask_open(self, title: str, folder: str, name_filter: str) -> Path | None:
        """Take the next file of the scene."""
        return self.files.pop(0)

    def ask_open_several(self, title: str, folder: str, name_filter: str) -> list[Path]:
        """Take all files of the scene."""
        files, self.files = self.files, []
        return files

    def ask_unsaved(self, name: str) -> Answer:
        """Leave everything."""
        return Answer.DISCARD


class Studio:
    """Makes windows one after the other."""

    def __init__(self, folder: Path) -> None:
        """Use a folder for files and settings."""
        running = QApplication.instance()
        self.application = running if isinstance(running, QApplication) else app.make_application()
        self.application.setCursorFlashTime(0)
        self.folder = folder
        self.dialogs = StudioDialogs()
        self.window: MainWindow

    @classmethod
    @contextmanager
    def open(cls) -> Iterator["Studio"]:
        """Yield a studio whose clock stands still, with a name for the user that is nobody's."""
        with (
            tempfile.TemporaryDirectory() as folder,
            patch.dict(os.environ, {DATA_DIR_VARIABLE: folder}),
            patch.object(app, "_local_time", lambda: NOW),
            patch.object(machine, "user_name", lambda: "山田"),
        ):
            yield cls(Path(folder))

    @contextmanager
    def fresh(self, size: tuple[int, int] = SIZE) -> Iterator[MainWindow]:
        """Yield a window as at the first start, in the light theme."""
        for old in self.folder.iterdir():
            if old.is_file():
                old.unlink()
        settings = SettingsStore(self.folder)
        settings.update(theme="light", ui_scale=100, reduced_motion=True)
        self.dialogs = StudioDialogs()
        self.window = app.make_window(self.dialogs, settings)
        self.window.resize(*size)
        self.window.show()
        self.settle()
        try:
            yield self.window
        finally:
            self.window.meeting.end()
            self.window.close()
            self.window.deleteLater()
            self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.settle()

    def settle(self) -> None:
        """Let everything under way come to its end."""
        while True:
            QApplication.processEvents()
            self.window.scene.glide.finish()
            if not self.window.tasks.is_busy:
                break
        for _ in range(3):
            QApplication.processEvents()

    def show(self, worksheet: Worksheet, *names: str) -> None:
        """Show a worksheet, with the cards of these names chosen."""
        self.window.document.replace(worksheet, None, None)
        self.choose(*names)

    def choose(self, *names: str) -> None:
        """Choose cards."""
        cards = self.window.document.worksheet.resources
        self.window.selection.set([card.id for name in names for card in cards if card.name == name])
        self.window.view.setFocus()
        self.settle()

    def do(self, *action_ids: str) -> None:
        """Choose actions as from the menu."""
        for action_id in action_ids:
            self.window.actions_by_id[action_id].trigger()
            self.settle()

    # Pictures

    def whole_window(self, *, title: bool = True) -> QImage:
        """Return the window."""
        self.settle()
        image = self.window.grab().toImage()
        return framed(image, self.window.windowTitle().replace("[*]", "")) if title else image

    def of(self, *widgets: QWidget, margin: int = 0) -> QImage:
        """Return the part of the window that widgets take."""
        self.settle()
        area = QRect()
        for widget in widgets:
            area = area.united(self.place(widget))
        area = area.adjusted(-margin, -margin, margin, margin).intersected(self.window.rect())
        return framed(self.window.grab(area).toImage())

    def near(self, name: str, zoom: float = 0.75) -> QImage:
        """Return the sheet around a card, large enough to be read."""
        view = self.window.view
        view.set_zoom(zoom)
        item = self.window.scene.item_of(next(c.id for c in self.window.document.worksheet.resources if c.name == name))
        assert item is not None
        view.centerOn(item.sceneBoundingRect().center())
        return self.of(view)

    def place(self, widget: QWidget) -> QRect:
        """Return where a widget lies in the window (or in the dialog that holds it)."""
        return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())

    def of_dialog(self, start: Callable[[], object], prepare: Callable[[QDialog], object] | None = None) -> QImage:
        """Open a modal dialog, do something in it, and return its picture; it is closed without anything done."""
        taken: list[QImage] = []
        watch = _Watch(self, taken, prepare)
        watch.startTimer(TICK_MS)
        start()
        while not taken:
            QApplication.processEvents()
        watch.deleteLater()
        self.settle()
        return taken[0]

    def of_open(self, kind: type[QWidget]) -> QImage:
        """Return a window that stays open beside the work, and close it."""
        self.settle()
        found = self.window.findChild(kind)
        assert found is not None
        image = framed(found.grab().toImage(), found.windowTitle())
        found.close()
        return image

    def with_menu(self, name: str, submenu: str = "", *, wide: int = 700, high: int = 440) -> QImage:
        """Return the upper left of the window with a menu, and one of its submenus, pulled down."""
        bar, menu = self.window.menuBar(), self._menu(name)
        picture = self.window.grab().toImage()
        at = bar.actionGeometry(menu.menuAction()).bottomLeft()
        painter = QPainter(picture)
        size = self._paint_menu(painter, menu, at, submenu)
        if submenu:
            inner = self._menu(submenu)
            top = at.y() + menu.actionGeometry(inner.menuAction()).top()
            lowest = picture.height() - inner.sizeHint().height()
            self._paint_menu(painter, inner, QPoint(at.x() + size.width() - 4, min(top, lowest)), "")
        painter.end()
        return framed(picture.copy(0, 0, wide, high))

    def _menu(self, name: str) -> QMenu:
        menu = self.window.findChild(QMenu, name)
        assert menu is not None, name
        return menu

    def _paint_menu(self, painter: QPainter, menu: QMenu, at: QPoint, chosen: str) -> QRect:
        menu.popup(self.window.mapToGlobal(at))
        if chosen:
            menu.setActiveAction(self._menu(chosen).menuAction())
        QApplication.processEvents()
        image = menu.grab().toImage()
        menu.close()
        painter.drawImage(at, image)
        return image.rect()


class _Watch(QWidget):
    """Waits for the dialog, takes its picture and closes it."""

    def __init__(self, studio: Studio, taken: list[QImage], prepare: Callable[[QDialog], object] | None) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._studio, self._taken, self._prepare = studio, taken, prepare
        self._calm = 0

    def timerEvent(self, _event: QEvent) -> None:
        dialog = QApplication.activeModalWidget()
        still = getattr(dialog, "is_settled", True) and not self._studio.window.tasks.is_busy
        self._calm = self._calm + 1 if isinstance(dialog, QDialog) and still else 0
        if self._taken or not isinstance(dialog, QDialog) or self._calm < CALM_TICKS:
            return
        self._calm = 0
        if self._prepare is not None:
            prepare, self._prepare = self._prepare, None
            prepare(dialog)
            return
        self._taken.append(framed(dialog.grab().toImage(), dialog.windowTitle()))
        dialog.reject()
