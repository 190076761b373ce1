"""Where each helper's behaviour is tested, and the source of such a test.

**Rule:** tests/test_helper_registry.py fails while a helper has no row in
``tests/data/helper_tests.txt`` (number, file, test), or its row names a test that does not
mention the helper.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import NamedTuple

__all__ = ["behaviours", "test_source"]

ROOT = Path(__file__).resolve().parent
PATH = ROOT / "data" / "helper_tests.txt"


def behaviours() -> dict[int, tuple[str, str]]:
    """Return file and test by the helper's number."""
    rows = (line.split() for line in PATH.read_text(encoding="utf-8").splitlines())
    return {int(number): (file, name) for number, file, name in rows}


class _File(NamedTuple):
    """Of a file: source and syntax of each statement by name, and what it imports from where."""

    sources: dict[str, str]
    nodes: dict[str, ast.stmt]
    imported: dict[str, str]


@cache
def _parsed(file: str) -> _File:
    text = (ROOT / file).read_text(encoding="utf-8")
    sources: dict[str, str] = {}
    nodes: dict[str, ast.stmt] = {}
    imported: dict[str, str] = {}
    for node in ast.parse(text).body:
        names = []
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tests."):
            where = (node.module or "").removeprefix("tests.").replace(".", "/") + ".py"
            imported.update({alias.name: where for alias in node.names})
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names = [node.name]
        elif isinstance(node, ast.Assign):
            names = [n.id for t in node.targets for n in ast.walk(t) if isinstance(n, ast.Name)]
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names = [node.target.id]
        for name in names:
            decorators = getattr(node, "decorator_list", [])
            first = min([node.lineno, *(d.lineno for d in decorators)])
            lines = text.splitlines()[first - 1 : node.end_lineno]
            sources[name], nodes[name] = "\n".join(lines), node
    return _File(sources, nodes, imported)


@cache
def test_source(file: str, name: str) -> str:
    """Return the source of a test and of all of `tests` that it uses; "" if there is no such."""
    if name not in _parsed(file).sources:
        return ""
    seen: dict[tuple[str, str], str] = {}
    waiting = [(file, name)]
    while waiting:
        at = waiting.pop()
        where = _parsed(at[0])
        if at[1] in where.imported:
            waiting.append((where.imported[at[1]], at[1]))
        if at in seen or at[1] not in where.sources:
            continue
        seen[at] = where.sources[at[1]]
        nodes = list(ast.walk(where.nodes[at[1]]))
        waiting += [(at[0], n.id) for n in nodes if isinstance(n, ast.Name)]
        waiting += [(at[0], n.arg) for n in nodes if isinstance(n, ast.arg)]
    return "\n".join(seen.values())


test_source.__test__ = False  # type: ignore[attr-defined]
