"""Every word the window shows that is not the label of one action or field."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resource_mapper.layout.display_list import DrawnPage

APP_NAME = "地域資源ワークシート"
UNTITLED = "無題のワークシート"
BRING_TO_PAPER = "紙の上で放すと、そこに置きます"
START_WORDS = "まちの地域資源を1枚に書き出して、足りないところを見つけましょう。"
START_METHOD = (
    "「書き出す・並べる・空白を見る・話す・決める」の5つのステップを、順に案内します。"
    "とばしてもかまいません。あとから「ヘルプ」でも出せます。"
)
START_DROP = "Excel や CSV のファイルを、この画面に落としても開けます。"
NO_RECENT = "保存したワークシートが、ここに並びます。"
FILE_MISSING = "見つかりません"
HINT_EMPTY = (
    "ここに資源を書き出しましょう",
    "左上の欄に名前を入れて Enter を押すとカードができます。カードをここへ動かしてください。",
)
HINT_WAITING = (
    "「未配置」のカードを、ここに置きましょう",
    "カードをここへ動かすか、カードを選んで Enter を押すと、紙に置けます。",
)
"""What an empty sheet says, in two lines: without any card, and while all cards wait."""
QUICK_ADD = "資源の名前を入れて Enter"
QUICK_ADD_TIP = "名前を入れて Enter を押すと、カードができます。Excel から何行か貼り付けると、その数だけできます。"
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
NO_MEETINGS = "まだ版がありません。"
NO_MEETINGS_HOW = "会議のあとなどに「会議」の「いまの状態を残す…」を選ぶと、その時のシートをあとで見られます。"
NOTE_HOW = "会議で出たことばなど、資源ではないことを書きます。数には入りません。"
NOTE_ADDED, NOTE_WRITTEN, NOTE_MOVED, NOTE_REMOVED = "付箋を貼る", "付箋を書き直す", "付箋を動かす", "付箋をはがす"
NOTE_TO_CARD, NOTE_TO_CONCERN = "付箋を資源のカードにする", "付箋を課題にする"
LINK_HANDLE = "ここからほかのカードへ引くと、矢印でつなぎます（Ctrl+L でもつなげます）"
LINK_WHERE = "つなぐ先のカードの上で放してください（Esc でやめる）"
PRESENT_HINT = "H　使い方　　Esc　終わる"
STALE = "確認が古い"
ALL_FRESH = "確認の古い資源はありません"
TRAY_EMPTY = "置いていないカードはありません"
CANVAS_KEYS = "Tab・矢印：次のカード　Enter：次を書く　F2：名称　Ctrl+矢印：ずらす　F6：次の欄へ"
TRAY_TIP = "カードを紙の上へ動かすか、選んで Enter を押すと、紙に置けます。"
NO_GAPS = "どの行にも、どの状態像の人も使える資源があります"
NO_GAPS_AT_ALL = "どの状態像の人にも、使える資源があります"
NO_GAPS_YET = "カードを紙に置くと、足りないところがここに出ます"
ADD_WISH = "＋ あったらいいな を追加"
NOTHING_AMISS = "省いた名前や、小さすぎる文字はありません。"
NOTHING_FOUND = "見つかりません。ほかのことばでお試しください"
NOTHING_SELECTED = "カードを選ぶと、ここで詳しく書けます"
MIXED = "（複数）"
UNSAVED = "未保存の変更があります"
NEW_CARD = "新しい資源"
AS_IT_IS = "いまのまま"
CROSSED = "「どこから」が「どこまで」より先にあります。どちらかを選び直してください。"
NOT_PLACED = "まだ紙に置いていません。「どこから」「どこまで」を選ぶと置きます。"
NAME_NEEDED = "名称を入れてください"
HEADING_TAKEN = "この名前の項目はすでにあります。ほかの名前にしてください"
COUNT_NEEDED = "0以上の数を入れてください"
PEOPLE_NEEDED = "65歳以上人口は、人数だけを「12,345」のように入れてください"
TEXT_TOO_LONG = "長すぎて保存できません（32,767文字まで）。短くしてください。それまでは前の内容のままです。"
DATE_NEEDED = "日付を「2026/11/23」や「R8.11.23」のように入れてください"

SHARE_NEEDED = "0〜100の数を入れてください"
YES_OR_EMPTY = "「印刷済み」か、空にしてください"
FILTER_TIP = "入れたことばのある資源だけを、シートと一覧に表示します。ひらがな・カタカナ、全角・半角は区別しません。"
FIND_TIP = "名称・ふりがな・場所・運営主体・備考などから探します。ひらがな・カタカナ、全角・半角は区別しません。"
NO_DUPLICATES = "重複しているような資源は見つかりませんでした。"
DUPLICATE_KEYS = "押すか ↓ キーで、その資源を表示します"
LIST_KEYS = (
    "矢印で動き、Enter で下へ、Tab で右へ移ります。文字を打つか F2 で書き直せます。"
    "Ctrl+D は上と同じ内容を入れ、Delete は空にし、Ctrl+- は行を削除します。Ctrl+Tab で一覧から出ます。"
)
NAME_FIRST = "先に名称を入れてください"
NEW_RESOURCE = "＋ 新しい資源"
CONTENT = "内容"

UNEXPECTED = "思わぬことが起きて、いまの操作ができませんでした。"
CANNOT_START = (
    "思わぬことが起きて、始められませんでした。ファイルは変更していません。"
    "もう一度始めても同じときは、次の行を、お使いのソフトの担当にお知らせください。"
)
NO_SCREEN = "画面（ディスプレイ）が見つからないため、ウィンドウを開けません。画面をつないでから始めてください。"
NOTHING_LOST = "いまの内容は失われていません。控えも残しました。"

LOOK_BEFORE_PRINTING = "印刷の前にお確かめください。"

FILTER_WORKBOOK = "ワークシート (*.xlsx)"
FILTER_LIST = "一覧 (*.csv *.xlsx *.zip *.txt *.tsv)"
FILTER_PDF = "PDF (*.pdf)"
AIMS_WRITTEN = (
    "「あるべき姿」を書いています。カードの端を引くか、カードを選んで [ ] { } のキーを押すと、"
    "将来どこまで使えるようにしたいかを点線の枠で書けます。今の幅は変わりません。"
)
CLIPBOARD = "貼り付けた表"
NOTHING_TO_PASTE = "貼り付ける表がありません。Excelやウェブページで表をコピーしてから、もう一度選んでください。"
IMPORT_NAMES_NEEDED = "どの列が名称か分かりませんでした。左の表で「入れる先」を「名称」にする列を選んでください。"
IMPORT_NO_LIST = "資源の一覧ではないかもしれません。見出しの行と、「名称」に入れる列をお確かめください。"
IMPORT_TOWN_NEEDED = "市区町村を選ぶと、その行だけを読み込みます。"
IMPORT_WORKING = "調べています…"
IMPORT_NOT_YET = "まだ取り込む行がありません。"
IMPORT_NAMES_WANTED = "「名称」の列を選ぶと、その行を読み込みます。"
IMPORT_NOTHING_NEW = "取り込む行がありません。"
IMPORT_ALL_SAME = "前に取り込んだ内容と同じです。変わるところはありません。"
IMPORT_TO_TRAY = "新しい資源は「未配置」に入ります。「元に戻す」で取り消せます。"
IMPORT_REMEMBERED = "前に選んだ列の対応を使っています。"
ONLY_NAMES = "名称だけを入れました。ほかの列も入れるには、「編集」の「一覧として貼り付け」を使います"
IMPORT_INTERRUPTED = "準備の間にワークシートが変わったため、取り込みませんでした。もう一度取り込んでください。"
FILTER_CSV = "CSV (*.csv)"
FILTER_PICTURE = "絵 (*.png *.svg)"

MERGE_INTERRUPTED = "ファイルを読んでいる間に内容が変わったため、統合しませんでした。もう一度、統合してください。"
NO_DISTRICTS = "「地区」が書いてある資源がまだありません。資源の「地区」を書くと、地区ごとに切り出せます。"
SPLIT_HOW_BACK = "書き足したあとで「ほかのワークシートを統合」で選ぶと、変わった所だけを取り込めます。"


def merged(names: Sequence[str]) -> str:
    """Return the undo text of a merge."""
    others = f"ほか{len(names) - 1}件" if len(names) > 1 else ""
    return f"「{names[0]}」{others}を統合"


def split_off(district: str, count: int, file_name: str) -> str:
    """Return what has been saved of a district."""
    return f"「{district}」の{count}件を「{file_name}」に切り出しました。このワークシートはそのままです。"


def page_count(pages: "Sequence[DrawnPage]") -> str:
    """Return how much paper pages take: 「A3 2枚・A4 1枚」."""
    from resource_mapper.printing.options import Paper

    counts: dict[str, int] = {}
    for page in pages:
        sides = tuple(sorted((page.width, page.height)))
        name = next((paper.value for paper in Paper if paper.sides == sides), "そのほか")
        counts[name] = counts.get(name, 0) + 1
    return "・".join(f"{name} {count}枚" for name, count in counts.items()) or "印刷する面を選んでください"


def contacts_question(names: Sequence[str]) -> tuple[str, str, str]:
    """Return question, answer and details before telephone numbers are printed."""
    return (
        f"{len(names)}件の電話番号が印刷されます。配ってもよい番号か、もう一度お確かめください。",
        "このまま進む",
        first_lines(names, most=6),
    )


def internal_contacts_question(names: Sequence[str]) -> tuple[str, str, str]:
    """Return question, answer and details before contacts that are 内部のみ leave the program."""
    return (
        f"公開していない連絡先が{len(names)}件入ります。職場の外に渡さない紙として使いますか？",
        "内部資料として使う",
        first_lines(names, most=6),
    )


def first_lines(lines: Sequence[str], most: int = 12) -> str:
    """Return as many lines as a message can show, and how many more there are."""
    rest = len(lines) - most
    return "\n".join([*lines[:most], *([f"ほか {rest}件"] if rest > 0 else [])])


def count_badge(label: str, count: int) -> str:
    """Return a panel's heading with its count."""
    return f"{label}（{count}）"


