"""全国の数 and the town's own beside them."""

import tomllib
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest

from resource_mapper.domain.national import national_figures, parse_figures
from resource_mapper.domain.national_comparison import NationalComparison, ServiceRow, compare_with_country
from resource_mapper.domain.national_table import as_text, notes, table_rows
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.vocabulary import Status, Wording
from resource_mapper.domain.worksheet import Heading, Worksheet
from tests.helpers.factories import make_resource, make_worksheet


def raw() -> dict[str, Any]:
    return tomllib.loads(files("resource_mapper.domain").joinpath("national.toml").read_text(encoding="utf-8"))


def compared(worksheet: Worksheet) -> NationalComparison:
    return compare_with_country(worksheet, national_figures())


def service(worksheet: Worksheet, label: str) -> ServiceRow:
    return next(row for group in compared(worksheet).services for row in group.rows if row.label == label)


def gathering(*activities: str, **values: Any) -> Any:
    return make_resource(category="gathering", activities=activities, **values)


class TestFigures:
    """The data file, as the deck prints it."""

    def test_only_two_figures_of_the_deck_contradict_each_other(self) -> None:
        shares = {code: share for kind in national_figures().services for code, share in kind.types.items()}
        unclear = {code: (share.percent, share.computed) for code, share in shares.items() if not share.agrees}
        assert unclear == {"visit_a": (50.7, 51.3), "day_a": (53.9, 48.1)}
        assert all(kind.any.agrees for kind in national_figures().services)

    def test_the_mix_of_activities_is_whole(self) -> None:
        assert sum(national_figures().activities.values()) == pytest.approx(100)

    def test_the_series_is_that_of_the_deck(self) -> None:
        series = national_figures().gatherings
        assert [each.percent for each in series] == [2.7, 3.2, 3.9, 4.2, 4.9, 5.7, 6.7, 5.2]
        last = series[-1]
        assert last.residents is not None
        assert (last.places, last.residents.places, last.residents.percent) == (113_886, 97_151, 4.5)

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda data: data.pop("source"),
            lambda data: data["services"][0]["types"].append({"code": "visit_x", "towns": 1, "percent": 0.1}),
            lambda data: data["services"][0]["types"].append(data["services"][0]["types"][0]),
            lambda data: data["services"][0]["any"].update(towns=2000),
            lambda data: data["activities"].update({"昼寝": 1.0}),
        ],
    )
    def test_a_file_that_is_not_right_is_refused(self, spoil: Any) -> None:
        data = raw()
        spoil(data)
        with pytest.raises(ValueError, match=r"national\.toml"):
            parse_figures(data)

    def test_a_newer_survey_needs_other_numbers_only(self) -> None:
        data = raw()
        data["year"] = "令和9年度"
        for kind in data["services"]:
            for each in (kind["any"], *kind["types"]):
                each["percent"] = round(each["towns"] / data["towns"] * 100, 1)
        found = compare_with_country(sample_worksheet(), parse_figures(data))
        assert {row.year for row in table_rows(found) if row.topic == "訪問型サービス"} == {"令和9年度"}
        assert "※" not in as_text(found), "nothing is left to be explained"


class TestServices:
    """総合事業."""

    def test_counts_what_is_there_and_what_is_wished_for(self) -> None:
        sheet = make_worksheet(
            make_resource(service_type="visit_a"),
            make_resource(service_type="visit_a", span=None),
            make_resource(service_type="visit_d", status=Status.WANTED),
            make_resource(service_type="visit_standard"),
            make_resource(service_type="day_c", status=Status.ENDED),
        )
        rows = {label: service(sheet, label) for label in ("訪問A", "訪問D", "従前相当", "通所C")}
        assert {label: (row.own, row.wanted) for label, row in rows.items()} == {
            "訪問A": (2, 0),
            "訪問D": (0, 1),
            "従前相当": (1, 0),
            "通所C": (0, 0),
        }
        whole = [group.rows[-1] for group in compared(sheet).services]
        assert [(row.own, row.wanted) for row in whole] == [(2, 1), (0, 0), (0, 0)], "従前相当 is no part of it"

    def test_both_figures_of_a_contradiction_are_told(self) -> None:
        text = as_text(compared(sample_worksheet()))
        for words in ("50.7％の市町村が実施※（893市町村）", "893市町村なら51.3％", "53.9％", "48.1％"):
            assert words in text

    def test_words_follow_the_wording_of_the_sheet(self) -> None:
        assert service(Worksheet(wording=Wording.DECK), "訪問A").words == "緩和した基準によるサービス"
        assert service(Worksheet(wording=Wording.REVISED), "訪問A").words == "多様な主体によるサービス・活動"

    def test_a_sheet_without_types_says_so(self) -> None:
        bare = make_worksheet(make_resource())
        assert any("まだ書かれていません" in note for note in compared(bare).service_notes)
        assert not any(
            "まだ書かれていません" in note
            for note in compared(make_worksheet(make_resource(service_type="general"))).service_notes
        )


class TestActivities:
    """通いの場の内容."""

    def test_a_place_with_several_activities_counts_in_equal_parts(self) -> None:
        found = compared(make_worksheet(gathering("体操（運動）"), gathering("体操（運動）", "茶話会")))
        rows = {row.label: (row.own, row.own_percent) for row in found.activities if row.own}
        assert rows == {"体操（運動）": (2, 75.0), "茶話会": (1, 25.0)}
        assert "2か所のものです" in found.activity_notes[0]

    def test_unknown_words_are_others_and_shares_make_a_whole(self) -> None:
        found = compared(make_worksheet(gathering("昼寝"), gathering("昼寝", "会食"), gathering(), make_resource()))
        assert sum(row.own_percent or 0 for row in found.activities) == pytest.approx(100)
        assert found.activities[-1].own == 2

    def test_nothing_written_is_unknown_and_not_nothing(self) -> None:
        found = compared(sample_worksheet())
        assert {row.own_percent for row in found.activities} == {None}
        assert "まだありません" in found.activity_notes[0]


class TestParticipation:
    """参加率."""

    def test_is_the_sum_of_participants_over_people_of_65_or_older(self) -> None:
        sheet = make_worksheet(
            gathering(participants=30),
            gathering(participants=12),
            gathering(),
            make_resource(participants=500),
            heading=Heading(elderly=1_000),
        )
        found = compared(sheet)
        assert found.participation.own_percent == pytest.approx(4.2)
        assert found.participation.unknown == 1
        assert any("3か所のうち1か所" in note for note in found.participation_notes)
        assert any("2回数えて" in note for note in found.participation_notes)

    @pytest.mark.parametrize("elderly", [None, 0])
    def test_is_unknown_without_people(self, elderly: int | None) -> None:
        sheet = make_worksheet(gathering(participants=30), heading=Heading(elderly=elderly))
        assert compared(sheet).participation.own_percent is None

    def test_is_unknown_without_participants(self) -> None:
        assert compared(make_worksheet(gathering(), heading=Heading(elderly=100))).participation.own_percent is None


def test_the_words_neither_rank_nor_blame() -> None:
    text = as_text(compared(replace(sample_worksheet(), heading=Heading(elderly=8000))))
    for word in ("順位", "以下", "遅れ", "不足", "達していません", "平均"):
        assert word not in text
    assert "全国では16.7％の市町村が実施" in text
    assert notes(compared(sample_worksheet()))[-1].startswith("出典：")
    lines = text.split("\n")
    assert {line.count("\t") for line in lines[: 1 + len(table_rows(compared(sample_worksheet())))]} == {3}
