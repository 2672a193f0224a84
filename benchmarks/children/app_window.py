"""The app's main window with the sample, until its first paint."""

import os
from datetime import date
from pathlib import Path

from resource_mapper import garbage


def main() -> None:
    """Do what `resource_mapper.cli` and `resource_mapper.app.run` do, with the sample."""
    garbage.begin_start()
    from resource_mapper.app import make_application, make_window
    from resource_mapper.domain.sample import sample_worksheet
    from resource_mapper.paths import DATA_DIR_VARIABLE
    from resource_mapper.ui.asking.dialogs import Dialogs
    from resource_mapper.ui.settings import SettingsStore

    app = make_application()
    window = make_window(Dialogs(), SettingsStore(Path(os.environ[DATA_DIR_VARIABLE])))
    window.resize(1366, 768)
    window.document.replace(sample_worksheet(date(2026, 4, 1)), None, None)
    window.showMaximized()

    from benchmarks.children.first_paint import FirstPaint

    FirstPaint(window)
    app.exec()


if __name__ == "__main__":
    main()
