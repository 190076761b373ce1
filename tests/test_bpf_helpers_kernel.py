"""One behaviour for each helper on kernel objects, tasks, stacks, perf events and hooks."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import pytest

from sim.base.memory import Buffer, load64, store64
from sim.bpf import run_state as r
from sim.bpf.helpers.sockets import TCP_NEW_SYN_RECV, TCP_TIME_WAIT
from sim.bpf.helpers.stack import BPF_F_USER_BUILD_ID, BPF_F_USER_STACK
from sim.bpf.helpers.tasks import PT_REGS_BYTES, THREAD_BYTES, TIF_SIGPENDING
from sim.bpf.members import KR_PERCPU_BYTES, KR_SOCKET_FILE_OPS, KernelRecord
from sim.bpf.region import DIRECT_MAP_BASE, signed_address
from sim.kernel.types.kernel_types import kernel_types
from tests.vm import M64, Vm

EPERM, ENOENT, E2BIG, EFAULT, EINVAL, EOPNOTSUPP = -1, -2, -7, -14, -22, -95
TYPES = kernel_types("6.1")
AF_UNIX, AF_INET, AF_INET6 = 1, 2, 10
TCP, UDP = 6, 17


class Kernel:
    """A machine whose helpers know the types of 6.1."""

    def __init__(self) -> None:
        self.vm = Vm()
        self._buffer, self.record = KernelRecord.in_buffer(
            lambda name, path: TYPES.member(f"struct {name}", path).bit_off
        )
        self.vm.put(r.R_KERNEL, self.record.address)

    def object(self, name: str, **members: int) -> int:
        """Make a struct; two underscores in a member's name stand for a dot."""
        size = TYPES.sizeof(f"struct {name}")
        at = self.vm.region.alloc(DIRECT_MAP_BASE, size, 64)
        for member, value in members.items():
            self.put(name, at, member.replace("__", "."), value)
        return at

    def put(self, name: str, at: int, path: str, value: int) -> None:
        """Write a member."""
        nr_bytes = TYPES.sizeof_member(f"struct {name}", path)
        offset = TYPES.offsetof(f"struct {name}", path)
        self.vm.region.write(at + offset, (value & M64).to_bytes(8, "little")[:nr_bytes])

    def get(self, name: str, at: int, path: str) -> int:
        """Read a member."""
        nr_bytes = TYPES.sizeof_member(f"struct {name}", path)
        data = self.vm.region.read(at + TYPES.offsetof(f"struct {name}", path), nr_bytes)
        return int.from_bytes(data, "little")

    def call(self, helper: int, *args: int) -> int:
        """Call a helper; return what it returns, signed."""
        loads = "".join(f"r{i} = {_s(a)} ll\n" for i, a in enumerate(args, 1))
        return self.vm.do(f"{loads}call {helper}\nexit").signed

    def close(self) -> None:
        self.vm.close()
        self._buffer.close()


def _s(value: int) -> int:
    return signed_address(value & M64)


@pytest.fixture
def kernel() -> Iterator[Kernel]:
    made = Kernel()
    yield made
    made.close()


# --- sockets ------------------------------------------------------------------------------------
CASTS = {136: "tcp6", 137: "tcp", 138: "timewait", 139: "request", 140: "udp6", 178: "unix"}


@pytest.mark.parametrize(
    ("family", "protocol", "kind", "state", "kinds"),
    [
        (AF_INET6, TCP, 1, 1, {"tcp6", "tcp"}),
        (AF_INET, TCP, 1, 1, {"tcp"}),
        (AF_INET6, UDP, 2, 7, {"udp6"}),
        (AF_INET, UDP, 2, 7, set()),
        (AF_INET6, UDP, 3, 7, set()),
        (AF_UNIX, 0, 1, 1, {"unix"}),
        (AF_INET6, TCP, 1, TCP_TIME_WAIT, {"timewait"}),
        (AF_INET6, TCP, 1, TCP_NEW_SYN_RECV, {"request"}),
    ],
)
def test_a_socket_is_cast_to_what_its_fields_say(
    kernel: Kernel, family: int, protocol: int, kind: int, state: int, kinds: set[str]
) -> None:
    sk = kernel.object("sock", sk_protocol=protocol, sk_type=kind)
    kernel.put("sock_common", sk, "skc_family", family)
    kernel.put("sock_common", sk, "skc_state", state)
    found = {helper: kernel.call(helper, sk) for helper in CASTS}
    assert found == {h: _s(sk) if name in kinds else 0 for h, name in CASTS.items()}
    assert kernel.call(196, sk) == 0


