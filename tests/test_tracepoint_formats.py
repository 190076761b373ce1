"""Every tracepoint's format is that of the real kernels, and nobody reads beyond a record.

``tests/hooks/formats-V.txt`` has one event a line, as ``events/*/*/format`` of a running Debian
kernel lists its fields behind the common ones: declaration, offset, size and sign of each.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.base.errors import AttachError
from sim.bpf.asm import assemble
from sim.bpf.spec import ObjectSpec, ProgramSpec
from sim.hooks.attach import Links
from sim.kernel.machine import Machine, MachineConfig
from sim.kernel.tracepoints import tracepoint, tracepoint_names
from sim.loader.load import load_object

HOOKS = Path(__file__).parent / "hooks"
KERNELS = ("6.1", "6.12")


def _mine(name: str, kernel: str) -> str:
    fields = []
    for field in tracepoint(*name.split(":"), kernel).fields:
        line = field.format_text().removeprefix("\tfield:").replace("\t", "")
        parts = line.rstrip(";").split(";")
        fields.append(";".join(part.rpartition(":")[2] for part in parts))
    return "|".join((name, *fields))


def _has(name: str, kernel: str) -> bool:
    try:
        tracepoint(*name.split(":"), kernel)
    except AttachError:
        return False
    return True


@pytest.mark.parametrize("kernel", KERNELS)
def test_every_format_is_that_of_the_running_kernel(kernel: str) -> None:
    real = (HOOKS / f"formats-{kernel}.txt").read_text().splitlines()
    assert sorted(_mine(n, kernel) for n in tracepoint_names() if _has(n, kernel)) == real


def test_a_system_call_that_came_later_has_no_tracepoint_before() -> None:
    assert tracepoint("syscalls", "sys_enter_mseal", "6.12").ctx_bytes == 40
    with pytest.raises(AttachError, match="no tracepoint syscalls:sys_enter_mseal"):
        tracepoint("syscalls", "sys_enter_mseal", "6.1")


# what PERF_EVENT_IOC_SET_BPF answers on running 6.1.192 and 6.12.117, which agree
REACHES = [
    ("syscalls", "sys_enter_getpid", 8, "u32", True),
    ("syscalls", "sys_enter_getpid", 8, "u64", False),
    ("syscalls", "sys_enter_getpid", 16, "u64", False),
    ("syscalls", "sys_enter_openat", 40, "u64", True),
    ("syscalls", "sys_enter_openat", 48, "u64", False),
    ("syscalls", "sys_exit_openat", 16, "u64", True),
    ("syscalls", "sys_exit_openat", 24, "u64", False),
    ("sched", "sched_process_exit", 28, "u32", True),
    ("sched", "sched_process_exit", 32, "u32", False),
    ("sched", "sched_switch", 60, "u32", True),
    ("sched", "sched_switch", 64, "u64", False),
    ("raw_syscalls", "sys_enter", 56, "u64", True),
    ("raw_syscalls", "sys_enter", 64, "u64", False),
    ("raw_syscalls", "sys_exit", 24, "u64", False),
    ("sched", "sched_process_exec", 16, "u32", True),
    ("sched", "sched_process_exec", 20, "u32", False),
]


@pytest.mark.parametrize("kernel", KERNELS)
def test_a_program_that_reads_beyond_the_record_is_refused_and_leaves_nothing(kernel: str) -> None:
    machine = Machine(MachineConfig(kernel, 1, 1, lambda _key: 0))
    links = Links(machine)
    for category, name, offset, width, is_taken in REACHES:
        target = f"{category}/{name}"
        text = f"r2 = *({width} *)(r1 + {offset})\nr0 = 0\nexit"
        program = ProgramSpec(
            "p", f"tp/{target}", "tracepoint", target, False, True, assemble(text)
        )
        spec = ObjectSpec("test.bpf.o", [], [program], None, license="GPL")
        before = len(links.links), len(machine.maps.views)
        if is_taken:
            assert len(load_object(machine, links, spec, 3).links) == 1
            continue
        with pytest.raises(AttachError, match=r"Permission denied \(EACCES\)"):
            load_object(machine, links, spec, 3)
        assert (len(links.links), len(machine.maps.views)) == before
    machine.close()
