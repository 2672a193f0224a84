"""The list of what is handed out names every library of the lock, with its version and licence."""

import re
import tomllib
from importlib.metadata import Distribution, version
from pathlib import Path

import pytest

from installer.sbom import sbom

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def app(tmp_path: Path) -> Distribution:
    """The app as it is installed, by its own dependencies."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    folder = tmp_path / "resource_mapper-1.0.dist-info"
    folder.mkdir()
    lines = ["Metadata-Version: 2.4", f"Name: {project['name']}", "Version: 1.0", "License-Expression: MIT"]
    lines += [f"Requires-Dist: {each}" for each in project["dependencies"]]
    (folder / "METADATA").write_text("\n".join(lines), encoding="utf-8")
    return Distribution.at(folder)


def test_every_library_that_ships_is_listed(app: Distribution) -> None:
    listed = {each["name"].lower(): each for each in sbom(app)["components"]}
    lock = (ROOT / "requirements" / "app.lock").read_text(encoding="utf-8")
    pinned = dict(re.findall(r"^([a-z0-9-]+)==([^ ]+)", lock, re.M))
    for name in (
        *("openpyxl", "et_xmlfile", "reportlab", "pillow", "charset-normalizer", "python-calamine"),
        *("defusedxml", "platformdirs", "pyside6_essentials", "shiboken6"),
    ):
        assert listed[name]["version"] == pinned[name.replace("_", "-")]
    assert {"cpython", "noto sans jp (regular, bold)"} <= listed.keys()
    assert "pytest" not in listed


def test_qt_is_listed_with_its_licence(app: Distribution) -> None:
    (qt,) = (each for each in sbom(app)["components"] if each["name"] == "Qt")
    assert qt["version"] == version("PySide6-Essentials")
    assert qt["licenses"] == [{"license": {"id": "LGPL-3.0-only"}}]


def test_every_part_has_a_licence_and_the_list_says_whose_it_is(app: Distribution) -> None:
    found = sbom(app)
    assert (found["bomFormat"], found["specVersion"]) == ("CycloneDX", "1.6")
    assert found["metadata"]["component"]["name"] == "resource-mapper"
    for part in found["components"]:
        assert part["licenses"][0]["license"] not in ({}, {"name": ""}), part