def test_no_socket_is_cast_to_nothing(kernel: Kernel) -> None:
    assert {kernel.call(helper, 0) for helper in CASTS} == {0}


def test_a_socket_keeps_the_cookie_that_it_was_given_first(kernel: Kernel) -> None:
    first, second = kernel.object("sock"), kernel.object("sock")
    cookies = [kernel.call(46, sk) for sk in (first, second, first)]
    assert cookies == [1, 2, 1]
    assert kernel.call(46, 0) == 0


def test_a_socket_is_found_behind_a_file_with_the_operations_of_sockets(kernel: Kernel) -> None:
    store64(kernel.record.address + KR_SOCKET_FILE_OPS, 0x1234)
    with_socket = kernel.object("file", f_op=0x1234, private_data=0x5678)
    without = kernel.object("file", f_op=0x1235, private_data=0x5678)
    assert [kernel.call(162, at) for at in (with_socket, without, 0)] == [0x5678, 0, 0]


def test_the_length_of_an_xdp_buffer(kernel: Kernel) -> None:
    assert kernel.call(188, kernel.object("xdp_buff", data=4096, data_end=4096 + 60)) == 60


# --- maps ---------------------------------------------------------------------------------------
def test_what_is_pushed_is_peeked_at_and_popped(kernel: Kernel) -> None:
    vm = kernel.vm
    vm.create("queue", 22, 0, 8, 2)
    text = "r2 = r1\nr1 = {queue} ll\nr3 = 0\ncall HELPER\nexit"

    def ask(helper: int, value: int = 0) -> tuple[int, int]:
        out = vm.do(text.replace("HELPER", str(helper)), struct.pack("<Q", value))
        return out.signed, _words(kernel, vm.ctx, 1)[0]

    assert [ask(87, value)[0] for value in (5, 6, 7)] == [0, 0, E2BIG]
    assert [ask(89), ask(88), ask(88), ask(88)] == [(0, 5), (0, 5), (0, 6), (ENOENT, 0)]


def test_another_cpus_value_is_found(kernel: Kernel) -> None:
    vm = kernel.vm
    view = vm.create("counts", 6, 4, 8, 1)
    view.update(bytes(4), b"".join(struct.pack("<Q", 100 + cpu) for cpu in range(4)))
    text = "r2 = r1\nr1 = {counts} ll\nr3 = CPU\ncall 195\nif r0 == 0 goto out\n"
    text += "r0 = *(u64 *)(r0 + 0)\nout: exit"
    assert [vm.do(text.replace("CPU", str(cpu))).r0 for cpu in (0, 3, 4)] == [100, 103, 0]


# --- text ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("helper", "text", "base", "result", "value"),
    [
        (105, b"-42 x", 0, 3, -42),
        (105, b"0x1f", 0, 4, 31),
        (105, b"9223372036854775808", 10, -34, 7),
        (106, b"18446744073709551615", 10, 20, -1),
        (106, b"-1", 10, EINVAL, 7),
        (106, b"017", 0, 3, 15),
    ],
)
def test_a_number_is_read_from_text(
    kernel: Kernel, helper: int, text: bytes, base: int, result: int, value: int
) -> None:
    at = kernel.vm.region.alloc(DIRECT_MAP_BASE, 64, 8)
    kernel.vm.region.write(at, text.ljust(56, b"\0") + struct.pack("<q", 7))
    assert kernel.call(helper, at, len(text), base, at + 56) == result
    assert struct.unpack("<q", kernel.vm.region.read(at + 56, 8)) == (value,)


# --- tasks --------------------------------------------------------------------------------------
def _as_task(kernel: Kernel, pid: int, **members: int) -> int:
    task = kernel.object("task_struct", **members)
    kernel.vm.put(r.R_TASK, task)
    kernel.vm.put(r.R_PID_TGID, pid << 32 | pid)
    return task


