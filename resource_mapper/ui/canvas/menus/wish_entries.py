"""「あったらいいな を追加」 for empty stretches, as entries of other menus."""

from functools import partial

from PySide6.QtWidgets import QMenu

from resource_mapper.domain.coverage import Gap, gap_sentence
from resource_mapper.domain.lens import Lens
from resource_mapper.ui.canvas.deeds import CanvasDeeds
from resource_mapper.ui.canvas.menus.entries import add_entry

TIP = "足りないところに「あったらいいな」のカードを置きます。名称はすぐに直せます"


def add_wish_here(menu: QMenu, gap: Gap, deeds: CanvasDeeds) -> None:
    """Offer a wish for one gap."""
    add_entry(menu, "addWish", "ここに「あったらいいな」を追加", TIP, partial(deeds.add_wish, gap))


def add_wish_menu(menu: QMenu, found: list[Gap], lens: Lens, deeds: CanvasDeeds) -> None:
    """Offer a wish for each of several gaps, named by its sentence."""
    if not found:
        return
    inner = menu.addMenu("空白に「あったらいいな」を追加")
    inner.setObjectName("wishMenu")
    inner.setAccessibleName("空白の一覧")
    inner.menuAction().setObjectName("addWishes")
    inner.menuAction().setStatusTip(TIP)
    for number, gap in enumerate(found, start=1):
        add_entry(inner, f"addWish{number}", gap_sentence(gap, lens), TIP, partial(deeds.add_wish, gap))
