"""Which edges of an instruction a program meets, and which of them its form has.

An *edge* is a word for operands at which implementations go wrong: a sign bit, a division by zero,
a shift by the width, upper halves that must not count. `edges_of` reads them from an executed step
of `tests.rfc9669`, `wanted_edges` says which ones the corpus has to meet for a form.
"""

from __future__ import annotations

from tests.rfc9669 import SIZE_BYTES, Slot, Step, signed

__all__ = ["FormKey", "edges_of", "key_of", "wanted_edges"]

FormKey = tuple[int, int]  # opcode, and what tells forms of one opcode apart

DIVISIONS, SHIFTS = (0x3, 0x9), (0x6, 0x7, 0xC)
WRAPPING = (0x0, 0x1, 0x2)
MIN32 = -(1 << 31)


def key_of(slot: Slot) -> FormKey:
    """Return the form of an instruction."""
    cls, code = slot.opcode & 7, slot.opcode >> 4
    if cls in (4, 7):
        return slot.opcode, slot.imm if code == 0xD else slot.off
    if cls == 3 and slot.opcode & 0xE0 == 0xC0:
        return slot.opcode, slot.imm
    return slot.opcode, slot.src if slot.opcode == 0x85 else 0


def edges_of(step: Step) -> set[str]:
    """Return the edges that an executed instruction meets."""
    cls = step.slot.opcode & 7
    if cls in (4, 7):
        return _alu_edges(step)
    if cls in (5, 6):
        return _jump_edges(step)
    return _memory_edges(step) if cls in (1, 2, 3) else set()


def _operands(step: Step, bits: int) -> tuple[int, int]:
    src = step.src if step.slot.opcode & 8 else step.slot.imm
    return step.dst % (1 << bits), src % (1 << bits)


def _named(**flags: bool) -> set[str]:
    return {name for name, flag in flags.items() if flag}


def _alu_edges(step: Step) -> set[str]:
    slot = step.slot
    bits = 64 if slot.opcode & 7 == 7 else 32
    code, is_register = slot.opcode >> 4, bool(slot.opcode & 8)
    dst, src = _operands(step, bits)
    found = _named(
        dst_zero=dst == 0,
        dst_negative=bool(dst >> (bits - 1)),
        dst_positive=0 < dst < 1 << (bits - 1),
        dst_least=dst == 1 << (bits - 1),
        dst_upper=bits == 32 and bool(step.dst >> 32),
        src_negative=bool(src >> (bits - 1)),
        src_positive=0 < src < 1 << (bits - 1),
        src_upper=bits == 32 and is_register and bool(step.src >> 32),
        src_least=not is_register and slot.imm == MIN32,
        same_register=is_register and slot.src == slot.dst,
        high_byte=bool(step.dst >> 56),
    )
    if code in DIVISIONS and slot.off == 1:
        signs = signed(dst, bits) < 0, signed(src, bits) < 0
        inexact = src != 0 and signed(dst, bits) % signed(src, bits) != 0
        if inexact:
            found.add(f"signs_{'-' if signs[0] else '+'}{'-' if signs[1] else '+'}")
        if dst == 1 << (bits - 1) and src == (1 << bits) - 1:
            found.add("least_by_minus_one")
    if code in DIVISIONS and src == 0:
        found.add("by_zero")
    if code in SHIFTS:
        found |= _named(
            by_zero=src == 0, by_most=src == bits - 1, by_width=src == bits, beyond=src > bits
        )
    if code == 0xB and slot.off:
        sign = step.src >> (slot.off - 1) & 1
        found |= {f"sign_{sign}", f"rest_{'set' if step.src >> slot.off else 'clear'}"}
    exact = {0x0: dst + src, 0x1: dst - src, 0x2: dst * src}.get(code, 0)
    return found | _named(wraps=not 0 <= exact < 1 << bits)


