"""What the actions that open a window beside the work do; each window is imported when it is first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from resource_mapper import __version__
from resource_mapper.domain import edits
from resource_mapper.ui.commands.handler import Handler
from resource_mapper.ui.words import messages

if TYPE_CHECKING:
    from resource_mapper.ui.window.main_window import MainWindow


class WindowCommands(QObject):
    """見出し, minutes, 全国との比較, ガイド, 使い方, keys."""

    def __init__(self, window: "MainWindow") -> None:
        """Act on a window whose parts exist already."""
        super().__init__(window)
        self._window = window

    def handlers(self) -> dict[str, Handler]:
        """Return what each action calls, by its ID."""
        return {
            "editHeading": self._edit_heading,
            "showMinutes": self._show_minutes,
            "showNational": self._show_national,
            "showGuide": self._show_guide,
            "startMethod": self._start_method,
            "showKeys": self._show_keys,
            "about": self._tell_about,
        }

    def _edit_heading(self) -> None:
        from resource_mapper.ui.asking.heading_dialog import HeadingDialog

        document = self._window.document
        dialog = HeadingDialog(document.worksheet.heading, self._window.clock().date(), self._window)
        if dialog.exec():
            document.edit("見出しを書く", edits.set_heading(document.worksheet, dialog.heading()))
        dialog.deleteLater()

    def _show_minutes(self) -> None:
        self._window.commands.finish_typing()
        from resource_mapper.ui.asking.minutes_dialog import MinutesDialog

        dialog = self._window.findChild(MinutesDialog)
        if dialog is None:
            dialog = MinutesDialog(self._window.document, self._window)
            dialog.cards_chosen.connect(self._window.finding.reveal_all)
            dialog.gap_chosen.connect(self._window.view.show_gap)
        dialog.refresh()
        dialog.show()
        dialog.activateWindow()

    def _show_national(self) -> None:
        from resource_mapper.ui.national_window import NationalWindow  # with its sheet: not needed to start

        self._window.commands.finish_typing()
        shown = self._window.findChild(NationalWindow)
        if shown is None:
            shown = NationalWindow(self._window.document, self._window.parts.measurer, self._window)
            shown.print_wanted.connect(self._print_national)
        shown.refresh()
        shown.show()
        shown.activateWindow()

    def _print_national(self) -> None:
        self._window.commands.print_sheets(("national",))

    def _show_guide(self) -> None:
        from resource_mapper.ui.guide.window import GuideWindow  # its pages: not needed to start

        guide = self._window.findChild(GuideWindow)
        if guide is None:
            guide = GuideWindow(self._window)
            self._window.look.changed.connect(guide.refresh_look)
        guide.show()
        guide.activateWindow()

    def _start_method(self) -> None:
        self._window.method.begin()

    def _show_keys(self) -> None:
        from resource_mapper.ui.commands.shortcut_sheet import ShortcutSheet

        sheet = self._window.findChild(ShortcutSheet) or ShortcutSheet(self._window)
        sheet.show()
        sheet.activateWindow()

    def _tell_about(self) -> None:
        self._window.parts.dialogs.tell(
            f"{messages.APP_NAME}　{__version__}",
            "地域の資源を、高齢者の心身の状態像に応じて書き出すためのソフトです。\n"
            "インターネットにはつながりません。MIT ライセンスで自由に使えます。\n\n"
            f"設定・控え・記録のあるフォルダー：\n{self._window.settings.folder}",
        )
