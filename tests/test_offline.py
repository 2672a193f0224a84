"""Offline, always: nothing that the program is made of can reach another machine."""

import ast
import socket
from pathlib import Path

import pytest

import resource_mapper

SOURCE = Path(resource_mapper.__file__).parent
NETWORK = {"socket", "http", "urllib", "ftplib", "smtplib", "ssl", "requests", "asyncio", "xmlrpc", "webbrowser"}
DANGEROUS_CALLS = {"eval", "exec", "compile", "__import__"}
DANGEROUS_MODULES = {"pickle", "marshal", "shelve", "subprocess"}


def imported(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module.partition(".")[0], node.module}
    return found


def called(tree: ast.AST) -> set[str]:
    names = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {name.id for name in names if isinstance(name, ast.Name)}


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_module_knows_the_network_or_runs_what_it_reads(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert imported(tree) & (NETWORK | DANGEROUS_MODULES | {"PySide6.QtNetwork"}) == set()
    assert called(tree) & DANGEROUS_CALLS == set()


def test_the_suite_notices_a_connection() -> None:
    with socket.socket() as one, pytest.raises(AssertionError, match="never use the network"):
        one.connect(("192.0.2.1", 80))
