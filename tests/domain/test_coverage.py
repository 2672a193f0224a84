"""資源の厚み and 空白."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.domain.axis import BANDS
from resource_mapper.domain.coverage import coverage, gap_sentence, gaps, reaches
from resource_mapper.domain.lens import LENS, LENSES
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.vocabulary import Status
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.strategies import resources, spans, worksheets

CATEGORY = LENS["category"]


def _naive_coverage(found, steps):
    def holds(span, step):
        middle = Fraction(2 * step + 1, 2 * steps)
        return Fraction(round(span.left * 1000), 1000) <= middle <= Fraction(round(span.right * 1000), 1000)

    return tuple(sum(holds(resource.span, step) for resource in found) for step in range(steps))


@given(st.lists(spans), st.sampled_from([1, 2, 3, 4, 10, 24, 25, 100, 500]))
def test_coverage_counts_like_a_naive_count(found, steps):
    # 4, 100 and 500 steps have middles that a range can end on: both ends count
    placed = [make_resource(span=(span.left, span.right)) for span in found]
    assert coverage(placed, steps) == _naive_coverage(placed, steps)


def test_the_samples_24_numbers():
    # 23 of the 24 count (男の集い場 is あったらいいな); step 1 has its middle at 2.08 %, step 24 at 97.92 %
    assert coverage(sample_worksheet().resources) == (
        *(6, 9, 11, 11, 11, 10, 11, 10),
        *(9, 8, 8, 10, 10, 8, 8, 6),
        *(4, 3, 2, 3, 2, 1, 1, 1),
    )
    assert coverage(sample_worksheet().resources) == _naive_coverage(
        [resource for resource in sample_worksheet().resources if resource.counts], 24
    )


def test_only_what_is_there_today_and_has_a_place_counts():
    others = [make_resource(span=(0, 1), status=status) for status in Status if status != Status.AVAILABLE]
    assert coverage([*others, make_resource(span=None)]) == (0,) * 24
    assert coverage([*others, make_resource(span=(0, 1))]) == (1,) * 24


def test_nothing_covers_nothing():
    assert coverage([]) == (0,) * 24


@pytest.mark.parametrize(
    ("left", "right", "reached"),
    [
        (0.0, 0.3, "元気"),
        (0.0, 1 / 3, "元気"),
        (0.0, 0.334, "元気 虚弱"),
        (1 / 3, 2 / 3, "虚弱"),
        (0.332, 0.667, "元気 虚弱"),
        (2 / 3, 1.0, "要介護"),
        (0.0, 1.0, "元気 虚弱 要介護"),
        (0.0, 0.0, "元気"),
        (1 / 3, 1 / 3, "虚弱"),
        (1.0, 1.0, "要介護"),
    ],
)
def test_a_range_reaches_the_bands_it_has_a_part_in(left, right, reached):
    resource = make_resource(span=(left, right))
    assert " ".join(band.short_label for band in BANDS if reaches(resource, band)) == reached


def test_a_waiting_card_reaches_nothing():
    assert not any(reaches(make_resource(span=None), band) for band in BANDS)


@given(spans)
def test_every_range_reaches_some_band(span):
    assert any(reaches(make_resource(span=(span.left, span.right)), band) for band in BANDS)


def _found(lens, *resources):
    return [
        (gap.row.id, "・".join(band.short_label for band in gap.bands), gap.wanted)
        for gap in gaps(make_worksheet(*resources), lens)
    ]


def _everywhere(**values):
    return make_resource(span=(0, 1), **values)


def _full_but(row):
    return [_everywhere(category=each.id) for each in make_worksheet().categories if each.id != row]


@pytest.mark.parametrize(
    ("salons", "holes"),
    [
        ([], [("salon", "元気・虚弱・要介護", 0)]),
        ([(0, 1)], []),
        ([(0, 0.3)], [("salon", "虚弱・要介護", 0)]),
        ([(0.4, 0.5)], [("salon", "元気", 0), ("salon", "要介護", 0)]),
        ([(0, 0.2), (0.8, 1)], [("salon", "虚弱", 0)]),
        ([(0.3, 0.7)], []),
    ],
)
def test_gaps_are_the_bands_that_nothing_in_a_row_reaches(salons, holes):
    cards = [make_resource(span=span, category="salon") for span in salons]
    assert _found(CATEGORY, *_full_but("salon"), *cards) == holes


def test_what_is_only_wished_for_leaves_the_gap_and_is_counted():
    wishes = [make_resource(span=span, category="salon", status="あったらいいな") for span in ((0, 0.2), (0.7, 0.9))]
    salon = make_resource(span=(0.4, 0.6), category="salon")
    assert _found(CATEGORY, *_full_but("salon"), salon, *wishes) == [("salon", "元気", 1), ("salon", "要介護", 1)]


@pytest.mark.parametrize("status", ["準備中", "休止", "終了"])
def test_what_is_not_running_leaves_the_gap(status):
    card = _everywhere(category="salon", status=status)
    assert _found(CATEGORY, *_full_but("salon"), card) == [("salon", "元気・虚弱・要介護", 0)]


def test_the_row_for_unset_has_no_gaps():
    assert _found(CATEGORY, *_full_but(None), make_resource(category="")) == []


def test_free_placement_has_gaps_of_the_whole_sheet():
    assert _found(LENS["free"], make_resource(span=(0.4, 0.9))) == [("", "元気", 0)]


def test_rows_of_a_status_that_never_serves_are_not_called_gaps():
    rows = {
        row for row, _, _ in _found(LENS["status"], _everywhere(status="準備中"), _everywhere(status="あったらいいな"))
    }
    assert rows <= {"ある"}


@given(worksheets(), st.sampled_from(LENSES))
def test_a_gap_is_a_run_of_bands_without_service(worksheet, lens):
    for gap in gaps(worksheet, lens):
        assert tuple(band for band in BANDS if gap.span.left <= round(band.start, 3) < gap.span.right) == gap.bands
        inside = [r for r in worksheet.placed if lens.row_of(worksheet, r) == gap.row.id]
        assert not any(r.counts and reaches(r, band) for r in inside for band in gap.bands)
        assert gap.wanted <= sum(r.status == Status.WANTED for r in inside)


@given(worksheets(), resources(id="one more", status="ある", span=spans))
def test_one_more_resource_never_opens_a_gap(worksheet, more):
    before = {(gap.row.id, band.id) for gap in gaps(worksheet, CATEGORY) for band in gap.bands}
    after = gaps(worksheet.with_resources((*worksheet.resources, more)), CATEGORY)
    assert {(gap.row.id, band.id) for gap in after for band in gap.bands} <= before


def _sentences(lens, *resources):
    return [gap_sentence(gap, lens) for gap in gaps(make_worksheet(*resources), lens)]


def test_a_gap_in_words():
    service = make_resource(span=(0, 0.3), category="service"), make_resource(span=(0.7, 1), category="service")
    assert _sentences(CATEGORY, *_full_but("service"), *service) == [
        "虚弱の人が使える 介護予防・生活支援サービス がありません"
    ]


def test_two_bands_and_a_wish_in_words():
    salon = make_resource(span=(0, 0.3), category="salon")
    wish = make_resource(span=(0.4, 0.5), category="salon", status="あったらいいな")
    assert _sentences(CATEGORY, *_full_but("salon"), salon, wish) == [
        "虚弱の人・要介護に近い人が使える 高齢者サロン系 がありません（あったらいいな 1件）"
    ]


def test_an_empty_row_in_words():
    assert _sentences(CATEGORY, *_full_but("salon")) == ["高齢者サロン系 がまだありません"]


def test_a_row_of_another_lens_in_words():
    rest = [_everywhere(support=word) for word in ("自助", "共助", "公助")]
    assert _sentences(LENS["support"], *rest, make_resource(span=(0, 0.6), support="互助")) == [
        "要介護に近い人が使える 支え方「互助」の資源 がありません"
    ]


def test_a_districts_gap_in_words():
    rest = _everywhere(district="第10地区")
    assert _sentences(LENS["district"], rest, make_resource(span=(0, 0.3), district="第２地区"), _everywhere()) == [
        "第２地区には 虚弱の人・要介護に近い人が使える 資源 がありません"
    ]
    assert _sentences(LENS["district"], rest, make_resource(span=None, district="第2地区")) == [
        "第2地区には 資源 がまだありません"
    ]


def test_without_districts_the_gaps_are_those_of_the_whole_sheet():
    assert _sentences(LENS["district"], make_resource(span=(0, 0.6))) == ["要介護に近い人が使える 資源 がありません"]


def test_a_missing_type_of_service_in_words():
    sentences = _sentences(LENS["service_type"], make_resource(span=(0.4, 0.6), service_type="visit_d"))
    assert "元気な人が使える 訪問D がありません" in sentences
    assert "一般介護予防事業 がまだありません" in sentences
    assert not [sentence for sentence in sentences if "対象外" in sentence]  # nobody waits for a service out of scope


def test_braces_in_a_name_are_only_letters():
    assert _sentences(LENS["district"], make_resource(span=None, district="{who}{0}地区")) == [
        "{who}{0}地区には 資源 がまだありません"
    ]


def test_the_whole_sheet_in_words():
    assert _sentences(LENS["free"]) == ["資源 がまだありません"]
    assert _sentences(LENS["free"], make_resource(span=(0, 0.6))) == ["要介護に近い人が使える 資源 がありません"]


def test_the_gaps_of_the_sample():
    worksheet = sample_worksheet()
    assert [gap_sentence(gap, CATEGORY) for gap in gaps(worksheet, CATEGORY)] == [
        "要介護に近い人が使える 生涯学習的な趣味活動（個人） がありません",
        "要介護に近い人が使える 住民主体の通いの場 がありません",
        "元気な人が使える 介護予防・生活支援サービス がありません",
        "虚弱の人が使える その他 がありません",
    ]
