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

__all__ = ["alu32", "alu64", "atomic", "load", "nr_bytes_of", "store", "taken32", "taken64"]


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


@compiled("boolean(int64,int64,int64,int64)", inline=True)
def taken64(key: int, imm: int, a: int, b: int) -> bool:
    """Say whether a conditional jump of BPF_JMP is taken; *key* is as in `alu64`."""
    if key == 0x10:
        return a == imm
    if key == 0x18:
        return a == b
    if key == 0x20:
        return ult64(imm, a)
    if key == 0x28:
        return ult64(b, a)
    if key == 0x30:
        return not ult64(a, imm)
    if key == 0x38:
        return not ult64(a, b)
    if key == 0x40:
        return (a & imm) != 0
    if key == 0x48:
        return (a & b) != 0
    if key == 0x50:
        return a != imm
    if key == 0x58:
        return a != b
    if key == 0x60:
        return a > imm
    if key == 0x68:
        return a > b
    if key == 0x70:
        return a >= imm
    if key == 0x78:
        return a >= b
    if key == 0xA0:
        return ult64(a, imm)
    if key == 0xA8:
        return ult64(a, b)
    if key == 0xB0:
        return not ult64(imm, a)
    if key == 0xB8:
        return not ult64(b, a)
    if key == 0xC0:
        return a < imm
    if key == 0xC8:
        return a < b
    if key == 0xD0:
        return a <= imm
    if key == 0xD8:
        return a <= b
    return False


@compiled("boolean(int64,int64,int64,int64)", inline=True)
def taken32(key: int, imm: int, a: int, b: int) -> bool:
    """Say whether a conditional jump of BPF_JMP32 is taken: lower halves, sign-extended.

    Both halves extended alike compare unsigned as they are, and signed as they should.
    """
    return taken64(key, imm, sext32(a), sext32(b))


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
def alu64(key: int, off: int, imm: int, a: int, b: int) -> int:
    """Return what an instruction of BPF_ALU64 makes of *a* and *imm*, or *b*.

    *key* is the opcode without its class. Every form has a line of its own, so that LLVM makes
    one jump table of them.
    """
    if key == 0xB0:
        return imm
    if key == 0xB8:
        return b if off == 0 else _moved(off, b, 1)
    if key == 0x00:
        return add64(a, imm)
    if key == 0x08:
        return add64(a, b)
    if key == 0x10:
        return sub64(a, imm)
    if key == 0x18:
        return sub64(a, b)
    if key == 0x20:
        return mul64(a, imm)
    if key == 0x28:
        return mul64(a, b)
    if key == 0x40:
        return a | imm
    if key == 0x48:
        return a | b
    if key == 0x50:
        return a & imm
    if key == 0x58:
        return a & b
    if key == 0x60:
        return shl64(a, imm)
    if key == 0x68:
        return shl64(a, b)
    if key == 0x70:
        return lshr64(a, imm)
    if key == 0x78:
        return lshr64(a, b)
    if key == 0xA0:
        return a ^ imm
    if key == 0xA8:
        return a ^ b
    if key == 0xC0:
        return sar64(a, imm)
    if key == 0xC8:
        return sar64(a, b)
    if key == 0x80:
        return sub64(0, a)
    if key == 0x30 or key == 0x90:
        return _div_mod64(key, off, a, imm)
    if key == 0x38 or key == 0x98:
        return _div_mod64(key & 0xF0, off, a, b)
    return _swapped(7, key & 8, imm, a)


@compiled("int64(int64,int64,int64,int64,int64)", inline=True)
def alu32(key: int, off: int, imm: int, a: int, b: int) -> int:
    """Return what an instruction of BPF_ALU makes of *a* and *imm*, or *b*.

    *key* is the opcode without its class. Every form has a line of its own, so that LLVM makes
    one jump table of them.
    """
    if key == 0xB0:
        return zext32(imm)
    if key == 0xB8:
        return zext32(b) if off == 0 else _moved(off, b, 0)
    if key == 0x00:
        return zext32(add64(a, imm))
    if key == 0x08:
        return zext32(add64(a, b))
    if key == 0x10:
        return zext32(sub64(a, imm))
    if key == 0x18:
        return zext32(sub64(a, b))
    if key == 0x20:
        return zext32(mul64(a, imm))
    if key == 0x28:
        return zext32(mul64(a, b))
    if key == 0x40:
        return zext32(a | imm)
    if key == 0x48:
        return zext32(a | b)
    if key == 0x50:
        return zext32(a & imm)
    if key == 0x58:
        return zext32(a & b)
    if key == 0x60:
        return zext32(shl64(a, imm & 31))
    if key == 0x68:
        return zext32(shl64(a, b & 31))
    if key == 0x70:
        return lshr64(zext32(a), imm & 31)
    if key == 0x78:
        return lshr64(zext32(a), b & 31)
    if key == 0xA0:
        return zext32(a ^ imm)
    if key == 0xA8:
        return zext32(a ^ b)
    if key == 0xC0:
        return zext32(sar64(sext32(a), imm & 31))
    if key == 0xC8:
        return zext32(sar64(sext32(a), b & 31))
    if key == 0x80:
        return zext32(sub64(0, a))
    if key == 0x30 or key == 0x90:
        return _div_mod32(key, off, a, imm)
    if key == 0x38 or key == 0x98:
        return _div_mod32(key & 0xF0, off, a, b)
    return _swapped(4, key & 8, imm, a)


@compiled("int64(int64)", inline=True)
def nr_bytes_of(opcode: int) -> int:
    """Return how many bytes a load or store moves."""
    size = opcode & 0x18
    if size == 0x18:
        return 8
    if size == 0x00:
        return 4
    return 2 if size == 0x08 else 1
