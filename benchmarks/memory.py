"""Memory: the most that a process has had in use at one time, the app's against the bare library's."""

from benchmarks.measure import Measure, alternate
from benchmarks.processes import Processes
from benchmarks.report import MB, Comparison, Report, Scale
from benchmarks.workbooks import workbook
from resource_mapper.paths import font_path


def run(scale: Scale) -> Report:
    """Measure processes of their own."""
    rounds = scale.very_slow_rounds
    with Processes(keep_bytecode=scale.whole) as processes:
        source = processes.folder / "rows.xlsx"
        source.write_bytes(workbook(scale.rows))

        def peak(module: str, *arguments: object) -> Measure:
            return lambda: float(processes.answer(module, *arguments)["peak_mb"])

        def job(name: str, argument: object) -> Measure:
            return peak("benchmarks.children.peak", name, argument)

        fonts = (font_path(), font_path(bold=True))
        window = alternate(
            peak("benchmarks.children.app_window"),
            peak("benchmarks.children.bare_window", *fonts),
            rounds,
            warm_up=False,
        )
        reading = alternate(job("read", source), job("read-bare", source), rounds, warm_up=False)
        writing = alternate(job("write", scale.rows), job("write-bare", scale.rows), rounds, warm_up=False)
    return Report(
        (
            Comparison("memory: window with the sample", "QMainWindow + QGraphicsView", *window, MB),
            Comparison(f"memory: read {scale.rows:,} rows", "python-calamine", *reading, MB),
            Comparison(f"memory: write {scale.rows:,} rows", "openpyxl write-only", *writing, MB),
        ),
        ("memory: whole processes, so Python and the imported libraries count as well.",),
    )
