"""What may be amiss with a workbook."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a workbook worth a look: sheet, row (from 1, 0 for the whole sheet), column label, message."""

    sheet: str
    row: int
    column: str
    message: str


class CarryingError(Exception):
    """What the user made in a workbook cannot be carried over."""
