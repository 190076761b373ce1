"""JSON as bpftool writes it, compact (``-j``) or indented (``-p``).

Answers to bpftool's ``json_writer.c``: indented, a name begins a line, the elements of an array
do not, and what closes a list stands alone.

**Rule:** a `Token` is printed as it is; that is how text for people has hexadecimal numbers where
JSON has none.

**Not modelled:** anything else; this is text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

__all__ = ["Token", "Tree", "render"]

_INDENT = "    "


class Token(str):
    """Text that is printed without quotation marks."""

    __slots__ = ()


#: What can be printed.
Tree = Mapping[str, "Tree"] | Sequence["Tree"] | str | int | bool | None


def render(tree: Tree, *, pretty: bool = False) -> str:
    """Return a tree as text, without a line break at its end."""
    return _render(tree, 0 if pretty else None)


def _render(tree: Tree, depth: int | None) -> str:
    if isinstance(tree, Token):
        return str(tree)
    if isinstance(tree, Mapping):
        colon = ":" if depth is None else ": "
        inner = None if depth is None else depth + 1
        parts = [f"{json.dumps(name)}{colon}{_render(one, inner)}" for name, one in tree.items()]
        if not parts:
            return "{}"
        before = _line(inner)
        return "{" + before + f",{before}".join(parts) + _line(depth) + "}"
    if isinstance(tree, Sequence) and not isinstance(tree, str):
        inner = None if depth is None else depth + 1
        end = _line(depth) if tree else ""
        return "[" + ",".join(_render(one, inner) for one in tree) + end + "]"
    return json.dumps(tree, ensure_ascii=False)


def _line(depth: int | None) -> str:
    return "" if depth is None else "\n" + _INDENT * depth
