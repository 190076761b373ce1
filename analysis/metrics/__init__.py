"""Figures computed from result tables, one topic a file."""

from __future__ import annotations

__all__: list[str] = []
