"""Japanese text on lines: what can be drawn, where a line may break (行頭・行末禁則), how a name fits its place."""

import math
import re
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from resource_mapper.domain.text import compose_kana
from resource_mapper.layout.measure import TextMeasurer

SUBSTITUTE = "〓"
"""Drawn for a character that the font lacks; such characters are reported before printing."""
ELLIPSIS = "…"
WIDOW_SHARE = 0.2
"""A last line shorter than this share of the others looks forgotten."""

_OPENING = "（〔［｛〈《「『【〘〖(\\[{“‘｢"
_NOT_AT_START = (
    "）〕］｝〉》」』】〙〗)\\]}”’、。，．,.・：；:;？！?!ー々ゝゞヽヾ〜～゛゜％%℃…‥‐–—／/"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ｡､｣･ｰﾞﾟｧ-ｯ\u0300-\u036f\u3099\u309a"
)
_LETTERS = "[A-Za-z0-9\u00c0-\u024fＡ-Ｚａ-ｚ０-９]+"
_INSIDE_WORD = "(?:[.,:/'’_@&+~．，：／-]|[\u0300-\u036f]+)"
_WORD = f"[¥￥$]?{_LETTERS}(?:{_INSIDE_WORD}{_LETTERS})*"
_UNIT = re.compile(f"[{_OPENING}]*(?:{_WORD}|.)[{_NOT_AT_START}]*[ \u3000]*", re.DOTALL)
_INVISIBLE = re.compile(
    "\u200d.|[\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef\U0001f3fb-\U0001f3ff]"
)
_BLANKS = re.compile(r"[\t\n\u00a0]+")


def printable(text: str, measurer: TextMeasurer) -> str:
    """Return text of which every character is in the font: selectors dropped, unknown characters as 〓."""
    text = _BLANKS.sub(" ", _INVISIBLE.sub("", compose_kana(text)))
    return "".join(char if measurer.has(char) else SUBSTITUTE for char in text)


def missing_characters(text: str, measurer: TextMeasurer) -> str:
    """Return the characters of a text that the font lacks, each once."""
    text = _BLANKS.sub(" ", _INVISIBLE.sub("", compose_kana(text)))
    return "".join(dict.fromkeys(char for char in text if not measurer.has(char)))


def break_units(text: str) -> list[str]:
    """Cut text into the smallest pieces a line may end after; joined they are the text.

    Opening brackets stay with what follows, closing marks, small kana and ー with what goes before; Latin
    words, numbers, times (10:00) and full-width words stay whole.
    """
    return _UNIT.findall(text)


def wrap(text: str, width: float, size_pt: float, measurer: TextMeasurer, *, bold: bool = False) -> list[str]:
    """Break text into lines no wider than `width` mm; a single unit that is wider stands alone and overflows."""
    lines: list[str] = []
    line = ""
    for unit in break_units(text):
        if line and measurer.width((line + unit).rstrip(), size_pt, bold=bold) > width:
            lines.append(line.rstrip())
            line = ""
        line += unit
    return [*lines, line.rstrip()] if line.rstrip() else lines


def wrap_evenly(text: str, width: float, size_pt: float, measurer: TextMeasurer) -> list[str]:
    """Break text into lines of which the last is no widow: two of like length, or all a little narrower (追い出し)."""
    lines = wrap(text, width, size_pt, measurer)
    if len(lines) == 2:
        return list(break_evenly(text, 2, size_pt, measurer, width=width) or lines)
    for share in (1.0, 0.95, 0.9, 0.85, 0.8):
        narrower = wrap(text, width * share, size_pt, measurer)
        if len(lines) < 2 or len(narrower) > len(lines):
            break
        if measurer.width(narrower[-1], size_pt) >= WIDOW_SHARE * width:
            return narrower
    return lines


def wrap_phrases(phrases: Iterable[str], width: float, size_pt: float, measurer: TextMeasurer) -> list[str]:
    """Set phrases one behind the other; a line ends between two of them, within one only where it is longer."""
    lines: list[str] = []
    for phrase in phrases:
        joined = f"{lines[-1]}　{phrase}" if lines else phrase
        if measurer.width(joined, size_pt) <= width:
            lines[-1:] = [joined]
        else:
            lines.extend(wrap(phrase, width, size_pt, measurer))
    return lines


