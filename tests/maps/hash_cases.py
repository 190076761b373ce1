"""The hash family: what each operation, flag and misuse comes to, and who is thrown out of LRUs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from tests.map_jobs import (
    MapJob,
    Op,
    batch,
    cpu,
    create,
    delete,
    freeze,
    keys,
    lookup,
    next_key,
    prog,
    prog_delete,
    prog_lookup,
    prog_update,
    take,
    update,
    walk,
)

__all__ = ["CASES", "KERNELS", "NR_CPUS"]

NR_CPUS = 4
KERNELS = ("6.1", "6.12")
HASH, PERCPU_HASH, LRU, PERCPU_LRU = 1, 5, 9, 10
NO_PREALLOC, NO_COMMON_LRU, ZERO_SEED = 1, 2, 0x40
ANY, NOEXIST, EXIST, F_LOCK = 0, 1, 2, 4
NAMES = {HASH: "hash", PERCPU_HASH: "percpu_hash", LRU: "lru_hash", PERCPU_LRU: "lru_percpu_hash"}
KINDS = (
    (HASH, 0),
    (HASH, NO_PREALLOC),
    (PERCPU_HASH, 0),
    (PERCPU_HASH, NO_PREALLOC),
    (LRU, 0),
    (LRU, NO_COMMON_LRU),
    (PERCPU_LRU, 0),
    (PERCPU_LRU, NO_COMMON_LRU),
)


def _key(i: int, nr_bytes: int = 4) -> bytes:
    return i.to_bytes(nr_bytes, "little")


def _value(i: int, kind: int = HASH) -> bytes:
    """Return a value as user space has it: one for each CPU in a per-CPU map."""
    copies = NR_CPUS if kind in (PERCPU_HASH, PERCPU_LRU) else 1
    return b"".join((i + (j << 8)).to_bytes(8, "little") for j in range(copies))


def _name(kind: int, flags: int, what: str) -> str:
    return f"{NAMES[kind]}, flags {flags}: {what}"


# --- making ---------------------------------------------------------------------------------------
def _creations() -> Iterator[MapJob]:
    """Sizes at their limits, and every flag by itself."""
    largest = (1 << 22) - 48
    for kind, name in NAMES.items():
        sizes = [(0, 8, 1), (4, 0, 1), (4, 8, 0), (512, 8, 1), (513, 8, 1)]
        sizes += [(4, 32768, 1), (4, 32769, 1), (4, largest - 5, 1), (4, largest - 4, 1)]
        sizes += [(largest - 9, 8, 1), (largest - 8, 8, 1), (4, 8, (1 << 27) + 1)]
        yield MapJob(f"{name}: sizes", tuple(create(kind, *size) for size in sizes))
        flags = [1 << i for i in range(14)] + [3, 0x18, 0x180]
        ops = [create(kind, 4, 8, 2, one) for one in flags] + [create(kind, 4, 8, 2, 0, 1)]
        yield MapJob(f"{name}: flags", tuple(ops))


# --- single operations ----------------------------------------------------------------------------
def _basic(kind: int, flags: int) -> MapJob:
    """Every operation and flag, from user space and from programs."""
    ops = [create(kind, 4, 8, 64, flags | ZERO_SEED), keys(0), next_key(0, None)]
    for how in (EXIST, NOEXIST, NOEXIST, EXIST, ANY, F_LOCK, 3, 99, -1):
        ops += [prog_update(0, _key(1), _key(how & 0xFF, 8), how), keys(0)]
    for how in (EXIST, NOEXIST, NOEXIST, EXIST, ANY, 3, 99):
        ops += [update(0, _key(2), _value(how, kind), how), lookup(0, _key(2))]
    ops += [lookup(0, _key(1)), lookup(0, _key(7)), prog_lookup(0, _key(2), 8)]
    ops += [cpu(2), prog_lookup(0, _key(2), 8), prog_update(0, _key(2), _key(77, 8))]
    ops += [lookup(0, _key(2)), prog_lookup(0, _key(7), 8), next_key(0, _key(2)), keys(0)]
    ops += [prog_delete(0, _key(7)), prog_delete(0, _key(1)), delete(0, _key(1)), keys(0)]
    ops += [prog_update(0, _key(3), _key(3, 8)), lookup(0, _key(3)), delete(0, _key(2)), keys(0)]
    return MapJob(_name(kind, flags, "operations"), tuple(ops))


def _full(kind: int, flags: int) -> MapJob:
    """A full map: a further key, a key that is there, and a key after one was deleted."""
    ops = [create(kind, 4, 8, 4, flags)]
    ops += [prog_update(0, _key(i), _key(i, 8)) for i in range(6)]
    ops += [
        keys(0),
        prog_update(0, _key(2), _key(9, 8)),
        prog_update(0, _key(7), _key(7, 8), EXIST),
    ]
    ops += [prog_update(0, _key(2), _key(9, 8), NOEXIST), keys(0)]
    for i in range(NR_CPUS):
        ops += [cpu(i), prog_delete(0, _key(i)), prog_update(0, _key(8 + i), _key(8, 8)), keys(0)]
        ops += [prog_update(0, _key(8 + i), _key(5, 8)), prog_update(0, _key(20), _key(5, 8))]
    return MapJob(_name(kind, flags, "full"), (*ops, keys(0)))


def _old_value(kind: int, flags: int) -> MapJob:
    """A value's address is kept over an update of its key: which value does it lead to?"""
    text = """
        r1 = {map0} ll
        r2 = r7
        call bpf_map_lookup_elem
        if r0 == 0 goto out
        r6 = r0
        r1 = {map0} ll
        r2 = r7
        r3 = r7
        r3 += 8
        r4 = 0
        call bpf_map_update_elem
        r1 = *(u64 *)(r6 + 0)
        *(u64 *)(r7 + 16) = r1
        r1 = 99
        *(u64 *)(r6 + 0) = r1
        out: exit
    """
    data = _key(1, 8) + _key(2, 8) + bytes(8)
    ops = [create(kind, 4, 8, 4, flags), prog_update(0, _key(1), _key(1, 8))]
    ops += [prog(text, data, 24), lookup(0, _key(1))] * 2
    return MapJob(_name(kind, flags, "a value's address kept over an update"), tuple(ops))


