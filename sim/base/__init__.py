"""What everything stands on: errors, units, arithmetic, memory, random streams."""

from __future__ import annotations

__all__: list[str] = []
