"""The way in: verify a program as ``BPF_PROG_LOAD`` does.

Answers to ``bpf_check``.

**Rule:** a refusal is a `Verdict`, and so is what this verifier does not cover.

**Not modelled:** ``struct_ops`` and ``freplace`` programs; offloading; the rewriting that follows a
verdict, but for dead code.
"""

from __future__ import annotations

import errno as errnos
import re

from sim.bpf import isa
from sim.bpf.prog_type import ProgType
from sim.bpf.verifier.cfg import check_cfg
from sim.bpf.verifier.check_attach import check_attach_btf_id
from sim.bpf.verifier.check_btf_info import check_btf_info
from sim.bpf.verifier.dead_code import remove_dead_code
from sim.bpf.verifier.do_check import check_subprog
from sim.bpf.verifier.env import BPF_COMPLEXITY_LIMIT_INSNS, Env, NotModelled, Rejected
from sim.bpf.verifier.global_func import set_linkage
from sim.bpf.verifier.ldimm64 import resolve_ldimm64
from sim.bpf.verifier.load_checks import check_load
from sim.bpf.verifier.log import BPF_LOG_LEVEL1, BPF_LOG_LEVEL2, BPF_LOG_STATS, Log
from sim.bpf.verifier.map_func import check_poisoned_maps
from sim.bpf.verifier.spec import Kernel, Prog, Verdict, VerdictKind
from sim.bpf.verifier.subprogs import add_subprogs, check_max_stack_depth, check_subprogs
from sim.bpf.verifier.trace import Trace
from sim.versions.features import Feature

__all__ = ["verify"]

_NAME = re.compile(r"[A-Za-z0-9_.]*")
_LOG_MASK = 7
# of 6.12
_F_DEV_BOUND = 1 << 6
_F_INVARIANTS = 1 << 7
_UNIX_SOCKETS = range(49, 54)
_MIN_LOG_BYTES, _MAX_LOG_BYTES = 128, (1 << 30) - 1
_LOG_BYTES_PER_INSN = 120  # more than the log of an instruction takes on average


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
        trace: Takes what an explanation of a refusal needs.

    Returns:
        The verdict. A refusal is no exception.
    """
    if len(prog.insns) % isa.INSN_BYTES:
        return Verdict(VerdictKind.REJECT, errnos.EINVAL, why="no whole number of instructions")
    missing = _unmodelled_load(prog, kernel)
    if missing:
        return Verdict(VerdictKind.NOT_MODELLED, why=missing)
    refused = check_load(prog, kernel) or _check_attr(prog, log_level, log_size)
    if refused:
        why = "what BPF_PROG_LOAD asks before it verifies"
        return Verdict(VerdictKind.REJECT, refused, why=why)
    if log_level & BPF_LOG_LEVEL1 and not log_level & BPF_LOG_LEVEL2:
        # of a program that is accepted only the figures would be left of the log
        quiet_log = Log(log_level & BPF_LOG_STATS, log_size)
        env = _env(prog, kernel, quiet_log, prune=prune, trace=trace, is_first=True)
        quiet = _verify(env)
        is_short = quiet.insns_processed * _LOG_BYTES_PER_INSN < log_size
        if quiet.kind is VerdictKind.ACCEPT and is_short:
            quiet.log = env.closing + _figures(quiet, log_level)
            return quiet
    return _verify(_env(prog, kernel, Log(log_level, log_size), prune=prune, trace=trace))


def _unmodelled_load(prog: Prog, kernel: Kernel) -> str:
    """Say what a program is loaded with that this verifier does not cover; "" for nothing."""
    if Feature.LATER_RULES not in kernel.features:
        return ""
    if prog.prog_flags & (_F_DEV_BOUND | _F_INVARIANTS):
        return f"prog_flags {prog.prog_flags:#x}"
    is_unix = prog.expected_attach_type in _UNIX_SOCKETS
    if prog.prog_type == ProgType.BPF_PROG_TYPE_CGROUP_SOCK_ADDR and is_unix:
        return "programs for the addresses of local sockets"
    return ""


def _env(
    prog: Prog,
    kernel: Kernel,
    log: Log,
    *,
    prune: bool,
    trace: Trace | None,
    is_first: bool = False,
) -> Env:
    env = Env(prog, kernel, log)
    env.prune = prune
    if trace is not None:
        # the path is kept when a refused program is walked again
        trace.env, env.trace = env, None if is_first else trace
    return env


def _verify(env: Env) -> Verdict:
    log = env.log
    verdict = Verdict(VerdictKind.ACCEPT)
    try:
        _check(env)
        check_poisoned_maps(env)
        verdict.xlated = remove_dead_code(env)
        verdict.kept = env.kept
        verdict.max_ctx_offset = env.max_ctx_offset
    except Rejected as rejected:
        verdict.kind, verdict.errno = VerdictKind.REJECT, rejected.errno
    except NotModelled as missing:
        verdict.kind, verdict.why = VerdictKind.NOT_MODELLED, str(missing)
    _count(env, verdict)
    log.write(_figures(verdict, log.level))
    if log.is_full and verdict.kind is not VerdictKind.NOT_MODELLED:
        verdict.kind, verdict.errno = VerdictKind.REJECT, errnos.ENOSPC
    verdict.log = log.text()
    return verdict


def _check_attr(prog: Prog, log_level: int, log_size: int) -> int:
    """Check the name and the log's arguments."""
    if not _NAME.fullmatch(prog.name):
        return errnos.EINVAL
    has_room = _MIN_LOG_BYTES <= log_size <= _MAX_LOG_BYTES
    if log_level and (log_level & ~_LOG_MASK or not has_room):
        return errnos.EINVAL
    return 0


