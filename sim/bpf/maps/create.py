"""Making maps, and looking at them from user space.

`Maps` owns the map records and their memory. What a map may look like is checked as
``BPF_MAP_CREATE`` does; the refusal is a `ProgramError` with the kernel's errno.

Memory is charged as the kernel charges it (kernel/bpf, 6.1): 48 bytes a hash element plus key
and value rounded up to 8, 16 bytes a bucket, one extra element for each possible CPU; per-CPU
values times CPUs; a ring's data and three pages.

**Rule:** a `MapView` reads live memory; it changes nothing that a program's next step sees,
except through `update`.

**Not modelled:** the syscall's price (a reader's syscalls are priced by the agent).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sim.base.errors import ProgramError
from sim.base.memory import Buffer, load64, store64
from sim.bpf.maps.hashtab import hash_find, hash_get_next_key, hash_update, value_offset
from sim.bpf.maps.layout import (
    E2BIG,
    M_BUCKETS,
    M_DATA_HOST,
    M_ELEM_BYTES,
    M_ELEMS,
    M_ENTRIES,
    M_FREE,
    M_INDEX,
    M_KEY_BYTES,
    M_LOCK_CPU,
    M_MASK,
    M_MAX_ENTRIES,
    M_META,
    M_NR_BUCKETS,
    M_NR_CPUS,
    M_PROGS,
    M_RINGS,
    M_SEED,
    M_TYPE,
    M_VALUE_BYTES,
    M_VALUE_STRIDE,
    M_VALUES,
    MAP_BYTES,
    PERF_RING,
    MapType,
)
from sim.bpf.maps.ringbuf import META_BYTES
from sim.bpf.region import PAGE_BYTES, VMALLOC_BASE, Region

__all__ = ["MapView", "Maps", "check_map"]

MAX_MAPS = 512
_HASHES = (MapType.BPF_MAP_TYPE_HASH, MapType.BPF_MAP_TYPE_PERCPU_HASH)
_PERCPU = (MapType.BPF_MAP_TYPE_PERCPU_HASH, MapType.BPF_MAP_TYPE_PERCPU_ARRAY)
_ARRAYS = (MapType.BPF_MAP_TYPE_ARRAY, MapType.BPF_MAP_TYPE_PERCPU_ARRAY)
_SLOTS = (
    MapType.BPF_MAP_TYPE_PROG_ARRAY,
    MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY,
    MapType.BPF_MAP_TYPE_CGROUP_ARRAY,
)


def _round8(n: int) -> int:
    return (n + 7) & -8


def _pow2(n: int) -> int:
    return 1 << max(n - 1, 0).bit_length()


@dataclass(frozen=True)
class MapView:
    """A map as user space sees it."""

    maps: Maps
    index: int
    name: str
    type: MapType
    key_bytes: int
    value_bytes: int
    max_entries: int
    memory_bytes: int

    @property
    def record(self) -> int:
        """Host address of the map's record."""
        return self.maps.record(self.index)

    def field(self, offset: int) -> int:
        """Return one field (``M_…``) of the record."""
        return load64(self.record + offset)

    def _values_at(self, address: int) -> list[bytes]:
        region = self.maps.region
        copies = self.maps.nr_cpus if self.type in _PERCPU else 1
        stride = _round8(self.value_bytes)
        return [region.read(address + i * stride, self.value_bytes) for i in range(copies)]

    def lookup(self, key: bytes) -> list[bytes] | None:
        """Return the value (one for each CPU when per-CPU), or None."""
        if self.type in _ARRAYS:
            i = int.from_bytes(key[:4], "little")
            if i >= self.max_entries:
                return None
            return self._values_at(self.field(M_VALUES) + i * self.field(M_VALUE_STRIDE))
        scratch = self.maps.scratch(key)
        elem = hash_find(self.record, self.maps.region.base, scratch)
        return self._elem_values(elem) if elem else None

    def _elem_values(self, elem: int) -> list[bytes]:
        address = elem - self.maps.region.base + value_offset(self.record)
        return self._values_at(address)

    def items(self) -> Iterator[tuple[bytes, list[bytes]]]:
        """Yield keys and values in the kernel's order: by index, or by bucket."""
        if self.type in _ARRAYS:
            for i in range(self.max_entries):
                key = i.to_bytes(4, "little")
                yield key, self.lookup(key) or []
            return
        if self.type not in _HASHES:
            return
        elem = hash_get_next_key(self.record, self.maps.region.base, 0)
        while elem:
            key = self.maps.region.read(elem + 16 - self.maps.region.base, self.key_bytes)
            yield key, self._elem_values(elem)
            elem = hash_get_next_key(self.record, self.maps.region.base, self.maps.scratch(key))

    def put_program(self, slot: int, program: int) -> int:
        """Put a program's record (0: none) into a prog_array's slot: 0 or −E2BIG."""
        if not 0 <= slot < self.max_entries:
            return -E2BIG
        store64(self.field(M_PROGS) + 8 * slot, program)
        return 0

    def update(self, key: bytes, value: bytes, flags: int = 0) -> int:
        """Update from user space (plain hash and array): 0 or a negative errno."""
        if self.type in _ARRAYS:
            i = int.from_bytes(key[:4], "little")
            if i >= self.max_entries:
                return -7
            stride = self.field(M_VALUE_STRIDE)
            self.maps.region.write(self.field(M_VALUES) + i * stride, value)
            return 0
        at = self.maps.scratch(key + bytes(-len(key) % 8) + value)
        base = self.maps.region.base
        return hash_update(self.record, base, at, at + _round8(len(key)), flags, 0)


