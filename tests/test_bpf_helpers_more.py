"""One behaviour for each helper on text, clocks, hooks, locks and user memory."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sim.base.memory import load64, store64
from sim.bpf import run_state as r
from sim.bpf.asm import assemble
from sim.bpf.helpers import HELPERS
from sim.bpf.helpers.clocks import BOOT_REALTIME_NS, TAI_OFFSET_NS
from sim.bpf.helpers.current import INIT_PID_NS_DEV, INIT_PID_NS_INO
from sim.bpf.helpers.text import do_in_python
from sim.bpf.region import DIRECT_MAP_BASE, USER_BASE, signed_address
from sim.bpf.vm import Vm as Machine
from tests.test_bpf_helpers import _call, vm
from tests.vm import Vm

__all__ = ["vm"]  # the fixture
EPERM, EFAULT, EINVAL = -1, -14, -22


@pytest.fixture
def machine() -> Iterator[Machine]:
    with Machine("interp") as made:
        yield made


# --- text ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("first", "size", "second", "result"),
    [
        (b"abc\0", 4, b"abc\0", 0),
        (b"abc\0", 4, b"abd\0", -1),
        (b"abd\0", 4, b"abc\0", 1),
        (b"abc\0", 2, b"abd\0", 0),
        (b"ab\0\0", 4, b"abc\0", -1),
        (b"\xff\0\0\0", 4, b"\x01\0\0\0", 1),
        (b"ab\0x", 4, b"ab\0y", 0),
    ],
)
def test_strings_are_compared(vm: Vm, first: bytes, size: int, second: bytes, result: int) -> None:
    text = f"r3 = r1\nr3 += 32\nr2 = {size}\ncall 182\nexit"
    assert vm.do(text, first.ljust(32, b"\0") + second).signed == result


def test_a_comparison_counts_the_bytes_it_looked_at(vm: Vm) -> None:
    vm.do("r3 = r1\nr3 += 32\nr2 = 8\ncall 182\nexit", b"abc\0".ljust(32, b"\0") + b"abd\0")
    assert vm.counts()["helper.strncmp_byte"] == 3


SNPRINTF = """
 *(u64 *)(r10 - 16) = r1
 r2 = 42
 *(u64 *)(r10 - 8) = r2
 r3 = r1
 r3 += 64
 r2 = {size}
 r4 = r10
 r4 += -8
 r5 = {data_len}
 call 165
 exit
