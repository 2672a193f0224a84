"""A card as primitives."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from resource_mapper.domain.axis import Span
from resource_mapper.domain.category import Category, Mark
from resource_mapper.domain.color import MIN_CONTRAST
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import SheetOptions
from resource_mapper.layout.display_list import Box, Lines, Polygon, Text
from resource_mapper.layout.draw_card import OVAL_RADIUS, THINNEST_BAR, draw_card
from resource_mapper.layout.sheet import layout_sheet
from tests.helpers import golden, ink
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.square_measurer import SquareMeasurer
from tests.helpers.strategies import colors, spans

SQUARE = SquareMeasurer()
SLACK = 1e-6
EVERYTHING = SheetOptions(show_ended=True)
STATUSES = [*Status, "計画中"]


def _draw(resource, worksheet=None):
    """Return the only card of a worksheet, and its primitives."""
    worksheet = (worksheet or make_worksheet()).with_resources([resource])
    (card,) = layout_sheet(worksheet, SQUARE, EVERYTHING).cards
    return card, draw_card(card, worksheet, SQUARE)


def _salon(status="ある", **values):
    return make_resource("いきいきサロン", (0.2, 0.6), category="salon", status=status, **values)


def _boxes(items):
    return [item for item in items if isinstance(item, Box)]


def test_one_card_of_every_status():
    drawn = (f"# {status}\n{golden.dump(_draw(_salon(status))[1])}" for status in STATUSES)
    golden.compare("\n".join(drawn), "cards")


def test_a_card_with_a_second_line():
    golden.compare(golden.dump(_draw(_salon(schedule="第2・4木曜 10:00"))[1]), "card-with-second-line")


def test_the_bar_in_full_colour_lies_exactly_under_the_range():
    card, items = _draw(make_resource("地域リハビリテーション", (0.4, 0.42), category="salon"))
    _, bar, tint, *_ = _boxes(items)
    assert bar.fill == "#C9820A"
    assert (bar.rect.x, bar.rect.right) == pytest.approx((194, 201.2))  # 50 + 0.4 × 360, 50 + 0.42 × 360
    assert bar.rect.bottom == pytest.approx(card.pill.bottom)
    assert bar.rect.bottom - tint.rect.bottom == pytest.approx(0.95)
    assert card.pill.width > bar.rect.width


@example(Span(1, 1), "体操", "ある")
@given(spans, st.sampled_from(["体操", "地域リハビリテーション活動支援事業", "あ" * 90]), st.sampled_from(STATUSES))
def test_all_ink_lies_on_the_pill(span, name, status):
    card, items = _draw(make_resource(name, (span.left, span.right), status=status, schedule="第2木曜"))
    assert ink.outside(items, card.pill.inset(-1e-6), SQUARE) == []


@pytest.mark.parametrize(
    ("status", "dashed", "struck"),
    [
        ("ある", False, False),
        ("準備中", True, False),
        ("あったらいいな", True, False),
        ("休止", False, True),
        ("終了", False, True),
        ("計画中", False, False),
    ],
)
def test_status_shows_without_colour(status, dashed, struck):
    _, items = _draw(_salon(status))
    outline = next(box for box in _boxes(items) if box.fill is None)
    assert (outline.stroke.dash is not None) == dashed
    assert any(isinstance(item, Lines) for item in items) == struck


def test_a_struck_name_is_struck_on_every_line():
    card, items = _draw(make_resource("地域リハビリテーション活動支援事業" * 2, (0.2, 0.3), status="休止"))
    strikes = [item.segments[0] for item in items if isinstance(item, Lines)]
    assert len(strikes) == len(card.face.lines) == 2
    for (x0, y0, x1, y1), width in zip(strikes, card.face.line_widths, strict=True):
        assert y0 == y1
        assert x1 - x0 == pytest.approx(width)


def test_closed_cards_are_grey_others_wear_their_category():
    colored = {status: _boxes(_draw(_salon(status))[1])[1].fill for status in STATUSES}
    assert colored.pop("休止") == colored.pop("終了") == "#7A828C"
    assert set(colored.values()) == {"#C9820A"}


def test_the_mark_stands_left_of_the_name():
    _, items = _draw(_salon())
    (square,) = (item for item in items if isinstance(item, Polygon))
    (name,) = (item for item in items if isinstance(item, Text))
    assert square.fill == "#C9820A"
    assert max(x for x, _ in square.points) < name.x


@pytest.mark.parametrize("category", ["", "商店"])
def test_without_a_category_there_is_no_mark(category):
    _, items = _draw(make_resource("商店", category=category))
    assert not [item for item in items if isinstance(item, Polygon)]
    assert _boxes(items)[1].fill == "#6B7280"


def test_flag_and_second_line_are_drawn():
    _, items = _draw(_salon("あったらいいな", schedule="第2木曜"))
    assert [item.text for item in items if isinstance(item, Text)] == ["いきいきサロン", "ほしい", "第2木曜"]


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("category", [category.id for category in Worksheet().categories])
def test_text_on_a_card_is_readable(status, category):
    _, items = _draw(make_resource("体操", (0.2, 0.25), status=status, category=category, schedule="第2木曜"))
    ratio, text = ink.worst_contrast(items, SQUARE)
    assert ratio >= MIN_CONTRAST, text


@given(colors)
@example("#000000")
def test_text_on_a_card_of_any_colour_is_readable(color):
    worksheet = Worksheet(categories=(Category("own", "自分の分類", Mark.STAR, color),))
    _, items = _draw(make_resource("体操", category="own", schedule="第2木曜"), worksheet)
    ratio, text = ink.worst_contrast(items, SQUARE)
    assert ratio >= MIN_CONTRAST, text


def test_lines_of_a_name_stand_under_each_other():
    card, items = _draw(make_resource("地域リハビリテーション活動支援事業" * 2, (0.2, 0.3)))
    first, second = (item for item in items if isinstance(item, Text))
    assert first.text + second.text == card.resource.name
    middle = (ink.extent(first, SQUARE).y + ink.extent(second, SQUARE).bottom) / 2
    assert middle == pytest.approx(card.pill.centre_y - 0.95 / 2)  # over the bar
    assert second.y - first.y == pytest.approx(1.22 * card.face.size_pt * 25.4 / 72)
    assert ink.extent(first, SQUARE).centre_x == pytest.approx(ink.extent(second, SQUARE).centre_x)


@given(spans, st.sampled_from(["会", "地域リハビリテーション活動支援事業の会" * 2]))
def test_a_free_card_is_oval_and_its_range_stays_within_the_curve(span, name):
    worksheet = make_worksheet(make_resource(name, (span.left, span.right), category="salon"), lens="free")
    (card,) = layout_sheet(worksheet, SQUARE).cards
    ground, bar, tint, *_ = draw_card(card, worksheet, SQUARE)
    assert isinstance(ground, Box)
    radius = ground.radii[0]
    assert radius == min(card.pill.height / 2, OVAL_RADIUS)
    for shape in (bar, tint):
        assert isinstance(shape, Polygon)
        xs = [x for x, _ in shape.points]
        assert max(xs) - min(xs) == pytest.approx(max(card.range_right - card.range_left, THINNEST_BAR))
        assert min(xs) == pytest.approx(card.range_left, abs=THINNEST_BAR)
        for x, y in shape.points:
            inner_x = min(max(x, card.pill.x + radius), card.pill.right - radius)
            inner_y = min(max(y, card.pill.y + radius), card.pill.bottom - radius)
            assert math.hypot(x - inner_x, y - inner_y) <= radius + SLACK
