"""Start-up: from the start of the process until the main window with the sample has been painted."""

from importlib.metadata import packages_distributions

from benchmarks.measure import alternate
from benchmarks.processes import Processes
from benchmarks.report import Comparison, Report, Scale
from resource_mapper.paths import font_path

SLOW_IMPORTS = ("openpyxl", "reportlab", "python_calamine")
"""What the window must not wait for; they are imported when a file is read, saved or printed."""

_OWN = ("benchmarks", "resource_mapper")


def run(scale: Scale) -> Report:
    """Measure both windows in processes of their own."""
    fonts = [font_path(), font_path(bold=True)]
    with Processes(keep_bytecode=scale.whole) as processes:
        modules: list[str] = []

        def ours() -> float:
            seconds, answer = processes.seconds_until_told("benchmarks.children.app_window")
            modules[:] = answer["modules"]
            return seconds

        def bare() -> float:
            return processes.seconds_until_told("benchmarks.children.bare_window", *fonts)[0]

        series = alternate(ours, bare, scale.rounds, warm_up=scale.whole)
    row = Comparison(
        "start-up: process start → main window with the sample painted",
        "QMainWindow + QGraphicsView, same font files",
        *series,
        target=1.5,
    )
    return Report((row,), (_imports(modules),))


def slow_imports(modules: list[str]) -> list[str]:
    """Return which of the slow libraries are among the modules."""
    return [name for name in SLOW_IMPORTS if name in modules]


def _imports(modules: list[str]) -> str:
    packages = sorted({name.partition(".")[0] for name in modules if not name.startswith("_")})
    own = sum(name.startswith("resource_mapper.") for name in modules)
    others = [name for name in packages if name in packages_distributions() and name not in _OWN]
    waited_for = ", ".join(slow_imports(modules)) or "none of them"
    return (
        f"start-up imports {len(modules)} modules, {own} of them the app's; from outside the standard library: "
        f"{', '.join(others)}. Of {', '.join(SLOW_IMPORTS)}: {waited_for}."
    )
