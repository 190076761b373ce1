"""Nanoseconds of our own time that an operation of a hash takes, keys being drawn at random.

A map is filled with its keys, then each operation is done to keys in random order, in one compiled
loop. Beside them, in the same rounds, runs a loop of a constant amount of arithmetic (16
dependent multiplications a step), so that machines can be compared. Figures are medians of
several rounds, in CPU time of this process.

    python -m tests.bench.maps [--rounds N] [--entries N] [--check]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence

import numpy as np

from sim.base.arith import lshr64, mul64
from sim.base.compile import compiled
from sim.base.memory import Buffer
from sim.bpf.maps.create import Maps, MapView
from sim.bpf.maps.hashtab import hash_delete, hash_lookup, hash_update
from sim.bpf.maps.layout import MapType
from sim.bpf.region import DIRECT_MAP_BASE, MAP_STRUCT_BASE, VMALLOC_BASE, Region

__all__ = ["Bench", "main"]

ENTRIES = 1 << 20
TARGET_UPDATE_NS = 25.0
_MULTIPLICATIONS = 16
_KEY_BYTES = 8  # apart from each other; a key has four of them
_NR_ORDERS = 4  # each operation has one of its own
_T = MapType


@compiled("int64(int64,int64)", python=True)
def constant_loop(nr_steps: int, x: int) -> int:
    """Do a constant amount of arithmetic a step."""
    for _ in range(nr_steps * _MULTIPLICATIONS):
        x = mul64(x ^ lshr64(x, 29), 6364136223846793005)
    return x


@compiled("int64(int64,int64,int64,int64,int64)", python=True)
def update_all(run: int, bmap: int, keys: int, value: int, nr_keys: int) -> int:
    """Update every key; return how many updates were refused."""
    failed = 0
    for i in range(nr_keys):
        if hash_update(run, bmap, keys + _KEY_BYTES * i, value, 0, 0) != 0:
            failed += 1
    return failed


@compiled("int64(int64,int64,int64,int64)", python=True)
def look_up_all(run: int, bmap: int, keys: int, nr_keys: int) -> int:
    """Look every key up; return how many were not there."""
    failed = 0
    for i in range(nr_keys):
        if hash_lookup(run, bmap, keys + _KEY_BYTES * i, 1) == 0:
            failed += 1
    return failed


@compiled("int64(int64,int64,int64,int64)", python=True)
def delete_all(run: int, bmap: int, keys: int, nr_keys: int) -> int:
    """Delete every key; return how many were not there."""
    failed = 0
    for i in range(nr_keys):
        if hash_delete(run, bmap, keys + _KEY_BYTES * i) != 0:
            failed += 1
    return failed


class Bench:
    """Maps of one size, and keys in random order.

    Args:
        nr_entries: Their keys.
    """

    def __init__(self, nr_entries: int) -> None:
        self.nr_entries = nr_entries
        self.region = Region(DIRECT_MAP_BASE, MAP_STRUCT_BASE, VMALLOC_BASE)
        self.maps = Maps(self.region, 4, 1)
        self._keys = [Buffer(_KEY_BYTES * nr_entries) for _ in range(_NR_ORDERS)]
        self._value = Buffer(64)
        draw = np.random.default_rng(1)
        for keys in self._keys:
            order = draw.permutation(nr_entries).astype(np.int64)
            keys.view[: order.nbytes] = order.tobytes()

    def close(self) -> None:
        """Give all memory back."""
        self.maps.close()
        self.region.close()
        for buffer in (*self._keys, self._value):
            buffer.close()

    def create(self, kind: MapType, flags: int = 0) -> MapView:
        """Create a map of four-byte keys and eight-byte values."""
        return self.maps.create("map", kind, 4, 8, self.nr_entries, flags)

    def operations(self, view: MapView) -> dict[str, Callable[[], int]]:
        """Return what is measured: each does something to all keys."""
        run, bmap, n = self.maps.user_run, view.record, self.nr_entries
        first, second, third, fourth = (keys.address for keys in self._keys)
        value = self._value.address
        return {
            "insert": lambda: update_all(run, bmap, first, value, n),
            "update": lambda: update_all(run, bmap, second, value, n),
            "lookup": lambda: look_up_all(run, bmap, third, n),
            "delete": lambda: delete_all(run, bmap, fourth, n),
        }


def _seconds(work: Callable[[], int]) -> float:
    began_s = time.process_time()
    assert work() == 0, "an operation was refused"
    return time.process_time() - began_s


def _measure(bench: Bench, views: dict[str, MapView], rounds: int) -> dict[tuple[str, str], float]:
    """Return nanoseconds an operation, by map and operation."""
    found: dict[tuple[str, str], list[float]] = {}
    for i in range(rounds + 1):
        for name, view in views.items():
            for operation, work in bench.operations(view).items():
                spent_ns = 1e9 * _seconds(work) / bench.nr_entries
                if i > 0:  # the first round touches the memory
                    found.setdefault((name, operation), []).append(spent_ns)
        spent_ns = 1e9 * _seconds(lambda: 0 * constant_loop(bench.nr_entries, 1)) / bench.nr_entries
        if i > 0:
            found.setdefault(("constant loop", ""), []).append(spent_ns)
    return {key: statistics.median(values) for key, values in found.items()}


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--entries", type=int, default=ENTRIES)
    parser.add_argument("--check", action="store_true", help="fail if an update takes too long")
    options = parser.parse_args(argv)
    bench = Bench(options.entries)
    views = {
        "hash": bench.create(_T.BPF_MAP_TYPE_HASH),
        "hash, no prealloc": bench.create(_T.BPF_MAP_TYPE_HASH, 1),
        "percpu_hash": bench.create(_T.BPF_MAP_TYPE_PERCPU_HASH),
    }
    found = _measure(bench, views, options.rounds)
    constant = found["constant loop", ""]
    print(f"{options.entries:,} keys in random order, medians of {options.rounds} rounds")
    for (name, operation), spent_ns in found.items():
        print(f"{name:<20} {operation:<8} {spent_ns:7.1f} ns  {spent_ns / constant:6.3f}")
    bench.close()
    is_quick = found["hash", "update"] < TARGET_UPDATE_NS
    return 1 if options.check and not is_quick else 0


if __name__ == "__main__":
    sys.exit(main())
