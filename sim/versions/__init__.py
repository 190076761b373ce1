"""Kernel versions and the features each has."""

from __future__ import annotations

__all__: list[str] = []
