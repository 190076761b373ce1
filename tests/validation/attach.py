"""How long attaching takes: one link at many functions, and as many kprobes, simulated.

``python -m tests.validation.attach`` lets a tracer's task attach and detach, and prints published
and simulated figures side by side: the kernel's own bench_attach (kprobe_multi, April and October
2022), bpftrace before and after symbols were looked up in one pass, pwru with a kprobe for each
function. Prices are those of one profile, nominal.

Detaching patches the same text by the same means in 2022's kernels, and took 2.5 times as long a
function on April's machine as on October's. So the two machines differ in speed, which no price
of one profile can express: *scaled* is the simulated figure times how much faster the row's own
machine detaches than the profile's.

**Rule:** a row differs in its kernel, its number of functions and what is attached, in nothing
else. What a simulated kernel has of functions is far less than a real one's: their number is
the row's, at the prices that the tracer's task has paid for those that there are.

**Not modelled:** how the kernel's hash of functions fills; the wait for other CPUs at each batch
of patches; what the tools do before and after.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from sim.agent.agent import Agent, ReaderOptions
from sim.bpf.asm import assemble
from sim.bpf.spec import ObjectSpec
from sim.cost.profile import load_profile
from sim.engine import state as h
from sim.engine.environment import Environment
from sim.hooks.attach import Links
from sim.hooks.kinds import parse_target
from sim.kernel.machine import Machine, MachineConfig
from sim.loader.load import LoadedObject

__all__ = ["CLOSE", "ROWS", "Cell", "Row", "main", "measure", "table"]

CLOSE = 0.30
_S = 1_000_000_000
_LONG_NS = 400 * _S


@dataclass(frozen=True)
class Row:
    """A published figure: seconds.

    Attributes:
        name: Where it is from.
        kernel: The simulated kernel that looks symbols up as the measured one.
        kind: What is attached.
        functions: To how many functions.
        attach_s: How long attaching took, the tool's other work included where it is not apart.
        detach_s: How long detaching took; 0: not published.
    """

    name: str
    kernel: str
    kind: str
    functions: int
    attach_s: float
    detach_s: float = 0


ROWS = (
    Row("bench_attach, April 2022", "5.19", "kprobe.multi", 48_712, 1.069, 0.373),
    Row("bench_attach, October 2022", "6.1", "kprobe.multi", 26_620, 0.182, 0.082),
    Row("bpftrace, a search each", "5.18", "kprobe.multi", 3_344, 6.568),
    Row("bpftrace, one pass", "5.19", "kprobe.multi", 3_344, 0.566),
    Row("pwru, kprobes", "6.1", "kprobe", 1_462, 5.0),
    Row("pwru, kprobes, PR 470", "6.1", "kprobe", 1_572, 9.0),
)


@dataclass(frozen=True)
class Cell:
    """A row, simulated."""

    row: Row
    attach_s: float
    detach_s: float

    @property
    def scaled_s(self) -> float:
        """Attaching on a machine that detaches as fast as the row's."""
        return self.attach_s * (self.row.detach_s / self.detach_s if self.row.detach_s else 1)

    @property
    def is_close(self) -> bool:
        """Whether that is within 30 % of the published figure."""
        return abs(self.scaled_s / self.row.attach_s - 1) <= CLOSE


def measure(kernel: str, kind: str, functions: int) -> tuple[float, float]:
    """Return how long a tracer's task attaches a program to functions, and detaches it, s."""
    profile = load_profile("x86-2020")
    machine = Machine(MachineConfig(kernel, 1, 1, profile.price_ps, 0))
    links = Links(machine)
    program = links.load("empty", kind, assemble("r0 = 0\nexit"))
    owner = machine.add_owner("tracer:bench")
    if kind == "kprobe.multi":
        made = links.prepare_all(program, parse_target(kind, "*", ""), owner)
    else:
        name = next(iter(machine.paths.functions))
        made = [links.prepare(program, parse_target(kind, name, ""), owner)]
    links.expect_detach(made)
    loaded = LoadedObject(ObjectSpec("bench", [], [], None), {}, tuple(made), 2)
    agent = Agent(machine, "bench", 0, owner, loaded, ReaderOptions(detach_ns=_LONG_NS))
    times: list[int] = []

    def attach() -> None:
        agent.install(links, machine.get(h.H_TRAP_B))
        times.append(machine.now_ns)

    def detach() -> None:
        agent.remove(links, machine.get(h.H_TRAP_B))
        times.append(machine.now_ns)

    machine.on_trap |= {h.TRAP_ATTACH: attach, h.TRAP_DETACH: detach}
    machine.start()
    env = Environment()
    env.add_machine(machine)
    env.run(until=2 * _LONG_NS)
    attached, detached = times[0], times[1] - _LONG_NS
    once_ns = profile.price_ps("attach.prog_load") // 1000
    is_multi = kind == "kprobe.multi"
    has_pass = is_multi and kernel != "5.18"
    pass_ns = profile.price_ps("attach.symbol_pass") // 1000 if has_pass else 0
    machine.close()
    each_ns = (attached - once_ns - pass_ns) / len(made)
    attach_s = (once_ns + pass_ns + functions * each_ns) / _S
    return attach_s, functions * detached / len(made) / _S


def table() -> Iterator[Cell]:
    """Yield every row, simulated."""
    for row in ROWS:
        yield Cell(row, *measure(row.kernel, row.kind, row.functions))


def main() -> int:
    """Print the table."""
    head = f"{'':28}{'functions':>10}{'published':>11}{'simulated':>11}{'scaled':>8}{'error':>8}"
    print(head + f"{'detach':>10}{'simulated':>11}")
    cells = list(table())
    for cell in cells:
        row = cell.row
        error = 100 * (cell.scaled_s / row.attach_s - 1)
        line = f"{row.name:28}{row.functions:10}{row.attach_s:11.3f}{cell.attach_s:11.3f}"
        line += f"{cell.scaled_s:8.3f}{error:7.0f}%"
        if row.detach_s:
            line += f"{row.detach_s:10.3f}{cell.detach_s:11.3f}"
        print(line + ("" if cell.is_close else "  far"))
    close = sum(cell.is_close for cell in cells)
    print(f"{close} of {len(cells)} rows within {100 * CLOSE:.0f} %, seconds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
