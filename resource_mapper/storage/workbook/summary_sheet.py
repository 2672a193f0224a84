"""集計: counts as live formulas over 資源一覧, so that they stay true when somebody edits the list."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from resource_mapper.domain.axis import BANDS, SPAN_WORDS, bands_of, span_from_words, span_in_words
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.list_sheet import HEADER_STYLE
from resource_mapper.storage.workbook.schema import WORDS
from resource_mapper.storage.workbook.sheet_setup import PAPER_A3, ExcelSheet, print_across, set_widths
from resource_mapper.storage.workbook.sheet_xml import Formula, SheetRow, SheetRows
from resource_mapper.storage.workbook.styles import GENERAL, CellStyle, Styles

MOST_DISTRICTS = 100
"""Districts with a row of their own; a national list has thousands, and each costs a pass over the list."""
NOTE = "「資源一覧」を数える式です。一覧を直すと数も変わります。この面は保存のたびに作り直します。"
SPANS_NOTE = "状態像がいくつかにまたがる資源は、それぞれの列で数えます。合計は資源の数です。"
OTHERS = "そのほか・未設定"

_WILDCARDS = frozenset("*?~")
_LONGEST_CRITERION = 200
_BAND_WORDS = [
    tuple(word for word in SPAN_WORDS if (span := span_from_words(word)) and band in bands_of(span)) for band in BANDS
]
"""The words for ranges that reach into each band."""
_LETTERS = "BCDEFGH"

_Condition = tuple[str, str]
"""Cells and a criterion, both as they stand in a formula."""


def write_summary(sheet: ExcelSheet, worksheet: Worksheet, styles: Styles, ranges: Mapping[str, str]) -> SheetRows:
    """Set the sheet up and return its rows; `ranges` are the cells of the list's columns, by label."""
    set_widths(sheet, (36, *[20] * 6))
    print_across(sheet, PAPER_A3, numbered=False)
    return SheetRows(_Summary(worksheet, styles, ranges).rows())


