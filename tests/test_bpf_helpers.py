"""One behaviour for each helper, and that each counts what it costs."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import pytest

from sim.base.memory import Buffer, store64
from sim.bpf import run_state as r
from sim.bpf.helpers import HELPERS
from sim.bpf.helpers.current import ROOT_CGROUP_ID
from sim.bpf.helpers.table import KIND_PLAIN, KIND_PYTHON, KIND_VISIBLE
from sim.bpf.program import ENGINES
from sim.bpf.region import DIRECT_MAP_BASE, PAGE_BYTES, USER_BASE
from tests.vm import Vm

EFAULT, EAGAIN, E2BIG, EINVAL = -14, -11, -7, -22
DST = 64  # where programs below put what they read
FILL = b"\xee" * 64

READ = "r6 = r1\nr1 += 64\nr2 = {size}\nr3 = {address} ll\ncall {helper}\nexit"


@pytest.fixture(params=ENGINES)
def vm(request: pytest.FixtureRequest) -> Iterator[Vm]:
    made = Vm(engine=request.param)
    yield made
    made.close()


def _read(vm: Vm, helper: int, size: int, address: int) -> tuple[int, bytes]:
    """Read into the context; return the helper's result and 64 bytes of destination."""
    text = READ.replace("{size}", str(size)).replace("{helper}", str(helper))
    out = vm.do(text.replace("{address}", str(address)), FILL[:DST] + FILL)
    return out.signed, vm.read_ctx(DST + 64)[DST:]


def _kernel_page(vm: Vm) -> int:
    return vm.region.alloc(DIRECT_MAP_BASE, PAGE_BYTES, PAGE_BYTES)


def _user_page(vm: Vm) -> int:
    return vm.user.alloc(USER_BASE, PAGE_BYTES, PAGE_BYTES)


def _call(vm: Vm, helper: int, cpu: int = 0) -> int:
    return vm.do(f"call {helper}\nexit", cpu=cpu).r0


# --- reading memory -----------------------------------------------------------------------------
@pytest.mark.parametrize("helper", [4, 113])
def test_kernel_memory_is_read_whole(vm: Vm, helper: int) -> None:
    at = _kernel_page(vm)
    vm.region.write(at, b"kernel data")
    assert _read(vm, helper, 11, at) == (0, b"kernel data" + FILL[11:])


@pytest.mark.parametrize("helper", [4, 112])
def test_user_memory_is_read_whole(vm: Vm, helper: int) -> None:
    at = _user_page(vm)
    vm.user.write(at, b"user data")
    assert _read(vm, helper, 9, at) == (0, b"user data" + FILL[9:])


@pytest.mark.parametrize("helper", [4, 112, 113])
@pytest.mark.parametrize("address", [0, 8, 1 << 47, (1 << 64) - 8, 0xFFFFFFFF81000000])
def test_a_failed_read_clears_its_destination_and_gives_efault(
    vm: Vm, helper: int, address: int
) -> None:
    assert _read(vm, helper, 24, address) == (EFAULT, bytes(24) + FILL[24:])


@pytest.mark.parametrize("helper", [45, 114, 115])
@pytest.mark.parametrize("address", [0, 8, 1 << 47, (1 << 64) - 8])
def test_a_failed_string_read_clears_its_destination_too(vm: Vm, helper: int, address: int) -> None:
    assert _read(vm, helper, 24, address) == (EFAULT, bytes(24) + FILL[24:])


def test_a_read_that_runs_off_its_page_copies_nothing(vm: Vm) -> None:
    at = _kernel_page(vm)
    vm.region.write(at + PAGE_BYTES - 4, b"last")
    assert _read(vm, 113, 4, at + PAGE_BYTES - 4)[0] == 0
    assert _read(vm, 113, 5, at + PAGE_BYTES - 4) == (EFAULT, bytes(5) + FILL[5:])


def test_the_kernel_forms_do_not_read_user_memory_nor_the_other_way(vm: Vm) -> None:
    kernel, user = _kernel_page(vm), _user_page(vm)
    for helper in (113, 115):
        assert _read(vm, helper, 8, user)[0] == EFAULT
    for helper in (112, 114):
        assert _read(vm, helper, 8, kernel)[0] == EFAULT


@pytest.mark.parametrize("helper", [45, 115])
def test_a_kernel_string_ends_with_its_nul(vm: Vm, helper: int) -> None:
    at = _kernel_page(vm)
    vm.region.write(at, b"vfs_read\0junk")
    assert _read(vm, helper, 32, at) == (9, b"vfs_read\0" + FILL[9:])
    assert _read(vm, helper, 4, at) == (4, b"vfs\0" + FILL[4:])


