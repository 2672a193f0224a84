"""States of the sheet that somebody may look back on next, laid out before they are asked for."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from resource_mapper.domain.version import ListState
from resource_mapper.domain.version_changes import compare_states, count_words
from resource_mapper.domain.versioning import NOW, as_it_stood, state_of
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import SheetLayout, SheetOptions
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.sheet import Layouter
from resource_mapper.ui.tasks import BackgroundTasks

REACH = 12
"""How many states on either side are kept: with a thousand cards half a MB each."""
REST_MS = 150
"""How long nobody may have gone on before the thread begins: in a quick run through all it would only be in the way."""
OLDEST = "いちばん古い版です"


class PastState(NamedTuple):
    """A state of the sheet, what has changed until then, and where it is known already, its layout."""

    sheet: Worksheet
    words: str
    layout: SheetLayout | None = None


class LaidAhead(QObject):
    """Works on a thread of its own: the window stays idle, and whatever is not ready in time it does itself."""

    def __init__(self, measurer: TextMeasurer, parent: QObject) -> None:
        """Begin without a worksheet."""
        super().__init__(parent)
        self._tasks = BackgroundTasks(self)
        self._measurer = measurer
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._go_on)
        self.forget()

    def forget(self) -> None:
        """Keep nothing, and begin nothing more."""
        self.begin(Worksheet())

    def begin(self, worksheet: Worksheet) -> None:
        """Serve the versions of a worksheet, from the oldest on, and いま; nothing is kept of another one."""
        self._rest.stop()
        self._worksheet = worksheet
        self._names = (*(version.name for version in worksheet.versions), NOW)
        self._layouter = Layouter(self._measurer)  # of the thread alone: it is no place for two at once
        self._options = SheetOptions()
        self._at = 0
        self._ready: dict[int, PastState] = {}

    def state(self, at: int) -> PastState:
        """Return a state, with its layout if that is ready."""
        return self._ready.get(at) or _state(self._worksheet, self._names, at)

    def prepare(self, at: int, shown: PastState) -> None:
        """Lay out what lies around the place that is shown with its layout, the nearest first, in the same way."""
        assert shown.layout is not None  # noqa: S101 it is shown
        if shown.layout.options != self._options:
            self._ready = {}
        self._at, self._options = at, shown.layout.options
        self._ready = {place: state for place, state in self._ready.items() if abs(place - at) <= REACH}
        self._ready[at] = shown
        self._rest.start()

    def shut_down(self) -> None:
        """Begin nothing more, and wait for work under way."""
        self._rest.stop()
        self._tasks.shut_down()

    def _go_on(self) -> None:
        places = range(max(0, self._at - REACH), min(len(self._names), self._at + REACH + 1))
        missing = [place for place in places if place not in self._ready]
        if self._worksheet.versions and missing and not self._tasks.is_busy:
            at = min(missing, key=lambda place: (abs(place - self._at), place))  # people look back rather than on
            wanted = (self._worksheet, self._options)
            work = partial(_laid_out, self._worksheet, self._names, at, self._layouter, self._options)
            self._tasks.run(work, partial(self._take, wanted, at), _fail)

    def _take(self, wanted: tuple[Worksheet, SheetOptions], at: int, state: PastState) -> None:
        if wanted[0] is self._worksheet and wanted[1] == self._options:
            self._ready[at] = state
        if not self._rest.isActive():
            self._go_on()


def _state(worksheet: Worksheet, names: tuple[str, ...], at: int) -> PastState:
    return PastState(as_it_stood(worksheet, names[at]), _in_words(worksheet, names, at))


def _laid_out(
    worksheet: Worksheet, names: tuple[str, ...], at: int, layouter: Layouter, options: SheetOptions
) -> PastState:
    state = _state(worksheet, names, at)
    return state._replace(layout=layouter.layout(state.sheet, options))


def _in_words(worksheet: Worksheet, names: tuple[str, ...], at: int) -> str:
    """Return what has changed from the version before to one; nothing for いま."""
    if not 0 < at < len(names) - 1:
        return OLDEST if at == 0 else ""
    last, name = names[at - 1 : at + 1]
    states = [state_of(worksheet, each) or ListState() for each in (last, name)]
    return f"「{last}」から：{count_words(compare_states(worksheet, *states))}"


def _fail(error: Exception) -> None:
    raise error
