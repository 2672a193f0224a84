"""Printing: a sheet of cards as a PDF, against reportlab drawing the same from a flat list."""

import shutil
import sys

from benchmarks import bare_pdf
from benchmarks.measure import alternate, timed
from benchmarks.processes import Processes
from benchmarks.report import Comparison, Report, Scale
from benchmarks.town import town
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.measure import load_metrics
from resource_mapper.layout.page import SHEET
from resource_mapper.paths import font_metrics_path
from resource_mapper.printing.pdf_painter import paint_pdf
from resource_mapper.printing.sheets import print_pdf, sheet_pages
from resource_mapper.storage.workbook.writer import write_workbook

SHEET_ID = "worksheet"
_NOTE = (
    "printing in process: imports are done and fonts loaded on both sides. The app also lays out (sizes, line breaks, "
    "lanes, pages) and makes the display list; the flat list has that work done."
)


def run(scale: Scale) -> Report:
    """Measure the job in this process, its drawing alone, and the whole command."""
    worksheet = town(scale.cards)
    rows = _in_process(worksheet, scale)
    notes = [_NOTE]
    if office := shutil.which("soffice") if scale.whole else None:
        rows.append(_command(worksheet, office, scale))
        notes.append("the office suite prints all sheets of the workbook as tables, the app one sheet as a drawing.")
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


def _command(worksheet: Worksheet, office: str, scale: Scale) -> Comparison:
    with Processes(keep_bytecode=scale.whole) as processes:
        source = processes.folder / "cards.xlsx"
        source.write_bytes(write_workbook(worksheet))
        ours = [sys.executable, "-m", "resource_mapper", "print", str(source), "-o", str(source.with_suffix(".pdf"))]
        profile = f"-env:UserInstallation={(processes.folder / 'profile').as_uri()}"
        target = str(processes.folder / "office")
        theirs = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", target, str(source)]
        series = alternate(lambda: processes.seconds(ours), lambda: processes.seconds(theirs), scale.slow_rounds)
    return Comparison(
        f"command `print`, {scale.cards} cards: workbook → PDF", "LibreOffice converting the workbook", *series
    )
