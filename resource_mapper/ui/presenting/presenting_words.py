"""What 発表 and 書記 say: keys, hints, and how well a sheet can be read on a wall."""

PRESENT_KEYS = (
    "見せる：　→ ←　1行ずつ　　R　行から　　T　状態像から　　A　全部　　↑ ↓　ページ　　F9　版をたどる\n"
    "注目：　S　ここ　　L　行　　1 2 3　状態像　　G　空白　　C　C型の前後　　Z　拡大　　P　ポインター\n"
    "K　あるべき姿　　W　あったらいいな　　Enter　書き足す　　B　黒い画面　　H　この案内　　Esc　終わる"
)
SCRIBE_KEYS = (
    "1〜9 とスペース・Tab　分類　　Alt + ← →　状態像　　Alt + Shift + ← →　幅　　F3　状況　　↑　直す　　Esc　終わる"
)
SCRIBE_TIP = (
    "「2 いきいきサロン」のように番号で分類を選べます。後ろに「＠虚弱」「＠ほしい」「＠支え合い」も付けられます"
)
PRESENT_HINT = "H　使い方　　Esc　終わる"


SMALL_TYPE = (
    "カードが多いため、文字が小さくなっています。遠くからは読みにくいかもしれません。\n"
    "L で行を選び、Z で拡大して、矢印キーで見てまわれます。"
)
"""The quiet note for whoever presents a sheet that is hard to read from the last row."""


def scribe_mode(name: str) -> str:
    """Return what Enter will do to the scribe's line; `name` is the card that is corrected, if any."""
    return f"「{name}」を直しています（Enter で直す・Esc でやめる）" if name else "聞きとった資源を1つずつ"
