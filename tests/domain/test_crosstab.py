"""The table of rows × 状態像 says the same as sheet and gaps."""

from hypothesis import given

from resource_mapper.domain.axis import BANDS, bands_of
from resource_mapper.domain.coverage import gaps
from resource_mapper.domain.crosstab import CrosstabCell, crosstab
from resource_mapper.domain.edits import add
from resource_mapper.domain.lens import LENS, LENSES, lens_of
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.wishes import wish_for
from resource_mapper.domain.worksheet import Worksheet
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.strategies import worksheets


def test_the_sample_by_category() -> None:
    table = crosstab(sample_worksheet(), LENS["category"])
    counts = {row.row.label: [(cell.available, cell.wanted) for cell in row.cells] for row in table.rows}
    assert counts["高齢者サロン系"] == [(2, 1), (3, 1), (1, 0)]
    assert counts["介護予防・生活支援サービス"] == [(0, 0), (5, 0), (3, 0)]
    assert (table.total.available, table.total.wanted) == (23, 1)


@given(worksheets())
def test_a_resource_counts_in_every_band_it_reaches_and_once_in_a_total(worksheet: Worksheet) -> None:
    lens = lens_of(worksheet)
    table = crosstab(worksheet, lens)
    counted = [r for r in worksheet.placed if r.status in (Status.AVAILABLE, Status.WANTED)]
    assert [row.row for row in table.rows] == list(lens.rows(worksheet))
    assert sorted(key for row in table.rows for key in row.total.ids) == sorted(r.id for r in counted)
    for row in table.rows:
        for band, cell in zip(BANDS, row.cells, strict=True):
            here = [
                r for r in counted if lens.row_of(worksheet, r) == row.row.id and r.span and band in bands_of(r.span)
            ]
            assert cell == CrosstabCell(
                sum(r.status == Status.AVAILABLE for r in here),
                sum(r.status == Status.WANTED for r in here),
                tuple(r.id for r in here),
            )
    for index, total in enumerate(table.totals):
        assert total.available == sum(row.cells[index].available for row in table.rows)


@given(worksheets())
def test_what_nothing_serves_is_a_gap(worksheet: Worksheet) -> None:
    for lens in LENSES:
        empty = {(gap.row.id, band) for gap in gaps(worksheet, lens) for band in gap.bands}
        for row in crosstab(worksheet, lens).rows:
            for band, cell in zip(BANDS, row.cells, strict=True):
                if (row.row.id, band) in empty:
                    assert cell.available == 0


def test_a_wish_for_a_cell_is_counted_in_it_alone() -> None:
    worksheet = make_worksheet(make_resource(span=(0.0, 0.2)))
    row = crosstab(worksheet, LENS["category"]).rows[2]
    after = add(worksheet, [wish_for(worksheet, row.gap(1), "wish")])
    cells = crosstab(after, LENS["category"]).rows[2].cells
    assert [cell.wanted for cell in cells] == [0, 1, 0]
