"""穴あきシート, 切り取りカード, 資源一覧, 状態像別のご案内, 集計と空白: what stands on them; nothing is lost."""

from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

import pytest

from resource_mapper.domain.color import BLACK
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.vocabulary import CONTACT_PUBLIC, Nature, Status
from resource_mapper.domain.worksheet import Calendar
from resource_mapper.layout.card import MIN_PT
from resource_mapper.layout.display_list import Box, Clip, Lines, texts
from resource_mapper.layout.geometry import Rect
from resource_mapper.printing.options import CardSize, Paper, PrintOptions
from resource_mapper.printing.problems import ROUNDING
from resource_mapper.printing.sheets import SHEETS, print_pdf, sheet_pages
from tests.helpers.factories import make_resource, make_worksheet, many_resources
from tests.helpers.fonts import real_measurer
from tests.helpers.pdf import read_pdf

FLOWING = ("cards", "list", "by-state", "summary")


def pages(worksheet, sheet_id, **options):
    return sheet_pages(worksheet, sheet_id, real_measurer(), PrintOptions(**options))


def words(worksheet, sheet_id, **options):
    return [text.text for page in pages(worksheet, sheet_id, **options) for text in texts(page.items)]


def joined(worksheet, sheet_id, **options):
    return "".join(words(worksheet, sheet_id, **options))


def lowest_and_outmost(page):
    measure = real_measurer().width
    for text in texts(page.items):
        yield text.x, text.x + measure(text.text, text.size_pt, bold=text.bold), text.y


@pytest.mark.parametrize("sheet_id", SHEETS)
@pytest.mark.parametrize("paper", [None, *Paper])
@pytest.mark.parametrize("mono", [False, True])
def test_every_sheet_fits_every_paper(sheet_id, paper, mono):
    for page in pages(sample_worksheet(date(2026, 4, 1)), sheet_id, paper=paper, mono=mono):
        if paper:
            assert sorted((page.width, page.height)) == sorted(paper.sides)
        for left, right, bottom in lowest_and_outmost(page):
            assert left >= 4
            assert right <= page.width - 4
            assert 4 <= bottom <= page.height - 4
        assert min(text.size_pt for text in texts(page.items)) >= MIN_PT - ROUNDING
        if mono:
            assert {text.color for text in texts(page.items)} <= {BLACK, "#FFFFFF"}


@pytest.mark.parametrize("sheet_id", ["worksheet", "partial", *FLOWING])
def test_300_resources_are_all_there(sheet_id):
    sheet = make_worksheet(*(replace(each, status=Status.AVAILABLE) for each in many_resources(300)))
    if sheet_id == "partial":
        assert sum(len(page.items) for page in pages(sheet, sheet_id)) > 300
        return
    if sheet_id == "summary":
        assert f"{len(sheet.placed)}" in words(sheet, sheet_id)
        return
    text = joined(sheet, sheet_id)
    assert [each.name for each in sheet.resources if each.name not in text] == []


@pytest.mark.parametrize("sheet_id", SHEETS)
def test_the_same_worksheet_gives_the_same_bytes(sheet_id):
    sheet = sample_worksheet(date(2026, 4, 1))
    assert print_pdf(sheet, sheet_id, real_measurer()) == print_pdf(sheet, sheet_id, real_measurer())


@pytest.mark.parametrize("sheet_id", ["cards", "list", "by-state"])
def test_an_internal_contact_is_never_printed_and_a_public_one_only_if_asked_for(sheet_id):
    inside = make_resource("サロン", contact="山田 090-0000-0000")
    outside = make_resource("体操", contact="事務局 0120-00-0000", contact_public=CONTACT_PUBLIC)
    sheet = make_worksheet(inside, outside)
    assert "0000" not in joined(sheet, sheet_id)
    shown = joined(sheet, sheet_id, contacts=True)
    assert "0120-00-0000" in shown
    assert "090" not in shown


