"""Maps of maps: what may fill a slot, and what each operation and misuse comes to.

A slot is filled with a descriptor. Of the guest's, 4 is the first that is free, then 7 and all
after it; a map's is told by its number as long as every map before it could be made.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.map_jobs import (
    MapJob,
    Op,
    create,
    delete,
    keys,
    lookup,
    next_key,
    prog,
    take,
    update,
    walk,
)

__all__ = ["CASES"]

HASH, ARRAY, PROG_ARRAY, PERCPU_HASH, PERCPU_ARRAY, LRU = 1, 2, 3, 5, 6, 9
STACK_TRACE, CGROUP_ARRAY, LPM = 7, 8, 11
ARRAY_OF_MAPS, HASH_OF_MAPS, QUEUE, STACK, RINGBUF, BLOOM = 12, 13, 22, 23, 27, 30
NAMES = {ARRAY_OF_MAPS: "array_of_maps", HASH_OF_MAPS: "hash_of_maps"}
ANY, NOEXIST, EXIST, F_LOCK = 0, 1, 2, 4
NO_PREALLOC, RDONLY_PROG, INNER_MAP = 1, 0x80, 0x1000


def _key(i: int) -> bytes:
    return i.to_bytes(4, "little")


def put(outer: int, slot: int, inner: int, flags: int = 0) -> Op:
    """Put a map into a slot."""
    return update(outer, _key(slot), _key(4 if inner == 0 else 6 + inner), flags)


def inner_value(outer: int, slot: int) -> Op:
    """Look up key 0 of the map in a slot, and add one to its value; 0: no map, 1: no value."""
    text = f"""
        r9 = 0
        r1 = {{map{outer}}} ll
        r2 = r7
        call bpf_map_lookup_elem
        if r0 == 0 goto out
        r9 = 1
        *(u32 *)(r10 - 4) = 0
        r1 = r0
        r2 = r10
        r2 += -4
        call bpf_map_lookup_elem
        if r0 == 0 goto out
        r9 = 2
        r1 = *(u64 *)(r0 + 0)
        *(u64 *)(r7 + 8) = r1
        r1 += 1
        *(u64 *)(r0 + 0) = r1
        out: r0 = r9
        exit
    """
    return prog(text, _key(slot), 16)


def _creations() -> Iterator[MapJob]:
    for kind, name in NAMES.items():
        ops = [create(ARRAY, 4, 8, 1)]
        for key, value, entries in ((4, 4, 1), (4, 8, 1), (8, 4, 1), (4, 4, 0), (0, 4, 1)):
            ops.append(create(kind, key, value, entries, 0, 0, 0))
        ops += [create(kind, 4, 4, 2), create(kind, 512, 4, 2, 0, 0, 0)]
        ops += [create(kind, 4, 4, 2, 1 << i, 0, 0) for i in range(13)]
        yield MapJob(f"{name}: sizes and flags", tuple(ops))
        # what may be inside at all
        ops = []
        inner = [(HASH, 4, 8, 4), (ARRAY, 4, 8, 4), (PROG_ARRAY, 4, 4, 4), (4, 4, 4, 4)]
        inner += [(PERCPU_HASH, 4, 8, 4), (PERCPU_ARRAY, 4, 8, 4), (LRU, 4, 8, 4), (10, 4, 8, 4)]
        inner += [(STACK_TRACE, 4, 80, 4), (CGROUP_ARRAY, 4, 4, 4), (LPM, 8, 8, 4, 1)]
        inner += [(QUEUE, 0, 8, 4), (STACK, 0, 8, 4), (RINGBUF, 0, 0, 4096), (BLOOM, 0, 8, 4)]
        for number, shape in enumerate(inner):
            ops += [create(*shape), create(kind, 4, 4, 1, 0, 0, 2 * number)]
        ops.append(create(kind, 4, 4, 1, 0, 0, 1))
        yield MapJob(f"{name}: what is inside", tuple(ops))


def _likeness() -> Iterator[MapJob]:
    """What may fill a slot, given what the slots' maps look like."""
    shapes = {
        "array": [(ARRAY, 4, 8, 4), (ARRAY, 4, 8, 5), (ARRAY, 4, 16, 4), (HASH, 4, 8, 4)],
        "array flags": [
            (ARRAY, 4, 8, 4),
            (ARRAY, 4, 8, 4, RDONLY_PROG),
            (ARRAY, 4, 8, 4, INNER_MAP),
        ],
        "inner array": [
            (ARRAY, 4, 8, 4, INNER_MAP),
            (ARRAY, 4, 8, 9, INNER_MAP),
            (ARRAY, 4, 8, 4),
            (ARRAY, 4, 16, 4, INNER_MAP),
        ],
        "hash": [
            (HASH, 4, 8, 4),
            (HASH, 4, 8, 99),
            (HASH, 8, 8, 4),
            (HASH, 4, 16, 4),
            (HASH, 4, 8, 4, NO_PREALLOC),
            (LRU, 4, 8, 4),
        ],
        "percpu_array": [(PERCPU_ARRAY, 4, 8, 4), (PERCPU_ARRAY, 4, 8, 5)],
        "queue": [(QUEUE, 0, 8, 4), (QUEUE, 0, 8, 5), (STACK, 0, 8, 4), (QUEUE, 0, 4, 4)],
        "lpm_trie": [(LPM, 8, 8, 4, 1), (LPM, 8, 8, 5, 1), (LPM, 12, 8, 4, 1)],
        "ringbuf": [(RINGBUF, 0, 0, 4096), (RINGBUF, 0, 0, 8192)],
        "bloom_filter": [(BLOOM, 0, 8, 4), (BLOOM, 0, 8, 500), (BLOOM, 0, 8, 4, 0, 3)],
        "stack_trace": [(STACK_TRACE, 4, 80, 4), (STACK_TRACE, 4, 80, 5), (STACK_TRACE, 4, 88, 4)],
    }
    for kind, name in NAMES.items():
        for inner, given in shapes.items():
            ops = [create(*shape) for shape in given]
            outer = len(given)
            ops += [create(kind, 4, 4, 8, 0, 0, 0)]
            ops += [put(outer, i, i) for i in range(len(given))]
            yield MapJob(f"{name} of {inner}: what fits", tuple(ops))


