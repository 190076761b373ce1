"""Bob Jenkins's hash of 2006 (lookup3), by which the kernel's hash tables spread their keys.

**Rule:** keys are read exactly, to the byte: what lies behind one does not change its hash.

**Not modelled:** nothing; jhash2, which later kernels take for keys of whole words, gives the same
on a little-endian machine.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load8, load16, load32

__all__ = ["jhash"]

_M32 = 0xFFFFFFFF
_INITIAL = 0xDEADBEEF


@compiled("int64(int64,int64)", inline=True)
def _rol(x: int, n: int) -> int:
    """Rotate 32 bits left."""
    return ((x << n) | (x >> (32 - n))) & _M32


@compiled("int64(int64,int64,int64)", inline=True)
def _final(a: int, b: int, c: int) -> int:
    """Mix three words into the last one."""
    c = ((c ^ b) - _rol(b, 14)) & _M32
    a = ((a ^ c) - _rol(c, 11)) & _M32
    b = ((b ^ a) - _rol(a, 25)) & _M32
    c = ((c ^ b) - _rol(b, 16)) & _M32
    a = ((a ^ c) - _rol(c, 4)) & _M32
    b = ((b ^ a) - _rol(a, 14)) & _M32
    return ((c ^ b) - _rol(b, 24)) & _M32


@compiled("int64(int64,int64)", inline=True)
def _bytes(p: int, nr_bytes: int) -> int:
    """Return the word that up to four bytes make, the first one lowest."""
    if nr_bytes >= 4:
        return load32(p)
    if nr_bytes == 3:
        return load16(p) | load8(p + 2) << 16
    if nr_bytes == 2:
        return load16(p)
    if nr_bytes == 1:
        return load8(p)
    return 0


@compiled("int64(int64,int64,int64)", inline=True, python=True)
def jhash(p: int, nr_bytes: int, seed: int) -> int:
    """Return 32 bits for the *nr_bytes* (one or more) at host address *p*."""
    a = b = c = (_INITIAL + nr_bytes + seed) & _M32
    while nr_bytes > 12:
        a = (a + load32(p)) & _M32
        b = (b + load32(p + 4)) & _M32
        c = (c + load32(p + 8)) & _M32
        a = ((a - c) & _M32) ^ _rol(c, 4)
        c = (c + b) & _M32
        b = ((b - a) & _M32) ^ _rol(a, 6)
        a = (a + c) & _M32
        c = ((c - b) & _M32) ^ _rol(b, 8)
        b = (b + a) & _M32
        a = ((a - c) & _M32) ^ _rol(c, 16)
        c = (c + b) & _M32
        b = ((b - a) & _M32) ^ _rol(a, 19)
        a = (a + c) & _M32
        c = ((c - b) & _M32) ^ _rol(b, 4)
        b = (b + a) & _M32
        nr_bytes -= 12
        p += 12
    a = (a + _bytes(p, nr_bytes)) & _M32
    if nr_bytes > 4:
        b = (b + _bytes(p + 4, nr_bytes - 4)) & _M32
    if nr_bytes > 8:
        c = (c + _bytes(p + 8, nr_bytes - 8)) & _M32
    return _final(a, b, c)
