"""What a helper may count, read off its source: the keys of its price.

A module names what it counts with ``_NAME = COUNTS.index("key")``. A helper's keys are those whose
names its function uses, or a function that it calls, in this module or in another of `sim.bpf`.

**Rule:** nothing is run for it.

**Not modelled:** how often a call counts each.
"""

from __future__ import annotations

import ast
import inspect
from functools import cache
from importlib import import_module
from typing import NamedTuple

__all__ = ["cost_keys"]


class _Module(NamedTuple):
    """A module's source: what it counts by name, its functions, where other names come from."""

    keys: dict[str, str]
    functions: dict[str, ast.FunctionDef]
    imported: dict[str, str]


def _key(node: ast.Assign) -> str | None:
    match node.value:
        case ast.Call(func=ast.Attribute(value=ast.Name("COUNTS"), attr="index"), args=[arg]):
            return str(arg.value) if isinstance(arg, ast.Constant) else None
    return None


@cache
def _module(name: str) -> _Module:
    found = _Module({}, {}, {})
    for node in ast.parse(inspect.getsource(import_module(name))).body:
        if isinstance(node, ast.FunctionDef):
            found.functions[node.name] = node
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sim.bpf."):
            found.imported.update({alias.name: node.module or "" for alias in node.names})
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            key = _key(node)
            if key is not None:
                found.keys[node.targets[0].id] = key
    return found


def cost_keys(module: str, function: str) -> tuple[str, ...]:
    """Return the price keys of what a function may count, in order of their names.

    Args:
        module: The function's module, of `sim.bpf`.
        function: Its name.
    """
    seen: set[tuple[str, str]] = set()
    keys: set[str] = set()
    waiting = [(module, function)]
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        source = _module(at[0])
        if at[1] not in source.functions:
            continue
        for node in ast.walk(source.functions[at[1]]):
            if not isinstance(node, ast.Name):
                continue
            if node.id in source.keys:
                keys.add(source.keys[node.id])
            elif node.id in source.functions:
                waiting.append((at[0], node.id))
            elif node.id in source.imported:
                waiting.append((source.imported[node.id], node.id))
    return tuple(sorted(keys))