CONFIRMER_QUESTION = (
    "確認者の名前",
    "「確認者」に入れる名前を書いてください。次からはこの名前を使います。\n「資源」の「確認者の名前…」で変えられます。",
    "名前",
)
"""Title, question and label before the first 「確認した」."""


def confirmed(count: int, name: str) -> str:
    """Return the undo text of a confirmation."""
    return f"「{name}」を確認した" if count == 1 else f"{count}件を確認した"


def confirmed_note(count: int, name: str, day: str, by: str) -> str:
    """Return what a confirmation has done."""
    whom = f"「{name}」" if count == 1 else f"{count}件"
    return f"{whom}の最終確認日を {day}、確認者を「{by}」にしました"


def confirmed_already(count: int, name: str, day: str) -> str:
    """Return that a confirmation had nothing to change."""
    whom = f"「{name}」" if count == 1 else f"{count}件"
    return f"{whom}は、もう {day} に確認したことになっています"


def moved(name: str, *, copied: bool = False) -> str:
    """Return the undo text of a move."""
    return f"「{name}」を写す" if copied else f"「{name}」を動かす"


def moved_many(count: int, *, copied: bool = False) -> str:
    """Return the undo text of a move of several cards."""
    return f"{count}件を写す" if copied else f"{count}件を動かす"


