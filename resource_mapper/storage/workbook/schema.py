"""The workbook as a file format: sheets, columns, version, and what changed when.

Format history
--------------
1  資源一覧, ワークシート, 設定. An empty 状況 or 連絡先の公開 is always the default.
2  集計, つながり, 版. An empty 状況 or 連絡先の公開 is the default only in a row that has no ID yet.
3  What a meeting decides: see the sheets and columns added since.
   版のつながり: the links of each version. A version that is not named there was kept without them.
   種別, あるべき姿（左端）/（右端）; 付箋, 課題. What a file of an older format has under these names is the user's
   (`Column.since`, `SHEET_SIGNS`).
   設定: 65歳以上人口.

Columns are found by their label, folded, never by position; unknown columns belong to the user.
"""

from dataclasses import dataclass

from resource_mapper.domain.concern import CONCERN_FIELDS
from resource_mapper.domain.fields import FIELDS, Kind
from resource_mapper.domain.text import fold

FORMAT_VERSION = 3

LIST_SHEET = "資源一覧"
PICTURE_SHEET = "ワークシート"
SUMMARY_SHEET = "集計"
CONCERNS_SHEET = "課題"
LINKS_SHEET = "つながり"
NOTES_SHEET = "付箋"
VERSIONS_SHEET = "版"
VERSION_LINKS_SHEET = "版のつながり"
SETTINGS_SHEET = "設定"
OWN_SHEETS = (
    LIST_SHEET,
    PICTURE_SHEET,
    SUMMARY_SHEET,
    CONCERNS_SHEET,
    LINKS_SHEET,
    NOTES_SHEET,
    VERSIONS_SHEET,
    VERSION_LINKS_SHEET,
    SETTINGS_SHEET,
)
"""The program's sheets, in order."""

MADE_SHEETS = OWN_SHEETS[1:]
"""Those that are made anew at each save; in 資源一覧 what the user changed about its looks stays."""

WORDS = "状態像"
LEFT = "状態像（左端）"
RIGHT = "状態像（右端）"
AIM_WORDS = "あるべき姿"
AIM_LEFT = "あるべき姿（左端）"
AIM_RIGHT = "あるべき姿（右端）"
LANE = "段"
FREE_Y = "自由配置の高さ"
PREPRINTED = "記入用シート"
ID = "ID"

PREPRINTED_YES = "印刷済み"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of 資源一覧: label, width in characters, and the field it holds (None: see `rows`)."""

    label: str
    width: float
    field: str | None = None
    kind: Kind = Kind.LINE
    since: int = 1
    """Format version that brought the column: in a workbook of an older one it is the user's."""


_WIDTHS = {
    "name": 30.0,
    "reading": 24.0,
    "category": 28.0,
    "operator": 22.0,
    "place": 22.0,
    "address": 28.0,
    "schedule": 22.0,
    "activities": 24.0,
    "life_support": 20.0,
    "service_type": 30.0,
    "note": 36.0,
}
_CONCERN_WIDTHS = {"title": 30.0, "reason": 26.0, "who": 26.0, "due": 12.0, "raised_at": 14.0, "note": 18.0}
_SINCE = {
    "nature": 3,
}
_FIELD_COLUMNS = {
    f.name: Column(f.label, _WIDTHS.get(f.name, 14.0), f.name, f.kind, _SINCE.get(f.name, 1)) for f in FIELDS
}

COLUMNS = (
    *(_FIELD_COLUMNS.pop(name) for name in ("name", "reading", "category")),
    Column(WORDS, 14.0),
    Column(LEFT, 12.0),
    Column(RIGHT, 12.0),
    *_FIELD_COLUMNS.values(),
    Column(AIM_LEFT, 12.0, since=3),
    Column(AIM_RIGHT, 12.0, since=3),
    Column(PREPRINTED, 14.0),
    Column(LANE, 6.0),
    Column(FREE_Y, 14.0),
    Column(ID, 16.0),
)
"""Columns in the order in which they are written."""

COLUMN_BY_KEY = {fold(column.label): column for column in COLUMNS}
"""Columns by folded label."""

LINK_HEADINGS = ("元ID", "先ID", "ことば", "元の名称", "先の名称")
"""つながり; the names are only there to be read."""
NOTE_HEADINGS = ("付箋のことば", "状態像の位置", "並べ方", "行", "行の中の高さ", "付箋ID")
"""付箋; places are percentages, as in 資源一覧."""

CONCERN_CARDS = "根拠の資源"
"""Names, one on a line; read only where the IDs are missing or lead nowhere."""
CONCERN_CARD_IDS = "根拠のID"
"""IDs of the same cards, one on a line; the heading by which the sheet is known as ours."""
CONCERN_COLUMNS = (
    *(Column(each.label, _CONCERN_WIDTHS.get(each.name, 9.0), each.name, each.kind) for each in CONCERN_FIELDS[:2]),
    Column(CONCERN_CARDS, 20.0, kind=Kind.TEXT),
    *(Column(each.label, _CONCERN_WIDTHS.get(each.name, 9.0), each.name, each.kind) for each in CONCERN_FIELDS[2:]),
    Column(CONCERN_CARD_IDS, 16.0, kind=Kind.TEXT),
    Column(ID, 16.0),
)
"""課題."""
VERSION_NAME, VERSION_DATE = "版", "版の日付"
"""The first columns of 版, before those of 資源一覧."""
SHEET_SIGNS = {
    NOTES_SHEET: (NOTE_HEADINGS[0], NOTE_HEADINGS[-1]),
    CONCERNS_SHEET: (CONCERN_FIELDS[0].label, CONCERN_CARD_IDS),
    VERSION_LINKS_SHEET: (VERSION_NAME, *LINK_HEADINGS[:2]),
}
"""Sheets that came with format 3 → headings of their first row; without these, a sheet of that name is the user's."""

# 設定: one row per item, label and value.
VERSION_ITEM = "形式の版"
TITLE_ITEM = "題名"
SUBTITLE_ITEM = "副題"
MUNICIPALITY_ITEM = "市町村"
AREA_ITEM = "圏域"
MEETING_ITEM = "会議"
MADE_ON_ITEM = "作成日"
CALENDAR_ITEM = "暦"
ELDERLY_ITEM = "65歳以上人口"
LENS_ITEM = "並べ方"
MIRRORED_ITEM = "元気の側"
WORDING_ITEM = "総合事業の呼び方"

SIDE_LEFT, SIDE_RIGHT = "左", "右"
WORDING_WORDS = {"deck": "平成26年の呼び方", "revised": "令和6年の呼び方"}

CATEGORY_HEADINGS = ("分類の番号", "分類の名前", "記号", "色")
CHOICES_COLUMN = 7
"""設定: first column of the lists behind the drop-downs of 資源一覧."""
