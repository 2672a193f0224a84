"""What 取り込み says about a list that is read."""

FILTER_LIST = "一覧 (*.csv *.xlsx *.zip *.txt *.tsv)"
CLIPBOARD = "貼り付けた表"
NOTHING_TO_PASTE = "貼り付ける表がありません。Excelやウェブページで表をコピーしてから、もう一度選んでください。"
NAMES_NEEDED = "どの列が名称か分かりませんでした。左の表で「入れる先」を「名称」にする列を選んでください。"
NO_LIST = "資源の一覧ではないかもしれません。見出しの行と、「名称」に入れる列をお確かめください。"
TOWN_NEEDED = "市区町村を選ぶと、その行だけを読み込みます。"
WORKING = "調べています…"
NOT_YET = "まだ取り込む行がありません。"
NAMES_WANTED = "「名称」の列を選ぶと、その行を読み込みます。"
NOTHING_NEW = "取り込む行がありません。"
ALL_SAME = "前に取り込んだ内容と同じです。変わるところはありません。"
WHERE_TO = "状態像の分かる資源はシートに、ほかは「未配置」に入ります。「元に戻す」で取り消せます。"
REMEMBERED = "前に選んだ列の対応を使っています。"
INTERRUPTED = "準備の間にワークシートが変わったため、取り込みませんでした。もう一度取り込んでください。"


def import_numbers(total: int, new: int, changed: int, same: int, skipped: int) -> str:
    """Return what an import would do, in numbers."""
    parts = (("新しい", new), ("変わる", changed), ("同じ", same), ("とばす", skipped))
    return f"{total:,}件を取り込む（{'・'.join(f'{word} {count:,}' for word, count in parts)}）"


def suggestions_taken(count: int, total: int) -> str:
    """Return how many suggestions are taken."""
    return f"提案 {total:,}件のうち {count:,}件を採ります。" if total else ""
