"""版 as edits: keep how the list stands under a name, rename that, drop it, go back to it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count

from resource_mapper.domain.dates import format_date
from resource_mapper.domain.text import clean_line
from resource_mapper.domain.version import ListState, Version
from resource_mapper.domain.worksheet import Worksheet

NOW = "いま"
"""What the present state is called beside the kept ones."""


def proposed_name(worksheet: Worksheet) -> str:
    """Return a free name for the present state: the 会議 of the heading, else 「第1回」, 「第2回」 and so on."""
    taken = {NOW, *(version.name for version in worksheet.versions)}
    return next(name for name in _proposals(worksheet.heading.meeting) if name not in taken)


def _proposals(meeting: str) -> Iterator[str]:
    if not meeting:
        yield from (f"第{number}回" for number in count(1))
    yield meeting
    yield from (f"{meeting}（{number}）" for number in count(2))


def can_name(worksheet: Worksheet, name: str, renamed: str = "") -> bool:
    """Whether a version may get a name; `renamed` is the one that is to be called otherwise."""
    others = {version.name for version in worksheet.versions if version.name != renamed}
    return clean_line(name) not in {"", NOW, *others}


def version_of(worksheet: Worksheet, name: str) -> Version | None:
    """Return a kept version by its name."""
    return next((version for version in worksheet.versions if version.name == name), None)


def state_of(worksheet: Worksheet, name: str) -> ListState | None:
    """Return how the list stood in a version, or stands now (`NOW`); None for a name that there is not."""
    if name == NOW:
        return ListState(worksheet.resources, worksheet.links)
    version = version_of(worksheet, name)
    return None if version is None else version.state


def keep(worksheet: Worksheet, name: str, day: date) -> Worksheet:
    """Keep the resources as they stand.

    Raises:
        ValueError: the name is taken, or cannot be stored.
    """
    kept = Version(clean_line(name), day, worksheet.resources, worksheet.links)
    return replace(worksheet, versions=(*worksheet.versions, kept))


def rename(worksheet: Worksheet, name: str, new_name: str, day: date) -> Worksheet:
    """Call a version otherwise, or date it otherwise; its place in the order stays.

    Raises:
        ValueError: the new name is taken, or cannot be stored.
    """
    return replace(
        worksheet,
        versions=tuple(
            replace(each, name=clean_line(new_name), made_on=day) if each.name == name else each
            for each in worksheet.versions
        ),
    )


def forget(worksheet: Worksheet, name: str) -> Worksheet:
    """Drop a version; the list itself stays as it is."""
    return replace(worksheet, versions=tuple(each for each in worksheet.versions if each.name != name))


def go_back(worksheet: Worksheet, name: str) -> Worksheet:
    """Return the worksheet with the resources and links of a version; all versions stay."""
    version = version_of(worksheet, name)
    if version is None:
        return worksheet
    back = worksheet.with_resources(version.resources)
    return back if version.links is None else replace(back, links=version.links)


def as_it_stood(worksheet: Worksheet, name: str) -> Worksheet:
    """Return the sheet of a version to look at, headed by its name and day; the worksheet itself for いま.

    付箋 and 課題 of today are not on it.
    """
    version = version_of(worksheet, name)
    if version is None:
        return worksheet
    heading = replace(worksheet.heading, meeting=version.name, made_on=version.made_on)
    bare = replace(worksheet.without_resources(), heading=heading, notes=())
    return replace(bare, resources=version.resources, links=version.links or ())


def in_words(worksheet: Worksheet, name: str) -> str:
    """Return a version with its day, 「第1回（令和8年4月1日）」; いま as it is."""
    version = version_of(worksheet, name)
    return name if version is None else f"{name}（{format_date(version.made_on, worksheet.heading.calendar)}）"
