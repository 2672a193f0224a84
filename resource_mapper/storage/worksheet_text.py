"""Worksheets as lines of JSON: everything they hold, quickly written; for recovery files, not for people.

The shape follows the dataclasses themselves, so that a field added to the model is kept without a word here. Values at
their default are left out. Lines: the worksheet without its resources, then one line for each resource.
"""

import json
import types
from collections.abc import Iterable
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from resource_mapper.domain.concern import Concern
from resource_mapper.domain.link import Link
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.version import Version
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.json_text import parse_json

Plain = Any
"""What JSON knows: nothing, text, numbers, lists, objects."""
Value = Any
"""What the model holds."""
Hint = Any
"""What the model's annotations say."""

_DAY = "$日"
"""Key of the object that stands for a date where something else could stand as well."""

_JOINING: dict[str, Hint] = {"links": tuple[Link, ...], "concerns": tuple[Concern, ...]}
"""Of the first line: put in only once the resources that they refer to are there."""


class WorksheetWriter:
    """Writes worksheets; resources and versions that have not changed since are not put into words again."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._known: dict[str, tuple[Resource, str]] = {}
        self._versions: dict[str, tuple[Version, str]] = {}

    def lines(self, worksheet: Worksheet) -> list[str]:
        """Return the lines of a worksheet, without line breaks."""
        known = {resource.id: self._line(resource) for resource in worksheet.resources}
        self._known = known
        return [self._head(worksheet), *(line for _, line in known.values())]

    def _head(self, worksheet: Worksheet) -> str:
        """Return everything but the resources; versions hardly ever change and may hold thousands of resources."""
        bare = replace(worksheet.without_resources(), versions=())
        head = _dumps(_plain(bare) | {name: _plain(getattr(worksheet, name)) for name in _JOINING})
        self._versions = {each.name: self._version(each) for each in worksheet.versions}
        versions = ",".join(text for _, text in self._versions.values())
        return f'{head[:-1]},"versions":[{versions}]}}'

    def _version(self, version: Version) -> tuple[Version, str]:
        before = self._versions.get(version.name)
        return before if before is not None and before[0] is version else (version, _dumps(_plain(version)))

    def _line(self, resource: Resource) -> tuple[Resource, str]:
        before = self._known.get(resource.id)
        return before if before is not None and before[0] is resource else (resource, _dumps(_plain(resource)))


def read_worksheet(lines: Iterable[str]) -> Worksheet:
    """Return the worksheet that lines hold.

    Raises:
        ValueError: they are not what `WorksheetWriter` wrote.
    """
    try:
        head, *rest = lines
        plain = parse_json(head)
        joining = {name: _value(hint, plain.pop(name, [])) for name, hint in _JOINING.items()}
        worksheet = cast(Worksheet, _value(Worksheet, plain))
        return replace(worksheet, resources=tuple(_value(Resource, parse_json(line)) for line in rest), **joining)
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(f"no worksheet: {error}") from error


def _dumps(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=True, separators=(",", ":"))  # lone surrogates would break UTF-8


def _plain(value: Value) -> Plain:
    """Return a value as JSON knows it."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple | frozenset):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return {_DAY: value.isoformat()}
    if is_dataclass(value):
        return {
            name: _plain(each)
            for name, default in _defaults(cast(Any, type(value)))
            if (each := getattr(value, name)) is not default
        }
    raise TypeError(f"{type(value).__name__} has no place in a worksheet")


def _value(hint: Hint, plain: Plain) -> Value:
    """Return the value that JSON stands for where the model says `hint`."""
    if is_dataclass(hint):
        hints = _hints(cast(Any, hint))
        return cast(Any, hint)(**{name: _value(hints[name], each) for name, each in plain.items()})
    origin: Hint = get_origin(hint)
    parts = get_args(hint)
    if origin in (Union, types.UnionType):
        return _one_of(parts, plain)
    if origin in (tuple, frozenset):
        inner = parts[:1] * len(plain) if origin is frozenset or parts[-1] is Ellipsis else parts
        return origin(_value(part, each) for part, each in zip(inner, plain, strict=True))
    if hint is date:
        return date.fromisoformat(plain[_DAY])
    if issubclass(hint, Enum):
        return hint(plain)
    if hint is float and type(plain) is int:
        return float(plain)
    if type(plain) is not hint:
        raise TypeError(f"{plain!r} is no {hint.__name__}")
    return plain


def _one_of(parts: tuple[Hint, ...], plain: Plain) -> Value:
    """Return the value of the first kind that fits."""
    if plain is None and type(None) in parts:
        return None
    for part in sorted(parts, key=lambda part: part is not type(plain)):
        try:
            return _value(part, plain)
        except (TypeError, KeyError, AttributeError, ValueError):
            continue
    raise TypeError(f"{plain!r} fits none of {parts}")


@cache
def _defaults(kind: Hint) -> tuple[tuple[str, object], ...]:
    """Return names of fields with the value that need not be written (an object equal to nothing if there is none)."""
    return tuple((field.name, field.default if field.default is not MISSING else _DAY) for field in fields(kind))


@cache
def _hints(kind: Hint) -> dict[str, Any]:
    return get_type_hints(kind)
