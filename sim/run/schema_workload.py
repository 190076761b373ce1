"""Workloads: what is traced. Tasks that serve requests, each an ordered list of steps.

A step is a mapping with one key, its name. The steps ``openat`` … ``getpid`` are the syscalls
of that name on the simulated kernel; ``user``, ``lock`` and ``sleep`` are what a program does
between them.

**Rule:** ``read``, ``write`` and ``fsync`` work on the file that the request's last ``openat``
opened, and every ``openat`` has its ``close``.

**Not modelled:** memory mappings, dependent requests.
"""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    model_validator,
)
from pydantic_core import PydanticCustomError

from sim.base.errors import nearest
from sim.run.schema_base import (
    Affinity,
    Bytes,
    Comm,
    Distribution,
    FracPpm,
    Name,
    Nice,
    RateMilliHz,
    StrictModel,
)
from sim.run.schema_errors import ByName
from sim.run.schema_steps import step_models
from sim.run.shipped_workloads import with_shipped
from sim.workload.steps import STEPS as DECLARED

__all__ = [
    "STEPS",
    "Arrivals",
    "CallArgs",
    "CallStep",
    "CloseStep",
    "ClosedArrivals",
    "Files",
    "FsyncStep",
    "GetpidStep",
    "LockArgs",
    "LockStep",
    "NoArgs",
    "OpenArrivals",
    "OpenatStep",
    "ReadArgs",
    "ReadStep",
    "SleepStep",
    "Step",
    "UsdtArgs",
    "UsdtStep",
    "UserStep",
    "Workload",
    "WriteArgs",
    "WriteStep",
    "step_name",
    "waits_for_device",
]

_PATH_MAX = 4096
_NAME_MAX = 255
_MAX_TASKS = 65536
_UID_MAX = (1 << 32) - 2
_PLAIN_FIELD = re.compile(r"(0?[1-9][0-9]?)?d?")


class ClosedArrivals(StrictModel):
    """Clients that wait for their answer, think, and ask again.

    Attributes:
        clients: How many there are; each is a task.
    """

    kind: Literal["closed"]
    clients: Annotated[int, Field(ge=1, le=_MAX_TASKS)]
    think: Distribution


class OpenArrivals(StrictModel):
    """Requests that come at a rate, whether or not there is a worker free.

    Attributes:
        workers: Tasks that take requests from the backlog.
        backlog: Requests that may wait; more are rejected.
    """

    kind: Literal["open"]
    process: Literal["poisson"] = "poisson"
    rate_millihz: RateMilliHz = Field(alias="rate")
    workers: Annotated[int, Field(ge=1, le=_MAX_TASKS)]
    backlog: Annotated[int, Field(ge=1, le=1 << 24)] = 4096


Arrivals: TypeAlias = Annotated[ClosedArrivals | OpenArrivals, Field(discriminator="kind")]


def _pattern(text: str) -> str:
    try:
        fields = [f for f in string.Formatter().parse(text) if f[1] is not None]
    except ValueError as error:
        raise ValueError(f"{text!r} is no pattern: {error}") from None
    for _literal, name, spec, conversion in fields:
        if name or conversion or not _PLAIN_FIELD.fullmatch(spec or ""):
            raise ValueError(f"{text!r} may only hold one number, written like {{:04d}}")
    if len(fields) > 1:
        raise ValueError(f"{text!r} holds {len(fields)} numbers, one is allowed")
    if not text.startswith("/"):
        raise ValueError(f"{text!r} is no absolute path")
    return text


