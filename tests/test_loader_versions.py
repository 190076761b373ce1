"""Which programs a simulated kernel's version refuses when they are loaded."""

from __future__ import annotations

import errno
from collections.abc import Iterator

import pytest

from sim.base.errors import VerifierError
from sim.bpf.asm import assemble
from sim.hooks.attach import Links
from sim.kernel.machine import Machine, MachineConfig
from sim.loader.load import load_object
from tests.reference.both import asm_object


@pytest.fixture(scope="module")
def machine() -> Iterator[Machine]:
    made = Machine(MachineConfig("6.1", 1, 1, lambda _key: 0, hz=0))
    yield made
    made.close()


def _load(machine: Machine, text: str) -> None:
    spec = asm_object([], [("kprobe/__x64_sys_getpid", "r0 = 0\nexit")])
    spec.programs[0].insns = assemble(text)
    load_object(machine, Links(machine), spec, machine.add_owner("tracer:t"))


def test_a_program_of_cpu_v4_is_refused_by_6_1_and_told_who_takes_it(machine: Machine) -> None:
    with pytest.raises(VerifierError) as caught:
        _load(machine, "r0 = 7\nr0 s/= 2\nexit")
    error = caught.value
    assert error.problem == "BPF_ALU uses reserved fields"
    assert "\nBPF_ALU uses reserved fields\nprocessed 2 insns " in error.log
    assert error.where.endswith("insn 1")
    assert (error.errno, error.insn_idx) == (errno.EINVAL, 1)
    assert error.suggestion.endswith("set machine.kernel to 6.12")


def test_a_long_jump_is_taken_by_6_1_whose_stable_tree_has_it(machine: Machine) -> None:
    _load(machine, "r0 = 0\ngotol +0\nexit")
