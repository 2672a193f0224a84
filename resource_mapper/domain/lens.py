"""Lenses (並べ方): which property of a resource makes the rows. Data, not code paths."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from resource_mapper.domain.collation import sort_key
from resource_mapper.domain.text import fold
from resource_mapper.domain.vocabulary import Status, vocabulary

if TYPE_CHECKING:
    from resource_mapper.domain.category import Category
    from resource_mapper.domain.resource import Resource
    from resource_mapper.domain.worksheet import Worksheet

UNSET = ""
"""ID of the row for resources whose property is empty or a word outside the list."""

UNSET_LABEL = "未設定"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the sheet. `category` is set where the row stands for a 分類 and carries its colour and mark."""

    id: str
    label: str
    category: "Category | None" = None


@dataclass(frozen=True, slots=True)
class Lens:
    """One way to make rows: the field that is read and, on a drop, written. No field: no rows (自由配置)."""

    id: str
    label: str
    field: str | None
    free_words: bool = False
    """Whether the field has no list of choices, so that the words in use make the rows (地区)."""
    phrase: str = "{who}{lens}「{row}」の資源"
    """What a gap sentence says is missing; `{who}` is the people, with a space behind, or nothing."""
    idle_rows: tuple[str, ...] = ()
    """IDs of rows of which nobody expects that they serve anyone: they have no gaps."""

    @property
    def is_free(self) -> bool:
        """Whether cards lie where they are put instead of in rows."""
        return self.field is None

    def rows(self, worksheet: "Worksheet") -> tuple[Row, ...]:
        """Return the rows in order, at least one; 「未設定」 comes last, only where a placed resource needs it."""
        if self.field is None:
            return (Row(UNSET, self.label),)
        rows, row_of = self._own_rows(worksheet), self.sorter(worksheet)
        if not rows or any(row_of(resource) == UNSET for resource in worksheet.placed):
            rows += (Row(UNSET, UNSET_LABEL),)
        return rows

    def row_of(self, worksheet: "Worksheet", resource: "Resource") -> str:
        """Return the ID of the row a resource lies in."""
        return self.sorter(worksheet)(resource)

    def sorter(self, worksheet: "Worksheet") -> "Callable[[Resource], str]":
        """Return the function from a resource to the ID of its row, for many resources of one worksheet."""
        if self.field is None:
            return lambda _: UNSET
        word_of = attrgetter(self.field)
        if self.free_words:
            keys = _Folded()
            return lambda resource: keys[word_of(resource)]
        ids = {row.id: row.id for row in self._own_rows(worksheet)}
        return lambda resource: ids.get(word_of(resource), UNSET)

    def put(self, worksheet: "Worksheet", resource: "Resource", row_id: str) -> "Resource":
        """Return the resource with the property of a row, as when it is dropped there.

        A word outside the list is kept when the card stays in 「未設定」, a district's spelling when it stays there.
        """
        return self.setter(worksheet, row_id)(resource)

    def setter(self, worksheet: "Worksheet", row_id: str) -> "Callable[[Resource], Resource]":
        """Return the function that puts a resource into a row, for many resources of one worksheet."""
        field, row_of = self.field, self.sorter(worksheet)
        if field is None:
            return lambda resource: resource
        word = self._word(worksheet, row_id)

        def put(resource: "Resource") -> "Resource":
            return resource if row_of(resource) == row_id else replace(resource, **{field: word})  # type: ignore[arg-type]

        return put

    def _own_rows(self, worksheet: "Worksheet") -> tuple[Row, ...]:
        """Return the rows but 「未設定」."""
        if self.field == "category":
            return tuple(Row(category.id, category.label, category) for category in worksheet.categories)
        if self.free_words:
            return _rows_of_words(str(getattr(resource, self.field or "")) for resource in worksheet.resources)
        words = vocabulary()
        return tuple(Row(value, words.short_label(self.field or "", value)) for value in words.values(self.field or ""))

    def _word(self, worksheet: "Worksheet", row_id: str) -> str:
        """Return what is written into the field of a resource that is put into a row."""
        if not self.free_words:
            return row_id
        return next((row.label for row in self._own_rows(worksheet) if row.id == row_id), row_id)


def _rows_of_words(words: Iterable[str]) -> tuple[Row, ...]:
    """Return a row for each word in use; spellings that fold alike are one row, named as most of them are written."""
    labels: dict[str, str] = {}
    for word, _ in Counter(words).most_common():
        labels.setdefault(fold(word), word)
    labels.pop(UNSET, None)
    return tuple(Row(key, labels[key]) for key in sorted(labels, key=sort_key))


class _Folded(dict[str, str]):
    """Folded words, each folded once."""

    def __missing__(self, word: str) -> str:
        self[word] = fold(word)
        return self[word]


LENSES = (
    Lens("category", "分類", "category", phrase="{who}{row}"),
    Lens("area_level", "圏域", "area_level"),
    Lens("operator_kind", "実施主体", "operator_kind"),
    Lens("support", "支え方", "support"),
    Lens("service_type", "総合事業の類型", "service_type", phrase="{who}{row}", idle_rows=("none",)),
    Lens("district", "地区", "district", free_words=True, phrase="{row}には {who}資源"),
    Lens(
        "status",
        "状況",
        "status",
        idle_rows=tuple(status for status in Status if status != Status.AVAILABLE),
    ),
    Lens("free", "自由配置", None, phrase="{who}資源"),
)
"""The lenses in the order of menus, keys and lists."""

LENS = {lens.id: lens for lens in LENSES}
"""Lenses by ID."""


def lens_of(worksheet: "Worksheet") -> Lens:
    """Return the lens a worksheet is shown through; 分類 for one that this version does not know."""
    return LENS.get(worksheet.lens, LENSES[0])
