"""What each command does."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from resource_mapper.cli_parser import parse
from resource_mapper.cli_print import print_options
from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.display_list import DrawnPage
from resource_mapper.layout.measure import FontMetrics, load_metrics
from resource_mapper.paths import font_metrics_path
from resource_mapper.storage.safe_file import make_folder, write_atomically

OK = 0


def run(words: Sequence[str]) -> int:
    """Do what a command line says; return the exit code.

    Raises:
        SystemExit: with the exit code, where the words are wrong or ask for help.
        UserFacingError: the input is at fault.
    """
    options = parse(words)
    return COMMANDS[options.command](options)


def _sample(options: argparse.Namespace) -> int:
    from resource_mapper.domain.sample import blank_worksheet, sample_worksheet
    from resource_mapper.domain.training import town_worksheet

    today = _today()
    if options.town:
        worksheet = town_worksheet(options.town, today)
    else:
        worksheet = blank_worksheet(today) if options.blank else sample_worksheet(today)
    _save(worksheet, options.output)
    _say(f"{len(worksheet.resources)}件の見本を作りました：{options.output}")
    return OK


def _import(options: argparse.Namespace) -> int:
    from resource_mapper.cli_lists import import_command

    import_command(options, _today(), _say, _warn)
    return OK


def _export(options: argparse.Namespace) -> int:
    from resource_mapper.storage.open_data import open_data_csv

    exported = open_data_csv(_read(options.file, None))
    write_atomically(options.output, exported.data)
    for note in exported.notes:
        _warn(note)
    _say(f"{exported.count}件を書き出しました：{options.output}")
    return OK


def _print(options: argparse.Namespace) -> int:
    from resource_mapper.printing.pdf_painter import paint_pdf
    from resource_mapper.printing.sheets import all_pages, sheets_title

    worksheet, measurer = _read(options.file, options.lens), _measurer()
    if options.each_district or options.towns:
        return _print_batch(worksheet, options, measurer)
    pages = all_pages(worksheet, options.sheet, measurer, print_options(options, _today()))
    _warn_of_problems(pages, worksheet, measurer)
    write_atomically(options.output, paint_pdf(pages, sheets_title(worksheet, options.sheet)))
    _say(f"PDFを作りました：{options.output}")
    return OK


def _print_batch(worksheet: Worksheet, options: argparse.Namespace, measurer: FontMetrics) -> int:
    from resource_mapper.printing.batch import batch, for_districts, for_towns
    from resource_mapper.storage.text_lines import read_lines

    editions = for_towns(worksheet, read_lines(options.towns)) if options.towns else for_districts(worksheet)
    if not editions:
        raise UserFacingError("作るものがありません。地区、または市町村の名前を書いてください。")
    make_folder(options.output)
    for name, pdf in batch(editions, options.sheet, measurer, print_options(options, _today())):
        write_atomically(options.output / name, pdf)
    _say(f"{len(editions)}個のPDFを作りました：{options.output}")
    return OK


def _picture(options: argparse.Namespace) -> int:
    from resource_mapper.printing.sheets import sheet_pages
    from resource_mapper.ui.picture import ensure_gui_application, paint_pages, png_bytes
    from resource_mapper.ui.qt_painter import QtPainter

    worksheet, measurer = _read(options.file, options.lens), _measurer()
    application = ensure_gui_application()
    pages = sheet_pages(worksheet, "worksheet", measurer)
    _warn_of_problems(pages, worksheet, measurer)
    write_atomically(options.output, png_bytes(paint_pages(pages, options.width, QtPainter())))
    del application  # alive until the picture is painted
    _say(f"絵を作りました：{options.output}")
    return OK


def _merge(options: argparse.Namespace) -> int:
    from resource_mapper.domain.merging import compare_worksheets, decide_all, merged
    from resource_mapper.storage.csv_report import csv_bytes
    from resource_mapper.storage.merge_report import HEADINGS, report_rows, summary

    worksheet = _read(options.base, None)
    rows: list[tuple[str, ...]] = [HEADINGS]
    for path in options.others:
        comparison = compare_worksheets(worksheet, _read(path, None), path.name)
        decisions = decide_all(comparison, options.keep)
        rows.extend(report_rows(comparison, decisions))
        worksheet = merged(comparison, decisions)
        _say(f"{path.name}：{summary(comparison)}")
    _save(worksheet, options.output)
    if options.report:
        write_atomically(options.report, csv_bytes(rows))
    _say(f"{len(worksheet.resources)}件にまとめました：{options.output}")
    return OK


def _check(options: argparse.Namespace) -> int:
    from resource_mapper.storage.document_file import open_document

    opened = open_document(options.file)
    for problem in opened.problems:
        _say(f"{problem.sheet} {problem.row}行 「{problem.column}」：{problem.message}")
    worksheet = opened.worksheet
    waiting = f"、未配置 {len(worksheet.unplaced)}件" if worksheet.unplaced else ""
    found = f"直した所 {len(opened.problems)}件" if opened.problems else "問題はありません"
    _say(f"{len(worksheet.resources)}件{waiting}。{found}。")
    return OK


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "sample": _sample,
    "import": _import,
    "export": _export,
    "print": _print,
    "picture": _picture,
    "merge": _merge,
    "check": _check,
}


def _read(path: Path, lens: str | None) -> Worksheet:
    from resource_mapper.storage.document_file import open_document

    opened = open_document(path)
    for problem in opened.problems:
        _warn(f"{problem.sheet} {problem.row}行 「{problem.column}」：{problem.message}")
    return replace(opened.worksheet, lens=lens) if lens else opened.worksheet


def _save(worksheet: Worksheet, path: Path) -> None:
    from resource_mapper.storage.document_file import save_and_keep

    save_and_keep(worksheet, path)


def _today() -> date:
    return datetime.now().astimezone().date()


def _measurer() -> FontMetrics:
    return load_metrics(font_metrics_path())


def _warn_of_problems(pages: Sequence[DrawnPage], worksheet: Worksheet, measurer: FontMetrics) -> None:
    """Tell what does not come out as it stands."""
    from resource_mapper.printing.problems import problems

    for problem in problems(pages, worksheet, measurer):
        _warn(problem)


def _say(line: str) -> None:
    print(line)


def _warn(line: str) -> None:
    print(line, file=sys.stderr)
