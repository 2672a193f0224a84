"""Icons are drawn when they are asked for, at the size, density and colour asked for."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from resource_mapper.ui.look.icons import icon
from resource_mapper.ui.look.theme import LIGHT

pytestmark = pytest.mark.usefixtures("qapp")


def inks(pixmap: QPixmap) -> set[str]:
    image = pixmap.toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {color.name() for color in pixels if color.alpha() > 250}


@pytest.mark.parametrize("density", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(("mode", "color"), [(QIcon.Mode.Normal, LIGHT.text), (QIcon.Mode.Disabled, LIGHT.disabled)])
def test_it_is_as_sharp_as_the_screen(density: float, mode: QIcon.Mode, color: str) -> None:
    pixmap = icon("print").pixmap(QSize(20, 20), density, mode)
    assert pixmap.size() == QSize(20, 20) * density
    assert pixmap.devicePixelRatio() == density
    assert inks(pixmap) == {color.lower()}


def test_one_that_qt_has_copied_still_draws(qapp: QApplication) -> None:
    copy = QIcon(icon("print"))
    copy.addPixmap(QPixmap(4, 4))  # makes the copy one of its own
    qapp.processEvents()
    assert inks(copy.pixmap(QSize(20, 20))) == {LIGHT.text.lower()}
