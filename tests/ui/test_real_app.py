"""The real program in a process of its own: it starts, is used, quits, and has nothing to say on stderr."""

import json
import shutil
from pathlib import Path

import pytest

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.storage.document_file import save_document
from tests.helpers.own_process import ROOT, answer_of, start

USE_AND_QUIT = """
def use(window):
    def when_read():
        if window.tasks.is_busy:
            return
        waiting.stop()
        canvas = QAccessible.queryAccessibleInterface(window.view)  # as a screen reader does
        for number in range(canvas.childCount()):
            QAccessible.uniqueId(canvas.child(number))
        window.selection.set(r.id for r in window.document.worksheet.resources[:3])
        window.actions_by_id["duplicateCards"].trigger()
        window.actions_by_id["lens_status"].trigger()
        window.side.quick_add.setText("いきいきサロン")
        window.side.quick_add.returnPressed.emit()
        window.actions_by_id["undo"].trigger()
        print(json.dumps({"cards": len(window.document.worksheet.resources)}))
        window.close()

    waiting = QTimer(window)
    waiting.timeout.connect(when_read)
    waiting.start(20)
"""

MEASURE = """
def fits(widget):
    needed = widget.sizeHint()
    return widget.width() >= needed.width() and widget.height() >= needed.height()

def use(window):
    window.showNormal()
    window.show_workspace()
    window.resize(1366, 768)
    QTimer.singleShot(50, window, lambda: measure(window))

def measure(window):
    toolbar = window.findChild(QToolBar, "mainToolbar")
    if not toolbar.isVisible() or toolbar.width() != 1366:  # a busy machine takes its time
        return QTimer.singleShot(50, window, lambda: measure(window))
    buttons = [b for b in toolbar.findChildren(QToolButton) if b.objectName().endswith("Button")]
    clipped = [b.objectName() for b in buttons if not b.isVisible() or not fits(b)]
    labels = [
        label.objectName()
        for label in window.statusBar().findChildren(type(window.findChild(object, "savedLabel")))
        if label.isVisible() and label.text() and not fits(label)
    ]
    layout = toolbar.layout()
    print(json.dumps({
        "room": [layout.spacing(), layout.contentsMargins().left(), toolbar.property("tight")],
        "clipped": clipped + labels,
        "buttons": len(buttons),
        "ratio": window.devicePixelRatioF(),
        "bar": window.view.horizontalScrollBar().isVisible(),
    }))
    window.close()
"""

TYPE_SIZES = """
from PySide6 import QtWidgets

def use(window):
    window.show_workspace()
    QTimer.singleShot(300, window, lambda: measure(window))

def measure(window):
    names = ("QMenuBar", "QLabel", "QPushButton", "QLineEdit", "QToolButton", "QListView")
    sizes = {kind: [w.font().pixelSize() for w in window.findChildren(getattr(QtWidgets, kind))] for kind in names}
    print(json.dumps({kind: [max(found), min(found)] for kind, found in sizes.items() if found}))
    window.close()
"""


def test_it_starts_is_used_and_quits_without_a_word(tmp_path: Path) -> None:
    book = tmp_path / "資源.xlsx"
    save_document(sample_worksheet(), book)
    before = book.read_bytes()
    processes = [start(tmp_path, USE_AND_QUIT, str(book)), start(tmp_path, USE_AND_QUIT, str(book))]
    assert [answer_of(process) for process in processes] == [{"cards": 27}] * 2
    assert answer_of(start(tmp_path, USE_AND_QUIT)) == {"cards": 0}
    assert book.read_bytes() == before
    assert list(tmp_path.iterdir()) in ([book, tmp_path / "data"], [tmp_path / "data", book]), "no owner file is left"


def test_type_is_as_large_from_the_start_as_was_chosen(tmp_path: Path) -> None:
    book, data = tmp_path / "資源.xlsx", tmp_path / "data"
    save_document(sample_worksheet(), book)
    data.mkdir()
    (data / "settings.json").write_text('{"ui_scale": 200}', encoding="utf-8")
    for arguments in ((), (str(book),)):
        sizes = answer_of(start(tmp_path, TYPE_SIZES, *arguments))
        assert sizes["QMenuBar"] == [26, 26]
        assert min(size for found in sizes.values() for size in found) >= 26


