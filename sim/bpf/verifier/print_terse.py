"""Registers as the log of 6.8 and later prints them: without what is obvious.

Answers to ``print_reg_state`` and ``print_scalar_ranges`` in ``kernel/bpf/log.c``.

**Rule:** offsets of 0 and ranges that are not narrowed are left out; ends that are the same number
are printed once, ``smin=umin=0``; large numbers are hexadecimal.

**Not modelled:** arenas, iterators.
"""

from __future__ import annotations

from sim.bpf.verifier.bounds import (
    S32_MAX,
    S32_MIN,
    S64_MAX,
    S64_MIN,
    U32_MAX,
    U64_MAX,
    Bounds,
    s64,
)
from sim.bpf.verifier.reg import ADD_CONST, Reg
from sim.bpf.verifier.state import STACK_SPILL, FuncState, Slot
from sim.bpf.verifier.tnum import TNUM_UNKNOWN, tnum_str
from sim.bpf.verifier.types import (
    CONST_PTR_TO_MAP,
    DYNPTR_TYPE_LOCAL,
    DYNPTR_TYPE_RINGBUF,
    MEM_ALLOC,
    MEM_RINGBUF,
    NON_OWN_REF,
    OBJ_ALLOC,
    PTR_TO_BTF_ID,
    PTR_TO_DYNPTR,
    PTR_TO_MAP_KEY,
    PTR_TO_MAP_VALUE,
    PTR_TO_MEM,
    PTR_TO_PACKET,
    PTR_TO_PACKET_META,
    PTR_TO_STACK,
    SCALAR_VALUE,
    base_type,
    reg_type_str,
)

__all__ = ["snum", "terse_dynptr", "terse_reg", "terse_spill", "unum"]

_U16_MAX = (1 << 16) - 1
_S16_MAX = (1 << 15) - 1
_MAPS = (CONST_PTR_TO_MAP, PTR_TO_MAP_KEY, PTR_TO_MAP_VALUE)
_DYNPTRS = {DYNPTR_TYPE_LOCAL: "local", DYNPTR_TYPE_RINGBUF: "ringbuf"}
_SLOT_CHARS = "?rm0d"


def snum(value: int) -> str:
    """Print a signed number."""
    value = s64(value)
    return str(value) if _is_short(value) else f"{value & U64_MAX:#x}"


def _is_short(value: int) -> bool:
    return -_S16_MAX - 1 <= value <= _S16_MAX


def _s32(value: int) -> int:
    """Return a signed 32-bit end as it is printed and compared: short, or without sign."""
    return value if _is_short(value) else value & U32_MAX


def unum(value: int) -> str:
    """Print an unsigned number."""
    return str(value) if value <= _U16_MAX else f"{value:#x}"


def terse_reg(frame: FuncState, reg: Reg) -> str:
    """Print a register that is seen from *frame*."""
    kind, b = reg.type, reg.bounds
    mark = "P" if kind == SCALAR_VALUE and reg.precise else ""
    if kind == SCALAR_VALUE and b.is_const:
        return mark + snum(b.value)
    named = kind & ~MEM_ALLOC | MEM_RINGBUF if kind & MEM_ALLOC else kind
    text = mark + reg_type_str(named)
    if kind == PTR_TO_STACK:
        text += f"[{reg.frameno}]" if reg.frameno != frame.frameno else ""
        if b.is_const:
            return text + snum(b.value + reg.off)
    base = base_type(kind)
    if base == PTR_TO_BTF_ID and reg.btf is not None:
        text += reg.btf[reg.btf_id].name
    link = f"{reg.off:+d}" if reg.id & ADD_CONST else ""
    parts = [f"id={reg.id & ~ADD_CONST}{link}"] if reg.id else []
    return f"{text}({','.join(parts + _parts(reg, base))})"


def _parts(reg: Reg, base: int) -> list[str]:
    parts = []
    if reg.ref_obj_id:
        parts.append(f"ref_obj_id={reg.ref_obj_id}")
    if reg.type & OBJ_ALLOC and reg.type & NON_OWN_REF:
        parts.append("non_own_ref")
    if base in _MAPS and reg.map is not None:
        name = f"map={reg.map.name}," if reg.map.name else ""
        parts.append(f"{name}ks={reg.map.key_size},vs={reg.map.value_size}")
    if reg.type != SCALAR_VALUE and reg.off:
        parts.append(f"off={snum(reg.off)}")
    if base in (PTR_TO_PACKET, PTR_TO_PACKET_META):
        parts.append(f"r={unum(reg.range & U64_MAX)}")
    if base == PTR_TO_MEM:
        parts.append(f"sz={unum(reg.mem_size & U32_MAX)}")
    if base == PTR_TO_DYNPTR:
        parts.append(f"type={_DYNPTRS.get(reg.dynptr, '')}")
    if not reg.bounds.is_const:
        parts += _ranges(reg.bounds)
        if reg.bounds.var_off != TNUM_UNKNOWN:
            parts.append(f"var_off={tnum_str(reg.bounds.var_off)}")
    elif reg.bounds.value:
        parts.append(f"imm={snum(reg.bounds.value)}")
    return parts


def _ranges(b: Bounds) -> list[str]:
    """Print the ends of the ranges that are narrowed, those that are equal once."""
    ends = [
        ("smin", b.smin, b.smin == S64_MIN),
        ("smax", b.smax, b.smax == S64_MAX),
        ("umin", b.umin, b.umin == 0),
        ("umax", b.umax, b.umax == U64_MAX),
        ("smin32", _s32(b.s32_min), b.s32_min == S32_MIN),
        ("smax32", _s32(b.s32_max), b.s32_max == S32_MAX),
        ("umin32", b.u32_min, b.u32_min == 0),
        ("umax32", b.u32_max, b.u32_max == U32_MAX),
    ]
    parts, done = [], {name for name, _, is_widest in ends if is_widest}
    for at, (name, value, _) in enumerate(ends):
        if name in done:
            continue
        names = [name]
        for other, theirs, _ in ends[at + 2 :: 2]:
            if other not in done and theirs == value:
                names.append(other)
                done.add(other)
        number = snum(value) if name[0] == "s" else unum(value)
        parts.append(f"{'='.join(names)}={number}")
    return parts


def terse_spill(frame: FuncState, slot: Slot) -> str:
    """Print a spilled register, behind what the bytes of its slot above it hold."""
    first = slot.types.index(STACK_SPILL)
    return "".join(_SLOT_CHARS[kind] for kind in slot.types[:first]) + terse_reg(frame, slot.reg)


def terse_dynptr(reg: Reg) -> str:
    """Print the dynptr that a stack slot begins."""
    parts = [f"id={reg.id}"] if reg.id else []
    if reg.ref_obj_id:
        parts.append(f"ref_id={reg.ref_obj_id}")
    if reg.first_slot:
        parts.append("dynptr_id=1")  # the kernel prints another field that shares its place
    return f"dynptr_{_DYNPTRS.get(reg.dynptr, '')}({','.join(parts)})"
