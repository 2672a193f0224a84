"""A table sorted by the column of a heading: pressed, or by key; the third time brings the table's own order back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

_ASCENDING, _DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def offer_sorting(view: QTableView) -> None:
    """Let the headings of a view sort its rows, which begin in the order of the model."""
    header = view.horizontalHeader()
    header.setAccessibleName("見出し。押すと並べ替えます")
    header.setSortIndicatorClearable(True)
    header.setSortIndicator(-1, _ASCENDING)
    view.setSortingEnabled(True)


def sort_by_current(view: QTableView) -> None:
    """Do by key what a press on the heading of the current cell does."""
    header, column = view.horizontalHeader(), view.currentIndex().column()
    if column < 0:
        return
    if header.sortIndicatorSection() != column:
        header.setSortIndicator(column, _ASCENDING)
    elif header.sortIndicatorOrder() is _ASCENDING:
        header.setSortIndicator(column, _DESCENDING)
    else:
        header.setSortIndicator(-1, _ASCENDING)
