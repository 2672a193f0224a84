"""A card in the inspector."""

import pytest

from resource_mapper.domain.resource import Resource
from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers.form import (
    begin_anew,
)


@pytest.fixture
def card(window: MainWindow) -> Resource:
    """The selected card; the whole form is open."""
    return begin_anew(window)
