"""The least that shows a sheet of paper with a line of text in the same fonts: nothing but PySide6."""

import sys
from collections.abc import Sequence
from importlib import import_module

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QMainWindow


def main(fonts: Sequence[str], classes: Sequence[str] = ()) -> None:
    """Load the font files and show the window until its first paint; before that, name more classes of Qt."""
    for place in classes:
        module, _, name = place.partition(":")
        getattr(import_module(module), name)
    app = QApplication([])
    numbers = [QFontDatabase.addApplicationFont(path) for path in fonts]
    scene = QGraphicsScene()
    scene.addRect(0, 0, 420, 297)
    scene.addSimpleText("地域資源ワークシート", QFont(QFontDatabase.applicationFontFamilies(numbers[0])[0]))
    view = QGraphicsView(scene)
    window = QMainWindow()
    window.setCentralWidget(view)
    window.resize(1366, 768)
    window.showMaximized()

    from benchmarks.children.first_paint import FirstPaint

    FirstPaint(window)
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1:3], sys.argv[3:])
