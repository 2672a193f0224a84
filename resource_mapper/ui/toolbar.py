"""The toolbar: the actions of the table `TOOLBAR`, and the chooser of the lens."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QToolBar, QWidget

from resource_mapper.domain.lens import LENSES
from resource_mapper.ui.actions import Actions
from resource_mapper.ui.filter_bar import FilterBar
from resource_mapper.ui.theme import scaled

ICON_PX = 20
_WITH_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_ICONS = Qt.ToolButtonStyle.ToolButtonIconOnly


class MainToolbar(QToolBar):
    """Words beside the icons wherever there is room for them, else icons alone: nothing hides behind 「»」."""

    lens_chosen = Signal(str)
    """ID of a lens."""

    def __init__(self, actions: Actions, filter_bar: FilterBar) -> None:
        """Fill the bar."""
        super().__init__("道具")
        self.setObjectName("mainToolbar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(_WITH_WORDS)
        self._filter_bar = filter_bar
        self._lenses = QComboBox()
        self._lenses.setObjectName("lensChooser")
        self._lenses.setAccessibleName("並べ方")
        self._lenses.setToolTip("カードをどの分け方で並べるかを選びます")
        for lens in LENSES:
            self._lenses.addItem(lens.label, lens.id)
        self._lenses.activated.connect(self._choose_lens)
        actions.fill_toolbar(
            self,
            {
                "lensChooser": self._add_lens_chooser,
                "filterBar": lambda: self.addWidget(filter_bar),
                "stretch": self._add_stretch,
            },
        )

    def show_lens(self, lens_id: str) -> None:
        """Show which lens is on."""
        self._lenses.setCurrentIndex(self._lenses.findData(lens_id))

    def refresh_look(self) -> None:
        """Draw icons at the present size, words where they fit."""
        self.setIconSize(QSize(scaled(ICON_PX), scaled(ICON_PX)))
        self._filter_bar.refresh_look()
        self._fit_words()

    def _fit_words(self) -> None:
        self.setToolButtonStyle(_WITH_WORDS)
        if self.sizeHint().width() > self.width():
            self.setToolButtonStyle(_ICONS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show words where they fit."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_words()

    def _choose_lens(self, index: int) -> None:
        self.lens_chosen.emit(self._lenses.itemData(index))

    def _add_lens_chooser(self) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(6, 0, 6, 0)
        label = QLabel("並べ方")
        label.setBuddy(self._lenses)
        row.addWidget(label)
        row.addWidget(self._lenses)
        self.addWidget(holder)

    def _add_stretch(self) -> None:
        stretch = QWidget()
        stretch.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(stretch)