def break_evenly(
    text: str, count: int, size_pt: float, measurer: TextMeasurer, *, width: float = math.inf, bold: bool = False
) -> tuple[str, ...] | None:
    """Return the most even lines within `width`, preferring to break where a phrase ends; None where it needs more."""
    units = break_units(text)
    best: tuple[float, tuple[str, ...]] | None = None
    for cuts in combinations(range(1, len(units)), count - 1):
        *others, last = ("".join(units[begin:end]) for begin, end in pairwise((0, *cuts, len(units))))
        lines = (*(line.rstrip() for line in others), last)
        widest = max(measurer.width(line, size_pt, bold=bold) for line in lines)
        if widest <= width:
            cost = widest * math.prod(_break_cost(units[cut - 1][-1], units[cut][0]) for cut in cuts)
            if best is None or cost < best[0]:
                best = cost, lines
    return best and best[1]


def breaks_well(lines: Sequence[str]) -> bool:
    """Whether every line but the last ends where a phrase does."""
    return all(line and after and _break_cost(line[-1], after[0]) < 1 for line, after in pairwise(lines))


def _break_cost(before: str, after: str) -> float:
    """Return how much a break hurts the reader: least after ・ or before a bracket, most inside a word."""
    if before in "・ \u3000」』）)" or after in "（「『(":
        return 0.7
    kinds = _kana(before), _kana(after)
    if kinds[0] == kinds[1]:
        return 1.35 if kinds[0] else 1.2
    if kinds[1] == "hiragana":  # an ending or a particle belongs to what is before it
        return 1.3
    return 0.8 if kinds[0] == "hiragana" else 0.85


def _kana(char: str) -> str:
    return "hiragana" if "ぁ" <= char <= "ゖ" else "katakana" if "ァ" <= char <= "ー" else ""


def shorten(text: str, width: float, size_pt: float, measurer: TextMeasurer, *, bold: bool = False) -> str:
    """Return the text, or as much of its beginning as fits with 「…」 behind it."""
    if measurer.width(text, size_pt, bold=bold) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measurer.width(text[:middle].rstrip() + ELLIPSIS, size_pt, bold=bold) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS


class FittedText(NamedTuple):
    """Lines at a size; `shortened` when something had to be left out."""

    lines: tuple[str, ...]
    size_pt: float
    shortened: bool = False


def fit_name(text: str, width: float, size_pt: float, floor_pt: float, measurer: TextMeasurer) -> FittedText:
    """Fit a card's name: one line, else two, else smaller down to the floor, else shortened."""
    while True:
        if measurer.width(text, size_pt) <= width:
            return FittedText((text,), size_pt)
        if pair := break_evenly(text, 2, size_pt, measurer, width=width):
            return FittedText(pair, size_pt)
        if size_pt <= floor_pt:
            break
        size_pt = max(floor_pt, size_pt - 0.5)
    lines = wrap(text, width, floor_pt, measurer)
    if len(lines) == 1:
        return FittedText((shorten(text, width, floor_pt, measurer),), floor_pt, shortened=True)
    rest = text[len(lines[0]) :].lstrip()
    return FittedText(
        (shorten(lines[0], width, floor_pt, measurer), shorten(rest, width, floor_pt, measurer)),
        floor_pt,
        shortened=True,
    )


def fit_line(
    text: str, width: float, size_pt: float, floor_pt: float, measurer: TextMeasurer, *, bold: bool = False
) -> FittedText:
    """Fit text on one line: smaller down to the floor, then shortened."""
    natural = measurer.width(text, size_pt, bold=bold)
    if natural > width:
        size_pt = max(floor_pt, int(size_pt * width / natural * 4) / 4)
    line = shorten(text, width, size_pt, measurer, bold=bold)
    return FittedText((line,), size_pt, shortened=line != text)
