"""地域資源ワークシート: `python3 run.py` starts the app, `python3 run.py test` runs the tests.

Needs nothing but Python; everything else goes into `.venv` beside this file, once.
"""

from __future__ import annotations  # an older Python must get as far as the message for it

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
VENV_PYTHON = str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
SAMPLES = ROOT / "sample-output"
PYTHON = sys.version_info[:2]
OLDEST, NEWEST = (3, 11), (3, 13)
PIP_INSTALL = (VENV_PYTHON, "-m", "pip", "install", "--retries", "5", "--timeout", "60")
PIP_ATTEMPTS = 3  # each goes on with what the one before has downloaded
MOST_WORKERS = 4

# What Qt's window and offscreen plugins link to (ldd); their own dependencies bring the rest.
# No Japanese font: the app brings its own. No Wayland libraries: a Wayland desktop has them.
QT_LIBRARIES = """
    libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libx11-xcb1 libxcb-cursor0 libxcb-icccm4
    libxcb-keysyms1 libxcb-randr0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxkbcommon-x11-0
""".split()


def main(arguments: Sequence[str]) -> int:
    """Prepare what is missing, then start the app or the tests."""
    check_python(PYTHON)
    provide_qt_libraries()
    testing = arguments[:1] == ["test"]
    prepare("dev" if testing else "app")
    if not arguments and not has_display(sys.platform, os.environ):
        return make_samples()
    return subprocess.call(command(arguments), cwd=ROOT if testing else None)


def check_python(version: tuple[int, ...]) -> None:
    """Say kindly which Python is needed when this one will not do."""
    if not OLDEST <= version <= NEWEST:
        oldest, newest, present = (".".join(map(str, each)) for each in (OLDEST, NEWEST, version))
        sys.exit(f"いまの Python は {present} です。{oldest}〜{newest} を入れて、もう一度お試しください。")


def has_display(platform: str, environ: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown."""
    return platform != "linux" or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def command(arguments: Sequence[str]) -> list[str]:
    """Build the command for the app, or for the tests, where a crashed worker counts as a failure."""
    if arguments[:1] == ["test"]:
        workers = str(min(MOST_WORKERS, os.cpu_count() or 1))
        return [VENV_PYTHON, "-m", "pytest", "-n", workers, "--max-worker-restart", "0", *arguments[1:]]
    return [VENV_PYTHON, "-m", "resource_mapper", *arguments]


def make_samples() -> int:
    """Do the main job without a window: a list, its sheet on paper and as a picture."""
    print("画面（ディスプレイ）がないため、かわりに見本を作ります。", flush=True)
    SAMPLES.mkdir(exist_ok=True)
    book, pdf, picture = (str(SAMPLES / f"sample.{ending}") for ending in ("xlsx", "pdf", "png"))
    for job in (["sample", book], ["print", book, "-o", pdf], ["picture", book, "-o", picture]):
        code = subprocess.call(command(job))
        if code:
            return code
    print("できました：", book, pdf, picture, sep="\n  ")
    return 0


def fingerprint(kind: str) -> str:
    """Sum up everything an installation depends on."""
    digest = hashlib.sha256(repr(PYTHON).encode())
    for name in (f"requirements/{kind}.lock", "pyproject.toml", "hatch_build.py"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def is_ready(kind: str) -> bool:
    """Tell whether nothing has changed since `.venv` was filled; `dev` includes `app`."""
    stamps = {name: VENV / f"{name}.stamp" for name in (kind, "dev")}
    filled = any(path.is_file() and path.read_text() == fingerprint(name) for name, path in stamps.items())
    return filled and (ROOT / "resources" / "fonts" / "metrics.json").is_file()


def prepare(kind: str) -> None:
    """Make `.venv` and fill it from the lock, unless it is ready."""
    if is_ready(kind):
        return
    print("準備しています（初回は数分かかります）…", flush=True)
    make_venv()
    print("  部品を取り寄せています…", flush=True)
    pip_install("--require-hashes", "-r", str(ROOT / "requirements" / f"{kind}.lock"))
    print("  フォントを整えています…", flush=True)
    pip_install("--no-deps", "--no-build-isolation", "-e", str(ROOT))
    (VENV / f"{kind}.stamp").write_text(fingerprint(kind))
    print("準備ができました。", flush=True)


def make_venv() -> None:
    """Create `.venv`, anew when it belongs to another Python."""
    question = "import pip, sys; print(sys.version_info[:2])"
    if Path(VENV_PYTHON).exists() and attempt(VENV_PYTHON, "-c", question).stdout.strip() == str(PYTHON):
        return
    # Debian keeps this part of Python in a package of its own.
    if importlib.util.find_spec("ensurepip") is None and shutil.which("dpkg-query"):
        apt_install([f"python{PYTHON[0]}.{PYTHON[1]}-venv"])
    made = attempt(sys.executable, "-m", "venv", "--clear", str(VENV))
    if made.returncode:
        sys.exit(f"{made.stdout}\nPython の venv を作れませんでした：{VENV}")


def pip_install(*arguments: str) -> None:
    """Run pip quietly; a slow or broken line gets several chances."""
    for _ in range(PIP_ATTEMPTS):
        done = attempt(*PIP_INSTALL, *arguments)
        if done.returncode == 0:
            return
    hint = "インターネットにつながっているかを確かめて、もう一度お試しください。"
    sys.exit(f"{done.stdout}\n準備を終えられませんでした。{hint}")


def provide_qt_libraries() -> None:
    """On Debian and Ubuntu, see that the libraries behind Qt's windows are installed."""
    if shutil.which("dpkg-query"):
        names = [name for library in QT_LIBRARIES for name in (library, f"{library}t64")]
        missing = missing_packages(attempt("dpkg-query", "-Wf", "${db:Status-Status} ${Package}\n", *names).stdout)
        if missing:
            apt_install(missing)


def missing_packages(dpkg_lines: str) -> list[str]:
    """Return the Qt libraries that dpkg does not report as installed; newer systems add t64 to a name."""
    installed = {line.split()[1] for line in dpkg_lines.splitlines() if line.startswith("installed ")}
    return [name for name in QT_LIBRARIES if not installed & {name, f"{name}t64"}]


def apt_install(names: Sequence[str]) -> None:
    """Install Debian packages where that is allowed; otherwise show the command and go on."""
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not sudo or (shutil.which("sudo") and attempt(*sudo, "true").returncode == 0):
        print("システムの部品を入れています…", flush=True)
        apt_get = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qy"]
        attempt(*apt_get, "update")
        if attempt(*apt_get, "install", "--no-install-recommends", *names).returncode == 0:
            return
    print(f"足りない部品があります。次のコマンドで入れてください：\n  sudo apt-get install {' '.join(names)}")


def attempt(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a command and keep what it prints to ourselves."""
    environ = {**os.environ, "PIP_RESUME_RETRIES": "10"}  # a newer pip goes on where a download broke off
    pipe, joined = subprocess.PIPE, subprocess.STDOUT
    return subprocess.run(command, env=environ, stdout=pipe, stderr=joined, text=True, errors="replace")


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a console without Japanese letters
    sys.exit(main(sys.argv[1:]))
