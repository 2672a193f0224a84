"""What somebody should know before the paper comes out: shortened words, missing characters, type too small to read."""

import re
from collections.abc import Iterable

from resource_mapper.domain.resource import Resource
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.card import MIN_PT
from resource_mapper.layout.display_list import DrawnPage, texts
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.typesetting import ELLIPSIS, missing_characters
from resource_mapper.printing.calls_sheet import calls
from resource_mapper.printing.options import PrintOptions

NAMED = 3
"""How many are called by name before the rest is counted."""
ROUNDING = 0.005
_PHONE = re.compile(r"0\d{1,4}[-‐－(（]?\d{1,4}[-‐－)）]?\d{3,4}")


def problems(pages: Iterable[DrawnPage], worksheet: Worksheet, measurer: TextMeasurer) -> tuple[str, ...]:
    """Return sentences about finished pages; nothing where all is well."""
    runs = [text for page in pages for text in texts(page.items)]
    found = []
    cut = [run.text.removesuffix(ELLIPSIS) for run in runs if run.text.endswith(ELLIPSIS)]
    if shortened := list(dict.fromkeys(_whole(text, worksheet) for text in cut)):
        found.append(f"入りきらず「…」で省いた所が{len(shortened)}か所あります：{_some(shortened)}")
    names = "".join(resource.name for resource in worksheet.resources)
    if missing := missing_characters(names, measurer):
        found.append(f"書体にない文字は「〓」になります：{missing}")
    smallest = min((run.size_pt for run in runs), default=MIN_PT)
    if smallest < MIN_PT - ROUNDING:
        found.append(f"いちばん小さい文字が {smallest:.1f} ポイントです。大きい用紙にすると読みやすくなります。")
    return tuple(found)


def private_contacts(resources: Iterable[Resource]) -> tuple[str, ...]:
    """Return the resources whose public contact holds a telephone number: to be asked about once more."""
    return tuple(each.name for each in resources if _PHONE.search(each.public_contact))


def internal_contacts(worksheet: Worksheet, options: PrintOptions) -> tuple[str, ...]:
    """Return the resources whose 内部のみ contact 電話で確認する先 would show: to be asked about, too."""
    if not options.internal_contacts:
        return ()
    return tuple(each.name for each in calls(worksheet, options) if each.contact and not each.public_contact)


def _whole(text: str, worksheet: Worksheet) -> str:
    """Return the name that a shortened line is part of, else the line."""
    return next((each.name for each in worksheet.resources if text in each.name), text + ELLIPSIS)


def _some(words: list[str]) -> str:
    rest = len(words) - NAMED
    return "、".join(words[:NAMED]) + (f" ほか{rest}か所" if rest > 0 else "")
