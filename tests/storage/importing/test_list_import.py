"""Somebody else's lists become resources, and every row and column is accounted for."""

import csv
import time
import zipfile
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from resource_mapper.domain.axis import Span
from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.text import MAX_CELL_UNITS, utf16_length
from resource_mapper.storage.importing.list_import import ImportChoices, ImportResult, import_list, run_plan
from resource_mapper.storage.importing.plan import make_plan
from resource_mapper.storage.importing.row_reader import RecordReader
from resource_mapper.storage.importing.table_file import tables_of_text
from resource_mapper.storage.workbook.writer import write_workbook
from tests.helpers.factories import make_resource, make_worksheet

Rows = list[list[str]]

GATHERING_HEADER = (
    "No,都道府県コード,都道府県名,市区町村コード,市区町村名,備考,名称（ふりがな）,名称,郵便番号,所在地（都道府県から番地まで）,"
    "所在地（建物名・部屋番号等）,電話番号,対象者,活動内容,運営日（平日）－開始,運営日（平日）－終了,運営日（土曜）－開始,"
    "運営日（土曜）－終了,運営日（日曜）－開始,運営日（日曜）－終了,運営日（祝日）－開始,運営日（祝日）－終了,定休日,定員,料金体系,"
    "飲食の提供の有無,飲食持ち込みの可否,送迎の有無,対象エリア,総合事業実施の有無,その他,法人番号の有無,法人番号,"
    "法人名称（ふりがな）,法人名称,ステータス,緯度,経度"
)
(GATHERING_HEADINGS,) = csv.reader([GATHERING_HEADER])
GATHERING = dict.fromkeys(GATHERING_HEADINGS, "") | {
    "No": "12",
    "都道府県コード": "130001",
    "都道府県名": "東京都",
    "市区町村コード": "131024",
    "市区町村名": "中央区",
    "備考": "第2・4木曜（改行）雨天中止",
    "名称（ふりがな）": "さくらかい",
    "名称": "さくら会",
    "郵便番号": "104-0001",
    "所在地（都道府県から番地まで）": "東京都中央区1-2-3",
    "所在地（建物名・部屋番号等）": "中央ビル２階",
    "電話番号": "03-0000-0000",
    "対象者": "おおむね65歳以上",
    "活動内容": "体操（運動）；茶話会；脳トレ",
    "運営日（平日）－開始": "10:00",
    "運営日（平日）－終了": "12:00",
    "運営日（土曜）－開始": "13:00",
    "定休日": "年末年始",
    "定員": "４０人",
    "料金体系": "1回100円",
    "飲食の提供の有無": "1",
    "飲食持ち込みの可否": "0",
    "送迎の有無": "1",
    "対象エリア": "中央区内",
    "総合事業実施の有無": "0",
    "その他": "見学できます",
    "法人番号の有無": "1",
    "法人番号": "1234567890123",
    "法人名称（ふりがな）": "しゃかいふくし",
    "法人名称": "社会福祉法人さくら",
    "ステータス": "1",
    "緯度": "35.67",
    "経度": "139.77",
}


@pytest.fixture
def imported(tmp_path: Path) -> Callable[..., ImportResult]:
    """Import rows as a CSV file."""

    def run(rows: Rows, encoding: str = "utf-8-sig", name: str = "一覧.csv") -> ImportResult:
        text = StringIO()
        csv.writer(text).writerows(rows)
        path = tmp_path / name
        path.write_bytes(text.getvalue().encode(encoding))
        return import_list(path)

    return run


def given_values(resource: Resource) -> dict[str, object]:
    """Return what is not as in a resource that has a name only."""
    plain = Resource(id="x", name="x")
    return {
        field.name: getattr(resource, field.name)
        for field in fields(resource)
        if field.name not in ("id", "name") and getattr(resource, field.name) != getattr(plain, field.name)
    }


def matches(result: ImportResult) -> dict[str, str | None]:
    return {match.heading: match.field for match in result.columns}


def reasons(result: ImportResult) -> list[tuple[int, str]]:
    return [(row.row, row.reason) for row in result.skipped]


def gathering(**changes: str) -> Rows:
    return [GATHERING_HEADINGS, list((GATHERING | changes).values())]


# --- the 38 columns of 通いの場オープンデータ ---


