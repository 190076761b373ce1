"""Instructions of a program in the log, with what it knows of them.

Answers to the callbacks that ``kernel/bpf/verifier.c`` gives ``print_bpf_insn``.

**Rule:** maps and functions print as the kernel prints them for who may see addresses.

**Not modelled:** addresses of a real kernel: those shown are simulated.
"""

from __future__ import annotations

from sim.bpf import isa
from sim.bpf.isa import Insn
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.insn_text import insn_text
from sim.versions.features import Feature

_ALU = (isa.BPF_ALU, isa.BPF_ALU64)

__all__ = ["env_insn_text", "kfunc_name"]


def kfunc_name(env: Env, insn: Insn) -> str:
    """Return the name of the kernel function that a call calls."""
    btf = env.kernel.btf
    return btf[insn.imm].name if 0 < insn.imm < len(btf) else "<invalid>"


def env_insn_text(env: Env, idx: int) -> str:
    """Print an instruction as the log does."""
    insn = env.insns[idx]
    if insn.is_x and insn.insn_class in _ALU and Feature.ISA_V4 not in env.features:
        insn = insn._replace(off=0)  # means nothing yet
    if insn.opcode == isa.CALL and insn.src_reg == 0 and insn.imm > env.kernel.nr_helpers:
        return f"(85) call unknown#{insn.imm}\n"
    return insn_text(
        insn,
        env.aux[idx].imm64,
        lambda insn: kfunc_name(env, insn),
        allow_ptr_leaks=env.allow_ptr_leaks,
    )
