"""Which page of a long sheet is seen: a small sign in the corner of a wall."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from resource_mapper.ui.look.theme import scaled

EDGE = 12


class PageSign(QLabel):
    """Lies over a view and takes no events; hidden where there is one page."""

    def __init__(self, view: QWidget) -> None:
        """Begin hidden."""
        super().__init__(view)
        self._view = view
        self.setObjectName("wallPage")
        self.setProperty("role", "wall")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMargin(scaled(6))
        self.hide()

    def show_page(self, page: int, pages: int) -> None:
        """Show a page's number (from 0) and how many there are."""
        on = "↓ つづき" if page == 0 else "↑ まえ" if page == pages - 1 else "↑↓"
        self.setText(f"{page + 1} / {pages} 枚目　{on}")
        self.setVisible(pages > 1)
        self.place()

    def place(self) -> None:
        """Stay in the lower right corner of the view."""
        self.adjustSize()
        room = self._view.rect()
        self.move(room.right() - self.width() - EDGE, room.bottom() - self.height() - EDGE)
        self.raise_()
