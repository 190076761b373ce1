"""The kernel's call stack as programs get it, on machines small enough to follow."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import pytest

from sim.bpf.maps.layout import MapType, map_address
from sim.bpf.region import signed_address
from sim.kernel.kallsyms import FUNCTION_BYTES
from sim.workload.spec import Step
from tests.test_hooks_rules import Tiny, _for

OPEN = (Step("user", _for(1000)), Step("openat"), Step("close"))
#: How open(2) gets to do_dentry_open, innermost first.
CHAIN = [
    *("do_dentry_open", "vfs_open", "path_openat", "do_filp_open", "do_sys_openat2"),
    *("__x64_sys_openat", "do_syscall_64", "entry_SYSCALL_64_after_hwframe"),
]
KEEP = """
 r6 = r1
 *(u32 *)(r10 - 4) = 0
 r2 = r10
 r2 += -4
 r1 = {out} ll
 call 1
 if r0 == 0 goto out
 r7 = r0
 r1 = r6
 r2 = r7
 r2 += 8
 r3 = {size}
 r4 = {flags}
 call 67
 *(u64 *)(r7 + 0) = r0
out:
 r0 = 0
 exit
"""
GROUP_BYTES = 8 + 32 * 8


class Traced(Tiny):
    """A machine with an array that a program keeps a stack in."""

    def __init__(self) -> None:
        super().__init__()
        self.out = self.machine.maps.create("out", MapType.BPF_MAP_TYPE_ARRAY, 4, GROUP_BYTES, 1)

    def keep(self, kind: str, where: str, *, size: int = 256, flags: int = 0) -> None:
        """Attach a program that keeps the stack of each hit."""
        out = signed_address(map_address(self.out.index))
        self.attach(kind, where, KEEP.format(out=out, size=size, flags=flags))

    def stack(self) -> tuple[int, list[tuple[str, int]]]:
        """Return what the helper returned last, and functions and offsets of the addresses."""
        found = self.out.lookup(bytes(4))
        assert found is not None
        data = found[0]
        (got,) = struct.unpack_from("<q", data)
        addresses = struct.unpack_from(f"<{max(got, 0) // 8}Q", data, 8)
        symbols = [self.machine.kallsyms.lookup(address) for address in addresses]
        assert None not in symbols
        return got, [symbol for symbol in symbols if symbol is not None]


@pytest.fixture
def tiny() -> Iterator[Traced]:
    made = Traced()
    yield made
    made.close()


def test_a_kprobes_stack_starts_in_the_function_and_ends_where_the_kernel_is_entered(
    tiny: Traced,
) -> None:
    tiny.work(*OPEN)
    tiny.keep("kprobe", "do_dentry_open")
    tiny.run(10_000)
    got, frames = tiny.stack()
    assert got == 8 * len(CHAIN)
    assert [name for name, _ in frames] == CHAIN
    assert frames[0][1] == 1
    assert all(5 <= offset < FUNCTION_BYTES for _, offset in frames[1:])


def test_a_return_probes_stack_starts_with_the_caller(tiny: Traced) -> None:
    tiny.work(*OPEN)
    tiny.keep("kretprobe", "do_dentry_open")
    tiny.run(10_000)
    assert [name for name, _ in tiny.stack()[1]] == CHAIN[1:]


# as 6.1.192 and 6.12.117 have them; a function's own frame is behind what calls the program
@pytest.mark.parametrize(
    ("kind", "where", "first", "rest"),
    [
        ("fentry", "do_dentry_open", ["bpf_prog", "bpf_trampoline"], CHAIN),
        ("fexit", "do_dentry_open", ["bpf_prog", "bpf_trampoline"], CHAIN),
        ("kprobe.multi", "do_dentry_open", [], CHAIN),
        ("raw_tp", "sys_enter", ["bpf_prog", "bpf_trace_run2"], CHAIN[-2:]),
        ("tp_btf", "sys_enter", ["bpf_prog", "bpf_trace_run2"], CHAIN[-2:]),
    ],
)
def test_a_program_without_registers_finds_itself_first(
    tiny: Traced, kind: str, where: str, first: list[str], rest: list[str]
) -> None:
    tiny.work(*OPEN)
    tiny.keep(kind, where)
    tiny.run(10_000)
    names = [name for name, _ in tiny.stack()[1]]
    assert [name.rpartition("_")[0] if "run" not in name else name for name in names[:2]] == (
        first or [name.rpartition("_")[0] for name in CHAIN[:2]]
    )
    assert names[len(first) :] == rest


def test_a_system_call_tracepoint_has_no_kernel_stack(tiny: Traced) -> None:
    tiny.work(*OPEN)
    tiny.keep("tracepoint", "syscalls/sys_enter_openat")
    tiny.run(10_000)
    assert tiny.stack() == (0, [])


def test_two_calls_of_one_function_return_to_different_addresses(tiny: Traced) -> None:
    tiny.work(*OPEN)
    tiny.keep("kprobe", "security_file_open")
    tiny.run(10_000)
    first = tiny.stack()[1][1]
    other = Traced()
    other.work(*OPEN)
    other.keep("kprobe", "ext4_file_open")
    other.run(10_000)
    second = other.stack()[1][1]
    other.close()
    assert first[0] == second[0] == "do_dentry_open"
    assert first[1] < second[1]


def test_frames_are_skipped_and_cut_off(tiny: Traced) -> None:
    tiny.work(*OPEN)
    tiny.keep("kprobe", "do_dentry_open", size=16, flags=2)
    tiny.run(10_000)
    assert [name for name, _ in tiny.stack()[1]] == CHAIN[2:4]


def test_more_frames_are_skipped_than_there_are(tiny: Traced) -> None:
    tiny.work(*OPEN)
    tiny.keep("kprobe", "do_dentry_open", flags=len(CHAIN) + 1)
    tiny.run(10_000)
    assert tiny.stack() == (-14, [])


def test_behind_an_interrupts_frames_come_those_of_what_it_interrupted(tiny: Traced) -> None:
    tiny.work(Step("read", nr_bytes=4096, miss_ppm=1_000_000))
    tiny.keep("kprobe", "blk_mq_end_request")
    tiny.run(20_000_000)
    assert [name for name, _ in tiny.stack()[1]] == ["blk_mq_end_request"]
