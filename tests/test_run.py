"""The start script: what it decides, without a network."""

import subprocess
import sys

import pytest

import run


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """Return a prepared project folder that the script takes for its own."""
    for name in ("requirements/app.lock", "requirements/dev.lock", "pyproject.toml", "hatch_build.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "resources" / "fonts").mkdir(parents=True)
    (tmp_path / "resources" / "fonts" / "metrics.json").touch()
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "VENV", tmp_path / ".venv")
    return tmp_path


def stamp(checkout, kind):
    (checkout / ".venv" / f"{kind}.stamp").write_text(run.fingerprint(kind))


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_supported_python_is_accepted(version):
    run.check_python(version)


@pytest.mark.parametrize("version", [(2, 7), (3, 10), (3, 14)])
def test_other_python_gets_a_kind_message(version):
    with pytest.raises(SystemExit, match=rf"{version[0]}\.{version[1]} です。3\.11〜3\.13 を入れて"):
        run.check_python(version)


def test_app_gets_its_arguments():
    assert run.command(["print", "表.xlsx"]) == [run.VENV_PYTHON, "-m", "resource_mapper", "print", "表.xlsx"]


def test_tests_run_in_parallel_without_restarting_workers():
    command = run.command(["test", "-k", "paths"])
    assert command[:4] == [run.VENV_PYTHON, "-m", "pytest", "-n"]
    assert 1 <= int(command[4]) <= run.MOST_WORKERS
    assert command[5:] == ["--max-worker-restart", "0", "-k", "paths"]


@pytest.mark.parametrize(
    ("platform", "environ", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_display(platform, environ, expected):
    assert run.has_display(platform, environ) is expected


def test_every_library_is_missing_on_a_bare_system():
    bare = "dpkg-query: no packages found matching libegl1\nnot-installed libgl1\nconfig-files libdbus-1-3\n"
    assert run.missing_packages(bare) == run.QT_LIBRARIES


def test_only_what_is_missing_is_asked_for():
    lines = [f"installed {name}" for name in run.QT_LIBRARIES if name != "libxcb-cursor0"]
    assert run.missing_packages("\n".join(lines)) == ["libxcb-cursor0"]


def test_newer_names_count_as_installed():
    lines = [f"installed {name}t64" for name in run.QT_LIBRARIES]
    assert run.missing_packages("\n".join(lines)) == []


def test_nothing_is_prepared_twice(checkout, capsys):
    stamp(checkout, "app")
    run.prepare("app")
    assert capsys.readouterr().out == ""


def test_development_includes_the_app_but_not_the_other_way_round(checkout):
    stamp(checkout, "app")
    assert not run.is_ready("dev")
    stamp(checkout, "dev")
    (checkout / ".venv" / "app.stamp").unlink()
    assert run.is_ready("app")


@pytest.mark.parametrize("name", ["requirements/app.lock", "pyproject.toml", "hatch_build.py"])
def test_a_change_prepares_again(checkout, name):
    stamp(checkout, "app")
    (checkout / name).write_text("changed")
    assert not run.is_ready("app")


def test_missing_fonts_prepare_again(checkout):
    stamp(checkout, "app")
    (checkout / "resources" / "fonts" / "metrics.json").unlink()
    assert not run.is_ready("app")


def test_another_python_prepares_again(checkout, monkeypatch):
    stamp(checkout, "app")
    monkeypatch.setattr(run, "PYTHON", (3, 99))
    assert not run.is_ready("app")


def test_pip_is_tried_again_and_its_words_are_shown_only_at_the_end(monkeypatch):
    calls = []

    def broken(*command):
        calls.append(command)
        return subprocess.CompletedProcess(command, 1, stdout="connection lost")

    monkeypatch.setattr(run, "attempt", broken)
    with pytest.raises(SystemExit, match=r"connection lost\n準備を終えられませんでした"):
        run.pip_install("--require-hashes", "-r", "app.lock")
    assert len(calls) == run.PIP_ATTEMPTS
    assert calls[0][-3:] == ("--require-hashes", "-r", "app.lock")


def test_output_of_a_helper_is_kept():
    script = "import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)"
    done = run.attempt(sys.executable, "-c", script)
    assert (done.returncode, sorted(done.stdout.split())) == (3, ["err", "out"])


def test_samples_are_made_by_three_jobs(tmp_path, monkeypatch, capsys):
    jobs = []

    def call(command):
        jobs.append(command[3:])
        return 0

    monkeypatch.setattr(run, "SAMPLES", tmp_path)
    monkeypatch.setattr(subprocess, "call", call)
    assert run.make_samples() == 0
    book, pdf, picture = (str(tmp_path / name) for name in ("sample.xlsx", "sample.pdf", "sample.png"))
    assert jobs == [["sample", book], ["print", book, "-o", pdf], ["picture", book, "-o", picture]]
    assert picture in capsys.readouterr().out
