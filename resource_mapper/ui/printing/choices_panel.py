"""The left side of the print window: what to print, on which paper, in which manner."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from resource_mapper.domain.age import Age
from resource_mapper.domain.freshness import Freshness
from resource_mapper.domain.lens import LENSES
from resource_mapper.domain.versioning import NOW
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Calendar, Worksheet
from resource_mapper.printing.concerning import concerns_any
from resource_mapper.printing.options import DEFAULT, HEADING_BOXES, MARGINS, CardSize, Paper, PrintOptions
from resource_mapper.printing.sheets import SHEETS
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.printing.choice_forms import ChoiceForms
from resource_mapper.ui.printing.value_combo import TICKED, ValueCombo, said
from resource_mapper.ui.widgets.labels import label

_CARD_SIZES = {CardSize.LARGE: "75 × 50 mm", CardSize.BUSINESS: "91 × 55 mm（名刺）"}
_GROUPS = {"category": "分類", "district": "地区"}
_PAPERS = {paper: paper.value for paper in Paper}
MOST_SPARE_CARDS = 200
_ORIENTATIONS = {None: "面ごとの標準", False: "縦", True: "横"}
_MARGINS = {margin: f"{margin:.0f} mm" for margin in MARGINS}
_DETAILS = {
    "usual": "日時（なければ場所）",
    "schedule": "曜日・日時",
    "place": "場所",
    "operator": "運営主体",
    "none": "なし",
}
_COPIER = "白黒のコピー機に合わせる"


@dataclass(frozen=True, slots=True)
class PrintChoices:
    """What has been chosen: which sheets, through which lens, and the options."""

    sheets: tuple[str, ...]
    lens: str
    options: PrintOptions


class ChoicesPanel(ChoiceForms):
    """Edits choices; tells of each change."""

    def __init__(self, worksheet: Worksheet, sheets: tuple[str, ...], begin: PrintOptions = DEFAULT) -> None:
        """Begin with some sheets ticked and the usual options, but for versions to compare and the age of records."""
        super().__init__()
        self.setObjectName("printChoices")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheets: dict[str, QCheckBox] = {}
        self._remembered: list[QComboBox | QCheckBox | QSpinBox] = []
        self._has_versions = bool(worksheet.versions)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 12, 16, 12)
        column.setSpacing(4)
        self._add_sheets(column, sheets)
        self._add_paper(column)
        self._add_content(column, worksheet)
        self._add_freshness(column, begin)
        self._add_versions(column, worksheet, begin)
        self._add_statuses(column)
        self._add_rest(column, begin)
        column.addStretch(1)
        self.setWidget(body)
        for box in self._sheets.values():
            box.toggled.connect(self._enable_what_matters)
        self._enable_what_matters()

    def _enable_what_matters(self) -> None:
        """Grey the choices that concern none of the ticked sheets."""
        ticked = self._ticked()
        for choice, widgets in self._widgets_of().items():
            enabled = concerns_any(choice, ticked) and (self._has_versions or not choice.startswith("compare"))
            for widget in widgets:
                widget.setEnabled(enabled)
                for title in filter(None, (form.labelForField(widget) for form in self._forms)):
                    title.setEnabled(enabled)

    def _widgets_of(self) -> dict[str, Iterable[QWidget]]:
        """Return what edits each choice that is not for all sheets."""
        return {
            "lens": [self._lens],
            "shrink": [self._shrink],
            "landscape": [self._orientation],
            "margin": [self._margin],
            "detail": [self._detail],
            "statuses": self._statuses.values(),
            "contacts": [self._contacts],
            "freshness": [self._age],
            "mark_stale": [self._mark_stale],
            "internal_contacts": [self._internal],
            "group_by": [self._group],
            "card_size": [self._card_size],
            "spare_cards": [self._spare],
            "hidden_fields": self._hidden.values(),
            "notes": [self._notes],
            "aims": [self._aims],
            "copying_allowed": [self._copying],
            "ruler": [self._ruler],
            "compare_from": [self._from],
            "compare_to": [self._to],
        }

    def _ticked(self) -> tuple[str, ...]:
        return tuple(sheet_id for sheet_id, box in self._sheets.items() if box.isChecked())

    def _add_sheets(self, column: QVBoxLayout, ticked: tuple[str, ...]) -> None:
        column.addWidget(self.heading("印刷する面"))
        for kind, of_kind in groupby(SHEETS.values(), key=lambda sheet: sheet.kind):
            above = label(kind, "hint", wraps=False)
            above.setContentsMargins(0, scaled(4), 0, 0)
            column.addWidget(above)
            for sheet in of_kind:
                box = self.check(column, f"printSheet_{sheet.id}", sheet.label, ticked=sheet.id in ticked)
                self._sheets[sheet.id] = box

    def _add_paper(self, column: QVBoxLayout) -> None:
        form = self.form(column, "用紙と色")
        self._paper = self.combo(form, "printPaper", "用紙", ValueCombo({None: "面ごとの標準", **_PAPERS}))
        tiles = {None: "しない", Paper.A4: "A4に分ける", Paper.A3: "A3に分ける"}
        self._tiles = self.combo(form, "printTiles", "分けて印刷", ValueCombo(tiles))
        self._orientation = self.combo(form, "printOrientation", "一覧の向き", ValueCombo(_ORIENTATIONS))
        self._margin = self.combo(form, "printMargin", "余白", ValueCombo(_MARGINS))
        self._margin.setToolTip("紙の端が欠けるプリンターでは、広くしてください")
        self._shrink = self.check(column, "printShrink", "小さな紙でも、A3のまま縮める")
        self._shrink.setToolTip("ふつうは、文字が7ポイントより小さくならないように配置し直します")
        self._mono = self.check(column, "printMono", _COPIER)
        self._mono.setToolTip("色の代わりに模様で描きます。灰色は使いません")
        self._remembered += [self._paper, self._tiles, self._orientation, self._margin, self._shrink, self._mono]

    def _add_content(self, column: QVBoxLayout, worksheet: Worksheet) -> None:
        form = self.form(column, "内容")
        lenses = ValueCombo({lens.id: lens.label for lens in LENSES}, worksheet.lens)
        self._lens = self.combo(form, "printLens", "並べ方", lenses)
        calendars = ValueCombo({each: each.value for each in Calendar}, worksheet.heading.calendar)
        self._calendar = self.combo(form, "printCalendar", "日付", calendars)
        self._detail = self.combo(form, "printDetail", "2行目", ValueCombo(_DETAILS))
        self._group = self.combo(form, "printGroup", "一覧の分け方", ValueCombo(_GROUPS))
        self._card_size = self.combo(form, "printCardSize", "カード", ValueCombo(_CARD_SIZES))
        self._spare = QSpinBox()
        self._spare.setObjectName("printSpareCards")
        self._spare.setAccessibleName("空のカード")
        self._spare.setRange(0, MOST_SPARE_CARDS)
        self._spare.setSuffix(" 枚")
        self._spare.valueChanged.connect(self._tell)
        form.addRow(self.title("空のカード"), self._spare)
        self._remembered += [self._detail, self._group, self._card_size, self._spare]

    def _add_freshness(self, column: QVBoxLayout, begin: PrintOptions) -> None:
        self._today = begin.freshness.today if begin.freshness else None
        form = self.form(column, "確認の古さ")
        ages = {age: age.short for age in Age}
        self._age = self.combo(form, "printAge", "目安", ValueCombo(ages, begin.freshness and begin.freshness.age))
        self._mark_stale = self.check(column, "printMarkStale", "確認の古いカードに印を付ける")
        self._internal = self.check(
            column, "printInternalContacts", "内部の連絡先も入れる", ticked=begin.internal_contacts
        )
        self._internal.setToolTip(
            "「電話で確認する先」にだけ、公開していない連絡先も入ります。印刷の前にもう一度たずねます"
        )

    def _add_versions(self, column: QVBoxLayout, worksheet: Worksheet, begin: PrintOptions) -> None:
        form = self.form(column, "版の比較")
        names = {each.name: each.name for each in reversed(worksheet.versions)}
        words = {**names, NOW: NOW}
        self._from = self.combo(form, "printCompareFrom", "くらべる版", ValueCombo(words, begin.compare_from))
        to = begin.compare_to or NOW
        self._to = self.combo(form, "printCompareTo", "相手", ValueCombo({NOW: NOW, **names}, to))
        if not names:
            for choice in (self._from, self._to, self._sheets["compare"]):
                choice.setEnabled(False)
                choice.setToolTip("「会議」の「いまの状態を残す」で版を残すと、くらべられます")

    def _add_statuses(self, column: QVBoxLayout) -> None:
        column.addWidget(self.heading("印刷する状況"))
        self._statuses = {
            status: self.check(column, f"printStatus{number}", status.value, ticked=status != Status.ENDED)
            for number, status in enumerate(Status)
        }

    def _add_rest(self, column: QVBoxLayout, begin: PrintOptions) -> None:
        column.addWidget(self.heading("そのほか"))
        self._hidden = {
            box: self.check(column, f"printHide{number}", f"見出しの「{box}」を出す", ticked=True)
            for number, box in enumerate(HEADING_BOXES)
        }
        self._notes = self.check(column, "printNotes", "付箋も印刷する")
        self._notes.setToolTip("会議で貼った付箋を、資源ワークシートの上に載せます")
        self._aims = self.check(column, "printAims", "あるべき姿を重ねる", ticked=begin.aims)
        self._aims.setToolTip("こうなるとよい幅を点線の枠で、そのときの資源の厚みを2段目で、資源ワークシートに重ねます")
        self._contacts = self.check(column, "printContacts", "「公開」の連絡先も印刷する")
        self._copying = self.check(column, "printCopying", "「複写可」と入れる")
        self._ruler = self.check(column, "printRuler", "10センチの線を入れる")
        self._ruler.setToolTip("印刷した紙に定規を当てると、拡大・縮小されていないか分かります")
        self._remembered += [*self._hidden.values(), self._notes, self._copying, self._ruler]

    def choices(self) -> PrintChoices:
        """Return what has been chosen."""
        statuses = tuple(status.value for status, box in self._statuses.items() if box.isChecked())
        usual = tuple(status.value for status in Status if status != Status.ENDED)
        options = PrintOptions(
            paper=self._paper.value(),
            tiles=self._tiles.value(),
            shrink=self._shrink.isChecked(),
            landscape=self._orientation.value(),
            margin=self._margin.value(),
            detail=self._detail.value(),
            aims=self._aims.isChecked(),
            hidden_fields=frozenset(name for name, box in self._hidden.items() if not box.isChecked()),
            mono=self._mono.isChecked(),
            calendar=self._calendar.value(),
            statuses=() if statuses == usual else statuses,
            notes=self._notes.isChecked(),
            contacts=self._contacts.isChecked(),
            freshness=Freshness(self._age.value(), self._today) if self._today else None,
            mark_stale=self._mark_stale.isChecked(),
            internal_contacts=self._internal.isChecked(),
            group_by=self._group.value(),
            card_size=self._card_size.value(),
            spare_cards=self._spare.value(),
            copying_allowed=self._copying.isChecked(),
            ruler=self._ruler.isChecked(),
            compare_from=self._from.value(),
            compare_to=self._to.value(),
        )
        return PrintChoices(self._ticked(), self._lens.value(), options)

    def remembered(self) -> tuple[tuple[str, str], ...]:
        """Return the choices that hold for the next print, too: by name of the widget, as words.

        Sheets, versions, lens, calendar and 状況 belong to the document, and contacts are asked for anew each time.
        """
        return tuple((widget.objectName(), said(widget)) for widget in self._remembered)

    def restore(self, remembered: Iterable[tuple[str, str]]) -> None:
        """Choose as before; what is unknown by now is passed over."""
        widgets = {widget.objectName(): widget for widget in self._remembered}
        for name, words in remembered:
            match widgets.get(name):
                case QComboBox() as combo:
                    combo.setCurrentIndex(max(0, combo.findText(words)))
                case QCheckBox() as box:
                    box.setChecked(words == TICKED)
                case QSpinBox() as spin:
                    spin.setValue(int(words) if words.isdecimal() and len(words) < 4 else 0)
