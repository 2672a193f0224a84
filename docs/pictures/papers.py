"""Pictures of 研修で使う: what comes out of the printer, and the window where it is chosen."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QDialog

from docs.pictures.drawing import framed
from docs.pictures.studio import Studio
from docs.pictures.town import town
from resource_mapper.printing.options import PrintOptions
from resource_mapper.printing.sheets import sheet_pages
from resource_mapper.ui.picture import paint_pages
from resource_mapper.ui.qt_painter import QtPainter


def print_window(studio: Studio) -> QImage:
    """印刷."""
    return _print_window(studio)


def print_mono(studio: Studio) -> QImage:
    """印刷 for a monochrome copier."""

    def tick(dialog: QDialog) -> None:
        box = next(box for box in dialog.findChildren(QCheckBox) if "白黒" in box.text())
        box.setChecked(True)

    return _print_window(studio, tick)


def blank(studio: Studio) -> QImage:
    """記入用シート."""
    return _page(studio, "blank")


def partial(studio: Studio) -> QImage:
    """穴あきシート."""
    return _page(studio, "partial")


def cards(studio: Studio) -> QImage:
    """切り取りカード."""
    return _page(studio, "cards").copy(0, 0, 762, 560)


def by_state(studio: Studio) -> QImage:
    """状態像別のご案内."""
    return _page(studio, "by-state", 480)


def batch(studio: Studio) -> QImage:
    """まとめて作る."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QPushButton

    from resource_mapper.ui.printing.batch_dialog import BatchDialog

    taken: list[QImage] = []

    def open_batch(dialog: QDialog) -> None:
        button = next(one for one in dialog.findChildren(QPushButton) if one.text().startswith("まとめて"))
        timer = QTimer(dialog)

        def look() -> None:
            inner = dialog.findChild(BatchDialog)
            if inner is not None and inner.isVisible():
                taken.append(framed(inner.grab().toImage(), inner.windowTitle()))
                inner.reject()

        timer.timeout.connect(look)
        timer.start(50)
        button.click()
        timer.stop()

    _print_window(studio, open_batch)
    return taken[0]


def _print_window(studio: Studio, prepare: object = None) -> QImage:
    studio.show(town())
    return studio.of_dialog(lambda: studio.do("printSheets"), prepare)  # type: ignore[arg-type]


def _page(studio: Studio, sheet_id: str, width: int = 760) -> QImage:
    pages = sheet_pages(town(), sheet_id, studio.window.parts.measurer, PrintOptions())
    return framed(paint_pages(pages[:1], width, QtPainter()))


SCENES = {
    "print": print_window,
    "print-mono": print_mono,
    "blank": blank,
    "partial": partial,
    "cards": cards,
    "by-state": by_state,
    "batch": batch,
}
