"""What would be imported, and what the user can change about it before anything is."""

import csv
from io import StringIO

import pytest

from resource_mapper.storage.importing.list_import import Reading, import_list, run_plan
from resource_mapper.storage.importing.plan import ImportChoices, Plan, make_plan, with_column
from resource_mapper.storage.importing.table_file import read_tables, tables_of_text
from resource_mapper.storage.importing.towns import Town, find_towns

TOWNS = [
    ["都道府県名", "市区町村名", "名称", "住所", "運営日（平日）－開始"],
    ["東京都", "中央区", "さくら会", "築地1", "10:00"],
    ["北海道", "札幌市", "うめ会", "北1条", "9:00"],
    ["東京都", "中央区", "もも会", "佃2", ""],
]


def text_of(rows: list[list[str]], separator: str = ",") -> str:
    out = StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\n").writerows(rows)
    return out.getvalue()


def plan_of(rows: list[list[str]], choices: ImportChoices | None = None) -> Plan:
    return make_plan("一覧.csv", tables_of_text(text_of(rows), "一覧.csv"), choices)


def fields(plan: Plan) -> dict[str, str]:
    return {column.heading: column.field for column in plan.columns}


def names(plan: Plan) -> list[str]:
    return [resource.name for resource in run_plan(plan).resources]


LIST = [
    ["サロン一覧", "", "", ""],
    ["サロン名", "ところ", "きまり", "曜日"],
    ["さくら", "桜公民館", "室内ばき", "月"],
    ["うめ", "梅集会所", "", "火"],
]


def test_the_plan_says_where_each_column_goes_and_what_stands_in_it():
    plan = plan_of(LIST)
    assert fields(plan) == {"サロン名": "name", "ところ": "note", "きまり": "note", "曜日": "schedule"}
    assert plan.columns[1].examples == ("桜公民館", "梅集会所")
    assert (plan.header_row, plan.row_count, plan.has_names, plan.towns) == (2, 2, True, ())


def test_a_column_can_be_given_another_field_or_none():
    plan = plan_of(LIST)
    choices = with_column(with_column(ImportChoices(), plan, "ところ", "place"), plan, "きまり", "")
    changed = make_plan(plan.name, plan.tables, choices)
    assert fields(changed) == {"サロン名": "name", "ところ": "place", "きまり": "", "曜日": "schedule"}
    first = run_plan(changed).resources[0]
    assert (first.place, first.note) == ("桜公民館", "")
    back = with_column(choices, changed, "ところ", "note")
    assert "ところ" not in back.columns, "a choice that was found anyway is no choice"


def test_only_one_column_holds_the_names():
    plan = plan_of(LIST)
    choices = with_column(ImportChoices(), plan, "ところ", "name")
    changed = make_plan(plan.name, plan.tables, choices)
    assert fields(changed)["サロン名"] == ""
    assert names(changed) == ["桜公民館", "梅集会所"]


def test_every_field_can_be_chosen():
    plan = plan_of([["名称", "何か"], ["さくら", "元気〜虚弱"]])
    choices = with_column(ImportChoices(), plan, "何か", "span")
    resource = run_plan(make_plan(plan.name, plan.tables, choices)).resources[0]
    assert resource.span is not None
    assert fields(make_plan(plan.name, plan.tables, choices))["何か"] == "span"


def test_two_columns_of_one_heading_are_two():
    plan = plan_of([["名称", "欄", "欄"], ["さくら", "甲", "乙"]])
    assert [column.key for column in plan.columns] == ["名称", "欄", "欄#2"]
    changed = make_plan(plan.name, plan.tables, ImportChoices(columns={"欄#2": "place", "欄": ""}))
    assert run_plan(changed).resources[0].place == "乙"


def test_a_table_without_names_waits_for_the_user():
    plan = plan_of([["月", "献立", "量"], ["4", "カレー", "1"], ["5", "そば", "2"]])
    assert not plan.has_names
    chosen = make_plan(plan.name, plan.tables, with_column(ImportChoices(), plan, "献立", "name"))
    assert names(chosen) == ["カレー", "そば"]


