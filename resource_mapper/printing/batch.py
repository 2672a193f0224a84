"""Many prints in one go: one for each 地区, or one for each town of a list of names (24 blank sheets for a class)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from resource_mapper.domain.collation import sort_key
from resource_mapper.domain.splitting import part_of_district
from resource_mapper.domain.text import clean_line, file_stem, fold
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.printing.options import DEFAULT, PrintOptions
from resource_mapper.printing.sheets import print_pdf, sheets_name

MOST_TOWNS = 2_000
"""There are 1,741 towns in Japan."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One print of a batch: its file's name, and the worksheet to print."""

    file_name: str
    worksheet: Worksheet


def for_districts(worksheet: Worksheet) -> tuple[Edition, ...]:
    """Return an edition for each 地区 with its resources; spellings that differ in width only are one."""
    districts = {fold(each.district): each.district for each in reversed(worksheet.resources) if each.district}
    parts = [part_of_district(worksheet, district) for district in sorted(districts.values(), key=sort_key)]
    return _named((part.heading.area, part) for part in parts)


def for_towns(worksheet: Worksheet, names: Iterable[str]) -> tuple[Edition, ...]:
    """Return an edition for each name, with the name in the heading."""
    towns = list(dict.fromkeys(name for name in map(clean_line, names) if name))[:MOST_TOWNS]
    own = replace(worksheet.heading, elderly=None)  # how many older people live in one town says nothing of the others
    return _named((town, replace(worksheet, heading=replace(own, municipality=town))) for town in towns)


def batch(
    editions: Sequence[Edition], sheet_ids: Sequence[str], measurer: TextMeasurer, options: PrintOptions = DEFAULT
) -> Iterator[tuple[str, bytes]]:
    """Yield file name and PDF of one edition after the other, so that the caller can write, count and stop."""
    tail = sheets_name(sheet_ids)
    for edition in editions:
        yield f"{edition.file_name}_{tail}.pdf", print_pdf(edition.worksheet, sheet_ids, measurer, options)


def _named(parts: Iterable[tuple[str, Worksheet]]) -> tuple[Edition, ...]:
    """Give every edition a file name of its own: two names may look the same once they are fit for a file."""
    editions: list[Edition] = []
    taken: set[str] = set()
    for words, worksheet in parts:
        stem, number = file_stem(words), 1
        while stem.casefold() in taken:
            number += 1
            stem = f"{file_stem(words)}_{number}"
        taken.add(stem.casefold())
        editions.append(Edition(stem, worksheet))
    return tuple(editions)
