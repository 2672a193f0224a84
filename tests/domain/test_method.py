"""ガイド: five steps whose signs follow from the worksheet."""

from dataclasses import replace

import pytest

from resource_mapper.domain import edits, versioning
from resource_mapper.domain.concern import Concern
from resource_mapper.domain.concerns import add_concerns
from resource_mapper.domain.coverage import gaps
from resource_mapper.domain.lens import LENS, LENSES
from resource_mapper.domain.method import ENOUGH, METHOD_STEPS, Progress
from resource_mapper.domain.town import TOWNS
from resource_mapper.domain.training import town_worksheet
from resource_mapper.domain.vocabulary import Status
from resource_mapper.domain.wishes import step_on, wish_for
from resource_mapper.domain.worksheet import Worksheet
from tests.domain.test_training import DAY
from tests.helpers.factories import make_resource, make_worksheet

TO_COME = "「準備中」か「あったらいいな」"


def progress(step_id: str, worksheet: Worksheet) -> Progress:
    return next(step for step in METHOD_STEPS if step.id == step_id).progress(worksheet)


def cards(number: int, *, placed: bool = True) -> Worksheet:
    return make_worksheet(*(make_resource(f"{each}の会", (0.1, 0.5) if placed else None) for each in range(number)))


def test_the_steps_are_those_of_the_deck_in_two_sentences_each() -> None:
    assert [step.name for step in METHOD_STEPS] == ["書き出す", "並べる", "空白を見る", "話す", "決める"]
    for step in METHOD_STEPS:
        assert all(sentence.endswith("。") and sentence.count("。") == 1 for sentence in step.sentences)
        assert step.deed


def test_an_empty_sheet_has_nothing_done_and_no_blame() -> None:
    for step in METHOD_STEPS:
        found = step.progress(Worksheet())
        assert not found.done
        assert found.words
        for word in ("まだできて", "エラー", "失敗", "だめ"):
            assert word not in found.words


def test_writing_counts_to_ten() -> None:
    assert progress("write", cards(7)) == Progress("7枚書き出しました（あと3枚で10枚です）")
    assert progress("write", cards(ENOUGH)) == Progress("10枚書き出しました", True)


def test_placing_is_done_when_nothing_waits() -> None:
    assert progress("place", cards(3, placed=False)) == Progress("置いていないカードが3枚あります")
    assert progress("place", cards(3)) == Progress("3枚すべてを置きました", True)


def test_looking_leads_to_a_wish_or_to_no_gap() -> None:
    sheet = cards(1)
    assert not progress("look", cards(1, placed=False)).done
    assert progress("look", sheet).words.startswith("空白が")
    gap = gaps(sheet, LENS["category"])[0]
    wished = edits.add(sheet, [wish_for(sheet, gap, "w")])
    number = len(gaps(sheet, LENS["category"]))
    assert progress("look", wished) == Progress(f"空白{number}か所のうち、1か所に{TO_COME}があります", True)
    coming = step_on(wished, {"w"})
    assert coming.resources[-1].status == Status.PREPARING
    assert progress("look", coming) == progress("look", wished), "on its way it still stands in the gap"
    assert not progress("look", edits.change(wished, {"w"}, span=None)).done, "in the tray it answers nothing"
    assert not progress("look", edits.change(wished, {"w"}, status=Status.PAUSED)).done
    full = [make_resource(category.label, (0.0, 1.0), category=category.id) for category in sheet.categories]
    assert progress("look", make_worksheet(*full)).done


@pytest.mark.parametrize("lens", [lens.id for lens in LENSES])
def test_a_gap_answered_through_one_lens_stays_so_through_all(lens: str) -> None:
    sheet = replace(cards(1), lens="district")
    wished = edits.add(sheet, [wish_for(sheet, gaps(sheet, LENS["district"])[0], "w")])
    assert progress("look", replace(wished, lens=lens)).done
    assert not progress("look", replace(sheet, lens=lens)).done, "rows of which nothing is known are no sign"


def test_a_wish_where_something_is_already_answers_no_gap() -> None:
    everywhere = [make_resource(f"{each.label}", (0.0, 1.0), category=each.id) for each in cards(1).categories[1:]]
    half = make_worksheet(make_resource("会", (0.1, 0.3), category=cards(1).categories[0].id), *everywhere)
    beside = edits.add(half, [make_resource("ほしい", (0.1, 0.3), category="hobby", status=Status.WANTED)])
    assert progress("look", beside) == progress("look", half)
    assert not progress("look", half).done


def test_talking_leaves_a_version() -> None:
    assert not progress("talk", cards(1)).done
    assert progress("talk", versioning.keep(cards(1), "第1回", DAY)) == Progress("「第1回」として残してあります", True)


def test_deciding_is_a_concern_with_somebody_to_do_it() -> None:
    sheet = cards(1)
    assert not progress("decide", sheet).done
    nobody = add_concerns(sheet, [Concern(id="c1", title="送り迎え")])
    assert progress("decide", nobody) == Progress("課題が1つあります。1つを選んで「役割分担」を書きます")
    shared = add_concerns(nobody, [Concern(id="c2", title="見守り", who="自治会")])
    assert progress("decide", shared) == Progress("役割分担の決まった課題が1つあります", True)


@pytest.mark.parametrize("town", [town.id for town in TOWNS])
def test_a_town_to_train_on_leaves_something_to_do(town: str) -> None:
    sheet = town_worksheet(town, DAY)
    assert progress("write", sheet).done
    assert not progress("place", sheet).done
    assert not progress("talk", sheet).done
    assert not progress("decide", sheet).done
