"""Expectations of a scenario (``expect:``), checked against the result's headline metrics.

**Rule:** a metric's value is its mean over the replications, in the unit of its name.

**Not modelled:** expectations about single records or map entries.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Sequence
from typing import NamedTuple, cast

from analysis.metrics.overhead import METRICS
from analysis.run import Run
from sim.base.errors import InternalError, ScenarioError, nearest
from sim.run.schema import EXPECTATION, Scenario

__all__ = ["Verdict", "check_metrics", "judge"]

_OPS = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}


class Verdict(NamedTuple):
    """Whether an expectation holds, and the value it was held against (None: no value)."""

    text: str
    value: float | None
    holds: bool

    def __str__(self) -> str:
        value = "has no value" if self.value is None else f"is {self.value:.10g}"
        return f"{self.text} (it {value})"


def check_metrics(scenario: Scenario) -> None:
    """Refuse expectations about metrics that do not exist.

    Raises:
        ScenarioError: There is no such metric.
    """
    for i, text in enumerate(scenario.expect):
        found = EXPECTATION.fullmatch(text)
        if found and found["metric"] not in METRICS:
            raise ScenarioError(
                f"there is no metric {found['metric']!r}",
                where=scenario.where(("expect", i)),
                reason=f"metrics: {', '.join(METRICS)}",
                suggestion=nearest(found["metric"], METRICS),
            )


def judge(expectations: Sequence[str], run: Run) -> list[Verdict]:
    """Hold each expectation against the result."""
    means = run.df_overhead().groupby(["arm", "metric"], sort=False, observed=True)["value"].mean()
    values = {cast("tuple[str, str]", key): float(value) for key, value in means.items()}
    verdicts = []
    for text in expectations:
        found = EXPECTATION.fullmatch(text)
        if found is None:
            raise InternalError(f"expectation {text!r} was never checked")
        value = values.get((found["arm"], found["metric"]), math.nan)
        holds = not math.isnan(value) and _OPS[found["op"]](value, float(found["value"]))
        verdicts.append(Verdict(text.strip(), None if math.isnan(value) else value, holds))
    return verdicts
