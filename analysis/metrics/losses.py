"""What a tracer lost, arm by arm: the bins of the loss ledger that are losses, each of its whole.

====================  ===================================  ==========================
lost                  bins                                 of
====================  ===================================  ==========================
hits missed           ``missed_<cause>``                   hits
returns not seen      ``abandoned``                        entries
records lost          ``dropped_<cause>``, ``overwritten``  attempts to get room
updates refused       ``failed_<errno>``                   inserts and refused updates
keys evicted          ``evicted``                          inserts
====================  ===================================  ==========================

**Rule:** sums over replications, tracers, programs and maps; a bin counts once, with its cause.

**Not modelled:** what a tool loses by its own choice: filtered hits and discarded records.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.metrics.accounts import df_loss
from analysis.source import Source

__all__ = ["LOSSES", "Loss", "losses"]

# What: section, bins lost (a prefix where it ends in _), bins of the whole.
LOSSES: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "hits missed": ("hits", ("missed_",), ("hit",)),
    "returns not seen": ("functions", ("abandoned",), ("entry",)),
    "records lost": ("records", ("dropped_", "overwritten"), ("attempt",)),
    "updates refused": ("maps", ("failed_",), ("insert", "failed_")),
    "keys evicted": ("maps", ("evicted",), ("insert",)),
}
"""What can be lost, and where the ledger has it."""


@dataclass(frozen=True)
class Loss:
    """One kind of loss of one arm.

    Attributes:
        arm: Arm.
        what: A key of `LOSSES`.
        count: How many were lost.
        whole: Of how many.
        causes: Each bin that is not empty, without its prefix, and its count.
        delivered: Records that the reader's callback got; 0 of anything else.
        unread: Records that still lay in a buffer at the end, neither lost nor delivered.
    """

    arm: str
    what: str
    count: int
    whole: int
    causes: tuple[tuple[str, int], ...]
    delivered: int = 0
    unread: int = 0

    @property
    def frac(self) -> float:
        """The lost part; 0 of nothing."""
        return self.count / self.whole if self.whole else 0.0


def _matching(bins: pd.Series, wanted: tuple[str, ...]) -> list[tuple[str, int]]:
    found = []
    for want in wanted:
        for name, count in bins.items():
            if str(name) == want or (want.endswith("_") and str(name).startswith(want)):
                found.append((str(name).removeprefix(want) or want, int(count)))
    return found


def losses(run: Source) -> list[Loss]:
    """Return what each traced arm lost, from `loss_ledger`.

    A kind of which there is nothing to lose (no record, no map) is left out.
    """
    rows = df_loss(run)
    # Room for a record is asked for in one section, what becomes of it is in another.
    rows["section"] = rows["section"].replace({"reservations": "records"})
    found = []
    for arm in run.arms[1:]:
        mine = rows[rows["arm"] == arm]
        for what, (section, lost, whole) in LOSSES.items():
            bins = mine[mine["section"] == section].groupby("bin", sort=True)["count"].sum()
            of = sum(count for _, count in _matching(bins, whole))
            causes = tuple((name, n) for name, n in _matching(bins, lost) if n)
            if of:
                kept = [int(bins.get(name, 0)) for name in ("delivered", "unread")]
                ends = kept if what == "records lost" else (0, 0)
                found.append(Loss(arm, what, sum(n for _, n in causes), of, causes, *ends))
    return found
