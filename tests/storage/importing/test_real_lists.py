"""Lists that nobody in the project wrote, and bytes that nobody wrote at all, through the whole importer."""

import csv
import time
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.storage.importing.list_import import ImportResult, import_list
from resource_mapper.storage.workbook.writer import write_workbook
from tests.helpers.books import unpacked, zipped
from tests.helpers.factories import make_resource, make_worksheet


def read_or_refused(path: Path) -> ImportResult | str:
    """Return what was read, or the message; anything else that is raised fails the test."""
    try:
        return import_list(path)
    except UserFacingError as error:
        return str(error)


def outcome(path: Path, data: bytes) -> None:
    """Import bytes; whatever they are, the result is sound or the message is kind."""
    path.write_bytes(data)
    result = read_or_refused(path)
    if isinstance(result, str):
        assert path.name in result
    else:
        assert result.resources
        assert len({resource.id for resource in result.resources}) == len(result.resources)


same_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@same_folder
@given(st.binary(max_size=400), st.sampled_from(["csv", "xlsx", "zip", "txt"]))
def test_any_bytes(tmp_path, data, suffix):
    outcome(tmp_path / f"何か.{suffix}", data)


words = st.sampled_from(
    [
        "名称",
        "住所",
        "定員",
        "分類",
        "状態像（左端）",
        "頻度",
        "送迎の有無",
        "運営日（平日）－開始",
        "ID",
        "〃",
        "合計",
        "#",
        "20",
        "",
        "さくら会",
    ]
)


@same_folder
@given(st.lists(st.lists(words | st.text(max_size=8), max_size=6), max_size=8), st.sampled_from(["utf-8", "utf-16"]))
def test_any_table(tmp_path, rows, encoding):
    text = StringIO()
    csv.writer(text).writerows([["名称", "住所", "定員"], *rows])
    outcome(tmp_path / "何か.csv", text.getvalue().encode(encoding, "replace"))


OWN_BOOK = write_workbook(make_worksheet(make_resource("さくら会", district="東")))


@same_folder
@given(st.data())
def test_any_damage_inside_a_workbook(tmp_path, data):
    """The zip is sound, a part of it is not: the fast reader must not take the program down."""
    parts = unpacked(OWN_BOOK)
    victim = data.draw(st.sampled_from([name for name in parts if name.endswith((".xml", ".rels"))]))
    content = parts[victim]
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(start + 40, len(content))))
    damage = data.draw(st.binary(max_size=10) | st.just(b'r="XFD999999"'))
    outcome(tmp_path / "何か.xlsx", zipped(parts | {victim: content[:start] + damage + content[end:]}))


