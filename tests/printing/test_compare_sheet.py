"""版の比較 on paper: both states on one sheet, marked by words in shapes and not by colour alone."""

from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from resource_mapper import cli
from resource_mapper.domain import edits, versioning
from resource_mapper.domain.axis import Span
from resource_mapper.domain.concern import Concern
from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.layout.card import MIN_PT
from resource_mapper.layout.display_list import Text, texts
from resource_mapper.printing.options import Paper, PrintOptions
from resource_mapper.printing.problems import ROUNDING
from resource_mapper.printing.sheets import sheet_pages
from resource_mapper.storage.document_file import save_document
from tests.helpers import ink
from tests.helpers.factories import make_resource
from tests.helpers.fonts import real_measurer
from tests.helpers.pdf import read_pdf

SIGNS = {"新", "減", "動", "変"}


@pytest.fixture(scope="module")
def changed() -> Worksheet:
    sheet = versioning.keep(sample_worksheet(date(2026, 11, 23)), "第1回", date(2026, 6, 1))
    sheet = edits.remove(sheet, {"sample-06"})
    sheet = edits.change(sheet, {"sample-09"}, span=Span(0.25, 0.9))
    sheet = edits.change(sheet, {"sample-04"}, fee="200円")
    return edits.add(sheet, [make_resource("移動販売", (0.4, 0.8), id="new", category="other")])


def page_texts(sheet: Worksheet, **options: object) -> list[Text]:
    (page,) = sheet_pages(sheet, "compare", real_measurer(), PrintOptions(**options))  # type: ignore[arg-type]
    return list(texts(page.items))


@pytest.mark.parametrize("mono", [False, True])
def test_each_change_carries_its_sign_and_the_foot_explains_them(changed: Worksheet, mono: bool) -> None:
    found = page_texts(changed, mono=mono)
    words = [text.text for text in found]
    assert [words.count(sign) for sign in sorted(SIGNS)] == [2, 2, 2, 2], "once on the sheet, once in the legend"
    assert {"スポーツクラブ", "移動販売", "いきいきサロン"} <= set(words), "what is gone is there, too"
    assert "加わった 1件" in words
    assert any("第1回（令和8年6月1日） と いま" in text for text in words)
    assert "終了" not in words
    gym, sign = (next(text for text in found if text.text == word) for word in ("スポーツクラブ", "減"))
    assert abs(gym.y - sign.y) < 8, "the sign is at its card"


@pytest.mark.parametrize("paper", [Paper.A4, Paper.B4, Paper.A3])
@pytest.mark.parametrize("mono", [False, True])
def test_small_paper_is_laid_out_anew_and_nothing_at_the_foot_touches(
    changed: Worksheet, paper: Paper, mono: bool
) -> None:
    (page,) = sheet_pages(changed, "compare", real_measurer(), PrintOptions(paper=paper, mono=mono))
    runs = list(texts(page.items))
    assert min(text.size_pt for text in runs) >= MIN_PT - ROUNDING
    foot = [ink.extent(text, real_measurer()) for text in runs if text.y > page.height * 0.925]
    assert len(foot) == 13, "five signs with their words, the bracket, source and page number"
    for one, other in combinations(foot, 2):
        beside = one.x >= other.right - 0.01 or other.x >= one.right - 0.01
        assert beside or one.y >= other.bottom - 0.01 or other.y >= one.bottom - 0.01
    assert max(box.right for box in foot) <= page.width - 5


def test_what_is_gone_counts_no_more_and_any_two_states_can_be_chosen(changed: Worksheet) -> None:
    assert "6 か所" in [text.text for text in page_texts(changed)]
    kept = versioning.keep(changed, "第2回", date(2026, 11, 23))
    assert "新" not in [t.text for t in page_texts(kept) if t.y < 270], "the last one is what is compared"
    raised = replace(kept, concerns=(Concern(id="k", title="足の確保", grounds=("new",)),))
    page_texts(raised, compare_from="第1回", compare_to="第1回")  # of which 移動販売 knows nothing
    back = [text.text for text in page_texts(kept, compare_from="第2回", compare_to="第1回")]
    assert "スポーツクラブ" in back
    assert "加わった 1件" in back
    with pytest.raises(UserFacingError, match="第9回"):
        page_texts(kept, compare_from="第9回")


@pytest.mark.parametrize("lens", ["free", "status", "district"])
def test_every_lens_has_the_marks(changed: Worksheet, lens: str) -> None:
    pages = sheet_pages(replace(changed, lens=lens), "compare", real_measurer())
    words = [text.text for page in pages for text in texts(page.items)]
    assert words.count("減") == 1 + len(pages)


def test_by_the_command_line(changed: Worksheet, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book, paper = tmp_path / "町.xlsx", tmp_path / "比較.pdf"
    save_document(changed, book)
    assert cli.main(["print", str(book), "-o", str(paper), "--sheet", "compare", "--from", "第1回"]) == 0
    assert "第1回" in "".join(read_pdf(paper.read_bytes()).texts)
    assert cli.main(["print", str(book), "-o", str(paper), "--sheet", "compare", "--to", "第8回"]) == 1
    assert "第8回" in capsys.readouterr().err
