"""Shipped tools and our own on the tutorial machines: what they report is what happened.

What happened is counted from the trace of sites (`tests.truths`), never from the counters of
the dispatch that ran the programs.
"""

from __future__ import annotations

import struct
from collections import Counter

import numpy as np
import pytest

import analysis
from tests.corpus import corpus_objects
from tests.truths import OPENAT, Call, Ran, free_tracing, run_traced

OPENAT_NR, READ_NR = 257, 0
TRACER = "arms[1].tracers[0]"


def records_of(ran: Ran) -> list[tuple[int, dict[str, str]]]:
    """Return (CPU, fields) of every delivered record, in the order of delivery."""
    (ran.folder / "status.json").write_text('{"state": "complete"}')
    decoded = analysis.load(ran.folder).df_decoded()
    assert decoded["deliver_ns"].tolist() == ran.table("records")["deliver_ns"].tolist()
    assert "bytes" not in decoded
    assert decoded["deliver_ns"].is_monotonic_increasing
    fields = decoded.loc[:, "cpu":].drop(columns="cpu").astype(str).to_dict("records")
    return list(zip(decoded["cpu"].tolist(), fields, strict=True))


def seen_opens(ran: Ran, enter: str, exit_: str) -> list[Call]:
    """Return the opens that both programs saw: begun and ended after they were attached."""
    first_enter, first_exit = ran.attached(enter), ran.attached(exit_)
    return [
        call
        for call in ran.calls()
        if call.nr == OPENAT_NR and call.enter_row > first_enter and call.exit_row > first_exit
    ]


def check_records(ran: Ran, opens: list[Call], names: dict[str, str]) -> int:
    """Check that every open gave one record, but for the last ones of each CPU.

    A CPU's records leave in the order of its opens, so what was delivered at the horizon is the
    beginning of that. The rest is unread, or its program was not done. Returns how many were
    delivered.
    """
    flags = {(hit.tid, hit.t_ns): hit.args["arg2"] for hit in ran.hits[OPENAT]}
    found = records_of(ran)
    rest = 0
    for cpu in range(ran.figure("nr_cpus")):
        expected = [
            {
                "tgid": str(ran.tasks[call.tid][0]),
                "tid": str(call.tid),
                "ret": str(call.ret),
                "flags": str(flags[call.tid, call.enter_ns]),
                "comm": ran.tasks[call.tid][1],
                "fname": ran.texts[call.a1],
            }
            for call in opens
            if call.exit_cpu == cpu
        ]
        got = [fields for at, fields in found if at == cpu]
        for one, wanted in zip(got, expected, strict=False):
            assert {name: one[field] for name, field in names.items()} == {
                name: wanted[name] for name in names
            }
        assert len(got) <= len(expected)
        rest += len(expected) - len(got)
    assert rest == ran.loss("records", "unread") + ran.loss("hits", "running")
    assert ran.loss("reservations", "dropped_full") == 0
    return len(found)


CORPUS_NAMES = {"tgid": "pid", "ret": "ret", "flags": "flags", "comm": "comm", "fname": "fname"}


def corpus_opensnoop(folder, *settings: str, ms: int = 30) -> tuple[Ran, list[Call]]:
    (file,) = corpus_objects("opensnoop")
    overrides = [f"{TRACER}.globals.{setting}" for setting in settings]
    ran = run_traced(
        folder, "01-opensnoop.yaml", *overrides, objects=[str(file)], hooks=[OPENAT], ms=ms
    )
    programs = "tracepoint__syscalls__sys_enter_openat", "tracepoint__syscalls__sys_exit_openat"
    return ran, seen_opens(ran, *programs)


@pytest.mark.corpus
def test_shipped_opensnoop_delivers_one_decoded_record_for_each_open(tmp_path) -> None:
    ran, opens = corpus_opensnoop(tmp_path)
    assert check_records(ran, opens, CORPUS_NAMES) > 500
    before = [call for call in ran.calls() if call.nr == OPENAT_NR and call not in opens]
    assert len(before) > 100, "opens before the tracer was attached give no record"
    assert {text["uid"] for _cpu, text in records_of(ran)} == {"0"}


