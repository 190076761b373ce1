"""``report.html``: one page a run, self-contained, for screen, phone and print.

::

    from analysis.report import write_report
    write_report(analysis.load("runs/01-opensnoop-1"), "report.html")
"""

from __future__ import annotations

from analysis.report.page import render, write_report

__all__ = ["render", "write_report"]
