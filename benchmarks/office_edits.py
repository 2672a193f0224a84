"""What people do to the workbook in an office program, at random: each edit as Basic, and what has to come of it."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from benchmarks.office_program import text
from benchmarks.town import town
from resource_mapper.domain.axis import SPAN_WORDS, Span, span_from_words, span_in_words
from resource_mapper.domain.link import Link
from resource_mapper.domain.resource import DEFAULT_CHOICES, Resource
from resource_mapper.domain.version import Version
from resource_mapper.domain.vocabulary import vocabulary
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.workbook.schema import COLUMNS, SETTINGS_SHEET

OWN_SHEET = "自分のメモ"
OWN_CELLS = ("鍵は公民館", "007", "=1+1", "髙﨑 𠮷野")
_ROWS = 24
_EPOCH = date(1899, 12, 30)
_TRICKY = (
    "𠮷野家",
    "葛\U000e0100城の会",
    "髙﨑①㈱",
    "ｶﾗｵｹ",
    "=1+1",
    "+81-3",
    "'001",
    "007",
    "1e5",
    "1/2",
    "TRUE",
    "#N/A",
)
_WORDS = (*_TRICKY, "<&>\"'", "a_x0041_b", "〜～~ー－−", "か\u309aの会", "＝全角", "2026/4/1", "10:00", "１２３")
_EXTRA = ("世話人", "会場費", "始めた日", "会費あり")


@dataclass
class Book:
    """A workbook on somebody's desk: what it should be read as, and the steps that make it so."""

    rng: random.Random
    worksheet: Worksheet
    expected: dict[str, Resource]
    """By ID."""
    steps: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    new: list[Resource] = field(default_factory=list)
    """Rows that come without an ID that counts; each gets one."""
    told: Counter[str] = field(default_factory=Counter)
    """Columns about which something has to be told."""
    settled: set[str] = field(default_factory=set)
    """IDs of rows that are not to be touched again: deleted, copied, or without their ID."""
    own_sheet: bool = False

    def pick(self) -> str:
        """Return the ID of a row that may be edited."""
        return self.rng.choice([each for each in self.expected if each not in self.settled])

    def forget(self, identity: str) -> Resource:
        """Say that no row has this ID any more, so that its links cannot be kept; that is told."""
        gone = [link for link in self.worksheet.links if identity in (link.source, link.target)]
        self.told[""] += len(gone)
        kept = tuple(link for link in self.worksheet.links if link not in gone)
        self.worksheet = replace(self.worksheet, links=kept)
        return self.expected.pop(identity)

    def put(self, identity: str, label: str, words: str) -> None:
        """Type text into a cell."""
        self.steps.append(f"CellAt({text(identity)}, {text(label)}).String = {text(words)}")

    def change(self, identity: str, **values: Any) -> None:
        """Say what a row is to be read as."""
        self.expected[identity] = replace(self.expected[identity], **values)


def desk(seed: int) -> Book:
    """Return a workbook of two dozen rows with all that may make trouble, and nothing done to it yet."""
    rng = random.Random(seed)
    base = town(_ROWS)
    resources = [_dressed(resource, rng) for resource in base.resources]
    ids = [resource.id for resource in resources]
    worksheet = replace(
        base,
        resources=tuple(resources),
        extra_headings=_EXTRA,
        links=(Link(ids[0], ids[1], "紹介する"), Link(ids[2], ids[5])),
        versions=(Version("第1回 協議体", date(2026, 5, 1), tuple(resources[:6])),),
    )
    return Book(rng, worksheet, {resource.id: resource for resource in resources})


def _dressed(resource: Resource, rng: random.Random) -> Resource:
    values: dict[str, Any] = {}
    for name in ("name", "operator", "contact", "reading", "district"):
        if rng.random() < 0.3:
            values[name] = rng.choice(_WORDS)
    if rng.random() < 0.3:
        values["note"] = "\n".join(rng.choices(_WORDS, k=3))
    if rng.random() < 0.3:
        values["span"] = rng.choice((None, Span(0.0, 0.0), Span(0.333, 0.667), Span(0.123, 0.987), Span(0, 1)))
    values["extra"] = tuple((heading, _extra(heading, rng)) for heading in _EXTRA if rng.random() < 0.5)
    return replace(resource, **values)


def _extra(heading: str, rng: random.Random) -> Any:
    return {
        "世話人": rng.choice(_WORDS),
        "会場費": rng.choice((0.1, 1234.5, 100.0, -3.0, 1e9)),
        "始めた日": date(2000, 1, 1) + timedelta(days=rng.randrange(9_000)),
        "会費あり": rng.random() < 0.5,
    }[heading]


