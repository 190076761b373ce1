"""Running a scenario up to a hit, and stopping where its program begins.

**Rule:** all that others did before the hit's time is done, and no more: contexts do not go ahead.

**Not modelled:** hits that run no program.
"""

from __future__ import annotations

from sim.base.errors import ScenarioError, nearest
from sim.base.memory import load64, store64
from sim.bpf.run_state import R_PENDING, R_PROG
from sim.debug.stop import StopAtRun
from sim.engine.state import H_LAZY, H_TRAP_A, TRAP_HELPER
from sim.hooks.attach import Link
from sim.kernel.layout import P_CODE
from sim.run.arm import ArmRun

__all__ = ["parse_at", "run_to"]


class _Stopped(Exception):
    """The machine stopped where it was told to."""


def parse_at(text: str) -> tuple[str, int]:
    """Split ``HOOK[:N]``, or ``PROGRAM[:N]``, into the name and N, 1 unless given."""
    name, _, last = text.rpartition(":")
    if name and last.isdecimal():
        return name, int(last)
    return text, 1


def run_to(arm: ArmRun, at: str, where: str) -> Link:
    """Run an arm to the start of the run that is wanted; return whose it is."""
    name, run_nr = parse_at(at)
    link = _link(arm, name, where)
    code = arm.links.program_record(link.program) + P_CODE
    real = load64(code)
    stop = StopAtRun(real, max(run_nr, 1))
    store64(code, stop.address)
    machine = arm.machine
    env = arm.begin()
    machine.put(H_LAZY, 0)  # what the others did is done by then, and no more
    handle = machine.on_trap[TRAP_HELPER]

    def on_helper() -> None:
        if load64(machine.get(H_TRAP_A) + R_PENDING) == 0:
            raise _Stopped
        handle()

    machine.on_trap[TRAP_HELPER] = on_helper
    try:
        env.run(until=arm.limit_ns)
        nr_runs = run_nr - stop.nr_runs_missing
    except _Stopped:
        store64(code, real)
        store64(machine.get(H_TRAP_A) + R_PROG, real)
        return link
    finally:
        stop.close()
    raise ScenarioError(
        f"{name} has no run {run_nr}",
        where=where,
        reason=f"the program runs {nr_runs} times until the scenario stops",
        suggestion="a smaller number, or a longer stop.time",
    )


def _link(arm: ArmRun, name: str, where: str) -> Link:
    kind, _, rest = name.partition(":")
    hook = f"tracepoint:{rest}" if kind == "tp" else name
    for link in arm.links.links:
        if hook in (link.target.hook, link.program.name):
            return link
    known: list[str] = [link.target.hook for link in arm.links.links]
    known += [link.program.name for link in arm.links.links]
    raise ScenarioError(
        f"no program is attached to {name}",
        where=where,
        reason="attached are " + ", ".join(sorted(set(known))),
        suggestion=nearest(name, known),
    )