def _reused(kind: int, flags: int) -> MapJob:
    """What the other CPUs' copies hold when an element is used again."""
    ops = [
        create(kind, 4, 8, 4, flags),
        update(0, _key(1), _value(5, kind)),
        prog_delete(0, _key(1)),
    ]
    ops += [cpu(0), prog_update(0, _key(1), _key(9, 8)), lookup(0, _key(1))]
    ops += [cpu(3), prog_update(0, _key(1), _key(8, 8)), lookup(0, _key(1))]
    return MapJob(_name(kind, flags, "an element used again"), tuple(ops))


# --- order ----------------------------------------------------------------------------------------
def _walks() -> Iterator[MapJob]:
    """Keys in the kernel's order, under a seed of zero."""
    for nr_bytes in (1, 2, 3, 4, 5, 7, 8, 11, 12, 13, 16, 20, 24, 25, 36, 64):
        ops = [create(HASH, nr_bytes, 8, 64, ZERO_SEED)]
        for i in range(40):
            key = (i * 0x9E3779B97F4A7C15 + nr_bytes).to_bytes(16, "little")
            ops.append(update(0, (key * 4)[:nr_bytes], _value(i)))
        yield MapJob(f"order, {nr_bytes}-byte keys", (*ops, walk(0, 100)))
    for kind, flags in KINDS:
        ops = [create(kind, 4, 8, 8, flags | ZERO_SEED)]
        ops += [update(0, _key(i), _value(i, kind)) for i in range(8)] + [walk(0, 100)]
        for i in (3, 0, 7, 3, 5):
            ops += [prog_update(0, _key(i), _key(i, 8)), walk(0, 100)]
        ops += [delete(0, _key(2)), next_key(0, _key(2)), next_key(0, _key(4)), walk(0, 100)]
        yield MapJob(_name(kind, flags, "order after updates"), tuple(ops))