class _Summary:
    def __init__(self, worksheet: Worksheet, styles: Styles, ranges: Mapping[str, str]) -> None:
        self._worksheet = worksheet
        self._ranges = ranges
        self._header = styles.number(HEADER_STYLE)
        self._number_header = styles.number(replace(HEADER_STYLE, align="right"))
        self._title = styles.number(CellStyle(size=14, bold=True))
        self._label = styles.number(CellStyle(edges="b", edge="#D5DBE3"))
        self._count = styles.number(CellStyle(GENERAL, edges="b", edge="#D5DBE3"))
        self._total = styles.number(CellStyle(GENERAL, bold=True, fill="#E6EFEE"))
        self._note = styles.number(CellStyle(size=9, ink="#4B5563"))
        self._styles = styles
        self._row = 1

    def rows(self) -> Iterator[SheetRow]:
        yield self._line((self._title, "集計"))
        yield self._line((self._note, NOTE))
        yield self._line((self._note, SPANS_NOTE))
        yield from self._by_category(Status.AVAILABLE)
        yield from self._by_category(Status.WANTED)
        yield from self._by_district()

    def _by_category(self, status: Status) -> Iterator[SheetRow]:
        """分類 × 状態像 of one 状況."""
        labels = self._worksheet.category_labels
        tally: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for resource in self._worksheet.resources:
            if resource.status == status:
                words = span_in_words(resource.span) if resource.span else ""
                for key in {_ALL, labels.get(resource.category, OTHERS)}:
                    tally[key][words] += 1

        def cells(label: str, of_row: list[_Condition]) -> list[Formula]:
            conditions = [*of_row, self._status(status)]
            counts, whole = tally[label], _countifs(conditions)
            placed = [self._count_words(conditions, words, counts) for words in _BAND_WORDS]
            anywhere = self._count_words(conditions, SPAN_WORDS, counts)
            nowhere = Formula(f"{whole}-{anywhere.text}", counts[""])
            return [*placed, nowhere, Formula(whole, counts.total())]

        headings = ("分類", *(band.label for band in BANDS), "未配置", "合計")
        return self._table(f"分類 × 状態像（{status.value}）", headings, list(labels.values()), cells)

    def _by_district(self) -> Iterator[SheetRow]:
        """地区 × 状況."""
        tally: defaultdict[str, Counter[str]] = defaultdict(Counter)
        labels: dict[str, str] = {}  # formulas do not tell capitals from small letters
        for resource in self._worksheet.resources:
            label = labels.setdefault(resource.district.casefold(), resource.district)
            for key in {_ALL, label}:
                tally[key][resource.status] += 1
        common = [
            label
            for label, _ in Counter({label: tally[label].total() for label in labels.values() if label}).most_common(
                MOST_DISTRICTS
            )
        ]

        def cells(label: str, of_row: list[_Condition]) -> list[Formula]:
            counts = tally[label]
            whole = _countifs(of_row) if of_row else f"COUNTA({self._ranges['名称']})"
            known = [Formula(_countifs([*of_row, self._status(status)]), counts[status]) for status in Status]
            return [*known, Formula(whole, counts.total())]

        return self._table("地区 × 状況", ("地区", *Status, "合計"), common, cells)

    def _table(
        self,
        title: str,
        headings: Sequence[str],
        labels: Sequence[str],
        cells: Callable[[str, list[_Condition]], list[Formula]],
    ) -> Iterator[SheetRow]:
        """Return a table: a row per label, one for what those leave out, and the totals."""
        self._row += 1
        yield self._line((self._title, title))
        yield self._line((self._header, headings[0]), *((self._number_header, heading) for heading in headings[1:]))
        first, column = self._row, self._ranges[headings[0]]
        above = []
        for label in labels:
            above.append(cells(label, [(column, _criterion(label, f"$A{self._row}"))]))
            yield self._counts(label, above[-1])
        totals = cells(_ALL, [])
        others = [
            Formula(
                f"{letter}{self._row + 1}-SUM({letter}{first - 1}:{letter}{self._row - 1})",  # the heading is no number
                total.value - sum(row[index].value for row in above),
            )
            for index, (letter, total) in enumerate(zip(_LETTERS, totals, strict=False))
        ]
        yield self._counts(OTHERS, others)
        yield self._counts("合計", totals, self._total)

    def _count_words(self, conditions: list[_Condition], words: Sequence[str], counts: Counter[str]) -> Formula:
        """Count the resources whose range is called by one of some words."""
        array = "{" + ",".join(f'"{word}"' for word in words) + "}"
        text = f"SUMPRODUCT({_countifs([*conditions, (self._ranges[WORDS], array)])})"
        return Formula(text, sum(counts[word] for word in words))

    def _status(self, status: Status) -> _Condition:
        return self._ranges["状況"], f'"={status.value}"'

    def _counts(self, label: str, cells: Iterable[Formula], style: int | None = None) -> SheetRow:
        number = self._count if style is None else style
        text = self._styles.fitting(self._label if style is None else style, label)
        return self._line((text, label), *((number, cell) for cell in cells))

    def _line(self, *cells: tuple[int, str | Formula]) -> SheetRow:
        row = SheetRow(self._row, [(column, style, value) for column, (style, value) in enumerate(cells, start=1)])
        self._row += 1
        return row


_ALL = "\n"
"""Stands for all rows together; no label has a line break."""


def _countifs(conditions: Iterable[_Condition]) -> str:
    return f"COUNTIFS({','.join(part for condition in conditions for part in condition)})"


def _criterion(label: str, cell: str) -> str:
    """Return the criterion 「is the text of that cell」; signs that mean something in criteria are text, too."""
    text = cell if len(label) <= _LONGEST_CRITERION else f"LEFT({cell},{_LONGEST_CRITERION})"
    if _WILDCARDS & set(label):
        for sign in ("~", "*", "?"):
            text = f'SUBSTITUTE({text},"{sign}","~{sign}")'
    return f'"="&{text}' + ('&"*"' if len(label) > _LONGEST_CRITERION else "")
