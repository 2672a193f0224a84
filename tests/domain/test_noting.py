"""付箋 as edits, and what becomes of them when worksheets are merged or split."""

import pytest

from resource_mapper.domain import noting
from resource_mapper.domain.axis import Span
from resource_mapper.domain.edits import Place
from resource_mapper.domain.merging import Decisions, compare_worksheets, merged
from resource_mapper.domain.note import Note, new_note_id
from resource_mapper.domain.splitting import part_of_district
from resource_mapper.domain.worksheet import Heading
from tests.helpers.factories import make_resource, make_worksheet

ONE = Note(id="n1", words="男性はどこへ？", position=0.5, lens="category", row="salon", height=0.2)
TWO = Note(id="n2", words="次回、\n区長さんに聞く", position=0.9)


def test_notes_are_stuck_on_changed_and_taken_off() -> None:
    sheet = noting.add_note(noting.add_note(make_worksheet(), ONE), TWO)
    assert sheet.notes == (ONE, TWO)
    moved = noting.change_note(sheet, "n1", position=0.75, row="hobby")
    assert (moved.notes[0].position, moved.notes[0].row, moved.notes[0].words) == (0.75, "hobby", ONE.words)
    assert noting.remove_notes(moved, {"n1"}).notes == (TWO,)
    assert noting.change_note(sheet, "n1", words=ONE.words) is sheet
    assert noting.remove_notes(sheet, {"ない"}) is sheet


@pytest.mark.parametrize("values", [{"words": ""}, {"words": " \n"}, {"position": 1.5}, {"height": -0.1}, {"id": ""}])
def test_a_note_that_could_not_be_stored_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="note"):
        Note(**{"id": "n1", "words": "ことば", "position": 0.5} | values)  # type: ignore[arg-type]


def test_two_notes_with_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="note"):
        make_worksheet(notes=(ONE, ONE))


def test_a_merge_keeps_every_word_of_both_sides() -> None:
    other = Note(id="n1", words="男性は畑に集まっている", position=0.5)
    left, right = make_worksheet(notes=(ONE,)), make_worksheet(notes=(other, TWO))
    found = merged(compare_worksheets(left, right, "東.xlsx"), Decisions()).notes
    assert [each.words for each in found] == [ONE.words, other.words, TWO.words]
    assert len({each.id for each in found}) == 3
    again = merged(compare_worksheets(left, left, "東.xlsx"), Decisions())
    assert again.notes == (ONE,)


def test_the_part_of_a_district_leaves_the_notes_with_the_whole() -> None:
    sheet = make_worksheet(make_resource(district="東"), notes=(ONE,))
    part = part_of_district(sheet, "東")
    assert part.notes == ()
    assert merged(compare_worksheets(sheet, part, "東.xlsx"), Decisions()).notes == (ONE,)


def test_a_note_becomes_a_card_or_a_concern_with_all_its_words() -> None:
    sheet = make_worksheet(notes=(ONE, TWO), heading=Heading(meeting="第2回"))
    carded = noting.make_resource(sheet, "n2", Place("salon", 0.95, 0), "r")
    (card,) = carded.resources
    assert (card.name, card.note, card.category) == ("次回、", "区長さんに聞く", "salon")
    assert card.span == Span(0.8, 1.0)
    assert carded.notes == (ONE,)
    raised = noting.make_concern(sheet, "n2")
    assert [(each.title, each.reason, each.raised_at) for each in raised.concerns] == [
        ("次回、", "区長さんに聞く", "第2回")
    ]
    assert raised.notes == (ONE,)
    assert noting.make_concern(sheet, "ない") is sheet
    assert noting.make_resource(sheet, "ない", Place("salon", 0.5), "r") is sheet


def test_ids_of_notes_are_no_ids_of_resources() -> None:
    assert new_note_id().startswith("n")
    assert new_note_id() != new_note_id()