def test_gathering_data(imported):
    assert len(GATHERING_HEADINGS) == 38
    result = imported(gathering())
    (resource,) = result.resources
    assert resource.name == "さくら会"
    assert given_values(resource) == {
        "reading": "さくらかい",
        "operator": "社会福祉法人さくら",
        "address": "東京都中央区1-2-3 中央ビル２階",
        "schedule": "平日 10:00〜12:00\n土曜 13:00〜\n定休日：年末年始",
        "activities": ("体操（運動）", "茶話会", "脳トレ"),
        "target": "おおむね65歳以上",
        "fee": "1回100円",
        "capacity": 40,
        "transport": "あり",
        "contact": "03-0000-0000",
        "source": "一覧.csv No.12",
        "note": (
            "第2・4木曜\n雨天中止\n飲食の提供：あり\n飲食持ち込み：不可\n対象エリア：中央区内\n総合事業実施：なし\n"
            "その他：見学できます"
        ),
    }
    (note,) = result.notes
    assert note.startswith("取り込まなかった列：都道府県コード、都道府県名、")
    assert note.endswith("、緯度、経度")


@pytest.mark.parametrize("hyphen", "-―–−ー")
def test_gathering_data_with_other_hyphens(imported, hyphen):
    rows = gathering()
    rows[0] = [heading.replace("－", hyphen) for heading in rows[0]]
    (resource,) = imported(rows).resources
    assert resource.schedule.startswith("平日 10:00〜12:00\n土曜 13:00〜")


@pytest.mark.parametrize(
    ("flag", "word"), [("1", "あり"), ("0", "なし"), ("", "不明"), ("2", "不明"), ("要相談", "不明")]
)
def test_gathering_data_transport(imported, flag, word):
    (resource,) = imported(gathering(送迎の有無=flag)).resources
    assert resource.transport == word


def test_gathering_data_doubled_rows(imported):
    rows = gathering()
    result = imported([*rows, rows[1], [*rows[1][:-1], "139.78"]])
    assert len(result.resources) == 2
    assert reasons(result) == [(3, "2行目とまったく同じ内容です")]


def test_gathering_data_in_cp932_in_a_zip(tmp_path):
    text = StringIO()
    csv.writer(text).writerows(gathering())
    path = tmp_path / "131024.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("131024.csv", text.getvalue().encode("cp932"))
    (resource,) = import_list(path).resources
    assert (resource.name, resource.source) == ("さくら会", "131024.zip No.12")


# --- shapes that occur ---


def test_titles_above_and_notes_below(imported):
    result = imported(
        [
            ["令和６年度　通いの場一覧", "", "", ""],
            [],
            ["（高齢福祉課）", "", "", ""],
            ["No.", "サロン名", "地区", "開催日時", "代表者"],
            ["1", "髙﨑サロン①", "中央", "第2・4木曜　10:00～", "山田 花子"],
            [],
            ["2", "㈱ひまわりカフェ", "〃", "毎週月曜\n13時", "鈴木"],
            ["", "", "西", "", ""],
            ["合計", "2か所", "", "", ""],
            ["※令和6年4月1日現在", "", "", "", ""],
            ["お問い合わせ：高齢福祉課", "", "", "", ""],
        ],
        "cp932",
    )
    first, second = result.resources
    assert first.name == "髙﨑サロン①"
    assert given_values(first) == {
        "district": "中央",
        "schedule": "第2・4木曜　10:00～",
        "contact": "代表者：山田 花子",
        "source": "一覧.csv No.1",
    }
    assert (second.name, second.district, second.schedule) == ("㈱ひまわりカフェ", "中央", "毎週月曜\n13時")
    assert reasons(result) == [
        (8, "名称がありません"),
        (9, "合計の行です"),
        (10, "表の外の注記のようです"),
        (11, "表の外の注記のようです"),
    ]
    assert result.skipped[1].text == "合計 2か所"


