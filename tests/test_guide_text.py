"""The guide speaks of the program as it is: every button, menu, key, message, link and picture in it exists."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from resource_mapper.paths import guide_dir

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(guide_dir().glob("*.md"))
EACH_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
MOST_BYTES = 3_000_000


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@cache
def words_of_the_program() -> tuple[frozenset[str], str]:
    """Return every literal text of the program, and all of them in one."""
    found: set[str] = set()
    for source in (ROOT / "resource_mapper").rglob("*.py"):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return frozenset(found), "\n".join(found)


@EACH_PAGE
def test_every_name_in_bold_between_brackets_is_written_somewhere_in_the_program(page: Path) -> None:
    from resource_mapper.ui.commands.actions import ACTIONS
    from resource_mapper.ui.commands.menu_table import MENUS, SUBMENUS

    literals, _ = words_of_the_program()
    texts = {spec.text for spec in ACTIONS} | {title.split("(")[0] for _, title, _ in (*MENUS, *SUBMENUS)}
    named = re.findall(r"「\*\*(.+?)\*\*」", text(page))
    assert [name for name in named if name not in texts | literals] == []


@EACH_PAGE
def test_every_way_through_the_menus_is_there(page: Path) -> None:
    from resource_mapper.ui.commands.actions import ACTIONS
    from resource_mapper.ui.commands.menu_table import MENUS, SUBMENUS

    titles = {name: title.split("(")[0] for name, title, _ in (*MENUS, *SUBMENUS)}
    texts = {spec.id: spec.text for spec in ACTIONS} | titles | {"screenMenu": "映す画面", "recentMenu": ""}
    below = {
        titles[name]: {texts[entry] for entry in entries if entry in texts} for name, _, entries in (*MENUS, *SUBMENUS)
    }
    steps = re.findall(r"(?=「\*\*([^「」]+)\*\*」→「\*\*([^「」]+)\*\*」)", text(page))
    wrong = [(outer, inner) for outer, inner in steps if outer in below and inner not in below[outer]]
    assert wrong == []


@EACH_PAGE
def test_a_key_behind_a_name_is_the_key_of_that_action(page: Path) -> None:
    from resource_mapper.ui.commands.actions import ACTIONS

    keys = {spec.text: spec.shortcut for spec in ACTIONS}
    said = re.findall(r"「\*\*([^「」]+)\*\*」（`([^`]+)`）", text(page))
    assert [(name, key) for name, key in said if name in keys and keys[name] != key] == []


@EACH_PAGE
def test_every_message_between_double_brackets_is_one_of_the_program(page: Path) -> None:
    _, everything = words_of_the_program()
    assert [words for words in re.findall(r"『(.+?)』", text(page)) if words not in everything] == []


@EACH_PAGE
def test_links_lead_to_pages_and_headings_that_are_there(page: Path) -> None:
    from resource_mapper.ui.guide.pages import anchor

    for target in re.findall(r"(?<!!)\[[^\]]*\]\(([^)]+)\)", text(page)):
        name, _, fragment = target.partition("#")
        other = page.parent / (name or page.name)
        assert other.is_file(), target
        headings = [anchor(words) for words in re.findall(r"^#+ (.+)$", text(other), re.MULTILINE)]
        assert not fragment or fragment in headings, target


@EACH_PAGE
def test_nothing_leads_into_the_network(page: Path) -> None:
    assert not re.search(r"https?:|www\.|mailto:", text(page))


@EACH_PAGE
def test_its_pictures_are_there_with_words_for_who_cannot_see_them(page: Path) -> None:
    for words, source in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", text(page)):
        assert len(words) >= 4, source
        with Image.open(page.parent / source) as picture:
            assert picture.width > 100


def test_every_page_is_reached_from_the_contents() -> None:
    linked = set(re.findall(r"\]\(([\w-]+\.md)\)", text(guide_dir() / "index.md")))
    assert linked == {page.name for page in PAGES} - {"index.md"}


def test_every_picture_is_shown_somewhere_and_all_are_small() -> None:
    readers = [*PAGES, ROOT / "README.md"]
    shown = {Path(source).name for page in readers for source in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text(page))}
    pictures = list((guide_dir() / "images").iterdir())
    assert {picture.name for picture in pictures} == shown
    assert sum(picture.stat().st_size for picture in pictures) < MOST_BYTES


@EACH_PAGE
def test_sentences_are_short(page: Path) -> None:
    prose = re.sub(r"!?\[([^\]]*)\]\([^)]*\)|[*`|#]", r"\1", text(page))
    sentences = re.split(r"[。\n]", prose)
    assert [sentence for sentence in sentences if len(sentence) > 90] == []
