"""The document: undo, the clean state, merging; and the selection."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.document import Document
from resource_mapper.ui.selection import Selection
from tests.helpers.factories import make_resource, make_worksheet

A, B, C = (make_worksheet(make_resource(name)) for name in "ABC")


@pytest.fixture
def document(qapp: object) -> Document:
    made = Document()
    made.replace(A, Path("a.xlsx"), "digest")
    return made


class TestDocument:
    """One worksheet, its history, its file."""

    def test_an_edit_that_changes_nothing_is_no_step(self, document: Document) -> None:
        document.edit("何も", A)
        document.edit("何も", make_worksheet(*A.resources))
        assert document.undo_stack.count() == 0

    def test_everybody_hears_of_before_and_after(self, qtbot: QtBot, document: Document) -> None:
        with qtbot.waitSignal(document.changed) as heard:
            document.edit("変える", B)
        assert heard.args == [A, B]
        with qtbot.waitSignal(document.changed) as heard:
            document.undo_stack.undo()
        assert heard.args == [B, A]

    def test_steps_with_the_same_key_become_one(self, document: Document) -> None:
        document.edit("打つ", B, merge_key="field")
        document.edit("打つ", C, merge_key="field")
        assert document.undo_stack.count() == 1
        document.undo_stack.undo()
        assert document.worksheet is A
        document.undo_stack.redo()
        assert document.worksheet is C

    @pytest.mark.parametrize(("first", "second"), [("a", "b"), (None, None), ("a", None), (None, "a")])
    def test_other_steps_stay_apart(self, document: Document, first: object, second: object) -> None:
        document.edit("一", B, first)
        document.edit("二", C, second)
        assert document.undo_stack.count() == 2

    def test_merging_back_to_the_beginning_leaves_no_step(self, document: Document) -> None:
        document.edit("打つ", B, "field")
        document.edit("消す", A, "field")
        assert document.undo_stack.count() == 0
        assert not document.is_dirty

    def test_a_saved_state_is_never_merged_away(self, document: Document) -> None:
        document.edit("打つ", B, "field")
        document.mark_saved(Path("a.xlsx"), "new", B)
        document.edit("打つ", C, "field")
        assert document.undo_stack.count() == 2
        assert document.is_dirty
        document.undo_stack.undo()
        assert not document.is_dirty

    def test_a_replaced_document_has_no_history(self, document: Document) -> None:
        document.edit("変える", B)
        document.replace(C, None, None)
        assert (document.worksheet, document.path, document.digest) == (C, None, None)
        assert not document.undo_stack.canUndo()
        assert not document.is_dirty

    def test_what_was_saved_counts_not_when(self, document: Document) -> None:
        document.edit("打つ", B, "field")
        document.edit("打つ", C, "field")
        document.mark_saved(Path("b.xlsx"), "new", B)
        assert document.is_dirty, "the file holds B"
        assert (document.path, document.digest) == (Path("b.xlsx"), "new")
        document.mark_saved(Path("b.xlsx"), "newer", C)
        assert not document.is_dirty

    def test_undo_behind_the_saved_state_is_dirty(self, document: Document) -> None:
        document.edit("変える", B)
        document.mark_saved(Path("a.xlsx"), "new", B)
        document.undo_stack.undo()
        assert document.is_dirty
        document.undo_stack.redo()
        assert not document.is_dirty

    def test_a_new_document_is_empty_and_clean(self, qapp: object) -> None:
        document = Document()
        assert document.worksheet == Worksheet()
        assert not document.is_dirty


class TestSelection:
    """One truth for canvas, tray and inspector."""

    @pytest.fixture
    def heard(self, qapp: object) -> tuple[Selection, list[tuple[str, ...]]]:
        selection = Selection()
        told: list[tuple[str, ...]] = []
        selection.changed.connect(lambda: told.append(selection.ids))
        return selection, told

    def test_it_keeps_the_order_and_tells_once(self, heard: tuple[Selection, list[tuple[str, ...]]]) -> None:
        selection, told = heard
        seen = [selection.current]
        selection.set(["b", "a", "b"])
        selection.set(["b", "a"])
        seen.append(selection.current)
        assert seen == [None, "a"], "the last one is the current one"
        assert told == [("b", "a")]

    def test_toggle(self, heard: tuple[Selection, list[tuple[str, ...]]]) -> None:
        selection, told = heard
        for key in ("a", "b", "a"):
            selection.toggle(key)
        assert told == [("a",), ("a", "b"), ("b",)]

    def test_what_is_gone_leaves_it(self, heard: tuple[Selection, list[tuple[str, ...]]]) -> None:
        selection, told = heard
        selection.set(["a", "b"])
        selection.keep(["b", "c"])
        selection.keep(["b"])
        assert told == [("a", "b"), ("b",)]
