"""使い方: every page is read, walked through and searched within the program; nothing leads out of it."""

import re

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QTextDocument, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QMenu, QWidget
from pytestqt.qtbot import QtBot

from resource_mapper.ui.guide.browser import MARGIN_PX
from resource_mapper.ui.guide.pages import guide_pages
from resource_mapper.ui.guide.window import GuideWindow
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.ui.test_accessibility import interactive, reachable, spoken_name

PAGES = guide_pages()
IMAGE = QTextDocument.ResourceType.ImageResource.value
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def guide(window: MainWindow) -> GuideWindow:
    desk.trigger(window, "showGuide")
    found = window.findChild(GuideWindow)
    assert isinstance(found, GuideWindow)
    desk.settle(found)
    return found


def contents(guide: GuideWindow) -> QListWidget:
    found = desk.child(guide, "guideContents")
    assert isinstance(found, QListWidget)
    return found


def lines(guide: GuideWindow) -> list[str]:
    found = contents(guide)
    return [found.item(row).text().strip() for row in range(found.count())]


def shown(guide: GuideWindow) -> str:
    return guide.browser.toPlainText()


def test_it_is_the_first_thing_in_the_help_menu(window: MainWindow) -> None:
    menu = window.findChild(QMenu, "helpMenu")
    assert menu is not None
    assert menu.actions()[0].text() == "使い方"


def test_it_stays_beside_the_work_and_opens_once(window: MainWindow, guide: GuideWindow) -> None:
    assert not guide.isModal()
    desk.trigger(window, "showGuide")
    assert len(window.findChildren(GuideWindow)) == 1
    assert shown(guide).startswith("使い方")


def test_it_can_be_read_on_the_start_page(window: MainWindow) -> None:
    window.show_start()
    assert window.actions_by_id["showGuide"].isEnabled()


def test_the_contents_name_every_page_and_heading_and_lead_there(guide: GuideWindow) -> None:
    expected = [PAGES[0].title, *(words for page in PAGES[1:] for words in (page.title, *page.sections))]
    assert lines(guide) == expected
    for row, words in enumerate(expected):
        contents(guide).setCurrentRow(row)
        assert words in shown(guide)
        assert contents(guide).currentRow() == row
        heading = guide.browser.textCursor().block()
        if row and contents(guide).item(row).text().startswith("　"):
            assert heading.text() == words, "the reader is at the heading"


def test_a_heading_far_down_is_at_the_top_of_the_page(guide: GuideWindow) -> None:
    contents(guide).setCurrentRow(lines(guide).index("画面がおかしい"))
    assert guide.browser.verticalScrollBar().value() > guide.height()
    assert guide.browser.cursorRect().top() < 80


def test_links_lead_on_and_alt_arrows_back(guide: GuideWindow) -> None:
    guide.browser.setSource(QUrl.fromLocalFile(str(PAGES[1].path)))
    guide.browser.setSource(guide.browser.source().resolved(QUrl("troubles.md#停電や故障で終わったとき")))
    assert guide.browser.page.name == "troubles.md"
    assert contents(guide).currentItem().text().strip() == "停電や故障で終わったとき"
    QTest.keyClick(guide, Qt.Key.Key_Left, ALT)
    assert guide.browser.page == PAGES[1].path
    QTest.keyClick(guide, Qt.Key.Key_Right, ALT)
    assert guide.browser.page.name == "troubles.md"


@pytest.mark.parametrize("place", ["https://example.com/", "file:///etc/hostname", "/etc/hostname"])
def test_nothing_leads_out_of_the_guide(guide: GuideWindow, place: str) -> None:
    before = shown(guide)
    guide.browser.setSource(QUrl(place))
    assert shown(guide) == before
    assert guide.browser.page == PAGES[0].path


