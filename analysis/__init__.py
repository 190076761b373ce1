"""What a run's tables say: overhead, throughput, latency, loss, as tidy data frames.

::

    run = analysis.load("runs/01-opensnoop-1")
    run.df_overhead()

This package reads result tables (``sim.record``) and never the machine that made them.
"""

from __future__ import annotations

from analysis.run import Run, load

__all__ = ["Run", "load"]
