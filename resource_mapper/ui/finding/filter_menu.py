"""The conditions of the filter (地区, 状況, 送迎, 頻度, 確認の古さ) as a menu of check marks."""

from dataclasses import replace
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from resource_mapper.domain.age import Age
from resource_mapper.domain.collation import sort_key
from resource_mapper.domain.fields import FIELD
from resource_mapper.domain.filtering import CHOSEN_FIELDS
from resource_mapper.domain.lens import UNSET_LABEL
from resource_mapper.domain.vocabulary import vocabulary
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.document import Document
from resource_mapper.ui.finding.view_filter import ViewFilter
from resource_mapper.ui.widgets.tick_menu import TickMenu

MAX_DISTRICTS = 60
"""More would not fit on a screen; whoever has more finds them by words."""


class FilterMenu(QMenu):
    """Made anew each time it opens: it offers what the worksheet holds."""

    def __init__(self, document: Document, view_filter: ViewFilter, parent: QWidget) -> None:
        """Change a filter."""
        super().__init__("絞り込みの条件", parent)
        self._document = document
        self._filter = view_filter
        self.setObjectName("filterMenu")
        self._parts = {name: self._submenu(FIELD[name].label, f"filter_{name}") for name in CHOSEN_FIELDS}
        self._freshness = self._submenu("確認が古い", "filter_confirmed")
        for menu in self._parts.values():
            menu.triggered.connect(self._choose)
        self._freshness.triggered.connect(self._choose_freshness)
        self._around = self.addAction("C型の前後だけ")
        self._around.setObjectName("filterAroundShortTerm")
        self._around.setCheckable(True)
        self._around.setToolTip("通所C・訪問Cと、矢印でその前後につながる資源を示します")
        self._around.triggered.connect(self._choose_around)
        self.addSeparator()
        self._hides = self.addAction("合わないカードを隠す")
        self._hides.setObjectName("filterHides")
        self._hides.setCheckable(True)
        self._hides.setToolTip("消すと、合わないカードは薄く見えます")
        self._hides.toggled.connect(view_filter.set_hides)
        self._clear = self.addAction("絞り込みをやめる")
        self._clear.setObjectName("filterClear")
        self._clear.triggered.connect(view_filter.clear)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Offer the words there are, with marks at those that are chosen."""
        worksheet, wanted = self._document.worksheet, self._filter.filter
        for name, menu in self._parts.items():
            menu.clear()
            for value in offered(name, worksheet):
                self._add(menu, value or UNSET_LABEL, (name, value), ticked=value in getattr(wanted, name))
        self._freshness.clear()
        for age in (None, *Age):
            words = age.label if age else "問わない"
            self._add(self._freshness, words, {"unconfirmed": age}, ticked=age == wanted.unconfirmed)
        self._around.setChecked(wanted.around_short_term)
        self._hides.setChecked(self._filter.hides)
        self._clear.setEnabled(not wanted.is_empty)

    def _submenu(self, title: str, name: str) -> QMenu:
        menu = TickMenu(title, self)
        menu.setObjectName(name)
        self.addMenu(menu)
        return menu

    def _add(self, menu: QMenu, words: str, data: object, *, ticked: bool) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.setData(data)
        action.setCheckable(True)
        action.setChecked(ticked)

    def _choose(self, action: QAction) -> None:
        name, value = action.data()
        chosen = getattr(self._filter.filter, name)
        values: dict[str, Any] = {name: chosen | {value} if action.isChecked() else chosen - {value}}
        self._filter.set(replace(self._filter.filter, **values))

    def _choose_around(self, ticked: bool) -> None:
        self._filter.set(replace(self._filter.filter, around_short_term=ticked))

    def _choose_freshness(self, chosen: QAction) -> None:
        for action in self._freshness.actions():
            action.setChecked(action is chosen)
        self._filter.set(replace(self._filter.filter, **chosen.data()))


def offered(name: str, worksheet: Worksheet) -> list[str]:
    """Return the values to choose among: those of the vocabulary, then other words in use; "" where some have none."""
    used = {str(getattr(resource, name)) for resource in worksheet.resources}
    known = list(vocabulary().choices.get(name, ()))
    others = sorted(used - {*known, ""}, key=sort_key)
    return [*known, *others[:MAX_DISTRICTS], *([""] if "" in used else [])]
