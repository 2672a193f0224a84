"""気づき: the gaps of the sheet as sentences."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from resource_mapper.domain.coverage import gap_sentence, gaps
from resource_mapper.domain.lens import lens_of
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui import messages


class GapsPanel(QListWidget):
    """One sentence a line; wraps, never cuts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setObjectName("gapsList")
        self.setAccessibleName("気づき")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setSpacing(2)

    def show_worksheet(self, worksheet: Worksheet) -> int:
        """Show a worksheet's gaps; return how many there are. A sheet without cards has none to speak of."""
        lens = lens_of(worksheet)
        sentences = [gap_sentence(gap, lens) for gap in gaps(worksheet, lens)] if worksheet.placed else []
        if sentences != [self.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.count())]:
            self.clear()
            for sentence in sentences:
                item = QListWidgetItem(f"・{sentence}", self)
                item.setData(Qt.ItemDataRole.UserRole, sentence)
                item.setToolTip(sentence)
            if not sentences and worksheet.placed:
                item = QListWidgetItem(messages.NO_GAPS, self)
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        return len(sentences)
