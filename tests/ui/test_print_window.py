"""印刷: what is chosen is what is shown, saved, printed and copied."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.vocabulary import CONTACT_PUBLIC
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.display_list import texts
from resource_mapper.ui.printing.batch_dialog import BatchDialog
from resource_mapper.ui.printing.print_window import PrintWindow
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.answering import answering
from tests.helpers.answering import button as named
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.fake_dialogs import FakeDialogs
from tests.helpers.fonts import real_measurer
from tests.helpers.pdf import read_pdf

PATIENCE_MS = 30_000
"""A machine with other things to do gets there, too."""
Open = Callable[..., PrintWindow]


@pytest.fixture
def open_window(qtbot: QtBot, dialogs: FakeDialogs, tmp_path: Path) -> Iterator[Open]:
    windows: list[PrintWindow] = []

    def show(worksheet: Worksheet, *sheets: str) -> PrintWindow:
        shown = sheets or ("worksheet",)
        window = PrintWindow(
            worksheet, shown, real_measurer(), dialogs, lambda suffix, tail: tmp_path / f"町{tail}{suffix}"
        )
        windows.append(window)
        window.show()
        settle(qtbot, window)
        return window

    yield show
    for window in windows:
        window.close()
        window.deleteLater()


def settle(qtbot: QtBot, window: PrintWindow) -> None:
    qtbot.waitUntil(lambda: button(window, "printPdf").isEnabled() or not window.pages, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: window.is_settled, timeout=PATIENCE_MS)


def button(window: PrintWindow, name: str) -> QPushButton:
    found = window.findChild(QPushButton, name)
    assert found is not None
    return found


def tick(qtbot: QtBot, window: PrintWindow, name: str) -> None:
    box = window.findChild(QCheckBox, name)
    assert box is not None
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    settle(qtbot, window)


def choose(qtbot: QtBot, window: PrintWindow, name: str, words: str) -> None:
    combo = window.findChild(QComboBox, name)
    assert combo is not None
    combo.setCurrentText(words)
    assert combo.currentText() == words
    settle(qtbot, window)


def label(window: PrintWindow, name: str) -> str:
    found = window.findChild(QLabel, name)
    assert found is not None
    return found.text()


def test_the_pages_shown_are_those_of_the_choices(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(sample_worksheet())
    assert label(window, "printSummary") == "A3 1枚"
    tick(qtbot, window, "printSheet_by-state")
    assert label(window, "printSummary") == "A3 1枚・A4 3枚"
    thumbs = window.findChild(QListWidget, "printThumbnails")
    assert thumbs is not None
    qtbot.waitUntil(lambda: all(not thumbs.item(row).icon().isNull() for row in range(4)))
    choose(qtbot, window, "printPaper", "A1")
    choose(qtbot, window, "printTiles", "A3に分ける")
    assert label(window, "printSummary").startswith("A3 ")
    tick(qtbot, window, "printMono")
    assert {text.color for page in window.pages for text in texts(page.items)} <= {"#000000", "#FFFFFF"}


def test_choices_that_concern_no_ticked_sheet_are_grey(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(sample_worksheet())
    panel = window.choices

    def enabled(name: str) -> bool:
        widget = panel.findChild(QWidget, name)
        assert widget is not None
        return widget.isEnabled()

    assert enabled("printDetail")
    assert enabled("printStatus0")
    assert not any(map(enabled, ("printCardSize", "printSpareCards", "printOrientation", "printInternalContacts")))
    words = {label.text(): label.isEnabled() for label in panel.findChildren(QLabel)}
    assert (words["カード"], words["2行目"]) == (False, True)
    tick(qtbot, window, "printSheet_cards")
    assert enabled("printCardSize")
    tick(qtbot, window, "printSheet_worksheet")
    assert not enabled("printDetail")
    assert not enabled("printHide0")
    assert enabled("printMono")
    assert not enabled("printCompareFrom"), "there is no version to compare"


def test_thumbnails_are_no_higher_than_their_pages(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(sample_worksheet(), "worksheet", "by-state")
    thumbs = window.findChild(QListWidget, "printThumbnails")
    assert thumbs is not None
    places = [thumbs.visualItemRect(thumbs.item(row)) for row in range(thumbs.count())]
    assert places[0].top() <= 8, "nothing above the first page"
    assert places[0].height() < places[1].height(), "across and upright"
    qtbot.waitUntil(lambda: all(not thumbs.item(row).icon().isNull() for row in range(thumbs.count())))
    size = thumbs.item(0).icon().actualSize(thumbs.iconSize())
    assert size.width() > size.height()
    assert [thumbs.visualItemRect(thumbs.item(row)) for row in range(thumbs.count())] == places


def test_another_lens_is_for_the_print_only(qtbot: QtBot, window: MainWindow) -> None:
    sheet = desk.show(window, sample_worksheet())

    def look(dialog: PrintWindow) -> None:
        settle(qtbot, dialog)
        choose(qtbot, dialog, "printLens", "状況")
        assert any(text.text == "あったらいいな" for text in texts(dialog.pages[0].items))
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    with answering(PrintWindow, look):
        desk.trigger(window, "printSheets")
    assert window.document.worksheet == sheet


def test_a_pdf_holds_what_is_shown(qtbot: QtBot, open_window: Open, dialogs: FakeDialogs, tmp_path: Path) -> None:
    window = open_window(sample_worksheet(), "worksheet", "list")
    target = tmp_path / "会議.pdf"
    dialogs.will_save(target)
    button(window, "printPdf").click()
    qtbot.waitUntil(target.exists, timeout=PATIENCE_MS)
    settle(qtbot, window)
    assert dialogs.said[-1].path == tmp_path / "町_資源ワークシート_資源一覧.pdf"
    read = read_pdf(target.read_bytes())
    assert len(read.sizes_pt) == len(window.pages)
    assert "地域の資源一覧" in "".join(read.texts)
    assert label(window, "printSummary") == "「会議.pdf」に保存しました"


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_pictures_are_one_file_a_page(
    qtbot: QtBot, open_window: Open, dialogs: FakeDialogs, tmp_path: Path, suffix: str
) -> None:
    window = open_window(make_worksheet(make_resource("体操", (0.1, 0.9))), "by-state")
    target = tmp_path / f"案内{suffix}"
    dialogs.will_save(target)
    button(window, "printPicture").click()
    qtbot.waitUntil(lambda: "保存しました" in label(window, "printSummary"), timeout=PATIENCE_MS)
    files = sorted(tmp_path.glob(f"案内*{suffix}"))
    assert [file.name for file in files] == [f"案内{suffix}", f"案内_2{suffix}", f"案内_3{suffix}"]
    if suffix == ".png":
        assert (QImage(str(target)).width(), QImage(str(target)).height()) == (2480, pytest.approx(3508, abs=1))
    else:
        svg = target.read_text(encoding="utf-8")
        assert re.search(r'width="2[01]\d(\.\d+)?mm"', svg)
        assert "<text" not in svg
        assert svg.count("<path") >= len(list(texts(window.pages[0].items))), "every word is there as an outline"


def test_the_printer_gets_every_page_on_its_own_paper(
    qtbot: QtBot, open_window: Open, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    window = open_window(sample_worksheet(), "worksheet", "by-state")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "紙.pdf"))
    dialogs.will_print_on(printer)
    button(window, "printPaperOut").click()
    read = read_pdf((tmp_path / "紙.pdf").read_bytes())
    assert [[round(side) for side in size] for size in read.sizes_pt] == [[1191, 842]] + [[595, 842]] * 3


def test_nothing_is_printed_without_a_printer(open_window: Open, dialogs: FakeDialogs) -> None:
    window = open_window(sample_worksheet())
    dialogs.will_print_on(None)
    button(window, "printPaperOut").click()
    assert label(window, "printSummary") == "A3 1枚"


def test_the_chosen_page_goes_to_the_clipboard_as_a_picture(open_window: Open) -> None:
    window = open_window(sample_worksheet())
    button(window, "printCopy").click()
    image = QGuiApplication.clipboard().image()
    assert image.width() == 2480
    assert len({image.pixel(x, x * 7 // 10) for x in range(2480)}) > 20


def test_telephone_numbers_are_asked_about_once_more(
    qtbot: QtBot, open_window: Open, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    person = make_resource("山田さんの家", contact="山田 0123-45-6789", contact_public=CONTACT_PUBLIC)
    window = open_window(make_worksheet(person), "list")
    tick(qtbot, window, "printContacts")
    dialogs.will_agree(False)
    button(window, "printPdf").click()
    assert "山田さんの家" in dialogs.said[-1].details
    dialogs.will_agree(True)
    target = tmp_path / "一覧.pdf"
    dialogs.will_save(target)
    button(window, "printPdf").click()
    qtbot.waitUntil(target.exists, timeout=PATIENCE_MS)
    settle(qtbot, window)


def test_what_is_amiss_is_said_before_it_is_paper(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(make_worksheet(make_resource("とても" * 60, (0.1, 0.2)), make_resource("\U0001f3e0の会")))
    words = label(window, "printProblems")
    assert "「…」で省いた所が1か所" in words
    assert "\U0001f3e0" in words
    choose(qtbot, window, "printPaper", "A4")
    assert "いちばん小さい" not in label(window, "printProblems")
    tick(qtbot, window, "printShrink")
    assert "いちばん小さい文字が" in label(window, "printProblems")


def test_without_a_sheet_there_is_nothing_to_do(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(sample_worksheet())
    tick(qtbot, window, "printSheet_worksheet")
    assert label(window, "printSummary") == "印刷する面を選んでください"
    assert not button(window, "printPdf").isEnabled()


def test_a_folder_that_cannot_be_written_to_is_told(
    qtbot: QtBot, open_window: Open, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    window = open_window(sample_worksheet())
    dialogs.will_save(tmp_path / "ない" / "紙.pdf")
    button(window, "printPdf").click()
    qtbot.waitUntil(lambda: bool(dialogs.texts("warn")))
    settle(qtbot, window)


def test_a_pdf_for_each_town_in_one_go(qtbot: QtBot, open_window: Open, dialogs: FakeDialogs, tmp_path: Path) -> None:
    window = open_window(sample_worksheet(), "blank")
    dialogs.will_open_folder(tmp_path)

    def write(dialog: BatchDialog) -> None:
        names = dialog.findChild(QPlainTextEdit, "batchNames")
        assert names is not None
        assert not named(dialog, "フォルダーを選んで作る…").isEnabled()
        names.setPlainText("桜台町\n\n緑町\n桜台町")
        named(dialog, "フォルダーを選んで作る…").click()

    with answering(BatchDialog, write):
        button(window, "printBatch").click()
    qtbot.waitUntil(lambda: "保存しました" in label(window, "printSummary"), timeout=PATIENCE_MS)
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["桜台町_記入用シート.pdf", "緑町_記入用シート.pdf"]
    assert "桜台町" in read_pdf((tmp_path / "桜台町_記入用シート.pdf").read_bytes()).texts[0]


def test_a_batch_can_be_stopped_and_keeps_what_is_done(
    qtbot: QtBot, open_window: Open, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    cards = [make_resource(f"資源{number}", district=f"第{number}地区") for number in range(60)]
    window = open_window(make_worksheet(*cards), "worksheet")
    dialogs.will_open_folder(tmp_path)
    with answering(BatchDialog, lambda dialog: dialog.accept()):
        button(window, "printBatch").click()
    qtbot.waitUntil(lambda: any(tmp_path.glob("*.pdf")), timeout=PATIENCE_MS)
    button(window, "printStop").click()
    qtbot.waitUntil(lambda: "途中でやめました" in label(window, "printSummary"), timeout=PATIENCE_MS)
    made = list(tmp_path.glob("*.pdf"))
    assert 0 < len(made) < 60
    assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in made)


def test_the_pages_are_zoomed_by_buttons_and_keys_and_fitted_again(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(sample_worksheet())
    whole = window.preview.transform().m11()
    buttons = {each.objectName(): each for each in window.findChildren(QToolButton)}
    for name, larger in (("printZoomIn", True), ("printZoomPage", False), ("printZoomOut", False)):
        QTest.mouseClick(buttons[name], Qt.MouseButton.LeftButton)
        assert (window.preview.transform().m11() > whole) == larger
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.preview.transform().m11() == pytest.approx(whole))


def test_the_window_fits_a_small_screen_and_nothing_moves_for_a_problem(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(make_worksheet(make_resource("とても" * 60, (0.1, 0.2)), make_resource("普通の会")))
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 700
    window.resize(1180, 680)
    before = window.preview.geometry()
    choose(qtbot, window, "printPaper", "A1")
    tick(qtbot, window, "printSheet_worksheet")
    tick(qtbot, window, "printSheet_list")
    assert window.preview.geometry() == before


def test_the_last_choices_are_offered_again_but_for_contacts(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(sample_worksheet())
    for name in ("printMono", "printContacts", "printHide0"):
        tick(qtbot, window, name)
    choose(qtbot, window, "printDetail", "場所")
    remembered = window.choices.remembered()
    again = open_window(sample_worksheet())
    again.choices.restore((*remembered, ("printPaper", "A9"), ("printSpareCards", "x"), ("unknown", "")))
    found = again.choices.choices()
    assert (found.options.mono, found.options.detail, found.options.hidden_fields) == (True, "place", {"市町村"})
    assert (found.options.contacts, found.options.paper, found.options.spare_cards) == (False, None, 0)