def _jump_edges(step: Step) -> set[str]:
    slot = step.slot
    if slot.opcode in (0x85, 0x95):
        return set()
    if slot.opcode in (0x05, 0x06):
        return {"backwards" if step.next <= step.at else "forwards"}
    bits = 64 if slot.opcode & 7 == 5 else 32
    dst, src = _operands(step, bits)
    is_taken = step.next != step.at + 1
    found = {"taken" if is_taken else "passed"}
    if is_taken and step.next <= step.at:
        found.add("backwards")
    found |= _named(
        equal=dst == src,
        dst_negative=bool(dst >> (bits - 1)) and not src >> (bits - 1),
        src_negative=bool(src >> (bits - 1)) and not dst >> (bits - 1),
        both_negative=bool(src >> (bits - 1)) and bool(dst >> (bits - 1)),
        dst_upper=bits == 32 and bool(step.dst >> 32),
        src_upper=bits == 32 and bool(slot.opcode & 8) and bool(step.src >> 32),
    )
    return found


def _memory_edges(step: Step) -> set[str]:
    slot = step.slot
    nr_bytes = SIZE_BYTES[slot.opcode & 0x18]
    is_load = slot.opcode & 7 == 1
    base = step.src if is_load else step.dst
    found = _named(
        below=slot.off < 0,
        above=slot.off > 0,
        unaligned=(base + slot.off) % nr_bytes != 0,
        same_register=slot.src == slot.dst,
    )
    if not is_load:
        value = slot.imm if slot.opcode & 7 == 2 else step.src
        found |= _named(
            truncates=not -(1 << (8 * nr_bytes - 1)) <= value < 1 << 8 * nr_bytes,
            negative=value < 0 or bool(value >> (8 * nr_bytes - 1) & 1),
        )
    return found


def wanted_edges(key: FormKey) -> set[str]:
    """Return the edges that the corpus has to meet for a form."""
    opcode, apart = key
    cls, code, is_register = opcode & 7, opcode >> 4, bool(opcode & 8)
    if cls in (4, 7):
        return _wanted_alu(opcode, apart)
    if opcode in (0x05, 0x06):
        return {"backwards", "forwards"}
    if cls in (5, 6) and code not in (0x8, 0x9):
        wanted = {"taken", "passed", "backwards"}
        wanted |= {"equal", "dst_negative", "src_negative", "both_negative"}
        if cls == 6:
            wanted |= {"dst_upper", "src_upper"} if is_register else {"dst_upper"}
        return wanted
    if cls in (1, 2, 3):
        return _wanted_memory(opcode, apart)
    return set()


def _wanted_alu(opcode: int, apart: int) -> set[str]:
    code, is_register, is_32 = opcode >> 4, bool(opcode & 8), opcode & 7 == 4
    upper = {"dst_upper"} if is_32 else set()
    if code == 0xD:
        return {"high_byte"}
    if code == 0x8:
        return {"dst_zero", "dst_negative", "dst_positive", "dst_least", *upper}
    if is_register:
        upper |= {"same_register"} | ({"src_upper"} if is_32 else set())
    if code == 0xB:
        if apart:
            return {"sign_0", "sign_1", "rest_set", "rest_clear", "same_register"}
        return {"src_negative", "src_positive", *upper} | (set() if is_register else {"src_least"})
    wanted = {"dst_negative", "dst_positive", *upper}
    if code in SHIFTS:
        return wanted | {"by_zero", "by_most"} | ({"by_width", "beyond"} if is_register else set())
    wanted |= {"dst_zero", "src_negative", "src_positive"}
    if not is_register:
        wanted.add("src_least")
    if code in WRAPPING:
        wanted.add("wraps")
    if code in DIVISIONS:
        wanted |= {"by_zero"} if is_register else set()
        if apart == 1:
            wanted |= {"signs_++", "signs_+-", "signs_-+", "signs_--", "least_by_minus_one"}
    return wanted


def _wanted_memory(opcode: int, apart: int) -> set[str]:
    is_atomic = opcode in (0xC3, 0xDB)
    wanted = {"below", "above"}
    if opcode & 0x18 != 0x10 and not is_atomic:
        wanted.add("unaligned")
    if opcode & 7 == 1:
        return wanted | {"same_register"}
    if opcode & 7 == 3 and not is_atomic:
        wanted.add("same_register")
    wanted.add("negative")
    if opcode & 0x18 != 0x18:
        wanted.add("truncates")
    return wanted - ({"truncates"} if opcode == 0x62 else set())
