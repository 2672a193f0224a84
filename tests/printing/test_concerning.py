"""Which choice is for which sheets: tried on every sheet, so that the window greys nothing that would have mattered."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from resource_mapper.domain import versioning
from resource_mapper.domain.age import Age
from resource_mapper.domain.freshness import Freshness
from resource_mapper.domain.note import Note
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.vocabulary import CONTACT_PUBLIC
from resource_mapper.layout.display_list import DrawnPage
from resource_mapper.printing.concerning import SHEETS_OF, concerns_any
from resource_mapper.printing.options import CardSize, Paper, PrintOptions
from resource_mapper.printing.sheets import SHEETS, sheet_pages
from tests.helpers.factories import make_resource
from tests.helpers.fonts import real_measurer

YEAR = Freshness(Age.YEAR, date(2026, 11, 23))
RICH = make_resource(
    "百歳体操",
    (0.1, 0.5),
    category="gathering",
    district="桜台",
    place="公民館",
    schedule="毎週月曜",
    contact="0120-000-001",
    contact_public=CONTACT_PUBLIC,
    preprinted=True,
    confirmed_on=date(2025, 9, 1),
)
PRIVATE = make_resource("配食", (0.4, 0.9), contact="0120-000-002", status="準備中", preprinted=True)
FIRST = replace(sample_worksheet(date(2026, 4, 1)), resources=(RICH,))
SHEET = versioning.keep(versioning.keep(FIRST, "第1回", date(2026, 4, 1)), "第2回", date(2026, 5, 1))
NOTE = Note(id="n1", words="一人暮らしの男性はどこへ？", position=0.5)
SHEET = replace(SHEET, resources=(replace(RICH, fee="100円"), PRIVATE), notes=(NOTE,))
BEGIN = PrintOptions(paper=Paper.A4, freshness=YEAR, mark_stale=True)
CHANGED: dict[str, Any] = {
    "lens": "district",
    "shrink": True,
    "landscape": None,
    "margin": 15.0,
    "detail": "place",
    "statuses": ("準備中",),
    "contacts": True,
    "freshness": replace(YEAR, age=Age.TWO_YEARS),
    "mark_stale": False,
    "internal_contacts": True,
    "group_by": "district",
    "card_size": CardSize.BUSINESS,
    "spare_cards": 3,
    "hidden_fields": frozenset({"市町村"}),
    "notes": True,
    "aims": True,
    "copying_allowed": True,
    "ruler": True,
    "compare_from": "いま",
    "compare_to": "第1回",
}


def drawn(sheet_id: str, choice: str = "", value: Any = None) -> tuple[DrawnPage, ...]:
    worksheet = replace(SHEET, lens=value) if choice == "lens" else SHEET
    options = replace(BEGIN, **{choice: value}) if choice not in ("", "lens") else BEGIN
    if choice == "landscape":
        usual = sheet_pages(SHEET, sheet_id, real_measurer(), BEGIN)[0]
        options = replace(BEGIN, landscape=usual.width < usual.height)
    return sheet_pages(worksheet, sheet_id, real_measurer(), options)


@pytest.mark.parametrize("choice", SHEETS_OF)
def test_a_choice_changes_the_sheets_that_it_is_said_to_be_for_and_no_other(choice: str) -> None:
    changed = {sheet_id for sheet_id in SHEETS if drawn(sheet_id) != drawn(sheet_id, choice, CHANGED[choice])}
    assert changed == set(SHEETS_OF[choice])


def test_every_other_choice_is_for_all_sheets() -> None:
    rest = {field.name for field in fields(PrintOptions)} - SHEETS_OF.keys()
    assert rest == {"paper", "tiles", "mono", "calendar"}


def test_a_choice_concerns_sheets_when_it_concerns_one_of_them() -> None:
    assert concerns_any("spare_cards", ("worksheet", "cards"))
    assert not concerns_any("spare_cards", ("worksheet",))
    assert not concerns_any("spare_cards", ())
    assert concerns_any("mono", ("worksheet",))
