"""What the sheet says: hints on the paper and in the status bar while a gesture runs, and its small dialogs."""

BRING_TO_PAPER = "紙の上で放すと、そこに置きます"
HINT_EMPTY = (
    "ここに資源を書き出しましょう",
    "左上の欄に名前を入れて Enter を押すとカードができます。カードをここへ動かしてください。",
)
HINT_WAITING = (
    "「未配置」のカードを、ここに置きましょう",
    "カードをここへ動かすか、カードを選んで Enter を押すと、紙に置けます。",
)
"""What an empty sheet says, in two lines: without any card, and while all cards wait."""
NOTE_HOW = "会議で出たことばなど、資源ではないことを書きます。数には入りません。"
LINK_HANDLE = "ここからほかのカードへ引くと、矢印でつなぎます（Ctrl+L でもつなげます）"
HEADING_HOW = "ダブルクリックすると、見出しを書けます"
LINK_WHERE = "つなぐ先のカードの上で放してください（Esc でやめる）"
CANVAS_KEYS = "Tab・矢印：次のカード　Enter：次を書く　F2：名称　Ctrl+矢印：ずらす　F6：次の欄へ"
NEW_CARD = "新しい資源"
AS_IT_IS = "いまのまま"
CROSSED = "「どこから」が「どこまで」より先にあります。どちらかを選び直してください。"
NOT_PLACED = "まだ紙に置いていません。「どこから」「どこまで」を選ぶと置きます。"
AIMS_WRITTEN = (
    "「あるべき姿」を書いています。カードの端を引くか、カードを選んで [ ] { } のキーを押すと、"
    "将来どこまで使えるようにしたいかを点線の枠で書けます。今の幅は変わりません。"
)


def copying(words: str) -> str:
    """Return where copies would land."""
    return f"複製：{words}"


def carrying(words: str) -> str:
    """Return where a card that is carried by clicks stands, and how to go on."""
    return f"{words}　── 置く所をクリックしてください（Esc でやめる）"


def selected(count: int) -> str:
    """Return how many cards a rubber band has taken."""
    return f"{count}件を選んでいます"


def to_be_moved(names: list[str]) -> str:
    """Return whom 「動かす…」 is about."""
    return f"「{names[0]}」を動かします" if len(names) == 1 else f"「{names[0]}」など{len(names)}件を動かします"


def landing(row: str, place: str, span: str) -> str:
    """Return where a dragged card would land."""
    return f"{row}　{place}から（{span}）" if row else f"{place}から（{span}）"


def aiming(span: str) -> str:
    """Return the hint while an end of an aim is dragged."""
    return f"あるべき姿：{span}（元の端まで戻すと、今と同じになります）"


def resizing(span: str) -> str:
    """Return the range while an end is dragged."""
    return f"対象：{span}"


def note_landing(row: str, place: str) -> str:
    """Return where a note that is dragged would hang."""
    return f"付箋：{row}・{place}"
