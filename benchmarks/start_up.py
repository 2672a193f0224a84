"""Start-up: from the start of the process until the first window has been painted, and until one can work."""

from importlib.metadata import packages_distributions

from benchmarks.measure import Measure, Series, alternate
from benchmarks.processes import Processes
from benchmarks.report import Comparison, Report, Scale
from resource_mapper.paths import font_path

SLOW_IMPORTS = ("openpyxl", "reportlab", "python_calamine")
"""What the window must not wait for; they are imported when a file is read, saved or printed."""

_NAMING = (
    "start-up, naming: PySide makes a class of Qt, and a Python class of each of its enums, when first named: the "
    "bare window names 8 classes, the start page {count}, of which `Qt` alone brings over a hundred enums."
)

_OWN = ("benchmarks", "resource_mapper")


def run(scale: Scale) -> Report:
    """Measure the windows in processes of their own."""
    fonts = [font_path(), font_path(bold=True)]
    with Processes(keep_bytecode=scale.whole) as processes:
        told: dict[str, dict[str, list[str]]] = {}

        def ours(module: str, *arguments: str) -> Measure:
            def measured() -> float:
                seconds, told[module] = processes.seconds_until_told(f"benchmarks.children.{module}", *arguments)
                return seconds

            return measured

        def bare(*classes: str) -> float:
            return processes.seconds_until_told("benchmarks.children.bare_window", *fonts, *classes)[0]

        def compared(one: Measure, other: Measure = bare) -> tuple[Series, Series]:
            return alternate(one, other, scale.rounds, warm_up=scale.whole)

        sample = compared(ours("app_window"))
        furnished = compared(ours("start_window", "furnished"))
        first = compared(ours("start_window"))
        classes = told["start_window"]["qt_classes"]
        naming = compared(ours("start_window"), lambda: bare(*classes))
    yardstick = "QMainWindow + QGraphicsView, same font files"
    rows = (
        Comparison("start-up: process start → first window painted (the start page)", yardstick, *first, target=1.5),
        Comparison("… the same", "that window, naming the classes of Qt that the start page names", *naming),
        Comparison("… until all that one works with is there behind it", yardstick, *furnished),
        Comparison("… with the sample in the window, until that is painted", yardstick, *sample),
    )
    modules = told["app_window"]["modules"]
    notes = (_imports(modules, _own(told["start_window"]["modules"])), _NAMING.format(count=len(classes)))
    return Report(rows, notes)


def slow_imports(modules: list[str]) -> list[str]:
    """Return which of the slow libraries are among the modules."""
    return [name for name in SLOW_IMPORTS if name in modules]


def _imports(modules: list[str], at_first: int) -> str:
    packages = sorted({name.partition(".")[0] for name in modules if not name.startswith("_")})
    others = [name for name in packages if name in packages_distributions() and name not in _OWN]
    waited_for = ", ".join(slow_imports(modules)) or "none of them"
    return (
        f"the window with the sample imports {len(modules)} modules, {_own(modules)} of them the app's (the start page "
        f"alone {at_first} of these); from outside the standard library: {', '.join(others)}. "
        f"Of {', '.join(SLOW_IMPORTS)}: {waited_for}."
    )


def _own(modules: list[str]) -> int:
    return sum(name.startswith("resource_mapper.") for name in modules)
