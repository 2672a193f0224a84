"""A workbook of ours, read as a list."""

from datetime import date

from openpyxl import load_workbook

from resource_mapper.domain.axis import Span
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.storage.importing.list_import import import_list
from resource_mapper.storage.workbook.writer import write_workbook
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.imported import given_values


def test_our_own_workbook(tmp_path):
    full = make_resource(
        "さくら会",
        (0.123, 0.6),
        category="salon",
        status="休止",
        operator="さくら",
        operator_kind="NPO",
        area_level="小学校区",
        district="東",
        schedule="第2・4木曜\n10:00",
        frequency="隔週くらい",
        activities=("会食", "脳トレ"),
        service_type="day_b",
        capacity=20,
        transport="要相談",
        contact="03-1",
        contact_public="公開",
        confirmed_on=date(2026, 4, 1),
        source="聞き取り",
        note="備考\n二行",
        extra=(("担当課", "福祉課"),),
    )
    worksheet = make_worksheet(full, make_resource("うめ会", None), extra_headings=("担当課",))
    path = tmp_path / "資源.xlsx"
    path.write_bytes(write_workbook(worksheet))
    first, second = import_list(path).resources
    assert first.id != full.id
    expected = given_values(full) | {"extra": (), "contact": "03-1\n担当課：福祉課"}
    assert given_values(first) | {"extra": ()} == expected
    assert (second.span, second.source) == (None, "資源.xlsx")


def test_our_own_workbook_brings_the_sample(tmp_path):
    path = tmp_path / "資源.xlsx"
    path.write_bytes(write_workbook(sample_worksheet(date(2026, 11, 23))))
    result = import_list(path)
    sample = sample_worksheet().resources
    assert [(r.name, r.reading, r.category, r.span, r.status) for r in result.resources] == [
        (r.name, r.reading, r.category, r.span, r.status) for r in sample
    ]
    assert (result.skipped, result.notes) == ((), ())


def test_a_changed_word_wins_over_the_numbers(tmp_path):
    path = tmp_path / "資源.xlsx"
    path.write_bytes(write_workbook(make_worksheet(make_resource("さくら会", (0.0, 0.3)))))
    book = load_workbook(path)
    sheet = book["資源一覧"]
    place = {str(cell.value): cell.column or 0 for cell in sheet[1]}
    sheet.cell(2, place["状態像"]).value = "要介護"
    sheet.append(["もも会"])
    sheet.cell(3, place["状態像（左端）"]).value = 60
    sheet.cell(3, place["状態像（右端）"]).value = 40
    book.save(path)
    first, second = import_list(path).resources
    assert first.span == Span(2 / 3, 1.0)
    assert second.span == Span(0.4, 0.6)