# --- who is thrown out ----------------------------------------------------------------------------
def cached(bmap: int, nr_lookups: int, seed: int, mask: int = 4095) -> Op:
    """Look random keys up, low ones more often, and insert those that are not there.

    The answer is how many were not.
    """
    text = f"""
        r8 = *(u64 *)(r7 + 0)
        r9 = 0
        r6 = {nr_lookups}
        again:
        r1 = 6364136223846793005 ll
        r8 *= r1
        r1 = 1442695040888963407 ll
        r8 += r1
        r1 = r8
        r1 >>= 33
        r2 = r8
        r2 >>= 20
        r1 &= r2
        r1 &= {mask}
        *(u32 *)(r10 - 4) = r1
        *(u64 *)(r10 - 16) = r8
        r1 = {{map{bmap}}} ll
        r2 = r10
        r2 += -4
        call bpf_map_lookup_elem
        if r0 != 0 goto hit
        r9 += 1
        r1 = {{map{bmap}}} ll
        r2 = r10
        r2 += -4
        r3 = r10
        r3 += -16
        r4 = 0
        call bpf_map_update_elem
        hit: r6 -= 1
        if r6 != 0 goto again
        r0 = r9
        exit
    """
    return prog(text, seed.to_bytes(8, "little"))


def _evictions() -> Iterator[MapJob]:
    for kind, flags, size in product(
        (LRU, PERCPU_LRU), (0, NO_COMMON_LRU), (1, 10, 130, 300, 1000)
    ):
        ops = [create(kind, 4, 8, size, flags)]
        for i in range(9):
            ops += [cpu(i * 7 % NR_CPUS if i % 3 else 0), cached(0, 300, i * 977 + size), keys(0)]
            if i % 4 == 3:
                ops += [prog_delete(0, _key(i * 3)), update(0, _key(i), _value(i, kind), NOEXIST)]
                ops += [prog_update(0, _key(1 << 20), _key(0, 8), EXIST), keys(0)]
        yield MapJob(_name(kind, flags, f"{size} entries, evictions"), tuple(ops))
    for size in (64, 128, 256, 300):
        ops = [create(LRU, 4, 8, size)]
        ops += [update(0, _key(i), _value(i)) for i in range(size + 1)]
        yield MapJob(f"lru_hash, {size} entries: one too many", (*ops, keys(0)))


# --- what only the system call knows --------------------------------------------------------------
# Whether a map that cannot be written can be frozen differs between kernels: jobs that freeze one
# are for 6.1 alone.
def _misuse(kind: int, flags: int) -> MapJob:
    ops = [create(kind, 4, 8, 4, flags), update(0, _key(1), _value(1, kind))]
    ops += [lookup(0, _key(1), how) for how in (1, F_LOCK, 8)] + [lookup(0, None)]
    ops += [update(0, _key(1), _value(1, kind), F_LOCK), update(0, None, _value(1, kind))]
    ops += [delete(0, None), take(0, _key(1), 1), take(0, _key(1), F_LOCK), take(0, _key(7))]
    ops += [take(0, _key(1)), take(0, _key(1)), keys(0)]
    ops += [freeze(0), freeze(0), update(0, _key(1), _value(1, kind)), delete(0, _key(1))]
    ops += [prog_update(0, _key(1), _key(1, 8)), take(0, _key(1)), lookup(0, _key(1))]
    return MapJob(_name(kind, flags, "system calls"), tuple(ops), only="6.1")


