"""What can be chosen for a print on the command line."""

import argparse
from datetime import date
from pathlib import Path

from resource_mapper import cli_values
from resource_mapper.domain.age import Age
from resource_mapper.domain.freshness import Freshness
from resource_mapper.domain.lens import LENSES
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.worksheet import Calendar
from resource_mapper.layout.card import DETAILS
from resource_mapper.printing.options import HEADING_BOXES, LEAST_MARGIN, CardSize, Paper, PrintOptions
from resource_mapper.printing.sheets import SHEETS


def add_print_choices(printer: argparse.ArgumentParser) -> None:
    """Add sheets, lens, options, and by what several PDFs are made."""
    sheets = "、".join(f"{sheet.id}＝{sheet.label}" for sheet in SHEETS.values())
    printer.add_argument(
        "--sheet",
        metavar="面",
        type=cli_values.sheets,
        default=("worksheet",),
        help=f"印刷する面。「,」で区切ると1つのPDFに続けます：{sheets}",
    )
    add_lens(printer)
    _add_paper(printer)
    _add_content(printer)
    _add_contacts_and_age(printer)
    _add_sheet_options(printer)
    each = printer.add_mutually_exclusive_group()
    each.add_argument("--each-district", action="store_true", help="地区ごとのPDFを、フォルダー OUT に作ります")
    each.add_argument(
        "--towns",
        metavar="LIST.txt",
        type=Path,
        help="市町村の名前（1行に1つ）ごとのPDFを、フォルダー OUT に作ります",
    )


def add_lens(parser: argparse.ArgumentParser) -> None:
    """Add the lens."""
    labels = "・".join(lens.label for lens in LENSES)
    parser.add_argument("--lens", metavar="並べ方", type=cli_values.lens, help=f"カードの並べ方：{labels}")


def _add_paper(parser: argparse.ArgumentParser) -> None:
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
    parser.add_argument(
        "--margin", metavar="mm", type=cli_values.margin, default=LEAST_MARGIN, help="紙の端の余白：8〜20"
    )
    parser.add_argument("--mono", action="store_true", help="白黒のコピー機に合わせ、色の代わりに模様で描きます")


def _add_content(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--detail",
        metavar="内容",
        choices=tuple(DETAILS),
        default="usual",
        help="カードの2行目：usual＝日時か場所、schedule＝日時、place＝場所、operator＝運営主体、none＝なし",
    )
    boxes = "・".join(HEADING_BOXES)
    parser.add_argument(
        "--hide", metavar="欄", type=cli_values.boxes, default=(), help=f"出さない見出しの欄（「,」で区切る）：{boxes}"
    )
    calendars = {"era": Calendar.ERA, "western": Calendar.WESTERN}
    parser.add_argument("--calendar", metavar="暦", choices=tuple(calendars), help="日付：era＝和暦、western＝西暦")
    statuses = "・".join(Status)
    parser.add_argument(
        "--status",
        metavar="状況",
        type=cli_values.statuses,
        default=(),
        help=f"印刷する状況（「,」で区切る）：{statuses}",
    )


def _add_contacts_and_age(parser: argparse.ArgumentParser) -> None:
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


def _add_sheet_options(parser: argparse.ArgumentParser) -> None:
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
    parser.add_argument(
        "--spare-cards", metavar="枚数", type=cli_values.count, default=0, help="書き込み用のカードを足します"
    )
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
