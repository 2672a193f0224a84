"""What the window shows that is neither the label of an action or field nor told by a `…_words` module."""

from collections.abc import Sequence
from pathlib import Path

APP_NAME = "地域資源ワークシート"
UNTITLED = "無題のワークシート"
START_WORDS = "まちの地域資源を1枚に書き出して、足りないところを見つけましょう。"
START_METHOD = (
    "「書き出す・並べる・空白を見る・話す・決める」の5つのステップを、順に案内します。"
    "とばしてもかまいません。あとから「ヘルプ」でも出せます。"
)
START_DROP = "Excel や CSV のファイルを、この画面に落としても開けます。"
NO_RECENT = "保存したワークシートが、ここに並びます。"
FILE_MISSING = "見つかりません"
QUICK_ADD = "資源の名前を入れて Enter"
QUICK_ADD_TIP = "名前を入れて Enter を押すと、カードができます。Excel から何行か貼り付けると、その数だけできます。"
NO_MEETINGS = "まだ版がありません。"
NO_MEETINGS_HOW = "会議のあとなどに「会議」の「いまの状態を残す…」を選ぶと、その時のシートをあとで見られます。"
STALE = "確認が古い"
ALL_FRESH = "確認の古い資源はありません"
TRAY_EMPTY = "置いていないカードはありません"
TRAY_TIP = "カードを紙の上へ動かすか、選んで Enter を押すと、紙に置けます。"
NO_GAPS = "どの行にも、どの状態像の人も使える資源があります"
NO_GAPS_AT_ALL = "どの状態像の人にも、使える資源があります"
NO_GAPS_YET = "カードを紙に置くと、足りないところがここに出ます"
ADD_WISH = "＋ あったらいいな を追加"
NOTHING_FOUND = "見つかりません。ほかのことばでお試しください"
NOTHING_SELECTED = "カードを選ぶと、ここで詳しく書けます"
MIXED = "（複数）"
UNSAVED = "未保存の変更があります"

FILTER_TIP = "入れたことばのある資源だけを、シートと一覧に表示します。ひらがな・カタカナ、全角・半角は区別しません。"
FIND_TIP = "名称・ふりがな・場所・運営主体・備考などから探します。ひらがな・カタカナ、全角・半角は区別しません。"
NO_DUPLICATES = "重複しているような資源は見つかりませんでした。"
DUPLICATE_KEYS = "押すか ↓ キーで、その資源を表示します"
LIST_KEYS = (
    "矢印で動き、Enter で下へ、Tab で右へ移ります。文字を打つか F2 で書き直せます。"
    "Ctrl+D は上と同じ内容を入れ、Delete は空にし、Ctrl+- は行を削除します。"
    "Ctrl+J で列の順に並びます。Ctrl+Tab で一覧から出ます。"
)
NEW_RESOURCE = "＋ 新しい資源"
CONTENT = "内容"

UNEXPECTED = "思わぬことが起きて、いまの操作ができませんでした。"
CANNOT_START = (
    "思わぬことが起きて、始められませんでした。ファイルは変更していません。"
    "もう一度始めても同じときは、次の行を、お使いのソフトの担当にお知らせください。"
)
NO_SCREEN = "画面（ディスプレイ）が見つからないため、ウィンドウを開けません。画面をつないでから始めてください。"
NOTHING_LOST = "いまの内容は失われていません。控えも残しました。"

FILTER_WORKBOOK = "ワークシート (*.xlsx)"
ONLY_NAMES = "名称だけを入れました。ほかの列も入れるには、「編集」の「一覧として貼り付け」を使います"
FILTER_CSV = "CSV (*.csv)"
CONFIRMER_QUESTION = (
    "確認者の名前",
    "「確認者」に入れる名前を書いてください。次からはこの名前を使います。\n「資源」の「確認者の名前…」で変えられます。",
    "名前",
)
"""Title, question and label before the first 「確認した」."""


def first_lines(lines: Sequence[str], most: int = 12) -> str:
    """Return as many lines as a message can show, and how many more there are."""
    rest = len(lines) - most
    return "\n".join([*lines[:most], *([f"ほか {rest}件"] if rest > 0 else [])])


def count_badge(label: str, count: int) -> str:
    """Return a panel's heading with its count."""
    return f"{label}（{count}）"