def _access(kind: int) -> Iterator[MapJob]:
    """Maps that user space may only read or only write, and programs either."""
    for flags in (8, 16):
        ops = [create(kind, 4, 8, 4, flags), update(0, _key(1), _value(1, kind))]
        ops += [prog_update(0, _key(2), _key(2, 8)), lookup(0, _key(2)), take(0, _key(2))]
        ops += [take(0, _key(2), 1), lookup(0, _key(2), 1), lookup(0, _key(2), F_LOCK)]
        ops += [update(0, _key(1), _value(1, kind), F_LOCK), next_key(0, None), delete(0, _key(2))]
        ops += [batch("lookup", 0, 2), batch("take", 0, 2), batch("lookup", 0, 0)]
        ops += [batch("update", 0, 1, keys=_key(1), values=_value(1, kind))]
        ops += [batch("delete", 0, 1, keys=_key(2)), batch("delete", 0, 0, keys=b"")]
        yield MapJob(
            _name(kind, flags, "user space's access"), (*ops, freeze(0), freeze(0)), only="6.1"
        )


def _in_turns(kind: int, flags: int) -> MapJob:
    """Whole maps by several batches, and a bucket that no batch has room for."""
    ops = [create(kind, 4, 8, 16, flags | ZERO_SEED)]
    ops += [update(0, _key(i * 7), _value(i, kind)) for i in range(16)]
    ops += [walk(0, 100), batch("lookup", 0, 1), batch("lookup", 0, 3), batch("lookup", 0, 5)]
    ops += [batch("lookup", 0, 5, in_batch=_key(i)) for i in (2, 5, 8, 11, 13, 15)]
    ops += [batch("take", 0, 6), keys(0), batch("take", 0, 6, in_batch=_key(9)), keys(0)]
    ops += [
        freeze(0),
        batch("take", 0, 6),
        batch("delete", 0, 1, keys=_key(7)),
        batch("lookup", 0, 16),
    ]
    return MapJob(_name(kind, flags, "batches in turns"), tuple(ops))


def _batches(kind: int, flags: int) -> MapJob:
    both = b"".join(_key(i) for i in (1, 2)), b"".join(_value(i, kind) for i in (1, 2))
    one = _key(1)
    ops = [create(kind, 4, 8, 8, flags | ZERO_SEED)]
    ops += [batch("update", 0, 2, keys=both[0], values=both[1]), keys(0)]
    ops += [batch("update", 0, 2, keys=both[0], values=both[1], elem_flags=NOEXIST)]
    ops += [batch("update", 0, 2, keys=both[0], values=both[1], elem_flags=F_LOCK)]
    ops += [batch("update", 0, 2, keys=both[0], values=both[1], flags=1)]
    ops += [batch("update", 0, 0, keys=both[0], values=both[1])]
    ops += [batch("lookup", 0, 8), batch("lookup", 0, 0), batch("lookup", 0, 8, flags=1)]
    ops += [batch("lookup", 0, 8, elem_flags=1), batch("lookup", 0, 8, in_batch=_key(99))]
    ops += [batch("lookup", 0, 8, in_batch=_key(8)), batch("lookup", 0, 8, in_batch=_key(7))]
    ops += [batch("delete", 0, 2, keys=one + _key(7)), keys(0), batch("delete", 0, 0, keys=one)]
    ops += [batch("delete", 0, 1, keys=one, elem_flags=1), batch("delete", 0, 1, keys=one, flags=1)]
    ops += [batch("take", 0, 8), keys(0), batch("take", 0, 8)]
    return MapJob(_name(kind, flags, "batches"), tuple(ops))


CASES = (
    *_creations(),
    *(_basic(*kind) for kind in KINDS),
    *(_full(*kind) for kind in KINDS),
    *(_old_value(*kind) for kind in KINDS),
    *(_reused(*kind) for kind in KINDS if kind[0] in (PERCPU_HASH, PERCPU_LRU)),
    *_walks(),
    *_evictions(),
    *(_misuse(*kind) for kind in KINDS),
    *(_batches(*kind) for kind in KINDS),
    *(_in_turns(*kind) for kind in KINDS),
    *(job for kind in NAMES for job in _access(kind)),
)