@pytest.mark.corpus
@pytest.mark.parametrize("nr", [1, 32])
def test_shipped_opensnoop_filters_by_its_settings(tmp_path, nr) -> None:
    if nr == 1:
        ran, opens = corpus_opensnoop(tmp_path, "targ_failed=true", ms=20)
        failed = [call for call in opens if call.ret < 0]
        assert 0 < check_records(ran, failed, CORPUS_NAMES) < len(opens)
        return
    ran, opens = corpus_opensnoop(tmp_path, "targ_uid=33", ms=20)
    assert opens
    assert check_records(ran, [], CORPUS_NAMES) == 0


def test_our_opensnoop_delivers_one_decoded_record_for_each_open(tmp_path) -> None:
    ran = run_traced(tmp_path, "01-opensnoop.yaml", hooks=[OPENAT])
    opens = seen_opens(ran, "enter_openat", "exit_openat")
    names = {name: name for name in ("tgid", "tid", "ret", "flags", "comm", "fname")}
    assert check_records(ran, opens, names) > 500
    assert ran.entries("starts").keys() <= {struct.pack("<I", tid) for tid in ran.tasks}


def test_our_opensnoop_measures_what_the_sites_say_when_tracing_is_free(tmp_path) -> None:
    ran = run_traced(tmp_path, "01-opensnoop.yaml", free_tracing(tmp_path), hooks=[OPENAT], ms=10)
    opens = seen_opens(ran, "enter_openat", "exit_openat")
    times = {(str(call.tid), str(call.enter_ns)): call for call in opens}
    records = records_of(ran)
    assert len(records) > 300
    for _cpu, record in records:
        call = times.pop((record["tid"], record["ts_ns"]))
        assert int(record["delta_ns"]) == call.exit_ns - call.enter_ns


# --- counts in maps -----------------------------------------------------------------------------


def until_nothing_runs(folder, scenario: str, *overrides: str, ms: int, **more) -> Ran:
    """Run until no program is under way, so that what was hit is what was counted.

    A first run says when that is; a second one, the same up to then, ends there.
    """
    (folder / "first").mkdir()
    first = run_traced(folder / "first", scenario, *overrides, ms=ms, **more)
    for t_ns in quiet_times(first):
        again = folder / str(t_ns)
        again.mkdir()
        ran = run_traced(again, scenario, *overrides, f"stop.time={t_ns} ns", **more)
        if ran.loss("hits", "running") == ran.loss("functions", "inside"):
            return ran
    raise AssertionError("some program is always under way")


def quiet_times(ran: Ran) -> list[int]:
    """Return late times at which every hit so far has been dealt with."""
    flow = ran.table("flow")
    what, hook = flow["what"].astype(str), flow["hook"].astype(str)
    begins = np.isin(what, ["hit"])
    over = np.isin(what, ["end", "filtered"]) | np.char.startswith(what, "missed_")
    # A kretprobe's hit is its function's entry; its program runs at the return.
    at_return = np.char.startswith(hook, "kretprobe")
    begins |= at_return & (what == "run")
    over |= at_return & (what == "enter")
    idle = np.flatnonzero(np.cumsum(begins.astype(int) - over) == 0)
    t_ns = flow["t_ns"]
    last = np.array([i for i in idle if i + 1 < len(t_ns) and t_ns[i + 1] > t_ns[i] + 1])
    return (t_ns[last[-400::100]] + 1).tolist()


def no_misses(ran: Ran) -> bool:
    return not any(what.startswith("missed_") for what in set(ran.table("flow")["what"].tolist()))


@pytest.mark.corpus
def test_shipped_vfsstat_counts_every_call(tmp_path) -> None:
    (file,) = corpus_objects("vfsstat")
    ran = until_nothing_runs(tmp_path, "02-syscount.yaml", objects=[str(file)], ms=50)
    names = ("vfs_read", "vfs_write", "vfs_fsync", "vfs_open", "vfs_create")
    true = [sum(1 for _ in ran.passed(name, "entry", f"kprobe_{name}")) for name in names]
    ((value,),) = ran.entries("vfsstat.bss").values()
    assert list(struct.unpack("<5Q", value)) == true
    assert all(true[:4]), "the workload does what is counted"
    assert no_misses(ran)
    kinds = {hook.partition(":")[0] for hook in ran.table("programs")["hook"].tolist()}
    assert kinds == {"kprobe"}, "the fentry twins are left out, as the tool does on an old kernel"


