"""The shipped profiles add up to the figures that were published.

A published figure covers several prices; each test adds up what the simulator would charge for
the published experiment and compares. Where a figure was split into shares that nobody measured,
the sum says nothing about the shares. The uncertainty that a profile states must also cover the
other published values listed here.
"""

from __future__ import annotations

import pytest

from sim.bpf.run_state import COUNTS
from sim.cost.keys import KEYS
from sim.cost.profile import load_profile, shipped_profiles

OLD, FAST = "x86-2020", "x86-fast-2025"
SLOW = {"hook.syscall_slow_path": 2}
RESERVE = {"helper.call": 1, "ringbuf.reserve": 1, "ringbuf.lock_hold": 1}
SUBMIT = {"helper.call": 1, "ringbuf.submit": 1}
READ8 = {"ringbuf.reader_record": 1, "ringbuf.reader_byte": 8}
OUTPUT8 = RESERVE | {"ringbuf.output": 1, "ringbuf.copy_byte": 8}
PERF8 = {"helper.call": 1, "perfbuf.output": 1, "perfbuf.copy_byte": 8}
PERF_READ8 = {"perfbuf.reader_record": 1, "perfbuf.reader_byte": 8}
WAKE = {"wakeup.irq_work": 1, "wakeup.try_to_wake_up": 1, "wakeup.ipi": 1}
NULL_SYSCALL = {"syscall.entry": 1, "syscall.exit": 1, "path.__x64_sys_getpid": 1}
KRETPROBE = {"hook.kretprobe_entry": 1, "hook.kretprobe_return": 1}


def rate(m_per_s):
    return 1000 / m_per_s


def added(traced, base):
    return rate(traced) - rate(base)


def both(*bags):
    total: dict[str, int] = {}
    for bag in bags:
        for key, n in bag.items():
            total[key] = total.get(key, 0) + n
    return total


ACROSS = {"ringbuf.lock_hold": 1, "ringbuf.line_transfer": 2, "ringbuf.line_transfer_far": 2}
PUBLISHED = [
    (OLD, "empty raw_tp program on task_rename", {"hook.raw_tp": 1}, added(3.899, 3.975)),
    (OLD, "empty raw_tp program on sys_enter", both({"hook.raw_tp": 1}, SLOW), added(8.571, 9.2)),
    (
        OLD,
        "empty syscall tracepoint program",
        both({"hook.syscall_tracepoint": 1, "hook.syscall_filter": 1}, SLOW),
        added(6.690, 9.2),
    ),
    (OLD, "empty kprobe program", {"hook.kprobe_ftrace": 1}, added(6.431, 9.2)),
    (OLD, "empty kretprobe program", KRETPROBE, added(2.496, 3.975)),
    (OLD, "empty fentry program", {"hook.fentry": 1}, added(3.836, 3.975)),
    (OLD, "empty fexit program", {"hook.fexit": 1}, added(3.660, 3.975)),
    (OLD, "null system call", NULL_SYSCALL, rate(9.2)),
    (OLD, "4096 instructions", {"prog.insn_jit": 4096}, 1270),
    (OLD, "4096 instructions interpreted", {"prog.insn_interp": 4096}, 11553),
    (OLD, "33 tail calls", {"prog.tail_call": 33}, 160),
    (
        OLD,
        "a probe read",
        {"helper.call": 1, "helper.probe_read": 1, "helper.probe_read_byte": 8},
        46.8,
    ),
    (OLD, "a hash lookup, 1 key", {"helper.call": 1, "map.hash_lookup": 1}, 15.9),
    (OLD, "a hash update", {"helper.call": 1, "map.hash_update": 1}, 62.8),
    (OLD, "a hash delete", {"helper.call": 1, "map.hash_delete": 1}, 19.9),
    (OLD, "an array lookup", {"map.array_lookup": 1}, 0.2),
    (OLD, "an array update", {"helper.call": 1, "map.array_update": 1}, 9.5),
    (OLD, "a per-CPU hash lookup", {"helper.call": 1, "map.percpu_hash_lookup": 1}, 14.1),
    (OLD, "a per-CPU hash update", {"helper.call": 1, "map.percpu_hash_update": 1}, 33.1),
    (OLD, "a per-CPU hash delete", {"helper.call": 1, "map.percpu_hash_delete": 1}, 19.8),
    (OLD, "a per-CPU array update", {"helper.call": 1, "map.percpu_array_update": 1}, 9.0),
    (
        OLD,
        "lookup and count",
        {"helper.call": 1, "map.hash_lookup": 1, "map.atomic": 1},
        20.0,
    ),
    (OLD, "back-to-back ring buffer", both(RESERVE, SUBMIT, READ8), rate(15.507)),
    (OLD, "ring buffer output", both(OUTPUT8), 27.0 + added(18.906, 22.819)),
    (
        OLD,
        "4 to 12 producers",
        {"ringbuf.lock_hold": 1, "ringbuf.line_transfer": 4},
        rate(4.0),
    ),
    (OLD, "back-to-back perf buffer", both(PERF8, PERF_READ8), rate(8.545) - 862 / 500),
    (OLD, "a notification", WAKE, 858),
    (OLD, "a full hash on 16 CPUs", {"map.hash_full_scan_per_cpu": 16}, 26_500),
    (FAST, "empty raw_tp program", {"hook.raw_tp": 1}, added(198.375, 437.149)),
    (FAST, "empty tracepoint program", {"hook.tracepoint": 1}, added(79.770, 437.149)),
    (FAST, "empty kprobe program", {"hook.kprobe_ftrace": 1}, added(54.590, 437.149)),
    (FAST, "empty kretprobe program", KRETPROBE, added(21.945, 437.149)),
    (FAST, "empty fentry program", {"hook.fentry": 1}, added(135.591, 437.149)),
    (FAST, "empty fexit program", {"hook.fexit": 1}, added(68.127, 437.149)),
    (FAST, "null system call", NULL_SYSCALL, rate(31.618)),
    (FAST, "a hash lookup", {"helper.call": 1, "map.hash_lookup": 1}, 9.8),
    (FAST, "a hash update", {"helper.call": 1, "map.hash_update": 1}, 50.8),
    (FAST, "back-to-back ring buffer", both(RESERVE, SUBMIT, READ8), rate(59.95)),
    (FAST, "ring buffer output", both(OUTPUT8), 9.0 + added(64.7, 76.2)),
    (FAST, "a perf buffer record", both(PERF8, PERF_READ8), 43.0),
    (FAST, "4 producers", {"ringbuf.lock_hold": 1, "ringbuf.line_transfer": 4}, rate(14.86)),
    (FAST, "16 producers", ACROSS, rate(4.61)),
    (FAST, "a notification", WAKE, 643),
]


