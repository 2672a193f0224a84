"""The application as the user gets it, once for all tests of a run."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from resource_mapper.app import make_application
from resource_mapper.ui.look.theme import apply_theme


def dressed_application() -> QApplication:
    """Return the dressed application; one that another test has made already is dressed now."""
    running = QApplication.instance()
    if not isinstance(running, QApplication):
        return make_application()
    QLocale.setDefault(QLocale(QLocale.Language.Japanese, QLocale.Country.Japan))
    apply_theme(running)
    return running
