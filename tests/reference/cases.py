"""The named cases: each makes something happen that is easy to get wrong, and says what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sim.agent.agent import ReaderOptions
from sim.bpf.run_state import COUNTS as COUNTED
from sim.bpf.spec import MapSpec
from sim.cost.profile import load_profile
from sim.kernel.layout import (
    DIST_CONSTANT,
    DIST_EMPIRICAL,
    DIST_ERLANG,
    DIST_EXPONENTIAL,
    DIST_UNIFORM,
)
from sim.kernel.machine import Device, Distribution, MachineConfig
from sim.loader.open import open_object
from sim.workload.spec import Files, Step, WorkloadSpec
from tests.reference.both import Case, Outcome, Tracer, asm_object
from tests.reference.programs import COUNT, COUNTS, PERF, RING, output, perf, reserve

__all__ = ["CASES", "Named", "events_of", "prices", "tracer"]

TUTORIAL = Path(__file__).resolve().parents[2] / "scenarios" / "tutorial"
PROFILE = load_profile("x86-2020")
QUICK_ATTACH = {
    "attach.prog_load": 1_000_000,
    "attach.kprobe": 1_000_000,
    "attach.tracepoint": 1_000_000,
}
MS = 1_000_000
DISK = Device("sda", 2, Distribution(DIST_EXPONENTIAL, 60_000))
FILES = Files(20, "/srv/www/page-{:04d}.html", 50_000)


def constant(ns: int) -> Distribution:
    """Return a constant time."""
    return Distribution(DIST_CONSTANT, ns)


def exponential(ns: int) -> Distribution:
    """Return an exponential time."""
    return Distribution(DIST_EXPONENTIAL, ns)


#: What is counted in ps: it has no price that could be another.
UNITS = ("map.key", "map.cache_wait", "map.lock_wait")


def prices(
    over: Mapping[str, int] | None = None, base: Callable[[str], int] = PROFILE.price_ps
) -> Callable[[str], int]:
    """Return the profile's prices, attaching made quick, with some replaced."""
    known = {**QUICK_ATTACH, **(over or {})}
    if base not in (PROFILE.price_ps, free):
        known |= {key: PROFILE.price_ps(key) for key in UNITS}
        known |= {key: 0 for key in COUNTED if key.startswith(("cache.", "map.key_"))}
    return lambda key: known[key] if key in known else base(key)


def free(key: str) -> int:
    """Return no price at all."""
    return 0


def tracer(
    programs: Sequence[tuple[str, str]],
    maps: Sequence[MapSpec] = (RING, COUNTS),
    maxactive: int = 0,
    **options: object,
) -> Tracer:
    """Return a tracer of assembled programs whose reader reads map 0."""
    how = ReaderOptions(map=maps[0].name, **options)  # type: ignore[arg-type]
    return Tracer("asm", lambda: asm_object(maps, programs), how, maxactive)


@dataclass(frozen=True)
class Named:
    """A case for any number of CPUs.

    Args:
        build: Makes it for a number of CPUs.
        expects: What must have happened, by the names of `events_of`.
        many_cpus: The same, when there is more than one CPU.
    """

    build: Callable[[int, int], Case]
    expects: tuple[str, ...] = ()
    many_cpus: tuple[str, ...] = ()


def events_of(outcome: Outcome) -> Counter[str]:
    """Count what happened in a run."""
    found: Counter[str] = Counter(row[2] for row in outcome.flow)
    for ring in outcome.rings.values():
        found.update({name: n for name, n in ring.items() if n})
    found.update(cell[1] for cell in outcome.ledger)
    found["rejected"] = sum(row[1] == -1 for row in outcome.requests)
    found["request"] = len(outcome.requests) - found["rejected"]
    return found


