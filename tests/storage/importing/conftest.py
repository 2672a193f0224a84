"""A list as a file, read at once."""

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from resource_mapper.storage.importing.list_import import ImportResult, import_list
from tests.helpers.imported import Rows


@pytest.fixture
def imported(tmp_path: Path) -> Callable[..., ImportResult]:
    """Import rows as a CSV file."""

    def run(rows: Rows, encoding: str = "utf-8-sig", name: str = "一覧.csv") -> ImportResult:
        text = StringIO()
        csv.writer(text).writerows(rows)
        path = tmp_path / name
        path.write_bytes(text.getvalue().encode(encoding))
        return import_list(path)

    return run
