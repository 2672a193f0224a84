"""残した版: the kept versions, and what has changed between any two of them or until now."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
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
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.widgets.dialog_parts import sentence_list, side_button
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.window.window_place import resize_in_screen
from resource_mapper.ui.words.tips import give_tips

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
        column.addWidget(label("残した版", "heading"))
        self._versions = sentence_list("versionList", "残した版")
        self._versions.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._versions.currentRowChanged.connect(self._choose_version)
        column.addWidget(self._versions, 1)
        self._hint = label(NONE_YET, "hint")
        column.addWidget(self._hint)
        self._of_one_version = []
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
            button = side_button(name, text, Call(self._tell, signal), tip)
            self._of_one_version.append(button)
            column.addWidget(button)
        tip = "いまの一覧を、名前を付けて残します"
        column.addWidget(side_button("keepHere", "いまの状態を残す…", self.keep_wanted, tip))
        return column

    def _right_side(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(label("変わったところ", "heading"))
        column.addLayout(self._states())
        self._summary = label(role="hint", name="compareSummary")
        column.addWidget(self._summary)
        self._lines = sentence_list("changeList", "変わったところ", self._choose_card)
        self._lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines.setToolTip("選ぶと、シートでそのカードを示します")
        self._lines.currentRowChanged.connect(self._show_chosen)
        column.addWidget(self._lines, 1)
        for row in self._buttons():
            buttons = QHBoxLayout()
            buttons.addStretch(1)
            for button in row:
                buttons.addWidget(button)
            column.addLayout(buttons)
        return column

    def _states(self) -> QFormLayout:
        """What is compared with what."""
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._from = self._combo(form, "compareFrom", "くらべる版")
        self._to = self._combo(form, "compareTo", "相手")
        return form

    def _buttons(self) -> tuple[tuple[QPushButton, ...], ...]:
        """What can be done with a comparison, in two rows: they are too many for one."""
        tip = "選んだ文を、課題の一覧に加えます"
        self._concern = side_button("changeToConcern", "課題にする", self._want_concern, tip)
        tip = "変わったところの文をコピーします"
        self._copy = side_button("copyChanges", "文をコピー", self._copy_words, tip)
        tip = "印を付けた1枚のシートで見て、印刷できます"
        self._sheet = side_button("compareSheet", "1枚の紙で見る…", self._want_sheet, tip)
        tip = "2つのシートを左右に並べて見ます"
        self._sides = side_button("compareSides", "並べて見る…", self._want_sides, tip)
        close = side_button("closeVersions", "閉じる", self.reject, "この窓を閉じます")
        return (self._concern, self._copy), (self._sides, self._sheet, close)

    def _combo(self, form: QFormLayout, name: str, spoken: str) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(name)
        combo.setAccessibleName(spoken)
        combo.activated.connect(self._compare)
        form.addRow(spoken, combo)
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
        for widget in (*self._of_one_version, self._from, self._to, self._sides, self._sheet):
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
