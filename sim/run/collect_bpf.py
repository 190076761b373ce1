"""What bpf(2) would say at the horizon: maps and their contents, programs, links, instructions.

**Rule:** a map's contents are kept up to `MAX_KEPT_ENTRIES` keys, in the map's own order; how many
were left out is written beside them.

**Not modelled:** contents of queues, stacks and storages, which have no keys to walk.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

import numpy as np

from sim.bpf.maps.memory import charged_bytes, more_for_cpu, more_for_key
from sim.bpf.maps.user import lookup_elem
from sim.bpf.maps.view import MapView
from sim.bpf.spec import MapType
from sim.hooks.attach import Links
from sim.kernel.machine import Machine
from sim.loader.info import btf_ids, object_info
from sim.loader.load import LoadedObject

__all__ = ["MAX_KEPT_ENTRIES", "write_bpf"]

MAX_KEPT_ENTRIES = 4096


class Append(Protocol):
    """Adds rows to a table."""

    def __call__(self, table: str, **columns: Any) -> None:
        """Add one row, or one for each element of the columns that are arrays."""


def write_bpf(
    append: Append, machine: Machine, links: Links, objects: Mapping[str, LoadedObject]
) -> None:
    """Write what there is of the loaded objects.

    Args:
        append: Adds rows to a table of the arm and replication.
        machine: Where they are loaded.
        links: The machine's links.
        objects: Each tracer's object.
    """
    ids = btf_ids(objects.values())
    for (tracer, loaded), btf_id in zip(objects.items(), ids, strict=True):
        info = object_info(machine, links, loaded, tracer, btf_id)
        for one in info.maps:
            view = loaded.maps[one.map]
            kept, left_out = _write_entries(append, tracer, one.map, view)
            append(
                "map_info",
                **vars(one),
                charged_bytes=charged_bytes(view.shape, machine.config.nr_cpus, view.nr_entries),
                key_cost_bytes=more_for_key(view.shape, machine.config.nr_cpus),
                cpu_cost_bytes=more_for_cpu(view.shape, machine.config.nr_cpus),
                kept_entries=kept,
                left_out_entries=left_out,
            )
        for prog in info.progs:
            append("prog_info", **vars(prog))
        for link in info.links:
            append("link_info", **_signed(vars(link)))
        if info.xlated:
            append("xlated", **_columns([vars(insn) for insn in info.xlated]))


def _write_entries(append: Append, tracer: str, name: str, view: MapView) -> tuple[int, int]:
    """Write a map's contents; return how many keys were kept and left out."""
    keys: list[str] = []
    values: list[str] = []
    cpus: list[int] = []
    nr_kept = nr_left_out = 0
    for key, copies in _items(view):
        if nr_kept == MAX_KEPT_ENTRIES:
            nr_left_out = view.nr_entries - nr_kept
            break
        nr_kept += 1
        for cpu, value in enumerate(copies):
            keys.append(key.hex())
            values.append(value.hex())
            cpus.append(cpu if view.shape.is_percpu else -1)
    if keys:
        append("map_entries", tracer=tracer, map=name, cpu=np.array(cpus), key=keys, value=values)
    return nr_kept, nr_left_out


def _items(view: MapView) -> Iterator[tuple[bytes, Sequence[bytes]]]:
    """Yield keys and values; a prog_array's are the ids of its programs."""
    if view.type is not MapType.BPF_MAP_TYPE_PROG_ARRAY:
        yield from view.items()
        return
    for slot in range(view.max_entries):
        key = slot.to_bytes(4, "little")
        result, value = lookup_elem(view, key)
        if result == 0:
            yield key, [value]


def _columns(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Turn rows into columns."""
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    return {
        name: column if isinstance(column[0], str) else np.array(column, np.int64)
        for name, column in columns.items()
    }


def _signed(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with numbers of 64 bits as the tables have them."""
    return {
        name: value - (1 << 64) if isinstance(value, int) and value >> 63 == 1 else value
        for name, value in row.items()
    }
