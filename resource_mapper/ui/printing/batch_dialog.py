"""まとめて作る: for each 地区, or for each of a list of towns."""

from PySide6.QtWidgets import (
    QDialog,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.printing.batch import Edition, for_districts, for_towns
from resource_mapper.ui.widgets.end_buttons import EndButtons
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.words.tips import give_tips


class BatchDialog(QDialog):
    """Asks for what an edition each is to be printed; `editions()` is the answer."""

    def __init__(self, worksheet: Worksheet, parent: QWidget | None = None) -> None:
        """Offer the districts of a worksheet, or names to be written or pasted."""
        super().__init__(parent)
        self._worksheet = worksheet
        self._districts = for_districts(worksheet)
        self.setObjectName("batchDialog")
        self.setWindowTitle("まとめて作る")
        self.setMinimumWidth(440)
        self._by_district = QRadioButton(f"地区ごとに1つずつ（{len(self._districts)}地区）")
        self._by_district.setObjectName("batchDistricts")
        self._by_town = QRadioButton("市町村の名前ごとに1つずつ（研修で配る白紙など）")
        self._by_town.setObjectName("batchTowns")
        self._names = QPlainTextEdit()
        self._names.setObjectName("batchNames")
        self._names.setAccessibleName("市町村の名前")
        self._names.setPlaceholderText("市町村の名前を、1行に1つずつ書くか、貼り付けてください")
        self._names.setTabChangesFocus(True)
        self._count = label(role="hint", wraps=False)
        column = QVBoxLayout(self)
        buttons = EndButtons(self, "フォルダーを選んで作る…", "batchAccept", "batchCancel")
        self._accept = buttons.accept_button
        for widget in (self._by_district, self._by_town, self._names, self._count, buttons):
            column.addWidget(widget)
        self._by_district.setEnabled(bool(self._districts))
        (self._by_district if self._districts else self._by_town).setChecked(True)
        self._by_town.toggled.connect(self._update)
        self._names.textChanged.connect(self._update)
        self._update()
        give_tips(self)

    def editions(self) -> tuple[Edition, ...]:
        """Return what is to be printed."""
        if self._by_district.isChecked():
            return self._districts
        return for_towns(self._worksheet, self._names.toPlainText().splitlines())

    def _update(self) -> None:
        self._names.setEnabled(self._by_town.isChecked())
        count = len(self.editions())
        self._count.setText(f"PDFを{count}個作ります")
        self._accept.setEnabled(count > 0)
