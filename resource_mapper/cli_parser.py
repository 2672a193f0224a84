"""The grammar of the command line, with argparse's own words in Japanese."""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NoReturn

from resource_mapper import __version__
from resource_mapper.domain.freshness import Age, Freshness
from resource_mapper.domain.lens import LENSES
from resource_mapper.domain.training import TOWNS
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Calendar
from resource_mapper.layout.card import DETAILS
from resource_mapper.printing.options import HEADING_BOXES, LEAST_MARGIN, CardSize, Paper, PrintOptions
from resource_mapper.printing.sheets import SHEETS

MAX_SPARE_CARDS = 1_000
MAX_MARGIN = 20
MIN_WIDTH, MAX_WIDTH, DEFAULT_WIDTH = 200, 20_000, 2400

MERGE_WAYS = {
    "newer": "最終確認日の新しい方（分からなければもとの内容）",
    "left": "もとの内容",
    "right": "統合元の内容",
    "apart": "別の資源として両方",
}

_WORDS = {
    "usage: ": "使い方：",
    "positional arguments": "指定するもの",
    "options": "選べる指定",
    "show this help message and exit": "この説明を表示して終わります",
    "show program's version number and exit": "版を表示して終わります",
    "the following arguments are required: %s": "次の指定が必要です：%s",
    "unrecognized arguments: %s": "分からない指定があります：%s",
    "expected one argument": "値を1つ指定してください",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s：%(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "「%(value)s」は使えません（使えるのは %(choices)s）",
    "invalid %(type)s value: %(value)r": "「%(value)s」は使えません",
    "ignored explicit argument %r": "%r は要りません",
    "not allowed with argument %s": "%s とはいっしょに使えません",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s だけでは決まりません（%(matches)s）",
}


@contextmanager
def _in_japanese() -> Iterator[None]:
    """Let argparse take its words from the table above, through the gettext function it looks them up with."""
    original = argparse._  # type: ignore[attr-defined]
    argparse._ = lambda text: _WORDS.get(text, original(text))  # type: ignore[attr-defined]
    try:
        yield
    finally:
        argparse._ = original  # type: ignore[attr-defined]


class _JapaneseParser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One plain line, exit code 2."""
        self.exit(2, f"指定が正しくありません。{message}（{self.prog} --help で使い方を表示します）\n")


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Parse a command line.

    Raises:
        SystemExit: with 0 after `--help` and `--version`, with 2 after wrong usage.
    """
    with _in_japanese():
        parser = _make_parser()
        options = parser.parse_args(words)
        if options.command == "import" and options.output is None and options.into is None:
            parser.error("書き出すファイル（-o）か、更新するワークシート（--into）を指定してください")
        return options


def _make_parser() -> argparse.ArgumentParser:
    parser = _JapaneseParser(
        prog="resource-mapper",
        usage="resource-mapper [FILE.xlsx]\n　　　　resource-mapper できること …",
        description="地域の資源を、高齢者の状態像に応じたワークシートにします。できることを指定しなければ、画面を開きます。",
        epilog="終了コード：0 できた　1 ファイルなどに問題がある　2 指定が正しくない",
    )
    version = f"地域資源ワークシート {__version__}"
    parser.add_argument(
        "--version", action="version", version=version, help=_WORDS["show program's version number and exit"]
    )
    commands = parser.add_subparsers(dest="command", title="できること", metavar="", required=True)

    def add(name: str, help_text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, prog=f"resource-mapper {name}", help=help_text, description=help_text)

    sample = add("sample", "見本のワークシートを作ります")
    sample.add_argument("output", metavar="OUT.xlsx", type=Path, help="書き出すファイル")
    kind = sample.add_mutually_exclusive_group()
    kind.add_argument("--blank", action="store_true", help="記入用（介護サービスだけを置いた白紙）にします")
    words = "・".join(town.word for town in TOWNS)
    kind.add_argument("--town", metavar="町", type=_town, help=f"練習用の町にします：{words}")

    importer = add("import", "ほかの一覧（CSV・Excel）を取り込みます")
    importer.add_argument("list", metavar="LIST", type=Path, help="取り込む一覧（.csv .xlsx .zip）")
    _add_import_options(importer)

    exporter = add("export", "公開してよい項目を、通いの場オープンデータの形のCSVにします")
    exporter.add_argument("file", metavar="FILE.xlsx", type=Path, help="ワークシート")
    _add_output(exporter, "OUT.csv")

    printer = add("print", "A3のPDFにします")
    printer.add_argument("file", metavar="FILE.xlsx", type=Path, help="ワークシート")
    _add_output(printer, "OUT.pdf")
    _add_print_choices(printer)

    picture = add("picture", "画面と同じ絵（PNG）にします")
    picture.add_argument("file", metavar="FILE.xlsx", type=Path, help="ワークシート")
    _add_output(picture, "OUT.png")
    picture.add_argument("--width", metavar="PX", type=_width, default=DEFAULT_WIDTH, help="絵の幅（画素数）")
    _add_lens(picture)

    merge = add("merge", "いくつかのワークシートを1つにまとめます。違いは1つずつ知らせます")
    merge.add_argument("base", metavar="A.xlsx", type=Path, help="もとにするワークシート")
    merge.add_argument("others", metavar="B.xlsx", type=Path, nargs="+", help="統合するワークシート")
    _add_output(merge, "OUT.xlsx")
    merge.add_argument("--report", metavar="R.csv", type=Path, help="同じ・違い・新しいの一覧をCSVに書き出します")
    ways = "、".join(f"{way}＝{words}" for way, words in MERGE_WAYS.items())
    merge.add_argument(
        "--keep", metavar="採り方", choices=tuple(MERGE_WAYS), default="newer", help=f"内容が違うときに採る方：{ways}"
    )

    check = add("check", "ワークシートに問題がないか調べます")
    check.add_argument("file", metavar="FILE.xlsx", type=Path, help="ワークシート")
    return parser


def _add_import_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="OUT.xlsx", type=Path, help="書き出すファイル")
    parser.add_argument(
        "--into",
        metavar="EXISTING.xlsx",
        type=Path,
        help="前に作ったワークシートを、この一覧で更新します（消すことはありません）",
    )
    parser.add_argument(
        "--encoding",
        metavar="文字コード",
        type=_encoding,
        help="utf-8、shift_jis、euc-jp、utf-16、jis（ふつうは自動）",
    )
    parser.add_argument(
        "--sheet", metavar="シート", default="", help="読み込むシートやZIPの中のファイルの名前（ふつうは自動）"
    )
    parser.add_argument("--header-row", metavar="行", type=_row_number, help="見出しのある行の番号（ふつうは自動）")
    parser.add_argument("--municipality", metavar="市区町村", default="", help="この市区町村の行だけを取り込みます")
    parser.add_argument(
        "--suggest", action="store_true", help="分類と状態像の提案も入れます（備考に「（提案）」と理由を残します）"
    )
    parser.add_argument("--report", metavar="REPORT.csv", type=Path, help="とばした行と理由を書き出すファイル")


