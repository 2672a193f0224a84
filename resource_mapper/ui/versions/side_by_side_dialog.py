"""2つの版を並べる: two states of the sheet side by side; what is scrolled or zoomed in one, goes along in the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from resource_mapper.domain.version_changes import Change, ChangeKind
from resource_mapper.domain.versioning import NOW
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.printing.side_by_side import Pages, side_by_side
from resource_mapper.ui.printing.page_view import PageView
from resource_mapper.ui.printing.zoom_buttons import zoom_buttons
from resource_mapper.ui.qt_painter import QtPainter
from resource_mapper.ui.tasks import BackgroundTasks
from resource_mapper.ui.widgets.end_buttons import close_button
from resource_mapper.ui.window.window_place import resize_in_screen
from resource_mapper.ui.words.tips import give_tips

_SIDES = (("left", "左の版"), ("right", "右の版"))


class SideBySideDialog(QDialog):
    """Shows a worksheet as it was when the dialog opened; changes nothing."""

    def __init__(
        self,
        worksheet: Worksheet,
        before: str,
        after: str,
        measurer: TextMeasurer,
        painter: QtPainter,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with two states: names of versions, or いま."""
        super().__init__(parent)
        self._worksheet = worksheet
        self._measurer = measurer
        self._tasks = BackgroundTasks(self)
        self.setObjectName("sideBySide")
        self.setWindowTitle("2つの版を並べる")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, on=True)
        resize_in_screen(self, 1300, 640)
        self.views = tuple(self._view(painter, name, words) for name, words in _SIDES)
        self.choosers = tuple(
            self._chooser(f"{side}Version", words, chosen)
            for (side, words), chosen in zip(_SIDES, (before, after), strict=True)
        )
        self._words = QLabel()
        self._words.setObjectName("sideWords")
        self._words.setWordWrap(True)
        self._build()
        for one, other in (self.views, self.views[::-1]):
            one.scaled.connect(other.zoom_to)
            one.verticalScrollBar().valueChanged.connect(other.verticalScrollBar().setValue)
            one.horizontalScrollBar().valueChanged.connect(other.horizontalScrollBar().setValue)
        self._draw()
        give_tips(self)

    @property
    def is_settled(self) -> bool:
        """Whether what is shown is what was chosen."""
        return not self._tasks.is_busy

    # Building

    def _build(self) -> None:
        sides = QHBoxLayout()
        for chooser, view in zip(self.choosers, self.views, strict=True):
            side = QVBoxLayout()
            side.addWidget(chooser)
            side.addWidget(view, 1)
            sides.addLayout(side, 1)
        low = QHBoxLayout()
        low.addWidget(self._words, 1)
        left = self.views[0]
        for button in zoom_buttons("side", left.zoom_out, left.zoom_in, self._fit):
            low.addWidget(button)
        low.addWidget(close_button(self, "sideClose"))
        column = QVBoxLayout(self)
        column.addLayout(sides, 1)
        column.addLayout(low)

    def _view(self, painter: QtPainter, name: str, words: str) -> PageView:
        view = PageView(painter)
        view.setObjectName(f"{name}Sheet")
        view.setAccessibleName(f"{words}のシート")
        return view

    def _chooser(self, name: str, words: str, chosen: str) -> QComboBox:
        chooser = QComboBox()
        chooser.setObjectName(name)
        chooser.setAccessibleName(words)
        chooser.addItems([*(version.name for version in self._worksheet.versions), NOW])
        chooser.setCurrentText(chosen)
        chooser.setMinimumContentsLength(8)
        chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        chooser.currentIndexChanged.connect(self._draw)
        return chooser

    def _fit(self) -> None:
        for view in self.views:
            view.fit_page()

    # Showing

    def _draw(self, _index: int = 0) -> None:
        """Lay both sheets out on the worker; the newest choice wins."""
        chosen = self._chosen()
        worksheet, measurer = self._worksheet, self._measurer

        def work() -> tuple[Pages, Pages, tuple[Change, ...]]:
            return side_by_side(worksheet, *chosen, measurer)

        def done(result: tuple[Pages, Pages, tuple[Change, ...]]) -> None:
            if chosen == self._chosen():
                self._show(*result)

        self._tasks.run(work, done, self._fail)

    def _chosen(self) -> tuple[str, str]:
        left, right = self.choosers
        return left.currentText(), right.currentText()

    def _show(self, left: Pages, right: Pages, changes: tuple[Change, ...]) -> None:
        for view, pages in zip(self.views, (left, right), strict=True):
            view.show_pages(pages)
        self._words.setText(signs_in_words(changes))

    def _fail(self, error: Exception) -> None:
        raise error

    def done(self, result: int) -> None:
        """Wait for work under way before the window goes."""
        self._tasks.cancel()
        self._tasks.shut_down()
        super().done(result)


def signs_in_words(changes: tuple[Change, ...]) -> str:
    """Return what the signs mean, and how many cards carry each."""
    ids = {kind: {change.resource_id for change in changes if change.kind is kind} for kind in ChangeKind}
    words = "　".join(f"［{kind.value}］{kind.words} {len(found)}" for kind, found in ids.items() if found)
    return words or "この2つに、変わったところはありません"
