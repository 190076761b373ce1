"""The files that hold code paths, as they are written.

**Rule:** ``data/paths.yaml`` comes first, then ``data/paths/*.yaml`` by name; sites and variables
are numbered in this order.

**Not modelled:** nothing; this reads files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from sim.base.errors import InternalError

__all__ = ["merged", "path_files"]


@cache
def path_files() -> tuple[dict[str, Any], ...]:
    """Return the contents of every file of paths."""
    data = resources.files("sim.kernel").joinpath("data")
    rest = sorted(data.joinpath("paths").iterdir(), key=lambda file: file.name)
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    files = (data.joinpath("paths.yaml"), *rest)
    return tuple(yaml.load(file.read_text("utf-8"), Loader=loader) for file in files)


def merged(roots: Iterable[Mapping[str, Any]], part: str) -> dict[str, Any]:
    """Join a part of all files; a name may be in one of them only."""
    found: dict[str, Any] = {}
    for root in roots:
        for name, value in (root.get(part) or {}).items():
            if name in found:
                raise InternalError(f"{part} {name} is in two files of paths")
            found[name] = value
    return found
