"""Starts the window: first its frame with the start page and, once that is seen, all that one works with.

No globals: what a part needs is handed to it.
"""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from resource_mapper import __version__, garbage
from resource_mapper.error_places import error_places
from resource_mapper.paths import ResourceMissingError, data_dir, font_metrics_path
from resource_mapper.ui.logbook import Logbook
from resource_mapper.ui.look.icons import icon
from resource_mapper.ui.look.theme import apply_theme, undressed
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.window.first_paint import FirstPaint
from resource_mapper.ui.window.main_window import MainWindow
from resource_mapper.ui.words import messages

if TYPE_CHECKING:
    from resource_mapper.ui.asking.dialogs import Dialogs

_LATER_MS = 1_000
"""The window comes first."""


def make_application() -> QApplication:
    """Return the dressed application, with Qt's own words in Japanese."""
    QLocale.setDefault(QLocale(QLocale.Language.Japanese, QLocale.Country.Japan))
    app = QApplication(["ResourceMapper", "-style", "Fusion"])  # `setStyle` would have PySide make all of QStyle
    app.setApplicationName("ResourceMapper")
    app.setApplicationDisplayName("")
    app.setApplicationVersion(__version__)
    translator = QTranslator(app)
    if translator.load("qtbase_ja", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    apply_theme(app)
    app.setWindowIcon(icon("app"))
    return app


def make_window(dialogs: "Dialogs", settings: SettingsStore) -> MainWindow:
    """Return a furnished window with an empty worksheet; needs an application."""
    with undressed():
        window = MainWindow(settings, _local_time)
        furnish_window(window, dialogs)
    return window


def furnish_window(window: MainWindow, dialogs: "Dialogs") -> None:
    """Put into a window all that one works with, and an empty worksheet."""
    from resource_mapper.domain.worksheet import Heading, Worksheet  # the start page needs none of these
    from resource_mapper.layout.measure import load_metrics
    from resource_mapper.ui.document import Document
    from resource_mapper.ui.qt_painter import QtPainter
    from resource_mapper.ui.window.furnishing import Parts, furnish

    document = Document()
    document.replace(Worksheet(heading=Heading(made_on=window.clock().date())), None, None)
    measurer = load_metrics(font_metrics_path())
    furnish(window, Parts(document, dialogs, measurer, QtPainter()))


def run(path: Path | None = None) -> int:
    """Show the window, with a workbook if one is given, and run until it is closed; return the exit code."""
    start = _Start(path)
    if not start.is_done(start.show_window):
        return 1
    code = QApplication.exec()
    start.logbook.end()
    sys.excepthook = sys.__excepthook__
    return code


class _Start:
    """The steps of a start. It keeps the window, which Qt does not."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._window: MainWindow | None = None
        self.logbook = Logbook(data_dir())

    def is_done(self, step: Callable[[], object]) -> bool:
        """Take a step; if it cannot be done, tell why in plain words."""
        try:
            step()
        except ResourceMissingError as error:
            _cannot_start(str(error))
        except _NoScreenError:
            _cannot_start(messages.NO_SCREEN)
        except Exception as error:  # no traceback ever reaches a user
            self.logbook.note_error(error)
            place = error_places(error, 3)
            _cannot_start(f"{messages.CANNOT_START}\n（{type(error).__name__}、{place}）")
        else:
            return True
        return False

    def show_window(self) -> None:
        """Show the window with what needs least: the start page, or the name of the workbook that is to be opened."""
        if not make_application().screens():
            raise _NoScreenError
        with undressed():
            self._window = window = MainWindow(SettingsStore(data_dir()), _local_time)
            if self._path is None:
                window.show_start()
            else:
                window.opening.show(self._path)
        FirstPaint(window, self._go_on)
        window.take_place()

    def _go_on(self) -> None:
        """Behind the page that is seen by now, make the rest."""
        window = self._window
        if window is not None and window.isVisible():
            if self.is_done(lambda: self._furnish(window)):
                window.files.begin(self._path)
            else:
                QApplication.exit(1)

    def _furnish(self, window: MainWindow) -> None:
        from resource_mapper.ui.asking.dialogs import Dialogs
        from resource_mapper.ui.asking.unexpected import UnexpectedErrors
        from resource_mapper.ui.canvas.motion import MotionWish

        dialogs = Dialogs()
        furnish_window(window, dialogs)
        window.scene.glide.is_wanted = MotionWish(window.settings)
        sys.excepthook = UnexpectedErrors(dialogs, window.files.keeper, self.logbook)
        QTimer.singleShot(_LATER_MS, self.logbook.begin)
        QTimer.singleShot(_LATER_MS, garbage.end_work)


class _NoScreenError(Exception):
    """There is no screen to show a window on."""


def _cannot_start(words: str) -> None:
    """Tell why there is no window: with a plain box, and on stderr, which a windowed build does not have."""
    from PySide6.QtWidgets import QMessageBox

    if sys.stderr is not None:
        sys.stderr.write(f"{words}\n")
    if QApplication.screens():
        box = QMessageBox(QMessageBox.Icon.Critical, messages.APP_NAME, words)
        box.addButton("閉じる", QMessageBox.ButtonRole.AcceptRole)
        box.exec()


def _local_time() -> datetime:
    return datetime.now().astimezone()