def _add_output(parser: argparse.ArgumentParser, metavar: str) -> None:
    parser.add_argument("-o", "--output", metavar=metavar, type=Path, required=True, help="書き出すファイル")


def _add_print_choices(printer: argparse.ArgumentParser) -> None:
    sheets = "、".join(f"{sheet.id}＝{sheet.label}" for sheet in SHEETS.values())
    printer.add_argument(
        "--sheet",
        metavar="面",
        type=_sheets,
        default=("worksheet",),
        help=f"印刷する面。「,」で区切ると1つのPDFに続けます：{sheets}",
    )
    _add_lens(printer)
    _add_print_options(printer)
    each = printer.add_mutually_exclusive_group()
    each.add_argument("--each-district", action="store_true", help="地区ごとのPDFを、フォルダー OUT に作ります")
    each.add_argument(
        "--towns",
        metavar="LIST.txt",
        type=Path,
        help="市町村の名前（1行に1つ）ごとのPDFを、フォルダー OUT に作ります",
    )


def _add_print_options(parser: argparse.ArgumentParser) -> None:
    papers = tuple(paper.value for paper in Paper)
    parser.add_argument("--paper", metavar="用紙", choices=papers, help=f"用紙：{'・'.join(papers)}")
    parser.add_argument("--tiles", metavar="用紙", choices=papers, help="大きな用紙を、この用紙に分けて印刷します")
    parser.add_argument("--shrink", action="store_true", help="小さな用紙でも配置を変えず、A3のまま縮めます")
    parser.add_argument(
        "--orientation",
        metavar="向き",
        choices=("portrait", "landscape"),
        help="一覧などの向き：portrait＝縦、landscape＝横",
    )
    parser.add_argument("--margin", metavar="mm", type=_margin, default=LEAST_MARGIN, help="紙の端の余白：8〜20")
    parser.add_argument("--mono", action="store_true", help="白黒のコピー機に合わせ、色の代わりに模様で描きます")
    parser.add_argument(
        "--detail",
        metavar="内容",
        choices=tuple(DETAILS),
        default="usual",
        help="カードの2行目：usual＝日時か場所、schedule＝日時、place＝場所、operator＝運営主体、none＝なし",
    )
    boxes = "・".join(HEADING_BOXES)
    parser.add_argument(
        "--hide", metavar="欄", type=_boxes, default=(), help=f"出さない見出しの欄（「,」で区切る）：{boxes}"
    )
    calendars = {"era": Calendar.ERA, "western": Calendar.WESTERN}
    parser.add_argument("--calendar", metavar="暦", choices=tuple(calendars), help="日付：era＝和暦、western＝西暦")
    statuses = "・".join(Status)
    parser.add_argument(
        "--status", metavar="状況", type=_statuses, default=(), help=f"印刷する状況（「,」で区切る）：{statuses}"
    )
    parser.add_argument(
        "--contacts", action="store_true", help="「公開」の連絡先も印刷します（内部のみの連絡先は出ません）"
    )
    ages = "、".join(f"{age}＝{age.label}" for age in Age)
    parser.add_argument(
        "--age", metavar="古さ", choices=tuple(Age), default=Age.YEAR, help=f"「確認が古い」とする目安：{ages}"
    )
    parser.add_argument("--aims", action="store_true", help="資源ワークシートに、あるべき姿を重ねます")
    parser.add_argument("--mark-stale", action="store_true", help="確認の古いカードに、時計の印を付けます")
    parser.add_argument(
        "--internal-contacts",
        action="store_true",
        help="電話で確認する先（calls）に、公開していない連絡先も入れます。職場の外に渡さないでください",
    )
    parser.add_argument(
        "--group",
        metavar="分け方",
        choices=("category", "district"),
        default="category",
        help="一覧などの分け方：category＝分類、district＝地区",
    )
    sizes = tuple(size.value for size in CardSize)
    parser.add_argument(
        "--card-size",
        metavar="大きさ",
        choices=sizes,
        default=sizes[0],
        help=f"カードの大きさ：{'・'.join(sizes)}（mm）",
    )
    parser.add_argument("--spare-cards", metavar="枚数", type=_count, default=0, help="書き込み用のカードを足します")
    parser.add_argument("--notes", action="store_true", help="資源ワークシートに、会議で貼った付箋も載せます")
    parser.add_argument("--copying-allowed", action="store_true", help="「複写可」と入れます")
    parser.add_argument("--ruler", action="store_true", help="縮尺を確かめる10センチの線を入れます")
    parser.add_argument("--from", dest="compare_from", metavar="版", default="", help="くらべる版（ふつうは最後の版）")
    parser.add_argument("--to", dest="compare_to", metavar="版", default="", help="くらべる相手（ふつうは「いま」）")