"""


@pytest.mark.parametrize(
    ("fmt", "size", "data_len", "result", "text"),
    [
        (b"n=%d", 16, 8, 5, b"n=42\0"),
        (b"n=%d", 3, 8, 5, b"n=\0"),
        (b"n=%d", 1, 8, 5, b"\0"),
        (b"n=%d", 0, 8, 5, b""),
        (b"none", 16, 0, 5, b"none\0"),
        (b"n=%d", 16, 0, EINVAL, b""),
        (b"n=%d", 16, 7, EINVAL, b""),
        (b"n=%d", 16, 104, EINVAL, b""),
        (b"n=%q", 16, 8, EINVAL, b""),
    ],
)
def test_text_is_written_into_memory(
    machine: Machine, fmt: bytes, size: int, data_len: int, result: int, text: bytes
) -> None:
    given = b"\xee" * 64 + fmt + b"\0"
    program = SNPRINTF.replace("{size}", str(size)).replace("{data_len}", str(data_len))
    out = machine.test_run(assemble(program), given)
    assert out.r0 - (1 << 64 if out.r0 >> 63 else 0) == result
    assert out.memory[:64] == text + b"\xee" * (64 - len(text))


def test_what_is_printed_without_a_kernel_is_kept(machine: Machine) -> None:
    program = "r2 = 5\nr3 = 7\ncall 6\nexit"
    assert machine.test_run(assemble(program), b"n=%d\0").r0 == 3
    program = "r3 = r1\nr3 += 8\nr2 = 8\nr4 = 16\ncall 177\nexit"
    words = (1).to_bytes(8, "little") + (2).to_bytes(8, "little")
    assert machine.test_run(assemble(program), b"%d and \0" + words).r0 == 6
    assert machine.test_run(assemble(program), b"%d + %d\0" + words).r0 == 5
    assert machine.printed == [b"n=7", b"1 and ", b"1 + 2"]


def test_helpers_in_python_go_by_what_is_pending(machine: Machine) -> None:
    store64(machine.run_state + r.R_PENDING, 6)
    do_in_python(machine.run_state, machine)
    assert load64(machine.run_state + r.R_REGS) == EINVAL
    assert load64(machine.run_state + r.R_DONE) == 1


# --- clocks -------------------------------------------------------------------------------------
def test_clocks_go_together(vm: Vm) -> None:
    vm.price("helper.ktime_get_ns", 20_000)
    vm.put(r.R_NOW, 5_000_000)
    assert _call(vm, 125) == 5_000_020
    assert _call(vm, 208) == 5_000_020 + BOOT_REALTIME_NS + TAI_OFFSET_NS


@pytest.mark.parametrize(("jiffy_ns", "per_s"), [(4_000_000, 250), (1_000_000, 1000)])
def test_jiffies_start_five_minutes_before_their_low_half_wraps(
    vm: Vm, jiffy_ns: int, per_s: int
) -> None:
    vm.put(r.R_JIFFY_NS, jiffy_ns)
    vm.put(r.R_NOW, 300_000_000_000 - 1)
    assert _call(vm, 118) == (1 << 32) - 1
    vm.put(r.R_NOW, 0)
    assert _call(vm, 118) == (1 << 32) - 300 * per_s


def test_random_numbers_depend_on_seed_time_cpu_and_order_only(vm: Vm) -> None:
    two = "call 7\nr6 = r0\ncall 7\nr6 <<= 32\nr0 |= r6\nexit"
    vm.put(r.R_SEED, 11)
    vm.put(r.R_NOW, 1000)
    first = vm.do(two).r0
    assert first >> 32 != first & 0xFFFFFFFF
    vm.put(r.R_NOW, 2000)
    later = vm.do(two).r0
    vm.put(r.R_NOW, 1000)
    assert vm.do(two).r0 == first != later
    vm.put(r.R_NOW, 2000)
    assert vm.do(two, cpu=1).r0 not in (first, later)
    vm.put(r.R_SEED, 12)
    vm.put(r.R_NOW, 1000)
    assert vm.do(two).r0 != first


def test_random_numbers_are_spread(vm: Vm) -> None:
    vm.put(r.R_SEED, 3)
    seen = set()
    for now in range(400):
        vm.put(r.R_NOW, now)
        seen.add(_call(vm, 7) >> 28)
    assert seen == set(range(16))


# --- task and hook ------------------------------------------------------------------------------
def test_the_hooks_function_and_cookie_are_told(vm: Vm) -> None:
    vm.put(r.R_FUNC_IP, signed_address(0xFFFFFFFF81000100))
    vm.put(r.R_COOKIE, 77)
    assert _call(vm, 173) == 0xFFFFFFFF81000100
    assert _call(vm, 174) == 77


def test_the_task_the_node_and_the_cgroup(vm: Vm) -> None:
    vm.put(r.R_TASK, signed_address(0xFFFF888000123000))
    assert _call(vm, 158) == 0xFFFF888000123000
    assert _call(vm, 42) == 0
    assert vm.do("r1 = 0\ncall 123\nexit").r0 == 1
    assert vm.do("r1 = 1\ncall 123\nexit").r0 == 0


@pytest.mark.parametrize(
    ("dev", "ino", "size", "result", "ids"),
    [
        (INIT_PID_NS_DEV, INIT_PID_NS_INO, 8, 0, (1003, 1000)),
        (INIT_PID_NS_DEV, INIT_PID_NS_INO + 1, 8, EINVAL, (0, 0)),
        (INIT_PID_NS_DEV + 1, INIT_PID_NS_INO, 8, EINVAL, (0, 0)),
        (INIT_PID_NS_DEV, INIT_PID_NS_INO, 4, EINVAL, (0, 0x77777777)),
    ],
)
def test_ids_in_the_initial_pid_namespace(
    vm: Vm, dev: int, ino: int, size: int, result: int, ids: tuple[int, int]
) -> None:
    vm.put(r.R_PID_TGID, 1000 << 32 | 1003)
    text = f"r3 = r1\nr1 = {dev}\nr2 = {ino} ll\nr4 = {size}\ncall 120\nexit"
    assert vm.do(text, b"\x77" * 8).signed == result
    data = vm.read_ctx(8)
    assert (int.from_bytes(data[:4], "little"), int.from_bytes(data[4:], "little")) == ids


# --- locks and pointers -------------------------------------------------------------------------
def test_a_lock_is_taken_and_given_back(vm: Vm) -> None:
    text = "r6 = r1\ncall 93\nr7 = *(u32 *)(r6 + 0)\nr1 = r6\ncall 94\nr0 = *(u32 *)(r6 + 0)\n"
    assert vm.do(text + "r7 <<= 8\nr0 |= r7\nexit").r0 == 1 << 8
    assert vm.counts()["helper.spin_lock"] == 1


def test_a_pointer_is_exchanged(vm: Vm) -> None:
    text = "r6 = r1\nr2 = 0x1234\ncall 194\nr7 = *(u64 *)(r6 + 0)\nr7 <<= 32\nr0 |= r7\nexit"
    assert vm.do(text, (0x77).to_bytes(8, "little")).r0 == 0x1234 << 32 | 0x77


# --- user memory --------------------------------------------------------------------------------
@pytest.fixture
def page(vm: Vm) -> int:
    return vm.user.alloc(USER_BASE, 4096, 4096)


def test_user_memory_is_written(vm: Vm, page: int) -> None:
    vm.put(r.R_PID_TGID, 1)
    text = f"r2 = r1\nr1 = {page} ll\nr3 = 6\ncall 36\nexit"
    assert vm.do(text, b"secret").r0 == 0
    assert vm.user.read(page, 8) == b"secret\0\0"
    assert vm.counts()["helper.probe_read_byte"] == 6


@pytest.mark.parametrize("address", [0, 1 << 47, DIRECT_MAP_BASE])
def test_what_is_no_user_memory_is_not_written(vm: Vm, address: int) -> None:
    vm.put(r.R_PID_TGID, 1)
    text = f"r2 = r1\nr1 = {signed_address(address)} ll\nr3 = 6\ncall 36\nexit"
    assert vm.do(text, b"secret").signed == EFAULT


def test_where_there_is_no_process_nothing_is_written(vm: Vm, page: int) -> None:
    vm.put(r.R_PID_TGID, 0)
    assert vm.do(f"r2 = r1\nr1 = {page} ll\nr3 = 6\ncall 36\nexit").signed == EPERM


@pytest.mark.parametrize("helper", [148, 191])
def test_user_memory_is_copied_or_the_destination_cleared(vm: Vm, page: int, helper: int) -> None:
    vm.user.write(page, b"argument")
    text = "r2 = 8\nr3 = {at} ll\nr4 = 0\nr5 = 0\ncall {helper}\nexit"
    good = text.replace("{at}", str(page)).replace("{helper}", str(helper))
    assert vm.do(good, b"\xee" * 8).r0 == 0
    assert vm.read_ctx(8) == b"argument"
    bad = text.replace("{at}", "16").replace("{helper}", str(helper))
    assert vm.do(bad, b"\xee" * 8).signed == EFAULT
    assert vm.read_ctx(8) == bytes(8)


def test_flags_of_a_copy_are_for_later(vm: Vm, page: int) -> None:
    assert vm.do(f"r2 = 8\nr3 = {page} ll\nr4 = 0\nr5 = 1\ncall 191\nexit").signed == EINVAL


def test_helpers_are_called_by_their_names() -> None:
    names = {7: "get_prandom_u32", 36: "probe_write_user", 93: "spin_lock", 105: "strtol"}
    names |= {165: "snprintf", 177: "trace_vprintk", 182: "strncmp", 194: "kptr_xchg"}
    assert {number: HELPERS[number].name for number in names} == {
        number: f"bpf_{name}" for number, name in names.items()
    }
