"""Hand-made runs for tests of charts and reports: every table, in whatever numbers a test asks for.

Nothing is simulated. Figures follow from counters, both ledgers add up, and names may be as
hostile as a test likes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

import analysis
from sim.record.schema import ACTIVITIES
from sim.record.writer import RecordWriter

__all__ = ["NASTY", "Handmade", "write_files"]

NASTY = "<script>alert(1)</script>\"'&$x_1$"
HORIZON_NS = 20_000_000
_TRACING = ("hook", "program", "helper", "map", "lock_wait", "ringbuf", "wakeup", "attach")
_WORK = {"user": 400, "kernel": 200, "sched": 80, "irq": 40}


@dataclass
class Handmade:
    """What the run has; `write` writes it.

    Attributes:
        arms: Arms, the twin first.
        tracers: Tracers of every traced arm.
        rings: Ring buffers of every tracer.
        dropped: Records that each ring dropped.
        has_cpu_series: Sample CPU time as well as fills.
    """

    arms: tuple[str, ...] = ("untraced", "traced")
    nr_replications: int = 1
    nr_cpus: int = 4
    workloads: tuple[str, ...] = ("web",)
    nr_requests: int = 300
    tracers: tuple[str, ...] = ("snoop",)
    rings: tuple[str, ...] = ("events",)
    dropped: int = 0
    has_samples: bool = True
    has_cpu_series: bool = True
    hook: str = "kprobe:vfs_read"
    lines: tuple[str, ...] = ("comm=cat file=/etc/passwd",)
    machine: dict[str, int] = field(default_factory=dict)

    def write(self, folder: Path) -> analysis.Run:
        """Write the run and open it."""
        with RecordWriter(folder) as w:
            for i, arm in enumerate(self.arms):
                for rep in range(self.nr_replications):
                    self._cell(w, {"arm": arm, "replication": rep}, i)
        (folder / "status.json").write_text(json.dumps({"state": "complete"}) + "\n")
        return analysis.load(folder)

    def _cell(self, w: RecordWriter, cell: dict[str, object], i: int) -> None:
        figures = {
            "horizon_ns": HORIZON_NS,
            "warmup_ns": HORIZON_NS // 10,
            "nr_cpus": self.nr_cpus,
            "tracer_memory_bytes": 300_000 * i,
            "stop_reason": 0,
            "is_unverified": int(i > 0),
            **self.machine,
        }
        for key, value in figures.items():
            w.append("machine", **cell, key=key, value=value)
        self._requests(w, cell, i)
        self._time(w, cell, i)
        if i:
            for tracer in self.tracers:
                self._tracer(w, cell, tracer)
        w.append("cost_use", **cell, price="path.default", confidence="assumed", count=9, time_ps=9)
        if i:
            use = {"price": "hook.kprobe_ftrace", "confidence": "derived", "count": 5}
            w.append("cost_use", **cell, **use, time_ps=5)

    def _requests(self, w: RecordWriter, cell: dict[str, object], i: int) -> None:
        if not self.nr_requests:
            return
        seq = np.arange(self.nr_requests)
        rep = int(str(cell["replication"]))
        for nr, workload in enumerate(self.workloads):
            end = (seq + 1) * HORIZON_NS // (self.nr_requests + 1)
            latency = 20_000 * (nr + 1) + 500 * i + 3000 * rep + 37 * (seq % 101) ** 2
            start = end - latency
            head = {**cell, "workload": workload, "client": nr, "seq": seq}
            w.append(
                "requests",
                **head,
                arrive_ns=start,
                start_ns=start,
                end_ns=end,
                result=-1 * (seq == 3),
            )

    def _time(self, w: RecordWriter, cell: dict[str, object], i: int) -> None:
        total = dict.fromkeys(ACTIVITIES, 0)
        scale = 12_000 + 120 * int(str(cell["replication"]))
        for cpu in range(self.nr_cpus):
            spent = {(name, "workload"): n * scale for name, n in _WORK.items()}
            for nr, tracer in enumerate(self.tracers if i else ()):
                owner = f"tracer:{tracer}"
                spent |= {(name, owner): (30 + 7 * nr) * i * scale // 10 for name in _TRACING}
                spent[("reader", f"reader:{tracer}")] = 40 * i * scale // 10
            spent[("halted", "none")] = HORIZON_NS - sum(spent.values())
            for (activity, owner), ns in spent.items():
                head = {**cell, "cpu": cpu, "activity": activity, "owner": owner}
                w.append("time_ledger", **head, time_ns=ns)
                total[activity] += ns
        if self.has_samples and self.has_cpu_series:
            times = np.arange(1, 51) * (HORIZON_NS // 50)
            for activity in ACTIVITIES:
                values = total[activity] * times // HORIZON_NS
                names = {"subject": activity, "metric": "cpu_ns"}
                w.append("series", **cell, t_ns=times, **names, value=values)

    def _tracer(self, w: RecordWriter, cell: dict[str, object], tracer: str) -> None:
        nr = max(self.nr_requests, 1)
        self._loss(w, cell, "hits", f"{tracer}/on_read", {"hit": nr, "run": nr}, self.hook)
        prog = {"prog": "on_read", "section": "kprobe/vfs_read", "hook": self.hook}
        ran = {"run_cnt": nr, "run_time_ns": 300 * nr, "insns": 40 * nr, "missed": 0}
        w.append("programs", **cell, tracer=tracer, **prog, **ran)
        for ring in self.rings:
            self._ring(w, cell, tracer, ring, nr)
        for line in self.lines:
            w.append("trace_pipe", **cell, t_ns=1000, cpu=0, text=line)

    def _ring(
        self, w: RecordWriter, cell: dict[str, object], tracer: str, ring: str, nr: int
    ) -> None:
        subject, capacity = f"{tracer}/{ring}", 65536
        room = {"attempt": nr + self.dropped, "reserved": nr}
        if self.dropped:
            room["dropped_full"] = self.dropped
        self._loss(w, cell, "reservations", subject, room)
        records = {"reserved": nr, "submitted": nr, "delivered": nr}
        self._loss(w, cell, "records", subject, records)
        names = {"map": ring, "map_type": "BPF_MAP_TYPE_RINGBUF", "show": ""}
        sizes = {"key_size": 0, "value_size": 0, "max_entries": capacity, "memory_bytes": 70000}
        sizes["peak_bytes"] = capacity if self.dropped else capacity // 3
        zero = dict.fromkeys(("entries", "inserts", "deletes", "failed"), 0)
        w.append("maps", **cell, tracer=tracer, **names, **sizes, **zero)
        if self.has_samples:
            times = np.arange(1, 2001) * (HORIZON_NS // 2000)
            top = capacity if self.dropped else capacity // 3
            fill = top * (np.arange(2000) % 251) // 250
            for metric, values in (
                ("fill_bytes", fill),
                ("peak_bytes", np.minimum(fill + 99, top)),
            ):
                w.append("series", **cell, t_ns=times, subject=subject, metric=metric, value=values)

    def _loss(
        self,
        w: RecordWriter,
        cell: dict[str, object],
        section: str,
        subject: str,
        bins: dict[str, int],
        hook: str = "",
    ) -> None:
        head = {**cell, "section": section, "subject": subject, "hook": hook}
        w.append("loss_ledger", **head, bin=list(bins), count=list(bins.values()))


def write_files(folder: Path, name: str = "handmade", question: str = "What does it cost?") -> None:
    """Write the files of a run directory that are not tables."""
    scenario = {"schema": 1, "name": name, "question": question}
    (folder / "scenario.yaml").write_text(json.dumps(scenario))
    price = {"value": 5000, "unit": "ps", "source": "none published", "confidence": "assumed"}
    prices = {"path.default": {**price, "uncertainty": 0.5, "note": f"a guess {NASTY}"}}
    profile = {"name": "x86-test", "doc": "a machine", "prices": prices}
    (folder / "profile.yaml").write_text(json.dumps(profile))
    inputs = {"scenario": name, "seed": 1, "kernel": {"version": "6.1"}, "objects": []}
    manifest = {
        "format": 1,
        "inputs": inputs,
        "software": {"bpfsim": "0.1.0"},
        "results": {"digest": "d" * 64, "tables": {"machine": "e" * 64}},
        "not_results": {"wall": {"elapsed_s": 1.5}},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest))
