"""Charts of a run, one file each; `analysis.plots.charts.save_charts` writes them all."""

from __future__ import annotations

__all__: list[str] = []
