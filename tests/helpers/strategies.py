"""Hypothesis strategies for everything the model allows, in the form in which it is stored.

Known choice words come in their stored form, extra cells in the order of the worksheet's columns, and no text can be
mistaken for something else: a word outside the categories is no category's label, a word of a list holds none of the
signs that part the words of a list.
"""

from datetime import date
from functools import cache
from string import ascii_lowercase, digits
from typing import Any

from hypothesis import strategies as st

from resource_mapper.domain.axis import Span
from resource_mapper.domain.category import DEFAULT_CATEGORIES, MAX_CATEGORIES, Category, Mark
from resource_mapper.domain.concern import CONCERN_CHOICES, CONCERN_FIELDS, Concern, canonical
from resource_mapper.domain.fields import FIELDS, Field, Kind
from resource_mapper.domain.lens import LENSES
from resource_mapper.domain.link import Link
from resource_mapper.domain.note import Note
from resource_mapper.domain.resource import MAX_COUNT, MAX_LANE, Resource
from resource_mapper.domain.text import MAX_CELL_UNITS, clean_line, clean_text, fold
from resource_mapper.domain.version import Version
from resource_mapper.domain.vocabulary import Status, Wording, vocabulary
from resource_mapper.domain.worksheet import Calendar, Heading, Worksheet
from resource_mapper.storage.workbook.schema import COLUMN_BY_KEY

