"""Building a program's context: pt_regs, a tracepoint's record, or arguments as words.

**Rule:** a context is rebuilt for every program of a hit, in the memory of the CPU's level.

**Not modelled:** registers other than arguments, return value, ip, sp and orig_ax.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import (
    copy_bytes,
    fill_bytes,
    load8,
    load64,
    store8,
    store16,
    store32,
    store64,
)
from sim.engine.state import H_REGION
from sim.kernel.layout import (
    ARG_AT,
    ARG_BYTES,
    ARG_HOW,
    ARG_OFFSET,
    ARG_ROW_BYTES,
    ARG_VAR,
    C_IDLE_TASK,
    C_TASK,
    HOW_MEMBER,
    HOW_VALUE,
    K_KIND,
    K_OFFSET,
    LINK_FEXIT,
    LINK_KPROBE,
    LINK_KRETPROBE,
    LINK_MULTI,
    LINK_RAW_TP,
    LINK_SYSCALL,
    LINK_TRACEPOINT,
    LINK_URETPROBE,
    S_ADDRESS,
    S_ARGS,
    S_KIND,
    S_NR_ARGS,
    S_NR_RAW,
    S_RAW,
    S_RECORD_BYTES,
    S_REGS,
    SITE_SYS_ENTER,
    SITE_USER,
    T_STRUCT,
    V_A0,
    V_NR,
    V_REGS,
    V_RET,
    VAR_CURRENT,
    X_RETURN,
)

__all__ = ["PT_REGS_BYTES", "build_context"]

PT_REGS_BYTES = 168
_AX, _ORIG_AX, _IP, _CS = 80, 120, 128, 136
_KERNEL_CS, _USER_CS = 0x10, 0x33
_BREAKPOINT_BYTES, _CALL_BYTES = (
    1,
    5,
)  # what regs->ip is behind: as if of a breakpoint, ftrace's call
_R10, _R10_ARG = 56, 3  # a system call has its fourth argument there
_STRING_BYTES = 64
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


@compiled("int64(int64,int64)", inline=True)
def _pointed(m: int, address: int) -> int:
    """Return the host address of kernel memory."""
    return load64(m + H_REGION) + (address & 0xFFFFFFFF)


@compiled("int64(int64,int64,int64)", inline=True)
def _pointer(c: int, x: int, variable: int) -> int:
    """Return a variable's value, or the current task's struct."""
    if variable != VAR_CURRENT:
        return load64(x + variable)
    task = load64(c + C_TASK)
    if task == 0:
        task = load64(c + C_IDLE_TASK)
    return load64(task + T_STRUCT)


@compiled("void(int64,int64,int64,int64,int64,int64)")
def _from_memory(m: int, c: int, x: int, at: int, row: int, end: int) -> None:
    """Copy a member of what a variable points to; a string goes behind the record, to *end*."""
    pointer = _pointer(c, x, load64(row + ARG_VAR))
    if pointer == 0:
        return
    member = _pointed(m, pointer + load64(row + ARG_OFFSET))
    if load64(row + ARG_HOW) == HOW_MEMBER:
        copy_bytes(at + load64(row + ARG_AT), member, load64(row + ARG_BYTES))
        return
    text = _pointed(m, load64(member))
    n = 0
    while n < _STRING_BYTES - 1 and load8(text + n) != 0:
        store8(at + end + n, load8(text + n))
        n += 1
    store8(at + end + n, 0)
    store32(at + load64(row + ARG_AT), (n + 1) << 16 | end)


@compiled("void(int64,int64,int64,int64,int64)", inline=True)
def _fields(m: int, c: int, at: int, x: int, s: int) -> None:
    row = load64(s + S_ARGS)
    for _ in range(load64(s + S_NR_ARGS)):
        if load64(row + ARG_HOW) == HOW_VALUE:
            _put(
                at + load64(row + ARG_AT),
                load64(row + ARG_BYTES),
                load64(x + load64(row + ARG_VAR)),
            )
        else:
            _from_memory(m, c, x, at, row, load64(s + S_RECORD_BYTES))
        row += ARG_ROW_BYTES


@compiled("void(int64,int64,int64,int64,int64,int64)", inline=True)
def _regs(m: int, c: int, at: int, x: int, s: int, offset: int) -> None:
    fill_bytes(at, 0, PT_REGS_BYTES)
    _fields(m, c, at, x, s)
    store64(at + _IP, load64(s + S_ADDRESS) + offset)
    store64(at + _CS, _KERNEL_CS)
    store64(at + _ORIG_AX, -1)


@compiled("int64(int64,int64,int64,int64)")
def _trampoline(at: int, x: int, s: int, link_kind: int) -> int:
    """Arguments as 64-bit words, the return value behind them, their number before them."""
    nr = load64(s + S_NR_ARGS)
    row = load64(s + S_ARGS)
    store64(at, nr)
    for i in range(nr):
        store64(at + 8 + 8 * i, load64(x + load64(row + ARG_VAR)))
        row += ARG_ROW_BYTES
    store64(at + 8 + 8 * nr, load64(x + V_RET) if link_kind == LINK_FEXIT else 0)
    return 8


@compiled("void(int64,int64,int64)")
def _raw(at: int, x: int, s: int) -> None:
    """What a raw tracepoint passes, as 64-bit words."""
    for i in range(load64(s + S_NR_RAW)):
        store64(at + 8 * i, load64(x + load64(load64(s + S_RAW) + 8 * i)))


@compiled("void(int64,int64)")
def _syscall_regs(m: int, x: int) -> None:
    """Fill in the registers that the system call came with (the task's pt_regs)."""
    at = load64(m + H_REGION) + (load64(x + V_REGS) & 0xFFFFFFFF)
    for i in range(6):
        register = _ARG_OFFSETS[i] if i != _R10_ARG else _R10
        store64(at + register, load64(x + V_A0 + 8 * i))
    store64(at + _ORIG_AX, load64(x + V_NR))
    store64(at + _AX, load64(x + V_RET))
    store64(at + _CS, _USER_CS)


@compiled("int64(int64,int64,int64,int64,int64,int64)", inline=True)
def build_context(m: int, c: int, at: int, x: int, s: int, k: int) -> int:
    """Build the context at host address *at* for link *k*'s program at a hit of site *s*.

    A function site's arguments are registers (its field table says which variable goes where);
    a system call tracepoint's record has the number at 8 and arguments or result from 16.

    Returns:
        How far behind *at* the context begins.
    """
    link_kind = load64(k + K_KIND)
    if load64(s + S_REGS) != 0:
        _syscall_regs(m, x)
    if load64(s + S_KIND) >= SITE_USER:
        _regs(m, c, at, x, s, 0)
        store64(at + _CS, _USER_CS)
        if link_kind == LINK_URETPROBE:
            store64(at + _AX, load64(x + V_RET))
        return 0
    if link_kind <= LINK_KRETPROBE or link_kind >= LINK_MULTI:
        if load64(x + X_RETURN) == 1:
            _regs(m, c, at, x, s, 0)
            store64(at + _AX, load64(x + V_RET))
        else:
            behind = _BREAKPOINT_BYTES if link_kind == LINK_KPROBE else _CALL_BYTES
            _regs(m, c, at, x, s, load64(k + K_OFFSET) + behind)
    elif link_kind == LINK_SYSCALL:
        store64(at, 0)
        store64(at + 8, load64(x + V_NR))
        if load64(s + S_KIND) == SITE_SYS_ENTER:
            for i in range(6):
                store64(at + 16 + 8 * i, load64(x + V_A0 + 8 * i))
        else:
            store64(at + 16, load64(x + V_RET))
    elif link_kind == LINK_RAW_TP:
        _raw(at, x, s)
    elif link_kind == LINK_TRACEPOINT:
        fill_bytes(at, 0, load64(s + S_RECORD_BYTES))
        _fields(m, c, at, x, s)
    else:
        return _trampoline(at, x, s, link_kind)
    return 0
