"""Every instruction form of cpu v1 to v4 with operands at their edges, as slots.

The lists are written out from RFC 9669, not taken from `sim.bpf`, so that a form which assembler
and disassembler both lack is missed by neither.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from sim.bpf.isa import Insn

__all__ = ["Form", "all_forms"]

IMMS = (0, 1, -1, 7, 127, 128, 255, 256, -128, 32767, 32768, -32768, 65535, 1 << 24)
EDGES = ((1 << 31) - 1, -(1 << 31), 0x12345678, -0x12345678, 10, -10)
OFFS = (0, 1, -1, 4, -4, 8, 127, -128, 255, 256, 4096, 32767, -32768)
REGS = tuple(range(11))
PAIRS = (*((dst, (dst * 7 + 3) % 11) for dst in REGS), (0, 0), (5, 5), (9, 9), (10, 10))

ALU = (0x00, 0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70, 0x90, 0xA0, 0xB0, 0xC0)
JUMPS = (0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70, 0xA0, 0xB0, 0xC0, 0xD0)
ATOMICS = (0x00, 0x01, 0x40, 0x41, 0x50, 0x51, 0xA0, 0xA1, 0xE1, 0xF1)
SIZES = (0x00, 0x08, 0x10, 0x18)  # 32, 16, 8 and 64 bits
W, DW = 0x00, 0x18


class Form(NamedTuple):
    """An instruction and the cpu version that it came with."""

    cpu: int
    slots: tuple[Insn, ...]


def _arithmetic() -> Iterator[Form]:
    for cls, op in itertools.product((0x04, 0x07), ALU):
        offs = {0x30: ((0, 1), (1, 4)), 0x90: ((0, 1), (1, 4))}.get(op, ((0, 1),))
        for off, cpu in offs:
            # 32-bit arithmetic has its own registers' names since v3 only
            since = max(cpu, 3 if cls == 0x04 else 1)
            for dst, src in PAIRS:
                yield Form(since, (Insn(cls | op | 0x08, dst, src, off),))
            for dst, imm in zip(itertools.cycle(REGS), (*IMMS, *EDGES), strict=False):
                yield Form(since, (Insn(cls | op, dst, 0, off, imm),))
    for dst in REGS:
        yield Form(1, (Insn(0x87, dst),))
        yield Form(3, (Insn(0x84, dst),))
        for opcode, width in itertools.product((0xD4, 0xDC, 0xD7), (16, 32, 64)):
            yield Form(4 if opcode == 0xD7 else 1, (Insn(opcode, dst, imm=width),))
    for dst, src in PAIRS:
        for opcode, off in ((0xBC, 8), (0xBC, 16), (0xBF, 8), (0xBF, 16), (0xBF, 32)):
            yield Form(4, (Insn(opcode, dst, src, off),))


def _jumps() -> Iterator[Form]:
    for cls, op in itertools.product((0x05, 0x06), JUMPS):
        since = 3 if cls == 0x06 else 1 if op < 0xA0 else 2
        for (dst, src), off in zip(PAIRS, itertools.cycle(OFFS), strict=False):
            yield Form(since, (Insn(cls | op | 0x08, dst, src, off),))
        for imm, dst, off in zip(
            (*IMMS, *EDGES), itertools.cycle(REGS), itertools.cycle(OFFS[::-1]), strict=False
        ):
            yield Form(since, (Insn(cls | op, dst, 0, off, imm),))
    for off in OFFS:
        yield Form(1, (Insn(0x05, off=off),))
    for imm in (*OFFS, 70_000, -70_000, *EDGES):
        yield Form(4, (Insn(0x06, imm=imm),))
    for imm in (0, 1, 5, 181, 211, 1 << 20, (1 << 31) - 1):
        yield Form(1, (Insn(0x85, imm=imm),))
    yield Form(1, (Insn(0x95),))


def _memory() -> Iterator[Form]:
    for size in SIZES:
        for (dst, src), off in zip(PAIRS, itertools.cycle(OFFS), strict=False):
            yield Form(1, (Insn(0x61 | size, dst, src, off),))
            yield Form(1, (Insn(0x63 | size, dst, src, off),))
            if size != DW:
                yield Form(4, (Insn(0x81 | size, dst, src, off),))
        for imm, dst, off in zip(
            (*IMMS, *EDGES), itertools.cycle(REGS), itertools.cycle(OFFS), strict=False
        ):
            yield Form(4, (Insn(0x62 | size, dst, 0, off, imm),))
    for size, op in itertools.product((W, DW), ATOMICS):
        since = 1 if op == 0 else 3
        for (dst, src), off in zip(PAIRS, itertools.cycle(OFFS), strict=False):
            yield Form(since, (Insn(0xC3 | size, dst, src, off, op),))
    for size, value in itertools.product((W, 0x08, 0x10), (0, 1, 12, 65535)):
        yield Form(1, (Insn(0x20 | size, imm=value),))
        yield Form(1, (Insn(0x40 | size, 0, value % 11),))


def _wide() -> Iterator[Form]:
    for dst, (low, high) in enumerate(
        ((0, 0), (1, 0), (-1, 0), (-1, -1), (0, 1), (0, -(1 << 31)), (-(1 << 31), 0), (7, 9))
    ):
        yield Form(1, (Insn(0x18, dst, 0, 0, low), Insn(0, imm=high)))
    for src in range(1, 7):
        yield Form(1, (Insn(0x18, src, src, 0, 3 * src), Insn(0)))


def all_forms() -> list[Form]:
    """Return every form with its operands, in a fixed order."""
    return [*_arithmetic(), *_jumps(), *_memory(), *_wide()]