def confirmed_note(count: int, name: str, day: str, by: str) -> str:
    """Return what a confirmation has done."""
    whom = f"「{name}」" if count == 1 else f"{count}件"
    return f"{whom}の最終確認日を {day}、確認者を「{by}」にしました"


def confirmed_already(count: int, name: str, day: str) -> str:
    """Return that a confirmation had nothing to change."""
    whom = f"「{name}」" if count == 1 else f"{count}件"
    return f"{whom}は、もう {day} に確認したことになっています"


def crosstab_title(lens: str) -> str:
    """Return the title of the table of counts."""
    return f"数の表（{lens}）"


def crosstab_cell(available: int, wanted: int, *, gap: bool) -> str:
    """Return what a cell of the table says: 「3＋1」, 「空白」 where there is nothing yet."""
    there = "空白" if gap and not available else str(available)
    return f"{there}＋{wanted}" if wanted else there


def counted(total: int, preparing: int, wanted: int, ended: int) -> str:
    """Return how the line at the left of the status bar begins: how many resources there are."""
    wish = f" ・ 準備中 {preparing}" if preparing else ""
    wish += f" ・ あったらいいな {wanted}" if wanted else ""
    over = f" ・ 終了 {ended}（並べ方「状況」で見られます）" if ended else ""
    return f"{total}件{wish}{over}"


def on_paper(pages: int, waiting: int, size_pt: float) -> str:
    """Return what the sheet takes on paper: `waiting` further pages list the cards that have no place yet."""
    among = f"（うち未配置の一覧 {waiting}枚）" if waiting else ""
    return f" ・ A3 {pages + waiting}枚{among} ・ 文字 {size_pt:g}pt"


def hidden_notes(count: int) -> str:
    """Return that there are 付箋 which nobody sees now."""
    return f" ・ 付箋 {count}枚は隠しています"


def saved_at(time: str) -> str:
    """Return the saved state."""
    return f"保存済み {time}"


OPENING = "開いています"


def opening(name: str) -> str:
    """Return what is said while a file is read."""
    return f"「{name}」を開いています…"


def title(path: Path | None, *, read_only: bool = False) -> str:
    """Return the window's title for a file; `[*]` is where Qt marks unsaved work."""
    return f"{path.stem if path else UNTITLED}{'（読み取り専用）' if read_only else ''}[*] ─ {APP_NAME}"


def unsaved_question(name: str) -> str:
    """Return the question before work would be left unsaved."""
    return f"「{name}」に、まだ保存していない変更があります。保存しますか？"


def already_there(name: str) -> str:
    """Return the question before a file would be replaced."""
    return f"「{name}」は、すでにあります。置き換えますか？"


def import_done(placed: int, waiting: int, changed: int, alike: int) -> str:
    """Return what an import has done, and where that is; `alike` pairs of names may mean the same."""
    added, tray = f"{placed + waiting:,}件を加えました", "「未配置」の終わりに"
    where = f"シートに{placed:,}件、{tray}{waiting:,}件" if placed and waiting else f"{tray}あります"
    words = f"{added}（{where}）。" if waiting else f"シートに{added}。" if placed else ""
    words += f"{changed:,}件を更新しました。" if changed else ""
    return words + (f"名前のよく似た資源が{alike:,}組あります（「資源」のメニュー）。" if alike else "")


def filtered(total: int, shown: int) -> str:
    """Return how many of all the filter shows."""
    return (
        f"{total}件中 {shown}件を表示　すべて表示する"
        if shown
        else f"{total}件中 0件（合う資源がありません）　すべて表示する"
    )


def found(place: int, count: int) -> str:
    """Return how many resources hold the words that are looked for."""
    if not count:
        return "見つかりません"
    return f"{count}件中 {place}件目" if place else f"{count}件"


def already_named(name: str, place: str) -> str:
    """Return that a name being written may stand for a resource that is there."""
    where = f"（{place.splitlines()[0]}）" if place else ""
    return f"「{name}」{where}がすでにあります"


def duplicates(count: int) -> str:
    """Return what the list of pairs is."""
    return f"名前のよく似た資源が {count}組あります。同じものなら、片方を削除するか、場所を書いて区別してください。"


def crosstab_legend(natural: int) -> str:
    """Return how to read 数の表, and how many of the resources are natural support."""
    among = f"（うち自然な支え合い {natural}件）" if natural else ""
    return f"数はある資源{among}、「＋」はあったらいいな。升目を選ぶと、そのカードを選びます。"
