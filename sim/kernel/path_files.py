"""The files that hold code paths, as they are written, with the names that a kernel has.

Functions go by one name in the files. What another release calls them is in ``renamed``; where a
name differs, the kernel's own is put into every body.

**Rule:** ``data/paths.yaml`` comes first, then ``data/paths/*.yaml`` by name; sites and variables
are numbered in this order.

**Not modelled:** releases whose functions call each other otherwise; a path is the same in all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from sim.base.errors import InternalError
from sim.versions.releases import is_since

__all__ = ["merged", "names_there", "path_files"]

Root = Mapping[str, Any]
_CALLS = ("call", "try")


@cache
def _written() -> tuple[Root, ...]:
    data = resources.files("sim.kernel").joinpath("data")
    rest = sorted(data.joinpath("paths").iterdir(), key=lambda file: file.name)
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    files = (data.joinpath("paths.yaml"), *rest)
    return tuple(yaml.load(file.read_text("utf-8"), Loader=loader) for file in files)


@cache
def names_there(kernel: str) -> Mapping[str, str]:
    """Return what a kernel calls functions that have another name in the files; "": inlined."""
    found = {}
    for name, rows in merged(_written(), "renamed").items():
        for row in rows:
            since, until = row.get("since", "0"), row.get("until")
            if is_since(kernel, str(since)) and not (until and is_since(kernel, str(until))):
                found[name] = str(row["is"] or "")
    return found


@cache
def path_files(kernel: str) -> tuple[Root, ...]:
    """Return the contents of every file of paths, with the names of one kernel (``6.1``)."""
    names = names_there(kernel)
    if not names:
        return _written()
    return tuple(_renamed(root, names) for root in _written())


def _renamed(root: Root, names: Mapping[str, str]) -> Root:
    taken = set(names.values())
    bodies = merged(_written(), "functions")
    inlined = {name: bodies[name] or [] for name, there in names.items() if not there}

    def body(written: Any) -> Any:
        return _body(written, names, inlined)

    functions = root.get("functions") or {}
    return {
        **root,
        "functions": {names.get(n, n): body(b) for n, b in functions.items() if n not in inlined},
        "entries": {name: body(b) for name, b in (root.get("entries") or {}).items()},
        "silent": [name for name in root.get("silent", ()) if name not in taken],
    }


def _body(body: Any, names: Mapping[str, str], inlined: Mapping[str, Any]) -> Any:
    """Return a body in which every call goes by the kernel's name, or is the callee's code."""
    if isinstance(body, dict):
        return {key: _body(item, names, inlined) for key, item in body.items()}
    if not isinstance(body, list):
        return body
    found: list[Any] = []
    for item in body:
        if isinstance(item, dict):
            found.append(_body(item, names, inlined))
            continue
        word, _, name = str(item).partition(" ")
        if word not in _CALLS or name not in names:
            found.append(item)
        elif name not in inlined:
            found.append(f"{word} {names[name]}")
        elif word == "call":
            found += [f"run path.{name}", *_body(inlined[name], names, inlined)]
        else:
            raise InternalError(f"what a caller of {name} tests cannot be inlined")
    return found


def merged(roots: Iterable[Root], part: str) -> dict[str, Any]:
    """Join a part of all files; a name may be in one of them only."""
    found: dict[str, Any] = {}
    for root in roots:
        for name, value in (root.get(part) or {}).items():
            if name in found:
                raise InternalError(f"{part} {name} is in two files of paths")
            found[name] = value
    return found
