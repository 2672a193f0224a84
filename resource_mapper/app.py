"""Puts the parts together and starts the window. No globals: what a part needs is handed to it."""

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox

from resource_mapper import __version__, garbage
from resource_mapper.domain.worksheet import Heading, Worksheet
from resource_mapper.error_places import error_places
from resource_mapper.layout.measure import load_metrics
from resource_mapper.paths import ResourceMissingError, data_dir, font_metrics_path
from resource_mapper.ui import messages
from resource_mapper.ui.canvas.motion import MotionWish
from resource_mapper.ui.dialogs import Dialogs
from resource_mapper.ui.document import Document
from resource_mapper.ui.icons import icon
from resource_mapper.ui.logbook import Logbook
from resource_mapper.ui.main_window import MainWindow, Parts
from resource_mapper.ui.qt_painter import QtPainter
from resource_mapper.ui.settings import SettingsStore
from resource_mapper.ui.theme import apply_theme, undressed
from resource_mapper.ui.unexpected import UnexpectedErrors

_LATER_MS = 1_000
"""The window comes first."""


def make_application() -> QApplication:
    """Return the dressed application, with Qt's own words in Japanese."""
    QLocale.setDefault(QLocale(QLocale.Language.Japanese, QLocale.Country.Japan))
    app = QApplication(sys.argv[:1])
    app.setApplicationName("ResourceMapper")
    app.setApplicationDisplayName("")
    app.setApplicationVersion(__version__)
    translator = QTranslator(app)
    if translator.load("qtbase_ja", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    apply_theme(app)
    app.setWindowIcon(icon("app"))
    return app


def make_window(dialogs: Dialogs, settings: SettingsStore) -> MainWindow:
    """Return a window with an empty worksheet; needs an application."""
    document = Document()
    document.replace(Worksheet(heading=Heading(made_on=_local_time().date())), None, None)
    parts = Parts(
        document=document,
        dialogs=dialogs,
        settings=settings,
        measurer=load_metrics(font_metrics_path()),
        painter=QtPainter(),
        clock=_local_time,
    )
    with undressed():
        return MainWindow(parts)


def run(path: Path | None = None) -> int:
    """Show the window, with a workbook if one is given, and run until it is closed; return the exit code."""
    logbook = Logbook(data_dir())
    try:
        app = make_application()
        if not app.screens():
            return _cannot_start(messages.NO_SCREEN)
        window = _begin(path, logbook)
        QTimer.singleShot(_LATER_MS, garbage.end_work)
    except ResourceMissingError as error:
        return _cannot_start(str(error))
    except Exception as error:  # no traceback ever reaches a user
        logbook.note_error(error)
        place = error_places(error, 3)
        return _cannot_start(f"{messages.CANNOT_START}\n（{type(error).__name__}、{place}）")
    code = app.exec()
    logbook.end()
    sys.excepthook = sys.__excepthook__
    del window  # which Qt does not keep
    return code


def _begin(path: Path | None, logbook: Logbook) -> MainWindow:
    dialogs = Dialogs()
    window = make_window(dialogs, SettingsStore(data_dir()))
    window.scene.glide.is_wanted = MotionWish(window.parts.settings)
    sys.excepthook = UnexpectedErrors(dialogs, window.files.keeper, logbook)
    QTimer.singleShot(_LATER_MS, logbook.begin)
    if path is None:
        window.show_start()
    window.take_place()
    window.files.begin(path)
    return window


def _cannot_start(words: str) -> int:
    """Tell why there is no window: with a plain box, and on stderr, which a windowed build does not have."""
    if sys.stderr is not None:
        sys.stderr.write(f"{words}\n")
    if QApplication.screens():
        box = QMessageBox(QMessageBox.Icon.Critical, messages.APP_NAME, words)
        box.addButton("閉じる", QMessageBox.ButtonRole.AcceptRole)
        box.exec()
    return 1


def _local_time() -> datetime:
    return datetime.now().astimezone()
