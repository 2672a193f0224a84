"""Child processes: how long until they say something, and what they say."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from resource_mapper import __file__ as package_file
from resource_mapper.paths import DATA_DIR_VARIABLE

ROOT = Path(package_file).resolve().parents[1]
TIMEOUT = 600


class Processes(ExitStack):
    """Starts processes that leave no trace of their own; a context manager for the folder they work in."""

    def __init__(self, *, keep_bytecode: bool) -> None:
        """Make the folder. With `keep_bytecode` Python compiles each module once, as in an installed app."""
        super().__init__()
        self.folder = Path(self.enter_context(tempfile.TemporaryDirectory()))
        self.environment = {
            **os.environ,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            DATA_DIR_VARIABLE: str(self.folder / "settings"),
        }
        if keep_bytecode or sys.dont_write_bytecode:
            self.environment.pop("PYTHONDONTWRITEBYTECODE", None)
            self.environment["PYTHONPYCACHEPREFIX"] = str(self.folder / "bytecode")

    def seconds_until_told(self, module: str, *arguments: object) -> tuple[float, Any]:
        """Return the time from the start of `python -m module` to its first line of output, and its answer."""
        start = time.perf_counter()
        with subprocess.Popen(
            _python(module, arguments),
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as child:
            assert child.stdout is not None
            assert child.stderr is not None
            child.stdout.readline()
            seconds = time.perf_counter() - start
            rest, errors = child.stdout.read(), child.stderr.read()
        if child.returncode != 0:
            raise RuntimeError(f"{module} ended with {child.returncode}: {errors}")
        return seconds, _answer(rest)

    def answer(self, module: str, *arguments: object) -> Any:
        """Return the JSON in the last line of output of `python -m module`."""
        return _answer(self.run(_python(module, arguments)))

    def seconds(self, command: Sequence[str]) -> float:
        """Return the time a command takes from start to end."""
        start = time.perf_counter()
        self.run(command)
        return time.perf_counter() - start

    def run(self, command: Sequence[str]) -> str:
        """Run a command to its end; return what it wrote."""
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=True, timeout=TIMEOUT
        )
        return done.stdout


def _answer(output: str) -> Any:
    return json.loads(output.splitlines()[-1])


def _python(module: str, arguments: Sequence[object]) -> list[str]:
    return [sys.executable, "-m", module, *map(str, arguments)]
