"""One meeting from its first card to the minutes, as people hold it: by mouse and keys, in the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from resource_mapper.domain.axis import bands_of
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.vocabulary import Status
from resource_mapper.printing.sheets import SHEETS
from resource_mapper.storage.document_file import open_document
from resource_mapper.ui.concerns.proposals_dialog import ProposalsDialog
from resource_mapper.ui.presenting.screens import Screen
from resource_mapper.ui.printing.print_window import PrintWindow
from resource_mapper.ui.versions.name_dialog import VersionNameDialog
from resource_mapper.ui.versions.time_bar import TimeBar
from resource_mapper.ui.versions.versions_dialog import VersionsDialog
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk, mouse
from tests.helpers.answering import answering, button
from tests.helpers.fake_dialogs import FakeDialogs
from tests.helpers.pdf import read_pdf
from tests.helpers.typist import Typist

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key

C_TYPE, PLACE = "sample-18", "sample-12"
"""通所C・訪問C, and the 住民主体の通いの場 where people go on to."""
HEARD = (
    ("2", "hidamarisaron", "ひだまりサロン"),
    ("", "otokonoryouri", "男の料理"),
    ("3", "hyakusaitaisou", "百歳体操"),
    ("", "kouentaisou", "公園体操"),
    ("5", "kaimonosougei", "買い物送迎"),
    ("6", "mimamoritai", "見守り隊"),
    ("", "kodomosyokudou", "子ども食堂"),
    ("1", "haikunokai", "俳句の会"),
    ("", "syasinkurabu", "写真クラブ"),
    ("4", "noutorekyousitu", "脳トレ教室"),
)
"""What is said at the table: the number of the 分類 where it is another one, what is typed, what is written."""
CATEGORIES = ["salon", "salon", "gathering", "gathering", "service", "other", "other", "hobby", "hobby", "prevention"]
MINUTE = 60.0
WISH = "送迎つきの通いの場"


@pytest.fixture
def meeting(qtbot: QtBot, window: MainWindow) -> Iterator[MainWindow]:
    """The sample, opened from the menu, on a machine with one screen."""
    window.meeting.screens = lambda: (Screen("ONE", QRect(0, 0, 1366, 768)),)
    desk.trigger(window, "openSample")
    desk.wait_idle(qtbot, window)
    assert window.document.worksheet.resources == sample_worksheet().resources
    yield window
    window.meeting.end()


def test_a_whole_meeting(meeting: MainWindow, qtbot: QtBot, dialogs: FakeDialogs, tmp_path: Path) -> None:
    keep_as(meeting, "第1回")
    ten_cards_in_a_minute(meeting)
    wish = a_wish_into_a_gap(meeting)
    where_people_go_on_to_after_c(meeting)
    keep_as(meeting, "第2回")
    what_has_changed_since(meeting, wish)
    what_has_to_be_done(meeting, wish)
    assert len(meeting.document.worksheet.concerns) == 2
    everything_on_paper(meeting, qtbot, dialogs, tmp_path / "会議.pdf")
    saved_and_opened_again(meeting, qtbot, dialogs, tmp_path / "○○市.xlsx")


def ten_cards_in_a_minute(window: MainWindow) -> None:
    """書記 writes along by keyboard alone."""
    before = len(window.document.worksheet.resources)
    QTest.keyClick(window, Key.Key_F5, SHIFT)
    scribe = window.meeting.scribe_window
    assert scribe is not None
    desk.settle(scribe)
    assert scribe.panel.line.hasFocus()
    typist = Typist(scribe.panel.line)
    for number, romaji, words in HEARD:
        if number:
            typist.press(Key(Key.Key_0 + int(number)), Key.Key_Space)
        typist.convert(romaji, words)
        if words == "買い物送迎":
            typist.press(*[Key.Key_Right] * 4, held=ALT)  # for those who grow frail
        typist.press(Key.Key_Return)
    cards = window.document.worksheet.resources[before:]
    assert desk.names(cards) == [words for *_, words in HEARD]
    assert [card.category for card in cards] == CATEGORIES
    assert cards[4].span is not None
    assert bands_of(cards[4].span)[-1].id == "frail"
    assert desk.items_are_in_place(window), "all of them are on the sheet already"
    assert typist.seconds < MINUTE, f"{typist.strokes} strokes"
    typist.press(Key.Key_Escape)
    assert window.meeting.scribe_window is None
    desk.settle(window)


def a_wish_into_a_gap(window: MainWindow) -> Resource:
    """気づき says what is missing; the offer under it puts a card there."""
    row = row_of(window.gaps, "要介護に近い人が使える 住民主体の通いの場")
    window.gaps.scrollToItem(window.gaps.item(row))
    QTest.mouseClick(window.gaps.viewport(), LEFT, pos=window.gaps.offer_rect(row).center())
    QApplication.processEvents()
    assert window.view.name_editor.isVisible()
    typist = Typist(window.view)
    typist.convert("sougeitukinokayoinoba", WISH)
    typist.press(Key.Key_Return)
    wish = window.document.worksheet.resources[-1]
    assert (wish.name, wish.status, wish.category) == (WISH, Status.WANTED, "gathering")
    return wish


def where_people_go_on_to_after_c(window: MainWindow) -> None:
    """A 通所C leads nowhere, says 気づき; an arrow to a 通いの場, and it says so no more."""
    QTest.keyClick(window.view, Key.Key_0, CTRL)
    mouse.click(window.view, desk.middle(window, C_TYPE))
    QTest.keyClick(window, Key.Key_F4)
    service_type = desk.child(window, "field_service_type")
    assert isinstance(service_type, QComboBox)
    service_type.setFocus()
    for _ in range(service_type.count()):
        if desk.resource(window, C_TYPE).service_type != "day_c":
            QTest.keyClick(service_type, Key.Key_Down)
    row = row_of(window.gaps, "「通所C・訪問C」は、終了後の行き先がありません")
    window.selection.set([])
    window.gaps.scrollToItem(window.gaps.item(row))
    mouse.click_row(window.gaps, window.gaps.model().index(row, 0))
    assert desk.selected(window) == (C_TYPE,)
    mouse.click(window.view, desk.middle(window, PLACE), CTRL)
    QTest.keyClick(window.view, Key.Key_L, CTRL)
    assert [each.ends for each in window.document.worksheet.links] == [(C_TYPE, PLACE)]
    assert not [text for text in sentences(window.gaps) if "行き先" in text]


def what_has_changed_since(window: MainWindow, wish: Resource) -> None:
    """The list of changes in words, and the sheet as it was."""
    desk.trigger(window, "showVersions")
    dialog = window.findChild(VersionsDialog)
    assert dialog is not None
    before, after = (dialog.findChild(QComboBox, name) for name in ("compareFrom", "compareTo"))
    assert before is not None
    assert after is not None
    QTest.keyClick(before, Key.Key_Down)
    QTest.keyClick(after, Key.Key_Home)
    assert (before.currentText(), after.currentText()) == ("第1回", "第2回")
    lines = sentences(dialog.findChild(QListWidget, "changeList"))
    for words in (*(words for *_, words in HEARD), f"{wish.name}」が加わりました（あったらいいな"):
        assert any(line.startswith("［加わった］") and words in line for line in lines), words
    assert any("「通所C・訪問C」から「住民主体の通いの場」へのつながりができました" in line for line in lines)
    changes = dialog.findChild(QListWidget, "changeList")
    assert changes is not None
    mouse.click_row(changes, changes.model().index(row_of(changes, f"{wish.name}」が加わりました"), 0))
    QTest.mouseClick(button(dialog, "課題にする"), LEFT)
    (concern,) = window.document.worksheet.concerns
    assert (concern.grounds, concern.raised_at) == ((wish.id,), window.document.worksheet.heading.meeting)
    button(dialog, "閉じる").click()
    desk.settle(window)
    QTest.keyClick(window, Key.Key_F9)
    bar = window.findChild(TimeBar)
    assert bar is not None
    QTest.keyClick(bar.slider, Key.Key_Home)
    assert window.scene.item_of(wish.id) is None
    QTest.keyClick(bar.slider, Key.Key_Escape)
    assert window.scene.item_of(wish.id) is not None


def what_has_to_be_done(window: MainWindow, wish: Resource) -> None:
    """What parts the town from what it should be becomes a 課題."""

    def tick(dialog: ProposalsDialog) -> None:
        found = dialog.findChild(QListWidget, "proposalList")
        assert found is not None
        found.setCurrentRow(row_of(found, WISH))
        QTest.keyClick(found, Key.Key_Space)
        add = dialog.findChild(QPushButton, "addProposals")
        assert add is not None
        QTest.mouseClick(add, LEFT)

    with answering(ProposalsDialog, tick):
        desk.trigger(window, "makeConcerns")
    desk.settle(window)
    concern = window.document.worksheet.concerns[-1]
    assert concern.grounds == (wish.id,)
    assert concern.title == f"「{WISH}」をつくる"


def everything_on_paper(window: MainWindow, qtbot: QtBot, dialogs: FakeDialogs, path: Path) -> None:
    """Every sheet that can be printed, as one PDF."""
    pages: list[int] = []

    def save(paper: PrintWindow) -> None:
        for sheet in SHEETS:
            box = paper.findChild(QCheckBox, f"printSheet_{sheet}")
            assert box is not None
            if not box.isChecked():
                QTest.keyClick(box, Key.Key_Space)
        qtbot.waitUntil(lambda: paper.is_settled and len(paper.pages) >= len(SHEETS), timeout=60_000)
        pages.append(len(paper.pages))
        dialogs.will_save(path)
        QTest.mouseClick(desk.child(paper, "printPdf"), LEFT)
        qtbot.waitUntil(lambda: path.exists() and paper.is_settled, timeout=60_000)
        QTest.keyClick(paper, Key.Key_Escape)

    with answering(PrintWindow, save):
        QTest.keyClick(window, Key.Key_P, CTRL)
    desk.settle(window)
    found = read_pdf(path.read_bytes())
    assert len(found.texts) == pages[0]
    first, everything = found.texts[0], "".join(found.texts)
    assert all(words in first for words in (WISH, *(words for *_, words in HEARD)))
    assert "つながり" in everything
    assert f"「{WISH}」" in everything, "the list of what has to be done is there, too"


def saved_and_opened_again(window: MainWindow, qtbot: QtBot, dialogs: FakeDialogs, path: Path) -> None:
    """What the file holds is what was there."""
    there = window.document.worksheet
    dialogs.will_save(path)
    QTest.keyClick(window, Key.Key_S, CTRL)
    desk.wait_idle(qtbot, window)
    assert not window.document.is_dirty
    opened = open_document(path)
    assert (opened.worksheet, opened.problems) == (there, ())
    desk.trigger(window, "newFile")
    desk.wait_idle(qtbot, window)
    assert not window.document.worksheet.resources
    dialogs.will_open(path)
    QTest.keyClick(window, Key.Key_O, CTRL)
    desk.wait_idle(qtbot, window)
    assert window.document.worksheet == there
    assert [version.name for version in there.versions] == ["第1回", "第2回"]
    assert [len(version.links or ()) for version in there.versions] == [0, 1]


def keep_as(window: MainWindow, name: str) -> None:
    """Keep how the list stands."""

    def write(dialog: VersionNameDialog) -> None:
        line = dialog.findChild(QLineEdit, "versionName")
        assert line is not None
        line.selectAll()
        typist = Typist(line)
        typist.convert("dai2kai", name)
        QTest.keyClick(dialog, Key.Key_Return)

    with answering(VersionNameDialog, write):
        desk.trigger(window, "keepVersion")
    desk.settle(window)
    assert window.document.worksheet.versions[-1].name == name


def row_of(found: QListWidget, words: str) -> int:
    """Return the row that says something."""
    return next(row for row, text in enumerate(sentences(found)) if words in text)


def sentences(found: QListWidget | None) -> list[str]:
    """Return what a list says, row by row."""
    assert found is not None
    return [found.item(row).text() for row in range(found.count())]
