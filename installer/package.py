"""Make what users install: `python3 installer/package.py`, on the system it is for.

An environment of its own → the folder of `build_installer.spec`, with a list of what is inside → a smoke test from a
folder with Japanese letters and a blank in its name → `dist/`: a .tar.gz on Linux and macOS, a per-user set-up program
on Windows (with Inno Setup 6).
"""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAME = "ResourceMapper"
VENV = ROOT / ".venv-package"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
DIST = ROOT / "dist"
PROGRAM = Path(NAME, f"{NAME}.exe" if os.name == "nt" else NAME)
INNO_SETUP = ("ISCC.exe", r"C:\Program Files (x86)\Inno Setup 6\ISCC.exe")


def main() -> int:
    """Build, try and pack."""
    prepare()
    run(PYTHON, "-m", "PyInstaller", "--noconfirm", "--distpath", DIST, ROOT / "build_installer.spec")
    run(PYTHON, ROOT / "installer" / "sbom.py", DIST / NAME / "sbom.cdx.json")
    smoke_test()
    print(f"できました：{pack()}")
    return 0


def prepare() -> None:
    """Make an environment with nothing but the app and the packager, from the lock."""
    if not PYTHON.exists():
        run(sys.executable, "-m", "venv", VENV)
    install = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*install, "--require-hashes", "--requirement", ROOT / "requirements" / "package.lock")
    run(*install, "--no-deps", "--no-build-isolation", "--force-reinstall", ROOT)


def smoke_test() -> None:
    """Do the main job with the frozen program, elsewhere and without Python."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "資源 マップ")
        shutil.copytree(DIST / NAME, place / NAME, symlinks=True)
        program = place / PROGRAM
        book, paper, picture = (place / name for name in ("見本.xlsx", "紙.pdf", "絵.png"))
        run(program, "sample", book)
        run(program, "check", book)
        run(program, "print", book, "-o", paper, "--sheet", "worksheet,cards,list")
        run(program, "picture", book, "-o", picture)
        for path, beginning in ((book, b"PK"), (paper, b"%PDF"), (picture, b"\x89PNG")):
            if not path.read_bytes().startswith(beginning):
                raise SystemExit(f"{path.name} ができていません")


def pack() -> Path:
    """Return the file to hand out."""
    name = f"{NAME}-{version()}"
    if os.name == "nt":
        compiler = next((found for each in INNO_SETUP if (found := shutil.which(each))), None)
        if compiler is None:
            raise SystemExit("Inno Setup 6 が見つかりません。入れてから、もう一度お試しください。")
        run(compiler, f"/DVersion={version()}", ROOT / "installer" / "windows.iss")
        return DIST / f"{name}-setup.exe"
    system = "macos" if sys.platform == "darwin" else "linux"
    target = DIST / f"{name}-{system}.tar.gz"
    with tarfile.open(target, "w:gz") as archive:
        archive.add(DIST / NAME, arcname=name)
    return target


def version() -> str:
    """Return the app's version."""
    text = (ROOT / "resource_mapper" / "__init__.py").read_text(encoding="utf-8")
    return str(re.findall(r'__version__ = "([^"]+)"', text)[0])


def run(*words: object) -> None:
    """Run a command; end with it if it fails."""
    subprocess.run([str(word) for word in words], check=True, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main())
