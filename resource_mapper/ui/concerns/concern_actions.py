"""課題 in the window: their list, new ones from differences, findings and cards; each change is one edit."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from resource_mapper.domain import concerns
from resource_mapper.domain.concern import Concern, new_concern_id
from resource_mapper.domain.findings import Finding, findings
from resource_mapper.domain.should_be import in_brackets
from resource_mapper.storage.workbook.table_text import table_rows
from resource_mapper.ui.concerns.proposals_dialog import ProposalsDialog
from resource_mapper.ui.list.clipboard import spread, target
from resource_mapper.ui.words import refusal_words, undo_words

if TYPE_CHECKING:
    from resource_mapper.ui.concerns.concern_panel import ConcernPanel
    from resource_mapper.ui.window.main_window import MainWindow

NO_PROPOSALS = "新しい課題の候補はありません"
NO_PROPOSALS_HOW = (
    "「あるべき姿」を書いたり、「あったらいいな」を置いたりすると、今とのちがいが課題の候補になります。"
    "課題は、一覧のいちばん下の行にじかに書くこともできます。"
)
CHOOSE_CARD = "カードか「気づき」の文を選んでから、「課題にする」を選んでください"
CHOOSE_CARDS = "根拠にするカードを、シートで選んでください"
LISTED_ALREADY = "この気づきは、もう課題の一覧にあります"
OWN_ORDER_FIRST = "列の順に並べているあいだは、上下に移せません。見出しを何度か押すと、もとの順に戻ります"
NO_GROUNDS = "この課題の根拠になったカードや空白は、いまのシートにはありません"


class ConcernActions(QObject):
    """Works the list of 課題 of a window."""

    def __init__(self, window: "MainWindow") -> None:
        """Act on a window whose parts exist already."""
        super().__init__(window)
        self._window = window
        self._document = window.document

    @property
    def _panel(self) -> "ConcernPanel":
        return self._window.concerns

    def toggle(self) -> None:
        """Show the list and go there, or put it away."""
        workspace = self._window.workspace
        shown = workspace.dock("concerns").isHidden()
        workspace.show_panel("concerns", shown)
        (self._panel.view if shown else self._window.view).setFocus()

    def make(self) -> None:
        """Offer what parts the sheet from what it should be; what is ticked comes into the list."""
        self._window.commands.finish_typing()
        found = concerns.proposals(self._document.worksheet)
        if not found:
            self._window.parts.dialogs.tell(NO_PROPOSALS, NO_PROPOSALS_HOW)
            return
        dialog = ProposalsDialog(found, self._window)
        chosen = dialog.chosen() if dialog.exec() else []
        dialog.deleteLater()
        if chosen:
            self._add(chosen, f"課題を{len(chosen)}件加える")

    def raise_one(self) -> None:
        """Make a 課題 of the sentence that the cursor is on in 気づき, else of the selected cards."""
        worksheet, finding = self._document.worksheet, self._window.gaps.current_finding
        ids = self._window.selection.ids
        if self._window.gaps.hasFocus() and finding is not None:
            self.raise_finding(finding)
        elif (current := worksheet.get(ids[-1]) if ids else None) is not None:
            title = f"{in_brackets(current.name)}について"
            meeting = concerns.present_meeting(worksheet)
            fresh = Concern(id=new_concern_id(), title=title, raised_at=meeting)
            after = concerns.add_grounds(concerns.add_concerns(worksheet, [fresh]), fresh.id, ids)
            self._document.edit(undo_words.done_to("を課題にする", len(ids), current.name), after)
            self._go_to(fresh.id, edit=True)
        else:
            self._window.status.show_note(CHOOSE_CARD)

    def raise_finding(self, finding: Finding) -> None:
        """Make a 課題 of a sentence of 気づき."""
        fresh = concerns.concern_of_finding(self._document.worksheet, finding)
        if concerns.is_listed(self._document.worksheet, fresh.reason, fresh.grounds):
            self._window.status.show_note(LISTED_ALREADY)
        else:
            self._add([fresh], f"課題「{fresh.title}」を加える")

    def _add(self, fresh: list[Concern], text: str) -> None:
        self._document.edit(text, concerns.add_concerns(self._document.worksheet, fresh))
        self._go_to(fresh[0].id)

    def _go_to(self, concern_id: str, *, edit: bool = False) -> None:
        self._window.workspace.show_panel("concerns")
        if self._panel.table.row_of(concern_id) is None:
            self._panel.filter.setCurrentIndex(0)
        self._panel.view.go_to(concern_id, edit=edit)

    def do(self, command: str) -> None:
        """Do what a button or key of the list asks for, with its chosen rows."""
        if command == "make":
            self.make()
            return
        if command in ("paste", "clear"):
            self._paste() if command == "paste" else self._clear()
            return
        ids = self._panel.view.chosen_ids()
        deeds = {"remove": self._remove, "show": self._show, "ground": self._ground, "up": self._up, "down": self._down}
        if ids and command in deeds:
            self._panel.view.finish_editing()
            deeds[command](ids)

    def _paste(self) -> None:
        """Paste a block of cells from the current cell on; rows below the last become 課題."""
        table, block = self._panel.table, table_rows(QGuiApplication.clipboard().text())
        area = self._panel.view.chosen_area()
        if not block or not area.rows:
            return
        where = target(block, area, table.rowCount() - 1, range(table.columnCount()))
        cells = [cell for cell in spread(block, where) if table.id_at(cell[0]) or cell[2].strip()]
        self._tell(table.write("課題の一覧に貼り付ける", cells))

    def _clear(self) -> None:
        area = self._panel.view.chosen_area()
        rows = [row for row in area.rows if self._panel.table.id_at(row)]
        self._panel.table.write("課題の内容を消す", [(row, column, "") for row in rows for column in area.columns])

    def _tell(self, refusals: Sequence[str]) -> None:
        """Say what could not be taken: one cell beside the work, several in a window."""
        if len(refusals) == 1:
            self._window.status.show_note(refusals[0])
        elif refusals:
            self._window.parts.dialogs.tell(refusal_words.refused(len(refusals)), refusal_words.some(refusals))

    def _remove(self, ids: list[str]) -> None:
        first = concerns.concern_of(self._document.worksheet, ids[0])
        text = f"課題「{first.title}」を削除" if first and len(ids) == 1 else f"課題を{len(ids)}件削除"
        row = self._panel.table.row_of(ids[0]) or 0
        self._document.edit(text, concerns.remove_concerns(self._document.worksheet, ids))
        self._panel.view.put_cursor(min(row, self._panel.table.rowCount() - 1), 0)

    def _show(self, ids: list[str]) -> None:
        """Select the cards that a 課題 rests on, else show the gap that it speaks of."""
        concern = concerns.concern_of(self._document.worksheet, ids[0])
        if concern is None:
            return
        if concern.grounds:
            self._window.finding.reveal_all(concern.grounds)
            return
        for finding in findings(self._document.worksheet):
            if finding.gap and concerns.concern_of_finding(self._document.worksheet, finding).reason in concern.reason:
                self._window.view.show_gap(finding.gap)
                return
        self._window.status.show_note(NO_GROUNDS)

    def _ground(self, ids: list[str]) -> None:
        concern, cards = concerns.concern_of(self._document.worksheet, ids[0]), self._window.selection.ids
        if concern is None or not cards:
            self._window.status.show_note(CHOOSE_CARDS)
            return
        after = concerns.add_grounds(self._document.worksheet, concern.id, cards)
        self._document.edit(f"課題「{concern.title}」にカードを加える", after)

    def _up(self, ids: list[str]) -> None:
        self._shift(ids[0], -1)

    def _down(self, ids: list[str]) -> None:
        self._shift(ids[0], 1)

    def _shift(self, concern_id: str, by: int) -> None:
        """Move a 課題 past the next one that is shown."""
        table = self._panel.table
        at = table.row_of(concern_id)
        concern = concerns.concern_of(self._document.worksheet, concern_id)
        if table.is_sorted:
            self._window.status.show_note(OWN_ORDER_FIRST)
        elif concern is not None and at is not None and 0 <= at + by < len(table.ids):
            before = table.id_at(at + by if by < 0 else at + by + 1)
            after = concerns.shift_concern(self._document.worksheet, concern_id, before)
            self._document.edit(f"課題「{concern.title}」を移す", after)
            self._panel.view.go_to(concern_id)
