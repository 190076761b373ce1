"""Accesses: the stack, map values, packets, at constant and at variable offsets.

**Rule:** `region` says how many bytes its pointer may reach; everything beyond is an error.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

from tests.programs.values import imm32
from tests.verifier_programs.draft import Draft
from tests.verifier_programs.map_specs import ELEMENTS, MAP_SPECS, VALUE_BYTES
from tests.verifier_programs.scalars import SIZES, bound, bounded, unknown

__all__ = ["STATEMENTS", "access", "key", "lookup", "packet", "region", "touch"]


def key(d: Draft, reg: int, name: str, at: int = 0) -> None:
    """Point a register at a key on the stack."""
    at = at or d.draw.choice((8, 16, 32, 480))
    size = MAP_SPECS[name]["key_size"] + d.one((0,), (-4, -1, 4))
    for off in range(0, size, 4):
        d.add(f"*(u32 *)(r10 - {at - off}) = {d.draw.choice((0, 0, 1, 2, 9))}")
    d.add(f"r{reg} = r10", f"r{reg} += {-at + d.one((0,), (1, -1, 4, 8, 512))}")


def lookup(d: Draft, name: str, null: str) -> None:
    """Look a value up and check it; R0 points to it, or control goes to *null*."""
    key(d, 2, name)
    if d.errs():
        d.draw.choice(
            (lambda: d.add("r1 = r10"), lambda: d.add("r1 = r6"), lambda: d.add("r1 = 0"))
        )()
    else:
        d.load_map(1, name)
    d.call("bpf_map_lookup_elem")
    if not d.errs():
        d.add(f"if {d.one(('r0 == 0',), ('r0 != 0', 'r0 == 1', 'w0 == 0', 'r0 > 7'))} goto {null}")


def packet(d: Draft, reg: int, nr_bytes: int, short: str) -> None:
    """Point a register at *nr_bytes* of the packet, or go to *short*; R2 to R4 are lost."""
    start, end, *meta = d.kind.packet
    if meta and d.chance(1, 6):
        start, end = meta[0], start
    d.add(f"r{reg} = *(u32 *)(r6 + {start})", f"r3 = *(u32 *)(r6 + {end})", f"r4 = r{reg}")
    d.add(f"r4 += {nr_bytes + d.one((0, 0, 4), (-1, -2, 0x10000))}")
    how = d.draw.randrange(6)
    inside = d.label()
    if how < 2:
        d.add(f"if r4 {d.one(('>',), ('>=', '==', '<', 's>'))} r3 goto {short}")
    elif how == 2:
        d.add(f"if r3 {d.one(('<',), ('<=', '!='))} r4 goto {short}")
    elif how == 3:
        d.add(f"if r4 {d.one(('<=', '<'), ('>',))} r3 goto {inside}", f"goto {short}")
    elif how == 4:
        d.add(f"if r3 {d.one(('>=', '>'), ('<',))} r4 goto {inside}", f"goto {short}")
    else:
        d.add(f"if r4 >= r3 goto {short}")
    d.place(inside)


def region(d: Draft, reg: int, away: str) -> int:
    """Point a register at memory, or go to *away*; return how many bytes may be used."""
    how = d.draw.randrange(10)
    if how < 2:
        nr_bytes: int = d.draw.choice((8, 16, 32, 64, 256))
        if not d.errs():
            for at in range(0, min(nr_bytes, 64), 8):
                d.add(f"*(u64 *)(r10 - {nr_bytes - at}) = {at}")
        d.add(f"r{reg} = r10", f"r{reg} += {-nr_bytes}")
        return min(nr_bytes, 64)
    if how < 4 and d.kind.packet:
        nr_bytes = d.draw.choice((1, 4, 8, 14, 34))
        packet(d, reg, nr_bytes, away)
        return nr_bytes
    if how < 6:
        name = d.one(("wide_array",), ("rdonly_array", "wronly_array"))
        off = d.one((0, 0, 8, 16, 60), (61, 64, -1))
        d.load_value(reg, name, off)
        return VALUE_BYTES[name] - off
    name = d.one(ELEMENTS, ("queue", "stack_trace", "prog_array", "ringbuf", "devmap"))
    lookup(d, name, away)
    d.add(f"r{reg} = r0")
    return max(1, int(VALUE_BYTES[name]))


def touch(d: Draft, reg: int, off: int, size: int) -> None:
    """Load, store or change memory at a constant offset."""
    at = f"(r{reg} + {off})" if off >= 0 else f"(r{reg} - {-off})"
    how = d.draw.randrange(8)
    if how < 3:
        d.add(f"r{d.one((0, 7, 8), (9, 1))} = *(u{8 * size} *){at}")
    elif how < 5:
        d.add(f"*(u{8 * size} *){at} = r{d.one((7, 8), (9, 6, 10, 5))}")
    elif how < 7:
        d.add(f"*(u{8 * size} *){at} = {imm32(d.draw)}")
    else:
        atomic(d, reg, off, d.one((4, 8), (1, 2)) if size < 4 else size)


def atomic(d: Draft, reg: int, off: int, size: int) -> None:
    """Change memory by an atomic operation."""
    at = f"(r{reg} + {off})" if off >= 0 else f"(r{reg} - {-off})"
    src = d.one((7, 8), (5, 9, 10, 6))
    if size not in (4, 8):
        opcode = 0xD3 if size == 1 else 0xCB
        d.add(f".8byte {opcode | reg << 8 | src << 12 | (off & 0xFFFF) << 16}")
        return
    name, suffix = ("r", "_64") if size == 8 else ("w", "32_32")
    op, verb = d.draw.choice((("+", "add"), ("|", "or"), ("&", "and"), ("^", "xor")))
    how = d.draw.randrange(5)
    if how < 2:
        d.add(f"lock *(u{8 * size} *){at} {op}= {name}{src}")
    elif how == 2:
        d.add(f"{name}{src} = atomic_fetch_{verb}((u{8 * size} *){at}, {name}{src})")
    elif how == 3:
        d.add(f"{name}{src} = xchg{suffix}({at[1:-1]}, {name}{src})")
    else:
        if not d.errs():
            d.add("r0 = 0")
        d.add(f"{name}0 = cmpxchg{suffix}({at[1:-1]}, {name}0, {name}{src})")


def access(d: Draft, reg: int, nr_bytes: int) -> None:
    """Access memory of *nr_bytes* at a register, at a constant offset or a variable one."""
    size = d.draw.choice([size for size in SIZES if size <= nr_bytes] or [1])
    room = max(0, nr_bytes - size)
    if d.chance(1, 3):
        off = d.one((0, room, d.draw.randint(0, room)), (room + 1, -1, room + 8, 1 << 14))
        touch(d, reg, off if d.errs() or off >= room else off & -size, size)
        return
    split = d.draw.randint(0, room) & -size
    index = d.draw.choice((7, 8))
    d.add(f"*(u64 *)(r10 - 512) = r{reg}" if d.chance(1, 8) else f"r9 = r{reg}")
    if d.lines[-1].startswith("*"):
        unknown(d, index)
        bound(d, index, room - split)
        d.add("r9 = *(u64 *)(r10 - 512)")
    else:
        bounded(d, index, room - split)
    if not d.errs():
        d.add(f"r{index} &= {-size}")  # the stack wants alignment
    if d.errs():
        d.add(f"r9 {d.draw.choice(('-=', '&=', '*=', '|='))} r{index}")
    elif d.chance(1, 8):
        d.add(f"r4 = r{index}", "r4 += r9", "r9 = r4")
    else:
        d.add(f"r9 += r{index}")
    if d.chance(1, 6):
        d.add(f"r9 -= r{index}")
        d.add(f"r9 += r{index}")
    touch(d, 9, split, size)


def anywhere(d: Draft) -> None:
    """Access some memory."""
    away = d.label()
    nr_bytes = region(d, 9, away)
    for _ in range(d.draw.choice((1, 1, 2))):
        access(d, 9, nr_bytes)
        if d.lines[-1].startswith("r9"):
            break
    d.place(away)


def packet_variable(d: Draft) -> None:
    """Access the packet at a variable offset, checked after the addition."""
    if not d.kind.packet:
        anywhere(d)
        return
    away = d.label()
    bounded(d, 7, d.one((15, 255, 0x7FFF), (0x10000, 0xFFFFFFF)))
    d.add(f"r9 = *(u32 *)(r6 + {d.kind.packet[0]})", "r9 += r7", "r2 = r9")
    if d.chance(1, 3):
        d.add(f"r9 += {d.draw.choice((1, 4, 14))}")
        d.add("r2 = r9")
    size = d.draw.choice(SIZES)
    d.add(f"r2 += {size + d.one((0, 0, 2), (-1,))}", f"r3 = *(u32 *)(r6 + {d.kind.packet[1]})")
    d.add(f"if r2 {d.one(('>',), ('>=', '<'))} r3 goto {away}")
    touch(d, 9, 0, size)
    if d.chance(1, 3):
        d.add("r4 = r9", f"r4 += {d.draw.choice((1, 8))}")
        d.add("r0 = *(u8 *)(r4 - 1)")
    d.place(away)


def spill(d: Draft) -> None:
    """Spill something, perhaps damage it, and fill it again."""
    at = 8 * d.draw.randint(1, 64) + d.one((0,), (1, 4, -3, 8))
    reg = d.draw.choice((6, 7, 8, 10))
    d.add(f"*(u64 *)(r10 - {at}) = r{reg}")
    how = d.draw.randrange(8)
    if how == 0:
        d.add(f"*(u{8 * d.draw.choice(SIZES)} *)(r10 - {at}) = {imm32(d.draw)}")
    elif how == 1:
        d.add(f"*(u{8 * d.draw.choice(SIZES)} *)(r10 - {at - d.one((0,), (1, 4))}) = r7")
    elif how == 2:
        d.add(
            "r0 = 0", f"r0 = *(u{8 * d.draw.choice((1, 2, 4))} *)(r10 - {at - d.draw.randrange(8)})"
        )
    elif how == 3:
        d.add("r5 = 1", f"lock *(u64 *)(r10 - {at}) += r5")
    elif how == 4:
        d.call("bpf_get_prandom_u32")
    d.add(f"r{reg if reg != 10 else 9} = *(u{8 * d.one((8,), (4, 1))} *)(r10 - {at})")
    if reg == 10:
        d.add(f"*(u64 *)(r9 - {d.draw.choice((8, 16))}) = r7")


def stack_bytes(d: Draft) -> None:
    """Write bytes of the stack, then read as many, fewer or more."""
    at = d.draw.choice((8, 16, 24, 64, 512))
    for _ in range(d.draw.choice((1, 2, 4))):
        size = d.draw.choice(SIZES)
        off = at - d.draw.randrange(0, 9 - size) // size * size
        source = d.one(("r7", "r8", "0", "-1"), ("r6", "r9", "r10", "r4"))
        d.add(f"*(u{8 * size} *)(r10 - {off}) = {source}")
        if not d.errs():
            d.add(f"r{d.draw.choice((0, 7, 8))} = *(u{8 * size} *)(r10 - {off})")
    if d.errs():
        off = d.draw.choice((at, at + 8, 520, -8, 3))
        d.add(f"r7 = *(u{8 * d.draw.choice(SIZES)} *)(r10 - {off})")


def stack_variable(d: Draft) -> None:
    """Use the stack at a variable offset."""
    size = d.draw.choice((8, 16, 64))
    width = d.draw.choice(SIZES)
    if not d.errs():
        for at in range(0, size, 8):
            d.add(f"*(u64 *)(r10 - {size - at}) = {d.draw.choice(('r7', '0', '5'))}")
    bounded(d, 8, size - width)
    if not d.errs():
        d.add(f"r8 &= {-width}")
    d.add("r9 = r10", f"r9 += {-size + d.one((0,), (1, -8))}", "r9 += r8")
    touch(d, 9, 0, width)
    if d.chance(1, 2):
        d.add(f"r7 = *(u{8 * width} *)(r10 - {size})")


def two_values(d: Draft) -> None:
    """Merge two pointers in one register, then use it."""
    other, join, away = d.label(), d.label(), d.label()
    first, second = d.draw.choice(ELEMENTS), d.draw.choice(ELEMENTS)
    nr_bytes = min(VALUE_BYTES[first], VALUE_BYTES[second])
    d.add(f"if r7 > {imm32(d.draw)} goto {other}")
    lookup(d, first, away)
    d.add(f"goto {join}")
    d.place(other)
    lookup(d, second, away) if d.chance(1, 2) else (
        d.add("r0 = r10", f"r0 += {-nr_bytes}")
        or [d.add(f"*(u64 *)(r10 - {8 * k}) = 0") for k in range(1, 5)]
    )
    d.place(join)
    touch(d, 0, 0, d.draw.choice(SIZES))
    d.add("r0 = 0")
    d.place(away)


def pointer_arithmetic(d: Draft) -> None:
    """Do to a pointer what may be forbidden."""
    away = d.label()
    region(d, 9, away)
    ops = (
        *("r9 += 0", "r9 -= r9", "r9 = r9", "w9 = w9", "r9 += r9", "r9 -= r10", "r9 &= -8"),
        *("r9 = -r9", "r9 *= 2", "w9 += 1", "r9 <<= 1", "r9 = be64 r9", "r9 |= r7", "r9 += r7"),
        *("r9 += 536870912", "r9 -= 536870912", "r9 += 2147483647", "r9 += -2147483648"),
        *("r7 -= r9", "r7 += r9", "r8 = r9", "r5 = 9223372036854775807 ll\nr9 += r5", "r9 /= 2"),
        *(
            "if r9 == r10 goto out",
            "if r9 > r7 goto out",
            "if w9 == 0 goto out",
            "if r9 > 5 goto out",
        ),
        *(
            "r9 ^= r9",
            "r9 s>>= 1",
            "r9 -= r7",
            "r9 %= 3",
            "r6 += 8",
            "r10 += 8",
            "r10 = r9",
            "w9 -= w9",
        ),
    )
    d.add(d.draw.choice(ops[:8]) if not d.errs() else d.draw.choice(ops))
    if d.chance(1, 2):
        d.add(f"*(u8 *)(r9 + {d.draw.choice((0, 1, 3))}) = 0")
    d.place(away)


def misaligned(d: Draft) -> None:
    """Access with an offset that is no multiple of the size."""
    away = d.label()
    nr_bytes = region(d, 9, away)
    size = d.draw.choice(SIZES)
    touch(
        d,
        9,
        d.draw.randint(0, max(0, min(nr_bytes, 32) - 8)) & (-size if d.chance(2, 3) else -1),
        size,
    )
    d.place(away)


STATEMENTS = (
    *(anywhere, anywhere, anywhere, anywhere, packet_variable, packet_variable, spill, spill),
    *(stack_bytes, stack_variable, stack_variable, two_values, pointer_arithmetic, misaligned),
)
