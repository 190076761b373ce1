"""The kernel's call stack, as return addresses, newest first (arch/x86/events/core.c).

A context's frames say which operation called which function. A return address lies in the caller,
as far from its start as the call is from its first operation. A kprobe's stack starts one byte
into the function, a return probe's with the caller; a system call tracepoint's has nothing of the
kernel, for perf gives it user registers. A program that no registers come with (fentry and its
kin, raw tracepoints) finds itself first, then the trampoline or ``bpf_trace_run…``. Behind an
interrupt's frames come those of what it interrupted.

**Rule:** programs ask through the run state (`R_UNWIND`), at the time of the call.

**Not modelled:** frames of BPF functions that a program calls, of interrupt and system call entry
(but for the last two), and of the scheduler, whose stack is that of the task that called it.
"""

from __future__ import annotations

from sim.base.compile import compiled, exported
from sim.base.memory import load64, store64
from sim.bpf.members import KR_ENTRY
from sim.bpf.region import signed_address
from sim.bpf.run_state import R_CONTEXT, R_CPU_AT, R_KERNEL, R_KSTACK
from sim.engine.state import H_CODE, H_FUNCTIONS, H_LINKS, H_NR_TASKS, H_SITES, H_TASKS
from sim.kernel.kallsyms import (
    FUNCTION_BYTES,
    JIT_BYTES,
    PROG_TEXT,
    TRACE_RUN_TEXT,
    TRAMPOLINE_TEXT,
)
from sim.kernel.layout import (
    C_CTX,
    C_SCHED_CTX,
    C_TASK,
    FN_BYTES,
    FN_ENTRY,
    FRAME_WORDS,
    K_KIND,
    K_PROG,
    LINK_BYTES,
    LINK_FENTRY,
    LINK_FEXIT,
    LINK_FMOD_RET,
    LINK_KPROBE,
    LINK_MULTI,
    LINK_RAW_TP,
    LINK_SESSION,
    LINK_SYSCALL,
    LINK_TRACEPOINT,
    MODE_KERNEL,
    OP_BYTES,
    S_ADDRESS,
    S_NR_RAW,
    SITE_BYTES,
    T_CTX,
    T_STRUCT,
    TASK_BYTES,
    X_FRAMES,
    X_LEVEL,
    X_LINK,
    X_MODE,
    X_OP,
    X_PREV,
    X_SITE,
    X_SP,
)

__all__ = ["KSTACK_BYTES", "MAX_STACK_DEPTH", "unwind"]

MAX_STACK_DEPTH = 127
KSTACK_BYTES = 8 * (1 + MAX_STACK_DEPTH)
# return addresses: where a program calls a helper, where its caller calls it
PROG_AT = signed_address(PROG_TEXT + 0x74)
TRAMPOLINE_AT = signed_address(TRAMPOLINE_TEXT + 0x40)
TRACE_RUN_AT = signed_address(TRACE_RUN_TEXT + 0x4A)
_LAST_OFFSET = 251  # of a return address in its function
_CALL_BYTES = 5


@compiled("void(int64,int64)", inline=True)
def _push(stack: int, address: int) -> None:
    nr = load64(stack)
    if nr < MAX_STACK_DEPTH:
        store64(stack + 8 + 8 * nr, address)
        store64(stack, nr + 1)


@compiled("int64(int64,int64)", inline=True)
def _frame(x: int, i: int) -> int:
    return x + X_FRAMES + 8 * FRAME_WORDS * i


@compiled("void(int64,int64,int64,int64)")
def _push_return(m: int, stack: int, frame: int, op: int) -> None:
    """Add the address behind operation *op* of the function that *frame* entered."""
    called_at = load64(m + H_CODE) + load64(frame) * OP_BYTES
    entry = load64(load64(m + H_FUNCTIONS) + load64(frame + 8) * FN_BYTES + FN_ENTRY)
    address = load64(load64(m + H_SITES) + entry * SITE_BYTES + S_ADDRESS)
    offset = _CALL_BYTES * (op - load64(called_at + 8) + 1)
    if offset < _CALL_BYTES or offset > _LAST_OFFSET:
        offset = _LAST_OFFSET
    _push(stack, address + offset)


