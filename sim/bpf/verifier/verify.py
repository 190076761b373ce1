"""The way in: verify a program as ``BPF_PROG_LOAD`` does.

Answers to ``bpf_check``.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf import isa
from sim.bpf.btf_types import Func, FuncProto, Ptr, Typedef
from sim.bpf.prog_type import AttachType, ProgType
from sim.bpf.verifier.cfg import check_cfg
from sim.bpf.verifier.dead_code import remove_dead_code
from sim.bpf.verifier.do_check import check_subprog
from sim.bpf.verifier.env import BPF_COMPLEXITY_LIMIT_INSNS, Env, NotModelled, Rejected
from sim.bpf.verifier.global_func import set_linkage
from sim.bpf.verifier.ldimm64 import resolve_ldimm64
from sim.bpf.verifier.log import BPF_LOG_STATS, Log
from sim.bpf.verifier.spec import Kernel, Prog, Verdict, VerdictKind
from sim.bpf.verifier.subprogs import add_subprogs, check_max_stack_depth, check_subprogs
from sim.bpf.verifier.trace import Trace

__all__ = ["verify"]

_MAX_INSNS_UNPRIVILEGED = 4096


def verify(
    prog: Prog,
    kernel: Kernel,
    *,
    log_level: int = 1,
    log_size: int = 16 << 20,
    prune: bool = True,
    trace: Trace | None = None,
) -> Verdict:
    """Verify a program.

    Args:
        prog: The program.
        kernel: Whose rules and types.
        log_level: 0: no log, 1: of the path that fails, 2: of all paths; plus 4 for figures.
        log_size: Bytes of log that the loader asks for.
        prune: Whether paths end at states that cover them; for tests.
        trace: Takes what an explanation needs.

    Returns:
        The verdict. A refusal is no exception.
    """
    log = Log(log_level, log_size)
    if len(prog.insns) % isa.INSN_BYTES or not prog.insns:
        return Verdict(VerdictKind.REJECT, errnos.EINVAL, why="no whole number of instructions")
    env = Env(prog, kernel, log)
    limit = BPF_COMPLEXITY_LIMIT_INSNS if env.bpf_capable else _MAX_INSNS_UNPRIVILEGED
    if len(env.insns) > limit:
        return Verdict(VerdictKind.REJECT, errnos.E2BIG, why=f"more than {limit} instructions")
    env.prune = prune
    if trace is not None:
        trace.env, env.trace = env, trace
    verdict = Verdict(VerdictKind.ACCEPT)
    try:
        _check(env)
        verdict.xlated = remove_dead_code(env)
    except Rejected as rejected:
        verdict.kind, verdict.errno = VerdictKind.REJECT, rejected.errno
    except NotModelled as missing:
        verdict.kind, verdict.why = VerdictKind.NOT_MODELLED, str(missing)
    _statistics(env, verdict)
    if log.is_full and verdict.kind is not VerdictKind.NOT_MODELLED:
        verdict.kind, verdict.errno = VerdictKind.REJECT, errnos.ENOSPC
    verdict.log = log.text()
    return verdict


def _check(env: Env) -> None:
    add_subprogs(env)
    check_subprogs(env)
    set_linkage(env)
    _check_attach(env)
    resolve_ldimm64(env)
    check_cfg(env)
    for number in range(1, len(env.subprogs)):
        if env.subprogs[number].is_global:
            _check_global(env, number)
    check_subprog(env, 0)
    check_max_stack_depth(env)


def _check_global(env: Env, number: int) -> None:
    if env.log.has_insns:
        env.verbose(f"Validating {env.subprogs[number].name}() func#{number}...\n")
    check_subprog(env, number)
    if env.log.has_insns:
        name = env.subprogs[number].name
        env.verbose(f"Func#{number} is safe for any args that match its prototype\n")
        del name


def _check_attach(env: Env) -> None:
    """Find the type of the context (check_attach_btf_id)."""
    prog, btf = env.prog, env.kernel.btf
    type_id = prog.attach_btf_id
    if not type_id or not 0 < type_id < len(btf):
        return
    target = btf[type_id]
    env.attach_func_name = target.name
    if isinstance(target, Typedef):
        pointer = btf[target.type]
        if not isinstance(pointer, Ptr):
            raise Rejected(errnos.EINVAL)
        env.attach_func_proto = pointer.type
        env.attach_func_name = target.name.removeprefix("btf_trace_")
    elif isinstance(target, Func) and isinstance(btf[target.type], FuncProto):
        env.attach_func_proto = target.type
    _set_iter_args(env)


def _set_iter_args(env: Env) -> None:
    is_iter = env.prog.expected_attach_type == AttachType.BPF_TRACE_ITER
    if env.prog_type != ProgType.BPF_PROG_TYPE_TRACING or not is_iter:
        return


def _statistics(env: Env, verdict: Verdict) -> None:
    verdict.insns_processed = env.insn_processed
    verdict.total_states = env.total_states
    verdict.peak_states = env.peak_states
    verdict.max_states_per_insn = env.max_states_per_insn
    verdict.longest_mark_read = env.longest_mark_read_walk
    verdict.stack_depth = tuple(subprog.stack_depth for subprog in env.subprogs)
    if env.log.level & BPF_LOG_STATS:
        env.verbose("verification time 0 usec\n")
        depths = "+".join(str(depth) for depth in verdict.stack_depth)
        env.verbose(f"stack depth {depths}\n")
    env.verbose(
        f"processed {env.insn_processed} insns (limit {BPF_COMPLEXITY_LIMIT_INSNS}) "
        f"max_states_per_insn {env.max_states_per_insn} total_states {env.total_states} "
        f"peak_states {env.peak_states} mark_read {env.longest_mark_read_walk}\n"
    )
