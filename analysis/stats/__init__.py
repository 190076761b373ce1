"""Statistics over replications: intervals, the warm-up, and what may be concluded."""

from __future__ import annotations

__all__: list[str] = []
