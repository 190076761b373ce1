"""Making maps (``BPF_MAP_CREATE``), and the memory they live in.

`Maps` owns the map records and their memory. What a map may look like is checked as
``BPF_MAP_CREATE`` does; the refusal is a `ProgramError` with the kernel's errno. Each type's file
makes its maps and says what the kernel charges for them (`sim.bpf.maps.kinds`).

**Rule:** operations of user space have a run state of their own, whose counts nobody prices.

**Not modelled:** running out of memory.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from errno import errorcode

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
from sim.bpf.maps.create_check import MapAttr, check_map_create
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
from sim.bpf.maps.sizes import why_refused
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
from sim.bpf.verifier.spec import ALL_CAPS, Cap, Map
from sim.versions.features import Feature

__all__ = ["MapView", "Maps", "check_map", "map_kind"]

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
_SCRATCH_BYTES = 1 << 16


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
        like = inner.shape if isinstance(inner, MapView) else inner
        template = inner.index if isinstance(inner, MapView) else -1
        kind = map_kind(name, map_type)
        shape = Shape(kind, key_bytes, value_bytes, max_entries, flags, extra, template)
        check_map(name, shape, like, self.features)
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


@dataclass(frozen=True)
class _Maker:
    """A process with every capability, as a tracer's loader has them."""

    features: Collection[Feature]
    caps: Collection[Cap] = ALL_CAPS


def map_kind(name: str, map_type: int) -> MapType:
    """Return a map's type.

    Raises:
        ProgramError: It is not modelled.
    """
    if map_type not in KINDS:
        known = ", ".join(t.name for t in sorted(KINDS))
        raise ProgramError(
            f"map type {map_type} is not modelled",
            where=f"map {name!r}",
            suggestion=f"known types: {known}",
        )
    return MapType(map_type)


def check_map(name: str, shape: Shape, inner: Shape | None, features: Collection[Feature]) -> None:
    """Refuse what BPF_MAP_CREATE refuses.

    Args:
        name: The map's name.
        shape: What is wanted.
        inner: What the maps in its slots look like.
        features: The kernel's.

    Raises:
        ProgramError: There will be no such map.
    """
    is_of_maps = shape.type in (ARRAY_OF_MAPS, HASH_OF_MAPS)
    if (inner is None) == is_of_maps:
        why = "a map of maps, and no other, needs an inner map to look like (EINVAL)"
        raise ProgramError("the kernel refuses this map", where=f"map {name!r}", reason=why)
    like = None if inner is None else Map("", *inner[:4], map_flags=inner.flags)
    attr = MapAttr(*shape[:6], inner=like, is_typed=True)
    refused = check_map_create(attr, _Maker(features))
    if refused:
        why = f"{why_refused(shape)} ({errorcode.get(refused, 'ENOTSUPP')})"
        raise ProgramError("the kernel refuses this map", where=f"map {name!r}", reason=why)
