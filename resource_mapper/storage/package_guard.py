"""Is this a workbook that can be opened safely? If not, say what it is and what to do, within a second or two."""

import re
import zipfile
from collections.abc import Sequence
from enum import StrEnum

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.text import clean_line
from resource_mapper.storage.sheet_extent import SheetExtent, TooWideError
from resource_mapper.storage.zip_parts import (
    DamagedZipError,
    LockedZipError,
    OversizedZipError,
    iter_part,
    part_name,
    zip_parts,
)

_UNCHANGED = "ファイルは変更していません。"
_SAVE_AS_XLSX = (
    "Excelで開き、「名前を付けて保存」で種類を「Excel ブック（.xlsx）」にして保存してから、もう一度お試しください。"
)


class Content(StrEnum):
    """What a file holds, told from its bytes; the value says why it is no workbook, and what to do."""

    ZIP = ""
    EMPTY = (
        "中身が空（0バイト）のため開けません。{unchanged}"
        "元のファイルをもう一度コピーするか、送り直してもらってください。"
    )
    ENCRYPTED = (
        "パスワードがかかっているため開けません。{unchanged}"
        "Excelでパスワードを外して保存してから、もう一度お試しください。"
    )
    OLD_EXCEL = "古い形式のExcelファイル（.xls）のため読み込めません。{unchanged}{save_as_xlsx}"
    OTHER_OFFICE = (
        "Excelのブックではなく、ほかのOfficeの古い形式のファイルのため読み込めません。{unchanged}"
        "一覧をExcelにコピーして「Excel ブック（.xlsx）」で保存してから、もう一度お試しください。"
    )
    HTML = "Excelのブックではなく、ウェブページ（HTML）のため読み込めません。{unchanged}{save_as_xlsx}"
    XML = "Excelのブックではなく、XMLという形式のため読み込めません。{unchanged}{save_as_xlsx}"
    PDF = "PDFのため読み込めません。{unchanged}元になったExcelやCSVのファイルがあれば、そちらをお使いください。"
    ARCHIVE = (
        "ZIPではない圧縮ファイルのため読み込めません。{unchanged}中のファイルを取り出してから、もう一度お試しください。"
    )
    TEXT = (
        "Excelのブックではなく、文字だけのファイル（CSVなど）のため開けません。{unchanged}"
        "CSVのときは、名前の終わりを「.csv」に変えてから「取り込む」をお使いください。"
    )
    UNKNOWN = (
        "Excelのブックではないか、壊れているため開けません。{unchanged}"
        "Excelで開けるかどうかお確かめのうえ、もう一度お試しください。"
    )


