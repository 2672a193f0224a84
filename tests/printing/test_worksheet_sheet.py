"""The filled sheet: laid-out pages, then the waiting cards."""

from itertools import pairwise

import pytest

from resource_mapper.domain.lens import LENSES
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.layout.display_list import texts
from resource_mapper.layout.draw_sheet import draw_page
from resource_mapper.layout.sheet import layout_sheet
from resource_mapper.printing.worksheet_sheet import worksheet_pages
from tests.helpers.factories import make_resource, make_worksheet, many_resources
from tests.helpers.fonts import real_measurer


def _pages(worksheet):
    return worksheet_pages(worksheet, real_measurer())


def _words(page):
    return [text.text for text in texts(page.items)]


def test_screen_and_paper_draw_the_same_list():
    layout = layout_sheet(sample_worksheet(), real_measurer())
    (page,) = _pages(sample_worksheet())
    assert page.items == draw_page(layout, layout.pages[0], real_measurer())
    assert (page.width, page.height) == (420, 297)


@pytest.mark.parametrize(
    ("placed", "waiting", "names"),
    [
        (1, 0, ["1 分類で並べたワークシート"]),
        (1, 1, ["1 分類で並べたワークシート", "2 まだ置いていない資源"]),
        (0, 85, ["1 分類で並べたワークシート", "2 まだ置いていない資源", "3 まだ置いていない資源"]),
    ],
)
def test_pages_are_named_and_numbered_through(placed, waiting, names):
    resources = [make_resource(f"置{n}") for n in range(placed)] + [
        make_resource(f"待{n}", None) for n in range(waiting)
    ]
    pages = _pages(make_worksheet(*resources))
    assert [page.name for page in pages] == names
    for number, page in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in _words(page)


def test_a_long_sheet_is_numbered_through():
    pages = _pages(make_worksheet(*many_resources(300)))
    assert len(pages) > 1
    assert [page.name.split()[0] for page in pages] == [str(number) for number in range(1, len(pages) + 1)]
    for one, other in pairwise(pages):
        assert one.items != other.items


@pytest.mark.parametrize("lens", LENSES, ids=lambda lens: lens.id)
def test_every_name_is_on_one_page_through_any_lens(lens):
    resources = [*many_resources(120), *(make_resource(f"待つ会（{n}号）", None) for n in range(90))]
    pages = ["".join(_words(page)) for page in _pages(make_worksheet(*resources, lens=lens.id))]
    for resource in resources:
        wanted = 0 if resource.status == "終了" and lens.id != "status" else 1
        assert sum(page.count(resource.name) for page in pages) == wanted, resource.name
