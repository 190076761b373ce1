"""bpf_trace_printk: which formats it takes, and the lines that trace_pipe shows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sim.base.memory import Buffer, load64, store64
from sim.bpf import run_state as r
from sim.bpf.asm import assemble
from sim.bpf.region import DIRECT_MAP_BASE, signed_address
from sim.engine.environment import Environment
from sim.engine.state import H_NOW, H_TRAP_A, H_TRAP_B, TRAP_HELPER
from sim.hooks.attach import Links
from sim.hooks.kinds import parse_target
from sim.kernel import layout as k
from sim.kernel.machine import Distribution, Machine, MachineConfig
from sim.kernel.trace_pipe import TracePipe
from sim.workload.compile import Workloads
from sim.workload.spec import Step, WorkloadSpec

EINVAL = -22
BPF_TRACE_PRINTK = 6


def _new_machine() -> Machine:
    return Machine(MachineConfig("6.1", 1, 1, lambda key: 0, hz=0))


class Printer:
    """A machine whose programs only print."""

    def __init__(self) -> None:
        self.machine = _new_machine()
        self.pipe = TracePipe(self.machine)
        self._run = Buffer(r.RUN_BYTES)
        self.run = self._run.address
        self.text = self.machine.kernel.alloc(DIRECT_MAP_BASE, 4096, 4096)
        comm = self.machine.kernel.alloc(DIRECT_MAP_BASE, 16)
        self.machine.kernel.write(comm, b"fileserver\0")
        store64(self.run + r.R_COMM, signed_address(comm))
        store64(self.run + r.R_PID_TGID, 1000 << 32 | 1003)
        store64(self.run + r.R_PENDING, BPF_TRACE_PRINTK)
        self.machine.put(H_TRAP_A, self.run)
        self.machine.put(H_TRAP_B, 3)
        self.machine.put(H_NOW, 12_345_678_901)

    def close(self) -> None:
        self._run.close()
        self.machine.close()

    def string(self, text: bytes) -> int:
        at = self.machine.kernel.alloc(DIRECT_MAP_BASE, len(text) + 1)
        self.machine.kernel.write(at, text + b"\0")
        return signed_address(at)

    def call(self, fmt: bytes, *args: int, size: int | None = None) -> int:
        self.machine.kernel.write(self.text, fmt + b"\0")
        registers = (self.text, len(fmt) + 1 if size is None else size, *args)
        for i, value in enumerate(registers, start=1):
            store64(self.run + r.R_REGS + 8 * i, signed_address(value & (1 << 64) - 1))
        self.pipe.handle()
        assert load64(self.run + r.R_DONE) == 1
        return load64(self.run + r.R_REGS)

    def printed(self, fmt: bytes, *args: int) -> str:
        result = self.call(fmt, *args)
        text = self.pipe.lines[-1][2].split("bpf_trace_printk: ", 1)[1]
        assert result == len(text)
        return text


@pytest.fixture
def printer() -> Iterator[Printer]:
    made = Printer()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("fmt", "args", "expected"),
    [
        (b"hello", (), "hello"),
        (b"%d", (-5,), "-5"),
        (b"%i", (7,), "7"),
        (b"%d", (1 << 32,), "0"),
        (b"%d", (0xFFFFFFFF,), "-1"),
        (b"%u", (-1,), "4294967295"),
        (b"%x", (0xBEEF,), "beef"),
        (b"%X", (0xBEEF,), "BEEF"),
        (b"%x", (-1,), "ffffffff"),
        (b"%ld", (-1,), "-1"),
        (b"%lu", (-1,), "18446744073709551615"),
        (b"%llx", (-1,), "ffffffffffffffff"),
        (b"%lld", (1 << 40,), "1099511627776"),
        (b"%08x", (0xAB,), "000000ab"),
        (b"%c%c", (ord("o"), ord("k")), "ok"),
        (b"100%% of %d", (3,), "100% of 3"),
        (b"%d-%d-%d", (1, 2, 3), "1-2-3"),
    ],
)
def test_numbers_are_printed_as_c_prints_them(
    printer: Printer, fmt: bytes, args: tuple[int, ...], expected: str
) -> None:
    assert printer.printed(fmt, *args) == expected


def test_strings_are_read_where_they_are_and_a_bad_pointer_gives_none(printer: Printer) -> None:
    name = printer.string(b"/etc/hosts")
    assert printer.printed(b"open %s fd %d", name, 3) == "open /etc/hosts fd 3"
    assert printer.printed(b"<%s>", 0) == "<>"
    assert printer.printed(b"<%s>", -8) == "<>"


@pytest.mark.parametrize(
    "fmt", [b"%d %d %d %d", b"%f", b"%n", b"%", b"50%", b"%lf", b"%q"], ids=repr
)
def test_a_format_that_the_helper_refuses_prints_nothing(printer: Printer, fmt: bytes) -> None:
    assert printer.call(fmt, 1, 2, 3) == EINVAL
    assert printer.pipe.lines == []


def test_a_format_must_end_within_its_size(printer: Printer) -> None:
    assert printer.call(b"hello", size=5) == EINVAL
    assert printer.call(b"hello", size=0) == EINVAL
    assert printer.call(b"hello", size=6) == 5


def test_a_line_says_who_where_and_when(printer: Printer) -> None:
    printer.call(b"hit %d", 7)
    assert printer.pipe.lines == [
        (
            12_345_678_901,
            3,
            "      fileserver-1003    [003] d...1    12.345678: bpf_trace_printk: hit 7",
        )
    ]


def test_lines_are_handed_on_in_order(printer: Printer) -> None:
    for i in range(3):
        printer.call(b"%d", i)
    found: list[tuple[int, int, str]] = []

    class Tables:
        def trace_line(self, t_ns: int, cpu: int, text: str) -> None:
            found.append((t_ns, cpu, text[-1]))

    printer.pipe.write(Tables())
    assert found == [(12_345_678_901, 3, str(i)) for i in range(3)]


PROGRAM = """
    r1 = 0x6425203d2064 ll
    *(u64 *)(r10 - 16) = r1
    r1 = r10
    r1 += -16
    r2 = 7
    r3 = 42
    call 6
    exit
"""


def test_a_program_that_prints_stops_for_python_and_goes_on() -> None:
    machine = _new_machine()
    pipe = TracePipe(machine)
    machine.on_trap[TRAP_HELPER] = pipe.handle
    workloads, links = Workloads(machine), Links(machine)
    think = Distribution(k.DIST_CONSTANT, 0)
    steps = (Step("user", Distribution(k.DIST_CONSTANT, 1000)), Step("getpid"))
    workloads.add(WorkloadSpec("w", False, 1, think, steps, comm="printer"))
    program = links.load("print", "kprobe", assemble(PROGRAM))
    target = parse_target("kprobe", "__x64_sys_getpid", "test")
    link = links.prepare(program, target, machine.add_owner("tracer:t"))
    links.install(link)
    machine.start()
    workloads.start()
    env = Environment()
    env.add_machine(machine)
    env.run(until=2500)
    assert [(t, cpu) for t, cpu, _ in pipe.lines] == [(1000, 0), (2000, 0)]
    assert all(line.endswith("bpf_trace_printk: d = 42") for _, _, line in pipe.lines)
    assert pipe.lines[0][2].lstrip().startswith("printer-")
    assert links.counters(link)["run"] == 2
    machine.close()
