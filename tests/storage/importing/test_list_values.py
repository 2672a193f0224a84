"""What is in the cells of a list becomes what a resource says, and nothing is invented."""

import pytest

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.text import MAX_CELL_UNITS, utf16_length
from resource_mapper.storage.importing.list_import import ImportChoices, run_plan
from resource_mapper.storage.importing.plan import make_plan
from resource_mapper.storage.importing.row_reader import RecordReader
from resource_mapper.storage.importing.table_file import tables_of_text
from tests.helpers.imported import matches, reasons


def test_what_is_no_number_goes_to_the_note(imported):
    headings = ["名称", "定員", "参加人数", "担い手数"]
    first, second = imported(
        [headings, ["さくら会", "20〜30名", "約20名", "３"], ["うめ会", "なし", "1,200", "ー"]]
    ).resources
    assert (first.capacity, first.participants, first.supporters) == (None, 20, 3)
    assert first.note == "定員：20〜30名\n参加人数：約20名"
    assert (second.capacity, second.participants, second.supporters, second.note) == (None, 1200, None, "定員：なし")


def test_frequency_keeps_what_the_choice_does_not_say(imported):
    headings = ["名称", "開催頻度", "曜日"]
    rows = [["a会", "週３回", "月水金"], ["b会", "月1回", "第2火"], ["c会", "24", "水"], ["d会", "農閑期", "木"]]
    result = imported([headings, *rows])
    assert [(r.frequency, r.schedule, r.note) for r in result.resources] == [
        ("週2回以上", "週３回 月水金", ""),
        ("月1回", "第2火", ""),
        ("", "水", "開催頻度：24"),
        ("農閑期", "木", ""),
    ]


def test_status(imported):
    result = imported(
        [["名称", "活動状況", "住所"], ["a", "休止中", "x"], ["b", "", "x"], ["c", "調査中", "x"], ["d", "1", "x"]]
    )
    assert [(r.status, r.note) for r in result.resources] == [
        ("休止", ""),
        ("ある", ""),
        ("ある", "活動状況：調査中"),
        ("ある", ""),
    ]


def test_activities_in_sentences_go_to_the_note(imported):
    first, second = imported([["名称", "活動内容"], ["a", "体操・茶話会"], ["b", "毎週、体操をしています。"]]).resources
    assert (first.activities, first.note) == (("体操（運動）", "茶話会"), "")
    assert (second.activities, second.note) == ((), "活動内容：毎週、体操をしています。")


def test_area_words_are_levels_and_names_are_districts(imported):
    first, second = imported([["名称", "圏域", "住所"], ["a", "小学校区", "x"], ["b", "桜台中学校区", "x"]]).resources
    assert (first.area_level, first.district) == ("小学校区", "")
    assert (second.area_level, second.district) == ("", "桜台中学校区")


def test_category_only_by_our_words(imported):
    result = imported(
        [["分類", "名称", "住所"], ["高齢者サロン系", "a", "x"], ["通いの場など", "b", "y"], ["", "c", "z"]]
    )
    assert [(r.category, r.note) for r in result.resources] == [("salon", ""), ("通いの場など", ""), ("", "")]
    result = imported([["分類", "名称", "住所"], ["体育館", "a", "x"], ["公民館", "b", "y"]])
    assert [(r.category, r.note) for r in result.resources] == [("", "分類：体育館"), ("", "分類：公民館")]
    assert matches(result)["分類"] == "note"


@pytest.mark.parametrize("heading", ["カテゴリー", "区分", "種別", "施設区分"])
def test_other_kinds_of_kinds_are_no_category(imported, heading):
    (resource,) = imported([["名称", heading, "住所"], ["a", "高齢者サロン系", "x"]]).resources
    assert (resource.category, resource.note) == ("", f"{heading}：高齢者サロン系")


def test_nothing_is_invented(imported):
    result = imported([["名称", "活動内容", "住所"], ["いきいき百歳体操", "体操", "x"]])
    (resource,) = result.resources
    assert (resource.span, resource.category, resource.frequency, resource.supporters) == (None, "", "", None)
    assert resource.confirmed_on is None


