"""The real program in a process of its own, driven by a few lines of Python and asked for an answer."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]

PRELUDE = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QToolBar, QToolButton
from resource_mapper import app
from resource_mapper.ui.asking.dialogs import Answer, Dialogs

Dialogs.ask_unsaved = lambda self, name: Answer.DISCARD  # nobody is there to answer
Dialogs.choose = lambda self, *words: "readOnly"  # the other process may have the file open
furnish_window = app.furnish_window

def furnish_and_use(window, dialogs):
    furnish_window(window, dialogs)
    QTimer.singleShot(0, window, lambda: use(window))

app.furnish_window = furnish_and_use
"""

RUN = """
sys.exit(app.run(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
"""


def start(tmp_path: Path, script: str, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    """Start the program; `script` defines `use(window)`, which works it, prints an answer as JSON and closes it."""
    own = {
        "QT_QPA_PLATFORM": "offscreen",
        "RESOURCE_MAPPER_DATA_DIR": str(tmp_path / "data"),
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
        "PYTHONWARNINGS": "error",
    }
    return subprocess.Popen(
        [sys.executable, "-X", "faulthandler", "-c", PRELUDE + script + RUN, *arguments],
        cwd=tmp_path,
        env={**os.environ, **own, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def answer_of(process: subprocess.Popen[str]) -> dict[str, Any]:
    """Wait for the end; return what the process measured."""
    try:
        out, errors = process.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        process.kill()
        out, errors = process.communicate()
        pytest.fail(f"it did not end: {out}{errors}")
    said = [line for line in errors.splitlines() if "This plugin does not support" not in line]
    assert (process.returncode, said) == (0, []), errors
    answer: dict[str, Any] = json.loads(out)
    return answer
