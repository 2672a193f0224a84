"""The sheets of an `.xlsx` → tables of text, by the fast reader, from bytes that have passed the guard."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.text import clean_line
from resource_mapper.storage.importing.table import MAX_COLUMNS, MAX_ROWS, Table, make_table
from resource_mapper.storage.package_guard import check_package


def excel_tables(data: bytes, name: str) -> list[Table]:
    """Return the sheets of a workbook, in order.

    Raises:
        UserFacingError: it is no workbook, damaged, or not safe to open (see `check_package`).
    """
    check_package(data, name, allow_macros=True)
    try:
        return list(_sheets(data))
    except BaseException as error:
        # The reader's exceptions have no common base, and a panic in it is no `Exception` at all.
        if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError)):
            raise
        raise UserFacingError(
            f"「{clean_line(name)}」は壊れているか、Excelとは違う作りのため読み込めません。ファイルは変更していません。"
            "Excelで開けるときは、開いて保存し直してから、もう一度お試しください。"
        ) from error


def cell_as_text(value: object) -> str:
    """Return what a cell shows: whole numbers without a point, days as 2026-11-23, times as 9:30."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
    if isinstance(value, datetime):
        return _moment_as_text(_to_minute(value))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return str(value)


def _sheets(data: bytes) -> Iterator[Table]:
    from python_calamine import (  # a compiled module: loaded only when a file is read
        CalamineWorkbook,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
        for sheet in book.sheets_metadata:
            if sheet.typ == SheetTypeEnum.WorkSheet:
                cells = book.get_sheet_by_name(sheet.name)
                hidden = sheet.visible != SheetVisibleEnum.Visible
                yield make_table(sheet.name, _rows(cells), hidden=hidden)


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401 the reader has no public type for it
    """Yield the rows; what stands in cells merged downwards holds for each of their rows."""
    spans = _merged_downwards(sheet)
    open_spans: list[tuple[int, int, str]] = []  # column, last row, text
    for number, values in enumerate(sheet.iter_rows()):
        row = [cell_as_text(value) for value in values[: MAX_COLUMNS + 1]]
        open_spans = [span for span in open_spans if span[1] >= number]
        if any(row):
            for column, _, text in open_spans:
                row[column] = row[column] or text
        open_spans.extend((column, end, row[column]) for column, end in spans.get(number, ()) if column < len(row))
        yield number + 1, row


def _merged_downwards(sheet: Any) -> dict[int, list[tuple[int, int]]]:  # noqa: ANN401 see `_rows`
    """Return first row → (column, last row) of the merged ranges of more than one row.

    The reader's rows begin with the sheet's first row, but with the first column that holds something.
    """
    spans: dict[int, list[tuple[int, int]]] = {}
    first_column = sheet.start[1] if sheet.start else 0
    for (top, left), (bottom, _) in (sheet.merged_cell_ranges or ())[:MAX_ROWS]:
        if bottom > top and 0 <= left - first_column <= MAX_COLUMNS:
            spans.setdefault(top, []).append((left - first_column, bottom))
    return spans


def _moment_as_text(moment: datetime) -> str:
    hour = f"{moment.hour}:{moment.minute:02}"
    if moment.year < 1900:  # a time alone counts from the last day of 1899
        return hour
    day = moment.date().isoformat()
    return day if moment.time() == time() else f"{day} {hour}"


def _to_minute(moment: datetime) -> datetime:
    """Round: Excel counts in fractions of a day, so 9:30 may come as 9:29:59.997."""
    return (moment + timedelta(seconds=30)).replace(second=0, microsecond=0)
