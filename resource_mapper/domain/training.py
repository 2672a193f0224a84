"""The worksheets of the towns to train on.

Their resources are data (`towns/*.csv`), read and checked when a town is opened. No place, organisation or person in
them exists; IDs are fixed.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from resource_mapper.domain.axis import Span
from resource_mapper.domain.fields import FIELDS, Field, Kind
from resource_mapper.domain.link import Link
from resource_mapper.domain.resource import CHOICES_SEPARATOR, Resource
from resource_mapper.domain.town import TOWNS
from resource_mapper.domain.vocabulary import vocabulary
from resource_mapper.domain.worksheet import Heading, Worksheet

RANGE, AGE, NEXT = "範囲", "確認からの日数", "次の行き先"
"""Columns of the files beside the fields: range on the axis in %, days since it was confirmed, names to go on to."""
MEETING = "練習用の協議体"
_FIELDS = {field.label: field for field in FIELDS}


def town_worksheet(town_id: str, made_on: date) -> Worksheet:
    """Return a town as it is on a day: what was confirmed last was so that many days before.

    Raises:
        KeyError: there is no such town.
        ValueError: its file is not what the program expects (a fault of the build, not of the user).
    """
    import csv  # not needed to start
    from importlib.resources import files

    town = {town.id: town for town in TOWNS}[town_id]
    text = files("resource_mapper.domain").joinpath("towns", f"{town_id}.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    ids = {row["名称"]: f"{town_id}-{number:02d}" for number, row in enumerate(rows, start=1)}
    heading = Heading(
        municipality=town.municipality,
        area=town.area,
        meeting=MEETING,
        made_on=made_on,
        elderly=town.elderly,
    )
    return Worksheet(
        resources=tuple(_resource(row, ids[row["名称"]], made_on) for row in rows),
        heading=heading,
        links=tuple(Link(ids[row["名称"]], ids[name]) for row in rows for name in _parts(row[NEXT])),
    )


def _resource(row: Mapping[str, str], resource_id: str, today: date) -> Resource:
    values = {
        _FIELDS[label].name: _value(_FIELDS[label], text)
        for label, text in row.items()
        if text and label not in (RANGE, AGE, NEXT)
    }
    if row[RANGE]:
        left, right = row[RANGE].split("-")
        values["span"] = Span(int(left) / 100, int(right) / 100)
    if row[AGE]:
        values["confirmed_on"] = today - timedelta(days=int(row[AGE]))
    return Resource(id=resource_id, **values)


def _value(field: Field, text: str) -> Any:  # noqa: ANN401 the type follows the field's kind
    if field.kind is Kind.COUNT:
        return int(text)
    if field.kind is Kind.CHOICES:
        return tuple(_known(field.name, word) for word in _parts(text))
    return _known(field.name, text) if field.kind is Kind.CHOICE else text


def _known(field: str, word: str) -> str:
    """Return the stored form of a word that must be one of a field's choices."""
    if field == "category":
        return _category(word)
    value = vocabulary().canonical(field, word)
    if not vocabulary().is_known(field, value):
        raise ValueError(f"towns: {field} {word!r}")
    return value


def _category(label: str) -> str:
    found = Worksheet().category_id(label)
    if found == label:
        raise ValueError(f"towns: category {label!r}")
    return found


def _parts(text: str) -> list[str]:
    return text.split(CHOICES_SEPARATOR) if text else []
