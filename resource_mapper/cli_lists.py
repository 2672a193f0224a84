"""`import` on the command line: somebody else's list into a new worksheet, or into one that is there already."""

import argparse
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.suggest import SUGGESTED_MARK, suggest
from resource_mapper.domain.worksheet import Heading, Worksheet
from resource_mapper.storage.document_file import open_document, save_and_keep
from resource_mapper.storage.importing.describe import change_lines
from resource_mapper.storage.importing.list_import import ImportChoices, ImportResult, Reading, import_list
from resource_mapper.storage.importing.plan import make_plan
from resource_mapper.storage.importing.report import skipped_report
from resource_mapper.storage.importing.table_file import Table, read_tables
from resource_mapper.storage.importing.towns import find_towns
from resource_mapper.storage.importing.update import ListComparison, apply_comparison, compare_with_list
from resource_mapper.storage.safe_file import write_atomically

Tell = Callable[[str], None]
_SHOWN = 10


def import_command(options: argparse.Namespace, today: date, say: Tell, warn: Tell) -> None:
    """Read the list, say what came of every row, and save.

    Raises:
        UserFacingError: a file cannot be read or written, or what was asked for is not in the list.
    """
    reading = Reading(encoding=options.encoding or "")
    result = import_list(options.list, reading, _choices(options, reading))
    for note in result.notes:
        warn(note)
    for skipped in result.skipped:
        warn(f"{skipped.table} {skipped.row}行：取り込みませんでした（{skipped.reason}）")
    target = options.output or options.into
    opened = open_document(options.into) if options.into else None
    worksheet = opened.worksheet if opened else Worksheet(heading=Heading(made_on=today))
    comparison = compare_with_list(worksheet, result)
    for line in change_lines(comparison, worksheet.category_labels):
        say(line)
    filled = _filled(worksheet, comparison, options.suggest)
    again = opened is not None and target.resolve() == options.into.resolve()
    save_and_keep(filled, target, source=options.into, known_digest=opened.digest if opened and again else None)
    if options.report:
        write_atomically(options.report, skipped_report(result.skipped))
    say(_summary(result, comparison, options.into is not None, target))


def _choices(options: argparse.Namespace, reading: Reading) -> ImportChoices:
    choices = ImportChoices(sheet=options.sheet, header_row=options.header_row)
    if not (options.sheet or options.municipality):
        return choices
    tables = read_tables(options.list, reading)
    if options.sheet and options.sheet not in [table.name for table in tables]:
        raise UserFacingError(f"「{options.sheet}」というシートはありません。{_known([t.name for t in tables])}")
    if not options.municipality:
        return choices
    return replace(choices, town=_town(options.list.name, tables, choices, options.municipality))


def _town(name: str, tables: list[Table], choices: ImportChoices, words: str) -> str:
    towns = make_plan(name, tables, choices).towns
    found = find_towns(towns, words)
    exact = [town for town in found if words in (town.name, town.key)] or found
    if len(exact) != 1:
        known = _known([town.key for town in (exact or towns)])
        which = "が1つに決まりません" if exact else "は、この一覧にありません"
        raise UserFacingError(f"「{words}」{which}。{known}")
    return exact[0].key


def _known(names: list[str]) -> str:
    shown = "、".join(names[:_SHOWN]) + (f" ほか{len(names) - _SHOWN}" if len(names) > _SHOWN else "")
    return f"あるのは {shown} です。" if names else "市区町村の列が見つかりません。"


def _filled(worksheet: Worksheet, comparison: ListComparison, with_suggestions: bool) -> Worksheet:
    if not with_suggestions:
        return apply_comparison(worksheet, comparison)
    labels = worksheet.category_labels
    found = {r.id: suggestion for r in comparison.new if (suggestion := suggest(r, worksheet.categories))}
    return apply_comparison(
        worksheet, comparison, suggestions=found, mark=lambda s: f"{SUGGESTED_MARK}{s.in_words(labels)}"
    )


def _summary(result: ImportResult, comparison: ListComparison, is_update: bool, target: Path) -> str:
    count = len(result.resources)
    if not is_update:
        return f"{count}件を取り込みました：{target}"
    parts = f"新しい {len(comparison.new)}・変わる {len(comparison.changed)}・同じ {len(comparison.same)}"
    gone = f"・一覧から消えた {len(comparison.gone)}（残してあります）" if comparison.gone else ""
    return f"{count}件で更新しました（{parts}・とばす {len(result.skipped)}{gone}）：{target}"
