"""The inspector: the fields of the selected cards, saved while typing, one undo step a field."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from resource_mapper.domain.edits import change
from resource_mapper.domain.fields import FIELD, FIELDS, Field, Kind
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.should_be import set_aim
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.schema import Column
from resource_mapper.ui.document import Document
from resource_mapper.ui.list.cells import columns_of, text_of, with_text
from resource_mapper.ui.panels.editors import (
    MIXED,
    ChoiceEditor,
    ChoicesEditor,
    LineEditor,
    TextEditor,
    choice_pairs,
    make_editor,
    span_pairs,
)
from resource_mapper.ui.panels.extra_fields import ExtraFields
from resource_mapper.ui.selection import Selection
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.words import messages, undo_words
from resource_mapper.ui.words.field_tips import field_tip

SPAN = Field("span", "状態像", Kind.CHOICE)
AIM = Field("aim", "あるべき姿", Kind.CHOICE)
FIRST_FIELDS = ("name", "category", "span", "status", "place", "schedule")
"""What most people fill in; the rest is behind 「もっと見る」."""

_RANGES = {"span": "未配置", "aim": "今と同じ"}
"""Ranges on the axis, and the word for none."""
_Editor = LineEditor | TextEditor | ChoiceEditor | ChoicesEditor


class Inspector(QScrollArea):
    """A form over the selection. Mixed values show as 「（複数）」 and change for all when edited."""

    def __init__(self, document: Document, selection: Selection, parent: QWidget | None = None) -> None:
        """Watch a document and a selection."""
        super().__init__(parent)
        self._document = document
        self._selection = selection
        self._visit = 0
        """Counts visits to fields: typing merges into one undo step within a visit."""
        self._visited = document.worksheet
        """The worksheet as it was when the present visit began."""
        self._editors: dict[str, _Editor] = {}
        self._problems: dict[str, QLabel] = {}
        self.setObjectName("inspector")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()
        document.changed.connect(self._refresh)
        selection.changed.connect(self._refresh)
        self._refresh()

    @property
    def name_field(self) -> LineEditor:
        """Where the name is written."""
        editor = self._editors["name"]
        assert isinstance(editor, LineEditor)  # noqa: S101 as text is written
        return editor

    def focus_name(self) -> None:
        """Put the cursor into the name, all of it selected."""
        self.name_field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self.name_field)
        self.name_field.selectAll()

    def _build(self) -> None:
        # Each widget within its parent from the start: Qt dresses all below one that gets another.
        content = QWidget(self)
        content.setObjectName("inspectorForm")
        self.setWidget(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 12, 12, 12)
        self._heading = label(role="heading")
        column.addWidget(self._heading)
        self._form = QWidget(content)
        column.addWidget(self._form)
        column.addStretch(1)
        rows = QVBoxLayout(self._form)
        rows.setContentsMargins(0, 0, 0, 0)
        self._add_section(rows, self._form, FIRST_FIELDS)
        self._more_button = self._make_more_button()
        rows.addWidget(self._more_button)
        self._more = QWidget(self._form)
        self._more.hide()
        rows.addWidget(self._more)
        self._fill_more()

    def _make_more_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("inspectorMore")
        button.setText("もっと見る")
        button.setToolTip("運営主体・参加費・連絡先などの欄を出し入れします")
        button.setCheckable(True)
        button.setArrowType(Qt.ArrowType.RightArrow)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.toggled.connect(self._show_more)
        return button

    def _fill_more(self) -> None:
        """Put in what few need, last what a list brought that has no field."""
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        self._add_section(more, self._more, ("aim", *(f.name for f in FIELDS if f.name not in FIRST_FIELDS)))
        self._extras = ExtraFields(self, self._more)
        self._extras.changed.connect(self._commit_extra)
        self._extras.heading_wanted.connect(self._add_heading)
        more.addWidget(self._extras)

    def _add_section(self, column: QVBoxLayout, parent: QWidget, names: tuple[str, ...]) -> None:
        form = QFormLayout()
        column.addLayout(form)
        form.setContentsMargins(0, 4, 0, 4)
        form.setVerticalSpacing(6)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name in names:
            field = {"span": SPAN, "aim": AIM}.get(name) or FIELD[name]
            self._add_row(form, field, parent)

    def _add_row(self, form: QFormLayout, field: Field, parent: QWidget) -> None:
        editor = make_editor(field, parent)
        editor.setObjectName(f"field_{field.name}")
        editor.setAccessibleName(field.label)
        editor.setAccessibleDescription(field_tip(field.label))
        editor.setToolTip(field_tip(field.label))
        if isinstance(editor, ChoicesEditor):
            editor.menu().setObjectName(f"menu_{field.name}")
        editor.installEventFilter(self)
        editor.changed.connect(partial(self._commit, field))
        problem = label(role="error")
        problem.hide()
        editor.failed.connect(partial(_show_problem, problem))
        title = label(field.label, "hint", wraps=False)
        title.setBuddy(editor)
        title.setToolTip(field_tip(field.label))
        form.addRow(title, editor)
        form.addRow(problem)
        self._editors[field.name] = editor
        self._problems[field.name] = problem

    def _show_more(self, shown: bool) -> None:
        self._more.setVisible(shown)
        self._more_button.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self._more_button.setText("たたむ" if shown else "もっと見る")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A new visit to a field begins a new undo step."""
        if event.type() == QEvent.Type.FocusIn:
            self._visit += 1
            self._visited = self._document.worksheet
        return super().eventFilter(watched, event)

    def _selected(self) -> list[Resource]:
        found = (self._document.worksheet.get(key) for key in self._selection.ids)
        return [resource for resource in found if resource is not None]

    def _refresh(self) -> None:
        resources = self._selected()
        self._form.setVisible(bool(resources))
        if not resources:
            self._heading.setText(messages.NOTHING_SELECTED)
            return
        self._heading.setText(resources[0].name if len(resources) == 1 else f"{len(resources)}件を選んでいます")
        self._offer_choices()
        for name, editor in self._editors.items():
            values = {getattr(resource, name) for resource in resources}
            editor.show_value(values.pop() if len(values) == 1 else MIXED)
        self._show_extras(resources)

    def _show_extras(self, resources: list[Resource]) -> None:
        worksheet = self._document.worksheet
        shown = {}
        for column in _extra_columns(worksheet):
            texts = {text_of(resource, column, worksheet) for resource in resources}
            shown[column.label] = texts.pop() if len(texts) == 1 else MIXED
        self._extras.show_values(worksheet.extra_headings, shown)

    def _offer_choices(self) -> None:
        worksheet = self._document.worksheet
        for name, editor in self._editors.items():
            if not isinstance(editor, ChoiceEditor):
                continue
            if name == "category":
                editor.set_choices([("", ""), *((f"{c.mark} {c.label}", c.id) for c in worksheet.categories)])
            else:
                words = _RANGES.get(name)
                editor.set_choices(span_pairs(words) if words else choice_pairs(name, worksheet.wording))

    def _commit(self, field: Field, value: Any) -> None:  # noqa: ANN401 of the field's type
        """Set a field of all selected cards."""
        resources = self._selected()
        if not resources:
            return
        first = self._visited.get(resources[0].id) or resources[0]  # its name may be what is being written
        text = undo_words.changed(field.label, len(resources), first.name)
        ids = tuple(resource.id for resource in resources)
        if field.name == "aim":
            after = set_aim(self._document.worksheet, ids, value)
        else:
            after = change(self._document.worksheet, ids, **{field.name: value})
        self._document.edit(text, after, merge_key=(field.name, ids, self._visit))

    def _commit_extra(self, heading: str, text: str) -> None:
        """Set a field that the user added, of all selected cards."""
        resources, worksheet = self._selected(), self._document.worksheet
        column = next(column for column in _extra_columns(worksheet) if column.label == heading)
        ids = {resource.id for resource in resources}
        after = worksheet.with_resources(
            with_text(self._as_visited(resource, heading), column, text, worksheet) if resource.id in ids else resource
            for resource in worksheet.resources
        )
        words = undo_words.changed(heading, len(resources), resources[0].name)
        self._document.edit(words, after, merge_key=("extra", heading, tuple(ids), self._visit))

    def _as_visited(self, resource: Resource, heading: str) -> Resource:
        """Return a resource with a cell as it was when the cursor came: so a number stays one while it is retyped."""
        before = self._visited.get(resource.id)
        cell = dict(before.extra).get(heading) if before is not None else None
        return (
            resource
            if cell is None
            else replace(resource, extra=tuple({**dict(resource.extra), heading: cell}.items()))
        )

    def _add_heading(self, heading: str) -> None:
        worksheet = self._document.worksheet
        after = replace(worksheet, extra_headings=(*worksheet.extra_headings, heading))
        self._document.edit(undo_words.heading_added(heading), after)


def _extra_columns(worksheet: Worksheet) -> tuple[Column, ...]:
    """Return the columns that the user added."""
    return tuple(column for column in columns_of(worksheet) if column.label in worksheet.extra_headings)


def _show_problem(where: QLabel, problem: str) -> None:
    """Show what is wrong under a field."""
    where.setText(problem)
    where.setVisible(bool(problem))
