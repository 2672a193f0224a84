"""版: the named versions, rows that follow each other under one name. Apart from the writing, as `list_reader`."""

from datetime import date

from resource_mapper.domain.text import clean_line
from resource_mapper.domain.version import Version
from resource_mapper.storage.workbook.list_reader import ListReader
from resource_mapper.storage.workbook.problem import Problem
from resource_mapper.storage.workbook.rows import Rows, cell_text, day_in
from resource_mapper.storage.workbook.schema import VERSION_DATE, VERSION_NAME, VERSIONS_SHEET
from resource_mapper.storage.workbook.settings_reader import WorkbookSettings


def read_versions(rows: Rows, settings: WorkbookSettings) -> tuple[tuple[Version, ...], tuple[Problem, ...]]:
    """Return the named versions: rows that follow each other under one name."""
    reader = ListReader(VERSIONS_SHEET, settings)
    labels = [clean_line(cell_text(cell)) for cell in rows[0]] if rows else []
    if VERSION_NAME not in labels or VERSION_DATE not in labels:
        return (), ()
    places = labels.index(VERSION_NAME), labels.index(VERSION_DATE)
    columns = reader.columns(rows, 0, places)
    groups: dict[str, list[int]] = {}
    days: dict[str, date] = {}
    for number, row in enumerate(rows[1:], start=1):
        name, day = clean_line(cell_text(row[places[0]])), day_in(row[places[1]])
        if name and (day or name in days):
            groups.setdefault(name, []).append(number)
            days.setdefault(name, day or date.max)
        elif any(cell not in ("", None) for cell in row):
            reader.report(number + 1, VERSION_NAME, "版の名前か日付がないので、使いませんでした")
    versions = [
        Version(name, days[name], tuple(reader.resources(rows, columns, numbers))) for name, numbers in groups.items()
    ]
    return tuple(versions), tuple(reader.problems)
