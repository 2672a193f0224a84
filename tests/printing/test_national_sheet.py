"""全国との比較 on paper."""

from dataclasses import replace
from pathlib import Path

import pytest

from resource_mapper import cli
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.display_list import Box, DisplayList, DrawnPage, texts
from resource_mapper.printing.national_charts import NATIONAL, OWN
from resource_mapper.printing.national_sheet import national_slides
from resource_mapper.printing.options import Paper, PrintOptions
from resource_mapper.printing.problems import problems
from resource_mapper.printing.sheets import sheet_pages
from resource_mapper.storage.document_file import save_document
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.fonts import real_measurer
from tests.helpers.pdf import read_pdf


@pytest.fixture(scope="module")
def town() -> Worksheet:
    sheet = sample_worksheet()
    own = [
        make_resource(category="gathering", activities=("体操（運動）",), participants=40),
        make_resource(category="gathering", activities=("農作業",), participants=25),
        make_resource(category="service", service_type="visit_a"),
        make_resource(category="service", service_type="visit_d"),
    ]
    return replace(
        sheet.with_resources((*sheet.resources, *own)),
        heading=replace(sheet.heading, elderly=1_000, municipality="桜台町"),
    )


def words(page: DrawnPage) -> list[str]:
    return [text.text for text in texts(page.items)]


def own_bars(items: DisplayList) -> int:
    return sum(isinstance(item, Box) and item.fill == OWN for item in items)


def test_one_sheet_shows_all_three_with_the_towns_own(town: Worksheet) -> None:
    (page,) = sheet_pages(town, "national", real_measurer())
    found = words(page)
    assert {"92.3％", "50.7％※", "（893市町村）", "55.9％", "50.0％（1か所）", "6.7％", "6.5％", "（4.5）"} <= set(
        found
    )
    assert any(word.startswith("出典：") for word in found)
    assert any("桜台町" in word for word in found)


@pytest.mark.parametrize("worksheet", [Worksheet(), sample_worksheet()], ids=["empty", "sample"])
@pytest.mark.parametrize("paper", [Paper.A3, Paper.A4])
@pytest.mark.parametrize("mono", [False, True])
def test_everything_can_be_read_and_lies_on_the_paper(worksheet: Worksheet, paper: Paper, mono: bool) -> None:
    (page,) = pages = sheet_pages(worksheet, "national", real_measurer(), PrintOptions(paper=paper, mono=mono))
    assert problems(pages, worksheet, real_measurer()) == ()
    for text in texts(page.items):
        right = text.x + real_measurer().width(text.text, text.size_pt, bold=text.bold)
        assert 7.0 <= text.x <= right <= page.width - 7.0, text.text
        assert 7.0 <= text.y <= page.height - 7.0, text.text


def test_lines_of_text_do_not_lie_upon_each_other(town: Worksheet) -> None:
    measurer = real_measurer()
    for page in (*sheet_pages(town, "national", measurer), *national_slides(town, measurer)):
        boxes = [
            (text.x, text.x + measurer.width(text.text, text.size_pt, bold=text.bold), text.y, text)
            for text in texts(page.items)
            if text.text.strip()
        ]
        for number, (left, right, y, text) in enumerate(boxes):
            for left2, right2, y2, other in boxes[number + 1 :]:
                apart = abs(y - y2) > 0.26 * min(text.size_pt, other.size_pt) or right <= left2 or right2 <= left
                assert apart, f"{text.text} / {other.text}"


def test_what_is_not_known_has_no_bar(town: Worksheet) -> None:
    bare = make_worksheet(*(replace(each, service_type="") for each in sample_worksheet().resources))
    before = [own_bars(page.items) for page in national_slides(bare, real_measurer())]
    after = [own_bars(page.items) for page in national_slides(town, real_measurer())]
    assert before == [1, 1, 1], "the legend's"
    visits, days = 2, 4
    assert after == [1 + visits + 1 + days + 1, 1 + 2, 1 + 1], "and one for any of each kind"


def test_on_the_command_line(town: Worksheet, tmp_path: Path) -> None:
    save_document(town, tmp_path / "a.xlsx")
    target = tmp_path / "a.pdf"
    assert cli.main(["print", str(tmp_path / "a.xlsx"), "-o", str(target), "--sheet", "national", "--mono"]) == 0
    (text,) = read_pdf(target.read_bytes()).texts
    assert "全国で実施している市町村の割合（令和2年度）" in text
    assert "6.5％" in text, "65歳以上人口 came back from the workbook"


def test_a_large_city_finds_room_for_its_numbers() -> None:
    many = [make_resource(category="service", service_type="visit_a") for _ in range(120)]
    wanted = [make_resource(category="service", service_type="visit_a", status=Status.WANTED) for _ in range(30)]
    measurer = real_measurer()
    (page,) = sheet_pages(Worksheet(resources=(*many, *wanted)), "national", measurer)
    own = next(text for text in texts(page.items) if text.text == "120件（ほしい 30）")
    bars = [item.rect for item in page.items if isinstance(item, Box) and item.fill == NATIONAL]
    beside = min(bar.x for bar in bars if bar.y < own.y < bar.bottom + 2)
    assert own.x + measurer.width(own.text, own.size_pt, bold=own.bold) < beside
    assert not any(text.text.endswith("…") for text in texts(page.items))
