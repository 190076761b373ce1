"""A map as user space sees it through its file descriptor.

**Rule:** a view reads live memory, with the operations that programs use (`sim.bpf.maps.ops`);
it changes nothing that a program's next step sees, except through `update` and `delete`.

**Not modelled:** the syscall's price (a reader's syscalls are priced by the agent).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from struct import pack
from typing import Protocol

from sim.base.memory import load64, store64
from sim.bpf.maps.kinds import Shape, round8
from sim.bpf.maps.layout import (
    ARRAY,
    ARRAY_OF_MAPS,
    E2BIG,
    EBADF,
    EINVAL,
    ENOENT,
    M_ENTRIES,
    M_MAX_ENTRIES,
    M_PROGS,
    PERCPU_ARRAY,
    map_index,
)
from sim.bpf.maps.local_storage import storage_delete, storage_find, storage_update
from sim.bpf.maps.map_in_map import MM_HASH, MM_SLOTS, inner_map, looks_like
from sim.bpf.maps.ops import map_delete, map_lookup_sys, map_next_key, map_update
from sim.bpf.maps.push_pop import map_peek, map_pop, map_push
from sim.bpf.maps.values import ALL_CPUS
from sim.bpf.region import Region, signed_address
from sim.bpf.spec import MapType
from sim.versions.features import Feature

__all__ = ["STORAGES", "MapView", "Owner"]

#: Types whose values belong to kernel objects.
STORAGES = (
    MapType.BPF_MAP_TYPE_SK_STORAGE,
    MapType.BPF_MAP_TYPE_INODE_STORAGE,
    MapType.BPF_MAP_TYPE_TASK_STORAGE,
    MapType.BPF_MAP_TYPE_CGRP_STORAGE,
)
_MAPS_OF_MAPS = (MapType.BPF_MAP_TYPE_ARRAY_OF_MAPS, MapType.BPF_MAP_TYPE_HASH_OF_MAPS)
_M64 = (1 << 64) - 1

_ARRAYS = (ARRAY, PERCPU_ARRAY, ARRAY_OF_MAPS)


class Owner(Protocol):
    """What a view asks of the maps that it belongs to."""

    region: Region
    nr_cpus: int
    templates: dict[int, Shape]
    features: Collection[Feature]
    program_ids: dict[int, int]

    @property
    def user_run(self) -> int:
        """Run state of whatever user space asks for."""

    def record(self, index: int) -> int:
        """Return the host address of a map's record."""

    def scratch(self, data: bytes) -> int:
        """Put bytes where compiled functions can read them; return the host address."""

    def scratch_bytes(self, at: int, nr_bytes: int) -> bytes:
        """Return bytes that compiled functions have put behind what `scratch` holds."""


