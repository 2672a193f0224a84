"""What is inside what we hand out, as a CycloneDX list: `python installer/sbom.py OUT.json` where the app is installed.

The libraries are those that the app's own metadata asks for, and what these ask for in turn; besides them Python, the
fonts, and the Qt that PySide6 carries.
"""

import json
import platform
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

Component = dict[str, Any]

APP = "resource-mapper"
_NAME = re.compile(r"^[A-Za-z0-9._-]+")
_FONT: Component = {
    "type": "file",
    "name": "Noto Sans JP (Regular, Bold)",
    "version": "2.004",
    "licenses": [{"license": {"id": "OFL-1.1"}}],
}


def sbom(app: Distribution) -> dict[str, Any]:
    """Return what an app needs, the same for the same environment (https://cyclonedx.org, specification 1.6)."""
    libraries = sorted(set(_needed(app)), key=str.lower)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _component(app, "application")},
        "components": [*(_component(distribution(name)) for name in libraries), _python(), *_qt(libraries), _FONT],
    }


def _needed(app: Distribution, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """Return the names of what a distribution needs at run time, and of what that needs."""
    for requirement in app.requires or ():
        words, _, condition = requirement.partition(";")
        found = _NAME.match(words.strip())
        if found is None or "extra" in condition or found[0] in seen:
            continue
        try:
            library = distribution(found[0])
        except PackageNotFoundError:  # not on this system
            continue
        yield library.metadata["Name"]
        yield from _needed(library, seen | {found[0]})


def _component(library: Distribution, kind: str = "library") -> Component:
    name, version = library.metadata["Name"], library.version
    return {
        "type": kind,
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{re.sub(r'[-_.]+', '-', name).lower()}@{version}",
        "licenses": [{"license": {"name": _license(library)}}],
    }


def _license(library: Distribution) -> str:
    """Return what the library says of its licence; the classifiers where it says nothing short."""
    said: Any = library.metadata
    words = said.get("License-Expression") or said.get("License") or ""
    if words and "\n" not in words and len(words) < 80:
        return str(words)
    classified = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier") or () if line.startswith("License")]
    return "; ".join(classified) or "see its files"


def _python() -> Component:
    return {
        "type": "framework",
        "name": "CPython",
        "version": platform.python_version(),
        "licenses": [{"license": {"id": "PSF-2.0"}}],
    }


def _qt(libraries: list[str]) -> list[Component]:
    carrier = next((name for name in libraries if name.lower().startswith("pyside6")), None)
    if carrier is None:
        return []
    licenses = [{"license": {"id": "LGPL-3.0-only"}}]
    return [{"type": "framework", "name": "Qt", "version": distribution(carrier).version, "licenses": licenses}]


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(sbom(distribution(APP)), ensure_ascii=False, indent=1), encoding="utf-8")
