"""What single instructions do: arithmetic, byte swaps, comparisons, loads, stores, atomics.

The rules are RFC 9669's: 32-bit results are zero-extended, shift counts are masked, division by
zero gives 0 and modulo by zero the dividend. An atomic returns what was there before; nothing
else can run in between, so atomics need no more than that.

**Rule:** all values are int64 bit patterns; *opcode* and *op* (its upper four bits) are as encoded.

**Not modelled:** flags, alignment traps.
"""

from __future__ import annotations

from sim.base.arith import (
    add64,
    bswap64,
    lshr64,
    mul64,
    sar64,
    sdiv64,
    sext8,
    sext16,
    sext32,
    shl64,
    smod64,
    sub64,
    udiv64,
    ult64,
    umod64,
    zext32,
)
from sim.base.compile import compiled
from sim.base.memory import (
    load8,
    load16,
    load32,
    load64,
    store8,
    store16,
    store32,
    store64,
)

__all__ = ["alu", "atomic", "load", "nr_bytes_of", "store", "taken"]


@compiled("int64(int64,int64,int64)", inline=True)
def _alu64(op: int, a: int, b: int) -> int:
    if op == 0x00:
        return add64(a, b)
    if op == 0x10:
        return sub64(a, b)
    if op == 0x20:
        return mul64(a, b)
    if op == 0x40:
        return a | b
    if op == 0x50:
        return a & b
    if op == 0x60:
        return shl64(a, b)
    if op == 0x70:
        return lshr64(a, b)
    if op == 0x80:
        return sub64(0, a)
    if op == 0xA0:
        return a ^ b
    if op == 0xB0:
        return b
    return sar64(a, b)


@compiled("int64(int64,int64,int64)", inline=True)
def _alu32(op: int, a: int, b: int) -> int:
    if op == 0x60:
        return zext32(shl64(a, b & 31))
    if op == 0x70:
        return lshr64(zext32(a), b & 31)
    if op == 0xC0:
        return zext32(sar64(sext32(a), b & 31))
    return zext32(_alu64(op, a, b))


@compiled("int64(int64,int64,int64,int64)", inline=True)
def _div_mod64(op: int, off: int, a: int, b: int) -> int:
    if off == 1:
        return sdiv64(a, b) if op == 0x30 else smod64(a, b)
    return udiv64(a, b) if op == 0x30 else umod64(a, b)


@compiled("int64(int64,int64,int64,int64)", inline=True)
def _div_mod32(op: int, off: int, a: int, b: int) -> int:
    if off == 1:
        x = sext32(a)
        y = sext32(b)
        return zext32(sdiv64(x, y) if op == 0x30 else smod64(x, y))
    x = zext32(a)
    y = zext32(b)
    return zext32(udiv64(x, y) if op == 0x30 else umod64(x, y))


@compiled("int64(int64,int64,int64)", inline=True)
def _moved(off: int, value: int, is64: int) -> int:
    """MOV, or MOVSX when *off* says from how many bits."""
    if off == 8:
        value = sext8(value)
    elif off == 16:
        value = sext16(value)
    elif off == 32:
        value = sext32(value)
    return value if is64 == 1 else zext32(value)


@compiled("int64(int64,int64,int64,int64)", inline=True)
def _swapped(cls: int, source: int, bits: int, value: int) -> int:
    """BPF_END: to little (a truncation), to big, or (64-bit class) always swapped."""
    if cls == 7 or source == 8:
        return lshr64(bswap64(value), 64 - bits)
    if bits == 16:
        return value & 0xFFFF
    if bits == 32:
        return zext32(value)
    return value


@compiled("int64(int64,int64,int64)", inline=True)
def _compared(op: int, a: int, b: int) -> int:
    yes = False
    if op == 0x10:
        yes = a == b
    elif op == 0x20:
        yes = ult64(b, a)
    elif op == 0x30:
        yes = not ult64(a, b)
    elif op == 0x40:
        yes = (a & b) != 0
    elif op == 0x50:
        yes = a != b
    elif op == 0x60:
        yes = a > b
    elif op == 0x70:
        yes = a >= b
    elif op == 0xA0:
        yes = ult64(a, b)
    elif op == 0xB0:
        yes = not ult64(b, a)
    elif op == 0xC0:
        yes = a < b
    elif op == 0xD0:
        yes = a <= b
    return 1 if yes else 0


@compiled("int64(int64,int64,int64)", inline=True)
def taken(opcode: int, a: int, b: int) -> int:
    """Say whether a conditional jump is taken."""
    op = opcode & 0xF0
    if opcode & 7 == 6:
        if op == 0x60 or op == 0x70 or op >= 0xC0:
            return _compared(op, sext32(a), sext32(b))
        return _compared(op, zext32(a), zext32(b))
    return _compared(op, a, b)


@compiled("int64(int64,int64)", inline=True)
def load(opcode: int, host: int) -> int:
    """Load from a host address as the opcode's size and mode say."""
    size = opcode & 0x18
    signed = opcode & 0xE0 == 0x80
    if size == 0x18:
        return load64(host)
    if size == 0x00:
        value = load32(host)
        return sext32(value) if signed else value
    if size == 0x08:
        value = load16(host)
        return sext16(value) if signed else value
    value = load8(host)
    return sext8(value) if signed else value


@compiled("void(int64,int64,int64)", inline=True)
def store(opcode: int, host: int, value: int) -> None:
    """Store the lower bytes of *value* at a host address."""
    size = opcode & 0x18
    if size == 0x18:
        store64(host, value)
    elif size == 0x00:
        store32(host, value)
    elif size == 0x08:
        store16(host, value)
    else:
        store8(host, value)


@compiled("int64(int64,int64,int64,int64,int64,int64)")
def atomic(opcode: int, imm: int, host: int, src: int, regs: int, is64: int) -> int:
    """Do an atomic operation; return 0, or 1 when there is no such operation."""
    old = load64(host) if is64 == 1 else load32(host)
    value = load64(src)
    op = imm & 0xF0
    if imm == 0xF1:
        expected = load64(regs)
        matches = old == expected if is64 == 1 else old == zext32(expected)
        if matches:
            store(opcode, host, value)
        store64(regs, old)
        return 0
    if imm == 0xE1:
        new = value
    elif op == 0x00:
        new = add64(old, value)
    elif op == 0x40:
        new = old | value
    elif op == 0x50:
        new = old & value
    elif op == 0xA0:
        new = old ^ value
    else:
        return 1
    store(opcode, host, new)
    if imm & 1:
        store64(src, old)
    return 0


@compiled("int64(int64,int64,int64,int64,int64)", inline=True)
def alu(opcode: int, off: int, imm: int, a: int, b: int) -> int:
    """Return what an instruction of the arithmetic classes makes of *a* and *b*."""
    op = opcode & 0xF0
    is64 = opcode & 7 == 7
    if op == 0xB0:
        return _moved(off, b, 1 if is64 else 0)
    if op == 0x30 or op == 0x90:
        return _div_mod64(op, off, a, b) if is64 else _div_mod32(op, off, a, b)
    if op == 0xD0:
        return _swapped(opcode & 7, opcode & 8, imm, a)
    return _alu64(op, a, b) if is64 else _alu32(op, a, b)


@compiled("int64(int64)", inline=True)
def nr_bytes_of(opcode: int) -> int:
    """Return how many bytes a load or store moves."""
    size = opcode & 0x18
    if size == 0x18:
        return 8
    if size == 0x00:
        return 4
    return 2 if size == 0x08 else 1
