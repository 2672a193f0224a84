"""The benchmarks at a tiny size: they run, compare like with like, and find nothing slow imported at start-up."""

import subprocess
import sys

import pypdfium2
import pytest

from benchmarks import bare_pdf
from benchmarks.__main__ import main
from benchmarks.bare_workbook import list_rows, read_rows, write_rows
from benchmarks.measure import Series, alternate, timed
from benchmarks.processes import ROOT
from benchmarks.report import Comparison, table
from benchmarks.town import town
from resource_mapper.layout.page import SHEET
from resource_mapper.printing.sheets import print_pdf, sheet_pages
from tests.helpers.fonts import real_measurer

JOBS = (
    "start-up",
    "print",
    "lay out",
    "draw",
    "drag",
    "change the lens",
    "read",
    "write",
    "longest pause",
    "memory: window",
)


@pytest.mark.slow
def test_every_job_is_measured_and_start_up_imports_no_file_formats():
    # One test: whole runs are slow, and workers share no fixtures.
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--quick"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("| What is done")
    assert [job for job in JOBS if f"\n| {job}" not in done.stdout] == []
    assert "Of openpyxl, reportlab, python_calamine: none of them." in done.stdout


def test_an_unknown_name_is_told(capsys):
    with pytest.raises(SystemExit):
        main(["nonsense"])
    assert "unknown: nonsense" in capsys.readouterr().err


def test_only_whole_runs_are_kept():
    with pytest.raises(SystemExit):
        main(["--write", "--quick"])


def test_both_sides_take_turns_and_the_first_run_does_not_count():
    turns = []

    def side(name, cost):
        def measure():
            turns.append(name)
            return cost

        return measure

    ours, bare = alternate(side("ours", 3.0), side("bare", 1.0), 2)
    assert turns == ["ours", "bare", "ours", "bare", "bare", "ours"]
    assert (ours, bare) == (Series((3.0, 3.0)), Series((1.0, 1.0)))


def test_the_table_shows_ratio_and_target():
    row = Comparison("job", "library", Series((0.004, 0.003, 0.008)), Series((0.002,)), target=1.5)
    assert table([row]).splitlines()[-1].split(" | ") == [
        "| job         ",
        "4.00 (3.00) ms    ",
        "library      ",
        "2.00 (2.00) ms   ",
        "2.00          ",
        "≤ 1.5  |",
    ]


def test_letting_go_of_a_result_is_not_timed():
    assert 0 <= timed(lambda: None)() < 1


def test_the_flat_pdf_is_the_same_picture():
    worksheet, measurer = town(12), real_measurer()
    bare_pdf.register_fonts()
    flat = bare_pdf.flatten(sheet_pages(worksheet, "worksheet", measurer))
    ours, bare = _picture(print_pdf(worksheet, "worksheet", measurer)), _picture(bare_pdf.draw(flat, _size()))
    different = sum(abs(one - other) > 32 for one, other in zip(ours, bare, strict=True))
    assert different <= len(ours) * 0.001


def test_the_bare_workbook_holds_the_same_cells():
    rows = list_rows(town(10))
    read = read_rows(write_rows(rows))
    assert [[cell for cell in row if cell not in (None, "")] for row in rows] == [
        [cell for cell in row if cell != ""] for row in read
    ]


def _size():
    return SHEET.width, SHEET.height


def _picture(pdf):
    page = pypdfium2.PdfDocument(pdf)[0]
    return page.render(scale=0.5, grayscale=True).to_pil().tobytes()
