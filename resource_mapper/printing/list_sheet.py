"""資源一覧 on paper: a table grouped by 分類 or 地区, with what may be shown to everybody."""

from collections.abc import Callable, Sequence

from resource_mapper.domain.axis import span_in_words
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.display_list import Box, DisplayList, DrawnPage, Primitive, Stroke
from resource_mapper.layout.geometry import Rect
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.pen import mark, text_at
from resource_mapper.layout.style import INK, Style, color_of, style_of
from resource_mapper.layout.typesetting import printable
from resource_mapper.printing.flow import MARGIN, Flow
from resource_mapper.printing.options import Paper, PrintOptions
from resource_mapper.printing.selecting import Group, contact, groups, shown, subtitle
from resource_mapper.printing.table import HEAD_HEIGHT, PrintedTable, TableColumn

GROUP_PT, GROUP_HEIGHT = 10.5, 8.0
_Column = TableColumn[Resource]


def list_pages(worksheet: Worksheet, measurer: TextMeasurer, options: PrintOptions) -> tuple[DrawnPage, ...]:
    """Return the table on landscape paper (A4 unless another is chosen)."""
    resources = shown(worksheet, options)
    size = options.size(Paper.A4, landscape=True)
    words = subtitle(worksheet, len(resources), options)
    flow = Flow(size, "地域の資源一覧", words, measurer)
    style = style_of(worksheet, mono=options.mono)
    columns = _columns(worksheet, resources, options)
    table = PrintedTable(columns, flow.area.width, measurer)
    flow.repeat(HEAD_HEIGHT, table.head)
    for group in groups(worksheet, resources, options.group_by):
        rows = [table.row(resource) for resource in group.resources]
        flow.add(GROUP_HEIGHT, draw_group(group, style, flow), with_next=rows[0][0])
        for height, draw in rows:
            flow.add(height, draw)
    return flow.pages()


def _columns(worksheet: Worksheet, resources: Sequence[Resource], options: PrintOptions) -> list[_Column]:
    """Return the columns in which something stands; the others leave them their room."""

    def group(resource: Resource) -> str:
        return resource.district if options.group_by == "category" else worksheet.category_label(resource)

    columns = [
        _Column("名称", 3.0, _name),
        _Column("地区" if options.group_by == "category" else "分類", 1.5, group),
        _Column("状態像", 1.3, lambda each: span_in_words(each.span) if each.span else "未配置"),
        _Column("曜日・日時", 2.4, lambda each: each.schedule or each.frequency),
        _Column("場所", 2.4, lambda each: each.place or each.address),
        _Column("運営主体", 1.8, lambda each: each.operator),
        _Column("参加費", 1.3, lambda each: each.fee),
        _Column("送迎", 0.9, lambda each: each.transport),
    ]
    if options.contacts:
        columns.append(_Column("連絡先", 2.2, lambda each: contact(each, options)))
    filled = [column for column in columns if any(column.text(each).strip() for each in resources)]
    return filled or columns


def _name(resource: Resource) -> str:
    signs = (resource.nature if resource.is_natural else "", "" if resource.counts else resource.status)
    return resource.name + "".join(f"【{sign}】" for sign in signs if sign)


def draw_group(group: Group, style: Style, flow: Flow) -> Callable[[float], DisplayList]:
    """Return what draws the band over a group of rows."""
    category, color = group.category, color_of(group.category)

    def draw(y: float) -> DisplayList:
        band = Rect(MARGIN, y + 1.2, flow.area.width, GROUP_HEIGHT - 1.6)
        items: list[Primitive] = [Box(band, style.tint(color, 0.16), Stroke(INK, 0.25) if style.mono else None)]
        x = band.x + 2
        if category:
            items.append(mark(category.mark, x + 1.5, band.centre_y, 3.0, style.line(color)))
            x += 5
        label = f"{printable(group.label, flow.measurer)}　{len(group.resources)}件"
        items.append(text_at(x, band.centre_y, label, GROUP_PT, INK, bold=True))
        return tuple(items)

    return draw
