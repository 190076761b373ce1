"""Arrays, slots of programs and files, rings, stack traces: user space's commands on each."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from tests.map_jobs import (
    MapJob,
    Op,
    batch,
    create,
    delete,
    freeze,
    lookup,
    next_key,
    prog_delete,
    prog_lookup,
    prog_update,
    take,
    update,
    walk,
)

__all__ = ["CASES", "KERNELS", "NR_CPUS"]

NR_CPUS = 2
KERNELS = ("6.1", "6.12")
ARRAY, PROG_ARRAY, PERF, PERCPU_ARRAY, STACK_TRACE, CGROUP_ARRAY = 2, 3, 4, 6, 7, 8
RINGBUF, USER_RINGBUF = 27, 31
LPM, QUEUE, STACK, BLOOM, TASK_STORAGE, CGRP_STORAGE = 11, 22, 23, 30, 29, 32
ANY, NOEXIST, EXIST, F_LOCK = 0, 1, 2, 4
RDONLY, WRONLY, STACK_BUILD_ID, ZERO_SEED, RDONLY_PROG, WRONLY_PROG = 8, 16, 0x20, 0x40, 0x80, 0x100
CLONE, MMAPABLE, PRESERVE_ELEMS, INNER_MAP = 0x200, 0x400, 0x800, 0x1000
NAMES = {
    ARRAY: "array",
    PROG_ARRAY: "prog_array",
    PERF: "perf_event_array",
    PERCPU_ARRAY: "percpu_array",
    STACK_TRACE: "stack_trace",
    CGROUP_ARRAY: "cgroup_array",
    RINGBUF: "ringbuf",
    USER_RINGBUF: "user_ringbuf",
}
_SHAPES = {
    ARRAY: (4, 8, 3),
    PROG_ARRAY: (4, 4, 3),
    PERF: (4, 4, 3),
    PERCPU_ARRAY: (4, 8, 3),
    STACK_TRACE: (4, 16, 3),
    CGROUP_ARRAY: (4, 4, 3),
    RINGBUF: (0, 0, 4096),
    USER_RINGBUF: (0, 0, 4096),
}


def _key(i: int) -> bytes:
    return struct.pack("<I", i & 0xFFFFFFFF)


def _value(kind: int, i: int) -> bytes:
    """Return a value as user space gives it."""
    size = _SHAPES[kind][1]
    one = bytes((i + n) & 0xFF for n in range(size))
    return one * NR_CPUS if kind == PERCPU_ARRAY else one


def _creations() -> Iterator[MapJob]:
    for kind, name in NAMES.items():
        key, value, entries = _SHAPES[kind]
        sizes = [(4, 8, 1), (0, 8, 1), (8, 8, 1), (4, 0, 1), (4, 8, 0), (4, 4, 1), (4, 4, 0)]
        sizes += [(4, 7, 2), (4, 1016, 1), (4, 1024, 1), (4, 32768, 1), (4, 32769, 1)]
        sizes += [(0, 0, size) for size in (0, 1, 2048, 4096, 4097, 8192, 12288, 1 << 20)]
        sizes += [(4, 0, 4096), (0, 4, 4096)]
        yield MapJob(f"{name}: sizes", tuple(create(kind, *size) for size in sizes))
        flags = [1 << i for i in range(14)] + [0x18, 0x180, 0x88, 0x480]
        ops = tuple(create(kind, key, value, entries, flag) for flag in flags)
        yield MapJob(f"{name}: flags", (*ops, create(kind, key, value, entries, 0, 1)))


def _elements() -> Iterator[MapJob]:
    for kind, name in NAMES.items():
        one = create(kind, *_SHAPES[kind])
        given = _key(1) if _SHAPES[kind][0] else None
        ops: list[Op] = [one, lookup(0, given), lookup(0, _key(1)), lookup(0, None)]
        ops += [lookup(0, _key(3)), lookup(0, _key(-1))]
        ops += [lookup(0, given, flag) for flag in (1, 2, 4, 8, 1 << 32)]
        yield MapJob(f"{name}: lookup", tuple(ops))
        values = [_value(kind, 5)]
        ops = [one, *(update(0, given, values[0], flag) for flag in (0, 1, 2, 3, 4, 5, 8, 1 << 32))]
        ops += [update(0, _key(3), values[0]), update(0, _key(-1), values[0])]
        ops += [update(0, None, values[0]), update(0, _key(1), values[0]), lookup(0, given)]
        yield MapJob(f"{name}: update", tuple(ops))
        ops = [one, delete(0, given), delete(0, _key(1)), delete(0, None), delete(0, _key(3))]
        yield MapJob(f"{name}: delete", tuple(ops))
        ops = [one, take(0, given), take(0, given, 4), take(0, given, 1), take(0, None)]
        yield MapJob(f"{name}: lookup and delete", (*ops, take(0, _key(3))))
        ops = [one, next_key(0, None), next_key(0, _key(0)), next_key(0, _key(1))]
        ops += [next_key(0, _key(2)), next_key(0, _key(3)), next_key(0, _key(-1)), walk(0, 10)]
        yield MapJob(f"{name}: next key", tuple(ops))
        ops = [one, freeze(0), freeze(0), lookup(0, given), update(0, given, values[0])]
        yield MapJob(f"{name}: frozen", (*ops, delete(0, given), take(0, given), next_key(0, None)))


def _batches() -> Iterator[MapJob]:
    for kind, name in NAMES.items():
        shape = _SHAPES[kind]
        one = create(kind, *shape)
        keys = b"".join(_key(i) for i in range(2)) if shape[0] else b""
        values = _value(kind, 1) + _value(kind, 9)
        what: list[Op] = [one]
        what.append(batch("update", 0, 2, keys=keys, values=values))
        what.append(batch("lookup", 0, 2))
        what.append(batch("lookup", 0, 5))
        what.append(batch("lookup", 0, 1, in_batch=_key(0)))
        what.append(batch("lookup", 0, 5, in_batch=_key(1)))
        what.append(batch("lookup", 0, 5, in_batch=_key(2)))
        what.append(batch("lookup", 0, 5, in_batch=_key(7)))
        what.append(batch("lookup", 0, 0))
        what.append(batch("lookup", 0, 2, elem_flags=4))
        what.append(batch("lookup", 0, 2, elem_flags=1))
        what.append(batch("lookup", 0, 2, flags=1))
        what.append(batch("take", 0, 2))
        what.append(batch("delete", 0, 2, keys=keys))
        what.append(batch("delete", 0, 0, keys=keys))
        what.append(batch("update", 0, 0, keys=keys, values=values))
        what.append(batch("update", 0, 2, keys=keys, values=values, elem_flags=1))
        what.append(batch("update", 0, 2, keys=keys, values=values, elem_flags=4))
        what.append(batch("update", 0, 2, keys=keys, values=values, flags=1))
        if shape[0]:
            far = _key(0) + _key(9)
            what.append(batch("update", 0, 2, keys=far, values=values))
        yield MapJob(f"{name}: batches", tuple(what))


def _rights() -> Iterator[MapJob]:
    for kind in (ARRAY, PERCPU_ARRAY, STACK_TRACE, PROG_ARRAY, CGROUP_ARRAY, PERF):
        for flag, name in ((RDONLY, "read-only"), (WRONLY, "write-only")):
            ops = [create(kind, *_SHAPES[kind], flag), lookup(0, _key(1))]
            ops += [update(0, _key(1), _value(kind, 3)), delete(0, _key(1)), next_key(0, None)]
            ops += [take(0, _key(1)), freeze(0), batch("lookup", 0, 2)]
            values = _value(kind, 1) + _value(kind, 9)
            ops.append(batch("update", 0, 2, keys=_key(0) + _key(1), values=values))
            yield MapJob(f"{NAMES[kind]}: {name} for user space", tuple(ops))


def _programs() -> Iterator[MapJob]:
    for kind in (ARRAY, PERCPU_ARRAY):
        shape = _SHAPES[kind]
        one = create(kind, *shape)
        ops: list[Op] = [one]
        for flag in (0, 1, 2, 3, 4, 8, 1 << 32):
            ops.append(prog_update(0, _key(1), bytes(range(8)), flag))
        ops += [prog_update(0, _key(3), bytes(8)), prog_update(0, _key(-1), bytes(8))]
        ops += [prog_delete(0, _key(1)), prog_delete(0, _key(3)), lookup(0, _key(1))]
        ops += [prog_lookup(0, _key(1), 8), prog_lookup(0, _key(3), 8)]
        yield MapJob(f"{NAMES[kind]}: from a program", tuple(ops))
        odd = [create(kind, 4, 5, 2), prog_update(0, _key(1), b"abcde"), lookup(0, _key(1))]
        yield MapJob(f"{NAMES[kind]}: an odd size", tuple(odd))


def _other_batches() -> Iterator[MapJob]:
    """Types of other families: which have batches at all, and an LPM trie's."""
    pair = struct.pack("<II", 16, 0x0201), struct.pack("<II", 24, 0x030201)
    both = b"".join(pair)
    ops: list[Op] = [create(LPM, 8, 8, 5, 1)]
    ops.append(batch("update", 0, 2, keys=both, values=bytes(range(16))))
    ops += [batch("lookup", 0, 5), batch("lookup", 0, 1), batch("lookup", 0, 0)]
    ops += [batch("lookup", 0, 5, in_batch=pair[1]), batch("lookup", 0, 2, elem_flags=1)]
    ops += [batch("take", 0, 2), batch("delete", 0, 2, keys=both), batch("lookup", 0, 2)]
    ops.append(batch("delete", 0, 1, keys=pair[0]))
    yield MapJob("lpm_trie: batches", tuple(ops))
    for kind, name in ((QUEUE, "queue"), (STACK, "stack"), (BLOOM, "bloom_filter")):
        ops = [create(kind, 0, 8, 3), batch("lookup", 0, 2), batch("take", 0, 2)]
        ops += [batch("update", 0, 1, values=bytes(8)), batch("delete", 0, 1)]
        yield MapJob(f"{name}: batches", tuple(ops))
    for kind, name in ((TASK_STORAGE, "task_storage"), (CGRP_STORAGE, "cgrp_storage")):
        sizes = ((4, 8, 0, 1), (4, 8, 1, 1), (4, 8, 0, 0), (8, 8, 0, 1), (4, 0, 0, 1))
        yield MapJob(f"{name}: without types", tuple(create(kind, *size) for size in sizes))


CASES = (*_creations(), *_elements(), *_batches(), *_other_batches(), *_rights(), *_programs())
