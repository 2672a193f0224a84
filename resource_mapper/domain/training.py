"""練習用の町: three invented towns to train on, each with the riches and the gaps of its kind (deck p3, p4, p14).

Their resources are data (`towns/*.csv`), read and checked when a town is opened. No place, organisation or person in
them exists; IDs are fixed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from resource_mapper.domain.axis import Span
from resource_mapper.domain.fields import FIELDS, Field, Kind
from resource_mapper.domain.link import Link
from resource_mapper.domain.resource import CHOICES_SEPARATOR, Resource
from resource_mapper.domain.vocabulary import vocabulary
from resource_mapper.domain.worksheet import Heading, Worksheet

RANGE, AGE, NEXT = "範囲", "確認からの日数", "次の行き先"
"""Columns of the files beside the fields: range on the axis in %, days since it was confirmed, names to go on to."""
MEETING = "練習用の協議体"
_FIELDS = {field.label: field for field in FIELDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingTown:
    """One town: the word by which it is chosen, what it is for, and its heading."""

    id: str
    word: str
    purpose: str
    municipality: str
    area: str
    elderly: int


TOWNS = (
    # Many turn 75 at once. Much can be bought, but neighbours hardly know each other; 新波止場 has nowhere to go.
    # No 訪問B, no 通所B, and no way on after the short-term service.
    TrainingTown(
        id="urban",
        word="都市",
        purpose="マンションと団地の町。教室やサービスは多い一方で…",
        municipality="かざみどり市",
        area="運河中学校区",
        elderly=6_400,
    ),
    # A new town that grows old all at once, rich in hobbies and exercises. Slopes are the trouble; 南ひばり坂 has
    # nowhere to go. No 訪問A, no 通所A; after the short-term service people go back home.
    TrainingTown(
        id="suburb",
        word="郊外",
        purpose="坂の多いニュータウン。趣味の会と体操は盛んですが…",
        municipality="ことり台市",
        area="ことり台中学校区",
        elderly=5_200,
    ),
    # Rich in mutual help and natural support, but those who run it are old: some has paused, some has ended. Only the
    # usual services, nothing short-term; no ride from 峠口; records are old.
    TrainingTown(
        id="mountain",
        word="中山間",
        purpose="山あいの小さな町。助け合いは豊かですが、足と担い手が…",
        municipality="ほしみ谷町",
        area="町全体",
        elderly=1_350,
    ),
)
"""In the order in which they are offered, and what is to be found in them (which is told nobody beforehand)."""


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
