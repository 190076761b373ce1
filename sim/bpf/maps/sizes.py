"""What ``BPF_MAP_CREATE`` wants of each type, in words.

`sim.bpf.maps.create_check` has every rule and its errno; here is what a person is told who broke
one.

**Rule:** words only: whether a map can be made is not decided here.

**Not modelled:** types that are not modelled have no words.
"""

from __future__ import annotations

from sim.bpf.maps.kinds import Shape
from sim.bpf.spec import MapType

__all__ = ["why_refused"]

_T = MapType
_PERCPU_MAX = 32768
_KMALLOC_MAX = 1 << 22
_ELEM_HEAD_BYTES = 48
_STORAGE = "its key has 4 bytes, its value 1 to 65,407, max_entries is 0 and its flags NO_PREALLOC"
_PUSH_POP = "it has no key, a value of 1 byte to 4 MiB and at least 1 entry"
_SLOTS = "this map's key and value have 4 bytes each, and max_entries is at least 1"
_RING = "its size must be a power of two and a multiple of the page size, 4096"
_WORDS = {
    _T.BPF_MAP_TYPE_HASH: "a hash's key and value have at least 1 byte each",
    _T.BPF_MAP_TYPE_PERCPU_HASH: "a hash's key and value have at least 1 byte each",
    _T.BPF_MAP_TYPE_LRU_HASH: "a hash's key and value have at least 1 byte each",
    _T.BPF_MAP_TYPE_LRU_PERCPU_HASH: "a hash's key and value have at least 1 byte each",
    _T.BPF_MAP_TYPE_ARRAY: "an array's key has 4 bytes and its value at least 1",
    _T.BPF_MAP_TYPE_PERCPU_ARRAY: "an array's key has 4 bytes and its value at least 1",
    _T.BPF_MAP_TYPE_PROG_ARRAY: _SLOTS,
    _T.BPF_MAP_TYPE_PERF_EVENT_ARRAY: _SLOTS,
    _T.BPF_MAP_TYPE_CGROUP_ARRAY: _SLOTS,
    _T.BPF_MAP_TYPE_ARRAY_OF_MAPS: _SLOTS,
    _T.BPF_MAP_TYPE_HASH_OF_MAPS: "its key has 1 to 512 bytes and its value 4",
    _T.BPF_MAP_TYPE_QUEUE: _PUSH_POP,
    _T.BPF_MAP_TYPE_STACK: _PUSH_POP,
    _T.BPF_MAP_TYPE_BLOOM_FILTER: _PUSH_POP,
    _T.BPF_MAP_TYPE_LPM_TRIE: "an LPM trie's key has 5 to 260 bytes, its value at least 1, and its "
    "flags NO_PREALLOC",
    _T.BPF_MAP_TYPE_STACK_TRACE: "its key has 4 bytes and its value 8 bytes for each of 1 to 127 "
    "frames",
    _T.BPF_MAP_TYPE_SK_STORAGE: _STORAGE,
    _T.BPF_MAP_TYPE_INODE_STORAGE: _STORAGE,
    _T.BPF_MAP_TYPE_TASK_STORAGE: _STORAGE,
    _T.BPF_MAP_TYPE_CGRP_STORAGE: _STORAGE,
    _T.BPF_MAP_TYPE_RINGBUF: _RING,
    _T.BPF_MAP_TYPE_USER_RINGBUF: _RING,
}
_HASHES = (
    _T.BPF_MAP_TYPE_HASH,
    _T.BPF_MAP_TYPE_PERCPU_HASH,
    _T.BPF_MAP_TYPE_LRU_HASH,
    _T.BPF_MAP_TYPE_LRU_PERCPU_HASH,
)
_RINGS = (_T.BPF_MAP_TYPE_RINGBUF, _T.BPF_MAP_TYPE_USER_RINGBUF)


def why_refused(shape: Shape) -> str:
    """Return what a map of a shape that the kernel refuses lacks."""
    kind, key, value = shape.type, shape.key_bytes, shape.value_bytes
    if kind in _RINGS and (key or value):
        return "a ring buffer has no key and no value"
    if kind in _RINGS:
        return f"max_entries is {shape.max_entries}; {_WORDS[kind]}"
    largest = _KMALLOC_MAX - _ELEM_HEAD_BYTES
    if kind in _HASHES and key + value >= largest:
        return f"a hash's key and value have less than {largest} bytes together"
    if shape.is_percpu and value > _PERCPU_MAX:
        return "a per-CPU value has at most 32 KiB"
    if not shape.max_entries and "max_entries is 0" not in _WORDS[kind]:
        return "max_entries must be at least 1"
    return f"{_WORDS[kind]}; and its flags must be ones that it takes"
