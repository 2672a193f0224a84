"""What waits until a window is seen."""

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from resource_mapper.ui.window.first_paint import FirstPaint


def test_it_goes_on_once_after_the_window_is_painted(qtbot: QtBot) -> None:
    window, calls = QWidget(), []
    qtbot.addWidget(window)
    FirstPaint(window, lambda: calls.append(window.isVisible()), patience_ms=600_000)
    QApplication.processEvents()
    assert calls == []
    window.show()
    qtbot.waitUntil(lambda: calls == [True])
    window.repaint()
    QApplication.processEvents()
    assert calls == [True]


def test_it_goes_on_for_a_window_that_nobody_sees(qtbot: QtBot) -> None:
    window, calls = QWidget(), []
    qtbot.addWidget(window)
    FirstPaint(window, lambda: calls.append("unseen"), patience_ms=1)
    qtbot.waitUntil(lambda: calls == ["unseen"])
