"""キーの一覧 (F1): every key by topic, from the table of actions and the keys of the canvas; words narrow it down."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from resource_mapper.domain.text import fold
from resource_mapper.ui.commands.action_set import keys_of
from resource_mapper.ui.commands.actions import ACTIONS
from resource_mapper.ui.commands.menu_table import MENUS, SUBMENUS
from resource_mapper.ui.widgets.labels import label
from resource_mapper.ui.window.window_place import resize_in_screen
from resource_mapper.ui.words import messages
from resource_mapper.ui.words.tips import give_tips

CANVAS_KEYS = (
    ("Tab・矢印", "カードからカードへ移る"),
    ("Shift + 矢印", "選ぶカードを増やす"),
    ("Ctrl + ← →", "カードを状態像の軸にそって動かす"),
    ("Ctrl + Shift + ← →", "カードを少しだけ動かす"),
    ("Alt + ↑ ↓", "カードを上下の行へ移す"),
    ("[　]", "幅の左端・右端を外へ広げる"),
    ("Shift + [　]", "幅の左端・右端を内へ縮める"),
    ("1 〜 6", "カードの分類を決める"),
    ("文字を打つ", "カードの名前を書き直す"),
    ("Enter", "次のカードを加える"),
    ("Alt + Enter", "カードの詳細を開く"),
    ("Esc", "動かすのをやめる・選ぶのをやめる"),
)
"""Keys of the sheet itself, which are no actions."""
LIST_KEYS = (
    ("矢印", "セルからセルへ移る"),
    ("Enter・Tab", "書いて、下・右のセルへ移る（Shift で上・左へ）"),
    ("文字を打つ・F2", "セルの内容を書き直す"),
    ("Alt + Enter", "セルの中で改行する"),
    ("Esc", "書き直しをやめる"),
    ("Ctrl + D", "上のセルと同じ内容にする"),
    ("Ctrl + C・X・V", "セルをコピー・切り取り・貼り付けする（Excelとも）"),
    ("Delete", "セルを空にする"),
    ("Ctrl + −", "行を削除する"),
    ("Ctrl + J", "いまの列の順に並べる・逆の順にする・もとの順に戻す"),
    ("Ctrl + Tab", "一覧から次の欄へ出る"),
)
"""Keys of the list, which are no actions."""
CONCERN_KEYS = (
    ("矢印・Enter・Tab", "セルからセルへ移る"),
    ("文字を打つ・F2", "セルの内容を書き直す（いちばん下の行で、新しい課題）"),
    ("Alt + ↑ ↓", "課題を上・下に移す"),
    ("Delete", "セルを空にする（「課題」の列では、課題を一覧から除く）"),
    ("Ctrl + C・V", "セルをコピー・貼り付けする（Excelとも）"),
    ("Ctrl + J", "いまの列の順に並べる・逆の順にする・もとの順に戻す"),
)
"""Keys of the list of 課題, which are no actions."""
MOUSE_KEYS = (
    ("カードの右の丸い矢印をドラッグ", "放したカードへ矢印でつなぐ"),
    ("Ctrl + ドラッグ", "カードを複製する"),
    ("Shift + ドラッグ", "行か位置のどちらかを保って動かす"),
    ("Alt + ドラッグ", "境目に引かれずに置く"),
    ("Ctrl + クリック", "選ぶカードを加える・外す"),
    ("題名や市町村をダブルクリック", "見出しの欄を書き直す"),
    ("Ctrl + ホイール", "ポインターの所を拡大・縮小する"),
    ("中ボタン・Space + ドラッグ", "紙をつかんで動かす"),
)
"""Keys held while the mouse does something."""


WALL_KEYS = (
    ("→ ←・PageDown PageUp", "1行ずつ見せる・戻す"),
    ("R・T", "行・状態像ごとに、はじめから見せる"),
    ("A・Home", "全部を見せる"),
    ("S・F7", "指している所・選んだカードに注目する"),
    ("L・Shift + L", "次の・前の行に注目する"),
    ("1・2・3", "元気・虚弱・要介護に近い状態像の人が使える資源に注目する"),
    ("G・Shift + G", "次の・前の空白に注目する"),
    ("C", "C型の前後だけを明るく見せる・戻す"),
    ("K", "あるべき姿を重ねる・今だけに戻す"),
    ("W", "注目している空白に「あったらいいな」を置く"),
    ("Z・ホイール", "拡大する・戻す"),
    ("↑ ↓", "ページをめくる"),
    ("F2", "選んだカードの名称を直す"),
    ("矢印", "拡大しているときは、見る所を動かす"),
    ("P・F8", "ポインターを丸く示す"),
    ("B", "黒い画面にする"),
    ("Enter", "書き足す欄を出す"),
    ("H・F1", "キーの案内を出す"),
    ("Esc", "注目・拡大をやめる・発表を終わる"),
)
"""Keys of 発表; with a card selected, arrows and numbers are the card's."""
SCRIBE_KEYS = (
    ("1 〜 9 とスペース", "はじめに打って、分類を決める"),
    ("Tab・Shift + Tab", "次の・前の分類にする"),
    ("Alt + ← →", "状態像の範囲を動かす"),
    ("Alt + Shift + ← →", "状態像の範囲の幅を変える"),
    ("F3", "状況を切り替える（ある・準備中・あったらいいな）"),
    ("↑ ↓", "いま書いた資源を直す"),
    ("Ctrl + Delete", "直している資源を削除する"),
    ("Ctrl + Tab", "書く欄から次の欄へ出る"),
)
"""Keys of the scribe's line."""


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One line of the sheet."""

    topic: str
    keys: str
    words: str

    @property
    def folded(self) -> str:
        """All its words, as they are searched."""
        return fold(f"{self.topic} {self.keys} {self.words}")


def shortcuts() -> tuple[Shortcut, ...]:
    """Return every key, by the menus' order, then those of the sheet."""
    specs = {spec.id: spec for spec in ACTIONS}
    submenus = {name: entries for name, _, entries in SUBMENUS}
    found = []
    for _, title, entries in MENUS:
        topic = title.split("(")[0]
        for entry in (inner for outer in entries for inner in submenus.get(outer, (outer,))):
            spec = specs.get(entry)
            if spec is not None and spec.shortcut:
                words = spec.text.rstrip("…")
                found.append(
                    Shortcut(topic, _spoken(keys_of(spec)[0]), f"並べ方：{words}" if "lens_" in entry else words)
                )
    found += [Shortcut("シートのカード", keys, words) for keys, words in CANVAS_KEYS]
    found += [Shortcut("資源一覧", keys, words) for keys, words in LIST_KEYS]
    found += [Shortcut("課題の一覧", keys, words) for keys, words in CONCERN_KEYS]
    found += [Shortcut("マウスといっしょに", keys, words) for keys, words in MOUSE_KEYS]
    found += [Shortcut("発表", keys, words) for keys, words in WALL_KEYS]
    found += [Shortcut("書記", keys, words) for keys, words in SCRIBE_KEYS]
    return tuple(found)


