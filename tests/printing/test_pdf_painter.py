"""The PDF as a viewer sees it."""

import re
from itertools import islice

import pytest

from resource_mapper.layout.display_list import Box, Clip, DrawnPage, Gradient, Lines, Polygon, Stroke, Text
from resource_mapper.layout.geometry import Rect
from resource_mapper.printing.pdf_painter import paint_pdf
from tests.helpers.fonts import real_measurer
from tests.helpers.pdf import picture, read_pdf

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)
FULL = Rect(10, 10, 40, 20)


def _page(*items, name="1 ページ", width=100.0, height=60.0):
    return DrawnPage(width, height, items, name)


def _pixels(*items):
    """Paint on a page of 100 × 60 mm and return a function from mm to colour."""
    image = picture(paint_pdf([_page(*items)], "題"), pixels_per_mm=4)
    return lambda x, y: image.getpixel((round(x * 4), round(y * 4)))


@pytest.mark.parametrize(("width", "height"), [(420, 297), (297, 210), (364, 257), (594, 420)])
def test_the_page_box_is_exactly_the_paper(width, height):
    (size,) = read_pdf(paint_pdf([_page(width=width, height=height)], "題")).sizes_pt
    assert size == pytest.approx((width / 25.4 * 72, height / 25.4 * 72), abs=0.005)


def test_pages_may_differ_in_size():
    pages = [_page(), _page(width=60.0, height=100.0)]
    widths = [width for width, _ in read_pdf(paint_pdf(pages, "題")).sizes_pt]
    assert widths == pytest.approx([283.465, 170.079], abs=0.005)


def test_viewers_are_told_language_title_and_scale():
    data = paint_pdf([_page(Text(10, 20, "あ", 9, "#000000"))], "桜台の資源（資源ワークシート）")
    pdf = read_pdf(data)
    assert pdf.language == "ja-JP"
    assert pdf.info["Title"] == "桜台の資源（資源ワークシート）"
    assert pdf.info["Author"] == "地域資源ワークシート"
    assert not pdf.asks_for_scaling
    assert re.search(rb"/PrintScaling\s*/None", data)
    assert re.search(rb"/DisplayDocTitle\s+true", data)


def test_pages_are_listed_in_the_outline():
    assert read_pdf(paint_pdf([_page(name="1 表"), _page(name="2 裏")], "題")).outline == ["1 表", "2 裏"]


def test_both_weights_are_embedded_and_nothing_else_is_named():
    items = Text(10, 20, "並字", 9, "#000000"), Text(10, 40, "太字", 9, "#000000", bold=True)
    data = paint_pdf([_page(*items)], "題")
    fonts = read_pdf(data).fonts
    assert len(fonts) == 2
    assert all(fonts.values())
    assert {name.split("+")[-1] for name in fonts} == {"NotoSansJP-Regular", "NotoSansJP-Bold"}
    assert b"Helvetica" not in data


@pytest.mark.parametrize(("bold", "font"), [(False, "NotoSansJP-Regular"), (True, "NotoSansJP-Bold")])
def test_bold_text_is_set_in_the_bold_font(bold, font):
    fonts = read_pdf(paint_pdf([_page(Text(10, 20, "字", 9, "#000000", bold))], "題")).fonts
    assert [name.split("+")[-1] for name in fonts] == [font]


@pytest.mark.parametrize(
    "text",
    ["高齢者サロン", "𠮷野家", "髙﨑①㈱", "第2・4木曜 10:00〜", "通所B・訪問B", "(株)\\", "𠮷𠮷と𡈽と𩸽", "〓…“”"],
)
def test_text_comes_back_as_it_was(text):
    (found,) = read_pdf(paint_pdf([_page(Text(10, 20, text, 9, "#000000"))], "題")).texts
    assert found == "".join(text.split())


def test_more_characters_than_one_font_subset_holds_come_back():
    kanji = (chr(code) for code in range(0x4E00, 0x9FFF))
    text = "".join(islice(filter(real_measurer().has, kanji), 400))  # a subset holds 256
    lines = [Text(5, 5 + 5 * row, text[40 * row : 40 * row + 40], 6, "#000000") for row in range(10)]
    (found,) = read_pdf(paint_pdf([_page(*lines)], "題")).texts
    assert found == text


def test_nothing_is_drawn_on_an_empty_page():
    pixel = _pixels()
    assert {pixel(x, y) for x in (1, 50, 99) for y in (1, 30, 59)} == {WHITE}