def test_nothing_is_cut_off_at_any_scale_of_the_screen(tmp_path: Path) -> None:
    factors = ("1", "1.5", "2")
    processes = [start(tmp_path, MEASURE, QT_SCALE_FACTOR=factor) for factor in factors]
    for factor, process in zip(factors, processes, strict=True):
        answer = answer_of(process)
        assert answer["clipped"] == [], factor
        assert answer["buttons"] >= 8
        assert answer["ratio"] == float(factor)
        assert not answer["bar"], factor
        assert answer["room"] == [0, 4, True], "margins and spacing are those of a tight bar"


def test_an_unexpected_error_is_told_once_and_the_window_stays(tmp_path: Path) -> None:
    script = """
told = []
Dialogs.report = lambda self, *words: told.append(words)

def use(window):
    for _ in range(2):
        QTimer.singleShot(0, window, fail)
    QTimer.singleShot(100, window, lambda: wait(window))

def wait(window):  # a busy machine takes its time
    QTimer.singleShot(100, window, lambda: finish(window) if told else wait(window))

def fail():
    raise ZeroDivisionError("a bug")

def finish(window):
    assert window.isVisible()
    print(json.dumps({"told": told}))
    window.close()
"""
    process = start(tmp_path, script)
    out, errors = process.communicate(timeout=60)
    assert process.returncode == 0
    assert errors.count("ZeroDivisionError: a bug") == 1
    ((text, details, report),) = json.loads(out)["told"]
    assert "思わぬこと" in text
    assert "失われていません" in details
    assert "ZeroDivisionError" not in text + details, "no traceback reaches a user who does not ask for it"
    assert "ZeroDivisionError: a bug" in report
    assert "Traceback" in report


def test_the_start_page_is_seen_before_the_rest_is_made_and_stays_as_it_is(tmp_path: Path) -> None:
    script = """
from PySide6.QtWidgets import QPushButton
go_on = app._Start._go_on

def pictured(window):
    return {
        "title": window.windowTitle(),
        "menus": [action.text() for action in window.menuBar().actions()],
        "focus": QApplication.focusWidget().objectName(),
        "bars": [bar.objectName() for bar in window.findChildren(QToolBar) if bar.isVisible()],
        "picture": window.grab().toImage(),
    }

def look_and_go_on(start):
    global first, later
    first = pictured(start._window)
    later = [name for name in sys.modules if name.startswith(("resource_mapper.ui.canvas", "resource_mapper.layout"))]
    go_on(start)
    then = pictured(start._window)
    first["changed"] = [name for name in then if then[name] != first[name]]
    start._window.findChild(QPushButton, "start_openSample").click()

app._Start._go_on = look_and_go_on

def use(window):
    if window.is_at_start:
        return QTimer.singleShot(20, window, lambda: use(window))
    print(json.dumps({
        "focus": first["focus"],
        "too early": later,
        "changed": first["changed"],
        "cards": len(window.document.worksheet.resources),
        "toolbar": window.toolbar.isVisible(),
    }))
    window.close()
"""
    assert answer_of(start(tmp_path, script)) == {
        "focus": "start_newFile",
        "too early": [],
        "changed": [],
        "cards": 24,
        "toolbar": True,
    }


OPEN = """
told = []
Dialogs.warn_of = lambda self, error: told.append(str(error))
go_on = app._Start._go_on

def look_and_go_on(start):
    global first
    page = start._window.findChild(QWidget, "openingPage")
    first = {
        "words": page.findChild(QLabel).text() if page.isVisible() else "",
        "too early": [name for name in sys.modules if name.startswith("resource_mapper.ui.canvas")],
    }
    go_on(start)

app._Start._go_on = look_and_go_on

def use(window):
    if window.findChild(QWidget, "openingPage"):
        return QTimer.singleShot(20, window, lambda: use(window))
    shown = "start page" if window.start.isVisible() else "work" if window.view.isVisible() else "nothing"
    print(json.dumps({**first, "then": shown, "cards": len(window.document.worksheet.resources), "told": len(told)}))
    window.close()
"""


class TestWithAFile:
    """Its name is seen before the rest is made; then the work, or the start page if it cannot be opened."""

    def opened(self, tmp_path: Path, book: Path) -> dict[str, object]:
        script = "from PySide6.QtWidgets import QLabel, QWidget\n" + OPEN
        answer = answer_of(start(tmp_path, script, str(book)))
        assert answer.pop("words") == f"「{book.name}」を開いています…"
        assert answer.pop("too early") == []
        return answer

    def test_that_can_be_opened(self, tmp_path: Path) -> None:
        book = tmp_path / "資源.xlsx"
        save_document(sample_worksheet(), book)
        assert self.opened(tmp_path, book) == {"then": "work", "cards": 24, "told": 0}

    def test_that_is_damaged(self, tmp_path: Path) -> None:
        book = tmp_path / "資源.xlsx"
        book.write_bytes("こわれています".encode())
        assert self.opened(tmp_path, book) == {"then": "start page", "cards": 0, "told": 1}

    def test_that_is_gone(self, tmp_path: Path) -> None:
        assert self.opened(tmp_path, tmp_path / "ない.xlsx") == {"then": "start page", "cards": 0, "told": 1}


