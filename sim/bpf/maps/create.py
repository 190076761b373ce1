"""Making maps (``BPF_MAP_CREATE``), and the memory they live in.

`Maps` owns the map records and their memory. What a map may look like is checked as
``BPF_MAP_CREATE`` does; the refusal is a `ProgramError` with the kernel's errno. Each type's file
makes its maps and says what the kernel charges for them (`sim.bpf.maps.kinds`).

**Rule:** operations of user space have a run state of their own, whose counts nobody prices.

**Not modelled:** running out of memory.
"""

from __future__ import annotations

from collections.abc import Collection

from sim.base.errors import ProgramError
from sim.base.memory import Buffer, store64
from sim.bpf.maps import array as _array
from sim.bpf.maps import bloom_filter as _bloom_filter
from sim.bpf.maps import hash_make as _hash_make
from sim.bpf.maps import local_storage as _local_storage
from sim.bpf.maps import lpm_trie as _lpm_trie
from sim.bpf.maps import map_in_map as _map_in_map
from sim.bpf.maps import queue_stack as _queue_stack
from sim.bpf.maps import stack_trace as _stack_trace
from sim.bpf.maps import user_ringbuf as _user_ringbuf
from sim.bpf.maps.kinds import KINDS, Shape
from sim.bpf.maps.layout import (
    ARRAY_OF_MAPS,
    HASH_OF_MAPS,
    M_EXTRA,
    M_FLAGS,
    M_INDEX,
    M_KEY_BYTES,
    M_LOCK_CPU,
    M_MAX_ENTRIES,
    M_NR_CPUS,
    M_RINGS,
    M_TYPE,
    M_VALUE_BYTES,
    MAP_BYTES,
    PERF_RING,
    MapType,
)
from sim.bpf.maps.ringbuf import make_ring
from sim.bpf.maps.sizes import SIZES, why_refused
from sim.bpf.maps.view import STORAGES, MapView
from sim.bpf.region import PAGE_BYTES, Region
from sim.bpf.run_state import (
    R_BASE,
    R_MAPS,
    R_NR_CPUS,
    R_NR_MAPS,
    R_PAGES,
    RUN_BYTES,
)
from sim.versions.features import Feature

__all__ = ["MapView", "Maps", "check_map"]

MAX_MAPS = 512
#: The files whose types are registered because they are imported.
TYPE_FILES = (
    _array,
    _hash_make,
    _queue_stack,
    _bloom_filter,
    _lpm_trie,
    _stack_trace,
    _local_storage,
    _map_in_map,
    _user_ringbuf,
)
_LRU = (MapType.BPF_MAP_TYPE_LRU_HASH, MapType.BPF_MAP_TYPE_LRU_PERCPU_HASH)
_HASHES = (MapType.BPF_MAP_TYPE_HASH, MapType.BPF_MAP_TYPE_PERCPU_HASH, *_LRU)
_PERCPU = (
    MapType.BPF_MAP_TYPE_PERCPU_HASH,
    MapType.BPF_MAP_TYPE_PERCPU_ARRAY,
    MapType.BPF_MAP_TYPE_LRU_PERCPU_HASH,
)
_ARRAYS = (MapType.BPF_MAP_TYPE_ARRAY, MapType.BPF_MAP_TYPE_PERCPU_ARRAY)
_SLOTS = (
    MapType.BPF_MAP_TYPE_PROG_ARRAY,
    MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY,
    MapType.BPF_MAP_TYPE_CGROUP_ARRAY,
)
_RINGS = (MapType.BPF_MAP_TYPE_RINGBUF, MapType.BPF_MAP_TYPE_USER_RINGBUF)
_SCRATCH_BYTES = 1 << 16
_MAX_ELEM_BYTES = (1 << 22) - 48  # the largest kmalloc, less an element's head


