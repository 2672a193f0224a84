"""Makes the pictures of README, for every visible change: `.venv/bin/python docs/pictures.py`."""

import os
import tempfile
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from resource_mapper import app
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.ui.dialogs import Dialogs
from resource_mapper.ui.settings import SettingsStore

IMAGES = Path(__file__).parent / "images"
DAY = date(2026, 11, 23)
"""On the sample's heading, so that the picture stays the same."""


def main() -> None:
    """Open the sample in a fresh window at 1366×768, choose a card and save what is seen."""
    application = app.make_application()
    with tempfile.TemporaryDirectory() as folder:
        settings = SettingsStore(Path(folder))
        settings.update(theme="light", ui_scale=100)
        window = app.make_window(Dialogs(), settings)
        window.resize(1366, 768)
        window.show()
        worksheet = sample_worksheet(DAY)
        window.document.replace(worksheet, None, None)
        window.workspace.show_panel("inspector")
        chosen = next(card for card in worksheet.resources if card.name == "いきいきサロン")
        window.selection.set([chosen.id])
        window.view.setFocus()
        application.processEvents()
        window.scene.glide.finish()
        QApplication.processEvents()
        window.grab().save(str(IMAGES / "window.png"))
        window.close()
        application.processEvents()


if __name__ == "__main__":
    main()
