"""Files read and written so that nothing is ever lost: saves are all or nothing, errors are told in plain words."""

import contextlib
import errno
import os
import tempfile
import time
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.storage.machine import is_running, machine_name

MAX_BYTES = 100 * 1024 * 1024
RETRY_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Excel, virus scanners and indexers hold a file for moments on Windows; then the move is tried again."""


def read_bytes(path: Path) -> bytes:
    """Return a file's content; the file is closed before anything is parsed.

    Raises:
        UserFacingError: it is not there, is a folder, may not be read, or is far too large.
    """
    try:
        if path.is_dir():
            raise UserFacingError(f"「{path.name or path}」はフォルダーです。ファイルを選んでください。")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UserFacingError(
                f"「{path.name}」は大きすぎるため開けません（{size // 1_048_576} MB）。ファイルは変更していません。"
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserFacingError(f"「{path.name}」が見つかりません。場所と名前をお確かめください。") from error
    except PermissionError as error:
        raise UserFacingError(
            f"「{path.name}」を読む権限がありません。ファイルの持ち主か、情報システムの担当にお尋ねください。"
        ) from error
    except (OSError, ValueError) as error:
        raise UserFacingError(
            f"「{path.name}」を読み込めませんでした。ネットワークや媒体がつながっているかお確かめください。"
        ) from error


def digest_of(*pieces: bytes) -> str:
    """Return the hash by which a content is known."""
    import hashlib  # loads OpenSSL: not before the window is there

    found = hashlib.sha256()
    for piece in pieces:
        found.update(piece)
    return found.hexdigest()


class NotWrittenError(UserFacingError):
    """A file could not be written; what was there before is as it was."""


def write_atomically(
    path: Path, data: bytes | Iterable[bytes], before_replacing: Callable[[], object] | None = None
) -> None:
    """Replace a file's content all at once: written beside it, flushed to disk, then moved over it.

    Args:
        path: the file; where it is a link, the file that it leads to.
        data: the new content, in one or in pieces.
        before_replacing: called when the new content is safely on disk and the old one still in its place. What it
            raises ends the writing and is passed on.

    Raises:
        NotWrittenError: it could not be written; the old file is as it was.
    """
    try:
        if path.is_dir():
            raise NotWrittenError(f"「{path.name or path}」はフォルダーです。ファイルの名前を付けてください。")
        target = path.resolve() if path.is_symlink() else path
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only")
        _remove_leftovers(target.parent)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f"{_BEGINNING}{_mark()}-{os.getpid()}-", suffix=_END)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines((data,) if isinstance(data, bytes) else data)
                file.flush()
                os.fsync(file.fileno())
            _copy_mode(target, temporary)
            if before_replacing is not None:
                before_replacing()
            _retrying(lambda: temporary.replace(target))
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        _flush_folder(target.parent)
    except (OSError, ValueError) as error:
        raise NotWrittenError(_why_not_written(path, error)) from error


def make_folder(path: Path) -> None:
    """Make a folder if it is not there yet.

    Raises:
        NotWrittenError: there is something else of that name, or nothing may be made here.
    """
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise NotWrittenError(f"フォルダー「{path.name}」を作れませんでした。場所と名前をお確かめください。") from error


_BEGINNING, _END = ".保存中-", ".tmp"
_DAY_S = 86_400.0


def _mark() -> str:
    """Return a few signs for this machine, fit for a file name."""
    return f"{zlib.crc32(machine_name().encode()):08x}"


def _remove_leftovers(folder: Path) -> None:
    """Clear away what a save left behind that was cut off: by a process of this machine that is gone, or days ago."""
    with contextlib.suppress(OSError):
        for left in folder.glob(f"{_BEGINNING}*{_END}"):
            mark, _, rest = left.name.removeprefix(_BEGINNING).partition("-")
            pid = rest.partition("-")[0]
            gone = mark == _mark() and pid.isdecimal() and not is_running(int(pid))
            if gone or time.time() - left.stat().st_mtime > 2 * _DAY_S:
                left.unlink(missing_ok=True)


def _flush_folder(folder: Path) -> None:
    """Make the move itself last through a power cut, where the system lets a folder be flushed (not on Windows)."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _copy_mode(path: Path, temporary: Path) -> None:
    """Give the new file the old one's permissions, or those a new file would have."""
    if path.exists():
        mode = path.stat().st_mode & 0o777
    else:
        umask = os.umask(0)
        os.umask(umask)
        mode = 0o666 & ~umask
    with contextlib.suppress(OSError):
        temporary.chmod(mode)


def _retrying(move: Callable[[], object]) -> None:
    for pause in RETRY_SECONDS:
        try:
            move()
        except PermissionError:
            time.sleep(pause)
        else:
            return
    move()


def _why_not_written(path: Path, error: Exception) -> str:
    code = getattr(error, "errno", None)
    if code in (errno.ENOSPC, errno.EDQUOT):
        why = "ディスクの空きがないため"
        advice = "空きを増やすか、別の場所に保存してください。"
    elif isinstance(error, FileNotFoundError) or code == errno.ENOTDIR:
        why = "保存先のフォルダーが見つからないため"
        advice = "保存先をお確かめください。"
    elif isinstance(error, PermissionError) or code == errno.EROFS:
        why = "書き込む権限がないか、ほかのソフト（Excelなど）で開いているため"
        advice = "ファイルを閉じるか、別の名前で保存してください。"
    elif code == errno.ENAMETOOLONG or isinstance(error, ValueError):
        why = "ファイルの名前が長すぎるか、使えない文字があるため"
        advice = "短い名前で保存してください。"
    else:
        why = "思わぬ理由で"
        advice = "別の場所に保存してみてください。"
    return f"「{path.name}」を{why}保存できませんでした。元のファイルはそのままです。{advice}"
