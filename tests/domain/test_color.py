"""Colour arithmetic, against the figures that WCAG 2.x gives."""

import pytest
from hypothesis import given

from resource_mapper.domain.color import MIN_CONTRAST, WHITE, contrast, luminance, mix, under_white
from tests.helpers.strategies import colors


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#FFFFFF", "#000000", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#767676", "#FFFFFF", 4.54),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#FF0000", "#FFFFFF", 4.0),
    ],
)
def test_contrast_is_that_of_the_standard(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


def test_luminance_runs_from_black_to_white():
    assert luminance("#000000") == 0
    assert luminance("#FFFFFF") == pytest.approx(1)
    assert luminance("#00FF00") == pytest.approx(0.7152)
    assert luminance("#0A0A0A") == pytest.approx(0.003035, abs=1e-6)  # 10 / 255 / 12.92: the straight part


@pytest.mark.parametrize(("share", "mixed"), [(1.0, "#204060"), (0.0, "#FFFFFF"), (0.5, "#90A0B0")])
def test_mix_takes_a_share_of_each(share, mixed):
    assert mix("#204060", WHITE, share) == mixed  # (0x20 + 0xFF) / 2 = 143.5 → 0x90


@given(colors)
def test_any_colour_carries_white_text_once_darkened(color):
    assert contrast(under_white(color), WHITE) >= MIN_CONTRAST


def test_a_colour_dark_enough_stays_as_it_is():
    assert under_white("#2F6FB3") == "#2F6FB3"
    assert under_white("#C9820A") != "#C9820A"
