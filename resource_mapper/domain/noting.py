"""付箋 as edits: stuck on, written, moved, taken off. An edit that changes nothing returns its input."""

from collections.abc import Collection
from dataclasses import replace

from resource_mapper.domain.axis import Span
from resource_mapper.domain.concern import Concern, new_concern_id
from resource_mapper.domain.concerns import add_concerns, present_meeting
from resource_mapper.domain.edits import DROP_WIDTH, Place, add, place
from resource_mapper.domain.note import Note
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.text import clean_line, clean_text
from resource_mapper.domain.worksheet import Worksheet


def add_note(worksheet: Worksheet, note: Note) -> Worksheet:
    """Stick a note on, above all others.

    Raises:
        ValueError: its ID is taken.
    """
    return worksheet.with_values(notes=(*worksheet.notes, note))


def change_note(worksheet: Worksheet, note_id: str, **values: object) -> Worksheet:
    """Set what a note says (`words`) or where it hangs (see `Note`); an unknown ID is ignored."""
    changed = (replace(each, **values) if each.id == note_id else each for each in worksheet.notes)  # type: ignore[arg-type]
    return worksheet.with_values(notes=tuple(changed))


def remove_notes(worksheet: Worksheet, ids: Collection[str]) -> Worksheet:
    """Take notes off; unknown IDs are ignored."""
    return worksheet.with_values(notes=tuple(each for each in worksheet.notes if each.id not in ids))


def make_resource(worksheet: Worksheet, note_id: str, where: Place, resource_id: str) -> Worksheet:
    """Let a note become a card at a place: its first line the name, the others 備考."""
    note = note_of(worksheet, note_id)
    if note is None:
        return worksheet
    name, rest = _parted(note.words)
    left = Span(0.0, DROP_WIDTH).moved_to(where.position - DROP_WIDTH / 2).left
    added = add(remove_notes(worksheet, {note_id}), [Resource(id=resource_id, name=name, note=rest)])
    return place(added, resource_id, replace(where, position=left))


def make_concern(worksheet: Worksheet, note_id: str) -> Worksheet:
    """Let a note become a 課題 of the list: its first line what it is called, the others 根拠."""
    note = note_of(worksheet, note_id)
    if note is None:
        return worksheet
    title, rest = _parted(note.words)
    concern = Concern(id=new_concern_id(), title=title, reason=rest, raised_at=present_meeting(worksheet))
    return add_concerns(remove_notes(worksheet, {note_id}), [concern])


def note_of(worksheet: Worksheet, note_id: str) -> Note | None:
    """Return a note by ID."""
    return next((note for note in worksheet.notes if note.id == note_id), None)


def _parted(words: str) -> tuple[str, str]:
    """Return the first line that says something, and the lines behind it."""
    first, _, rest = words.strip().partition("\n")
    return clean_line(first), clean_text(rest)
