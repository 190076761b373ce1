"""From a machine's memory to result tables.

The row logs are emptied whenever the engine asks; what stands at the end (ledgers, maps,
counters) is read once, at the horizon.

**Rule:** a table row is what the machine counted, named; nothing is computed here.

**Not modelled:** nothing; this is reading.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.base.memory import load64, store64
from sim.bpf.maps import layout as bm
from sim.bpf.maps.create import MapView
from sim.bpf.maps.layout import MapType
from sim.cost.profile import Profile
from sim.engine import rows as rw
from sim.engine.state import H_LEDGER, H_ROWS, H_WORKLOADS
from sim.hooks.attach import Link, Links
from sim.hooks.misses import told_misses
from sim.kernel import layout as k
from sim.kernel.census import Census
from sim.kernel.machine import Machine
from sim.kernel.queues import Queue, queues
from sim.kernel.tracelog import TraceNames
from sim.loader.load import LoadedObject
from sim.record.fields import RecordLayout
from sim.record.trace import Columns, Names
from sim.record.writer import RecordWriter
from sim.run.collect_bpf import write_bpf

__all__ = ["ArmTables", "TracerTables"]

Rows = npt.NDArray[np.int64]
_OF_CALLS = (
    k.LINK_KRETPROBE,
    k.LINK_FEXIT,
    k.LINK_RETMULTI,
    k.LINK_RETSESSION,
    k.LINK_URETPROBE,
)
_MISSES = (
    "missed_prog_active",
    "missed_kprobe_running",
    "missed_maxactive",
    "missed_recursion",
    "missed_overruled",
    "missed_detached",
)


def read_log(machine: Machine, log: int) -> Rows:
    """Return a copy of a row log's rows, and empty it."""
    head = machine.get(H_ROWS) + log * rw.LOG_BYTES
    used = load64(head + rw.L_USED)
    columns = rw.LOG_COLUMNS[log]
    store64(head + rw.L_USED, 0)
    raw = ctypes.string_at(load64(head + rw.L_DATA), used * columns * 8)
    return np.frombuffer(raw, np.int64).reshape(used, columns)


def read_payload(machine: Machine) -> bytes:
    """Return a copy of the payload log, and empty it."""
    head = machine.get(H_ROWS) + rw.LOG_PAYLOAD * rw.LOG_BYTES
    used = load64(head + rw.L_USED)
    store64(head + rw.L_USED, 0)
    return ctypes.string_at(load64(head + rw.L_DATA), used)


def _hook(link: Link) -> str:
    """Return where a link is attached, as the tables name it."""
    return link.target.hook


def _hook_or_pattern(link: Link) -> str:
    """Return the same, or for one of many functions what they have in common."""
    pattern = link.target.pattern
    return f"{link.target.kind}:{pattern}" if pattern else _hook(link)


class TracerTables:
    """What of a tracer the tables need: its names, maps, links and its records' layout.

    Args:
        name: The tracer's name.
        maps: Its maps by name.
        links: Its links.
        reader_map: The buffer its reader reads, None without one.
        layout: How the records in it are laid out, None when that is not known.
        log2_map: Map that a summary prints as a histogram, "" for none.
        loaded: The object as it was loaded; None for one that was put together by hand.
    """

    def __init__(
        self,
        name: str,
        maps: Mapping[str, MapView],
        links: tuple[Link, ...],
        reader_map: str | None,
        layout: RecordLayout | None,
        log2_map: str,
        loaded: LoadedObject | None = None,
    ) -> None:
        self.name = name
        self.maps = maps
        self.links = links
        self.reader_map = reader_map
        self.layout = layout
        self.log2_map = log2_map
        self.loaded = loaded


