"""Near-duplicates: names that may well mean the same resource (いきいきサロン, いきいき さろん, 桜台いきいきサロン).

A hint is cheap to ignore but wears out when it cries wolf: names that differ in a number, a letter or a kanji
(サロンA, サロンB; 東サロン, 西サロン) are taken for different resources.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from resource_mapper.domain.resource import Resource
from resource_mapper.domain.search import search_key

MIN_LENGTH = 5
"""Shorter names are the same only where they are equal."""
MIN_SHARE = 0.75
"""How much of the longer name the shorter one must make up when it is contained in it."""
MIN_TYPO_LENGTH = 6
"""Shortest name in which one more, less or other kana is taken for a slip."""
MAX_PAIRS = 1000
"""Nobody reads more; a list of dates held under one name would have millions."""

_ASIDE = re.compile(r"[(\[{【「『〈《]([^)\]}】」』〉》]*)[)\]}】」』〉》]?")
_LEGAL = re.compile(
    r"npo法人|特定非営利活動法人|社会福祉法人|(一般|公益)(社団|財団)法人|(株式|有限|合同)会社|^\(?[株有]\)"
)
_NUMBERS = re.compile(r"[0-9]+|[a-z]+|[一二三四五六七八九十]+")
_KANA = re.compile(r"[ぁ-ゖ]")


@dataclass(frozen=True, slots=True)
class NameKey:
    """A name for comparison: what is left without asides and forms of incorporation, and what must agree."""

    core: str
    aside: str
    """What stands in brackets."""
    numbers: tuple[str, ...]
    letters: str
    """The characters in order of code, the same for names that only turn their parts round."""


@lru_cache(maxsize=1 << 15)
def name_key(name: str) -> NameKey:
    """Return the key of a name."""
    key = _LEGAL.sub("", search_key(name))
    aside = "".join(_ASIDE.findall(key))
    core = _ASIDE.sub("", key) or key
    return NameKey(core, aside, tuple(_NUMBERS.findall(core)), "".join(sorted(core)))


def alike(one: NameKey, other: NameKey) -> bool:
    """Whether two names may mean the same resource."""
    if one.numbers != other.numbers or (one.aside and other.aside and one.aside != other.aside):
        return False
    if one.core == other.core:
        return True
    shorter, longer = sorted((one.core, other.core), key=len)
    if len(shorter) < MIN_LENGTH or len(shorter) < MIN_SHARE * len(longer):
        return False
    return one.letters == other.letters or shorter in longer or _is_slip(shorter, longer)


def near_duplicates(name: str, resources: Iterable[Resource], most: int = 3) -> tuple[Resource, ...]:
    """Return the resources that a name may already stand for, the likeliest first; readings count as names."""
    key = name_key(name)
    if not key.core:
        return ()
    found = [r for r in resources if alike(key, name_key(r.name)) or _read(r) == key.core]
    found.sort(key=lambda resource: abs(len(name_key(resource.name).core) - len(key.core)))
    return tuple(found[:most])


def duplicate_pairs(resources: Sequence[Resource]) -> tuple[tuple[Resource, Resource], ...]:
    """Return the pairs that may be the same resource, in order, at most `MAX_PAIRS`.

    Equal names in different places are different resources: 百歳体操 is held in every hall of a town.
    """
    cores: dict[str, list[int]] = defaultdict(list)
    for number, resource in enumerate(resources):
        for core in {name_key(resource.name).core, _read(resource)} - {""}:
            cores[core].append(number)
    pairs = {
        (min(first, second), max(first, second))
        for one, other in _neighbours(cores)
        for first, second in _pairs(cores[one], cores[other])
        if first != second and _mean_the_same(resources[first], resources[second])
    }
    return tuple((resources[first], resources[second]) for first, second in sorted(pairs)[:MAX_PAIRS])


def _neighbours(cores: Collection[str]) -> set[tuple[str, str]]:
    """Return the pairs of cores worth comparing, each with itself first; few where names differ."""
    buckets: dict[str, list[str]] = defaultdict(list)
    for core in cores:
        for signature in _signatures(core):
            buckets[signature].append(core)
    return {(one, one) for one in cores} | {
        pair for bucket in buckets.values() for pair in combinations(sorted(bucket), 2)
    }


def _pairs(ones: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
    return combinations(ones, 2) if ones is others else ((one, other) for one in ones for other in others)


def _mean_the_same(one: Resource, other: Resource) -> bool:
    named = alike(name_key(one.name), name_key(other.name)) or bool(_read(one) and _read(one) == _read(other))
    return named and not _are_apart(one, other)


def _read(resource: Resource) -> str:
    """Return the core of the reading; nothing where it is too short to tell resources apart."""
    core = name_key(resource.reading).core if resource.reading else ""
    return core if len(core) >= MIN_LENGTH else ""


def _is_slip(shorter: str, longer: str) -> bool:
    """Whether one character more, or one other kana, makes the longer name of the shorter one."""
    if len(shorter) < MIN_TYPO_LENGTH or len(longer) - len(shorter) > 1:
        return False
    same = 0
    while same < len(shorter) and shorter[same] == longer[same]:
        same += 1
    if len(longer) > len(shorter):
        return shorter[same:] == longer[same + 1 :]
    rest = same + 1
    is_kana = bool(_KANA.match(shorter[same]) and _KANA.match(longer[same]))
    return is_kana and shorter[rest:] == longer[rest:]


def _signatures(core: str) -> set[str]:
    """Return texts of which alike cores share at least one."""
    size = len(core)
    found = {core, "\0" + "".join(sorted(core))}
    found |= {core[:at] + core[at + 1 :] for at in range(size)}
    for length in range(max(int(size * MIN_SHARE), MIN_LENGTH), size):
        found |= {core[at : at + length] for at in range(size - length + 1)}
    return found


def _are_apart(one: Resource, other: Resource) -> bool:
    """Whether two resources are known to be in different places."""
    for name in ("place", "district", "address"):
        here, there = search_key(getattr(one, name)), search_key(getattr(other, name))
        if here and there and here not in there and there not in here:
            return True
    return False
