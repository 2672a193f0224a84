"""The one application object that all benchmarks in this process share; Qt allows no second."""

from functools import cache

from PySide6.QtWidgets import QApplication

from resource_mapper.app import make_application


@cache
def application() -> QApplication:
    """Return the dressed application; it lives until the process ends."""
    return make_application()
