"""Going over a map's elements, one by one (``bpf_for_each_map_elem``).

An array is walked by index, a hash bucket by bucket, the newest element of each first. Elements
that a walk's callback adds are newer than where it stands and are not visited; those that it
deletes, the one it is called for, too, do not stop it.

**Rule:** a place in a hash is one int64: the bucket in the upper bits, the age of the element in
the `AGE_BITS` lower ones.

**Not modelled:** an element that a callback deletes and that the kernel's walk still comes by.
"""

from __future__ import annotations

from sim.base.arith import shl64
from sim.base.compile import compiled
from sim.base.memory import load64
from sim.bpf.maps.hash_layout import ELEM_AGE, elem_of
from sim.bpf.maps.hashtab import is_hash, newest_in
from sim.bpf.maps.layout import ARRAY, M_NR_BUCKETS, M_TYPE, PERCPU_ARRAY

__all__ = [
    "AGE_BITS",
    "EACH_ARRAY",
    "EACH_HASH",
    "bucket_of",
    "each_kind",
    "elem_after",
    "place_of",
]

EACH_ARRAY, EACH_HASH = 1, 2
AGE_BITS = 36

_AGES = (1 << AGE_BITS) - 1


@compiled("int64(int64)")
def each_kind(bmap: int) -> int:
    """Say how a map is walked: EACH_ARRAY, EACH_HASH, 0: not at all."""
    kind = load64(bmap + M_TYPE)
    if kind == ARRAY or kind == PERCPU_ARRAY:
        return EACH_ARRAY
    return EACH_HASH if is_hash(kind) == 1 else 0


@compiled("int64(int64)", inline=True)
def bucket_of(place: int) -> int:
    """Return the bucket of a place."""
    return place >> AGE_BITS


@compiled("int64(int64,int64,int64,int64)")
def place_of(run: int, bmap: int, bucket: int, number: int) -> int:
    """Return the place of an element."""
    return shl64(bucket, AGE_BITS) | (load64(elem_of(run, bmap, number) + ELEM_AGE) & _AGES)


@compiled("int64(int64,int64,int64)")
def elem_after(run: int, bmap: int, place: int) -> int:
    """Return the place after a hash's (−1: the first), and the number of its element.

    Returns:
        The bucket in the upper half, the number in the lower; −1 at the end.
    """
    bucket, before = 0, _AGES
    if place >= 0:
        bucket, before = bucket_of(place), place & _AGES
    while bucket < load64(bmap + M_NR_BUCKETS):
        number = newest_in(run, bmap, bucket, before)
        if number != 0:
            return shl64(bucket, 32) | number
        bucket, before = bucket + 1, _AGES
    return -1
