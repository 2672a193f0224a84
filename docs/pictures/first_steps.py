"""Pictures of はじめての方."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QToolButton, QWidget

from docs.pictures.drawing import BAR_PX, framed, marked
from docs.pictures.studio import Studio
from docs.pictures.town import TODAY, town, town_with_tray
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.printing.sheets import sheet_pages
from resource_mapper.ui.picture import paint_pages
from resource_mapper.ui.qt_painter import QtPainter
from tests.helpers import desk, mouse

BELOW_TITLE = QPoint(1, BAR_PX + 1)
README_SIZE = 1366, 768


def window(studio: Studio) -> QImage:
    """The whole window at the usual size of an office screen."""
    studio.window.resize(*README_SIZE)
    studio.show(sample_worksheet(TODAY))
    studio.window.workspace.show_panel("inspector")
    studio.choose("いきいきサロン")
    return studio.whole_window(title=False)


def worksheet(studio: Studio) -> QImage:
    """The sample as it comes out of the printer."""
    pages = sheet_pages(sample_worksheet(TODAY), "worksheet", studio.window.parts.measurer)
    return framed(paint_pages(pages, 1400, QtPainter()))


def start(studio: Studio) -> QImage:
    """はじめの画面."""
    studio.window.resize(940, 620)
    studio.window.show_start()
    return studio.whole_window()


def method(studio: Studio) -> QImage:
    """The strip that leads, above a sheet that has been begun."""
    studio.window.resize(1100, 620)
    studio.show(town_with_tray())
    studio.do("startMethod")
    studio.window.method.strip.go_to(1)
    return studio.of(studio.window.method.strip, margin=2)


def parts(studio: Studio) -> QImage:
    """The window with its parts numbered in the order in which the page names them."""
    view = studio.window
    view.resize(*README_SIZE)
    studio.show(town_with_tray(), "いきいきサロン")
    view.workspace.show_panel("inspector")
    image = studio.whole_window()
    areas = [studio.place(part) for part in (view.toolbar, view.side.quick_add, view.side.tray, view.view)]
    areas += [studio.place(part) for part in (view.inspector, view.gaps, view.status)]
    return marked(image, [area.translated(BELOW_TITLE) for area in areas])


def add(studio: Studio) -> QImage:
    """A name being written into the line."""
    studio.show(town())
    line = studio.window.side.quick_add
    line.setFocus()
    line.setText("さくら体操の会")
    studio.settle()
    image = studio.whole_window(title=False).copy(0, 0, 560, 400)
    return marked(framed(image), [studio.place(line)], numbers=False)


def drag(studio: Studio) -> QImage:
    """A card under way; the status bar tells where it would land."""
    return _while_held(studio, lambda: _moved(studio, 34, 18))


def stretch(studio: Studio) -> QImage:
    """The right end of a card being pulled."""
    view = studio.window
    return _while_held(studio, lambda: (desk.end(view, "sample-09", right=True), _from_end(studio, 46)))


def details(studio: Studio) -> QImage:
    """詳細 with all fields open."""
    studio.show(town(), "いきいきサロン")
    view = studio.window
    view.workspace.show_panel("inspector")
    more = view.inspector.findChild(QToolButton, "inspectorMore")
    assert more is not None
    more.setChecked(True)
    return studio.of(_dock(studio, "inspector"))


def gaps(studio: Studio) -> QImage:
    """気づき."""
    studio.show(town())
    studio.window.resize(1120, 900)
    return studio.of(_dock(studio, "gaps"))


def bar(studio: Studio) -> QImage:
    """The toolbar with undo and redo marked."""
    studio.window.resize(*README_SIZE)
    studio.show(town(), "いきいきサロン")
    studio.do("duplicateCards")
    toolbar = studio.window.toolbar
    image = studio.of(toolbar).copy(0, 0, 900, toolbar.height() + 2)
    buttons = [_button(studio, name) for name in ("undoButton", "redoButton")]
    areas = [QRect(button.mapTo(toolbar, QPoint(1, 1)), button.size()) for button in buttons]
    return marked(image, areas)


def lens(studio: Studio) -> QImage:
    """The sheet by who runs the resources."""
    studio.show(town())
    studio.do("lens_operator_kind")
    return studio.whole_window()


def large(studio: Studio) -> QImage:
    """表示 → 文字の大きさ."""
    studio.window.resize(1120, 860)
    studio.show(town())
    return studio.with_menu("viewMenu", "scaleMenu", wide=620, high=800)


def _while_held(studio: Studio, way: Callable[[], tuple[mouse.Mm, mouse.Mm]]) -> QImage:
    studio.show(town(), "いきいきサロン")
    view = studio.window.view
    start_at, end_at = way()
    with mouse.held(view, start_at, end_at, steps=8):
        studio.settle()
        image = studio.whole_window()
    studio.do("undo")
    return image


def _moved(studio: Studio, right: float, down: float) -> tuple[mouse.Mm, mouse.Mm]:
    x, y = desk.middle(studio.window, "sample-09")
    return (x, y), (x + right, y + down)


def _from_end(studio: Studio, right: float) -> mouse.Mm:
    x, y = desk.end(studio.window, "sample-09", right=True)
    return x + right, y


def _dock(studio: Studio, name: str) -> QWidget:
    return studio.window.workspace.dock(name)


def _button(studio: Studio, name: str) -> QWidget:
    return desk.child(studio.window, name)


SCENES = {
    "window": window,
    "worksheet": worksheet,
    "start": start,
    "method": method,
    "parts": parts,
    "add": add,
    "drag": drag,
    "stretch": stretch,
    "details": details,
    "gaps": gaps,
    "undo": bar,
    "lens": lens,
    "large-type": large,
}
