"""Named random streams whose draws depend on nothing that happened before.

A draw is a pure function of (seed, stream name, item, index): the block cipher Threefry-2x64
with 20 rounds (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", SC'11)
encrypts the counter (item, index) under the key (seed, hash of the name). Attaching a tracer,
adding a CPU or drawing in another order therefore changes no other draw.

`threefry2x64` is compiled and called by the path engine; `Streams` is the same thing for Python.
The cipher is in `sim.base.threefry`, what a draw's 64 bits become (a time, a choice) in
`sim.base.draws`; this module offers both.

**Rule:** an *item* is a logical thing (the client's 7th request), never a worker, a CPU or an
order of arrival; the *index* tells apart the draws of one item for one purpose.

**Not modelled:** nothing of the kernel; get_random_u32 is not this.
"""

from __future__ import annotations

import hashlib

from sim.base.draws import (
    below_ppm,
    erlang_ns,
    exponential_ns,
    neg_log_unit,
    uniform_below,
    uniform_ns,
    unit53,
)
from sim.base.threefry import threefry2x64

__all__ = [
    "Stream",
    "Streams",
    "below_ppm",
    "erlang_ns",
    "exponential_ns",
    "neg_log_unit",
    "replication_seed",
    "signed64",
    "stream_key",
    "threefry2x64",
    "uniform_below",
    "uniform_ns",
    "unit53",
]

_M64 = (1 << 64) - 1


def signed64(value: int) -> int:
    """Return the int64 with the low 64 bits of *value*."""
    return ((value + (1 << 63)) & _M64) - (1 << 63)


def stream_key(name: str) -> int:
    """Return the int64 that stands for a stream name: the first 8 bytes of its SHA-256."""
    digest = hashlib.sha256(name.encode()).digest()
    return int.from_bytes(digest[:8], "little", signed=True)


def replication_seed(seed: int, replication: int) -> int:
    """Return the seed of a replication; replications share no draw."""
    return int(threefry2x64(signed64(seed), stream_key("replication"), replication, 0))


class Stream:
    """One named stream.

    Args:
        seed: The run's seed, as int64.
        name: The stream's name, such as ``"workload/web/think"``.
    """

    def __init__(self, seed: int, name: str) -> None:
        self.name = name
        self.k0 = seed
        self.k1 = stream_key(name)

    def bits(self, item: int, index: int = 0) -> int:
        """Return the draw (item, index): 64 bits, as int64."""
        return int(threefry2x64(self.k0, self.k1, item, index))

    def unit(self, item: int, index: int = 0) -> float:
        """Return a float64 in [0, 1), a multiple of 2^-53."""
        return float(unit53(self.bits(item, index)))

    def below(self, n: int, item: int, index: int = 0) -> int:
        """Return an integer in [0, n)."""
        return int(uniform_below(self.bits(item, index), n))

    def uniform_ns(self, low_ns: int, high_ns: int, item: int, index: int = 0) -> int:
        """Return an integer in [low_ns, high_ns]."""
        return int(uniform_ns(self.bits(item, index), low_ns, high_ns))

    def exponential_ns(self, mean_ns: int, item: int, index: int = 0) -> int:
        """Return an exponential time, rounded to the nearest nanosecond."""
        return int(exponential_ns(self.bits(item, index), mean_ns))

    def erlang_ns(self, shape: int, mean_ns: int, item: int, index: int = 0) -> int:
        """Return an Erlang time with the given *mean* (of the sum, not of a stage)."""
        return int(erlang_ns(self.bits(item, index), shape, mean_ns))


class Streams:
    """All streams of one run, made on demand.

    Args:
        seed: Any integer; its low 64 bits count.
        replication: With a number, the streams of that replication of the seed.
    """

    def __init__(self, seed: int, replication: int | None = None) -> None:
        self.seed = signed64(seed)
        if replication is not None:
            self.seed = replication_seed(seed, replication)

    def stream(self, name: str) -> Stream:
        """Return the stream called *name*."""
        return Stream(self.seed, name)
