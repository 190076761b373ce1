"""A program that no verifier has seen may go wrong: that is its author's error, not a bug."""

from __future__ import annotations

import pytest

from sim.base.errors import VmFault
from sim.bpf.asm import assemble
from sim.cost.profile import load_profile
from sim.engine.environment import Environment
from sim.hooks.attach import Links
from sim.hooks.kinds import parse_target
from sim.kernel import layout as k
from sim.kernel.machine import Distribution, Machine, MachineConfig
from sim.workload.compile import Workloads
from sim.workload.spec import Step, WorkloadSpec


def _run(text: str) -> None:
    machine = Machine(MachineConfig("6.1", 1, 3, load_profile("x86-2020").price_ps))
    workloads = Workloads(machine)
    links = Links(machine)
    think = Distribution(k.DIST_CONSTANT, 10_000)
    workloads.add(WorkloadSpec("web", False, 1, think, (Step("getpid"),)))
    target = parse_target("kprobe", "__x64_sys_getpid", "here")
    machine.start()
    program = links.load("wrong", "kprobe/__x64_sys_getpid", assemble(text))
    links.install(links.prepare(program, target, k.OWNER_FIRST_TRACER))
    workloads.start()
    env = Environment()
    env.add_machine(machine)
    try:
        env.run(until=1_000_000)
    finally:
        machine.close()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("r0 = 0\nL:\ngoto L", "ran out of its instruction budget without an end"),
        ("call 250\nexit", "calls a helper that does not exist"),
    ],
)
def test_a_program_that_goes_wrong_is_refused_with_its_place(text: str, problem: str) -> None:
    with pytest.raises(VmFault, match=problem) as caught:
        _run(text)
    assert caught.value.where.startswith("near insn ")
    assert "verifier" in caught.value.reason