class TestList:
    def test_it_is_grouped_and_sorted_by_reading(self):
        sheet = make_worksheet(
            make_resource("緑会", reading="みどりかい", category="salon"),
            make_resource("青空", reading="あおぞら", category="salon"),
            make_resource("将棋", category="hobby"),
            make_resource("何か", category="？"),
        )
        found = words(sheet, "list")
        order = ["将棋", "青空", "緑会", "何か"]
        assert [word for word in found if word in order] == order
        assert "高齢者サロン系　2件" in found

    def test_by_district_spellings_of_one_district_are_one_group(self):
        sheet = make_worksheet(
            make_resource("甲", district="第１地区"), make_resource("乙", district="第1 地区"), make_resource("丙")
        )
        found = words(sheet, "list", group_by="district")
        assert [word for word in found if word.endswith("件") and "　" in word][-2:] == [
            "第１地区　2件",
            "（地区が書いてない資源）　1件",
        ]

    def test_only_the_chosen_status_and_never_ended_unasked(self):
        sheet = make_worksheet(
            make_resource("今"), make_resource("夢", status=Status.WANTED), make_resource("昔", status=Status.ENDED)
        )
        assert "昔" not in joined(sheet, "list")
        assert "夢【あったらいいな】" in joined(sheet, "list")
        assert "今" not in words(sheet, "list", statuses=(Status.ENDED,))

    def test_the_head_stands_on_every_page(self):
        sheet = make_worksheet(*many_resources(120))
        assert words(sheet, "list").count("曜日・日時") == len(pages(sheet, "list")) > 2

    def test_a_column_in_which_nothing_stands_is_left_out(self):
        found = words(make_worksheet(make_resource("体操", fee="100円")), "list", contacts=True)
        assert {"名称", "参加費"} <= set(found)
        assert not {"送迎", "連絡先", "場所"} & set(found)

    def test_a_heading_of_a_group_never_stands_alone_at_the_foot(self):
        sheet = make_worksheet(*many_resources(120))
        for page in pages(sheet, "list"):
            body = [text for text in texts(page.items) if text.y < page.height - 22]
            assert max(body, key=lambda text: text.y).size_pt < 10


class TestCards:
    @pytest.mark.parametrize(("size", "each_page"), [(CardSize.LARGE, 10), (CardSize.BUSINESS, 10)])
    def test_they_fill_the_paper_category_by_category(self, size, each_page):
        sheet = make_worksheet(*(make_resource(f"資源{n}") for n in range(each_page + 1)))
        found = pages(sheet, "cards", card_size=size)
        assert [sum(text.text.startswith("資源") for text in texts(page.items)) for page in found] == [each_page, 1]

    @pytest.mark.parametrize("size", CardSize)
    def test_crop_marks_part_cards_of_exactly_the_size(self, size):
        (page,) = pages(make_worksheet(), "cards", card_size=size)
        marks = next(item for item in page.items if isinstance(item, Lines))
        for low, high, side in ((0, 2, size.sides[0]), (1, 3, size.sides[1])):
            places = sorted({round(mark[low], 6) for mark in marks.segments if mark[low] == mark[high]})
            assert {round(b - a, 6) for a, b in pairwise(places)} == {side}

    def test_a_long_fact_takes_the_lines_that_others_leave(self):
        long = "月〜土曜日 放課後〜18:00、土曜日と学校休業日は8:00〜18:00"
        found = words(make_worksheet(make_resource("クラブ", None, schedule=long, place="公民館")), "cards")
        assert long in "".join(found)
        everything = {
            "schedule": long * 3,
            "place": "公民館の二階" * 12,
            "contact_public": CONTACT_PUBLIC,
            "contact": "係",
        }
        (page,) = pages(make_worksheet(make_resource("クラブ" * 9, (0.1, 0.9), **everything)), "cards", contacts=True)
        heights = sorted(text.y for text in texts(page.items))
        assert all(b - a > 2.5 for a, b in pairwise(heights))

    @pytest.mark.parametrize("size", CardSize)
    def test_a_flag_covers_no_word(self, size):
        card = make_resource("盆栽仲間", (0.1, 0.9), category="hobby", nature=Nature.NATURAL)
        (page,) = pages(make_worksheet(card), "cards", card_size=size)
        label, flag = (next(t for t in texts(page.items) if t.text.startswith(word)) for word in ("生涯", "自然な"))
        assert label.x + real_measurer().width(label.text, label.size_pt) < flag.x - 1

    def test_spare_cards_follow(self):
        assert words(make_worksheet(make_resource("体操")), "cards", spare_cards=3).count("名前") == 3


