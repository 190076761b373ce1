"""The walk over all paths, instruction by instruction.

Answers to ``do_check`` and ``do_check_common``.

**Rule:** a path ends at ``exit`` or where an explored state covers it; then the path pushed last
goes on.

**Not modelled:** signals that end a verification.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf import isa
from sim.bpf.check_insn import insn_problem
from sim.bpf.isa import Insn
from sim.bpf.prog_type import ProgType
from sim.bpf.verifier.call_helper import check_helper_call
from sim.bpf.verifier.check_alu import check_alu_op
from sim.bpf.verifier.check_call import (
    check_func_call,
    clear_caller_saved,
    init_regs,
    prepare_func_exit,
)
from sim.bpf.verifier.check_jmp import check_cond_jmp_op
from sim.bpf.verifier.check_jmp_two import check_cond_jmp_op_two
from sim.bpf.verifier.check_kfunc import check_kfunc_call
from sim.bpf.verifier.check_map import BPF_READ, BPF_WRITE
from sim.bpf.verifier.check_mem import check_atomic, check_mem_access, check_ptr_off_reg
from sim.bpf.verifier.check_return import check_return_code
from sim.bpf.verifier.env import BPF_COMPLEXITY_LIMIT_INSNS, Env, Rejected
from sim.bpf.verifier.global_func import check_main_proto, prepare_func_args
from sim.bpf.verifier.kfunc_special import is_list_kfunc
from sim.bpf.verifier.ldimm64 import check_ld_imm
from sim.bpf.verifier.line_info import verbose_linfo
from sim.bpf.verifier.linked import push_jmp_history
from sim.bpf.verifier.paths import pop_path, push_path, update_branch_counts
from sim.bpf.verifier.print_insn import env_insn_text, kfunc_name
from sim.bpf.verifier.print_state import print_insn_state, print_state
from sim.bpf.verifier.refs import check_reference_leak
from sim.bpf.verifier.reg import Reg
from sim.bpf.verifier.regs import check_dst, check_src, mark_unknown, set_const
from sim.bpf.verifier.state import BPF_MAIN_FUNC, FuncState, VerifierState
from sim.bpf.verifier.states import is_state_visited
from sim.bpf.verifier.states_loops import is_state_visited_loops
from sim.bpf.verifier.types import (
    NOT_INIT,
    PTR_TO_BTF_ID,
    PTR_TO_CTX,
    PTR_TO_SOCK_COMMON,
    PTR_TO_SOCKET,
    PTR_TO_TCP_SOCK,
    PTR_TO_XDP_SOCK,
    base_type,
)
from sim.versions.features import Feature

__all__ = ["check_subprog"]

_SPIN_UNLOCK = 94
_CTX_REG = 6
_DISTINCT = frozenset(
    (
        PTR_TO_CTX,
        PTR_TO_SOCKET,
        PTR_TO_SOCK_COMMON,
        PTR_TO_TCP_SOCK,
        PTR_TO_XDP_SOCK,
        PTR_TO_BTF_ID,
    )
)
_MAY_ACCESS_SKB = frozenset(
    (
        ProgType.BPF_PROG_TYPE_SOCKET_FILTER,
        ProgType.BPF_PROG_TYPE_SCHED_CLS,
        ProgType.BPF_PROG_TYPE_SCHED_ACT,
    )
)
_AFTER_READING = ("invalid shift", "div by zero", "BPF_JMP/JMP32 uses")
_SKIPPED = "frame pointer is read only"


def check_subprog(env: Env, subprogno: int) -> None:
    """Walk a function from its entry: the main one, or a global one by itself."""
    env.pass_cnt += 1
    frame = FuncState(BPF_MAIN_FUNC, 0, subprogno)
    init_regs(env, frame)
    env.cur = VerifierState(frame)
    env.pending = []
    env.explored = {}
    env.insn_idx = env.subprogs[subprogno].start
    env.prev_insn_idx = -1
    env.prev_line = -1
    env.mark_state_scratched()
    start = env.log.len_used
    if subprogno:
        prepare_func_args(env, subprogno)
        start = env.log.len_used
    else:
        frame.regs[1] = Reg(PTR_TO_CTX)
        check_main_proto(env)  # whatever it says, a main function need not match
    _Walk(env).run()
    if env.trace is not None:
        env.trace.in_walk = False
    if not env.log.has_all:
        env.log.reset(0 if env.later else start)


class _Walk:
    """One walk; what it needs between instructions."""

    def __init__(self, env: Env) -> None:
        self._env = env
        self._print_state = False
        self._problems: dict[int, str] = {}

    def run(self) -> None:
        env = self._env
        prev_insn_idx = -1
        insns, aux = env.insns, env.aux
        has_loops = env.callback_loops
        is_visited = is_state_visited_loops if has_loops else is_state_visited
        self._print_state = False
        while True:
            env.prev_insn_idx = prev_insn_idx
            env.has_jump = False
            insn = insns[env.insn_idx]
            env.insn_processed += 1
            if env.insn_processed > BPF_COMPLEXITY_LIMIT_INSNS:
                message = f"BPF program is too large. Processed {env.insn_processed} insn"
                env.reject(message, errnos.E2BIG)
            if has_loops:
                env.cur.last_insn_idx = prev_insn_idx
            if aux[env.insn_idx].prune_point and is_visited(env, env.insn_idx):
                self._print_safe()
                if not self._next_path():
                    return
                prev_insn_idx = env.prev_insn_idx
                continue
            if has_loops and aux[env.insn_idx].jmp_point:
                push_jmp_history(env, env.cur)
            if env.log.has_insns:
                self._print(insn)
            if not env.cur.speculative:
                aux[env.insn_idx].seen = env.pass_cnt
            if env.trace is not None:
                env.trace.step(env)
            prev_insn_idx = env.insn_idx
            if not self._step(insn):
                if not self._next_path():
                    return
                prev_insn_idx = env.prev_insn_idx

    def _next_path(self) -> bool:
        env = self._env
        env.mark_state_scratched()
        update_branch_counts(env.cur.parent)
        self._print_state = True
        return pop_path(env, pop_log=not env.log.has_all)

    def _print_safe(self) -> None:
        env = self._env
        if not env.log.has_insns:
            return
        if self._print_state:
            extra = " (speculative execution)" if env.cur.speculative else ""
            env.verbose(f"\nfrom {env.prev_insn_idx} to {env.insn_idx}{extra}: safe\n")
        else:
            env.verbose(f"{env.insn_idx}: safe\n")

    def _print(self, insn: Insn) -> None:
        env = self._env
        log = env.log
        if log.has_all and self._print_state:
            extra = " (speculative execution)" if env.cur.speculative else ""
            env.verbose(f"\nfrom {env.prev_insn_idx} to {env.insn_idx}{extra}:")
            print_state(env, env.frame, print_all=True)
            self._print_state = False
        if env.scratched_regs or env.scratched_stack_slots:
            print_insn_state(env, env.frame)
        verbose_linfo(env, env.insn_idx, "; ")
        before = log.len_used
        env.verbose(f"{env.insn_idx}: ")
        env.verbose(env_insn_text(env, env.insn_idx))
        env.prev_insn_print_len = log.len_used - before
        env.prev_log_len = log.len_used

    def _step(self, insn: Insn) -> bool:
        """Walk one instruction; False if the path ends with it."""
        env = self._env
        problem = self._problems.get(env.insn_idx)
        if problem is None:
            problem = insn_problem(insn, env.features)
            problem = "" if problem == _SKIPPED else problem
            self._problems[env.insn_idx] = problem
        if problem:
            self._refuse(insn, problem)
        match insn.insn_class:
            case isa.BPF_ALU | isa.BPF_ALU64:
                check_alu_op(env, insn)
            case isa.BPF_LDX:
                _check_ldx(env, insn)
            case isa.BPF_STX:
                _check_stx(env, insn)
            case isa.BPF_ST:
                _check_st(env, insn)
            case isa.BPF_LD:
                _check_ld(env, insn)
            case _:
                return self._jmp(insn)
        env.insn_idx += 1
        return True

    def _refuse(self, insn: Insn, problem: str) -> None:
        """Refuse an odd instruction, unless something else is said of it before."""
        env = self._env
        if problem.startswith(_AFTER_READING):
            check_src(env, insn.dst_reg)
        if insn.insn_class == isa.BPF_LD and insn.mode in (isa.BPF_ABS, isa.BPF_IND):
            _check_skb_type(env)
        env.reject(problem, errnos.EINVAL)

    def _jmp(self, insn: Insn) -> bool:
        env = self._env
        env.jmps_processed += 1
        if insn.op == isa.BPF_CALL:
            _check_call(env, insn)
        elif insn.op == isa.BPF_JA:
            env.insn_idx += 1 + (insn.imm if insn.opcode == isa.JA32 else insn.off)
        elif insn.op == isa.BPF_EXIT:
            return self._exit()
        else:
            check = check_cond_jmp_op_two if env.two_reg_jumps else check_cond_jmp_op
            env.insn_idx += 1 + check(env, insn)
        return True

    def _exit(self) -> bool:
        env = self._env
        if env.cur.active_lock and not (env.callback_loops and len(env.cur.frames) > 1):
            env.reject("bpf_spin_unlock is missing", errnos.EINVAL)
        check_reference_leak(env)
        if len(env.cur.frames) > 1:
            prepare_func_exit(env)
            self._print_state = True
            return True
        check_return_code(env)
        return False


def _check_call(env: Env, insn: Insn) -> None:
    is_own = insn.src_reg == isa.BPF_PSEUDO_CALL
    if env.cur.active_lock and not _is_allowed_under_lock(env, insn):
        env.reject("function calls are not allowed while holding a lock", errnos.EINVAL)
    if is_own:
        check_func_call(env, insn)
    elif insn.src_reg == isa.BPF_PSEUDO_KFUNC_CALL:
        check_kfunc_call(env, insn)
    else:
        check_helper_call(env, insn)


def _is_allowed_under_lock(env: Env, insn: Insn) -> bool:
    if insn.src_reg == isa.BPF_PSEUDO_KFUNC_CALL and Feature.LINKED_LISTS in env.features:
        return is_list_kfunc(kfunc_name(env, insn))
    if insn.src_reg == isa.BPF_PSEUDO_CALL:
        return env.callback_loops  # of a static function; a global one is refused later
    return insn.imm == _SPIN_UNLOCK


def _check_same_pointer(env: Env, kind: int) -> None:
    """Refuse an instruction that needs different code for the pointers of two paths."""
    aux = env.aux[env.insn_idx]
    if aux.ptr_type == NOT_INIT:
        aux.ptr_type = kind
        return
    before = aux.ptr_type
    if kind != before and not {base_type(kind), base_type(before)}.isdisjoint(_DISTINCT):
        env.reject("same insn cannot be used with different pointers", errnos.EINVAL)


def _check_ldx(env: Env, insn: Insn) -> None:
    kind = check_src(env, insn.src_reg).type
    check_dst(env, insn.dst_reg)
    size = isa.MEM_SIZE_BYTES[insn.size]
    check_mem_access(env, insn.src_reg, insn.off, size, BPF_READ, insn.dst_reg)
    _check_same_pointer(env, kind)


def _check_stx(env: Env, insn: Insn) -> None:
    if insn.mode == isa.BPF_ATOMIC:
        check_atomic(env, insn)
        return
    check_src(env, insn.src_reg)
    kind = check_src(env, insn.dst_reg).type
    size = isa.MEM_SIZE_BYTES[insn.size]
    check_mem_access(env, insn.dst_reg, insn.off, size, BPF_WRITE, insn.src_reg)
    _check_same_pointer(env, kind)


def _check_st(env: Env, insn: Insn) -> None:
    reg = check_src(env, insn.dst_reg)
    if base_type(reg.type) == PTR_TO_CTX and Feature.ST_CTX not in env.features:
        name = env.type_str(reg.type)
        env.reject(f"BPF_ST stores into R{insn.dst_reg} {name} is not allowed")
    size = isa.MEM_SIZE_BYTES[insn.size]
    check_mem_access(env, insn.dst_reg, insn.off, size, BPF_WRITE, -1)


def _check_ld(env: Env, insn: Insn) -> None:
    if insn.mode in (isa.BPF_ABS, isa.BPF_IND):
        _check_ld_abs(env, insn)
        return
    check_ld_imm(env, insn)
    env.insn_idx += 1
    if not env.cur.speculative:
        env.aux[env.insn_idx].seen = env.pass_cnt


def _check_skb_type(env: Env) -> None:
    if env.prog_type not in _MAY_ACCESS_SKB:
        message = "BPF_LD_[ABS|IND] instructions not allowed for this program type"
        env.reject(message, errnos.EINVAL)


def _check_ld_abs(env: Env, insn: Insn) -> None:
    _check_skb_type(env)
    reg = check_src(env, _CTX_REG)
    try:
        check_reference_leak(env)
    except Rejected:
        env.verbose("BPF_LD_[ABS|IND] cannot be mixed with socket references\n")
        raise
    if env.cur.active_lock:
        message = "BPF_LD_[ABS|IND] cannot be used inside bpf_spin_lock-ed region"
        env.reject(message, errnos.EINVAL)
    if reg.type != PTR_TO_CTX:
        message = "at the time of BPF_LD_ABS|IND R6 != pointer to skb"
        env.reject(message, errnos.EINVAL)
    if insn.mode == isa.BPF_IND:
        check_src(env, insn.src_reg)
    check_ptr_off_reg(env, reg, _CTX_REG)
    clear_caller_saved(env, env.frame)
    mark_unknown(env, 0)
    if env.later and len(env.cur.frames) > 1:
        _return_instead(env)


def _return_instead(env: Env) -> None:
    """Walk both what follows and, at once, the return of 0 if the packet is too short."""
    push_path(env, env.insn_idx + 1, env.insn_idx)
    set_const(env, 0, 0)
    prepare_func_exit(env)
    env.insn_idx -= 1
