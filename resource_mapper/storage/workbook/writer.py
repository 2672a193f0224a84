"""A worksheet as an `.xlsx` that makes sense to somebody who has only Excel.

What the program knows is written anew at each save; what the user made in Excel is carried over.
"""

from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.styles import Font

from resource_mapper.domain.axis import SPAN_WORDS
from resource_mapper.domain.fields import Kind
from resource_mapper.domain.vocabulary import vocabulary
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.machine import user_name
from resource_mapper.storage.workbook.carried import Carried, load_carried
from resource_mapper.storage.workbook.concerns_sheet import write_concerns
from resource_mapper.storage.workbook.links_sheet import write_links, write_version_links
from resource_mapper.storage.workbook.list_sheet import ListSheet, extra_headings
from resource_mapper.storage.workbook.notes_sheet import write_notes
from resource_mapper.storage.workbook.old_list import OldList
from resource_mapper.storage.workbook.schema import (
    COLUMNS,
    CONCERNS_SHEET,
    LINKS_SHEET,
    LIST_SHEET,
    NOTES_SHEET,
    OWN_SHEETS,
    PICTURE_SHEET,
    PREPRINTED,
    PREPRINTED_YES,
    SETTINGS_SHEET,
    SUMMARY_SHEET,
    VERSION_LINKS_SHEET,
    VERSIONS_SHEET,
    WORDS,
)
from resource_mapper.storage.workbook.settings_sheet import write_settings
from resource_mapper.storage.workbook.sheet_picture import write_picture
from resource_mapper.storage.workbook.sheet_xml import save_book
from resource_mapper.storage.workbook.styles import FONT, Styles
from resource_mapper.storage.workbook.summary_sheet import write_summary
from resource_mapper.storage.workbook.versions_sheet import write_versions


def write_workbook(worksheet: Worksheet, previous: bytes | None = None) -> bytes:
    """Return the workbook; what the user made in `previous`, one of ours, is carried over.

    Raises:
        ValueError: a value cannot be stored (the model refuses such values before).
        CarryingError: what the user made cannot be carried over.
    """
    carried = load_carried(previous, has_own_columns=bool(extra_headings(worksheet))) if previous else None
    book = carried.book if carried else _new_book()
    old = OldList(book[LIST_SHEET], rows=carried.with_rows) if carried else None
    styles = Styles(book)
    sheets = {name: book[name] if name in book.sheetnames else book.create_sheet(name) for name in OWN_SHEETS}
    listed = ListSheet(sheets[LIST_SHEET], worksheet, styles, old)
    rows = {
        LIST_SHEET: listed.write(),
        PICTURE_SHEET: write_picture(sheets[PICTURE_SHEET], worksheet, styles),
        SUMMARY_SHEET: write_summary(sheets[SUMMARY_SHEET], worksheet, styles, listed.ranges),
        CONCERNS_SHEET: write_concerns(sheets[CONCERNS_SHEET], worksheet, styles),
        LINKS_SHEET: write_links(sheets[LINKS_SHEET], worksheet, styles),
        NOTES_SHEET: write_notes(sheets[NOTES_SHEET], worksheet, styles),
        VERSIONS_SHEET: write_versions(sheets[VERSIONS_SHEET], worksheet, styles),
        VERSION_LINKS_SHEET: write_version_links(sheets[VERSION_LINKS_SHEET], worksheet, styles),
    }
    listed.add_drop_downs(write_settings(sheets[SETTINGS_SHEET], worksheet, FONT, _choice_lists(worksheet)))
    _arrange(book, carried)
    book.properties.lastModifiedBy = user_name() or None
    return save_book(book, rows)


def _new_book() -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    book._named_styles["Normal"].font = Font(name=FONT, size=11)  # type: ignore[attr-defined] # no public way
    book.properties.title = "地域資源ワークシート"
    book.properties.creator = "地域資源ワークシート"
    return book


def _arrange(book: Workbook, carried: Carried | None) -> None:
    """Leave sheets where the user put them, hidden ones hidden; new ones stand in our order."""
    order = carried.order if carried else ()
    rank = {name: (position, 0) for position, name in enumerate(order)}
    before = -1
    for position, name in enumerate(OWN_SHEETS):
        before = rank.setdefault(name, (before, position + 1))[0]
    book._sheets.sort(key=lambda sheet: rank[sheet.title])  # type: ignore[attr-defined] # no public way
    for name in carried.hidden if carried else ():
        book[name].sheet_state = "hidden"
    book.active = book.sheetnames.index(LIST_SHEET)
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = sheet.title == LIST_SHEET  # two selected sheets would be edited as one


def _choice_lists(worksheet: Worksheet) -> dict[str, Iterable[str]]:
    """Return the words of every drop-down by column label."""
    lists: dict[str, Iterable[str]] = {WORDS: SPAN_WORDS, PREPRINTED: (PREPRINTED_YES,)}
    for column in COLUMNS:
        if column.field == "category":
            lists[column.label] = [category.label for category in worksheet.categories]
        elif column.field and column.kind is Kind.CHOICE:
            lists[column.label] = vocabulary().labels(column.field, worksheet.wording)
    return lists
