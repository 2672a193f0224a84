"""What ends a dialog: the verb that Enter takes and 「やめる」, or 「閉じる」."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton

from resource_mapper.ui.widgets.dialog_parts import side_button

StayButton = tuple[str, str, Callable[..., object]]
"""Text, `objectName` and what a button does that leaves the dialog open."""


class EndButtons(QDialogButtonBox):
    """Accepts or rejects a dialog."""

    def __init__(self, dialog: QDialog, verb: str, accept_name: str, cancel_name: str, *staying: StayButton) -> None:
        """Make both buttons, with these `objectName`s, after those that leave the dialog open."""
        super().__init__()
        for each in staying:
            self._add_stay_button(*each)
        self.accept_button = self.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setObjectName(accept_name)
        self.accept_button.setDefault(True)
        self.addButton("やめる", QDialogButtonBox.ButtonRole.RejectRole).setObjectName(cancel_name)
        self.accepted.connect(dialog.accept)
        self.rejected.connect(dialog.reject)

    def _add_stay_button(self, text: str, name: str, do: Callable[..., object]) -> None:
        button = self.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(do)


def close_button(dialog: QDialog, name: str) -> QPushButton:
    """Return 「閉じる」 for a dialog that asks nothing; Enter does not take it."""
    return side_button(name, "閉じる", dialog.reject)
