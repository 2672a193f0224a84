"""On what the numbers were measured."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

LIBRARIES = ("PySide6-Essentials", "reportlab", "openpyxl", "python-calamine")


def machine() -> str:
    """Return processor and operating system in one line."""
    return f"{_processor()}, {os.cpu_count()} cores; {_system()}"


def versions() -> str:
    """Return Python and the libraries in one line."""
    return ", ".join((f"Python {platform.python_version()}", *(f"{name} {version(name)}" for name in LIBRARIES)))


def _processor() -> str:
    listing = Path("/proc/cpuinfo")
    if listing.is_file():
        for line in listing.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, AttributeError, KeyError):
        return f"{platform.system()} {platform.release()}"
