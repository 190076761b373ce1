"""What is known of a refusal: where it happened, on which path, and where values came from.

**Rule:** `Facts` can be asked for any word that a template of the table uses; a word that cannot
be found out reads as a plain phrase ("an earlier instruction"), never as nothing.

**Not modelled:** names of variables: the object says which line an instruction comes from, not
which variable a register holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sim.bpf import isa
from sim.bpf.isa import Insn
from sim.bpf.prog_type import ProgType
from sim.bpf.spec import LineRef
from sim.bpf.verifier.explain.origin import Origin, is_fork, origin_of
from sim.bpf.verifier.explain.words import access_words, reg_words
from sim.bpf.verifier.line_info import line_of
from sim.bpf.verifier.print_insn import env_insn_text
from sim.bpf.verifier.reg import Reg
from sim.bpf.verifier.trace import Step, Trace

if TYPE_CHECKING:
    from sim.bpf.verifier.env import Env

__all__ = ["Facts", "Loop"]

_CALL_NAME = re.compile(r"\(85\) call (.*?)(#\d+)?$")
_INSN_OF_MESSAGE = re.compile(r"\binsn (\d+)")
_SPIN_LOCK = 93
_MAP_LOADS = (isa.BPF_PSEUDO_MAP_FD, isa.BPF_PSEUDO_MAP_VALUE)


class Loop(NamedTuple):
    """The innermost loop that a path goes round; *start* to *end* are instructions."""

    start: int
    end: int
    rounds: int


class Facts:
    """The facts of one refusal.

    Args:
        trace: Of the verification.
        messages: What it said last.

    Attributes:
        env: The environment as the verification left it.
        steps: The path that was walked last; empty when it was refused before or behind the walk.
        insn_idx: The instruction that is refused, −1 if it is none in particular.
        groups: Named groups of the message, once a row of the table was chosen.
    """

    def __init__(self, trace: Trace, messages: Sequence[str]) -> None:
        assert trace.env is not None
        self.env: Env = trace.env
        self.messages = list(messages)
        self.steps: list[Step] = trace.path() if trace.in_walk else []
        self.groups: dict[str, str] = {}
        self.insn_idx = self._insn_idx()

    def _insn_idx(self) -> int:
        if self.steps:
            return self.steps[-1].insn_idx
        for message in reversed(self.messages):
            found = _INSN_OF_MESSAGE.search(message)
            if found and int(found[1]) < len(self.env.insns):
                return int(found[1])
        return -1

    @property
    def insn(self) -> Insn | None:
        """The instruction that is refused."""
        return self.env.insns[self.insn_idx] if self.insn_idx >= 0 else None

    def line(self, insn_idx: int) -> LineRef | None:
        """Return the source line of an instruction."""
        return line_of(self.env, insn_idx) if insn_idx >= 0 else None

    def place(self, insn_idx: int) -> str:
        """Say where an instruction is: ``line 12``, or its number if no line is known."""
        if insn_idx < 0:
            return "the program"
        line = self.line(insn_idx)
        return f"line {line.line_num}" if line is not None else f"instruction {insn_idx}"

    def code(self, insn_idx: int) -> str:
        """Return the source text of an instruction, or the instruction as the log prints it."""
        line = self.line(insn_idx)
        if line is not None and line.line.strip():
            return f"`{line.line.strip()}`"
        return f"`{env_insn_text(self.env, insn_idx).strip()}`" if insn_idx >= 0 else ""

    def call_name(self, insn_idx: int) -> str:
        """Return what an instruction calls, "" if it is no call."""
        insn = self.env.insns[insn_idx] if insn_idx >= 0 else None
        if insn is None or insn.opcode != isa.CALL:
            return ""
        if insn.src_reg == isa.BPF_PSEUDO_CALL:
            number = self.env.subprog_of(insn_idx + insn.imm + 1)
            name = self.env.subprogs[number].name if number < len(self.env.subprogs) else ""
            return f"{name}()" if name else "a function of the program"
        found = _CALL_NAME.match(env_insn_text(self.env, insn_idx).strip())
        return found[1] if found else "a helper"

    @cached_property
    def regno(self) -> int:
        """The register that the message is about, −1 if none is named."""
        for message in reversed(self.messages):
            found = re.search(r"\bR(\d+)\b", message)
            if found and int(found[1]) <= isa.BPF_REG_FP:
                return int(found[1])
        insn = self.insn
        if insn is None:
            return -1
        if insn.insn_class == isa.BPF_LDX:
            return insn.src_reg
        return insn.dst_reg if insn.insn_class in (isa.BPF_ST, isa.BPF_STX) else -1

    def reg(self, regno: int) -> Reg | None:
        """Return a register as it was before the refused instruction."""
        if not self.steps or regno < 0:
            return None
        regs = self.steps[-1].regs
        return regs[regno] if regs else self.env.frame.regs[regno]

    @cached_property
    def origin_found(self) -> Origin:
        """Where the value of the register that the message is about came from."""
        return origin_of(self.env, self.steps, self.regno)

    @property
    def origin_idx(self) -> int:
        """The instruction that the value came from, −1 if it was there from the start."""
        at = self.origin_found.step
        return self.steps[at].insn_idx if at >= 0 else -1

    def last_call(self, helper: int) -> int:
        """Return the last instruction of the path that calls a helper, −1 if none does."""
        for step in reversed(self.steps):
            insn = self.env.insns[step.insn_idx]
            if insn.opcode == isa.CALL and insn.src_reg == 0 and insn.imm == helper:
                return step.insn_idx
        return -1

    @cached_property
    def loop(self) -> Loop | None:
        """The loop that the path was in when it was given up."""
        for at in range(len(self.steps) - 1, 0, -1):
            now, before = self.steps[at], self.steps[at - 1]
            if now.frameno == before.frameno and now.insn_idx <= before.insn_idx:
                edge = (before.insn_idx, now.insn_idx)
                rounds = sum(
                    (a.insn_idx, b.insn_idx) == edge
                    for a, b in zip(self.steps, self.steps[1:], strict=False)
                )
                return Loop(now.insn_idx, before.insn_idx, rounds)
        return None

    def __getitem__(self, word: str) -> str:
        """Return a word of a template."""
        if self.groups.get(word) is not None:
            return self.groups[word]
        return str(getattr(self, f"_{word}")())

    def _here(self) -> str:
        return self.place(self.insn_idx)

    def _code(self) -> str:
        return self.code(self.insn_idx)

    def _access(self) -> str:
        return access_words(self.insn, self.call_name(self.insn_idx))

    def _reg(self) -> str:
        return f"R{self.regno}" if self.regno >= 0 else "a register"

    def _value(self) -> str:
        reg = self.reg(self.regno)
        return reg_words(self.env, reg) if reg is not None else "a value that is not known"

    def _call(self) -> str:
        return self.call_name(self.insn_idx) or "the call"

    def _origin(self) -> str:
        """Say what the value is: ``the result of bpf_map_lookup_elem (line 8)``."""
        at = self.origin_idx
        if at < 0:
            return "what the program started with" if self.regno == 1 else "never written"
        name = self.call_name(at)
        if name and self.origin_found.regno == 0:
            return f"the result of {name} in {self.place(at)}"
        if name:
            return f"lost in the call of {name} in {self.place(at)}"
        return f"computed in {self.place(at)}"

    def _origin_line(self) -> str:
        at = self.origin_idx
        return self.place(at) if at >= 0 else self._here()

    def _origin_call(self) -> str:
        return self.call_name(self.origin_idx) or "a call"

    def _acquired(self) -> str:
        at = int(self.groups.get("alloc") or -1)
        return f"{self.call_name(at) or 'a call'} in {self.place(at)}"

    def _acquired_line(self) -> str:
        return self.place(int(self.groups.get("alloc") or -1))

    def _locked(self) -> str:
        return self.place(self.last_call(_SPIN_LOCK))

    def _loop(self) -> str:
        if self.loop is None:
            return "no loop"
        found = [self.line(at) for at in (self.loop.start, self.loop.end)]
        numbers = sorted(line.line_num for line in found if line is not None)
        if len(numbers) < len(found):
            return f"instruction {self.loop.start} to {self.loop.end}"
        first, last = numbers
        return f"line {first}" if first == last else f"line {first} to {last}"

    def _rounds(self) -> str:
        return f"{self.loop.rounds:,}" if self.loop else "0"

    def _fork(self) -> str:
        """Name the last branch of the path."""
        for at in range(len(self.steps) - 2, -1, -1):
            step, following = self.steps[at], self.steps[at + 1]
            if is_fork(self.env.insns[step.insn_idx]):
                taken = "not taken" if following.insn_idx == step.insn_idx + 1 else "taken"
                return f"the branch in {self.place(step.insn_idx)} ({taken})"
        return "the start of the program"

    def _deepest(self) -> str:
        """Name the function that needs the most stack."""
        found = max(self.env.subprogs, key=lambda subprog: subprog.stack_depth)
        name = found.name or self.env.prog.name or "the program"
        return f"{name}() ({self.place(found.start)})"

    def _last(self) -> str:
        return self.place(len(self.env.insns) - 1)

    def _map_use(self) -> str:
        """Say where a map with a special field is used first."""
        maps = self.env.prog.maps
        for at, insn in enumerate(self.env.insns):
            if isa.is_ldimm64(insn) and insn.src_reg in _MAP_LOADS and insn.imm < len(maps):
                record = maps[insn.imm].record
                if record.spin_lock_off >= 0 or record.timer_off >= 0:
                    return self.place(at)
        return "the program"

    def _room(self) -> str:
        return str(abs(int(self.groups.get("off") or 0)))

    def _prog_type(self) -> str:
        try:
            return ProgType(self.env.prog_type).name.removeprefix("BPF_PROG_TYPE_").lower()
        except ValueError:
            return str(self.env.prog_type)

    def _license(self) -> str:
        return repr(self.env.prog.license)

    def _target(self) -> str:
        at = int(self.groups.get("to") or -1)
        return self.place(at)
