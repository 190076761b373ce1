"""Arrays and per-CPU arrays (kernel/bpf/arraymap.c), and the arrays of slots.

An array's values lie side by side, each rounded up to 8 bytes; a per-CPU array has the copies of
all CPUs side by side, value by value. Slots of a prog_array hold programs' records, those of a
perf_event_array and of a cgroup_array what user space has put there.

**Rule:** an operation is one step; who calls it prices it.

**Not modelled:** BPF_F_MMAPABLE's rounding to whole pages beyond the memory it is charged.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load32, load64, store32, store64
from sim.bpf.maps.kinds import Home, Shape, kind, round8
from sim.bpf.maps.layout import (
    BPF_EXIST,
    BPF_NOEXIST,
    E2BIG,
    EEXIST,
    EINVAL,
    ENOENT,
    M_MAX_ENTRIES,
    M_PROGS,
    M_VALUE_BYTES,
    M_VALUE_STRIDE,
    M_VALUES,
)
from sim.bpf.maps.values import copy_value
from sim.bpf.region import PAGE_BYTES, VMALLOC_BASE, signed_address
from sim.bpf.run_state import R_BASE
from sim.bpf.spec import MapType

__all__ = ["array_next_key", "array_update", "array_value"]

MMAPABLE = 0x400


@compiled("int64(int64,int64,int64)", inline=True)
def array_value(bmap: int, index: int, cpu: int) -> int:
    """Return the simulated address of an array's value (0: out of range)."""
    if index >= load64(bmap + M_MAX_ENTRIES):
        return 0
    at = load64(bmap + M_VALUES) + index * load64(bmap + M_VALUE_STRIDE)
    return at + cpu * ((load64(bmap + M_VALUE_BYTES) + 7) & -8)


@compiled("int64(int64,int64,int64,int64,int64,int64)")
def array_update(run: int, bmap: int, key: int, value: int, flags: int, cpu: int) -> int:
    """Overwrite a value (array_map_update_elem): 0, −EINVAL, −E2BIG or −EEXIST."""
    if flags < 0 or flags > BPF_EXIST:
        return -EINVAL
    at = array_value(bmap, load32(key), 0)
    if at == 0:
        return -E2BIG
    if flags == BPF_NOEXIST:
        return -EEXIST
    copy_value(bmap, load64(run + R_BASE) + (at & 0xFFFFFFFF), value, cpu)
    return 0


@compiled("int64(int64,int64,int64)")
def array_next_key(bmap: int, key: int, out: int) -> int:
    """Write the index after the one at *key* (0: the first) to *out*: 0 or −ENOENT."""
    index = 0xFFFFFFFF if key == 0 else load32(key)
    if index == load64(bmap + M_MAX_ENTRIES) - 1:
        return -ENOENT
    following = 0 if index >= load64(bmap + M_MAX_ENTRIES) else index + 1
    store32(out, following)
    return 0


def _array_bytes(shape: Shape, nr_cpus: int) -> int:
    if shape.is_percpu:
        return (round8(shape.value_bytes) * nr_cpus + 8) * shape.max_entries
    nr_bytes = round8(shape.value_bytes) * shape.max_entries
    return -(-nr_bytes // PAGE_BYTES) * PAGE_BYTES if shape.flags & MMAPABLE else nr_bytes


@kind(MapType.BPF_MAP_TYPE_ARRAY, MapType.BPF_MAP_TYPE_PERCPU_ARRAY, memory_bytes=_array_bytes)
def _make_array(home: Home, index: int, shape: Shape) -> None:
    copies = home.nr_cpus if shape.is_percpu else 1
    stride = round8(shape.value_bytes) * copies
    values = home.region.alloc(VMALLOC_BASE, stride * shape.max_entries, PAGE_BYTES)
    store64(home.record(index) + M_VALUE_STRIDE, stride)
    store64(home.record(index) + M_VALUES, signed_address(values))


def _slots_bytes(shape: Shape, nr_cpus: int) -> int:
    return 8 * shape.max_entries


@kind(
    MapType.BPF_MAP_TYPE_PROG_ARRAY,
    MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY,
    MapType.BPF_MAP_TYPE_CGROUP_ARRAY,
    memory_bytes=_slots_bytes,
)
def _make_slots(home: Home, index: int, shape: Shape) -> None:
    if shape.type is not MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY:
        store64(home.record(index) + M_PROGS, home.buffer(8 * shape.max_entries))
