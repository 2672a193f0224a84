"""気づき: the gaps of the sheet as sentences."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from resource_mapper.domain.coverage import Gap, gap_sentence, gaps
from resource_mapper.domain.lens import lens_of
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui import messages


class GapsPanel(QListWidget):
    """One sentence a line; wraps, never cuts. A click or Enter shows where the gap is."""

    gap_chosen = Signal(object)
    """A `Gap`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._gaps: tuple[Gap, ...] = ()
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        self.setObjectName("gapsList")
        self.setAccessibleName("気づき")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setSpacing(2)

    def show_worksheet(self, worksheet: Worksheet) -> int:
        """Show a worksheet's gaps; return how many there are. A sheet without cards has none to speak of."""
        lens = lens_of(worksheet)
        self._gaps = gaps(worksheet, lens) if worksheet.placed else ()
        sentences = [gap_sentence(gap, lens) for gap in self._gaps]
        lines = [f"・{sentence}" for sentence in sentences]
        if not lines and worksheet.placed:
            lines = [messages.NO_GAPS]
        if lines != [self.item(row).text() for row in range(self.count())]:
            self.clear()
            for line in lines:
                item = QListWidgetItem(line, self)
                item.setToolTip(line.removeprefix("・"))
                if line == messages.NO_GAPS:
                    item.setFlags(Qt.ItemFlag.NoItemFlags)
        return len(sentences)

    def _choose(self, item: QListWidgetItem) -> None:
        row = self.row(item)
        if row < len(self._gaps):
            self.gap_chosen.emit(self._gaps[row])