# Resources, skipped rows, the first name; then what the first resource holds of it.
COUNTS = {
    "fukui-event.csv": (149, 0, "第144回中部日本整形外科災害外科学会・学術集会"),
    "hachioji-nursery-csv.csv": (172, 0, "八王子市立子安保育園"),
    "mhlw-kaigo-155.csv": (54, 0, "療養通所介護ハッピーデイナーシング"),
    "mhlw-kaigo-335.csv": (8, 0, "有料老人ホームゆう"),
    "muroran-nursery.csv": (232, 0, "植草学園大学附属弁天こども園"),
    "takamatsu-children-club.xlsx": (44, 0, "放課後児童クラブまある"),
    "takamatsu-community-center.xlsx": (52, 0, "高松市日新コミュニティセンター"),
    "takamatsu-elderly-csv.csv": (47, 0, "特別養護老人ホーム　シオンの丘ホーム"),
    "takamatsu-preamble-grouphome.csv": (47, 2, "グループホームやすらぎ"),
    "takamatsu-rural-park.xlsx": (12, 0, "高松市岡の上農村公園"),
    "takamatsu-support-center.xlsx": (7, 0, "地域包括支援センター（高松市保健センター１階）"),
    "wakayama-refuge-koya.csv": (32, 1, "湯川集会所"),
    "yaizu-community-center.csv": (9, 0, "港地域交流センター"),
    "yaizu-nouen.csv": (9, 0, "やまとファミリー農園（策牛）"),
    "yaizu-welfare-hall.csv": (2, 0, "大井川福祉センター（ほほえみ）"),
}
VALUES: dict[str, dict[str, object]] = {
    "fukui-event.csv": {"schedule": "2025-04-03〜2025-04-05", "participants": 1200, "address": "福井市"},
    "hachioji-nursery-csv.csv": {"address": "八王子市子安町四丁目31ｰ1", "schedule": "07:30〜18:30"},
    "mhlw-kaigo-155.csv": {"contact": "0278-22-0267\nFAX：0278-24-5315", "capacity": 3, "schedule": "平日"},
    "mhlw-kaigo-335.csv": {"operator": "株式会社栄友", "source": "mhlw-kaigo-335.csv No.0173100421"},
    "muroran-nursery.csv": {"address": "千葉市中央区弁天2-7-1", "capacity": 105, "contact": "290-1789"},
    "takamatsu-children-club.xlsx": {"target": "小学1～6年生", "fee": "20,000円/月", "capacity": 40},
    "takamatsu-community-center.xlsx": {"contact": "087-834-9911", "address": "高松市瀬戸内町22-9"},
    "takamatsu-elderly-csv.csv": {"schedule": "月火水木金土日\n24時間対応", "capacity": 70},
    "takamatsu-preamble-grouphome.csv": {"place": "", "note": "種別：認知症対応型共同生活介護"},
    "takamatsu-rural-park.xlsx": {"source": "takamatsu-rural-park.xlsx No.1", "note": "建物・設備：便所12㎡"},
    "takamatsu-support-center.xlsx": {"address": "高松市桜町一丁目9-12"},
    "wakayama-refuge-koya.csv": {"district": "湯川", "address": "高野町大字湯川406-0", "capacity": 0},
    "yaizu-community-center.csv": {"reading": "ミナトチイキコウリュウセンター", "note": "公民館"},
    "yaizu-nouen.csv": {"source": "yaizu-nouen.csv No.A-1-1", "note": "区分：市民農園"},
    "yaizu-welfare-hall.csv": {"operator": "地域福祉課", "address": "静岡県焼津市宗高572-1"},
}
COLUMNS = {
    "fukui-event.csv": "開催日 schedule 開催終了日 schedule カテゴリー note コンベンション名 name 規模 note",
    "hachioji-nursery-csv.csv": "HID source Name name Full capacity Open schedule Add1 address TEL contact",
    "mhlw-kaigo-155.csv": "No source 事業所名 name 事業所名カナ reading 法人の名称 operator 利用可能曜日 schedule",
    "muroran-nursery.csv": "Name name Owner operator TEL contact Memo note Remarks note url url",
    "takamatsu-children-club.xlsx": "#property source availableDate schedule normalPrice fee targetChildren target",
    "takamatsu-elderly-csv.csv": "name name telephoneNumber contact referenceObject url service note",
    "wakayama-refuge-koya.csv": "避難先名称 name 所在地 address 収容人数 capacity 避難種別 note 備考２-１ note",
    "yaizu-community-center.csv": "NO source 名称 name 名称_カナ reading 利用可能日時特記事項 schedule",
}
DROPPED = {
    "hachioji-nursery-csv.csv": "latitude longitude geometry Kodomo X Y",
    "mhlw-kaigo-155.csv": "都道府県コード又は市町村コード 緯度 経度 法人番号 事業所番号",
    "takamatsu-preamble-grouphome.csv": "location",
    "wakayama-refuge-koya.csv": "標高（メートル） 経度：東経（世界測地系10進法） 管轄市町村名",
}
NO_LISTS = ("mhlw-02h.xlsx", "takamatsu-sjis-menu.csv")


@pytest.mark.parametrize("name", COUNTS)
def test_real_lists(shared_data, name):
    result = import_list(shared_data / "lists" / name)
    first = result.resources[0]
    assert (len(result.resources), len(result.skipped), first.name) == COUNTS[name]
    assert {field: getattr(first, field) for field in VALUES[name]} == VALUES[name]
    assert all((r.span, r.category, r.contact_public) == (None, "", "内部のみ") for r in result.resources)


@pytest.mark.parametrize("name", sorted(COLUMNS | DROPPED))
def test_columns_of_real_lists(shared_data, name):
    result = import_list(shared_data / "lists" / name)
    found = {match.heading: match.field for match in result.columns}
    expected = COLUMNS.get(name, "").split()
    assert [found[heading] for heading in expected[::2]] == expected[1::2]
    for heading in DROPPED.get(name, "").split():
        assert found[heading] is None
        assert any(heading in note for note in result.notes)


def test_the_real_lists_are_all_named_here(shared_data):
    assert COUNTS.keys() | set(NO_LISTS) == {path.name for path in (shared_data / "lists").iterdir()}


@pytest.mark.parametrize("name", NO_LISTS)
def test_real_tables_that_are_no_lists(shared_data, name):
    with pytest.raises(UserFacingError, match=f"「{name}」には、名前の一覧が見つかりませんでした"):
        import_list(shared_data / "lists" / name)


def test_awkward_files(shared_data):
    """Each ends in a kind message or a sound reading; only one of them holds a list of names."""
    read = {}
    for path in sorted((shared_data / "awkward").iterdir()):
        started = time.perf_counter()
        result = read_or_refused(path)
        assert time.perf_counter() - started < 5
        if isinstance(result, str):
            assert path.name in result
        else:
            read[path.name] = [resource.name for resource in result.resources]
    assert read == {"phpss-enclosure.csv": ["Test"]}