def copying(words: str) -> str:
    """Return where copies would land."""
    return f"写す：{words}"


def carrying(words: str) -> str:
    """Return where a card that is carried by clicks stands, and how to go on."""
    return f"{words}　── 置く所をクリックしてください（Esc でやめる）"


def selected(count: int) -> str:
    """Return how many cards a rubber band has taken."""
    return f"{count}件を選んでいます"


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


def small_type(size_px: float) -> str:
    """Return the quiet note for whoever presents a sheet that is hard to read from the last row."""
    return (
        f"カードが多いため、いちばん小さい文字は {size_px:.0f} ピクセルで、遠くからは読みにくいかもしれません。\n"
        "L で行を選び、Z で拡大して、矢印キーで見てまわれます。"
    )


def put_right(name: str) -> str:
    """Return the undo text of a card that the scribe has corrected."""
    return f"「{name}」を直す"


def scribe_mode(name: str) -> str:
    """Return what Enter will do to the scribe's line; `name` is the card that is corrected, if any."""
    return f"「{name}」を直しています（Enter で直す・Esc でやめる）" if name else "聞きとった資源を1つずつ"


def crosstab_title(lens: str) -> str:
    """Return the title of the table of counts."""
    return f"{lens} × 状態像"


def crosstab_cell(available: int, wanted: int, *, gap: bool) -> str:
    """Return what a cell of the table says: 「3＋1」, 「空白」 where there is nothing yet."""
    there = "空白" if gap and not available else str(available)
    return f"{there}＋{wanted}" if wanted else there


