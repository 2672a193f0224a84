"""What fields, choices and lists of the dialogs are for, by `objectName`: as tooltips, and for screen readers."""

from PySide6.QtWidgets import QAbstractItemView, QGraphicsView, QWidget

TIPS = {
    # 見出しを書く
    "heading_title": "シートの一番上に、大きく出ます",
    "heading_subtitle": "題名の下に、小さく出ます",
    "heading_municipality": "市町村の名前です。見出しの枠に出ます",
    "heading_area": "このシートが表す広さです（○○中学校区など）",
    "heading_meeting": "会議の名前です（第2層協議体 第3回など）",
    "heading_made_on": "「2026/11/23」や「R8.11.23」のように書けます",
    "heading_calendar": "日付を和暦で出すか、西暦で出すかを選びます",
    # 動かす
    "move_row": "移す行を選びます",
    "move_from": "対象の範囲の、元気の側の端です",
    "move_to": "対象の範囲の、要介護の側の端です",
    # 版・付箋・1行の問い
    "versionName": "あとで見分けられる名前にします（第1回など）",
    "versionDay": "会議の日です。「2026/11/23」や「R8.11.23」のように書けます",
    "versionList": "残した版です。選ぶと、いまとくらべます",
    "compareFrom": "もとにする版を選びます",
    "compareTo": "くらべる相手を選びます",
    "leftVersion": "左に出す版を選びます",
    "rightVersion": "右に出す版を選びます",
    "leftSheet": "左の版のシートです。右と同じ所を出します",
    "rightSheet": "右の版のシートです。左と同じ所を出します",
    "noteWords": "シートに貼る、短いことばを書きます",
    "lineEdit": "短いことばを書きます",
    # 印刷
    "printSheet_worksheet": "いまの様子を1枚で見るシートです",
    "printSheet_blank": "名前のない、手で書き込むための白紙です",
    "printSheet_partial": "枠だけを残した、名前を当てて書く練習の紙です",
    "printSheet_cards": "切って机の上で並べるカードです",
    "printSheet_list": "名前・場所・日時などの表です",
    "printSheet_by-state": "元気・虚弱・要介護に近い方ごとに、紹介できる所を並べた紙です",
    "printSheet_summary": "数の表と、足りないところの文です",
    "printSheet_concerns": "話し合いで出た課題の表です",
    "printSheet_calls": "電話をかけながら書き込む一覧です（内部で使います）",
    "printSheet_compare": "2つの版をくらべて、変わったところに印を付けたシートです",
    "printSheet_national": "総合事業のサービスなどを、全国の数とならべた紙です",
    "printPaper": "使う紙の大きさです。「面ごとの標準」なら、面に合った紙にします",
    "printTiles": "大きな紙を、小さな紙に分けて印刷し、貼り合わせます",
    "printOrientation": "一覧とご案内の、紙の向きです",
    "printLens": "どの分け方で行を並べるかを選びます",
    "printCalendar": "日付を和暦で出すか、西暦で出すかを選びます",
    "printDetail": "カードの2行目に出すことばを選びます",
    "printGroup": "資源一覧を、どの項目ごとに分けるかを選びます",
    "printCardSize": "切り取りカードの大きさです",
    "printSpareCards": "名前のない、書き足すためのカードの枚数です",
    "printAge": "どのくらい前の確認から、印を付けるかを選びます",
    "printCompareFrom": "「版の比較」で、もとにする版です",
    "printCompareTo": "「版の比較」で、くらべる相手です",
    "printPreview": "仕上がりです。印刷されるものと同じです",
    "printThumbnails": "ページを選ぶと、大きく出します",
    "batchNames": "1行に1つずつ、市町村の名前を書きます。Excel から貼り付けられます",
    # 一覧を取り込む
    "importEncoding": "文字がおかしいときに選び直します。ふだんは自動で見分けます",
    "importSeparator": "列の区切りがおかしいときに選び直します。ふだんは自動で見分けます",
    "importSheet": "取り込むシートを選びます",
    "importHeaderRow": "見出しのある行の番号です。ふだんは自動で見つけます",
    "importColumns": "一覧の列ごとに、どの項目に入れるかを選びます",
    "importPreview": "取り込んだあとの姿です",
    "importSuggestions": "ことばから考えた分類と状態像です。採るものにチェックを付けます",
    "importChanges": "前に取り込んだ資源の、変わるところです。採るものにチェックを付けます",
    "importGone": "前はあって、新しい一覧にはない資源です。消さずに残ります",
    "importSkipped": "取り込まない行と、そのわけです",
    "importNotes": "一覧を読んで気づいたことです",
    "townFilter": "市区町村の名前の一部を書くと、しぼり込みます",
    "townList": "取り込む市区町村を選びます",
    # 統合・重複・キーの一覧
    "differenceTable": "内容が違うところです。行を選んで、下のボタンでどちらを採るかを決めます",
    "duplicatePairs": "名前のよく似た資源の組です。選ぶと、シートで示します",
    "shortcutSearch": "ことばの一部を書くと、合うものだけを出します",
    "shortcutTable": "キーと、することです",
}


def give_tips(root: QWidget) -> None:
    """Say what the parts of a dialog are for. Over lists and sheets nothing pops up; they tell screen readers only."""
    for widget in root.findChildren(QWidget):
        tip = TIPS.get(widget.objectName(), "")
        if tip:
            widget.setAccessibleDescription(tip)
            if not isinstance(widget, QAbstractItemView | QGraphicsView):
                widget.setToolTip(tip)