def test_headings_on_two_lines(imported):
    result = imported(
        [
            ["地域の通いの場", "", "", "", "", ""],
            ["通いの場", "開催日時", "", "連絡先", "", "備考"],
            ["", "曜日", "時間", "氏名", "電話", ""],
            ["さくら会", "月", "10:00〜11:30", "山田", "03-1", "x"],
        ]
    )
    (resource,) = result.resources
    assert given_values(resource) == {
        "schedule": "月 10:00〜11:30",
        "contact": "03-1\n連絡先 氏名：山田",
        "source": "一覧.csv",
        "note": "x",
    }
    assert list(matches(result)) == ["通いの場", "開催日時 曜日", "開催日時 時間", "連絡先 氏名", "連絡先 電話", "備考"]


def test_merged_headings_and_districts_in_excel(tmp_path):
    book = Workbook()
    sheet = book["Sheet"]
    for row in (
        ["サロン一覧"],
        ["地区", "サロン名", "会場", None, "定員"],
        [None, None, "名称", "所在地", None],
        ["東地区", "さくら会", "公民館", "東町1", 20],
        [None, "うめ会", "集会所", "東町2", 15],
        ["西地区", "もも会", "会館", "西町1", None],
    ):
        sheet.append(row)
    for area in ("A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "A4:A5"):
        sheet.merge_cells(area)
    book.save(tmp_path / "一覧.xlsx")
    result = import_list(tmp_path / "一覧.xlsx")
    assert [(r.name, r.district, r.place, r.address, r.capacity) for r in result.resources] == [
        ("さくら会", "東地区", "公民館", "東町1", 20),
        ("うめ会", "東地区", "集会所", "東町2", 15),
        ("もも会", "西地区", "会館", "西町1", None),
    ]
    assert result.skipped == ()


def test_sections_and_repeated_headings(imported):
    headings = ["名称", "会場", "曜日", "時間"]
    result = imported(
        [
            headings,
            ["【東部地区】", "", "", ""],
            ["さくら会", "公民館", "月", "10時"],
            headings,
            ["西部地区", "", "", ""],
            ["うめ会", "集会所", "火", "13時"],
            ["■そのほか", "", "", ""],
            ["もも会", "会館", "水", "9時"],
        ]
    )
    assert [(r.name, r.district) for r in result.resources] == [
        ("さくら会", "東部地区"),
        ("うめ会", "西部地区"),
        ("もも会", ""),
    ]
    assert reasons(result) == [
        (2, "区切りの行のようです"),
        (4, "見出しの行のくり返しです"),
        (5, "区切りの行のようです"),
        (7, "区切りの行のようです"),
    ]


def test_a_second_list_with_other_headings_below(imported):
    result = imported(
        [
            ["名称", "会場", "曜日", "時間"],
            ["さくら会", "公民館", "月", "10時"],
            [],
            ["電話番号", "サロン名", "住所", ""],
            ["03-1", "うめ会", "東町1", ""],
        ]
    )
    first, second = result.resources
    assert (first.name, first.place, first.schedule) == ("さくら会", "公民館", "月 10時")
    assert (second.name, second.contact, second.address, second.schedule) == ("うめ会", "03-1", "東町1", "")
    assert reasons(result) == [(4, "2つ目からの一覧の見出しの行です")]


def test_comment_lines(imported):
    result = imported(
        [["#lang", "ja"], ["#property", "name", "address"], ["#type", "string", "string"], ["1", "A会", "本町"]]
    )
    assert [r.name for r in result.resources] == ["A会"]
    assert reasons(result) == [(3, "「#」で始まる注記の行です")]


def test_english_and_romaji_headings(imported):
    (resource,) = imported(
        [["Facility Name", "ADDRESS", "Phone", "Web site"], ["さくら会", "本町", "03-1", "http://x"]]
    ).resources
    assert (resource.name, resource.address, resource.contact, resource.url) == ("さくら会", "本町", "03-1", "http://x")
    (resource,) = imported([["meisho", "jusho", "denwa"], ["さくら会", "本町", "03-1"]]).resources
    assert (resource.name, resource.address, resource.contact) == ("さくら会", "本町", "03-1")


def test_a_column_of_names_alone(imported):
    assert [r.name for r in imported([["名称"], ["さくら会"], ["うめ会"]]).resources] == ["さくら会", "うめ会"]


def test_places_stand_for_names_in_a_timetable(imported):
    (resource,) = imported(
        [["番号", "会場", "曜日", "開始時間", "終了時間"], ["1", "中央公民館", "月", "10:00", "11:00"]]
    ).resources
    assert (resource.name, resource.schedule) == ("中央公民館", "月 10:00〜11:00")


def test_a_group_beside_its_place(imported):
    (resource,) = imported([["団体名", "施設名", "曜日"], ["さくら会", "公民館", "月"]]).resources
    assert (resource.name, resource.place) == ("さくら会", "公民館")


def test_an_owner_of_many_places_is_no_name(imported):
    result = imported(
        [["団体名", "施設名", "住所"], ["福祉課", "東会館", "a"], ["福祉課", "西会館", "b"], ["福祉課", "南会館", "c"]]
    )
    assert [(r.name, r.operator) for r in result.resources] == [
        ("東会館", "福祉課"),
        ("西会館", "福祉課"),
        ("南会館", "福祉課"),
    ]


def test_a_name_beside_the_owner(imported):
    (resource,) = imported([["名称", "団体名", "通称"], ["さくら会", "福祉課", "さくら"]]).resources
    assert (resource.name, resource.operator, resource.note) == ("さくら会", "福祉課", "通称：さくら")


def test_the_reading_is_that_of_the_name(imported):
    headings = ["団体名", "団体名カナ", "代表者", "代表者カナ", "法人名称（ふりがな）", "住所"]
    (resource,) = imported([headings, ["さくら会", "サクラカイ", "山田", "ヤマダ", "ホウジン", "本町"]]).resources
    assert resource.reading == "サクラカイ"
    assert "ヤマダ" not in resource.note + resource.contact


def test_address_from_pieces(imported):
    headings = ["名称", "所在地_都道府県", "所在地_市区町村", "所在地_町字", "所在地_番地以下", "方書"]
    (resource,) = imported([headings, ["さくら会", "静岡県", "焼津市", "本町", "5-6-1", "２階"]]).resources
    assert resource.address == "静岡県焼津市本町5-6-1 ２階"


def test_building_already_in_the_address(imported):
    (resource,) = imported([["名称", "住所", "方書"], ["さくら会", "本町1 内田病院　５階", "内田病院 5階"]]).resources
    assert resource.address == "本町1 内田病院　５階"


def test_events(imported):
    headings = ["イベント名", "開始日", "終了日", "開始時間", "終了時間", "料金(基本)", "料金(詳細)", "説明"]
    (resource,) = imported(
        [headings, ["まつり", "2025-06-14", "2025-06-15", "9:00", "15:00", "100円", "子ども無料", "歌"]]
    ).resources
    assert given_values(resource) == {
        "schedule": "2025-06-14〜2025-06-15 9:00〜15:00",
        "fee": "100円\n料金(詳細)：子ども無料",
        "source": "一覧.csv",
        "note": "歌",
    }


def test_events_of_the_municipal_standard(imported):
    values = {
        "全国地方公共団体コード": "222127",
        "法人番号": "1.00E+12",
        "ID": "18770",
        "地方公共団体名": "焼津市",
        "イベント名": "いちまるマルシェ",
        "言語コード": "JA",
        "イベント名_カナ": "",
        "コンテンツURL": "https://example.jp/1",
        "開始日": "2026/9/5",
        "終了日": "2026/9/6",
        "開始時間": "0:00",
        "終了時間": "0:00",
        "掲載開始日": "2026/8/27",
        "掲載終了日": "2026/12/31",
        "説明": "販売",
        "料金(基本)": "無料",
        "連絡先名称": "環境課",
        "連絡先電話番号": "054-626-1130",
        "主催者": "商店会",
        "対象者": "どなたでも",
        "場所名称": "商店",
        "所在地_連結表記": "静岡県焼津市本町5丁目6-1",
        "所在地_都道府県": "静岡県",
        "定員": "15組（申込順）",
        "申込URL": "https://example.jp/2",
        "URL": "",
        "イベントジャンル": "まつり",
    }
    (resource,) = imported([list(values), list(values.values())]).resources
    assert resource.name == "いちまるマルシェ"
    assert given_values(resource) == {
        "operator": "商店会",
        "place": "商店",
        "address": "静岡県焼津市本町5丁目6-1",
        "schedule": "2026/9/5〜2026/9/6",
        "target": "どなたでも",
        "fee": "無料",
        "contact": "054-626-1130\n連絡先名称：環境課",
        "source": "一覧.csv No.18770",
        "url": "https://example.jp/1",
        "note": "販売\nイベントジャンル：まつり\n定員：15組（申込順）\n申込URL：https://example.jp/2",
    }


def test_contacts_stay_internal(imported):
    headings = ["名称", "電話番号", "FAX番号", "担当者名", "連絡先の公開"]
    (resource,) = imported([headings, ["さくら会", "03-1", "03-2", "山田", "公開"]]).resources
    assert resource.contact == "03-1\nFAX：03-2\n担当者名：山田"
    assert resource.public_contact == ""


def test_ids_of_several_columns(imported):
    result = imported(
        [
            ["ID", "ID2", "農園名", "住所"],
            ["A-1", "1", "東農園", "a"],
            ["A-1", "2", "西農園", "b"],
            ["", "", "南農園", "c"],
        ]
    )
    assert [r.source for r in result.resources] == ["一覧.csv No.A-1-1", "一覧.csv No.A-1-2", "一覧.csv"]
    assert len({r.id for r in result.resources}) == 3


def test_several_sheets(tmp_path):
    book = Workbook()
    book["Sheet"].title = "北部"
    for row in (["サロン名", "曜日"], ["さくら会", "月"]):
        book["北部"].append(row)
    south = book.create_sheet("南部")
    for row in (["曜日", "サロン名"], ["火", "うめ会"]):
        south.append(row)
    book.create_sheet("集計")["A1"] = "件数"
    hidden = book.create_sheet("候補")
    for row in (["名称", "住所"], ["かくれ会", "x"]):
        hidden.append(row)
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "一覧.xlsx")
    result = import_list(tmp_path / "一覧.xlsx")
    assert [(r.name, r.schedule, r.source) for r in result.resources] == [
        ("さくら会", "月", "一覧.xlsx 北部"),
        ("うめ会", "火", "一覧.xlsx 南部"),
    ]
    assert "「集計」は、名前の一覧ではないので読み込んでいません。" in result.notes
    assert "「候補」は、非表示のシートなので読み込んでいません。" in result.notes


