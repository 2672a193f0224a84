"""Jobs around the work that no start waits for: each is imported and made when one of its actions is first chosen."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from resource_mapper.ui.concerns.concern_actions import ConcernActions
    from resource_mapper.ui.importing.import_actions import ImportActions
    from resource_mapper.ui.linking.link_actions import LinkActions
    from resource_mapper.ui.merging.merge_actions import MergeActions
    from resource_mapper.ui.versions.version_actions import VersionActions
    from resource_mapper.ui.window.main_window import MainWindow


class Jobs(QObject):
    """The jobs of a window, and what their actions call."""

    def __init__(self, window: "MainWindow") -> None:
        """Act on a window; nothing is made yet."""
        super().__init__(window)
        self._window = window

    @cached_property
    def importing(self) -> "ImportActions":
        """取り込む, 書き出す."""
        from resource_mapper.ui.importing.import_actions import ImportActions

        window, dialogs = self._window, self._window.parts.dialogs
        ahead = window.display.lay_out_ahead
        actions = ImportActions(window.document, dialogs, window.tasks, window.settings, ahead, window)
        actions.laid_out.connect(window.display.keep_ready)
        actions.hinted.connect(window.status.show_note)
        return actions

    @cached_property
    def merging(self) -> "MergeActions":
        """統合する, 切り出す."""
        from resource_mapper.ui.merging.merge_actions import MergeActions

        window = self._window
        return MergeActions(window.document, window.parts.dialogs, window.tasks, window)

    @cached_property
    def versions(self) -> "VersionActions":
        """残した版."""
        from resource_mapper.ui.versions.version_actions import VersionActions

        return VersionActions(self._window)

    @cached_property
    def linking(self) -> "LinkActions":
        """つなぐ."""
        from resource_mapper.ui.linking.link_actions import LinkActions

        return LinkActions(self._window)

    @cached_property
    def concerns(self) -> "ConcernActions":
        """課題."""
        from resource_mapper.ui.concerns.concern_actions import ConcernActions

        return ConcernActions(self._window)

    def handlers(self) -> dict[str, Callable[..., object]]:
        """Return what each action calls, by its ID."""
        return {
            "importList": self._import_list,
            "pasteList": self._paste_list,
            "exportOpenData": self._export_open_data,
            "mergeFiles": self._merge,
            "splitDistrict": self._split,
            "linkCards": self._link,
            "unlinkCards": self._unlink,
            "showAround": self._show_around,
            "showLinks": self._show_links,
            "showConcerns": self._show_concerns,
            "makeConcerns": self._make_concerns,
            "raiseConcern": self._raise_concern,
            "keepVersion": self._keep_version,
            "showVersions": self._show_versions,
            "sideBySide": self._show_side_by_side,
        }

    def _import_list(self) -> None:
        self._window.commands.finish_typing()
        self.importing.import_list()

    def _paste_list(self) -> None:
        self._window.commands.finish_typing()
        self.importing.paste_list()

    def _export_open_data(self) -> None:
        self._window.commands.finish_typing()
        self.importing.export_open_data()

    def _merge(self) -> None:
        self.merging.merge()

    def _split(self) -> None:
        self.merging.split()

    def _link(self) -> None:
        self.linking.link()

    def _unlink(self) -> None:
        self.linking.unlink()

    def _show_around(self, wanted: bool) -> None:
        self.linking.show_around(wanted)

    def _show_links(self) -> None:
        self.linking.show()

    def _show_concerns(self) -> None:
        self.concerns.toggle()

    def _make_concerns(self) -> None:
        self.concerns.make()

    def _raise_concern(self) -> None:
        self.concerns.raise_one()

    def _keep_version(self) -> None:
        self.versions.keep()

    def _show_versions(self) -> None:
        self.versions.show()

    def _show_side_by_side(self) -> None:
        self.versions.side_by_side()
