"""The answer to "what will it cost, and what will it lose?", in a sentence per traced arm.

**Rule:** figures are those of `paired.df_comparison` and of the loss ledger, only worded here. A
difference whose interval holds zero is "not shown", with the interval that says how large it
could be. A run without a steady stretch is refused, with what to try; one replication is a limit
that is said, for arm and twin ran under the same draws, but nothing shows what others would give.

**Not modelled:** what a figure rests on besides replications: prices that nobody has measured
are the summary's to tell.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from analysis import text
from analysis.metrics.accounts import df_time_ledger
from analysis.metrics.losses import losses
from analysis.metrics.overhead import df_overhead
from analysis.paired import df_comparison
from analysis.source import Source
from analysis.stats.advice import longer_run, more_replications
from analysis.stats.interval import CONFIDENCE, Interval, paired_interval, replications_needed
from analysis.stats.support import TAILS, nr_counted, requests_needed
from analysis.stats.wording import (
    CLAIMED,
    Claim,
    attach_text,
    claims_of,
    claims_text,
    loss_text,
    memory_text,
)

__all__ = ["ArmVerdict", "Claim", "Verdict", "verdict"]

NEGLIGIBLE_FRAC = 0.01
"""A cost that is not shown is settled when its interval stays below this part of the twin's."""

_COST = "cpu_per_request_ns"


@dataclass(frozen=True)
class ArmVerdict:
    """What is said of one traced arm.

    Attributes:
        arm: The arm.
        sentence: What it costs and loses, in words.
        is_conclusive: Whether its cost is settled, one way or the other.
    """

    arm: str
    sentence: str
    is_conclusive: bool


@dataclass(frozen=True)
class Verdict:
    """What a run says.

    Attributes:
        sentence: All of it, in words.
        is_conclusive: Whether the run is long enough, and the cost of every traced arm settled.
        reasons: What cannot be concluded and what to try, one text each.
        limits: What the conclusion does not cover, one text each.
        claims: Every comparison of an arm with the twin.
        arms: The parts of the sentence, by arm.
    """

    sentence: str
    is_conclusive: bool
    reasons: tuple[str, ...]
    limits: tuple[str, ...]
    claims: tuple[Claim, ...]
    arms: tuple[ArmVerdict, ...]


def _is_settled(claims: list[Claim]) -> bool:
    """Say whether an arm's cost is shown, or shown to be small."""
    for claim in claims:
        if claim.metric == _COST and claim.is_supported:
            return claim.is_stated or claim.is_same or claim.largest_frac < NEGLIGIBLE_FRAC
    return False


def _tail_advice(run: Source, metric: str) -> str:
    least = min(nr_counted(run).values())
    factor = max(2.0, 1.2 * requests_needed(TAILS[metric]) / least) if least else 2.0
    return longer_run(run, factor)


def _reasons(run: Source, claims: list[Claim]) -> list[str]:
    """Say of each metric of a verdict why it is not judged, or not shown, and what to try."""
    found = []
    for claim in claims:
        if claim.metric not in CLAIMED:
            continue
        head = f"{CLAIMED[claim.metric][0]} of {claim.arm}"
        if not claim.is_supported:
            advice = _tail_advice(run, claim.metric)
            found.append(f"too short to judge {head}: {claim.why_not}; try {advice}")
        elif not claim.is_stated and claim.has_interval:
            if claim.largest_frac < NEGLIGIBLE_FRAC or claim.is_same:
                continue
            number = text.plus_minus(claim.diff, claim.half_width, claim.unit)
            found.append(
                f"too few replications to show a difference in {head}: {number}; {_wanted(claim)}"
            )
    return found


def _wanted(claim: Claim) -> str:
    if claim.diff == 0:
        return "try more replications"
    n = claim.nr_replications
    interval = Interval(claim.diff, claim.half_width, claim.confidence, n, n - 1)
    needed = replications_needed(interval, abs(claim.diff))
    return f"if it is of this size, {more_replications(needed)}"


def _cheapest(run: Source, confidence: float) -> str:
    """Say which of several traced arms costs least, if paired intervals show it."""
    traced = run.arms[1:]
    rows = df_overhead(run)
    rows = rows[rows["metric"] == _COST]
    costs = {a: rows[rows["arm"] == a].set_index("replication")["value"].dropna() for a in traced}
    shared = sorted(set.intersection(*(set(cost.index) for cost in costs.values())))
    if not shared:
        return ""
    means = {arm: math.fsum(cost[shared]) / len(shared) for arm, cost in costs.items()}
    best, *others = sorted(traced, key=lambda arm: means[arm])
    best_costs = costs[best][shared].tolist()
    nearest = others[0]
    between = {
        o: paired_interval(costs[o][shared].tolist(), best_costs, confidence) for o in others
    }
    if all(interval.low > 0 for interval in between.values()):
        gap = between[nearest]
        by = text.plus_minus(gap.mean, gap.half_width, "ns", sign=False)
        return f"The cheapest is {best}: {by} less CPU per request than {nearest}."
    why = "one replication has no interval" if len(shared) == 1 else "the interval holds zero"
    return f"Which of {', '.join(traced)} is cheapest is not shown: {why}."


def _limits(run: Source, claims: list[Claim]) -> list[str]:
    found = list(run.warmup().notes)
    nr = max((claim.nr_replications for claim in claims), default=0)
    if nr == 1:
        found.insert(0, "one replication has no interval: try `--replications 5`")
    return found


def _of_arm(arm: str, twin: str, claims: list[Claim], lost: str, attach: str) -> ArmVerdict:
    clauses = [clause for clause in (lost, attach, memory_text(claims)) if clause]
    sentence = claims_text(arm, twin, claims) + "."
    if clauses:
        told = "; ".join(clauses)
        sentence += f" {told[0].upper()}{told[1:]}."
    return ArmVerdict(arm, sentence, _is_settled(claims))


def verdict(run: Source, confidence: float = CONFIDENCE) -> Verdict:
    """Return what a run says about the cost and the losses of its tracers.

    Args:
        run: The run.
        confidence: Of the intervals, between 0 and 1.
    """
    traced = run.arms[1:]
    claims = claims_of(df_comparison(run, confidence))
    limits = _limits(run, claims)
    if not traced:
        sentence = f"{run.twin} ran alone: there is no traced arm to compare with."
        return Verdict(sentence, False, (sentence,), tuple(limits), (), ())
    lost, ledger = losses(run), df_time_ledger(run)
    arms = []
    for arm in traced:
        mine = [claim for claim in claims if claim.arm == arm]
        lost_text = loss_text([loss for loss in lost if loss.arm == arm])
        arms.append(_of_arm(arm, run.twin, mine, lost_text, attach_text(ledger, arm)))
    too_short = run.warmup().too_short
    if too_short:
        refusal = f"Too short to conclude: {too_short}; try {longer_run(run)}."
        return Verdict(refusal, False, (refusal,), tuple(limits), tuple(claims), tuple(arms))
    sentences = [one.sentence for one in arms]
    if len(traced) > 1 and (cheapest := _cheapest(run, confidence)):
        sentences.append(cheapest)
    n = max((claim.nr_replications for claim in claims), default=0)
    basis = f"{100 * confidence:g} % over {n} paired replications" if n > 1 else "one replication"
    sentences.append(f"({basis[0].upper()}{basis[1:]}.)")
    is_conclusive = all(one.is_conclusive for one in arms)
    reasons = tuple(_reasons(run, claims))
    return Verdict(
        " ".join(sentences), is_conclusive, reasons, tuple(limits), tuple(claims), tuple(arms)
    )
