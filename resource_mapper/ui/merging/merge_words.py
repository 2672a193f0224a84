"""What 統合 and 切り出す say."""

MERGE_INTERRUPTED = "ファイルを読んでいる間に内容が変わったため、統合しませんでした。もう一度、統合してください。"
NO_DISTRICTS = "「地区」が書いてある資源がまだありません。資源の「地区」を書くと、地区ごとに切り出せます。"
SPLIT_HOW_BACK = "書き足したあとで「ほかのワークシートを統合」で選ぶと、変わった所だけを取り込めます。"


def split_off(district: str, count: int, file_name: str) -> str:
    """Return what has been saved of a district."""
    return f"「{district}」の{count}件を「{file_name}」に切り出しました。このワークシートはそのままです。"
