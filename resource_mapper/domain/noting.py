"""付箋 as edits: stuck on, written, moved, taken off. An edit that changes nothing returns its input."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from resource_mapper.domain.note import Note
from resource_mapper.domain.worksheet import Worksheet


def add_note(worksheet: Worksheet, note: Note) -> Worksheet:
    """Stick a note on, above all others.

    Raises:
        ValueError: its ID is taken.
    """
    return _with_notes(worksheet, (*worksheet.notes, note))


def change_note(worksheet: Worksheet, note_id: str, **values: object) -> Worksheet:
    """Set what a note says (`words`) or where it hangs (see `Note`); an unknown ID is ignored."""
    return _with_notes(
        worksheet,
        (replace(each, **values) if each.id == note_id else each for each in worksheet.notes),  # type: ignore[arg-type]
    )


def remove_notes(worksheet: Worksheet, ids: Collection[str]) -> Worksheet:
    """Take notes off; unknown IDs are ignored."""
    return _with_notes(worksheet, (each for each in worksheet.notes if each.id not in ids))


def _with_notes(worksheet: Worksheet, notes: Iterable[Note]) -> Worksheet:
    notes = tuple(notes)
    return worksheet if notes == worksheet.notes else replace(worksheet, notes=notes)
