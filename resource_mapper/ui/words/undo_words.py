"""What 「元に戻す」 and 履歴 call each edit."""

from collections.abc import Collection, Sequence

NOTE_ADDED, NOTE_WRITTEN, NOTE_MOVED, NOTE_REMOVED = "付箋を貼る", "付箋を書き直す", "付箋を動かす", "付箋をはがす"
NOTE_TO_CARD, NOTE_TO_CONCERN = "付箋を資源のカードにする", "付箋を課題にする"


def merged(names: Sequence[str]) -> str:
    """Return the undo text of a merge."""
    others = f"ほか{len(names) - 1}件" if len(names) > 1 else ""
    return f"「{names[0]}」{others}を統合"


def confirmed(count: int, name: str) -> str:
    """Return the undo text of a confirmation."""
    return f"「{name}」を確認した" if count == 1 else f"{count}件を確認した"


def moved(name: str, *, copied: bool = False) -> str:
    """Return the undo text of a move."""
    return f"「{name}」を複製" if copied else f"「{name}」を動かす"


def moved_many(count: int, *, copied: bool = False) -> str:
    """Return the undo text of a move of several cards."""
    return f"{count}件を複製" if copied else f"{count}件を動かす"


def resized(name: str) -> str:
    """Return the undo text of a changed range."""
    return f"「{name}」の幅を変える"


def placed(name: str) -> str:
    """Return the undo text of placing a card from the tray."""
    return f"「{name}」を置く"


def placed_many(count: int, name: str) -> str:
    """Return the undo text of placing cards from the tray."""
    return placed(name) if count == 1 else f"{count}件を置く"


def added(names: list[str]) -> str:
    """Return the undo text of new cards."""
    return f"「{names[0]}」を追加" if len(names) == 1 else f"{len(names)}件を追加"


def wished(name: str) -> str:
    """Return the undo text of a card wished for."""
    return f"あったらいいな「{name}」を追加"


def stepped(count: int, name: str, statuses: Collection[str], *, back: bool = False) -> str:
    """Return the undo text of a step from あったらいいな to ある: 「…を一歩すすめる（準備中）」."""
    whom = f"「{name}」" if count == 1 else f"{count}件"
    where = f"（{next(iter(statuses))}）" if len(statuses) == 1 else ""
    return f"{whom}を一歩{'もどす' if back else 'すすめる'}{where}"


def put_right(name: str) -> str:
    """Return the undo text of a card that the scribe has corrected."""
    return f"「{name}」を直す"


def heading_added(heading: str) -> str:
    """Return the undo text of a new column."""
    return f"項目「{heading}」を加える"


def lens_chosen(label: str) -> str:
    """Return the undo text of another lens."""
    return f"並べ方を「{label}」にする"


def removed(count: int, name: str) -> str:
    """Return the undo text of removed cards."""
    return f"「{name}」を削除" if count == 1 else f"{count}件を削除"


def changed(label: str, count: int, name: str) -> str:
    """Return the undo text of a changed field."""
    return f"「{name}」の{label}を変える" if count == 1 else f"{count}件の{label}を変える"


def done_to(words: str, count: int, name: str) -> str:
    """Return the undo text of a key that did something to the selected cards (「…の分類を変える」「…をずらす」)."""
    whom = f"「{name}」" if count == 1 else f"{count}件"
    return f"{whom}{words}"


def aimed(name: str) -> str:
    """Return the undo text of writing where a card should reach."""
    return f"「{name}」のあるべき姿を書く"


def imported(name: str, new: int, changed: int) -> str:
    """Return the undo text of an import."""
    parts = [f"新しい {new:,}" if new else "", f"変わる {changed:,}" if changed else ""]
    return f"「{name}」を取り込む（{'・'.join(filter(None, parts))}）"


def linked(source: str, target: str) -> str:
    """Return the undo text of an arrow, and what a hand that draws one would do."""
    return f"「{source}」から「{target}」へつなぐ"
