"""The CSV in the shape of 通いの場オープンデータ: 38 columns, public things only, and it comes back."""

import csv
from io import StringIO

from resource_mapper.domain.worksheet import Heading
from resource_mapper.storage.importing.list_import import import_list
from resource_mapper.storage.open_data import HEADINGS, open_data_csv
from tests.helpers.factories import make_resource, make_worksheet


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"))))


FULL = make_resource(
    "さくら会",
    reading="さくらかい",
    address="静岡県焼津市本町1-2",
    place="公民館 2階",
    schedule="第2・4木曜\n平日 10:00〜12:00\n土曜 9:00〜\n定休日：年末年始",
    frequency="月2〜3回",
    activities=("体操（運動）", "茶話会"),
    target="おおむね65歳以上",
    fee="100円",
    capacity=20,
    transport="なし",
    contact="054-000-0000",
    contact_public="公開",
    operator="社会福祉法人さくら",
    district="港地区",
)


def test_it_is_38_columns_for_excel() -> None:
    data = open_data_csv(make_worksheet(FULL, heading=Heading(municipality="静岡県焼津市"))).data
    assert data.startswith(b"\xef\xbb\xbfNo,")
    assert len(HEADINGS) == len(set(HEADINGS)) == 38
    (row,) = rows(data)
    filled = {heading: cell for heading, cell in row.items() if cell}
    assert filled == {
        "No": "1",
        "都道府県名": "静岡県",
        "市区町村名": "焼津市",
        "備考": "第2・4木曜（改行）頻度：月2〜3回",
        "名称（ふりがな）": "さくらかい",
        "名称": "さくら会",
        "所在地（都道府県から番地まで）": "静岡県焼津市本町1-2",
        "所在地（建物名・部屋番号等）": "公民館 2階",
        "電話番号": "054-000-0000",
        "対象者": "おおむね65歳以上",
        "活動内容": "体操（運動）、茶話会",
        "運営日（平日）－開始": "10:00",
        "運営日（平日）－終了": "12:00",
        "運営日（土曜）－開始": "9:00",
        "定休日": "年末年始",
        "定員": "20",
        "料金体系": "100円",
        "送迎の有無": "0",
        "対象エリア": "港地区",
        "法人名称": "社会福祉法人さくら",
    }


def test_what_is_not_public_stays_here() -> None:
    secret = make_resource(
        "うめ会",
        contact="090-1111-2222 山田",
        note="代表は入院中",
        confirmed_by="鈴木",
        operator="山の会",
        participants=7,
        supporters=3,
    )
    out = open_data_csv(make_worksheet(secret))
    text = out.data.decode("utf-8-sig")
    assert not [word for word in ("090", "山田", "入院", "鈴木") if word in text]
    assert rows(out.data)[0]["備考"] == "運営主体：山の会"
    assert out.notes == ("「内部のみ」の連絡先（1件）は、書き出していません。",)


def test_only_what_is_there_today() -> None:
    wish = make_resource("移動販売", status="あったらいいな")
    out = open_data_csv(make_worksheet(FULL, wish, make_resource("介護サービス", preprinted=True)))
    assert (out.count, [row["名称"] for row in rows(out.data)]) == (1, ["さくら会"])
    assert "（2件）" in out.notes[0]


def test_formulas_are_shown_not_run_and_come_back(tmp_path) -> None:
    names = ["=HYPERLINK(1)", "+81の会", "-10歳体操", "@カフェ"]
    sheet = make_worksheet(*(make_resource(name, address="本町") for name in names))
    path = tmp_path / "公開.csv"
    path.write_bytes(open_data_csv(sheet).data)
    assert [row["名称"] for row in rows(path.read_bytes())] == [f"'{name}" for name in names]
    assert [resource.name for resource in import_list(path).resources] == names


def test_it_comes_back_as_a_list(tmp_path) -> None:
    path = tmp_path / "公開.csv"
    path.write_bytes(open_data_csv(make_worksheet(FULL)).data)
    (back,) = import_list(path).resources
    same = ("name", "reading", "activities", "target", "fee", "capacity", "transport", "contact", "operator")
    assert {name: getattr(back, name) for name in same} == {name: getattr(FULL, name) for name in same}
    assert back.schedule == "平日 10:00〜12:00\n土曜 9:00〜\n定休日：年末年始"
    assert back.contact_public == "内部のみ"
