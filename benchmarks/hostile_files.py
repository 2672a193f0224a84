"""Files that somebody might open and should not have to fear: damaged, disguised, overgrown or made to do harm."""

import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill

from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.storage.workbook.writer import write_workbook

FORMULAS = ("=1+1", "=cmd|' /C calc'!A0", "+81-3-1234", "-5", "@SUM(A1)", '=HYPERLINK("http://x","y")', "\t=1")
PATH_NAMES = (
    "../../etc/passwd",
    "/abs/xl.xml",
    "..\\..\\x.xml",
    "C:\\x.xml",
    "a\0b",
    "CON",
    "x" * 5_000,
    "\u202egpj.exe",
)
_KANJI = "".join(map(chr, range(0x4E00, 0x9FA0)))
_STRICT = (
    (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
)
_HEAD = b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
_BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "ha">'
    + b"".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">'.encode() for n in range(1, 12))
    + b"]><worksheet><sheetData><row><c><v>&a11;</v></c></row></sheetData></worksheet>"
)


@dataclass(frozen=True, slots=True)
class HostileFile:
    """A file: its kind for the report, its name, its content."""

    kind: str
    name: str
    content: bytes


def own_book() -> bytes:
    """Return a workbook of the app's."""
    return write_workbook(sample_worksheet())


