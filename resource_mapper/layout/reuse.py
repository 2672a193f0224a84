"""A layout taken over where nothing on the paper has changed: most of all while names are written into the tray."""

from dataclasses import replace
from typing import NamedTuple

from resource_mapper.domain.lens import lens_of
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.boxes import SheetLayout, SheetOptions
from resource_mapper.layout.measure import TextMeasurer
from resource_mapper.layout.sheet import DEFAULT_OPTIONS, Layouter, marked


class ReadyLayout(NamedTuple):
    """A layout made beforehand, away from the window, and what made it, to go on with."""

    layout: SheetLayout
    layouter: Layouter

    @classmethod
    def of(cls, worksheet: Worksheet, measurer: TextMeasurer, options: SheetOptions) -> "ReadyLayout":
        """Lay a worksheet out."""
        layouter = Layouter(measurer)
        return cls(layouter.layout(worksheet, options), layouter)

    def fits(self, worksheet: Worksheet, options: SheetOptions) -> bool:
        """Whether it is the layout that is wanted."""
        return self.layout.worksheet is worksheet and self.layout.options == options


def layout_after(
    before: SheetLayout | None, worksheet: Worksheet, layouter: Layouter, options: SheetOptions = DEFAULT_OPTIONS
) -> SheetLayout:
    """Return a worksheet's layout; boxes of the one before are taken over if it looks the same on paper."""
    if before is None or not same_on_paper(before.worksheet, worksheet):
        return layouter.layout(worksheet, options)
    same = replace(before, worksheet=worksheet)
    if before.options == options:
        return same
    only_marks = replace(before.options, freshness=options.freshness) == options
    return marked(same, options.freshness) if only_marks else layouter.layout(worksheet, options)


def same_on_paper(one: Worksheet, other: Worksheet) -> bool:
    """Whether two worksheets differ at most in cards that wait in the tray."""
    if one.placed != other.placed or one.links != other.links or _frame(one) != _frame(other):
        return False
    return lens_of(one).rows(one) == lens_of(other).rows(other)  # a word in the tray may make a row


def _frame(worksheet: Worksheet) -> Worksheet:
    """Return what is on the paper besides cards, what joins them, and notes, which lie above everything."""
    return replace(worksheet.without_resources(), notes=(), versions=())
