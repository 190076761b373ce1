"""Building a program's context: pt_regs, or a tracepoint's record.

**Rule:** a context is rebuilt for every program of a hit, in the memory of the CPU's level.

**Not modelled:** registers other than arguments, return value, ip, sp and orig_ax.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import fill_bytes, load64, store8, store16, store32, store64
from sim.kernel.layout import (
    LINK_KPROBE,
    LINK_KRETPROBE,
    LINK_SYSCALL,
    S_ADDRESS,
    S_ARGS,
    S_KIND,
    S_NR_ARGS,
    S_RECORD_BYTES,
    SITE_SYS_ENTER,
    V_A0,
    V_NR,
    V_RET,
)

__all__ = ["PT_REGS_BYTES", "build_context"]

PT_REGS_BYTES = 168
_AX, _ORIG_AX, _IP, _CS = 80, 120, 128, 136
_KERNEL_CS = 0x10
# where the x86-64 calling convention has arguments 1 to 6: di si dx cx r8 r9
_ARG_OFFSETS = (112, 104, 96, 88, 72, 64)
_DI, _SI, _DX, _CX, _R8, _R9 = _ARG_OFFSETS


@compiled("void(int64,int64,int64)", inline=True)
def _put(at: int, size: int, value: int) -> None:
    if size == 8:
        store64(at, value)
    elif size == 4:
        store32(at, value)
    elif size == 2:
        store16(at, value)
    else:
        store8(at, value)


@compiled("void(int64,int64,int64)", inline=True)
def _fields(at: int, x: int, s: int) -> None:
    row = load64(s + S_ARGS)
    for _ in range(load64(s + S_NR_ARGS)):
        _put(at + load64(row), load64(row + 8), load64(x + load64(row + 16)))
        row += 24


@compiled("void(int64,int64,int64)", inline=True)
def _regs(at: int, x: int, s: int) -> None:
    fill_bytes(at, 0, PT_REGS_BYTES)
    _fields(at, x, s)
    store64(at + _IP, load64(s + S_ADDRESS))
    store64(at + _CS, _KERNEL_CS)
    store64(at + _ORIG_AX, -1)


@compiled("void(int64,int64,int64,int64)", inline=True)
def build_context(at: int, x: int, s: int, link_kind: int) -> None:
    """Build the context at host address *at* for a hit of site *s* in context *x*.

    A function site's arguments are registers (its field table says which variable goes where);
    a system call tracepoint's record has the number at 8 and arguments or result from 16.
    """
    if link_kind == LINK_KPROBE:
        _regs(at, x, s)
    elif link_kind == LINK_KRETPROBE:
        _regs(at, x, s)
        store64(at + _AX, load64(x + V_RET))
    elif link_kind == LINK_SYSCALL:
        store64(at, 0)
        store64(at + 8, load64(x + V_NR))
        if load64(s + S_KIND) == SITE_SYS_ENTER:
            for i in range(6):
                store64(at + 16 + 8 * i, load64(x + V_A0 + 8 * i))
        else:
            store64(at + 16, load64(x + V_RET))
    else:
        fill_bytes(at, 0, load64(s + S_RECORD_BYTES))
        _fields(at, x, s)
