"""What is handed out is complete: fonts, icons and the guide are in the wheel and in the frozen build."""

import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

from resource_mapper.paths import guide_dir, resources_dir

ROOT = Path(__file__).resolve().parents[1]


def files_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_wheel_holds_resources_and_guide(tmp_path: Path) -> None:
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    names = set(ZipFile(wheel).namelist())
    assert {f"resource_mapper/guide/{name}" for name in files_below(guide_dir())} <= names
    assert {f"resource_mapper/resources/{name}" for name in files_below(resources_dir())} <= names
    assert "resource_mapper/domain/vocabulary.toml" in names
    assert not [name for name in names if name.startswith(("docs/", "tests/"))]
    ZipFile(wheel).extractall(tmp_path / "installed")
    question = "from resource_mapper.ui.guide.pages import guide_pages; print(guide_pages()[-1].path)"
    answer = subprocess.run(
        [sys.executable, "-c", question], cwd=tmp_path / "installed", capture_output=True, text=True, check=True
    )
    assert Path(answer.stdout.strip()) == tmp_path / "installed" / "resource_mapper" / "guide" / "troubles.md"


def test_the_frozen_build_holds_resources_and_guide(monkeypatch: pytest.MonkeyPatch) -> None:
    """The recipe itself, with the packager's functions noting what they are asked for."""
    asked: dict[str, Any] = {}

    class Noted:
        binaries: tuple[tuple[str, str], ...] = ()
        pure = scripts = binaries

        def __init__(self, *_: object, **options: Any) -> None:
            asked.update(options)
            self.datas = [(target, source) for source, target in options.get("datas", ())]

    modules: dict[str, dict[str, object]] = {
        "PyInstaller": {},
        "PyInstaller.building": {},
        "PyInstaller.building.api": {"COLLECT": Noted, "EXE": Noted, "PYZ": Noted},
        "PyInstaller.building.build_main": {"Analysis": Noted},
        "PyInstaller.utils": {},
        "PyInstaller.utils.hooks": {
            "collect_data_files": lambda *_, excludes: [asked.setdefault("left_out", excludes)][:0],
            "copy_metadata": lambda name: [(name, name)],
        },
    }
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: None)  # that makes the icon
    for name, contents in modules.items():
        module = ModuleType(name)
        vars(module).update(contents)
        monkeypatch.setitem(sys.modules, name, module)
    recipe = compile((ROOT / "build_installer.spec").read_text(encoding="utf-8"), "build_installer.spec", "exec")
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(sys, "platform", "linux")  # on Windows it writes file properties with the packager's help
        exec(recipe, {"SPECPATH": str(ROOT)})  # as PyInstaller does
    assert {(str(guide_dir()), "guide"), (str(resources_dir()), "resources")} <= set(asked["datas"])
    assert asked["left_out"] == ["resources", "guide"], "they are not packed twice"