def corpus_syscount(folder, *settings: str, ms: int = 12, free: bool = False) -> Ran:
    (file,) = corpus_objects("syscount")
    overrides = [f"{TRACER}.globals.{setting}" for setting in settings]
    overrides += [free_tracing(folder)] if free else []
    return until_nothing_runs(folder, "02-syscount.yaml", *overrides, objects=[str(file)], ms=ms)


def syscount_data(ran: Ran) -> dict[int, tuple[int, int, str]]:
    """Return key → (count, total ns, comm)."""
    found = {}
    for key, (value,) in ran.entries("data").items():
        count, total_ns, comm = struct.unpack("<QQ16s", value)
        found[int.from_bytes(key, "little")] = (count, total_ns, comm.rstrip(b"\0").decode())
    return found


def true_exits(ran: Ran) -> list[dict[str, int]]:
    return list(ran.passed("raw_syscalls:sys_exit", "sys_exit", "sys_exit"))


@pytest.mark.corpus
def test_shipped_syscount_counts_by_syscall(tmp_path) -> None:
    ran = corpus_syscount(tmp_path)
    true = Counter(call["nr"] for call in true_exits(ran))
    assert {key: row[0] for key, row in syscount_data(ran).items()} == true
    assert len(true) >= 5
    assert no_misses(ran)


@pytest.mark.corpus
def test_shipped_syscount_counts_failures_by_process(tmp_path) -> None:
    ran = corpus_syscount(tmp_path, "count_by_process=true", "filter_failed=true")
    true = Counter(ran.tasks[call["tid"]] for call in true_exits(ran) if call["ret"] < 0)
    data = syscount_data(ran)
    assert {(tgid, comm): count for tgid, (count, _, comm) in data.items()} == true
    assert true


@pytest.mark.corpus
def test_shipped_syscount_adds_up_latencies(tmp_path) -> None:
    ran = corpus_syscount(tmp_path, "measure_latency=true", free=True)
    enter, exit_ = ran.attached("sys_enter"), ran.attached("sys_exit")
    true: Counter[int] = Counter()
    times: Counter[int] = Counter()
    for call in ran.calls():
        if call.enter_row > enter and call.exit_row > exit_:
            true[call.nr] += 1
            times[call.nr] += call.exit_ns - call.enter_ns
    data = syscount_data(ran)
    assert {nr: row[:2] for nr, row in data.items()} == {nr: (true[nr], times[nr]) for nr in true}
    assert times[READ_NR] > 0


def test_our_syscount_counts_calls_and_errors(tmp_path) -> None:
    ran = until_nothing_runs(tmp_path, "02-syscount.yaml", ms=60)
    functions = {
        257: ("do_sys_openat2", "openat"),
        0: ("ksys_read", "read"),
        1: ("ksys_write", "write"),
        3: ("close_fd", "close"),
        39: ("__x64_sys_getpid", "getpid"),
    }
    calls: Counter[tuple[int, int]] = Counter()
    errors: Counter[tuple[int, int]] = Counter()
    for nr, (function, name) in functions.items():
        for entry in ran.passed(function, "entry", f"enter_{name}"):
            calls[ran.tasks[entry["tid"]][0], nr] += 1
        if name == "openat":
            inside: set[int] = set()
            entered = ran.passed(function, "entry", "exit_openat")
            returned = ran.passed(function, "return", "exit_openat")
            both = [(e["t_ns"], 1, e) for e in entered] + [(r["t_ns"], 0, r) for r in returned]
            for _t, enters, row in sorted(both, key=lambda one: one[:2]):
                if enters:
                    inside.add(row["tid"])
                elif row["tid"] in inside:
                    inside.remove(row["tid"])
                    errors[ran.tasks[row["tid"]][0], nr] += row["ret"] < 0
    found = {}
    for key, copies in ran.entries("counts").items():
        values = [struct.unpack("<QQ", copy) for copy in copies]
        found[struct.unpack("<II", key)] = tuple(map(sum, zip(*values, strict=True)))
    assert found == {key: (calls[key], errors[key]) for key in calls}
    assert sum(errors.values()) > 10
    assert len(calls) >= 7
    assert ran.entries("02_sysco.bss") == {b"\0" * 4: [b"\0" * 8]}


