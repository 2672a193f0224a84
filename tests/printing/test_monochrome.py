"""What a black-and-white copier leaves of a sheet: rendered at 200 dpi, cut to 1 bit, and still told apart."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pypdfium2
import pytest

from resource_mapper.domain.category import MAX_CATEGORIES, Category, Mark
from resource_mapper.domain.color import BLACK
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.vocabulary import Status
from resource_mapper.layout.boxes import SheetOptions
from resource_mapper.layout.display_list import DrawnPage, texts
from resource_mapper.layout.draw_sheet import draw_page
from resource_mapper.layout.geometry import Rect
from resource_mapper.layout.page import SHEET
from resource_mapper.layout.patterns import PATTERNS, pattern
from resource_mapper.layout.sheet import layout_sheet
from resource_mapper.printing.options import PrintOptions
from resource_mapper.printing.pdf_painter import paint_pdf
from resource_mapper.printing.sheets import sheet_pages
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.fonts import real_measurer

DPI = 200
STRIP = Rect(0, 0, 60, 1.5)
"""A range's bar, the smallest thing a pattern fills."""


def copied(page: DrawnPage) -> np.ndarray:
    """Return what the copier prints: True where there is toner."""
    bitmap = pypdfium2.PdfDocument(paint_pdf([page], ""))[0].render(scale=DPI / 72, grayscale=True)
    return np.asarray(bitmap.to_pil()) < 128


def swatch(number: int) -> np.ndarray:
    return copied(DrawnPage(STRIP.width, STRIP.height, (pattern(number, STRIP, BLACK),), ""))


def look(bits: np.ndarray) -> tuple[float, float, float, float]:
    """Return how dark a strip is, how often it changes sideways and downwards, and which way it leans."""
    sideways = np.diff(bits, axis=1).mean()
    downwards = np.diff(bits, axis=0).mean()
    rising = (bits[1:, :-1] == bits[:-1, 1:]).mean() - (bits[1:, 1:] == bits[:-1, :-1]).mean()
    return float(bits.mean()), float(sideways), float(downwards), float(rising)


def test_there_is_a_pattern_for_every_category():
    assert len(PATTERNS) == MAX_CATEGORIES


def test_no_two_patterns_look_alike_on_a_copy():
    looks = [look(swatch(number)) for number in range(len(PATTERNS))]
    for (one, first), (other, second) in combinations(enumerate(looks), 2):
        assert max(abs(a - b) for a, b in zip(first, second, strict=True)) > 0.05, (one, other)


@pytest.mark.parametrize("number", range(len(PATTERNS)))
def test_every_pattern_shows_on_a_copy(number):
    dark = swatch(number).mean()
    assert dark > 0.1
    assert dark < 0.9 or number == 4, "only one pattern is solid"


def drawn(worksheet, **options):
    layout = layout_sheet(worksheet, real_measurer(), SheetOptions(mono=True, **options))
    return layout, draw_page(layout, layout.pages[0], real_measurer())


def bar(bits: np.ndarray, card) -> np.ndarray:
    """Return the pixels of a card's range bar."""
    pixels = DPI / 25.4
    left, right = round((card.range_left + 1) * pixels), round((card.range_right - 1) * pixels)
    return bits[round((card.pill.bottom - 1.3) * pixels) : round((card.pill.bottom - 0.25) * pixels), left:right]


def test_the_cards_of_twelve_categories_are_told_apart_on_the_copied_sheet():
    categories = tuple(Category(f"c{n}", f"分類{n}", Mark.RING, "#2E8B57") for n in range(MAX_CATEGORIES))
    cards = [make_resource(f"資源{n}", (0.1, 0.9), category=f"c{n}") for n in range(MAX_CATEGORIES)]
    layout, items = drawn(make_worksheet(*cards, categories=categories))
    bits = copied(DrawnPage(SHEET.width, SHEET.height, items, ""))
    looks = [look(bar(bits, card)) for card in layout.cards]
    for first, second in combinations(looks, 2):
        assert max(abs(a - b) for a, b in zip(first, second, strict=True)) > 0.04


def test_everything_is_black_or_white():
    (page,) = sheet_pages(sample_worksheet(), "worksheet", real_measurer(), PrintOptions(mono=True))
    assert {text.color for text in texts(page.items)} == {BLACK}
    bitmap = pypdfium2.PdfDocument(paint_pdf([page], ""))[0].render(scale=4, grayscale=True)
    grey = np.asarray(bitmap.to_pil())
    assert ((grey > 60) & (grey < 195)).mean() < 0.03, "only the edges of letters and lines are in between"


@pytest.mark.parametrize(
    ("status", "word"),
    [(Status.WANTED, "ほしい"), (Status.PREPARING, "準備中"), (Status.PAUSED, "休止"), (Status.ENDED, "終了")],
)
def test_the_status_stands_in_words(status, word):
    _, items = drawn(make_worksheet(make_resource(status=status)), show_ended=True)
    assert word in [text.text for text in texts(items)]


def test_the_layout_is_that_of_the_coloured_sheet():
    sheet = sample_worksheet()
    mono, _ = drawn(sheet)
    colour = layout_sheet(sheet, real_measurer())
    assert [(card.pill, card.face) for card in mono.cards] == [(card.pill, card.face) for card in colour.cards]
    assert replace(mono, options=colour.options) == colour
