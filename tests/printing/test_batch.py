"""Editions: one for each 地区, or for each town of a list."""

from dataclasses import replace

from resource_mapper.domain.worksheet import Heading
from resource_mapper.printing.batch import for_districts, for_towns
from tests.helpers.factories import make_resource, make_worksheet


def test_each_district_has_its_own_resources() -> None:
    resources = (
        replace(make_resource("北のサロン"), district="北"),
        replace(make_resource("南のサロン"), district="南"),
        replace(make_resource("市の教室"), district=""),
    )
    found = {
        each.worksheet.heading.area: each.worksheet.resources for each in for_districts(make_worksheet(*resources))
    }
    assert found == {"北": resources[:1], "南": resources[1:2]}


def test_towns_are_named_once_and_blank_lines_left_out() -> None:
    editions = for_towns(make_worksheet(), ["はなの町", "", "　", "つきの村", "はなの町"])
    assert [each.worksheet.heading.municipality for each in editions] == ["はなの町", "つきの村"]


def test_names_that_look_the_same_as_files_get_files_of_their_own() -> None:
    names = [each.file_name for each in for_towns(make_worksheet(), ["は/な", "は:な"])]
    assert len({name.casefold() for name in names}) == 2


def test_how_many_older_people_live_here_is_said_of_no_other_town() -> None:
    sheet = replace(make_worksheet(), heading=Heading(municipality="ことり市", elderly=12_000))
    (edition,) = for_towns(sheet, ["はなの町"])
    assert edition.worksheet.heading == Heading(municipality="はなの町")
