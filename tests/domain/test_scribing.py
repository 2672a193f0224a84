"""One line says what a card is; what it does not say stays; what it says in other words is the name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain.axis import Span
from resource_mapper.domain.scribing import FIRST_SPAN, Draft, read_line
from resource_mapper.domain.vocabulary import Status
from tests.helpers.factories import make_worksheet

WORKSHEET = make_worksheet()
FRAIL, ALL = Span(1 / 3, 2 / 3), Span(0, 1)


@pytest.mark.parametrize(
    ("line", "name", "draft"),
    [
        ("いきいきサロン", "いきいきサロン", Draft()),
        ("2 いきいきサロン", "いきいきサロン", Draft("salon")),
        ("２　いきいきサロン", "いきいきサロン", Draft("salon")),
        ("9 番目の会", "9 番目の会", Draft()),
        ("2", "2", Draft()),
        ("3B体操", "3B体操", Draft()),
        ("サロン：ひまわり", "ひまわり", Draft("salon")),
        ("高齢者: ひまわり", "ひまわり", Draft("salon")),
        ("介護予防：ひまわり", "ひまわり", Draft("service")),
        ("会：ひまわり", "会：ひまわり", Draft()),
        ("ひまわり ＠虚弱", "ひまわり", Draft(span=FRAIL)),
        ("ひまわり @すべて @ほしい", "ひまわり", Draft(span=ALL, status=Status.WANTED)),
        ("5 ひまわり　＠準備中", "ひまわり", Draft("service", status=Status.PREPARING)),
        ("ひまわり＠虚弱＠ほしい", "ひまわり", Draft(span=FRAIL, status=Status.WANTED)),
        ("2 ひまわり＠公民館", "ひまわり＠公民館", Draft("salon")),
        ("＠虚弱", "＠虚弱", Draft()),
        ("ひまわり ＠公民館", "ひまわり ＠公民館", Draft()),
        ("虚弱", "虚弱", Draft()),
        ("", "", Draft()),
    ],
)
def test_a_line_is_read(line: str, name: str, draft: Draft) -> None:
    assert read_line(line, Draft(), WORKSHEET) == (name, draft)


@given(st.text(max_size=30), st.sampled_from(["", "salon", "gone"]))
def test_no_line_breaks_it_and_a_name_is_never_lost(line: str, category: str) -> None:
    name, draft = read_line(line, Draft(category), WORKSHEET)
    assert name in " ".join(line.split()) or name.strip() == name
    assert bool(name) or not line.strip() or not any(char.isprintable() and not char.isspace() for char in line)
    assert draft.category in (category, *(one.id for one in WORKSHEET.categories))


def test_keys_go_round_and_the_range_stays_on_the_axis() -> None:
    draft = Draft()
    seen = [draft.status]
    for _ in range(3):
        draft = draft.next_status()
        seen.append(draft.status)
    assert seen == [Status.AVAILABLE, Status.PREPARING, Status.WANTED, Status.AVAILABLE]
    for _ in range(7):
        draft = draft.next_category(WORKSHEET.categories)
    assert draft.category == ""
    assert draft.next_category(WORKSHEET.categories, -1).category == "other"
    assert draft.moved(-1).span == FIRST_SPAN
    assert draft.moved(1).span.right == 1.0
    assert draft.widened(-1).span.width == 0
    assert draft.widened(1).span == ALL
