"""bpf_loop and bpf_tail_call: helpers that decide which code goes on.

Answers to ``kernel/bpf/bpf_iter.c`` and ``core.c``.

**Rule:** a callback gets R1 = iteration, R2 = what R3 of the call was, R3–R5 = 0.

**Not modelled:** the price of a bpf_loop that the kernel could not inline.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.bpf.frames import tail_call
from sim.bpf.helpers.table import KIND_CALLBACK, KIND_TAIL_CALL, arg, helper
from sim.bpf.maps.layout import E2BIG, EINVAL
from sim.bpf.run_state import COUNTS, F_STATE, R_REGS, count

__all__ = [
    "BPF_LOOP",
    "BPF_MAX_LOOPS",
    "L_CTX",
    "L_NEXT",
    "L_NR",
    "bpf_loop",
    "bpf_tail_call",
]

BPF_LOOP = 181
BPF_MAX_LOOPS = 1 << 23

_LOOP = COUNTS.index("helper.loop")
_ITERATION = COUNTS.index("helper.loop_iteration")

# The frame's own words, behind the callback's slot.
L_NEXT = F_STATE + 8  # iteration that comes next + 1, 0 before the first
L_NR = F_STATE + 16
L_CTX = F_STATE + 24


@compiled("int64(int64,int64)")
def _end(run: int, result: int) -> int:
    store64(run + R_REGS, result)
    return 0


@helper(BPF_LOOP, "bpf_loop", 4, kind=KIND_CALLBACK)
def bpf_loop(run: int, frame: int) -> int:
    """``long bpf_loop(nr_loops, callback_fn, callback_ctx, flags)``: iterations done."""
    done = load64(frame + L_NEXT)
    if done == 0:
        count(run, _LOOP, 1)
        nr_loops = arg(run, 1) & 0xFFFFFFFF
        if arg(run, 4) != 0:
            return _end(run, -EINVAL)
        if nr_loops > BPF_MAX_LOOPS:
            return _end(run, -E2BIG)
        store64(frame + L_NR, nr_loops)
        store64(frame + L_CTX, arg(run, 3))
    elif load64(run + R_REGS) != 0:
        return _end(run, done)
    if done == load64(frame + L_NR):
        return _end(run, done)
    count(run, _ITERATION, 1)
    store64(frame + L_NEXT, done + 1)
    store64(run + R_REGS + 8, done)
    store64(run + R_REGS + 16, load64(frame + L_CTX))
    for i in range(3, 6):
        store64(run + R_REGS + 8 * i, 0)
    return 1


@helper(12, "bpf_tail_call", 3, kind=KIND_TAIL_CALL)
def bpf_tail_call(run: int) -> int:
    """``long bpf_tail_call(ctx, prog_array, index)``: comes back only when it falls through."""
    return tail_call(run)
