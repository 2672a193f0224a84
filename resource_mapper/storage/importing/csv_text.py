"""Separated text (CSV and the like) → rows, in the encodings, separators and states of repair that occur."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Generator, Iterator
from itertools import chain, islice

ENCODINGS = {
    "utf-8": "UTF-8",
    "cp932": "Shift_JIS（Windows）",
    "euc_jp": "EUC-JP",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16（BE）",
    "iso2022_jp_ext": "JIS（ISO-2022-JP）",
}
"""Encodings that lists come in, and what people call them."""
SEPARATORS = {",": "カンマ", "\t": "タブ", ";": "セミコロン"}
"""What parts the cells, and what people call it."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WITH_PLAIN_LINE_ENDS = ("utf-8", "cp932", "euc_jp")
_HALF_WIDTH_KANA = re.compile("[\uff61-\uff9f]")
_JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff\u3000-\u3002\uff01-\uff5e]")
_UNREADABLE = "\ufffd"
_JUNK = "\x80\uf8f0\uf8f1\uf8f2\uf8f3"
"""What Python makes of bytes that cp932 does not define."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f]")
_MAX_BAD_SHARE = 0.02
_SAMPLE_BYTES = 50_000

_SNIFF_RECORDS = 100
_MAX_REPAIRS = 20
_MAX_LINES = 1_000_000
_MAX_LINE_LENGTH = 1_000_000
_PIECE = 1 << 20
"""Bytes or characters of a text that are dealt with at a time: a call for all of it would hold the window up."""
_END = "\ue000end\ue000"
"""A last row of our own: if it does not come out as it went in, a quotation mark before it was never closed."""


class UnreadableTextError(Exception):
    """The bytes are no text in any encoding that lists come in."""


def find_encoding(data: bytes) -> str:
    """Return the encoding of a text, one of `ENCODINGS`: by its mark, by what decodes, by what looks Japanese."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if b"\x1b$" in data[:_SAMPLE_BYTES] and _decodes(data, "iso2022_jp_ext"):
        return "iso2022_jp_ext"
    if b"\0" in data[:_SAMPLE_BYTES] and (wide := _unmarked_utf16(data)):
        return wide
    return "utf-8" if _decodes(data, "utf-8") else _likely_encoding(data[:_SAMPLE_BYTES])


def decode_text(data: bytes, encoding: str = "") -> tuple[str, int]:
    """Return the text of a file, line ends as LF, and how many characters could not be read.

    `encoding` is one of `ENCODINGS` that the user has chosen: then whatever comes out is shown; else it is found.

    Raises:
        UnreadableTextError: it is not text.
    """
    name = encoding or find_encoding(data)
    mark = next((mark for mark, marked in _MARKS if marked == name), b"")
    parts: list[str] = []
    unreadable = controls = length = 0
    for piece in _pieces(data.removeprefix(mark), name):
        part = _decode(piece, name)
        unreadable += _unreadable(part)
        controls += len(_CONTROLS.findall(part))
        length += len(part)
        parts.append(part.replace("\r\n", "\n").replace("\r", "\n"))
    if not encoding and unreadable + controls > _MAX_BAD_SHARE * length + 1:
        raise UnreadableTextError
    return "".join(parts), unreadable


def parse_rows(text: str, separator: str = "") -> Iterator[tuple[int, list[str]]]:
    """Yield the records with their numbers, as a spreadsheet would number them (from 1, empty lines count).

    Raises:
        UnreadableTextError: a line is so long that this can be no table.
    """
    lines = _lines(text)
    yield from enumerate(_records(lines, separator or _likely_separator(lines)), start=1)


def find_separator(text: str) -> str:
    """Return the separator that cuts the most records into the same number of cells, one of `SEPARATORS`."""
    return _likely_separator(list(islice(_split(text), _SNIFF_RECORDS)))


def _split(text: str) -> Iterator[str]:
    """Yield the lines of a text."""
    start = 0
    while (end := text.find("\n", start + _PIECE)) >= 0:
        yield from text[start:end].split("\n")
        start = end + 1
    yield from text[start:].split("\n")


def _lines(text: str) -> list[str]:
    lines = list(islice(_split(text), _MAX_LINES))
    if lines and not lines[-1]:
        lines.pop()
    if any(len(line) > _MAX_LINE_LENGTH for line in lines):
        raise UnreadableTextError
    return lines


