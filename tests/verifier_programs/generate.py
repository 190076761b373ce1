"""One random program: its kind, its statements, what is wrong with it, its job.

A program is a *prologue* that sets up what statements rely on, a few statements, most of them of
the program's *family*, and the exit. Two programs of five have nothing wrong on purpose; some are
damaged afterwards (`tests.verifier_programs.mutate`).

**Rule:** `make_job_of` is a function of (seed, index).

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

import random
from typing import Any

from sim.bpf.isa import Insn
from tests.programs.values import imm32
from tests.verifier_programs import (
    calls,
    contexts,
    helper_calls,
    malformed,
    map_calls,
    memory,
    references,
    scalars,
)
from tests.verifier_programs.draft import Draft, Statement
from tests.verifier_programs.job import assembled, make_job
from tests.verifier_programs.kinds import KINDS, Kind
from tests.verifier_programs.mutate import mutated

__all__ = ["FAMILIES", "family_of", "make_job_of"]

FAMILIES: dict[str, tuple[Statement, ...]] = {
    "scalars": scalars.STATEMENTS,
    "memory": memory.STATEMENTS,
    "maps": map_calls.STATEMENTS,
    "references": references.STATEMENTS,
    "calls": calls.STATEMENTS,
    "contexts": contexts.STATEMENTS,
    "helpers": helper_calls.STATEMENTS,
    "kfuncs": helper_calls.KFUNC_STATEMENTS,
    "malformed": malformed.STATEMENTS,
}
_FAMILY_NAMES = (
    *("scalars", "scalars", "memory", "memory", "memory", "memory", "maps", "maps", "references"),
    *("references", "references", "calls", "calls", "calls", "contexts", "contexts", "helpers"),
    *("helpers", "kfuncs", "malformed"),
)
_EVERY_CAPS: tuple[list[str], ...] = ([], ["BPF"], ["BPF", "PERFMON"], ["BPF", "NET_ADMIN"])


def _caps(draw: random.Random, kind: Kind) -> list[str] | None:
    """Return what the loading process may do; None: everything."""
    if draw.randrange(4):
        return None
    if draw.randrange(12) == 0:
        return draw.choice(_EVERY_CAPS)
    if kind.is_tracing:
        return ["BPF", "PERFMON"]
    if kind.prog_type == "socket_filter":
        return draw.choice(([], [], [], ["BPF"]))
    return ["BPF", "NET_ADMIN"]


def _any_statement(draw: random.Random) -> Statement:
    return draw.choice(FAMILIES[draw.choice(_FAMILY_NAMES)])


def _kind(draw: random.Random, family: str) -> Kind:
    if family == "kfuncs":
        return draw.choice([kind for kind in KINDS if kind.attach_btf])
    if family == "references" and draw.randrange(2):
        return draw.choice(KINDS[1:4])
    if family == "contexts" or draw.randrange(2):
        return draw.choice(KINDS)
    return draw.choice(KINDS[:4])


def _prologue(d: Draft) -> None:
    d.add("r6 = r1")
    d.add(f"r7 = {imm32(d.draw)}" if d.chance(1, 4) else "r7 = r6", f"r8 = {imm32(d.draw)}")
    if d.lines[-2] == "r7 = r6":
        d.lines[-2] = "r7 = 1"
        scalars.unknown(d, 7)


def _epilogue(d: Draft) -> None:
    d.place("out")
    if d.kind.returns:
        right = [f"r0 = {number}" for number in d.kind.returns]
        d.add(d.one(right, ("r0 = 7", "r0 = r7", "r0 = r10")))
    else:
        d.add(d.one(("r0 = 0", "r0 = r7", "r0 = 1", "r0 = r8"), ("r0 = r10", "r0 = r6", "r0 = r9")))
    d.add("exit")


def _draft(draw: random.Random, family: str, kind: Kind) -> Draft:
    wrong = draw.choice((0, 0, 0, 0, 20, 60, 120, 250))
    if family == "malformed":
        wrong *= 3
    d = Draft(draw, kind, wrong)
    _prologue(d)
    for _ in range(draw.choice((1, 1, 2, 2, 3, 4))):
        statement = draw.choice(FAMILIES[family]) if draw.randrange(5) else _any_statement(draw)
        statement(d)
    _epilogue(d)
    d.lines += d.functions
    return d


def family_of(name: str) -> str:
    """Return the family that a job's id begins with."""
    return name.split(":")[0]


def make_job_of(seed: int, index: int) -> dict[str, Any]:
    """Return the job of program *index*."""
    draw = random.Random(f"verifier:{seed}:{index}")
    family = draw.choice(_FAMILY_NAMES)
    d = _draft(draw, family, _kind(draw, family))
    insns = assembled(d.lines)
    if draw.randrange(5) == 0:
        insns = mutated(draw, insns)
        family = "mutated"
    caps = _caps(draw, d.kind)
    return make_job(f"{family}:{seed}:{index}", d, insns, caps)


def insns_of(job: dict[str, Any]) -> list[Insn]:
    """Return a job's instructions."""
    from sim.bpf import isa

    return isa.decode(bytes.fromhex(job["insns"]))
