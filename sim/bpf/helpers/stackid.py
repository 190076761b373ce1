"""bpf_get_stackid (kernel/bpf/stackmap.c).

**Rule:** stacks are those that bpf_get_stack gives (`R_KSTACK`, `R_USTACK` of the run state); an
empty one cannot be told (−EFAULT).

**Not modelled:** build ids; ``kernel.perf_event_max_stack`` other than 127.
"""

from __future__ import annotations

from sim.base.memory import load64
from sim.bpf.helpers.probe import BPF_F_SKIP_FIELD_MASK, BPF_F_USER_STACK
from sim.bpf.helpers.table import arg, helper
from sim.bpf.maps.layout import (
    EFAULT,
    EINVAL,
    M_INDEX,
    M_TYPE,
    M_VALUE_BYTES,
    STACK_TRACE,
    map_of,
)
from sim.bpf.maps.ops import count_refused
from sim.bpf.maps.stack_trace import BPF_F_FAST_STACK_CMP, BPF_F_REUSE_STACKID, put_stack
from sim.bpf.run_state import COUNTS, R_KSTACK, R_USTACK, count, note

__all__ = ["NOTE_STACKID", "PERF_MAX_STACK_DEPTH"]

NOTE_STACKID = 27
PERF_MAX_STACK_DEPTH = 127

_CALL = COUNTS.index("helper.call")
_STACKID = COUNTS.index("helper.get_stackid")
_KNOWN = BPF_F_SKIP_FIELD_MASK | BPF_F_USER_STACK | BPF_F_FAST_STACK_CMP | BPF_F_REUSE_STACKID


@helper(27, "bpf_get_stackid", 3)
def get_stackid(run: int) -> int:
    """``long bpf_get_stackid(ctx, map, flags)``: the stack's id, or a negative errno."""
    count(run, _CALL, 1)
    count(run, _STACKID, 1)
    bmap = map_of(run, arg(run, 2))
    flags = arg(run, 3)
    if bmap == 0 or load64(bmap + M_TYPE) != STACK_TRACE or flags & ~_KNOWN != 0:
        return -EINVAL
    skip = flags & BPF_F_SKIP_FIELD_MASK
    stack = load64(run + R_USTACK) if flags & BPF_F_USER_STACK else load64(run + R_KSTACK)
    depth = min(load64(bmap + M_VALUE_BYTES) // 8 + skip, PERF_MAX_STACK_DEPTH)
    nr = min(load64(stack), depth) if stack != 0 else 0
    if nr <= skip:
        return -EFAULT
    result = put_stack(run, bmap, stack + 8 + 8 * skip, nr - skip, flags)
    count_refused(bmap, result)
    note(run, NOTE_STACKID, load64(bmap + M_INDEX), result)
    return result