@pytest.mark.parametrize(
    ("name", "what", "bag", "published_ns"), PUBLISHED, ids=[f"{p[0]} {p[1]}" for p in PUBLISHED]
)
def test_the_prices_of_a_published_experiment_add_up_to_its_figure(name, what, bag, published_ns):
    profile = load_profile(name)
    total_ns = sum(n * profile.price_ps(key) for key, n in bag.items()) / 1000
    assert total_ns == pytest.approx(published_ns, rel=0.02), what


def test_a_hash_lookup_grows_with_fullness_as_published():
    profile = load_profile(OLD)
    base = profile.price_ps("helper.call") + profile.price_ps("map.hash_lookup")
    slope = profile.price_ps("map.hash_fullness")
    published = {0.06: 15.9, 0.12: 17.1, 0.25: 19.0, 0.50: 22.3, 0.75: 25.6, 1.0: 27.9}
    for fullness, ns in published.items():
        assert (base + slope * fullness) / 1000 == pytest.approx(ns, rel=0.05)


# other published values of the same price: other benches, revisions, producer counts. Not in
# the list, for no symmetric width covers them: raw_tp 12.5 ns and -2.4 ns (its note says so).
OTHER_FIGURES = [
    (OLD, "ringbuf.line_transfer", (rate(4.931) - 7) / 4),
    (OLD, "hook.kprobe_ftrace", added(3.268, 3.975)),
    (OLD, "hook.kprobe_ftrace", added(3.673, 4.622)),
    (OLD, "hook.kprobe_ftrace", added(3.849, 4.457)),
    (OLD, "hook.raw_tp", added(8.571, 9.2)),
    (OLD, "hook.fentry", added(8.955, 9.2)),
    (OLD, "hook.fentry", added(4.381, 4.457)),
    (OLD, "hook.fentry", added(4.309, 4.622)),
    (OLD, "hook.fexit", added(4.349, 4.457)),
    (OLD, "hook.fexit", added(4.201, 4.622)),
    (OLD, "helper.trace_printk", 350),
    (OLD, "helper.trace_printk", 450),
    (OLD, "helper.get_stack", 700),
    (OLD, "helper.get_stack", 1150),
    (OLD, "attach.kprobe", 5_400_000),
    (OLD, "attach.kprobe", 2_900_000),
    (FAST, "hook.fentry", added(171.242, 409.184)),
    (FAST, "hook.fexit", added(80.544, 409.184)),
    (FAST, "hook.raw_tp", added(202.650, 429.339)),
    (FAST, "hook.tracepoint", added(81.883, 409.184)),
    (FAST, "hook.kprobe_ftrace", added(52.029, 409.184)),
]


@pytest.mark.parametrize(("name", "key", "ns"), OTHER_FIGURES)
def test_the_stated_uncertainty_covers_the_other_figures_listed(name, key, ns):
    price = load_profile(name).price(key)
    assert abs(ns * 1000 - price.value_ps) * 1_000_000 <= price.value_ps * price.uncertainty_ppm


@pytest.mark.parametrize("name", shipped_profiles())
def test_assumed_figures_have_a_wide_uncertainty_and_no_claimed_source(name):
    profile = load_profile(name)
    for key in profile.prices:
        price = profile.price(key)
        if price.confidence in ("assumed", "recalled", "low") and price.value_ps:
            assert price.uncertainty_ppm >= 400_000, key
        if price.source == "none published":
            assert price.confidence == "assumed", key
        if price.confidence == "derived":
            assert price.note, key


@pytest.mark.parametrize("name", shipped_profiles())
def test_prices_keep_their_natural_order(name):
    profile = load_profile(name)
    rising = [
        ("hook.raw_tp", "hook.tracepoint"),
        ("hook.fentry", "hook.fexit"),
        ("hook.kprobe_ftrace", "hook.kprobe_int3_boosted"),
        ("hook.kprobe_int3_boosted", "hook.kprobe_int3_singlestep"),
        ("prog.insn_jit", "prog.insn_interp"),
        ("map.array_lookup", "map.hash_lookup"),
        ("ringbuf.output", "perfbuf.output"),
        ("lock.mutex_fast", "lock.mutex_slow"),
    ]
    for less, more in rising:
        assert profile.price_ps(less) < profile.price_ps(more), (less, more)


def test_whatever_a_program_run_counts_has_a_price():
    assert [what for what in COUNTS if what not in KEYS] == []
