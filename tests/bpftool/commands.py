"""Commands that the real bpftool answered, and that ours answers alike.

`SETUP` is done first, in a guest with `shapes.bpf.o` loaded and its maps pinned under ``$M``; then
each of `MAPS`, plain and with ``-j`` and ``-p``; then each of `OBJECTS`, with programs attached.
"""

from __future__ import annotations

import struct

__all__ = ["FEATURES", "MADE", "MAPS", "OBJECTS", "SETUP"]


def _hex(data: bytes) -> str:
    return " ".join(f"{byte:02x}" for byte in data)


_KEY = struct.pack("<I", 258) + b"bash" + bytes(4)
_SHAPE = b"".join(
    (
        struct.pack("<iIQ", -5, 7, 1 << 40),
        b"A\1\0\0",
        struct.pack("<ii", 5, -1),
        struct.pack("<HBx", 80, 255),
        bytes([1, 2, 3, 4]),
        struct.pack("<IQ", 5 | 0x1B << 3, 0x123456789A),
        struct.pack("<QQ", 0xFFFF888000001234, 0),
        b"sh\0\0zz\0\0",
        struct.pack("<6h", 1, -2, 3, -4, 5, -6),
        struct.pack("<HBxHBx", 1, 2, 3, 4),
        bytes(4),
        bytes(range(16)),
    )
)
#: Maps that are made besides the object's: name, type, key, value, entries, flags.
MADE = (
    ("st", "stack_trace", 4, 16, 2, 0),
    ("hh", "hash", 4, 8, 3, 0),
    ("lpm", "lpm_trie", 8, 17, 3, 1),
    ("ph", "percpu_hash", 4, 20, 3, 0),
    ("kk", "hash", 20, 4, 3, 0),
)
SETUP = (
    f"map update $M/shapes key hex {_hex(_KEY)} value hex {_hex(_SHAPE)}",
    "map update $M/percpu key 1 0 0 0 value hex 50 00 07 00",
    f"map update $M/plain key 1 2 3 4 5 6 value hex {_hex(bytes(range(20)))} any",
    "map update $M/moods key 1 0 0 0 value 5 0 0 0",
    "map update $M/moods key 2 0 0 0 value 9 0 0 0",
    "map update $M/plain_percpu key 9 0 0 0 value hex 01 02 03 04 05 06 07 08",
    "map update $M/recent key 9 0 0 0 value hex 01 02 03 04",
    "map push $M/line value 1 2 3 4",
    "map update $M/hh key 1 0 0 0 value 1 2 3 4 5 6 7 8 noexist",
    "map update $M/lpm key 16 0 0 0 1 2 3 4 value 1 2 3 4 5 6 7 8 1 2 3 4 5 6 7 8 9",
    "map update $M/ph key 16 0 0 0 value 1 2 3 4 5 6 7 8 1 2 3 4 5 6 7 8 9 10 11 12",
    f"map update $M/kk key {' '.join(map(str, range(20)))} value 1 2 3 4",
)
_DUMPED = (
    "shapes",
    "percpu",
    "percpu_slots",
    "moods",
    "plain",
    "plain_percpu",
    "recent",
    "line",
    "ring",
    "jumps",
    "shapes.bss",
    "shapes.data",
    "shapes.rodata",
    "st",
    "hh",
    "lpm",
    "ph",
    "kk",
)
MAPS = (
    "map show",
    "map list",
    *(f"map dump $M/{name}" for name in _DUMPED),
    *(f"map show $M/{name}" for name in ("plain", "shapes.rodata", "jumps")),
    f"map lookup $M/shapes key hex {_hex(_KEY)}",
    "map lookup $M/plain key 1 2 3 4 5 6",
    "map lookup $M/plain key 9 2 3 4 5 6",
    "map lookup $M/plain_percpu key 9 0 0 0",
    "map lookup $M/percpu key 1 0 0 0",
    "map lookup $M/jumps key 0 0 0 0",
    "map getnext $M/moods",
    "map getnext $M/moods key 0 0 0 0",
    "map getnext $M/moods key 2 0 0 0",
    "map getnext $M/percpu",
    "map delete $M/plain key 9 9 9 9 9 9",
    "map delete $M/moods key 0 0 0 0",
    "map update $M/moods key 1 0 0 0 value 5 0 0",
    "map update $M/moods key 1 0 0 value 5 0 0 0",
    "map update $M/moods key 7 0 0 0 value 5 0 0 0",
    "map update $M/moods key 1 0 0 0 value 5 0 0 0 sometimes",
    "map lookup id 999 key 1 0 0 0",
    "map lookup id x key 1 0 0 0",
    "map lookup $M/moods key 1 0 0 x",
    "map lookup $M/moods key hex 1 0 0 g0",
    "map lookup $M/moods key 1 0 0 300",
    "map lookup $M/hh",
    "map lookup $M/hh key 1 0 0",
    "map lookup $M/hh key 1 0 0 0 0",
    "map lookup $M/hh key",
    "map update $M/hh key 9 0 0 0 value 1 2 3 4 5 6 7 8 exist",
    "map update $M/hh key 1 0 0 0 value 1 2 3 4 5 6 7 8 noexist",
    "map update $M/hh key 1 0 0 0",
    "map update $M/hh key 0x01 0 0 0 value 0x11 2 3 4 5 6 7 010",
    "map lookup $M/hh key 1 0 0 0",
    "map delete $M/hh key 1 0 0 0",
    "map delete $M/hh key 1 0 0 0",
    "map dump $M/hh",
    "map update $M/hh key 1 0 0 0 value 1 2 3 4 5 6 7 8",
    "map peek $M/hh",
    "map peek $M/line",
    "map pop $M/line",
    "map pop $M/line",
    "map peek $M/line",
    "map push $M/line value 1 2 3 4",
    "map enqueue $M/line value 1 2 3 5",
    "map dequeue $M/line",
    "map dequeue $M/line",
    "map push $M/line value 1 2 3 4",
    "map push $M/hh value 1 2 3 4",
    "map show nonsense",
    "map freeze $M/kk",
    "map freeze $M/kk",
    f"map delete $M/kk key {' '.join(map(str, range(20)))}",
    "map show $M/kk",
)
OBJECTS = (
    "prog show",
    "prog show name on_read",
    "prog show name on_open",
    "prog show id 99",
    "prog dump xlated name on_openat",
    "prog dump xlated name on_openat opcodes",
    "prog dump xlated name on_openat linum",
    "prog dump xlated name on_open",
    "link show",
    "link show id 99",
)
FEATURES = "feature probe kernel"
