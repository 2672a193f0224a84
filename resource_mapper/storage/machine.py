"""Who works here: the machine's and the user's name, and whether a process is still there."""

import os
import sys
from functools import cache

from resource_mapper.domain.text import clean_line


@cache
def machine_name() -> str:
    """Return the computer's name in the network, nothing where it has none."""
    import platform

    return clean_line(platform.node())


@cache
def user_name() -> str:
    """Return the name that the user signed in with, nothing where the system knows none."""
    import getpass

    try:
        return clean_line(getpass.getuser())
    except (OSError, KeyError, ImportError):  # no such user in the system's list
        return ""


def is_running(pid: int) -> bool:
    """Whether a process of this machine is alive. One that may not be asked about counts as alive."""
    if pid <= 0:
        return False
    if sys.platform == "win32":
        return _is_running_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return pid < 2**31
    return True


def _is_running_on_windows(pid: int) -> bool:
    """Ask for the exit code: 259 is Windows' word for "still running"."""
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    handle = kernel.OpenProcess(0x1000, False, pid)
    if not handle:
        return bool(kernel.GetLastError() == 5)  # it is there, but somebody else's
    code = ctypes.c_ulong()
    known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return not known or code.value == 259
