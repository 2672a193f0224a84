"""The toolbar: the actions of the table `TOOLBAR`, and the chooser of the lens."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLabel, QSizePolicy, QToolBar, QToolButton, QWidget

from resource_mapper.domain.lens import LENSES
from resource_mapper.ui.commands.action_set import Actions
from resource_mapper.ui.finding.filter_bar import FilterBar
from resource_mapper.ui.look.theme import scaled

ICON_PX = 20
_WORDS, _ICONS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
LEVELS = ((_WORDS, False), (_WORDS, True), (_ICONS, False), (_ICONS, True))
"""From roomy to narrow: words or icons alone, and whether what is between them is drawn tight."""


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
        self.setToolButtonStyle(_WORDS)
        self._filter_bar = filter_bar
        self._filter_width = 0
        self._needed: dict[int, int] = {}
        """Widths of the levels measured so far."""
        self._level = 0
        self._lens_label = QLabel("並べ方")
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
        self._measure_again()

    def _fit_words(self) -> None:
        """Take the roomiest level that fits; each is measured once, since dressing the buttons takes its time."""
        for level in range(len(LEVELS)):
            if level not in self._needed:
                self._dress(level)
                self._needed[level] = self._measured()
            if self._needed[level] <= self.width():
                break
        self._dress(level)

    def _measured(self) -> int:
        layout = self.layout()
        if layout is not None:
            layout.invalidate()  # it would answer with the sizes of the level before
        return self.sizeHint().width()

    def _dress(self, level: int) -> None:
        if level == self._level:
            return
        self._level = level
        style, tight = LEVELS[level]
        self.setToolButtonStyle(style)
        self._lens_label.setVisible(not tight)
        if self.property("tight") != tight:
            self.setProperty("tight", tight)
            for widget in (self, *self.findChildren(QToolButton)):
                widget.style().unpolish(widget)
                widget.style().polish(widget)
                widget.updateGeometry()
            self._take_margins()

    def _take_margins(self) -> None:
        """Let Qt look up margins and spacing, which it does for a change of style only."""
        QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))

    def event(self, event: QEvent) -> bool:
        """Measure again when the filter grows or shrinks."""
        if event.type() == QEvent.Type.LayoutRequest and self._filter_bar.sizeHint().width() != self._filter_width:
            self._measure_again()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure again: before the first showing the style sheet has not reached the buttons."""
        super().showEvent(event)
        self._take_margins()
        self._measure_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show words where they fit."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_words()

    def _measure_again(self) -> None:
        self._filter_width = self._filter_bar.sizeHint().width()
        self._needed.clear()
        self._fit_words()

    def _choose_lens(self, index: int) -> None:
        self.lens_chosen.emit(self._lenses.itemData(index))

    def _add_lens_chooser(self) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(6, 0, 6, 0)
        self._lens_label.setBuddy(self._lenses)
        row.addWidget(self._lens_label)
        row.addWidget(self._lenses)
        self.addWidget(holder)

    def _add_stretch(self) -> None:
        stretch = QWidget()
        stretch.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(stretch)
