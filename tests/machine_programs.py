"""Small BPF programs for random machines: each counts, stores, sends or spends time.

Keys are tid, time or the low bits of time; sizes, flags and amounts of work are parameters.
"""

from __future__ import annotations

from collections.abc import Callable

from sim.bpf.asm import assemble
from sim.bpf.check import check_structure

MAPS = ("hash", "percpu", "array", "ring", "perf")
WRONG_FLAG = 8  # no map operation and no buffer knows it
TOO_LONG_BYTES = 70_000  # for a perf record, whose size has 16 bits

_KEYS = {
    "tid": "call 14\n w0 = w0",
    "time": "call 5",
    "few": "call 5\n r0 >>= 3\n r0 &= 31",
}
_TAIL = "out:\n r0 = 0\n exit\n"


def _key(which: str) -> str:
    return f"{_KEYS[which]}\n *(u64 *)(r10 - 8) = r0\n"


def _spin(rounds: int) -> str:
    return f" r7 = {rounds}\nspin:\n r7 += -1\n if r7 != 0 goto spin\n"


def _fill(size: int) -> str:
    """Put *size* bytes on the stack, so that none is read unwritten."""
    stores = "".join(f" *(u64 *)(r10 - {8 + at}) = r0\n" for at in range(0, size, 8))
    return f" call 5\n{stores}"


def count(maps: dict[str, int], key: str, name: str, flags: int, rounds: int) -> str:
    """Look a key up and count it, or insert it."""
    return (
        f" {_key(key)} r1 = {maps[name]} ll\n r2 = r10\n r2 += -8\n call 1\n"
        " if r0 != 0 goto found\n"
        " *(u64 *)(r10 - 16) = 1\n"
        f" r1 = {maps[name]} ll\n r2 = r10\n r2 += -8\n r3 = r10\n r3 += -16\n r4 = {flags}\n"
        f" call 2\n{_spin(rounds)} goto out\n"
        "found:\n r1 = 1\n lock *(u64 *)(r0 + 0) += r1\n" + _TAIL
    )


def churn(maps: dict[str, int], key: str, name: str, flags: int, rounds: int) -> str:
    """Update a key, and delete it now and then."""
    return (
        f" {_key(key)} *(u64 *)(r10 - 16) = 7\n"
        f" r1 = {maps[name]} ll\n r2 = r10\n r2 += -8\n r3 = r10\n r3 += -16\n r4 = {flags}\n"
        f" call 2\n{_spin(rounds)} call 5\n r0 &= 3\n if r0 != 0 goto out\n"
        f" r1 = {maps[name]} ll\n r2 = r10\n r2 += -8\n call 3\n" + _TAIL
    )


def array(maps: dict[str, int], key: str, name: str, flags: int, rounds: int) -> str:
    """Update an array, mostly within its bounds."""
    return (
        f" {_key('few')} *(u64 *)(r10 - 16) = 7\n"
        f" r1 = {maps['array']} ll\n r2 = r10\n r2 += -8\n r3 = r10\n r3 += -16\n r4 = {flags}\n"
        f" call 2\n{_spin(rounds)}" + _TAIL
    )


def reserve(maps: dict[str, int], size: int, flags: int, rounds: int) -> str:
    """Reserve, work, and submit or discard."""
    return (
        f" r1 = {maps['ring']} ll\n r2 = {size}\n r3 = 0\n call 131\n"
        f" if r0 == 0 goto out\n r6 = r0\n{_spin(rounds)}"
        " call 5\n *(u64 *)(r6 + 0) = r0\n r0 &= 7\n r1 = r6\n"
        f" r2 = {flags}\n if r0 == 0 goto drop\n call 132\n goto out\n"
        "drop:\n call 133\n" + _TAIL
    )


def output(maps: dict[str, int], size: int, flags: int, rounds: int) -> str:
    """Copy a record from the stack into the ring buffer."""
    return (
        f"{_fill(size)}{_spin(rounds)} r1 = {maps['ring']} ll\n r2 = r10\n r2 += -{size}\n"
        f" r3 = {size}\n r4 = {flags}\n call 130\n" + _TAIL
    )


def perf(maps: dict[str, int], size: int, flags: int, rounds: int) -> str:
    """Copy a sample from the stack into a perf buffer: this CPU's, or always CPU 0's.

    With a wrong flag the sample is longer than a record can be.
    """
    slot = 0 if flags in (1, 2) else -1
    length = TOO_LONG_BYTES if flags == WRONG_FLAG else size
    return (
        f" r6 = r1\n{_fill(size)}{_spin(rounds)} r1 = r6\n r2 = {maps['perf']} ll\n w3 = {slot}\n"
        f" r4 = r10\n r4 += -{size}\n r5 = {length}\n call 25\n" + _TAIL
    )


ON_KEYS: dict[str, Callable[[dict[str, int], str, str, int, int], str]] = {
    "count": count,
    "churn": churn,
    "array": array,
}
ON_RECORDS: dict[str, Callable[[dict[str, int], int, int, int], str]] = {
    "reserve": reserve,
    "output": output,
    "perf": perf,
}


def assembled(text: str) -> bytes:
    """Assemble a program and check its structure."""
    insns = assemble(text)
    check_structure(insns)
    return insns
