"""A layout is taken over only where it would come out the same."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from resource_mapper.domain import edits
from resource_mapper.domain.age import Age
from resource_mapper.domain.freshness import Freshness
from resource_mapper.domain.lens import LENSES
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Heading, Worksheet
from resource_mapper.layout.boxes import SheetOptions
from resource_mapper.layout.form import ON_WALL
from resource_mapper.layout.reuse import layout_after
from resource_mapper.layout.sheet import Layouter, layout_sheet
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.square_measurer import CountingMeasurer, SquareMeasurer


def base() -> Worksheet:
    placed = [make_resource(f"会{n}", (0.1 * n, 0.1 * n + 0.3), id=f"p{n}", category="salon") for n in range(4)]
    waiting = [make_resource("待ち", None, id="w0"), make_resource("待つ", None, id="w1", district="新しい地区")]
    return make_worksheet(*placed, *waiting)


CHANGES: dict[str, Callable[[Worksheet], Worksheet]] = {
    "add to the tray": lambda it: edits.add(it, [make_resource("新", None)]),
    "rename in the tray": lambda it: edits.change(it, {"w0"}, name="別"),
    "word in the tray": lambda it: edits.change(it, {"w1"}, support="互助", area_level="?", category="?"),
    "remove from the tray": lambda it: edits.remove(it, {"w0"}),
    "place": lambda it: edits.place(it, "w1", edits.Place("salon", 0.5)),
    "move": lambda it: edits.move(it, {"p1"}, 0.1),
    "rename": lambda it: edits.change(it, {"p1"}, name="別の名前"),
    "status": lambda it: edits.change(it, {"p1"}, status=Status.WANTED),
    "unplace": lambda it: edits.unplace(it, {"p2"}),
    "mirror": lambda it: replace(it, mirrored=not it.mirrored),
    "heading": lambda it: edits.set_heading(it, Heading(title="題")),
    "colours": lambda it: replace(it, categories=it.categories[:4]),
    **{f"lens {lens.id}": partial(edits.set_lens, lens_id=lens.id) for lens in LENSES},
}


@settings(max_examples=30)
@given(st.lists(st.sampled_from(sorted(CHANGES)), min_size=1, max_size=6))
def test_it_is_always_what_a_new_layout_would_be(names: list[str]) -> None:
    worksheet = base()
    layouter = Layouter(SquareMeasurer())
    layout = layouter.layout(worksheet)
    for name in names:
        worksheet = CHANGES[name](worksheet)
        layout = layout_after(layout, worksheet, layouter)
        assert layout == layout_sheet(worksheet, SquareMeasurer())


def test_names_for_the_tray_are_not_laid_out() -> None:
    measurer = CountingMeasurer()
    layouter = Layouter(measurer)
    layout = layout_after(None, base(), layouter)
    asked = measurer.asked
    assert asked > 0
    layout_after(layout, edits.add(base(), [make_resource("新", None)]), layouter)
    assert measurer.asked == asked


def test_marks_come_and_go_without_a_card_being_laid_out_anew() -> None:
    measurer = CountingMeasurer()
    layouter, freshness = Layouter(measurer), Freshness(Age.YEAR, date(2026, 11, 23))
    plain = layouter.layout(base())
    measured = measurer.asked
    old = layout_after(plain, plain.worksheet, layouter, SheetOptions(freshness=freshness))
    assert measurer.asked == measured
    assert old == layout_sheet(plain.worksheet, SquareMeasurer(), SheetOptions(freshness=freshness))
    assert all(card.stale for card in old.cards)
    assert layout_after(old, plain.worksheet, layouter) == plain
    wall = SheetOptions(form=ON_WALL)
    assert layout_after(old, plain.worksheet, layouter, wall) == layout_sheet(plain.worksheet, SquareMeasurer(), wall)
