"""全国との比較 as lines of words: for screen readers, for copying, for whoever would rather read than look."""

from dataclasses import dataclass

from resource_mapper.domain.national_comparison import MARK, NationalComparison, percent_words

HEADINGS = ("項目", "わがまち", "全国", "全国の年度")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line: what is compared, the town's own figure, the country's, and its year."""

    topic: str
    label: str
    own: str
    national: str
    year: str

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """The line under `HEADINGS`."""
        return f"{self.topic}　{self.label}", self.own, self.national, self.year


def table_rows(found: NationalComparison) -> tuple[TableRow, ...]:
    """Return all figures, in the order of the charts."""
    return (*_service_rows(found), *_activity_rows(found), *_participation_rows(found))


def notes(found: NationalComparison) -> tuple[str, ...]:
    """Return all footnotes and the source."""
    return (*found.service_notes, *found.activity_notes, *found.participation_notes, f"出典：{found.source}")


def as_text(found: NationalComparison) -> str:
    """Return the whole comparison as text whose columns Excel and Word keep apart."""
    lines = ["\t".join(HEADINGS), *("\t".join(row.cells) for row in table_rows(found)), *notes(found)]
    return "\n".join(lines)


def own_count(own: int, wanted: int) -> str:
    """Return 「2件（ほしい 1）」."""
    return f"{own}件" + (f"（ほしい {wanted}）" if wanted else "")


def _service_rows(found: NationalComparison) -> list[TableRow]:
    rows = []
    for group in found.services:
        for row in group.rows:
            national = f"{row.sentence}（{row.national.towns:,}市町村）"
            if not row.national.agrees:
                national += f"{MARK}{row.national.towns:,}市町村なら{percent_words(row.national.computed)}"
            label = f"{row.label}（{row.words}）" if row.words else row.label
            rows.append(TableRow(group.label, label, own_count(row.own, row.wanted), national, found.year))
    return rows


def _activity_rows(found: NationalComparison) -> list[TableRow]:
    return [
        TableRow(
            "通いの場の内容",
            row.label,
            "まだ分かりません" if row.own_percent is None else f"{percent_words(row.own_percent)}（{row.own}か所）",
            f"全国では{percent_words(row.national_percent)}",
            found.year,
        )
        for row in found.activities
    ]


def _participation_rows(found: NationalComparison) -> list[TableRow]:
    own, rows = found.participation, []
    for each in own.series:
        words = f"全国では{percent_words(each.percent)}（{each.places:,}か所）"
        if each.residents:
            words += f"、うち住民が運営 {percent_words(each.residents.percent)}（{each.residents.places:,}か所）"
        rows.append(TableRow("通いの場の参加率", f"{each.year}年度", "", words, f"{each.year}年度"))
    rate = "まだ分かりません" if own.own_percent is None else percent_words(own.own_percent)
    rows.append(TableRow("通いの場の参加率", "わがまち", f"{rate}（{own.places}か所・{own.participants:,}人）", "", ""))
    return rows
