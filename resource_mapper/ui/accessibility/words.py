"""A card in words, as a screen reader speaks it."""

from collections.abc import Sequence

from resource_mapper.domain.axis import place_in_words, span_in_words
from resource_mapper.domain.lens import lens_of
from resource_mapper.domain.note import Note
from resource_mapper.layout.boxes import CardBox, SheetLayout

_UNSET_CATEGORY = "分類なし"


def note_in_words(note: Note) -> str:
    """Return what a 付箋 says and over which state of people it hangs."""
    return f"付箋、{' '.join(note.words.split())}、{place_in_words(note.position)}"


def card_in_words(layout: SheetLayout, order: Sequence[CardBox], card: CardBox, *, precisely: bool = False) -> str:
    """Return name, category, row, range, 状況, age, arrows, place in the row: 「…、元気〜虚弱、ある、3件中2件目」.

    `order` is the reading order. `precisely` is for what has just been moved: 「元気のはじめから虚弱のおわりまで」.
    """
    worksheet, lens, resource = layout.worksheet, lens_of(layout.worksheet), card.resource
    category = worksheet.category_of(resource)
    words = [resource.name, category.label if category else _UNSET_CATEGORY]
    if lens.field not in (None, "category", "status"):
        words.append(next(row.label for row in lens.rows(worksheet) if row.id == card.row_id))
    if resource.span is not None:
        left, right = resource.span.left, resource.span.right
        words.append(
            f"{place_in_words(left)}から{place_in_words(right)}まで" if precisely else span_in_words(resource.span)
        )
    if resource.aim is not None and card.aim is not None:
        words.append(f"あるべき姿は{span_in_words(resource.aim)}")
    words.append(resource.status)
    words.append(resource.nature if resource.is_natural else "")
    if card.stale:
        words.append("確認が古い")
    onward = [each.target for each in worksheet.links if each.source == resource.id]
    words.extend(f"「{target.name}」へつながる" for key in onward if (target := worksheet.get(key)))
    row = [other.resource.id for other in order if other.row_id == card.row_id]
    words.append(f"{len(row)}件中{row.index(resource.id) + 1}件目")
    return "、".join(word for word in words if word)
