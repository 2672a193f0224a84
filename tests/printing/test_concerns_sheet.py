"""課題の一覧 on paper: everything is there, on as many pages as it takes, also from the command line."""

from datetime import date
from pathlib import Path

from resource_mapper import cli
from resource_mapper.domain.concern import Concern
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.layout.display_list import texts
from resource_mapper.printing.concerns_sheet import NOTHING_YET
from resource_mapper.printing.options import Paper, PrintOptions
from resource_mapper.printing.sheets import sheet_pages
from resource_mapper.storage.workbook.writer import write_workbook
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.fonts import real_measurer
from tests.helpers.pdf import read_pdf

SALON = make_resource("いきいきサロン", id="salon")
ONE = Concern(
    id="k",
    title="冬の送迎を始める",
    grounds=("salon",),
    reason="雪の日は来られない",
    priority="高",
    difficulty="中",
    who="社協：車を出す\n自治会：当番を決める",
    due=date(2027, 3, 31),
    state="取り組み中",
)


def words(*concerns: Concern, **options: object) -> list[str]:
    sheet = make_worksheet(SALON, concerns=concerns)
    pages = sheet_pages(sheet, "concerns", real_measurer(), PrintOptions(**options))  # type: ignore[arg-type]
    return [text.text for page in pages for text in texts(page.items)]


def test_a_row_says_what_why_who_and_by_when() -> None:
    found = words(ONE)
    text = "".join(found)
    for part in (ONE.title, ONE.reason, "「いきいきサロン」", "社協：車を出す自治会：当番を決める", ONE.state):
        assert part in text
    assert "令和9年3月31日" in text
    assert "出た会議" not in found, "a column that nobody has filled leaves its room to the others"


def test_hundreds_go_on_under_the_same_headings() -> None:
    many = [Concern(id=f"k{number}", title=f"課題その{number}") for number in range(200)]
    sheet = make_worksheet(concerns=tuple(many))
    for paper in (Paper.A4, Paper.A3):
        pages = sheet_pages(sheet, "concerns", real_measurer(), PrintOptions(paper=paper))
        assert len(pages) > 1
        found = [[text.text for text in texts(page.items)] for page in pages]
        assert all("役割分担" in page for page in found)
        assert [title for page in found for title in page if title.startswith("課題その")] == [
            each.title for each in many
        ]


def test_an_empty_list_says_where_to_write() -> None:
    assert NOTHING_YET in "".join(words())


def test_it_is_printed_from_the_command_line(tmp_path: Path) -> None:
    book, paper = tmp_path / "町.xlsx", tmp_path / "課題.pdf"
    sheet = sample_worksheet()
    book.write_bytes(write_workbook(make_worksheet(*sheet.resources, concerns=(Concern(id="k", title="担い手"),))))
    assert cli.main(["print", str(book), "-o", str(paper), "--sheet", "concerns"]) == 0
    found = read_pdf(paper.read_bytes())
    assert "担い手" in found.texts[0]
    assert found.info["Title"].endswith("（課題の一覧）")