CLOSE_BOXES = """
from PySide6.QtWidgets import QMessageBox

def exec_(box):
    print(json.dumps({"box": box.text()}))

QMessageBox.exec = exec_
"""


class TestCannotStart:
    """What stands in the way is told in a box, since a windowed build has nothing else to tell with."""

    def told(self, tmp_path: Path, script: str, **environment: str) -> tuple[str, str]:
        process = start(tmp_path, CLOSE_BOXES + script, **environment)
        out, errors = process.communicate(timeout=60)
        assert process.returncode == 1, errors
        assert "Traceback" not in errors
        return (json.loads(out)["box"] if out else ""), errors

    @pytest.mark.parametrize("part", ["fonts/NotoSansJP-Bold.ttf", "fonts/metrics.json", "icons/combo-arrow.svg"])
    def test_without_a_part_of_the_program(self, tmp_path: Path, part: str) -> None:
        resources = tmp_path / "resources"
        shutil.copytree(ROOT / "resources", resources)
        (resources / part).unlink()
        box, errors = self.told(
            tmp_path, f"from resource_mapper import paths\npaths.resources_dir = lambda: Path({str(resources)!r})\n"
        )
        assert part.rpartition("/")[2] in box
        assert "入れ直してください" in box
        assert box in errors

    def test_with_a_damaged_font(self, tmp_path: Path) -> None:
        resources = tmp_path / "resources"
        shutil.copytree(ROOT / "resources", resources)
        font = resources / "fonts" / "NotoSansJP-Regular.ttf"
        font.write_bytes(font.read_bytes()[:1000])
        box, _ = self.told(
            tmp_path, f"from resource_mapper import paths\npaths.resources_dir = lambda: Path({str(resources)!r})\n"
        )
        assert font.name in box

    def test_with_a_bug_at_the_start(self, tmp_path: Path) -> None:
        box, _ = self.told(tmp_path, "app.furnish_window = lambda *parts: 山田太郎\n")
        assert "始められませんでした" in box
        assert "NameError" in box
        assert "山田" not in box + (tmp_path / "data" / "log.txt").read_text(encoding="utf-8")

    def test_without_a_screen(self, tmp_path: Path) -> None:
        (tmp_path / "none.json").write_text('{"screens": []}')
        box, errors = self.told(tmp_path, "", QT_QPA_PLATFORM="offscreen:configfile=none.json")
        assert box == ""
        assert "画面（ディスプレイ）が見つからない" in errors


def test_three_screens_of_different_density(tmp_path: Path) -> None:
    screens = [
        {"name": "desk", "x": 0, "y": 0, "width": 1366, "height": 768, "dpr": 1},
        {"name": "wall", "x": 1366, "y": 0, "width": 1920, "height": 1080, "dpr": 1},
        {"name": "side", "x": -1080, "y": 0, "width": 1080, "height": 1920, "dpr": 2},
    ]
    for screen in screens:
        screen |= {"logicalDpi": 96, "logicalBaseDpi": 96}
    (tmp_path / "three.json").write_text(json.dumps({"screens": screens}))
    script = """
from PySide6.QtGui import QGuiApplication

def use(window):
    if window.tasks.is_busy:
        return QTimer.singleShot(20, window, lambda: use(window))
    window.show_workspace()
    window.meeting.screens_seen = [screen.name() for screen in QGuiApplication.screens()]
    window.actions_by_id["present"].trigger()
    QTimer.singleShot(100, window, lambda: measure(window))

def measure(window):
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    places = {each.objectName(): each.geometry().getRect() for each in shown}
    window.actions_by_id["present"].trigger()
    window.close()
    print(json.dumps({"screens": sorted(window.meeting.screens_seen), "places": places}))
"""
    answer = answer_of(start(tmp_path, script, QT_QPA_PLATFORM="offscreen:configfile=three.json"))
    assert answer["screens"] == ["desk", "side", "wall"]
    walls = [tuple(place) for name, place in answer["places"].items() if name.startswith("wall")]
    assert walls == [(1366, 0, 1920, 1080)], answer["places"]