def excel_book() -> bytes:
    """Return a list as an office keeps it in Excel."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "サロン一覧"
    sheet.append(["令和8年度 サロン一覧"])
    sheet.merge_cells("A1:D1")
    sheet.append(["No", "サロン名", "住所", "電話番号"])
    for number in range(1, 40):
        sheet.append([number, f"ふれあいサロン{number}", f"○○市本町{number}-1", f"0{number}-0000"])
    for cell in sheet[2]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", "FFDDEEFF")
    sheet.auto_filter.ref = "A2:D41"
    return _saved(book)


def shared_list() -> bytes:
    """Return a list as it is handed round, in the encoding of older Windows programs."""
    rows = [f"{number},ふれあいサロン{number},○○市本町{number}-1" for number in range(1, 60)]
    return "\r\n".join(["番号,施設名,住所", *rows, ""]).encode("cp932")


BASES: tuple[tuple[str, Callable[[], bytes]], ...] = (
    ("own.xlsx", own_book),
    ("excel.xlsx", excel_book),
    ("list.csv", shared_list),
)


def special_files(*, heavy: bool = True) -> Iterator[HostileFile]:
    """Yield each kind of trouble once or a few times; without `heavy` only what is quickly made and read."""
    own, excel, listed = own_book(), excel_book(), shared_list()
    for data, base in ((own, "own"), (excel, "excel")):
        for part in _parts(data):
            yield HostileFile("part missing", f"{base}.xlsx", _with_parts(data, {part: None}))
            yield HostileFile("part emptied", f"{base}.xlsx", _with_parts(data, {part: b""}))
        sheets = [name for name in _parts(data) if name.startswith("xl/worksheets/") and name.endswith(".xml")]
        yield from _in_sheet(data, base, sheets[0])
        if heavy:
            yield from _overgrown(data, base, sheets[0])
        strict = {name: _to_strict(content) for name, content in _parts(data).items()}
        yield HostileFile("Strict OOXML", f"{base}.xlsx", _with_parts(data, dict(strict)))
        for name in PATH_NAMES[:5]:
            yield HostileFile("path-like names", f"{base}.xlsx", _with_parts(data, {name: b"<x/>"}))
    yield HostileFile("future format version", "own.xlsx", _of_the_future(own))
    yield from _disguised(own, listed)
    yield from _texts()
    if heavy:
        yield from _long_texts()


def damaged(seed: int, flips: int) -> Iterator[HostileFile]:
    """Yield each base cut off at every 5 %, then `flips` variants with bits turned over.

    Half of the flips of a workbook are within its parts, with the check sums right: they reach the readers.
    """
    rng = random.Random(seed)
    bases = [(name, make()) for name, make in BASES]
    for name, data in bases:
        for share in range(0, 100, 5):
            yield HostileFile("truncated", name, data[: len(data) * share // 100])
    for number in range(flips):
        name, data = bases[number % 5 // 2]  # workbooks twice as often
        inside = number % 2 == 0 and name.endswith(".xlsx")
        kind = "bits flipped in a part" if inside else "bits flipped"
        yield HostileFile(kind, name, _flipped_inside(data, rng) if inside else _flipped(data, rng))


def _in_sheet(data: bytes, base: str, sheet: str) -> Iterator[HostileFile]:
    content = _parts(data)[sheet]
    start, end = content.find(b"<sheetData"), content.find(b"</sheetData>")

    def with_sheet(kind: str, *pieces: bytes) -> HostileFile:
        return HostileFile(kind, f"{base}.xlsx", _with_parts(data, {sheet: b"".join(pieces)}))

    yield with_sheet("huge dimension", _HEAD, b'<dimension ref="A1:XFD1048576"/>', content[start:])
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    yield with_sheet("huge dimension", content[:end], far, content[end:])
    yield with_sheet("billion laughs", _BOMB)
    odd = (*FORMULAS, "a\x00b", "a\x01b\x0bc", "_x0000_", "_x000D_")
    for kind, words in (("control characters", odd), ("formula injection", FORMULAS)):
        cells = "".join(_cell(100 + row, word, formula=words is FORMULAS) for row, word in enumerate(words))
        yield with_sheet(kind, content[:end], cells.encode(), content[end:])


def _overgrown(data: bytes, base: str, sheet: str) -> Iterator[HostileFile]:
    content = _parts(data)[sheet]
    end = content.find(b"</sheetData>")

    def with_more(kind: str, more: bytes) -> HostileFile:
        return HostileFile(kind, f"{base}.xlsx", _with_parts(data, {sheet: content[:end] + more + content[end:]}))

    rows = (b'<row r="%d" s="1" customFormat="1"/>' % row for row in range(1_000, 1_048_577))
    yield with_more("1,048,576 empty formatted rows", b"".join(rows))
    yield with_more("zip bomb", b" " * 300_000_000)
    rng = random.Random(1)
    long = ("".join(rng.choices(_KANJI, k=32_767)) for _ in range(40))
    cells = "".join(_cell(100 + row, word, formula=False) for row, word in enumerate(long))
    yield with_more("32,767-character cells", cells.encode())


def _cell(row: int, word: str, *, formula: bool) -> str:
    text = escape(word)
    if formula:
        return f'<row r="{row}"><c r="B{row}" t="str"><f>{text[1:]}</f><v>{text}</v></c></row>'
    return f'<row r="{row}"><c r="B{row}" t="inlineStr"><is><t>{text}</t></is></c></row>'


def _disguised(own: bytes, listed: bytes) -> Iterator[HostileFile]:
    streams = {"encrypted": "EncryptedPackage", ".xls": "Workbook", "Word": "WordDocument"}
    for kind, stream in streams.items():
        old = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504 + stream.encode("utf-16-le") + b"\0" * 4_096
        for name in ("a.xlsx", "a.csv", "a.xls", "a.zip"):
            yield HostileFile(kind, name, old)
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("一覧.csv", listed)
        for name in PATH_NAMES:
            made.writestr(name.replace("\0", "") + ".csv", listed)
    html = "<html><table><tr><td>名称</td></tr><tr><td>会</td></tr></table></html>".encode()
    for kind, content in (("renamed csv", listed), ("renamed html", html), ("renamed zip", archive.getvalue())):
        for name in ("a.xlsx", "a.csv", "a.zip", "a.txt"):
            yield HostileFile(kind, name, content)
    for name in ("a.csv", "a.zip", "a.xls"):
        yield HostileFile("renamed workbook", name, own)


def _texts() -> Iterator[HostileFile]:
    for number, word in enumerate((*FORMULAS, "a\x00b", "\x1b[31m赤", "会" * 32_767, '"' * 99, "," * 50_000)):
        text = f"名称,住所\n{word},{word}\nさくら会,本町\n"
        yield HostileFile("hostile text", f"{number}.csv", text.encode())
        yield HostileFile("hostile text", f"{number}.txt", text.encode("utf-16"))


def _long_texts() -> Iterator[HostileFile]:
    yield HostileFile("hostile text", "lines.csv", "名称\n".encode() + b"\n" * 2_000_000)
    yield HostileFile("hostile text", "wide.csv", "名称\n".encode() + b"a," * 5_000_000)
    yield HostileFile("hostile text", "quote.csv", '名称\n"'.encode() + b"a\n" * 50_000)


def _of_the_future(own: bytes) -> bytes:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(own))
    for row in book["設定"].iter_rows():
        if "形式の版" in str(row[0].value) or "形式の版" in str(row[1].value):
            for cell in row:
                if isinstance(cell.value, int):
                    cell.value = 999
    return _saved(book)


def _flipped(data: bytes, rng: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 2, 8, 64))):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _flipped_inside(data: bytes, rng: random.Random) -> bytes:
    parts = {name: content for name, content in _parts(data).items() if content}
    name = rng.choice(list(parts))
    return _with_parts(data, {name: _flipped(parts[name], rng)})


def _to_strict(content: bytes) -> bytes:
    for usual, strict in _STRICT:
        content = content.replace(usual, strict)
    return content


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with_parts(data: bytes, changes: dict[str, bytes | None]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for name, content in (_parts(data) | changes).items():
            if content is not None:
                new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _saved(book: Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()
