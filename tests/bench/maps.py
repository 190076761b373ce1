"""Nanoseconds of our own time that an operation of a hash takes, keys being drawn at random.

A map is filled with its keys, then each operation is done to keys in random order, in one compiled
loop. Beside them, in the same rounds, run two loops, so that machines can be compared: one of a
constant amount of arithmetic (16 dependent multiplications a step), and one that reads at random
what a lookup has to read at least, a word of a table and then an element that it leads to. Figures
are medians of several rounds, in CPU time of this process.

    python -m tests.bench.maps [--rounds N] [--entries N,N,…] [--check]
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
from sim.base.memory import Buffer, load32, load64
from sim.bpf.maps.create import Maps, MapView
from sim.bpf.maps.hashtab import hash_delete, hash_lookup, hash_update
from sim.bpf.maps.layout import MapType
from sim.bpf.region import DIRECT_MAP_BASE, MAP_STRUCT_BASE, VMALLOC_BASE, Region

__all__ = ["Bench", "main", "measure"]

ENTRIES = (1 << 10, 1 << 16, 1 << 20)  # powers of two
TARGET_UPDATE_NS = 25.0
_MULTIPLICATIONS = 16
_KEY_BYTES = 8  # apart from each other; a key has four of them
_ELEMENT_BYTES = 32
_NR_ORDERS = 4  # each operation has one of its own
_T = MapType


@compiled("int64(int64,int64)", python=True)
def constant_loop(nr_steps: int, x: int) -> int:
    """Do a constant amount of arithmetic a step."""
    for _ in range(nr_steps * _MULTIPLICATIONS):
        x = mul64(x ^ lshr64(x, 29), 6364136223846793005)
    return x


@compiled("int64(int64,int64,int64,int64)", python=True)
def read_all(table: int, elements: int, keys: int, nr_keys: int) -> int:
    """Read a word for each key, and an element that the word leads to."""
    mask = nr_keys - 1
    total = 0
    for i in range(nr_keys):
        at = mul64(load64(keys + _KEY_BYTES * i), 0x9E3779B97F4A7C15 - (1 << 64))
        word = load32(table + 4 * (lshr64(at, 30) & (4 * mask + 3)))
        total += load64(elements + _ELEMENT_BYTES * ((word + lshr64(at, 20)) & mask))
    return total


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
        self._table = Buffer(4 * 4 * nr_entries)
        self._elements = Buffer(_ELEMENT_BYTES * nr_entries)
        for buffer in (self._table, self._elements):  # its pages are to be its own
            buffer.view[:] = bytes(len(buffer.view))
        draw = np.random.default_rng(1)
        for keys in self._keys:
            order = draw.permutation(nr_entries).astype(np.int64)
            keys.view[: order.nbytes] = order.tobytes()

    def close(self) -> None:
        """Give all memory back."""
        self.maps.close()
        self.region.close()
        for buffer in (*self._keys, self._value, self._table, self._elements):
            buffer.close()

    def read(self) -> int:
        """Read at random what a lookup of each key has to read."""
        keys, n = self._keys[0].address, self.nr_entries
        return int(read_all(self._table.address, self._elements.address, keys, n))

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
        for name, work in (
            ("arithmetic", lambda: 0 * constant_loop(bench.nr_entries, 1)),
            ("random reads", bench.read),
        ):
            spent_ns = 1e9 * _seconds(work) / bench.nr_entries
            if i > 0:
                found.setdefault((name, ""), []).append(spent_ns)
    return {key: statistics.median(values) for key, values in found.items()}


def measure(
    nr_entries: int, rounds: int, say: Callable[[str], None]
) -> dict[tuple[str, str], float]:
    """Measure maps of one size, and print; nanoseconds by map and operation."""
    bench = Bench(nr_entries)
    views = {
        "hash": bench.create(_T.BPF_MAP_TYPE_HASH),
        "hash, no prealloc": bench.create(_T.BPF_MAP_TYPE_HASH, 1),
        "percpu_hash": bench.create(_T.BPF_MAP_TYPE_PERCPU_HASH),
    }
    found = _measure(bench, views, rounds)
    bench.close()
    constant, reads = found["arithmetic", ""], found["random reads", ""]
    say(f"{nr_entries:,} keys in random order, medians of {rounds} rounds")
    say(f"{'':<20} {'':<8} {'ns':>7} {'of arithmetic':>14} {'of random reads':>16}")
    for (name, operation), spent_ns in found.items():
        ratios = f"{spent_ns / constant:14.2f} {spent_ns / reads:16.2f}"
        say(f"{name:<20} {operation:<8} {spent_ns:7.1f} {ratios}")
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--entries", default=",".join(str(n) for n in ENTRIES))
    parser.add_argument("--check", action="store_true", help="fail if an update takes too long")
    options = parser.parse_args(argv)
    slow = 0
    for nr_entries in (int(n) for n in options.entries.split(",")):
        found = measure(nr_entries, options.rounds, print)
        slow += found["hash", "update"] >= TARGET_UPDATE_NS
    return 1 if options.check and slow else 0


if __name__ == "__main__":
    sys.exit(main())
