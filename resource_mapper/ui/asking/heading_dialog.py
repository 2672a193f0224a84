"""見出し: title, town, meeting and date of the sheet."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from resource_mapper.domain.dates import format_date, parse_date
from resource_mapper.domain.resource import MAX_COUNT
from resource_mapper.domain.text import clean_line, parse_count
from resource_mapper.domain.worksheet import Calendar, Heading
from resource_mapper.ui.widgets.dialog_parts import side_button
from resource_mapper.ui.widgets.end_buttons import EndButtons
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.window.window_place import resize_in_screen
from resource_mapper.ui.words import refusal_words
from resource_mapper.ui.words.tips import give_tips

_LINES = (("title", "題名"), ("subtitle", "副題"), ("municipality", "市町村"), ("area", "圏域"), ("meeting", "会議"))


class HeadingDialog(QDialog):
    """Edits a heading; `heading()` is the result after 「変える」."""

    def __init__(self, heading: Heading, today: date, parent: QWidget | None = None) -> None:
        """Show a heading. `today` is what the 「今日」 button enters."""
        super().__init__(parent)
        self._before = heading
        self._today = today
        self.setObjectName("headingDialog")
        self.setWindowTitle("見出しを書く")
        self._problem = label(role="error", wraps=False)
        column = QVBoxLayout(self)
        column.addLayout(self._form(heading))
        column.addWidget(self._problem)
        buttons = EndButtons(self, "変える", "heading_accept", "heading_cancel")
        self._accept = buttons.accept_button
        column.addWidget(buttons)
        resize_in_screen(self, 620, 340)
        give_tips(self)

    def _form(self, heading: Heading) -> QFormLayout:
        form = QFormLayout()
        self._lines = {name: self._line(form, name, words, getattr(heading, name)) for name, words in _LINES}
        day = format_date(heading.made_on, heading.calendar) if heading.made_on else ""
        self._day = self._checked_line(form, "made_on", "作成日", day, self._today_button())
        self._calendar = self._calendars(heading.calendar)
        form.addRow("日付の書き方", self._calendar)
        people = "" if heading.elderly is None else f"{heading.elderly:,}"
        self._elderly = self._checked_line(form, "elderly", "65歳以上人口", people)
        self._elderly.setPlaceholderText("例：12,345（書かなくてもかまいません）")
        self._elderly.setToolTip("このシートの範囲の人数です。書くと「全国との比較」に参加率が出ます。紙には出ません")
        return form

    def _calendars(self, chosen: Calendar) -> QComboBox:
        calendars = QComboBox()
        calendars.setObjectName("heading_calendar")
        calendars.setAccessibleName("暦")
        for calendar in Calendar:
            calendars.addItem(calendar.value, calendar)
        calendars.setCurrentText(chosen.value)
        return calendars

    def heading(self) -> Heading:
        """Return the heading as edited."""
        lines = {name: clean_line(line.text()) for name, line in self._lines.items()}
        return replace(
            self._before,
            made_on=parse_date(clean_line(self._day.text())),
            calendar=Calendar(self._calendar.currentText()),
            elderly=parse_count(self._elderly.text()),
            **lines,
        )

    def _checked_line(self, form: QFormLayout, name: str, words: str, text: str, *beside: QWidget) -> QLineEdit:
        line = self._line(form, name, words, text, *beside)
        line.textChanged.connect(self._check)
        return line

    def _line(self, form: QFormLayout, name: str, words: str, text: str, *beside: QWidget) -> QLineEdit:
        """Add a line under its label; what stands `beside` it saves a row where type is large."""
        line = QLineEdit(text)
        line.setObjectName(f"heading_{name}")
        line.setAccessibleName(words)
        line.setCursorPosition(0)  # the beginning of long text, not its end
        row = QHBoxLayout()
        row.addWidget(line, 1)
        for widget in beside:
            row.addWidget(widget)
        title = label(words, wraps=False)
        title.setBuddy(line)
        form.addRow(title, row)
        return line

    def _today_button(self) -> QPushButton:
        tip = f"作成日を今日（{format_date(self._today)}）にします"
        return side_button("heading_today", "今日にする", self._enter_today, tip)

    def _enter_today(self) -> None:
        self._day.setText(format_date(self._today, Calendar(self._calendar.currentText())))

    def _check(self) -> None:
        day, people = (clean_line(line.text()) for line in (self._day, self._elderly))
        count = parse_count(people)
        problem = refusal_words.DATE_NEEDED if day and parse_date(day) is None else ""
        if people and (count is None or count > MAX_COUNT):
            problem = problem or refusal_words.PEOPLE_NEEDED
        self._problem.setText(problem)
        self._accept.setEnabled(not problem)
