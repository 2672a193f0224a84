"""Every action as a row of one table."""

from typing import NamedTuple

from resource_mapper.domain.age import Age
from resource_mapper.domain.lens import LENSES
from resource_mapper.domain.town import TOWNS
from resource_mapper.ui.settings import UI_SCALES


class ActionSpec(NamedTuple):
    """One action: ID (also its `objectName`), text, what it does, icon, shortcut, and when it can be used."""

    id: str
    text: str
    tip: str
    icon: str = ""
    shortcut: str = ""
    group: str = ""
    """`selection`: needs selected cards. `idle`: not during a gesture or long work.
    `begin`: as `idle`, and on the start page, too. `past`: as `idle`, also while a version is looked at.
    `work`: always but on the start page, which lies over what it would change."""
    checkable: bool = False
    short_text: str = ""
    """Text in the toolbar, where the menu's is too long."""


def _lens_key(number: int) -> str:
    """Return a lens's key; Ctrl+9 and Ctrl+0 show the whole width and the whole page."""
    return f"Ctrl+{number}" if number < 9 else ""


ACTIONS = (
    ActionSpec("newFile", "新規", "白紙のワークシートを作ります", "new", "Ctrl+N", "begin"),
    ActionSpec("showStart", "はじめの画面", "新規・見本・最近使ったファイルの画面を出します", "home", "", "begin"),
    ActionSpec("openSample", "見本を開く", "24の資源を置いた見本を開きます", "sample", "", "begin"),
    *(
        ActionSpec(f"openTown_{town.id}", f"{town.word}の町", f"練習用：{town.purpose}", "town", "", "begin")
        for town in TOWNS
    ),
    ActionSpec("openFile", "開く…", "保存したワークシートを開きます", "open", "Ctrl+O", "begin", short_text="開く"),
    ActionSpec("saveFile", "保存", "Excelのファイルに保存します", "save", "Ctrl+S", "idle"),
    ActionSpec("saveFileAs", "別名で保存…", "別の名前のファイルに保存します", "", "Ctrl+Shift+S", "idle"),
    ActionSpec("openVersion", "以前の保存に戻す…", "保存で置き換えた内容から選んで戻します（5つまで）", "", "", "idle"),
    ActionSpec("openLeftWork", "残っている作業を開く…", "保存されないまま終わった作業があれば開きます", "", "", "idle"),
    ActionSpec(
        "importList",
        "一覧を取り込む…",
        "ほかの一覧（CSV・Excel）の資源を、列の対応を確かめてから加えます。もう一度取り込むと更新します",
        "import",
        "Ctrl+I",
        "begin",
        short_text="取り込む",
    ),
    ActionSpec(
        "mergeFiles",
        "ほかのワークシートを統合…",
        "ほかの地区などのワークシートを、違いを確かめながら1つにまとめます",
        "",
        "",
        "idle",
    ),
    ActionSpec(
        "splitDistrict", "地区を切り出す…", "1つの地区の資源を、別のワークシートとして保存します", "", "", "idle"
    ),
    ActionSpec(
        "printSheets",
        "印刷…",
        "仕上がりを見ながら、面や用紙を選んで、印刷したりPDFにしたりします",
        "print",
        "Ctrl+P",
        "idle",
    ),
    ActionSpec("exportPdf", "すぐにPDFにする…", "A3の資源ワークシートをPDFにします", "", "Ctrl+Shift+P", "idle"),
    ActionSpec(
        "exportOpenData",
        "オープンデータの形で書き出す…",
        "公開してよい項目だけを、通いの場オープンデータの形のCSVにします",
        "",
        "",
        "idle",
    ),
    ActionSpec("exportBlank", "記入用シートのPDF…", "名前のない、書き込むためのシートをPDFにします", "", "", "begin"),
    ActionSpec("quit", "終了", "ソフトを終わります", "", "Ctrl+Q", "begin"),
    ActionSpec("undo", "元に戻す", "いまの操作を取り消します", "undo", "Ctrl+Z", "idle"),
    ActionSpec("redo", "やり直す", "取り消した操作をもう一度行います", "redo", "Ctrl+Y", "idle"),
    ActionSpec("cutCards", "切り取り", "選んだカードを切り取ります", "", "Ctrl+X", "selection"),
    ActionSpec(
        "copyCards", "コピー", "選んだカードをコピーします。Excelに貼ると表になります", "", "Ctrl+C", "selection"
    ),
    ActionSpec("pasteCards", "貼り付け", "カードや、Excelの行、名前の並びを貼り付けます", "", "Ctrl+V", "idle"),
    ActionSpec(
        "pasteList",
        "一覧として貼り付け…",
        "Excelやウェブページでコピーした表を、列の対応を確かめてから加えます",
        "",
        "Ctrl+Shift+V",
        "begin",
    ),
    ActionSpec("renameCard", "名称を直す", "選んだカードの名称をその場で直します", "", "F2", "selection"),
    ActionSpec("fillDown", "上と同じ内容を入れる", "一覧で選んだセルに、上のセルの内容を入れます", "", "", "list"),
    ActionSpec("deleteCards", "削除", "選んだカードを削除します（元に戻せます）", "delete", "Del", "selection"),
    ActionSpec("duplicateCards", "複製", "同じカードを、もう1枚ずつ作ります", "duplicate", "Ctrl+D", "selection"),
    ActionSpec("placeCards", "紙に置く", "「未配置」で選んだカードを紙に置きます", "", "", "selection"),
    ActionSpec(
        "unplaceCards", "未配置に戻す", "選んだカードを紙から外して「未配置」に戻します", "tray", "", "selection"
    ),
    ActionSpec(
        "carryCards",
        "クリックで動かす",
        "選んだカードを持ち上げます。次にクリックした所に置きます",
        "",
        "Ctrl+M",
        "selection",
    ),
    ActionSpec("moveCards", "動かす…", "行と範囲を言葉で選んで動かします", "", "Ctrl+Shift+M", "selection"),
    ActionSpec(
        "selectSameCategory",
        "同じ分類をすべて選ぶ",
        "いまのカードと分類が同じカードを選びます",
        "",
        "",
        "selection",
    ),
    ActionSpec(
        "selectSameDistrict",
        "同じ地区をすべて選ぶ",
        "いまのカードと地区が同じカードを選びます",
        "",
        "",
        "selection",
    ),
    ActionSpec(
        "selectSameStatus",
        "同じ状況をすべて選ぶ",
        "いまのカードと状況が同じカードを選びます",
        "",
        "",
        "selection",
    ),
    ActionSpec(
        "linkCards",
        "つなぐ",
        "選んだカードを、選んだ順に矢印でつなぎます（利用後の行き先など）",
        "link",
        "Ctrl+L",
        "selection",
    ),
    ActionSpec(
        "unlinkCards",
        "つながりを外す",
        "選んだカードどうしの矢印を外します。1枚だけなら、そのカードの矢印をすべて外します",
        "",
        "Ctrl+Shift+L",
        "selection",
    ),
    ActionSpec(
        "showLinks",
        "つながりの一覧…",
        "カードからカードへの矢印を一覧にして、ことばを書いたり外したりします",
        "",
        "",
        "idle",
    ),
    ActionSpec("selectAll", "すべて選ぶ", "すべてのカードを選びます", "", "Ctrl+A", "idle"),
    ActionSpec("find", "探す…", "名称・場所・備考などのことばから資源を探します", "find", "Ctrl+F"),
    ActionSpec("findNext", "次を探す", "同じことばのある次の資源へ移ります", "find-on", "F3"),
    ActionSpec("findPrevious", "前を探す", "同じことばのある前の資源へ移ります", "find-back", "Shift+F3"),
    ActionSpec("findDuplicates", "重複しているかもしれない資源…", "名前のよく似た資源の組を表示します", "", "", "idle"),
    ActionSpec("addCard", "資源を追加", "名前を入れる欄に移ります", "add", "Ctrl+Return", "idle"),
    ActionSpec(
        "addNatural",
        "自然な支え合いを追加",
        "お茶のみや店先の見守りなど、活動ではない支え合い（地域の宝物）のカードをシートに置き、名称を書きます",
        "",
        "Ctrl+Shift+A",
        "idle",
    ),
    ActionSpec(
        "addWish",
        "あったらいいな を追加",
        "「気づき」で選んだ空白に「あったらいいな」のカードを置きます",
        "wish",
        "Ctrl+Shift+N",
        "gap",
    ),
    ActionSpec(
        "stepOn",
        "一歩すすめる",
        "選んだカードの状況を「あったらいいな → 準備中 → ある」と一歩すすめます",
        "step-on",
        "Ctrl+.",
        "selection",
    ),
    ActionSpec("stepBack", "一歩もどす", "選んだカードの状況を一歩もどします", "", "Ctrl+,", "selection"),
    ActionSpec(
        "confirmCards",
        "確認した",
        "選んだ資源の最終確認日を今日にし、確認者の名前を入れます",
        "",
        "Ctrl+K",
        "selection",
    ),
    ActionSpec(
        "printCalls",
        "電話で確認する先…",
        "確認の古い資源を、電話をかけながら書き込める一覧にして印刷します（内部資料）",
        "",
        "",
        "idle",
    ),
    ActionSpec("confirmerName", "確認者の名前…", "「確認した」で入れる名前を変えます", "", "", "idle"),
    ActionSpec("editHeading", "見出しを書く…", "題名・市町村・会議・作成日を書きます", "heading", "", "idle"),
    ActionSpec("arrange", "重なりを直す", "「自由配置」で重なったカードを上下にずらします", "arrange", "", "free"),
    ActionSpec(
        "keepVersion",
        "いまの状態を残す…",
        "いまの一覧を「第1回」などの名前で残し、あとでくらべられるようにします",
        "",
        "",
        "idle",
    ),
    ActionSpec("showVersions", "残した版…", "残した版をくらべたり、その時の内容に戻したりします", "", "", "idle"),
    ActionSpec(
        "lookBack",
        "版をたどる",
        "残した版のシートを、いまの画面で順に見ます。見ているあいだは直せません（もう一度で、いまに戻ります）",
        "",
        "F9",
        "past",
    ),
    ActionSpec(
        "sideBySide",
        "2つの版を並べる…",
        "2つの版のシートを左右に並べて、変わったカードに印を付けて見ます",
        "",
        "Shift+F9",
        "idle",
    ),
    ActionSpec(
        "showAround",
        "C型の前後を見る",
        "通所C・訪問Cと、矢印でその前後につながる資源だけを明るく見せ、行き先のないものを示します",
        "",
        "Ctrl+Shift+C",
        "idle",
        True,
    ),
    ActionSpec(
        "addNote",
        "付箋を貼る…",
        "会議で出たことばを、資源ではない付箋としてシートに貼ります",
        "",
        "Ctrl+Shift+H",
        "idle",
    ),
    ActionSpec("showNotes", "付箋を見せる", "シートの付箋を出し入れします", "", "", "work", True),
    ActionSpec(
        "showAims",
        "あるべき姿を重ねる",
        "こうなるとよい幅を点線の枠で、そのときの資源の厚みを2段目で、今のシートに重ねて見ます",
        "",
        "Ctrl+Shift+G",
        "work",
        True,
    ),
    ActionSpec(
        "writeAims",
        "あるべき姿を書く",
        "カードの端を引くと、今の幅を変えずに、こうなるとよい幅を書けます（もう一度で終わります）",
        "",
        "Ctrl+Shift+E",
        "idle",
        True,
    ),
    ActionSpec(
        "showConcerns",
        "課題の一覧",
        "課題・根拠・優先度・役割分担・期限・状態の一覧を出し入れします",
        "",
        "Ctrl+Shift+K",
        "work",
        True,
    ),
    ActionSpec(
        "makeConcerns",
        "あるべき姿・気づきから課題をつくる…",
        "あるべき姿と今のちがい、気づきから、課題の候補を選んで一覧に加えます",
        "",
        "",
        "idle",
    ),
    ActionSpec(
        "raiseConcern",
        "課題にする",
        "「気づき」で選んだ文や、選んだカードを、課題の一覧に加えます",
        "",
        "",
        "idle",
    ),
    ActionSpec("showMinutes", "気づきのまとめ…", "会議録に貼れる、300字までの文にまとめます", "", "", "idle"),
    ActionSpec(
        "showNational",
        "全国との比較…",
        "総合事業のサービス、通いの場の内容と参加率を、全国の数とならべて見ます",
        "",
        "",
        "idle",
    ),
    ActionSpec("zoomIn", "拡大", "大きく表示します", "zoom-in", "Ctrl++"),
    ActionSpec("zoomOut", "縮小", "小さく表示します", "zoom-out", "Ctrl+-"),
    ActionSpec("fitWidth", "幅に合わせる", "紙の幅を画面に合わせます", "fit-width", "Ctrl+9"),
    ActionSpec("fitPage", "全体を表示", "1枚全体を表示します", "fit-page", "Ctrl+0"),
    ActionSpec("zoomLife", "実際の大きさ", "紙と同じ大きさで表示します", "", ""),
    ActionSpec(
        "mirror", "元気を右に置く", "左右を入れ替えて見ます（データは変わりません）", "mirror", "", "idle", True
    ),
    ActionSpec(
        "markStale",
        "確認の古いカードに印",
        "確認してから長くたつカードに、時計の印を付けて示します（発表の画面には出ません）",
        "",
        "",
        "idle",
        True,
    ),
    *(
        ActionSpec(f"age_{age}", age.label, f"{age.label}資源を「確認が古い」とします", "", "", "idle", True)
        for age in Age
    ),
    ActionSpec("arrange_sheet", "シート", "シートだけを表示します", "sheet", "Ctrl+Alt+1", "work", True),
    ActionSpec("arrange_list", "一覧", "資源一覧だけを表示します", "list", "Ctrl+Alt+2", "work", True),
    ActionSpec(
        "arrange_both", "シートと一覧", "シートの下に資源一覧を表示します", "both", "Ctrl+Alt+3", "work", True, "両方"
    ),
    ActionSpec(
        "showSide", "資源を加える欄", "名前を入れる欄と未配置を出し入れします", "panel-left", "Shift+F4", "work", True
    ),
    ActionSpec("showGaps", "気づき", "足りないところの文を出し入れします", "gaps", "", "work", True),
    ActionSpec("showInspector", "詳細", "選んだカードの詳しい内容を出し入れします", "panel-right", "F4", "work", True),
    ActionSpec("showHistory", "履歴", "これまでの操作の一覧を出し入れします", "history", "", "work", True),
    ActionSpec("showCrosstab", "数の表", "行と状態像ごとの数の表を出し入れします", "table", "", "work", True),
    ActionSpec("nextRegion", "次の欄へ", "キーボードの働く場所を、次の欄へ移します", "", "F6"),
    ActionSpec("previousRegion", "前の欄へ", "キーボードの働く場所を、前の欄へ移します", "", "Shift+F6"),
    ActionSpec("resetLayout", "画面の配置を元に戻す", "左右の欄をはじめの位置と大きさに戻します", "", "", "work"),
    *(
        ActionSpec(f"theme_{theme}", text, tip, "", "", "", True)
        for theme, text, tip in (
            ("system", "システムに合わせる", "パソコンの設定に合わせた配色にします"),
            ("light", "明るい", "明るい配色にします（紙はいつも白です）"),
            ("dark", "暗い", "暗い配色にします（紙はいつも白です）"),
            ("contrast", "高コントラスト", "黒の地に白い文字の、はっきりした配色にします"),
        )
    ),
    *(
        ActionSpec(
            f"scale_{scale}", f"{word}（{scale}％）", f"文字とボタンを{scale}％の大きさにします", "", "", "", True
        )
        for scale, word in zip(
            UI_SCALES, ("ふつう", "すこし大きい", "大きい", "かなり大きい", "とても大きい"), strict=True
        )
    ),
    ActionSpec("reducedMotion", "動きを減らす", "カードがすべるように動くのをやめます", "", "", "", True),
    ActionSpec(
        "present",
        "発表",
        "シートを画面いっぱいに、大きな文字で映します。発表のまま書き足せます（もう一度で終わります）",
        "present",
        "F5",
        "idle",
    ),
    ActionSpec(
        "scribe",
        "書記",
        "話し合いを聞きながら、キーボードだけで次々に書き出します。2つ目の画面があれば、そこにシートだけを映します",
        "scribe",
        "Shift+F5",
        "idle",
    ),
    ActionSpec("showGuide", "使い方", "絵のついた使い方の説明を出します", "guide", "Ctrl+F1", ""),
    ActionSpec(
        "startMethod",
        "ガイドに沿ってやってみる",
        "書き出す・並べる・空白を見る・話す・決める、の5つを順に案内します。いつでもやめられます",
        "method",
        "",
        "begin",
    ),
    ActionSpec("showKeys", "キーの一覧", "キーボードとマウスでできることの一覧を出します", "keys", "F1", ""),
    ActionSpec("about", "このソフトについて", "版と著作権を表示します", "about", ""),
    *(
        ActionSpec(f"lens_{lens.id}", lens.label, f"{lens.label}で行を分けます", "", _lens_key(number), "idle", True)
        for number, lens in enumerate(LENSES, start=1)
    ),
)

ACTION = {spec.id: spec for spec in ACTIONS}
"""Actions by ID."""
