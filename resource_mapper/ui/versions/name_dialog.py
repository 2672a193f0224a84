"""The name and the day of a version."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from resource_mapper.domain.dates import format_date, parse_date
from resource_mapper.domain.text import clean_line
from resource_mapper.domain.worksheet import Calendar
from resource_mapper.ui.widgets.end_buttons import EndButtons
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.words import refusal_words
from resource_mapper.ui.words.tips import give_tips

MAX_NAME = 60
"""Characters of a name: more do not fit beside another one."""


class VersionNameDialog(QDialog):
    """Asks for name and day; `name()` and `day()` are the result after the verb."""

    def __init__(
        self,
        title: str,
        words: str,
        verb: str,
        name: str,
        day: date,
        calendar: Calendar,
        is_free: Callable[[str], bool],
        parent: QWidget | None = None,
    ) -> None:
        """Propose a name and a day; `is_free` says whether a version may be called so."""
        super().__init__(parent)
        self._is_free = is_free
        self.setObjectName("versionNameDialog")
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self._name = self._line("versionName", "名前", name)
        self._name.setMaxLength(MAX_NAME)
        self._name.selectAll()
        self._day = self._line("versionDay", "日付", format_date(day, calendar))
        self._problem = label(role="error", name="versionProblem", wraps=False)
        form = QFormLayout()
        form.addRow("名前", self._name)
        form.addRow("日付", self._day)
        buttons = EndButtons(self, verb, "acceptVersionName", "cancelVersionName")
        self._accept = buttons.accept_button
        column = QVBoxLayout(self)
        column.addWidget(label(words))
        column.addLayout(form)
        column.addWidget(self._problem)
        column.addWidget(buttons)
        for line in (self._name, self._day):
            line.textChanged.connect(self._check)
        self._check()
        give_tips(self)

    def name(self) -> str:
        """Return the name."""
        return clean_line(self._name.text())

    def day(self) -> date:
        """Return the day; only once the dialog has been accepted."""
        day = self._parsed_day()
        assert day is not None  # noqa: S101 the verb is enabled only with a day
        return day

    def _parsed_day(self) -> date | None:
        return parse_date(clean_line(self._day.text()))

    def _line(self, name: str, spoken: str, text: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setObjectName(name)
        line.setAccessibleName(spoken)
        return line

    def _check(self, _text: str = "") -> None:
        problem = "" if self._parsed_day() else refusal_words.DATE_NEEDED
        if not self._is_free(self.name()):
            problem = "ほかの版にない名前を入れてください" if self.name() else "名前を入れてください"
        self._problem.setText(problem)
        self._accept.setEnabled(not problem)