class Files(StrictModel):
    """The files that ``openat`` opens, each alike often.

    Attributes:
        count: How many names there are.
        pattern: Their names; ``{:04d}`` stands for the number, from 0.
        missing_ppm: Share of opens whose file is not there (``-ENOENT``).
    """

    count: Annotated[int, Field(ge=1, le=1_000_000)]
    pattern: Annotated[str, AfterValidator(_pattern)]
    missing_ppm: FracPpm = Field(alias="missing_frac", default=0)

    @model_validator(mode="after")
    def _check(self) -> Files:
        longest = self.path(self.count - 1)
        if self.count > 1 and longest == self.path(0):
            raise ValueError(f"{self.count} files cannot all be {longest!r}: put {{}} in pattern")
        if len(longest.encode()) >= _PATH_MAX:
            raise ValueError(f"pattern makes paths longer than {_PATH_MAX - 1} bytes")
        if max(len(part.encode()) for part in longest.split("/")) > _NAME_MAX:
            raise ValueError(f"pattern makes file names longer than {_NAME_MAX} bytes")
        return self

    def path(self, index: int) -> str:
        """Return the path of file *index*."""
        return self.pattern.format(index)


class NoArgs(StrictModel):
    """A step that takes nothing, written ``{}``."""


class ReadArgs(StrictModel):
    """Arguments of ``read``; a miss of the page cache reads from the device."""

    nr_bytes: Annotated[Bytes, Field(ge=0, le=1 << 30)] = Field(alias="bytes")
    repeat: Annotated[int, Field(ge=1, le=10_000)] = 1
    miss_ppm: FracPpm = Field(alias="miss_frac", default=0)


class WriteArgs(StrictModel):
    """Arguments of ``write``; it ends in the page cache."""

    nr_bytes: Annotated[Bytes, Field(ge=0, le=1 << 30)] = Field(alias="bytes")
    repeat: Annotated[int, Field(ge=1, le=10_000)] = 1


class LockArgs(StrictModel):
    """A lock that all workloads share by name.

    Attributes:
        hold: How long it is held; running, not sleeping.
        kind: Whether waiters sleep (``mutex``) or spin.
    """

    name: Name
    hold: Distribution
    kind: Literal["mutex", "spin"] = "mutex"


class CallArgs(StrictModel):
    """Which function of user space is called, and with what; written as a text, its name.

    Attributes:
        function: Its name, or ``BINARY:FUNCTION``.
        args: Numbers, or texts whose addresses it is given.
        repeat: How many times in a row.
    """

    function: Annotated[str, Field(min_length=1)]
    args: Annotated[list[int | str], Field(max_length=6)] = Field(default_factory=list)
    repeat: Annotated[int, Field(ge=1, le=1000)] = 1

    @model_validator(mode="before")
    @classmethod
    def _name_only(cls, given: Any) -> Any:
        return {"function": given} if isinstance(given, str) else given


class CallStep(StrictModel):
    """Call a function of ``machine.binaries``."""

    call: CallArgs


class UserStep(StrictModel):
    """Time in user mode."""

    user: Distribution


class OpenatStep(StrictModel):
    """Open one of the workload's files."""

    openat: NoArgs


class ReadStep(StrictModel):
    """Read from the open file."""

    read: ReadArgs


class WriteStep(StrictModel):
    """Write to the open file."""

    write: WriteArgs


class FsyncStep(StrictModel):
    """Wait until the open file is on the device."""

    fsync: NoArgs


class CloseStep(StrictModel):
    """Close the open file."""

    close: NoArgs


class GetpidStep(StrictModel):
    """The cheapest syscall."""

    getpid: NoArgs


class LockStep(StrictModel):
    """Take a lock, hold it, release it."""

    lock: LockArgs


class SleepStep(StrictModel):
    """Sleep on a timer."""

    sleep: Distribution


STEPS = (
    *(
        "user",
        "openat",
        "read",
        "write",
        "fsync",
        "close",
        "getpid",
        "lock",
        "sleep",
        "call",
        "usdt",
    ),
    *DECLARED,
)


def _one_step(given: Any) -> Any:
    """Refuse what is no mapping with one known key, and say which there are."""
    listed = ", ".join(STEPS)
    if isinstance(given, StrictModel):
        return given
    if isinstance(given, str) and given in STEPS:
        raise PydanticCustomError("step", f"write it as `{given}: {{}}`")
    if not isinstance(given, dict) or len(given) != 1:
        text = f"a step is a mapping with one key: {listed}"
        raise PydanticCustomError("step", text.replace("{", "{{"))
    name = next(iter(given))
    if name not in STEPS:
        raise PydanticCustomError(
            "unknown_step",
            "unknown step '{name}'",
            {"name": str(name), "allowed": listed, "near": nearest(str(name), STEPS)},
        )
    return given


