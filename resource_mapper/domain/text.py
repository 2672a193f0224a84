"""Cleaning and comparing text that people typed, pasted or imported.

Stored text is what was typed. NFKC and even NFC change names (福, ㈱, ①), so normal forms are used
for comparison keys only; the single exception is kana followed by a combining voicing mark.
"""

import re
import unicodedata
from collections.abc import Iterable

MAX_CELL_UNITS = 32_767
"""Longest text an Excel cell holds, in UTF-16 units."""

_LINE_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNSTORABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\u3099\u309a\ud800-\udfff\ufffe\uffff]")
"""What `clean` may have something to do about."""
_KANA_WITH_MARK = re.compile("[\u3041-\u30ff][\u3099\u309a]")
_HYPHENS = re.compile("[‐‑‒–—―−─━]")
_SPACES = re.compile(r"[\s\u200b\ufeff]+")
_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_COUNT = re.compile(r"([0-9][0-9,]{0,14})(人|名|か所|箇所)?")
_FORBIDDEN_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_DEVICES = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever the ending."""
LONGEST_STEM = 80


def file_stem(words: str) -> str:
    """Return words as a file's name without its ending, good on every system; nothing usable becomes 「無題」."""
    stem = _FORBIDDEN_IN_NAMES.sub("＿", words)[:LONGEST_STEM].strip(" .")
    return f"＿{stem}" if _DEVICES.fullmatch(stem) else stem or "無題"


def clean(text: str) -> str:
    """Return text that every file format can hold: LF line ends, no control characters, composed kana."""
    if not _UNCLEAN.search(text):  # as good as always
        return text
    return compose_kana(_UNSTORABLE.sub("", _LINE_BREAKS.sub("\n", text)))


def clean_text(text: str) -> str:
    """Return cleaned text that may have several lines; nothing but blanks becomes nothing, as in a workbook."""
    if _UNCLEAN.search(text):
        text = clean(text)
    return text if text.strip() else ""


def clean_line(text: str) -> str:
    """Return cleaned text on one line, without spaces at its ends (for names and single-line fields)."""
    if _UNCLEAN.search(text) or "\t" in text or "\n" in text:
        text = clean(text).replace("\t", " ").replace("\n", " ")
    return text.strip()


def are_clean_lines(lines: Iterable[str]) -> bool:
    """Whether `clean_line` would change none of them, and each is storable: a quick yes, a careless no."""
    lines = tuple(lines)
    joined = "".join(lines)
    one_line = "\n" not in joined and "\t" not in joined
    return one_line and are_clean_texts(lines) and "".join(map(str.strip, lines)) == joined


def are_clean_texts(texts: Iterable[str]) -> bool:
    """Whether `clean_text` would change none of them, and each is storable: a quick yes, a careless no."""
    texts = tuple(texts)
    joined = "".join(texts)
    return (
        len(joined) <= MAX_CELL_UNITS // 2 and not _UNCLEAN.search(joined) and all(map(str.strip, filter(None, texts)))
    )


def is_storable(text: str) -> bool:
    """Whether the text survives a workbook unchanged: cleaned already and within Excel's cell length."""
    return clean(text) == text and utf16_length(text) <= MAX_CELL_UNITS


def utf16_length(text: str) -> int:
    """Return the length in UTF-16 units, the way Excel and Qt count."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def fitted(text: str) -> str:
    """Return clean text, cut to what a cell can hold."""
    if utf16_length(text) <= MAX_CELL_UNITS:
        return text
    return text.encode("utf-16-le")[: 2 * MAX_CELL_UNITS].decode("utf-16-le", "ignore").rstrip()


def compose_kana(text: str) -> str:
    """Join kana and a following combining (han)dakuten, which fonts draw apart: か+◌゙ → が."""
    return _KANA_WITH_MARK.sub(lambda found: unicodedata.normalize("NFC", found.group()), text)


def fold(text: str) -> str:
    """Return the key by which labels and words are compared: width, case, spaces, hyphens do not count."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("〜", "~")
    return _SPACES.sub("", _HYPHENS.sub("-", text))


def fold_kana(text: str) -> str:
    """Return the key for search: `fold` and hiragana for katakana."""
    return fold(text).translate(_KATAKANA_TO_HIRAGANA)


def parse_count(text: str) -> int | None:
    """Return the whole number that somebody wrote (12,345, １２人, 3か所), None where it is none."""
    found = _COUNT.fullmatch(fold(clean_line(text)))
    return int(found[1].replace(",", "")) if found else None
