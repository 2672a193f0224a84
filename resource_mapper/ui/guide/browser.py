"""One page of the guide as it is read: Markdown in the theme's colours, pictures no wider than the page."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QImageReader,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from resource_mapper.ui.guide.pages import anchor
from resource_mapper.ui.look.theme import current_theme, scaled

TEXT_PX = 15
HEADING_PX = {1: 25, 2: 19, 3: 16}
"""Type of the headings by their level."""
SPACE_PX = {0: 6, 1: 10, 2: 26, 3: 16}
"""Room above a paragraph (0) or a heading of a level."""
MARGIN_PX = 22
LINE_PERCENT, TABLE_PERCENT = 150, 97
PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
_LINE_END = re.compile(r"(?<=。)\n(?=[^\s|#>!*\-\d])")
"""Within a paragraph; Markdown would make a space of it."""
_NOTHING_YET = QImage(1, 1, QImage.Format.Format_Mono)
RESIZED_MS = 120
"""How long a window stays the same before its pictures are drawn anew."""


class GuideBrowser(QTextBrowser):
    """Shows pages of one folder; follows no link that leads out of it."""

    def __init__(self, folder: Path) -> None:
        """Begin empty; pages and their pictures lie in `folder`."""
        super().__init__()
        self._folder = folder
        self.page = Path()
        """The file that is shown; Qt's own `source` is late by one signal."""
        self.setObjectName("guidePage")
        self.setAccessibleName("使い方の本文")
        self.setOpenExternalLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # its width is known beforehand
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(RESIZED_MS)
        self._resized.timeout.connect(self.refresh_look)
        self._picture_width = 0
        self._at_top = 0
        """Number of the paragraph at the upper edge."""
        self.verticalScrollBar().actionTriggered.connect(self._remember_place)
        self.sourceChanged.connect(self._show_source)

    def open(self, path: Path, heading: str = "") -> None:
        """Show a page from its top, or from a heading on."""
        url = QUrl.fromLocalFile(str(path))
        if heading:
            url.setFragment(anchor(heading))
        self.setSource(url)

    def doSetSource(  # noqa: N802  # Qt's name
        self, name: QUrl | str, kind: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource
    ) -> None:
        """Follow a link within the guide; others are words only, since the program stays offline."""
        url = QUrl(name)
        if url.isLocalFile() and Path(url.toLocalFile()).parent == self._folder:
            super().doSetSource(url, kind)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802, ANN401  # Qt's own
        """Load a page, its lines joined as Japanese is; or a picture once its place says how large it is shown."""
        url = QUrl(name)
        if kind == QTextDocument.ResourceType.MarkdownResource.value:
            return _LINE_END.sub("", Path(url.toLocalFile()).read_text(encoding="utf-8"))
        if not url.hasFragment():
            return _NOTHING_YET
        density = self.devicePixelRatioF()
        image = QImage(str(self._folder / url.path()))
        size = self._picture_size(url.path())
        fitted = image.scaled(size * density, mode=Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(density)
        return fitted

    def _picture_size(self, name: str) -> QSize:
        """Return how large a picture is shown; only the head of its file is read."""
        size = QImageReader(str(self._folder / name)).size()
        width = min(scaled(size.width()), self._room())
        return QSize(width, round(size.height() * width / max(size.width(), 1)))

    def refresh_look(self) -> None:
        """Draw the page anew for the present theme, size and width; stay at the same paragraph."""
        at_top = self._at_top
        self.reload()
        self._dress()
        if at_top:
            self._scroll_to(self.document().findBlockByNumber(at_top))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw pictures for the new width once the window keeps it."""
        super().resizeEvent(event)
        if self._room() != self._picture_width:
            self._resized.start()

    def sizeHint(self) -> QSize:
        """Return room for lines that are easy to follow."""
        return QSize(scaled(760), scaled(600))

    def _room(self) -> int:
        return self.viewport().width() - 2 * scaled(MARGIN_PX) - 2

    def _show_source(self, url: QUrl) -> None:
        page = Path(url.toLocalFile())
        if page != self.page:  # else the text is still the one that is dressed
            self.page = page
            self._dress()
        self._at_top = 0
        if url.hasFragment():
            self._go_to(url.fragment())

    def _go_to(self, fragment: str) -> None:
        for block in _blocks(self.document()):
            if block.blockFormat().headingLevel() and anchor(block.text()) == fragment:
                self.setTextCursor(QTextCursor(block))
                self._scroll_to(block)
                return

    def _scroll_to(self, block: QTextBlock) -> None:
        self._at_top = block.blockNumber()
        self.verticalScrollBar().setValue(round(self.document().documentLayout().blockBoundingRect(block).top()))

    def _remember_place(self, _action: int) -> None:
        """Note which paragraph the reader has scrolled to; a new size of type moves it away before we are asked."""
        edge = self.verticalScrollBar().sliderPosition() + scaled(MARGIN_PX)
        bounds = self.document().documentLayout().blockBoundingRect
        below = (block for block in _blocks(self.document()) if bounds(block).bottom() > edge)
        self._at_top = next(below, self.document().begin()).blockNumber()

    def _dress(self) -> None:
        """Give type, room and colours to what Markdown leaves plain."""
        self._picture_width = self._room()
        document = self.document()
        font = document.defaultFont()
        font.setPixelSize(scaled(TEXT_PX))
        document.setDefaultFont(font)
        document.setDocumentMargin(scaled(MARGIN_PX))
        whole = QTextCursor(document)
        whole.beginEditBlock()  # all of it is laid out once
        for block in _blocks(document):
            _dress_block(block)
            if block.text() == PICTURE:
                self._place_picture(block)
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _dress_table(frame)
        whole.endEditBlock()

    def _place_picture(self, block: QTextBlock) -> None:
        """Say how large a picture is, and so let it be loaded when it is seen, not before."""
        ((start, length, given),) = _fragments(block)
        look = given.toImageFormat()
        path = QUrl(look.name()).path()
        size = self._picture_size(path)
        look.setName(f"{path}#{size.width()}")
        look.setWidth(size.width())
        look.setHeight(size.height())
        cursor = QTextCursor(block)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(look)


def _blocks(document: QTextDocument) -> list[QTextBlock]:
    blocks = []
    block = document.begin()
    while block.isValid():
        blocks.append(block)
        block = block.next()
    return blocks


def _dress_block(block: QTextBlock) -> None:
    theme, cursor = current_theme(), QTextCursor(block)
    level = block.blockFormat().headingLevel()
    look = QTextBlockFormat()
    if cursor.currentTable() is None:
        look.setTopMargin(scaled(SPACE_PX.get(level, 0)))
        look.setBottomMargin(scaled(SPACE_PX[0]))
    if block.text() != PICTURE:  # whose line would be half as high again
        look.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if block.blockFormat().property(QTextBlockFormat.Property.BlockQuoteLevel):
        look.setBackground(QBrush(QColor(theme.hover)))
        look.setLeftMargin(0)
        look.setRightMargin(0)
    cursor.mergeBlockFormat(look)
    for start, length, given in _fragments(block):
        _dress_words(QTextCursor(block), start, length, given, level)


def _fragments(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    pieces = [piece.fragment() for piece in cast("Iterable[QTextBlock.iterator]", block)]
    return [(piece.position(), piece.length(), piece.charFormat()) for piece in pieces]


def _dress_words(cursor: QTextCursor, start: int, length: int, given: QTextCharFormat, level: int) -> None:
    theme, look = current_theme(), QTextCharFormat()
    if not (level or given.fontFixedPitch() or given.isAnchor()):
        return
    if level:
        given.clearProperty(QTextCharFormat.Property.FontSizeAdjustment.value)
        look.setProperty(QTextCharFormat.Property.FontPixelSize.value, scaled(HEADING_PX[level]))
    if given.fontFixedPitch():  # keys, written as code: in the type of the rest, on a ground of their own
        look.setFontFixedPitch(False)
        look.setFontFamilies([cursor.document().defaultFont().family()])
        look.setBackground(QBrush(QColor(theme.hover)))
    if given.isAnchor():
        look.setForeground(QBrush(QColor(theme.accent)))
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    given.merge(look)
    cursor.setCharFormat(given)


def _dress_table(table: QTextTable) -> None:
    look = table.format()
    look.setBorderBrush(QBrush(QColor(current_theme().border)))
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorder(1)
    look.setBorderCollapse(True)
    look.setCellSpacing(0)
    look.setTopMargin(scaled(SPACE_PX[0]))
    look.setCellPadding(scaled(6))
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, TABLE_PERCENT))
    table.setFormat(look)
