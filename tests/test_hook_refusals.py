"""What cannot be attached is refused where libbpf or the kernel refuses it, and leaves nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sim.base.errors import AttachError, SimError
from sim.base.memory import load64
from sim.bpf.asm import assemble
from sim.bpf.spec import ObjectSpec, ProgramSpec
from sim.hooks import attach
from sim.hooks.attach import Links
from sim.hooks.kinds import parse_target
from sim.kernel import layout as k
from sim.kernel.machine import Machine, MachineConfig
from sim.kernel.tracepoints import tracepoint
from sim.loader.load import load_object
from tests.test_hooks_rules import EMPTY, Tiny, _call

ENOENT = "No such file or directory"


@pytest.fixture
def machine() -> Iterator[Machine]:
    found = Machine(MachineConfig("6.1", 1, 1, lambda _key: 0))
    yield found
    found.close()


def _program(name: str, kind: str, target: str) -> ProgramSpec:
    return ProgramSpec(name, f"{kind}/{target}", kind, target, False, True, assemble(EMPTY))


def _prepared(machine: Machine) -> int:
    sites = machine.sites
    return sum(load64(sites.record(s.index) + k.S_PREPARED) for s in sites.by_name.values())


@pytest.mark.parametrize(
    ("kind", "target", "line", "near"),
    [
        (
            "kprobe",
            "vfs_raed",
            f"prog 'bad': failed to create kprobe 'vfs_raed+0x0' perf event: {ENOENT}",
            "vfs_read",
        ),
        (
            "kretprobe",
            "vfs_raed",
            f"prog 'bad': failed to create kretprobe 'vfs_raed+0x0' perf event: {ENOENT}",
            "vfs_read",
        ),
        (
            "ksyscall",
            "opennat",
            f"prog 'bad': failed to create kprobe '__x64_sys_opennat+0x0' perf event: {ENOENT}",
            "__x64_sys_openat",
        ),
        (
            "tracepoint",
            "block/block_rq_isue",
            f"failed to determine tracepoint 'block/block_rq_isue' perf event ID: {ENOENT}",
            "block:block_rq_issue",
        ),
        (
            "tracepoint",
            "syscalls/sys_enter_mseal",
            f"failed to determine tracepoint 'syscalls/sys_enter_mseal' perf event ID: {ENOENT}",
            "",
        ),
        (
            "raw_tp",
            "sched_swich",
            f"prog 'bad': failed to attach to raw tracepoint 'sched_swich': {ENOENT}",
            "sched_switch",
        ),
        (
            "fentry",
            "vfs_raed",
            "prog 'bad': failed to find kernel BTF type ID of 'vfs_raed': -3",
            "vfs_read",
        ),
    ],
)
def test_a_place_that_is_not_there_is_refused_in_libbpfs_words_with_the_nearest_names(
    machine: Machine, kind: str, target: str, line: str, near: str
) -> None:
    links = Links(machine)
    programs = [_program("good", "kprobe", "vfs_read"), _program("bad", kind, target)]
    with pytest.raises(AttachError) as caught:
        load_object(machine, links, ObjectSpec("o", [], programs, None, license="GPL"), 3)
    assert caught.value.problem == line
    assert near in caught.value.suggestion
    assert links.links == []
    assert links.programs == []
    assert _prepared(machine) == 0


def test_an_object_whose_second_program_finds_no_room_leaves_nothing(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attach, "MAX_LINKS", 3)
    links = Links(machine)
    programs = [
        _program("one", "kprobe", "vfs_read"),
        _program("two", "kprobe.multi", "vfs_*"),
    ]
    with pytest.raises(AttachError, match="more than 3 links on one machine"):
        load_object(machine, links, ObjectSpec("o", [], programs, None, license="GPL"), 3)
    assert links.links == []
    assert _prepared(machine) == 0


def test_a_field_that_this_kernel_lacks_is_refused_with_the_nearest() -> None:
    assert tracepoint("block", "block_rq_issue", "6.12").field("ioprio").size == 2
    with pytest.raises(AttachError, match="has no field 'ioprio'"):
        tracepoint("block", "block_rq_issue", "6.1").field("ioprio")


def test_a_pattern_that_nothing_fits_leaves_nothing() -> None:
    tiny = Tiny(kernel="6.12")
    with pytest.raises(AttachError, match=r"no function matches 'nosuch_\*' \(ENOENT\)"):
        tiny.attach_all("kprobe.multi", "nosuch_*")
    assert tiny.links.links == []
    tiny.close()


def test_a_pattern_that_everything_fits_hooks_every_function_and_can_be_taken_away() -> None:
    tiny = Tiny(kernel="6.12")
    tiny.work(*_call(1000))
    made = tiny.attach_all("kprobe.multi", "*")
    functions = [s for s in tiny.machine.sites.by_name.values() if s.kind == k.SITE_ENTRY]
    assert len(made) == len(functions) > 500
    made[0].destroy()
    sites = tiny.machine.sites
    fields = (k.S_NR_LINKS, k.S_PREPARED)
    left = [load64(sites.record(s.index) + at) for s in sites.by_name.values() for at in fields]
    assert set(left) == {0}
    tiny.close()


def test_a_kind_that_this_kernel_lacks_leaves_nothing(machine: Machine) -> None:
    links = Links(machine)
    program = links.load("p", "kprobe.session", assemble(EMPTY))
    with pytest.raises(AttachError, match=r"cannot be attached on Linux 6.1 \(EINVAL\)") as caught:
        links.prepare_all(program, parse_target("kprobe.session", "vfs_*", ""), 3)
    assert "6.12" in caught.value.suggestion
    assert links.links == []


def test_too_many_programs_at_one_site_leave_those_that_were_there(monkeypatch) -> None:
    monkeypatch.setattr(attach, "MAX_CHAIN", 2)
    tiny = Tiny(kernel="6.12")
    tiny.work(*_call(1000))
    for _ in range(3):
        tiny.attach("kprobe", "__x64_sys_getpid")
    program = tiny.links.load("p", "kprobe.multi", assemble(EMPTY))
    target = parse_target("kprobe.multi", "__x64_sys_get*", "")
    made = tiny.links.prepare_all(program, target, tiny.owner)
    with pytest.raises(SimError, match="more than 2 programs at one site"):
        tiny.links.install_all(made)
    sites = tiny.machine.sites
    nr = {s.name: load64(sites.record(s.index) + k.S_NR_LINKS) for s in sites.by_name.values()}
    assert {name: n for name, n in nr.items() if n} == {"__x64_sys_getpid": 3}
    tiny.close()
