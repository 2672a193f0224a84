"""資源一覧 as it was before a save: what of its looks the user changed, to be kept."""

from copy import copy
from dataclasses import dataclass, field
from typing import Any

from openpyxl.formula.translate import Translator
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange

from resource_mapper.domain.resource import Resource
from resource_mapper.domain.text import clean_line
from resource_mapper.storage.workbook.columns import find_header, match_columns, nameless_columns
from resource_mapper.storage.workbook.problem import CarryingError
from resource_mapper.storage.workbook.rows import cell_text
from resource_mapper.storage.workbook.schema import ID


@dataclass(frozen=True, slots=True)
class OldFormula:
    """A formula of the user's and where it stood."""

    text: str
    place: str
    letter: str

    def moved_to(self, row: int) -> str:
        """Return the formula as it reads in another row, without the equals sign."""
        return str(Translator(self.text, origin=self.place).translate_formula(f"{self.letter}{row}"))[1:]


@dataclass(frozen=True, slots=True)
class OldRow:
    """The looks of one row, by column from 1."""

    styles: dict[int, int] = field(default_factory=dict)
    formulas: dict[int, OldFormula] = field(default_factory=dict)
    height: float | None = None


class OldList:
    """Reads the looks of a loaded sheet and empties its rows."""

    def __init__(self, sheet: Any, *, rows: bool) -> None:  # noqa: ANN401 openpyxl's stubs do not know a cell's style
        """Take note of columns and rows.

        Args:
            sheet: 資源一覧 as loaded.
            rows: whether each row has looks of its own; otherwise the first one stands for all.
        """
        cells = [[cell.value for cell in row] for row in sheet.iter_rows(max_row=min(sheet.max_row, 25))]
        found = find_header([[_plain(value) for value in row] for row in cells])
        if found is None:
            raise CarryingError("資源一覧 has no headings")
        self.header = found + 1
        """Row of the headings, from 1."""
        header = [_plain(value) for value in cells[found]]
        titles = match_columns(header, nameless_columns(header, _filled_columns(sheet, self.header)))
        self.columns = {index + 1: label for index, label in sorted({**titles.own, **titles.extra}.items())}
        """Column from 1 → label."""
        self._id_column = next((number for number, label in self.columns.items() if label == ID), 0)
        self._name_column = next(number for number, label in self.columns.items() if label == "名称")
        self._rows: dict[str, OldRow] = {}
        self._notes: list[tuple[str, int, Any]] = []
        self._take_rows(sheet, rows)
        first = next(iter(self._rows.values()), OldRow())
        self.styles = dict(first.styles)
        """Column from 1 → the style of its cells where a row has none of its own."""
        if not rows:
            self._rows.clear()
        _empty(sheet, self.header)

    def row_of(self, resource: Resource) -> OldRow:
        """Return the looks of a resource's row; one that had no ID yet is known by its name."""
        return self._rows.get(resource.id) or self._rows.get(f"\n{resource.name}") or _PLAIN

    def put_notes_back(self, sheet: Any, numbers: dict[str, int]) -> None:  # noqa: ANN401 see `__init__`
        """Put comments and hyperlinks where their rows are now."""
        for key, column, old in self._notes:
            if (number := numbers.get(key)) is not None:
                cell = sheet.cell(number, column)
                if old.comment is not None:
                    note = copy(old.comment)
                    note.height, note.width = old.comment.height, old.comment.width
                    cell.comment = note
                if old.hyperlink is not None:
                    link = copy(old.hyperlink)
                    link.ref = cell.coordinate
                    cell._hyperlink = link

    def remove_table(self, sheet: Any) -> None:  # noqa: ANN401 see `__init__`
        """Remove the table over the list; another one is put in its place."""
        for name, reference in list(sheet.tables.items()):
            area = CellRange(reference)
            if area.min_row <= self.header <= area.max_row:
                del sheet.tables[name]
        if sheet.auto_filter.ref:
            sheet.auto_filter.ref = None

    def keep_other_validations(self, sheet: Any, lists: str, last_row: int) -> None:  # noqa: ANN401 see `__init__`
        """Remove the drop-downs that the program made, and let the user's reach down to `last_row`."""
        kept = []
        for validation in sheet.data_validations.dataValidation:
            if str(validation.formula1 or "").lstrip("=").replace("'", "").startswith(f"{lists}!"):
                continue
            areas = MultiCellRange(str(validation.sqref))
            for area in areas.ranges:
                if area.min_row <= self.header + 1 and area.max_row > self.header:
                    area.max_row = max(area.max_row, last_row)
            validation.sqref = areas
            kept.append(validation)
        sheet.data_validations.dataValidation = kept

    def _take_rows(self, sheet: Any, all_rows: bool) -> None:  # noqa: ANN401 see `__init__`
        for row in sheet.iter_rows(min_row=self.header + 1):
            key = clean_line(cell_text(_plain(row[self._id_column - 1].value))) if self._id_column else ""
            key = key or f"\n{clean_line(cell_text(_plain(row[self._name_column - 1].value)))}"
            styles = {cell.column: cell.style_id for cell in row if cell.column in self.columns and cell.has_style}
            formulas = {
                cell.column: OldFormula(cell.value, cell.coordinate, cell.column_letter)
                for cell in row
                if cell.data_type == "f" and isinstance(cell.value, str)
            }
            dimension = sheet.row_dimensions.get(row[0].row)
            self._rows.setdefault(key, OldRow(styles, formulas, dimension.height if dimension else None))
            self._notes.extend((key, cell.column, cell) for cell in row if cell.comment or cell.hyperlink)
            if not all_rows:
                return


_PLAIN = OldRow()


def _plain(value: Any) -> Any:  # noqa: ANN401 rich text is text with formats
    return value if value is None or isinstance(value, (int, float, bool)) or hasattr(value, "year") else str(value)


def _filled_columns(sheet: Any, header: int) -> list[int]:  # noqa: ANN401 see `OldList`
    """Return the positions (from 0) of columns that hold something below the headings."""
    return sorted(
        {column - 1 for (row, column), cell in sheet._cells.items() if row > header and cell.value is not None}
    )


def _empty(sheet: Any, header: int) -> None:  # noqa: ANN401 see `OldList`
    for row, column in [place for place in sheet._cells if place[0] > header]:
        del sheet._cells[row, column]
    for row in [row for row in sheet.row_dimensions if row > header]:
        del sheet.row_dimensions[row]
    for area in [area for area in sheet.merged_cells.ranges if area.max_row > header]:
        sheet.merged_cells.ranges.remove(area)
