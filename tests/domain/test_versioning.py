"""版: kept, named, gone back to; and what has changed between two of them, in words."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain import concerns, edits, versioning
from resource_mapper.domain.axis import Span
from resource_mapper.domain.concern import Concern
from resource_mapper.domain.link import Link
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.version import ListState, Version
from resource_mapper.domain.version_changes import Change, ChangeKind, compare_states, count_words
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Heading, Worksheet
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.strategies import worksheets

DAY = date(2026, 11, 23)
SALON = make_resource("いきいきサロン", (0.1, 0.3), id="salon", category="salon")
GYM = make_resource("体操", (0.1, 0.3), id="gym", category="gathering")


def resource_changes(sheet: Worksheet, before: Iterable[Resource], after: Iterable[Resource]) -> tuple[Change, ...]:
    return compare_states(sheet, ListState(tuple(before)), ListState(tuple(after)))


def sentences(before: Resource, after: Resource, **worksheet: object) -> list[tuple[ChangeKind, str]]:
    found = resource_changes(make_worksheet(**worksheet), [before], [after])
    return [(change.kind, change.sentence) for change in found]


def test_a_name_is_proposed_from_the_meeting_and_never_taken() -> None:
    sheet = make_worksheet(SALON, heading=Heading(meeting="第2層協議体"))
    assert versioning.proposed_name(sheet) == "第2層協議体"
    for expected in ("第2層協議体（2）", "第2層協議体（3）"):
        sheet = versioning.keep(sheet, versioning.proposed_name(sheet), DAY)
        assert versioning.proposed_name(sheet) == expected
    plain = versioning.keep(make_worksheet(), "第1回", DAY)
    assert versioning.proposed_name(plain) == "第2回"


@pytest.mark.parametrize(
    ("name", "renamed", "free"),
    [("第1回", "", False), (" 第1回 ", "", False), ("第1回", "第1回", True), ("いま", "", False), ("", "", False)],
)
def test_names_that_are_free(name: str, renamed: str, free: bool) -> None:
    assert versioning.can_name(versioning.keep(make_worksheet(), "第1回", DAY), name, renamed) is free


def test_keeping_changing_and_going_back() -> None:
    first = versioning.keep(make_worksheet(SALON), "第1回", DAY)
    second = versioning.keep(edits.add(first, [GYM]), "第2回", DAY)
    back = versioning.go_back(second, "第1回")
    assert back.resources == (SALON,)
    assert [each.name for each in back.versions] == ["第1回", "第2回"]
    assert versioning.go_back(back, "第2回") == second
    assert versioning.go_back(back, "ない") is back
    renamed = versioning.rename(second, "第1回", "春の会", date(2026, 4, 1))
    assert [(each.name, each.made_on.month) for each in renamed.versions] == [("春の会", 4), ("第2回", 11)]
    assert [each.name for each in versioning.forget(second, "第1回").versions] == ["第2回"]
    with pytest.raises(ValueError, match="same name"):
        versioning.keep(second, "第1回", DAY)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        ((0.1, 0.6), "「いきいきサロン」が「虚弱」まで使えるようになりました"),
        ((0.4, 0.6), "「いきいきサロン」の対象が「元気」から「虚弱」に変わりました"),
        ((0.0, 0.05), "「いきいきサロン」の対象が「元気のはじめ」から「元気のはじめ」までになりました"),
        ((0.102, 0.3), "「いきいきサロン」の対象の幅が少し変わりました"),
    ],
)
def test_ranges_in_words(span: tuple[float, float], words: str) -> None:
    assert sentences(SALON, replace(SALON, span=Span(*span))) == [(ChangeKind.MOVED, words)]


def test_a_range_that_begins_earlier() -> None:
    frail = replace(SALON, span=Span(0.4, 0.6))
    assert sentences(frail, replace(SALON, span=Span(0.1, 0.6)))[0][1].endswith("が「元気」から使えるようになりました")


def test_another_row_is_moved_and_every_other_field_changed() -> None:
    other = replace(SALON, category="hobby", fee="100円", contact="0123-45-6789", extra=(("鍵", "会長"),))
    assert sentences(SALON, other) == [
        (
            ChangeKind.MOVED,
            "「いきいきサロン」の分類が「高齢者サロン系」から「生涯学習的な趣味活動（個人）」に変わりました",
        ),
        (ChangeKind.CHANGED, "「いきいきサロン」の参加費が「100円」と分かりました"),
        (ChangeKind.CHANGED, "「いきいきサロン」の連絡先が変わりました"),
        (ChangeKind.CHANGED, "「いきいきサロン」の鍵が「会長」と分かりました"),
    ]
    by_district = sentences(replace(SALON, district="東"), replace(other, district="西"), lens="district")
    assert [kind for kind, words in by_district if "地区" in words] == [ChangeKind.MOVED]
    assert [kind for kind, words in by_district if "分類" in words] == [ChangeKind.CHANGED]


@pytest.mark.parametrize(
    ("before", "after", "kind", "words"),
    [
        (Status.WANTED, Status.AVAILABLE, ChangeKind.CHANGED, "「あったらいいな」から「ある」になりました"),
        (Status.AVAILABLE, Status.ENDED, ChangeKind.GONE, "終了しました"),
        (Status.ENDED, Status.PREPARING, ChangeKind.ADDED, "再び始まりました（準備中）"),
    ],
)
def test_what_ends_is_gone_and_what_begins_anew_is_added(before: str, after: str, kind: ChangeKind, words: str) -> None:
    ((found, sentence),) = sentences(replace(SALON, status=before), replace(SALON, status=after))
    assert found is kind
    assert sentence.endswith(words)


def test_kinds_come_one_after_the_other_and_are_counted_by_resource() -> None:
    changes = resource_changes(
        make_worksheet(), [SALON, GYM], [replace(GYM, fee="1", place="2"), make_resource("新顔")]
    )
    assert [change.kind for change in changes] == [
        ChangeKind.ADDED,
        ChangeKind.GONE,
        ChangeKind.CHANGED,
        ChangeKind.CHANGED,
    ]
    assert count_words(changes) == "加わった 1・なくなった 1・内容が変わった 1"


@given(worksheets(), st.data())
def test_nothing_differs_from_itself_and_everything_that_differs_is_told(sheet, data) -> None:
    assert resource_changes(sheet, sheet.resources, sheet.resources) == ()
    kept = data.draw(st.sets(st.sampled_from([each.id for each in sheet.resources]))) if sheet.resources else set()
    rest = [replace(each, note="別の備考") for each in sheet.resources if each.id in kept]
    told = {change.resource_id for change in resource_changes(sheet, sheet.resources, rest)}
    same = {each.id for each in sheet.resources if each.id in kept and each.note == "別の備考"}
    assert told == {each.id for each in sheet.resources} - same


class TestLinks:
    """A version knows the arrows of its day."""

    RIDE = make_resource("移動販売", (0.4, 0.8), id="ride", category="other")
    SHEET = make_worksheet(SALON, GYM, RIDE, links=(Link("salon", "gym", "卒業後"), Link("gym", "ride")))

    def told(self, before: Worksheet, after: Worksheet) -> list[str]:
        states = [versioning.state_of(sheet, versioning.NOW) for sheet in (before, after)]
        assert states[0] is not None
        assert states[1] is not None
        return [
            change.sentence
            for change in compare_states(after, states[0], states[1])
            if change.kind is ChangeKind.LINKED
        ]

    def test_they_are_kept_and_gone_back_to(self) -> None:
        kept = versioning.keep(self.SHEET, "第1回", DAY)
        changed = replace(kept, links=(Link("ride", "salon"),))
        assert versioning.go_back(changed, "第1回") == kept
        then = versioning.as_it_stood(edits.remove(changed, {"salon"}), "第1回")
        assert (then.resources, then.links) == (kept.resources, kept.links)
        assert (then.heading.meeting, then.heading.made_on) == ("第1回", DAY)
        assert versioning.as_it_stood(changed, versioning.NOW) is changed

    def test_what_rests_on_a_card_that_was_not_there_yet_is_no_hindrance(self) -> None:
        sheet = versioning.keep(make_worksheet(GYM), "第1回", DAY)
        later = concerns.add_concerns(edits.add(sheet, [SALON]), [Concern(id="k", title="会場", grounds=("salon",))])
        assert versioning.as_it_stood(later, "第1回").resources == (GYM,)
        assert later.concerns, "which stays as it is"

    def test_a_version_from_before_leaves_the_present_ones(self) -> None:
        old = replace(self.SHEET, versions=(Version("昔", DAY, (SALON, GYM)),))
        assert versioning.go_back(old, "昔").links == self.SHEET.links[:1]
        assert versioning.as_it_stood(old, "昔").links == (), "which of them there were is not known"
        before, now = (versioning.state_of(old, name) for name in ("昔", versioning.NOW))
        assert before is not None
        assert now is not None
        assert {change.kind for change in compare_states(old, before, now)} == {ChangeKind.ADDED}

    def test_what_is_new_gone_and_said_otherwise_in_words(self) -> None:
        after = replace(self.SHEET, links=(Link("salon", "gym", "6か月後"), Link("ride", "gym", "試しに")))
        assert self.told(self.SHEET, after) == [
            "「体操」から「移動販売」へのつながりがなくなりました",
            "「いきいきサロン」から「体操」のつながりのことばが「卒業後」から「6か月後」に変わりました",
            "「移動販売」から「体操」へのつながりができました（試しに）",
        ]
        assert count_words(compare_states(after, *map(_state, (self.SHEET, after)))) == "つながりが変わった 3"

    def test_one_that_went_with_its_resource_is_no_news_one_that_came_with_it_is(self) -> None:
        without = edits.remove(self.SHEET, {"ride"})
        assert self.told(self.SHEET, without) == []
        assert self.told(without, self.SHEET) == ["「体操」から「移動販売」へのつながりができました"]

    def test_one_that_leads_nowhere_cannot_be_kept(self) -> None:
        with pytest.raises(ValueError, match="link of a version"):
            Version("版", DAY, (SALON,), (Link("salon", "gym"),))


def _state(sheet: Worksheet) -> ListState:
    return ListState(sheet.resources, sheet.links)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (None, Span(0.2, 0.9), "「会」のあるべき姿が「すべて」になりました"),
        (Span(0.2, 0.9), None, "「会」のあるべき姿が空になりました"),
        (Span(0.2, 0.9), Span(0.2, 0.95), "「会」のあるべき姿が少し変わりました"),
    ],
)
def test_another_aim_is_told(before: Span | None, after: Span | None, words: str) -> None:
    card = make_resource("会")
    changes = resource_changes(make_worksheet(card), [replace(card, aim=before)], [replace(card, aim=after)])
    assert [(each.kind, each.sentence) for each in changes] == [(ChangeKind.CHANGED, words)]
