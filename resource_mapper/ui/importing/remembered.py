"""Which columns people gave which field, per set of headings: one small JSON file, the latest hundred."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.storage.json_text import parse_json
from resource_mapper.storage.safe_file import write_atomically

MAX_LISTS = 100


class RememberedColumns:
    """Loads and saves the choices. A broken file means none; one that cannot be written is no reason to stop."""

    def __init__(self, folder: Path) -> None:
        """Use `import_columns.json` in a folder."""
        self._path = folder / "import_columns.json"

    def of(self, keys: Iterable[str]) -> dict[str, str]:
        """Return the choices (column key → field) for a set of columns."""
        return self._load().get(_set_key(keys), {})

    def remember(self, keys: Iterable[str], columns: Mapping[str, str]) -> None:
        """Keep the choices for a set of columns; no choices forget them."""
        known, key = self._load(), _set_key(keys)
        if known.get(key, {}) == dict(columns):
            return
        known.pop(key, None)
        if columns:
            known[key] = dict(columns)
        kept = dict(list(known.items())[-MAX_LISTS:])
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, json.dumps(kept, ensure_ascii=False, indent=1).encode())
        except (OSError, UserFacingError):
            return

    def _load(self) -> dict[str, dict[str, str]]:
        try:
            raw = parse_json(self._path.read_text(encoding="utf-8"))
            return {key: {str(k): str(v) for k, v in columns.items()} for key, columns in raw.items()}
        except (OSError, ValueError, AttributeError):
            return {}


def _set_key(keys: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(keys)).encode()).hexdigest()[:32]
