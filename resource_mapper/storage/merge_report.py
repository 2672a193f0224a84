"""What a merge has done, as rows to read, print or keep: every resource and every field that differed."""

from collections.abc import Iterator

from resource_mapper.domain.axis import Span, span_in_words
from resource_mapper.domain.differing import Pair, value_of
from resource_mapper.domain.merging import Decisions, WorksheetComparison, kept
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.field_labels import field_label
from resource_mapper.storage.workbook.rows import cell_text, resource_cells

HEADINGS = ("統合元", "扱い", "名称", "場所", "項目", "もとの内容", "統合元の内容", "採った方")

NEW, AMBIGUOUS, SAME, DIFFERS, APART = "新しい", "新しい（似た資源が複数）", "同じ", "違いがある", "別の資源として追加"


def summary(comparison: WorksheetComparison) -> str:
    """Return what a comparison has found, in numbers."""
    counts = (
        ("新しい", len(comparison.new)),
        ("同じ", len(comparison.same)),
        ("違いがある", len(comparison.differing)),
    )
    words = "・".join(f"{label} {count}件" for label, count in counts)
    if comparison.concerns:
        words += f"・課題 {len(comparison.concerns)}件"
    doubtful = len(comparison.ambiguous)
    return f"{words}（新しい資源のうち{doubtful}件は、似た資源が複数あります）" if doubtful else words


def report_rows(comparison: WorksheetComparison, decisions: Decisions) -> Iterator[tuple[str, ...]]:
    """Return the report of one merge without its headings."""
    for pair in comparison.differing:
        yield from _pair_rows(comparison, pair, decisions)
    for resource in comparison.new:
        handling = AMBIGUOUS if resource in comparison.ambiguous else NEW
        yield (comparison.origin, handling, resource.name, resource.place, "", "", "", "")
    for pair in comparison.same:
        yield (comparison.origin, SAME, pair.left.name, pair.left.place, "", "", "", "")


def _pair_rows(comparison: WorksheetComparison, pair: Pair, decisions: Decisions) -> Iterator[tuple[str, ...]]:
    apart = pair.left.id in decisions.apart
    for difference in pair.differences:
        yield (
            comparison.origin,
            APART if apart else DIFFERS,
            pair.left.name,
            pair.left.place,
            field_label(difference.field),
            value_in_words(pair.left, difference.field, comparison.left),
            value_in_words(pair.right, difference.field, comparison.left),
            "" if apart else str(kept(difference, pair, decisions)),
        )


def value_in_words(resource: Resource, field: str, worksheet: Worksheet) -> str:
    """Return what a resource says in a compared field, as the list shows it; a range with its numbers."""
    value = value_of(resource, field)
    if isinstance(value, Span):
        return f"{span_in_words(value)}（{value.left:.0%}〜{value.right:.0%}）"
    return cell_text(resource_cells(resource, worksheet).get(field_label(field)))
