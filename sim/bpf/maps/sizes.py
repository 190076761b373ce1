"""Sizes that ``BPF_MAP_CREATE`` wants of the types beyond hashes, arrays and rings.

`sim.bpf.maps.create_check` has every rule and its errno; here is what a person is told.

**Rule:** a type that is not in `SIZES` is checked elsewhere.

**Not modelled:** flags and capabilities (`sim.bpf.maps.create_check`).
"""

from __future__ import annotations

from collections.abc import Callable

from sim.bpf.spec import MapType

__all__ = ["SIZES", "why_refused"]

_KMALLOC_MAX = 1 << 22
_STORAGE_MAX = 65_535 - 128
_MAX_STACK_BYTES = 127 * 8


def _push_pop(key: int, value: int, entries: int) -> str:
    if key or value < 1 or entries < 1:
        return "it has no key, a value of at least 1 byte and at least 1 entry (EINVAL)"
    return "its value has at most 4 MiB (E2BIG)" if value > _KMALLOC_MAX else ""


def _lpm_trie(key: int, value: int, entries: int) -> str:
    if not 5 <= key <= 260 or value < 1 or entries < 1:
        return "an LPM trie's key has 5 to 260 bytes, its value at least 1 (EINVAL)"
    return ""


def _map_in_map(key: int, value: int, entries: int) -> str:
    if key != 4 or value != 4 or entries < 1:
        return "this map's key and value have 4 bytes each (EINVAL)"
    return ""


def _hash_of_maps(key: int, value: int, entries: int) -> str:
    if not 1 <= key <= 512 or value != 4 or entries < 1:
        return "its key has 1 to 512 bytes and its value 4 (EINVAL)"
    return ""


def _stack_trace(key: int, value: int, entries: int) -> str:
    if key != 4 or entries < 1 or value < 8 or value % 8 or value > _MAX_STACK_BYTES:
        return "its key has 4 bytes and its value 8 bytes for each of 1 to 127 frames (EINVAL)"
    return ""


def _storage(key: int, value: int, entries: int) -> str:
    if key != 4 or value < 1 or entries:
        return "its key has 4 bytes, its value at least 1, and max_entries is 0 (EINVAL)"
    return "its value has at most 65,407 bytes (E2BIG)" if value > _STORAGE_MAX else ""


#: For each type, what is wrong with key size, value size and max_entries ("": nothing).
SIZES: dict[MapType, Callable[[int, int, int], str]] = {
    MapType.BPF_MAP_TYPE_QUEUE: _push_pop,
    MapType.BPF_MAP_TYPE_STACK: _push_pop,
    MapType.BPF_MAP_TYPE_BLOOM_FILTER: _push_pop,
    MapType.BPF_MAP_TYPE_LPM_TRIE: _lpm_trie,
    MapType.BPF_MAP_TYPE_ARRAY_OF_MAPS: _map_in_map,
    MapType.BPF_MAP_TYPE_HASH_OF_MAPS: _hash_of_maps,
    MapType.BPF_MAP_TYPE_STACK_TRACE: _stack_trace,
    MapType.BPF_MAP_TYPE_SK_STORAGE: _storage,
    MapType.BPF_MAP_TYPE_INODE_STORAGE: _storage,
    MapType.BPF_MAP_TYPE_TASK_STORAGE: _storage,
    MapType.BPF_MAP_TYPE_CGRP_STORAGE: _storage,
}


def why_refused(kind: MapType, key_bytes: int, value_bytes: int, entries: int) -> str:
    """Return what is wrong with the sizes of a map of one of `SIZES`, "" if nothing is."""
    return SIZES[kind](key_bytes, value_bytes, entries)
