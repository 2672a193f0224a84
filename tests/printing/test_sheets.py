"""The sheets by ID, as PDFs: the same bytes again and again, and small."""

import hashlib
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Heading, Worksheet
from resource_mapper.printing.sheets import SHEETS, print_pdf, sheets_name
from tests.helpers.factories import make_resource, make_worksheet, many_resources
from tests.helpers.fonts import real_measurer
from tests.helpers.pdf import read_pdf

ROOT = Path(__file__).resolve().parents[2]
HASH_OF_THE_SAMPLE = """
import hashlib
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.layout.measure import load_metrics
from resource_mapper.paths import font_metrics_path
from resource_mapper.printing.sheets import print_pdf
print(hashlib.sha256(print_pdf(sample_worksheet(), "worksheet", load_metrics(font_metrics_path()))).hexdigest())
"""


def _print(worksheet, sheet="worksheet"):
    return print_pdf(worksheet, sheet, real_measurer())


@pytest.fixture(scope="module")
def sample_pdf():
    return _print(sample_worksheet(date(2026, 11, 23)))


def test_the_sheets_are_found_by_id():
    assert SHEETS["worksheet"].label == "資源ワークシート"
    assert SHEETS["blank"].label == "記入用シート"


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_sheet_has_pages_of_exactly_its_paper_with_embedded_fonts(sheet):
    pdf = read_pdf(_print(sample_worksheet(), sheet))
    sides = (841.89, 1190.55) if SHEETS[sheet].scales else (595.28, 841.89)
    assert [sorted(size) for size in pdf.sizes_pt] == [pytest.approx(sides, abs=0.005)] * len(pdf.sizes_pt)
    assert pdf.fonts
    assert all(pdf.fonts.values())


def test_the_sample_holds_all_24_names(sample_pdf):
    (text,) = read_pdf(sample_pdf).texts
    assert [r.name for r in sample_worksheet().resources if text.count(r.name) < 1] == []
    assert "令和8年11月23日" in text


def test_the_sample_is_small(sample_pdf):
    assert len(sample_pdf) < 150_000


@pytest.mark.parametrize("sheet", SHEETS)
def test_two_runs_give_the_same_bytes(sheet):
    first = _print(sample_worksheet(), sheet)
    _print(make_worksheet(make_resource("𠮷野家")), "worksheet")
    assert _print(sample_worksheet(), sheet) == first


def test_another_process_gives_the_same_bytes():
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "12345"}
    run = subprocess.run(
        [sys.executable, "-c", HASH_OF_THE_SAMPLE],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        cwd=ROOT,
    )
    assert run.stdout.strip() == hashlib.sha256(_print(sample_worksheet())).hexdigest()


def test_the_title_names_heading_and_sheet():
    worksheet = Worksheet(heading=Heading(title="桜台の資源"))
    assert read_pdf(_print(worksheet)).info["Title"] == "桜台の資源（資源ワークシート）"
    assert read_pdf(_print(worksheet, "blank")).info["Title"] == "桜台の資源（記入用シート）"


def test_rare_characters_can_be_searched():
    worksheet = make_worksheet(
        make_resource("𠮷野家"), make_resource("葛\U000e0100城の会"), make_resource("か\u309aの会")
    )
    (text,) = read_pdf(_print(worksheet)).texts
    assert "𠮷野家" in text
    assert "葛城の会" in text


def test_300_resources_and_their_waiting_ones_are_all_in_the_pdf():
    waiting = [make_resource(f"待つ会（{number}号）", None) for number in range(100)]
    worksheet = make_worksheet(*many_resources(300), *waiting)
    texts = read_pdf(_print(worksheet)).texts
    for resource in worksheet.resources:
        if resource.status != "終了":
            assert sum(text.count(resource.name) for text in texts) == 1, resource.name


def test_a_file_with_many_sheets_has_a_short_name() -> None:
    assert sheets_name(("worksheet",)) == "資源ワークシート"
    assert sheets_name(("blank", "list")) == "記入用シート_資源一覧"
    assert len(sheets_name(tuple(SHEETS))) < 40
