"""The categories stay apart for everybody; where colours come near each other, so do not the marks."""

from itertools import combinations

import pytest

from resource_mapper.domain.category import DEFAULT_CATEGORIES
from tests.helpers.color_vision import DEFICIENCIES, difference

JUST_NOTICEABLE = 2.3


def test_the_differences_are_those_of_the_standard():
    assert difference("#FFFFFF", "#000000", None) == pytest.approx(100, abs=0.01)
    assert difference("#FF0000", "#00FF00", None) == pytest.approx(170.6, abs=0.2)
    assert difference("#FF0000", "#00FF00", "deuteranopia") < 100
    assert difference("#808080", "#808080", "protanopia") == 0


@pytest.mark.parametrize("deficiency", [None, *DEFICIENCIES])
def test_the_colours_of_categories_stay_apart(deficiency):
    near = {
        (one.label, other.label): round(difference(one.color, other.color, deficiency), 1)
        for one, other in combinations(DEFAULT_CATEGORIES, 2)
    }
    assert min(near.values()) > 10 * JUST_NOTICEABLE, near


def test_every_category_has_a_mark_of_its_own():
    assert len({category.mark for category in DEFAULT_CATEGORIES}) == len(DEFAULT_CATEGORIES)
