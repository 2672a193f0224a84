"""The sheet to write on (deck p16)."""

from datetime import date

import pytest

from resource_mapper.domain.category import Category, Mark
from resource_mapper.domain.color import MIN_CONTRAST
from resource_mapper.domain.lens import LENSES
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.display_list import Clip, Lines, texts
from resource_mapper.layout.page import BODY, SHEET
from resource_mapper.printing.blank_sheet import blank_pages
from tests.helpers import golden, ink
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.fonts import real_measurer

LENS_IDS = [lens.id for lens in LENSES]


def _page(worksheet):
    (page,) = blank_pages(worksheet, real_measurer())
    return page


def _words(worksheet):
    return [text.text for text in texts(_page(worksheet).items)]


def test_the_blank_sheet_of_the_sample():
    golden.compare(golden.dump(_page(sample_worksheet(date(2026, 11, 23))).items), "blank")


def test_it_carries_no_card_but_the_preprinted():
    cards = [text.text for text in texts(_page(sample_worksheet()).items) if BODY.contains(text.x, text.y)]
    assert cards == ["介護サービス"]


def test_without_preprinted_cards_it_carries_none():
    worksheet = make_worksheet(make_resource("囲碁"), make_resource("将棋", None, preprinted=True))
    assert not {"囲碁", "将棋"} & set(_words(worksheet))


def test_it_has_boxes_for_group_and_name():
    words = _words(sample_worksheet())
    assert {"班", "氏名", "○○市", "第2層協議体 第3回", "気づいたこと"} <= set(words)


@pytest.mark.parametrize("lens", LENS_IDS)
def test_it_shows_the_rows_of_its_lens_and_no_counts(lens):
    worksheet = Worksheet(lens=lens)
    words = "".join(_words(worksheet))
    if lens == "free":
        assert all(category.label in words for category in worksheet.categories)
    else:
        assert all(row.label in words for row in LENSES[LENS_IDS.index(lens)].rows(worksheet))
    assert "か所" not in words
    assert "資源の厚み" not in words


@pytest.mark.parametrize("number", [1, 6, 12])
def test_every_row_has_lines_to_write_on(number):
    marks = list(Mark)
    categories = tuple(Category(f"own{n}", f"分類{n}", marks[n], "#2F6FB3") for n in range(number))
    items = _page(Worksheet(categories=categories)).items
    dotted = [item for item in items if isinstance(item, Lines) and item.stroke.dash == (0.3, 1.1)]
    assert len(dotted) == number
    heights = [y0 for item in dotted for _, y0, _, _ in item.segments]
    assert all(BODY.y < y < BODY.bottom for y in heights)
    assert all(y0 == y1 and BODY.x < x0 < x1 < BODY.right for item in dotted for x0, y0, x1, y1 in item.segments)


def test_nothing_is_hatched():
    assert not [item for item in _page(sample_worksheet()).items if isinstance(item, Clip)]


@pytest.mark.parametrize("lens", LENS_IDS)
def test_it_can_be_read_and_printed(lens):
    items = _page(Worksheet(resources=sample_worksheet().resources, lens=lens)).items
    assert ink.outside(items, SHEET.inset(8), real_measurer()) == []
    assert min(text.size_pt for text in texts(items)) >= 7
    ratio, text = ink.worst_contrast(items, real_measurer())
    assert ratio >= MIN_CONTRAST, text


def test_the_page_has_a_name():
    assert _page(sample_worksheet()).name == "1 記入用シート"


def test_the_districts_in_use_are_its_rows_though_no_card_is_printed():
    cards = [make_resource(district=word) for word in ("第1地区", "第2地区", "")]
    (page,) = blank_pages(make_worksheet(*cards, lens="district"), real_measurer())
    words = [text.text for text in texts(page.items)]
    assert {"第1地区", "第2地区"} <= set(words)
    assert "未設定" not in words
