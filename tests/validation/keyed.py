"""A keyed map of its own, whose operations are priced from a profile, one CPU or several.

**Rule:** a CPU's next operation begins when its last one and what is around it have been paid
for; operations are done in the order in which they begin, as the engine would.

**Not modelled:** everything but the map: what a benchmark has around it is given in ns.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable

import numpy as np

from sim.base.compile import compiled
from sim.base.memory import Buffer, load64, store64
from sim.bpf import run_state as r
from sim.bpf.maps.create import Maps, MapView
from sim.bpf.maps.ops import map_lookup, map_update
from sim.bpf.maps.push_pop import map_peek, map_push
from sim.bpf.region import DIRECT_MAP_BASE, MAP_STRUCT_BASE, VMALLOC_BASE, Region
from sim.bpf.spec import MapType
from sim.cost.profile import load_profile
from sim.versions.features import features_of
from tests.bench.maps import update_all

__all__ = ["Rig", "nominal_ps"]


@compiled("int64(int64,int64,int64,int64,int64)", python=True)
def look_up_all(run: int, bmap: int, keys: int, stride: int, nr_keys: int) -> int:
    """Look keys up that lie one behind the other, priced; return how many are there."""
    found = 0
    for i in range(nr_keys):
        if map_lookup(run, bmap, keys + stride * i, 0) != 0:
            found += 1
    return found


KEY_STRIDE = 8
_PARTS = {"map.hash_fullness": 64}


def nominal_ps(profile: str, key: str) -> float:
    """Return what one of what is counted under *key* costs, ps."""
    return load_profile(profile).price_ps(key) / _PARTS.get(key, 1)


class Rig:
    """Maps of one machine.

    Args:
        profile: The machine's profile.
        nr_cpus: Its CPUs.
        kernel: The kernel's release, for what its maps do otherwise.
    """

    def __init__(self, profile: str, nr_cpus: int = 1, kernel: str = "6.1") -> None:
        self.profile = profile
        self.nr_cpus = nr_cpus
        self._region = Region(DIRECT_MAP_BASE, MAP_STRUCT_BASE, VMALLOC_BASE)
        self.maps = Maps(self._region, nr_cpus, 1, features_of(kernel))
        self._state = Buffer(r.RUN_BYTES)
        self._run = self._state.address
        for offset in range(0, r.R_REGS, 8):
            store64(self._run + offset, load64(self.maps.user_run + offset))
        self._prices = Buffer(8 * r.NR_COUNTS)
        self._key, self._value = Buffer(256), Buffer(256)
        prices = load_profile(profile)
        for i, name in enumerate(r.COUNTS):
            store64(self._prices.address + 8 * i, prices.price_ps(name))
        self._each_ps = np.array([nominal_ps(profile, name) for name in r.COUNTS])
        self._counts = np.frombuffer(self._state.view, np.int64, r.NR_COUNTS, r.R_COUNTS)

    def close(self) -> None:
        """Give all memory back."""
        self.maps.close()
        self._region.close()
        del self._counts
        for buffer in (self._prices, self._key, self._value, self._state):
            buffer.close()

    def map(
        self, kind: MapType, key_bytes: int, entries: int, flags: int = 0, hashes: int = 0
    ) -> MapView:
        """Make a map of eight-byte values; a bloom filter has values of *key_bytes*, no keys."""
        if kind == MapType.BPF_MAP_TYPE_BLOOM_FILTER:
            return self.maps.create("bloom", kind, 0, key_bytes, entries, extra=hashes)
        return self.maps.create("map", kind, key_bytes, 8, entries, flags)

    def fill(self, view: MapView, keys: np.ndarray) -> None:
        """Insert keys of eight bytes, unpriced."""
        memory = Buffer(keys.nbytes)
        memory.view[: keys.nbytes] = keys.tobytes()
        nr = len(keys)
        update_all(self._run, view.record, memory.address, self._value.address, nr)
        memory.close()

    def _paid_ps(self) -> float:
        """Return the price of what was counted, and forget it."""
        paid = float(self._counts @ self._each_ps)
        self._counts[:] = 0
        store64(self._run + r.R_TOUCHED, 0)
        return paid

    def set_key(self, number: int, key_bytes: int) -> int:
        """Write a key; return its host address."""
        self._key.view[:key_bytes] = number.to_bytes(key_bytes, "little")
        return self._key.address

    def lookup_ns(self, view: MapView, keys: np.ndarray, warm: int) -> float:
        """Return the mean price of looking keys up (a row each, bytes) after the first *warm*."""
        nr_keys, stride = keys.shape
        memory = Buffer(keys.nbytes + 8)
        memory.view[: keys.nbytes] = keys.tobytes()
        store64(self._run + r.R_PRICES, self._prices.address)
        paid = 0.0
        for first, nr in ((0, warm), (warm, nr_keys - warm)):
            self._paid_ps()
            look_up_all(self._run, view.record, memory.address + stride * first, stride, nr)
            paid = self._paid_ps()
        memory.close()
        return paid / (nr_keys - warm) / 1000

    def mean_ns(self, work: Callable[[int], object], nr: int) -> float:
        """Return the mean price of *work*, called with a number."""
        store64(self._run + r.R_PRICES, self._prices.address)
        self._paid_ps()
        for i in range(nr):
            work(i)
        return self._paid_ps() / nr / 1000

    def lookup(self, view: MapView, key: int) -> int:
        """Look a key up that lies at a host address."""
        return int(map_lookup(self._run, view.record, key, 0))

    def update(self, view: MapView, key: int) -> int:
        """Update a key."""
        return int(map_update(self._run, view.record, key, self._value.address, 0, 0))

    def peek(self, view: MapView, value: int) -> int:
        """Ask a bloom filter for a value."""
        return int(map_peek(self._run, view.record, value))

    def push(self, view: MapView, value: int) -> int:
        """Add a value to a bloom filter, unpriced."""
        return int(map_push(self._run, view.record, value, 0))

    def rate(self, work: Callable[[int], object], around_ns: float, until_ns: int) -> float:
        """Return operations a microsecond of all CPUs together.

        Args:
            work: The operation, called with a number.
            around_ns: What a CPU does between two.
            until_ns: How long; the first third is for warming up.
        """
        store64(self._run + r.R_PRICES, self._prices.address)
        self._paid_ps()
        queue = [(37_000.0 * cpu, cpu) for cpu in range(self.nr_cpus)]
        heapq.heapify(queue)
        done = number = 0
        from_ps = until_ns * 1000 / 3
        while queue[0][0] < until_ns * 1000:
            now_ps, cpu = queue[0]
            store64(self._run + r.R_CPU, cpu)
            store64(self._run + r.R_NOW, int(now_ps) // 1000)
            number += 1
            work(number)
            spent_ps = self._paid_ps() + around_ns * 1000
            done += now_ps >= from_ps
            heapq.heapreplace(queue, (now_ps + spent_ps, cpu))
        return done * 1.5e3 / until_ns
