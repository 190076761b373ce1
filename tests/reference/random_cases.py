"""Cases drawn at random: machines, prices, workloads and tracers that nobody thought of."""

from __future__ import annotations

import random
from collections.abc import Callable
from zlib import crc32

from sim.agent.agent import ReaderOptions
from sim.cost.keys import KEYS
from sim.kernel.layout import (
    DIST_CONSTANT,
    DIST_EMPIRICAL,
    DIST_ERLANG,
    DIST_EXPONENTIAL,
    DIST_UNIFORM,
)
from sim.kernel.machine import Device, Distribution, MachineConfig
from sim.workload.spec import Files, Step, WorkloadSpec
from tests.reference.both import Case, Tracer, asm_object
from tests.reference.cases import QUICK_ATTACH, prices
from tests.reference.programs import COUNT, PERF, RING, counts, output, perf, reserve

__all__ = ["random_case"]

SECTIONS = (
    "tracepoint/syscalls/sys_enter_read",
    "tracepoint/syscalls/sys_exit_read",
    "tracepoint/syscalls/sys_exit_getpid",
    "tracepoint/raw_syscalls/sys_exit",
    "tracepoint/block/block_rq_issue",
    "tracepoint/block/block_rq_complete",
    "kprobe/vfs_read",
    "kprobe/ksys_read",
    "kprobe/submit_bio",
    "kprobe/blk_update_request",
    "kprobe/try_to_wake_up",
    "kprobe/scheduler_tick",
    "kprobe/__x64_sys_ioctl",
    "kretprobe/vfs_read",
    "kretprobe/filemap_read",
    "kretprobe/io_schedule",
    "kretprobe/try_to_wake_up",
    "kretprobe/__x64_sys_ioctl",
)
TIMED = ("user", "lock", "sleep")
KINDS = ("user", "openat", "read", "read", "write", "fsync", "close", "getpid", "lock", "sleep")
HASH, PERCPU_HASH = 1, 5


def _time(draw: random.Random, scale_ns: int) -> Distribution:
    mean_ns = max(1, int(scale_ns * draw.random() * 2))
    if draw.random() < 0.3:
        mean_ns = draw.choice([0, 1, scale_ns // 10, scale_ns, 3 * scale_ns])
    return draw.choice(
        [
            Distribution(DIST_CONSTANT, mean_ns),
            Distribution(DIST_EXPONENTIAL, mean_ns),
            Distribution(DIST_UNIFORM, mean_ns, 2 * mean_ns),
            Distribution(DIST_ERLANG, mean_ns, 3),
            Distribution(
                DIST_EMPIRICAL, values_ns=(mean_ns, 2 * mean_ns, 3 * mean_ns), weights=(3, 2, 1)
            ),
        ]
    )


def _prices(draw: random.Random) -> Callable[[str], int]:
    """The profile's, whole nanoseconds (many ties, many of them free), or anything."""
    style = draw.choice(["profile", "round", "round", "any"])
    over = {}
    for key in KEYS:
        if style == "round":
            over[key] = draw.choice([0, 1000, 1000, 2000, 10_000, 100_000])
        elif style == "any":
            over[key] = draw.randrange(300_000)
    over |= QUICK_ATTACH
    over["reader.decode_record"] = draw.choice([100_000, 1_000_000, 10_000_000])
    over["reader.epoll_wait"] = draw.choice([300_000, 1_000_000])
    over["wakeup.ipi"] = draw.choice([0, 1_000_000, 2_000_000])
    if style == "profile":
        return prices(over)
    return prices(over, lambda key: crc32(key.encode()) % 5 * 100_000)


def _workload(draw: random.Random, number: int, nr_cpus: int) -> WorkloadSpec:
    is_open = draw.random() < 0.3
    steps = []
    for _ in range(draw.randint(1, 5)):
        kind = draw.choice(KINDS)
        lock = draw.choice(["spin", "mutex"])
        steps.append(
            Step(
                kind,
                _time(draw, draw.choice([1000, 20_000])) if kind in TIMED else None,
                nr_bytes=draw.choice([1, 4096]),
                repeat=draw.choice([1, 1, 2, 3]),
                miss_ppm=draw.choice([0, 300_000, 1_000_000]),
                lock=lock,
                is_spin=lock == "spin",
            )
        )
    steps += [Step("getpid"), Step("user", Distribution(DIST_CONSTANT, 1000))]
    arrivals = _time(draw, 30_000)
    if is_open:
        arrivals = Distribution(DIST_EXPONENTIAL, draw.choice([3000, 30_000]))
    return WorkloadSpec(
        f"w{number}",
        is_open,
        draw.randint(1, 3 * nr_cpus),
        arrivals,
        tuple(steps),
        Files(5, "/srv/f{}", draw.choice([0, 300_000])),
        device=draw.choice([0, 1]),
        backlog=draw.choice([0, 2, 30]),
        nice=draw.choice([0, 5, -5, 10]),
        affinity=_affinity(draw, nr_cpus),
    )


def _affinity(draw: random.Random, nr_cpus: int) -> tuple[int, ...]:
    if draw.random() < 0.7:
        return ()
    return tuple(sorted(draw.sample(range(nr_cpus), draw.randint(1, nr_cpus))))


def _program(draw: random.Random, kind: str) -> str:
    if draw.random() < 0.4:
        return COUNT
    if kind == "perf":
        return perf(draw.choice([20, 100]))
    if kind == "output":
        return output(draw.choice([16, 40, 200]), draw.choice([0, 0, 1, 2]))
    return reserve(draw.choice([24, 96, 400]))


def _tracer(draw: random.Random, number: int, nr_cpus: int) -> Tracer:
    kind = draw.choice(["reserve", "reserve", "output", "perf"])
    programs = [(draw.choice(SECTIONS), _program(draw, kind)) for _ in range(draw.randint(1, 5))]
    counting = counts(draw.choice([HASH, PERCPU_HASH]), draw.choice([2, 5, 64]))
    maps = (PERF if kind == "perf" else RING, counting)
    options = ReaderOptions(
        map=maps[0].name,
        nice=draw.choice([0, 5, -5, 19]),
        affinity=_affinity(draw, nr_cpus),
        pages=1,
        poll_timeout_ns=draw.choice([0, 50_000, 1_000_000]),
    )
    maxactive = draw.choice([0, 0, 1, 2])
    return Tracer(f"t{number}", lambda: asm_object(maps, programs), options, maxactive)


def random_case(seed: int) -> Case:
    """Return the case that belongs to a seed."""
    draw = random.Random(seed)
    nr_cpus = draw.choice([1, 1, 2, 2, 3, 4, 8])
    disks = (
        Device("sda", draw.choice([1, 2, 4]), _time(draw, 60_000)),
        Device("sdb", 1, _time(draw, 60_000)),
    )
    config = MachineConfig(
        "6.1",
        nr_cpus,
        seed,
        _prices(draw),
        hz=draw.choice([0, 250, 1000, 5000]),
        is_preempt_full=draw.random() < 0.4,
        devices=disks,
        is_traced=True,
        sample_ns=draw.choice([0, 100_000]),
        sched_latency_ns=draw.choice([0, 50_000, 400_000]),
        wakeup_granularity_ns=draw.choice([-1, 0, 20_000]),
    )
    workloads = [_workload(draw, i, nr_cpus) for i in range(draw.choice([1, 2, 3]))]
    tracers = [_tracer(draw, i, nr_cpus) for i in range(draw.choice([0, 1, 1, 2]))]
    return Case(config, workloads, tracers, 1_000_000)
