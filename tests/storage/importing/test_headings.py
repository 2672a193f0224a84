"""What headings mean: the data file is sound, and headings are told however they are written."""

import tomllib
from importlib.resources import files

import pytest

from resource_mapper.domain.fields import FIELDS
from resource_mapper.storage.importing import headings
from resource_mapper.storage.importing.headings import find_rule, find_word, heading_key, is_own_list
from resource_mapper.storage.workbook.schema import COLUMNS


def role(text: str) -> str | None:
    rule = find_rule(text)
    return rule.role if rule else None


def test_every_label_of_our_own_is_known():
    for field in FIELDS:
        assert role(field.label) == ("kind" if field.name == "nature" else field.name)
    assert [role(label) for label in ("状態像", "状態像（左端）", "状態像（右端）", "ID")] == [
        "span_words",
        "span_left",
        "span_right",
        "id",
    ]


def test_every_field_that_lists_can_fill_has_other_words():
    source = files("resource_mapper.storage.importing").joinpath("synonyms.toml").read_text(encoding="utf-8")
    roles = {entry["role"] for entry in tomllib.loads(source)["heading"]}
    own_only = {"category", "support", "life_support", "contact_public", "confirmed_by", "source", "nature"}
    assert {field.name for field in FIELDS} - roles == own_only


@pytest.mark.parametrize(
    "broken",
    [
        {"role": "nonsense", "words": ["a"]},
        {"role": "name", "otherwise": "nonsense", "words": ["a"]},
        {"role": "fee", "words": ["名称"]},
        {"role": "fee", "words": ["・"]},
    ],
)
def test_a_broken_data_file_is_noticed_at_load(broken):
    with pytest.raises(ValueError, match=r"synonyms\.toml"):
        headings._parse({"heading": [broken]})


@pytest.mark.parametrize(
    "text",
    [
        "名称",
        "名 称",
        "　名称　",
        "名称*",
        "★名称",
        "【名称】",
        "①名称",
        "1.名称",
        "（1）名称",
        "名称\n",
        "ＮＡＭＥ",
        "Name",
        "名称（正式）",
    ],
)
def test_ways_to_write_a_heading(text):
    assert role(text) == "name"


@pytest.mark.parametrize("hyphen", "-－―–—‐−ー─_ ")
def test_all_hyphens_of_the_gathering_data(hyphen):
    rule = find_rule(f"運営日（平日）{hyphen}開始")
    assert rule
    assert (rule.role, rule.day, rule.end) == ("hours", "平日", "開始")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("名称（ふりがな）", "reading"),
        ("名称_カナ", "reading"),
        ("団体名フリガナ", "reading"),
        ("所在地（都道府県から番地まで）", "address"),
        ("所在地（建物名・部屋番号等）", "building"),
        ("所在地_連結表記", "address"),
        ("所在地_市区町村", "address_piece"),
        ("施設住所", "address"),
        ("開催場所名称", "place"),
        ("電話番号（代表）", "contact"),
        ("事務局電話", "contact"),
        ("代表者氏名", "contact"),
        ("世話人数", "supporters"),
        ("担い手（人）", "supporters"),
        ("定員（人）", "capacity"),
        ("参加費（１回あたり）", "fee"),
        ("開催時間（開始）", "time_from"),
        ("掲載開始日", "drop"),
        ("申込開始日", "note"),
        ("公園HPアドレス", "url"),
        ("公園紹介文", "note"),
        ("TEL/FAX", "contact"),
        ("問い合わせ先（市の担当課）", "contact"),
        ("料金(詳細)", "fee"),
        ("利用可能日時特記事項", "schedule_note"),
        ("開催日時", "schedule"),
        ("開催曜日", "weekday"),
        ("開始時刻", "time_from"),
        ("中学校区名", "district"),
        ("避難が予想される住民の地区名", "district"),
        ("管轄市町村名", "address_piece"),
        ("備考２-１", "note"),
        ("施設種別", "kind"),
        ("カテゴリー", "kind"),
        ("都道府県コード又は市区町村コード", "drop"),
        ("経度：東経（世界測地系10進法）", "drop"),
        ("#property", "id"),
        ("No.", "id"),
        ("食品名", "drop"),
        ("保険者名", "drop"),
        ("商店街の名前", "name"),
        ("ＵＲＬ", "url"),
        ("menuName", None),
        ("保険者", None),
        ("計", None),
        ("", None),
        ("あ" * 61 + "名称", None),
    ],
)
def test_meanings(text, expected):
    assert role(text) == expected


def test_words_are_surer_than_patterns():
    assert find_word("施設住所")
    assert find_word("わんわん住所") is None
    rule = find_rule("わんわん住所")
    assert rule
    assert not rule.exact


def test_keys_keep_what_distinguishes():
    assert heading_key("曜日・日時") == "曜日日時"
    assert heading_key("サービス") == "サービス"


def test_own_lists_are_told_by_their_columns():
    assert is_own_list(column.label for column in COLUMNS)
    assert not is_own_list(["名称", "ふりがな", "分類", "住所", "連絡先", "備考"])
