"""いまの状態を残す and 残した版: each change of the versions is one edit of the document."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from resource_mapper.domain import versioning
from resource_mapper.printing.options import PrintOptions
from resource_mapper.ui.versions.name_dialog import VersionNameDialog
from resource_mapper.ui.versions.versions_dialog import VersionsDialog
from resource_mapper.ui.words import messages

if TYPE_CHECKING:
    from resource_mapper.ui.window.main_window import MainWindow


class VersionActions(QObject):
    """Keeps and shows the versions of a window's document."""

    def __init__(self, window: "MainWindow") -> None:
        """Act on a window whose parts exist already."""
        super().__init__(window)
        self._window = window
        self._document = window.document
        self._dialog: VersionsDialog | None = None

    def keep(self) -> None:
        """Ask for a name and keep the present state under it."""
        self._window.commands.finish_typing()
        worksheet = self._document.worksheet
        dialog = VersionNameDialog(
            "いまの状態を残す",
            f"いまの{len(worksheet.resources)}件を、名前を付けて残します。あとで「残した版」からくらべられます。",
            "残す",
            versioning.proposed_name(worksheet),
            self._window.clock().date(),
            worksheet.heading.calendar,
            lambda name: versioning.can_name(worksheet, name),
            self._window,
        )
        if dialog.exec():
            self._document.edit(f"版「{dialog.name()}」を残す", versioning.keep(worksheet, dialog.name(), dialog.day()))
            self._window.status.show_note(f"「{dialog.name()}」として残しました。保存すると、ファイルにも残ります")
        dialog.deleteLater()

    def show(self) -> None:
        """Show the kept versions beside the work."""
        self._window.commands.finish_typing()
        if self._dialog is None:
            self._dialog = VersionsDialog(self._document, self._window)
            self._dialog.card_chosen.connect(self._window.finding.reveal)
            self._dialog.rename_wanted.connect(self._rename)
            self._dialog.forget_wanted.connect(self._forget)
            self._dialog.return_wanted.connect(self._go_back)
            self._dialog.keep_wanted.connect(self.keep)
            self._dialog.sheet_wanted.connect(self._show_sheet)
            self._dialog.sides_wanted.connect(self._show_sides)
            self._dialog.concern_wanted.connect(self._window.commands.raise_finding)
        self._dialog.refresh()
        self._dialog.show()
        self._dialog.activateWindow()

    def side_by_side(self) -> None:
        """Show the two states kept last next to each other: with one version only, that and いま."""
        names = [*(version.name for version in self._document.worksheet.versions), versioning.NOW]
        if len(names) == 1:
            self._window.parts.dialogs.tell(messages.NO_MEETINGS, messages.NO_MEETINGS_HOW)
        else:
            self._show_sides(names[-2], names[-1])

    def _show_sides(self, before: str, after: str) -> None:
        from resource_mapper.ui.versions.side_by_side_dialog import SideBySideDialog  # not needed to start

        self._window.commands.finish_typing()
        parts = self._window.parts
        dialog = SideBySideDialog(
            self._document.worksheet, before, after, parts.measurer, parts.painter, self._dialog or self._window
        )
        dialog.exec()
        dialog.deleteLater()

    def _rename(self, name: str) -> None:
        worksheet = self._document.worksheet
        version = versioning.version_of(worksheet, name)
        if version is None:
            return
        dialog = VersionNameDialog(
            "名前を変える",
            f"「{name}」の名前と日付を変えます。",
            "変える",
            name,
            version.made_on,
            worksheet.heading.calendar,
            lambda new: versioning.can_name(worksheet, new, renamed=name),
            self._dialog,
        )
        if dialog.exec():
            after = versioning.rename(worksheet, name, dialog.name(), dialog.day())
            self._document.edit(f"版「{name}」の名前を変える", after)
        dialog.deleteLater()

    def _forget(self, name: str) -> None:
        self._document.edit(f"版「{name}」を消す", versioning.forget(self._document.worksheet, name))

    def _go_back(self, name: str) -> None:
        self._document.edit(f"「{name}」の内容に戻す", versioning.go_back(self._document.worksheet, name))

    def _show_sheet(self, before: str, after: str) -> None:
        self._window.commands.print_sheets(("compare",), PrintOptions(compare_from=before, compare_to=after))
