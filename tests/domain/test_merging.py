"""Merging worksheets: who is the same, what differs, what is kept; and that nothing is lost on the way."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain.axis import Span
from resource_mapper.domain.category import MAX_CATEGORIES, Category, Mark
from resource_mapper.domain.concern import Concern
from resource_mapper.domain.differing import ORIGIN, Keep, can_keep_both
from resource_mapper.domain.edits import change
from resource_mapper.domain.link import Link
from resource_mapper.domain.merging import Decisions, compare_worksheets, decide_all, merged
from resource_mapper.domain.resource import new_id
from resource_mapper.domain.splitting import part_of_district
from resource_mapper.domain.version import Version
from resource_mapper.domain.worksheet import Heading
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.strategies import worksheets

NOTHING_DECIDED = Decisions()
salon = make_resource("いきいきサロン", id=new_id(), place="桜台公民館", district="東")


def joined(left, right, decisions=NOTHING_DECIDED):
    return merged(compare_worksheets(left, right, "東.xlsx"), decisions)


def fields_in(comparison):
    return [[each.field for each in pair.differences] for pair in comparison.pairs]


class TestMatching:
    def test_the_same_id_is_the_same_resource_under_another_name(self):
        comparison = compare_worksheets(make_worksheet(salon), make_worksheet(replace(salon, name="元気サロン")), "")
        assert fields_in(comparison) == [["name"]]

    def test_without_the_id_name_place_and_district_tell(self):
        other = replace(salon, id="1", name="いきいき ｻﾛﾝ", place="桜台公民館 ")
        assert fields_in(compare_worksheets(make_worksheet(salon), make_worksheet(other), "")) == [[]]

    @pytest.mark.parametrize("difference", [{"name": "体操"}, {"place": "集会所"}, {"district": "西"}])
    def test_another_name_place_or_district_is_another_resource(self, difference):
        other = replace(salon, id="1", **difference)
        comparison = compare_worksheets(make_worksheet(salon), make_worksheet(other), "")
        assert comparison.pairs == ()
        assert comparison.new == (other,)

    def test_numbers_that_somebody_typed_are_no_ids(self):
        left, right = make_resource("サロン", id="1"), make_resource("体操", id="1")
        result = joined(make_worksheet(left), make_worksheet(right))
        assert [each.name for each in result.resources] == ["サロン", "体操"]
        assert result.resources[1].id != "1"

    def test_what_fits_several_is_told_and_comes_in_as_new(self):
        twins = [replace(salon, id=str(number)) for number in range(2)]
        other = replace(salon, id="x")
        comparison = compare_worksheets(make_worksheet(*twins), make_worksheet(other), "")
        assert comparison.ambiguous == comparison.new == (other,)

    def test_two_newcomers_cannot_both_be_the_same_one(self):
        twins = [replace(salon, id=str(number)) for number in range(2)]
        comparison = compare_worksheets(make_worksheet(salon), make_worksheet(*twins), "")
        assert comparison.ambiguous == tuple(twins)


class TestDeciding:
    def test_a_value_is_kept_rather_than_nothing(self):
        left = make_worksheet(replace(salon, fee="無料"))
        right = make_worksheet(replace(salon, schedule="毎週火曜"))
        (pair,) = compare_worksheets(left, right, "").pairs
        assert [(each.field, each.proposed, each.is_conflict) for each in pair.differences] == [
            ("schedule", Keep.RIGHT, False),
            ("fee", Keep.LEFT, False),
        ]
        (result,) = joined(left, right).resources
        assert (result.fee, result.schedule) == ("無料", "毎週火曜")

    @pytest.mark.parametrize(
        ("ours", "theirs", "fee"),
        [
            (date(2026, 4, 1), date(2026, 5, 1), "200円"),
            (date(2026, 5, 1), date(2026, 4, 1), "100円"),
            (None, None, "100円"),
            (None, date(2026, 4, 1), "200円"),
        ],
    )
    def test_of_two_values_the_one_confirmed_later_is_proposed(self, ours, theirs, fee):
        left = make_worksheet(replace(salon, fee="100円", confirmed_on=ours))
        right = make_worksheet(replace(salon, fee="200円", confirmed_on=theirs))
        assert joined(left, right).resources[0].fee == fee

    @pytest.mark.parametrize(("keep", "fee"), [(Keep.LEFT, "100円"), (Keep.RIGHT, "無料"), (Keep.BOTH, "100円／無料")])
    def test_people_decide_field_by_field(self, keep, fee):
        left, right = make_worksheet(replace(salon, fee="100円")), make_worksheet(replace(salon, fee="無料"))
        assert joined(left, right, Decisions({(salon.id, "fee"): keep})).resources[0].fee == fee

    @pytest.mark.parametrize(
        ("way", "fees"), [("newer", ["無料"]), ("left", ["100円"]), ("right", ["無料"]), ("apart", ["100円", "無料"])]
    )
    def test_one_decision_for_all(self, way, fees):
        left = make_worksheet(replace(salon, fee="100円", schedule="毎週火曜"))
        right = make_worksheet(replace(salon, fee="無料", confirmed_on=date(2026, 4, 1)))
        result = joined(left, right, decide_all(compare_worksheets(left, right, ""), way))
        assert [each.fee for each in result.resources] == fees
        assert result.resources[0].schedule == "毎週火曜"

    def test_both_lists_of_words_are_one_list(self):
        left = make_worksheet(replace(salon, activities=("体操", "茶話会")))
        right = make_worksheet(replace(salon, activities=("茶話会", "趣味")))
        result = joined(left, right, Decisions({(salon.id, "activities"): Keep.BOTH}))
        assert result.resources[0].activities == ("体操", "茶話会", "趣味")

    def test_a_date_is_one_or_the_other(self):
        left = make_worksheet(replace(salon, capacity=10))
        right = make_worksheet(replace(salon, capacity=20))
        assert not can_keep_both(compare_worksheets(left, right, "").pairs[0], "capacity")
        with pytest.raises(ValueError, match="one value only"):
            joined(left, right, Decisions({(salon.id, "capacity"): Keep.BOTH}))

    def test_another_resource_after_all_becomes_a_card_of_its_own(self):
        right = make_worksheet(replace(salon, fee="無料"))
        result = joined(make_worksheet(salon), right, Decisions(apart=frozenset({salon.id})))
        assert [each.fee for each in result.resources] == ["", "無料"]
        assert len({each.id for each in result.resources}) == 2

    def test_a_waiting_card_takes_the_place_it_has_on_the_other_sheet(self):
        right = make_worksheet(replace(salon, lane=3))
        (result,) = joined(make_worksheet(replace(salon, span=None)), right).resources
        assert (result.span, result.lane) == (salon.span, 3)

    def test_columns_of_the_users_are_compared_too(self):
        left = make_worksheet(replace(salon, extra=(("会費", "月100円"),)), extra_headings=("会費",))
        right = make_worksheet(
            replace(salon, extra=(("会費", "月200円"), ("鍵", "山田"))), extra_headings=("会費", "鍵")
        )
        assert fields_in(compare_worksheets(left, right, "")) == [["extra:会費", "extra:鍵"]]
        result = joined(left, right)
        assert dict(result.resources[0].extra) == {"会費": "月100円", "鍵": "山田", ORIGIN: "東.xlsx"}
        assert result.extra_headings == ("会費", "鍵", ORIGIN)


class TestCategories:
    def test_the_same_label_is_the_same_category_whatever_its_id(self):
        right = make_worksheet(
            make_resource("体操", category="x"), categories=(Category("x", "高齢者 サロン系", Mark.RING, "#000000"),)
        )
        result = joined(make_worksheet(), right)
        assert result.resources[0].category == "salon"
        assert result.categories == make_worksheet().categories

    def test_a_further_category_comes_along_and_never_under_a_taken_id(self):
        own = Category("salon", "見守り", Mark.STAR, "#123456")
        result = joined(make_worksheet(), make_worksheet(make_resource(category="salon"), categories=(own,)))
        added = result.categories[-1]
        assert (added.label, added.color) == ("見守り", "#123456")
        assert result.category_of(result.resources[0]) == added

    def test_where_there_is_no_room_the_label_stays_as_a_word(self):
        full = tuple(Category(f"c{number}", f"分類{number}", Mark.RING, "#000000") for number in range(MAX_CATEGORIES))
        right = make_worksheet(make_resource(category="salon"))
        result = joined(make_worksheet(categories=full), right)
        assert result.categories == full
        assert result.resources[0].category == "高齢者サロン系"


def test_where_it_came_from_is_noted_once():
    left, right = make_worksheet(salon), make_worksheet(replace(salon, fee="無料"), make_resource("体操"))
    result = joined(joined(left, right), right)
    assert [dict(each.extra)[ORIGIN] for each in result.resources] == ["東.xlsx", "東.xlsx"]


def test_a_district_goes_out_is_worked_on_and_comes_back():
    town = make_worksheet(salon, make_resource("体操", district="西"), heading=Heading(elderly=8_000))
    part = part_of_district(town, "東 ")
    assert part.heading.elderly is None, "how many of them live there nobody has said"
    assert [each.name for each in part.resources] == ["いきいきサロン"]
    assert part.heading.area == "東"
    worked_on = change(part, {salon.id}, schedule="毎週火曜")
    result = joined(town, worked_on)
    assert [each.schedule for each in result.resources] == ["毎週火曜", ""]


@given(worksheets())
def test_a_worksheet_merged_with_itself_is_itself(worksheet):
    comparison = compare_worksheets(worksheet, worksheet, "")
    assert comparison.differing == comparison.new == ()
    assert merged(comparison, NOTHING_DECIDED).resources == worksheet.resources


@given(worksheets(), worksheets(), st.sampled_from(Keep))
def test_every_resource_of_both_sides_is_there_afterwards(left, right, keep):
    comparison = compare_worksheets(left, right, "東")
    keeps = {
        (pair.left.id, each.field): keep
        for pair in comparison.pairs
        for each in pair.differences
        if keep != Keep.BOTH or can_keep_both(pair, each.field)
    }
    result = merged(comparison, Decisions(keeps))
    assert len(result.resources) == len(left.resources) + len(comparison.new)
    assert {each.id for each in left.resources} <= {each.id for each in result.resources}
    assert len(comparison.pairs) + len(comparison.new) == len(right.resources)


def test_a_district_takes_its_part_of_links_and_versions() -> None:
    one, two, other = (
        make_resource(name, district=place) for name, place in (("甲", "東"), ("乙", "東"), ("丙", "西"))
    )
    whole = make_worksheet(
        one,
        two,
        other,
        links=(Link(one.id, two.id), Link(two.id, other.id)),
        versions=(Version("第1回", date(2026, 4, 1), (one, other)),),
    )
    part = part_of_district(whole, "東")
    assert part.links == (Link(one.id, two.id),)
    assert part.versions == (Version("第1回", date(2026, 4, 1), (one,)),)


class TestConcerns:
    gym = make_resource("体操", id=new_id(), district="西")
    concern = Concern(id="k1", title="送迎", grounds=(salon.id, gym.id), reason="足がない")
    town = make_worksheet(salon, gym, concerns=(concern, Concern(id="k2", title="全体")))

    def test_a_district_takes_its_own_and_brings_them_back(self):
        east = part_of_district(self.town, "東")
        assert east.concerns == (replace(self.concern, grounds=(salon.id,)),)
        told = replace(east, concerns=(replace(east.concerns[0], who="田中", state="取り組み中"),))
        assert joined(self.town, told).concerns == (
            replace(self.concern, who="田中", state="取り組み中"),
            self.town.concerns[1],
        )

    def test_what_both_say_differently_stays_twice_once_for_all(self):
        other = replace(self.town, concerns=(replace(self.concern, reason="バスがない"),))
        once = joined(self.town, other)
        assert [each.reason for each in once.concerns] == ["足がない", "", "バスがない"]
        assert once.concerns[2].note == "統合元：東.xlsx"
        assert joined(once, other).concerns == once.concerns

    def test_a_new_one_rests_on_the_card_that_its_own_was_joined_with(self):
        right = make_worksheet(replace(salon, id="1"), concerns=(Concern(id="k9", title="場所", grounds=("1",)),))
        assert joined(make_worksheet(salon), right).concerns[0].grounds == (salon.id,)

    def test_an_aim_is_compared_like_the_range(self):
        aimed = make_worksheet(replace(salon, aim=Span(0.2, 0.9)))
        assert fields_in(compare_worksheets(make_worksheet(salon), aimed, "")) == [["aim"]]
        assert joined(make_worksheet(salon), aimed).resources[0].aim == Span(0.2, 0.9)
