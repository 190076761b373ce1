"""Operations of maps, put to a real kernel and to the simulator alike.

A `MapJob` is a name and a list of operations. Each operation is a list (so that it can be kept
as JSON) that one of the functions below makes, and has one answer: a list whose first element is
the result (0 or more, or a negative errno), then what the operation gave back, in hexadecimal.
Maps go by the order in which the job creates them, counted from 0; one that could not be
created has a number, too. Sizes are bytes; keys and values are ``bytes``.

========================  ==========================================================================
`create`                  BPF_MAP_CREATE, by the number of its type
`update` `lookup`         what user space does: BPF_MAP_UPDATE_ELEM, BPF_MAP_LOOKUP_ELEM (the value,
`delete` `take`           of a per-CPU map all CPUs' values), BPF_MAP_DELETE_ELEM,
`next_key` `freeze`       BPF_MAP_LOOKUP_AND_DELETE_ELEM, BPF_MAP_GET_NEXT_KEY (the key), FREEZE
`keys` `walk`             keys by BPF_MAP_GET_NEXT_KEY: all, sorted (of many: how many, and a
                          digest), or in the map's order
`batch`                   BPF_MAP_{LOOKUP,LOOKUP_AND_DELETE,UPDATE,DELETE}_BATCH
`prog`                    a program's text: R7 points at 2 KiB of data (given, then given back up to
                          what was asked for), ``{map0}`` is a map; R0's lower half is the result
`prog_update` …           programs for the usual helpers
`cpu`                     go on on that CPU
`raw`                     any bpf(2) command: attributes with buffers and maps put into them
========================  ==========================================================================

`tests.maps.kernel.ask_kernel` answers jobs by the oracle: each job runs in a guest process of its
own (``tests/maps/guest.c``, which knows system calls only). `tests.maps.replay.replay` answers a
job by the simulator. ``python -m tests.record_map_answers [FAMILY…]`` records the answers to the
``CASES`` of ``tests/maps/FAMILY_cases.py`` beside it, as ``FAMILY.6.1.json``;
`tests.test_map_answers` replays them. A family's file may also say ``NR_CPUS`` (1 unless it does)
and ``KERNELS`` (6.1 alone unless it does).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

__all__ = [
    "DATA_BYTES",
    "PERCPU",
    "Answer",
    "MapJob",
    "Op",
    "batch",
    "cpu",
    "create",
    "delete",
    "freeze",
    "keys",
    "keys_answer",
    "lookup",
    "next_key",
    "prog",
    "prog_delete",
    "prog_lookup",
    "prog_update",
    "raw",
    "take",
    "update",
    "walk",
]

DATA_BYTES = 2048  # what a program has at R7
_MOST_KEYS = 32
PERCPU = (5, 6, 10)  # the types whose values user space has once for each CPU

Op = list[Any]
Answer = list[Any]


@dataclass(frozen=True)
class MapJob:
    """Operations that one process does, one after the other.

    Attributes:
        name: What it is about; unique in its file.
        ops: The operations.
        not_replayed: Why the simulator is not asked ("": it is).
        only: The only kernel that is asked ("": each of the family's).
    """

    name: str
    ops: tuple[Op, ...]
    not_replayed: str = ""
    only: str = ""


# --- operations -----------------------------------------------------------------------------------
def create(
    kind: int,
    key_bytes: int,
    value_bytes: int,
    max_entries: int,
    flags: int = 0,
    extra: int = 0,
    inner: int = -1,
) -> Op:
    """Create a map; *inner* is the number of the map that its slots' maps look like."""
    return ["create", kind, key_bytes, value_bytes, max_entries, flags, extra, inner]


def update(bmap: int, key: bytes | None, value: bytes, flags: int = 0) -> Op:
    """Update from user space; a per-CPU map gets all CPUs' values, each rounded up to 8 bytes."""
    return ["update", bmap, _hex(key), _hex(value), flags]


def lookup(bmap: int, key: bytes | None, flags: int = 0) -> Op:
    """Look up from user space."""
    return ["lookup", bmap, _hex(key), flags]


def delete(bmap: int, key: bytes | None) -> Op:
    """Delete from user space."""
    return ["delete", bmap, _hex(key)]


def take(bmap: int, key: bytes | None, flags: int = 0) -> Op:
    """Look up and delete from user space."""
    return ["take", bmap, _hex(key), flags]


def next_key(bmap: int, key: bytes | None) -> Op:
    """Ask for the key after *key* (None: the first)."""
    return ["next_key", bmap, _hex(key)]


def keys(bmap: int) -> Op:
    """Ask for all keys; they come sorted."""
    return ["keys", bmap]


def walk(bmap: int, at_most: int) -> Op:
    """Ask for keys in the map's order."""
    return ["walk", bmap, at_most]


def freeze(bmap: int) -> Op:
    """Let user space write no more."""
    return ["freeze", bmap]


def batch(
    what: str,
    bmap: int,
    count: int,
    *,
    keys: bytes = b"",
    values: bytes = b"",
    in_batch: bytes | None = None,
    elem_flags: int = 0,
    flags: int = 0,
) -> Op:
    """Do a batch: ``lookup``, ``take``, ``update`` or ``delete``.

    The answer is the result, the count, and for the first two: what goes in as the next batch's
    *in_batch*, keys and values (as many bytes as count entries have).
    """
    coded = [_hex(keys), _hex(values), _hex(in_batch)]
    return ["batch", what, bmap, count, *coded, elem_flags, flags]


def prog(text: str, data: bytes = b"", nr_back: int = 0) -> Op:
    """Run a program; its answer is R0 and *nr_back* bytes of the data as it left them."""
    return ["prog", text, _hex(data), nr_back]


def prog_update(bmap: int, key: bytes, value: bytes, flags: int = 0) -> Op:
    """Update from a program: bpf_map_update_elem."""
    value_at = -(-len(key) // 8) * 8
    text = f"r1 = {{map{bmap}}} ll\nr2 = r7\nr3 = r7\nr3 += {value_at}\n"
    text += f"r4 = {flags} ll\ncall bpf_map_update_elem\nexit"
    return prog(text, key.ljust(value_at, b"\0") + value)


def prog_delete(bmap: int, key: bytes) -> Op:
    """Delete from a program: bpf_map_delete_elem."""
    return prog(f"r1 = {{map{bmap}}} ll\nr2 = r7\ncall bpf_map_delete_elem\nexit", key)


def prog_lookup(bmap: int, key: bytes, value_bytes: int) -> Op:
    """Look up from a program: bpf_map_lookup_elem; 1 and the value, or 0 and zeros."""
    text = f"r1 = {{map{bmap}}} ll\nr2 = r7\ncall bpf_map_lookup_elem\n"
    text += "if r0 == 0 goto out\n"
    at = 0
    for size, width in ((8, "u64"), (4, "u32"), (2, "u16"), (1, "u8")):
        while value_bytes - at >= size:
            text += f"r1 = *({width} *)(r0 + {at})\n*({width} *)(r7 + {at}) = r1\n"
            at += size
    text += "r0 = 1\nout: exit"
    return prog(text, key, value_bytes)


def cpu(number: int) -> Op:
    """Go on on that CPU."""
    return ["cpu", number]


def raw(command: int, attr: bytes, *parts: tuple[int, bytes | int], back: int = -1) -> Op:
    """Do any bpf(2) command.

    Args:
        command: ``BPF_…``.
        attr: Its attributes.
        parts: What is put into them at an offset: a buffer's address, or a map's descriptor.
        back: Which of the parts, a buffer, comes back after the result (−1: none).
    """
    coded = [[at, _hex(one) if isinstance(one, bytes) else one] for at, one in parts]
    return ["raw", command, _hex(attr), coded, back]


def keys_answer(found: list[str]) -> Answer:
    """Return the answer to `keys`: those found, sorted, or how many and a digest."""
    found = sorted(found)
    if len(found) <= _MOST_KEYS:
        return found
    return [len(found), hashlib.sha256(" ".join(found).encode()).hexdigest()[:16]]


def _hex(data: bytes | None) -> str | None:
    return None if data is None else data.hex()
