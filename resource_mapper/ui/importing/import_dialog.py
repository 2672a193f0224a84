"""一覧を取り込む: file → columns → records, all of it to be seen and changed before anything is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.suggest import Suggestion
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.importing.plan import ImportChoices, with_column
from resource_mapper.storage.importing.preparation import Prepared, Source, prepare
from resource_mapper.storage.importing.table import Table
from resource_mapper.storage.importing.table_file import Reading
from resource_mapper.storage.importing.table_import import Skipped
from resource_mapper.storage.importing.update import ListComparison
from resource_mapper.ui.importing import import_words
from resource_mapper.ui.importing.advice import advice, explanation
from resource_mapper.ui.importing.column_model import TARGETS, ColumnModel
from resource_mapper.ui.importing.column_pane import ColumnPane
from resource_mapper.ui.importing.footer import ImportFooter
from resource_mapper.ui.importing.pages import ImportPages
from resource_mapper.ui.importing.reading_bar import ReadingBar
from resource_mapper.ui.importing.remembered import RememberedColumns
from resource_mapper.ui.importing.town_picker import TownPicker
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.tasks import BackgroundTasks, Job, JobCancelledError
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.window.window_place import resize_in_screen
from resource_mapper.ui.words.tips import give_tips

WAIT_MS = 120
"""Changes that follow each other so fast are worked out once."""
_LABEL = "一覧を調べています"


@dataclass(frozen=True, slots=True)
class ImportDecision:
    """What the user wants done."""

    comparison: ListComparison
    refused: frozenset[tuple[str, str]]
    suggestions: dict[str, Suggestion]


class ImportDialog(QDialog):
    """Shows a list before it is imported; `outcome()` is the result after the button of import."""

    def __init__(
        self,
        source: Source,
        tables: Sequence[Table],
        worksheet: Worksheet,
        tasks: BackgroundTasks,
        remembered: RememberedColumns,
        save_report: Callable[[Sequence[Skipped]], None],
        parent: QWidget | None = None,
    ) -> None:
        """Show the tables of a source. What follows from a choice is worked out by `tasks`."""
        super().__init__(parent)
        self._source, self._tables, self._worksheet = source, tuple(tables), worksheet
        self._tasks, self._remembered, self._save_report = tasks, remembered, save_report
        self._choices = ImportChoices()
        self._every_town = False
        self._recalled = False
        self._recalled_columns = False
        self._closed = False
        self._shown = False
        self._running = False
        self._again = False
        self._reread = False
        self.prepared: Prepared | None = None
        self.setObjectName("importDialog")
        self.setWindowTitle(f"一覧を取り込む ─ {source.name}")
        resize_in_screen(self, 1200, 660)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._work_out)
        self._build()
        self._connect()
        self._update_footer()
        self._work_out()
        give_tips(self)

    @property
    def is_settled(self) -> bool:
        """Whether what is shown is the answer to what was chosen."""
        return self.prepared is not None and not (self._running or self._again or self._timer.isActive())

    def outcome(self) -> ImportDecision | None:
        """Return what is to be done."""
        if self.prepared is None:
            return None
        refused = frozenset(self.pages.refused())
        return ImportDecision(self.prepared.comparison, refused, self.pages.accepted())

    def done(self, result: int) -> None:
        """Close; what is under way is called off, a good choice of columns is kept."""
        self._closed = True
        self._timer.stop()
        if self._running:
            self._tasks.cancel()
        if result and self.prepared is not None:
            plan = self.prepared.plan
            self._remembered.remember(plan.proposed, self._choices.columns)
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Import with Ctrl+Enter from anywhere; Enter alone belongs to the tables."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._footer.can_accept:
                self.accept()
            return
        super().keyPressEvent(event)

    # Building

    def _build(self) -> None:
        self.reading = ReadingBar()
        self.towns = TownPicker()
        self.towns.hide()
        self.columns = ColumnModel(self)
        self.pages = ImportPages()
        self._column_pane = ColumnPane(self.towns, self.columns)
        self._hint = label(role="error", name="importHint")
        self._hint.hide()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("importSplitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._column_pane)
        splitter.addWidget(self.pages)
        splitter.setHandleWidth(scaled(12))
        splitter.setSizes([scaled(500), scaled(680)])
        splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self.reading)
        column.addWidget(self._hint)
        column.addWidget(splitter, 1)
        self._footer = ImportFooter()
        column.addWidget(self._footer)

    def _connect(self) -> None:
        self.reading.reading_changed.connect(self._read_otherwise)
        self.reading.place_changed.connect(self._choose_place)
        self.towns.town_chosen.connect(self._choose_town)
        self.columns.target_wanted.connect(self._choose_target)
        self.pages.ticks_changed.connect(self._update_footer)
        self.pages.report_wanted.connect(self._keep_report)
        self._column_pane.reset_wanted.connect(self._reset_columns)
        self._footer.accepted.connect(self.accept)
        self._footer.rejected.connect(self.reject)
        self._tasks.progressed.connect(self._show_progress)

    # What the user chooses

    def _read_otherwise(self) -> None:
        self._reread = True
        self._change(ImportChoices())

    def _choose_place(self) -> None:
        self._change(ImportChoices(self.reading.chosen_sheet, self.reading.chosen_row))

    def _choose_town(self, key: str) -> None:
        self._every_town = not key
        self._change(replace(self._choices, town=key))

    def _choose_target(self, key: str, field: str) -> None:
        if self.prepared is not None:
            self._change(with_column(self._choices, self.prepared.plan, key, field))

    def _reset_columns(self) -> None:
        self._change(replace(self._choices, columns={}))

    def _change(self, choices: ImportChoices) -> None:
        self._choices = choices
        self._timer.start()
        self._update_footer()

    # Working it out

    def _work_out(self) -> None:
        if self._running:
            self._again = True
            self._tasks.cancel()
            return
        source, choices, worksheet, every_town = self._source, self._choices, self._worksheet, self._every_town
        tables = None if self._reread else self._tables
        reading = self.reading.reading if self._reread else Reading()

        def work(job: Job) -> tuple[Prepared, tuple[Table, ...]]:
            found = tables if tables is not None else tuple(source.read(reading))
            report = job.report
            return prepare(source.name, found, choices, worksheet, every_town=every_town, report=report), found

        self._running, self._again = True, False
        self._update_footer()
        self._tasks.run_job(_LABEL, work, self._show, self._fail)

    def _show(self, found: tuple[Prepared, tuple[Table, ...]]) -> None:
        self._running = False
        if self._closed:
            return
        self.prepared, self._tables = found
        self._reread = False
        if self._again:
            self._work_out()
            return
        plan = self.prepared.plan
        if not self._recalled and self._recall():
            return
        self.reading.show_plan(plan, self._source.path is not None)
        self.columns.show(plan.columns)
        self.towns.setVisible(bool(plan.towns))
        self.towns.show_towns(plan.towns, self._choices.town, self.prepared.waits_for_town)
        self.pages.show_prepared(self.prepared)
        self._column_pane.show_choice(chosen=bool(self._choices.columns), recalled=self._recalled_columns)
        self._update_footer()
        if not self._shown:
            self._shown = True
            self._column_pane.begin(self.towns.line if plan.towns else None)

    def _recall(self) -> bool:
        """Take up the columns that were chosen for such a list before, once; return whether there are any."""
        self._recalled = True
        if self.prepared is None:
            return False
        known = self._remembered.of(self.prepared.plan.proposed)
        columns = {key: field for key, field in known.items() if field in TARGETS}
        if columns:
            self._choices = replace(self._choices, columns=columns)
            self._recalled_columns = True
            self._work_out()
        return bool(columns)

    def _fail(self, error: Exception) -> None:
        self._running = False
        if self._closed:
            return
        if self._again:
            self._work_out()
        elif isinstance(error, UserFacingError):
            self._hint.setText(str(error))
            self._hint.show()
            self.prepared = None
            self._update_footer()
        elif not isinstance(error, JobCancelledError):
            raise error

    def _show_progress(self, work: str, percent: int) -> None:
        if work == _LABEL and not self._closed:
            self._footer.show_share(percent)

    def _update_footer(self) -> None:
        busy = self._running or self._timer.isActive()
        if self.prepared is None:
            self._footer.show_state(import_words.WORKING if busy else import_words.NOTHING_NEW, "", busy=busy)
            return
        comparison = self.prepared.comparison
        refused = self.pages.refused()
        changed = sum(any((c.before.id, f) not in refused for f in c.fields) for c in comparison.changed)
        new, unchanged = len(comparison.new), len(comparison.changed) - changed + len(comparison.same)
        skipped = len(self.prepared.result.skipped)
        total = new + changed + unchanged
        self._hint.setText(advice(self.prepared.plan))
        self._hint.setVisible(bool(self._hint.text()))
        suggested = self.pages.suggestions
        taken = import_words.suggestions_taken(suggested.count, len(suggested.rows))
        numbers = import_words.import_numbers(total, new, changed, unchanged, skipped)
        self._footer.show_state(
            numbers if total or skipped else import_words.NOT_YET,
            explanation(self.prepared, new, changed, taken),
            busy=busy,
            total=total,
            can_accept=bool(new or changed),
        )

    def _keep_report(self) -> None:
        if self.prepared is not None:
            self._save_report(self.prepared.result.skipped)
