"""The timeline of a run, in the Trace Event Format that Perfetto opens.

::

    run = analysis.load("runs/01-opensnoop-1")
    write_timeline(run, "timeline.json", window=(10_000_000, 12_000_000))

Each CPU has a track: task, system call, functions, interrupts, hooks, programs and what they
spend their time on, each inside the one before. Each ring buffer has its fill as a counter and
its records on a track of their own; arrows lead from program to record to reader. Every drop is
an instant that names its cause.
"""

from __future__ import annotations

from analysis.timeline.build import Timeline, TimelineCounts, timeline
from analysis.timeline.write import write_timeline

__all__ = ["Timeline", "TimelineCounts", "timeline", "write_timeline"]
