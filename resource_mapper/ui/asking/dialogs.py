"""Every question and message to the user, behind one small interface so that tests can answer."""

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QMessageBox, QWidget

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.words import messages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Verbs = Sequence[tuple[str, str]]
"""Keys of verbs, and the verbs as they stand on the buttons; the first is the default."""

WIDEST_TEXT = 560
"""Width in px that the first sentence of a message gets at the most; a longer one is broken."""


class Answer(Enum):
    """The answer to 「保存しますか？」."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class Dialogs:
    """Asks and tells with real dialogs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Centre dialogs on a window."""
        self.parent = parent

    @property
    def _owner(self) -> QWidget | None:
        """The window that is worked in: during a meeting the main one may lie behind a whole screen."""
        active = above = QApplication.activeWindow()
        while above is not None and above is not self.parent:
            above = above.parentWidget()
        return active if above is not None else self.parent

    def ask_open(self, title: str, folder: str, name_filter: str) -> Path | None:
        """Ask for a file to read."""
        name, _ = QFileDialog.getOpenFileName(self._owner, title, folder, f"{name_filter};;すべてのファイル (*)")
        return Path(name) if name else None

    def ask_open_several(self, title: str, folder: str, name_filter: str) -> list[Path]:
        """Ask for files to read; none is 「キャンセル」."""
        names, _ = QFileDialog.getOpenFileNames(self._owner, title, folder, f"{name_filter};;すべてのファイル (*)")
        return [Path(name) for name in names]

    def ask_folder(self, title: str, folder: str) -> Path | None:
        """Ask for a folder to write into."""
        name = QFileDialog.getExistingDirectory(self._owner, title, folder)
        return Path(name) if name else None

    def ask_save(self, title: str, suggestion: Path, name_filter: str) -> Path | None:
        """Ask where to write; the suggestion's ending is added where it is missing.

        The system asks only about a file of the name that was typed, so one with the ending added is asked about here.
        """
        name, _ = QFileDialog.getSaveFileName(self._owner, title, str(suggestion), name_filter)
        if not name:
            return None
        path = Path(name)
        if path.suffix.lower() == suggestion.suffix:
            return path
        path = path.with_name(path.name + suggestion.suffix)
        if path.exists() and not self.ask(messages.already_there(path.name), "置き換える"):
            return None
        return path

    def choose_printer(self, pages: int, parent: QWidget) -> "QPrinter | None":
        """Ask for a printer and for what only it knows (copies, tray); None is 「キャンセル」."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, parent)
        dialog.setObjectName("printerDialog")
        dialog.setMinMax(1, pages)
        return printer if dialog.exec() else None

    def ask_unsaved(self, name: str) -> Answer:
        """Ask whether to save before going on."""
        box = self._box(QMessageBox.Icon.Question, messages.unsaved_question(name))
        save = box.addButton("保存する", QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton("保存しない", QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton("やめる", QMessageBox.ButtonRole.RejectRole)
        save.setObjectName("saveButton")
        discard.setObjectName("discardButton")
        cancel.setObjectName("cancelButton")
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        box.exec()
        clicked = box.clickedButton()
        return Answer.SAVE if clicked is save else Answer.DISCARD if clicked is discard else Answer.CANCEL

    def ask(self, text: str, yes: str, details: str = "") -> bool:
        """Ask for a yes; `yes` is the verb on the button, the safe choice is 「やめる」."""
        box = self._box(QMessageBox.Icon.Question, text, details)
        accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton("やめる", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        box.exec()
        return box.clickedButton() is accept

    def ask_line(self, title: str, text: str, label: str, proposed: str, verb: str) -> str:
        """Ask for one line; nothing is 「やめる」."""
        from resource_mapper.ui.asking.line_dialog import LineDialog

        dialog = LineDialog(title, text, label, proposed, verb, self._owner)
        line = dialog.line() if dialog.exec() else ""
        dialog.deleteLater()
        return line

    def choose(self, text: str, choices: Verbs, details: str = "", cancel: str = "やめる") -> str:
        """Ask what to do; return the key of the verb, nothing for `cancel`. The first verb is the safe one."""
        box = self._box(QMessageBox.Icon.Warning, text, details)
        buttons: dict[QAbstractButton, str] = {}
        for key, verb in choices:
            button = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
            button.setObjectName(f"{key}Button")
            buttons[button] = key
            if len(buttons) == 1:
                box.setDefaultButton(button)
        away = box.addButton(cancel, QMessageBox.ButtonRole.RejectRole)
        away.setObjectName("cancelButton")
        box.setEscapeButton(away)
        box.exec()
        return next((key for button, key in buttons.items() if button is box.clickedButton()), "")

    def pick(
        self, title: str, text: str, items: Sequence[str], choices: Verbs, cancel: str = "やめる"
    ) -> tuple[str, int]:
        """Ask for one of several things and what to do with it; return the verb's key (nothing: none) and which."""
        from resource_mapper.ui.asking.pick_dialog import PickDialog

        dialog = PickDialog(title, text, items, choices, cancel, self._owner)
        dialog.exec()
        picked = dialog.picked
        dialog.deleteLater()
        return picked

    def report(self, text: str, details: str, report: str) -> None:
        """Tell of something unexpected, with a report that can be copied for whoever looks after the program."""
        box = self._box(QMessageBox.Icon.Warning, text, details)
        close = box.addButton("閉じる", QMessageBox.ButtonRole.AcceptRole)
        close.setObjectName("closeButton")
        copy = box.addButton("詳しい内容をコピー", QMessageBox.ButtonRole.ActionRole)
        copy.setObjectName("copyReportButton")
        copy.clicked.disconnect()  # it does not close the dialog
        copy.clicked.connect(_CopyReport(copy, report))
        box.setDefaultButton(close)
        box.setEscapeButton(close)
        box.exec()

    def tell(self, text: str, details: str = "") -> None:
        """Tell something."""
        self._close_only(QMessageBox.Icon.Information, text, details)

    def warn(self, text: str, details: str = "") -> None:
        """Tell that something did not work."""
        self._close_only(QMessageBox.Icon.Warning, text, details)

    def warn_of(self, error: Exception, details: str = "") -> None:
        """Tell of an error that has words for the user; any other is a fault of the program, and raised."""
        if not isinstance(error, UserFacingError):
            raise error
        self.warn(str(error), details)

    def _close_only(self, icon: QMessageBox.Icon, text: str, details: str) -> None:
        box = self._box(icon, text, details)
        close = box.addButton("閉じる", QMessageBox.ButtonRole.AcceptRole)
        close.setObjectName("closeButton")
        box.setDefaultButton(close)
        box.setEscapeButton(close)
        box.exec()

    def _box(self, icon: QMessageBox.Icon, text: str, details: str = "") -> QMessageBox:
        box = QMessageBox(self._owner)
        box.setObjectName("messageBox")
        box.setIcon(icon)
        box.setWindowTitle(messages.APP_NAME)
        box.setTextFormat(Qt.TextFormat.PlainText)  # names of files and resources may hold any character
        box.setText(text)
        if details:
            box.setInformativeText(details)
        _give_room(box)
        return box


def _give_room(box: QMessageBox) -> None:
    """Let the first sentence be read whole: beside a longer text Qt gives it no width of its own, and cuts it off."""
    label = box.findChild(QLabel, "qt_msgbox_label")
    if isinstance(label, QLabel):
        label.ensurePolished()  # the type of the style sheet
        natural = max(label.fontMetrics().horizontalAdvance(line) for line in label.text().split("\n"))
        label.setMinimumWidth(min(natural + 4, scaled(WIDEST_TEXT)))


class _CopyReport:
    """Puts a report into the clipboard and says so on the button."""

    def __init__(self, button: QAbstractButton, report: str) -> None:
        self._button = button
        self._report = report

    def __call__(self, _checked: bool = False) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._button.setText("コピーしました")
