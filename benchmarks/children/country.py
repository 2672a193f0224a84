"""`python -m benchmarks.children.country LIST WORKBOOK`: import a list of the country, count, save; print the cost."""

import json
import sys
import time
from dataclasses import replace
from pathlib import Path

from benchmarks.children.peak import peak_mb
from resource_mapper.domain.crosstab import crosstab
from resource_mapper.domain.lens import LENS
from resource_mapper.domain.suggest import suggest
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.document_file import save_document
from resource_mapper.storage.importing.list_import import import_list
from resource_mapper.storage.importing.update import apply_comparison, compare_with_list


def _imported(path: Path) -> Worksheet:
    comparison = compare_with_list(Worksheet(), import_list(path))
    found = {new.id: said for new in comparison.new if (said := suggest(new))}
    return apply_comparison(Worksheet(), comparison, suggestions=found)


def _counted(worksheet: Worksheet) -> dict[tuple[str, str], int]:
    """Return how many resources there are by 地区 (the town) and 分類."""
    counts = {}
    for category in (*(category.id for category in worksheet.categories), ""):
        of_category = tuple(each for each in worksheet.resources if each.category == category)
        for row in crosstab(replace(worksheet, resources=of_category), LENS["district"]).rows:
            if row.total.available:
                counts[row.row.id, category] = row.total.available
    return counts


def main(source: str, target: str) -> None:
    """Do it and say what it cost."""
    began = time.perf_counter()
    worksheet = _imported(Path(source))
    imported = time.perf_counter()
    counts = _counted(worksheet)
    counted = time.perf_counter()
    save_document(worksheet, Path(target))
    saved = time.perf_counter()
    parts = {"reading": imported - began, "counting": counted - imported, "saving": saved - counted}
    told = {"seconds": saved - began, "peak_mb": peak_mb(), "parts": parts}
    print(json.dumps({**told, "resources": len(worksheet.resources), "counts": len(counts)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
