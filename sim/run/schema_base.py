"""What all parts of the scenario schema share: strict models, quantities, distributions.

A quantity is written with its unit and kept as an integer whose unit is in the field's name;
the YAML key is the name without it (``warmup: 20 ms`` is ``warmup_ns == 20_000_000``). Dumping
a model writes the quantity back with its unit, all digits kept.

**Rule:** unknown keys are errors, and no value is converted that is not of the right type.

**Not modelled:** correlated or heavy-tailed distributions other than `Empirical`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    model_validator,
)

from sim.base.units import (
    format_bytes,
    format_duration,
    format_frac,
    format_rate,
    parse_bytes,
    parse_duration_ns,
    parse_frac_ppm,
    parse_rate_millihz,
)

__all__ = [
    "MAX_DURATION_NS",
    "Affinity",
    "Bytes",
    "Comm",
    "Constant",
    "Count",
    "Distribution",
    "DurationNs",
    "Empirical",
    "Erlang",
    "Exponential",
    "FracPpm",
    "Name",
    "Nice",
    "QuotaPpm",
    "RateMilliHz",
    "StrictModel",
    "Uniform",
    "parse_long_duration_ns",
]

MAX_DURATION_NS = 1 << 53
"""About 104 days: what a draw can multiply without losing a bit."""

_TASK_COMM_LEN = 16
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*", re.ASCII)


class StrictModel(BaseModel):
    """A part of a scenario: no unknown keys, no conversions, no changes after loading."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def parse_long_duration_ns(given: object) -> int:
    """Return a duration of up to `MAX_DURATION_NS`, in ns.

    Raises:
        ValueError: It is none, or longer.
    """
    ns = parse_duration_ns(given)
    if ns > MAX_DURATION_NS:
        raise ValueError(f"{given!r} is longer than {MAX_DURATION_NS} ns (104 days)")
    return ns


def _quota(given: object) -> int:
    ppm = parse_frac_ppm(given, limit_ppm=None)
    if ppm < 10_000:
        raise ValueError(f"{given!r} is below 1% of a CPU, the least the kernel takes")
    return ppm


def _name(text: str) -> str:
    if not _NAME.fullmatch(text) or len(text) > 64:
        raise ValueError(
            f"{text!r} is no name: use up to 64 lower-case letters, digits, '-' and '_'"
        )
    return text


def _comm(text: str) -> str:
    if not text or not text.isprintable():
        raise ValueError(f"{text!r} cannot be a task's name")
    if len(text.encode()) >= _TASK_COMM_LEN:
        raise ValueError(f"{text!r} is longer than the {_TASK_COMM_LEN - 1} bytes of a task's name")
    return text


def _distinct(cpus: list[int]) -> list[int]:
    if not cpus:
        raise ValueError("it names no CPU: leave it out to allow all of them")
    if len(set(cpus)) != len(cpus):
        raise ValueError("it names a CPU twice")
    return cpus


DurationNs: TypeAlias = Annotated[
    int, BeforeValidator(parse_long_duration_ns), PlainSerializer(format_duration)
]
Bytes: TypeAlias = Annotated[int, BeforeValidator(parse_bytes), PlainSerializer(format_bytes)]
RateMilliHz: TypeAlias = Annotated[
    int, BeforeValidator(parse_rate_millihz), PlainSerializer(format_rate), Field(ge=1)
]
FracPpm: TypeAlias = Annotated[int, BeforeValidator(parse_frac_ppm), PlainSerializer(format_frac)]
QuotaPpm: TypeAlias = Annotated[int, BeforeValidator(_quota), PlainSerializer(format_frac)]
Name: TypeAlias = Annotated[str, AfterValidator(_name)]
Comm: TypeAlias = Annotated[str, AfterValidator(_comm)]
Nice: TypeAlias = Annotated[int, Field(ge=-20, le=19)]
Affinity: TypeAlias = Annotated[list[Annotated[int, Field(ge=0)]], AfterValidator(_distinct)]
Count: TypeAlias = Annotated[int, Field(ge=1)]


class Constant(StrictModel):
    """Always the same time."""

    dist: Literal["constant"]
    value_ns: DurationNs = Field(alias="value")


class Exponential(StrictModel):
    """The time to the next of independent events."""

    dist: Literal["exponential"]
    mean_ns: DurationNs = Field(alias="mean")


class Uniform(StrictModel):
    """Any whole number of nanoseconds from low to high, both included."""

    dist: Literal["uniform"]
    low_ns: DurationNs = Field(alias="low")
    high_ns: DurationNs = Field(alias="high")

    @model_validator(mode="after")
    def _check(self) -> Uniform:
        if self.low_ns > self.high_ns:
            raise ValueError(
                f"low ({format_duration(self.low_ns)}) is above high"
                f" ({format_duration(self.high_ns)})"
            )
        return self


class Erlang(StrictModel):
    """The sum of *k* equal exponential stages, of mean *mean* in all."""

    dist: Literal["erlang"]
    k: Annotated[int, Field(ge=1, le=1000)]
    mean_ns: DurationNs = Field(alias="mean")


class Empirical(StrictModel):
    """One of the given times, each as often as its weight says (default: all alike)."""

    dist: Literal["empirical"]
    values_ns: Annotated[list[DurationNs], Field(min_length=1, max_length=10_000)] = Field(
        alias="values"
    )
    weights: list[Annotated[int, Field(ge=0, le=1 << 32)]] = Field(default_factory=list)

    @model_validator(mode="after")
    def _check(self) -> Empirical:
        if self.weights and len(self.weights) != len(self.values_ns):
            raise ValueError(f"{len(self.values_ns)} values have {len(self.weights)} weights")
        if self.weights and not any(self.weights):
            raise ValueError("all weights are zero")
        return self


def _bare_duration(given: object) -> object:
    """Take a bare duration as a constant."""
    if isinstance(given, str | int | Decimal) and not isinstance(given, bool):
        return {"dist": "constant", "value": given}
    return given


Distribution: TypeAlias = Annotated[
    Annotated[Constant | Exponential | Uniform | Erlang | Empirical, Field(discriminator="dist")],
    BeforeValidator(_bare_duration),
]
