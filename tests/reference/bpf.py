"""A small BPF interpreter: a program is a generator that stops where others can see it.

It yields how long it waits with interrupts off (0: it only lets a new segment begin).
"""

from __future__ import annotations

import operator
import struct
from collections import Counter
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Any

from tests.reference.maps import Memory

__all__ = ["Run", "execute"]

Execution = Generator[int, None, None]

M64 = (1 << 64) - 1
STACK_BYTES = 512
NR_FRAMES = 8


@dataclass(eq=False)
class Run:
    """One run of a program, and what it may ask about."""

    memory: Memory
    maps: list[Any]
    cpu: int
    task: Any
    now: int
    price: Callable[[Counter[str]], int]
    nr_cpus: int
    counts: Counter[str] = field(default_factory=Counter)
    notes: list[tuple[int, int, int]] = field(default_factory=list)
    raised: Any = None
    regs: list[int] = field(default_factory=lambda: [0] * 11)


def _signed(value: int, bits: int) -> int:
    value &= (1 << bits) - 1
    return value - (1 << bits) if value >> (bits - 1) else value


def _divide(a: int, b: int) -> int:
    return a // b if b else 0


def _modulo(a: int, b: int) -> int:
    return a % b if b else a


ALU: dict[int, Callable[[int, int], int]] = {
    0x00: operator.add,
    0x10: operator.sub,
    0x20: operator.mul,
    0x30: _divide,
    0x40: operator.or_,
    0x50: operator.and_,
    0x80: lambda a, b: -a,
    0x90: _modulo,
    0xA0: operator.xor,
    0xB0: lambda a, b: b,
}
# comparison, and whether it is a signed one
JUMPS: dict[int, tuple[Callable[[int, int], Any], bool]] = {
    0x10: (operator.eq, False),
    0x20: (operator.gt, False),
    0x30: (operator.ge, False),
    0x40: (operator.and_, False),
    0x50: (operator.ne, False),
    0x60: (operator.gt, True),
    0x70: (operator.ge, True),
    0xA0: (operator.lt, False),
    0xB0: (operator.le, False),
    0xC0: (operator.lt, True),
    0xD0: (operator.le, True),
}
SIZES = {0x00: 4, 0x08: 2, 0x10: 1, 0x18: 8}
ATOMICS: dict[int, Callable[[int, int], int]] = {
    0x00: operator.add,
    0x40: operator.or_,
    0x50: operator.and_,
    0xA0: operator.xor,
    0xE0: lambda a, b: b,
}


def _alu(op: int, off: int, a: int, b: int, bits: int) -> int:
    mask = (1 << bits) - 1
    if op == 0xB0 and off:
        return _signed(b, off) & mask
    a, b = a & mask, b & mask
    if op == 0x60:
        return a << (b % bits) & mask
    if op == 0x70:
        return a >> (b % bits)
    if op == 0xC0:
        return _signed(a, bits) >> (b % bits) & mask
    assert not (op in (0x30, 0x90) and off), "no signed division in the reference"
    return ALU[op](a, b) & mask


def _atomic(run: Run, address: int, size: int, imm: int, src: int) -> None:
    run.counts["map.atomic"] += 1
    old = run.memory.load(address, size)
    if imm == 0xF1:
        if old == run.regs[0] & ((1 << (8 * size)) - 1):
            run.memory.store(address, size, run.regs[src])
        run.regs[0] = old
        return
    run.memory.store(address, size, ATOMICS[imm & 0xF0](old, run.regs[src]))
    if imm & 1:
        run.regs[src] = old


def _load_imm64(run: Run, source: int, low: int, high: int) -> int:
    if source == 1:
        return int(run.maps[low].address)
    if source == 2:
        return int(run.maps[low].addresses[0]) + high
    return (low & 0xFFFFFFFF) | (high & 0xFFFFFFFF) << 32


def execute(run: Run, code: bytes, ctx: bytes, helpers: Any) -> Execution:
    """Run a program from its first instruction to its exit."""
    insns = list(struct.iter_unpack("<BBhi", code))
    stack = run.memory.add(bytearray(STACK_BYTES * NR_FRAMES))
    regs = run.regs
    context = regs[1] = run.memory.add(bytearray(ctx))
    regs[10] = stack + STACK_BYTES * NR_FRAMES
    frames: list[tuple[int, list[int]]] = []
    pc = 0
    while True:
        opcode, pair, off, imm = insns[pc]
        dst, src = pair & 15, pair >> 4
        pc += 1
        run.counts["prog.insn_jit"] += 1
        cls, op = opcode & 7, opcode & 0xF0
        if opcode == 0x18:
            regs[dst] = _load_imm64(run, src, imm, insns[pc][3])
            pc += 1
        elif cls in (4, 7):
            operand = regs[src] if opcode & 8 else imm
            regs[dst] = _alu(op, off, regs[dst], operand, 64 if cls == 7 else 32)
        elif cls == 1:
            size = SIZES[opcode & 0x18]
            value = run.memory.load(regs[src] + off, size)
            regs[dst] = _signed(value, 8 * size) & M64 if opcode & 0xE0 == 0x80 else value
        elif cls == 3 and opcode & 0xE0 == 0xC0:
            _atomic(run, regs[dst] + off, SIZES[opcode & 0x18], imm, src)
        elif cls in (2, 3):
            value = regs[src] if cls == 3 else imm
            run.memory.store(regs[dst] + off, SIZES[opcode & 0x18], value)
        elif opcode in (0x05, 0x06):
            pc += off if opcode == 0x05 else imm
        elif opcode == 0x95:
            if not frames:
                run.memory.free(stack)
                run.memory.free(context)
                return
            pc, regs[6:11] = frames.pop()
        elif opcode == 0x85 and src == 1:
            frames.append((pc, regs[6:11]))
            regs[10] -= STACK_BYTES
            pc += imm
        elif opcode == 0x85:
            if imm in helpers.visible:
                yield 0
                regs[0] = (yield from helpers.visible[imm](run)) & M64
            else:
                regs[0] = helpers.plain[imm](run) & M64
        else:
            compare, is_signed = JUMPS[op]
            bits = 64 if cls == 5 else 32
            a, b = (regs[dst], regs[src] if opcode & 8 else imm)
            convert = _signed if is_signed else (lambda v, n: v & ((1 << n) - 1))
            if compare(convert(a, bits), convert(b, bits)):
                pc += off
