"""Calls of map helpers, on every kind of map, with right and with slightly wrong arguments.

**Rule:** what a map is not for is among the wrong choices, never among the right ones.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

from tests.verifier_programs.draft import Draft
from tests.verifier_programs.map_specs import ELEMENTS, MAP_SPECS, VALUE_BYTES
from tests.verifier_programs.memory import access, key, lookup, touch

__all__ = ["STATEMENTS", "value_on_stack"]

_ALL = tuple(MAP_SPECS)


def value_on_stack(d: Draft, reg: int, nr_bytes: int, at: int) -> None:
    """Point a register at *nr_bytes* that are written, on the stack."""
    for off in range(0, nr_bytes - d.one((0,), (1, 8)), 8):
        size = 64 if nr_bytes - off >= 8 else 32
        d.add(f"*(u{size} *)(r10 - {at - off}) = {d.draw.choice(('r7', '0', 'r8'))}")
    d.add(f"r{reg} = r10", f"r{reg} += {-at + d.one((0,), (-1, 8))}")


def lookup_and_use(d: Draft) -> None:
    """Look up, check, use."""
    away = d.label()
    name = d.draw.choice(ELEMENTS)
    lookup(d, name, away)
    for _ in range(d.draw.choice((1, 2))):
        touch(d, 0, d.one((0, 4), (VALUE_BYTES[name], -8)), d.draw.choice((1, 2, 4)))
    if d.chance(1, 4):
        access(d, 0, VALUE_BYTES[name])
    d.place(away)


def any_lookup(d: Draft) -> None:
    """Look up in any map."""
    away = d.label()
    lookup(d, d.draw.choice(_ALL), away)
    if d.chance(1, 2):
        d.add("r7 = *(u32 *)(r0 + 4)")
    d.place(away)


def update(d: Draft) -> None:
    """Update an element."""
    name = d.one(ELEMENTS, _ALL)
    key(d, 2, name, 8)
    if d.chance(1, 4):
        d.load_value(3, "wide_array")
    else:
        value_on_stack(d, 3, VALUE_BYTES[name], 128)
    d.load_map(1, name)
    if not d.errs():
        d.add(f"r4 = {d.draw.choice((0, 1, 2, 4))}")
    d.call("bpf_map_update_elem")


def delete(d: Draft) -> None:
    """Delete an element."""
    name = d.one(("hash", "lru_hash", "percpu_hash", "lpm_trie"), _ALL)
    key(d, 2, name)
    d.load_map(1, name)
    d.call("bpf_map_delete_elem")
    d.add("r7 = r0")


def push_pop(d: Draft) -> None:
    """Use a queue, a stack or a bloom filter."""
    name = d.one(("queue", "stack", "bloom_filter"), _ALL)
    at = 64
    if name == "bloom_filter":
        helper = d.draw.choice(("bpf_map_push_elem", "bpf_map_peek_elem"))
    else:
        helper = d.draw.choice(("bpf_map_push_elem", "bpf_map_peek_elem", "bpf_map_pop_elem"))
    if helper == "bpf_map_push_elem" or (name == "bloom_filter" and not d.errs()):
        value_on_stack(d, 2, VALUE_BYTES[name], at)
    else:
        d.add("r2 = r10", f"r2 += {-at}")
    d.load_map(1, name)
    d.add("r3 = 0")
    d.call(helper)
    if helper != "bpf_map_push_elem":
        d.add(f"r7 = *(u64 *)(r10 - {at})")


def nested(d: Draft) -> None:
    """Look a map up in a map, and an element in that."""
    away = d.label()
    name = d.draw.choice(("array_of_maps", "hash_of_maps"))
    lookup(d, name, away)
    inner = MAP_SPECS[name]["inner"]
    d.add("r1 = r0")
    if d.errs():
        d.add(d.draw.choice(("r0 = *(u32 *)(r1 + 0)", "r1 += 8", "*(u64 *)(r1 + 0) = 0")))
    key(d, 2, inner)
    d.call("bpf_map_lookup_elem")
    if not d.errs():
        d.add(f"if r0 == 0 goto {away}")
    touch(d, 0, d.one((0, 8), (16, 32)), 8)
    d.place(away)


def percpu(d: Draft) -> None:
    """Look an element of another CPU up."""
    away = d.label()
    name = d.one(("percpu_array", "percpu_hash"), ("array", "hash"))
    key(d, 2, name)
    d.load_map(1, name)
    d.add("r3 = 0")
    d.call("bpf_map_lookup_percpu_elem")
    if not d.errs():
        d.add(f"if r0 == 0 goto {away}")
    touch(d, 0, d.one((0, 8), (12, 16)), 8)
    d.place(away)


def map_pointer(d: Draft) -> None:
    """Read a map's own fields, or what is beside them."""
    d.load_map(9, d.draw.choice(("array", "hash", "ringbuf")))
    off, size = d.one(
        ((36, 4), (32, 4), (28, 4), (24, 4), (40, 4)), ((0, 8), (2, 2), (3, 1), (31, 4))
    )
    how = d.one((0,), (1, 2, 3))
    if how == 0:
        d.add(f"r7 = *(u{8 * size} *)(r9 + {off})")
    elif how == 1:
        d.add(f"*(u{8 * size} *)(r9 + {off}) = r7")
    elif how == 2:
        d.add("r9 += 4", "r7 = *(u32 *)(r9 + 0)")
    else:
        d.add("r9 += r8", "r7 = *(u32 *)(r9 + 0)")
    if d.kind.prog_type == "socket_filter" and not d.errs():
        d.add("r7 = 0")


def direct_value(d: Draft) -> None:
    """Use the address of an array's value."""
    name = d.one(("wide_array", "rdonly_array"), ("array", "hash", "wronly_array", "ringbuf"))
    off = d.one((0, 8, 32 - 8), (64, 100, 1 << 29))
    d.load_value(9, name, off)
    touch(d, 9, d.one((0,), (8, 40, -8)), d.draw.choice((1, 4, 8)))
    if d.chance(1, 3):
        d.add("if r9 == 0 goto out")


def constant_lookup(d: Draft) -> None:
    """Look up with a known key, without a NULL check: for some maps that is what 6.1 inlines."""
    name = d.draw.choice(("array", "hash", "percpu_array"))
    key(d, 2, name)
    d.load_map(1, name)
    d.call("bpf_map_lookup_elem")
    d.add("r9 = r0", "r8 = r0" if d.chance(1, 2) else "r8 = 0")
    away = d.label()
    d.add(f"if r9 {d.one(('==',), ('!=',))} 0 goto {away}")
    d.add(f"r7 = *(u32 *)(r{d.draw.choice((0, 9))} + 4)")
    d.place(away)
    d.add("r8 = 0")


STATEMENTS = (
    *(lookup_and_use, lookup_and_use, any_lookup, update, update, delete, push_pop, nested),
    *(percpu, map_pointer, direct_value, constant_lookup),
)
