"""電話で確認する先: a list to write on while calling. Internal: it may carry contacts that no other sheet shows."""

from collections.abc import Callable, Sequence

from resource_mapper.domain.dates import format_date
from resource_mapper.domain.freshness import can_be_confirmed, oldest_first
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.display_list import Box, DisplayList, DrawnPage, Lines, Primitive, Stroke
from resource_mapper.layout.geometry import Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.pen import text_at
from resource_mapper.layout.style import INK, MUTED, PAPER, style_of
from resource_mapper.printing.flow import MARGIN, Flow
from resource_mapper.printing.list_sheet import GROUP_HEIGHT, draw_group
from resource_mapper.printing.options import Paper, PrintOptions
from resource_mapper.printing.selecting import groups, subtitle
from resource_mapper.printing.stamps import stamped_internal
from resource_mapper.printing.table import HEAD_HEIGHT, PAD, PT, PrintedTable, TableColumn

TITLE = "電話で確認する先"
HOW = "電話で確かめたら、当てはまる □ に印を付け、変わった所を「書くところ」に書いてください。"
NOBODY = "電話で確認する先はありません。"
WITHHELD = "（内部のみ）"
"""Stands for a contact that is there and was not asked for."""
ANSWERS_AT = 4
"""Number of the column with the answers to tick."""
ANSWERS = ("変わりなし", "変わった", "終了")
BOX, BOX_GAP, ANSWER_GAP = 3.2, 1.0, 2.6
LEAST_HEIGHT = 11.0
"""Room for a line of handwriting."""
INTRO_PT = 9.0


def calls_pages(worksheet: Worksheet, measurer: TextMeasurer, options: PrintOptions) -> tuple[DrawnPage, ...]:
    """Return the list on landscape paper (A4 unless another is chosen), by 地区, the oldest first; 内部資料 on each."""
    resources = calls(worksheet, options)
    flow = Flow(options.size(Paper.A4, landscape=True), TITLE, subtitle(worksheet, len(resources), options), measurer)
    if resources:
        _intro(flow, resources, options)
        _table(flow, worksheet, resources, options)
    else:
        flow.paragraph(NOBODY, INTRO_PT)
    return tuple(stamped_internal(page, measurer) for page in flow.pages())


def calls(worksheet: Worksheet, options: PrintOptions) -> tuple[Resource, ...]:
    """Return whom to call: the stale resources; everything that can be confirmed where no age is chosen."""
    if options.freshness is not None:
        return options.freshness.stale(worksheet)
    return tuple(filter(can_be_confirmed, worksheet.resources))


def _intro(flow: Flow, resources: Sequence[Resource], options: PrintOptions) -> None:
    if options.freshness is not None:
        flow.paragraph(f"{options.freshness.sentence(resources)}。", INTRO_PT, bold=True)
    flow.paragraph(HOW, INTRO_PT)
    flow.skip(1.5)
    flow.add(8.0, lambda y: _signature(flow, y))
    flow.skip(1.0)


def _signature(flow: Flow, y: float) -> DisplayList:
    """Return the lines for whoever calls, and for the day."""
    items: list[Primitive] = []
    x, middle = MARGIN, y + 4.0
    for words, width in (("確認した人", 55.0), ("確認した日", 45.0)):
        items.append(text_at(x, middle, words, INTRO_PT, INK))
        x += flow.measurer.width(words, INTRO_PT) + 2
        items.append(Lines(((x, middle + 2.2, x + width, middle + 2.2),), Stroke(INK, 0.2)))
        x += width + 8
    return tuple(items)


def _table(flow: Flow, worksheet: Worksheet, resources: Sequence[Resource], options: PrintOptions) -> None:
    table = PrintedTable(_columns(worksheet, flow, options), flow.area.width, flow.measurer, least_height=LEAST_HEIGHT)
    style = style_of(worksheet, mono=options.mono)
    flow.repeat(HEAD_HEIGHT, table.head)
    for group in groups(worksheet, resources, "district"):
        rows = [table.row(resource) for resource in oldest_first(group.resources)]
        flow.add(GROUP_HEIGHT, draw_group(group, style, flow), with_next=rows[0][0])
        for height, draw in rows:
            flow.add(height, _with_room_to_write(flow.measurer, table, height, draw))


def _columns(worksheet: Worksheet, flow: Flow, options: PrintOptions) -> list[TableColumn[Resource]]:
    calendar = options.calendar or worksheet.heading.calendar

    def confirmed(resource: Resource) -> str:
        day = format_date(resource.confirmed_on, calendar) if resource.confirmed_on else "まだない"
        return f"{day}\n{resource.confirmed_by}".rstrip()

    columns: list[TableColumn[Resource]] = [
        TableColumn("名称", 2.8, lambda each: each.name),
        TableColumn("運営主体・連絡先", 2.7, lambda each: f"{each.operator}\n{_contact(each, options)}".strip()),
        TableColumn("曜日・日時", 2.2, lambda each: each.schedule or each.frequency),
        TableColumn("最終確認日", 1.5, confirmed),
        TableColumn("書くところ", 3.4, lambda _: ""),
    ]
    # The answers to tick take just the room they need, the other columns share the rest.
    needed = sum(BOX + BOX_GAP + flow.measurer.width(words, PT) + ANSWER_GAP for words in ANSWERS)
    share = needed * sum(column.share for column in columns) / (flow.area.width - needed)
    columns.insert(ANSWERS_AT, TableColumn("分かったこと", share, lambda _: ""))
    return columns


def _contact(resource: Resource, options: PrintOptions) -> str:
    """Return the contact; one that is not public only where that was asked for."""
    if options.internal_contacts or not resource.contact:
        return resource.contact
    return resource.public_contact or WITHHELD


def _with_room_to_write(
    measurer: TextMeasurer, table: PrintedTable[Resource], height: float, draw: Callable[[float], DisplayList]
) -> Callable[[float], DisplayList]:
    """Return what draws a row with the boxes to tick and lines to write on."""
    left, right = table.room(ANSWERS_AT + 1)

    def drawn(y: float) -> DisplayList:
        lines = tuple((left + 1, y + at, right - 1, y + at) for at in _writing_lines(height))
        answers = _answers(measurer, table.room(ANSWERS_AT)[0] + PAD, y + height / 2)
        return (*draw(y), *answers, Lines(lines, Stroke(MUTED, 0.15, (0.6, 0.8))))

    return drawn


def _writing_lines(height: float) -> Sequence[float]:
    """Return where dotted lines to write on lie: one for each 7 mm of a row, the last a little above its edge."""
    count = max(1, int(height // 7.0))
    return [height * number / count - 1.8 for number in range(1, count + 1)]


def _answers(measurer: TextMeasurer, x: float, middle: float) -> DisplayList:
    """Return the boxes to tick, each with its word."""
    items: list[Primitive] = []
    for words in ANSWERS:
        items.append(Box(Rect(x, middle - BOX / 2, BOX, BOX), PAPER, Stroke(INK, 0.25)))
        items.append(text_at(x + BOX + BOX_GAP, middle, words, PT, INK))
        x += BOX + BOX_GAP + measurer.width(words, PT) + ANSWER_GAP
    return tuple(items)