_DAMAGED = (
    "壊れているか、途中で切れているため開けません。{unchanged}"
    "Excelで開けるときは、開いて保存し直してください。開けないときは、バックアップをお使いください。"
)
_OVERSIZED = (
    "中身が異常に大きくふくらむ作りになっているため、安全のため開きませんでした。{unchanged}"
    "心当たりがあるときは、必要な表だけを新しいブックにコピーして保存してから、もう一度お試しください。"
)
_TOO_WIDE = (
    "使われている範囲が広すぎるため開けません。{unchanged}"
    "一覧から遠く離れた右や下のセルに何か入っていないかお確かめください。"
    "一覧だけを新しいブックにコピーして保存すると、開けるようになります。"
)
_ENTITIES = (
    "外部の定義（DTD）を含む危険な作りになっているため、安全のため開きませんでした。{unchanged}"
    "Excelで開いて別の名前で保存すると、開けるようになることがあります。"
)
_NO_WORKBOOK = (
    "ZIPの形をしていますが、Excelのブックではないため開けません。{unchanged}ファイルの種類をお確かめください。"
)
_MACROS = "マクロ付きのブック（.xlsm）のため、このままでは開けません。{unchanged}{save_as_xlsx}"
_BINARY = "バイナリ形式のブック（.xlsb）のため読み込めません。{unchanged}{save_as_xlsx}"
_OTHER_KINDS = {
    "word/": "Wordの文書のため開けません。",
    "ppt/": "PowerPointの資料のため開けません。",
    "mimetype": "Excelとは別の表計算ソフトの形式（.odsなど）のため開けません。",
}

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF8 = b"\x09\x08\x10\x00\x00\x06\x05\x00"
"""Begins the globals of an .xls; a FILEPASS record after it means a password."""
_BEGINNINGS: tuple[tuple[tuple[bytes, ...], Content], ...] = (
    ((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"), Content.ZIP),
    ((b"%PDF",), Content.PDF),
    ((b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ"), Content.ARCHIVE),
    ((b"\xff\xfe", b"\xfe\xff"), Content.TEXT),  # the byte order marks of UTF-16
)
_HTML = re.compile(rb"(<!--.*?-->\s*)*<(!doctype html|html|head|body|table|meta)\b", re.DOTALL)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\x0b\x0c\x1a\x1b")
_HEAD_BYTES = 4_096
_FORBIDDEN = tuple(
    mark.encode(encoding) for mark in ("<!DOCTYPE", "<!ENTITY") for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
_OVERLAP_BYTES = 32
_WORKBOOK = re.compile(r"xl/workbook\d*\.(xml|bin)")


def check_package(data: bytes, name: str, *, allow_macros: bool = False) -> None:
    """Refuse what is no workbook, or none that can be opened safely. Nothing is parsed, little memory is used.

    Args:
        data: the whole file.
        name: the file's name, for the messages.
        allow_macros: whether a workbook with macros (.xlsm) will do, since it is only read.

    Raises:
        UserFacingError: what it is instead, and what to do.
    """
    content = sniff(data)
    if content is not Content.ZIP:
        raise refusal(name, content)
    try:
        parts = zip_parts(data)
        _check_kind([part_name(part).lower() for part in parts], name, allow_macros)
        for part in parts:
            _check_part(data, part, name)
    except DamagedZipError as error:
        raise refusal(name, _DAMAGED) from error
    except OversizedZipError as error:
        raise refusal(name, _OVERSIZED) from error
    except TooWideError as error:
        raise refusal(name, _TOO_WIDE) from error
    except LockedZipError as error:
        raise refusal(name, Content.ENCRYPTED) from error


def sniff(data: bytes) -> Content:
    """Return what a file holds, by its bytes."""
    if not data:
        return Content.EMPTY
    if data.startswith(_OLE):
        return _sniff_ole(data)
    for beginnings, content in _BEGINNINGS:
        if data.startswith(beginnings):
            return content
    head = data[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if _HTML.match(head) or (head.startswith(b"<?xml") and b"<html" in head):
        return Content.HTML
    if head.startswith(b"<?xml"):
        return Content.XML
    return Content.UNKNOWN if any(code in _CONTROLS for code in data[:_HEAD_BYTES]) else Content.TEXT


def refusal(name: str, why: str) -> UserFacingError:
    """Return the error for a file that cannot be opened."""
    reason = why.format(unchanged=_UNCHANGED, save_as_xlsx=_SAVE_AS_XLSX)
    return UserFacingError(f"「{clean_line(name)}」は{reason}")


def is_workbook(data: bytes) -> bool:
    """Whether a zip file holds a workbook, safe or not, and no lists to unpack."""
    try:
        return any(_WORKBOOK.fullmatch(part_name(part).lower()) for part in zip_parts(data))
    except (DamagedZipError, OversizedZipError, LockedZipError):
        return False


def _sniff_ole(data: bytes) -> Content:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return Content.ENCRYPTED
    if not (holds("Workbook") or holds("Book")):
        return Content.OTHER_OFFICE
    start = data.find(_BIFF8)
    locked = start >= 0 and data[start + 20 : start + 22] == b"\x2f\x00"
    return Content.ENCRYPTED if locked else Content.OLD_EXCEL


def _check_kind(parts: Sequence[str], name: str, allow_macros: bool) -> None:
    books = [found[1] for part in parts if (found := _WORKBOOK.fullmatch(part))]
    if not books:
        for beginning, what in _OTHER_KINDS.items():
            if any(part.startswith(beginning) for part in parts):
                raise refusal(name, what + "{unchanged}{save_as_xlsx}")
        raise refusal(name, _NO_WORKBOOK)
    if "bin" in books:
        raise refusal(name, _BINARY)
    if not allow_macros and any(part.endswith("vbaproject.bin") for part in parts):
        raise refusal(name, _MACROS)


def _check_part(data: bytes, part: zipfile.ZipInfo, name: str) -> None:
    """Unpack one part, piece by piece: it must be whole and, where it is XML, without a DTD and not spread too far."""
    is_xml = part.filename.lower().endswith((".xml", ".rels"))
    extent = SheetExtent()
    end = b""
    for chunk in iter_part(data, part):
        is_xml = is_xml or (not end and chunk.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<"))
        if is_xml:
            extent.feed(chunk)
            if any(mark in end + chunk for mark in _FORBIDDEN):
                raise refusal(name, _ENTITIES)
        end = chunk[-_OVERLAP_BYTES:]
