"""課題: what a record holds, edits of their list, what the sheet proposes, and how cards that go leave their names."""

from dataclasses import replace
from datetime import date

import pytest

from resource_mapper.domain import versioning
from resource_mapper.domain.axis import Span
from resource_mapper.domain.concern import Concern, ConcernState, canonical, fitting_grounds, with_line
from resource_mapper.domain.concerns import (
    add_concerns,
    add_grounds,
    change_concerns,
    concern_of,
    concern_of_finding,
    present_meeting,
    proposals,
    remove_concerns,
    shift_concern,
)
from resource_mapper.domain.edits import add, remove
from resource_mapper.domain.findings import findings
from resource_mapper.domain.text import MAX_CELL_UNITS
from resource_mapper.domain.worksheet import Heading
from tests.helpers.factories import make_resource, make_worksheet

SALON = make_resource("サロン", (0.2, 0.6), id="salon", category="salon", aim=Span(0.2, 0.9))
WISH = make_resource("配食", (0.4, 0.9), id="wish", status="あったらいいな")
FIRST = Concern(id="k1", title="送迎", grounds=("salon", "wish"), reason="足がない")
SECOND = Concern(id="k2", title="担い手")
SHEET = make_worksheet(SALON, WISH, concerns=(FIRST, SECOND))


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"id": " k"},
        {"title": "一\n二"},
        {"who": "あ" * (MAX_CELL_UNITS + 1)},
        {"due": date(1899, 1, 1)},
        {"grounds": ("a", "a")},
    ],
)
def test_what_no_workbook_could_hold_is_refused(wrong):
    with pytest.raises(ValueError, match=r"."):
        replace(FIRST, **wrong)


def test_a_worksheet_refuses_doubled_ids_and_cards_that_are_not_there():
    with pytest.raises(ValueError, match="concern"):
        make_worksheet(concerns=(SECOND, SECOND))
    with pytest.raises(ValueError, match="rests on no"):
        make_worksheet(concerns=(FIRST,))


def test_a_card_that_goes_stays_by_its_name():
    after = remove(SHEET, {"wish"}).concerns
    assert after == (replace(FIRST, grounds=("salon",), reason="足がない\n「配食」"), SECOND)
    assert remove(SHEET, {"unknown"}) is SHEET


def test_edits_of_the_list():
    third = Concern(id="k3", title="場所")
    sheet = add_concerns(SHEET, [third])
    assert [each.id for each in shift_concern(sheet, "k3", "k1").concerns] == ["k3", "k1", "k2"]
    assert [each.id for each in shift_concern(sheet, "k1", None).concerns] == ["k2", "k3", "k1"]
    assert remove_concerns(sheet, {"k3"}) == SHEET
    done = change_concerns(sheet, {"k3"}, state=ConcernState.DONE)
    assert concern_of(done, "k3") == replace(third, state=ConcernState.DONE)
    assert done.concerns[2].is_settled
    assert add_grounds(sheet, "k3", ("wish", "nowhere")).concerns[2].grounds == ("wish",)
    assert remove_concerns(sheet, {"x"}) is sheet
    assert change_concerns(sheet, {"x"}, title="y") is sheet
    assert shift_concern(sheet, "x", None) is sheet


def test_what_should_be_less_what_is_becomes_a_proposal_once():
    sheet = replace(make_worksheet(SALON, WISH), heading=Heading(meeting="第2回 協議体"))
    found = proposals(sheet)
    assert ("「サロン」を要介護に近い人に広げる", ("salon",)) in [(each.title, each.grounds) for each in found]
    assert ("「配食」をつくる", ("wish",)) in [(each.title, each.grounds) for each in found]
    assert {each.raised_at for each in found} == {"第2回 協議体"}
    taken = add_concerns(sheet, [replace(each, title="言いかえた") for each in found])
    assert proposals(taken) == ()


def test_a_service_that_leads_nowhere_is_proposed():
    sheet = make_worksheet(make_resource("通所C", (0, 1), id="c", service_type="day_c"))
    assert ("「通所C」の終了後の行き先がない", ("c",)) in [(each.title, each.grounds) for each in proposals(sheet)]


def test_the_longest_names_fit_into_a_proposal():
    sheet = make_worksheet(make_resource("あ" * MAX_CELL_UNITS, (0, 1), status="準備中"))
    assert proposals(sheet)[0].title.endswith("…」を始める")


def test_the_meeting_is_that_of_the_heading_else_its_day():
    day = Heading(made_on=date(2026, 11, 23))
    assert present_meeting(make_worksheet(heading=day)) == "令和8年11月23日"
    assert present_meeting(make_worksheet(heading=replace(day, meeting="準備会"))) == "準備会"
    assert present_meeting(make_worksheet()) == ""


def test_words_that_mean_the_same_are_the_words_of_the_list_and_others_stay():
    assert canonical("state", "取り組み 中") == ConcernState.UNDER_WAY
    assert canonical("priority", "至急") == "至急"


def test_lines_are_added_once_and_only_while_a_cell_can_hold_them():
    assert with_line("", "二") == "二"
    assert with_line("一\n二", "二") == "一\n二"
    assert with_line("あ" * MAX_CELL_UNITS, "二") == "あ" * MAX_CELL_UNITS


def test_thousands_of_cards_are_cut_to_what_a_cell_holds():
    many = fitting_grounds(f"card-{number:06}" for number in range(9000))
    assert 1000 < len(many) < 9000
    assert replace(SECOND, grounds=many).grounds == many


def test_an_earlier_state_is_looked_at_without_them_and_gone_back_to_with_them():
    kept = versioning.keep(remove(SHEET, {"wish"}), "第1回", date(2026, 4, 1))
    later = add_grounds(add(kept, [WISH]), "k2", ("wish",))
    assert versioning.as_it_stood(later, "第1回").concerns == ()
    assert versioning.go_back(later, "第1回").concerns[1] == replace(SECOND, reason="「配食」")


def test_a_sentence_about_the_longest_name_becomes_one_all_the_same():
    sheet = make_worksheet(make_resource("あ" * MAX_CELL_UNITS, (0, 1), id="c", service_type="day_c"))
    sentence = next(each for each in findings(sheet) if each.gap is None)
    assert concern_of_finding(sheet, sentence).grounds == ("c",)
