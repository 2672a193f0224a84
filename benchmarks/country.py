"""The whole country: a CSV of all its 通いの場 → worksheet → counts by 市区町村 × 分類 → workbook."""

import csv
from pathlib import Path

from benchmarks.measure import Series
from benchmarks.processes import Processes
from benchmarks.report import MB, Comparison, Report, Scale, Unit
from benchmarks.town import town
from resource_mapper.domain.resource import Resource

GATHERINGS = 113_886
"""通いの場 in the country (deck, page 5)."""
ALLOWED_S = 180.0
ALLOWED_MB = 2_000.0
FEW = 300
INSURED = Path(__file__).parents[2] / "shared" / "data" / "lists" / "mhlw-02h.xlsx"
"""厚労省 介護保険事業状況報告, table 2: every 保険者 with its 第1号被保険者."""
SECONDS = Unit("s")
_DIFFERENT = 5_000
_HEADINGS = (
    *("No", "都道府県名", "市区町村名", "名称（ふりがな）", "名称", "所在地（都道府県から番地まで）", "電話番号"),
    *("対象者", "活動内容", "運営日（平日）－開始", "運営日（平日）－終了", "定休日", "定員", "料金体系", "送迎の有無"),
    "その他",
)

Town = tuple[str, str, float]
"""Prefecture, name, and how many 65 and over live there."""


def run(scale: Scale) -> Report:
    """Measure a process of its own that does it all, against what is allowed."""
    rows = GATHERINGS if scale.whole else FEW
    towns = towns_of_the_country()
    with Processes(keep_bytecode=scale.whole) as processes:
        source = processes.folder / "通いの場.csv"
        write_list(source, rows, towns)
        told = processes.answer("benchmarks.children.country", source, processes.folder / "全国.xlsx")
    job = f"{rows:,} 通いの場 of {len(towns):,} towns: read the CSV, count 市区町村 × 分類, save"
    seconds = Comparison(job, "what is allowed", _one(told["seconds"]), _one(ALLOWED_S), SECONDS, target=1)
    memory = Comparison(
        "… memory at the most", "what is allowed", _one(told["peak_mb"]), _one(ALLOWED_MB), MB, target=1
    )
    real = "each with its share of people of 65 and over" if INSURED.is_file() else "made up: the real list is not here"
    parts = ", ".join(f"{name} {value:.1f} s" for name, value in told["parts"].items())
    note = (
        f"country: {parts}; {told['resources']:,} records with their suggestions taken, {told['counts']:,} counts "
        f"other than 0. The towns are {real}; the gatherings are made up."
    )
    return Report((seconds, memory), (note,))


def _one(value: float) -> Series:
    return Series((value,))


def towns_of_the_country() -> list[Town]:
    """Return the towns of the country; a few made-up ones where the list of them is not there."""
    if not INSURED.is_file():
        return [("○○県", f"第{number}市", 1_000.0) for number in range(1, 1_001)]
    from python_calamine import CalamineWorkbook

    rows = CalamineWorkbook.from_path(str(INSURED)).get_sheet_by_index(0).to_python()
    found = [(str(row[0]).strip(), str(row[1]).strip(), row[2]) for row in rows]
    return [(prefecture, name, float(count)) for prefecture, name, count in found if name and isinstance(count, float)]


def write_list(path: Path, rows: int, towns: list[Town]) -> None:
    """Write a list of so many rows in the shape of 通いの場オープンデータ."""
    models = town(min(rows, _DIFFERENT)).resources
    everybody = sum(count for *_, count in towns)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADINGS)
        number = 0
        reached = 0.0
        for prefecture, name, count in towns:
            reached += count
            while number < round(rows * reached / everybody):
                number += 1
                writer.writerow(_row(number, prefecture, name, models[number % len(models)]))


def _row(number: int, prefecture: str, name: str, model: Resource) -> list[object]:
    where = f"{prefecture}{name}{model.address.removeprefix('○○市')}"
    what = "・".join(model.activities)
    return [
        *(number, prefecture, name, model.reading, f"{model.name}の{number}", where, model.contact, model.target, what),
        *("10:00", "11:30", "土日祝", model.participants or "", model.fee, number % 2, model.note),
    ]
