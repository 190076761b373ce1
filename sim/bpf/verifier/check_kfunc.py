"""Calls of kernel functions.

Answers to ``check_kfunc_call``.
"""

from __future__ import annotations

from sim.bpf.isa import Insn
from sim.bpf.verifier.env import Env, NotModelled
from sim.bpf.verifier.print_insn import kfunc_name

__all__ = ["check_kfunc_call"]


def check_kfunc_call(env: Env, insn: Insn) -> None:
    """Walk a call of a kernel function."""
    if insn.imm == 0:
        env.insn_idx += 1
        return
    raise NotModelled(f"kernel function {kfunc_name(env, insn)}")
