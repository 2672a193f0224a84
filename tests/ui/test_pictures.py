"""The script that makes the pictures: every picture has its scene, and a scene gives the same picture each time."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from docs.pictures.album import IMAGES, SCENES, make
from docs.pictures.studio import Studio
from resource_mapper.ui.look.theme import LIGHT, apply_theme

MOST_KB = 150


@pytest.fixture
def _light(qapp: QApplication) -> None:
    apply_theme(qapp, LIGHT, 1.0)


def test_every_picture_has_its_scene_and_every_scene_its_picture() -> None:
    assert {path.stem for path in IMAGES.iterdir()} == set(SCENES)
    assert [path.name for path in IMAGES.iterdir() if path.stat().st_size > MOST_KB * 1024] == []


@pytest.mark.usefixtures("_light")
@pytest.mark.parametrize("name", ["parts", "opened-elsewhere"])
def test_a_scene_is_played_in_the_running_program(name: str, tmp_path: Path) -> None:
    with Studio.open() as studio:
        made = make(studio, name, tmp_path)
    with Image.open(made) as picture, Image.open(IMAGES / made.name) as kept:
        for side, usual in zip(picture.size, kept.size, strict=True):
            assert side == pytest.approx(usual, rel=0.1), "as in the guide, but for how a system sets its type"
        assert len(picture.convert("RGB").getcolors(1 << 24) or ()) > 20, "something is drawn"