Edit = Callable[[Book], None]


def change_a_text(book: Book) -> None:
    """Type another text."""
    identity, words = book.pick(), book.rng.choice(_WORDS)
    label, name = book.rng.choice((("名称", "name"), ("備考", "note"), ("連絡先", "contact"), ("運営主体", "operator")))
    if name in ("note", "contact"):
        words = f"{words}\n2行目"
    book.put(identity, label, words)
    book.change(identity, **{name: words})


def empty_a_cell(book: Book) -> None:
    """Delete what stands in a cell."""
    identity = book.pick()
    label, name = book.rng.choice(
        (("状況", "status"), ("備考", "note"), ("場所", "place"), ("連絡先の公開", "contact_public"))
    )
    book.put(identity, label, "")
    book.change(identity, **{name: ""})


def change_a_number(book: Book) -> None:
    """Type another number."""
    identity, number = book.pick(), book.rng.randrange(200)
    book.steps.append(f"CellAt({text(identity)}, {text('参加者数')}).Value = {number}")
    book.change(identity, participants=number)


def change_a_day(book: Book) -> None:
    """Type another day."""
    identity, day = book.pick(), date(2020, 1, 1) + timedelta(days=book.rng.randrange(2_000))
    book.steps.append(f"CellAt({text(identity)}, {text('最終確認日')}).Value = {(day - _EPOCH).days}")
    book.change(identity, confirmed_on=day)


def say_about_how_many(book: Book) -> None:
    """Write words where a number belongs: they move to 備考, and that is told."""
    identity = book.pick()
    if "約20" in book.expected[identity].note:
        return
    book.put(identity, "定員", "約20")
    note = "\n".join(filter(None, (book.expected[identity].note, "定員：約20")))
    book.change(identity, capacity=None, note=note)
    book.told["定員"] += 1
    book.settled.add(identity)


def change_the_word_of_a_range(book: Book) -> None:
    """Choose another word for 状態像: the numbers follow."""
    identity, word = book.pick(), book.rng.choice(SPAN_WORDS)
    before = book.expected[identity].span
    book.put(identity, "状態像", word)
    if before is None or span_in_words(before) != word:
        book.change(identity, span=span_from_words(word))
        book.settled.add(identity)


def change_the_numbers_of_a_range(book: Book) -> None:
    """Type both ends and leave the word: it now says otherwise, and wins; so the word goes, too."""
    identity = book.pick()
    left = book.rng.randrange(0, 500)
    right = left + book.rng.randrange(0, 500)
    book.put(identity, "状態像", "")
    for label, share in (("状態像（左端）", left), ("状態像（右端）", right)):
        book.steps.append(f"CellAt({text(identity)}, {text(label)}).Value = {share / 10}")
    book.change(identity, span=Span(left / 1000, right / 1000))
    book.settled.add(identity)


def choose_a_word(book: Book) -> None:
    """Choose a word of a list, or write one of one's own: it is kept."""
    identity = book.pick()
    label, name = book.rng.choice((("実施主体の種類", "operator_kind"), ("頻度", "frequency"), ("送迎", "transport")))
    word = book.rng.choice((*vocabulary().labels(name, book.worksheet.wording), "むらの有志", "農閑期だけ"))
    book.put(identity, label, word)
    book.change(identity, **{name: vocabulary().canonical(name, word)})


def choose_a_category(book: Book) -> None:
    """Choose another 分類, or write one that is none."""
    identity = book.pick()
    word = book.rng.choice((*(category.label for category in book.worksheet.categories), "そのほかの何か"))
    book.put(identity, "分類", word)
    book.change(identity, category=book.worksheet.category_id(word))


def insert_an_empty_row(book: Book) -> None:
    """Insert a row and leave it empty."""
    book.steps.append(f"Sheet.Rows.insertByIndex(RowOf({text(book.pick())}), {book.rng.randrange(1, 3)})")


def insert_a_resource(book: Book) -> None:
    """Insert a row and write a name and an activity."""
    before, name = book.pick(), f"足した会{len(book.new)}"
    book.steps += [
        f"a = RowOf({text(before)})",
        "Sheet.Rows.insertByIndex(a, 1)",
        f"Sheet.getCellByPosition(ColumnOf({text('名称')}), a).String = {text(name)}",
        f"Sheet.getCellByPosition(ColumnOf({text('状態像')}), a).String = {text('虚弱')}",
    ]
    book.new.append(Resource(id="new", name=name, span=span_from_words("虚弱"), **DEFAULT_CHOICES))


