"""What was healed while a workbook was read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a workbook worth a look: sheet, row (from 1, 0 for the whole sheet), column label, message."""

    sheet: str
    row: int
    column: str
    message: str
