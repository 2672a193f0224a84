"""気づき as sentences that know their cards, and their summary of 300 characters."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from resource_mapper.domain import linking
from resource_mapper.domain.filtering import Filter
from resource_mapper.domain.findings import MINUTES_LENGTH, findings, minutes
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet
from tests.helpers.factories import make_resource, make_worksheet, many_resources
from tests.helpers.strategies import worksheets


def test_a_short_term_service_without_a_way_on_is_a_finding_until_it_is_linked() -> None:
    day, salon = make_resource("通所C教室", id="c", service_type="day_c"), make_resource("サロン", id="s")
    sheet = make_worksheet(day, salon)
    found = [each for each in findings(sheet) if each.gap is None]
    assert [(each.sentence, each.ids) for each in found] == [("「通所C教室」は、終了後の行き先がありません", ("c",))]
    assert all(each.gap is not None for each in findings(linking.link(sheet, ("c", "s"))))
    assert findings(make_worksheet(make_resource(span=None, service_type="day_c"))) == ()


def test_the_summary_of_the_sample_word_for_word() -> None:
    found = minutes(sample_worksheet())
    assert [each.sentence for each in found] == [
        "24件をシートに並べ、いま使える資源は23件でした。",
        "使える資源は、元気な人は16件、虚弱の人は15件、要介護に近い人は6件でした。",
        "要介護に近い人が使える生涯学習的な趣味活動（個人）、住民主体の通いの場は、まだ見つかっていません。",
        "元気な人が使える介護予防・生活支援サービスは、まだ見つかっていません。",
        "虚弱の人が使えるその他は、まだ見つかっていません。",
        "「通所C・訪問C」は、終了後の行き先がまだ書かれていません。",
        "あったらいいなとして、「男の集い場」が挙がりました。",
    ]
    assert found[-1].ids == ("sample-10",)
    assert len(found[1].ids) == 23
    assert set(found[2].ids) >= {"sample-01", "sample-12"}, "the cards of the rows"


def test_what_finds_no_room_is_counted() -> None:
    sheet = make_worksheet(
        *many_resources(120), *(make_resource(f"願い{n}" * 9, status=Status.WANTED) for n in range(9))
    )
    found = minutes(sheet, limit=150)
    assert sum(len(each.sentence) for each in found) <= 150
    assert found[-1].sentence.startswith("ほかに気づきが")
    assert minutes(make_worksheet()) == ()


@settings(max_examples=30)
@given(worksheets(), st.integers(0, MINUTES_LENGTH))
def test_a_summary_is_never_too_long_and_names_only_cards_that_are_there(sheet: Worksheet, limit: int) -> None:
    found = minutes(sheet, limit)
    assert sum(len(each.sentence) for each in found) <= limit
    there = {each.id for each in sheet.resources}
    assert all(there.issuperset(each.ids) for each in (*found, *findings(sheet)))


def test_the_filter_shows_what_is_around_short_term_services() -> None:
    names = ("把握", "通所C", "サロン", "体操")
    cards = [make_resource(name, id=name, service_type="day_c" if name == "通所C" else "") for name in names]
    sheet = linking.link(make_worksheet(*cards), ("把握", "通所C", "サロン", "体操"))
    around = Filter(around_short_term=True)
    today = date(2026, 11, 23)
    assert around.matching(sheet, today) == {"把握", "通所C", "サロン"}
    assert [each.id for each in sheet.resources if around.matches(each, sheet, today)] == ["把握", "通所C", "サロン"]
    assert Filter(around_short_term=True, words="サロン").matching(sheet, today) == {"サロン"}
    assert not around.is_empty