_TRICKY = (
    "𠮷野家",
    "葛\U000e0100城",
    "👨‍👩‍👧",
    "髙﨑①㈱㋿",
    "ｶﾗｵｹ",
    "か\u309a",
    "e\u0301",
    "_x0041_",
    "_x000D_",
    "=1+1",
    "+81-3",
    "-1",
    "@SUM",
    "'001",
    "007",
    "1e5",
    "1/2",
    "TRUE",
    "#N/A",
    "<&>\"'",
    "]]>",
    "{=A1}",
    "〜～~",
    "ー－−",
    "　",
    " ",
    "\u200b",
    "，,、",
)
_LONG = ("長い説明。" * 60, "長い説明。\n" * 20, "𠮷" * (MAX_CELL_UNITS // 2), "あ" * MAX_CELL_UNITS)
_OWN_HEADINGS = set(COLUMN_BY_KEY)
_LIST_SIGNS = frozenset("、,，;；")

pieces = st.one_of(
    st.sampled_from(("サロン", "体操", "茶話会", "桜台", "第2・4木曜 10:00", "NPO", "（仮）")),
    st.sampled_from(_TRICKY),
    st.text(st.characters(codec="utf-8"), max_size=6),
)
"""Fragments that names and notes are made of."""

lines = st.lists(pieces, min_size=1, max_size=4).map("".join).map(clean_line)
"""Text on one line, sometimes nothing."""

texts = st.one_of(
    st.just(""),
    lines,
    st.lists(pieces, max_size=5).map("\n".join).map(clean_text),
    st.sampled_from(_LONG),
)
"""Text that may have line breaks, now and then as long as a cell can hold."""

words = lines.filter(bool)
"""Text on one line, never nothing."""

names = st.one_of(words, words, st.just("長い名前の" * 60))

spans = st.one_of(st.sampled_from((0, 333, 334, 500, 666, 667, 1000)), st.integers(0, 1000)).flatmap(
    lambda left: st.builds(Span, st.just(left / 1000), st.integers(left, 1000).map(lambda right: right / 1000))
)
"""Ranges on the axis, often beginning or ending on a border of the bands."""

dates = st.dates(date(1900, 1, 1), date(2199, 12, 31))

ids = st.one_of(
    st.text(ascii_lowercase + digits, min_size=1, max_size=12),
    st.sampled_from(("=1+1", "001", "_x0041_", "𠮷", "1e5", "r 1")),
)


def choice_words(field: str) -> st.SearchStrategy[str]:
    """Return strategies for the stored value of a choice field: nothing, a known word, or a word of somebody's own."""
    known = vocabulary().labels(field, Wording.DECK) + vocabulary().labels(field, Wording.REVISED)
    return st.one_of(st.just(""), st.sampled_from(known), words).map(lambda word: vocabulary().canonical(field, word))


def _several(field: str) -> st.SearchStrategy[tuple[str, ...]]:
    whole = choice_words(field).filter(lambda word: word and not _LIST_SIGNS & set(word))
    return st.lists(whole, max_size=3, unique=True).map(tuple)


def _values(field: Field) -> st.SearchStrategy[Any]:
    return {
        Kind.LINE: lambda: lines,
        Kind.TEXT: lambda: texts,
        Kind.CHOICE: lambda: choice_words(field.name),
        Kind.CHOICES: lambda: _several(field.name),
        Kind.COUNT: lambda: st.none() | st.integers(0, MAX_COUNT),
        Kind.DATE: lambda: st.none() | dates,
    }[field.kind]()


_VALUES: dict[str, st.SearchStrategy[Any]] = {
    **{field.name: _values(field) for field in FIELDS if field.name not in ("name", "category")},
    "aim": spans,
    "lane": st.integers(0, MAX_LANE),
    "free_y": st.integers(0, 1000).map(lambda share: share / 1000),
    "preprinted": st.booleans(),
}
_some_fields = st.sets(st.sampled_from(sorted(_VALUES)), max_size=8)

cells = st.one_of(
    texts.filter(bool),
    st.booleans(),
    dates,
    st.integers(-(10**9), 10**9).map(float),
    st.floats(-1e9, 1e9, allow_subnormal=False).map(lambda number: float(f"{number:.15g}")),  # Excel keeps no more
)
"""What a cell of a column that the user added holds."""

headings = st.lists(
    words.filter(lambda word: fold(word) and fold(word) not in _OWN_HEADINGS), max_size=3, unique_by=fold
)
"""Names of columns that the user added."""


@st.composite
def resources(
    draw: st.DrawFn,
    /,
    categories: tuple[Category, ...] = DEFAULT_CATEGORIES,
    columns: tuple[str, ...] = ("世話人", "会場費", "=1+1"),
    **fixed: Any,
) -> Resource:
    """Return any resource, with some of its fields filled; `fixed` gives fields their values or strategies."""
    filled = draw(_some_fields)
    values: dict[str, Any] = {name: draw(strategy) for name, strategy in _VALUES.items() if name in filled}
    values |= {"id": draw(ids), "name": draw(names), "category": draw(_category_words(categories))}
    values["span"] = draw(st.none() | spans)
    values["extra"] = tuple((heading, draw(cells)) for heading in columns if draw(st.booleans()))
    for name, value in fixed.items():
        values[name] = draw(value) if isinstance(value, st.SearchStrategy) else value
    return Resource(**values)


@cache
def _category_words(categories: tuple[Category, ...]) -> st.SearchStrategy[str]:
    taken = {fold(word) for category in categories for word in (category.id, category.label)}
    own = st.sampled_from([category.id for category in categories])
    return own | st.just("") | words.filter(lambda word: fold(word) not in taken)


colors = st.integers(0, 0xFFFFFF).map(lambda color: f"#{color:06X}")

category_lists = st.just(DEFAULT_CATEGORIES) | st.lists(
    st.builds(
        Category,
        st.text(ascii_lowercase, min_size=1, max_size=6),
        words.filter(fold),
        st.sampled_from(Mark),
        colors,
    ),
    min_size=1,
    max_size=MAX_CATEGORIES,
    unique_by=(lambda category: fold(category.id), lambda category: fold(category.label)),
).map(tuple).filter(lambda categories: not {fold(c.id) for c in categories} & {fold(c.label) for c in categories})


def notes(categories: tuple[Category, ...]) -> st.SearchStrategy[Note]:
    """Return 付箋 in the rows of some lenses."""
    shares = st.integers(0, 1000).map(lambda share: share / 1000)
    places = st.one_of(
        st.tuples(st.just("category"), st.sampled_from([category.id for category in categories])),
        st.tuples(st.just("service_type"), st.sampled_from(vocabulary().values("service_type"))),
        st.just(("free", "")),
        st.tuples(st.just("district"), words.map(fold)),
    )
    texts_of_notes = texts.filter(bool)
    return st.builds(
        lambda key, said, where, position, height: Note(
            id=key, words=said, lens=where[0], row=where[1], position=position, height=height
        ),
        ids,
        texts_of_notes,
        places,
        shares,
        shares,
    )


@st.composite
def _concerns(draw: st.DrawFn, cards: tuple[str, ...]) -> Concern:
    """Return any 課題 that rests on some of these cards."""
    values: dict[str, Any] = {
        field.name: draw({Kind.TEXT: texts, Kind.DATE: st.none() | dates}.get(field.kind, lines))
        for field in CONCERN_FIELDS
    }
    for name, known in CONCERN_CHOICES.items():
        values[name] = canonical(name, draw(st.sampled_from(("", *known)) | words))
    values["title"] = draw(names)
    grounds = draw(st.lists(st.sampled_from(cards), max_size=3, unique=True)) if cards else ()
    return Concern(id=draw(ids), grounds=tuple(grounds), **values)


@st.composite
def worksheets(draw: st.DrawFn, max_resources: int = 5) -> Worksheet:
    """Return any worksheet."""
    categories = draw(category_lists)
    columns = tuple(draw(headings))
    found = draw(st.lists(resources(categories, columns), max_size=max_resources, unique_by=lambda each: each.id))
    pairs = st.permutations([each.id for each in found]).map(lambda order: (order[0], order[1]))
    links = draw(st.lists(st.tuples(pairs, lines), max_size=3, unique_by=lambda link: link[0])) if found[1:] else []
    noted = st.lists(notes(categories), max_size=2, unique_by=lambda note: note.id)
    kept = st.lists(resources(categories, columns), max_size=2, unique_by=lambda each: each.id).map(tuple)
    versions = st.lists(
        st.builds(_version, words, dates, kept, st.none() | lines), max_size=2, unique_by=lambda version: version.name
    )
    one = _concerns(tuple(each.id for each in found))
    return Worksheet(
        resources=tuple(found),
        concerns=tuple(draw(st.lists(one, max_size=2, unique_by=lambda each: each.id))),
        links=tuple(Link(*ends, said) for ends, said in links),
        notes=tuple(draw(noted)),
        versions=tuple(draw(versions)),
        categories=categories,
        extra_headings=columns,
        heading=draw(
            st.builds(
                Heading,
                title=lines,
                subtitle=lines,
                municipality=lines,
                area=lines,
                meeting=lines,
                made_on=st.none() | dates,
                calendar=st.sampled_from(Calendar),
                elderly=st.none() | st.integers(0, MAX_COUNT),
            )
        ),
        lens=draw(st.sampled_from([lens.id for lens in LENSES])),
        mirrored=draw(st.booleans()),
        wording=draw(st.sampled_from(Wording)),
    )


def _version(name: str, day: date, kept: tuple[Resource, ...], said: str | None) -> Version:
    """Return a version that knows of no links (None), or has one with some words where there are two resources."""
    links = (Link(kept[0].id, kept[1].id, said),) if kept[1:] and said is not None else ()
    return Version(name, day, kept, None if said is None else links)


_DRAWN = st.fixed_dictionaries(
    {
        "name": st.sampled_from(
            ("体操", "𠮷野家", "通所B・訪問B", "地域リハビリテーション活動支援事業", "Cafe", "あ" * 90, *_TRICKY[:4])
        ),
        "category": st.sampled_from(("", "？", *(category.id for category in DEFAULT_CATEGORIES))),
        "span": spans,
        "status": st.sampled_from((*Status, "未定")),
        "area_level": st.sampled_from(("", "町", *vocabulary().choices["area_level"])),
        "service_type": st.sampled_from(("", "訪問", "visit_a", "day_b", "none")),
        "district": st.sampled_from(("", "第2地区", "第２地区", "第10地区", "中央", "𠮷野")),
        "support": st.sampled_from(("", *vocabulary().choices["support"])),
        "schedule": st.sampled_from(("", "第2・4木曜 10:00", "あ" * 60)),
        "lane": st.none() | st.integers(0, 5),
        "free_y": st.none() | st.integers(0, 1000).map(lambda share: share / 1000),
    }
)


def drawable_worksheets(max_resources: int = 12) -> st.SearchStrategy[Worksheet]:
    """Return worksheets that differ in what the layout looks at, with more cards than `worksheets` gives."""
    return st.builds(
        lambda cards, lens, mirrored: Worksheet(
            resources=tuple(Resource(id=str(number), **card) for number, card in enumerate(cards)),
            lens=lens,
            mirrored=mirrored,
        ),
        st.lists(_DRAWN, max_size=max_resources),
        st.sampled_from([lens.id for lens in LENSES]),
        st.booleans(),
    )
