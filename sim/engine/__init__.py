"""Simulated time: the order of steps, and SimPy's side of it."""

from __future__ import annotations

__all__: list[str] = []
