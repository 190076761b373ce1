"""What becomes of a program that was accepted: code that no path reached goes away.

Answers to ``opt_hard_wire_dead_code_branches``, ``opt_remove_dead_code`` and
``sanitize_dead_code``.

**Rule:** jumps and calls keep their targets; unprivileged programs keep their length, dead code
becoming jumps to itself.

Loads through BTF-typed pointers become probing ones (``convert_ctx_accesses``).

**Not modelled:** the kernel's other rewriting (context accesses, inlined helpers, masking), which
does not change what a program computes; of masking only that of tail calls, which does.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf import isa
from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.isa import Insn
from sim.bpf.verifier.env import Env, Rejected
from sim.bpf.verifier.subprogs import is_pseudo_call, is_pseudo_func, jump_target
from sim.bpf.verifier.types import PTR_TO_BTF_ID, base_type

__all__ = ["remove_dead_code"]

_MODE, _PROBE_MEM = 0xE0, 0x20  # BPF_PROBE_MEM, which only the kernel gives
_TRAP = Insn(isa.JA, 0, 0, -1, 0)
_NOP = Insn(isa.JA, 0, 0, 0, 0)
_TAIL_CALL = HELPER_IDS["bpf_tail_call"]


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
        return isa.encode(_spread(env, [_guarded(env, i, one) for i, one in enumerate(kept)]))
    _check_functions(env, seen)
    return isa.encode(_compact(env, seen))


def _check_functions(env: Env, seen: list[bool]) -> None:
    """Refuse the address of a function that goes away, if no other function takes its place."""
    ends = [*(subprog.start for subprog in env.subprogs[1:]), len(env.insns)]
    nr_live = sum(
        any(seen[subprog.start : end]) for subprog, end in zip(env.subprogs, ends, strict=True)
    )
    for insn_idx, insn in enumerate(env.insns):
        if nr_live > 1 and seen[insn_idx] and is_pseudo_func(insn):
            if not any(seen[insn_idx + 1 + insn.imm :]):
                raise Rejected(errnos.EFAULT)


def _guarded(env: Env, insn_idx: int, insn: Insn) -> list[Insn]:
    """Have an unprivileged tail call skipped whose slot is beyond the map, and masked."""
    map = env.aux[insn_idx].map
    is_tail_call = insn.opcode == isa.CALL and not insn.src_reg and insn.imm == _TAIL_CALL
    if not is_tail_call or map is None or env.bypass_spec_v1:
        return [insn]
    mask = (1 << (map.max_entries - 1).bit_length()) - 1
    return [
        Insn(isa.BPF_JMP | isa.BPF_JGE | isa.BPF_K, 3, 0, 2, map.max_entries),
        Insn(isa.BPF_ALU | isa.BPF_AND | isa.BPF_K, 3, 0, 0, mask),
        insn,
    ]


def _spread(env: Env, parts: list[list[Insn]]) -> list[Insn]:
    """Join what instructions became; a jump is the last of its part."""
    new_index = [0]
    for part in parts:
        new_index.append(new_index[-1] + len(part))
    out = []
    for insn_idx, part in enumerate(parts):
        at = new_index[insn_idx + 1]
        out += part[:-1]
        out.append(_jump_from(env, part[-1], insn_idx, at, new_index))
    return out


def _probing(env: Env, insn_idx: int, insn: Insn) -> Insn:
    """Let a load through a BTF-typed pointer read zero where there is no memory."""
    ptr_type = env.aux[insn_idx].ptr_type
    is_load = insn.insn_class == isa.BPF_LDX and insn.mode == isa.BPF_MEM
    if is_load and ptr_type and base_type(ptr_type) == PTR_TO_BTF_ID:
        return insn._replace(opcode=insn.opcode & ~_MODE | _PROBE_MEM)
    return insn


def _hard_wired(env: Env, seen: list[bool]) -> list[Insn]:
    """Turn conditional jumps of which one way is dead into jumps, or into nothing."""
    insns = [_probing(env, i, insn) for i, insn in enumerate(env.insns)]
    for insn_idx, insn in enumerate(insns):
        target = jump_target(env, insn, insn_idx)
        is_jump = target is not None and insn.op != isa.BPF_JA
        if not is_jump or not seen[insn_idx]:
            continue
        assert target is not None
        if not seen[insn_idx + 1]:
            insns[insn_idx] = Insn(isa.JA, 0, 0, insn.off, 0)
        elif not seen[target]:
            insns[insn_idx] = _NOP
    return insns


def _compact(env: Env, seen: list[bool]) -> list[Insn]:
    """Drop what no path reached, and then jumps to the next instruction."""
    insns = _without(env, _hard_wired(env, seen), seen)
    kept = [insn_idx for insn_idx, is_seen in enumerate(seen) if is_seen]
    env.kept = tuple(i for i, insn in zip(kept, insns, strict=True) if insn != _NOP)
    return _without(env, insns, [insn != _NOP for insn in insns])


def _without(env: Env, insns: list[Insn], kept: list[bool]) -> list[Insn]:
    new_index = [0]
    for live in kept:
        new_index.append(new_index[-1] + live)
    return [
        _jump_from(env, insn, insn_idx, new_index[insn_idx] + 1, new_index)
        for insn_idx, insn in enumerate(insns)
        if kept[insn_idx]
    ]


def _jump_from(env: Env, insn: Insn, insn_idx: int, at: int, new_index: list[int]) -> Insn:
    """Have an instruction that goes on at *at* lead where it led before."""
    if insn == _TRAP:
        return insn
    if is_pseudo_call(insn) or is_pseudo_func(insn):
        return insn._replace(imm=new_index[insn_idx + insn.imm + 1] - at)
    target = jump_target(env, insn, insn_idx)
    if target is None:
        return insn
    if insn.opcode == isa.JA32:
        return insn._replace(imm=new_index[target] - at)
    return insn._replace(off=new_index[target] - at)
