"""What an import does, in words: values before and after, records that are gone."""

from collections.abc import Iterator, Mapping
from datetime import date

from resource_mapper.domain.axis import Span, span_in_words
from resource_mapper.domain.dates import format_date
from resource_mapper.domain.fields import FIELD
from resource_mapper.domain.resource import CHOICES_SEPARATOR
from resource_mapper.domain.text import clean_line
from resource_mapper.domain.vocabulary import vocabulary
from resource_mapper.storage.field_labels import field_label
from resource_mapper.storage.importing.update import ListComparison

NOTHING = "（なし）"
COMPARED_ORDER = ("name", "category", "span", *(name for name in FIELD if name not in ("name", "category")))
"""Fields in the order in which people read them."""


def value_in_words(name: str, value: object, labels: Mapping[str, str], nothing: str = NOTHING) -> str:
    """Return a field's value on one line; `labels` are those of the worksheet's categories, by ID."""
    if value in ("", None, ()):
        return nothing
    if isinstance(value, Span):
        return span_in_words(value)
    if isinstance(value, tuple):
        return CHOICES_SEPARATOR.join(value)
    if isinstance(value, date):
        return format_date(value)
    text = labels.get(str(value), str(value)) if name == "category" else str(value)
    return clean_line(vocabulary().label(name, text) if name == "service_type" else text)


def change_lines(comparison: ListComparison, labels: Mapping[str, str]) -> Iterator[str]:
    """Yield a line per changed field and per record that is gone; `labels` are those of the worksheet's categories."""
    for change in comparison.changed:
        for name in change.fields:
            before, after = (value_in_words(name, getattr(r, name), labels) for r in (change.before, change.after))
            yield f"変わる：「{change.before.name}」の{field_label(name)}：{before} → {after}"
    for resource in comparison.gone:
        yield f"一覧から消えた：「{resource.name}」（ワークシートには残してあります）"
