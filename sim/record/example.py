"""A small made-up result, for tests and for trying the analysis without a simulation.

`write_example` fills a run directory with tables whose figures follow from a few constants: on
2 CPUs and over 10 ms, 4 clients send a request every 50 µs, every 52 µs when traced; the
tracer's hook, program, helper, ring buffer and reader take a fixed time per request.

**Rule:** both ledgers of the example add up. Nothing in it is a measurement.

**Not modelled:** anything; no machine was simulated.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np

from sim.record.schema import ACTIVITIES
from sim.record.writer import RecordWriter

__all__ = ["HORIZON_NS", "NR_CPUS", "WARMUP_NS", "write_example"]

HORIZON_NS = 10_000_000
WARMUP_NS = 2_000_000
NR_CPUS = 2

_NR_CLIENTS = 4
_NR_RECORDS = 17
_FNAME_AT = 8
_RECORD_BYTES = 48
_TWIN_COST = {"user": 9000, "kernel": 3500, "sched": 800, "irq": 150}
_TRACER_COST = {
    "hook": 160,
    "program": 95,
    "helper": 210,
    "map": 120,
    "lock_wait": 15,
    "ringbuf": 130,
    "wakeup": 60,
    "reader": 420,
}
_OWNER = {"user": "workload", "kernel": "workload", "reader": "reader:opensnoop"}


def _requests(w: RecordWriter, arm: str, rep: int, period_ns: int) -> int:
    total = 0
    for client in range(_NR_CLIENTS):
        nr = (HORIZON_NS - 1000 * client) // period_ns
        seq = np.arange(nr)
        end = (seq + 1) * period_ns + 1000 * client
        latency = period_ns - 10_000 + 1000 * ((seq + client + rep) % 10)
        w.append(
            "requests",
            arm=arm,
            replication=rep,
            workload="web",
            client=client,
            seq=seq,
            arrive_ns=end - latency,
            start_ns=end - latency + 500,
            end_ns=end,
            result=np.where(seq % 20 == 19, -2, 0),
        )
        total += nr
    return total


def _time_ledger(w: RecordWriter, arm: str, rep: int, nr: int, cost: dict[str, int]) -> None:
    for cpu in range(NR_CPUS):
        mine = nr // 2 + (nr % 2 if cpu == 0 else 0)
        cells = {activity: ns * mine for activity, ns in cost.items()}
        cells["halted"] = HORIZON_NS - sum(cells.values())
        for activity in [a for a in ACTIVITIES if a in cells]:
            owner = "none" if activity == "halted" else _OWNER.get(activity, "kernel")
            if activity in _TRACER_COST and activity != "reader":
                owner = "tracer:opensnoop"
            w.append(
                "time_ledger",
                arm=arm,
                replication=rep,
                cpu=cpu,
                activity=activity,
                owner=owner,
                time_ns=cells[activity],
            )


def _losses(w: RecordWriter, arm: str, rep: int, nr: int) -> None:
    dropped, unread, missed = nr // 50, 3, nr // 100
    reserved = nr - missed - dropped
    sections = {
        ("hits", "opensnoop/enter", "tracepoint:syscalls:sys_enter_openat"): {
            "hit": nr,
            "run": nr - missed,
            "missed_recursion": missed,
        },
        ("reservations", "opensnoop/events", ""): {
            "attempt": nr - missed,
            "reserved": reserved,
            "dropped_full": dropped,
        },
        ("records", "opensnoop/events", ""): {
            "reserved": reserved,
            "submitted": reserved,
            "delivered": reserved - unread,
            "unread": unread,
        },
        ("maps", "opensnoop/start", ""): {"insert": nr, "deleted": nr - 1, "live": 1},
    }
    for (section, subject, hook), bins in sections.items():
        for name, count in bins.items():
            w.append(
                "loss_ledger",
                arm=arm,
                replication=rep,
                section=section,
                subject=subject,
                hook=hook,
                bin=name,
                count=count,
            )


def _record(i: int) -> bytes:
    name = f"/srv/www/[{i:04d}].html".encode()
    return struct.pack("<Ii40s", 100 + i, -2 if i % 20 == 19 else 3, name)


def _tracer(w: RecordWriter, arm: str, rep: int, nr: int) -> None:
    run = {"arm": arm, "replication": rep, "tracer": "opensnoop"}
    at = np.arange(_NR_RECORDS) * 40_000 + WARMUP_NS
    payload = b"".join(_record(i) for i in range(_NR_RECORDS))
    offset = w.rows("record_payload")
    w.append("record_payload", byte=payload)
    w.append(
        "records",
        **run,
        map="events",
        cpu=at // 40_000 % NR_CPUS,
        reserve_ns=at,
        submit_ns=at + 150,
        deliver_ns=at + 9000,
        size_bytes=_RECORD_BYTES,
        offset=offset + _RECORD_BYTES * np.arange(_NR_RECORDS),
    )
    w.append(
        "record_fields",
        **run,
        map="events",
        struct="open_record",
        struct_bytes=_RECORD_BYTES,
        min_bytes=_FNAME_AT,
        field=["tid", "ret", "fname"],
        offset=[0, 4, _FNAME_AT],
        size_bytes=[4, 4, _RECORD_BYTES - _FNAME_AT],
        how=["unsigned", "signed", "text"],
        element_bytes=[4, 4, 1],
        shift=0,
        bits=0,
        names="",
    )
    w.append(
        "programs",
        **run,
        prog=["enter", "exit"],
        section=["tracepoint/syscalls/sys_enter_openat", "tracepoint/syscalls/sys_exit_openat"],
        hook=["tracepoint:syscalls:sys_enter_openat", "tracepoint:syscalls:sys_exit_openat"],
        run_cnt=[nr, 0],
        run_time_ns=[300 * nr, 0],
        insns=[40 * nr, 0],
        missed=[nr // 100, 0],
    )
    w.append(
        "maps",
        **run,
        map=["start", "hist"],
        map_type=["BPF_MAP_TYPE_HASH", "BPF_MAP_TYPE_ARRAY"],
        key_size=4,
        value_size=8,
        max_entries=[1024, 27],
        entries=[1, 27],
        memory_bytes=[65536, 4096],
        peak_bytes=0,
        inserts=[nr, 0],
        deletes=[nr - 1, 0],
        failed=0,
        show=["", "log2"],
    )
    slots = [0, 0, 3, 17, 60, 41, 8, 0, 1]
    w.append(
        "map_entries",
        **run,
        map="hist",
        cpu=-1,
        key=[i.to_bytes(4, "little").hex() for i in range(27)],
        value=[n.to_bytes(8, "little").hex() for n in [*slots, *[0] * (27 - len(slots))]],
    )


def write_example(run_dir: Path | str, nr_replications: int = 1, arms: int = 2) -> str:
    """Write the example into *run_dir* and return the digest of its tables.

    Args:
        run_dir: Where; made when it is not there.
        nr_replications: Replications; they differ a little in latency and period.
        arms: Arms, from 1 (only the twin) to 3 (a second, dearer traced arm).
    """
    with RecordWriter(run_dir) as w:
        for i, arm in enumerate(("untraced", "traced", "traced-slow")[:arms]):
            for rep in range(nr_replications):
                nr = _requests(w, arm, rep, 50_000 + 2000 * i + 100 * rep * (i + 1))
                cost = {**_TWIN_COST, **{a: ns * i for a, ns in _TRACER_COST.items() if i}}
                _time_ledger(w, arm, rep, nr, cost)
                if i:
                    _losses(w, arm, rep, nr)
                    _tracer(w, arm, rep, nr)
                prices = {("path.default", "assumed"): 3500, ("sched.context_switch", "low"): 800}
                if i:
                    prices |= {
                        ("hook.tracepoint", "measured"): 160,
                        ("prog.insn_jit", "assumed"): 40,
                    }
                for (price, confidence), ns in prices.items():
                    w.append(
                        "cost_use",
                        arm=arm,
                        replication=rep,
                        price=price,
                        confidence=confidence,
                        count=nr,
                        time_ps=1000 * ns * nr,
                    )
                figures = {
                    "horizon_ns": HORIZON_NS,
                    "warmup_ns": WARMUP_NS,
                    "nr_cpus": NR_CPUS,
                    "tracer_memory_bytes": 331_776 * i,
                    "stop_reason": 0,
                    "is_unverified": 1,
                }
                keys, values = list(figures), list(figures.values())
                w.append("machine", arm=arm, replication=rep, key=keys, value=values)
    (Path(run_dir) / "status.json").write_text(json.dumps({"state": "complete"}) + "\n")
    return w.digest()
