"""自然な支え合い on the sheet: light, dotted, with a heart that black shows as well; explained where it lies."""

import pytest

from resource_mapper.domain import linking
from resource_mapper.domain.vocabulary import Nature
from resource_mapper.layout.boxes import SheetOptions
from resource_mapper.layout.display_list import Box, Polygon, texts
from resource_mapper.layout.draw_card import DOTS, draw_card
from resource_mapper.layout.draw_sheet import draw_page
from resource_mapper.layout.sheet import layout_sheet
from resource_mapper.layout.style import PAPER, style_of
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.fonts import real_measurer

TEA = make_resource("縁側のお茶のみ", category="salon", nature=Nature.NATURAL)
SALON = make_resource("いきいきサロン", category="salon")


@pytest.mark.parametrize("mono", [False, True])
def test_it_has_a_dotted_outline_a_heart_and_no_tint(mono: bool) -> None:
    sheet = make_worksheet(TEA, SALON)
    style = style_of(sheet, mono=mono)
    cards = layout_sheet(sheet, real_measurer(), SheetOptions(mono=mono)).cards
    drawn = {card.resource.id: draw_card(card, sheet, real_measurer(), style) for card in cards}
    outlines = {key: [b.stroke.dash for b in items if isinstance(b, Box) and b.stroke] for key, items in drawn.items()}
    assert (outlines[TEA.id], outlines[SALON.id]) == ([DOTS], [None])
    hearts = [shape for shape in drawn[TEA.id] if isinstance(shape, Polygon) and shape.stroke]
    assert len(hearts) == 1
    assert hearts[0].fill == PAPER
    fills = {shape.fill for shape in drawn[TEA.id] if isinstance(shape, Box | Polygon)} - {None}
    assert len(fills) <= 2, "paper and the colour of its category, no tint between"


def test_a_wish_for_it_is_dashed_as_every_wish() -> None:
    wish = make_resource("ごみ出し", category="salon", nature=Nature.NATURAL, status="あったらいいな")
    sheet = make_worksheet(wish)
    (card,) = layout_sheet(sheet, real_measurer()).cards
    words = [text.text for text in texts(draw_card(card, sheet, real_measurer()))]
    assert words == ["ごみ出し", "ほしい"]
    heart = next(
        shape for shape in draw_card(card, sheet, real_measurer()) if isinstance(shape, Polygon) and shape.stroke
    )
    assert max(x for x, _ in heart.points) < card.pill.right - card.face.flag_width


@pytest.mark.parametrize(
    ("linked", "resources", "there"),
    [
        (False, (SALON,), set()),
        (False, (SALON, TEA), {"自然な支え合い"}),
        (True, (SALON, TEA), {"自然な支え合い", "つながり"}),
    ],
)
def test_the_legend_explains_what_is_on_the_page(linked: bool, resources: tuple, there: set[str]) -> None:
    sheet = make_worksheet(*resources)
    if linked:
        sheet = linking.link(sheet, [SALON.id, TEA.id])
    layout = layout_sheet(sheet, real_measurer())
    words = {text.text for text in texts(draw_page(layout, layout.pages[0], real_measurer()))}
    assert words & {"自然な支え合い", "つながり"} == there