class ArmTables:
    """Writes one arm and replication to the record tables.

    Args:
        writer: Where to.
        machine: What ran.
        arm: Name of the arm.
        replication: Its number.
        workloads: Names of the workloads, in order.
        locks: Names of the locks they share, in order.
        tracers: The arm's tracers, in order.
        keep_records: Whether records are kept.
    """

    def __init__(
        self,
        writer: RecordWriter,
        machine: Machine,
        arm: str,
        replication: int,
        workloads: list[str],
        locks: list[str],
        tracers: list[TracerTables],
        keep_records: bool,
    ) -> None:
        self.writer = writer
        self.machine = machine
        self.key = {"arm": arm, "replication": replication}
        self.workloads = workloads
        self.locks = locks
        self.tracers = tracers
        self.keep_records = keep_records
        self._names = self._map_names()
        self._queue_names = self._ring_names()
        maps = {number: "/".join(names) for number, names in self._names.items()}
        self._trace_names = TraceNames(machine, self._link_names(), maps)

    def _map_names(self) -> dict[int, tuple[str, str]]:
        """Return (tracer, map) of every map's and perf ring's number."""
        names = {}
        for tracer in self.tracers:
            for name, view in tracer.maps.items():
                names[view.index] = (tracer.name, name)
                first = view.field(bm.M_RINGS)
                if view.type is MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY and first >= 0:
                    for ring in range(first, first + self.machine.config.nr_cpus):
                        names[ring] = (tracer.name, name)
        return names

    def _ring_names(self) -> dict[int, str]:
        """Return the name of every ring as a queue: one for each CPU where the map has several."""
        names = {number: "/".join(both) for number, both in self._names.items()}
        for tracer in self.tracers:
            for name, view in tracer.maps.items():
                first = view.field(bm.M_RINGS)
                if view.type is MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY and first >= 0:
                    for cpu in range(self.machine.config.nr_cpus):
                        names[first + cpu] = f"{tracer.name}/{name}/cpu{cpu}"
        return names

    def _append(self, table: str, **columns: Any) -> None:
        self.writer.append(table, **self.key, **columns)

    def _codes(
        self, table: str, column: str, names: list[str] | Mapping[int, str], index: Rows
    ) -> Rows:
        """Return category codes for numbers that index *names*."""
        used, rows = np.unique(index, return_inverse=True)
        codes = [self.writer.category(table, column, names[int(i)]) for i in used]
        return np.array(codes, np.int64)[rows]

    # --- during the run --------------------------------------------------------------------------
    def flush(self) -> None:
        """Empty the row logs into the tables."""
        self._requests(read_log(self.machine, rw.LOG_REQUESTS))
        payload = read_payload(self.machine)
        self._records(read_log(self.machine, rw.LOG_RECORDS), payload)
        self._series(read_log(self.machine, rw.LOG_SERIES))
        self._trace()

    def _requests(self, rows: Rows) -> None:
        if not len(rows):
            return
        self._append(
            "requests",
            workload=self._codes("requests", "workload", self.workloads, rows[:, 0]),
            client=np.maximum(rows[:, 1], 0),
            seq=rows[:, 2],
            arrive_ns=rows[:, 3],
            start_ns=rows[:, 4],
            end_ns=np.where(rows[:, 4] < 0, rows[:, 3], rows[:, 5]),
            result=rows[:, 6],
        )

    def _records(self, rows: Rows, payload: bytes) -> None:
        if not len(rows) or not self.keep_records:
            return
        offset = self.writer.rows("record_payload")
        self.writer.append("record_payload", byte=np.frombuffer(payload, np.uint8))
        readers = rows[:, 0]
        tracers = [tracer.name for tracer in self.tracers]
        maps = {number: name for number, (_, name) in self._names.items()}
        self._append(
            "records",
            tracer=self._codes("records", "tracer", tracers, readers),
            map=self._codes("records", "map", maps, rows[:, 1]),
            cpu=rows[:, 2],
            reserve_ns=rows[:, 3],
            submit_ns=rows[:, 4],
            deliver_ns=rows[:, 5],
            size_bytes=rows[:, 6],
            offset=rows[:, 7] + offset,
        )

    def _series(self, rows: Rows) -> None:
        """Rows stay in the log's order: when it is emptied must not be seen in the table."""
        if not len(rows):
            return
        pairs, which = np.unique(rows[:, 1:3], axis=0, return_inverse=True)
        names = [self._sampled(int(index), int(metric)) for index, metric in pairs]
        code = self.writer.category
        subjects = np.array([code("series", "subject", subject) for subject, _ in names], np.int64)
        metrics = np.array([code("series", "metric", metric) for _, metric in names], np.int64)
        which = which.reshape(-1)
        self._append(
            "series",
            t_ns=rows[:, 0],
            subject=subjects[which],
            metric=metrics[which],
            value=rows[:, 3],
        )

    def _sampled(self, index: int, metric: int) -> tuple[str, str]:
        """Return subject and metric of a sample."""
        if metric == k.SERIES_ACTIVITY:
            return k.ACTIVITIES[index], "cpu_ns"
        if metric == k.SERIES_BUSY:
            return f"cpu{index}", "busy_ns"
        return self._ring_name(index), "fill_bytes" if metric == k.SERIES_FILL else "peak_bytes"

    def _ring_name(self, index: int) -> str:
        return "/".join(self._names.get(index, ("", "?")))

    def _trace(self) -> None:
        """Empty the trace's logs; they are written in an arm that records its trace only."""
        logs = {"sites": rw.LOG_SITES, "accounts": rw.LOG_ACCOUNTS, "flow": rw.LOG_FLOW}
        for table, log in logs.items():
            rows = read_log(self.machine, log)
            if len(rows):
                self._append(table, **self._coded(table, getattr(self._trace_names, table)(rows)))

    def _coded(self, table: str, columns: Columns) -> dict[str, Any]:
        """Replace names by the writer's codes for them."""
        coded: dict[str, Any] = {}
        for name, column in columns.items():
            coded[name] = column
            if isinstance(column, Names):
                codes = [self.writer.category(table, name, one) for one in column.names]
                coded[name] = np.array(codes, np.int64)[column.codes]
        return coded

    def _link_names(self) -> list[tuple[str, str]]:
        """Return subject and hook of every link's number."""
        named = {
            link.index: (f"{tracer.name}/{link.program.name}", _hook(link))
            for tracer in self.tracers
            for link in tracer.links
        }
        return [named.get(i, ("?", "?")) for i in range(max(named, default=-1) + 1)]

    # --- at the horizon --------------------------------------------------------------------------
    def finish(self, links: Links, census: Census, profile: Profile) -> None:
        """Write what stands at the horizon."""
        self.flush()
        self._open_requests()
        self._time_ledger()
        for queue in queues(self.machine, len(self.workloads), len(self.locks)):
            self._queue(queue)
        self._tasks()
        for tracer in self.tracers:
            self._record_fields(tracer)
            for link in tracer.links:
                self._link(tracer, links, link, census)
                if link.index == link.pool:
                    self._life(tracer, links, link)
            for name, view in tracer.maps.items():
                self._map(tracer, name, view, census)
        loaded = {one.name: one.loaded for one in self.tracers if one.loaded is not None}
        write_bpf(self._append, self.machine, links, loaded)
        for key, times, ps in self.machine.prices.use():
            confidence = profile.price(key).confidence
            self._append("cost_use", price=key, confidence=confidence, count=times, time_ps=ps)

    def _record_fields(self, tracer: TracerTables) -> None:
        layout = tracer.layout
        if layout is None or tracer.reader_map is None:
            return
        columns = layout.columns()
        self._append("record_fields", tracer=tracer.name, map=tracer.reader_map, **columns)

    def _open_requests(self) -> None:
        """Write the requests without an end: being served, woken for, or in the backlog."""
        horizon = self.machine.now_ns
        for task in self.machine.tasks.all:
            at = task.address
            client, arrive = load64(at + k.T_CLIENT), load64(at + k.T_ARRIVE)
            if client >= 0 and arrive <= horizon:
                item = load64(at + k.T_SEQ) & 0xFFFFFFFF
                workload = load64(at + k.T_WORKLOAD)
                self._open_request(workload, client, item, arrive, load64(at + k.T_START))
        for number in range(len(self.workloads)):
            w = self.machine.get(H_WORKLOADS) + number * k.WORKLOAD_BYTES
            for position in range(load64(w + k.W_QHEAD), load64(w + k.W_QTAIL)):
                row = load64(w + k.W_QUEUE) + 16 * (position & load64(w + k.W_QMASK))
                self._open_request(number, 0, load64(row), load64(row + 8), -1)

    def _open_request(
        self, workload: int, client: int, seq: int, arrive_ns: int, start_ns: int
    ) -> None:
        self._append(
            "requests",
            workload=self.workloads[workload],
            client=client,
            seq=seq,
            arrive_ns=arrive_ns,
            start_ns=start_ns,
            end_ns=-1,
            result=0,
        )

    def _time_ledger(self) -> None:
        machine = self.machine
        base = machine.get(H_LEDGER)
        nr_cpus = machine.config.nr_cpus
        raw = ctypes.string_at(base, nr_cpus * k.LEDGER_CPU_BYTES)
        cells = np.frombuffer(raw, np.int64).reshape(nr_cpus, k.NR_ACTIVITIES, k.MAX_OWNERS)
        for cpu, activity, owner in np.argwhere(cells):
            self._append(
                "time_ledger",
                cpu=int(cpu),
                activity=k.ACTIVITIES[activity],
                owner=machine.owners[owner],
                time_ns=int(cells[cpu, activity, owner]),
            )

    def _queue_name(self, queue: Queue) -> str:
        if queue.kind in ("requests", "backlog"):
            return self.workloads[queue.index]
        if queue.kind == "device":
            return self.machine.config.devices[queue.index].name
        if queue.kind == "lock":
            return self.locks[queue.index]
        if queue.kind == "ring":
            return self._queue_names[queue.index]
        return f"cpu{queue.index}"

    def _queue(self, queue: Queue) -> None:
        figures = {key: value for key, value in vars(queue).items() if key != "index"}
        self._append("queues", queue=self._queue_name(queue), **figures)

    def _tasks(self) -> None:
        for task in self.machine.tasks.all:
            owner = self.machine.owners[load64(task.address + k.T_OWNER)]
            self._append("tasks", tid=task.pid, tgid=task.tgid, comm=task.comm, owner=owner)

    def _loss(self, section: str, subject: str, hook: str, bins: Mapping[str, int]) -> None:
        for name, count in bins.items():
            self._append(
                "loss_ledger", section=section, subject=subject, hook=hook, bin=name, count=count
            )

    def _link(self, tracer: TracerTables, links: Links, link: Link, census: Census) -> None:
        counters = links.counters(link)
        hook = _hook(link)
        subject = f"{tracer.name}/{link.program.name}"
        bins = {"hit": counters["hits"], "filtered": counters["filtered"]}
        bins["run"] = counters["run"]
        bins |= {name: counters[name] for name in _MISSES}
        bins["running"] = census.running.get(link.index, 0)
        self._loss("hits", subject, hook, bins)
        if link.target.link_kind in _OF_CALLS:
            inside = {"entry": counters["entries"], "returned": counters["returns"]}
            inside |= {"inside": census.inside.get(link.index, 0)}
            inside["abandoned"] = counters["missed_detached"]
            self._loss("functions", subject, hook, inside)
        of_program = [one for one in tracer.links if one.program == link.program]
        if link == of_program[0]:
            self._program(tracer, links, of_program)

    def _life(self, tracer: TracerTables, links: Links, link: Link) -> None:
        """Write when the link was attached and detached whose first part this is."""
        parts = [one for one in tracer.links if one.pool == link.pool]
        places = {one.target.site for one in parts}
        told = [told_misses(one, links.counters(one), self.machine.config.kernel) for one in parts]
        nmissed = [one for one, _ in told]
        self._append(
            "links",
            tracer=tracer.name,
            prog=link.program.name,
            hook=_hook_or_pattern(link),
            functions=len(places),
            attached_ns=links.attached_ns.get(link.index, -1),
            detached_ns=links.detached_ns.get(link.index, -1),
            nmissed=-1 if -1 in nmissed else sum(nmissed),
            recursion_misses=sum(counted for _, counted in told),
        )

    def _program(self, tracer: TracerTables, links: Links, attached: Sequence[Link]) -> None:
        """Write what a program's runs add up to, wherever it is attached."""
        link = attached[0]
        at = links.program_record(link.program)
        missed = sum(links.counters(one)[name] for one in attached for name in _MISSES)
        self._append(
            "programs",
            tracer=tracer.name,
            prog=link.program.name,
            section=link.program.section,
            hook=_hook_or_pattern(link),
            run_cnt=load64(at + k.P_RUN_CNT),
            run_time_ns=load64(at + k.P_RUN_TIME_NS),
            insns=load64(at + k.P_INSN_CNT),
            missed=missed,
        )

    def _map(self, tracer: TracerTables, name: str, view: MapView, census: Census) -> None:
        subject = f"{tracer.name}/{name}"
        bins = census.maps[view.index]
        failed = sum(count for name, count in bins.items() if name.startswith("failed_"))
        entries = view.nr_entries
        self._loss("maps", subject, "", bins)
        rings = census.rings.get(view.index)
        if rings is not None:
            self._loss("reservations", subject, "", rings.reservations)
            self._loss("records", subject, "", rings.records)
        ring_bytes = census.ring_memory.get(view.index, 0)
        self._append(
            "maps",
            tracer=tracer.name,
            map=name,
            map_type=view.type.name,
            key_size=view.key_bytes,
            value_size=view.value_bytes,
            max_entries=view.max_entries,
            entries=entries,
            memory_bytes=view.memory_bytes + ring_bytes,
            peak_bytes=self._peak_bytes(view),
            inserts=view.field(bm.M_INSERTS),
            deletes=view.field(bm.M_DELETES),
            failed=failed,
            show="log2" if name == tracer.log2_map else "",
        )

    def _peak_bytes(self, view: MapView) -> int:
        """Return the most that lay in the map's ring, or in the fullest of its CPUs' rings."""
        first = view.field(bm.M_RINGS)
        if view.type is not MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY or first < 0:
            return view.field(bm.M_PEAK_ALL)
        rings = range(first, first + self.machine.config.nr_cpus)
        return max(load64(self.machine.maps.record(ring) + bm.M_PEAK_ALL) for ring in rings)

    def scalar(self, name: str, value: int) -> None:
        """Write one figure of the whole arm and replication."""
        self._append("machine", key=name, value=value)

    def trace_line(self, t_ns: int, cpu: int, text: str) -> None:
        """Write one line of trace_pipe."""
        self._append("trace_pipe", t_ns=t_ns, cpu=cpu, text=text)