def test_y_runs_downwards_from_the_top():
    pixel = _pixels(Box(Rect(10, 5, 10, 10), "#FF0000"))
    assert pixel(15, 10) == RED
    assert pixel(15, 50) == WHITE


def test_a_box_is_filled_and_outlined():
    pixel = _pixels(Box(FULL, "#FF0000", Stroke("#0000FF", 2)))
    assert pixel(30, 20) == RED
    assert pixel(30, 10) == pixel(10, 20) == pixel(50, 20) == pixel(30, 30) == BLUE
    assert pixel(30, 8.5) == WHITE


def test_corners_are_round_where_they_have_a_radius():
    pixel = _pixels(Box(FULL, "#FF0000", None, (8, 0, 0, 0)))
    assert pixel(10.6, 10.6) == WHITE
    assert pixel(49.4, 10.6) == pixel(49.4, 29.4) == pixel(10.6, 29.4) == RED


def test_later_items_lie_over_earlier_ones():
    pixel = _pixels(Box(FULL, "#FF0000"), Box(Rect(20, 15, 10, 10), "#0000FF"))
    assert (pixel(15, 20), pixel(25, 20)) == (RED, BLUE)


def test_a_polygon():
    pixel = _pixels(Polygon(((10, 10), (50, 10), (10, 50)), "#FF0000"))
    assert (pixel(20, 20), pixel(45, 45)) == (RED, WHITE)


def test_a_gradient_runs_over_the_width_of_its_shape_and_stays_in_it():
    stops = Gradient(((0.0, "#FF0000"), (0.5, "#FFFFFF"), (1.0, "#0000FF")))
    pixel = _pixels(Polygon(((10, 10), (50, 10), (50, 30), (10, 30)), stops))
    assert pixel(10.5, 20) == pytest.approx(RED, abs=12)
    assert pixel(30, 20) == pytest.approx(WHITE, abs=12)
    assert pixel(49.5, 20) == pytest.approx(BLUE, abs=12)
    assert pixel(20, 20) == pytest.approx((255, 128, 128), abs=12)
    assert pixel(5, 20) == pixel(55, 20) == pixel(30, 35) == WHITE


def test_lines_are_dashed_in_mm():
    pixel = _pixels(Lines(((10, 20, 90, 20),), Stroke("#FF0000", 2, (10, 5))))
    assert [pixel(x, 20) for x in (12, 18, 22, 27, 33, 37)] == [RED, RED, WHITE, RED, RED, WHITE]


def test_a_dash_ends_with_its_line():
    pixel = _pixels(
        Lines(((10, 20, 90, 20),), Stroke("#FF0000", 2, (10, 5))), Lines(((10, 40, 90, 40),), Stroke("#FF0000", 2))
    )
    assert pixel(22, 40) == RED


def test_a_clip_hides_what_lies_outside_and_ends_with_itself():
    wide = Lines(((0, 20, 100, 20),), Stroke("#FF0000", 4))
    pixel = _pixels(Clip(FULL, (wide,)), Lines(((0, 50, 100, 50),), Stroke("#0000FF", 4)))
    assert (pixel(30, 20), pixel(5, 20), pixel(70, 20)) == (RED, WHITE, WHITE)
    assert pixel(30, 10) == pixel(30, 14) == pixel(10, 14) == WHITE  # the rectangle itself is not drawn
    assert pixel(5, 50) == BLUE


def test_colours_pens_and_type_within_a_clip_stay_within_it():
    red = Text(12, 25, "■", 30, "#FF0000")
    inside = Clip(FULL, (Text(12, 25, "■", 10, "#0000FF", bold=True), Lines(((10, 28, 50, 28),), Stroke("#0000FF", 1))))
    line = Lines(((0, 50, 100, 50),), Stroke("#FF0000", 4))
    pixel = _pixels(red, line, inside, red._replace(y=45), line._replace(segments=((0, 55, 100, 55),)))
    assert pixel(17, 40) == pixel(50, 50) == pixel(50, 55) == RED
    assert pixel(30, 28) == BLUE


def test_text_stands_on_its_baseline():
    pixel = _pixels(Text(10, 40, "■", 72, "#FF0000"))  # 25.4 mm high
    assert pixel(22, 30) == RED
    assert pixel(22, 48) == WHITE
