"""Arms: which tracers run beside the workloads, and how their readers behave.

Answers to the command line and the user-space half of a libbpf tool: what it sets before load,
what it attaches, how it reads.

**Rule:** names of programs, variables and maps are the object's; `sim.run.objects` checks them
against the object before anything runs.

**Not modelled:** several readers of one tracer.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from sim.base.errors import nearest
from sim.base.units import parse_bytes
from sim.run.schema_base import (
    Affinity,
    Distribution,
    DurationNs,
    Name,
    Nice,
    QuotaPpm,
    StrictModel,
)
from sim.run.tools import with_tool

__all__ = ["ATTACH_KINDS", "Arm", "Decode", "MapOverride", "Reader", "Setting", "Tracer"]

ATTACH_KINDS = (
    "kprobe",
    "kretprobe",
    "tracepoint",
    "raw_tp",
    "tp_btf",
    "fentry",
    "fexit",
    "fmod_ret",
    "lsm",
    "ksyscall",
    "kretsyscall",
    "kprobe.multi",
    "kretprobe.multi",
    "kprobe.session",
    "uprobe",
    "uretprobe",
    "uprobe.multi",
    "uretprobe.multi",
    "usdt",
    "perf_event",
)
_U32_MAX = (1 << 32) - 1
_MAX_PERF_PAGES = 1 << 16

Text: TypeAlias = Annotated[str, Field(min_length=1)]


def _setting(given: Any) -> Any:
    if isinstance(given, Decimal | float):
        raise ValueError("BPF programs have no floating-point numbers")
    if isinstance(given, list):
        return [_setting(item) for item in given]
    if isinstance(given, bool | int | str):
        return given
    raise ValueError("a setting is a number, true, false, a text or a list of these")


Setting: TypeAlias = Annotated[Any, BeforeValidator(_setting)]


def _target(text: str) -> str:
    kind, colon, target = text.partition(":")
    if not colon or not target or not kind:
        raise ValueError(f"{text!r} is no hook: write it like kprobe:vfs_read")
    if kind not in ATTACH_KINDS:
        raise ValueError(
            f"{kind!r} is no kind of hook: {nearest(kind, ATTACH_KINDS) or ', '.join(ATTACH_KINDS)}"
        )
    if kind == "tracepoint" and target.count(":") != 1:
        raise ValueError(
            f"{text!r} lacks the category: write it like tracepoint:block:block_rq_issue"
        )
    return text


def _power_of_two(pages: int) -> int:
    if pages & (pages - 1):
        low = 1 << (pages.bit_length() - 1)
        raise ValueError(f"{pages} is no power of two (nearest: {low}, {2 * low})")
    return pages


_Cookie: TypeAlias = Annotated[int, Field(ge=0, lt=1 << 64)]
_Size: TypeAlias = Annotated[int, BeforeValidator(parse_bytes), Field(ge=1, le=_U32_MAX)]


class MapOverride(StrictModel):
    """What to change of a map before it is created.

    Attributes:
        value_bytes: Bytes of a value, such as of a stack: 8 for each frame.
        max_entries: Entries; for a ring buffer its size, for which ``256 KiB`` may be written.
    """

    max_entries: _Size | None = None
    value_bytes: _Size | None = None

    @model_validator(mode="after")
    def _check(self) -> MapOverride:
        if self.max_entries is None and self.value_bytes is None:
            raise ValueError("give `max_entries` or `value_bytes`")
        return self


class Reader(StrictModel):
    """The tracer's own task: it attaches, and reads the records of a buffer if there is one.

    Attributes:
        map: The ring or perf buffer it reads; the object's only one, or none, unless given.
        affinity: CPUs it may run on; None for all.
        cpu_quota_ppm: CPU time it may use, of one CPU; None for no limit.
        pages: Pages of a perf buffer per CPU, a power of two.
        poll_timeout_ns: The timeout it gives epoll_wait.
        work: What the tool itself does with each record (format, print, aggregate), beyond what
            the profile says reading one costs.
        loop: ``libbpf``: a callback for each record, the position moved behind it. ``in_place``: a
            loop of the tool's own over a ring buffer's records, the position moved once a batch.
        wakeup_events: At how many samples a perf buffer wakes it.
        trigger: A syscall that it makes itself, before it first polls and after each batch: a tool
            that reads what it has caused.
    """

    map: Text | None = None
    nice: Nice = 0
    affinity: Affinity | None = None
    cpu_quota_ppm: QuotaPpm | None = Field(alias="cpu_quota", default=None)
    pages: Annotated[int, Field(ge=1, le=_MAX_PERF_PAGES), AfterValidator(_power_of_two)] = 64
    poll_timeout_ns: DurationNs = Field(alias="poll_timeout", default=100_000_000)
    work: Distribution | None = None
    loop: Literal["libbpf", "in_place"] = "libbpf"
    wakeup_events: Annotated[int, Field(ge=1, le=_U32_MAX)] = 1
    trigger: Literal["getpid"] | None = None


class Decode(StrictModel):
    """How to print what the tracer found: records as a struct, or a map's entries.

    Attributes:
        record: A struct in the object's BTF.
        map: A map, printed after the run.
        shape: What the map holds: counts per power of two.
    """

    record: Text | None = None
    map: Text | None = None
    shape: Literal["log2"] | None = Field(alias="as", default=None)

    @model_validator(mode="after")
    def _check(self) -> Decode:
        if (self.record is None) == (self.map is None):
            raise ValueError("give either `record: STRUCT` or `map: NAME` with `as: log2`")
        if (self.map is None) != (self.shape is None):
            raise ValueError("`map` and `as` go together")
        return self


class Tracer(StrictModel):
    """One BPF object and its user-space half.

    ``tool: NAME`` takes object, programs, targets and sizes from the profile of a shipped tool.

    Attributes:
        object: The ``.bpf.o``, relative to the scenario.
        programs: Which to load; None for all that the object loads by itself.
        settings: Initial values of global variables (YAML key ``globals``).
        maps: What to change of maps, by name.
        attach: Other targets for programs, by name, such as ``kprobe:vfs_read``.
        processes: For user-space probes, by program: the workload whose process alone they are for.
        cookies: What ``bpf_get_attach_cookie`` gives a program, or by function for many.
        reader: Needed to read records, or to say where the tracer's task runs.
        verify: Whether the kernel's verifier must accept the programs. Without it only their
            structure is checked, and every report says ``unverified``: for teaching what a
            verifier prevents.
        attach_ns: When its task begins to load and attach (YAML key ``attach_at``).
        detach_ns: When it begins to detach, link by link, to read what is left, and to end (YAML
            key ``detach_at``); None for never.
    """

    name: Name
    object: Text
    programs: Annotated[list[Text], Field(min_length=1)] | None = None
    settings: dict[str, Setting] = Field(alias="globals", default_factory=dict)
    maps: dict[str, MapOverride] = Field(default_factory=dict)
    attach: dict[str, Annotated[str, AfterValidator(_target)]] = Field(default_factory=dict)
    processes: dict[str, Text] | None = None
    cookies: dict[str, _Cookie | dict[str, _Cookie]] | None = None
    reader: Reader | None = None
    decode: Decode | None = None
    verify: bool = True
    attach_ns: DurationNs = Field(alias="attach_at", default=0)
    detach_ns: DurationNs | None = Field(alias="detach_at", default=None)

    @model_validator(mode="before")
    @classmethod
    def _fill_in(cls, given: Any) -> Any:
        return with_tool(given)

    @model_validator(mode="after")
    def _check_life(self) -> Tracer:
        if self.detach_ns is not None and self.detach_ns <= self.attach_ns:
            raise ValueError("`detach_at` is not after `attach_at`")
        return self


class Arm(StrictModel):
    """One way to run the workloads: without tracers (the twin), or with some."""

    name: Name
    tracers: list[Tracer] = Field(default_factory=list)
