"""The charts of a run as methods, each on axes that the caller has made.

::

    figure, axes = plt.subplots()
    run.plot_latency(axes)

**Rule:** a method draws on the axes it is given and sets its labels; titles of whole charts are
those of `analysis.plots`. matplotlib is imported when a chart is drawn: it takes a second.

**Not modelled:** styles; `analysis.plots.style.SETTINGS` has those of the report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from analysis.plots.ring_fill import Ring
    from analysis.source import Source

__all__ = ["Plotting"]


class Plotting:
    """The ``plot_*`` methods of `analysis.run.Run`."""

    def _source(self) -> Source:
        return cast("Source", self)

    def plot_overhead(self, axes: Any) -> None:
        """Draw busy CPU time by activity, one bar per arm.

        Needs the tables `time_ledger`, `requests` and `machine`.

        Args:
            axes: Where to.
        """
        from analysis.plots.overhead import plot_overhead

        plot_overhead(self._source(), axes)

    def plot_added(self, axes: Any, arm: str | None = None) -> None:
        """Draw what an arm adds to the twin's CPU time, by activity and owner.

        Needs the tables `time_ledger`, `requests` and `machine`.

        Args:
            axes: Where to.
            arm: A traced arm; the first one unless given.
        """
        from analysis.plots.added import plot_added

        plot_added(self._source(), axes, arm)

    def plot_throughput(self, axes: Any) -> None:
        """Draw completed requests per second over time, all arms.

        Needs the tables `requests` and `machine`.

        Args:
            axes: Where to.
        """
        from analysis.plots.throughput import plot_throughput

        plot_throughput(self._source(), axes)

    def plot_throughput_difference(self, axes: Any) -> None:
        """Draw how far the throughput of every traced arm is from the twin's, in percent.

        Needs the tables `requests` and `machine`.

        Args:
            axes: Where to.
        """
        from analysis.plots.throughput import plot_throughput_difference

        plot_throughput_difference(self._source(), axes)

    def plot_latency(self, axes: Any, workload: str | None = None) -> None:
        """Draw which share of requests takes longer than a latency, all arms.

        Needs the tables `requests` and `machine`.

        Args:
            axes: Where to.
            workload: A workload; all requests unless given.
        """
        from analysis.plots.latency import plot_latency

        plot_latency(self._source(), axes, workload)

    def plot_percentiles(self, axes: Any, workload: str | None = None) -> None:
        """Draw latency percentiles of the traced arms against the twin's, in percent.

        Needs the tables `requests` and `machine`.

        Args:
            axes: Where to.
            workload: A workload; all requests unless given.
        """
        from analysis.plots.percentiles import plot_percentiles

        plot_percentiles(self._source(), axes, workload)

    def plot_ring_fill(self, axes: Any, ring: Ring | None = None) -> None:
        """Draw how full a ring or perf buffer is over time.

        Needs the tables `series`, `maps`, `loss_ledger` and `machine`.

        Args:
            axes: Where to.
            ring: One of `analysis.plots.ring_fill.rings`; the fullest unless given.
        """
        from analysis.plots.ring_fill import plot_ring_fill

        plot_ring_fill(self._source(), axes, ring)

    def plot_drops(self, axes: Any) -> None:
        """Draw which share was lost, by cause and arm.

        Needs the table `loss_ledger`.

        Args:
            axes: Where to.
        """
        from analysis.plots.drops import plot_drops

        plot_drops(self._source(), axes)

    def plot_cpu(self, axes: Any, arm: str | None = None) -> None:
        """Draw which share of all CPUs each group of activities takes over time.

        Needs the tables `series` and `machine`.

        Args:
            axes: Where to.
            arm: An arm; the first one with samples unless given.
        """
        from analysis.plots.cpu import plot_cpu

        plot_cpu(self._source(), axes, arm)
