"""The PDFs of real sheets, by two readers that share no code: pdfium and poppler."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.layout.display_list import texts
from resource_mapper.printing.options import PrintOptions
from resource_mapper.printing.sheets import SHEETS, print_pdf, sheet_pages
from tests.helpers.fonts import real_measurer
from tests.helpers.pdf import read_pdf

SAMPLE = sample_worksheet(date(2026, 4, 1))
ALL = tuple(sheet_id for sheet_id in SHEETS if sheet_id != "compare")


@pytest.fixture(scope="module")
def pdf_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "all.pdf"
    path.write_bytes(print_pdf(SAMPLE, ALL, real_measurer()))
    return path


def poppler(program: str, *arguments: str) -> str:
    if not shutil.which(program):
        pytest.skip(f"{program} is not on this machine")
    return subprocess.run([program, *arguments], capture_output=True, check=True, text=True).stdout


@pytest.mark.parametrize("sheet_id", ["worksheet", "cards", "list"])
def test_24_cards_take_less_than_150_kb(sheet_id):
    assert len(SAMPLE.resources) == 24
    assert len(print_pdf(SAMPLE, sheet_id, real_measurer())) < 150_000


def test_every_page_has_a_bookmark_in_the_order_of_the_sheets(pdf_path):
    pages = [page for sheet_id in ALL for page in sheet_pages(SAMPLE, sheet_id, real_measurer())]
    assert read_pdf(pdf_path.read_bytes()).outline == [page.name for page in pages]


def test_text_can_be_searched_in_the_order_it_is_read(pdf_path):
    text = read_pdf(pdf_path.read_bytes()).texts[0]
    order = [
        "わがまちの地域の資源を書き出してみよう",
        "元気",
        "生涯学習的な",
        "囲碁教室",
        "従前相当サービス",
        "介護サービス",
    ]
    places = [text.index(word) for word in order]
    assert places == sorted(places)


def test_poppler_finds_only_embedded_subsets_with_unicode_maps(pdf_path):
    _, _, *fonts = poppler("pdffonts", str(pdf_path)).splitlines()
    assert fonts
    for line in fonts:
        name, *_, embedded, subset, unicode_map, _, _ = line.split()
        assert name.split("+")[-1].startswith("NotoSansJP-")
        assert (embedded, subset, unicode_map) == ("yes", "yes", "yes")


def test_poppler_reads_the_same_paper_and_title(pdf_path):
    info = dict(line.split(":", 1) for line in poppler("pdfinfo", "-f", "1", "-l", "99", str(pdf_path)).splitlines())
    pages = [page for sheet_id in ALL for page in sheet_pages(SAMPLE, sheet_id, real_measurer())]
    assert int(info["Pages"]) == len(pages)
    assert info["Title"].strip().startswith("わがまちの地域の資源を書き出してみよう（資源ワークシート・")
    for number, page in enumerate(pages, start=1):
        (size,) = [value for key, value in info.items() if key.split() == ["Page", str(number), "size"]]
        width, _, height, *_ = size.split()
        assert (float(width) / 72 * 25.4, float(height) / 72 * 25.4) == pytest.approx(
            (page.width, page.height), abs=0.02
        )


def test_poppler_reads_every_word(pdf_path):
    found = "".join(poppler("pdftotext", str(pdf_path), "-").split())
    words = {
        "".join(text.text.split())
        for page in sheet_pages(SAMPLE, "worksheet", real_measurer())
        for text in texts(page.items)
    }
    assert [word for word in words if word not in found] == []


def test_monochrome_pages_name_no_colour_but_black_and_white():
    data = print_pdf(SAMPLE, "worksheet", real_measurer(), PrintOptions(mono=True))
    assert len(data) < 150_000
