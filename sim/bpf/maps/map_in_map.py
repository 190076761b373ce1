"""Maps of maps (kernel/bpf/map_in_map.c): arrays and hashes whose values are maps.

An array's slots hold the inner maps' numbers. A hash of maps keeps them in a hash of its own, a
record that no program can name.

**Rule:** `inner_map` serves programs: it gives the inner map's address, as bpf_map_lookup_elem
does. What a slot may hold is checked where user space puts it in (`sim.bpf.maps.view`).

**Not modelled:** reference counts: no map goes away before the machine does.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load32, load64, store64
from sim.bpf.maps.kinds import KINDS, Home, Shape, kind
from sim.bpf.maps.layout import (
    ARRAY_OF_MAPS,
    HASH,
    HASH_OF_MAPS,
    M_MAX_ENTRIES,
    MAP_BYTES,
    map_address,
    own_words,
)
from sim.bpf.maps.ops import map_lookup
from sim.bpf.region import signed_address
from sim.bpf.run_state import COUNTS, R_BASE, R_CPU, R_MAPS, count
from sim.bpf.spec import MapType

__all__ = ["INNER_MAP", "MM_HASH", "MM_SLOTS", "inner_map", "is_map_in_map", "looks_like"]

#: BPF_F_INNER_MAP: arrays of other sizes fit, too.
INNER_MAP = 0x1000

(
    MM_SLOTS,  # array: host address of the slots, each a map's number + 1
    MM_HASH,  # hash: number of the map that holds the maps' numbers; never 0, it comes later
) = own_words(2)

_ARRAY_LOOKUP = COUNTS.index("map.array_lookup")
_FIRST_MAP = signed_address(map_address(0))
_MAP_STRUCT_BYTES = map_address(1) - map_address(0)
_LOW = (1 << 32) - 1


@compiled("int64(int64)", inline=True)
def is_map_in_map(kind: int) -> int:
    """Say whether a map type's values are maps."""
    return 1 if kind == ARRAY_OF_MAPS or kind == HASH_OF_MAPS else 0


@compiled("int64(int64)", inline=True)
def _address(number: int) -> int:
    return _FIRST_MAP + (number - 1) * _MAP_STRUCT_BYTES if number > 0 else 0


@compiled("int64(int64,int64,int64)")
def inner_map(run: int, bmap: int, key: int) -> int:
    """Return the address of the map under the key at host address *key*, or 0."""
    if load64(bmap + MM_HASH) == 0:
        count(run, _ARRAY_LOOKUP, 1)
        index = load32(key)
        if index >= load64(bmap + M_MAX_ENTRIES):
            return 0
        return _address(load64(load64(bmap + MM_SLOTS) + 8 * index))
    slots = load64(run + R_MAPS) + load64(bmap + MM_HASH) * MAP_BYTES
    at = map_lookup(run, slots, key, load64(run + R_CPU))
    if at == 0:
        return 0
    return _address(load64(load64(run + R_BASE) + (at & _LOW)))


def looks_like(wanted: Shape, given: Shape) -> bool:
    """Say whether a map may fill a slot (bpf_map_meta_equal)."""
    same = wanted[:3] == given[:3] and wanted.flags == given.flags
    if wanted.type is MapType.BPF_MAP_TYPE_ARRAY and not wanted.flags & INNER_MAP:
        return same and wanted.max_entries == given.max_entries
    return same


def _array_bytes(shape: Shape, nr_cpus: int) -> int:
    return 8 * shape.max_entries


@kind(MapType.BPF_MAP_TYPE_ARRAY_OF_MAPS, memory_bytes=_array_bytes)
def _make_array_of_maps(home: Home, index: int, shape: Shape) -> None:
    store64(home.record(index) + MM_SLOTS, home.buffer(8 * shape.max_entries))


def _slots_shape(shape: Shape) -> Shape:
    """Return what holds a hash of maps' numbers."""
    return shape._replace(type=MapType.BPF_MAP_TYPE_HASH, value_bytes=8, inner=-1)


def _hash_bytes(shape: Shape, nr_cpus: int) -> int:
    return KINDS[MapType.BPF_MAP_TYPE_HASH].memory_bytes(_slots_shape(shape), nr_cpus)


@kind(MapType.BPF_MAP_TYPE_HASH_OF_MAPS, memory_bytes=_hash_bytes)
def _make_hash_of_maps(home: Home, index: int, shape: Shape) -> None:
    slots = home.new_record(HASH, _slots_shape(shape))
    KINDS[MapType.BPF_MAP_TYPE_HASH].make(home, slots, _slots_shape(shape))
    store64(home.record(index) + MM_HASH, slots)
