"""自然な支え合い and 付箋 on the other sheets: named where people plan, left out where strangers read."""

from dataclasses import replace

from resource_mapper.domain.note import Note
from resource_mapper.domain.vocabulary import Nature
from resource_mapper.layout.display_list import texts
from resource_mapper.printing.options import PrintOptions
from resource_mapper.printing.sheets import sheet_pages
from resource_mapper.storage.open_data import open_data_csv
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.fonts import real_measurer

TEA = make_resource("縁側のお茶のみ", (0, 1), category="salon", nature=Nature.NATURAL)
SALON = make_resource("いきいきサロン", (0, 1), category="salon")
SHEET = make_worksheet(TEA, SALON)


def words(sheet_id: str, options: PrintOptions | None = None) -> str:
    pages = sheet_pages(SHEET, sheet_id, real_measurer(), options or PrintOptions())
    return "".join(text.text for page in pages for text in texts(page.items))


def test_lists_and_cards_say_what_it_is() -> None:
    assert "縁側のお茶のみ【自然な支え合い】" in words("list")
    assert "自然な支え合い" in words("cards")


def test_leaflets_and_open_data_leave_it_out() -> None:
    assert "いきいきサロン" in words("by-state")
    assert "縁側" not in words("by-state")
    published = open_data_csv(SHEET)
    assert published.count == 1
    assert "縁側" not in published.data.decode("utf-8-sig")
    assert published.notes == ("自然な支え合い（1件）は、公開するものではないので書き出していません。",)


def test_notes_are_printed_where_wanted() -> None:
    noted = replace(SHEET, notes=(Note(id="n1", words="足がない", position=0.5),))
    for wanted in (False, True):
        (page,) = sheet_pages(noted, "worksheet", real_measurer(), PrintOptions(notes=wanted))
        assert ("足がない" in {text.text for text in texts(page.items)}) == wanted
