"""The kernel's call stack, as a helper that walks it finds it (arch/x86/kernel/unwind_orc.c).

Newest first: the function that was hit, then an address in each caller, behind its call; an
interrupt's stack is followed by what it interrupted. Below a system call's function lie the two
functions by which every system call comes in.

**Rule:** an address lies in the function that it belongs to, a place of its own for every call
in it; there are no instructions there.

**Not modelled:** frames of the tracer itself (the kernel skips its trampolines as well); the
functions between an interrupt's vector and its handler.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.engine.state import H_CONFIG, H_FUNCTIONS
from sim.kernel.build import MAX_KERNEL_STACK
from sim.kernel.kallsyms import FUNCTION_BYTES
from sim.kernel.layout import (
    CF_STACK_BASE,
    FN_ADDRESS,
    FN_BYTES,
    FN_START_OP,
    FRAME_WORDS,
    LEVEL_TASK,
    MODE_KERNEL,
    X_FRAMES,
    X_LEVEL,
    X_MODE,
    X_PREV,
    X_SP,
    X_TASK,
)

__all__ = ["build_kernel_stack"]

_BYTES_PER_OP = 8
_NR_BASE = 2  # entry_SYSCALL_64_after_hwframe, do_syscall_64


@compiled("int64(int64,int64,int64)", inline=True)
def _push(stack: int, n: int, address: int) -> int:
    if n < MAX_KERNEL_STACK:
        store64(stack + 8 + 8 * n, address)
        return n + 1
    return n


@compiled("int64(int64,int64,int64,int64)")
def _push_context(m: int, x: int, stack: int, n: int) -> int:
    """Append the frames of one context, newest first; return the new number of entries."""
    functions = load64(m + H_FUNCTIONS)
    inner = -1  # where the frame above was called from
    for i in range(load64(x + X_SP) - 1, -1, -1):
        frame = x + X_FRAMES + 8 * FRAME_WORDS * i
        function = functions + load64(frame + 8) * FN_BYTES
        address = load64(function + FN_ADDRESS)
        if address >= 0:
            break  # a function of user space: so are those that called it
        if inner >= 0:
            behind = _BYTES_PER_OP * (inner + 1 - load64(function + FN_START_OP))
            address += behind if behind < FUNCTION_BYTES else FUNCTION_BYTES - 1
        n = _push(stack, n, address)
        inner = load64(frame)
    return n


@compiled("void(int64,int64,int64,int64)")
def build_kernel_stack(m: int, c: int, x: int, stack: int) -> None:
    """Write the stack of context *x* to host address *stack*: how many entries, then them."""
    n = 0
    while x != 0:
        n = _push_context(m, x, stack, n)
        if load64(x + X_LEVEL) == LEVEL_TASK:
            if load64(x + X_TASK) != 0 and load64(x + X_MODE) == MODE_KERNEL:
                for i in range(_NR_BASE):
                    n = _push(stack, n, load64(load64(m + H_CONFIG) + CF_STACK_BASE + 8 * i))
            break
        x = load64(x + X_PREV)
    store64(stack, n)
