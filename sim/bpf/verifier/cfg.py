"""The control flow graph: every instruction is reachable, and unprivileged programs do not loop.

Answers to ``check_cfg``. It also marks where states are kept for pruning.

**Rule:** an edge is followed once; the order of the walk is the kernel's, which shows in messages.

**Not modelled:** iterators and ``may_goto``.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf import isa
from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.verifier.backtrack_frames import calls_back
from sim.bpf.verifier.env import Env, Rejected
from sim.bpf.verifier.line_info import verbose_linfo
from sim.bpf.verifier.subprogs import is_pseudo_call, is_pseudo_func, jump_target
from sim.versions.features import Feature

__all__ = ["check_cfg"]

_DISCOVERED = 0x10
_EXPLORED = 0x20
_FALLTHROUGH = 1
_BRANCH = 2
_TIMER_SET_CALLBACK = HELPER_IDS["bpf_timer_set_callback"]


def _mark_jmp_point(env: Env, insn_idx: int) -> None:
    """Have states kept, and jumps remembered, where a jump may end."""
    env.aux[insn_idx].prune_point = True
    env.aux[insn_idx].jmp_point = True


class _Walk:
    """A depth-first walk; a node is done when none of its edges leads on."""

    def __init__(self, env: Env) -> None:
        self._env = env
        self.state = [0] * len(env.insns)
        self._stack = [0]
        self.state[0] = _DISCOVERED

    def run(self) -> None:
        while self._stack:
            at = self._stack[-1]
            if not self._visit(at):
                self.state[at] = _EXPLORED
                self._stack.pop()

    def _push(self, at: int, target: int, edge: int, *, loop_ok: bool) -> bool:
        """Follow an edge; say whether there is something to explore behind it."""
        env, state = self._env, self.state
        if state[at] >= _DISCOVERED | edge:
            return False
        if not 0 <= target < len(state):
            verbose_linfo(env, at, f"{at}: ")
            env.reject(f"jump out of range from insn {at} to {target}", errnos.EINVAL)
        if edge == _BRANCH:
            _mark_jmp_point(env, target)
        if state[target] == 0:
            state[at] = _DISCOVERED | edge
            state[target] = _DISCOVERED
            self._stack.append(target)
            return True
        if state[target] & 0xF0 == _DISCOVERED:
            if not (loop_ok and env.bpf_capable):
                verbose_linfo(env, at, f"{at}: ")
                verbose_linfo(env, target, f"{target}: ")
                env.reject(f"back-edge from insn {at} to {target}", errnos.EINVAL)
        else:
            state[at] = _DISCOVERED | edge
        return False

    def _visit(self, at: int) -> bool:
        env = self._env
        insn = env.insns[at]
        if is_pseudo_func(insn):
            return self._visit_call(at, 2, visit_callee=True)
        if insn.insn_class not in (isa.BPF_JMP, isa.BPF_JMP32):
            size = 2 if isa.is_ldimm64(insn) else 1
            return self._push(at, at + size, _FALLTHROUGH, loop_ok=False)
        if insn.op == isa.BPF_EXIT:
            return False
        if insn.op == isa.BPF_CALL:
            if insn.imm == _TIMER_SET_CALLBACK:
                env.aux[at].prune_point = True
            elif env.callback_loops and calls_back(insn):
                _mark_jmp_point(env, at)
                env.aux[at].calls_back = env.aux[at].force_checkpoint = True
            return self._visit_call(at, 1, visit_callee=is_pseudo_call(insn))
        target = jump_target(env, insn, at)
        assert target is not None
        if insn.op == isa.BPF_JA:
            if insn.is_x:
                raise Rejected(errnos.EINVAL)
            pushed = self._push(at, target, _FALLTHROUGH, loop_ok=True)
            _mark_jmp_point(env, target)
            if at + 1 < len(env.insns) and Feature.JMP_POINTS not in env.features:
                _mark_jmp_point(env, at + 1)
            return pushed
        env.aux[at].prune_point = True
        if self._push(at, at + 1, _FALLTHROUGH, loop_ok=True):
            return True
        return self._push(at, target, _BRANCH, loop_ok=True)

    def _visit_call(self, at: int, size: int, *, visit_callee: bool) -> bool:
        env = self._env
        if self._push(at, at + size, _FALLTHROUGH, loop_ok=False):
            return True
        if at + size < len(env.insns):
            _mark_jmp_point(env, at + size)
        if not visit_callee:
            return False
        env.aux[at].prune_point = True
        insn = env.insns[at]
        # recursion through a callback's address is refused when frames run out
        return self._push(
            at, at + insn.imm + 1, _BRANCH, loop_ok=is_pseudo_func(insn) or env.callback_loops
        )


def check_cfg(env: Env) -> None:
    """Walk the graph; refuse what is not reached and, unprivileged, what loops."""
    walk = _Walk(env)
    walk.run()
    at = 0
    while at < len(env.insns):
        if walk.state[at] != _EXPLORED:
            env.reject(f"unreachable insn {at}", errnos.EINVAL)
        if isa.is_ldimm64(env.insns[at]):
            if walk.state[at + 1]:
                env.reject(f"jump into the middle of ldimm64 insn {at}", errnos.EINVAL)
            at += 1
        at += 1
