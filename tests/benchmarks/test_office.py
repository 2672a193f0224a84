"""A short form of `python -m benchmarks.office`: the workbook there and back through LibreOffice."""

import random
from dataclasses import replace

import pytest

from benchmarks import office
from benchmarks.office_edits import EDITS, desk
from benchmarks.office_program import is_installed, text
from resource_mapper.storage.document_file import OpenedDocument

needs_office = pytest.mark.skipif(not is_installed(), reason="LibreOffice (soffice) is not installed")


@pytest.mark.slow
@needs_office
def test_every_edit_in_an_office_program_arrives_and_the_rest_is_untouched() -> None:
    seed = random.randrange(10**6)
    assert office.run([seed, 103]) == {seed: [], 103: []}


def test_whatever_differs_is_found() -> None:
    book = desk(1)
    there = book.worksheet
    assert office.faults_of(book, OpenedDocument(there, (), "")) == []
    changed = there.with_resources([replace(there.resources[0], note="誰にも言わずに"), *there.resources[1:]])
    (fault,) = office.faults_of(book, OpenedDocument(changed, (), ""))
    assert "誰にも言わずに" in fault
    fewer = there.with_resources(there.resources[1:])
    assert any("is gone" in fault for fault in office.faults_of(book, OpenedDocument(fewer, (), "")))


def test_each_edit_says_what_has_to_come_of_it() -> None:
    for edit in set(EDITS):
        book = desk(1)
        edit(book)
        assert book.steps, edit


def test_text_is_written_as_basic() -> None:
    assert text('「"」\nb') == '"「""」" & Chr(10) & "b"'
