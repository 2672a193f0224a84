"""資源一覧, and sheets like it: rows → resources; headings and IDs that are missing or doubled are healed and told."""

from collections.abc import Callable, Iterator, Sequence

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.resource import Resource, new_id
from resource_mapper.domain.text import clean_line
from resource_mapper.storage.workbook.columns import Columns, find_header, match_columns, nameless_columns
from resource_mapper.storage.workbook.problem import Problem
from resource_mapper.storage.workbook.row_reader import RowReader
from resource_mapper.storage.workbook.rows import Rows, cell_text
from resource_mapper.storage.workbook.schema import FORMAT_VERSION, ID
from resource_mapper.storage.workbook.settings_reader import WorkbookSettings

_EMPTY_STATUS_MEANS_NOTHING = 2
"""Format version from which on an empty 状況 is no default (see `schema`)."""


_ROWS_A_REPORT = 500


class ListReader:
    """Reads the rows of a sheet like 資源一覧."""

    def __init__(
        self,
        sheet: str,
        settings: WorkbookSettings,
        left_out: frozenset[int] = frozenset(),
        tell_share: Callable[[float], object] = float,
    ) -> None:
        """Read rows of `sheet`, but for those `left_out` (numbers from 1); `tell_share` is told how many are (0–1)."""
        self._sheet = sheet
        self._tell_share = tell_share
        self._left_out = left_out
        self._worksheet = settings.worksheet
        self._version = FORMAT_VERSION if settings.version is None else settings.version
        self._always_defaults = settings.version is None or settings.version < _EMPTY_STATUS_MEANS_NOTHING
        self.problems: list[Problem] = []

    def read(self, rows: Rows, name: str) -> tuple[tuple[Resource, ...], tuple[str, ...]]:
        """Return the resources and the headings of the user's columns.

        Raises:
            UserFacingError: no row of headings is found.
        """
        header = find_header(rows)
        if header is None:
            raise UserFacingError(
                f"「{name}」の「{self._sheet}」に「名称」の見出しが見つかりません。ファイルは変更していません。"
                "見出しの行を元に戻してから、もう一度お試しください。"
            )
        columns = self.columns(rows, header)
        return tuple(self.resources(rows, columns, range(header + 1, len(rows)))), tuple(columns.extra.values())

    def columns(self, rows: Rows, header: int, others: Sequence[int] = ()) -> Columns:
        """Return the columns, without `others` (positions); headings that are missing or doubled are told."""
        titles = ["" if index in others else cell for index, cell in enumerate(rows[header])]
        filled = {index for index, cell in enumerate(titles) if cell in ("", None)} - {*others}
        filled = {index for index in filled if any(row[index] not in ("", None) for row in rows[header + 1 :])}
        nameless = [index for index in nameless_columns(titles, filled) if index not in others]
        columns = match_columns(titles, nameless, self._version)
        for label in columns.doubled:
            self.report(header + 1, label, "同じ見出しの列が2つあるので、左の列を使いました")
        for index in sorted(filled):
            self.report(
                header + 1, columns.extra[index], f"見出しのない列（左から{index + 1}番目）に見出しを付けました"
            )
        return columns

    def resources(self, rows: Rows, columns: Columns, numbers: Sequence[int]) -> Iterator[Resource]:
        """Yield the resources of some rows (numbers from 0)."""
        reader = RowReader(self._worksheet, columns)
        id_column = next((index for index, label in columns.own.items() if label == ID), None)
        used = [*columns.own, *columns.extra]
        ids: set[str] = set()
        for number in numbers:
            row = rows[number]
            if number % _ROWS_A_REPORT == 0:
                self._tell_share(number / len(rows))
            if number + 1 in self._left_out or not any(row[index] not in ("", None) for index in used):
                continue
            wanted = "" if id_column is None else clean_line(cell_text(row[id_column]))
            if wanted in ids:
                self.report(number + 1, ID, "同じIDの行があるので、新しいIDを付けました（行のコピーとして扱います）")
            identity = new_id() if not wanted or wanted in ids else wanted
            ids.add(identity)
            resource, problems = reader.read(row, identity, with_defaults=self._always_defaults or not wanted)
            for problem in problems:
                self.report(number + 1, problem.column, problem.message)
            yield resource

    def report(self, row: int, column: str, message: str) -> None:
        """Take note of something healed; rows count from 1."""
        self.problems.append(Problem(self._sheet, row, column, message))
