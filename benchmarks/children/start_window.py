"""What a user sees first: the window with the start page, until its first paint, or until it is furnished."""

import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from resource_mapper import garbage


def main(arguments: Sequence[str]) -> None:
    """Do what `resource_mapper.cli` and `resource_mapper.app.run` do without a file."""
    garbage.begin_start()
    from resource_mapper.app import furnish_window, make_application
    from resource_mapper.paths import DATA_DIR_VARIABLE
    from resource_mapper.ui.look.theme import undressed
    from resource_mapper.ui.settings import SettingsStore
    from resource_mapper.ui.window.main_window import MainWindow

    def furnish() -> None:
        if "furnished" in arguments:
            from resource_mapper.ui.asking.dialogs import Dialogs

            furnish_window(window, Dialogs())

    app = make_application()
    with undressed():
        window = MainWindow(SettingsStore(Path(os.environ[DATA_DIR_VARIABLE])), lambda: datetime.now().astimezone())
        window.show_start()
    window.resize(1366, 768)
    window.showMaximized()

    from benchmarks.children.first_paint import FirstPaint

    FirstPaint(window, furnish)
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1:])
