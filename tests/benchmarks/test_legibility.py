"""docs/legibility.md: true to the layout, and the sample is read from five metres."""

from benchmarks.legibility import REPORT, SCREENS, figures, main, page
from resource_mapper.layout.wall import LEGIBLE_PX, legible_px


def test_the_page_says_what_the_layout_does() -> None:
    assert REPORT.read_text(encoding="utf-8") == page(figures()), "run `python -m benchmarks.legibility --write`"


def test_twenty_four_cards_are_read_on_either_screen_and_more_cards_are_no_larger(capsys) -> None:
    sample, more = figures((24, 300))
    assert sample.smallest[0] >= LEGIBLE_PX
    for (_, height), size, smaller in zip(SCREENS, sample.smallest, more.smallest, strict=True):
        assert size >= legible_px(height) > smaller
    main([])
    assert capsys.readouterr().out.startswith("# How large")