@pytest.mark.parametrize("helper", [45, 114])
def test_a_user_string_ends_with_its_nul(vm: Vm, helper: int) -> None:
    at = _user_page(vm)
    vm.user.write(at, b"/etc/passwd\0")
    assert _read(vm, helper, 64, at) == (12, b"/etc/passwd\0" + FILL[12:])
    assert _read(vm, helper, 1, at) == (1, b"\0" + FILL[1:])


def test_reading_nothing_succeeds(vm: Vm) -> None:
    assert _read(vm, 113, 0, 0) == (0, FILL)


def test_reads_count_their_bytes(vm: Vm) -> None:
    at = _kernel_page(vm)
    vm.region.write(at, b"comm\0")
    _read(vm, 113, 16, at)
    assert vm.counts()["helper.probe_read"] == 1
    assert vm.counts()["helper.probe_read_byte"] == 16
    _read(vm, 115, 16, at)
    assert vm.counts()["helper.probe_read_str_byte"] == 5
    _read(vm, 112, 16, at)
    assert vm.counts()["helper.probe_read_user"] == 1


# --- the moment ---------------------------------------------------------------------------------
def test_the_time_is_the_hits_and_what_the_run_has_cost_since(vm: Vm) -> None:
    vm.price("prog.insn_jit", 500)
    vm.price("helper.ktime_get_ns", 20_000)
    vm.put(r.R_NOW, 1_000_000)
    assert _call(vm, 5) == 1_000_000 + 20
    vm.put(r.R_NOW, 2_000_000)
    out = vm.do("r6 = 0\nr6 = 0\nr6 = 0\ncall 5\nr7 = r0\ncall 5\nr0 -= r7\nexit")
    assert out.r0 == 21


def test_ids_are_packed_as_the_kernel_packs_them(vm: Vm) -> None:
    vm.put(r.R_PID_TGID, 1000 << 32 | 1003)
    vm.put(r.R_UID_GID, 7 << 32 | 33)
    assert _call(vm, 14) == 1000 << 32 | 1003
    assert _call(vm, 15) == 7 << 32 | 33


def test_cpu_task_and_cgroup(vm: Vm) -> None:
    vm.put(r.R_TASK, 0xFFFF888000123000)
    assert _call(vm, 8, cpu=3) == 3
    assert _call(vm, 35) == 0xFFFF888000123000
    assert _call(vm, 80) == ROOT_CGROUP_ID == 1


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (16, b"fileserver\0\0\0\0\0\0"),
        (24, b"fileserver" + bytes(14)),
        (11, b"fileserver\0"),
        (5, b"file\0"),
        (1, b"\0"),
    ],
)
def test_comm_is_terminated_and_padded(vm: Vm, size: int, expected: bytes) -> None:
    vm.region.write(vm.comm, b"fileserver".ljust(16, b"\0"))
    out = vm.do(f"r1 += 64\nr2 = {size}\ncall 16\nexit", FILL + FILL)
    assert out.r0 == 0
    assert vm.read_ctx(128)[64:] == expected + FILL[size:]


def test_comm_into_nothing_is_invalid(vm: Vm) -> None:
    assert vm.do("r2 = 0\ncall 16\nexit").signed == EINVAL


# --- stacks -------------------------------------------------------------------------------------
STACK = "r2 = r1\nr2 += 64\nr3 = {size}\nr4 = {flags}\ncall 67\nexit"
USER_STACK = 1 << 8


@pytest.fixture
def stack(vm: Vm) -> Iterator[Vm]:
    frames = Buffer(8 * 4)
    for i, value in enumerate((3, 0x1000, 0x2000, 0x3000)):
        store64(frames.address + 8 * i, value)
    vm.put(r.R_USTACK, frames.address)
    yield vm
    frames.close()


def _stack(vm: Vm, size: int, flags: int) -> tuple[int, list[int], bytes]:
    text = STACK.replace("{size}", str(size)).replace("{flags}", str(flags))
    out = vm.do(text, FILL + FILL)
    data = vm.read_ctx(128)[64:]
    nr = max(out.signed, 0) // 8
    return out.signed, list(struct.unpack(f"<{nr}Q", data[: 8 * nr])), data[8 * nr :]


def test_a_stack_is_written_innermost_first_and_the_rest_is_cleared(stack: Vm) -> None:
    got, frames, rest = _stack(stack, 40, USER_STACK)
    assert (got, frames) == (24, [0x1000, 0x2000, 0x3000])
    assert rest == bytes(16) + FILL[:24]


