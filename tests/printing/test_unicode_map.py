"""The repair of reportlab's character maps."""

import re

import pytest
from reportlab.pdfbase import ttfonts

from resource_mapper.printing.unicode_map import write_surrogates_in_unicode_maps


@pytest.fixture
def entries():
    """Return the map's entries, glyph → hex digits, for a subset of code points."""
    write_surrogates_in_unicode_maps()
    return lambda *codes: re.findall(r"<[0-9A-F]{2}> <([0-9A-F]{4,})>", ttfonts.makeToUnicodeCMap("font", codes))


def test_rare_characters_are_written_as_utf_16(entries):
    assert entries(ord("𠮷"), 0x1F338, 0x10FFFD) == ["D842DFB7", "D83CDF38", "DBFFDFFD"]


def test_ordinary_characters_stay_as_they_were(entries):
    assert entries(ord("A"), ord("域"), 0xFFFD) == ["0041", "57DF", "FFFD"]


def test_repairing_twice_is_repairing_once(entries):
    before = entries(ord("A"), ord("𠮷"))
    write_surrogates_in_unicode_maps()
    assert entries(ord("A"), ord("𠮷")) == before
