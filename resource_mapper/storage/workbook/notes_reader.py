"""付箋: what the sheet of notes says. Apart from the writing, so that opening needs no openpyxl."""

from collections.abc import Sequence

from resource_mapper.domain.lens import LENSES, Lens
from resource_mapper.domain.note import Note, new_note_id
from resource_mapper.domain.text import clean_line, clean_text, fitted, fold
from resource_mapper.domain.vocabulary import vocabulary
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.problem import Problem
from resource_mapper.storage.workbook.rows import TOO_LONG, Cell, cell_text, number_in
from resource_mapper.storage.workbook.schema import NOTE_HEADINGS, NOTES_SHEET, SHEET_SIGNS

_MIDDLE = 50.0


def read_notes(rows: Sequence[Sequence[Cell]], worksheet: Worksheet) -> tuple[tuple[Note, ...], tuple[Problem, ...]]:
    """Return the notes; what cannot be used is told. A sheet without the headings is the user's and says nothing.

    `worksheet` gives the categories.
    """
    places = {fold(cell_text(cell)): index for index, cell in reversed(list(enumerate(rows[0])))} if rows else {}
    if not places.keys() >= {fold(sign) for sign in SHEET_SIGNS[NOTES_SHEET]}:
        return (), ()
    reader = _NotesReader([places.get(fold(label), -1) for label in NOTE_HEADINGS], worksheet)
    for number, row in enumerate(rows[1:], start=2):
        reader.read(number, row)
    return tuple(reader.notes.values()), tuple(reader.problems)


def row_labels(lens: Lens, worksheet: Worksheet) -> dict[str, str]:
    """Return ID → label of the rows that a lens has whatever lies in them."""
    if lens.field == "category":
        return worksheet.category_labels
    if lens.field is None or lens.free_words:
        return {}
    words = vocabulary()
    return {value: words.label(lens.field, value) for value in words.values(lens.field)}


class _NotesReader:
    """Reads the rows one by one; remembers what did not fit."""

    def __init__(self, places: Sequence[int], worksheet: Worksheet) -> None:
        self._places = places
        self._worksheet = worksheet
        self.notes: dict[str, Note] = {}
        self.problems: list[Problem] = []

    def read(self, number: int, row: Sequence[Cell]) -> None:
        """Take a row's note; one without words is none."""
        words, position, lens, line, height, identity = (
            row[place] if 0 <= place < len(row) else "" for place in self._places
        )
        said = self._fitted(number, clean_text(cell_text(words)))
        if not said:
            if any(cell not in ("", None) for cell in row):
                self._report(number, NOTE_HEADINGS[0], "ことばのない付箋なので、使いませんでした")
            return
        key = clean_line(cell_text(identity))
        if key in self.notes:
            self._report(number, NOTE_HEADINGS[-1], "同じIDの付箋があるので、新しいIDを付けました")
        if not key or key in self.notes:
            key = new_note_id()
        found = _lens(clean_line(cell_text(lens)))
        self.notes[key] = Note(
            id=key,
            words=said,
            position=self._share(number, 1, position),
            lens=found.id if found else clean_line(cell_text(lens)),
            row=_row(found, clean_line(cell_text(line)), self._worksheet),
            height=self._share(number, 4, height),
        )

    def _share(self, number: int, column: int, cell: Cell) -> float:
        found = number_in(cell)
        if found is None or not 0 <= found <= 100:
            self._report(number, NOTE_HEADINGS[column], "0〜100の数として読めないので、動かして置き直してください")
        return min(max(_MIDDLE if found is None else found, 0.0), 100.0) / 100

    def _fitted(self, number: int, words: str) -> str:
        short = fitted(words)
        if short != words:
            self._report(number, NOTE_HEADINGS[0], TOO_LONG)
        return short

    def _report(self, number: int, column: str, message: str) -> None:
        self.problems.append(Problem(NOTES_SHEET, number, column, message))


def _lens(label: str) -> Lens | None:
    return next((lens for lens in LENSES if fold(label) in (fold(lens.label), fold(lens.id))), None)


def _row(lens: Lens | None, label: str, worksheet: Worksheet) -> str:
    labels = row_labels(lens, worksheet) if lens else {}
    return next((key for key, known in labels.items() if fold(known) == fold(label)), label)
