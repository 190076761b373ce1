"""Queues, stacks and bloom filters: what each operation, flag and misuse comes to."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from tests.map_jobs import (
    MapJob,
    Op,
    create,
    delete,
    freeze,
    keys,
    lookup,
    next_key,
    prog,
    raw,
    take,
    update,
)

__all__ = ["CASES"]

QUEUE, STACK, BLOOM = 22, 23, 30
NAMES = {QUEUE: "queue", STACK: "stack", BLOOM: "bloom_filter"}
ANY, NOEXIST, EXIST, F_LOCK = 0, 1, 2, 4
ZERO_SEED = 0x40
_LOOKUP = 1
_KMALLOC_MAX = 1 << 22


def _value(i: int, nr_bytes: int = 8) -> bytes:
    return (
        (i * 0x9E3779B97F4A7C15 & ((1 << 64) - 1))
        .to_bytes(8, "little")[:nr_bytes]
        .ljust(nr_bytes, b"\x5a")
    )


def push(bmap: int, value: bytes, flags: int = 0) -> Op:
    """Push from a program."""
    text = f"r1 = {{map{bmap}}} ll\nr2 = r7\nr3 = {flags} ll\ncall bpf_map_push_elem\nexit"
    return prog(text, value)


def pop(bmap: int, nr_bytes: int = 8, helper: str = "pop") -> Op:
    """Pop or peek from a program, over a value of fives."""
    text = _copy("r10", -64, "r7", 0, nr_bytes)
    text += f"r1 = {{map{bmap}}} ll\nr2 = r10\nr2 += -64\ncall bpf_map_{helper}_elem\n"
    return prog(text + _copy("r7", 0, "r10", -64, nr_bytes) + "exit", b"\x55" * nr_bytes, nr_bytes)


def has(bmap: int, value: bytes) -> Op:
    """Ask a bloom filter from a program."""
    text = _copy("r10", -64, "r7", 0, len(value))
    text += f"r1 = {{map{bmap}}} ll\nr2 = r10\nr2 += -64\ncall bpf_map_peek_elem\nexit"
    return prog(text, value)


def _copy(to: str, to_at: int, source: str, at: int, nr_bytes: int) -> str:
    """Copy between the stack, which alone may be written by a pop, and the data."""
    return "".join(
        f"r1 = *(u8 *)({source} + {at + i})\n*(u8 *)({to} + {to_at + i}) = r1\n"
        for i in range(nr_bytes)
    ).replace("+ -", "- ")


def has_by_system_call(bmap: int, value: bytes, flags: int = 0) -> Op:
    """Ask a bloom filter from user space."""
    attr = struct.pack("<IxxxxQQQ", 0, 0, 0, flags)
    return raw(_LOOKUP, attr, (0, bmap), (16, value))


def _creations() -> Iterator[MapJob]:
    for kind, name in NAMES.items():
        sizes = [(0, 8, 1), (4, 8, 1), (0, 0, 1), (0, 8, 0), (0, _KMALLOC_MAX, 1)]
        sizes += [(0, _KMALLOC_MAX + 1, 1), (0, 1, 1)]
        yield MapJob(f"{name}: sizes", tuple(create(kind, *size) for size in sizes))
        flags = [1 << i for i in range(14)] + [3, 0x18, 0x180, 0x88]
        ops = [create(kind, 0, 8, 2, one) for one in flags]
        ops += [create(kind, 0, 8, 2, 0, extra) for extra in (1, 5, 15, 16, 1 << 40)]
        yield MapJob(f"{name}: flags", tuple(ops))


def _pushes(kind: int) -> Iterator[MapJob]:
    name = NAMES[kind]
    ops = [create(kind, 0, 8, 3), pop(0), pop(0, helper="peek")]
    for how in (NOEXIST, EXIST, ANY, F_LOCK, 3, 99, -1, 1 << 32, ANY, ANY):
        ops += [push(0, _value(len(ops)), how)]
    ops += [pop(0, helper="peek"), push(0, _value(77), EXIST), push(0, _value(78), EXIST)]
    ops += [pop(0, helper="peek"), pop(0), pop(0), push(0, _value(79)), pop(0), pop(0), pop(0)]
    yield MapJob(f"{name}: programs", tuple(ops))

    ops = [create(kind, 0, 12, 3), lookup(0, None), take(0, None)]
    for how in (NOEXIST, EXIST, ANY, F_LOCK, 3, 99, -1, ANY, ANY, EXIST, EXIST):
        ops += [update(0, None, _value(len(ops), 12), how)]
    ops += [lookup(0, None), lookup(0, None, F_LOCK), lookup(0, None, 1), take(0, None)]
    ops += [take(0, None, 1), take(0, None, F_LOCK), lookup(0, None), take(0, None)]
    ops += [take(0, None), take(0, None), pop(0, 12)]
    yield MapJob(f"{name}: system calls", tuple(ops))

    ops = [create(kind, 0, 8, 2), push(0, _value(1)), update(0, b"\0" * 4, _value(2))]
    ops += [lookup(0, b"\0" * 4), delete(0, None), delete(0, b"\0" * 4), next_key(0, None)]
    ops += [keys(0), pop(0)]
    yield MapJob(f"{name}: keys", tuple(ops))

    ops = [create(kind, 0, 8, 2), push(0, _value(1)), freeze(0), update(0, None, _value(2))]
    ops += [push(0, _value(3)), take(0, None), lookup(0, None), pop(0), pop(0)]
    yield MapJob(f"{name}: frozen", tuple(ops))

    ops = [create(kind, 0, 3, 1), push(0, _value(1, 3)), push(0, _value(2, 3))]
    ops += [push(0, _value(3, 3), EXIST), push(0, _value(4, 3), EXIST), pop(0, 3), pop(0, 3)]
    yield MapJob(f"{name}: one entry", tuple(ops))


def _blooms() -> Iterator[MapJob]:
    ops = [create(BLOOM, 0, 8, 10, ZERO_SEED), has(0, _value(1))]
    for how in (NOEXIST, EXIST, F_LOCK, 3, 10000, -1, ANY, ANY):
        ops += [push(0, _value(1), how), has(0, _value(1))]
    ops += [update(0, None, _value(2)), has(0, _value(2)), has_by_system_call(0, _value(2))]
    ops += [has_by_system_call(0, _value(3)), has_by_system_call(0, _value(2), F_LOCK)]
    ops += [has_by_system_call(0, _value(2), 1), update(0, None, _value(4), NOEXIST)]
    ops += [update(0, None, _value(4), F_LOCK), update(0, b"\0" * 4, _value(4)), take(0, None)]
    ops += [delete(0, None), delete(0, b"\0" * 4), next_key(0, None), keys(0), lookup(0, b"\0" * 4)]
    yield MapJob("bloom_filter: operations", tuple(ops))
    ops = [create(BLOOM, 0, 8, 10, ZERO_SEED), push(0, _value(1)), freeze(0), push(0, _value(2))]
    ops += [update(0, None, _value(3)), has(0, _value(1)), has(0, _value(2)), has(0, _value(3))]
    yield MapJob("bloom_filter: frozen", tuple(ops))
    # the bits themselves: with a seed of 0, who is found by mistake is known
    shapes = [(8, 20, 0), (8, 64, 1), (4, 40, 3), (3, 40, 2), (13, 50, 4), (64, 30, 15), (1, 9, 5)]
    for nr_bytes, entries, nr_hashes in shapes:
        ops = [create(BLOOM, 0, nr_bytes, entries, ZERO_SEED, nr_hashes)]
        ops += [push(0, _value(i, nr_bytes)) for i in range(2 * entries)]
        ops += [_count(0, nr_bytes, seed) for seed in range(1, 5)]
        name = f"bloom_filter: {nr_bytes} bytes, {entries} entries, {nr_hashes} hashes"
        yield MapJob(name, tuple(ops))


def _count(bmap: int, nr_bytes: int, seed: int) -> Op:
    """Ask for 2,000 values, of which the first bytes vary; the answer is how many were found."""
    width = {1: "u8", 3: "u16"}.get(nr_bytes, "u32")
    text = (
        _copy("r10", -64, "r7", 0, nr_bytes)
        + f"""
        r8 = {seed * 7919}
        r9 = 0
        r6 = 2000
        again:
        r8 *= 1664525
        r8 += 1013904223
        r1 = r8
        r1 >>= 7
        *({width} *)(r10 - 64) = r1
        r1 = {{map{bmap}}} ll
        r2 = r10
        r2 += -64
        call bpf_map_peek_elem
        if r0 != 0 goto absent
        r9 += 1
        absent: r6 -= 1
        if r6 != 0 goto again
        r0 = r9
        exit
    """
    )
    return prog(text, b"\x33" * nr_bytes)


CASES = (*_creations(), *_pushes(QUEUE), *_pushes(STACK), *_blooms())
