"""A tracer's user-space half."""

from __future__ import annotations

__all__: list[str] = []
