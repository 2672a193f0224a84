"""Lists in the shapes that occur: headings, sections, pieces of names and addresses; every row is accounted for."""

from openpyxl import Workbook

from resource_mapper.storage.importing.list_import import import_list
from tests.helpers.imported import given_values, matches, reasons


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