def _spoken(keys: QKeySequence) -> str:
    text = keys.toString(QKeySequence.SequenceFormat.NativeText)
    plus = text.endswith("++")
    return " + ".join(text.removesuffix("++").split("+")) + (" + +" if plus else "")


class ShortcutSheet(QDialog):
    """Stays open beside the work; typing narrows the list down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """List all keys."""
        super().__init__(parent)
        self.setObjectName("shortcutSheet")
        self.setWindowTitle("キーの一覧")
        resize_in_screen(self, 620, 600)
        self._search = QLineEdit()
        self._search.setObjectName("shortcutSearch")
        self._search.setAccessibleName("キーの一覧をことばで探す")
        self._search.setPlaceholderText("ことばで探す（例：動かす）")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._narrow)
        self._none = label(messages.NOTHING_FOUND, "hint", wraps=False)
        self._none.hide()
        self._table = QTableWidget(0, 2)
        self._set_up_table()
        buttons = QDialogButtonBox()
        close = buttons.addButton("閉じる", QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("shortcutClose")
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._search)
        column.addWidget(self._none)
        column.addWidget(self._table, 1)
        column.addWidget(buttons)
        self._narrow("")
        give_tips(self)

    def _set_up_table(self) -> None:
        table = self._table
        table.setObjectName("shortcutTable")
        table.setAccessibleName("キーの一覧")
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)  # lines break, none is cut
        table.verticalHeader().setObjectName("shortcutRows")
        table.verticalHeader().setAccessibleName("行")
        table.horizontalHeader().hide()
        table.horizontalHeader().setObjectName("shortcutColumns")
        table.horizontalHeader().setAccessibleName("見出し")
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)

    def _narrow(self, words: str) -> None:
        """Show the lines that hold all the words, under their topics."""
        wanted = [fold(word) for word in words.split()]
        found = [
            one for one in shortcuts() if all(word in fold(f"{one.topic} {one.keys} {one.words}") for word in wanted)
        ]
        self._table.clearSpans()
        self._table.setRowCount(0)
        topic = ""
        for one in found:
            if one.topic != topic:
                topic = one.topic
                self._add_row(topic, None)
            self._add_row(one.words, one.keys)
        self._none.setVisible(not found)
        self._table.setVisible(bool(found))

    def _add_row(self, words: str, keys: str | None) -> None:
        row = self._table.rowCount()
        self._table.insertRow(row)
        if keys is None:
            heading = QTableWidgetItem(words)
            font = QFont(self.font())
            font.setBold(True)
            heading.setFont(font)
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._table.setItem(row, 0, heading)
            self._table.setSpan(row, 0, 1, 2)
        else:
            self._table.setItem(row, 0, QTableWidgetItem(f"{keys}　"))
            self._table.setItem(row, 1, QTableWidgetItem(words))
