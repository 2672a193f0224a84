"""Messages that stay above the work until they are dealt with: read-only, recovered, printing problems."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from resource_mapper.ui.call import Call
from resource_mapper.ui.look.icons import icon
from resource_mapper.ui.widgets.window_button import WindowButton

BannerAction = tuple[str, Callable[[], object]]
"""A verb and what it does; the banner goes away afterwards."""


class Banner(QFrame):
    """One message with its verbs. It can always be put away, but where it tells of a mode that goes on."""

    def __init__(
        self, key: str, text: str, actions: Sequence[BannerAction], close: Callable[[], object], *, of_mode: bool
    ) -> None:
        """Show a text; `close` is called when the user is done with it. That of a mode has its verbs only."""
        super().__init__()
        self.setObjectName(f"banner_{key}")
        self.setProperty("role", "banner")
        self._close = close
        self._sign = QLabel()
        self._words = QLabel(text)
        self._words.setObjectName(f"bannerText_{key}")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        for number, (verb, do) in enumerate(actions, start=1):
            button = WindowButton(verb)
            button.setObjectName(f"bannerAction{number}_{key}")
            button.clicked.connect(Call(self._answer, do))
            row.addWidget(button)
        self._cross = QToolButton()
        self._cross.setObjectName(f"bannerClose_{key}")
        self._cross.setAccessibleName("この知らせを閉じる")
        self._cross.setToolTip("この知らせを閉じます")
        self._cross.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._cross.clicked.connect(Call(self._answer, None))
        row.addWidget(self._cross)
        if of_mode:
            self._cross.hide()
        self.refresh_icons()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def refresh_icons(self) -> None:
        """Draw the icons in the colours of the theme."""
        self._sign.setPixmap(icon("about").pixmap(QSize(20, 20)))
        self._cross.setIcon(icon("close"))

    def _answer(self, do: Callable[[], object] | None) -> None:
        """Go away, then do what was chosen."""
        self._close()
        if do is not None:
            do()


class Banners(QWidget):
    """The banners, newest last; one for each key."""

    def __init__(self) -> None:
        """Begin without any."""
        super().__init__()
        self.setObjectName("banners")
        self._shown: dict[str, Banner] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_banner(
        self, text: str, actions: Sequence[BannerAction] = (), key: str = "message", *, of_mode: bool = False
    ) -> Banner:
        """Show a message; it takes the place of the one with the same key."""
        self.hide_banner(key)
        banner = Banner(key, text, actions, Call(self.hide_banner, key), of_mode=of_mode)
        self._shown[key] = banner
        self._column.addWidget(banner)
        banner.show()
        return banner

    def hide_banner(self, key: str = "message") -> None:
        """Put a message away; nothing happens where there is none."""
        banner = self._shown.pop(key, None)
        if banner is not None:
            banner.hide()
            banner.deleteLater()

    def clear(self) -> None:
        """Put all messages away."""
        for key in tuple(self._shown):
            self.hide_banner(key)

    def refresh_icons(self) -> None:
        """Draw the icons in the colours of the theme."""
        for banner in self._shown.values():
            banner.refresh_icons()
