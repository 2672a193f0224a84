"""課題: what their sheet says, also after edits in Excel. Apart from the writing, so that opening needs no openpyxl."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from resource_mapper.domain.concern import (
    CONCERN_FIELDS,
    Concern,
    canonical,
    fitting_grounds,
    new_concern_id,
    with_line,
)
from resource_mapper.domain.fields import Field, Kind
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.text import clean_line, clean_text, fitted, fold
from resource_mapper.storage.workbook.columns import HEADER_SEARCH_ROWS
from resource_mapper.storage.workbook.made_sheets import has_signs
from resource_mapper.storage.workbook.problem import Problem
from resource_mapper.storage.workbook.rows import TOO_LONG, Cell, Rows, cell_text, day_in
from resource_mapper.storage.workbook.schema import (
    CONCERN_CARD_IDS,
    CONCERN_CARDS,
    CONCERN_COLUMNS,
    CONCERNS_SHEET,
    ID,
    SHEET_SIGNS,
)

NAMELESS = "（課題の名前なし）"
_LABELS = {fold(column.label): column.label for column in CONCERN_COLUMNS}


def read_concerns(rows: Rows, resources: Sequence[Resource]) -> tuple[tuple[Concern, ...], tuple[Problem, ...]]:
    """Return the 課題 and what had to be healed: nothing that stands there is dropped.

    A sheet without our headings is the user's: a town may well keep a 課題 of its own.
    """
    header = _header(rows)
    if header is None:
        return (), ()
    reader = _Reader(rows[header], resources)
    found: dict[str, Concern] = {}
    for number, row in enumerate(rows[header + 1 :], start=header + 2):
        if any(clean_line(cell_text(cell)) for cell in row):
            concern = reader.read(number, row, found)
            found[concern.id] = concern
    return tuple(found.values()), tuple(reader.problems)


def _header(rows: Rows) -> int | None:
    """Return the position of our headings; somebody may have put a title above them."""
    signs = SHEET_SIGNS[CONCERNS_SHEET]
    return next((at for at, row in enumerate(rows[:HEADER_SEARCH_ROWS]) if has_signs(signs, map(cell_text, row))), None)


class _Reader:
    def __init__(self, header: Sequence[Cell], resources: Sequence[Resource]) -> None:
        self._places: dict[str, int] = {}
        self._others: dict[int, str] = {}
        for index, cell in enumerate(header):
            label = _LABELS.get(fold(cell_text(cell)))
            if label is not None and label not in self._places:
                self._places[label] = index
            else:
                self._others[index] = clean_line(cell_text(cell)) or "見出しなし"
        self._ids = {resource.id for resource in resources}
        self._by_name = _unique_names(resources)
        self.problems: list[Problem] = []

    def read(self, number: int, row: Sequence[Cell], taken: Mapping[str, object]) -> Concern:
        """Return the 課題 of a row."""
        values = {field.name: self._value(number, field, self._cell(row, field.label)) for field in CONCERN_FIELDS}
        if not values["title"]:
            values["title"] = NAMELESS
            self._report(number, CONCERN_FIELDS[0].label, f"課題の名前がないので「{NAMELESS}」としました")
        moved = self._due_in_words(number, row, values["due"])
        for line in (*moved, *self._other_columns(number, row)):
            values["note"] = with_line(str(values["note"]), line)
        grounds, words = self._grounds(number, row)
        values["reason"] = with_line(str(values["reason"]), words)
        own_id = clean_line(cell_text(self._cell(row, ID)))
        if own_id in taken:
            self._report(number, ID, "同じIDの行があるので、新しいIDを付けました（行のコピーとして扱います）")
        return Concern(id=new_concern_id() if not own_id or own_id in taken else own_id, grounds=grounds, **values)  # type: ignore[arg-type]

    def _cell(self, row: Sequence[Cell], label: str) -> Cell:
        place = self._places.get(label, len(row))
        return row[place] if place < len(row) else None

    def _value(self, number: int, field: Field, cell: Cell) -> str | date | None:
        if field.kind is Kind.DATE:
            return day_in(cell)
        text = clean_text(cell_text(cell)) if field.kind is Kind.TEXT else clean_line(cell_text(cell))
        short = fitted(text)
        if short != text:
            self._report(number, field.label, TOO_LONG)
        return canonical(field.name, short) if field.kind is Kind.CHOICE else short

    def _due_in_words(self, number: int, row: Sequence[Cell], due: object) -> list[str]:
        """Return 期限 that is no day (「年度内」) as a line for 備考."""
        text = clean_line(cell_text(self._cell(row, "期限")))
        if due is not None or not text:
            return []
        self._report(number, "期限", f"「{text}」は日付として読めません。備考に移しました")
        return [f"期限：{text}"]

    def _other_columns(self, number: int, row: Sequence[Cell]) -> list[str]:
        """Return what stands in columns that somebody added, as lines for 備考."""
        found = []
        for place, label in self._others.items():
            text = clean_line(cell_text(row[place])) if place < len(row) else ""
            if text:
                self._report(number, label, "このソフトが使わない列なので、備考に移しました")
                found.append(f"{label}：{text}")
        return found

    def _grounds(self, number: int, row: Sequence[Cell]) -> tuple[tuple[str, ...], str]:
        """Return the cards, and the names of those that are not in 資源一覧 (any more)."""
        ids = _lines(self._cell(row, CONCERN_CARD_IDS))
        names = _lines(self._cell(row, CONCERN_CARDS))
        found = [key for key in ids if key in self._ids]
        lost = [key for key in ids if key not in self._ids]
        if lost:  # the names stand in the same order
            same = len(names) == len(ids)
            names = [name for key, name in zip(ids, names, strict=True) if key in lost] if same else names
        elif ids:
            names = []
        known = [self._by_name[fold(name)] for name in names if fold(name) in self._by_name]
        unknown = "".join(f"「{name}」" for name in names if fold(name) not in self._by_name)
        if unknown:
            self._report(number, CONCERN_CARDS, f"{unknown}は資源一覧にないので、「根拠」に名前を残しました")
        return fitting_grounds((*found, *known)), unknown

    def _report(self, row: int, column: str, message: str) -> None:
        self.problems.append(Problem(CONCERNS_SHEET, row, column, message))


def _unique_names(resources: Iterable[Resource]) -> dict[str, str]:
    """Return folded name → ID, without the names that several resources have."""
    found: dict[str, str | None] = {}
    for resource in resources:
        key = fold(resource.name)
        found[key] = None if key in found else resource.id
    return {key: own_id for key, own_id in found.items() if own_id is not None}


def _lines(cell: Cell) -> list[str]:
    return [line for line in (clean_line(each) for each in cell_text(cell).split("\n")) if line]
