"""The worksheet as 通いの場オープンデータ: the ministry's 38 columns, and only what everybody may know.

Never written: 備考, 確認者, numbers of people, and a contact that is not 公開. Codes and places on the map, which the
worksheet does not have, stay empty.
"""

import re
from dataclasses import dataclass

from resource_mapper.domain.resource import CHOICES_SEPARATOR, Resource
from resource_mapper.domain.text import clean_line
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.csv_report import csv_bytes

_HOURS = ("平日", "土曜", "日曜", "祝日")
HEADINGS = (
    *(
        "No",
        "都道府県コード",
        "都道府県名",
        "市区町村コード",
        "市区町村名",
        "備考",
        "名称（ふりがな）",
        "名称",
        "郵便番号",
    ),
    *("所在地（都道府県から番地まで）", "所在地（建物名・部屋番号等）", "電話番号", "対象者", "活動内容"),
    *(f"運営日（{day}）－{end}" for day in _HOURS for end in ("開始", "終了")),
    *("定休日", "定員", "料金体系", "飲食の提供の有無", "飲食持ち込みの可否", "送迎の有無", "対象エリア"),
    *(
        "総合事業実施の有無",
        "その他",
        "法人番号の有無",
        "法人番号",
        "法人名称（ふりがな）",
        "法人名称",
        "ステータス",
        "緯度",
        "経度",
    ),
)
_TOWN = re.compile(r"(?P<prefecture>東京都|北海道|大阪府|京都府|.{2,3}県)?(?P<town>.*)")
_HOURS_LINE = re.compile(
    rf"(?P<day>{'|'.join(_HOURS)}) (?P<start>\d{{1,2}}:\d{{2}})?(?:〜(?P<end>\d{{1,2}}:\d{{2}})?)?"
)
_CLOSED_LINE = re.compile(r"定休日：(?P<days>.*)")
_CORPORATION = re.compile("法人|会社|協会|組合|協議会")
_YES_NO = {"あり": "1", "なし": "0"}
_BREAK = "（改行）"


@dataclass(frozen=True, slots=True)
class OpenData:
    """A CSV, how many resources are in it, and what to know about it."""

    data: bytes
    count: int
    notes: tuple[str, ...]


def open_data_csv(worksheet: Worksheet) -> OpenData:
    """Return the resources that are there today (状況 = ある), in the order of the worksheet.

    自然な支え合い are no 通いの場, and nobody there has asked to be published.
    """
    private = [each for each in worksheet.resources if each.is_natural]
    there = [each for each in worksheet.resources if each.counts and not each.preprinted and not each.is_natural]
    rows = [_row(number, resource, worksheet.heading.municipality) for number, resource in enumerate(there, start=1)]
    left_out = len(worksheet.resources) - len(there) - len(private)
    unpublished = sum(bool(resource.contact) and not resource.public_contact for resource in there)
    notes = []
    if left_out:
        notes.append(f"状況が「ある」でない資源と記入用の資源（{left_out}件）は、書き出していません。")
    if private:
        notes.append(f"自然な支え合い（{len(private)}件）は、公開するものではないので書き出していません。")
    if unpublished:
        notes.append(f"「内部のみ」の連絡先（{unpublished}件）は、書き出していません。")
    return OpenData(csv_bytes([HEADINGS, *rows]), len(there), tuple(notes))


def _row(number: int, resource: Resource, municipality: str) -> list[str]:
    cells = dict.fromkeys(HEADINGS, "")
    town = _TOWN.fullmatch(clean_line(municipality))
    if town:
        cells |= {"都道府県名": town["prefecture"] or "", "市区町村名": town["town"]}
    cells |= {
        "No": str(number),
        "名称": resource.name,
        "名称（ふりがな）": resource.reading,
        "所在地（都道府県から番地まで）": resource.address,
        "所在地（建物名・部屋番号等）": resource.place,
        "電話番号": resource.public_contact,
        "対象者": resource.target,
        "活動内容": CHOICES_SEPARATOR.join((*resource.activities, *resource.life_support)),
        "定員": "" if resource.capacity is None else str(resource.capacity),
        "料金体系": resource.fee,
        "送迎の有無": _YES_NO.get(resource.transport, resource.transport),
        "対象エリア": resource.district,
        "その他": resource.url,
    }
    remarks = _write_schedule(resource.schedule, cells)
    if resource.frequency:
        remarks.append(f"頻度：{resource.frequency}")
    if _CORPORATION.search(resource.operator):
        cells["法人名称"] = resource.operator
    elif resource.operator:
        remarks.append(f"運営主体：{resource.operator}")
    cells["備考"] = "\n".join(remarks)
    return [cell.replace("\n", _BREAK) for cell in cells.values()]


def _write_schedule(schedule: str, cells: dict[str, str]) -> list[str]:
    """Write the lines that have columns of their own (平日 10:00〜12:00); return the others, for 備考."""
    others = []
    for line in schedule.split("\n") if schedule else ():
        if found := _HOURS_LINE.fullmatch(line):
            cells[f"運営日（{found['day']}）－開始"] = found["start"] or ""
            cells[f"運営日（{found['day']}）－終了"] = found["end"] or ""
        elif closed := _CLOSED_LINE.fullmatch(line):
            cells["定休日"] = closed["days"]
        else:
            others.append(line)
    return others
