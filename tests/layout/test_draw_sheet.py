"""A whole page as a display list: what is on it, and whether it can be read."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given

from resource_mapper.domain.axis import BANDS
from resource_mapper.domain.category import Category, Mark
from resource_mapper.domain.color import MIN_CONTRAST
from resource_mapper.domain.lens import LENSES
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import SheetOptions
from resource_mapper.layout.card import MIN_PT
from resource_mapper.layout.display_list import Clip, texts
from resource_mapper.layout.draw_sheet import draw_background, draw_free_body, draw_label, draw_page, draw_row
from resource_mapper.layout.geometry import Rect
from resource_mapper.layout.page import SHEET
from resource_mapper.layout.rows import THIN_ROW
from resource_mapper.layout.sheet import DEFAULT_OPTIONS, layout_sheet
from tests.helpers import golden, ink
from tests.helpers.factories import make_resource, make_worksheet, many_resources
from tests.helpers.fonts import real_measurer
from tests.helpers.strategies import drawable_worksheets

SAFE = SHEET.inset(8)
LENS_IDS = [lens.id for lens in LENSES]


def _pages(worksheet, options=DEFAULT_OPTIONS):
    layout = layout_sheet(worksheet, real_measurer(), options)
    return [draw_page(layout, page, real_measurer()) for page in layout.pages]


def _words(items):
    return [text.text for text in texts(items)]


def _check_readable(items):
    assert min(text.size_pt for text in texts(items)) >= MIN_PT
    assert all(real_measurer().has(char) for text in texts(items) for char in text.text)
    ratio, text = ink.worst_contrast(items, real_measurer())
    assert ratio >= MIN_CONTRAST, text
    assert ink.outside(items, SAFE, real_measurer()) == []


def test_the_sample():
    (items,) = _pages(sample_worksheet(date(2026, 11, 23)))
    golden.compare(golden.dump(items), "worksheet")


def test_the_sample_through_the_free_lens_mirrored():
    worksheet = Worksheet(resources=sample_worksheet().resources, lens="free", mirrored=True)
    (items,) = _pages(worksheet)
    golden.compare(golden.dump(items), "worksheet-free-mirrored")


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("lens", LENS_IDS)
@pytest.mark.parametrize("number", [0, 30, 200])
def test_every_text_is_large_enough_has_contrast_and_lies_inside_8_mm(number, lens, mirrored):
    for items in _pages(make_worksheet(*many_resources(number), lens=lens, mirrored=mirrored)):
        _check_readable(items)


@given(drawable_worksheets(max_resources=6))
def test_so_it_is_on_any_worksheet(worksheet):
    for items in _pages(worksheet, SheetOptions(show_ended=True)):
        _check_readable(items)


def test_every_name_is_on_exactly_one_page_of_300():
    pages = ["".join(_words(items)) for items in _pages(make_worksheet(*many_resources(300)))]
    for resource in many_resources(300):
        found = sum(page.count(resource.name) for page in pages)
        assert found == (resource.status != "終了"), resource.name


def test_heading_axis_coverage_and_legend_are_on_every_page():
    pages = _pages(make_worksheet(*many_resources(300)))
    assert len(pages) > 1
    for number, items in enumerate(pages, start=1):
        words = _words(items)
        assert words.count(Worksheet().heading.title) == 1
        assert [words.count(band.label) for band in BANDS] == [1, 1, 1]
        assert {"資源の厚み", "凡例", "市町村", f"{number} / {len(pages)}"} <= set(words)


def test_the_total_of_pages_may_count_other_sheets():
    layout = layout_sheet(sample_worksheet(), real_measurer())
    assert "1 / 3" in _words(draw_page(layout, layout.pages[0], real_measurer(), pages=3))


def test_rows_say_how_many_there_are_and_how_many_are_wished_for():
    worksheet = make_worksheet(
        make_resource("一", category="hobby"),
        make_resource("二", category="hobby"),
        make_resource("三", category="hobby", status="あったらいいな"),
    )
    words = _words(_pages(worksheet)[0])
    assert "2 か所＋ほしい 1" in words
    assert words.count("0 か所") == 5


def test_the_rest_of_a_split_row_says_so():
    worksheet = make_worksheet(*(make_resource(f"体操{n}", (0, 1), category="hobby") for n in range(60)))
    first, second = ("".join(_words(items)) for items in _pages(worksheet)[:2])
    assert "（つづき）" not in first
    assert "（つづき）" in second


def test_cards_are_drawn_over_everything_else():
    layout = layout_sheet(sample_worksheet(), real_measurer())
    background = draw_background(layout, layout.pages[0], real_measurer())
    items = draw_page(layout, layout.pages[0], real_measurer())
    assert items[: len(background)] == background
    assert "囲碁教室" not in _words(background)
    assert "囲碁教室" in _words(items[len(background) :])


def test_coverage_and_gaps_can_be_left_out():
    (items,) = _pages(sample_worksheet(), SheetOptions(show_gaps=False, show_coverage=False))
    assert "資源の厚み" not in _words(items)
    assert "空白" not in _words(items)
    assert not [item for item in items if isinstance(item, Clip)]


def test_the_free_sheet_has_the_categories_as_its_key():
    words = "".join(_words(_pages(Worksheet(lens="free"))[0]))
    for category in Worksheet().categories:
        assert category.label in words


def _own(*labels):
    marks = list(Mark)
    return tuple(Category(f"own{n}", label, marks[n], "#2F6FB3") for n, label in enumerate(labels))


def _label_texts(items):
    return [text for text in texts(items) if text.x < 50 and 46 <= text.y <= 262]


@pytest.mark.parametrize(
    "label",
    [
        "サロン",
        "介護予防・生活支援サービス",
        "高齢者の居場所づくりと見守り・声かけの活動（住民主体によるもの）",
        "𠮷野家🌸の会",
        "ＣＯＭＭＵＮＩＴＹＣＡＦＥ",
        "Communityassociationofthetown",
        "Community association of the town",
    ],
)
@pytest.mark.parametrize("number", [1, 12])
def test_a_label_stays_on_its_block(label, number):
    categories = _own(label, *(f"分類{n}" for n in range(1, number)))
    worksheet = Worksheet(categories=categories)
    layout = layout_sheet(worksheet, real_measurer())
    (items,) = _pages(worksheet)
    block = layout.pages[0].rows[0].label
    words = [text for text in _label_texts(items) if text.y <= block.bottom]
    assert ink.outside(tuple(words), block, real_measurer()) == []


@pytest.mark.parametrize("length", [6, 20, 40])
def test_the_key_of_the_free_sheet_stays_in_its_place(length):
    worksheet = Worksheet(categories=_own(*(f"{n}{'活動の分類' * 8}"[:length] for n in range(12))), lens="free")
    (row,) = layout_sheet(worksheet, real_measurer()).pages[0].rows
    key = tuple(texts(draw_free_body(worksheet, row, real_measurer())))
    assert ink.outside(key, row.label, real_measurer()) == []
    boxes = [ink.extent(text, real_measurer()) for text in key]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]


@pytest.mark.parametrize("lens", ["service_type", "operator_kind"])
def test_many_rows_stay_on_one_page_with_their_names_whole(lens):
    worksheet = Worksheet(resources=sample_worksheet().resources, lens=lens)
    layout = layout_sheet(worksheet, real_measurer())
    (page,) = layout.pages
    assert layout.size_pt >= 8
    for row in page.rows:
        words = "".join(_words(draw_label(row, "0 か所", real_measurer())))
        assert words == f"{row.row.label}0 か所" or words == f"0 か所{row.row.label}"
        assert ink.outside(draw_label(row, "0 か所", real_measurer()), row.label, real_measurer()) == []


def test_a_thin_row_leaves_its_wishes_to_the_cards():
    worksheet = make_worksheet(make_resource(district="第1地区", status="あったらいいな"), lens="district")
    (row,) = layout_sheet(worksheet, real_measurer()).pages[0].rows
    assert "0 か所＋ほしい 1" in _words(draw_row(row, real_measurer()))
    thin = row._replace(label=Rect(row.label.x, row.label.y, row.label.width, THIN_ROW))
    assert _words(draw_row(thin, real_measurer())) == ["0 か所", "第1地区"]


def test_an_own_category_keeps_its_mark_in_a_thin_row():
    cards = [make_resource("体操", (0, 1), category="own0") for _ in range(20)]
    worksheet = make_worksheet(*cards, categories=_own(*(f"分類{n}" for n in range(12))))
    row = layout_sheet(worksheet, real_measurer()).pages[0].rows[1]
    items = draw_label(row, "0 か所", real_measurer())
    assert len(items) == 4
    assert ink.outside(items, row.label, real_measurer()) == []
