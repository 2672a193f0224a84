"""The fonts that are embedded, against reportlab's own way of reading them."""

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from resource_mapper.paths import font_path
from resource_mapper.printing.pdf_fonts import pdf_fonts


@pytest.fixture(scope="module", params=[False, True], ids=["Regular", "Bold"])
def faces(request):
    """One weight as we read it, and as reportlab does."""
    return pdf_fonts()[request.param].face, TTFontFace(str(font_path(bold=request.param)))


def test_every_character_has_the_glyph_and_width_that_reportlab_finds(faces):
    ours, theirs = faces
    assert ours.charToGlyph == theirs.charToGlyph
    assert ours.charWidths == theirs.charWidths
    assert ours.getCharWidth(0x1F338) == theirs.defaultWidth  # a character that the font lacks


def test_the_same_outlines_are_embedded(faces):
    ours, theirs = faces
    characters = [0, *map(ord, "地域資源がパABC①㈱𠮷髙")]
    assert ours.makeSubset(characters) == theirs.makeSubset(characters)


def test_the_same_facts_are_told_of_the_font(faces):
    ours, theirs = faces
    for fact in ("name", "ascent", "descent", "capHeight", "bbox", "italicAngle", "stemV", "flags", "unitsPerEm"):
        assert getattr(ours, fact) == getattr(theirs, fact)
