"""Helpers about the hook that a program runs for: function, cookie (kernel/trace/bpf_trace.c).

**Rule:** who prepares a run says which function and which cookie.

**Not modelled:** a kprobe inside of a function, for which bpf_get_func_ip returns 0.
"""

from __future__ import annotations

from sim.base.memory import load64
from sim.bpf.helpers.table import helper
from sim.bpf.run_state import COUNTS, R_COOKIE, R_FUNC_IP, count

__all__: list[str] = []

_CALL = COUNTS.index("helper.call")
_HOOK = COUNTS.index("helper.get_func_ip")


@helper(173, "bpf_get_func_ip", 1)
def get_func_ip(run: int) -> int:
    """``u64 bpf_get_func_ip(ctx)``: the address of the traced function."""
    count(run, _CALL, 1)
    count(run, _HOOK, 1)
    return load64(run + R_FUNC_IP)


@helper(174, "bpf_get_attach_cookie", 1)
def get_attach_cookie(run: int) -> int:
    """``u64 bpf_get_attach_cookie(ctx)``: what user space gave with the link, 0 for nothing."""
    count(run, _CALL, 1)
    count(run, _HOOK, 1)
    return load64(run + R_COOKIE)
