"""What fields and cells say about a text that they cannot take."""

from collections.abc import Sequence

_MOST_TOLD = 12
NAME_NEEDED = "名称を入れてください"
HEADING_TAKEN = "この名前の項目はすでにあります。ほかの名前にしてください"
COUNT_NEEDED = "0以上の数を入れてください"
PEOPLE_NEEDED = "65歳以上人口は、人数だけを「12,345」のように入れてください"
TEXT_TOO_LONG = "長すぎて保存できません（32,767文字まで）。短くしてください。それまでは前の内容のままです。"
DATE_NEEDED = "日付を「2026/11/23」や「R8.11.23」のように入れてください"
SHARE_NEEDED = "0〜100の数を入れてください"
YES_OR_EMPTY = "「印刷済み」か、空にしてください"
NAME_FIRST = "先に名称を入れてください"


def span_needed(words: tuple[str, ...]) -> str:
    """Return what 状態像 takes."""
    return f"「{'」「'.join(words)}」か、「20〜60」のように入れてください"


def refusal(name: str, label: str, text: str, why: str) -> str:
    """Return why a cell did not take a text."""
    return f"「{name}」の{label}（{text or '空'}）：{why}"


def refused(count: int) -> str:
    """Return that some of the pasted cells could not be taken."""
    return f"{count}個のセルは入れられませんでした。もとの内容のままです。ほかは入れました。"


def some(refusals: Sequence[str]) -> str:
    """Return the first refusals in lines, and how many more there are."""
    lines = list(refusals[:_MOST_TOLD])
    if len(refusals) > _MOST_TOLD:
        lines.append(f"ほか {len(refusals) - _MOST_TOLD}個")
    return "\n".join(lines)
