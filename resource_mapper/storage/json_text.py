"""JSON that others may have written: what it says, or a `ValueError`."""

import json
from typing import Any


def parse_json(text: str | bytes) -> Any:  # noqa: ANN401 whatever it says
    """Return the value.

    Raises:
        ValueError: it is no JSON, or nested so deeply that nobody meant it.
    """
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
