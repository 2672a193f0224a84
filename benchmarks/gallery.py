"""`python -m benchmarks.gallery FOLDER`: every sheet on every paper, in colour and for a copier, to be looked at.

Made from the sample, from 300 resources, and from each list in `--lists`. Nothing of it is kept in the project.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pypdfium2

from benchmarks.town import town
from resource_mapper import cli
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.display_list import DrawnPage
from resource_mapper.layout.measure import load_metrics
from resource_mapper.paths import font_metrics_path
from resource_mapper.printing.options import CardSize, Paper, PrintOptions
from resource_mapper.printing.pdf_painter import paint_pdf
from resource_mapper.printing.problems import problems
from resource_mapper.printing.sheets import SHEETS, sheet_pages
from resource_mapper.storage.document_file import open_document

DAY = date(2026, 11, 23)
LISTS = Path(__file__).resolve().parents[2] / "shared" / "data" / "lists"
COPIER_DPI, SCREEN_DPI = 200, 100
INCH = 72


def main(arguments: Sequence[str] | None = None) -> None:
    """Write PDFs, and PNGs of their first pages, and say what the program would warn of."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gallery", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lists", type=Path, default=LISTS, help="folder of published lists to print, too")
    parser.add_argument("--papers", default=",".join(Paper), help="which paper, separated by commas")
    parser.add_argument("--sheets", default=",".join(SHEETS), help="which sheets, separated by commas")
    parser.add_argument("--only", default="", help="only what has this in its name")
    parser.add_argument("--pages", type=int, default=3, help="of how many pages of a PDF to make pictures")
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, worksheet in worksheets(options.lists, options.folder):
        if options.only in name:
            papers = [Paper(each) for each in options.papers.split(",")]
            for sheet_id, paper, mono in product(options.sheets.split(","), papers, (False, True)):
                _make(options.folder, name, worksheet, sheet_id, paper, options.pages, mono=mono)


def worksheets(lists: Path, folder: Path) -> Iterator[tuple[str, Worksheet]]:
    """Yield a name for each worksheet, and the worksheet."""
    sample = sample_worksheet(DAY)
    yield "sample", sample
    yield "sample-free", replace(sample, lens="free")
    yield "town-300", town(300)
    for path in sorted(lists.glob("*.*")) if lists.is_dir() else []:
        workbook = folder / f"{path.stem}.xlsx"
        if workbook.exists() or not cli.main(["import", str(path), "-o", str(workbook), "--suggest"]):
            yield path.stem, open_document(workbook).worksheet


def _make(
    folder: Path, name: str, worksheet: Worksheet, sheet_id: str, paper: Paper, pictures: int, *, mono: bool
) -> None:
    measurer = load_metrics(font_metrics_path())
    size = CardSize.BUSINESS if mono else CardSize.LARGE
    options = PrintOptions(paper=paper, mono=mono, card_size=size, contacts=True, spare_cards=2)
    pages = sheet_pages(worksheet, sheet_id, measurer, options)
    stem = f"{name}_{sheet_id}_{paper}_{'mono' if mono else 'colour'}"
    _write(folder / f"{stem}.pdf", pages, pictures, mono=mono)
    print(f"{stem}: {len(pages)}", *problems(pages, worksheet, measurer), sep="\n    ", file=sys.stderr, flush=True)


def _write(path: Path, pages: Sequence[DrawnPage], pictures: int, *, mono: bool) -> None:
    """Write the PDF and its pages as a viewer shows them; those for a copier in 1 bit, as it sees them."""
    path.write_bytes(paint_pdf(pages, path.stem))
    document = pypdfium2.PdfDocument(path)
    dpi = COPIER_DPI if mono else SCREEN_DPI
    for number in range(min(pictures, len(pages))):
        image = document[number].render(scale=dpi / INCH, grayscale=mono).to_pil()
        if mono:
            image = image.point(lambda grey: 255 * (grey >= 128)).convert("1")
        image.save(path.with_name(f"{path.stem}_{number + 1}.png"))
    document.close()


if __name__ == "__main__":
    main()
