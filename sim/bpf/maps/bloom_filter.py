"""Bloom filters (kernel/bpf/bloom_filter.c).

A value is hashed as often as ``map_extra`` says (five times unless it does), each time under the
next seed, to a bit of a bitmap whose size is a power of two: seven bits for every five of entries
times hashes, rounded up. A push sets the bits; a peek answers −ENOENT at the first bit that is
clear. ``max_entries`` only sizes the bitmap.

**Rule:** the answer tells how many hashes were made (`bloom_peek`), for that is what one costs.

**Not modelled:** nothing of the filter; what a large bitmap waits for: `sim.bpf.maps.push_pop`.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load8, load64, store8, store64
from sim.bpf.maps.jhash import jhash
from sim.bpf.maps.kinds import Home, Shape, kind, pow2_up
from sim.bpf.maps.layout import (
    BPF_ANY,
    EINVAL,
    M_DATA_HOST,
    M_INSERTS,
    M_MASK,
    M_SEED,
    M_VALUE_BYTES,
    own_words,
)
from sim.bpf.spec import MapType

__all__ = ["BF_HASHES", "bloom_bits", "bloom_peek", "bloom_push", "hashes_of"]

ZERO_SEED = 0x40
_DEFAULT_HASHES = 5
_MOST_BITS = 1 << 31  # of what is asked for; above it the bitmap has 2^32
_U32 = (1 << 32) - 1
_M32 = (1 << 32) - 1

(BF_HASHES,) = own_words(1)


@compiled("int64(int64,int64,int64)", inline=True)
def _bit(bmap: int, value: int, i: int) -> int:
    # jhash2, which Linux uses for values of whole words, is jhash of their bytes here
    h = jhash(value, load64(bmap + M_VALUE_BYTES), load64(bmap + M_SEED) + i)
    return h & load64(bmap + M_MASK)


@compiled("int64(int64,int64,int64)")
def bloom_push(bmap: int, value: int, flags: int) -> int:
    """Add the value at host address *value*: 0 or −EINVAL."""
    if flags != BPF_ANY:
        return -EINVAL
    for i in range(load64(bmap + BF_HASHES)):
        bit = _bit(bmap, value, i)
        at = load64(bmap + M_DATA_HOST) + (bit >> 3)
        store8(at, load8(at) | 1 << (bit & 7))
    store64(bmap + M_INSERTS, load64(bmap + M_INSERTS) + 1)
    return 0


@compiled("int64(int64,int64)")
def bloom_peek(bmap: int, value: int) -> int:
    """Ask for the value at host address *value*.

    Returns:
        How many hashes were made: negative if the last one's bit was clear (the value was never
        pushed), else positive.
    """
    nr_hashes = load64(bmap + BF_HASHES)
    for i in range(nr_hashes):
        bit = _bit(bmap, value, i)
        if load8(load64(bmap + M_DATA_HOST) + (bit >> 3)) >> (bit & 7) & 1 == 0:
            return -(i + 1)
    return nr_hashes


def hashes_of(extra: int) -> int:
    """Return how many hashes a ``map_extra`` asks for."""
    return extra or _DEFAULT_HASHES


def bloom_bits(max_entries: int, extra: int) -> int:
    """Return how many bits a filter has."""
    product = max_entries * hashes_of(extra)
    nr_bits = product // 5 * 7
    if product > _U32 or nr_bits > _MOST_BITS:
        return 1 << 32
    return pow2_up(max(nr_bits, 64))


def _bloom_bytes(shape: Shape, nr_cpus: int) -> int:
    return bloom_bits(shape.max_entries, shape.extra) // 8


@kind(MapType.BPF_MAP_TYPE_BLOOM_FILTER, memory_bytes=_bloom_bytes)
def _make_bloom(home: Home, index: int, shape: Shape) -> None:
    nr_bits = bloom_bits(shape.max_entries, shape.extra)
    for offset, value in (
        (M_DATA_HOST, home.buffer(nr_bits // 8)),
        (M_MASK, nr_bits - 1),
        (M_SEED, 0 if shape.flags & ZERO_SEED else home.seed + index & _M32),
        (BF_HASHES, hashes_of(shape.extra)),
    ):
        store64(home.record(index) + offset, value)
