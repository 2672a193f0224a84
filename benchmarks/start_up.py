"""Start-up: from the start of the process until the main window with the sample has been painted."""

from importlib.metadata import packages_distributions

from benchmarks.measure import alternate
from benchmarks.processes import Processes
from benchmarks.report import Comparison, Report, Scale
from resource_mapper.paths import font_path

SLOW_IMPORTS = ("openpyxl", "reportlab", "python_calamine")
"""What the window must not wait for; they are imported when a file is read, saved or printed."""

_NAMING = (
    "start-up, naming: PySide makes a class of Qt, and a Python class of each of its enums, when first named: the "
    "bare window names 8 classes, the app {count}, of which `Qt` alone brings over a hundred enums."
)

_OWN = ("benchmarks", "resource_mapper")


def run(scale: Scale) -> Report:
    """Measure both windows in processes of their own."""
    fonts = [font_path(), font_path(bold=True)]
    with Processes(keep_bytecode=scale.whole) as processes:
        answer: dict[str, list[str]] = {}

        def ours() -> float:
            seconds, told = processes.seconds_until_told("benchmarks.children.app_window")
            answer.update(told)
            return seconds

        def bare(*classes: str) -> float:
            return processes.seconds_until_told("benchmarks.children.bare_window", *fonts, *classes)[0]

        alone = alternate(ours, bare, scale.rounds, warm_up=scale.whole)
        naming = alternate(ours, lambda: bare(*answer["qt_classes"]), scale.rounds, warm_up=scale.whole)
    yardstick = "QMainWindow + QGraphicsView, same font files"
    rows = (
        Comparison("start-up: process start → main window with the sample painted", yardstick, *alone, target=1.5),
        Comparison("… the same", "that window, naming the classes of Qt that the app names", *naming),
    )
    return Report(rows, (_imports(answer["modules"]), _NAMING.format(count=len(answer["qt_classes"]))))


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
