"""残した版: the kept versions, and what has changed between any two of them or until now."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from resource_mapper.domain.dates import format_date
from resource_mapper.domain.findings import Finding
from resource_mapper.domain.version import ListState
from resource_mapper.domain.version_changes import Change, compare_states, count_words
from resource_mapper.domain.versioning import NOW, state_of
from resource_mapper.ui.call import Call
from resource_mapper.ui.document import Document
from resource_mapper.ui.theme import scaled
from resource_mapper.ui.tips import give_tips
from resource_mapper.ui.window_place import resize_in_screen

_IdRole = Qt.ItemDataRole.UserRole
NONE_YET = "まだ版がありません。会議のあとなどに「いまの状態を残す」と、ここに並びます。"


class VersionsDialog(QDialog):
    """Stays open beside the work; changes nothing itself."""

    card_chosen = Signal(str)
    keep_wanted = Signal()
    rename_wanted = Signal(str)
    forget_wanted = Signal(str)
    return_wanted = Signal(str)
    """Names of versions."""
    sheet_wanted = Signal(str, str)
    """Names of the two states to see on one sheet."""
    concern_wanted = Signal(object)
    """A `Finding`: what has changed, in words that know their card."""
    sides_wanted = Signal(str, str)
    """Names of the two states to see next to each other."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        """Show a document's versions as they are and become."""
        super().__init__(parent)
        self._document = document
        self._changes: tuple[Change, ...] = ()
        self._names: list[str] = []
        self.setObjectName("versionsDialog")
        self.setWindowTitle("残した版")
        resize_in_screen(self, 860, 460)
        row = QHBoxLayout(self)
        row.setSpacing(scaled(16))
        row.addLayout(self._left_side(), 2)
        row.addLayout(self._right_side(), 3)
        document.changed.connect(self._follow)
        self._versions.setFocus()
        give_tips(self)

    # Building

    def _left_side(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(self._label("残した版", "heading"))
        self._versions = self._list("versionList", "残した版")
        self._versions.currentRowChanged.connect(self._choose_version)
        column.addWidget(self._versions, 1)
        self._hint = self._label(NONE_YET, "hint")
        column.addWidget(self._hint)
        self._deeds = []
        for name, text, tip, signal in (
            (
                "returnToVersion",
                "この版の内容に戻す",
                "一覧をこの時の内容に戻します（元に戻せます）",
                self.return_wanted,
            ),
            ("renameVersion", "名前を変える…", "この版の名前と日付を変えます", self.rename_wanted),
            ("forgetVersion", "この版を消す", "この版だけを消します。いまの一覧は変わりません", self.forget_wanted),
        ):
            button = self._button(name, text, tip)
            button.clicked.connect(Call(self._tell, signal))
            self._deeds.append(button)
            column.addWidget(button)
        keep = self._button("keepHere", "いまの状態を残す…", "いまの一覧を、名前を付けて残します")
        keep.clicked.connect(self.keep_wanted)
        column.addWidget(keep)
        return column

    def _right_side(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(self._label("変わったところ", "heading"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._from = self._combo(form, "compareFrom", "くらべる版")
        self._to = self._combo(form, "compareTo", "相手")
        column.addLayout(form)
        self._summary = self._label("", "hint")
        self._summary.setObjectName("compareSummary")
        column.addWidget(self._summary)
        self._lines = self._list("changeList", "変わったところ")
        self._lines.setToolTip("選ぶと、シートでそのカードを示します")
        self._lines.itemClicked.connect(self._choose_card)
        self._lines.itemActivated.connect(self._choose_card)
        self._lines.currentRowChanged.connect(self._show_chosen)
        column.addWidget(self._lines, 1)
        self._concern = self._button("changeToConcern", "課題にする", "選んだ文を、課題の一覧に加えます")
        self._concern.clicked.connect(self._want_concern)
        self._copy = self._button("copyChanges", "文をコピー", "変わったところの文をコピーします")
        self._copy.clicked.connect(self._copy_words)
        self._sheet = self._button("compareSheet", "1枚の紙で見る…", "印を付けた1枚のシートで見て、印刷できます")
        self._sheet.clicked.connect(self._want_sheet)
        self._sides = self._button("compareSides", "並べて見る…", "2つのシートを左右に並べて見ます")
        self._sides.clicked.connect(self._want_sides)
        close = self._button("closeVersions", "閉じる", "この窓を閉じます")
        close.clicked.connect(self.reject)
        for row in ((self._concern, self._copy), (self._sides, self._sheet, close)):
            buttons = QHBoxLayout()
            buttons.addStretch(1)
            for button in row:
                buttons.addWidget(button)
            column.addLayout(buttons)
        return column

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", role)
        return label

    def _list(self, name: str, label: str) -> QListWidget:
        made = QListWidget()
        made.setObjectName(name)
        made.setAccessibleName(label)
        made.setWordWrap(True)
        made.setSpacing(2)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return made

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        return button

    def _combo(self, form: QFormLayout, name: str, label: str) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(name)
        combo.setAccessibleName(label)
        combo.activated.connect(self._compare)
        form.addRow(label, combo)
        return combo

    # Showing

    def _follow(self, *_: object) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show the versions anew; what was chosen stays chosen where it is still there."""
        worksheet = self._document.worksheet
        names = [version.name for version in worksheet.versions]
        chosen = self._current_name()
        self._versions.blockSignals(True)
        self._versions.clear()
        for version in worksheet.versions:
            day = format_date(version.made_on, worksheet.heading.calendar)
            QListWidgetItem(f"{version.name}\n{day}　{len(version.resources)}件", self._versions)
        row = names.index(chosen) if chosen in names else len(names) - 1
        self._versions.setCurrentRow(row)
        self._versions.blockSignals(False)
        self._names = names
        for combo, usual in ((self._from, names[-1] if names else NOW), (self._to, NOW)):
            before, had_a_choice = combo.currentText(), combo.count() > 1
            combo.clear()
            combo.addItems([*reversed(names), NOW])
            combo.setCurrentText(before if had_a_choice and before in (*names, NOW) else usual)
        self._hint.setVisible(not names)
        for widget in (*self._deeds, self._from, self._to, self._sides, self._sheet):
            widget.setEnabled(bool(names))
        self._compare()

    def _current_name(self) -> str:
        row = self._versions.currentRow()
        return self._names[row] if 0 <= row < len(self._names) else ""

    def _choose_version(self, _row: int) -> None:
        self._from.setCurrentText(self._current_name())
        self._compare()

    def _compare(self, *_: object) -> None:
        worksheet = self._document.worksheet
        before, after = (self._state(combo.currentText()) for combo in (self._from, self._to))
        self._changes = compare_states(worksheet, before, after)
        self._summary.setText(count_words(self._changes) if self._names else "")
        row = self._lines.currentRow()
        self._lines.clear()
        for change in self._changes:
            item = QListWidgetItem(f"［{change.kind.words}］ {change.sentence}", self._lines)
            item.setData(_IdRole, change.resource_id)
        self._lines.setCurrentRow(row if row < len(self._changes) else -1)
        self._show_chosen(self._lines.currentRow())
        self._copy.setEnabled(bool(self._changes))

    def _state(self, name: str) -> ListState:
        return state_of(self._document.worksheet, name) or ListState()

    def _choose_card(self, item: QListWidgetItem) -> None:
        self.card_chosen.emit(item.data(_IdRole))

    def _show_chosen(self, row: int) -> None:
        self._concern.setEnabled(row >= 0)

    def _want_concern(self) -> None:
        """Ask for a 課題 that rests on the card, where it is still there."""
        row = self._lines.currentRow()
        if 0 <= row < len(self._changes):
            change = self._changes[row]
            there = self._document.worksheet.get(change.resource_id) is not None
            self.concern_wanted.emit(Finding(change.sentence, (change.resource_id,) if there else ()))

    def _copy_words(self) -> None:
        title = f"{self._from.currentText()} → {self._to.currentText()}：{count_words(self._changes)}"
        lines = (title, *(f"・{change.sentence}" for change in self._changes))
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._summary.setText("コピーしました")

    def _want_sheet(self) -> None:
        self.sheet_wanted.emit(self._from.currentText(), self._to.currentText())

    def _want_sides(self) -> None:
        self.sides_wanted.emit(self._from.currentText(), self._to.currentText())

    def _tell(self, signal: SignalInstance) -> None:
        """Emit a signal with the name of the version that is chosen."""
        if name := self._current_name():
            signal.emit(name)
