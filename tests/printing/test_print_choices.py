"""What may be chosen: small paper in type that can be read, second line, heading boxes, margin, orientation."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from resource_mapper.domain.color import MIN_CONTRAST
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.vocabulary import Status
from resource_mapper.layout.card import MIN_PT
from resource_mapper.layout.display_list import texts
from resource_mapper.layout.geometry import Rect
from resource_mapper.printing.options import HEADING_BOXES, MARGINS, Paper, PrintOptions
from resource_mapper.printing.problems import problems
from resource_mapper.printing.sheets import SHEETS, sheet_pages
from tests.helpers import ink
from tests.helpers.factories import make_resource, make_worksheet, many_resources
from tests.helpers.fonts import real_measurer

SAMPLE = sample_worksheet(date(2026, 4, 1))
TOWN = make_worksheet(*many_resources(60))
SCALED = ["worksheet", "blank", "partial"]


def pages(worksheet, sheet_id="worksheet", **options):
    return sheet_pages(worksheet, sheet_id, real_measurer(), PrintOptions(**options))


def words(worksheet, sheet_id="worksheet", **options):
    return [text.text for page in pages(worksheet, sheet_id, **options) for text in texts(page.items)]


@pytest.mark.parametrize("lens", ["category", "free", "district"])
@pytest.mark.parametrize("sheet_id", SCALED)
def test_on_a4_nothing_is_smaller_than_7_points_nor_cut_off(sheet_id, lens):
    town = replace(TOWN, lens=lens)
    found = pages(town, sheet_id, paper=Paper.A4)
    assert not any("ポイント" in line for line in problems(found, town, real_measurer()))
    for page in found:
        edge = Rect(5.6, 5.6, page.width - 11.2, page.height - 11.2)  # 8 mm of A3
        assert ink.outside(page.items, edge, real_measurer()) == []


def test_small_paper_takes_more_pages_where_the_same_number_would_be_too_small():
    crowd = make_worksheet(*(replace(each, category="salon", status=Status.AVAILABLE) for each in many_resources(70)))
    assert len(pages(crowd, paper=Paper.A4)) > len(pages(crowd, paper=Paper.A3))
    assert len(pages(crowd, paper=Paper.A4, shrink=True)) == len(pages(crowd, paper=Paper.A3))
    found = "".join(words(crowd, paper=Paper.A4))
    assert [each.name for each in crowd.placed if each.name not in found and each.name[:6] not in found] == []


def test_a_reduced_sheet_says_how_small_its_type_is():
    found = problems(pages(SAMPLE, paper=Paper.A4, shrink=True), SAMPLE, real_measurer())
    assert any("4.9 ポイント" in line for line in found)
    assert problems(pages(SAMPLE, paper=Paper.A4), SAMPLE, real_measurer()) == ()


@pytest.mark.parametrize("margin", MARGINS)
@pytest.mark.parametrize("sheet_id", [sheet.id for sheet in SHEETS.values() if sheet.has_margin])
def test_all_lies_inside_the_printers_margin(sheet_id, margin):
    for page in pages(SAMPLE, sheet_id, paper=Paper.A4, margin=margin, shrink=True):
        reduced = min(1.0, page.width / 420)
        edge = 8 * reduced + (margin - 8) * (1 - 16 / 297)
        inside = Rect(edge, edge, page.width - 2 * edge, page.height - 2 * edge)
        assert ink.outside(page.items, inside, real_measurer()) == []


@pytest.mark.parametrize(
    ("kind", "line"),
    [("usual", "第2木曜"), ("schedule", "第2木曜"), ("place", "公民館"), ("operator", "自治会"), ("none", None)],
)
def test_the_second_line_of_a_card_is_what_was_chosen(kind, line):
    resource = make_resource("体操", schedule="第2木曜", place="公民館", operator="自治会")
    found = words(make_worksheet(resource), detail=kind)
    assert {"第2木曜", "公民館", "自治会"} & set(found) == ({line} if line else set())


def test_without_a_time_the_usual_second_line_is_the_place():
    assert "公民館" in words(make_worksheet(make_resource(place="公民館")))


@pytest.mark.parametrize("label", HEADING_BOXES)
def test_each_box_of_the_heading_can_be_left_out(label):
    sheet_id = "blank" if label in ("班", "氏名") else "worksheet"
    assert label in words(SAMPLE, sheet_id)
    assert label not in words(SAMPLE, sheet_id, hidden_fields=frozenset({label}))


def test_a_heading_without_boxes_leaves_their_room_to_the_title():
    assert words(SAMPLE, hidden_fields=frozenset(HEADING_BOXES))[0] == SAMPLE.heading.title


@pytest.mark.parametrize("sheet_id", ["list", "by-state", "summary"])
def test_tables_and_leaflets_lie_as_chosen(sheet_id):
    usual = pages(TOWN, sheet_id)[0]
    assert (usual.width > usual.height) == (sheet_id == "list")
    for landscape in (True, False):
        assert all((page.width > page.height) == landscape for page in pages(TOWN, sheet_id, landscape=landscape))


@pytest.mark.parametrize("mono", [False, True])
@pytest.mark.parametrize("sheet_id", SHEETS)
def test_every_text_can_be_read_on_what_lies_under_it(sheet_id, mono):
    for page in pages(SAMPLE, sheet_id, mono=mono, spare_cards=1, ruler=True, copying_allowed=True):
        ratio, text = ink.worst_contrast(page.items, real_measurer())
        assert ratio >= MIN_CONTRAST, text
        assert min(each.size_pt for each in texts(page.items)) >= MIN_PT


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A3])
@pytest.mark.parametrize("sheet_id", [sheet_id for sheet_id in SHEETS if sheet_id != "compare"])
def test_no_words_lie_on_others(sheet_id, paper):
    for page in pages(SAMPLE, sheet_id, paper=paper, copying_allowed=True, ruler=True):
        boxes = [(ink.extent(text, real_measurer()), text.text) for text in texts(page.items)]
        for (one, words_of_one), (other, words_of_other) in combinations(boxes, 2):
            beside = one.x >= other.right - 0.05 or other.x >= one.right - 0.05
            below = one.y >= other.bottom - 0.05 or other.y >= one.bottom - 0.05
            assert beside or below, (words_of_one, words_of_other)