def print_options(options: argparse.Namespace, today: date) -> PrintOptions:
    """Return the choices for a print from a parsed command line; `today` is what the age of records counts from."""
    return PrintOptions(
        paper=Paper(options.paper) if options.paper else None,
        tiles=Paper(options.tiles) if options.tiles else None,
        shrink=options.shrink,
        landscape={"portrait": False, "landscape": True, None: None}[options.orientation],
        margin=options.margin,
        detail=options.detail,
        aims=options.aims,
        hidden_fields=frozenset(options.hide),
        mono=options.mono,
        calendar={"era": Calendar.ERA, "western": Calendar.WESTERN, None: None}[options.calendar],
        statuses=options.status,
        contacts=options.contacts,
        freshness=Freshness(Age(options.age), today),
        mark_stale=options.mark_stale,
        internal_contacts=options.internal_contacts,
        group_by=options.group,
        card_size=CardSize(options.card_size),
        spare_cards=options.spare_cards,
        notes=options.notes,
        copying_allowed=options.copying_allowed,
        ruler=options.ruler,
        compare_from=options.compare_from,
        compare_to=options.compare_to,
    )


def _town(text: str) -> str:
    """Return the ID of a town given by its word or by ID."""
    for town in TOWNS:
        if text in (town.id, town.word):
            return town.id
    words = "・".join(town.word for town in TOWNS)
    raise argparse.ArgumentTypeError(f"「{text}」という練習用の町はありません（使えるのは {words}）")


