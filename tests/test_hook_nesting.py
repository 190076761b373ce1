"""A hook that is hit inside of another one's program: kind × kind × context, and where it counts.

A long program runs in a task, a softirq or a hard interrupt; a softirq, an interrupt or an NMI
comes in the middle of it and hits hooks of every kind.
"""

from __future__ import annotations

import pytest

from sim.hooks.attach import Link
from sim.hooks.kinds import parse_target
from sim.kernel import layout as k
from sim.kernel.paths import load_paths
from sim.kernel.types.kernel_types import kernel_types
from sim.workload.spec import Step
from tests.test_hooks_rules import EMPTY, MS, US, Tiny, _call

FUNCTION_KINDS = (
    "kprobe",
    "kprobe+0x10",
    "kretprobe",
    "kprobe.multi",
    "kretprobe.multi",
    "kprobe.session",
    "fentry",
    "fexit",
    "fmod_ret",
)
TRACEPOINT_KINDS = ("tracepoint", "raw_tp", "tp_btf")
FAMILY = {
    "kprobe": "kprobe",
    "kprobe+0x10": "kprobe",
    "kretprobe": "kprobe",
    "kprobe.multi": "fprobe",
    "kretprobe.multi": "fprobe",
    "kprobe.session": "fprobe",
    "tracepoint": "tracepoint",
}
# what becomes of a nested hit (rows) inside of a program (columns)
TABLE = """
             kprobe        fprobe        tracepoint    trampoline  raw
kprobe       kprobe_running prog_active  prog_active   run         run
fprobe       prog_active   prog_active   prog_active   run         run
tracepoint   prog_active   prog_active   prog_active   run         run
trampoline   run           run           run           run         run
raw          run           run           run           run         run
"""
OUTCOME = {
    k.FLOW_RUN: "run",
    k.FLOW_MISS_ACTIVE: "prog_active",
    k.FLOW_MISS_NESTED: "kprobe_running",
    k.FLOW_MISS_POOL: "maxactive",
    k.FLOW_MISS_RECURSION: "recursion",
}
# where each context is hit: a function, and a tracepoint
SITES = {
    "task": ("__x64_sys_getpid", "raw_syscalls/sys_exit"),
    "softirq": ("blk_update_request", "block/block_rq_complete"),
    "hardirq": ("scheduler_tick", "irq/irq_handler_entry"),
    "nmi": ("perf_event_overflow", "nmi/nmi_handler"),
}
NESTED = {
    "task": ("softirq", "hardirq", "nmi"),
    "softirq": ("hardirq", "nmi"),
    "hardirq": ("nmi",),
}
# six milliseconds at a microsecond an instruction
LONG = "r1 = 3000\nagain:\nr1 += -1\nif r1 != 0 goto again\nr0 = 0\nexit"


def _family(kind: str) -> str:
    raw = "raw" if kind in ("raw_tp", "tp_btf") else "trampoline"
    return FAMILY.get(kind, raw)


def _table() -> dict[tuple[str, str], str]:
    head, *rows = (line.split() for line in TABLE.strip().splitlines())
    return {
        (row[0], outer): cell for row in rows for outer, cell in zip(head, row[1:], strict=True)
    }


def _attach(tiny: Tiny, kind: str, context: str, text: str) -> list[Link]:
    function, tracepoint = SITES[context]
    if kind in TRACEPOINT_KINDS:
        name = tracepoint if kind == "tracepoint" else tracepoint.rpartition("/")[2]
        return tiny.attach_all(kind, name, text)
    kind, plus, offset = kind.partition("+")
    return tiny.attach_all(kind, function + plus + offset, text)


def _machine(kernel: str = "6.12") -> Tiny:
    """Requests end at 1 and 2 ms, a tick comes at 4 ms, NMIs come at 2.5 and 5 ms."""
    prices = {"prog.insn_jit": 1000}
    tiny = Tiny(hz=250, nmi_ns=2_500 * US, prices_ns=prices, kernel=kernel)
    tiny.work(Step("read", nr_bytes=4096, miss_ppm=1_000_000), tasks=2)
    tiny.work(*_call(400 * US))
    return tiny


def _outcomes(tiny: Tiny, outer: Link, nested: Link) -> set[str]:
    """Return what became of the hits of *nested* while the program of *outer* ran first."""
    starts, ends = tiny.when(k.FLOW_RUN, outer), tiny.when(k.FLOW_END, outer)
    end = ends[0] if ends else 1 << 62
    rows = [row for row in tiny.flow if row[3] == nested.index and row[2] in OUTCOME]
    return {OUTCOME[int(row[2])] for row in rows if starts[0] < row[0] < end}


