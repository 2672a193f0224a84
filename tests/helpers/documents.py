"""What tests of files do with the document of a window, and see of it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from resource_mapper.domain.edits import add
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage import document_file
from resource_mapper.storage.document_file import open_document
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.factories import make_resource


def change(window: MainWindow, name: str = "新しい会") -> Worksheet:
    """Add a resource; return the worksheet."""
    window.document.edit("足す", add(window.document.worksheet, [make_resource(name, None)]))
    return window.document.worksheet


def on_disk(path: Path) -> Worksheet:
    """Return what a file holds."""
    return open_document(path).worksheet


def saved_label(window: MainWindow) -> str:
    """Return what the window says about the saving."""
    return str(desk.child(window, "savedLabel").property("text"))


@contextmanager
def slow(monkeypatch: pytest.MonkeyPatch, name: str) -> Iterator[threading.Event]:
    """Hold the worker in `document_file.<name>` until the event is set."""
    go_on, real = threading.Event(), getattr(document_file, name)

    def waiting(*args: object) -> object:
        assert go_on.wait(20)
        return real(*args)

    monkeypatch.setattr(document_file, name, waiting)
    yield go_on
    go_on.set()
