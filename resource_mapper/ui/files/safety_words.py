"""What is said about files that others have open, that were changed, that could not be saved, and about kept work."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from resource_mapper.ui.words import messages

if TYPE_CHECKING:
    from resource_mapper.storage.backups import EarlierSave
    from resource_mapper.storage.owner_file import Owner
    from resource_mapper.storage.recovery import Leftover

WORK_IS_KEPT = "いまの内容は、この画面に残っています。"
SAVE_CANCELLED = "保存を中止しました。前のファイルはそのままです。"
READ_ONLY_SAVE = "別名で保存（読み取り専用のため）"
NOW_EDITABLE = "編集できるようになりました。「保存」で、このファイルに保存できます。"
CARE = (
    "両方で変えると、あとから保存するほうに「ほかの人が書き換えています」と出ます。黙って上書きされることはありません。"
)
NO_COPY_KEPT = "保存しました。ただ、以前の保存の控えは、このフォルダーに残せませんでした。"
NO_SAVES = "以前の保存は、まだありません。"
NO_SAVES_HOW = "保存するたびに、それまでの内容を新しい順に5つまで残します。"
PICK_SAVE = "どの保存に戻しますか。いまの内容には「元に戻す」で帰れます。保存するまで、ファイルは変わりません。"
LEFT_WORK = "前回、保存されていない作業が残っています。復元すると、続きから始められます。"
NO_LEFT_WORK = "保存されていない作業は、残っていません。"
RESTORED = "保存されていなかった作業を復元しました。まだファイルには保存していません。"
RESTORE_INTERRUPTED = (
    "読み込んでいる間に内容が変わったため、復元しませんでした。保存してから「残っている作業を開く」で選んでください。"
)
DISCARD_LEFT = "この作業を捨てますか？　捨てると元に戻せません。"
NOT_KEPT = "作業の控えを残せません（空き容量か権限がないためです）。こまめに保存してください。"
UNEXPECTED_DETAILS = "続けて使えますが、念のため「別名で保存」をしてください。"


def loses(path: Path, *, elsewhere: bool) -> str:
    """Return the question before a save that cannot keep everything in the open file, or take it `elsewhere`."""
    what = "別のファイルに引き継げない" if elsewhere else "保存すると残せない"
    return f"「{path.name}」にExcelで加えられたもののうち、{what}ものがあります。まだ保存していません。"


def vanished(path: Path) -> str:
    """Return the question before a save over a file that is not there any more."""
    return f"「{path.name}」が、開いたときの場所に見つかりません（移動・名前の変更・削除）。まだ保存していません。"


def carried_from(save: "EarlierSave | None") -> str:
    """Return what becomes of the user's own sheets and formats when a file that is gone is written anew."""
    if save is None:
        return (
            "このまま保存すると、同じ場所に新しく作ります。"
            "Excelで足したシート・書式・メモなどは、元のファイルがないため引き継げません。"
        )
    when = f"{save.kept_at.month}月{save.kept_at.day}日 {save.kept_at:%H:%M}"
    return (
        "このまま保存すると、同じ場所に新しく作ります。Excelで足したシート・書式・メモなどは、"
        f"{when} の保存のものを引き継ぎます。"
    )


def lost_things(things: list[str], *, elsewhere: bool) -> str:
    """Return what a save would lose, line by line, and what can be done."""
    lines = "\n".join(f"・{thing}" for thing in things)
    kept = (
        "いまのファイルは、そのまま残ります。"
        if elsewhere
        else "別の名前で保存すると、いまのファイルはそのまま残ります。"
    )
    return f"{lines}\n{kept}"


def whose(owner: "Owner", now: datetime) -> str:
    """Return who has a document open since when, as the beginning of a sentence."""
    if owner.is_here and not owner.program:
        who = "このパソコンの別のウィンドウ"
    else:
        who = f"{owner.user}さん" if owner.user else "ほかの人"
    program = f"、{owner.program} で" if owner.program else ""
    return f"{who}が {moment(owner.since, now)} から{program}開いています"


def moment(when: datetime, now: datetime) -> str:
    """Return a time; with the day where it is not today."""
    local = when.astimezone(now.tzinfo) if when.tzinfo else when
    if local.date() == now.date():
        return f"{local:%H:%M}"
    year = "" if local.year == now.year else f"{local.year}年"
    return f"{year}{local.month}月{local.day}日 {local:%H:%M}"


def opened_elsewhere(path: Path, owner: "Owner", now: datetime) -> str:
    """Return the question before a document that somebody else has open is opened."""
    return f"「{path.name}」は、{whose(owner, now)}。"


def read_only(owner: "Owner", now: datetime) -> str:
    """Return the banner's words."""
    return f"読み取り専用：{whose(owner, now)}。変えたものは、別名で保存できます。"


def still_theirs(owner: "Owner", now: datetime) -> str:
    """Return the question before a document is edited although somebody else seems to have it open."""
    return f"{whose(owner, now)}。それでも編集しますか？"


def changed_by(when: datetime | None, who: str, now: datetime) -> str:
    """Return who changed the file and when, and what the choices mean."""
    known = [f"{who}さんが " if who else "", f"{moment(when, now)} に" if when else ""]
    first = "".join(known)
    told = f"{first}書き換えました。" if first else ""
    return (
        f"{told}{WORK_IS_KEPT}\n\n"
        "・別名で保存：両方が残ります。\n"
        "・開き直す：相手の内容を表示します。「元に戻す」で自分の内容に帰れます。\n"
        "・上書き：相手の内容は「以前の保存に戻す」に残ります。"
    )


def save_line(save: "EarlierSave") -> str:
    """Return an earlier save as a line of a list."""
    at = save.kept_at
    return f"{at.year}年{at.month}月{at.day}日 {at:%H:%M} まで　（{max(save.size // 1024, 1)} KB）"


def back_to(save: "EarlierSave") -> str:
    """Return the undo text."""
    return f"{save.kept_at.month}月{save.kept_at.day}日 {save.kept_at:%H:%M} までの保存に戻す"


def leftover_line(leftover: "Leftover", now: datetime) -> str:
    """Return unsaved work as a line of a list."""
    path = leftover.origin.path
    name = path.name if path else messages.UNTITLED
    place = f"\n{path.parent}" if path else ""
    return f"{name}　{leftover.resources}件　{moment(leftover.written_at, now)} の作業{place}"


def damaged(paths: tuple[Path, ...]) -> str:
    """Return what is said about kept work that cannot be read."""
    return "残っていた作業のうち、読めないものがありました。消さずに残してあります。\n" + "\n".join(map(str, paths))
