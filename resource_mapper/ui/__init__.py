"""Windows, canvas, dialogs and the Qt painter: the only package that sees PySide6."""
