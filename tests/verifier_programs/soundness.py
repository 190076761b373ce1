"""What must be true of a program that the verifier accepts.

It comes to the same on both engines, without a fault; it is accepted without pruning too; and when
it runs, every number is one that the verifier said it could be. For the last, the program is cut
off at some instruction, where it returns a register; the number must be within the register's range
in one of the states in which the verifier came there, with pruning off.

**Rule:** only programs without loops and with few branches are verified without pruning, and only
those are asked for their numbers.

**Not modelled:** numbers inside of subprograms; programs that no machine here can run.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sim.bpf import isa
from sim.bpf.isa import Insn
from sim.bpf.verifier import do_check
from sim.bpf.verifier.bounds import Bounds
from sim.bpf.verifier.spec import Map, Verdict, VerdictKind
from sim.bpf.verifier.types import SCALAR_VALUE
from sim.bpf.verifier.verify import verify
from sim.loader.jobs import raw
from sim.loader.jobs.answer import Jobs
from sim.loader.jobs.fields import RawJob, read_raw
from sim.loader.jobs.test_run import test_run
from tests.verifier_programs.mutate import shifted

__all__ = ["Checker", "is_within"]

_MOST_BRANCHES = 7
_MANY = 100_000
_MAGIC = 0x5EED1234
_MOV_K = isa.BPF_ALU64 | isa.BPF_MOV | isa.BPF_K
_MOV_X = isa.BPF_ALU64 | isa.BPF_MOV | isa.BPF_X
_RSH_K = isa.BPF_ALU64 | isa.BPF_RSH | isa.BPF_K
_M32, _M64 = (1 << 32) - 1, (1 << 64) - 1
_JUMPS = (isa.BPF_JMP, isa.BPF_JMP32)

_Seen = dict[int, list[list[Bounds | None]]]


def is_within(number: int, b: Bounds) -> bool:
    """Say whether an unsigned number of 64 bits is one that *b* allows."""
    signed = number - (1 << 64) if number >> 63 else number
    low = number & _M32
    signed_low = low - (1 << 32) if low >> 31 else low
    value, mask = b.var_off
    return (
        b.umin <= number <= b.umax
        and b.smin <= signed <= b.smax
        and b.u32_min <= low <= b.u32_max
        and b.s32_min <= signed_low <= b.s32_max
        and number & ~mask & _M64 == value
    )


def _maps(fields: RawJob) -> list[Map]:
    """Return a job's maps as the verifier had them."""
    made: list[Map] = []
    for one in fields.maps:
        sizes = (one.key_size, one.value_size, one.max_entries, one.map_flags)
        inner = made[one.inner] if one.inner >= 0 else None
        made.append(Map(one.name, one.map_type, *sizes, map_extra=one.map_extra, inner=inner))
    return made


@contextmanager
def _watched(seen: _Seen) -> Iterator[None]:
    """Keep what the verifier knows of R0 to R9 whenever it comes to an instruction."""
    step = do_check._Walk._step

    def watching(walk: Any, insn: Insn) -> bool:
        env = walk._env
        if len(env.cur.frames) == 1 and not env.cur.speculative:
            regs = [reg.bounds if reg.type == SCALAR_VALUE else None for reg in env.frame.regs[:10]]
            seen.setdefault(env.insn_idx, []).append(regs)
        return step(walk, insn)

    do_check._Walk._step = watching  # type: ignore[method-assign]
    try:
        yield
    finally:
        do_check._Walk._step = step  # type: ignore[method-assign]


def _is_simple(insns: list[Insn]) -> bool:
    """Say whether all paths can be walked."""
    branches = 0
    for insn in insns:
        if insn.opcode & 7 not in _JUMPS or insn.op == isa.BPF_EXIT:
            continue
        if insn.op == isa.BPF_CALL:
            if insn.src_reg:
                return False
            continue
        if insn.off < 0:
            return False
        branches += insn.op != isa.BPF_JA
    functions = any(
        insn.opcode == isa.LDIMM64 and insn.src_reg == isa.BPF_PSEUDO_FUNC for insn in insns
    )
    return branches <= _MOST_BRANCHES and not functions