# --- values ---


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


# --- our own workbook ---


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


# --- what is no list ---


@pytest.mark.parametrize(
    "rows",
    [
        [["都道府県", "保険者", "計", "65歳以上"], ["北海道", "札幌市", "556069", "1"]],
        [["市町村名", "人口", "高齢化率"], ["高野町", "3000", "40%"]],
        [["施設名", "4月", "5月"], ["1", "20", "30"], ["2", "20", "30"]],
        [["#property", "lunchDay", "menuName", "foodName"], ["1", "4/10", "カレー", "米"]],
        [["日付", "料理名", "食品名", "数量"], ["4/10", "カレー", "米", "60"]],
        [["氏名", "住所", "電話番号"], ["山田", "本町", "03-1"]],
        [["さくら会", "公民館"], ["うめ会", "集会所"]],
        [["名称", "さくらサロン"], ["住所", "本町1"], ["電話番号", "03"], ["曜日", "月"]],
        [["a", "b", "c"], ["1", "2", "3"]],
        [],
    ],
)
def test_no_list_of_names(imported, rows):
    with pytest.raises(UserFacingError) as caught:
        imported(rows)
    text = str(caught.value)
    assert "名前の一覧が見つかりませんでした" in text or "空（0バイト）" in text
    assert "ファイルは変更していません。" in text


def test_headings_without_names(imported):
    with pytest.raises(UserFacingError, match="「施設名」の見出しがありますが、取り込める行が"):
        imported([["施設名", "住所"], ["", "本町"]])


def test_missing_file(tmp_path):
    with pytest.raises(UserFacingError, match=r"「ない\.csv」が見つかりません"):
        import_list(tmp_path / "ない.csv")


@pytest.mark.perf
def test_time_grows_with_the_rows_and_no_faster(imported):
    def seconds(number: int) -> float:
        row = list(GATHERING.values())
        rows = [[str(number), *row[1:]] for number in range(number)]
        started = time.perf_counter()
        assert len(imported([GATHERING_HEADINGS, *rows]).resources) == number
        return time.perf_counter() - started

    seconds(100)
    assert seconds(2_000) < 30 * seconds(200)


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