def to_be_moved(names: list[str]) -> str:
    """Return whom 「動かす…」 is about."""
    return f"「{names[0]}」を動かします" if len(names) == 1 else f"「{names[0]}」など{len(names)}件を動かします"


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


def landing(row: str, place: str, span: str) -> str:
    """Return where a dragged card would land."""
    return f"{row}　{place}から（{span}）" if row else f"{place}から（{span}）"


def aimed(name: str) -> str:
    """Return the undo text of writing where a card should reach."""
    return f"「{name}」のあるべき姿を書く"


def aiming(span: str) -> str:
    """Return the hint while an end of an aim is dragged."""
    return f"あるべき姿：{span}（元の端まで戻すと、今と同じになります）"


def resizing(span: str) -> str:
    """Return the range while an end is dragged."""
    return f"対象：{span}"


def summary(total: int, wanted: int, preparing: int, ended: int, pages: int, size_pt: float) -> str:
    """Return the line at the left of the status bar."""
    wish = f" ・ あったらいいな {wanted}" if wanted else ""
    wish += f" ・ 準備中 {preparing}" if preparing else ""
    over = f" ・ 終了 {ended}（並べ方「状況」で見られます）" if ended else ""
    size = f"{size_pt:g}"
    return f"{total}件{wish}{over} ・ A3 {pages}枚 ・ 文字 {size}pt"


def saved_at(time: str) -> str:
    """Return the saved state."""
    return f"保存済み {time}"


def title(path: Path | None, *, read_only: bool = False) -> str:
    """Return the window's title for a file; `[*]` is where Qt marks unsaved work."""
    return f"{path.stem if path else UNTITLED}{'（読み取り専用）' if read_only else ''}[*] ─ {APP_NAME}"


def unsaved_question(name: str) -> str:
    """Return the question before work would be left unsaved."""
    return f"「{name}」は、まだ保存していません。保存しますか？"


def already_there(name: str) -> str:
    """Return the question before a file would be replaced."""
    return f"「{name}」は、すでにあります。置き換えますか？"


def imported(name: str, new: int, changed: int) -> str:
    """Return the undo text of an import."""
    parts = [f"新しい {new:,}" if new else "", f"変わる {changed:,}" if changed else ""]
    return f"「{name}」を取り込む（{'・'.join(filter(None, parts))}）"


def import_done(new: int, changed: int) -> str:
    """Return what an import has done, and where that is."""
    added = f"{new:,}件を加えました（「未配置」の終わりにあります）。" if new else ""
    return added + (f"{changed:,}件を更新しました。" if changed else "")


def import_numbers(total: int, new: int, changed: int, same: int, skipped: int) -> str:
    """Return what an import would do, in numbers."""
    parts = (("新しい", new), ("変わる", changed), ("同じ", same), ("とばす", skipped))
    return f"{total:,}件を取り込む（{'・'.join(f'{word} {count:,}' for word, count in parts)}）"


def suggestions_taken(count: int, total: int) -> str:
    """Return how many suggestions are taken."""
    return f"提案 {total:,}件のうち {count:,}件を採ります。" if total else ""


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


def span_needed(words: tuple[str, ...]) -> str:
    """Return what 状態像 takes."""
    return f"「{'」「'.join(words)}」か、「20〜60」のように入れてください"


def refusal(name: str, label: str, text: str, why: str) -> str:
    """Return why a cell did not take a text."""
    return f"「{name}」の{label}（{text or '空'}）：{why}"


def refused(count: int) -> str:
    """Return that some of the pasted cells could not be taken."""
    return f"{count}個のセルは入れられませんでした。もとの内容のままです。ほかは入れました。"


def crosstab_legend(natural: int) -> str:
    """Return how to read 数の表, and how many of the resources are natural support."""
    among = f"（うち自然な支え合い {natural}件）" if natural else ""
    return f"数はある資源{among}、「＋」はあったらいいな。升目を選ぶと、そのカードを選びます。"


def note_landing(row: str, place: str) -> str:
    """Return where a note that is dragged would hang."""
    return f"付箋：{row}・{place}"


def linked(source: str, target: str) -> str:
    """Return the undo text of an arrow, and what a hand that draws one would do."""
    return f"「{source}」から「{target}」へつなぐ"