@dataclass(frozen=True)
class MapView:
    """A map as user space sees it."""

    maps: Owner
    index: int
    name: str
    shape: Shape
    memory_bytes: int

    @property
    def type(self) -> MapType:
        """Its type."""
        return self.shape.type

    @property
    def key_bytes(self) -> int:
        """Bytes of a key."""
        return self.shape.key_bytes

    @property
    def value_bytes(self) -> int:
        """Bytes of a value."""
        return self.shape.value_bytes

    @property
    def max_entries(self) -> int:
        """How many entries it may have; bytes of a ring."""
        return self.field(M_MAX_ENTRIES)

    @property
    def record(self) -> int:
        """Host address of the map's record."""
        return self.maps.record(self.index)

    @property
    def nr_entries(self) -> int:
        """How many entries are live (arrays: all of them)."""
        if self.type is MapType.BPF_MAP_TYPE_HASH_OF_MAPS:
            return load64(self._slots + M_ENTRIES)
        return self.max_entries if self.type in _ARRAYS else self.field(M_ENTRIES)

    def field(self, offset: int) -> int:
        """Return one field (``M_…``) of the record."""
        return load64(self.record + offset)

    def lookup(self, key: bytes) -> list[bytes] | None:
        """Return the value (one for each CPU when per-CPU), or None."""
        if self.type in _MAPS_OF_MAPS:
            index = self.map_at(key)
            return None if index is None else [pack("<I", index + 1)]
        at = map_lookup_sys(self.maps.user_run, self.record, self.maps.scratch(key))
        return self._values_at(at) if at else None

    def _values_at(self, address: int) -> list[bytes]:
        copies = self.maps.nr_cpus if self.shape.is_percpu else 1
        stride = round8(self.value_bytes)
        read = self.maps.region.read
        return [read(address + i * stride, self.value_bytes) for i in range(copies)]

    def keys(self) -> Iterator[bytes]:
        """Yield the keys in the kernel's order (``BPF_MAP_GET_NEXT_KEY``)."""
        key = self.next_key(None)
        while key is not None:
            yield key
            key = self.next_key(key)

    def next_key(self, key: bytes | None) -> bytes | None:
        """Return the key after *key* (None: the first), or None."""
        found = self.following_key(key)
        return None if isinstance(found, int) else found

    def following_key(self, key: bytes | None) -> bytes | int:
        """Return the key after *key* (None: the first), or a negative errno."""
        at = self.maps.scratch((key or b"").ljust(2 * round8(self.key_bytes) + 8, b"\0"))
        out = at + round8(self.key_bytes)
        given = at if key is not None else 0
        is_hash = self.type is MapType.BPF_MAP_TYPE_HASH_OF_MAPS
        record = self._slots if is_hash else self.record
        result = map_next_key(self.maps.user_run, record, given, out)
        return result or self.maps.scratch_bytes(out, self.key_bytes)

    def items(self) -> Iterator[tuple[bytes, list[bytes]]]:
        """Yield keys and values in the kernel's order: by index, or by bucket."""
        for key in self.keys():
            found = self.lookup(key)
            if found is not None:
                yield key, found

    def update(self, key: bytes, value: bytes, flags: int = 0) -> int:
        """Update a value, or all CPUs' copies when they are given: 0 or a negative errno."""
        at = self.maps.scratch(key + bytes(-len(key) % 8) + value)
        has_all = self.shape.is_percpu and len(value) > self.value_bytes
        cpu = ALL_CPUS if has_all else 0
        run, bmap = self.maps.user_run, self.record
        return map_update(run, bmap, at, at + round8(len(key)), flags, cpu)

    def delete(self, key: bytes) -> int:
        """Delete a key: 0 or a negative errno."""
        if self.type in _MAPS_OF_MAPS:
            return self.delete_map(key)
        return map_delete(self.maps.user_run, self.record, self.maps.scratch(key))

    def push(self, value: bytes, flags: int = 0) -> int:
        """Push a value (BPF_MAP_UPDATE_ELEM without a key): 0 or a negative errno."""
        at = self.maps.scratch(value)
        return map_push(self.maps.user_run, self.record, at, flags)

    def pop(self) -> bytes | int:
        """Take a value out (BPF_MAP_LOOKUP_AND_DELETE_ELEM): it, or a negative errno."""
        at = self.maps.scratch(bytes(self.value_bytes))
        result = map_pop(self.maps.user_run, self.record, at)
        return result or self.maps.scratch_bytes(at, self.value_bytes)

    def peek(self, value: bytes | None = None) -> bytes | int:
        """Return what would be popped, or ask a bloom filter for *value* (BPF_MAP_LOOKUP_ELEM).

        Returns:
            The value, or a negative errno: −ENOENT if there is none.
        """
        at = self.maps.scratch(bytes(self.value_bytes) if value is None else value)
        result = map_peek(self.maps.user_run, self.record, at)
        return result or self.maps.scratch_bytes(at, self.value_bytes)

    def put_map(self, key: bytes, inner: MapView | None, flags: int = 0) -> int:
        """Put a map (None: a descriptor that is none) into a map of maps: 0 or an errno."""
        slot = int.from_bytes(key[:4], "little")
        is_array = self.type is MapType.BPF_MAP_TYPE_ARRAY_OF_MAPS
        if is_array and flags:
            return -EINVAL
        if is_array and slot >= self.max_entries:
            return -E2BIG
        if inner is None:
            return -EBADF
        if not looks_like(self.maps.templates[self.index], inner.shape):
            return -EINVAL
        if is_array:
            store64(self.field(MM_SLOTS) + 8 * slot, inner.index + 1)
            return 0
        at = self.maps.scratch(key.ljust(round8(len(key)), b"\0") + pack("<Q", inner.index + 1))
        value = at + round8(len(key))
        return map_update(self.maps.user_run, self._slots, at, value, flags, 0)

    def map_at(self, key: bytes) -> int | None:
        """Return the index of the map under a key of a map of maps, or None."""
        address = inner_map(self.maps.user_run, self.record, self.maps.scratch(key))
        return map_index(address & _M64) if address else None

    def delete_map(self, key: bytes) -> int:
        """Take a map out of a map of maps: 0 or a negative errno."""
        if self.type is not MapType.BPF_MAP_TYPE_ARRAY_OF_MAPS:
            return map_delete(self.maps.user_run, self._slots, self.maps.scratch(key))
        slot = int.from_bytes(key[:4], "little")
        if slot >= self.max_entries:
            return -E2BIG
        at = self.field(MM_SLOTS) + 8 * slot
        was_empty = load64(at) == 0
        store64(at, 0)
        return -ENOENT if was_empty else 0

    @property
    def _slots(self) -> int:
        """Host address of the record of the hash behind a hash of maps."""
        return self.maps.record(self.field(MM_HASH))

    def object_value(self, address: int) -> bytes | None:
        """Return what a storage map holds for the object at a simulated address, or None."""
        run, owner = self.maps.user_run, signed_address(address)
        at = storage_find(run, self.record, owner)
        return self.maps.region.read(at, self.value_bytes) if at else None

    def update_object(self, address: int, value: bytes, flags: int = 0) -> int:
        """Set what a storage map holds for an object: 0 or a negative errno."""
        run, owner = self.maps.user_run, signed_address(address)
        return storage_update(run, self.record, owner, self.maps.scratch(value), flags)

    def delete_object(self, address: int) -> int:
        """Delete what a storage map holds for an object: 0 or −ENOENT."""
        return storage_delete(self.maps.user_run, self.record, signed_address(address))

    def put_cgroup(self, slot: int, cgroup_id: int) -> int:
        """Put a control group (0: none) into a cgroup_array's slot: 0 or −E2BIG, −ENOENT."""
        return self.put_program(slot, cgroup_id)

    def put_program(self, slot: int, program: int) -> int:
        """Put a program's record (0: none) into a prog_array's slot: 0 or −E2BIG, −ENOENT."""
        if not 0 <= slot < self.max_entries:
            return -E2BIG
        at = self.field(M_PROGS) + 8 * slot
        if program == 0 and load64(at) == 0:
            return -ENOENT
        store64(at, program)
        return 0