@dataclass(frozen=True)
class _Machine:
    """What most cases have in common."""

    workloads: tuple[WorkloadSpec, ...]
    tracers: tuple[Tracer, ...] = ()
    horizon_ns: int = 2 * MS
    over: Mapping[str, int] = field(default_factory=dict)
    base: Callable[[str], int] = PROFILE.price_ps
    device: Device = DISK
    hz: int = 1000
    latency_ns: int = 0
    granularity_ns: int = -1
    is_preempt_full: bool = False
    is_crowded: bool = False  # more CPUs make more steps, not more of a case: a shorter horizon

    def __call__(self, nr_cpus: int, seed: int) -> Case:
        config = MachineConfig(
            "6.1",
            nr_cpus,
            seed,
            prices(self.over, self.base),
            hz=self.hz,
            is_preempt_full=self.is_preempt_full,
            devices=(self.device,),
            is_traced=True,
            sample_ns=100_000,
            sched_latency_ns=self.latency_ns,
            wakeup_granularity_ns=self.granularity_ns,
        )
        workloads = [replace(one, nr_tasks=one.nr_tasks * nr_cpus) for one in self.workloads]
        horizon_ns = self.horizon_ns // (nr_cpus if self.is_crowded else 1)
        return Case(config, workloads, self.tracers, horizon_ns)


WEB = WorkloadSpec(
    "web",
    False,
    2,
    exponential(50_000),
    (
        Step("user", exponential(15_000)),
        Step("openat"),
        Step("read", nr_bytes=4096, repeat=2, miss_ppm=200_000),
        Step("close"),
        Step("getpid", repeat=2),
        Step("user", Distribution(DIST_UNIFORM, 1000, 5000)),
    ),
    FILES,
)
HOG = WorkloadSpec(
    "hog", False, 3, constant(0), (Step("user", constant(180_000)), Step("getpid")), nice=5
)
LOCKS = WorkloadSpec(
    "locks",
    False,
    4,
    constant(5000),
    (
        Step("lock", exponential(4000), lock="spin", is_spin=True),
        Step("user", Distribution(DIST_ERLANG, 9000, 3)),
        Step("lock", exponential(2500), lock="mutex", repeat=2),
        Step("sleep", exponential(20_000)),
        Step("fsync"),
    ),
)
READS = WorkloadSpec(
    "reads", False, 4, exponential(5000), (Step("read", nr_bytes=512, miss_ppm=600_000),)
)
OPEN = WorkloadSpec(
    "open",
    True,
    2,
    exponential(4000),
    (
        Step("user", Distribution(DIST_EMPIRICAL, values_ns=(4000, 30_000), weights=(5, 2))),
        Step("write", nr_bytes=512),
    ),
    backlog=1,
)
STEADY = WorkloadSpec(
    "steady",
    False,
    2,
    constant(10_000),
    (
        Step("lock", constant(1000), lock="spin", is_spin=True),
        Step("read", nr_bytes=64, miss_ppm=500_000),
        Step("lock", constant(1000), lock="mutex"),
        Step("user", constant(2000)),
    ),
)

ENTER_READ, EXIT_READ = "tracepoint/syscalls/sys_enter_read", "tracepoint/syscalls/sys_exit_read"
SENDS = tracer([(ENTER_READ, reserve(400)), (EXIT_READ, output(40)), ("kprobe/vfs_read", COUNT)])
NESTS = tracer(
    [
        ("kprobe/vfs_read", reserve(48)),
        ("kretprobe/vfs_read", COUNT),
        ("kprobe/try_to_wake_up", COUNT),
        ("kprobe/scheduler_tick", COUNT),
        ("kretprobe/blk_update_request", reserve(24)),
        ("tracepoint/block/block_rq_issue", COUNT),
        ("tracepoint/block/block_rq_complete", COUNT),
    ]
)
IOCTLS = tracer([("kprobe/__x64_sys_ioctl", reserve(48)), ("kretprobe/__x64_sys_ioctl", COUNT)])


def _tutorial(name: str, ring: str = "") -> Tracer:
    path = TUTORIAL / f"{name}.bpf.o"
    return Tracer(name, lambda: open_object(path), ReaderOptions(map=ring))