def test_a_stack_is_cut_to_the_buffer_and_frames_may_be_skipped(stack: Vm) -> None:
    assert _stack(stack, 16, USER_STACK)[:2] == (16, [0x1000, 0x2000])
    assert _stack(stack, 40, USER_STACK | 2)[:2] == (8, [0x3000])
    assert _stack(stack, 40, USER_STACK | 3)[:2] == (0, [])


def test_skipping_more_frames_than_there_are_is_a_fault(stack: Vm) -> None:
    assert _stack(stack, 40, USER_STACK | 4) == (EFAULT, [], bytes(40) + FILL[:24])


def test_a_stack_buffer_of_odd_size_or_unknown_flags_is_invalid(stack: Vm) -> None:
    assert _stack(stack, 20, USER_STACK)[0] == EINVAL
    assert _stack(stack, 24, 1 << 13) == (EINVAL, [], bytes(24) + FILL[:40])


# --- cgroups ------------------------------------------------------------------------------------
def test_no_slot_of_a_cgroup_array_is_filled(vm: Vm) -> None:
    vm.create("groups", 8, 4, 4, 2)
    under = "r1 = {groups} ll\nr2 = INDEX\ncall 37\nexit"
    assert vm.do(under.replace("INDEX", "0")).signed == EAGAIN
    assert vm.do(under.replace("INDEX", "1")).signed == EAGAIN
    assert vm.do(under.replace("INDEX", "2")).signed == E2BIG
    assert vm.do("r1 = 0\nr2 = 0\ncall 37\nexit").signed == E2BIG


# --- all of them ----------------------------------------------------------------------------------
def test_helpers_have_their_uapi_ids() -> None:
    uapi = {
        1: "bpf_map_lookup_elem",
        2: "bpf_map_update_elem",
        3: "bpf_map_delete_elem",
        4: "bpf_probe_read",
        5: "bpf_ktime_get_ns",
        6: "bpf_trace_printk",
        8: "bpf_get_smp_processor_id",
        14: "bpf_get_current_pid_tgid",
        15: "bpf_get_current_uid_gid",
        16: "bpf_get_current_comm",
        25: "bpf_perf_event_output",
        35: "bpf_get_current_task",
        37: "bpf_current_task_under_cgroup",
        45: "bpf_probe_read_str",
        67: "bpf_get_stack",
        80: "bpf_get_current_cgroup_id",
        112: "bpf_probe_read_user",
        113: "bpf_probe_read_kernel",
        114: "bpf_probe_read_user_str",
        115: "bpf_probe_read_kernel_str",
        130: "bpf_ringbuf_output",
        131: "bpf_ringbuf_reserve",
        132: "bpf_ringbuf_submit",
        133: "bpf_ringbuf_discard",
    }
    assert {number: one.name for number, one in HELPERS.items() if number in uapi} == uapi
    assert all(number == one.id for number, one in HELPERS.items())


PYTHON = {6, 126, 127, 147, 149, 150, 165, 167, 168, 177, 179}
VISIBLE = {25, 130, 131, 132, 133, 198, 199, 200}


def test_what_others_can_see_is_visible_and_what_they_cannot_is_not() -> None:
    kinds = {number: one.kind for number, one in HELPERS.items()}
    assert {n for n, kind in kinds.items() if kind == KIND_VISIBLE} == VISIBLE
    assert {n for n, kind in kinds.items() if kind == KIND_PYTHON} == PYTHON
    assert kinds[1] == KIND_PLAIN


# The kernel makes no call of these: bpf_tail_call and bpf_loop; and bpf_for_each_map_elem and
# bpf_user_ringbuf_drain call nothing that is no function of the program's.
INLINED = (12, 181, 164, 209)


@pytest.mark.parametrize("number", [n for n in sorted(HELPERS) if n not in INLINED])
def test_every_helper_counts_its_call_and_something_of_its_own(vm: Vm, number: int) -> None:
    """With arguments that mean nothing; a plain array's lookup alone is inlined."""
    vm.create("array", 2, 4, 8, 1)
    vm.start(f"r2 = r1\nr1 = 0\nr3 = 0\nr4 = 0\nr5 = 0\ncall {number}\nexit")
    vm.finish()
    counted = vm.counts()
    if number == 1:
        assert vm.get(r.R_REGS) == 0
        return
    assert counted["helper.call"] == 1


def test_a_refused_call_leaves_the_callers_registers(vm: Vm) -> None:
    text = "r6 = 6\nr7 = 7\nr8 = 8\nr9 = 9\nr1 = 0\nr2 = 0\nr3 = 0\nr4 = 0\ncall 130\n"
    out = vm.do(text + "r0 = r6\nr0 += r7\nr0 += r8\nr0 += r9\nexit")
    assert out.r0 == 30
