"""Where functions begin and end, what they call, and how much stack a chain of calls takes.

Answers to ``add_subprog_and_kfunc``, ``check_subprogs`` and ``check_max_stack_depth``.

**Rule:** functions are numbered by their first instruction.

**Not modelled:** private stacks, which came after 6.1.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf import isa
from sim.bpf.btf_types import Func
from sim.bpf.check_insn import missing_feature
from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.isa import Insn
from sim.bpf.verifier.env import MAX_BPF_STACK, MAX_CALL_FRAMES, Env, Rejected, Subprog

__all__ = [
    "add_subprogs",
    "check_max_stack_depth",
    "check_subprogs",
    "is_pseudo_call",
    "is_pseudo_func",
    "is_pseudo_kfunc_call",
    "jump_target",
]

_MAX_SUBPROGS = 256
_MAX_KFUNC_DESCS = 256
_TAIL_CALL = HELPER_IDS["bpf_tail_call"]
_CALLERS_STACK = 256  # bytes that callers of a function with a tail call may have


def is_pseudo_call(insn: Insn) -> bool:
    """Say whether *insn* calls a function of the program."""
    return insn.opcode == isa.CALL and insn.src_reg == isa.BPF_PSEUDO_CALL


def is_pseudo_kfunc_call(insn: Insn) -> bool:
    """Say whether *insn* calls a kernel function."""
    return insn.opcode == isa.CALL and insn.src_reg == isa.BPF_PSEUDO_KFUNC_CALL


def is_pseudo_func(insn: Insn) -> bool:
    """Say whether *insn* loads the address of a function of the program."""
    return isa.is_ldimm64(insn) and insn.src_reg == isa.BPF_PSEUDO_FUNC


def add_subprogs(env: Env) -> None:
    """Find the functions that are called, and check the kernel functions that are."""
    starts = {0}
    kfuncs: set[int] = set()
    for insn_idx, insn in enumerate(env.insns):
        is_kfunc = is_pseudo_kfunc_call(insn)
        if not (is_kfunc or is_pseudo_call(insn) or is_pseudo_func(insn)):
            continue
        if not env.bpf_capable:
            env.reject(
                "loading/calling other bpf or kernel functions are allowed for "
                "CAP_BPF and CAP_SYS_ADMIN",
                errnos.EPERM,
            )
        if is_kfunc:
            _add_kfunc(env, insn, insn_idx, kfuncs)
            continue
        target = insn_idx + insn.imm + 1
        if not 0 <= target < len(env.insns):
            env.reject("call to invalid destination", errnos.EINVAL)
        if target not in starts and len(starts) >= _MAX_SUBPROGS:
            env.reject("too many subprograms", errnos.E2BIG)
        starts.add(target)
    env.subprogs = [Subprog(start) for start in sorted(starts)]
    if env.log.has_all:
        for number, subprog in enumerate(env.subprogs):
            env.verbose(f"func#{number} @{subprog.start}\n")


def _add_kfunc(env: Env, insn: Insn, insn_idx: int, kfuncs: set[int]) -> None:
    if not env.gpl_compatible:
        env.reject("cannot call kernel function from non-GPL compatible program", errnos.EINVAL)
    if not insn.imm and not insn.off:
        return  # refused later, if it is not removed as dead code
    if insn.off < 0:
        env.verbose("negative offset disallowed for kernel module function call\n")
        env.reject("failed to find BTF for kernel function", errnos.EINVAL)
    if insn.off:
        env.verbose("kfunc offset > 0 without fd_array is invalid\n")
        env.reject("failed to find BTF for kernel function", errnos.EPROTO)
    if insn.imm in kfuncs:
        return
    if len(kfuncs) == _MAX_KFUNC_DESCS:
        env.reject("too many different kernel function calls", errnos.E2BIG)
    btf = env.kernel.btf
    func = btf[insn.imm] if 0 < insn.imm < len(btf) else None
    if not isinstance(func, Func):
        env.reject(f"kernel btf_id {insn.imm & 0xFFFF_FFFF} is not a function", errnos.EINVAL)
    kfuncs.add(insn.imm)


def jump_target(env: Env, insn: Insn, insn_idx: int) -> int | None:
    """Return where *insn* jumps to, None if it does not jump."""
    is_jmp = insn.insn_class in (isa.BPF_JMP, isa.BPF_JMP32)
    if not is_jmp or insn.op in (isa.BPF_CALL, isa.BPF_EXIT):
        return None
    is_long = insn.opcode == isa.JA32 and has_gotol(env)
    return insn_idx + 1 + (insn.imm if is_long else insn.off)


def has_gotol(env: Env) -> bool:
    """Say whether the kernel knows 32-bit jumps."""
    return missing_feature(Insn(isa.JA32), env.features) is None


def check_subprogs(env: Env) -> None:
    """Refuse jumps from one function into another, and functions that do not end."""
    last_opcodes = {isa.EXIT, isa.JA} | ({isa.JA32} if has_gotol(env) else set())
    for number, subprog in enumerate(env.subprogs):
        end = env.end_of(number)
        for insn_idx in range(subprog.start, end):
            insn = env.insns[insn_idx]
            is_helper = insn.opcode == isa.CALL and insn.src_reg == 0
            if is_helper and insn.imm == _TAIL_CALL:
                subprog.has_tail_call = True
            if insn.insn_class == isa.BPF_LD and insn.mode in (isa.BPF_ABS, isa.BPF_IND):
                subprog.has_ld_abs = True
            target = jump_target(env, insn, insn_idx)
            if target is not None and not subprog.start <= target < end:
                message = f"jump out of range from insn {insn_idx} to {target}"
                env.reject(message, errnos.EINVAL)
        if env.insns[end - 1].opcode not in last_opcodes:
            env.reject("last insn is not an exit or jmp", errnos.EINVAL)


def _depth_of(env: Env, subprog: Subprog) -> int:
    if env.later:  # native code, which keeps the stack aligned to 16 bytes
        return -(-subprog.stack_depth // 16) * 16
    return -(-max(subprog.stack_depth, 1) // 32) * 32


def check_max_stack_depth(env: Env) -> None:
    """Add up the stack of every chain of calls."""
    for number, subprog in enumerate(env.subprogs):
        if number == 0 or subprog.is_async_cb:
            _check_depth(env, number)


def _check_depth(env: Env, root: int) -> None:
    chain: list[tuple[int, int]] = []  # function and the instruction to go on with
    idx, depth = root, 0
    insn_idx = env.subprogs[root].start
    tail_call_reachable = False
    entering = True
    while True:
        subprog = env.subprogs[idx]
        if entering:
            if idx and subprog.has_tail_call and depth >= _CALLERS_STACK:
                env.reject(
                    "tail_calls are not allowed when call stack of previous frames is "
                    f"{depth} bytes. Too large"
                )
            depth += _depth_of(env, subprog)
            if depth > MAX_BPF_STACK:
                nr_calls = len(chain) + 1
                env.reject(f"combined stack size of {nr_calls} calls is {depth}. Too large")
            entering = False
        callee = _next_callee(env, insn_idx, env.end_of(idx))
        if callee is not None:
            at, number = callee
            chain.append((idx, at + 1))
            idx, insn_idx, entering = number, env.subprogs[number].start, True
            tail_call_reachable |= env.subprogs[number].has_tail_call
            if len(chain) >= MAX_CALL_FRAMES:
                message = f"the call stack of {len(chain)} frames is too deep !"
                env.reject(message, errnos.E2BIG)
            continue
        if tail_call_reachable:
            _mark_tail_call_reachable(env, [number for number, _ in chain])
        if not chain:
            return
        depth -= _depth_of(env, subprog)
        idx, insn_idx = chain.pop()


def _mark_tail_call_reachable(env: Env, callers: list[int]) -> None:
    for number in callers:
        if env.subprogs[number].is_async_cb:
            env.verbose("cannot tail call within exception cb\n")
            raise Rejected(errnos.EINVAL)
        env.subprogs[number].tail_call_reachable = True


def _next_callee(env: Env, start: int, end: int) -> tuple[int, int] | None:
    """Find the next call or function address; return its instruction and the callee."""
    for insn_idx in range(start, end):
        insn = env.insns[insn_idx]
        if not (is_pseudo_call(insn) or is_pseudo_func(insn)):
            continue
        number = env.subprog_at(insn_idx + insn.imm + 1)
        if env.subprogs[number].is_async_cb:
            if env.subprogs[number].has_tail_call:
                message = "verifier bug. subprog has tail_call and async cb"
                env.reject(message, errnos.EFAULT)
            if not is_pseudo_call(insn):
                continue  # an async callback has a stack of its own
        return insn_idx, number
    return None