def _operations() -> Iterator[MapJob]:
    for kind, name in NAMES.items():
        ops = [create(ARRAY, 4, 8, 1), create(ARRAY, 4, 8, 1), create(kind, 4, 4, 2, 0, 0, 0)]
        ops += [update(0, _key(0), b"\1" * 8), update(1, _key(0), b"\2" * 8)]
        ops += [inner_value(2, 0), lookup(2, _key(0)), delete(2, _key(0)), keys(2), walk(2, 9)]
        for how in (EXIST, NOEXIST, NOEXIST, EXIST, ANY, F_LOCK, 3, -1):
            ops += [put(2, 0, 0, how), put(2, 1, 1, how), keys(2)]
        ops += [inner_value(2, slot) for slot in (0, 1, 2, 0, 1)]
        ops += [put(2, 7, 0), put(2, 1, 0), inner_value(2, 1), inner_value(2, 0)]
        ops += [update(2, _key(0), _key(99)), inner_value(2, 0)]
        ops += [put(2, 0, 2), inner_value(2, 0)]
        ops += [delete(2, _key(0)), delete(2, _key(0)), delete(2, _key(9)), inner_value(2, 0)]
        ops += [lookup(2, _key(0)), lookup(2, _key(9)), keys(2), put(2, 0, 1), inner_value(2, 0)]
        ops += [next_key(0, _key(9)), lookup(0, _key(0)), lookup(1, _key(0)), take(2, _key(0), 1)]
        yield MapJob(f"{name}: operations", tuple(ops))


CASES = (*_creations(), *_likeness(), *_operations())
