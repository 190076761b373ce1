"""Make a program that two verifiers see differently small, as long as they do.

**Rule:** one round puts every program that is one step smaller to the real kernel at once, and goes
on with the smallest whose difference is of the same group.

**Not modelled:** maps are not removed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sim.bpf import isa
from sim.bpf.isa import Insn
from sim.loader.jobs.answer import Jobs
from tests.oracle import ask
from tests.verdicts.difference import Difference, answer_of, difference_of
from tests.verifier_programs.mutate import shifted

__all__ = ["Shrinker"]

_ROUNDS = 12
_CHUNKS = (16, 8, 4, 2, 1)


class Shrinker:
    """Shrinks programs, by asking a real kernel."""

    def __init__(self, jobs: Jobs, kernel: str) -> None:
        self._jobs = jobs
        self._kernel = kernel

    def shrunk(self, found: Difference) -> Difference:
        """Return a difference of the same group with a smaller program."""
        for _ in range(_ROUNDS):
            smaller = self._smaller(found)
            if smaller is None:
                return found
            found = smaller
        return found

    def _smaller(self, found: Difference) -> Difference | None:
        candidates = list(_candidates(dict(found.job)))
        ours = [answer_of(self._jobs, job) for job in candidates]
        likely = [
            (job, answer)
            for job, answer in zip(candidates, ours, strict=True)
            if bool(answer.get("ok")) == bool(found.ours.get("ok"))
        ]
        _, theirs = ask([job for job, _ in likely], self._kernel)
        results = [
            difference_of(job, answer, other)
            for (job, answer), other in zip(likely, theirs, strict=True)
        ]
        same = [one for one in results if one.group() == found.group()]
        return min(same, key=lambda one: one.size, default=None)


def _candidates(job: dict[str, Any]) -> Iterator[dict[str, Any]]:
    insns = isa.decode(bytes.fromhex(job["insns"]))
    for chunk in _CHUNKS:
        for at in range(0, len(insns) - chunk, max(1, chunk // 2)):
            yield _with(job, _cut(insns, at, chunk), at, chunk)
    for at, insn in enumerate(insns):
        for easier in _easier(insn):
            yield _with(job, [*insns[:at], easier, *insns[at + 1 :]], len(insns), 0)


def _cut(insns: list[Insn], at: int, nr: int) -> list[Insn]:
    moved = shifted(insns, at, -nr)
    return [*moved[:at], *moved[at + nr :]]


def _easier(insn: Insn) -> Iterator[Insn]:
    is_jump = insn.opcode & 7 in (isa.BPF_JMP, isa.BPF_JMP32)
    if is_jump and insn.opcode & 0xF0 not in (isa.BPF_CALL, isa.BPF_EXIT, isa.BPF_JA):
        yield insn._replace(opcode=isa.BPF_JMP | isa.BPF_JA, dst_reg=0, src_reg=0, imm=0)
    if insn.opcode == isa.BPF_JMP | isa.BPF_CALL and insn.src_reg == 0:
        yield Insn(isa.BPF_ALU64 | isa.BPF_MOV | isa.BPF_K)


def _with(job: dict[str, Any], insns: list[Insn], at: int, nr: int) -> dict[str, Any]:
    out = {**job, "insns": isa.encode(insns).hex()}
    if "fixups" in job:
        kept = [one for one in job["fixups"] if not at <= one["insn"] < at + nr]
        out["fixups"] = [
            {**one, "insn": one["insn"] - nr if one["insn"] >= at else one["insn"]} for one in kept
        ]
    return out
