"""LPM tries: what each operation, flag and misuse comes to, and the order of keys."""

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
    prog_delete,
    prog_lookup,
    prog_update,
    take,
    update,
    walk,
)

__all__ = ["CASES"]

LPM = 11
NO_PREALLOC = 1
ANY, NOEXIST, EXIST, F_LOCK = 0, 1, 2, 4


def _key(text: str) -> bytes:
    """Return the key of ``10.1.0.0/16``."""
    bits, _, length = text.partition("/")
    return int(length).to_bytes(4, "little") + bytes(int(one) for one in bits.split("."))


def _value(i: int) -> bytes:
    return (i * 0x0101010101010101 & ((1 << 64) - 1)).to_bytes(8, "little")


def _creations() -> Iterator[MapJob]:
    largest = (1 << 22) - 256 - 40
    sizes = [(4, 8, 1), (5, 8, 1), (260, 8, 1), (261, 8, 1), (8, 0, 1), (8, 8, 0)]
    sizes += [(8, largest, 1), (8, largest + 1, 1)]
    yield MapJob("lpm_trie: sizes", tuple(create(LPM, *size, NO_PREALLOC) for size in sizes))
    flags = [0, 1] + [1 | 1 << i for i in range(1, 14)] + [0x19, 0x181]
    ops = [create(LPM, 8, 8, 2, one) for one in flags] + [create(LPM, 8, 8, 2, 1, 1)]
    yield MapJob("lpm_trie: flags", tuple(ops))


def _basic() -> Iterator[MapJob]:
    ops = [create(LPM, 8, 8, 8, NO_PREALLOC), keys(0), next_key(0, None)]
    for how in (EXIST, NOEXIST, NOEXIST, EXIST, ANY, F_LOCK, 3, -1, 1 << 32):
        ops += [update(0, _key("10.1.0.0/16"), _value(len(ops)), how)]
        ops += [prog_update(0, _key("10.2.0.0/16"), _value(len(ops)), how), keys(0)]
    for text in ("10.1.2.3/32", "10.1.2.3/16", "10.1.2.3/15", "10.2.255.1/32", "10.3.0.0/32"):
        ops += [lookup(0, _key(text)), prog_lookup(0, _key(text), 8)]
    for text in ("10.1.0.0/33", "10.1.0.0/255"):
        ops += [lookup(0, _key(text)), prog_lookup(0, _key(text), 8), next_key(0, _key(text))]
        ops += [update(0, _key(text), _value(1)), prog_update(0, _key(text), _value(1))]
        ops += [delete(0, _key(text)), prog_delete(0, _key(text))]
    ops += [delete(0, _key("10.1.9.9/16")), delete(0, _key("10.1.0.0/16")), walk(0, 9)]
    ops += [prog_delete(0, _key("10.2.0.0/15")), prog_delete(0, _key("10.2.0.0/16"))]
    ops += [delete(0, _key("10.0.0.0/14")), keys(0), next_key(0, _key("10.2.0.0/16"))]
    ops += [take(0, _key("10.2.0.0/16")), lookup(0, None), update(0, None, _value(1))]
    ops += [delete(0, None), lookup(0, _key("10.2.0.0/16"), F_LOCK)]
    yield MapJob("lpm_trie: operations", tuple(ops))


def _full() -> Iterator[MapJob]:
    texts = ["0.0.0.0/0", "10.0.0.0/8", "192.168.0.0/16"]
    ops: list[Op] = [create(LPM, 8, 8, 3, NO_PREALLOC)]
    ops += [update(0, _key(text), _value(1)) for text in texts]
    for how in (ANY, NOEXIST, EXIST):
        ops += [
            update(0, _key("10.0.0.0/9"), _value(2), how),
            update(0, _key(texts[1]), _value(3), how),
        ]
        ops += [prog_update(0, _key("11.0.0.0/8"), _value(2), how)]
        ops += [prog_update(0, _key(texts[2]), _value(4), how), keys(0)]
    # an intermediate node, and a place that a delete left
    ops += [delete(0, _key(texts[0])), update(0, _key("11.0.0.0/8"), _value(5)), walk(0, 9)]
    ops += [update(0, _key("10.0.0.0/7"), _value(6)), delete(0, _key("11.0.0.0/8"))]
    ops += [update(0, _key("10.0.0.0/7"), _value(6), EXIST)]
    ops += [update(0, _key("10.0.0.0/7"), _value(6)), walk(0, 9), delete(0, _key("10.0.0.0/7"))]
    ops += [delete(0, _key("10.0.0.0/7")), walk(0, 9), lookup(0, _key("10.9.9.9/32"))]
    yield MapJob("lpm_trie: full", tuple(ops))


def _order() -> Iterator[MapJob]:
    texts = ["192.168.0.0/16", "192.168.0.0/24", "192.168.128.0/24", "192.168.1.0/24", "0.0.0.0/0"]
    texts += ["128.0.0.0/1", "10.0.0.0/8", "10.255.0.0/16", "192.168.1.77/32", "192.168.0.0/17"]
    ops: list[Op] = [create(LPM, 8, 8, 64, NO_PREALLOC)]
    for text in texts:
        ops += [update(0, _key(text), _value(len(ops))), walk(0, 64)]
    ops += [
        next_key(0, _key(text)) for text in (*texts, "192.168.0.0/18", "1.2.3.4/32", "11.0.0.0/8")
    ]
    ops += [next_key(0, _key(text)) for text in ("192.168.77.1/16", "192.0.0.0/9", "10.0.0.1/8")]
    for text in reversed(texts):
        ops += [delete(0, _key(text)), walk(0, 64)]
    yield MapJob("lpm_trie: order", tuple(ops))
    # many short prefixes, so that they hold each other
    state = 1
    for key_bytes, entries in ((5, 40), (6, 60), (13, 50)):
        ops = [create(LPM, key_bytes, 8, entries, NO_PREALLOC)]
        known: list[bytes] = []
        for i in range(3 * entries):
            state = state * 6364136223846793005 + 1442695040888963407 & ((1 << 64) - 1)
            bits = (state >> 24).to_bytes(5, "little")[:3].ljust(key_bytes - 4, b"\xa5")
            bits = bytes([bits[0] & 0xE7]) + bits[1 : key_bytes - 4]
            length = (state >> 50) % (8 * (key_bytes - 4) + 1)
            key = length.to_bytes(4, "little") + bits
            known.append(key)
            if i % 3 == 2:
                old = known[(state >> 33) % len(known)]
                ops += [delete(0, old), lookup(0, old), next_key(0, old)]
            ops += [update(0, key, _value(i), (ANY, ANY, NOEXIST, EXIST)[(state >> 40) & 3])]
            if i % 10 == 9:
                ops.append(walk(0, 200))
        yield MapJob(f"lpm_trie: {key_bytes} bytes, {entries} entries", tuple(ops))


CASES = (*_creations(), *_basic(), *_full(), *_order())
