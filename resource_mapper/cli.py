"""The command line: the same jobs as the window, without one.

Exit codes: 0 fine, 1 the input is at fault (one plain Japanese line on stderr), 2 wrong usage.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from resource_mapper import garbage
from resource_mapper.domain.errors import UserFacingError
from resource_mapper.paths import ResourceMissingError

INPUT_FAULT, USAGE_FAULT = 1, 2
JOBS = ("sample", "import", "export", "print", "picture", "merge", "check")
"""The first words of commands; any other is a file to open."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or open the window; return the exit code."""
    _speak_utf8()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (words[0] not in JOBS and not words[0].startswith("-")):
        return _open_window(words)
    garbage.begin_work()  # what a job makes is kept, most of it
    try:
        return _run(words)
    finally:
        garbage.end_work()


def _run(words: Sequence[str]) -> int:
    try:
        from resource_mapper.cli_jobs import run  # not for the window

        return run(words)
    except SystemExit as stop:
        return int(stop.code or 0)
    except (UserFacingError, ResourceMissingError) as error:
        return _fail(str(error))
    except MemoryError:
        return _fail("メモリーが足りないため、できませんでした。ファイルは変更していません。")
    except Exception as error:  # no traceback ever reaches a user
        return _fail(_unexpected(error))


def _unexpected(error: Exception) -> str:
    """Return what is said about an error that nobody foresaw: for the user, and in brackets for whoever mends it."""
    from resource_mapper.error_places import error_places

    place = error_places(error, 2)
    return (
        f"思わぬことが起きたため、できませんでした。元のファイルは変更していません。（{type(error).__name__}、{place}）"
    )


def _speak_utf8() -> None:
    """Let Japanese through to pipes and old consoles; a windowed build has no stdout at all."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _open_window(words: Sequence[str]) -> int:
    if len(words) > 1:
        return _fail("開けるファイルは1つです。使い方は --help をご覧ください。", USAGE_FAULT)
    if _lacks_display():
        return _fail(
            "画面（ディスプレイ）がないため、ウィンドウを開けません。画面なしでできることは --help をご覧ください。"
        )
    garbage.begin_start()
    from resource_mapper.app import run  # Qt only where a window is wanted

    return run(Path(words[0]) if words else None)


def _lacks_display() -> bool:
    """Whether Qt would abort the process because there is nothing to show a window on."""
    chosen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in chosen)


def _fail(message: str, code: int = INPUT_FAULT) -> int:
    print(" ".join(message.split("\n")), file=sys.stderr)
    return code
