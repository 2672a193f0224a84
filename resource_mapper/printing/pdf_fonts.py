"""The two fonts as reportlab embeds them, read at once: by itself reportlab takes 0.1 s for each, number by number.

They are fonts of our own build (hatch_build.py): TrueType outlines, long offsets, one cmap for all of Unicode.
"""

import struct
import sys
from array import array
from functools import cache, cached_property
from mmap import ACCESS_READ, mmap
from pathlib import Path
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTEncoding, TTFont, TTFontFace

from resource_mapper.paths import font_path
from resource_mapper.printing.unicode_map import write_surrogates_in_unicode_maps

REGULAR = "ResourceMapper-Regular"
BOLD = "ResourceMapper-Bold"

_ALL_OF_UNICODE = (3, 10)
"""Platform and encoding of the character map that is read; its format is 12."""
_METRICS_COUNT = 34
"""Where `hhea` says how many glyphs have a width of their own."""


@cache
def pdf_fonts() -> dict[bool, TTFont]:
    """Return the fonts, by whether they are bold; reportlab knows them by name from then on."""
    write_surrogates_in_unicode_maps()
    fonts: dict[bool, TTFont] = {bold: _Font(name, str(font_path(bold=bold))) for bold, name in _NAMES.items()}
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    return fonts


class _Face(TTFontFace):
    """A font file."""

    # Names as reportlab has them.

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: N802, N803, ARG002
        """Read names and sizes as reportlab does, but what there is of each glyph at once."""
        super().extractInfo(charInfo=0)
        del self.charWidths  # worked out below if somebody wants all of them
        self.charToGlyph = _glyphs_by_character(self.get_table("cmap"))
        self.glyphPos = _numbers("I", self.get_table("loca"))
        (count,) = struct.unpack_from(">H", self.get_table("hhea"), _METRICS_COUNT)
        metrics = _numbers("H", self.get_table("hmtx"))
        widths, bearings = metrics[: 2 * count : 2], metrics[1 : 2 * count : 2] + metrics[2 * count :]
        widths.extend(widths[-1:] * (len(bearings) - count))  # the rest is as wide as the last one
        self.hmetrics = list(zip(widths, bearings, strict=True))
        self.defaultWidth = self.getCharWidth(0)

    @cached_property
    def charWidths(self) -> dict[int, float]:  # noqa: N802
        """Each character's width: not needed for printing, but whoever measures with reportlab shares this face."""
        return {code: self.getCharWidth(code) for code in self.charToGlyph}

    def readFile(self, f: str) -> None:  # noqa: N802
        """Take the file as it lies on the disk: most of its outlines are never asked for."""
        self.filename, self._pos = f, 0
        with Path(f).open("rb") as file:
            self._ttf_data = mmap(file.fileno(), 0, access=ACCESS_READ)

    @cache  # noqa: B019 the fonts are kept for good; a document asks for all outlines once for each subset
    def get_table(self, tag: str) -> bytes:
        """Return a table of the font."""
        table: bytes = super().get_table(tag)  # type: ignore[no-untyped-call]
        return table

    def getCharWidth(self, code: int) -> float:  # noqa: N802
        """Return a character's width in thousandths of the type size."""
        width, em = self.hmetrics[self.charToGlyph.get(code, 0)][0], self.unitsPerEm
        return float(width * 1000 / em)


class _Font(TTFont):
    """A font that embeds what is used of it."""

    def __init__(self, name: str, path: str) -> None:
        # Not reportlab's: it would read the file by itself.
        self.fontName = name
        self.face = _Face(path)
        self.encoding = TTEncoding()
        self.state = WeakKeyDictionary()
        self._asciiReadable = False  # all of ASCII need not be embedded
        self.shapable = False


_NAMES = {False: REGULAR, True: BOLD}


@cache
def _glyphs_by_character(table: bytes) -> dict[int, int]:
    """Read a `cmap` table; both weights have the same."""
    (count,) = struct.unpack_from(">H", table, 2)
    records = (struct.unpack_from(">HHI", table, 4 + 8 * number) for number in range(count))
    (start,) = (offset for platform, encoding, offset in records if (platform, encoding) == _ALL_OF_UNICODE)
    (groups,) = struct.unpack_from(">I", table, start + 12)
    numbers = _numbers("I", table[start + 16 : start + 16 + 12 * groups])
    glyphs: dict[int, int] = {}
    for first, last, glyph in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True):
        glyphs.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
    return glyphs


def _numbers(kind: str, data: bytes) -> "array[int]":
    """Read numbers in the order of bytes that fonts have."""
    numbers = array(kind, data)
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers
