"""References: acquired, released, and never to be lost.

Answers to ``acquire_reference_state``, ``release_reference`` and ``check_reference_leak``.

**Rule:** a callback may release only what it acquired itself.

**Not modelled:** references to locks and interrupts, which came after 6.1.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf.verifier.env import Env, Rejected
from sim.bpf.verifier.packets import each_reg
from sim.bpf.verifier.reg import NOT_INIT_REG, Reg, unknown_reg
from sim.bpf.verifier.state import FuncState, Ref

__all__ = ["acquire_reference", "check_reference_leak", "has_reference", "release_reference"]


def acquire_reference(env: Env, insn_idx: int) -> int:
    """Have one reference more; return its id."""
    frame = env.frame
    ident = env.new_id()
    callback_ref = frame.frameno if frame.in_callback_fn else 0
    frame.refs = (*frame.refs, Ref(ident, insn_idx, callback_ref))
    return ident


def has_reference(frame: FuncState, ident: int) -> bool:
    """Say whether a frame holds a reference."""
    return any(ref.id == ident for ref in frame.refs)


def release_reference(env: Env, ident: int) -> bool:
    """Give a reference back and forget all pointers that stand for it.

    Returns:
        Whether there was one that this frame may release.
    """
    frame = env.frame
    refs = list(frame.refs)
    at = next((i for i, ref in enumerate(refs) if ref.id == ident), -1)
    if at < 0 or (frame.in_callback_fn and refs[at].callback_ref != frame.frameno):
        return False
    refs[at] = refs[-1]
    frame.refs = tuple(refs[:-1])

    def forget(reg: Reg) -> Reg:
        if reg.ref_obj_id != ident:
            return reg
        return unknown_reg() if env.allow_ptr_leaks else NOT_INIT_REG

    each_reg(env.cur, forget)
    return True


def check_reference_leak(env: Env) -> None:
    """Refuse to leave with a reference that nobody released."""
    frame = env.frame
    if frame.frameno and not frame.in_callback_fn:
        return
    leaked = False
    for ref in frame.refs:
        if frame.in_callback_fn and ref.callback_ref != frame.frameno:
            continue
        env.verbose(f"Unreleased reference id={ref.id} alloc_insn={ref.insn_idx}\n")
        leaked = True
    if leaked:
        raise Rejected(errnos.EINVAL)
