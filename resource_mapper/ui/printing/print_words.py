"""What is said before pages are printed or handed on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from resource_mapper.ui.words import messages

if TYPE_CHECKING:
    from resource_mapper.layout.display_list import DrawnPage

NOTHING_AMISS = "省いた名前や、小さすぎる文字はありません。"
LOOK_BEFORE_PRINTING = "印刷の前にお確かめください。"
FILTER_PDF = "PDF (*.pdf)"
FILTER_PICTURE = "絵 (*.png *.svg)"


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
        messages.first_lines(names, most=6),
    )


def internal_contacts_question(names: Sequence[str]) -> tuple[str, str, str]:
    """Return question, answer and details before contacts that are 内部のみ leave the program."""
    return (
        f"公開していない連絡先が{len(names)}件入ります。職場の外に渡さない紙として使いますか？",
        "内部資料として使う",
        messages.first_lines(names, most=6),
    )
