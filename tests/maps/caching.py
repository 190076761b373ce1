"""LRU maps used as caches: keys by Zipf's law, misses counted, beside theory and an exact LRU."""

from __future__ import annotations

from collections import OrderedDict

import numpy as np
import numpy.typing as npt

from sim.base.compile import compiled
from sim.base.memory import Buffer
from sim.bpf.maps.create import MapView
from sim.bpf.maps.hashtab import hash_lookup, hash_update
from tests.vm import Vm

__all__ = ["che_misses", "exact_misses", "kernel_misses", "look_up_or_insert", "zipf_keys"]

Keys = npt.NDArray[np.int64]
_LRU_HASH = 9


@compiled("int64(int64,int64,int64,int64,int64)", python=True)
def _use(run: int, bmap: int, keys: int, nr_keys: int, value: int) -> int:
    misses = 0
    for i in range(nr_keys):
        if hash_lookup(run, bmap, keys + 8 * i, 1) == 0:
            misses += 1
            hash_update(run, bmap, keys + 8 * i, value, 0, 0)
    return misses


def look_up_or_insert(vm: Vm, view: MapView, keys: Keys) -> int:
    """Look four-byte keys up as a program does, and insert those that are not there.

    Returns:
        How many were not.
    """
    both = Buffer(keys.nbytes + 64)
    both.view[: keys.nbytes] = keys.tobytes()
    misses = _use(vm.run, view.record, both.address, len(keys), both.address + keys.nbytes)
    both.close()
    return int(misses)


def kernel_misses(keys: Keys, size: int, flags: int, nr_warm: int = 0) -> int:
    """Return the misses of an LRU map on one CPU, those of the first *nr_warm* keys apart."""
    vm = Vm(nr_cpus=1)
    view = vm.create("lru", _LRU_HASH, 4, 8, size, flags)
    look_up_or_insert(vm, view, keys[:nr_warm])
    misses = look_up_or_insert(vm, view, keys[nr_warm:])
    vm.close()
    return misses


def exact_misses(keys: Keys, size: int, nr_warm: int = 0) -> int:
    """Return the misses of a cache that throws out the key used longest ago."""
    cached: OrderedDict[int, None] = OrderedDict()
    misses = 0
    for i, key in enumerate(keys.tolist()):
        if key in cached:
            cached.move_to_end(key)
            continue
        misses += i >= nr_warm
        if len(cached) >= size:
            cached.popitem(last=False)
        cached[key] = None
    return misses


def _shares(exponent: float, nr_keys: int) -> npt.NDArray[np.float64]:
    weights = np.arange(1, nr_keys + 1, dtype=np.float64) ** -exponent
    return np.asarray(weights / weights.sum())


def zipf_keys(exponent: float, nr_keys: int, nr_draws: int, seed: int) -> Keys:
    """Draw keys by Zipf's law."""
    upto = np.cumsum(_shares(exponent, nr_keys))
    drawn = np.random.default_rng(seed).random(nr_draws) * upto[-1]
    return np.searchsorted(upto, drawn).astype(np.int64)


def che_misses(exponent: float, nr_keys: int, size: int) -> float:
    """Return an LRU's miss ratio by Che's approximation.

    A key is there if it was used within the last T uses, T being what makes *size* keys be there.
    """
    shares = _shares(exponent, nr_keys)
    low, high = 0.0, 1e12
    for _ in range(100):
        middle = (low + high) / 2
        if float((1 - np.exp(-shares * middle)).sum()) < size:
            low = middle
        else:
            high = middle
    return float((shares * np.exp(-shares * low)).sum())
