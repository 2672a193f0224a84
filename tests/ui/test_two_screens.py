"""書記 and 発表 on a machine with two screens, as the system reports them: the program in a process of its own."""

import json
from pathlib import Path

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.storage.document_file import save_document
from tests.helpers.own_process import answer_of, start

DESK = {"name": "DESK", "x": 0, "y": 0, "width": 1366, "height": 768}
BEAMER = {"name": "BEAMER", "x": 1366, "y": 0, "width": 1920, "height": 1080}
USUAL = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}

WRITE_ALONG = """
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

def place(widget):
    at = widget.geometry()
    return [at.x(), at.y(), at.width(), at.height()]

def use(window):
    def when_read():
        if window.tasks.is_busy:
            return
        waiting.stop()
        window.move(40, 40)
        window.actions_by_id["scribe"].trigger()
        QTimer.singleShot(300, window, lambda: write(window))

    waiting = QTimer(window)
    waiting.timeout.connect(when_read)
    waiting.start(20)

def write(window):
    scribe, wall = window.meeting.scribe_window, window.meeting.wall
    QTest.keyClicks(scribe.panel.line, "3 Undokai")
    QTest.keyClick(scribe.panel.line, Qt.Key.Key_Return)
    new = window.document.worksheet.resources[-1]
    item = window.scene.item_of(new.id)
    seen = wall.view.mapToScene(wall.view.viewport().rect()).boundingRect()
    print(json.dumps({
        "wall": place(wall), "full": wall.isFullScreen(), "on": wall.screen().name(),
        "scribe": place(scribe), "view": scribe.view is None, "line": scribe.panel.line.hasFocus(),
        "card": [new.name, new.category], "seen": seen.contains(item.pill), "px": wall.smallest_px(),
    }))
    window.meeting.end()
    window.close()
"""


def test_the_sheet_fills_the_projector_and_the_line_stays_on_the_desk(tmp_path: Path) -> None:
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [DESK | USUAL, BEAMER | USUAL]}), encoding="utf-8")
    book = tmp_path / "a.xlsx"
    save_document(sample_worksheet(), book)
    platform = f"offscreen:configfile={screens}"
    told = answer_of(start(tmp_path, WRITE_ALONG, str(book), QT_QPA_PLATFORM=platform))
    assert (told["wall"], told["full"], told["on"]) == ([1366, 0, 1920, 1080], True, "BEAMER")
    x, y, width, height = told["scribe"]
    assert 0 <= x < x + width <= 1366
    assert 0 <= y < y + height <= 768
    assert told["view"], "no second picture of the sheet beside the line"
    assert told["line"]
    assert told["card"] == ["Undokai", "gathering"]
    assert told["seen"]
    assert told["px"] > 15
