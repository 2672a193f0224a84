"""What in a workbook a save could not keep, named before it happens."""

import re
from pathlib import Path

from openpyxl.utils import column_index_from_string

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.storage.package_guard import check_package
from resource_mapper.storage.safe_file import read_bytes
from resource_mapper.storage.workbook.made_sheets import made_sheets
from resource_mapper.storage.workbook.reader import own_columns
from resource_mapper.storage.workbook.schema import LIST_SHEET
from resource_mapper.storage.workbook.sheet_parts import sheet_parts
from resource_mapper.storage.workbook.totals import totals_rows
from resource_mapper.storage.zip_parts import Package

_BY_PART = (
    (re.compile(r"xl/diagrams/"), "SmartArt"),
    (re.compile(r"xl/(slicers|slicerCaches|timelines)/"), "スライサー・タイムライン"),
    (re.compile(r"xl/(activeX|ctrlProps)/"), "ボタンなどの部品"),
    (re.compile(r"xl/embeddings/"), "埋め込まれたほかのファイル"),
    (re.compile(r"xl/(queryTables/|connections\.xml)"), "ほかのデータとの接続"),
    (re.compile(r"xl/threadedComments/"), "コメントへの返信のつながり（文字はメモとして残ります）"),
    (re.compile(r"xl/charts/"), "グラフの細かな見た目（グラフそのものは残ります）"),
    (re.compile(r"xl/media/.*\.(emf|wmf|svg)"), "図（EMF・WMF・SVG形式の画像）"),
)
_FORMULA = re.compile(rb'<c r="([A-Z]{1,3})(\d+)"[^>]*><f')
_BY_CONTENT = (
    (re.compile(r"xl/drawings/drawing\d*\.xml"), (b":sp>", b":sp ", b":cxnSp>", b":cxnSp ", b":grpSp>"), "図形"),
    (re.compile(r"xl/worksheets/[^/]+\.xml"), (b"sparklineGroups",), "スパークライン"),
    (
        re.compile(r"xl/worksheets/[^/]+\.xml"),
        (b"x14:conditionalFormatting", b"x14:dataValidation"),
        "ほかのシートを参照する条件付き書式や入力規則",
    ),
)


EVERYTHING = "Excelで足したシート・書式・メモなどのすべて（元のファイルから読み取れません）"


def take_along(path: Path) -> tuple[bytes | None, list[str]]:
    """Return the content of the file that a save comes from, and what of it the save would lose, in words."""
    try:
        data = read_bytes(path)
        check_package(data, path.name)
    except UserFacingError:
        return None, [EVERYTHING]
    package = Package(data)
    if LIST_SHEET not in sheet_parts(package):
        return None, [EVERYTHING]
    return data, [*losses_of(package), *_losses_of_list(package, data, path.name)]


def _losses_of_list(package: Package, data: bytes, name: str) -> list[str]:
    """Return what is lost of 資源一覧: its values are written anew, and with them the formulas they came from."""
    totals = totals_rows(package)
    found = ["資源一覧の集計行（数は「集計」のシートにあります）"] if totals else []
    content = package.content(sheet_parts(package).get(LIST_SHEET, ""))
    places = {(column_index_from_string(letters.decode()), int(row)) for letters, row in _FORMULA.findall(content)}
    if not places:
        return found
    try:
        header, own = own_columns(data, name)
    except UserFacingError:
        return found
    columns = {column - 1 for column, row in places if row > header and row not in totals}
    labels = [label for position, label in sorted(own.items()) if position in columns]
    return [*found, *(f"資源一覧の「{label}」の数式（いまの値は残ります）" for label in labels)]


def losses_of(package: Package) -> list[str]:
    """Return what a save would lose of a workbook."""
    sheets = sheet_parts(package)
    made = {sheets[name] for name in made_sheets(package)}
    found = [words for pattern, words in _BY_PART if any(pattern.match(name) for name in package.names)]
    for pattern, marks, words in _BY_CONTENT:
        names = (name for name in package.names if pattern.fullmatch(name) and name not in made)
        if any(mark in content for content in map(package.content, names) for mark in marks):
            found.append(words)
    return found