class TestByState:
    def test_each_band_has_a_leaflet_with_what_serves_it_today(self):
        sheet = make_worksheet(
            make_resource("元気な会", (0.0, 0.3)),
            make_resource("みんなの会", (0.1, 0.9)),
            make_resource("夢の会", (0.4, 0.6), status=Status.WANTED),
        )
        found = pages(sheet, "by-state")
        names = [[text.text for text in texts(page.items) if text.text.endswith("会")] for page in found]
        assert sorted(names[0]) == ["みんなの会", "元気な会"]
        assert names[1:] == [["みんなの会"], ["みんなの会"]]
        assert found[1].name == "1 虚弱の人に紹介できる所"

    def test_an_empty_band_says_so(self):
        assert "紹介できる所は、まだ書き出されていません。" in joined(make_worksheet(), "by-state")


class TestPartial:
    def test_only_pre_printed_names_are_there_and_every_card_has_its_pill(self):
        sheet = make_worksheet(make_resource("体操", (0.1, 0.4)), make_resource("碁会", (0.5, 0.9), preprinted=True))
        found = words(sheet, "partial")
        assert "碁会" in found
        assert "体操" not in found
        (page,) = pages(sheet, "partial")
        pills = [item.rect for item in page.items if isinstance(item, Box) and item.radii[0] == 1.7 and item.stroke]
        assert len(pills) == 2
        assert not any(one.overlaps(other) for one, other in combinations(pills, 2))


class TestSummary:
    def test_it_counts_and_says_what_is_missing(self):
        sheet = make_worksheet(make_resource(span=(0.0, 0.3), category="salon", operator_kind="NPO"))
        found = words(sheet, "summary")
        assert "実施主体 × 状態像（か所）" in found
        assert "圏域 × 状態像（か所）" not in found, "nothing is known of it"
        assert any("虚弱の人・要介護に近い人が使える 高齢者サロン系 がありません" in word for word in found)

    def test_the_sum_never_stands_alone(self):
        resources = [replace(each, area_level="市町村") for each in many_resources(40)]
        for page in pages(make_worksheet(*resources), "summary"):
            found = [text.text for text in texts(page.items)]
            assert "実か所" not in [before for before, word in pairwise(found) if word == "合計"]
            assert "合計" not in found[2:4]


class TestPoster:
    def test_tiles_cover_all_and_share_a_strip_to_glue(self):
        (whole,) = pages(sample_worksheet(), "worksheet", paper=Paper.A1)
        assert (whole.width, whole.height) == (841.0, 594.0)
        found = pages(sample_worksheet(), "worksheet", paper=Paper.A1, tiles=Paper.A3)
        assert len(found) == 8, "upright: four columns of two"
        clips = [next(item for item in page.items if isinstance(item, Clip)) for page in found]
        assert {clip.rect for clip in clips} == {Rect(10, 10, 277, 400)}
        first = next(texts(whole.items))
        shifts = [(first.x - text.x, first.y - text.y) for text in (next(texts(clip.items)) for clip in clips)]
        assert shifts == [
            (pytest.approx(column * 267 - 10), pytest.approx(row * 390 - 10)) for row in (0, 1) for column in range(4)
        ]

    def test_each_tile_says_where_it_belongs(self):
        found = pages(sample_worksheet(), "worksheet", paper=Paper.A1, tiles=Paper.A3)
        assert "2段目・左から1枚目（全8枚）" in "".join(text.text for text in texts(found[4].items))


class TestSigns:
    def test_the_ruler_is_100_mm_on_any_paper(self):
        for paper in (Paper.A4, Paper.A3, Paper.A1):
            for page in pages(sample_worksheet(), "worksheet", paper=paper, ruler=True):
                line = page.items[-2]
                assert isinstance(line, Lines)
                assert line.segments[0][2] - line.segments[0][0] == 100

    def test_copying_allowed(self):
        assert "複写可" in words(sample_worksheet(), "blank", copying_allowed=True)
        assert "複写可" not in words(sample_worksheet(), "blank")

    def test_the_calendar_can_be_chosen(self):
        sheet = sample_worksheet(date(2026, 11, 23))
        assert "2026年11月23日" in words(sheet, "worksheet", calendar=Calendar.WESTERN)


def test_several_sheets_are_one_pdf_with_bookmarks():
    read = read_pdf(print_pdf(sample_worksheet(), ("worksheet", "list", "summary"), real_measurer()))
    assert [title.partition(" ")[2] for title in read.outline][:2] == ["分類で並べたワークシート", "地域の資源一覧"]
    assert len(read.outline) == len(read.sizes_pt)
    assert all(read.fonts.values())
