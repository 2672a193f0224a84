"""The columns of a list: their heading, what stands below it, and the field that takes it."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from resource_mapper.domain.fields import FIELDS
from resource_mapper.storage.field_labels import field_label
from resource_mapper.storage.importing.columns import UNUSED
from resource_mapper.storage.importing.plan import PlannedColumn
from resource_mapper.ui.look.icons import icon
from resource_mapper.ui.look.theme import current_theme, scaled
from resource_mapper.ui.model_index import Index

HEADING, EXAMPLES, TARGET = range(3)
_LABELS = ("一覧の見出し", "入っている値の例", "入れる先")
UNUSED_WORD = "使わない"
TARGETS = (UNUSED, "name", "reading", "category", "span", *(field.name for field in FIELDS[3:]))
"""What may be chosen for a column."""


def target_word(field: str) -> str:
    """Return what a choice is called."""
    return field_label(field) if field else UNUSED_WORD


class ColumnModel(QAbstractTableModel):
    """A row per column of the list; editing the last cell asks for another field."""

    target_wanted = Signal(str, str)
    """(column key, field or `UNUSED`)"""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.columns: tuple[PlannedColumn, ...] = ()

    def show(self, columns: Sequence[PlannedColumn]) -> None:
        """Show the columns of a plan; the place of the cursor stays where they are the same ones."""
        if [column.key for column in columns] == [column.key for column in self.columns]:
            self.columns = tuple(columns)
            if columns:
                self.dataChanged.emit(self.index(0, 0), self.index(len(columns) - 1, TARGET))
            return
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of columns of the list."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return heading, examples, field."""
        return 0 if parent is not None and parent.isValid() else len(_LABELS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's heading."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _LABELS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only the field be changed."""
        return super().flags(index) | (
            Qt.ItemFlag.ItemIsEditable if index.column() == TARGET else Qt.ItemFlag.NoItemFlags
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell; columns that are not used are quiet, the one of the names stands out."""
        column = self.columns[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return (column.heading, "、".join(column.examples), target_word(column.field))[index.column()]
        if role == Qt.ItemDataRole.EditRole:
            return column.field
        if role == Qt.ItemDataRole.ForegroundRole and (index.column() == EXAMPLES or column.field == UNUSED):
            return QBrush(QColor(current_theme().text_soft))
        if role == Qt.ItemDataRole.FontRole and column.field == "name" and index.column() != EXAMPLES:
            font = QFont()
            font.setPixelSize(scaled(13))
            font.setBold(True)
            return font
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another field."""
        column = self.columns[index.row()]
        if role != Qt.ItemDataRole.EditRole or value == column.field or not isinstance(value, str):
            return False
        self.target_wanted.emit(column.key, value)
        return True


class TargetDelegate(QStyledItemDelegate):
    """Chooses a field from a drop-down; an arrow in the cell says that one can."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 Qt's name
        """Draw the arrow at the right."""
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.icon = icon("combo-arrow")
        option.decorationPosition = QStyleOptionViewItem.Position.Right

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the drop-down, open."""
        chooser = QComboBox(parent)
        chooser.setObjectName("cellEditor")
        chooser.setAccessibleName(f"「{index.sibling(index.row(), HEADING).data()}」を入れる先")
        chooser.setMaxVisibleItems(20)
        for field in TARGETS:
            chooser.addItem(target_word(field), field)
        chooser.activated.connect(self._finish)
        return chooser

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the present field and open the list."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findData(index.data(Qt.ItemDataRole.EditRole)), 0))
            editor.showPopup()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Fill the cell."""
        editor.setGeometry(option.rect)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the choice over."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())

    def _finish(self, _number: int) -> None:
        editor = self.sender()
        if isinstance(editor, QComboBox):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)


class ColumnTable(QTableView):
    """Shows the columns; a click or Enter in a row opens the choice of its field."""

    def __init__(self, model: ColumnModel) -> None:
        """Show a model."""
        super().__init__()
        self.setObjectName("importColumns")
        self.setAccessibleName("一覧の列")
        self.setModel(model)
        self.setItemDelegateForColumn(TARGET, TargetDelegate(self))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(30))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for section, width in ((HEADING, 150), (EXAMPLES, 0), (TARGET, 140)):
            mode = QHeaderView.ResizeMode.Interactive if width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(section, mode)
            if width:
                self.setColumnWidth(section, scaled(width))
        self.clicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the choice with Enter, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            target = index.sibling(index.row(), TARGET)
            self.setCurrentIndex(target)
            self.edit(target)
