"""設定: heading, view, categories and format version, and the lists behind the drop-downs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet as Sheet

from resource_mapper.domain.category import DEFAULT_CATEGORIES, MAX_CATEGORIES, Category, Mark
from resource_mapper.domain.dates import parse_date
from resource_mapper.domain.lens import LENSES, lens_of
from resource_mapper.domain.text import clean_line, fold
from resource_mapper.domain.vocabulary import Wording
from resource_mapper.domain.worksheet import Calendar, Heading, Worksheet
from resource_mapper.storage.workbook import schema
from resource_mapper.storage.workbook.cells import put
from resource_mapper.storage.workbook.rows import Cell, cell_text

_LENS_LABELS = {lens.id: lens.label for lens in LENSES}


def write_settings(sheet: Sheet, worksheet: Worksheet, font: str, choices: dict[str, Iterable[str]]) -> dict[str, str]:
    """Fill the sheet; return, by column label, the reference to the list behind its drop-down."""
    heading = worksheet.heading
    items: list[tuple[str, Cell, str]] = [
        (schema.VERSION_ITEM, schema.FORMAT_VERSION, "書き換えないでください"),
        (schema.TITLE_ITEM, heading.title, ""),
        (schema.SUBTITLE_ITEM, heading.subtitle, ""),
        (schema.MUNICIPALITY_ITEM, heading.municipality, ""),
        (schema.AREA_ITEM, heading.area, ""),
        (schema.MEETING_ITEM, heading.meeting, ""),
        (schema.MADE_ON_ITEM, heading.made_on, ""),
        (schema.CALENDAR_ITEM, heading.calendar.value, "和暦 または 西暦"),
        (schema.LENS_ITEM, lens_of(worksheet).label, "・".join(_LENS_LABELS.values())),
        (schema.MIRRORED_ITEM, schema.SIDE_RIGHT if worksheet.mirrored else schema.SIDE_LEFT, "元気を 左 または 右 に"),
        (schema.WORDING_ITEM, schema.WORDING_WORDS[worksheet.wording], " または ".join(schema.WORDING_WORDS.values())),
    ]
    _write_headings(sheet, 1, 1, ("項目", "値", "説明"), font)
    for row, item in enumerate(items, start=2):
        for column, value in enumerate(item, start=1):
            put(sheet.cell(row, column), value)
    _write_categories(sheet, len(items) + 3, worksheet.categories, font)
    sheet.print_area = f"A1:D{len(items) + 3 + len(worksheet.categories)}"
    for letter, width in zip("ABCD", (16, 44, 36, 12), strict=True):
        sheet.column_dimensions[letter].width = width
    return _write_choices(sheet, choices, font)


def _write_categories(sheet: Sheet, top: int, categories: Sequence[Category], font: str) -> None:
    _write_headings(sheet, top, 1, schema.CATEGORY_HEADINGS, font)
    for row, category in enumerate(categories, start=top + 1):
        for column, value in enumerate((category.id, category.label, category.mark.value, category.color), start=1):
            put(sheet.cell(row, column), value)
        sheet.cell(row, 4).font = Font(name=font, color=category.color[1:], bold=True)


def _write_choices(sheet: Sheet, choices: dict[str, Iterable[str]], font: str) -> dict[str, str]:
    references = {}
    for column, (label, words) in enumerate(choices.items(), start=schema.CHOICES_COLUMN):
        letter = get_column_letter(column)
        _write_headings(sheet, 1, column, (f"選択肢：{label}",), font)
        sheet.column_dimensions[letter].width = 22
        row = 1
        for row, word in enumerate(words, start=2):
            put(sheet.cell(row, column), word)
        references[label] = f"{schema.SETTINGS_SHEET}!${letter}$2:${letter}${row}"
    return references


def _write_headings(sheet: Sheet, row: int, column: int, labels: Sequence[str], font: str) -> None:
    for index, label in enumerate(labels, start=column):
        cell = sheet.cell(row, index)
        put(cell, label)
        cell.font = Font(name=font, size=11, bold=True)
        cell.fill = PatternFill("solid", fgColor="E6EFEE")
        cell.alignment = Alignment(vertical="center")


@dataclass(frozen=True, slots=True)
class Settings:
    """What 設定 says. `version` is None where the sheet or its version is missing."""

    worksheet: Worksheet
    version: int | None
    problems: tuple[tuple[int, str], ...]
    """(row from 1, message)."""


def read_settings(rows: Sequence[Sequence[Cell]]) -> Settings:
    """Read the sheet's cells; what is missing or cannot be read takes its default and is reported."""
    reader = _SettingsReader(rows)
    return Settings(reader.worksheet(), reader.version(), tuple(reader.problems))


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
        )
        return Worksheet(
            heading=heading,
            categories=self._categories(),
            lens=self._word(schema.LENS_ITEM, {label: key for key, label in _LENS_LABELS.items()}, "category"),
            mirrored=self._word(schema.MIRRORED_ITEM, {schema.SIDE_LEFT: False, schema.SIDE_RIGHT: True}, False),
            wording=self._word(
                schema.WORDING_ITEM, {word: Wording(key) for key, word in schema.WORDING_WORDS.items()}, Wording.REVISED
            ),
        )

    def _line(self, item: str, default: str = "") -> str:
        if fold(item) not in self._items:
            return default
        return clean_line(cell_text(self._items[fold(item)][1]))

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