def _sheets(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    for name in names:
        if name not in SHEETS:
            raise argparse.ArgumentTypeError(f"「{name}」という面はありません（使えるのは {'・'.join(SHEETS)}）")
    return names


def _statuses(text: str) -> tuple[str, ...]:
    words = tuple(text.split(","))
    for word in words:
        if word not in tuple(Status):
            raise argparse.ArgumentTypeError(f"「{word}」という状況はありません（使えるのは {'・'.join(Status)}）")
    return words


def _boxes(text: str) -> tuple[str, ...]:
    labels = tuple(text.split(","))
    for label in labels:
        if label not in HEADING_BOXES:
            raise argparse.ArgumentTypeError(
                f"「{label}」という欄はありません（使えるのは {'・'.join(HEADING_BOXES)}）"
            )
    return labels


def _margin(text: str) -> float:
    if not text.isdecimal() or not LEAST_MARGIN <= int(text) <= MAX_MARGIN:
        raise argparse.ArgumentTypeError(f"余白は {LEAST_MARGIN:.0f}〜{MAX_MARGIN} の数で指定してください")
    return float(text)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) > MAX_SPARE_CARDS:
        raise argparse.ArgumentTypeError(f"枚数は 0〜{MAX_SPARE_CARDS} の数で指定してください")
    return int(text)


def _add_lens(parser: argparse.ArgumentParser) -> None:
    labels = "・".join(lens.label for lens in LENSES)
    parser.add_argument("--lens", metavar="並べ方", type=_lens, help=f"カードの並べ方：{labels}")


def _lens(text: str) -> str:
    """Return the ID of a lens given by ID or by label."""
    for lens in LENSES:
        if text in (lens.id, lens.label):
            return lens.id
    labels = "・".join(lens.label for lens in LENSES)
    raise argparse.ArgumentTypeError(f"「{text}」という並べ方はありません（使えるのは {labels}）")


def _encoding(text: str) -> str:
    names = {
        "utf8": "utf-8",
        "shiftjis": "cp932",
        "sjis": "cp932",
        "cp932": "cp932",
        "windows31j": "cp932",
        "eucjp": "euc_jp",
        "utf16": "utf-16-le",
        "utf16le": "utf-16-le",
        "utf16be": "utf-16-be",
        "jis": "iso2022_jp_ext",
        "iso2022jp": "iso2022_jp_ext",
    }
    found = names.get(text.lower().replace("-", "").replace("_", ""))
    if found is None:
        raise argparse.ArgumentTypeError(
            f"「{text}」という文字コードは使えません（使えるのは utf-8、shift_jis、euc-jp、utf-16、jis）"
        )
    return found


def _row_number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("行の番号は 1 以上の数で指定してください")
    return int(text)


def _width(text: str) -> int:
    if not text.isdecimal() or not MIN_WIDTH <= int(text) <= MAX_WIDTH:
        raise argparse.ArgumentTypeError(f"幅は {MIN_WIDTH}〜{MAX_WIDTH} の数で指定してください")
    return int(text)
