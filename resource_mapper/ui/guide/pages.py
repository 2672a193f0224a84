"""The guide's pages as they lie in `docs/guide`: Markdown with pictures, in the order that `index.md` gives them."""

import re
from dataclasses import dataclass
from pathlib import Path

from resource_mapper.paths import guide_dir

INDEX = "index.md"
"""The page that the guide opens with; its links are the contents."""
_LINK = re.compile(r"\]\((\w[\w-]*\.md)\)")
_MARKS = re.compile(r"[*`]|\]\([^)]*\)|!?\[")
_HEADING = re.compile(r"^(#{1,2}) (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One page: its file, its title, the headings below it, and its text without the marks of Markdown."""

    path: Path
    title: str
    sections: tuple[str, ...]
    plain: str


def guide_pages() -> tuple[GuidePage, ...]:
    """Return all pages, the contents first.

    Raises `ResourceMissingError` where the guide is not installed.
    """
    folder = guide_dir()
    names = [INDEX, *dict.fromkeys(_LINK.findall((folder / INDEX).read_text(encoding="utf-8")))]
    return tuple(_page(folder / name) for name in names)


def anchor(heading: str) -> str:
    """Return what a link says after `#` to reach a heading, as GitHub has it: no signs, spaces as hyphens."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def _page(path: Path) -> GuidePage:
    text = path.read_text(encoding="utf-8")
    headings = _HEADING.findall(text)
    title = next(words for marks, words in headings if marks == "#")
    return GuidePage(path, title, tuple(words for marks, words in headings if marks == "##"), _MARKS.sub("", text))
