"""全国の数: which services the towns of the country run and how their 通いの場 are used (deck p11, p12).

The figures are data (`national.toml`), checked at load; the program itself knows none of them.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from resource_mapper.domain.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Share:
    """How many towns run something: their number and the per cent, both as the source prints them."""

    towns: int
    percent: float
    of: int
    """How many towns were asked."""

    @property
    def computed(self) -> float:
        """The per cent that the number of towns amounts to, with one decimal."""
        return round(self.towns / self.of * 100, 1)

    @property
    def agrees(self) -> bool:
        """Whether the source does not contradict itself."""
        return self.computed == self.percent


@dataclass(frozen=True, slots=True)
class ServiceKind:
    """One kind of services (訪問型, 通所型, その他): towns that run each type, by code, and any but 従前相当."""

    label: str
    any: Share
    types: Mapping[str, Share]


@dataclass(frozen=True, slots=True)
class Gatherings:
    """通いの場 of one year: number of places, and people who take part in per cent of those of 65 or older."""

    year: str
    places: int
    percent: float
    residents: "Gatherings | None" = None
    """Those run by residents, where the source tells them apart."""


@dataclass(frozen=True, slots=True)
class NationalFigures:
    """Everything that a town may look at beside its own."""

    year: str
    source: str
    services: tuple[ServiceKind, ...]
    activities: Mapping[str, float]
    """Per cent of 通いの場 by what is mainly done there; the words are those of the field 活動内容."""
    gatherings: tuple[Gatherings, ...]
    """Oldest year first."""


@cache
def national_figures() -> NationalFigures:
    """Return the figures shipped with the program."""
    source = files("resource_mapper.domain").joinpath("national.toml")
    return parse_figures(tomllib.loads(source.read_text(encoding="utf-8")))


def parse_figures(raw: dict[str, Any]) -> NationalFigures:
    """Check the data file and build the figures.

    Raises:
        ValueError: the file is not what the program expects (a fault of the build, not of the user).
    """
    try:
        figures = NationalFigures(
            raw["year"],
            raw["source"],
            tuple(_kind(entry, raw["towns"]) for entry in raw["services"]),
            dict(raw["activities"]),
            tuple(_gatherings(entry) for entry in raw["gatherings"]),
        )
    except KeyError as missing:
        raise ValueError(f"national.toml: {missing} is missing") from missing
    codes = [code for kind in figures.services for code in kind.types]
    if len(set(codes)) != len(codes) or not set(codes) <= set(vocabulary().values("service_type")):
        raise ValueError("national.toml: a service type is doubled or unknown")
    if not set(figures.activities) <= set(vocabulary().values("activities")):
        raise ValueError("national.toml: an activity is unknown")
    return figures


def _kind(entry: dict[str, Any], of: int) -> ServiceKind:
    types = {each["code"]: _share(each, of) for each in entry["types"]}
    if len(types) != len(entry["types"]):
        raise ValueError(f"national.toml: a type of {entry['kind']} is doubled")
    return ServiceKind(entry["kind"], _share(entry["any"], of), types)


def _share(entry: dict[str, Any], of: int) -> Share:
    if not 0 <= entry["towns"] <= of or not 0 <= entry["percent"] <= 100:
        raise ValueError(f"national.toml: {entry}")
    return Share(entry["towns"], float(entry["percent"]), of)


def _gatherings(entry: dict[str, Any], year: str = "") -> Gatherings:
    year = year or entry["year"]
    residents = _gatherings(entry["residents"], year) if "residents" in entry else None
    return Gatherings(year, entry["places"], float(entry["percent"]), residents)
