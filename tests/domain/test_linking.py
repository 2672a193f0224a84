"""つながり: made once, gone with their resources, carried over by a merge and by every file."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain import edits, linking, versioning
from resource_mapper.domain.link import Link
from resource_mapper.domain.merging import Decisions, compare_worksheets, merged
from resource_mapper.domain.resource import new_id
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.build_process import BuildProcess
from resource_mapper.storage.workbook.reader import read_workbook
from resource_mapper.storage.worksheet_text import WorksheetWriter, read_worksheet
from tests.helpers.factories import make_resource, make_worksheet

CARDS = tuple(make_resource(name, id=f"r{name}") for name in "甲乙丙丁")
A, B, C, D = (card.id for card in CARDS)
SHEET = make_worksheet(*CARDS)


def ends(sheet: Worksheet) -> list[tuple[str, str]]:
    return [each.ends for each in sheet.links]


@given(st.lists(st.sampled_from((A, B, C, D, "nobody")), max_size=8))
def test_a_chain_links_each_to_the_next_once_and_never_to_itself(chain: list[str]) -> None:
    linked = linking.link(SHEET, chain)
    wanted = {pair for pair in pairwise(chain) if pair[0] != pair[1] and "nobody" not in pair}
    assert set(ends(linked)) == wanted
    assert linking.link(linked, chain) is linked
    assert linking.unlink(linked, wanted) == SHEET


def test_words_removal_and_what_belongs_to_a_selection() -> None:
    linked = linking.set_words(linking.link(SHEET, (A, B, C, A)), (A, B), " 終了後\nに紹介 ")
    assert linked.links[0].words == "終了後 に紹介"
    assert linking.set_words(linked, (A, D), "x") is linked
    assert len(linking.links_of(linked, (A, B))) == 1
    assert len(linking.links_of(linked, (A,))) == 2
    assert ends(edits.remove(linked, {B})) == [(C, A)]
    assert ends(edits.change(linked, {B}, name="新")) == ends(linked)


def test_a_merge_brings_the_links_of_both_sides_to_the_cards_that_stay() -> None:
    one, two, three = (make_resource(name, id=new_id(), place=name) for name in ("甲", "乙", "丙"))
    left = linking.link(make_worksheet(one, two), (one.id, two.id))
    twin = replace(two, id=new_id())
    right = linking.link(make_worksheet(one, twin, three), (one.id, twin.id, three.id))
    right = linking.set_words(right, (one.id, twin.id), "紹介")
    found = compare_worksheets(left, right, "東.xlsx")
    assert set(merged(found, Decisions()).links) == {Link(one.id, two.id, "紹介"), Link(two.id, three.id)}
    apart = merged(found, Decisions(apart=frozenset({one.id})), fresh_id=lambda: "rfresh")
    assert set(ends(apart)) == {(one.id, two.id), ("rfresh", two.id), (two.id, three.id)}


@pytest.mark.parametrize("way", ["workbook", "recovery"])
def test_links_survive_saving_and_recovery(way: str) -> None:
    linked = linking.set_words(linking.link(SHEET, (A, B, C)), (A, B), "紹介")
    if way == "recovery":
        writer = WorksheetWriter()
        kept = versioning.keep(linked, "第1回", date(2026, 4, 1))
        renamed = versioning.rename(
            versioning.keep(kept, "第2回", date(2026, 9, 1)), "第1回", "春の会", date(2026, 4, 2)
        )
        for sheet in (linked, kept, renamed, kept):
            assert read_worksheet(writer.lines(sheet)) == sheet
        return
    process = BuildProcess()
    try:
        content = process.build(linked, None, "町.xlsx")
    finally:
        process.shut_down()
    assert read_workbook(content, "町.xlsx").worksheet.links == linked.links


def test_short_term_services_without_a_way_on() -> None:
    day, visit = (make_resource(kind, id=kind, service_type=kind) for kind in linking.SHORT_TERM)
    planned = make_resource("予定", service_type="day_c", status=Status.WANTED)
    sheet = make_worksheet(day, visit, planned, make_resource("通所A", id="a", service_type="day_a"))
    assert linking.without_onward_link(sheet) == (day, visit)
    assert linking.without_onward_link(linking.link(sheet, ("a", "day_c"))) == (day, visit), "coming in is not going on"
    assert linking.without_onward_link(linking.link(sheet, ("day_c", "a"))) == (visit,)
