"""A line of words that makes no window wider: what there is no room for is cut, and told by the tooltip."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QStyleOption, QStylePainter


class ElidedLabel(QLabel):
    """Shows its text as far as it fits, with 「…」 where it goes on; its `text` is the whole."""

    def __init__(self) -> None:
        """Begin without words; any width will do."""
        super().__init__()
        self.setMinimumWidth(1)

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(text)
        self.setToolTip(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter, option = QStylePainter(self), QStyleOption()
        option.initFrom(self)
        indent = self.fontMetrics().horizontalAdvance("x") // 2  # as other labels have it
        room = self.contentsRect().adjusted(indent, 0, 0, 0)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawItemText(room, side, option.palette, self.isEnabled(), shown, self.foregroundRole())
