"""Scenarios and runs: the schema, overrides, run directories and manifests."""

from __future__ import annotations

__all__: list[str] = []
