"""課題の一覧 on paper: what is to be done, by whom, by when; to be written on at the meeting (deck p28)."""

from resource_mapper.domain.concern import Concern
from resource_mapper.domain.dates import format_date
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.display_list import DrawnPage
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.style import MUTED
from resource_mapper.printing.flow import Flow
from resource_mapper.printing.options import Paper, PrintOptions
from resource_mapper.printing.selecting import subtitle
from resource_mapper.printing.table import HEAD_HEIGHT, PrintedTable, TableColumn

FORMULA = "あるべき姿 − 現状 ＝ 課題"
NOTHING_YET = "課題はまだ書かれていません。「会議」の「課題の一覧」で書けます。"
MOST_LINES = 10
_NOTE_PT = 9.0


def concern_pages(worksheet: Worksheet, measurer: TextMeasurer, options: PrintOptions) -> tuple[DrawnPage, ...]:
    """Return the table on landscape paper (A4 unless another is chosen), in the order of the list."""
    size = options.size(Paper.A4, landscape=True)
    words = f"{FORMULA}　{subtitle(worksheet, len(worksheet.concerns), options)}"
    flow = Flow(size, "課題の一覧", words, measurer)
    if not worksheet.concerns:
        flow.paragraph(NOTHING_YET, _NOTE_PT, MUTED)
        return flow.pages()
    table = PrintedTable(_columns(worksheet, options), flow.area.width, measurer, MOST_LINES)
    flow.repeat(HEAD_HEIGHT, table.head)
    for concern in worksheet.concerns:
        flow.add(*table.row(concern))
    return flow.pages()


def _columns(worksheet: Worksheet, options: PrintOptions) -> list[TableColumn[Concern]]:
    """Return the columns; those of which the meeting decides are there to be written into even while they are empty."""
    names = {resource.id: resource.name for resource in worksheet.resources}
    calendar = options.calendar or worksheet.heading.calendar

    def grounds(concern: Concern) -> str:
        cards = "".join(f"「{names[key]}」" for key in concern.grounds if names[key] not in concern.title)
        return "\n".join(part for part in (concern.reason, cards) if part)

    def due(concern: Concern) -> str:
        return format_date(concern.due, calendar) if concern.due else ""

    columns: list[TableColumn[Concern]] = [
        TableColumn("課題", 3.4, lambda each: each.title),
        TableColumn("根拠", 2.6, grounds),
        TableColumn("優先度", 0.8, lambda each: each.priority),
        TableColumn("難易度", 0.8, lambda each: each.difficulty),
        TableColumn("役割分担", 2.8, lambda each: each.who),
        TableColumn("期限", 1.5, due),
        TableColumn("状態", 1.1, lambda each: each.state),
    ]
    if any(each.raised_at for each in worksheet.concerns):
        columns.append(TableColumn("出た会議", 1.3, lambda each: each.raised_at))
    if any(each.note for each in worksheet.concerns):
        columns.append(TableColumn("備考", 1.8, lambda each: each.note))
    return columns
