"""What was lost, by cause: hits missed, records dropped or overwritten, keys refused or evicted.

**Rule:** a bar is the share of its whole (hits, attempts to get room, submitted records, inserts),
so that a miss and a drop can be set side by side; the label has the count. Sums over
replications.

**Not modelled:** what a program leaves out on purpose: filtered hits and discarded records.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from analysis import text
from analysis.metrics.accounts import df_loss
from analysis.plots.drawing import Chart
from analysis.plots.style import (
    Form,
    arm_styles,
    legend_below,
    set_title,
    shortened,
    tidy_axes,
)
from analysis.source import Source, remembered

__all__ = ["DROPS", "LOSS_BINS", "LossCause", "loss_causes", "lost_share", "plot_drops"]

MAX_CAUSES = 14

LOSS_BINS: dict[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    "hits": (("missed_", "misses {} of the hits of {}", ("hit",)),),
    "functions": (("abandoned", "never sees {} of the returns of {}", ("entry",)),),
    "reservations": (("dropped_", "drops {} of the records for {}", ("attempt",)),),
    "records": (("overwritten", "overwrites {} of the records in {}", ("submitted",)),),
    "maps": (
        ("failed_", "is refused {} of the inserts into {}", ("insert", "failed_")),
        ("evicted", "loses {} of the keys in {}", ("insert",)),
    ),
}
"""Per section of the loss ledger: a bin that is a loss, how to say it, the bins of its whole."""


@dataclass(frozen=True)
class LossCause:
    """One cause of loss in one arm: how many, out of how many, and how to say it."""

    arm: str
    subject: str
    cause: str
    count: int
    whole: int
    words: str

    @property
    def frac(self) -> float:
        """The lost share."""
        return self.count / self.whole if self.whole else 0.0


def _sum(bins: dict[str, int], wanted: tuple[str, ...]) -> int:
    return sum(n for name, n in bins.items() for w in wanted if name == w or _is_cause(name, w))


def _is_cause(name: str, prefix: str) -> bool:
    return prefix.endswith("_") and name.startswith(prefix)


def loss_causes(run: Source) -> list[LossCause]:
    """Return every cause of loss that is not zero, worst share first; needs `loss_ledger`."""
    return remembered(run, "causes of loss", lambda: _loss_causes(run))


def _loss_causes(run: Source) -> list[LossCause]:
    rows = df_loss(run)
    total = rows.groupby(["arm", "section", "subject", "bin"], sort=False)["count"].sum()
    cells: dict[tuple[str, str, str], dict[str, int]] = {}
    for key, count in total.items():
        arm, section, subject, name = cast("tuple[str, str, str, str]", key)
        cells.setdefault((arm, section, subject), {})[name] = int(count)
    found = []
    for (arm, section, subject), bins in cells.items():
        for lost, words, whole in LOSS_BINS.get(section, ()):
            for name, count in bins.items():
                if count and (name == lost or _is_cause(name, lost)):
                    word, _, why = name.partition("_")
                    cause = f"{word} ({why})" if why else word
                    of = _sum(bins, whole)
                    found.append(LossCause(arm, subject, cause, count, of, words))
    order = {arm: i for i, arm in enumerate(run.arms)}
    found.sort(key=lambda c: (-c.frac, -c.count, c.subject, c.cause, order.get(c.arm, 0)))
    return found


def _groups(run: Source) -> list[tuple[str, str]]:
    """Return (subject, cause), worst first, as many as get a row."""
    return list(dict.fromkeys((c.subject, c.cause) for c in loss_causes(run)))[:MAX_CAUSES]


def _rows(run: Source) -> list[tuple[float, LossCause]]:
    """Return what gets a bar, and where: causes with a gap between them, arms without."""
    order = {arm: i for i, arm in enumerate(run.arms)}
    found, y = [], 0.0
    for group in _groups(run):
        mine = [c for c in loss_causes(run) if (c.subject, c.cause) == group]
        for cause in sorted(mine, key=lambda c: order.get(c.arm, 0)):
            found.append((y, cause))
            y += 1.0
        y += max(0.5, 1.6 - len(mine))
    return found


def lost_share(frac: float) -> str:
    """Return a lost part in percent; one that is not nothing never reads as nothing."""
    return "< 0.01 %" if 0 < frac < 5e-5 else text.percent(frac)


def plot_drops(run: Source, axes: Any, *, room: float = 0.5) -> None:
    """Draw the share that was lost, by cause and arm; needs `loss_ledger`.

    Args:
        run: The run.
        axes: Where to.
        room: Space for labels right of the longest bar, as a part of its length.
    """
    rows = _rows(run)
    styles = arm_styles(run.arms)
    for arm in run.arms:
        mine = [(y, cause) for y, cause in rows if cause.arm == arm]
        if mine:
            axes.barh(
                [y for y, _ in mine],
                [100 * cause.frac for _, cause in mine],
                height=0.86,
                color=styles[arm].colour,
                hatch=styles[arm].hatch,
                edgecolor="white",
                linewidth=0.3,
                label=arm,
            )
    for y, cause in rows:
        axes.annotate(
            f"{lost_share(cause.frac)}: {text.count(cause.count)}",
            (100 * cause.frac, y),
            (3, 0),
            textcoords="offset points",
            va="center",
            fontsize=8,
        )
    middles: dict[str, list[float]] = {}
    for y, cause in rows:
        label = f"{shortened(cause.subject, 26)}\n{shortened(cause.cause, 26)}"
        middles.setdefault(label, []).append(y)
    axes.set_yticks([sum(ys) / len(ys) for ys in middles.values()], list(middles))
    axes.set_ylim(rows[-1][0] + 0.9, -0.9)
    most = 100 * max(cause.frac for _, cause in rows)
    axes.set_xlim(0, (1 + room) * most)
    last = min((1 + room) * most, 100)
    axes.set_xticks([tick for tick in MaxNLocator(5).tick_values(0, last) if tick <= last])
    axes.set_xlabel("share that was lost (%)")
    axes.tick_params(axis="y", length=0)
    tidy_axes(axes, grid="x")


def _title(run: Source) -> str:
    worst = loss_causes(run)[0]
    _, _, why = worst.cause.partition(" ")
    lost = worst.words.format(lost_share(worst.frac), worst.subject)
    return (
        f"{worst.arm} {lost}{f' {why}' if why else ''}: "
        f"{text.count(worst.count)} of {text.count(worst.whole)}"
    )


def _draw(run: Source, figure: Figure, form: Form) -> None:
    axes: Any = figure.subplots()
    plot_drops(run, axes, room=1.2 if form.is_narrow else 0.5)
    if len(run.arms) > 2:
        legend_below(figure, axes, form)
    set_title(figure, _title(run), form)


def _height_in(run: Source, form: Form) -> float:
    legend = 0.3 * (len(run.arms) > 2) * (3 if form.is_narrow else 1)
    return 1.2 + legend + 0.22 * (_rows(run)[-1][0] + 1.8)


def _missing(run: Source) -> str:
    if len(run.arms) < 2:
        return "There is no traced arm, so there was nothing to lose."
    if not loss_causes(run):
        return (
            "Nothing was lost: no hit was missed, no record was dropped or overwritten, and no "
            "map refused or evicted a key."
        )
    return ""


DROPS = Chart(
    name="drops",
    heading="What was lost, by cause",
    reading=(
        "A hit is missed when the kernel skips the program; a record is dropped when its buffer "
        "has no room, and overwritten when a newer one takes its place before it was read. A "
        "bar is the share of all hits, or of all attempts to get room, and so on; the label has "
        "the number."
    ),
    tables=("loss_ledger",),
    missing=_missing,
    height_in=_height_in,
    draw=_draw,
)
"""The chart."""
