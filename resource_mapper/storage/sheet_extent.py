"""How far a sheet's cells reach, told from its XML while it is unpacked, before a reader makes room for them.

The fast reader keeps a full grid: two cells in opposite corners of a sheet would ask it for 17 billion.
"""

import re

MAX_GRID_CELLS = 6_000_000
"""Rows × columns of one sheet; about 200 MB while it is read."""

_MAX_TAG_BYTES = 100_000
_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"(?: [a-qs-z]\w*="[^"<>]*")* ?(/>|></|>)')
"""A cell as all the usual programs write it, and whether something is in it. It names its place once."""
_ANY_CELL = re.compile(rb"[<:]c[\s/>]")
_WHOLE_TAG = re.compile(rb"""<(?:[^>"']|"[^"]*"|'[^']*')*>""")
_TAG = re.compile(rb"""<(?:\w+:)?(c|row)(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>""")
_PLACE = re.compile(rb"""(?<![\w:])r\s*=\s*["']\s*([A-Za-z]*)(\d+)""")


class TooWideError(Exception):
    """The cells reach too far apart, or the XML is made to hide how far."""


class SheetExtent:
    """Takes a sheet's XML piece by piece and keeps the box around the cells that hold something."""

    def __init__(self) -> None:
        """Start with an empty box."""
        self.rows = 0
        self.columns = 0
        self._rest = b""
        self._row = 0
        self._column = 0

    def feed(self, chunk: bytes) -> None:
        """Take the next piece.

        Raises:
            TooWideError: the box has grown beyond `MAX_GRID_CELLS`.
        """
        data = self._rest + chunk
        cut = data.rfind(b"<") if b"<" in data else len(data)
        if len(data) - cut > _MAX_TAG_BYTES:
            whole = _WHOLE_TAG.match(data, cut)
            if not whole:
                raise TooWideError
            data, cut = data[: whole.end()], whole.end()  # long text follows
        self._rest = data[cut:]
        self._measure(data[:cut])
        if self.rows * self.columns > MAX_GRID_CELLS:
            raise TooWideError

    def _measure(self, data: bytes) -> None:
        found = _CELL.findall(data)
        only_cells = data.count(b"<c") == len(found) and b":c" not in data  # the quick answer, mostly right
        if not only_cells and len(found) != len(_ANY_CELL.findall(data)):
            self._measure_carefully(data)
            return
        filled = [(letters, number) for letters, number, end in found if end == b">"]
        for number in {number for _, number in filled}:
            self.rows = max(self.rows, int(number))
        for letters in {letters for letters, _ in filled}:
            self.columns = max(self.columns, _column_number(letters))

    def _measure_carefully(self, data: bytes) -> None:
        """Go tag by tag: cells need not name their place, then they follow the one before."""
        self._row = max(self._row, self.rows)
        for kind, attributes in _TAG.findall(data):
            # A damaged tag may name two places, and a reader may believe either.
            places = [(_column_number(letters), int(number[:9])) for letters, number in _PLACE.findall(attributes)]
            if kind == b"row":
                self._row = max((row for _, row in places), default=self._row + 1)
                self._column = 0
                continue
            self._column = max((column for column, _ in places if column), default=self._column + 1)
            if not attributes.endswith(b"/"):
                self.rows = max(self.rows, self._row, *(row for column, row in places if column))
                self.columns = max(self.columns, self._column)


def _column_number(letters: bytes) -> int:
    """Return 1 for A, 27 for AA."""
    number = 0
    for letter in letters[:6].upper():
        number = number * 26 + letter - 64
    return number
