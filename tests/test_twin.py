"""A tracer that costs nothing and keeps to a CPU of its own leaves the workload as it was.

What may differ from the untraced twin: what happens on the reader's CPU, and the interrupts
that wake the reader, which take no time. What must not: when any request comes, begins and ends,
and when and where the workload's tasks enter and leave the kernel.
"""

from __future__ import annotations

import numpy as np
import pytest

from sim.cost.profile import Profile
from sim.record.reader import read_table
from tests.mixed import mixed_file, run_file

HEAD = """\
schema: 1
name: twin
machine:
  kernel: "6.1"
  cpus: {cpus}
  hz: 1000
  preempt: {preempt}
  profile: quick.yaml
  devices:
    sda: {{channels: 2, service: {{dist: exponential, mean: 60 us}}}}
"""
ARMS = """\
arms:
  - name: untraced
  - name: traced
    tracers:
      - name: opensnoop
        object: 01-opensnoop.bpf.o
        reader: {{affinity: [{last}], poll_timeout: 1 ms}}
      - name: syscount
        object: 02-syscount.bpf.o
        reader: {{affinity: [{last}]}}
      - name: biolatency
        object: 03-biolatency.bpf.o
        reader: {{affinity: [{last}]}}
stop: {{time: 20 ms}}
record: {{sites: true}}
"""
CLOSED = """\
  - name: web
    affinity: [{cpus}]
    arrivals: {{kind: closed, clients: 9, think: {{dist: exponential, mean: 100 us}}}}
    files: {{count: 40, pattern: "/srv/{{}}", missing_frac: 0.1}}
    request:
      - user: {{dist: exponential, mean: 20 us}}
      - openat: {{}}
      - read: {{bytes: 4096, repeat: 2, miss_frac: 30%}}
      - lock: {{name: stats, hold: {{dist: uniform, low: 1 us, high: 9 us}}}}
      - lock: {{name: hot, hold: 900 ns, kind: spin}}
      - close: {{}}
"""
OPEN = """\
  - name: api
    affinity: [{cpus}]
    nice: -3
    arrivals: {{kind: open, rate: 15000/s, workers: 5, backlog: 6}}
    files: {{count: 4, pattern: "/var/{{}}"}}
    request:
      - user: 30 us
      - openat: {{}}
      - write: {{bytes: 512}}
      - lock: {{name: hot, hold: 800 ns, kind: spin}}
      - fsync: {{}}
      - close: {{}}
      - sleep: {{dist: erlang, k: 2, mean: 40 us}}
      - lock: {{name: stats, hold: 5 us}}
      - getpid: {{}}
"""
WORKLOADS = {"closed": CLOSED, "open": OPEN, "both": CLOSED + OPEN}
SITES = ("t_ns", "cpu", "tid", "site", "kind", "nr", "ret", "a1")


def scenario(which: str, cpus: int, preempt: str) -> str:
    work = WORKLOADS[which].format(cpus=", ".join(map(str, range(cpus - 1))))
    head = HEAD.format(cpus=cpus, preempt=preempt)
    return head + "workloads:\n" + work + ARMS.format(last=cpus - 1)


def by_arm(folder, table: str, columns=None) -> list[list[tuple]]:
    data = read_table(folder, table, require_complete=False)
    names = [name for name in data if name not in ("arm", "replication")]
    values = {name: np.asarray(data[name]) for name in columns or names}
    found = []
    for arm in ("untraced", "traced"):
        rows = data["arm"] == arm
        found.append(list(zip(*(column[rows].tolist() for column in values.values()), strict=True)))
    return found


def first_difference(before: list[tuple], after: list[tuple]) -> tuple | None:
    for i, (a, b) in enumerate(zip(before, after, strict=False)):
        if a != b:
            return i, a, b
    return None if len(before) == len(after) else (len(before), len(after))


def passed_by_workload(rows: list[tuple], cpus: int) -> list[tuple]:
    """Return where its tasks entered and left the kernel, and its block requests' sites."""
    mine = [row for row in rows if row[1] not in (-1, cpus - 1)]
    # waking the reader passes the scheduler's tracepoints on the CPU that wakes it
    return [row for row in mine if row[4][:4] == "sys_" or row[3][:6] == "block:"]


@pytest.mark.parametrize("preempt", ["voluntary", "full"])
@pytest.mark.parametrize("cpus", [2, 4])
@pytest.mark.parametrize("which", list(WORKLOADS))
def test_a_free_tracer_leaves_the_workload_as_it_was(tmp_path, which, cpus, preempt):
    path = mixed_file(tmp_path, scenario(which, cpus, preempt), Profile.zero)
    for seed in (1, 2):
        out = tmp_path / str(seed)
        run_file(path, out, seed=seed)
        before, after = by_arm(out, "requests")
        assert len(before) > 100
        assert first_difference(before, after) is None
        before, after = (passed_by_workload(rows, cpus) for rows in by_arm(out, "sites", SITES))
        assert len(before) > 1000
        assert first_difference(before, after) is None
        ledger = read_table(out, "loss_ledger", require_complete=False)
        for name in ("run", "delivered", "insert"):
            assert ledger["count"][ledger["bin"] == name].sum() > 20
