"""The worksheet: resources, the categories they are drawn by, and what stands in the heading."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from resource_mapper.domain.category import DEFAULT_CATEGORIES, MAX_CATEGORIES, Category
from resource_mapper.domain.concern import Concern
from resource_mapper.domain.link import Link, are_sound, links_among
from resource_mapper.domain.note import Note
from resource_mapper.domain.resource import MAX_COUNT, Resource
from resource_mapper.domain.text import clean_line, fold, is_storable
from resource_mapper.domain.version import Version
from resource_mapper.domain.vocabulary import Wording

DEFAULT_TITLE = "わがまちの地域の資源を書き出してみよう"
DEFAULT_SUBTITLE = "高齢者の心身の状態像に応じて、地域の資源がどんな形で存在しているか"
SOURCE_LINE = (
    "資料：地域づくりに必要な関係機関・関係者の連携・事業間連動（国立保健医療科学院研修 R4.9.26）の様式をもとに作成"
)


class Calendar(StrEnum):
    """How dates are written on the sheet."""

    ERA = "和暦"
    WESTERN = "西暦"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands above the axis, and how the sheet is shown."""

    title: str = DEFAULT_TITLE
    subtitle: str = DEFAULT_SUBTITLE
    municipality: str = ""
    area: str = ""
    meeting: str = ""
    made_on: date | None = None
    calendar: Calendar = Calendar.ERA
    elderly: int | None = None
    """How many people of 65 or older live in the area of the sheet (65歳以上人口, deck p12)."""

    def __post_init__(self) -> None:
        """Refuse what could not be stored.

        Raises:
            ValueError: a line that is not clean (see `text.clean_line`), or a number of people that cannot be.
        """
        for line in (self.title, self.subtitle, self.municipality, self.area, self.meeting):
            if clean_line(line) != line or not is_storable(line):
                raise ValueError(f"heading {line!r} is not one clean line")
        if self.elderly is not None and not 0 <= self.elderly <= MAX_COUNT:
            raise ValueError(f"{self.elderly} people of 65 or older")


@dataclass(frozen=True, slots=True, kw_only=True)
class Worksheet:
    """A document: everything that one workbook holds. IDs are unique in each list, versions by their names."""

    resources: tuple[Resource, ...] = ()
    categories: tuple[Category, ...] = DEFAULT_CATEGORIES
    heading: Heading = field(default_factory=Heading)
    lens: str = "category"
    mirrored: bool = False
    """Whether the view has 元気 on the right; data and ranges do not change."""
    wording: Wording = Wording.REVISED
    extra_headings: tuple[str, ...] = ()
    """Columns that the user added to the list, in order; their cells are in `Resource.extra`."""
    links: tuple[Link, ...] = ()
    """Hand-overs between resources that are in `resources`; a link goes when one of its ends goes."""
    notes: tuple[Note, ...] = ()
    """付箋 on the sheet, the topmost last."""
    versions: tuple[Version, ...] = ()
    """How the list stood at earlier meetings, oldest first."""
    concerns: tuple[Concern, ...] = ()
    """課題 in the order of their list; a card that goes stays in them by its name."""

    def __post_init__(self) -> None:
        """Check the keys.

        Raises:
            ValueError: doubled IDs, versions, notes or links; what leads to no resource; too many categories or none.
        """
        ids = {resource.id for resource in self.resources}
        if len(ids) != len(self.resources):
            raise ValueError("doubled resource ID")
        if not are_sound(self.links, ids):
            raise ValueError("a link is doubled or leads to no resource")
        if len({note.id for note in self.notes}) != len(self.notes):
            raise ValueError("doubled ID of a note")
        if len({concern.id for concern in self.concerns}) != len(self.concerns):
            raise ValueError("doubled concern ID")
        if any(ground not in ids for concern in self.concerns for ground in concern.grounds):
            raise ValueError("a concern rests on no resource")
        if len({version.name for version in self.versions}) != len(self.versions):
            raise ValueError("two versions have the same name")
        if len({category.id for category in self.categories}) != len(self.categories):
            raise ValueError("doubled category ID")
        if len({fold(category.label) for category in self.categories}) != len(self.categories):
            raise ValueError("two categories have the same label")
        if not 1 <= len(self.categories) <= MAX_CATEGORIES:
            raise ValueError(f"{len(self.categories)} categories")

    def category_of(self, resource: Resource) -> Category | None:
        """Return the category that colours a resource, None where the word matches none."""
        return next((category for category in self.categories if category.id == resource.category), None)

    def category_label(self, resource: Resource) -> str:
        """Return what the 分類 of a resource is called: the word itself where it matches no category."""
        category = self.category_of(resource)
        return category.label if category else resource.category

    @property
    def category_labels(self) -> dict[str, str]:
        """Labels of the categories by ID, in their order."""
        return {category.id: category.label for category in self.categories}

    def category_id(self, word: str) -> str:
        """Return the ID of the category a word names; a word that names none comes back as it is."""
        key = fold(word)
        return next((category.id for category in self.categories if fold(category.label) == key), word)

    @property
    def placed(self) -> tuple[Resource, ...]:
        """Resources that lie on the axis."""
        return tuple(resource for resource in self.resources if resource.span is not None)

    @property
    def unplaced(self) -> tuple[Resource, ...]:
        """Resources still in the tray (未配置)."""
        return tuple(resource for resource in self.resources if resource.span is None)

    def get(self, resource_id: str) -> Resource | None:
        """Return a resource by ID."""
        return next((resource for resource in self.resources if resource.id == resource_id), None)

    def with_values(self, **values: Any) -> "Worksheet":  # noqa: ANN401 fields are of many kinds
        """Return the worksheet with other values of its fields; itself if nothing changes."""
        changes = {name: value for name, value in values.items() if value != getattr(self, name)}
        return replace(self, **changes) if changes else self

    def with_resources(self, resources: Iterable[Resource]) -> "Worksheet":
        """Return the worksheet with other resources, the links and 課題 that still hold; itself if nothing changes."""
        changed = tuple(resources)
        if changed == self.resources:
            return self
        there = {resource.id for resource in changed} if self.links or self.concerns else set()
        links, concerns = links_among(there, self.links), self._concerns_among(there)
        return replace(self, resources=changed, links=links, concerns=concerns)

    def without_resources(self) -> "Worksheet":
        """Return everything but the resources and what refers to them."""
        return replace(self, resources=(), links=(), concerns=())

    def _concerns_among(self, there: Collection[str]) -> tuple[Concern, ...]:
        if not any(concern.grounds for concern in self.concerns):
            return self.concerns
        gone = [(each.id, each.name) for each in self.resources if each.id not in there]
        return tuple(each.without_grounds(gone) for each in self.concerns) if gone else self.concerns
