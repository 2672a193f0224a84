"""The same list again: new, changed field by field, same, gone; and what the user wrote stays."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain.axis import Span
from resource_mapper.domain.category import Category, Mark
from resource_mapper.domain.edits import change
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.suggest import SUGGESTED_MARK, suggest
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.importing.describe import change_lines
from resource_mapper.storage.importing.list_import import ImportResult, run_plan
from resource_mapper.storage.importing.plan import make_plan
from resource_mapper.storage.importing.table_file import tables_of_text
from resource_mapper.storage.importing.update import apply_comparison, compare_with_list
from tests.helpers.factories import make_resource, make_worksheet

HEADINGS = "No,名称,住所,曜日,定員,備考"
ROWS = ("1,さくら会,本町1,月,20,駐車場あり", "2,うめ会,本町2,火,,", "3,もも会,本町3,水,10,")


def read(*rows: str, headings: str = HEADINGS, name: str = "一覧.csv") -> ImportResult:
    return run_plan(make_plan(name, tables_of_text("\n".join((headings, *rows)), name)))


def imported(worksheet: Worksheet, result: ImportResult) -> Worksheet:
    return apply_comparison(worksheet, compare_with_list(worksheet, result))


@pytest.fixture
def sheet() -> Worksheet:
    return imported(make_worksheet(make_resource("前からある会", address="東町")), read(*ROWS))


def record(worksheet: Worksheet, resource_id: str) -> Resource:
    found = worksheet.get(resource_id)
    assert found is not None
    return found


def id_of(worksheet: Worksheet, name: str) -> str:
    return next(resource.id for resource in worksheet.resources if resource.name == name)


def names(resources: object) -> list[str]:
    return [resource.name for resource in resources]  # type: ignore[attr-defined]


def test_the_same_list_changes_nothing(sheet):
    comparison = compare_with_list(sheet, read(*ROWS))
    assert (comparison.new, comparison.changed, comparison.gone) == ((), (), ())
    assert names(comparison.same) == ["さくら会", "うめ会", "もも会"]
    assert apply_comparison(sheet, comparison) is sheet


def test_a_list_that_knows_of_natural_support_says_so(sheet):
    headings = HEADINGS.replace("曜日", "種別")
    known = read("1,さくら会,本町1,自然な支え合い,20,", headings=headings)
    after = imported(sheet, known)
    assert record(after, id_of(after, "さくら会")).is_natural
    again = imported(after, read(*ROWS))
    assert record(again, id_of(again, "さくら会")).is_natural, "a list without the word takes nothing back"


def test_new_changed_and_gone_are_told_and_nothing_is_deleted(sheet):
    comparison = compare_with_list(sheet, read("1,さくら会,本町1,木,20,駐車場あり", ROWS[1], "4,ゆず会,本町4,金,,"))
    assert names(comparison.new) == ["ゆず会"]
    assert [(c.before.name, c.fields) for c in comparison.changed] == [("さくら会", ("schedule",))]
    assert names(comparison.gone) == ["もも会"]
    assert list(change_lines(comparison, sheet.category_labels)) == [
        "変わる：「さくら会」の曜日・日時：月 → 木",
        "一覧から消えた：「もも会」（ワークシートには残してあります）",
    ]
    after = apply_comparison(sheet, comparison)
    assert names(after.resources) == ["前からある会", "さくら会", "うめ会", "もも会", "ゆず会"]
    assert after.resources[1].id == sheet.resources[1].id


def test_what_the_user_wrote_stays(sheet):
    mine = id_of(sheet, "さくら会")
    own: dict[str, Any] = {"category": "salon", "span": Span(0.2, 0.4), "status": "休止", "place": "桜館"}
    sheet = change(sheet, {mine}, note="自分のメモ\n駐車場あり", **own)
    after = imported(sheet, read("1,さくら会,本町1,木,,駐車場なし"))
    resource = record(after, mine)
    assert (resource.schedule, resource.capacity) == ("木", 20)
    assert {name: getattr(resource, name) for name in own} == own
    assert resource.note == "自分のメモ\n駐車場あり\n駐車場なし"


def test_a_told_column_replaces_its_own_line_in_the_note():
    headings = "名称,住所,ルール"
    sheet = imported(Worksheet(), read("さくら会,本町1,室内ばき", headings=headings))
    sheet = change(sheet, {sheet.resources[0].id}, note=sheet.resources[0].note + "\n自分のメモ")
    assert imported(sheet, read("さくら会,本町1,はだし", headings=headings)).resources[0].note == (
        "ルール：はだし\n自分のメモ"
    )


def test_a_change_can_be_refused_field_by_field(sheet):
    comparison = compare_with_list(sheet, read("1,さくら会,本町1,木,30,"))
    mine = id_of(sheet, "さくら会")
    after = record(apply_comparison(sheet, comparison, refused={(mine, "schedule")}), mine)
    assert (after.schedule, after.capacity) == ("月", 30)


def test_rows_numbered_anew_are_found_by_name_and_place(sheet):
    rows = ("1,あん会,本町0,日,,", "2,さくら会,本町1,月,20,", "3,うめ会,本町2,火,,", "4,もも会,本町3,水,10,")
    comparison = compare_with_list(sheet, read(*rows))
    assert (names(comparison.new), comparison.changed, comparison.gone) == (["あん会"], (), ())


def test_a_new_name_at_the_old_place_under_the_old_number_is_a_change(sheet):
    comparison = compare_with_list(sheet, read("1,新さくら会,本町1,月,20,駐車場あり", *ROWS[1:]))
    assert [(c.before.name, c.after.name, c.fields) for c in comparison.changed] == [
        ("さくら会", "新さくら会", ("name",))
    ]


def test_a_list_of_the_same_name_and_numbers_but_other_records_overwrites_nothing(sheet):
    comparison = compare_with_list(sheet, read("1,北の会,北町1,月,,", "2,南の会,南町2,火,,"))
    assert names(comparison.new) == ["北の会", "南の会"]
    assert comparison.changed == ()


def test_the_list_under_a_newer_file_name(sheet):
    comparison = compare_with_list(sheet, read(*ROWS[:2], name="一覧_令和7年.csv"))
    assert len(comparison.same) == 2
    assert names(comparison.gone) == ["もも会"], "most of the old list is in the new one"
    other = compare_with_list(sheet, read(ROWS[0], name="別の団体.csv"))
    assert (len(other.same), other.gone) == (1, ()), "one record in common makes no update"


def test_records_typed_by_hand_are_found_by_name_and_place_or_name_alone():
    sheet = make_worksheet(
        make_resource("ｻｸﾗ会", address="本町 １", source=""),
        make_resource("うめ会", place="梅館"),
        make_resource("もも会", address="ほかの町"),
    )
    comparison = compare_with_list(sheet, read("1,サクラ会,本町1,月,,", "2,うめ会,本町2,火,,", "3,もも会,本町3,水,,"))
    assert names(c.before for c in comparison.changed) == ["ｻｸﾗ会", "うめ会"]
    assert names(comparison.new) == ["もも会"], "another place, another group"


def test_twins_in_a_list_are_matched_one_by_one():
    rows = (",さくら会,本町1,月,,", ",さくら会,本町1,火,,")
    sheet = imported(Worksheet(), read(*rows))
    assert len(compare_with_list(sheet, read(*rows)).same) == 2
    third = compare_with_list(sheet, read(*rows, ",さくら会,本町1,水,,"))
    assert (len(third.new), len(third.same)) == (1, 2)


def test_towns_of_one_file_do_not_make_each_other_vanish():
    from resource_mapper.storage.importing.plan import ImportChoices

    text = "市区町村名,名称,住所\n北市,さくら会,1\n南市,うめ会,2\n"
    tables = tables_of_text(text, "国.csv")
    sheet = Worksheet()
    for town in ("北市", "南市"):
        comparison = compare_with_list(sheet, run_plan(make_plan("国.csv", tables, ImportChoices(town=town))))
        assert comparison.gone == ()
        sheet = apply_comparison(sheet, comparison)
    assert names(sheet.resources) == ["さくら会", "うめ会"]


def test_accepted_suggestions_come_with_new_records_and_may_be_marked():
    sheet, result = Worksheet(), read("1,健康体操,本町1,月,,")
    comparison = compare_with_list(sheet, result)
    (new,) = comparison.new
    found = suggest(new)
    assert found is not None
    plain = apply_comparison(sheet, comparison, suggestions={new.id: found}).resources[0]
    assert (plain.category, plain.note) == ("gathering", "")
    marked = apply_comparison(
        sheet, comparison, suggestions={new.id: found}, mark=lambda s: f"{SUGGESTED_MARK}{s.word}"
    ).resources[0]
    assert marked.note == "（提案）体操"
    assert apply_comparison(sheet, comparison).resources[0].category == ""


rows = st.lists(
    st.tuples(
        st.sampled_from("1234"), st.sampled_from("甲乙丙"), st.sampled_from(("", "東", "西")), st.sampled_from("月火")
    ),
    min_size=1,
    max_size=6,
)


@given(rows, rows)
def test_nothing_is_ever_lost_and_a_second_time_changes_nothing(first, second):
    def result(lines):
        return read(*(",".join(line) for line in lines), headings="No,名称,住所,曜日")

    sheet = imported(Worksheet(), result(first))
    comparison = compare_with_list(sheet, result(second))
    after = apply_comparison(sheet, comparison)
    assert [r.id for r in after.resources[: len(sheet.resources)]] == [r.id for r in sheet.resources]
    listed = len(comparison.new) + len(comparison.changed) + len(comparison.same)
    assert listed == len(set(second))
    assert len(after.resources) == len(sheet.resources) + len(comparison.new)
    assert not set(names(comparison.gone)) - set(names(sheet.resources))


def test_many_names_are_matched_by_index():
    """Each with each would be a hundred million comparisons; the time limit of the suite is the test."""
    many = [make_resource(f"会{number % 5_000}", address=f"{number}番地") for number in range(10_000)]
    sheet = Worksheet(resources=tuple(many))
    result = ImportResult(tuple(make_resource(r.name, address=r.address) for r in many), (), (), ())
    assert len(compare_with_list(sheet, result).same) == 10_000


def test_categories_are_told_and_kept_as_the_worksheet_calls_them():
    own = Worksheet(categories=(Category("mine", "自治会の集まり", Mark.RING, "#2E8B57"),))
    result = read("さくら会,自治会の集まり,桜1", "うめ会,高齢者サロン系,梅2", headings="名称,分類,住所")
    after = imported(own, result)
    assert [resource.category for resource in after.resources] == ["mine", "高齢者サロン系"]
    after = change(after, {after.resources[0].id}, category="")
    lines = [*change_lines(compare_with_list(after, result), own.category_labels)]
    assert "変わる：「さくら会」の分類：（なし） → 自治会の集まり" in lines
