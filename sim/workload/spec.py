"""What a workload is: arrivals, workers, files, and the steps of a request.

**Rule:** these are plain values; `sim.run` makes them from a scenario, `sim.workload.compile`
turns them into tasks and code.

**Not modelled:** sessions, requests that fan out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sim.kernel.machine import Distribution

__all__ = ["Files", "Step", "UserBody", "WorkloadSpec"]


@dataclass(frozen=True)
class Files:
    """The files that requests open, chosen evenly.

    Args:
        count: How many.
        pattern: Their names, ``{}`` standing for the number.
        missing_ppm: Opens of a name that does not exist, parts per million.
        size_bytes: Size of each.
    """

    count: int
    pattern: str
    missing_ppm: int = 0
    size_bytes: int = 16384


@dataclass(frozen=True)
class Step:
    """One step of a request.

    Args:
        kind: user, openat, read, write, fsync, close, getpid, lock, sleep, or one that
            `sim.workload.steps` declares.
        time: Of user, sleep, and a lock's hold.
        nr_bytes: Of read and write.
        repeat: How many times in a row.
        miss_ppm: Reads that go to the device, parts per million.
        lock: Name of the lock.
        is_spin: The lock is a spinlock.
        args: Of a step that `sim.workload.steps` declares.
        function: Of user space, that a step of kind call calls.
        numbers: What it is given, up to six; a text's address for a text.
    """

    kind: str
    time: Distribution | None = None
    nr_bytes: int = 0
    repeat: int = 1
    miss_ppm: int = 0
    lock: str = ""
    is_spin: bool = False
    args: Mapping[str, Any] = field(default_factory=dict)
    function: str = ""
    numbers: tuple[int | str, ...] = ()


@dataclass(frozen=True)
class UserBody:
    """What a function of user space does.

    Args:
        name: As the machine's configuration has it.
        steps: What it does, in order.
        returns: Its return value; a text's address for a text.
    """

    name: str
    steps: tuple[Step, ...]
    returns: int | str = 0


@dataclass(frozen=True)
class WorkloadSpec:
    """A workload.

    Args:
        name: Name of its rows and of its random stream.
        is_open: Arrivals come whatever happens; else each client thinks and asks again.
        nr_tasks: Clients (closed) or workers (open).
        arrivals: Time between arrivals (open) or think time (closed).
        steps: What a request does.
        files: Files it opens, if it does.
        device: Number of the block device that its I/O goes to.
        functions: Functions of user space that its steps call.
        backlog: Waiting requests beyond which an arrival is refused (open).
    """

    name: str
    is_open: bool
    nr_tasks: int
    arrivals: Distribution
    steps: tuple[Step, ...]
    files: Files | None = None
    device: int = 0
    backlog: int = 4096
    comm: str = ""
    uid: int = 0
    nice: int = 0
    affinity: tuple[int, ...] = field(default=())
    functions: tuple[UserBody, ...] = ()
