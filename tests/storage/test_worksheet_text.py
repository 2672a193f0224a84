"""Worksheets in words and back: everything comes back, what is no worksheet is refused."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage import worksheet_text
from resource_mapper.storage.worksheet_text import WorksheetWriter, read_worksheet
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.strategies import worksheets


def cell_types(worksheet: Worksheet) -> list[list[type]]:
    return [[type(cell) for _, cell in resource.extra] for resource in worksheet.resources]


@given(worksheets())
def test_everything_comes_back(worksheet: Worksheet) -> None:
    lines = WorksheetWriter().lines(worksheet)
    assert not any("\n" in line for line in lines)
    back = read_worksheet(lines)
    assert back == worksheet
    assert cell_types(back) == cell_types(worksheet), "1.0 is not True, and a date no text"


def test_only_what_changed_is_put_into_words_again(monkeypatch: pytest.MonkeyPatch) -> None:
    writer, before = WorksheetWriter(), sample_worksheet()
    writer.lines(before)
    written: list[object] = []
    real = worksheet_text._plain

    def noting(value: object) -> object:
        written.append(value)
        return real(value)

    monkeypatch.setattr(worksheet_text, "_plain", noting)
    changed = replace(before.resources[3], name="別の名前")
    after = before.with_resources((*before.resources[:3], changed, *before.resources[4:-1]))
    assert read_worksheet(writer.lines(after)) == after
    assert [value for value in written if value in after.resources] == [changed]


@pytest.mark.parametrize(
    "damage",
    [
        lambda head: {**head, "unknown": 1},
        lambda head: {**head, "heading": 3},
        lambda head: {**head, "mirrored": "yes"},
        lambda head: {**head, "categories": []},
        lambda head: {**head, "extra_headings": [1]},
        lambda head: {**head, "wording": "？"},
        lambda head: [head],
    ],
)
def test_what_is_no_worksheet_is_refused(damage) -> None:
    head, *rest = WorksheetWriter().lines(make_worksheet(make_resource()))
    with pytest.raises(ValueError, match=r"."):
        read_worksheet([json.dumps(damage(json.loads(head))), *rest])


def test_no_lines_and_half_lines_are_refused() -> None:
    head, card = WorksheetWriter().lines(make_worksheet(make_resource()))
    for lines in ([], [head, card[:-5]], [head, card, card], [""]):
        with pytest.raises(ValueError, match=r"."):
            read_worksheet(lines)
