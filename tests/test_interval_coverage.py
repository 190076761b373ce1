"""95 % intervals hold the truth in 93 to 97 of 100 studies: 1,000 studies of an M/M/1 queue.

A study is a run directory with ten replications and ``warmup: auto``, read as every other: MSER-5
finds the warm-up, each replication gives one mean latency, Student's t the interval. Fifty
replications are simulated on one machine, as workloads with streams of their own, each with a
single worker that takes an exponential time for a request; all prices are zero.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

import analysis
from analysis.stats.interval import mean_interval
from sim.engine import rows as rw
from sim.engine import state as h
from sim.engine.environment import Environment
from sim.kernel.machine import Machine, MachineConfig
from sim.record.schema import WARMUP_AUTO
from sim.record.writer import RecordWriter
from sim.run.collect import read_log
from sim.workload.compile import Workloads
from sim.workload.spec import Step, WorkloadSpec
from tests.theory import MEAN_NS, exponential

LOAD = 0.5
TRUTH_NS = MEAN_NS / (1 - LOAD)
REPLICATIONS = 10
STUDIES = 1000
HORIZON_NS = 2400 * MEAN_NS
PER_MACHINE = 50

Rows = npt.NDArray[np.int64]


def _simulate(seed: int) -> list[Rows]:
    """Return the request rows of each queue of a machine."""
    config = MachineConfig("6.1", 4, seed, lambda _: 0, hz=0)
    machine = Machine(config)
    workloads = Workloads(machine)
    for i in range(PER_MACHINE):
        arrivals, service = exponential(MEAN_NS / LOAD), Step("sleep", exponential(MEAN_NS))
        workloads.add(WorkloadSpec(f"q{i}", True, 1, arrivals, (service,), backlog=1 << 12))
    found: list[Rows] = []

    def flush() -> None:
        found.append(read_log(machine, rw.LOG_REQUESTS))

    machine.on_trap = {h.TRAP_FLUSH: flush}
    machine.start()
    workloads.start()
    env = Environment()
    env.add_machine(machine)
    env.run(until=HORIZON_NS)
    flush()
    machine.close()
    rows = np.concatenate(found)
    return [rows[rows[:, 0] == i] for i in range(PER_MACHINE)]


def _write_study(folder: Path, queues: list[Rows]) -> None:
    figures = {"horizon_ns": HORIZON_NS, "warmup_ns": WARMUP_AUTO, "nr_cpus": 4}
    with RecordWriter(folder) as w:
        for replication, rows in enumerate(queues):
            head = {"arm": "untraced", "replication": replication}
            w.append("machine", **head, key=list(figures), value=list(figures.values()))
            w.append(
                "requests",
                **head,
                workload="queue",
                client=0,
                seq=rows[:, 2],
                arrive_ns=rows[:, 3],
                start_ns=rows[:, 4],
                end_ns=rows[:, 5],
                result=0,
            )
    (folder / "status.json").write_text('{"state": "complete"}')


@pytest.mark.slow
def test_intervals_hold_the_truth_as_often_as_they_say(tmp_path: Path) -> None:
    held, halves = 0, []
    pending: list[Rows] = []
    seed = 0
    for study in range(STUDIES):
        while len(pending) < REPLICATIONS:
            seed += 1
            pending += _simulate(seed)
        chosen, pending = pending[:REPLICATIONS], pending[REPLICATIONS:]
        folder = tmp_path / f"study-{study}"
        _write_study(folder, chosen)
        means = analysis.load(folder).df_latency()["mean_ns"].tolist()
        assert len(means) == REPLICATIONS
        found = mean_interval(means)
        held += abs(found.mean - TRUTH_NS) <= found.half_width
        halves.append(found.half_width / TRUTH_NS)
    print(f"{held} of {STUDIES} intervals hold the truth; mean half-width {np.mean(halves):.1%}")
    assert 0.93 * STUDIES <= held <= 0.97 * STUDIES