def test_a_signal_is_pending_in_the_group_or_the_thread(kernel: Kernel) -> None:
    group = kernel.object("signal_struct")
    task = _as_task(kernel, 100, signal=group)
    assert kernel.call(109, 9) == 0
    assert kernel.get("signal_struct", group, "shared_pending.signal") == 1 << 8
    assert kernel.get("task_struct", task, "pending.signal") == 0
    assert kernel.call(117, 64) == 0
    assert kernel.get("task_struct", task, "pending.signal") == 1 << 63
    assert kernel.get("task_struct", task, "thread_info.flags") == 1 << TIF_SIGPENDING
    assert kernel.record.signals() == {9: 1, 64: 1}


@pytest.mark.parametrize(
    ("pid", "number", "result"),
    [(100, 65, EINVAL), (100, 0, 0), (1, 9, EPERM), (0, 9, EPERM), (100, (1 << 32) | 9, 0)],
)
def test_signals_that_are_refused(kernel: Kernel, pid: int, number: int, result: int) -> None:
    _as_task(kernel, pid)
    assert kernel.call(109, number) == result
    assert kernel.record.signals() == ({9: 1} if number >> 32 else {})


def test_the_registers_lie_at_the_top_of_the_stack(kernel: Kernel) -> None:
    task = kernel.object("task_struct", stack=1 << 20)
    assert kernel.call(175, task) == (1 << 20) + THREAD_BYTES - PT_REGS_BYTES
    assert kernel.call(175, kernel.object("task_struct")) == 0


def test_each_cpu_has_its_copy_of_a_variable(kernel: Kernel) -> None:
    store64(kernel.record.address + KR_PERCPU_BYTES, 0x1000)
    assert [kernel.call(153, 0x40, cpu) for cpu in (0, 3, 4)] == [0x40, 0x3040, 0]
    assert kernel.vm.do("r1 = 64\ncall 154\nexit", cpu=2).r0 == 0x2040


