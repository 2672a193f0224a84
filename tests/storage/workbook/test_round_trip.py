"""Whatever the model allows comes back from the workbook as it was."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from resource_mapper.domain.sample import blank_worksheet, sample_worksheet
from resource_mapper.domain.vocabulary import Wording
from resource_mapper.domain.worksheet import Calendar, Heading, Worksheet
from resource_mapper.storage.workbook.reader import read_workbook
from resource_mapper.storage.workbook.writer import write_workbook
from tests.helpers.factories import make_resource, make_worksheet, many_resources
from tests.helpers.strategies import worksheets


def there_and_back(worksheet: Worksheet) -> Worksheet:
    found = read_workbook(write_workbook(worksheet), "test.xlsx")
    assert found.problems == ()
    return found.worksheet


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(worksheets())
def test_any_worksheet_comes_back(worksheet: Worksheet) -> None:
    assert there_and_back(worksheet) == worksheet


@pytest.mark.parametrize("worksheet", [Worksheet(), sample_worksheet(date(2026, 11, 23)), blank_worksheet()])
def test_what_the_program_makes_comes_back(worksheet: Worksheet) -> None:
    assert there_and_back(worksheet) == worksheet


def test_300_resources_come_back_in_order() -> None:
    worksheet = make_worksheet(*many_resources(300))
    assert there_and_back(worksheet) == worksheet


@pytest.mark.parametrize(
    "name",
    ["=1+1", "=cmd|' /C calc'!A0", "+81-3-1234", "-5", "@SUM(A1)", "#N/A", "007", "1e5", "TRUE", "2024/4/1", "_x0041_"],
)
def test_text_stays_text(name: str) -> None:
    worksheet = make_worksheet(
        make_resource(name, note=name, contact=name, extra=((name, name),)), extra_headings=(name,)
    )
    data = write_workbook(worksheet)
    assert read_workbook(data, "test.xlsx").worksheet == worksheet


def test_heading_and_view_come_back() -> None:
    worksheet = Worksheet(
        heading=Heading(
            title="題",
            subtitle="",
            municipality="𠮷野町",
            area="第1圏域",
            meeting="協議体 第2回",
            made_on=date(2019, 5, 1),
            calendar=Calendar.WESTERN,
        ),
        lens="free",
        mirrored=True,
        wording=Wording.DECK,
    )
    assert there_and_back(worksheet) == worksheet


def test_a_custom_category_comes_back_with_its_cards() -> None:
    base = sample_worksheet()
    renamed = replace(base.categories[0], label="趣味の会", color="#112233")
    worksheet = replace(base, categories=(*base.categories[1:], renamed))
    assert there_and_back(worksheet) == worksheet


def test_service_types_are_words_in_the_workbook_and_codes_in_the_model() -> None:
    for wording in Wording:
        worksheet = make_worksheet(make_resource(service_type="visit_a"), wording=wording)
        assert there_and_back(worksheet).resources[0].service_type == "visit_a"
