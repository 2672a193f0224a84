"""The user behind the questions: answers come from a script, what was asked and told is remembered."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from resource_mapper.ui.asking.dialogs import Answer, Dialogs, Verbs


@dataclass(frozen=True)
class Said:
    """One question or message, as the user saw it."""

    kind: str
    text: str
    details: str = ""
    path: Path | None = None
    """What the dialog suggested."""


class FakeDialogs(Dialogs):
    """Stands in for `Dialogs`. A question that the script does not expect is an error."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[Said] = []
        self._script: dict[str, deque[object]] = {}

    # The script

    def will_open(self, *paths: Path | None) -> None:
        """Choose these files to read, one after the other; None is 「キャンセル」."""
        self._expect("open", *paths)

    def will_open_several(self, *paths: Path) -> None:
        """Choose these files together."""
        self._expect("open several", list(paths))

    def will_open_folder(self, *paths: Path | None) -> None:
        """Choose these folders."""
        self._expect("folder", *paths)

    def will_save(self, *paths: Path | None) -> None:
        """Choose these files to write."""
        self._expect("save", *paths)

    def will_print_on(self, printer: QPrinter | None) -> None:
        """Choose a printer."""
        self._expect("printer", printer)

    def will_answer(self, *answers: Answer) -> None:
        """Answer 「保存しますか？」."""
        self._expect("unsaved", *answers)

    def will_agree(self, *answers: bool) -> None:
        """Answer the other questions."""
        self._expect("ask", *answers)

    def will_choose(self, *keys: str) -> None:
        """Choose these verbs by their keys; nothing is 「やめる」."""
        self._expect("choose", *keys)

    def will_write(self, *lines: str) -> None:
        """Write these lines where one is asked for; nothing is 「やめる」."""
        self._expect("line", *lines)

    def will_pick(self, *picked: tuple[str, int]) -> None:
        """Pick these things from lists: key of the verb and number of the line."""
        self._expect("pick", *picked)

    @property
    def unanswered(self) -> list[str]:
        """Kinds of questions that the script expected and nobody asked."""
        return [kind for kind, answers in self._script.items() if answers]

    def texts(self, kind: str) -> list[str]:
        """Return what was said of a kind: open, save, unsaved, ask, tell, warn."""
        return [said.text for said in self.said if said.kind == kind]

    def forget(self) -> None:
        """Forget what was said and what is still to be answered."""
        self.said.clear()
        self._script.clear()

    # The interface of `Dialogs`

    def ask_open(self, title: str, folder: str, name_filter: str) -> Path | None:
        path = self._answer(Said("open", title, name_filter, Path(folder)))
        assert path is None or isinstance(path, Path)
        return path

    def ask_open_several(self, title: str, folder: str, name_filter: str) -> list[Path]:
        paths = self._answer(Said("open several", title, name_filter, Path(folder)))
        assert isinstance(paths, list)
        return paths

    def ask_folder(self, title: str, folder: str) -> Path | None:
        path = self._answer(Said("folder", title, path=Path(folder)))
        assert path is None or isinstance(path, Path)
        return path

    def ask_save(self, title: str, suggestion: Path, name_filter: str) -> Path | None:
        path = self._answer(Said("save", title, name_filter, suggestion))
        assert path is None or isinstance(path, Path)
        return path

    def choose_printer(self, pages: int, parent: QWidget) -> "QPrinter | None":
        printer = self._answer(Said("printer", f"{pages}"))
        assert printer is None or isinstance(printer, QPrinter)
        return printer

    def ask_unsaved(self, name: str) -> Answer:
        answer = self._answer(Said("unsaved", name))
        assert isinstance(answer, Answer)
        return answer

    def ask(self, text: str, yes: str, details: str = "") -> bool:
        return bool(self._answer(Said("ask", text, f"{details}\n{yes}")))

    def ask_line(self, title: str, text: str, label: str, proposed: str, verb: str) -> str:
        return str(self._answer(Said("line", text, proposed)))

    def choose(self, text: str, choices: Verbs, details: str = "", cancel: str = "やめる") -> str:
        verbs = "／".join((*(verb for _, verb in choices), cancel))
        key = str(self._answer(Said("choose", text, f"{details}\n{verbs}")))
        assert key in ("", *(key for key, _ in choices))
        return key

    def pick(
        self, title: str, text: str, items: Sequence[str], choices: Verbs, cancel: str = "やめる"
    ) -> tuple[str, int]:
        picked = self._answer(Said("pick", text, "\n".join(items)))
        assert isinstance(picked, tuple)
        assert picked[0] in ("", *(key for key, _ in choices))
        return picked

    def report(self, text: str, details: str, report: str) -> None:
        self.said.append(Said("report", text, f"{details}\n{report}"))

    def tell(self, text: str, details: str = "") -> None:
        self.said.append(Said("tell", text, details))

    def warn(self, text: str, details: str = "") -> None:
        self.said.append(Said("warn", text, details))

    def _expect(self, kind: str, *answers: object) -> None:
        self._script.setdefault(kind, deque()).extend(answers)

    def _answer(self, question: Said) -> object:
        self.said.append(question)
        answers = self._script.get(question.kind)
        if not answers:
            raise AssertionError(f"nobody expected this question: {question}")
        return answers.popleft()
