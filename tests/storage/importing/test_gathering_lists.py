"""The 38 columns of 通いの場オープンデータ become resources."""

import csv
import time
import zipfile
from io import StringIO

import pytest

from resource_mapper.storage.importing.list_import import import_list
from tests.helpers.imported import Rows, given_values, reasons

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


def gathering(**changes: str) -> Rows:
    return [GATHERING_HEADINGS, list((GATHERING | changes).values())]


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
