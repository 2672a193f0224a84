"""What PySide hands to the methods of an item model or a delegate."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
"""The parent of what has none: the rows and columns of a list or a table."""
