"""Attach kinds and dispatch: what a hit costs and which programs run."""

from __future__ import annotations

__all__: list[str] = []
