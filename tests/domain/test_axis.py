"""The state axis: bands, ranges, and their words."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from resource_mapper.domain.axis import (
    BANDS,
    SPAN_WORDS,
    Span,
    band_at,
    clamp,
    place_in_words,
    span_from_words,
    span_in_words,
)
from resource_mapper.domain.coverage import reaches
from tests.helpers.factories import make_resource
from tests.helpers.strategies import spans

anywhere = st.floats(-2, 3)
every_thousandth = st.integers(0, 1000).map(lambda place: place / 1000)


def test_three_bands_share_the_axis_without_a_hole():
    assert [(band.label, band.start) for band in BANDS] == [
        ("元気", 0),
        ("虚弱", pytest.approx(1 / 3)),
        ("要介護に近い状態像", pytest.approx(2 / 3)),
    ]
    assert [band.end for band in BANDS] == [*(band.start for band in BANDS[1:]), 1.0]


@pytest.mark.parametrize(
    ("position", "label"),
    [
        (0.0, "元気"),
        (0.3333, "元気"),
        (1 / 3, "虚弱"),
        (0.5, "虚弱"),
        (0.6666, "虚弱"),
        (2 / 3, "要介護"),
        (1.0, "要介護"),
    ],
)
def test_a_band_holds_its_beginning_and_the_last_one_its_end(position, label):
    assert band_at(position).short_label == label


@pytest.mark.parametrize(("position", "kept"), [(-0.1, 0.0), (0.0, 0.0), (0.42, 0.42), (1.0, 1.0), (7, 1.0)])
def test_clamp_keeps_a_position_on_the_axis(position, kept):
    assert clamp(position) == kept


@pytest.mark.parametrize(
    ("left", "right"), [(-0.01, 0.5), (0.5, 1.01), (0.6, 0.5), (float("nan"), 0.5), (0, float("inf"))]
)
def test_a_range_off_the_axis_or_turned_round_is_refused(left, right):
    with pytest.raises(ValueError, match="within the axis"):
        Span(left, right)


def test_a_range_is_kept_to_a_thousandth_of_the_axis():
    assert Span(0.12345, 0.6789) == Span(0.123, 0.679)
    assert Span(-0.0004, 1.0004) == Span(0, 1)
    assert str(Span(-0.0, 0.5).left) == "0.0"  # a minus sign would show in the list


def test_centre_and_width():
    assert Span(0.2, 0.6).centre == pytest.approx(0.4)
    assert Span(0.2, 0.6).width == pytest.approx(0.4)


@given(spans, anywhere)
def test_a_moved_range_stays_on_the_axis_near_the_wanted_place(span, left):
    moved = span.moved_to(left)
    wanted = min(max(left, 0.0), 1.0 - span.width)
    assert moved.left == pytest.approx(wanted, abs=0.000501)


@example(Span(0.297, 0.395), 0.0535)  # 0.053 and 0.1515, rounded to 0.152
@given(spans, anywhere)
def test_moving_keeps_the_width(span, left):
    assert span.moved_to(left).width == pytest.approx(span.width, abs=1e-9)


@given(spans, anywhere)
def test_a_range_moved_to_its_own_place_is_the_same(span, left):
    assert span.moved_to(span.left) == span
    assert span.moved_to(left).moved_to(span.left).left == span.left


@given(spans, anywhere)
def test_one_end_moves_alone_and_never_past_the_other(span, position):
    with_left, with_right = span.with_left(position), span.with_right(position)
    assert with_left.right == span.right
    assert with_right.left == span.left
    assert with_left.left == pytest.approx(min(max(position, 0), span.right), abs=0.000501)
    assert with_right.right == pytest.approx(max(min(position, 1), span.left), abs=0.000501)


@pytest.mark.parametrize("word", SPAN_WORDS)
def test_every_word_names_its_range_and_comes_back(word):
    span = span_from_words(word)
    assert span is not None
    assert span_in_words(span) == word


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("元気〜虚弱", Span(0, 2 / 3)),
        ("元気～虚弱", Span(0, 2 / 3)),
        ("元気~虚弱", Span(0, 2 / 3)),
        (" 虚弱 ", Span(1 / 3, 2 / 3)),
        ("すべて", Span(0, 1)),
        ("元気・虚弱", None),
        ("", None),
    ],
)
def test_words_are_read_with_any_wave_dash(typed, span):
    assert span_from_words(typed) == span


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (0.02, 0.30, "元気"),
        (0.20, 0.55, "元気〜虚弱"),
        (0.40, 0.60, "虚弱"),
        (0.45, 0.85, "虚弱〜要介護"),
        (0.80, 1.00, "要介護"),
        (0.10, 0.90, "すべて"),
        (0.0, 1 / 3, "元気"),  # an end on a border belongs to the band before it
        (1 / 3, 0.5, "虚弱"),  # a beginning on a border to the band after it
        (2 / 3, 2 / 3, "要介護"),
        (0.0, 0.0, "元気"),
        (1.0, 1.0, "要介護"),
    ],
)
def test_a_range_is_named_by_the_bands_it_reaches_into(left, right, words):
    assert span_in_words(Span(left, right)) == words


def _words_of_reached_bands(span):
    reached = [band.short_label for band in BANDS if reaches(make_resource(span=(span.left, span.right)), band)]
    return "すべて" if len(reached) == 3 else "〜".join(reached)


@given(spans)
def test_words_and_gaps_agree_on_the_bands_a_range_reaches(span):
    assert span_in_words(span) == _words_of_reached_bands(span)
    assert span_in_words(span) in SPAN_WORDS


@pytest.mark.parametrize("place", [0, 332, 333, 334, 666, 667, 668, 1000])
def test_words_and_gaps_agree_on_a_range_without_width(place):
    span = Span(place / 1000, place / 1000)
    assert span_in_words(span) == _words_of_reached_bands(span)


@pytest.mark.parametrize(
    ("position", "words"),
    [
        (0.0, "元気のはじめ"),
        (0.15, "元気のなかほど"),
        (0.3, "元気のおわり"),
        (1 / 3, "虚弱のはじめ"),
        (0.5, "虚弱のなかほど"),
        (0.65, "虚弱のおわり"),
        (0.7, "要介護のはじめ"),
        (1.0, "要介護のおわり"),
        (-3.0, "元気のはじめ"),
        (3.0, "要介護のおわり"),
    ],
)
def test_a_place_is_told_in_words_while_dragging(position, words):
    assert place_in_words(position) == words


@given(every_thousandth)
def test_the_words_of_a_place_name_its_band(position):
    assert place_in_words(position).startswith(f"{band_at(position).short_label}の")
