"""The sheets that can be printed (worksheet.md), by ID. Each turns a worksheet into drawn pages."""

from collections.abc import Callable
from dataclasses import dataclass

from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.display_list import DrawnPage
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.printing.blank_sheet import blank_pages
from resource_mapper.printing.worksheet_sheet import worksheet_pages


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of sheet: its ID on the command line, its name, and how its pages are drawn."""

    id: str
    label: str
    pages: Callable[[Worksheet, TextMeasurer], tuple[DrawnPage, ...]]


SHEETS = {
    sheet.id: sheet
    for sheet in (
        Sheet("worksheet", "資源ワークシート", worksheet_pages),
        Sheet("blank", "記入用シート", blank_pages),
    )
}


def print_pdf(worksheet: Worksheet, sheet_id: str, measurer: TextMeasurer) -> bytes:
    """Return one sheet as a PDF. The same worksheet always gives the same bytes."""
    from resource_mapper.printing.pdf_painter import paint_pdf  # reportlab takes 0.1 s to import

    sheet = SHEETS[sheet_id]
    return paint_pdf(sheet.pages(worksheet, measurer), f"{worksheet.heading.title}（{sheet.label}）")
