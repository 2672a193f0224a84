"""What a signal calls that brings the wrong words, or none: a button's click knows nothing but a check mark."""

from collections.abc import Callable


class Call:
    """Calls with what is given beforehand; what the signal brings is left out.

    PySide keeps it alive, and what it calls, as it keeps a lambda: what it belongs to is ended with `deleteLater`.
    """

    def __init__(self, what: Callable[..., object], *given: object) -> None:
        """Hold what is to be called, and with what."""
        self._what = what
        self._given = given

    def __call__(self, *_brought: object) -> None:
        """Do it."""
        self._what(*self._given)
