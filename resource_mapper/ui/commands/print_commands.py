"""What the actions that print do."""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from resource_mapper.ui.commands.handler import Handler

if TYPE_CHECKING:
    from resource_mapper.printing.options import PrintOptions
    from resource_mapper.ui.printing.quick_pdf import QuickPdf
    from resource_mapper.ui.window.main_window import MainWindow


class PrintCommands(QObject):
    """The print window, and sheets that go to a PDF at once."""

    def __init__(self, window: "MainWindow") -> None:
        """Act on a window whose parts exist already."""
        super().__init__(window)
        self._window = window

    def handlers(self) -> dict[str, Handler]:
        """Return what each action calls, by its ID."""
        return {
            "printSheets": self._print_sheets,
            "printCalls": self._print_calls,
            "exportPdf": self._export_worksheet,
            "exportBlank": self._export_blank,
        }

    def _print_sheets(self) -> None:
        self.print_sheets(("worksheet",))

    def _print_calls(self) -> None:
        from resource_mapper.printing.options import PrintOptions

        self.print_sheets(("calls",), PrintOptions(internal_contacts=True))

    def print_sheets(self, sheets: tuple[str, ...], begin: "PrintOptions | None" = None) -> None:
        """Open the print window with some sheets and options chosen."""
        from resource_mapper.printing.options import DEFAULT
        from resource_mapper.ui.printing.print_window import PrintWindow  # with all sheets: not needed to start

        window, options = self._window, begin or DEFAULT
        self._window.commands.finish_typing()
        dialog = PrintWindow(
            window.document.worksheet,
            sheets,
            window.parts.measurer,
            window.parts.dialogs,
            window.files.suggestion,
            window,
            replace(
                options,
                freshness=options.freshness or window.freshness.freshness,
                aims=options.aims or window.aims.are_shown,
            ),
            window.settings.settings.print_choices,
        )
        dialog.exec()
        window.settings.update(print_choices=dialog.choices.remembered())
        dialog.deleteLater()

    def _export_worksheet(self) -> None:
        self._export("worksheet", "資源ワークシート")

    def _export_blank(self) -> None:
        self._export("blank", "記入用シート")

    def _export(self, sheet_id: str, label: str) -> None:
        self._window.commands.finish_typing()
        self._quick_pdf.export(sheet_id, label)

    @cached_property
    def _quick_pdf(self) -> "QuickPdf":
        from resource_mapper.ui.printing.quick_pdf import QuickPdf

        window = self._window
        return QuickPdf(window.file_parts, window.parts.measurer, window.files.suggestion)
