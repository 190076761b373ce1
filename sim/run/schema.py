"""The scenario as a whole: a question, a machine, workloads, arms, and how long to run.

**Rule:** a loaded scenario is complete: every default is filled in, so its dump says all that
the run depends on besides objects and cost profile.

**Not modelled:** sweeps over parameters, several machines in one scenario.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    PrivateAttr,
    model_validator,
)

from sim.base.units import format_duration
from sim.record.schema import WARMUP_AUTO
from sim.record.window import format_window, parse_window
from sim.run.schema_arm import Arm, Tracer
from sim.run.schema_base import DurationNs, Name, StrictModel, parse_long_duration_ns
from sim.run.schema_machine import Machine
from sim.run.schema_workload import Workload
from sim.run.yaml_source import KeyPath, path_text

__all__ = ["EXPECTATION", "SCENARIO_SCHEMA", "RecordOptions", "Scenario", "Stop"]

SCENARIO_SCHEMA = 1
EXPECTATION = re.compile(
    r"\s*(?P<arm>[a-z0-9][a-z0-9_-]*)\.(?P<metric>[a-z][a-z0-9_]*)"
    r"\s*(?P<op><=|>=|==|!=|<|>)\s*(?P<value>-?[0-9]+(?:\.[0-9]+)?)\s*"
)


def _window(given: object) -> tuple[int, int]:
    return parse_window(given)


def _warmup(given: object) -> int:
    if given == "auto":
        return WARMUP_AUTO
    try:
        return parse_long_duration_ns(given)
    except ValueError as error:
        raise ValueError(f"{error}; or write auto") from None


def _warmup_text(ns: int) -> str:
    return "auto" if ns == WARMUP_AUTO else format_duration(ns)


WarmupNs: TypeAlias = Annotated[int, BeforeValidator(_warmup), PlainSerializer(_warmup_text)]
"""A duration, or `WARMUP_AUTO` for the text ``auto``: then `analysis` finds it by MSER-5."""


class Stop(StrictModel):
    """When a replication ends: at a time, or when so many requests are done."""

    time_ns: Annotated[DurationNs, Field(gt=0)] | None = Field(alias="time", default=None)
    requests: Annotated[int, Field(ge=1)] | None = None

    @model_validator(mode="after")
    def _check(self) -> Stop:
        if (self.time_ns is None) == (self.requests is None):
            raise ValueError("give either `time` or `requests`")
        return self


Window: TypeAlias = Annotated[
    tuple[int, int], BeforeValidator(_window), PlainSerializer(format_window)
]


class RecordOptions(StrictModel):
    """What goes into result tables besides the ledgers.

    Attributes:
        sites: A row per site passed; large.
        records: A row per record, with its bytes.
        samples_ns: Interval of the time series; 0 for none.
        timeline: Window whose trace is recorded (sites, accounts, flow), such as
            ``10ms..12ms``; None for none.
    """

    sites: bool = False
    records: bool = True
    samples_ns: DurationNs = Field(alias="samples", default=1_000_000)
    timeline: Window | None = None

    @model_validator(mode="after")
    def _check(self) -> RecordOptions:
        if self.sites and self.timeline is not None:
            raise ValueError("`sites` records the whole run: leave out `timeline`, or `sites`")
        return self


def _expectation(text: str) -> str:
    if not EXPECTATION.fullmatch(text):
        raise ValueError(
            f"{text!r} is no expectation: write it like 'traced.latency_p99_ns < 90000'"
        )
    return text


class Scenario(StrictModel):
    """A complete scenario; `sim.run.scenario.load_scenario` makes one.

    Attributes:
        question: What running it answers.
        replications: How often to run every arm, each under draws of its own.
        uncertainty: Whether uncertain prices are drawn per replication; ``auto`` draws them
            when there are several.
        warmup_ns: Requests that end at or before this time count for nothing; `WARMUP_AUTO`
            leaves the choice to `analysis`. The machine runs alike either way.
        expect: What must hold of the result, such as ``traced.latency_p99_ns < 90000``.
    """

    schema_version: Literal[1] = Field(alias="schema")
    name: Name
    question: str = ""
    machine: Machine
    workloads: Annotated[list[Workload], Field(min_length=1)]
    arms: Annotated[list[Arm], Field(min_length=1)]
    replications: Annotated[int, Field(ge=1, le=10_000)] = 1
    seed: Annotated[int, Field(ge=0, lt=1 << 63)] = 1
    uncertainty: Literal["auto", "on", "off"] = "auto"
    warmup_ns: WarmupNs = Field(alias="warmup", default=0)
    stop: Stop
    record: RecordOptions = RecordOptions()
    expect: list[Annotated[str, AfterValidator(_expectation)]] = Field(default_factory=list)

    _folder: Path = PrivateAttr(default=Path())
    _where: Callable[[KeyPath], str] | None = PrivateAttr(default=None)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Scenario):
            return NotImplemented
        return self.to_data() == other.to_data()

    __hash__ = None  # type: ignore[assignment]

    def to_data(self) -> dict[str, Any]:
        """Return the scenario as the plain data of its YAML file, every default spelled out."""
        return self.model_dump(by_alias=True, exclude_none=True)

    def locate(self, folder: Path, where: Callable[[KeyPath], str] | None) -> None:
        """Remember where the scenario came from: its folder, and the place of each key."""
        self._folder = folder
        self._where = where

    def where(self, path: KeyPath) -> str:
        """Return ``FILE:LINE: key.path`` for an error about what is at *path*."""
        return self._where(path) if self._where else path_text(path)

    @property
    def folder(self) -> Path:
        """The folder that relative paths start from."""
        return self._folder

    def object_path(self, tracer: Tracer) -> Path:
        """Return where a tracer's object is."""
        return self._folder / tracer.object

    @property
    def draws_uncertainty(self) -> bool:
        """Whether uncertain prices are drawn per replication."""
        return self.uncertainty == "on" or (self.uncertainty == "auto" and self.replications > 1)

    @property
    def twin(self) -> Arm:
        """The arm without tracers."""
        return self.arms[0]

    @property
    def tracers(self) -> list[Tracer]:
        """All tracers of all arms, in order."""
        return [tracer for arm in self.arms for tracer in arm.tracers]
