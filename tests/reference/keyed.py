"""What a key and other CPUs add to an operation on a hash, caches apart.

A profile without latencies has no waits for caches, and such are the reference's.
"""

from __future__ import annotations

from typing import Any

from sim.base.memory import Buffer
from sim.bpf.maps.jhash import jhash

__all__ = ["Turns", "key_steps"]

M64 = (1 << 64) - 1


def key_steps(nr_bytes: int, by_words: bool, is_found: bool) -> dict[str, int]:
    """Return how much more of each step of hashing and comparing a key has than one of 4 bytes."""
    mixes, last = 0, nr_bytes
    while last > 12:
        mixes, last = mixes + 1, last - 12
    pieces = last // 4 if by_words and nr_bytes % 4 == 0 else last
    compared = nr_bytes // 8 + nr_bytes % 8 if is_found else 0
    return {"map.key_mix": mixes, "map.key_tail": pieces - 4, "map.key_compare": compared - 4}


class Turns:
    """The bucket locks of one map: who had each last, and until when."""

    def __init__(self, seed: int, index: int, entries: int) -> None:
        mixed = ((seed + index) * 0x9E3779B97F4A7C15) & M64
        self.seed = (mixed ^ (mixed >> 29)) >> 32
        self.nr = 1
        while self.nr < entries and self.nr < 2048:
            self.nr *= 2
        self.held: dict[int, tuple[int, int]] = {}

    def _bucket(self, key: bytes) -> int:
        memory = Buffer(len(key))
        try:
            memory.view[: len(key)] = key
            return int(jhash(memory.address, len(key), self.seed)) % self.nr
        finally:
            memory.close()

    def take(self, run: Any, key: bytes, hold_ps: int, line_ps: int) -> None:
        """Count what taking a key's bucket costs a run."""
        bucket = self._bucket(key)
        free_ps, cpu = self.held.get(bucket, (0, run.cpu))
        start_ps = max(free_ps, run.now * 1000)
        if cpu != run.cpu:
            run.counts["map.line_transfer"] += 2
            run.counts["map.lock_wait"] += start_ps - run.now * 1000
            hold_ps += 2 * line_ps
        self.held[bucket] = (start_ps + hold_ps, run.cpu)
