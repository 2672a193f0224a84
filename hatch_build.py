"""Build hook: makes the two static fonts the app draws and prints with, and what goes into the wheel."""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

RECIPE = 1  # raise it whenever the files below must be made again
FAMILY = "Noto Sans JP"
WEIGHTS = {"Regular": 400, "Bold": 700}

# Without shaping tables Qt's advance widths equal reportlab's plain sums: screen and paper agree.
DROPPED_TABLES = ("GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "STAT")
VARIATION_SEQUENCES = 14  # a cmap format reportlab cannot read: a variant would show on screen only
BOLD_STYLE, BOLD_SELECTION, REGULAR_SELECTION = 1 << 0, 1 << 5, 1 << 6
STYLE_SELECTIONS = 1 << 0 | BOLD_SELECTION | REGULAR_SELECTION
WINDOWS_UNICODE_ENGLISH = (3, 1, 0x409)


class FontBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Makes `resources/fonts/` before anything is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the fonts when they are not there yet; put resources and guide inside the package in a wheel."""
        make_fonts(Path(self.root, "resources", "fonts"))
        # An editable install reads the checkout's own folder.
        if self.target_name == "wheel" and version != "editable":
            build_data["force_include"]["resources"] = "resource_mapper/resources"
            build_data["force_include"]["docs/guide"] = "resource_mapper/guide"


def make_fonts(folder: Path) -> None:
    """Write both weights, their widths and their licence into `folder`, unless this recipe already did."""
    if is_made(folder):
        return
    folder.mkdir(parents=True, exist_ok=True)
    metrics_path = folder / "metrics.json"
    metrics_path.unlink(missing_ok=True)
    source = source_folder()
    (folder / "OFL.txt").write_bytes((source / "OFL.txt").read_bytes())
    metrics: dict[str, Any] = {"recipe": RECIPE}
    for style, weight in WEIGHTS.items():
        font = static_font(source / "NotoSansJP[wght].ttf", weight)
        rename(font, style, weight)
        font.save(folder / f"NotoSansJP-{style}.ttf")
        metrics["unitsPerEm"] = font["head"].unitsPerEm
        metrics[style] = list(advance_ranges(font))
    # Written last: a build that stops half-way starts over.
    metrics_path.write_text(json.dumps(metrics, separators=(",", ":")) + "\n", encoding="ascii", newline="\n")


def is_made(folder: Path) -> bool:
    """Tell whether `folder` holds everything this recipe makes."""
    files = ["OFL.txt", *(f"NotoSansJP-{style}.ttf" for style in WEIGHTS)]
    try:
        metrics = json.loads((folder / "metrics.json").read_text(encoding="ascii"))
    except (OSError, ValueError):
        return False
    return metrics.get("recipe") == RECIPE and all((folder / name).is_file() for name in files)


def source_folder() -> Path:
    """Find the variable Noto Sans JP that comes with the build requirement."""
    spec = importlib.util.find_spec("justmytype_intl_cjk")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("justmytype-intl-cjk is needed to build the fonts")
    return Path(spec.origin).parent / "fonts" / "ofl" / "notosansjp"


def static_font(variable: Path, weight: int) -> TTFont:
    """Cut one weight out of the variable font and drop what paper could not follow."""
    font = TTFont(variable, recalcTimestamp=False)  # the same bytes on every machine
    for tag in DROPPED_TABLES:
        if tag in font:
            del font[tag]
    font["cmap"].tables = [table for table in font["cmap"].tables if table.format != VARIATION_SEQUENCES]
    return instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True)


def rename(font: TTFont, style: str, weight: int) -> None:
    """Name the font so that every system sees one family with a regular and a bold face."""
    table = font["name"]
    version = table.getDebugName(5)
    kept = {name_id: table.getDebugName(name_id) for name_id in (0, 7, 8, 9, 10, 11, 13, 14)}
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    names = {
        1: FAMILY,
        2: style,
        3: f"{version};{postscript}",
        4: f"{FAMILY} {style}",
        5: version,
        6: postscript,
    }
    table.names = []
    for name_id, text in sorted((kept | names).items()):
        if text:
            table.setName(text, name_id, *WINDOWS_UNICODE_ENGLISH)
    bold = style == "Bold"
    font["head"].macStyle = BOLD_STYLE if bold else 0
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection &= ~STYLE_SELECTIONS
    font["OS/2"].fsSelection |= BOLD_SELECTION if bold else REGULAR_SELECTION


def advance_ranges(font: TTFont) -> Iterator[tuple[int, int, int]]:
    """Yield (first, last, advance) for every run of code points with the same width."""
    run: tuple[int, int, int] | None = None
    for code, glyph in sorted(font.getBestCmap().items()):
        advance = font["hmtx"][glyph][0]
        if run and code == run[1] + 1 and advance == run[2]:
            run = (run[0], code, advance)
            continue
        if run:
            yield run
        run = (code, code, advance)
    if run:
        yield run
