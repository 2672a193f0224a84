"""電話で確認する先 on paper: whom to call, in which order, and no private contact that was not asked for."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from resource_mapper import cli
from resource_mapper.domain.age import Age
from resource_mapper.domain.freshness import Freshness
from resource_mapper.domain.vocabulary import CONTACT_PUBLIC
from resource_mapper.domain.worksheet import Calendar
from resource_mapper.layout.display_list import Text, texts
from resource_mapper.printing.options import Paper, PrintOptions
from resource_mapper.printing.problems import internal_contacts
from resource_mapper.printing.sheets import SHEETS, sheet_pages
from resource_mapper.storage.document_file import save_document
from tests.helpers import ink
from tests.helpers.factories import make_resource, make_worksheet, many_resources
from tests.helpers.fonts import real_measurer
from tests.helpers.pdf import read_pdf

YEAR = Freshness(Age.YEAR, date(2026, 11, 23))
SHEET = make_worksheet(
    make_resource("新しい会", district="桜台", confirmed_on=date(2026, 11, 1), contact="0120-000-001"),
    make_resource("三番目", district="桜台", confirmed_on=date(2025, 4, 1), contact="0120-000-002", operator="自治会"),
    make_resource("二番目", None, district="桜台", confirmed_on=date(2020, 4, 1), confirmed_by="山田"),
    make_resource("最初", district="桜台", contact="0120-000-003", contact_public=CONTACT_PUBLIC),
    make_resource("地区なし", schedule="毎週火曜"),
    make_resource("第2の会", district="第2地区"),
    make_resource("夢の店", district="桜台", status="あったらいいな"),
)


def found(options: PrintOptions) -> list[Text]:
    return [text for page in sheet_pages(SHEET, "calls", real_measurer(), options) for text in texts(page.items)]


def words(**options: object) -> list[str]:
    return [text.text for text in found(PrintOptions(freshness=YEAR, **options))]  # type: ignore[arg-type]


def test_by_district_the_oldest_first_and_nobody_who_was_asked_lately() -> None:
    named = [word for word in words() if word in {each.name for each in SHEET.resources}]
    assert named == ["最初", "二番目", "三番目", "第2の会", "地区なし"]
    assert "5件は、1年以上確認していません（うち3件は、確認した日がありません）。" in words()


def test_what_the_caller_needs_to_know_and_to_write() -> None:
    there = words()
    assert {"令和2年4月1日", "山田", "まだない", "自治会", "毎週火曜"} <= set(there)
    assert [there.count(answer) for answer in ("変わりなし", "変わった", "終了")] == [5, 5, 5]
    assert "2020年4月1日" in words(calendar=Calendar.WESTERN)


def test_only_public_contacts_unless_the_internal_ones_are_asked_for() -> None:
    assert {"0120-000-003", "（内部のみ）"} <= set(words(contacts=True))
    assert "0120-000-002" not in words(contacts=True)
    assert "0120-000-002" in words(internal_contacts=True)
    asked = PrintOptions(freshness=YEAR, internal_contacts=True)
    assert internal_contacts(SHEET, asked) == ("三番目",)
    assert internal_contacts(SHEET, replace(asked, internal_contacts=False)) == ()


@pytest.mark.parametrize("sheet_id", [sheet_id for sheet_id in SHEETS if sheet_id != "calls"])
def test_no_other_sheet_shows_an_internal_contact(sheet_id: str) -> None:
    options = PrintOptions(freshness=YEAR, internal_contacts=True, contacts=True, mark_stale=True)
    pages = sheet_pages(SHEET, sheet_id, real_measurer(), options)
    assert not any("0120-000-002" in text.text for page in pages for text in texts(page.items))


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A3])
@pytest.mark.parametrize("landscape", [True, False])
def test_many_pages_each_stamped_as_internal_and_nothing_overlaps(paper: Paper, landscape: bool) -> None:
    town = make_worksheet(*many_resources(80))
    options = PrintOptions(freshness=YEAR, paper=paper, landscape=landscape)
    pages = sheet_pages(town, "calls", real_measurer(), options)
    assert len(pages) > 1
    for page in pages:
        runs = list(texts(page.items))
        assert "内部資料" in [text.text for text in runs]
        boxes = [ink.extent(text, real_measurer()) for text in runs]
        overlapping = [
            (runs[a].text, runs[b].text)
            for a in range(len(boxes))
            for b in range(a)
            if min(boxes[a].right, boxes[b].right) - max(boxes[a].x, boxes[b].x) > 0.3
            and min(boxes[a].bottom, boxes[b].bottom) - max(boxes[a].y, boxes[b].y) > 0.8
        ]
        assert overlapping == []


def test_nobody_to_call_is_said() -> None:
    fresh = make_worksheet(make_resource(confirmed_on=YEAR.today))
    (page,) = sheet_pages(fresh, "calls", real_measurer(), PrintOptions(freshness=YEAR))
    assert "電話で確認する先はありません。" in [text.text for text in texts(page.items)]
    assert "内部資料" in [text.text for text in texts(page.items)]


def test_marks_are_printed_when_chosen_on_every_page() -> None:
    for marked in (True, False):
        pages = sheet_pages(SHEET, "worksheet", real_measurer(), PrintOptions(freshness=YEAR, mark_stale=marked))
        assert (Age.YEAR.label in [text.text for text in texts(pages[0].items)]) == marked
        plain = sheet_pages(SHEET, "worksheet", real_measurer(), PrintOptions())
        more = [len(page.items) - len(other.items) for page, other in zip(pages, plain, strict=True)]
        assert all(count > 0 for count in more) == marked, "the waiting cards, too"


def test_the_command_line_shows_internal_contacts_only_when_told_to(tmp_path: Path) -> None:
    book, out = tmp_path / "町.xlsx", tmp_path / "電話.pdf"
    save_document(SHEET, book)
    command = ["print", str(book), "-o", str(out), "--sheet", "calls", "--age", "never"]
    assert cli.main(command) == 0
    text = "".join(read_pdf(out.read_bytes()).texts)
    assert "内部資料" in text
    assert "二番目" not in text
    assert cli.main([*command[:-1], "two-years", "--internal-contacts"]) == 0
    assert "二番目" in "".join(read_pdf(out.read_bytes()).texts)
    assert cli.main([*command[:-1], "half-year"]) == 0
    assert "0120-000-002" not in "".join(read_pdf(out.read_bytes()).texts)
    assert cli.main([*command[:-1], "half-year", "--internal-contacts"]) == 0
    assert "0120-000-002" in "".join(read_pdf(out.read_bytes()).texts)
    assert cli.main([*command[:-1], "3年"]) == 2
