"""The categories: the six that ship, and what is refused."""

import dataclasses

import pytest

from resource_mapper.domain.category import DEFAULT_CATEGORIES, MAX_CATEGORIES, Category, Mark


def test_the_six_of_the_design():
    assert [f"{each.mark} {each.label} {each.color}" for each in DEFAULT_CATEGORIES] == [
        "● 生涯学習的な趣味活動（個人） #14578C",
        "■ 高齢者サロン系 #C9820A",
        "▲ 住民主体の通いの場 #00A06F",
        "◆ 一般介護予防事業 #907BE8",
        "★ 介護予防・生活支援サービス #B62D2E",
        "○ その他 #484350",
    ]


def test_there_is_a_mark_of_its_own_for_every_category_a_workbook_may_have():
    assert len(Mark) == MAX_CATEGORIES == 12


@pytest.mark.parametrize(
    "values",
    [
        {"id": ""},
        {"label": ""},
        {"label": "二\n行"},
        {"label": " 端の空白"},
        {"label": "制御\x00文字"},
        {"label": "あ" * 40_000},
        {"color": "2F6FB3"},
        {"color": "#2f6fb3"},
        {"color": "#FFF"},
        {"color": "青"},
    ],
)
def test_what_cannot_be_stored_or_drawn_is_refused(values):
    with pytest.raises(ValueError, match="category"):
        dataclasses.replace(DEFAULT_CATEGORIES[0], **values)


def test_a_category_of_the_users_own():
    assert Category("own", "移動支援 🚌", Mark.OPEN_STAR, "#00FF7F").mark == "☆"
