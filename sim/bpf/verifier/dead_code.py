"""What becomes of a program that was accepted: code that no path reached goes away.

Answers to ``opt_hard_wire_dead_code_branches``, ``opt_remove_dead_code`` and
``sanitize_dead_code``.

**Rule:** jumps and calls keep their targets; unprivileged programs keep their length, dead code
becoming jumps to itself.

**Not modelled:** the kernel's other rewriting (context accesses, inlined helpers, masking), which
does not change what a program computes.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf import isa
from sim.bpf.isa import Insn
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.subprogs import is_pseudo_call, is_pseudo_func, jump_target

__all__ = ["remove_dead_code"]

_TRAP = Insn(isa.JA, 0, 0, -1, 0)


def remove_dead_code(env: Env) -> bytes:
    """Return the program without instructions that no path reached."""
    seen = [bool(aux.seen) for aux in env.aux]
    for insn_idx, insn in enumerate(env.insns):
        if isa.is_ldimm64(insn) and seen[insn_idx]:
            seen[insn_idx + 1] = True
        is_kfunc = insn.opcode == isa.CALL and insn.src_reg == isa.BPF_PSEUDO_KFUNC_CALL
        if is_kfunc and insn.imm == 0 and seen[insn_idx]:
            text = "invalid kernel function call not eliminated in verifier pass"
            env.reject(text, errnos.EINVAL)
    if not env.is_privileged:
        kept = [insn if live else _TRAP for insn, live in zip(env.insns, seen, strict=True)]
        return isa.encode(kept)
    return isa.encode(_compact(env, seen))


def _hard_wired(env: Env, seen: list[bool]) -> list[Insn]:
    """Turn conditional jumps of which one way is dead into jumps, or into nothing."""
    insns = list(env.insns)
    for insn_idx, insn in enumerate(insns):
        target = jump_target(env, insn, insn_idx)
        is_jump = target is not None and insn.op != isa.BPF_JA
        if not is_jump or not seen[insn_idx]:
            continue
        assert target is not None
        if not seen[insn_idx + 1]:
            insns[insn_idx] = Insn(isa.JA, 0, 0, insn.off, 0)
        elif not seen[target]:
            insns[insn_idx] = Insn(isa.JA, 0, 0, 0, 0)
    return insns


def _compact(env: Env, seen: list[bool]) -> list[Insn]:
    insns = _hard_wired(env, seen)
    nop = Insn(isa.JA, 0, 0, 0, 0)
    kept = [live and insn != nop for insn, live in zip(insns, seen, strict=True)]
    # a function of nothing but jumps to the next instruction keeps one
    for number, subprog in enumerate(env.subprogs):
        end = env.end_of(number)
        if not any(kept[subprog.start : end]) and any(seen[subprog.start : end]):
            kept[seen.index(True, subprog.start)] = True
    new_index = [0] * (len(insns) + 1)
    for insn_idx, live in enumerate(kept):
        new_index[insn_idx + 1] = new_index[insn_idx] + live
    out = []
    for insn_idx, insn in enumerate(insns):
        if kept[insn_idx]:
            out.append(_moved(env, insn, insn_idx, new_index))
    return out


def _moved(env: Env, insn: Insn, insn_idx: int, new_index: list[int]) -> Insn:
    at = new_index[insn_idx] + 1
    if is_pseudo_call(insn) or is_pseudo_func(insn):
        return insn._replace(imm=new_index[insn_idx + insn.imm + 1] - at)
    target = jump_target(env, insn, insn_idx)
    if target is None:
        return insn
    if insn.opcode == isa.JA32:
        return insn._replace(imm=new_index[target] - at)
    return insn._replace(off=new_index[target] - at)