def test_search_goes_on_over_all_pages_and_back(guide: GuideWindow) -> None:
    QTest.keyClick(guide, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    words = desk.child(guide, "guideWords")
    assert words.hasFocus()
    QTest.keyClicks(words, "SMARTSCREEN")
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert guide.browser.page.name == "troubles.md"
    assert guide.browser.textCursor().selectedText() == "SmartScreen"
    QTest.keyClicks(words, "zzz")
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert guide.browser.page.name == "troubles.md"
    assert any(label.text().startswith("見つかりません") for label in guide.findChildren(QLabel))


def test_search_finds_words_that_are_set_in_bold_or_linked(guide: GuideWindow) -> None:
    words = desk.child(guide, "guideWords")
    assert isinstance(words, QLineEdit)
    for sought, page in (("→「以前の保存に戻す", "troubles.md"), ("あとで統合できる", "troubles.md")):
        words.setText(sought)
        QTest.keyClick(words, Qt.Key.Key_Return)
        assert guide.browser.page.name == page
        assert guide.browser.textCursor().selectedText() == sought


def test_search_backwards_finds_what_came_before(guide: GuideWindow) -> None:
    words = desk.child(guide, "guideWords")
    words.setFocus()
    QTest.keyClicks(words, "F1")
    found = []
    for modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier, SHIFT):
        QTest.keyClick(words, Qt.Key.Key_Return, modifiers)
        found.append((guide.browser.page.name, guide.browser.textCursor().selectionStart()))
    assert found[0] == found[2] != found[1]


@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("dark", 150), ("contrast", 200)])
def test_pictures_and_tables_are_never_wider_than_the_page(
    window: MainWindow, guide: GuideWindow, theme: str, scale: int
) -> None:
    window.look.set_theme(theme)
    window.look.set_scale(scale)
    for width in (1200, 820):
        guide.resize(width, 700)
        for page in PAGES:
            guide.browser.open(page.path)
            guide.browser.refresh_look()
            assert guide.browser.horizontalScrollBar().maximum() == 0, page.title
    ground = guide.browser.palette().color(guide.browser.palette().ColorRole.Base).lightness()
    assert (ground < 100) == (theme != "light")


@pytest.mark.parametrize("scrolled", [False, True])
def test_the_reader_stays_where_he_is_when_type_grows(
    window: MainWindow, guide: GuideWindow, scrolled: bool, qtbot: QtBot
) -> None:
    contents(guide).setCurrentRow(lines(guide).index("画面がおかしい"))
    qtbot.waitUntil(lambda: at_top(guide, scaled(MARGIN_PX)) == "画面がおかしい")
    if scrolled:
        wheel(guide.browser.viewport(), 120 * 4)
    before = at_top(guide, scaled(MARGIN_PX))
    assert (before == "画面がおかしい") != scrolled
    for scale in (150, 100):
        window.look.set_scale(scale)
        qtbot.waitUntil(lambda: at_top(guide, 4) == before)


def wheel(widget: QWidget, angle: int) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def at_top(guide: GuideWindow, below: int) -> str:
    """Return the first paragraph that reaches further down than so many pixels below the upper edge."""
    document, edge = guide.browser.document(), guide.browser.verticalScrollBar().value() + below
    blocks = (document.findBlockByNumber(number) for number in range(document.blockCount()))
    return next(b for b in blocks if document.documentLayout().blockBoundingRect(b).bottom() > edge).text()


def test_pictures_are_loaded_when_they_are_seen(guide: GuideWindow) -> None:
    guide.browser.open(next(page.path for page in PAGES if page.path.name == "meetings.md"))
    QApplication.processEvents()
    names = re.findall(r'<img src="([^"]+)"', guide.browser.toHtml())
    kept = [guide.browser.document().resource(IMAGE, QUrl(name)).size() for name in names]
    assert all(size.width() > 100 for size in kept)
    assert len(names) > 8


def test_markdown_is_drawn_not_shown(guide: GuideWindow) -> None:
    for page in PAGES:
        guide.browser.open(page.path)
        assert [mark for mark in ("**", "](", "| ---", "![", "`") if mark in shown(guide)] == []
        html = guide.browser.toHtml()
        for source in re.findall(r'<img src="([^"]+)"', html):
            assert not guide.browser.loadResource(IMAGE, QUrl(source)).isNull(), source


def test_keys_reach_everything_and_everything_has_a_name(guide: GuideWindow) -> None:
    widgets = interactive(guide)
    assert [type(widget).__name__ for widget in widgets if not widget.objectName()] == []
    assert [widget.objectName() for widget in widgets if not spoken_name(widget).strip()] == []
    contents(guide).setFocus()
    seen = set()
    for _ in range(60):  # many of them go from link to link within the page
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.add(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reachable(guide) <= seen


def test_escape_closes_it(guide: GuideWindow) -> None:
    QTest.keyClick(guide.browser, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not guide.isVisible()