def test_another_header_row():
    rows = [["名称", "住所"], ["さくら", "本町1"], ["店の名", "番地"], ["うめ", "本町2"]]
    plan = plan_of(rows, ImportChoices(header_row=3))
    assert [column.heading for column in plan.columns] == ["店の名", "番地"]
    assert plan.header_row == 3
    assert plan.proposed["店の名"] == "name"
    beyond = plan_of(rows, ImportChoices(header_row=99))
    assert beyond.header_row == 4


def test_a_sheet_by_name(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    for title, name in (("北部", "甲"), ("南部", "乙")):
        sheet = book.create_sheet(title)
        sheet.append(["名称", "住所"])
        sheet.append([name, "本町"])
    book.save(tmp_path / "一覧.xlsx")
    tables = read_tables(tmp_path / "一覧.xlsx")
    assert names(make_plan("一覧.xlsx", tables)) == ["甲", "乙"]
    only = make_plan("一覧.xlsx", tables, ImportChoices(sheet="南部"))
    assert (names(only), run_plan(only).resources[0].source) == (["乙"], "一覧.xlsx")


def test_towns_are_offered_and_one_can_be_chosen():
    plan = plan_of(TOWNS)
    assert plan.towns == (Town("東京都", "中央区", 2), Town("北海道", "札幌市", 1))
    chosen = make_plan(plan.name, plan.tables, ImportChoices(town="東京都中央区"))
    assert names(chosen) == ["さくら会", "もも会"]
    assert chosen.towns == plan.towns, "the others can still be chosen"
    assert run_plan(chosen).resources[0].source == "一覧.csv 東京都中央区"
    assert plan_of(TOWNS[:2]).towns == (), "one town is no choice"


def test_towns_are_found_by_what_is_typed():
    towns = (
        Town("東京都", "府中市", 1),
        Town("広島県", "府中市", 1),
        Town("広島県", "府中町", 1),
        Town("京都府", "", 1),
    )
    assert [town.key for town in find_towns(towns, "府中市")] == ["東京都府中市", "広島県府中市"]
    assert [town.key for town in find_towns(towns, "広島県 府中")] == ["広島県府中市", "広島県府中町"]
    assert len(find_towns(towns, "")) == 4


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("cp932", "cp932"),
        ("euc_jp", "euc_jp"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("iso2022_jp", "iso2022_jp_ext"),
    ],
)
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_encoding_and_separator_are_found_and_told(tmp_path, encoding, name, separator):
    path = tmp_path / "一覧.csv"
    rows = [["名称", "住所"], *(["さくら会", f"本町{number}丁目"] for number in range(9))]
    path.write_bytes(text_of(rows, separator).encode(encoding))
    (table,) = read_tables(path)
    assert (table.encoding, table.separator) == (name, separator)
    assert table.rows[1] == ("さくら会", "本町0丁目")


def test_a_chosen_encoding_and_separator_are_used_whatever_comes_out(tmp_path):
    path = tmp_path / "一覧.csv"
    path.write_bytes("名称,住所;備考\nさくら,本町;二つ\n".encode())
    (wrong,) = read_tables(path, Reading(encoding="cp932"))
    assert wrong.encoding == "cp932"
    assert "名称" not in str(wrong.rows)
    (table,) = read_tables(path, Reading(separator=";"))
    assert table.rows[0] == ("名称,住所", "備考")


def test_import_list_takes_the_choices(tmp_path):
    path = tmp_path / "一覧.csv"
    path.write_text(text_of(TOWNS), encoding="utf-8")
    assert [r.name for r in import_list(path, None, ImportChoices(town="北海道札幌市")).resources] == ["うめ会"]


def test_progress_is_told_and_can_end_the_reading():
    class Enough(Exception):  # noqa: N818
        pass

    told: list[int] = []

    def step(rows: int) -> None:
        told.append(rows)
        if sum(told) >= 1_000:
            raise Enough

    plan = plan_of([["名称", "住所"], *([f"会{number}", "本町"] for number in range(3_000))])
    with pytest.raises(Enough):
        run_plan(plan, step)
    assert told == [500, 500]
