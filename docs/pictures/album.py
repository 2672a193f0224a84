"""All scenes by the names of their pictures, and how a scene becomes a file."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QImage

from docs.pictures import first_steps, follow_up, lists, meetings, papers, troubles
from docs.pictures.studio import Studio
from resource_mapper.ui.picture import png_bytes

IMAGES = Path(__file__).parents[1] / "guide" / "images"
COLORS = 256
"""Enough for flat screens with smooth type and one gradient; less than half the bytes of full colour."""

Scene = Callable[[Studio], QImage]
SCENES: dict[str, Scene] = {
    **first_steps.SCENES,
    **meetings.SCENES,
    **follow_up.SCENES,
    **papers.SCENES,
    **lists.SCENES,
    **troubles.SCENES,
}


def make(studio: Studio, name: str, folder: Path = IMAGES) -> Path:
    """Play a scene in a fresh window; return the file of its picture."""
    with studio.fresh():
        image = SCENES[name](studio)
    path = folder / f"{name}.png"
    path.write_bytes(small_png(image))
    return path


def small_png(image: QImage) -> bytes:
    """Return a picture with few colours; the same bytes for the same picture."""
    out = BytesIO()
    full = Image.open(BytesIO(png_bytes(image))).convert("RGB")
    full.quantize(COLORS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
