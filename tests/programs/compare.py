"""One case on several engines, and where they differ first.

**Rule:** the interpreter is right: it is what others are compared with.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

from collections.abc import Callable

from sim.bpf.disasm import disassemble
from sim.bpf.region import VMALLOC_BASE
from sim.bpf.run_state import COUNTS
from tests.programs.generate import Case, variants
from tests.programs.world import FIELDS, Result, Stop, World

__all__ = [
    "INTERP",
    "JIT",
    "all_results",
    "difference",
    "engine_sets",
    "first_difference",
    "first_wrong",
    "listing",
    "on",
]

INTERP, JIT = "interp", "jit"
_NO_JUMP = "goto +0"
_LEFT = list(FIELDS).index("R_LEFT")

Runner = Callable[[Case], Result]


def engine_sets(case: Case) -> list[tuple[str, ...]]:
    """Return the engines of each run that is compared with the interpreter's."""
    sets = [(JIT,) * len(case.programs)]
    if case.mixed and len(set(case.mixed)) > 1:
        sets.append(case.mixed)
    return sets


def on(world: World, case: Case, engine: str) -> Result:
    """Run a case on one engine."""
    return world.run(case, (engine,) * len(case.programs))


def difference(world: World, case: Case, expected: Result | None = None) -> str:
    """Run a case on all engines; return where they differ first, "" when they agree."""
    if expected is None:
        expected = on(world, case, INTERP)
    for engines in engine_sets(case):
        found = world.run(case, engines)
        if found != expected:
            return f"{'+'.join(engines)}: {first_difference(expected, found)}"
    return ""


def all_results(case: Case, run: Runner) -> list[tuple[Case, Result]]:
    """Run a case and its variants."""
    first = run(case)
    nr_insns = case.budget - first.stops[-1].values[_LEFT]
    return [(case, first), *((one, run(one)) for one in variants(case, nr_insns))]


def first_wrong(world: World, case: Case) -> tuple[Case, str] | None:
    """Return the first of a case and its variants whose engines differ, and what differs."""
    for one, expected in all_results(case, lambda one: on(world, one, INTERP)):
        if wrong := difference(world, one, expected):
            return one, wrong
    return None


def first_difference(a: Result, b: Result, names: tuple[str, str] = (INTERP, JIT)) -> str:
    """Return the first thing that differs between two results."""
    nr = len(a.stops)
    for number, (x, y) in enumerate(zip(a.stops, b.stops, strict=False)):
        if x != y:
            what, left, right = _in_stop(x, y)
            return f"stop {number + 1} of {nr}: {what}: {names[0]} {left}, {names[1]} {right}"
    if nr != len(b.stops):
        return f"number of stops: {names[0]} {nr}, {names[1]} {len(b.stops)}"
    for what, data in a.memory.items():
        if data != b.memory[what]:
            return _in_memory(what, data, b.memory[what], names)
    return ""


def _in_stop(x: Stop, y: Stop) -> tuple[str, object, object]:
    """Return what differs first in two stops: the names' order is that of importance."""
    for name, left, right in zip(FIELDS, x.values, y.values, strict=True):
        if left != right:
            return name, left, right
    if x.program != y.program:
        return "program", x.program, y.program
    for name, one, other in (
        *(("R", x.regs, y.regs), ("R_COUNTS ", x.counts, y.counts)),
        *(("note word ", x.notes, y.notes), ("frame ", x.frames, y.frames)),
    ):
        for number, (left, right) in enumerate(zip(one, other, strict=False)):
            if left != right:
                which = COUNTS[number] if name == "R_COUNTS " else str(number)
                return f"{name}{which}", _shown(left), _shown(right)
    return "lengths", len(x.notes), len(y.notes)


def _shown(what: object) -> object:
    return hex(what & ((1 << 64) - 1)) if isinstance(what, int) else what


def _in_memory(what: str, left: bytes, right: bytes, names: tuple[str, str]) -> str:
    at = next(i for i, (x, y) in enumerate(zip(left, right, strict=True)) if x != y)
    start = at & -8
    where = f"{what} + {at:#x}"
    if what == "vmalloc":
        where = f"memory {VMALLOC_BASE + at:#x}"
        if at < 4096:
            where = f"stack, top − {4096 - at}"
    one, other = left[start : start + 8].hex(" "), right[start : start + 8].hex(" ")
    return f"{where}: {names[0]} {one}, {names[1]} {other}"


def listing(case: Case) -> str:
    """Return a case as text: what it depends on, and its programs without empty jumps."""
    out = [
        f"case {case.name}: budget {case.budget}, cpu {case.cpu}, checked {case.is_checked}, "
        f"raw {case.is_raw}, inlining {case.is_inlining}, noting {case.is_noting}, "
        f"packet {case.packet}, slots {case.slots}, mixed {case.mixed}",
        f"  r0–r9 at first: {case.regs}",
    ]
    for number, insns in enumerate(case.programs):
        out.append(f"  program {number}:")
        lines = disassemble(insns, exact=True)
        out += [f"    {line}" for line in lines if not line.endswith(_NO_JUMP)]
    return "\n".join(out)
