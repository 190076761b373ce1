"""Hooks checked before a machine exists: the same names, and the same words, as the machine's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sim.base.errors import AttachError
from sim.bpf.spec import ObjectSpec
from sim.hooks.kinds import KINDS
from sim.kernel.machine import Machine, MachineConfig
from sim.loader.load import _targets
from sim.loader.open import open_object
from sim.run.hook_check import is_plainly_there, missing_hook, site_names
from tests.scenarios import TUTORIAL


@pytest.fixture(scope="module")
def machine() -> Iterator[Machine]:
    found = Machine(MachineConfig("6.1", 1, 1, lambda _key: 0))
    yield found
    found.close()


def _object(kind: str, target: str) -> ObjectSpec:
    """Return an object whose first program has this hook, and no other one loads."""
    name = "02-syscount.bpf.o"
    spec = open_object((TUTORIAL / name).read_bytes(), "02-syscount")
    for program in spec.programs:
        program.autoload = program is spec.programs[0]
    spec.programs[0].kind, spec.programs[0].target = kind, target
    return spec


def test_the_sites_are_those_of_a_machine(machine: Machine) -> None:
    assert site_names("6.1") == set(machine.sites.by_name)


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("kprobe", "vfs_raed"),
        ("kprobe", ""),
        ("kprobe", "vfs_read+here"),
        ("kretprobe", "vfs_raed"),
        ("tracepoint", "block"),
        ("tracepoint", "block/block_rq_isue"),
        ("tracepoint", "block/block_plug"),
        ("tracepoint", "syscalls/sys_enter_opena"),
        ("fentry", "vfs_raed"),
        ("tp_btf", "sched_swich"),
        ("xdp", ""),
    ],
)
def test_what_is_refused_is_what_the_loader_refuses_in_the_same_words(
    machine: Machine, kind: str, target: str
) -> None:
    spec = _object(kind, target)
    with pytest.raises(AttachError) as caught:
        _targets(machine, spec)
    error = missing_hook(spec, spec.programs[0], "6.1")
    assert str(error) == str(caught.value)


def _functions(machine: Machine) -> list[str]:
    return [*machine.paths.functions, *machine.paths.silent]


def test_what_is_plainly_there_can_be_attached(machine: Machine) -> None:
    hooks = [(kind, name) for kind in ("kprobe", "kretprobe") for name in _functions(machine)]
    hooks += [("tracepoint", name.replace(":", "/")) for name in machine.paths.tracepoints()]
    hooks += [("tracepoint", f"syscalls/sys_{side}_openat") for side in ("enter", "exit")]
    assert {kind for kind, _ in hooks} <= set(KINDS)
    for kind, target in hooks:
        assert is_plainly_there(kind, target, "6.1")
        assert _targets(machine, _object(kind, target))


def test_what_is_there_but_not_plainly_is_not_refused(machine: Machine) -> None:
    for kind, target in (("tp", "block/block_rq_issue"), ("tracepoint", "raw_syscalls/sys_enter")):
        spec = _object(kind, target)
        assert not is_plainly_there(kind, target, "6.1")
        assert missing_hook(spec, spec.programs[0], "6.1") is None
        assert _targets(machine, spec)
