"""A map as user space sees it through its file descriptor.

**Rule:** a view reads live memory, with the operations that programs use (`sim.bpf.maps.ops`);
it changes nothing that a program's next step sees, except through `update` and `delete`.

**Not modelled:** the syscall's price (a reader's syscalls are priced by the agent).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from sim.base.memory import load64, store64
from sim.bpf.maps.kinds import Shape, round8
from sim.bpf.maps.layout import (
    ARRAY,
    E2BIG,
    ENOENT,
    M_ENTRIES,
    M_MAX_ENTRIES,
    M_PROGS,
    PERCPU_ARRAY,
)
from sim.bpf.maps.ops import map_delete, map_lookup_sys, map_next_key, map_update
from sim.bpf.maps.values import ALL_CPUS
from sim.bpf.region import Region
from sim.bpf.spec import MapType

__all__ = ["MapView", "Owner"]

_ARRAYS = (ARRAY, PERCPU_ARRAY)


class Owner(Protocol):
    """What a view asks of the maps that it belongs to."""

    region: Region
    nr_cpus: int

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
        return self.max_entries if self.type in _ARRAYS else self.field(M_ENTRIES)

    def field(self, offset: int) -> int:
        """Return one field (``M_…``) of the record."""
        return load64(self.record + offset)

    def lookup(self, key: bytes) -> list[bytes] | None:
        """Return the value (one for each CPU when per-CPU), or None."""
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
        at = self.maps.scratch(key or b"")
        out = at + round8(self.key_bytes)
        if map_next_key(self.maps.user_run, self.record, at if key is not None else 0, out) < 0:
            return None
        return self.maps.scratch_bytes(out, self.key_bytes)

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
        return map_delete(self.maps.user_run, self.record, self.maps.scratch(key))

    def put_program(self, slot: int, program: int) -> int:
        """Put a program's record (0: none) into a prog_array's slot: 0 or −E2BIG, −ENOENT."""
        if not 0 <= slot < self.max_entries:
            return -E2BIG
        at = self.field(M_PROGS) + 8 * slot
        if program == 0 and load64(at) == 0:
            return -ENOENT
        store64(at, program)
        return 0
