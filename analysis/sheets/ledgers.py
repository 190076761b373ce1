"""Both ledgers, written out: every count with its identity, every nanosecond with its owner.

**Rule:** counts are sums over replications, times are means; the titles say so.

**Not modelled:** nothing; whether the ledgers add up is checked in `sim.record.ledger`.
"""

from __future__ import annotations

from typing import cast

from analysis import text
from analysis.run import Run
from analysis.sheets.sheet import Sheet
from sim.record.ledger import (
    IDENTITIES,
    bins_of,
    check_loss_ledger,
    check_queues,
    check_time_ledger,
)
from sim.record.schema import ACTIVITIES

__all__ = ["ledger_violations", "loss_sheet", "time_sheet"]


def ledger_violations(run: Run) -> list[str]:
    """Return every identity of ledgers and queues that does not hold, as text."""
    time = run.table("time_ledger", "summary")
    found = check_time_ledger(time, run.table("machine", "summary"))
    found += check_loss_ledger(run.table("loss_ledger", "summary"))
    found += check_queues(run.table("queues", "summary"))
    return [str(violation) for violation in found]


def _identities(section: str, bins: dict[str, int]) -> str:
    """Return one subject's identities with their non-zero parts, then what stands apart."""
    texts, used = [], set()
    for whole, parts in IDENTITIES.get(section, ()):
        if whole in bins:
            found = bins_of(bins, parts)
            listed = " + ".join(f"{text.count(n)} {name}" for name, n in found if n)
            texts.append(f"{text.count(bins[whole])} {whole} = {listed or 0}")
            used |= {whole, *(name for name, _ in found)}
    texts += [f"{text.count(n)} {name}" for name, n in bins.items() if n and name not in used]
    return "\n".join(f"  {line}" for line in texts)


def loss_sheet(run: Run, arm: str) -> Sheet:
    """Return the loss ledger of an arm."""
    rows = run.df_loss()
    mine = rows[rows["arm"] == arm]
    over = f", sum over {len(run.replications)} replications" if len(run.replications) > 1 else ""
    by = ["section", "subject", "hook", "bin"]
    total = mine.groupby(by, sort=False)["count"].sum().reset_index()
    found = []
    for key, group in total.groupby(by[:3], sort=False):
        section, subject, hook = cast("tuple[str, str, str]", key)
        bins = {str(n): int(c) for n, c in zip(group["bin"], group["count"], strict=True)}
        name = f"{subject} at {hook}" if hook else subject
        found.append((section, f"{name}\n{_identities(section, bins)}"))
    heads = ("section", "subject and counts")
    return Sheet(f"Loss ledger of {arm}{over}", heads, tuple(found), 2)


def time_sheet(run: Run) -> Sheet:
    """Return the time ledger of all arms."""
    rows = run.df_time_ledger()
    over = ", mean over replications" if len(run.replications) > 1 else ""
    heads = ("activity", "owner", *(h for arm in run.arms for h in (f"{arm} ms", "%")))
    cells: dict[tuple[str, str], dict[str, tuple[float, float]]] = {}
    nr = len(run.replications)
    for row in rows.to_dict("records"):
        cell = cells.setdefault((row["activity"], row["owner"]), {})
        ms, share = cell.get(row["arm"], (0.0, 0.0))
        cell[row["arm"]] = (ms + row["time_ns"] / 1e6 / nr, share + 100 * row["frac"] / nr)
    names = dict.fromkeys([*ACTIVITIES, *(str(a) for a in rows["activity"])])
    order = {activity: i for i, activity in enumerate(names)}
    found = []
    for (activity, owner), cell in sorted(cells.items(), key=lambda c: (order[c[0][0]], c[0][1])):
        figures: list[str] = []
        for arm in run.arms:
            ms, share = cell.get(arm, (0.0, 0.0))
            figures += [f"{ms:,.3f}", f"{share:.2f}"] if ms else ["·", "·"]
        found.append((activity, owner, *figures))
    title = f"Time ledger: ms of CPU time, and % of CPUs × horizon{over}"
    return Sheet(title, heads, tuple(found), 2)
