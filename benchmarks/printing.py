"""Printing: a sheet of cards as a PDF, against reportlab drawing the same from a flat list."""

import shutil
import sys
from datetime import date
from functools import partial
from pathlib import Path

from openpyxl import load_workbook

from benchmarks import bare_pdf
from benchmarks.measure import alternate, timed
from benchmarks.processes import Processes
from benchmarks.report import Comparison, Report, Scale
from benchmarks.town import town
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.measure import load_metrics
from resource_mapper.layout.page import SHEET
from resource_mapper.paths import font_metrics_path
from resource_mapper.printing.batch import batch, for_towns
from resource_mapper.printing.pdf_painter import paint_pdf
from resource_mapper.printing.sheets import print_pdf, sheet_pages
from resource_mapper.storage.workbook.schema import PICTURE_SHEET
from resource_mapper.storage.workbook.writer import write_workbook

SHEET_ID = "worksheet"
DAY = date(2026, 11, 23)
_NOTE = (
    "printing in process: imports are done and fonts loaded on both sides. The app also lays out (sizes, line breaks, "
    "lanes, pages) and makes the display list; the flat list has that work done. But the app writes a page's operators "
    "itself, where reportlab makes text of one number at a time, and packs streams as they are, not as ASCII."
)


def run(scale: Scale) -> Report:
    """Measure the job in this process, its drawing alone, and the whole command."""
    worksheet = town(scale.cards)
    rows = _in_process(worksheet, scale)
    notes = [_NOTE]
    rows.append(_batch(scale))
    if office := shutil.which("soffice") if scale.whole else None:
        for printed in (sample_worksheet(DAY), worksheet):
            rows.extend(_against_office(printed, office, scale))
        notes.append("the office suite prints the workbook's sheet ワークシート alone, as cells; the app draws it.")
    return Report(tuple(rows), tuple(notes))


def _in_process(worksheet: Worksheet, scale: Scale) -> list[Comparison]:
    measurer = load_metrics(font_metrics_path())
    pages = sheet_pages(worksheet, SHEET_ID, measurer)
    bare_pdf.register_fonts()
    flat = bare_pdf.flatten(pages)
    bare = timed(lambda: bare_pdf.draw(flat, (SHEET.width, SHEET.height)))
    whole = alternate(timed(lambda: print_pdf(worksheet, SHEET_ID, measurer)), bare, scale.rounds)
    drawing = alternate(timed(lambda: paint_pdf(pages, "")), bare, scale.rounds)
    yardstick = "reportlab, the same drawing from a flat list of calls"
    return [
        Comparison(f"print {scale.cards} cards: worksheet → PDF", yardstick, *whole, target=2.0),
        Comparison("… of which display list → PDF", yardstick, *drawing),
    ]


def _batch(scale: Scale) -> Comparison:
    """Measure many blank sheets against half as many, twice: the cost must grow with the number of pages."""
    measurer = load_metrics(font_metrics_path())
    sheet = sample_worksheet(DAY)

    def make(count: int) -> None:
        for _ in batch(for_towns(sheet, [f"{number}町" for number in range(count)]), ("blank",), measurer):
            pass

    count = 100 if scale.whole else 4
    ours, half = alternate(timed(lambda: make(count)), timed(lambda: make(count // 2)), scale.slow_rounds)
    return Comparison(f"batch of {count} blank sheets", f"{count // 2} of them, twice", ours, half.times(2), target=1.1)


def _against_office(worksheet: Worksheet, office: str, scale: Scale) -> list[Comparison]:
    measurer = load_metrics(font_metrics_path())
    with Processes(keep_bytecode=scale.whole) as processes:
        source = processes.folder / "cards.xlsx"
        source.write_bytes(write_workbook(worksheet))
        sheet_only = _only_the_sheet(source)
        ours = [sys.executable, "-m", "resource_mapper", "print", str(source), "-o", str(source.with_suffix(".pdf"))]
        profile = f"-env:UserInstallation={(processes.folder / 'profile').as_uri()}"
        target = str(processes.folder / "office")
        theirs = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", target, str(sheet_only)]
        converting = partial(processes.seconds, theirs)
        command = alternate(lambda: processes.seconds(ours), converting, scale.slow_rounds)
        in_app = alternate(timed(lambda: print_pdf(worksheet, SHEET_ID, measurer)), converting, scale.slow_rounds)
    cards, yardstick = len(worksheet.resources), "LibreOffice converting the sheet ワークシート"
    return [
        Comparison(f"command `print`, {cards} cards: workbook → PDF", yardstick, *command, target=1 / 5),
        Comparison(f"print {cards} cards in the open app", yardstick, *in_app, target=1 / 15),
    ]


def _only_the_sheet(source: Path) -> Path:
    """Return a copy of a workbook with no other sheet than ワークシート."""
    book = load_workbook(source)
    for name in book.sheetnames:
        if name != PICTURE_SHEET:
            del book[name]
    copy = source.with_stem("sheet")
    book.save(copy)
    return copy
