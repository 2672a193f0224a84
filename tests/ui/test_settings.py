"""What the program remembers. A broken or unwritable file never stops anybody."""

import json
from pathlib import Path

import pytest

from resource_mapper.paths import DATA_DIR_VARIABLE, data_dir
from resource_mapper.ui.settings import MAX_RECENT, Settings, SettingsStore


def test_everything_survives_a_restart(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "new folder")
    store.remember_file(tmp_path / "資源.xlsx")
    again = SettingsStore(tmp_path / "new folder")
    assert again.settings == store.settings == Settings((str(tmp_path / "資源.xlsx"),), str(tmp_path))


def test_the_newest_comes_first_once_and_the_list_has_an_end(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path)
    for number in [*range(MAX_RECENT + 3), 5]:
        store.remember_file(tmp_path / f"{number}.xlsx")
    names = [Path(text).stem for text in store.settings.recent_files]
    assert names == ["5", "10", "9", "8", "7", "6", "4", "3"]
    assert SettingsStore(tmp_path).settings == store.settings


def test_a_file_can_be_forgotten(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path)
    store.remember_file(tmp_path / "a.xlsx")
    store.forget_file(tmp_path / "a.xlsx")
    store.forget_file(tmp_path / "a.xlsx")
    assert SettingsStore(tmp_path).settings.recent_files == ()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"text"',
        b"\xff\xfe",
        b'{"recent_files": 5}',
        b'{"recent_files": null, "last_folder": []}',
        b'{"theme": "pink", "ui_scale": 130, "reduced_motion": 1, "layout": null}',
        b'{"ui_scale": true}',
        b"[" * 100_000,
        b'{"list_widths": [["a", 1e400]], "ui_scale": NaN}',
    ],
)
def test_a_broken_file_means_the_defaults(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    store = SettingsStore(tmp_path)
    assert store.settings == Settings()
    store.remember_file(tmp_path / "a.xlsx")
    assert SettingsStore(tmp_path).settings.recent_files == (str(tmp_path / "a.xlsx"),)


def test_entries_that_make_no_sense_are_left_out(tmp_path: Path) -> None:
    raw = {"recent_files": ["a", 3, None, *"bcdefghijk"], "last_folder": 7, "unknown": True}
    (tmp_path / "settings.json").write_text(json.dumps(raw), encoding="utf-8")
    assert SettingsStore(tmp_path).settings == Settings(tuple("abcdefgh"), "")


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = SettingsStore(tmp_path / "file")
    store.remember_file(tmp_path / "a.xlsx")
    assert store.settings.recent_files == (str(tmp_path / "a.xlsx"),), "for this session at least"


def test_the_folder_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(tmp_path))
    assert data_dir() == tmp_path
    monkeypatch.delenv(DATA_DIR_VARIABLE)
    assert data_dir().name == "ResourceMapper"


def test_looks_and_places_survive_a_restart(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path)
    store.update(theme="dark", ui_scale=150, reduced_motion=True, layout="abc", geometry="def", arrangement="list")
    again = SettingsStore(tmp_path).settings
    assert again == store.settings
    assert (again.theme, again.ui_scale, again.reduced_motion) == ("dark", 150, True)


def test_nothing_is_written_where_nothing_changes(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path)
    store.update(theme=store.settings.theme)
    assert list(tmp_path.iterdir()) == []