#: Until 6.8 (commit eabe518de533) the value at the exit does not make R0 precise, so a state
#: with another value there is pruned; 6.1.192 accepts such programs, 6.12.117 refuses them.
_EXIT_VALUE = "At program exit the register R0 has "


class Checker:
    """Checks programs, one after the other."""

    def __init__(self, kernel: str = "6.1") -> None:
        self._engines = {name: Jobs(kernel, engine=name) for name in ("jit", "interp")}

    def problem(self, job: Mapping[str, Any], draw: random.Random) -> tuple[str, str]:
        """Check a job.

        Returns:
            The verdict, and what is wrong with it ("": nothing).
        """
        answer = self._engines["jit"].answer(job)
        verdict = "accept" if answer.get("ok") else str(answer.get("stage"))
        if "verdict" not in answer and answer.get("stage") == "bad_job":
            return verdict, f"bad job: {answer.get('why')}"
        run = answer.get("run") or {}
        if run and int(answer["verified_insns"]) < _MANY:
            other = self._engines["interp"].answer(job)
            if other != answer:
                return verdict, f"engines differ: {other.get('run')} {run}"
        if "fault" in run:
            return verdict, f"faults: {run['fault']}"
        insns = isa.decode(bytes.fromhex(job["insns"]))
        if verdict not in ("accept", "load") or "fixups" in job or not _is_simple(insns):
            return verdict, ""
        return verdict, self._unpruned(job, bool(answer.get("ok")), insns, draw)

    def _unpruned(
        self, job: Mapping[str, Any], is_accepted: bool, insns: list[Insn], draw: random.Random
    ) -> str:
        seen: _Seen = {}
        verdicts: list[Verdict] = []

        def unpruned(*args: Any, **kwargs: Any) -> Verdict:
            with _watched(seen):
                verdicts.append(verify(*args, **{**kwargs, "prune": False}))
            return verdicts[-1]

        raw.verify = unpruned  # type: ignore[attr-defined]
        try:
            self._engines["jit"].answer({**job, "kind": "verify"})
        finally:
            raw.verify = verify  # type: ignore[attr-defined]
        if not verdicts:
            return ""
        if (verdicts[-1].kind is VerdictKind.ACCEPT) != is_accepted:
            if is_accepted and _EXIT_VALUE in verdicts[-1].log:
                return ""
            return f"without pruning: {verdicts[-1].kind.value}: {verdicts[-1].log[-300:]}"
        if is_accepted and job["kind"] == "run" and seen:
            return self._out_of_range(job, insns, seen, draw)
        return ""

    def _out_of_range(
        self, job: Mapping[str, Any], insns: list[Insn], seen: _Seen, draw: random.Random
    ) -> str:
        places = sorted(seen)
        for at in {draw.choice(places), places[-1]}:
            found = self._outside(job, insns, at, seen[at])
            if found:
                return found
        return ""

    def _outside(
        self,
        job: Mapping[str, Any],
        insns: list[Insn],
        at: int,
        states: list[list[Bounds | None]],
    ) -> str:
        if self._cut(job, insns, at, [Insn(_MOV_K, 0, 0, 0, _MAGIC)]) != _MAGIC:
            return ""  # it does not get there, or cannot be run
        for regno in range(10):
            ranges = [regs[regno] for regs in states]
            if any(b is None for b in ranges):
                continue
            copy = Insn(_MOV_X, 0, regno)
            low = self._cut(job, insns, at, [copy])
            high = self._cut(job, insns, at, [copy, Insn(_RSH_K, 0, 0, 0, 32)])
            if low is None or high is None:
                return f"cannot be cut off at {at}"
            number = high << 32 | low
            if not any(is_within(number, b) for b in ranges if b is not None):
                return f"R{regno} is {number:#x} at {at}, the verifier knows {ranges}"
        return ""

    def _cut(
        self, job: Mapping[str, Any], insns: list[Insn], at: int, end: list[Insn]
    ) -> int | None:
        """Return what the program returns when it ends before an instruction."""
        added = [*end, Insn(isa.EXIT)]
        moved = shifted(insns, at, len(added))
        code = isa.encode([*moved[:at], *added, *moved[at:]])
        fields = read_raw({**job, "insns": code.hex()})
        run = test_run(fields, code, (), _maps(fields), "interp")["run"]
        return int(run["retval"]) if run.get("ok") else None
