"""The icon file that the installer makes holds every size the system asks for."""

from pathlib import Path

import pytest
from PIL import Image

from installer.icon import write_icon

pytestmark = pytest.mark.usefixtures("qapp")


def test_windows_icon(tmp_path: Path) -> None:
    write_icon(tmp_path / "build" / "app.ico")
    with Image.open(tmp_path / "build" / "app.ico") as icon:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= icon.info["sizes"]
        icon.size = (16, 16)  # type: ignore[misc] # how Pillow chooses among them
        assert len(icon.convert("RGB").getcolors() or ()) > 5, "drawn, not empty"


def test_macos_icon(tmp_path: Path) -> None:
    write_icon(tmp_path / "app.icns")
    with Image.open(tmp_path / "app.icns") as icon:
        assert icon.size == (512, 512) or icon.size == (1024, 1024)