@compiled("void(int64,int64,int64,int64)")
def _push_frames(run: int, stack: int, x: int, sp: int) -> None:
    """Add the callers of the innermost of *sp* frames, and what called the first of them."""
    m = load64(run + R_CONTEXT)
    i = sp - 1
    while i >= 1:
        _push_return(m, stack, _frame(x, i - 1), load64(_frame(x, i)))
        i -= 1
    if load64(x + X_LEVEL) == 0:
        record = load64(run + R_KERNEL)
        _push(stack, load64(record + KR_ENTRY))
        _push(stack, load64(record + KR_ENTRY + 8))


@compiled("void(int64,int64,int64)")
def _push_context(run: int, stack: int, x: int) -> None:
    """Add where a context stands, and its callers."""
    m = load64(run + R_CONTEXT)
    sp = load64(x + X_SP)
    if load64(x + X_MODE) != MODE_KERNEL or sp == 0:
        return
    _push_return(m, stack, _frame(x, sp - 1), load64(x + X_OP))
    _push_frames(run, stack, x, sp)


@compiled("void(int64,int64,int64)", inline=True)
def _push_prog(m: int, stack: int, x: int) -> None:
    prog = load64(load64(m + H_LINKS) + load64(x + X_LINK) * LINK_BYTES + K_PROG)
    _push(stack, PROG_AT + prog * JIT_BYTES)


@compiled("void(int64,int64,int64)")
def _push_hit(run: int, stack: int, x: int) -> None:
    """Add where the hit of a running program is, and its callers."""
    m = load64(run + R_CONTEXT)
    kind = load64(load64(m + H_LINKS) + load64(x + X_LINK) * LINK_BYTES + K_KIND)
    sp = load64(x + X_SP)
    site = load64(m + H_SITES) + load64(x + X_SITE) * SITE_BYTES
    if kind == LINK_SYSCALL or (sp == 0 and load64(x + X_MODE) != MODE_KERNEL):
        return
    if kind in (LINK_FENTRY, LINK_FEXIT, LINK_FMOD_RET):
        _push_prog(m, stack, x)
        _push(stack, TRAMPOLINE_AT + load64(x + X_SITE) * JIT_BYTES)
        _push(stack, load64(site + S_ADDRESS) + _CALL_BYTES)
    elif kind == LINK_RAW_TP:
        _push_prog(m, stack, x)
        nr_args = max(load64(site + S_NR_RAW), 1)
        _push(stack, TRACE_RUN_AT + (nr_args - 1) * FUNCTION_BYTES)
    if kind == LINK_KPROBE:
        _push(stack, load64(site + S_ADDRESS) + 1)
    elif kind in (LINK_MULTI, LINK_SESSION):
        _push(stack, load64(site + S_ADDRESS) + _CALL_BYTES)
    elif kind in (LINK_RAW_TP, LINK_TRACEPOINT) and sp > 0:
        _push_return(m, stack, _frame(x, sp - 1), load64(x + X_OP))
    _push_frames(run, stack, x, sp)


@compiled("int64(int64,int64)")
def _context_of(m: int, struct: int) -> int:
    """Return the context of the task whose task_struct is given, 0 if there is none."""
    task = load64(m + H_TASKS)
    for _ in range(load64(m + H_NR_TASKS)):
        if load64(task + T_STRUCT) == struct:
            return task + T_CTX
        task += TASK_BYTES
    return 0


@exported("int64(int64,int64)")
def unwind(run: int, struct: int) -> int:
    """Write a call stack to the run's ``R_KSTACK``: how many addresses, then the addresses.

    Args:
        run: The run state.
        struct: Simulated address of the task_struct whose stack it is; 0 for the hit's own.

    Returns:
        Host address of the stack.
    """
    m, c, stack = load64(run + R_CONTEXT), load64(run + R_CPU_AT), load64(run + R_KSTACK)
    store64(stack, 0)
    if struct != 0:
        x = _context_of(m, struct)
        if x != 0:
            _push_context(run, stack, x)
        return stack
    x = load64(c + C_CTX)
    kind = load64(load64(m + H_LINKS) + load64(x + X_LINK) * LINK_BYTES + K_KIND)
    _push_hit(run, stack, x)
    while load64(x + X_LEVEL) > 0 and kind != LINK_SYSCALL:
        x = load64(x + X_PREV)
        _push_context(run, stack, x)
    if x == load64(c + C_SCHED_CTX) and load64(c + C_TASK) != 0:
        _push_context(run, stack, load64(c + C_TASK) + T_CTX)
    return stack
