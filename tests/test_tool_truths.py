"""What shipped tools find is what happened: their maps and records beside hooks waited on.

Tracing is free here, so that a tool's clock says when a hit was; what happened is written down by
SimPy processes that wait on the same hooks, and counted by the few lines that each test has.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from sim.hooks.events import Hit
from tests.corpus import corpus_objects
from tests.test_corpus_runs import records_of, until_nothing_runs
from tests.tool_scenarios import FOLDER
from tests.truths import Ran, free_tracing

pytestmark = [pytest.mark.corpus]
ISSUE, COMPLETE = "tracepoint:block:block_rq_issue", "tracepoint:block:block_rq_complete"
SWITCH = "tracepoint:sched:sched_switch"
WAKEUPS = ("tracepoint:sched:sched_wakeup", "tracepoint:sched:sched_wakeup_new")


def tool(folder: Path, name: str, hooks: Sequence[str], *overrides: str, ms: int = 40) -> Ran:
    """Run a tool's own scenario up to a time at which no program runs."""
    assert corpus_objects(name)
    given = (free_tracing(folder), "machine.engine.sources=path", *overrides)
    scenario = str((FOLDER / f"{name}.yaml").resolve())
    return until_nothing_runs(folder, scenario, *given, ms=ms, hooks=hooks)


def seen(ran: Ran, hook: str, program: str) -> list[Hit]:
    """Return the hits of a hook from when on a program was attached."""
    sites = ran.table("sites")
    since = int(sites["t_ns"][ran.attached(program)])
    return [hit for hit in ran.hits[hook] if hit.t_ns > since]


def slots(value: bytes, width: int = 4) -> dict[int, int]:
    """Return the slots of a histogram that are not empty."""
    counts = struct.unpack(f"<{len(value) // width}{'I' if width == 4 else 'Q'}", value)
    return {slot: count for slot, count in enumerate(counts) if count}


def log2(value: int) -> int:
    """Return the slot of a value, as the tools number them."""
    return max(value.bit_length() - 1, 0)


def comm_of(ran: Ran, hit: Hit) -> str:
    return ran.tasks[hit.tid][1] if hit.tid else f"swapper/{hit.cpu}"