@pytest.fixture(autouse=True)
def _types_of_6_1(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let machines of any kernel have the types and names of 6.1: guards know none."""
    monkeypatch.setattr("sim.kernel.machine.kernel_types", lambda _kernel: kernel_types("6.1"))
    monkeypatch.setattr("sim.kernel.machine.load_paths", lambda _kernel: load_paths("6.1"))


@pytest.mark.parametrize("kind", [*FUNCTION_KINDS, *TRACEPOINT_KINDS])
@pytest.mark.parametrize("context", NESTED)
def test_what_a_nested_hit_becomes_depends_on_both_kinds(context: str, kind: str) -> None:
    tiny = _machine()
    outer = _attach(tiny, kind, context, LONG)[0]
    expected, found = {}, {}
    nested = {}
    for inner in NESTED[context]:
        for other in (*FUNCTION_KINDS, *TRACEPOINT_KINDS):
            for half, link in enumerate(_attach(tiny, other, inner, EMPTY)):
                nested[inner, other, half] = link
                expected[inner, other, half] = {_table()[_family(other), _family(kind)]}
    tiny.run(5_500 * US)
    found = {key: _outcomes(tiny, outer, link) for key, link in nested.items()}
    assert found == expected
    for link in nested.values():
        seen = tiny.links.counters(link)
        ended = seen["run"] + sum(n for name, n in seen.items() if name.startswith("missed"))
        assert seen["hits"] - ended in (0, 1), "each is counted once"
    tiny.close()


@pytest.mark.parametrize(("kernel", "expected"), [("6.0", "run"), ("6.1", "recursion")])
def test_a_raw_tracepoint_program_interrupts_itself_up_to_6_0(kernel: str, expected: str) -> None:
    tiny = _machine(kernel)
    outer = _attach(tiny, "raw_tp", "task", LONG)[0]
    target = parse_target("raw_tp", "nmi_handler", "test")
    again = tiny.links.prepare(outer.program, target, tiny.owner)
    tiny.links.install(again)
    tiny.run(4_500 * US)
    assert _outcomes(tiny, outer, again) == {expected}
    tiny.close()


def test_a_program_in_a_trampoline_never_interrupts_itself() -> None:
    tiny = _machine("5.15")
    outer = _attach(tiny, "fentry", "task", LONG)[0]
    target = parse_target("fentry", "perf_event_overflow", "test")
    again = tiny.links.prepare(outer.program, target, tiny.owner)
    tiny.links.install(again)
    tiny.run(4_500 * US)
    assert _outcomes(tiny, outer, again) == {"recursion"}
    assert tiny.of(again)["missed_recursion"] == 1
    tiny.close()


def test_an_nmi_comes_with_interrupts_off_and_an_interrupt_waits_for_its_end() -> None:
    tiny = Tiny(hz=1000, nmi_ns=MS - 10 * US, prices_ns={"irq.nmi": 50 * US, "sched.tick": 5 * US})
    tiny.work(Step("user", _call(50 * MS)[0].time))
    tick, nmi = (
        tiny.attach("kprobe", "scheduler_tick"),
        tiny.attach("kprobe", "perf_event_overflow"),
    )
    tiny.run(1_500 * US)
    assert tiny.when(k.FLOW_RUN, nmi) == [990 * US + 50 * US]
    assert tiny.when(k.FLOW_RUN, tick) == [990 * US + 50 * US + 5 * US]
    tiny.close()


def test_an_nmi_during_an_nmi_comes_at_its_end_and_only_once() -> None:
    tiny = Tiny(nmi_ns=100 * US, prices_ns={"irq.nmi": 350 * US})
    tiny.work(Step("user", _call(50 * MS)[0].time))
    nmi = tiny.attach("kprobe", "perf_event_overflow")
    tiny.run(1_100 * US)
    assert tiny.when(k.FLOW_RUN, nmi) == [450 * US, 800 * US]
    tiny.close()


def test_a_halted_cpu_has_no_nmi() -> None:
    tiny = Tiny(nr_cpus=2, nmi_ns=100 * US)
    tiny.work(Step("user", _call(50 * MS)[0].time), cpus=[1])
    nmi = tiny.attach("kprobe", "perf_event_overflow")
    tiny.run(MS)
    assert {int(row[1]) for row in tiny.flow if row[2] == k.FLOW_RUN} == {1}
    assert tiny.of(nmi)["run"] == 9 or tiny.of(nmi)["run"] == 10
    tiny.close()
