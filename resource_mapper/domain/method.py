"""ガイド: the deck's way of working in five steps (p15, p26, p28), each with a sign that follows from the worksheet."""

from collections.abc import Callable
from dataclasses import dataclass

from resource_mapper.domain.axis import bands_of
from resource_mapper.domain.coverage import gaps
from resource_mapper.domain.lens import LENSES, Lens, lens_of
from resource_mapper.domain.wishes import WISH_STEPS
from resource_mapper.domain.worksheet import Worksheet

ENOUGH = 10
"""Cards with which a first look is worth it."""
_COMING = WISH_STEPS[:-1]
_TO_COME = "「準備中」か「あったらいいな」"
"""状況 of what is not there yet, but is to come; and in words."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a step has come, in words; `done` is no command to stop."""

    words: str
    done: bool = False


@dataclass(frozen=True, slots=True)
class MethodStep:
    """One step: its name, two plain sentences, the words of its button, and how far it has come."""

    id: str
    name: str
    sentences: tuple[str, str]
    deed: str
    progress: Callable[[Worksheet], Progress]


def _written(worksheet: Worksheet) -> Progress:
    count = len(worksheet.resources)
    if not count:
        return Progress("まだ1枚も書いていません")
    rest = ENOUGH - count
    return Progress(f"{count}枚書き出しました" + (f"（あと{rest}枚で{ENOUGH}枚です）" if rest > 0 else ""), rest <= 0)


def _placed(worksheet: Worksheet) -> Progress:
    waiting = len(worksheet.unplaced)
    if waiting:
        return Progress(f"置いていないカードが{waiting}枚あります")
    count = len(worksheet.placed)
    return Progress(f"{count}枚すべてを置きました", True) if count else Progress("書き出すと、ここで並べられます")


def _looked(worksheet: Worksheet) -> Progress:
    if not worksheet.placed:
        return Progress("カードを置くと、空白が見えてきます")
    lens = lens_of(worksheet)
    found, answered = len(gaps(worksheet, lens)), _answered(worksheet, lens)
    elsewhere = not answered and any(_answered(worksheet, other) for other in LENSES)
    if not found:
        is_true_of_deck = not gaps(worksheet, LENSES[0])  # rows of which nothing is known yet have no gaps either
        return Progress("この並べ方では空白がありません。ほかの並べ方でも見てみましょう", elsewhere or is_true_of_deck)
    if answered:
        return Progress(f"空白{found}か所のうち、{answered}か所に{_TO_COME}があります", True)
    if elsewhere:
        return Progress(f"空白が{found}か所あります。{_TO_COME}は、ほかの並べ方の空白にあります", True)
    return Progress(f"空白が{found}か所あります。気になる所に「あったらいいな」を置けます")


def _answered(worksheet: Worksheet, lens: Lens) -> int:
    """Return in how many gaps of a lens something lies that is to come."""
    row_of = lens.sorter(worksheet)
    coming = [(row_of(each), bands_of(each.span)) for each in worksheet.placed if each.span and each.status in _COMING]
    return sum(
        any(row == gap.row.id and not set(bands).isdisjoint(gap.bands) for row, bands in coming)
        for gap in (gaps(worksheet, lens) if coming else ())
    )


def _talked(worksheet: Worksheet) -> Progress:
    if not worksheet.versions:
        return Progress("話し終えたら、「会議」の「いまの状態を残す」で残せます")
    return Progress(f"「{worksheet.versions[-1].name}」として残してあります", True)


def _decided(worksheet: Worksheet) -> Progress:
    shared = sum(bool(each.who) for each in worksheet.concerns)
    if shared:
        return Progress(f"役割分担の決まった課題が{shared}つあります", True)
    if worksheet.concerns:
        return Progress(f"課題が{len(worksheet.concerns)}つあります。1つを選んで「役割分担」を書きます")
    return Progress("「課題の一覧」に1つ書いて、だれがするかを決めます")


METHOD_STEPS = (
    MethodStep(
        "write",
        "書き出す",
        (
            "知っている活動や集まりを、思いつくまま書きます。",
            "小さな集まりや、となり近所の支え合いも大切な資源です。",
        ),
        "名前を書く",
        _written,
    ),
    MethodStep(
        "place",
        "並べる",
        (
            "どんな人が使えるかを考えて、カードを状態像の所へ動かします。",
            "カードの端を引くと、使える人の幅が変わります。",
        ),
        "シートに並べる",
        _placed,
    ),
    MethodStep(
        "look",
        "空白を見る",
        (
            "どんな人の使える資源が、まだないかを見ます。",
            "空白はわるいことではなく、話し合いの入口です。",
        ),
        "気づきを見る",
        _looked,
    ),
    MethodStep(
        "talk",
        "話す",
        (
            "シートを大きく映して、みんなで見ながら話します。",
            "出た声は、その場で書き足せます。",
        ),
        "発表をはじめる",
        _talked,
    ),
    MethodStep(
        "decide",
        "決める",
        (
            "だれが、何から始めるかを、1つだけ決めます。",
            "次の会議までにできる、小さな一歩で十分です。",
        ),
        "課題の一覧を開く",
        _decided,
    ),
)
"""In order."""
