"""An element of a map: as bytes, or by its BTF types.

Answers to ``print_entry_plain``, ``print_entry_json`` and ``do_dump_btf`` in bpftool's ``map.c``.

**Rule:** JSON has the bytes always, and beside them, under ``formatted``, what the types make of
them; people see the one or the other.

**Not modelled:** nothing beyond it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim.bpftool.btf_value import shown_value
from sim.bpftool.jsonw import Tree
from sim.bpftool.source import MapTypes

__all__ = ["Entry", "entry_json", "entry_plain", "entry_tree", "hex_list", "hex_text"]

_LINE_BYTES = 16
_SHORT_BYTES = 24


@dataclass(frozen=True)
class Entry:
    """An element.

    Attributes:
        key: Its key.
        values: Its value, of each CPU where it has one for each.
        error: Why there is no value, "" when there is.
    """

    key: bytes
    values: Sequence[bytes]
    error: str = ""


def hex_list(data: bytes) -> list[Tree]:
    """Return bytes as JSON has them."""
    return [f"0x{byte:02x}" for byte in data]


def hex_text(data: bytes) -> str:
    """Return bytes as people see them: 16 a line, a wider gap after 8."""
    text = ""
    for i, byte in enumerate(data):
        gap = "" if i == 0 else "\n" if i % 16 == 0 else "  " if i % 8 == 0 else " "
        text += f"{gap}{byte:02x}"
    return text


def entry_json(entry: Entry, types: MapTypes | None, is_percpu: bool) -> Tree:
    """Return an element as JSON."""
    tree: dict[str, Tree] = {"key": hex_list(entry.key)}
    if entry.error:
        tree["value"] = {"error": entry.error}
        return tree
    if is_percpu:
        tree["values"] = [
            {"cpu": cpu, "value": hex_list(value)} for cpu, value in enumerate(entry.values)
        ]
    else:
        tree["value"] = hex_list(entry.values[0])
    if types is not None:
        tree["formatted"] = entry_tree(entry, types, is_percpu)
    return tree


def entry_tree(entry: Entry, types: MapTypes, is_percpu: bool, *, is_plain: bool = False) -> Tree:
    """Return an element by its types."""
    tree: dict[str, Tree] = {}
    if types.key:
        tree["key"] = shown_value(types.btf, types.key, entry.key, is_plain=is_plain)
    shown = [shown_value(types.btf, types.value, one, is_plain=is_plain) for one in entry.values]
    if is_percpu:
        tree["values"] = [{"cpu": cpu, "value": value} for cpu, value in enumerate(shown)]
    else:
        tree["value"] = shown[0]
    return tree


def entry_plain(entry: Entry, key_size: int, value_size: int, is_percpu: bool) -> str:
    """Return an element as bytes for people."""
    if entry.error:
        return f"key:\n{hex_text(entry.key)}\nvalue:\n{entry.error}\n"
    if is_percpu:
        text = f"key:\n{hex_text(entry.key)}\n"
        gap = "\n" if value_size > _LINE_BYTES else " "
        for cpu, value in enumerate(entry.values):
            text += f"value (CPU {cpu:02d}):{gap}{hex_text(value)}\n"
        return text
    is_broken = key_size > _LINE_BYTES or value_size > _LINE_BYTES
    gap = "\n" if is_broken else " "
    text = ""
    if key_size:
        is_one_line = not is_broken and key_size + value_size <= _SHORT_BYTES
        text += f"key:{gap}{hex_text(entry.key)}{'  ' if is_one_line else chr(10)}"
    return f"{text}value:{gap}{hex_text(entry.values[0])}\n"