def _pieces(data: bytes, encoding: str) -> Iterator[bytes]:
    """Yield a text in pieces that end where a line does, which is part of no character in most encodings."""
    start = 0
    while encoding in _WITH_PLAIN_LINE_ENDS and (end := data.find(b"\n", start + _PIECE)) >= 0:
        yield data[start : end + 1]
        start = end + 1
    yield data[start:]


def _decode(data: bytes, encoding: str) -> str:
    if encoding in ("cp932", "euc_jp"):
        text = data.decode(encoding, _LENIENT)
        for junk in filter(text.__contains__, _JUNK):  # `translate` takes seconds for a long text without any
            text = text.replace(junk, _UNREADABLE)
        return text
    return data.decode(encoding, "replace")


def _decodes(data: bytes, name: str) -> bool:
    try:
        for piece in _pieces(data, name):
            piece.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _unmarked_utf16(data: bytes) -> str:
    """Return which UTF-16 it is without a mark, if any: lines and separators show."""
    for name in ("utf-16-le", "utf-16-be"):
        sample = data[: _SAMPLE_BYTES // 2 * 2].decode(name, "replace")
        if "\n" in sample and any(separator in sample for separator in SEPARATORS) and not _CONTROLS.search(sample):
            return name
    return ""


def _likely_encoding(sample: bytes) -> str:
    """Return the encoding of text that is no sound UTF-8; other encodings hardly ever look like damaged UTF-8."""
    damaged = sample.decode("utf-8", "replace")
    if _unreadable(damaged) <= _MAX_BAD_SHARE * len(damaged) + 1:
        return "utf-8"
    return max(("cp932", "euc_jp"), key=lambda name: _plausibility(sample.decode(name, _LENIENT)))


def _plausibility(text: str) -> int:
    """Return how Japanese a text looks: EUC-JP read as cp932 is full of half-width kana."""
    return len(_JAPANESE.findall(text)) - 2 * len(_HALF_WIDTH_KANA.findall(text)) - 3 * _unreadable(text)


def _lenient(error: UnicodeError) -> tuple[str, int]:
    """Read what EUC-JP from Windows holds beyond the standard (①, ㈱, 髙) by way of cp932; mark what is no text."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    pair = error.object[error.start : error.start + 2]
    if error.encoding == "euc_jp" and len(pair) == 2 and min(pair) >= 0xA1:
        row, cell = pair[0] - 0xA1, pair[1] - 0xA1
        lead = row // 2 + (0x81 if row < 62 else 0xC1)
        trail = cell + 0x9F if row % 2 else cell + 0x40 + (cell >= 0x3F)
        if char := bytes((lead, trail)).decode("cp932", "ignore"):
            return char, error.start + 2
    return _UNREADABLE, error.start + 1


_LENIENT = "resource_mapper.lenient"
codecs.register_error(_LENIENT, _lenient)


def _unreadable(text: str) -> int:
    return text.count(_UNREADABLE)


def _likely_separator(lines: list[str]) -> str:
    def regularity(separator: str) -> tuple[int, int]:
        records = islice(_records(lines[:_SNIFF_RECORDS], separator), _SNIFF_RECORDS)
        counts = Counter(len(record) for record in records)
        del counts[1]
        return max(((records, cells) for cells, records in counts.items()), default=(0, 0))

    return max(SEPARATORS, key=regularity)


def _records(lines: list[str], separator: str) -> Iterator[list[str]]:
    """Yield the records; a line whose quotation mark is never closed is taken as it stands, without the mark."""
    first = 0
    for _ in range(_MAX_REPAIRS):
        first = yield from _sound_records(lines, first, separator)
        if first >= len(lines):
            return
        yield lines[first].replace('"', "").split(separator)
        first += 1
    for line in lines[first:]:
        yield line.replace('"', "").split(separator)


def _sound_records(lines: list[str], first: int, separator: str) -> Generator[list[str], None, int]:
    """Yield records until a quotation mark stays open; return the line at which that record begins."""
    reader = csv.reader((f"{line}\n" for line in chain(lines[first:], (_END,))), delimiter=separator)
    held: list[str] | None = None
    held_from = next_from = first
    try:
        for record in reader:
            if held is not None:
                yield held
            held, held_from, next_from = record, next_from, first + reader.line_num
    except csv.Error:  # a cell beyond the module's limit of 131,072 characters
        if held is not None:
            yield held
        return next_from
    return len(lines) if held == [_END] else held_from
