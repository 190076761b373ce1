"""Comparisons and losses in plain English.

**Rule:** a number is never negative in a sentence: the words say "more" or "less". What is not
shown is called that, never "no difference".

**Not modelled:** other languages.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields

import pandas as pd

from analysis import text
from analysis.metrics.losses import Loss

__all__ = [
    "CLAIMED",
    "Claim",
    "attach_text",
    "claims_of",
    "claims_text",
    "loss_text",
    "memory_text",
]

CLAIMED: dict[str, tuple[str, str, str]] = {
    "cpu_per_request_ns": (
        "CPU per request",
        "costs {} more CPU per request",
        "costs {} less CPU per request",
    ),
    "throughput_per_s": (
        "throughput",
        "completes {} more requests a second",
        "completes {} fewer requests a second",
    ),
    "latency_p99_ns": (
        "p99 latency",
        "raises p99 latency by {}",
        "lowers p99 latency by {}",
    ),
}
"""Metrics that a verdict is about: their name, and what is said when they grow and shrink."""

_LEAST_FRAC = 0.0001  # what a percentage of two decimals still shows


@dataclass(frozen=True)
class Claim:
    """One comparison of an arm with the twin; fields as in `paired.df_comparison`."""

    arm: str
    metric: str
    unit: str
    nr_replications: int
    value: float
    twin: float
    diff: float
    diff_frac: float
    half_width: float
    low: float
    high: float
    confidence: float
    is_difference: bool
    is_supported: bool
    why_not: str

    @property
    def has_interval(self) -> bool:
        """Whether there is more than one replication."""
        return not math.isnan(self.half_width)

    @property
    def is_stated(self) -> bool:
        """Whether a difference can be named: shown, or seen in the only replication."""
        shown = self.is_difference if self.has_interval else self.diff != 0
        return self.is_supported and shown

    @property
    def is_same(self) -> bool:
        """Whether every replication has the very same figure with and without tracing."""
        return self.diff == 0 and not self.half_width > 0

    @property
    def largest_frac(self) -> float:
        """The largest part of the twin's value that the interval leaves possible."""
        most = max(abs(self.low), abs(self.high)) if self.has_interval else abs(self.diff)
        return most / abs(self.twin) if self.twin else math.inf


def claims_of(comparison: pd.DataFrame) -> list[Claim]:
    """Return the rows of `paired.df_comparison` as claims."""
    names = [field.name for field in fields(Claim)]
    return [Claim(*(row[name] for name in names)) for row in comparison.to_dict("records")]


def _listed(parts: Sequence[str], last: str = "and") -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def _stated(claim: Claim, against: str) -> str:
    words = CLAIMED[claim.metric][1 if claim.diff > 0 else 2]
    unit = claim.unit.removeprefix("/s")  # "fewer requests a second" has it
    number = text.plus_minus(claim.diff, claim.half_width, unit, sign=False)
    share = text.percent(claim.diff_frac, sign=True)
    return words.format(number) + (f" {against}" if against else "") + f" ({share})"


def _not_shown(claim: Claim) -> str:
    number = text.plus_minus(claim.diff, claim.half_width, claim.unit)
    bound = f", at most {text.percent(claim.largest_frac)}" if claim.has_interval else ""
    return f"{CLAIMED[claim.metric][0]} ({number}{bound})"


def claims_text(arm: str, twin: str, claims: Sequence[Claim]) -> str:
    """Return a sentence about the metrics of `CLAIMED`, without its full stop."""
    mine = sorted(
        (c for c in claims if c.metric in CLAIMED), key=lambda c: [*CLAIMED].index(c.metric)
    )
    stated = [c for c in mine if c.is_stated]
    same = [CLAIMED[c.metric][0] for c in mine if c.is_supported and c.is_same]
    open_ = [c for c in mine if c.is_supported and not c.is_stated and not c.is_same]
    unshown = [_not_shown(c) for c in open_]
    unjudged = [CLAIMED[c.metric][0] for c in mine if not c.is_supported]
    parts = []
    if stated:
        against = [f"than {twin}", *[""] * (len(stated) - 1)]
        if stated[0].metric == "latency_p99_ns":
            against[0] = f"against {twin}"
        parts.append(
            f"{arm} {_listed([_stated(c, a) for c, a in zip(stated, against, strict=True)])}"
        )
    if unshown:
        start = "no difference" if stated else f"{arm}: no difference from {twin}"
        parts.append(f"{start} is shown in {_listed(unshown, 'or')}")
    for names, what in ((same, "the same"), (unjudged, "not judged")):
        if names:
            start = "" if parts else f"{arm}: "
            parts.append(f"{start}{_listed(names)} {'is' if len(names) == 1 else 'are'} {what}")
    return "; ".join(parts) or f"{arm}: nothing to compare"


def _one_loss(loss: Loss) -> str:
    verb, _, noun = {
        "hits missed": ("missed", "", "hits"),
        "returns not seen": ("did not see the return of", "", "calls"),
        "records lost": ("lost", "", "records"),
        "updates refused": ("had", "", "map updates refused"),
        "keys evicted": ("had", "", "map keys evicted"),
    }[loss.what]
    if not loss.count:
        unread = f" ({text.count(loss.unread)} unread at the end)" if loss.unread else ""
        return f"{verb} none of {text.count(loss.whole)} {noun}{unread}"
    causes = ", ".join(f"{text.count(n)} {name}" for name, n in loss.causes)
    of = f"{text.count(loss.count)} of {text.count(loss.whole)} {noun}"
    share = f"{text.percent(loss.frac)}: " if loss.frac >= _LEAST_FRAC else ""
    unread = f"; {text.count(loss.unread)} unread at the end" if loss.unread else ""
    return f"{verb} {of} ({share}{causes}{unread})"


def loss_text(found: Sequence[Loss]) -> str:
    """Return a sentence about what an arm lost, without its full stop; empty if nothing could be.

    Records and hits are always told of; what else can be lost, when it was.
    """
    always = ("records lost", "hits missed")
    mine = sorted(found, key=lambda loss: loss.what not in always[:1])
    told = [_one_loss(loss) for loss in mine if loss.count or loss.what in always]
    return f"it {_listed(told)}" if told else ""


def attach_text(ledger: pd.DataFrame, arm: str) -> str:
    """Return a clause about the CPU time that attaching took; empty where nothing was attached.

    Args:
        ledger: From `metrics.accounts.df_time_ledger`.
        arm: The arm.
    """
    mine = ledger[(ledger["arm"] == arm) & (ledger["activity"] == "attach")]
    total = mine.groupby("replication")["time_ns"].sum()
    return f"attaching took {text.duration(float(total.mean()))} of CPU, once" if len(total) else ""


def memory_text(claims: Sequence[Claim]) -> str:
    """Return a clause about the tracer's memory; empty without any."""
    for claim in claims:
        if claim.metric == "tracer_memory_bytes" and claim.value:
            return f"its maps, buffers and programs hold {text.size(claim.value)}"
    return ""
