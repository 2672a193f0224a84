"""README and the pages for developers: what they link to and show is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DECISIONS = ROOT / "docs" / "decisions"
RECORDS = sorted(DECISIONS.glob("[0-9]*.md"))
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *sorted(DECISIONS.glob("*.md"))]


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_links_to_and_shows_is_there(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text(page))
    assert [target for target in targets if "://" not in target and not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_modules_and_files_named_on_a_page_are_there(page: Path) -> None:
    named = set(re.findall(r"`((?:docs|tests|benchmarks|installer|requirements|\.ci|\.github)/[\w./-]+)`", text(page)))
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_decisions_are_numbered_listed_and_short() -> None:
    assert [int(record.name[:4]) for record in RECORDS] == list(range(1, len(RECORDS) + 1))
    contents = text(DECISIONS / "README.md")
    for number, record in enumerate(RECORDS, start=1):
        lines = text(record).splitlines()
        assert lines[0].startswith(f"# {number}. ")
        assert f"[{number:04d}]({record.name}) | {lines[0].split('. ', 1)[1]} |" in contents
        assert [line for line in lines if line.startswith("## ")] == ["## Context", "## Decision", "## Consequences"]
        assert len(lines) <= 45, "one page"


def is_there(dotted: str) -> bool:
    """Whether a dotted name is a package, a module, or a name that stands in a module."""
    path = ROOT / "resource_mapper" / dotted.replace(".", "/")
    if path.is_dir() or path.with_suffix(".py").is_file():
        return True
    module = path.parent.with_suffix(".py")
    return module.is_file() and re.search(rf"\b{path.name}\b", text(module)) is not None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_parts_of_the_program_named_on_a_page_are_there(page: Path) -> None:
    named = re.findall(r"`((?:domain|layout|storage|printing|ui)\.(?:\w+\.)*\w+)[(`]", text(page))
    assert [name for name in named if not is_there(name)] == []


def test_the_architecture_lists_every_package() -> None:
    listed = set(re.findall(r"\b(\w+)/", text(ROOT / "docs" / "architecture.md")))
    packages = {init.parent.name for init in (ROOT / "resource_mapper").rglob("__init__.py")}
    assert packages - listed == set()
