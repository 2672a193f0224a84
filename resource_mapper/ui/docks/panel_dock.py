"""A dock with a quiet title bar of our own: its title, a button to fold it, a button to put it away."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from resource_mapper.ui.look.icons import icon
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.window.lazy import LatePlace

ICON_PX = 16


class _TitleBar(QWidget):
    """What stands above a panel."""

    def __init__(self, name: str, title: str, dock: QWidget) -> None:
        super().__init__(dock)
        self.setObjectName(f"{name}Title")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "panelTitle")
        self.title = QLabel(title)
        self.title.setObjectName(f"{name}TitleLabel")
        self.title.setProperty("role", "heading")
        self.title.setSizePolicy(self.title.sizePolicy().Policy.Ignored, self.title.sizePolicy().Policy.Preferred)
        self.fold = self._button(f"{name}Fold", checkable=True)
        self.close_button = self._button(f"{name}Close")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 4, 4)
        row.setSpacing(2)
        row.addWidget(self.title, 1)
        row.addWidget(self.fold)
        row.addWidget(self.close_button)

    def _button(self, name: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setProperty("role", "title")
        button.setCheckable(checkable)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button


class PanelDock(QDockWidget):
    """A panel that can be folded to its title or put away; it cannot be torn off and lost."""

    def __init__(self, name: str, title: str, panel: QWidget | Callable[[], object]) -> None:
        """Hold a panel, or what makes it when the dock is first shown and gives it to `take`.

        `name` becomes the `objectName` by which its place is remembered.
        """
        super().__init__(title)
        self.setObjectName(name)
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self._content = panel if isinstance(panel, QWidget) else LatePlace(panel)
        self.setWidget(_holder(self._content))
        self._name = title
        self._bar = _TitleBar(name, title, self)
        self._bar.fold.toggled.connect(self._fold)
        self._bar.close_button.clicked.connect(self.close)
        self._bar.close_button.setAccessibleName(f"「{title}」を隠す")
        self._bar.close_button.setToolTip("この欄を隠します（「表示」からいつでも出せます）")
        self.setTitleBarWidget(self._bar)
        self.refresh_icons()
        self._fold(False)

    def take(self, panel: QWidget) -> None:
        """Hold the panel that was to be made."""
        if isinstance(self._content, LatePlace):
            self._content.take(panel)

    @property
    def is_folded(self) -> bool:
        """Whether only the title is shown."""
        return self._bar.fold.isChecked()

    @property
    def needed_height(self) -> int:
        """Least height in pixels at which nothing of the panel lies over another one when it is not folded."""
        of_panel = max(self._content.minimumHeight(), self._content.minimumSizeHint().height())
        return self._bar.sizeHint().height() + of_panel

    def fold(self, folded: bool) -> None:
        """Show only the title, or all of the panel."""
        self._bar.fold.setChecked(folded)

    def show_title(self, title: str) -> None:
        """Show another title (a count has changed); the menu keeps the plain one."""
        self._bar.title.setText(title)

    def refresh_icons(self) -> None:
        """Draw the buttons in the colours of the theme; however narrow, the title stays whole (its count may go)."""
        self._bar.title.ensurePolished()
        self._bar.title.setMinimumWidth(self._bar.title.fontMetrics().horizontalAdvance(self._name))
        for button in (self._bar.fold, self._bar.close_button):
            button.setIconSize(QSize(scaled(ICON_PX), scaled(ICON_PX)))
        self._bar.fold.setIcon(icon("chevron-right" if self.is_folded else "chevron-down"))
        self._bar.close_button.setIcon(icon("close"))

    def _fold(self, folded: bool) -> None:
        self._content.setVisible(not folded)
        for part in (self.widget(), self):  # now: who makes room asks at once how much has come free
            if (layout := part.layout()) is not None:
                layout.activate()
        self.setMaximumHeight(self._bar.sizeHint().height() if folded else 16_777_215)
        words = "開く" if folded else "たたむ"
        self._bar.fold.setAccessibleName(f"「{self._name}」を{words}")
        self._bar.fold.setToolTip(f"この欄を{words}")
        self.refresh_icons()


def _holder(content: QWidget) -> QWidget:
    """Return what stays when the content is hidden: without it Qt would make the whole side as narrow as the title."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(content)
    return holder
