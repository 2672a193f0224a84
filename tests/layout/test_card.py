"""The face of a card, in numbers. At 10 pt a square character is 3.528 mm."""

import pytest

from resource_mapper.domain.vocabulary import Status
from resource_mapper.layout.card import CardFaces, detail_of
from tests.helpers.factories import make_resource
from tests.helpers.square_measurer import MM_PER_EM_PT, SquareMeasurer

EM = 10 * MM_PER_EM_PT
BESIDE = 0.72 * EM + 0.9 + 2 * 1.6
"""Mark, its gap, and the padding on both sides: 6.64 mm."""


def _face(name="体操", range_width=50.0, size_pt=10.0, *, detailed=False, missing="", **values):
    resource = make_resource(name, **values)
    return CardFaces(SquareMeasurer(missing)).face(resource, range_width, size_pt, detailed=detailed)


def test_a_short_name():
    face = _face()
    assert (face.lines, face.size_pt, face.shortened) == (("体操",), 10, False)
    assert face.text_width == pytest.approx(2 * EM)
    assert face.mark_size == pytest.approx(2.54)  # 0.72 × 3.528
    assert face.width == pytest.approx(13.7, abs=0.01)  # 2 × 3.528 + 2.54 + 0.9 + 3.2 = 13.70
    assert face.height == pytest.approx(6.88, abs=0.01)  # 1.95 × 3.528


@pytest.mark.parametrize(
    ("status", "flag"),
    [
        ("ある", ""),
        ("準備中", "準備中"),
        ("あったらいいな", "ほしい"),
        ("休止", "休止"),
        ("終了", "終了"),
        ("計画中", ""),
        ("", ""),
    ],
)
def test_a_flag_says_what_is_not_there_today(status, flag):
    face = _face(status=status)
    assert face.flag == flag
    # at 7.2 pt (0.72 × 10) a character is 2.54 mm; padding 0.8 on both sides, gap 0.9 before it
    flag_width = len(flag) * 2.54 + 1.6 if flag else 0
    assert face.flag_width == pytest.approx(flag_width)
    assert face.width == pytest.approx(2 * EM + BESIDE + (flag_width + 0.9 if flag else 0))


def test_every_status_but_the_ordinary_one_has_a_flag():
    assert [status for status in Status if not _face(status=status).flag] == ["ある"]


def test_a_flag_is_never_smaller_than_7_pt():
    assert _face(size_pt=8, status="休止").flag_width == pytest.approx(2 * 7 * MM_PER_EM_PT + 1.6)


def test_a_name_longer_than_76_mm_and_its_range_goes_on_two_lines():
    face = _face("あ" * 30)  # 30 × 3.528 = 105.8
    assert face.lines == ("あ" * 15, "あ" * 15)
    assert face.width == pytest.approx(15 * EM + BESIDE)
    assert face.height == pytest.approx((1.22 + 1.95) * EM)


@pytest.mark.parametrize(("range_width", "count"), [(112.4, 2), (112.5, 1)])
def test_a_long_name_stays_on_one_line_where_its_range_has_room(range_width, count):
    # 105.83 + 6.64 = 112.47
    assert len(_face("あ" * 30, range_width).lines) == count


def test_a_very_long_name_is_shortened_at_7_pt():
    face = _face("あ" * 90)
    assert face.size_pt == 7
    # 76 / 2.469 = 30.8 characters on a line
    assert face.lines == ("あ" * 30, "あ" * 29 + "…")
    assert face.shortened


def test_the_second_line_costs_its_own_height():
    plain, detailed = _face(schedule="第2木曜"), _face(schedule="第2木曜", detailed=True)
    assert (plain.detail, detailed.detail) == ("", "第2木曜")
    assert detailed.detail_pt == pytest.approx(7.6)
    assert detailed.width == plain.width
    assert detailed.height - plain.height == pytest.approx(3.27, abs=0.01)  # 7.6 pt = 2.681 mm; × 1.22


def test_a_card_without_details_has_none():
    assert _face(detailed=True) == _face(detailed=False)


def test_a_second_line_longer_than_the_card_is_shortened():
    # room: 40 − 3.2 = 36.8 mm; 36.8 / 2.681 = 13.7 characters
    assert _face(range_width=40, schedule="あ" * 20, detailed=True).detail == "あ" * 12 + "…"
    assert _face(range_width=60, schedule="あ" * 20, detailed=True).detail == "あ" * 20


@pytest.mark.parametrize(
    ("values", "detail"),
    [
        ({"schedule": "第2・4木曜 10:00", "place": "公民館"}, "第2・4木曜 10:00"),
        ({"place": "公民館"}, "公民館"),
        ({"schedule": "火\n木"}, "火 木"),
        ({}, ""),
    ],
)
def test_the_second_line_says_when_else_where(values, detail):
    assert detail_of(make_resource(**values)) == detail


def test_characters_that_the_font_lacks_are_drawn_as_geta():
    assert _face("花見🌸", missing="🌸").lines == ("花見〓",)
    assert _face("会", schedule="🌸の頃", detailed=True, missing="🌸").detail == "〓の頃"


def test_a_name_of_nothing_visible_still_shows_something():
    assert _face("\u200b").lines != ("",)
