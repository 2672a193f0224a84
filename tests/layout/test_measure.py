"""The widths of the fonts: on screen, on paper and in the layout the same."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from resource_mapper.layout.geometry import MM_PER_PT
from resource_mapper.layout.measure import FontMetrics, load_metrics
from resource_mapper.paths import font_metrics_path, font_path
from tests.helpers.fonts import real_measurer

TINY = {ord("a"): 0.5, ord("あ"): 1.0}


@pytest.fixture(scope="module")
def drawable():
    """Every character of both fonts."""
    raw = json.loads(font_metrics_path().read_text(encoding="ascii"))
    codes = [code for first, last, _ in raw["Regular"] for code in range(first, last + 1)]
    return [chr(code) for code in codes if real_measurer().has(chr(code))]


@pytest.fixture(scope="module", params=[False, True], ids=["Regular", "Bold"])
def font(request):
    """The name under which reportlab knows one weight, and whether it is the bold one."""
    name = f"test-of-widths-{request.param}"
    pdfmetrics.registerFont(TTFont(name, str(font_path(bold=request.param))))
    return name, request.param


def test_every_single_width_is_reportlabs(font, drawable):
    name, bold = font
    measure = real_measurer().width
    wrong = [
        char
        for char in drawable
        if abs(measure(char, 1000, bold=bold) - pdfmetrics.stringWidth(char, name, 1000) * MM_PER_PT) > 1e-6
    ]
    assert len(drawable) > 15_000
    assert wrong == []


def test_long_strings_are_as_wide_as_reportlab_says(font, drawable):
    name, bold = font
    rng = random.Random(1)
    for _ in range(200):
        text = "".join(rng.choices(drawable, k=rng.randrange(1, 400)))
        size_pt = rng.uniform(5, 30)
        wanted = pdfmetrics.stringWidth(text, name, size_pt) * MM_PER_PT
        assert real_measurer().width(text, size_pt, bold=bold) == pytest.approx(wanted, abs=1e-6)


def test_a_kanji_is_one_em_and_digits_are_alike():
    width = real_measurer().width
    assert width("域", 72) == pytest.approx(25.4)
    assert len({width(digit, 10) for digit in "0123456789"}) == 1
    assert width("ii", 10) < width("MM", 10)
    assert width("Aa", 10) < width("Aa", 10, bold=True)


def test_what_the_font_has():
    assert [char for char in "髙﨑①㈱𠮷辻☎〓…" if not real_measurer().has(char)] == []
    assert not real_measurer().has("🌸")
    assert not real_measurer().has("\u200b")


def test_a_character_must_be_in_both_weights():
    assert not FontMetrics(TINY.get, {ord("a"): 0.6}.get).has("あ")
    assert FontMetrics(TINY.get, TINY.get).has("あ")


@given(st.text("aあ?", max_size=20), st.text("aあ?", max_size=20))
def test_widths_add_up(one, other):
    measure = FontMetrics(TINY.get, TINY.get).width
    assert measure(one + other, 9) == pytest.approx(measure(one, 9) + measure(other, 9))


def test_an_unknown_character_counts_as_one_em():
    assert FontMetrics(TINY.get, TINY.get).width("?", 72) == pytest.approx(25.4)


def test_runs_of_widths_are_read(tmp_path):
    path = tmp_path / "metrics.json"
    path.write_text('{"unitsPerEm": 2000, "Regular": [[97, 99, 1000]], "Bold": [[97, 97, 1500], [98, 99, 500]]}')
    metrics = load_metrics(path)
    assert metrics.width("abc", 72) == pytest.approx(1.5 * 25.4)
    assert metrics.width("abc", 72, bold=True) == pytest.approx(1.25 * 25.4)  # (1500 + 500 + 500) / 2000
    assert [metrics.has(char) for char in "abcd"] == [True, True, True, False]
