"""Windows, canvas, dialogs and the Qt painter: the only package that sees PySide6."""

import builtins

import PySide6.QtCore  # noqa: F401 which puts its own function in front of every import

# It reads the source of each module, for what nobody here asks for: other names by `from __feature__ import …`.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