def test_secure_execution_is_asked_for_and_taken_back(kernel: Kernel) -> None:
    bprm = kernel.object("linux_binprm")
    bit = TYPES.member("struct linux_binprm", "secureexec").bit_off
    seen = []
    for flags in (1, 0, 2):
        result = kernel.call(159, bprm, flags)
        byte = kernel.vm.region.read(bprm + bit // 8, 1)[0]
        seen.append((result, byte >> bit % 8 & 1))
    assert seen == [(0, 1), (0, 0), (EINVAL, 0)]


@pytest.mark.parametrize("helper", [161, 193])
def test_a_kernel_without_integrity_subsystem_tells_no_hash(kernel: Kernel, helper: int) -> None:
    assert kernel.call(helper, kernel.object("inode"), kernel.vm.ctx, 32) == EOPNOTSUPP


# --- stacks -------------------------------------------------------------------------------------
@pytest.fixture
def stacks(kernel: Kernel) -> Iterator[Kernel]:
    buffers = [Buffer(64), Buffer(64)]
    for field, buffer, words in zip(
        (r.R_KSTACK, r.R_USTACK), buffers, ((2, 0x81, 0x82), (1, 0x401)), strict=True
    ):
        for i, word in enumerate(words):
            store64(buffer.address + 8 * i, word)
        kernel.vm.put(field, buffer.address)
    yield kernel
    for buffer in buffers:
        buffer.close()


def _words(kernel: Kernel, at: int, nr: int) -> tuple[int, ...]:
    return struct.unpack(f"<{nr}Q", kernel.vm.region.read(at, 8 * nr))


def test_the_stack_of_a_task_is_the_kernels_or_its_own(stacks: Kernel) -> None:
    task, out = _as_task(stacks, 100), stacks.vm.region.alloc(DIRECT_MAP_BASE, 64, 8)
    assert stacks.call(141, task, out, 24, 0) == 16
    assert _words(stacks, out, 3) == (0x81, 0x82, 0)
    assert stacks.call(141, task, out, 24, BPF_F_USER_STACK) == 8
    assert _words(stacks, out, 3) == (0x401, 0, 0)
    assert stacks.call(141, out, out, 24, BPF_F_USER_STACK) == EOPNOTSUPP


def test_a_build_id_that_nobody_knows_leaves_the_address(stacks: Kernel) -> None:
    out = stacks.vm.region.alloc(DIRECT_MAP_BASE, 64, 8)
    flags = BPF_F_USER_STACK | BPF_F_USER_BUILD_ID
    assert stacks.call(67, 0, out, 64, flags) == 32
    assert _words(stacks, out, 8) == (2, 0, 0, 0x401, 0, 0, 0, 0)
    assert stacks.call(67, 0, out, 40, flags) == EINVAL
    assert stacks.call(67, 0, out, 64, BPF_F_USER_BUILD_ID) == EINVAL


# --- perf events --------------------------------------------------------------------------------
def test_an_event_of_a_perf_buffer_counts_nothing_and_runs(kernel: Kernel) -> None:
    vm = kernel.vm
    vm.create("perf", 4, 4, 4, 6)
    vm.maps.open_perf_rings(vm.views["perf"], 1)
    vm.put(r.R_NR_MAPS, vm.maps.nr_maps)
    vm.put(r.R_NOW, 5000)
    read = "r1 = {perf} ll\nr2 = FLAGS ll\nr3 = {ctx} ll\nr4 = SIZE\ncall 55\nexit"

    def ask(flags: int, size: int = 24) -> tuple[int, tuple[int, ...]]:
        text = read.replace("FLAGS", str(flags)).replace("SIZE", str(size))
        return vm.do(text, b"\xee" * 24).signed, struct.unpack("<3Q", vm.read_ctx(24))

    assert ask(0xFFFFFFFF) == (0, (0, 5000, 5000))
    assert ask(0) == (0, (0, 5000, 5000))
    assert ask(1) == (EINVAL, (0, 0, 0))
    assert ask(4)[0] == ENOENT
    assert ask(6)[0] == E2BIG
    assert ask(1 << 32)[0] == EINVAL
    assert ask(0, 16)[0] == EINVAL
    call = "r1 = {perf} ll\nr2 = 0\ncall 22\nexit"
    assert [vm.do(call).signed, vm.do(call, cpu=1).signed] == [0, EINVAL]


def test_a_program_reads_its_own_event(kernel: Kernel) -> None:
    vm = kernel.vm
    assert kernel.call(56, 0, vm.ctx, 24) == EINVAL
    event = Buffer(24)
    for i, word in enumerate((7, 8, 9)):
        store64(event.address + 8 * i, word)
    vm.put(r.R_EVENT, event.address)
    assert kernel.call(56, 0, vm.ctx, 24) == 0
    assert struct.unpack("<3Q", vm.read_ctx(24)) == (7, 8, 9)
    assert kernel.call(56, 0, vm.ctx, 16) == EINVAL
    event.close()


def test_there_are_no_branch_records(kernel: Kernel) -> None:
    assert [kernel.call(119, 0, 0, 0, flags) for flags in (0, 1, 2)] == [ENOENT, ENOENT, EINVAL]
    assert [kernel.call(176, kernel.vm.ctx, 24, flags) for flags in (0, 1)] == [ENOENT, EINVAL]


# --- the traced function ------------------------------------------------------------------------
def _traced(kernel: Kernel, *args: int) -> int:
    at = kernel.vm.region.alloc(DIRECT_MAP_BASE, 256, 8)
    kernel.vm.region.write(at, struct.pack(f"<{1 + len(args)}Q", len(args) - 1, *args))
    return at + 8


def test_arguments_and_result_of_the_traced_function(kernel: Kernel) -> None:
    ctx, out = _traced(kernel, 11, 22, 33), kernel.vm.ctx
    assert kernel.call(185, ctx) == 2
    assert [(kernel.call(183, ctx, n, out), _words(kernel, out, 1)[0]) for n in (0, 1)] == [
        (0, 11),
        (0, 22),
    ]
    assert [kernel.call(183, ctx, n, out) for n in (2, -1)] == [EINVAL, EINVAL]
    assert kernel.call(184, ctx, out) == EOPNOTSUPP
    kernel.vm.put(r.R_HAS_RET, 1)
    assert (kernel.call(184, ctx, out), _words(kernel, out, 1)[0]) == (0, 33)


def test_what_a_hook_returns_is_set_and_read(kernel: Kernel) -> None:
    assert kernel.call(186) == 0
    assert (kernel.call(187, -13), kernel.call(186)) == (0, -13)
    assert load64(kernel.vm.run + r.R_RETVAL) == -13