# --- block ----------------------------------------------------------------------------------------
def test_bitesize_has_every_requests_size(tmp_path: Path) -> None:
    ran = tool(tmp_path, "bitesize", [ISSUE])
    true: Counter[tuple[str, int]] = Counter()
    for hit in seen(ran, ISSUE, "block_rq_issue"):
        true[comm_of(ran, hit), log2(hit.args["bytes"] // 1024)] += 1
    found: Counter[tuple[str, int]] = Counter()
    for key, (value,) in ran.entries("hists").items():
        for slot, count in slots(value).items():
            found[key.rstrip(b"\0").decode(), slot] += count
    assert found == true
    assert sum(true.values()) > 1000


def test_biopattern_tells_random_from_sequential(tmp_path: Path) -> None:
    ran = tool(tmp_path, "biopattern", [COMPLETE])
    hits = seen(ran, COMPLETE, "handle__block_rq_complete")
    last, sequential, nr_bytes = 0, 0, 0
    for hit in hits:
        sector, nr_sector = hit.args["sector"], hit.args["nr_sector"]
        if last:  # it says nothing of the first one
            sequential += last == sector
            nr_bytes += nr_sector * 512
        last = sector + nr_sector
    ((value,),) = ran.entries("counters").values()
    end, total, in_order, at_random = struct.unpack("<QQII", value)
    assert (end, total, in_order) == (last, nr_bytes, sequential)
    assert in_order + at_random == len(hits) - 1


def test_biolatency_puts_every_request_into_its_slot(tmp_path: Path) -> None:
    ran = tool(tmp_path, "biolatency", [ISSUE, COMPLETE])
    issued: dict[int, int] = {}
    true: Counter[int] = Counter()
    rows = [(h.t_ns, 0, h) for h in seen(ran, ISSUE, "block_rq_issue_btf")]
    rows += [(h.t_ns, 1, h) for h in seen(ran, COMPLETE, "block_rq_complete_btf")]
    for t_ns, is_end, hit in sorted(rows, key=lambda row: row[:2]):
        sector = hit.args["sector"]
        if not is_end:
            issued[sector] = t_ns
        elif sector in issued:
            true[log2((t_ns - issued.pop(sector)) // 1000)] += 1
    ((value,),) = ran.entries("hists").values()
    missed = ran.loss("hits", "missed_prog_active") + ran.loss("hits", "missed_recursion")
    found = slots(value)
    assert sum(true.values()) - sum(found.values()) <= missed
    if not missed:
        assert found == true


# --- interrupts -----------------------------------------------------------------------------------
def test_softirqs_counts_and_times_every_run(tmp_path: Path) -> None:
    entry, end = "tracepoint:irq:softirq_entry", "tracepoint:irq:softirq_exit"
    ran = tool(tmp_path, "softirqs", [entry, end])
    began: dict[int, int] = {}
    times: Counter[int] = Counter()
    counts: Counter[int] = Counter()
    rows = [(h.t_ns, 1, h) for h in seen(ran, entry, "softirq_entry_btf")]
    rows += [(h.t_ns, 0, h) for h in seen(ran, end, "softirq_exit_btf")]
    for t_ns, is_entry, hit in sorted(rows, key=lambda row: row[:2]):
        if is_entry:
            began[hit.cpu] = t_ns
        elif hit.cpu in began:
            vec = hit.args["vec"]
            times[vec] += (t_ns - began[hit.cpu]) // 1000
            counts[vec] += 1
    ((value,),) = ran.entries("softirqs.bss").values()
    sums = struct.unpack("<10Q", value[:80])
    found = {vec: us for vec, us in enumerate(sums) if us}
    assert found == {vec: us for vec, us in times.items() if us}
    assert sum(counts.values()) > 500


# --- scheduler ------------------------------------------------------------------------------------
def test_cpudist_has_how_long_every_task_ran(tmp_path: Path) -> None:
    ran = tool(tmp_path, "cpudist", [SWITCH], ms=20)
    began: dict[int, int] = {}
    true: Counter[int] = Counter()
    for hit in seen(ran, SWITCH, "sched_switch_btf"):
        last, following = hit.args["prev_pid"], hit.args["next_pid"]
        # it counts tasks that could have run on, and takes all idle tasks for one
        if last in began and hit.args["prev_state"] == 0:
            true[log2((hit.t_ns - began[last]) // 1000)] += 1
        began[following] = hit.t_ns
    found: Counter[int] = Counter()
    for (value,) in ran.entries("hists").values():
        found.update(slots(value[:104]))
    assert found == true
    assert sum(true.values()) > 500


def test_runqslower_tells_of_every_long_wait(tmp_path: Path) -> None:
    ran = tool(tmp_path, "runqslower", [SWITCH, *WAKEUPS], ms=30)
    records = [fields for _cpu, fields in records_of(ran)]
    attached = int(ran.table("sites")["t_ns"][ran.attached("sched_switch")])
    rows = [(h.t_ns, 0, h) for name in WAKEUPS for h in ran.hits[name]]
    rows += [(h.t_ns, 1, h) for h in ran.hits[SWITCH]]
    queued: dict[int, int] = {}
    true: Counter[tuple[str, str]] = Counter()
    for t_ns, is_switch, hit in sorted(rows, key=lambda row: row[:2]):
        if t_ns <= attached:
            continue
        if not is_switch:
            queued[hit.args["pid"]] = t_ns
            continue
        if hit.args["prev_state"] == 0 and hit.args["prev_pid"]:
            queued[hit.args["prev_pid"]] = t_ns
        since = queued.pop(hit.args["next_pid"], None)
        if since is not None and (t_ns - since) // 1000 > 10:
            true[str(hit.args["next_pid"]), str((t_ns - since) // 1000)] += 1
    found = Counter((one["pid"], one["delta_us"]) for one in records)
    unread = ran.loss("records", "unread")
    assert not found - true
    assert sum((true - found).values()) <= unread


# --- system calls ---------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "nr", "programs", "result"),
    [
        (
            "statsnoop",
            262,
            ("handle_newfstatat_entry", "handle_newfstatat_return"),
            "ret",
        ),
        (
            "execsnoop",
            59,
            ("tracepoint__syscalls__sys_enter_execve", "tracepoint__syscalls__sys_exit_execve"),
            "retval",
        ),
    ],
)
def test_snoops_tell_of_every_call(tmp_path: Path, name, nr, programs, result) -> None:
    ran = tool(tmp_path, name, [])
    first, second = (ran.attached(program) for program in programs)
    true = Counter(
        str(call.ret)
        for call in ran.calls()
        if call.nr == nr and call.enter_row > first and call.exit_row > second
    )
    found = Counter(one[result] for _cpu, one in records_of(ran))
    assert not found - true
    assert sum((true - found).values()) == ran.loss("records", "unread")
    assert sum(found.values()) > 50


# --- files and memory -----------------------------------------------------------------------------
def test_slower_files_are_those_that_were_slow(tmp_path: Path) -> None:
    names = {"fentry:ext4_file_read_iter": 0, "fentry:ext4_file_write_iter": 1}
    names |= {"fentry:ext4_file_open": 2, "fentry:ext4_sync_file": 3}
    ran = tool(tmp_path, "ext4slower", list(names), ms=20)
    found = Counter(int(one["op"]) for _cpu, one in records_of(ran))
    began = Counter(
        {
            op: len(seen(ran, hook, program))
            for (hook, op), program in zip(
                names.items(),
                ("file_read_fentry", "file_write_fentry", "file_open_fentry", "file_sync_fentry"),
                strict=True,
            )
        }
    )
    assert not found - began
    inside = ran.loss("functions", "inside")
    assert sum((began - found).values()) <= ran.loss("records", "unread") + inside
    assert set(found) == {0, 1, 2, 3}


def test_cachestat_counts_what_the_page_cache_does(tmp_path: Path) -> None:
    hooks = {
        "fentry:add_to_page_cache_lru": "add_to_page_cache_lru",
        "fentry:mark_page_accessed": "mark_page_accessed",
        "fentry:account_page_dirtied": "account_page_dirtied",
        "fentry:mark_buffer_dirty": "mark_buffer_dirty",
    }
    ran = tool(tmp_path, "cachestat", list(hooks), ms=30)
    added, accessed, dirtied, buffers = (
        len(seen(ran, hook, program)) for hook, program in hooks.items()
    )
    ((value,),) = ran.entries("cachesta.bss").values()
    total, misses, mbd = struct.unpack("<3q", value)
    assert (total, misses, mbd) == (accessed - buffers, added - dirtied, buffers)
    assert min(added, accessed, dirtied) > 50