class Maps:
    """All maps of a machine.

    Args:
        region: Kernel memory.
        nr_cpus: Possible CPUs.
        seed: Of the hash functions.
    """

    def __init__(self, region: Region, nr_cpus: int, seed: int) -> None:
        self.region = region
        self.nr_cpus = nr_cpus
        self.seed = seed
        self._records = Buffer(MAX_MAPS * MAP_BYTES)
        self._scratch = Buffer(1 << 16)
        self._buffers: list[Buffer] = []
        self.views: dict[int, MapView] = {}
        self.nr_maps = 0

    @property
    def address(self) -> int:
        """Host address of the table of records."""
        return self._records.address

    def record(self, index: int) -> int:
        """Return the host address of a map's record."""
        return self._records.address + index * MAP_BYTES

    def scratch(self, data: bytes) -> int:
        """Put bytes where compiled functions can read them; return the host address."""
        self._scratch.view[: len(data)] = data
        return self._scratch.address

    def close(self) -> None:
        """Free host memory; the region is freed by its owner."""
        for buffer in (self._records, self._scratch, *self._buffers):
            buffer.close()

    def create(
        self,
        name: str,
        map_type: int,
        key_bytes: int,
        value_bytes: int,
        max_entries: int,
        flags: int = 0,
    ) -> MapView:
        """Create a map (BPF_MAP_CREATE).

        Raises:
            ProgramError: The kernel would refuse it, or its type is not modelled.
        """
        kind = check_map(name, map_type, key_bytes, value_bytes, max_entries)
        index = self._new_record(kind, key_bytes, value_bytes, max_entries)
        if kind in _HASHES:
            memory = self._make_hash(index, kind, key_bytes, value_bytes, max_entries)
        elif kind in _ARRAYS:
            memory = self._make_array(index, kind, value_bytes, max_entries)
        elif kind is MapType.BPF_MAP_TYPE_RINGBUF:
            self._make_ring(index, max_entries)
            memory = max_entries + 3 * PAGE_BYTES
        else:
            if kind is MapType.BPF_MAP_TYPE_PROG_ARRAY:
                store64(self.record(index) + M_PROGS, self._buffer(8 * max_entries))
            memory = 8 * max_entries
        view = MapView(self, index, name, kind, key_bytes, value_bytes, max_entries, memory)
        self.views[index] = view
        return view

    def open_perf_rings(self, view: MapView, pages: int) -> int:
        """Give every CPU's slot of a perf_event_array a ring of *pages* data pages.

        Returns:
            Their memory in bytes.
        """
        size = pages * PAGE_BYTES
        if pages < 1 or pages & (pages - 1):
            raise ProgramError(
                f"a perf buffer of {pages} pages cannot be mapped",
                where=f"map {view.name!r}",
                reason="the number of data pages must be a power of two (EINVAL)",
            )
        first = self.nr_maps
        for _ in range(self.nr_cpus):
            self._make_ring(self._new_record(PERF_RING, 0, 0, size), size)
        store64(view.record + M_RINGS, first)
        return self.nr_cpus * (size + PAGE_BYTES)

    def _new_record(self, kind: int, key_bytes: int, value_bytes: int, entries: int) -> int:
        if self.nr_maps >= MAX_MAPS:
            raise ProgramError(f"more than {MAX_MAPS} maps and rings on one machine")
        index = self.nr_maps
        self.nr_maps += 1
        at = self.record(index)
        for offset, value in (
            (M_TYPE, int(kind)),
            (M_INDEX, index),
            (M_KEY_BYTES, key_bytes),
            (M_VALUE_BYTES, value_bytes),
            (M_MAX_ENTRIES, entries),
            (M_NR_CPUS, self.nr_cpus),
            (M_LOCK_CPU, -1),
            (M_RINGS, -1),
        ):
            store64(at + offset, value)
        return index

    def _buffer(self, nr_bytes: int) -> int:
        buffer = Buffer(nr_bytes)
        self._buffers.append(buffer)
        return buffer.address

    def _make_array(self, index: int, kind: MapType, value_bytes: int, entries: int) -> int:
        copies = self.nr_cpus if kind in _PERCPU else 1
        stride = _round8(value_bytes) * copies
        at = self.record(index)
        store64(at + M_VALUE_STRIDE, stride)
        store64(at + M_VALUES, _signed(self.region.alloc(VMALLOC_BASE, stride * entries, 4096)))
        return stride * entries + (8 * entries if copies > 1 else 0)

    def _make_hash(
        self, index: int, kind: MapType, key_bytes: int, value_bytes: int, entries: int
    ) -> int:
        percpu = kind in _PERCPU
        stride = _round8(value_bytes) * (self.nr_cpus if percpu else 1)
        elem_bytes = 16 + _round8(key_bytes) + stride
        at = self.record(index)
        nr_buckets = _pow2(entries)
        elems = self.region.alloc(VMALLOC_BASE, elem_bytes * entries, 4096)
        for offset, value in (
            (M_VALUE_STRIDE, stride),
            (M_BUCKETS, self._buffer(8 * nr_buckets)),
            (M_NR_BUCKETS, nr_buckets),
            (M_ELEMS, _signed(elems)),
            (M_ELEM_BYTES, elem_bytes),
            (M_FREE, 1),
            (M_SEED, self.seed + index),
        ):
            store64(at + offset, value)
        host = self.region.host(elems)
        for i in range(entries):
            store64(host + i * elem_bytes, i + 2 if i + 1 < entries else 0)
        per_elem = 48 + _round8(key_bytes) + (8 if percpu else 0) + stride
        extra = 0 if percpu else self.nr_cpus
        return per_elem * (entries + extra) + 16 * nr_buckets

    def _make_ring(self, index: int, size: int) -> None:
        at = self.record(index)
        data = self.region.alloc(VMALLOC_BASE, 2 * size, 4096)
        store64(at + M_VALUES, _signed(data))
        store64(at + M_DATA_HOST, self.region.host(data))
        store64(at + M_MASK, size - 1)
        store64(at + M_META, self._buffer(size // 8 * META_BYTES))

    def nr_entries(self, view: MapView) -> int:
        """Return how many entries are live (arrays: all of them)."""
        return view.max_entries if view.type in _ARRAYS else view.field(M_ENTRIES)


def _signed(address: int) -> int:
    return address - (1 << 64) if address >> 63 else address


def check_map(name: str, map_type: int, key_bytes: int, value_bytes: int, entries: int) -> MapType:
    """Return a map's type, or refuse what is not modelled and what BPF_MAP_CREATE refuses.

    Raises:
        ProgramError: There will be no such map.
    """
    if map_type not in {int(known) for known in MapType}:
        raise ProgramError(
            f"map type {map_type} is not modelled",
            where=f"map {name!r}",
            suggestion="known types: " + ", ".join(t.name for t in MapType),
        )
    kind, why = MapType(map_type), ""
    if kind is MapType.BPF_MAP_TYPE_RINGBUF:
        if key_bytes or value_bytes:
            why = "a ring buffer has no key and no value (EINVAL)"
        elif entries < PAGE_BYTES or entries & (entries - 1):
            why = f"max_entries is {entries}; a ring buffer's size must be a power of two and a "
            why += f"multiple of the page size, {PAGE_BYTES} (EINVAL)"
    elif entries < 1:
        why = "max_entries must be at least 1 (EINVAL)"
    elif kind in _ARRAYS and (key_bytes != 4 or value_bytes < 1):
        why = "an array's key has 4 bytes and its value at least 1 (EINVAL)"
    elif kind in _SLOTS and (key_bytes != 4 or value_bytes != 4):
        why = "this map's key and value have 4 bytes each (EINVAL)"
    elif kind in _HASHES and (key_bytes < 1 or value_bytes < 1 or key_bytes > 512):
        why = "a hash's key has 1 to 512 bytes and its value at least 1 (EINVAL or E2BIG)"
    elif kind in _PERCPU and value_bytes > 32768:
        why = "a per-CPU value has at most 32 KiB (E2BIG)"
    if why:
        raise ProgramError("the kernel refuses this map", where=f"map {name!r}", reason=why)
    return kind
