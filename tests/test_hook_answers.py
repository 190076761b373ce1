"""What programs see on each kind of hook, and their order, against running kernels.

``tests/record_hook_answers.py`` recorded what Linux did with the same objects and as many calls.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from sim.engine.environment import Environment
from sim.hooks.attach import Links
from sim.kernel import layout as k
from sim.kernel.machine import Distribution, Machine, MachineConfig
from sim.loader.load import load_object
from sim.loader.open import open_object
from sim.workload.compile import Workloads
from sim.workload.spec import Files, Step, WorkloadSpec
from tests.record_hook_answers import CALLS, FOLDER, chosen

# regs->ip of a function that indirect calls reach lies 4 bytes further on a kernel with IBT,
# behind endbr64: none here is built with it
IBT = {("6.12", "on_ksyscall_saw")}
IP_OFF = slice(24, 32)


def _answers(kernel: str) -> dict[str, dict[str, Any]]:
    answers: dict[str, dict[str, Any]] = json.loads(
        (FOLDER / f"answers-{kernel}.json").read_text("utf-8")
    )
    return answers


def _variables(name: str, kernel: str) -> dict[str, bytes]:
    """Run an object beside calls of openat; return its variables."""
    config = MachineConfig("6.1", 1, 1, lambda _key: 1000, hz=0, preset="upstream")
    machine = Machine(config)
    workloads, links = Workloads(machine), Links(machine)
    never = Distribution(k.DIST_CONSTANT, 0)
    wait = Step("user", Distribution(k.DIST_CONSTANT, 1 << 40))
    steps = (*[Step("openat")] * CALLS, wait)
    workloads.add(WorkloadSpec("opens", False, 1, never, steps, Files(1, "/srv/file", 0)))
    spec = open_object(FOLDER / f"{name}.bpf.o")
    wanted = chosen(name, kernel)
    for program in spec.programs:
        program.autoload = program.name in wanted
    loaded = load_object(machine, links, spec, machine.add_owner("tracer:t"))
    for link in loaded.links:
        links.install(link)
    machine.start()
    workloads.start()
    env = Environment()
    env.add_machine(machine)
    env.run(until=1 << 30)
    machine.finish(1 << 30)
    found = {}
    for variable, place in spec.vars.items():
        ((_key, (value,)),) = loaded.maps[place.map].items()
        found[variable] = bytes(value[place.offset : place.offset + place.size])
    machine.close()
    return found


def _bytes(value: int | str) -> bytes:
    return value.to_bytes(8, "little") if isinstance(value, int) else bytes.fromhex(value)


@pytest.mark.parametrize("kernel", ["6.1", "6.12"])
def test_programs_see_what_they_see_on_linux(kernel: str) -> None:
    real, mine = _answers(kernel)["kinds"], _variables("kinds", kernel)
    for variable, value in real.items():
        expected, found = bytearray(_bytes(value)), bytearray(mine[variable])
        if (kernel, variable) in IBT:
            assert expected[IP_OFF] == (5).to_bytes(8, "little")
            expected[IP_OFF] = found[IP_OFF]
        assert found == expected, variable


@pytest.mark.parametrize("kernel", ["6.1", "6.12"])
def test_programs_run_in_the_order_of_linux(kernel: str) -> None:
    real, mine = _answers(kernel)["order"], _variables("order", kernel)
    turns = {name: int.from_bytes(mine[name], "little") for name in real}
    assert turns == real
