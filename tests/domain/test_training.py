"""練習用の町: rich, invented, with something to find, and the same each time."""

from collections import Counter
from datetime import date, timedelta

import pytest

from resource_mapper.domain.coverage import gaps
from resource_mapper.domain.findings import findings
from resource_mapper.domain.lens import LENS
from resource_mapper.domain.linking import without_onward_link
from resource_mapper.domain.national import national_figures
from resource_mapper.domain.national_comparison import compare_with_country
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.similar import duplicate_pairs
from resource_mapper.domain.text import fold_kana
from resource_mapper.domain.town import TOWNS
from resource_mapper.domain.training import town_worksheet
from resource_mapper.domain.vocabulary import Status, vocabulary
from resource_mapper.domain.worksheet import Worksheet

DAY = date(2026, 11, 23)
EACH_TOWN = pytest.mark.parametrize("town", [town.id for town in TOWNS])


def opened(town: str) -> Worksheet:
    return town_worksheet(town, DAY)


def types(town: str) -> set[str]:
    return {each.service_type for each in opened(town).resources if each.counts}


@EACH_TOWN
def test_a_town_is_of_the_size_of_a_meeting(town: str) -> None:
    sheet = opened(town)
    assert 40 <= len(sheet.resources) <= 80
    assert sheet == opened(town)
    assert sheet.heading.made_on == DAY
    assert sheet.heading.municipality
    assert sheet.heading.elderly


@EACH_TOWN
def test_its_fields_are_rich_and_in_the_words_of_the_app(town: str) -> None:
    sheet = opened(town)
    for field in (
        *("category", "operator", "operator_kind", "support", "area_level", "district", "schedule", "frequency"),
        *("activities", "life_support", "service_type", "participants", "supporters", "transport", "confirmed_on"),
    ):
        filled = sum(bool(getattr(each, field)) for each in sheet.resources)
        assert filled >= len(sheet.resources) * 0.2, f"{field}: {filled}"
    for each in sheet.resources:
        assert sheet.category_of(each), each.name
        assert fold_kana(each.reading) == each.reading, each.reading
        for name in ("operator_kind", "support", "area_level", "frequency", "service_type", "transport", "nature"):
            assert vocabulary().is_known(name, getattr(each, name)), each.name
        for name in ("activities", "life_support"):
            assert set(getattr(each, name)) <= set(vocabulary().values(name)), each.name


@EACH_TOWN
def test_there_is_something_to_do_in_it(town: str) -> None:
    sheet = opened(town)
    statuses = Counter(each.status for each in sheet.resources)
    assert statuses[Status.WANTED] >= 3
    assert statuses[Status.PREPARING] >= 1
    assert statuses[Status.PAUSED] >= 1
    assert len(sheet.unplaced) >= 2
    assert len(sheet.links) >= 3
    assert gaps(sheet, LENS["category"])
    assert len(findings(sheet)) >= 3
    assert any(each.is_natural for each in sheet.resources)


@EACH_TOWN
def test_records_are_of_every_age(town: str) -> None:
    ages = [(DAY - each.confirmed_on).days for each in opened(town).resources if each.confirmed_on]
    assert min(ages) < 60
    assert max(ages) > 3 * 365
    assert sum(age > 365 for age in ages) >= 5
    assert any(each.confirmed_on is None for each in opened(town).resources)
    later = town_worksheet(town, DAY + timedelta(days=400))
    assert [each.confirmed_on for each in later.resources if each.confirmed_on] == [
        each.confirmed_on + timedelta(days=400) for each in opened(town).resources if each.confirmed_on
    ], "the ages stay, whenever it is opened"


@EACH_TOWN
def test_nobody_can_be_called_from_it(town: str) -> None:
    private: list[Resource] = [each for each in opened(town).resources if each.contact or each.url or each.address]
    assert private == []


@EACH_TOWN
def test_no_two_of_its_resources_look_like_one(town: str) -> None:
    assert duplicate_pairs(opened(town).resources) == ()


class TestGaps:
    """Each town lacks what such a town tends to lack."""

    def test_the_city_has_no_services_by_residents_and_a_district_without_anything(self) -> None:
        sheet = opened("urban")
        assert not types("urban") & {"visit_b", "day_b"}
        assert not any(each.counts and each.district == "新波止場" for each in sheet.placed)
        assert without_onward_link(sheet)

    def test_the_suburb_is_rich_in_hobbies_and_has_no_way_on_after_the_short_term_service(self) -> None:
        counts = Counter(each.category for each in opened("suburb").resources)
        assert counts["hobby"] > counts["service"]
        assert not types("suburb") & {"visit_a", "day_a"}
        assert len(without_onward_link(opened("suburb"))) == 2

    def test_the_mountain_town_lives_on_mutual_help_and_has_only_the_usual_services(self) -> None:
        support = Counter(each.support for each in opened("mountain").resources)
        assert support["互助"] > support["共助"] + support["自助"]
        assert types("mountain") & {code for kind in national_figures().services for code in kind.types} == {
            "visit_standard",
            "day_standard",
            "other_meals",
        }


@EACH_TOWN
def test_the_comparison_with_the_country_has_something_to_show(town: str) -> None:
    found = compare_with_country(opened(town), national_figures())
    assert found.participation.own_percent
    assert sum(bool(row.own) for row in found.activities) >= 3
