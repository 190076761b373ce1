"""bpf_spin_lock, bpf_spin_unlock, bpf_kptr_xchg (kernel/bpf/helpers.c).

**Rule:** between two visible helpers a run is alone, and no visible helper is called under a lock,
so a lock is always free when it is asked for.

**Not modelled:** waiting for a lock, which the kernel's CPUs may have to; its price is that of a
free one.
"""

from __future__ import annotations

from sim.base.memory import load64, store32, store64
from sim.bpf.helpers.table import arg, helper
from sim.bpf.run_state import COUNTS, R_BASE, count

__all__: list[str] = []

_CALL = COUNTS.index("helper.call")
_LOCK = COUNTS.index("helper.spin_lock")
_XCHG = COUNTS.index("helper.kptr_xchg")


@helper(93, "bpf_spin_lock", 1)
def spin_lock(run: int) -> int:
    """``long bpf_spin_lock(lock)``: take a lock in a map's value."""
    count(run, _CALL, 1)
    count(run, _LOCK, 1)
    store32(load64(run + R_BASE) + (arg(run, 1) & 0xFFFFFFFF), 1)
    return 0


@helper(94, "bpf_spin_unlock", 1)
def spin_unlock(run: int) -> int:
    """``long bpf_spin_unlock(lock)``: give it back."""
    count(run, _CALL, 1)
    store32(load64(run + R_BASE) + (arg(run, 1) & 0xFFFFFFFF), 0)
    return 0


@helper(194, "bpf_kptr_xchg", 2)
def kptr_xchg(run: int) -> int:
    """``void *bpf_kptr_xchg(map_value, ptr)``: what was there before."""
    count(run, _CALL, 1)
    count(run, _XCHG, 1)
    at = load64(run + R_BASE) + (arg(run, 1) & 0xFFFFFFFF)
    before = load64(at)
    store64(at, arg(run, 2))
    return before
