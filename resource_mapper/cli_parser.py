"""The grammar of the command line."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from resource_mapper import __version__, cli_values
from resource_mapper.cli_print import add_lens, add_print_choices
from resource_mapper.cli_words import WORDS, JapaneseParser, in_japanese
from resource_mapper.domain.town import TOWNS

DEFAULT_WIDTH = 2400

MERGE_WAYS = {
    "newer": "最終確認日の新しい方（分からなければもとの内容）",
    "left": "もとの内容",
    "right": "統合元の内容",
    "apart": "別の資源として両方",
}

Add = Callable[[str, str], argparse.ArgumentParser]
"""Adds a command of a name, and says what it does."""


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Parse a command line.

    Raises:
        SystemExit: with 0 after `--help` and `--version`, with 2 after wrong usage.
    """
    with in_japanese():
        parser = _make_parser()
        options = parser.parse_args(words)
        if options.command == "import" and options.output is None and options.into is None:
            parser.error("書き出すファイル（-o）か、更新するワークシート（--into）を指定してください")
        return options


def _make_parser() -> argparse.ArgumentParser:
    parser = JapaneseParser(
        prog="resource-mapper",
        usage="resource-mapper [FILE.xlsx]\n　　　　resource-mapper できること …",
        description="地域の資源を、高齢者の状態像に応じたワークシートにします。できることを指定しなければ、画面を開きます。",
        epilog="終了コード：0 できた　1 ファイルなどに問題がある　2 指定が正しくない",
    )
    version = f"地域資源ワークシート {__version__}"
    parser.add_argument(
        "--version", action="version", version=version, help=WORDS["show program's version number and exit"]
    )
    commands = parser.add_subparsers(dest="command", title="できること", metavar="", required=True)

    def add(name: str, help_text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, prog=f"resource-mapper {name}", help=help_text, description=help_text)

    for add_command in (_add_sample, _add_import, _add_export, _add_print, _add_picture, _add_merge, _add_check):
        add_command(add)
    return parser


def _add_sample(add: Add) -> None:
    sample = add("sample", "見本のワークシートを作ります")
    sample.add_argument("output", metavar="OUT.xlsx", type=Path, help="書き出すファイル")
    kind = sample.add_mutually_exclusive_group()
    kind.add_argument("--blank", action="store_true", help="記入用（介護サービスだけを置いた白紙）にします")
    words = "・".join(town.word for town in TOWNS)
    kind.add_argument("--town", metavar="町", type=cli_values.town, help=f"練習用の町にします：{words}")


def _add_import(add: Add) -> None:
    importer = add("import", "ほかの一覧（CSV・Excel）を取り込みます")
    importer.add_argument("list", metavar="LIST", type=Path, help="取り込む一覧（.csv .xlsx .zip）")
    importer.add_argument("-o", "--output", metavar="OUT.xlsx", type=Path, help="書き出すファイル")
    importer.add_argument(
        "--into",
        metavar="EXISTING.xlsx",
        type=Path,
        help="前に作ったワークシートを、この一覧で更新します（消すことはありません）",
    )
    importer.add_argument(
        "--encoding",
        metavar="文字コード",
        type=cli_values.encoding,
        help="utf-8、shift_jis、euc-jp、utf-16、jis（ふつうは自動）",
    )
    importer.add_argument(
        "--sheet", metavar="シート", default="", help="読み込むシートやZIPの中のファイルの名前（ふつうは自動）"
    )
    importer.add_argument(
        "--header-row", metavar="行", type=cli_values.row_number, help="見出しのある行の番号（ふつうは自動）"
    )
    importer.add_argument("--municipality", metavar="市区町村", default="", help="この市区町村の行だけを取り込みます")
    importer.add_argument(
        "--suggest", action="store_true", help="分類と状態像の提案も入れます（備考に「（提案）」と理由を残します）"
    )
    importer.add_argument("--report", metavar="REPORT.csv", type=Path, help="とばした行と理由を書き出すファイル")


def _add_export(add: Add) -> None:
    exporter = add("export", "公開してよい項目を、通いの場オープンデータの形のCSVにします")
    exporter.add_argument("file", metavar="FILE.xlsx", type=Path, help="ワークシート")
    _add_output(exporter, "OUT.csv")


def _add_print(add: Add) -> None:
    printer = add("print", "A3のPDFにします")
    printer.add_argument("file", metavar="FILE.xlsx", type=Path, help="ワークシート")
    _add_output(printer, "OUT.pdf")
    add_print_choices(printer)


def _add_picture(add: Add) -> None:
    picture = add("picture", "画面と同じ絵（PNG）にします")
    picture.add_argument("file", metavar="FILE.xlsx", type=Path, help="ワークシート")
    _add_output(picture, "OUT.png")
    picture.add_argument("--width", metavar="PX", type=cli_values.width, default=DEFAULT_WIDTH, help="絵の幅（画素数）")
    add_lens(picture)


def _add_merge(add: Add) -> None:
    merge = add("merge", "いくつかのワークシートを1つにまとめます。違いは1つずつ知らせます")
    merge.add_argument("base", metavar="A.xlsx", type=Path, help="もとにするワークシート")
    merge.add_argument("others", metavar="B.xlsx", type=Path, nargs="+", help="統合するワークシート")
    _add_output(merge, "OUT.xlsx")
    merge.add_argument("--report", metavar="R.csv", type=Path, help="同じ・違い・新しいの一覧をCSVに書き出します")
    ways = "、".join(f"{way}＝{words}" for way, words in MERGE_WAYS.items())
    merge.add_argument(
        "--keep", metavar="採り方", choices=tuple(MERGE_WAYS), default="newer", help=f"内容が違うときに採る方：{ways}"
    )


def _add_check(add: Add) -> None:
    check = add("check", "ワークシートに問題がないか調べます")
    check.add_argument("file", metavar="FILE.xlsx", type=Path, help="ワークシート")


def _add_output(parser: argparse.ArgumentParser, metavar: str) -> None:
    parser.add_argument("-o", "--output", metavar=metavar, type=Path, required=True, help="書き出すファイル")
