"""付箋 on the pages: they hang where they were put, through every lens, and lie wholly on the rows."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resource_mapper.domain.lens import LENSES
from resource_mapper.domain.note import Note
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.layout.boxes import SheetLayout, SheetOptions
from resource_mapper.layout.display_list import Polygon, texts
from resource_mapper.layout.draw_sheet import draw_page
from resource_mapper.layout.form import ON_WALL
from resource_mapper.layout.notes import PAPER_YELLOW, draw_note, note_boxes, place_of_note
from resource_mapper.layout.page import BODY
from resource_mapper.layout.reuse import layout_after
from resource_mapper.layout.sheet import Layouter, layout_sheet
from resource_mapper.layout.style import style_of
from tests.helpers.factories import make_worksheet, many_resources
from tests.helpers.fonts import real_measurer

SAMPLE = sample_worksheet()
NOTE = Note(id="n1", words="一人暮らしの男性はどこへ？", position=0.5, lens="category", row="salon", height=0.25)


def laid_out(*notes: Note, **values: object) -> SheetLayout:
    return layout_sheet(replace(SAMPLE, notes=notes, **values), real_measurer(), SheetOptions(show_notes=True))  # type: ignore[arg-type]


def test_a_note_hangs_in_its_row_and_over_its_place() -> None:
    layout = laid_out(NOTE)
    (box,) = note_boxes(layout, real_measurer())
    row = next(row for row in layout.pages[0].rows if row.row.id == "salon")
    assert box.area.y == pytest.approx(row.body.y + row.body.height / 4)
    assert box.area.centre_x == pytest.approx(layout.scale.x(0.5))
    assert "".join(box.lines) == NOTE.words


@pytest.mark.parametrize("lens", [lens.id for lens in LENSES])
@pytest.mark.parametrize("mirrored", [False, True])
def test_through_every_lens_it_keeps_its_place_on_the_axis(lens: str, mirrored: bool) -> None:
    layout = laid_out(NOTE, lens=lens, mirrored=mirrored)
    (box,) = note_boxes(layout, real_measurer())
    assert box.area.centre_x == pytest.approx(layout.scale.x(0.5))
    assert BODY.y <= box.area.y
    assert box.area.bottom <= BODY.bottom + 1e-6


@settings(max_examples=60)
@given(
    st.sampled_from([lens.id for lens in LENSES]),
    st.floats(BODY.x + 25, BODY.right - 25),
    st.floats(BODY.y, BODY.bottom - 40),
)
def test_a_note_lies_where_it_was_dropped(lens: str, x: float, y: float) -> None:
    layout = laid_out(lens=lens)
    note = replace(NOTE, **place_of_note(layout, 0, x, y))  # type: ignore[arg-type]
    (box,) = note_boxes(replace(layout, worksheet=replace(layout.worksheet, notes=(note,))), real_measurer())
    assert box.area.centre_x == pytest.approx(x, abs=0.2)
    assert box.area.y == pytest.approx(y, abs=2.0), "at most beside it, in the gap between two rows"


def test_on_a_long_sheet_it_is_on_the_page_of_its_part_of_the_row() -> None:
    sheet = make_worksheet(*many_resources(700))
    notes = tuple(replace(NOTE, id=f"n{share}", height=share / 4) for share in range(5))
    layout = layout_sheet(replace(sheet, notes=notes), real_measurer())
    parts = [page.index for page in layout.pages for row in page.rows if row.row.id == "salon"]
    assert len(parts) > 1
    pages = [box.page for box in note_boxes(layout, real_measurer())]
    assert pages == sorted(pages)
    assert (pages[0], pages[-1]) == (parts[0], parts[-1])


@pytest.mark.parametrize("words", ["あ", "長い話。" * 200, "一\n\n二", "long-word-without-any-break" * 3])
@pytest.mark.parametrize("position", [0.0, 1.0])
def test_any_words_stay_on_the_rows(words: str, position: float) -> None:
    (box,) = note_boxes(
        laid_out(replace(NOTE, words=words, position=position, row="other", height=1.0)), real_measurer()
    )
    assert BODY.x - 1e-6 <= box.area.x
    assert box.area.right <= BODY.right + 1e-6
    assert box.area.bottom <= BODY.bottom + 1e-6
    assert max(real_measurer().width(line, box.size_pt) for line in box.lines) <= box.area.width


def test_paper_shows_notes_only_where_wanted_and_black_ones_have_no_ground() -> None:
    layout = laid_out(NOTE)
    words = {text.text for text in texts(draw_page(layout, layout.pages[0], real_measurer()))}
    (box,) = note_boxes(layout, real_measurer())
    assert set(box.lines) <= words
    plain = layout_sheet(layout.worksheet, real_measurer())
    assert not set(box.lines) & {text.text for text in texts(draw_page(plain, plain.pages[0], real_measurer()))}
    fills = {shape.fill for shape in draw_note(box) if isinstance(shape, Polygon)}
    black = {shape.fill for shape in draw_note(box, style_of(SAMPLE, mono=True)) if isinstance(shape, Polygon)}
    assert PAPER_YELLOW in fills
    assert black == {"#FFFFFF"}


def test_on_a_wall_its_type_is_that_of_the_labels() -> None:
    layout = layout_sheet(replace(SAMPLE, notes=(NOTE,)), real_measurer(), SheetOptions(form=ON_WALL))
    (box,) = note_boxes(layout, real_measurer())
    assert box.size_pt == ON_WALL.label_pt


def test_a_note_that_changes_moves_no_card() -> None:
    before = layout_sheet(SAMPLE, real_measurer())
    after = layout_after(before, replace(SAMPLE, notes=(NOTE,)), Layouter(real_measurer()))
    assert after.pages is before.pages
    assert len(note_boxes(after, real_measurer())) == 1
