"""ガイド: a slim strip above the work that leads through five steps; it remembers nothing."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from resource_mapper.domain.method import METHOD_STEPS, MethodStep
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.ui.look.icons import icon
from resource_mapper.ui.look.theme import scaled
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.widgets.window_button import WindowButton

DONE = "✓"


class MethodStrip(QFrame):
    """Shows one step: what to do, a button that leads there, and how far the worksheet has come."""

    deed_wanted = Signal(str)
    """ID of the step whose place is asked for."""

    def __init__(self) -> None:
        """Begin put away, at the first step."""
        super().__init__()
        self.setObjectName("methodStrip")
        self.setProperty("role", "method")
        self.is_open = False
        """Whether it belongs above the work (which may just not be shown)."""
        self._worksheet = Worksheet()
        self._chips = QButtonGroup(self)
        for number, step in enumerate(METHOD_STEPS):
            self._chips.addButton(self._chip(step), number)
        self._cross = QToolButton()
        self._words = label(name="methodWords")
        self._progress = label(name="methodProgress")
        self._deed, self._back, self._on = (WindowButton() for _ in range(3))
        self._build()
        self._chips.idClicked.connect(self.go_to)
        self.go_to(0)
        self.hide()

    def _chip(self, step: MethodStep) -> QToolButton:
        chip = QToolButton()
        chip.setObjectName(f"methodStep_{step.id}")
        chip.setProperty("role", "step")
        chip.setCheckable(True)
        chip.setToolTip("".join(step.sentences))
        return chip

    def _build(self) -> None:
        self._deed.setProperty("primary", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 5, 8, 7)
        column.setSpacing(4)
        column.addLayout(self._steps_line())
        column.addLayout(self._words_line())
        self.refresh_look()

    def _steps_line(self) -> QHBoxLayout:
        above = QHBoxLayout()
        above.setSpacing(2)
        above.addWidget(label("ガイド", "heading", wraps=False))
        above.addSpacing(8)
        for chip in self._chips.buttons():
            above.addWidget(chip)
        above.addStretch(1)
        above.addWidget(self._cross)
        self._cross.setObjectName("methodClose")
        self._cross.setAccessibleName("ガイドを閉じる")
        self._cross.setToolTip("ガイドを閉じます（「ヘルプ」からいつでも出せます）")
        self._cross.clicked.connect(self.put_away)
        return above

    def _words_line(self) -> QHBoxLayout:
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._words, 6)
        below.addWidget(self._progress, 4)
        for button, name, words, do in (
            (self._deed, "methodDeed", "", self._ask_deed),
            (self._back, "methodBack", "前へ", self._go_back),
            (self._on, "methodOn", "次へ", self._go_on),
        ):
            button.setObjectName(name)
            button.setText(words)
            button.clicked.connect(do)
            below.addWidget(button)
        return below

    # What is shown

    @property
    def step(self) -> MethodStep:
        """The step that is shown."""
        return METHOD_STEPS[self._chips.checkedId()]

    def begin(self) -> None:
        """Come out at the first step; stay at the step it has got to where it is out already."""
        if not self.is_open:
            self.is_open = True
            self.go_to(0)
        self.show()
        self._deed.setFocus()

    def put_away(self) -> None:
        """Go away."""
        self.is_open = False
        self.hide()

    def go_to(self, number: int) -> None:
        """Show a step, from 0."""
        self._chips.button(number).setChecked(True)
        self._show()

    def show_worksheet(self, worksheet: Worksheet) -> None:
        """Follow the work."""
        self._worksheet = worksheet
        if self.is_open:
            self._show()

    def refresh_look(self) -> None:
        """Draw the cross for the present theme and size."""
        self._cross.setIcon(icon("close"))
        self._cross.setIconSize(QSize(scaled(16), scaled(16)))

    def _show(self) -> None:
        number = self._chips.checkedId()
        for at, (step, chip) in enumerate(zip(METHOD_STEPS, self._chips.buttons(), strict=True), start=1):
            done = step.progress(self._worksheet).done
            chip.setText(f"{DONE if done else at} {step.name}")
            chip.setAccessibleName(f"{at}　{step.name}" + ("　できました" if done else ""))
        progress = self.step.progress(self._worksheet)
        self._words.setText("\n".join(self.step.sentences))
        self._progress.setText(f"{DONE} {progress.words}" if progress.done else f"→ {progress.words}")
        self._deed.setText(self.step.deed)
        self._deed.setAccessibleDescription("".join(self.step.sentences))
        self._back.setEnabled(number > 0)
        self._on.setEnabled(number < len(METHOD_STEPS) - 1)

    # What is done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _ask_deed(self) -> None:
        self.deed_wanted.emit(self.step.id)

    def _go_back(self) -> None:
        self.go_to(max(self._chips.checkedId() - 1, 0))

    def _go_on(self) -> None:
        self.go_to(min(self._chips.checkedId() + 1, len(METHOD_STEPS) - 1))
