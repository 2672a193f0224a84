"""Lenses (並べ方): which property of a resource makes the rows. Data, not code paths."""

from dataclasses import dataclass, replace

from resource_mapper.domain.category import Category
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import vocabulary
from resource_mapper.domain.worksheet import Worksheet

UNSET = ""
"""ID of the row for resources whose property is empty or a word outside the list."""

UNSET_LABEL = "未設定"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the sheet. `category` is set where the row stands for a 分類 and carries its colour and mark."""

    id: str
    label: str
    category: Category | None = None


@dataclass(frozen=True, slots=True)
class Lens:
    """One way to make rows: the field that is read and, on a drop, written. No field: no rows (自由配置)."""

    id: str
    label: str
    field: str | None

    @property
    def is_free(self) -> bool:
        """Whether cards lie where they are put instead of in rows."""
        return self.field is None

    def rows(self, worksheet: Worksheet) -> tuple[Row, ...]:
        """Return the rows in order; 「未設定」 comes last, only where a placed resource needs it."""
        if self.field is None:
            return (Row(UNSET, self.label),)
        if self.field == "category":
            rows = tuple(Row(category.id, category.label, category) for category in worksheet.categories)
        else:
            rows = tuple(Row(word, word) for word in vocabulary().choices[self.field])
        if any(self.row_of(worksheet, resource) == UNSET for resource in worksheet.placed):
            rows += (Row(UNSET, UNSET_LABEL),)
        return rows

    def row_of(self, worksheet: Worksheet, resource: Resource) -> str:
        """Return the ID of the row a resource lies in."""
        if self.field is None:
            return UNSET
        value = str(getattr(resource, self.field))
        if self.field == "category":
            return value if worksheet.category_of(resource) else UNSET
        return value if vocabulary().is_known(self.field, value) else UNSET

    def put(self, worksheet: Worksheet, resource: Resource, row_id: str) -> Resource:
        """Return the resource with the property of a row, as when it is dropped there.

        A word outside the list is kept when the card stays in 「未設定」.
        """
        if self.field is None or self.row_of(worksheet, resource) == row_id:
            return resource
        return replace(resource, **{self.field: row_id})  # type: ignore[arg-type]


LENSES = (
    Lens("category", "分類", "category"),
    Lens("area_level", "圏域", "area_level"),
    Lens("operator_kind", "実施主体", "operator_kind"),
    Lens("support", "支え方", "support"),
    Lens("status", "状況", "status"),
    Lens("free", "自由配置", None),
)
LENS = {lens.id: lens for lens in LENSES}
"""Lenses by ID."""


def lens_of(worksheet: Worksheet) -> Lens:
    """Return the lens a worksheet is shown through."""
    return LENS[worksheet.lens]
