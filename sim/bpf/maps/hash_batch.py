"""Batches of a hash's elements, as bpf(2) gives and takes them (kernel/bpf/hashtab.c, syscall.c).

A reading batch takes whole buckets, from the one that the last batch ended at, as long as there
is room; a bucket that alone has more elements than there is room for is −ENOSPC, and the end of
the map is −ENOENT, with elements all the same. Writing batches go key by key, as every map's
(`sim.bpf.maps.batch`, which asks first whether user space may).

**Rule:** a batch is one operation for each element; user space's are not priced here.

**Not modelled:** what a reading batch misses that runs while programs insert and delete.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sim.base.memory import load64
from sim.bpf.maps.hash_layout import ELEM_AGE, ELEM_HEAD_BYTES, HT_VALUE_AT
from sim.bpf.maps.hashtab import NO_AGE, newest_in
from sim.bpf.maps.kinds import round8
from sim.bpf.maps.layout import (
    EINVAL,
    ENOENT,
    ENOSPC,
    M_ELEM_BYTES,
    M_ELEMS,
    M_NR_BUCKETS,
)
from sim.bpf.maps.user import joined
from sim.bpf.maps.view import MapView

__all__ = ["Batch", "lookup_batch"]


@dataclass(frozen=True)
class Batch:
    """What a batch came to.

    Attributes:
        result: 0 or a negative errno.
        count: Elements done; what was asked for, when the batch did not begin.
        bucket: What the next reading batch goes on from, None if nothing was said.
        keys: Keys read, and
        values: values, side by side.
    """

    result: int
    count: int
    bucket: int | None = None
    keys: bytes = b""
    values: bytes = b""


def _elements(view: MapView, bucket: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield key and value of a bucket's elements, newest first."""
    run, at, region = view.maps.user_run, view.record, view.maps.region
    copies = view.maps.nr_cpus if view.shape.is_percpu else 1
    before = NO_AGE
    while number := newest_in(run, at, bucket, before):
        elem = load64(at + M_ELEMS) + (number - 1) * load64(at + M_ELEM_BYTES)
        before = int.from_bytes(region.read(elem + ELEM_AGE, 8), "little")
        key = region.read(elem + ELEM_HEAD_BYTES, view.key_bytes)
        value, stride = elem + load64(at + HT_VALUE_AT), round8(view.value_bytes)
        found = [region.read(value + i * stride, view.value_bytes) for i in range(copies)]
        yield key, joined(view, found)


def lookup_batch(
    view: MapView,
    count: int,
    start: int | None = None,
    *,
    elem_flags: int = 0,
    flags: int = 0,
    is_taking: bool = False,
) -> Batch:
    """Read elements (BPF_MAP_LOOKUP_BATCH), or take them out (…_LOOKUP_AND_DELETE_BATCH).

    Args:
        view: The map.
        count: How many at most.
        start: `Batch.bucket` of the batch before, None: from the beginning.
        elem_flags: Flags of the elements; none is known.
        flags: Flags of the batch; none is known.
        is_taking: Whether the elements are deleted.
    """
    if elem_flags or flags:
        return Batch(-EINVAL, count)
    if count == 0:
        return Batch(0, 0)
    nr_buckets = view.field(M_NR_BUCKETS)
    bucket = start or 0
    if bucket >= nr_buckets:
        return Batch(-ENOENT, 0)
    found: list[tuple[bytes, bytes]] = []
    result = 0
    while result == 0:
        elements = list(_elements(view, bucket))
        if len(elements) > count - len(found):
            result = 0 if found else -ENOSPC
            break
        found += elements
        bucket += 1
        if bucket == nr_buckets:
            result = -ENOENT
    if is_taking:
        for key, _ in found:
            view.delete(key)
    keys, values = (b"".join(one[i] for one in found) for i in (0, 1))
    return Batch(result, len(found), bucket, keys, values)
