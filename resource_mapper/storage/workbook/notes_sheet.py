"""付箋: the notes of a meeting, their words first; where they hang in words and percentages."""

from collections.abc import Iterator

from resource_mapper.domain.lens import LENS
from resource_mapper.domain.note import Note
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.list_sheet import HEADER_STYLE
from resource_mapper.storage.workbook.notes_reader import row_labels
from resource_mapper.storage.workbook.rows import to_percent
from resource_mapper.storage.workbook.schema import NOTE_HEADINGS
from resource_mapper.storage.workbook.sheet_setup import PAPER_A4, ExcelSheet, print_across, set_widths
from resource_mapper.storage.workbook.sheet_xml import SheetRow, SheetRows
from resource_mapper.storage.workbook.styles import GENERAL, CellStyle, Styles

_WIDTHS = (60, 14, 16, 30, 14, 16)


def write_notes(sheet: ExcelSheet, worksheet: Worksheet, styles: Styles) -> SheetRows:
    """Set the sheet up and return its rows."""
    set_widths(sheet, _WIDTHS)
    sheet.freeze_panes = "A2"
    print_across(sheet, PAPER_A4)
    return SheetRows(_rows(worksheet, styles))


def _rows(worksheet: Worksheet, styles: Styles) -> Iterator[SheetRow]:
    header, text, number = (styles.number(each) for each in (HEADER_STYLE, CellStyle(wrap=True), CellStyle(GENERAL)))
    yield SheetRow(1, [(column, header, label) for column, label in enumerate(NOTE_HEADINGS, start=1)])
    for place, note in enumerate(worksheet.notes, start=2):
        yield SheetRow(
            place,
            [
                (column, number if isinstance(cell, int | float) else styles.fitting(text, cell), cell)
                for column, cell in enumerate(_cells(note, worksheet), start=1)
                if cell != ""
            ],
        )


def _cells(note: Note, worksheet: Worksheet) -> tuple[str | float, ...]:
    lens = LENS.get(note.lens)
    row = row_labels(lens, worksheet).get(note.row, note.row) if lens else note.row
    return (
        note.words,
        to_percent(note.position),
        lens.label if lens else note.lens,
        row,
        to_percent(note.height),
        note.id,
    )
