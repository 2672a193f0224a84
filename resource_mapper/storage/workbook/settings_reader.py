"""設定: what the sheet of settings says. Apart from the writing, so that opening needs no openpyxl."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from resource_mapper.domain.category import DEFAULT_CATEGORIES, MAX_CATEGORIES, Category, Mark
from resource_mapper.domain.dates import parse_date
from resource_mapper.domain.lens import LENSES
from resource_mapper.domain.resource import MAX_COUNT
from resource_mapper.domain.text import clean_line, fold, parse_count
from resource_mapper.domain.vocabulary import Wording
from resource_mapper.domain.worksheet import Calendar, Heading, Worksheet
from resource_mapper.storage.workbook import schema
from resource_mapper.storage.workbook.rows import Cell, cell_text


@dataclass(frozen=True, slots=True)
class WorkbookSettings:
    """What 設定 says. `version` is None where the sheet or its version is missing."""

    worksheet: Worksheet
    version: int | None
    problems: tuple[tuple[int, str], ...]
    """(row from 1, message)."""


def read_settings(rows: Sequence[Sequence[Cell]]) -> WorkbookSettings:
    """Read the sheet's cells; what is missing or cannot be read takes its default and is reported."""
    reader = _SettingsReader(rows)
    return WorkbookSettings(reader.worksheet(), reader.version(), tuple(reader.problems))


class _SettingsReader:
    def __init__(self, rows: Sequence[Sequence[Cell]]) -> None:
        self._rows = rows
        self._items = {
            fold(cell_text(row[0])): (number, row[1] if len(row) > 1 else None)
            for number, row in reversed(list(enumerate(rows, start=1)))
            if row
        }
        self.problems: list[tuple[int, str]] = []

    def version(self) -> int | None:
        _, value = self._items.get(fold(schema.VERSION_ITEM), (0, None))
        text = cell_text(value)
        return int(text) if text.isdecimal() else None

    def worksheet(self) -> Worksheet:
        calendar = self._word(schema.CALENDAR_ITEM, {c.value: c for c in Calendar}, Calendar.ERA)
        heading = Heading(
            title=self._line(schema.TITLE_ITEM, Heading().title),
            subtitle=self._line(schema.SUBTITLE_ITEM, Heading().subtitle),
            municipality=self._line(schema.MUNICIPALITY_ITEM),
            area=self._line(schema.AREA_ITEM),
            meeting=self._line(schema.MEETING_ITEM),
            made_on=parse_date(self._line(schema.MADE_ON_ITEM)),
            calendar=calendar,
            elderly=self._count(schema.ELDERLY_ITEM),
        )
        return Worksheet(
            heading=heading,
            categories=self._categories(),
            lens=self._word(schema.LENS_ITEM, {lens.label: lens.id for lens in LENSES}, "category"),
            mirrored=self._word(schema.MIRRORED_ITEM, {schema.SIDE_LEFT: False, schema.SIDE_RIGHT: True}, False),
            wording=self._word(
                schema.WORDING_ITEM, {word: Wording(key) for key, word in schema.WORDING_WORDS.items()}, Wording.REVISED
            ),
        )

    def _line(self, item: str, default: str = "") -> str:
        if fold(item) not in self._items:
            return default
        return clean_line(cell_text(self._items[fold(item)][1]))

    def _count(self, item: str) -> int | None:
        number, value = self._items.get(fold(item), (0, None))
        text = clean_line(cell_text(value))
        count = parse_count(text)
        if text and (count is None or count > MAX_COUNT):
            self.problems.append((number, f"{item}「{text}」は数として読めないので、空にしました"))
            return None
        return count

    def _word(self, item: str, meanings: dict[str, Any], default: Any) -> Any:  # noqa: ANN401 one of the meanings
        number, value = self._items.get(fold(item), (0, None))
        text = cell_text(value)
        if not text:
            return default
        for word, meaning in meanings.items():
            if fold(word) == fold(text):
                return meaning
        self.problems.append((number, f"{item}「{clean_line(text)}」は使えないので、はじめの設定にしました"))
        return default

    def _categories(self) -> tuple[Category, ...]:
        number, _ = self._items.get(fold(schema.CATEGORY_HEADINGS[0]), (0, None))
        found: dict[str, Category] = {}
        for row, cells in enumerate(self._rows[number:] if number else (), start=number + 1):
            words = [clean_line(cell_text(cell)) for cell in cells[:4]]
            if not any(words):
                break
            category = _category(words, len(found))
            taken = {fold(other.label) for other in found.values()}
            if (
                category is None
                or category.id in found
                or fold(category.label) in taken
                or len(found) >= MAX_CATEGORIES
            ):
                self.problems.append((row, "分類として読めない行なので、使いませんでした"))
            else:
                found[category.id] = category
        return tuple(found.values()) or DEFAULT_CATEGORIES


def _category(words: list[str], position: int) -> Category | None:
    """Return the category of a row; a missing mark or colour is that of the default at its position."""
    words += [""] * (4 - len(words))
    default = DEFAULT_CATEGORIES[position % len(DEFAULT_CATEGORIES)]
    mark = Mark(words[2]) if words[2] in set(Mark) else list(Mark)[position % len(Mark)]
    try:
        return Category(words[0] or f"c{position + 1}", words[1], mark, words[3].upper() or default.color)
    except ValueError:
        return None