def _refuse_unmodelled(env: Env) -> None:
    """Give no verdict on programs with instructions that this verifier does not cover."""
    for insn in env.insns:
        if insn.opcode == isa.MAY_GOTO and Feature.MAY_GOTO in env.features:
            raise NotModelled("may_goto")
        is_move = insn.insn_class == isa.BPF_ALU64 and insn.op == isa.BPF_MOV and insn.is_x
        is_cast = is_move and insn.off == isa.BPF_ADDR_SPACE_CAST
        if is_cast and Feature.ADDR_SPACE_CAST in env.features:
            raise NotModelled("moves between address spaces")


def _check(env: Env) -> None:
    _refuse_unmodelled(env)
    add_subprogs(env)
    check_subprogs(env)
    starts = [subprog.start for subprog in env.subprogs]
    refused = check_btf_info(env.prog, starts, env.verbose)
    if refused:
        raise Rejected(refused)
    set_linkage(env)
    check_attach_btf_id(env)
    resolve_ldimm64(env)
    check_cfg(env)
    if Feature.LAZY_GLOBALS in env.features:
        check_subprog(env, 0)
        _check_called_globals(env)
    else:
        for number in range(1, len(env.subprogs)):
            if env.subprogs[number].is_global:
                _check_global(env, number)
        check_subprog(env, 0)
    check_max_stack_depth(env)


def _check_called_globals(env: Env) -> None:
    """Verify the global functions that anything verified calls, until there is no more."""
    done: set[int] = set()
    while new := [
        number
        for number, subprog in enumerate(env.subprogs)
        if subprog.is_called and number not in done
    ]:
        for number in new:
            _check_global(env, number)
            done.add(number)


def _check_global(env: Env, number: int) -> None:
    if env.log.has_insns:
        env.verbose(f"Validating {env.subprogs[number].name}() func#{number}...\n")
    check_subprog(env, number)
    name = f" ('{env.subprogs[number].name}')" if env.later else ""
    message = f"Func#{number}{name} is safe for any args that match its prototype\n"
    if env.later:
        env.closing = message  # what a walk logged is forgotten with it, but not this
    if env.log.has_insns:
        env.verbose(message)


def _count(env: Env, verdict: Verdict) -> None:
    verdict.insns_processed = env.insn_processed
    verdict.total_states = env.total_states
    verdict.peak_states = env.peak_states
    verdict.max_states_per_insn = env.max_states_per_insn
    verdict.longest_mark_read = env.longest_mark_read_walk
    verdict.stack_depth = tuple(subprog.stack_depth for subprog in env.subprogs)


def _figures(verdict: Verdict, log_level: int) -> str:
    """Return the last lines of a log (print_verification_stats)."""
    if not log_level:
        return ""
    text = ""
    if log_level & BPF_LOG_STATS:
        depths = "+".join(str(depth) for depth in verdict.stack_depth)
        text = f"verification time 0 usec\nstack depth {depths}\n"
    return (
        f"{text}processed {verdict.insns_processed} insns (limit {BPF_COMPLEXITY_LIMIT_INSNS}) "
        f"max_states_per_insn {verdict.max_states_per_insn} total_states {verdict.total_states} "
        f"peak_states {verdict.peak_states} mark_read {verdict.longest_mark_read}\n"
    )
