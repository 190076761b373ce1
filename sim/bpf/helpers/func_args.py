"""Helpers on what a trampoline keeps of the traced function (kernel/trace/bpf_trace.c).

A trampoline's context holds the arguments, then the function's result (where it has returned);
the word before it says how many arguments there are. What an LSM hook will return is the run's.

**Rule:** who builds the context says whether it has a result (`R_HAS_RET`).

**Not modelled:** arguments wider than a word.
"""

from __future__ import annotations

from sim.base.arith import sext32, ult64
from sim.base.compile import compiled
from sim.base.memory import load64, store64
from sim.bpf.helpers.table import arg, helper
from sim.bpf.maps.layout import EFAULT, EINVAL, EOPNOTSUPP
from sim.bpf.region import is_mapped
from sim.bpf.run_state import COUNTS, R_BASE, R_HAS_RET, R_PAGES, R_RETVAL, count

__all__: list[str] = []

_CALL = COUNTS.index("helper.call")
_ARG = COUNTS.index("helper.get_func_arg")
_RETVAL = COUNTS.index("helper.retval")
_MOST_ARGS = 12


@compiled("int64(int64)")
def _args_at(run: int) -> int:
    """Return the host address of the context's word before the first argument, 0: there is none."""
    ctx = arg(run, 1)
    if is_mapped(load64(run + R_PAGES), ctx - 8, 8 * (_MOST_ARGS + 2)) == 0:
        return 0
    return load64(run + R_BASE) + ((ctx - 8) & 0xFFFFFFFF)


@compiled("int64(int64,int64,int64)")
def _give(run: int, number: int, to: int) -> int:
    """Copy word *number* of the context to simulated address *to*."""
    if is_mapped(load64(run + R_PAGES), to, 8) == 0 or not 0 <= number <= _MOST_ARGS:
        return -EFAULT
    base = load64(run + R_BASE)
    word = load64(base + ((arg(run, 1) + 8 * number) & 0xFFFFFFFF))
    store64(base + (to & 0xFFFFFFFF), word)
    return 0


@helper(183, "bpf_get_func_arg", 3)
def get_func_arg(run: int) -> int:
    """``long bpf_get_func_arg(ctx, n, value)``: 0; −EINVAL if there is no such argument."""
    count(run, _CALL, 1)
    count(run, _ARG, 1)
    at = _args_at(run)
    if at == 0:
        return -EFAULT
    number = arg(run, 2) & 0xFFFFFFFF
    return _give(run, number, arg(run, 3)) if ult64(number, load64(at)) else -EINVAL


@helper(184, "bpf_get_func_ret", 2)
def get_func_ret(run: int) -> int:
    """``long bpf_get_func_ret(ctx, value)``: 0; −EOPNOTSUPP before the function has returned."""
    count(run, _CALL, 1)
    count(run, _ARG, 1)
    if load64(run + R_HAS_RET) == 0:
        return -EOPNOTSUPP
    at = _args_at(run)
    return -EFAULT if at == 0 else _give(run, load64(at), arg(run, 2))


@helper(185, "bpf_get_func_arg_cnt", 1)
def get_func_arg_cnt(run: int) -> int:
    """``long bpf_get_func_arg_cnt(ctx)``: how many arguments there are."""
    count(run, _CALL, 1)
    count(run, _ARG, 1)
    at = _args_at(run)
    return -EFAULT if at == 0 else load64(at)


@helper(186, "bpf_get_retval", 0)
def get_retval(run: int) -> int:
    """``int bpf_get_retval(void)``: what the hook returns as things stand."""
    count(run, _CALL, 1)
    count(run, _RETVAL, 1)
    return load64(run + R_RETVAL)


@helper(187, "bpf_set_retval", 1)
def set_retval(run: int) -> int:
    """``int bpf_set_retval(int retval)``: 0; the hook returns *retval*."""
    count(run, _CALL, 1)
    count(run, _RETVAL, 1)
    store64(run + R_RETVAL, sext32(arg(run, 1)))
    return 0