class Maps:
    """All maps of a machine.

    Args:
        region: Kernel memory.
        nr_cpus: Possible CPUs.
        seed: Of the hash functions.
        features: Of the kernel.
    """

    def __init__(
        self, region: Region, nr_cpus: int, seed: int, features: Collection[Feature] = ()
    ) -> None:
        self.region = region
        self.nr_cpus = nr_cpus
        self.seed = seed
        self.features = features
        self._records = Buffer(MAX_MAPS * MAP_BYTES)
        self._scratch = Buffer(_SCRATCH_BYTES)
        self._user_run = Buffer(RUN_BYTES)
        self._buffers: list[Buffer] = []
        self.views: dict[int, MapView] = {}
        self.templates: dict[int, Shape] = {}
        #: The id of each loaded program, by the address that a prog_array's slot has.
        self.program_ids: dict[int, int] = {}
        self.nr_maps = 0
        for offset, value in (
            (R_BASE, region.base),
            (R_PAGES, region.table),
            (R_MAPS, self.address),
            (R_NR_CPUS, nr_cpus),
        ):
            store64(self.user_run + offset, value)

    @property
    def address(self) -> int:
        """Host address of the table of records."""
        return self._records.address

    @property
    def user_run(self) -> int:
        """Run state of whatever user space asks for."""
        return self._user_run.address

    def record(self, index: int) -> int:
        """Return the host address of a map's record."""
        return self._records.address + index * MAP_BYTES

    def scratch(self, data: bytes) -> int:
        """Put bytes where compiled functions can read them; return the host address."""
        if 2 * len(data) > len(self._scratch.view):  # room for what comes back, too
            self._scratch.close()
            self._scratch = Buffer(4 * len(data))
        self._scratch.view[: len(data)] = data
        return self._scratch.address

    def scratch_bytes(self, at: int, nr_bytes: int) -> bytes:
        """Return bytes that compiled functions have put behind what `scratch` holds."""
        start = at - self._scratch.address
        return bytes(self._scratch.view[start : start + nr_bytes])

    def buffer(self, nr_bytes: int) -> int:
        """Return the host address of zeroed memory of a map's own."""
        buffer = Buffer(nr_bytes)
        self._buffers.append(buffer)
        return buffer.address

    def host_ranges(self) -> list[tuple[int, int]]:
        """Return where maps keep what no program can address: host addresses and bytes."""
        own = [(buffer.address, buffer.size_bytes) for buffer in self._buffers]
        return [(self.address, self.nr_maps * MAP_BYTES), *own]

    def close(self) -> None:
        """Free host memory; the region is freed by its owner."""
        for buffer in (self._records, self._scratch, self._user_run, *self._buffers):
            buffer.close()

    def create(
        self,
        name: str,
        map_type: int,
        key_bytes: int,
        value_bytes: int,
        max_entries: int,
        flags: int = 0,
        *,
        extra: int = 0,
        inner: MapView | Shape | None = None,
    ) -> MapView:
        """Create a map (BPF_MAP_CREATE).

        Args:
            name: Its name.
            map_type: uapi ``enum bpf_map_type``.
            key_bytes: Size of a key.
            value_bytes: Size of a value.
            max_entries: How many entries it may have; bytes of a ring.
            flags: ``map_flags``.
            extra: ``map_extra``.
            inner: What the maps in its slots must look like.

        Raises:
            ProgramError: The kernel would refuse it, or its type is not modelled.
        """
        kind = check_map(name, map_type, key_bytes, value_bytes, max_entries)
        like = inner.shape if isinstance(inner, MapView) else inner
        if (like is None) == (kind in (ARRAY_OF_MAPS, HASH_OF_MAPS)):
            raise ProgramError(
                "the kernel refuses this map",
                where=f"map {name!r}",
                reason="a map of maps, and no other, needs an inner map to look like (EINVAL)",
            )
        template = inner.index if isinstance(inner, MapView) else -1
        shape = Shape(kind, key_bytes, value_bytes, max_entries, flags, extra, template)
        index = self.new_record(kind, shape)
        if like is not None:
            self.templates[index] = like
        KINDS[kind].make(self, index, shape)
        memory_bytes = KINDS[kind].memory_bytes(shape, self.nr_cpus)
        view = MapView(self, index, name, shape, memory_bytes)
        self.views[index] = view
        return view

    def forget_object(self, address: int) -> int:
        """Free what maps hold for a task or control group that goes away.

        Returns:
            How many maps held something.
        """
        freed = 0
        for view in self.views.values():
            if view.type in STORAGES:
                freed += view.delete_object(address) == 0
        return freed

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
            ring = view.shape._replace(key_bytes=0, value_bytes=0, max_entries=size)
            make_ring(self, self.new_record(PERF_RING, ring), size)
        store64(view.record + M_RINGS, first)
        return self.nr_cpus * (size + PAGE_BYTES)

    def new_record(self, kind: int, shape: Shape) -> int:
        """Return the index of a new record, filled with what all types have."""
        if self.nr_maps >= MAX_MAPS:
            raise ProgramError(f"more than {MAX_MAPS} maps and rings on one machine")
        index = self.nr_maps
        self.nr_maps += 1
        store64(self.user_run + R_NR_MAPS, self.nr_maps)
        for offset, value in (
            (M_TYPE, int(kind)),
            (M_INDEX, index),
            (M_KEY_BYTES, shape.key_bytes),
            (M_VALUE_BYTES, shape.value_bytes),
            (M_MAX_ENTRIES, shape.max_entries),
            (M_FLAGS, shape.flags),
            (M_EXTRA, shape.extra),
            (M_NR_CPUS, self.nr_cpus),
            (M_LOCK_CPU, -1),
            (M_RINGS, -1),
        ):
            store64(self.record(index) + offset, value)
        return index


def check_map(name: str, map_type: int, key_bytes: int, value_bytes: int, entries: int) -> MapType:
    """Return a map's type, or refuse what is not modelled and what BPF_MAP_CREATE refuses.

    Raises:
        ProgramError: There will be no such map.
    """
    if map_type not in KINDS:
        known = ", ".join(t.name for t in sorted(KINDS))
        raise ProgramError(
            f"map type {map_type} is not modelled",
            where=f"map {name!r}",
            suggestion=f"known types: {known}",
        )
    kind, why = MapType(map_type), ""
    if kind in SIZES:
        why = why_refused(kind, key_bytes, value_bytes, entries)
    elif kind in _RINGS:
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
    elif kind in _HASHES and (key_bytes < 1 or value_bytes < 1):
        why = "a hash's key and value have at least 1 byte each (EINVAL)"
    elif kind in _HASHES and key_bytes + value_bytes >= _MAX_ELEM_BYTES:
        why = f"a hash's key and value have less than {_MAX_ELEM_BYTES} bytes together (E2BIG)"
    elif kind in _PERCPU and value_bytes > 32768:
        why = "a per-CPU value has at most 32 KiB (E2BIG)"
    if why:
        raise ProgramError("the kernel refuses this map", where=f"map {name!r}", reason=why)
    return kind
