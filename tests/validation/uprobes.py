"""Uprobe scaling: the hits a second of a whole machine against its CPUs, simulated.

``python -m tests.validation.uprobes`` runs one thread a CPU that calls an empty function over and
over, and prints published and simulated figures side by side (80-core Xeon Gold 6138, Andrii
Nakryiko, July and August 2024). Prices are those of one profile, nominal.

The locks' holds in the profile are taken from this very table, from the cells where the machine
is saturated: what is compared is the shape between one CPU and many, not the height of the plateau.

**Rule:** nothing is set per cell but the number of CPUs; per row, what is attached and whether
uprobes are found without the machine-wide lock.

**Not modelled:** why figures fall at 16 to 32 CPUs: a spinning lock's cache line that moves
between sockets.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from sim.bpf.asm import assemble
from sim.cost.profile import load_profile
from sim.engine.environment import Environment
from sim.hooks.attach import Links
from sim.hooks.kinds import parse_target
from sim.kernel import layout as k
from sim.kernel.machine import Distribution, Machine, MachineConfig
from sim.kernel.user_code import UserFunction
from sim.workload.compile import Workloads
from sim.workload.spec import Step, UserBody, WorkloadSpec

__all__ = ["CLOSE", "ROWS", "Cell", "Row", "main", "measure", "table"]

CLOSE = 0.25
HORIZON_NS = 200_000
LOOP_NS = 6  # the loop around the call: 152.6 million rounds a second
_FUNCTION = "/bench:trigger"


@dataclass(frozen=True)
class Row:
    """A row of the published table: millions of hits a second, by CPUs."""

    name: str
    kind: str
    is_lockless: bool
    published: dict[int, float]


ROWS = (
    Row(
        "uprobe, lock of the machine",
        "uprobe",
        False,
        {1: 3.032, 2: 3.452, 4: 3.663, 8: 3.718, 16: 3.344, 32: 2.288, 64: 3.205},
    ),
    Row(
        "uretprobe, lock of the machine",
        "uretprobe",
        False,
        {1: 1.979, 2: 2.361, 4: 2.309, 8: 2.253, 16: 2.007, 32: 1.624, 64: 2.149},
    ),
    Row(
        "uprobe, mmap lock of the process",
        "uprobe",
        True,
        {
            1: 3.417,
            2: 5.724,
            4: 11.094,
            8: 20.138,
            10: 20.161,
            16: 13.352,
            32: 11.252,
            64: 12.895,
            80: 15.224,
        },
    ),
)


@dataclass(frozen=True)
class Cell:
    """A figure of the table, published and simulated."""

    row: str
    nr_cpus: int
    published: float
    simulated: float

    @property
    def error(self) -> float:
        """How far the simulated figure is off, relative to the published one."""
        return self.simulated / self.published - 1

    @property
    def is_close(self) -> bool:
        """Whether that is at most 25 %."""
        return abs(self.error) <= CLOSE


def measure(kind: str, is_lockless: bool, nr_cpus: int) -> float:
    """Return the millions of runs a second of an empty program on a machine."""
    profile = load_profile("x86-2020")
    machine = Machine(
        MachineConfig(
            "6.1",
            nr_cpus,
            1,
            profile.price_ps,
            0,
            user_functions=(UserFunction(_FUNCTION, 0x40_1000),),
            has_lockless_uprobes=is_lockless,
        )
    )
    workloads, links = Workloads(machine), Links(machine)
    nothing = Distribution(k.DIST_CONSTANT, 0)
    loop = Step("user", Distribution(k.DIST_CONSTANT, LOOP_NS))
    steps = (loop, Step("call", function=_FUNCTION))
    bodies = (UserBody(_FUNCTION, ()),)
    workloads.add(WorkloadSpec("bench", False, nr_cpus, nothing, steps, functions=bodies))
    owner = machine.add_owner("tracer:bench")
    program = links.load("empty", kind, assemble("r0 = 0\nexit"))
    link = links.prepare(program, parse_target(kind, _FUNCTION, "bench"), owner)
    links.install(link)
    machine.start()
    workloads.start()
    environment = Environment()
    environment.add_machine(machine)
    environment.run(until=HORIZON_NS)
    machine.finish(HORIZON_NS)
    runs = links.counters(link)["run"]
    machine.close()
    return runs * 1000 / HORIZON_NS


def table() -> Iterator[Cell]:
    """Yield every cell."""
    for row in ROWS:
        for nr_cpus, published in row.published.items():
            simulated = measure(row.kind, row.is_lockless, nr_cpus)
            yield Cell(row.name, nr_cpus, published, simulated)


def main() -> int:
    """Print the table."""
    cells = list(table())
    print(f"{'':34}{'CPUs':>5}{'published':>11}{'simulated':>11}{'error':>8}")
    for cell in cells:
        mark = "" if cell.is_close else "  far"
        figures = f"{cell.nr_cpus:5}{cell.published:11.2f}{cell.simulated:11.2f}"
        print(f"{cell.row:34}{figures}{100 * cell.error:7.0f}%{mark}")
    close = sum(cell.is_close for cell in cells)
    print(f"{close} of {len(cells)} cells within {100 * CLOSE:.0f} %, millions of hits a second")
    return 0


if __name__ == "__main__":
    sys.exit(main())
