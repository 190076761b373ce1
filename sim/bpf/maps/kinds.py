"""What the simulator knows of each map type: how one is made, and what it weighs.

A type's file registers itself with `kind`: a function that fills the new record, and one that
gives the bytes that the kernel charges. `KINDS` is the list of the types that are modelled.

**Rule:** a type is registered in the file that holds its operations; `sim.bpf.maps.ops` sends
the operations to it.

**Not modelled:** maps of types that have no row here: they cannot be made.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple, Protocol

from sim.bpf.region import Region
from sim.bpf.spec import MapType
from sim.versions.features import Feature

__all__ = ["KINDS", "Home", "Kind", "Shape", "kind", "pow2_up", "round8"]


class Shape(NamedTuple):
    """What ``BPF_MAP_CREATE`` is told; sizes in bytes.

    Attributes:
        inner: Index of the map that the maps in its slots must look like, −1 if it has none.
    """

    type: MapType
    key_bytes: int
    value_bytes: int
    max_entries: int
    flags: int = 0
    extra: int = 0
    inner: int = -1

    @property
    def is_percpu(self) -> bool:
        """Whether each CPU has a value of its own."""
        return self.type in _PERCPU

    @property
    def is_prealloc(self) -> bool:
        """Whether all elements are there from the start."""
        return not self.flags & 1


_PERCPU = frozenset(
    (
        MapType.BPF_MAP_TYPE_PERCPU_HASH,
        MapType.BPF_MAP_TYPE_PERCPU_ARRAY,
        MapType.BPF_MAP_TYPE_LRU_PERCPU_HASH,
    )
)


class Home(Protocol):
    """Where maps live: memory and what belongs to the machine."""

    region: Region
    nr_cpus: int
    seed: int
    features: Collection[Feature]

    def record(self, index: int) -> int:
        """Return the host address of a map's record."""

    def buffer(self, nr_bytes: int) -> int:
        """Return the host address of zeroed memory of the map's own, outside simulated memory."""

    def new_record(self, kind: int, shape: Shape) -> int:
        """Return the index of a further record, as perf rings have them."""


class Kind(NamedTuple):
    """How maps of a type are made.

    Attributes:
        make: Fills the record with the index given.
        memory_bytes: What the kernel charges, for a shape and a number of possible CPUs.
    """

    make: Callable[[Home, int, Shape], None]
    memory_bytes: Callable[[Shape, int], int]


KINDS: dict[MapType, Kind] = {}


def kind(
    *types: MapType, memory_bytes: Callable[[Shape, int], int]
) -> Callable[[Callable[[Home, int, Shape], None]], Callable[[Home, int, Shape], None]]:
    """Register how maps of *types* are made."""

    def register(make: Callable[[Home, int, Shape], None]) -> Callable[[Home, int, Shape], None]:
        for one in types:
            KINDS[one] = Kind(make, memory_bytes)
        return make

    return register


def round8(nr_bytes: int) -> int:
    """Round up to a multiple of 8."""
    return (nr_bytes + 7) & -8


def pow2_up(number: int) -> int:
    """Round up to a power of two."""
    return 1 << max(number - 1, 0).bit_length()
