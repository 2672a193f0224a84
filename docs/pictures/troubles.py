"""Pictures of 困ったとき: the messages, brought about for real."""

import json
import os
from pathlib import Path

from PySide6.QtGui import QImage

from docs.pictures.studio import NOW, Studio
from docs.pictures.town import town
from resource_mapper.domain.edits import set_heading
from resource_mapper.domain.worksheet import Heading
from resource_mapper.storage.document_file import save_document
from resource_mapper.storage.owner_file import owner_path


def opened_elsewhere(studio: Studio) -> QImage:
    """The question when a colleague has the file open."""
    path = _book(studio)
    _owned(path)
    return studio.of_dialog(lambda: studio.window.files.open_path(path))


def changed_outside(studio: Studio) -> QImage:
    """The question when a colleague has saved meanwhile."""
    path = _book(studio)
    studio.window.files.open_path(path)
    studio.settle()
    save_document(set_heading(town(), Heading(municipality="みどり市")), path)
    os.utime(path, (NOW.timestamp(), NOW.timestamp()))
    studio.choose("いきいきサロン")
    studio.do("duplicateCards")
    return studio.of_dialog(studio.window.files.save)


def contrast(studio: Studio) -> QImage:
    """高コントラスト."""
    studio.show(town(), "いきいきサロン")
    studio.do("theme_contrast")
    image = studio.whole_window()
    studio.do("theme_light")
    return image


def _book(studio: Studio) -> Path:
    path = studio.folder / "みどり市.xlsx"
    save_document(town(), path)
    return path


def _owned(path: Path) -> None:
    record = {
        "version": 1,
        "user": "山田",
        "since": NOW.replace(hour=10).isoformat(),
        "program": "",
        "host": "PC-2",
        "pid": 4711,
        "session": "theirs",
    }
    owner_path(path).write_text(json.dumps(record), encoding="utf-8")


SCENES = {
    "opened-elsewhere": opened_elsewhere,
    "changed-outside": changed_outside,
    "contrast": contrast,
}
