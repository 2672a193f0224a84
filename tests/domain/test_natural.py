"""自然な支え合い: it covers its part of the axis as any resource does, and is told apart in words."""

import pytest

from resource_mapper.domain.coverage import coverage, gaps
from resource_mapper.domain.crosstab import crosstab
from resource_mapper.domain.filtering import Filter
from resource_mapper.domain.findings import minutes
from resource_mapper.domain.lens import LENS
from resource_mapper.domain.resource import DEFAULT_CHOICES, Resource
from resource_mapper.domain.scribing import Draft, read_line
from resource_mapper.domain.version import ListState
from resource_mapper.domain.version_changes import compare_states
from resource_mapper.domain.vocabulary import Nature
from tests.helpers.factories import make_resource, make_worksheet

TEA = make_resource("縁側のお茶のみ", (0, 1), id="tea", category="salon", nature=Nature.NATURAL)
SALON = make_resource("いきいきサロン", (0, 1), id="salon", category="salon")


def test_what_begins_with_a_word_is_what_the_record_says() -> None:
    plain = Resource(id="x", name="x")
    assert {name: getattr(plain, name) for name in DEFAULT_CHOICES} == DEFAULT_CHOICES


def test_it_covers_the_axis_and_leaves_no_gap() -> None:
    organised = make_worksheet(Resource(id="tea", name="x", category="salon", span=TEA.span))
    assert coverage([TEA]) == coverage(organised.resources)
    assert gaps(make_worksheet(TEA), LENS["category"]) == gaps(organised, LENS["category"])


def test_it_is_told_apart_in_the_minutes_and_the_table() -> None:
    sheet = make_worksheet(TEA, SALON)
    assert minutes(sheet)[0].sentence == "2件をシートに並べ、いま使える資源は2件（うち自然な支え合い1件）でした。"
    counted = crosstab(sheet, LENS["category"])
    assert (counted.total.available, counted.natural) == (2, ("tea",))
    assert "自然" not in minutes(make_worksheet(SALON))[0].sentence


def test_it_can_be_filtered_for_and_versions_tell_of_it() -> None:
    sheet = make_worksheet(TEA, SALON)
    assert Filter(nature=frozenset({Nature.NATURAL})).matching(sheet, None) == {"tea"}  # type: ignore[arg-type]
    was = make_resource("縁側のお茶のみ", (0, 1), id="tea", category="salon")
    (change,) = compare_states(sheet, ListState((was,)), ListState((TEA,)))
    assert change.sentence == "「縁側のお茶のみ」の種別が「資源」から「自然な支え合い」に変わりました"


@pytest.mark.parametrize("word", ["支え合い", "自然な支え合い", "宝物"])
def test_a_scribe_writes_it_behind_the_name(word: str) -> None:
    name, draft = read_line(f"お茶のみ ＠{word} ＠虚弱", Draft("salon"), make_worksheet())
    assert (name, draft.nature, draft.category) == ("お茶のみ", Nature.NATURAL, "salon")
    assert draft.resource("r", name).is_natural
    assert Draft.of(draft.resource("r", name)) == draft