def _readers(nr_cpus: int, seed: int) -> Case:
    """A reader on the last CPU and one with a quota of 1 ms in each 100."""
    slow = {"reader.decode_record": 60_000_000}
    bound = tracer([(ENTER_READ, reserve(400))], affinity=(nr_cpus - 1,), nice=5)
    poor = tracer([(EXIT_READ, output(400))], quota_ppm=10_000, poll_timeout_ns=5 * MS)
    calm = replace(READS, nr_tasks=1, arrivals=exponential(1_600_000 * nr_cpus))
    machine = _Machine((calm,), (bound, replace(poor, name="poor")), 215 * MS, slow, hz=250)
    return machine(nr_cpus, seed)


CASES: dict[str, Named] = {
    "nothing attached": Named(_Machine((WEB,), horizon_ns=MS), ("request", "switch")),
    "ring overflow": Named(
        _Machine(
            (WEB,), (SENDS,), 3 * MS, over={"reader.decode_record": 40_000_000}, is_crowded=True
        ),
        ("dropped", "submitted", "deliver"),
        ("discarded",),
    ),
    "perf ring overflow": Named(
        _Machine(
            (READS,),
            (tracer([(ENTER_READ, perf(244)), (EXIT_READ, perf(20))], (PERF, COUNTS), pages=1),),
            over={"reader.decode_record": 60_000_000},
        ),
        ("dropped", "deliver"),
    ),
    "preemption inside a burst": Named(
        _Machine((HOG, WEB), (SENDS,), latency_ns=200_000, horizon_ns=5 * MS), ("switch",)
    ),
    "contended locks": Named(_Machine((LOCKS,), (IOCTLS,)), ("request",), ("lock_wait",)),
    "preemption inside the kernel": Named(
        _Machine(
            (LOCKS, HOG),
            (IOCTLS,),
            latency_ns=50_000,
            granularity_ns=0,
            hz=5000,
            is_preempt_full=True,
        ),
        ("switch",),
    ),
    "ties with zero prices": Named(
        _Machine(
            (STEADY,),
            (NESTS,),
            MS,
            base=free,
            device=Device("sda", 2, constant(4000)),
            is_crowded=True,
        ),
        ("request", "deliver", "miss_nested"),
    ),
    "ties with equal prices": Named(
        _Machine(
            (STEADY,),
            (NESTS,),
            MS,
            base=lambda key: 1000,
            device=Device("sda", 1, constant(50)),
            is_crowded=True,
        ),
        ("request", "deliver", "miss_nested"),
        ("lock_wait",),
    ),
    "interrupts inside programs": Named(
        _Machine(
            (READS,),
            (NESTS,),
            2 * MS,
            over={"prog.insn_jit": 100_000},
            device=Device("sda", 4, Distribution(DIST_UNIFORM, 2000, 9000)),
            hz=10_000,
            is_crowded=True,
        ),
        ("miss_nested", "miss_active", "return"),
    ),
    "no kretprobe instance": Named(
        _Machine(
            (READS,),
            (tracer([("kretprobe/ksys_read", reserve(24))], maxactive=2),),
            device=Device("sda", 1, exponential(150_000)),
        ),
        ("miss_pool", "enter", "return"),
    ),
    "open loop with a backlog": Named(
        _Machine(
            (OPEN, HOG),
            (tracer([("kprobe/ksys_write", output(16, 1)), ("kretprobe/ksys_write", COUNT)]),),
            3 * MS,
            latency_ns=100_000,
            granularity_ns=10_000,
        ),
        ("rejected", "request", "run"),
    ),
    "bound and limited readers": Named(_readers, ("deliver", "dropped")),
    "the tutorial's tracers": Named(
        _Machine(
            (WEB,),
            (
                _tutorial("01-opensnoop", "events"),
                _tutorial("02-syscount"),
                _tutorial("03-biolatency"),
            ),
            3 * MS,
            is_crowded=True,
        ),
        ("deliver", "filtered", "map"),
    ),
}