def step_name(step: Any) -> str | None:
    """Return the name of a step, loaded or as written."""
    if isinstance(step, dict):
        return next((str(key) for key in step if key in STEPS), None)
    return next((key for key in type(step).model_fields if key in STEPS), None)


_MODELS: dict[str, type[StrictModel]] = {
    "user": UserStep,
    "openat": OpenatStep,
    "read": ReadStep,
    "write": WriteStep,
    "fsync": FsyncStep,
    "close": CloseStep,
    "getpid": GetpidStep,
    "lock": LockStep,
    "sleep": SleepStep,
    "call": CallStep,
}


def _model_of(given: Any) -> Any:
    """Check a step against the model of its name."""
    if isinstance(given, StrictModel):
        return given
    return _MODELS[str(step_name(given))].model_validate(given)


if TYPE_CHECKING:
    Step: TypeAlias = Any
else:
    Step = Annotated[Any, ByName(_MODELS), BeforeValidator(_model_of), BeforeValidator(_one_step)]
_MODELS |= step_models(Step)


class UsdtArgs(StrictModel):
    """A place of a USDT probe.

    Attributes:
        provider: The probe's provider.
        name: The probe's name.
        values: Of its arguments: numbers, or texts whose addresses they are.
        args: Where they are, as a note says it; in registers, one after the other, unless given.
        semaphore: Whether the place, and the steps it guards, run only while somebody is attached.
        steps: What prepares the arguments.
    """

    provider: Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_-]*$")]
    name: Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_-]*$")]
    values: Annotated[list[int | str], Field(max_length=12)] = Field(default_factory=list)
    args: str | None = None
    semaphore: bool = False
    steps: list[Step] = Field(default_factory=list)


class UsdtStep(StrictModel):
    """Pass a place of a USDT probe, inside of a function."""

    usdt: UsdtArgs


_MODELS["usdt"] = UsdtStep


def waits_for_device(step: Any) -> bool:
    """Say whether a step may wait for block I/O."""
    return isinstance(step, FsyncStep) or (isinstance(step, ReadStep) and step.read.miss_ppm > 0)


class Workload(StrictModel):
    """A program that serves requests.

    ``use`` takes a shipped workload, of which what is said beside it is changed.

    Attributes:
        comm: The tasks' name; the workload's, cut to 15 bytes, unless given.
        affinity: CPUs its tasks may run on; None for all.
        binary: The program that its tasks run, of ``machine.binaries``.
        device: Where page-cache misses and fsync go; the machine's only device unless given.
        request: What a request does, in order.
    """

    name: Name
    arrivals: Arrivals
    comm: Comm
    nice: Nice = 0
    affinity: Affinity | None = None
    uid: Annotated[int, Field(ge=0, le=_UID_MAX)] = 1000
    files: Files | None = None
    device: str | None = None
    binary: str | None = None
    request: Annotated[list[Step], Field(min_length=1, max_length=1000)]

    @model_validator(mode="before")
    @classmethod
    def _fill_in(cls, given: Any) -> Any:
        given = with_shipped(given)
        if isinstance(given, dict) and "comm" not in given and isinstance(given.get("name"), str):
            return {**given, "comm": given["name"].encode()[:15].decode(errors="ignore")}
        return given

    @property
    def nr_tasks(self) -> int:
        """How many tasks it has."""
        if isinstance(self.arrivals, ClosedArrivals):
            return self.arrivals.clients
        return self.arrivals.workers

    @property
    def needs_device(self) -> bool:
        """Whether a request may wait for block I/O in a step of its own."""
        return any(waits_for_device(step) for step in self.request)

    @property
    def needs_network(self) -> bool:
        """Whether a request may wait for a network."""
        names = (step_name(step) for step in self.request)
        return any(name in DECLARED and DECLARED[name].needs == "network" for name in names)
