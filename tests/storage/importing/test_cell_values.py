"""What stands in cells becomes values; what cannot be told stays as it was written."""

import pytest

from resource_mapper.storage.importing.cell_values import (
    cell_value,
    is_code,
    is_place_on_map,
    ranges,
    read_choice,
    read_choices,
    read_count,
    read_flag,
    read_share,
    told,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("　さくら会　", "さくら会"),
        ("毎週（改行）木曜(改行)", "毎週\n木曜"),
        ("a<br>b<BR />c", "a\nb\nc"),
        ("20,000円/月　　　　\n別途", "20,000円/月\n別途"),
        ("a\r\nb\x0bc\0", "a\nb\nc"),
        ("髙﨑①㈱〜－", "髙﨑①㈱〜－"),
        ("ー", ""),
        ("―", ""),
        ("- ", ""),
        ("カ\u3099", "ガ"),
        ("", ""),
    ],
)
def test_cells(text, value):
    assert cell_value(text) == value


@pytest.mark.parametrize(
    ("text", "number", "says_all"),
    [
        ("40", 40, True),
        ("４０人", 40, True),
        ("1,200 名", 1200, True),
        ("20.0", 20, True),
        ("0", 0, True),
        ("約20名", 20, False),
        ("15人程度", 15, False),
        ("最大30名", 30, False),
        ("20〜30名", None, False),
        ("30名以上", None, False),
        ("各20名", None, False),
        ("10組20名", None, False),
        ("なし", None, False),
        ("3.5", None, False),
        ("99999999", None, False),
        ("-5", None, False),
        ("", None, False),
    ],
)
def test_counts(text, number, says_all):
    assert read_count(text) == (number, says_all)


@pytest.mark.parametrize(
    ("field", "text", "stored", "same"),
    [
        ("status", "休止", "休止", True),
        ("status", "活動中", "ある", True),
        ("status", "解散", "終了", True),
        ("status", "確認中", "確認中", False),
        ("frequency", "週１回", "週1回", True),
        ("frequency", "毎週", "週1回", False),
        ("frequency", "週3回", "週2回以上", False),
        ("frequency", "月2回程度", "月2〜3回", False),
        ("frequency", "毎月", "月1回", False),
        ("frequency", "年4回", "年数回", False),
        ("frequency", "第2・4木曜", "第2・4木曜", False),
        ("transport", "有", "あり", True),
        ("transport", "×", "なし", True),
        ("transport", "要相談", "要相談", False),
        ("operator_kind", "ＮＰＯ", "NPO", True),
        ("operator_kind", "農協", "農協", False),
        ("service_type", "通所Ｂ", "day_b", True),
    ],
)
def test_choices_of_one(field, text, stored, same):
    assert read_choice(field, text) == (stored, same)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("体操・茶話会", ("体操（運動）", "茶話会")),
        ("体操（ラジオ体操、百歳体操）、会食", ("体操（ラジオ体操、百歳体操）".replace("、", "，"), "会食")),
        ("体操；脳トレ\n体操", ("体操（運動）", "脳トレ")),
        ("毎週体操をしています。", None),
        ("いきいき百歳体操を行ったあとで、みんなでお茶を飲みながらゆっくり語り合う", None),
        ("", ()),
    ],
)
def test_choices_of_several(text, words):
    assert read_choices("activities", text) == words


def test_flags():
    assert [read_flag(text) for text in ("1", "０", "あり", "無し", "○", "Ｙ", "?", "")] == [
        True,
        False,
        True,
        False,
        True,
        True,
        None,
        None,
    ]


def test_told():
    assert told("飲食の提供の有無", "1") == "飲食の提供：あり"
    assert told("飲食持ち込みの可否", "0") == "飲食持ち込み：不可"
    assert told("駐車場の有無", "3台") == "駐車場：3台"
    assert told("規模", "1") == "規模：1"


def test_ranges():
    assert ranges(["10:00"], ["11:30"]) == ["10:00〜11:30"]
    assert ranges(["10:00"], [""]) == ["10:00〜"]
    assert ranges(["2025-06-14"], [""]) == ["2025-06-14"]
    assert ranges(["2025-06-14"], ["2025-06-14"]) == ["2025-06-14"]
    assert ranges([], ["15:00"]) == ["〜15:00"]
    assert ranges(["0:00"], ["0:00"]) == []
    assert ranges(["9:00"], ["9:00"]) == ["9:00"]
    assert ranges(["9:00", ""], ["10:00", ""]) == ["9:00〜10:00"]


def test_shares():
    assert [read_share(text) for text in ("30", "２．５%", "120", "-3", "nan", "x", "")] == [
        0.3,
        0.025,
        1.0,
        0.0,
        None,
        None,
        None,
    ]


def test_codes_and_coordinates():
    assert [is_code(text) for text in ("12", "1,000", "Y", "a12", "TRUE", "○", "有", "8台")] == [True] * 5 + [False] * 3
    assert [is_place_on_map(text) for text in ("34.3397,134.0445", "135.5355", "12.5", "本町1-2")] == [
        True,
        True,
        False,
        False,
    ]
