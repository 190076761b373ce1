"""Frames: calls inside a program, helpers that call back, tail calls (kernel/bpf/core.c).

A call pushes a frame (`sim.bpf.run_state`) and gets a stack of its own, 512 bytes below the
caller's. A helper that calls back pushes one too and hands over to its *step*: an exported
function of (run state, frame) that either prepares the next call of the callback (R1–R5 set;
returns 1) or ends the helper (R0 set; returns 0), and that is asked again each time the callback
returns. A tail call starts another program in the frame of its caller.

Function addresses (``BPF_PSEUDO_FUNC``) are simulated ones: `FUNC_BASE` and 8 for each slot.

**Rule:** at most `MAX_FRAMES` frames, as in the kernel; who pushes checks it.

**Not modelled:** the callee's smaller stacks (every frame has 512 bytes), callbacks that sleep.
"""

from __future__ import annotations

from sim.base.compile import call2, compiled
from sim.base.memory import load64, store64
from sim.bpf.maps.layout import M_MAX_ENTRIES, M_PROGS, M_TYPE, map_of
from sim.bpf.run_state import (
    COUNTS,
    F_PC,
    F_PROG,
    F_R10,
    F_STATE,
    F_STEP,
    FRAME_BYTES,
    MAX_FRAMES,
    MAX_TAIL_CALL_CNT,
    R_DEPTH,
    R_FRAMES,
    R_PROG,
    R_REGS,
    R_TAILS,
    STACK_BYTES,
    count,
)

__all__ = ["FUNC_BASE", "begin_callback", "func_address", "push_frame", "returned", "tail_call"]

FUNC_BASE = 0xFFFFFFFF8C000000 - (1 << 64)

_PROG_ARRAY = 3
_TAIL_CALL = COUNTS.index("prog.tail_call")


def func_address(insn_idx: int) -> int:
    """Return the address, signed, that a program gets for its function at slot *insn_idx*."""
    return FUNC_BASE + 8 * insn_idx


@compiled("int64(int64,int64,int64)", inline=True)
def push_frame(run: int, pc: int, step: int) -> int:
    """Keep what the caller needs to go on at *pc*; return the frame, or 0 if it is one too many."""
    depth = load64(run + R_DEPTH)
    if depth + 1 >= MAX_FRAMES:
        return 0
    regs = run + R_REGS
    frame = run + R_FRAMES + depth * FRAME_BYTES
    for i in range(4):
        store64(frame + 8 * i, load64(regs + 48 + 8 * i))
    store64(frame + F_PC, pc)
    store64(frame + F_R10, load64(regs + 80))
    store64(frame + F_PROG, load64(run + R_PROG))
    store64(frame + F_STEP, step)
    store64(regs + 80, load64(regs + 80) - STACK_BYTES)
    store64(run + R_DEPTH, depth + 1)
    return frame


@compiled("int64(int64,int64)")
def _pop(run: int, frame: int) -> int:
    regs = run + R_REGS
    for i in range(4):
        store64(regs + 48 + 8 * i, load64(frame + 8 * i))
    store64(regs + 80, load64(frame + F_R10))
    store64(run + R_DEPTH, load64(run + R_DEPTH) - 1)
    return load64(frame + F_PC)


@compiled("int64(int64,int64)")
def _step(run: int, frame: int) -> int:
    """Ask the helper behind *frame* what comes next; return the slot to go on at."""
    if call2(load64(frame + F_STEP), run, frame) == 1:
        return load64(frame + F_STATE)
    return _pop(run, frame)


@compiled("int64(int64)")
def returned(run: int) -> int:
    """End the innermost function: return the slot to go on at, in the program then in R_PROG."""
    frame = run + R_FRAMES + (load64(run + R_DEPTH) - 1) * FRAME_BYTES
    store64(run + R_PROG, load64(frame + F_PROG))
    if load64(frame + F_STEP) != 0:
        return _step(run, frame)
    return _pop(run, frame)


@compiled("int64(int64,int64,int64,int64)")
def begin_callback(run: int, pc: int, step: int, slot: int) -> int:
    """Call a helper that calls back the function at *slot*.

    Returns:
        The slot to go on at, −1 if there is one frame too many.
    """
    frame = push_frame(run, pc, step)
    if frame == 0:
        return -1
    store64(frame + F_STATE, slot)
    for i in range(1, 4):
        store64(frame + F_STATE + 8 * i, 0)
    return _step(run, frame)


@compiled("int64(int64)")
def tail_call(run: int) -> int:
    """``long bpf_tail_call(ctx, prog_array, index)``: put the next program into R_PROG.

    Returns:
        1, or 0 when the call falls through: no such program, or 33 tail calls were made.
    """
    count(run, _TAIL_CALL, 1)
    bmap = map_of(run, load64(run + R_REGS + 16))
    index = load64(run + R_REGS + 24) & 0xFFFFFFFF
    if bmap == 0 or load64(bmap + M_TYPE) != _PROG_ARRAY:
        return 0
    if index >= load64(bmap + M_MAX_ENTRIES) or load64(run + R_TAILS) >= MAX_TAIL_CALL_CNT:
        return 0
    # the kernel counts the attempt before it looks whether the slot is filled
    store64(run + R_TAILS, load64(run + R_TAILS) + 1)
    program = load64(load64(bmap + M_PROGS) + 8 * index)
    if program == 0:
        return 0
    store64(run + R_PROG, program)
    return 1
