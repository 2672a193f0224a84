"""The app finds its own files in a checkout, a wheel and a frozen build, and says so when they are gone."""

import json
import sys

import pytest

from resource_mapper import paths


def make_resources(folder):
    (folder / "fonts").mkdir(parents=True)
    (folder / "fonts" / "NotoSansJP-Bold.ttf").touch()
    return folder


@pytest.fixture
def installed_package(tmp_path, monkeypatch):
    package = tmp_path / "site-packages" / "resource_mapper"
    package.mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    return package


def test_checkout_keeps_resources_beside_the_package(installed_package):
    resources = make_resources(installed_package.parent / "resources")
    assert paths.resources_dir() == resources


def test_wheel_keeps_resources_inside_the_package(installed_package):
    make_resources(installed_package.parent / "resources")
    resources = make_resources(installed_package / "resources")
    assert paths.resources_dir() == resources


def test_frozen_build_keeps_resources_in_its_bundle(installed_package, tmp_path, monkeypatch):
    make_resources(installed_package / "resources")
    resources = make_resources(tmp_path / "bundle" / "resources")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)
    assert paths.resources_dir() == resources


def test_the_guide_is_found_in_checkout_wheel_and_frozen_build(installed_package, tmp_path, monkeypatch):
    places = (
        installed_package.parent / "docs" / "guide",
        installed_package / "guide",
        tmp_path / "bundle" / "guide",
    )
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)
    for place in places:
        place.mkdir(parents=True)
        assert paths.guide_dir() == place


def test_fonts_are_told_apart_by_weight(installed_package):
    fonts = make_resources(installed_package / "resources") / "fonts"
    assert paths.font_path(bold=True) == fonts / "NotoSansJP-Bold.ttf"
    with pytest.raises(paths.ResourceMissingError, match=r"NotoSansJP-Regular\.ttf"):
        paths.font_path()


def test_missing_files_are_explained_in_japanese(installed_package):
    with pytest.raises(FileNotFoundError, match="アプリを入れ直してください"):
        paths.resources_dir()
    make_resources(installed_package / "resources")
    with pytest.raises(FileNotFoundError, match="アプリの部品が見つかりません"):
        paths.icon_path("save")


def test_the_real_fonts_and_their_widths_are_there():
    assert paths.font_path().stat().st_size > 1_000_000
    assert paths.font_path(bold=True).stat().st_size > 1_000_000
    metrics = json.loads(paths.font_metrics_path().read_text(encoding="ascii"))
    widths = {code: advance for first, last, advance in metrics["Bold"] for code in range(first, last + 1)}
    assert metrics["unitsPerEm"] == widths[ord("域")] == 1000
    assert [char for char in "髙﨑𠮷😀" if ord(char) in widths] == ["髙", "﨑", "𠮷"]


class TestDataDir:
    """Where settings, kept work and the log are."""

    @pytest.fixture(autouse=True)
    def _no_variable(self, monkeypatch):
        monkeypatch.delenv(paths.DATA_DIR_VARIABLE)

    def test_the_users_own_folder(self, installed_package):
        assert paths.data_dir().name == "ResourceMapper"
        assert not paths.data_dir().is_relative_to(installed_package.parent)

    def test_beside_the_checkout_with_the_mark(self, installed_package):
        (installed_package.parent / paths.PORTABLE_MARK).touch()
        assert paths.data_dir() == installed_package.parent / paths.PORTABLE_DATA

    def test_beside_the_frozen_program_with_the_mark(self, tmp_path, monkeypatch):
        monkeypatch.setattr(sys, "frozen", True, raising=False)
        monkeypatch.setattr(sys, "executable", str(tmp_path / "資源 マップ" / "ResourceMapper.exe"))
        (tmp_path / "資源 マップ").mkdir()
        assert paths.data_dir().name == "ResourceMapper"
        (tmp_path / "資源 マップ" / paths.PORTABLE_MARK).touch()
        assert paths.data_dir() == tmp_path / "資源 マップ" / paths.PORTABLE_DATA

    def test_the_variable_wins(self, installed_package, tmp_path, monkeypatch):
        (installed_package.parent / paths.PORTABLE_MARK).touch()
        monkeypatch.setenv(paths.DATA_DIR_VARIABLE, str(tmp_path / "chosen"))
        assert paths.data_dir() == tmp_path / "chosen"
