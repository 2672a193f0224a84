"""The sheets that can be printed, by ID. Each turns a worksheet into drawn pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.display_list import DrawnPage
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.transform import in_black, inset, page_on
from resource_mapper.printing.options import DEFAULT, Paper, PrintOptions, inset_factor
from resource_mapper.printing.poster import tiles
from resource_mapper.printing.stamps import STAMPED_MARGIN, stamped


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of sheet: its ID on the command line, and its name. `_drawer` finds what draws it.

    A sheet that `scales` is drawn on A3 across and set larger or smaller for other paper; the others fill any paper.
    """

    id: str
    label: str
    kind: str = "一覧・配る紙"
    """What it is for, in words; sheets of a kind stand together."""
    scales: bool = False
    has_margin: bool = True
    """Whether there is room for signs at the lower edge."""


_MOST_NAMED = 3
"""So many sheets a file's name names."""
_FORM, _RECORD = "シートと練習の紙", "会議の記録"
SHEETS = {
    sheet.id: sheet
    for sheet in (
        Sheet("worksheet", "資源ワークシート", _FORM, scales=True),
        Sheet("blank", "記入用シート", _FORM, scales=True),
        Sheet("partial", "穴あきシート", _FORM, scales=True),
        Sheet("cards", "切り取りカード", _FORM, has_margin=False),
        Sheet("list", "資源一覧"),
        Sheet("by-state", "状態像別のご案内"),
        Sheet("summary", "集計と空白", _RECORD),
        Sheet("concerns", "課題の一覧", _RECORD),
        Sheet("compare", "版の比較", _RECORD, scales=True),
        Sheet("national", "全国との比較", _RECORD, scales=True),
        Sheet("calls", "電話で確認する先", "内部の資料"),
    )
}


_Draw = Callable[[Worksheet, TextMeasurer, PrintOptions], tuple[DrawnPage, ...]]


def _drawer(sheet_id: str) -> _Draw:
    """Return what draws the pages of a sheet; it is imported only now."""
    draw: _Draw
    match sheet_id:
        case "worksheet":
            from resource_mapper.printing.worksheet_sheet import worksheet_pages as draw
        case "blank":
            from resource_mapper.printing.blank_sheet import blank_pages as draw
        case "partial":
            from resource_mapper.printing.partial_sheet import partial_pages as draw
        case "cards":
            from resource_mapper.printing.cards_sheet import cards_pages as draw
        case "list":
            from resource_mapper.printing.list_sheet import list_pages as draw
        case "by-state":
            from resource_mapper.printing.by_state_sheet import by_state_pages as draw
        case "summary":
            from resource_mapper.printing.summary_sheet import summary_pages as draw
        case "concerns":
            from resource_mapper.printing.concerns_sheet import concern_pages as draw
        case "calls":
            from resource_mapper.printing.calls_sheet import calls_pages as draw
        case "compare":
            from resource_mapper.printing.compare_sheet import compare_pages as draw
        case "national":
            from resource_mapper.printing.national_sheet import national_pages as draw
        case _:
            raise KeyError(sheet_id)
    return draw


def sheet_pages(
    worksheet: Worksheet, sheet_id: str, measurer: TextMeasurer, options: PrintOptions = DEFAULT
) -> tuple[DrawnPage, ...]:
    """Return the pages of one sheet as they come out of the printer."""
    sheet = SHEETS[sheet_id]
    if options.calendar:
        worksheet = replace(worksheet, heading=replace(worksheet.heading, calendar=options.calendar))
    if sheet.scales and options.paper in (Paper.A4, Paper.B4) and (options.copying_allowed or options.ruler):
        options = replace(options, margin=max(options.margin, STAMPED_MARGIN))
    pages = _drawer(sheet_id)(worksheet, measurer, options)
    if sheet.scales and options.paper and options.paper is not Paper.A3:
        pages = tuple(page_on(page, *options.paper.size(landscape=True)) for page in pages)
    if sheet.has_margin:
        pages = tuple(inset(page, inset_factor(page.width, page.height, options.margin)) for page in pages)
        pages = tuple(stamped(page, options, measurer) for page in pages)
    if options.tiles:
        pages = tuple(tile for page in pages for tile in tiles(page, options.tiles, measurer))
    return tuple(page._replace(items=in_black(page.items)) for page in pages) if options.mono else pages


def all_pages(
    worksheet: Worksheet, sheet_ids: Sequence[str], measurer: TextMeasurer, options: PrintOptions = DEFAULT
) -> tuple[DrawnPage, ...]:
    """Return the pages of several sheets, one after the other."""
    return tuple(page for sheet_id in sheet_ids for page in sheet_pages(worksheet, sheet_id, measurer, options))


def print_pdf(
    worksheet: Worksheet, sheet_ids: str | Sequence[str], measurer: TextMeasurer, options: PrintOptions = DEFAULT
) -> bytes:
    """Return one sheet, or several one after the other, as a PDF. The same worksheet always gives the same bytes."""
    from resource_mapper.printing.pdf_painter import paint_pdf  # reportlab takes 0.1 s to import

    ids = [sheet_ids] if isinstance(sheet_ids, str) else list(sheet_ids)
    return paint_pdf(all_pages(worksheet, ids, measurer, options), sheets_title(worksheet, ids))


def sheets_title(worksheet: Worksheet, sheet_ids: Sequence[str]) -> str:
    """Return the title of a document with some sheets."""
    labels = "・".join(SHEETS[sheet_id].label for sheet_id in sheet_ids)
    return f"{worksheet.heading.title}（{labels}）"


def sheets_name(sheet_ids: Sequence[str]) -> str:
    """Return what a file with some sheets is called; many sheets are not all named, names of files must not be long."""
    labels = [SHEETS[sheet_id].label for sheet_id in sheet_ids]
    more = "_ほか" if len(labels) > _MOST_NAMED else ""
    return "_".join(labels[:_MOST_NAMED]) + more