def test_unknown_columns(imported):
    names = [f"不明{number}" for number in range(8)]
    headings = ["名称", "住所", "数", "旗", "長文", *names]
    rows = [[f"{letter}会", "x", "12", "Y", "長い" * 50, *(["語"] * 8)] for letter in "abc"]
    result = imported([headings, *rows])
    assert result.resources[0].note == "\n".join(f"{name}：語" for name in names[:6])
    assert result.notes == (
        "行き先のない列は、備考に「見出し：値」の形で入れました：" + "、".join(names[:6]),
        "取り込まなかった列：数、旗、長文、不明6、不明7",
    )
    assert matches(result)["長文"] is None


def test_marks_in_a_table_of_ticks_are_kept(imported):
    first, second = imported([["名称", "住所", "体操", "茶話会"], ["a", "x", "○", ""], ["b", "y", "○", "○"]]).resources
    assert (first.note, second.note) == ("体操：○", "体操：○\n茶話会：○")


def test_coordinates_are_dropped_whatever_their_heading(imported):
    result = imported(
        [["name", "location", "地点"], ["a", "34.3397,134.0445", "34.33971"], ["b", "34.3397,134.0445", "34.3"]]
    )
    assert matches(result) == {"name": "name", "location": None, "地点": None}
    assert result.resources[0].place == ""


def test_long_texts_are_cut_and_told(imported):
    result = imported([["名称", "備考", "住所"], ["a", "𠮷" * 30_000, "x"]])
    (resource,) = result.resources
    assert utf16_length(resource.note) in (MAX_CELL_UNITS, MAX_CELL_UNITS - 1)
    assert result.notes == ("2行目の備考は長すぎるため、入るところまでにしました。",)


def test_many_rows_of_one_name_are_told(imported):
    rows = [["いきいき体操", f"2025-04-{day:02}"] for day in range(1, 13)]
    result = imported([["教室名", "開催日"], *rows])
    assert len(result.resources) == 12
    assert "同じ名称の行がたくさんあります" in result.notes[-1]


def test_dittos(imported):
    result = imported([["名称", "地区"], ["〃", "〃"], ["a", "東"], ["〃", "西"], ["b", "〃"]])
    assert [(r.name, r.district) for r in result.resources] == [("a", "東"), ("a", "西"), ("b", "西")]
    assert reasons(result) == [(2, "名称がありません")]


def test_a_row_that_cannot_be_stored_is_told(imported, monkeypatch):
    def refuse(*_):
        raise ValueError

    monkeypatch.setattr(RecordReader, "_schedule", refuse)
    with pytest.raises(UserFacingError, match="取り込める行が"):
        imported([["名称", "住所"], ["a", "x"]])


def test_control_characters_and_combining_marks(imported):
    (resource,) = imported([["名称", "住所"], ["カ\u3099ーデン\x01会", "a\x0bb"]]).resources
    assert (resource.name, resource.address) == ("ガーデン会", "a\nb")


def test_the_towns_of_a_list_of_several_go_to_the_district():
    def districts(*rows: str, town: str = "") -> list[str]:
        text = "\n".join(("都道府県名,市区町村名,名称,住所", *rows))
        plan = make_plan("一覧.csv", tables_of_text(text, "一覧.csv"), ImportChoices(town=town))
        return [resource.district for resource in run_plan(plan).resources]

    tokyo, hiroshima = "東京都,府中市,さくら会,本町1", "広島県,府中市,うめ会,本町2"
    numata = "群馬県,沼田市,もも会,本町3"
    assert districts(tokyo, hiroshima, numata) == ["東京都府中市", "広島県府中市", "沼田市"]
    assert districts(tokyo, hiroshima, numata, town="群馬県沼田市") == [""]
    assert districts(numata, numata.replace("もも", "ゆず")) == ["", ""]