def copy_a_row(book: Book) -> None:
    """Copy a row below itself: one of the two gets another ID, and that is told."""
    if "filter_the_list" in book.names:
        return  # LibreOffice copies no rows that a filter hides
    identity = book.pick()
    book.steps.append(f"CopyRow({text(identity)})")
    book.new.append(book.expected[identity])
    book.told["ID"] += 1
    book.settled.add(identity)


def delete_an_id(book: Book) -> None:
    """Empty the cell of an ID."""
    identity = book.pick()
    book.put(identity, "ID", "")
    lost = book.forget(identity)  # without an ID, what is empty is the default
    book.new.append(replace(lost, **{name: getattr(lost, name) or word for name, word in DEFAULT_CHOICES.items()}))


def delete_a_row(book: Book) -> None:
    """Delete a row."""
    identity = book.pick()
    book.steps.append(f"Sheet.Rows.removeByIndex(RowOf({text(identity)}), 1)")
    book.forget(identity)


def move_a_column(book: Book) -> None:
    """Move a column before another one."""
    label, before = book.rng.sample([*(column.label for column in COLUMNS), *_EXTRA], 2)
    book.steps.append(f"MoveColumn({text(label)}, {text(before)})")


def sort_the_list(book: Book) -> None:
    """Sort by a column."""
    label = book.rng.choice(("名称", "分類", "参加者数", "ID", "最終確認日", "世話人"))
    book.steps.append(f"SortBy({text(label)}, {book.rng.choice(('True', 'False'))})")


def filter_the_list(book: Book) -> None:
    """Hide the rows that do not have a word; they are still there."""
    word = book.rng.choice(("ある", "休止"))
    book.steps.append(f"FilterBy({text('状況')}, {text(word)})")


def add_a_column(book: Book) -> None:
    """Write a heading to the right of the list, and something below."""
    heading, identity = f"足した列{len(book.steps)}", book.pick()
    words = book.rng.choice(_WORDS)
    book.steps.append(f"Sheet.getCellByPosition(LastColumn() + 1, Top).String = {text(heading)}")
    book.put(identity, heading, words)
    book.change(identity, extra=(*book.expected[identity].extra, (heading, words)))


def add_a_sheet(book: Book) -> None:
    """Add a sheet with words, a number and a formula."""
    if book.own_sheet:
        return
    book.own_sheet = True
    book.steps += [
        f"Doc.Sheets.insertNewByName({text(OWN_SHEET)}, {book.rng.randrange(0, 4)})",
        f"s = Doc.Sheets.getByName({text(OWN_SHEET)})",
        *(f"s.getCellByPosition(0, {row}).String = {text(words)}" for row, words in enumerate(OWN_CELLS)),
        "s.getCellByPosition(1, 0).Value = 0.1",
        's.getCellByPosition(1, 1).Formula = "=B1*3"',
    ]


def write_a_title_above(book: Book) -> None:
    """Insert rows above the headings and write a title."""
    if "write_a_title_above" in book.names:
        return
    book.steps += [
        "Sheet.Rows.insertByIndex(0, 2)",
        "Top = 2",
        f"Sheet.getCellByPosition(0, 0).String = {text('○○市の資源')}",
    ]


def name_the_town(book: Book) -> None:
    """Write another 市町村 in 設定."""
    book.steps.append(f"PutBeside(Doc.Sheets.getByName({text(SETTINGS_SHEET)}), {text('市町村')}, {text('髙﨑市')})")
    book.worksheet = replace(book.worksheet, heading=replace(book.worksheet.heading, municipality="髙﨑市"))


def hide_a_column(book: Book) -> None:
    """Hide a column."""
    book.steps.append(f"Sheet.Columns.getByIndex(ColumnOf({text('ふりがな')})).IsVisible = False")


EDITS: tuple[Edit, ...] = (
    change_a_text,
    change_a_text,
    empty_a_cell,
    change_a_number,
    change_a_day,
    say_about_how_many,
    change_the_word_of_a_range,
    change_the_numbers_of_a_range,
    choose_a_word,
    choose_a_category,
    insert_an_empty_row,
    insert_a_resource,
    copy_a_row,
    delete_an_id,
    delete_a_row,
    move_a_column,
    sort_the_list,
    filter_the_list,
    add_a_column,
    add_a_sheet,
    write_a_title_above,
    name_the_town,
    hide_a_column,
)


def work_on(book: Book, edits: int) -> None:
    """Do some edits."""
    for edit in book.rng.choices(EDITS, k=edits):
        edit(book)
        book.names.append(edit.__name__)
