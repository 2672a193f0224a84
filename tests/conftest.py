"""What every test gets: no screen, no trace of the user's own settings, repeatable random data."""

import atexit
import gc
import importlib.util
import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Before anything imports Qt; a nightly run may say xcb.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if sys.dont_write_bytecode:  # then every process that a test starts would compile the whole program anew
    _BYTECODE = tempfile.TemporaryDirectory()
    atexit.register(_BYTECODE.cleanup)
    os.environ["PYTHONPYCACHEPREFIX"] = _BYTECODE.name
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

settings.register_profile("repeatable", deadline=None, derandomize=True, max_examples=30)  # the suite ends in minutes
settings.register_profile("exploring", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))  # green today, green tomorrow

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the same configuration hold where Qt, and so pytest-qt, is not installed."""
    if importlib.util.find_spec("pytestqt") is None:
        for name in ("qt_api", "qt_log_level_fail"):
            parser.addini(name, "belongs to pytest-qt")


@pytest.fixture(autouse=True)
def _own_data_dir(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep settings and recovery files away from the user's own."""
    monkeypatch.setenv("RESOURCE_MAPPER_DATA_DIR", str(tmp_path_factory.mktemp("app-data")))


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Fail whatever asks for another machine: the program works offline and keeps what it knows to itself."""

    def refuse(_socket: socket.socket, address: object) -> None:
        raise AssertionError(f"a connection to {address!r}: the program must never use the network")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        patch.setattr(socket.socket, "connect_ex", refuse)
        patch.setattr(socket, "getaddrinfo", lambda *address, **_: refuse(socket.socket(), address))
        yield


@pytest.fixture(scope="session")
def qapp() -> Iterator[object]:
    """The application as `app.run` dresses it: one a process, since Qt allows no second one."""
    from tests.helpers.application import dressed_application  # Qt is not there in the Qt-free step

    yield dressed_application()
    gc.unfreeze()


@pytest.fixture
def shared_data() -> Path:
    """Real lists and awkward files that lie beside the checkout, where there are any."""
    if not SHARED_DATA.is_dir():
        pytest.skip("../shared/data がないため、実物の一覧を使うテストは省きます。")
    return SHARED_DATA