# --- a histogram --------------------------------------------------------------------------------

ISSUE, COMPLETE = "tracepoint:block:block_rq_issue", "tracepoint:block:block_rq_complete"


def histogram(ran: Ran) -> list[int]:
    slots = [0] * 32
    for key, (value,) in ran.entries("hist").items():
        slots[int.from_bytes(key, "little")] = int.from_bytes(value, "little")
    return slots


def true_latencies(ran: Ran) -> list[int]:
    """Return the latency of every request whose issue and completion reached their programs."""
    sites, flow = ran.table("sites"), ran.table("flow")
    rows = flow["what"] == "missed_prog_active"
    missed = set(zip(*(flow[name][rows].tolist() for name in ("hook", "t_ns", "cpu")), strict=True))
    first = {hook: ran.attached(f"rq_{hook.rpartition('_')[2]}") for hook in (ISSUE, COMPLETE)}
    seen = {}
    for hook in (ISSUE, COMPLETE):
        rows = np.flatnonzero(
            (sites["site"] == hook.partition(":")[2]) & (sites["kind"] == "tracepoint")
        )
        hits = ran.hits[hook]
        assert sites["t_ns"][rows].tolist() == [hit.t_ns for hit in hits]
        seen[hook] = [hit for row, hit in zip(rows, hits, strict=True) if row > first[hook]]
    issued = {}
    latencies = []
    both = [
        (hit.t_ns, hook == ISSUE, hit)
        for hook in (ISSUE, COMPLETE)
        for hit in seen[hook]
        if not any((hook, t_ns, hit.cpu) in missed for t_ns in range(hit.t_ns, hit.t_ns + 200))
    ]
    for t_ns, is_issue, hit in sorted(both, key=lambda one: one[:2]):
        request = (hit.args["dev"], hit.args["sector"])
        if is_issue:
            issued[request] = t_ns
        elif request in issued:
            latencies.append(t_ns - issued.pop(request))
    return latencies


def slot_of(latency_ns: int) -> int:
    return max((latency_ns // 1000).bit_length() - 1, 0)


def test_our_biolatency_puts_every_request_into_its_slot(tmp_path) -> None:
    overrides = (free_tracing(tmp_path),)
    ran = until_nothing_runs(
        tmp_path, "03-biolatency.yaml", *overrides, ms=60, hooks=[ISSUE, COMPLETE]
    )
    true = Counter(slot_of(latency) for latency in true_latencies(ran))
    assert {slot: n for slot, n in enumerate(histogram(ran)) if n} == true
    assert sum(true.values()) > 1000
    assert len(true) >= 5


def test_biolatency_that_costs_time_is_off_by_no_more_than_that(tmp_path) -> None:
    ran = until_nothing_runs(tmp_path, "03-biolatency.yaml", ms=60, hooks=[ISSUE, COMPLETE])
    latencies = true_latencies(ran)
    # A completion that finds another program running on its CPU is missed.
    assert ran.loss("hits", "missed_prog_active", "biolatency/rq_complete") > 0
    slots = histogram(ran)
    assert sum(slots) == len(latencies)
    spent_ns = 1000  # from a hit to the program's clock: the hook's price and a few instructions
    ranges = [(slot_of(max(ns - spent_ns, 0)), slot_of(ns + spent_ns)) for ns in latencies]
    for slot, count in enumerate(slots):
        surely = sum(low == slot == high for low, high in ranges)
        perhaps = sum(low <= slot <= high for low, high in ranges)
        assert surely <= count <= perhaps
