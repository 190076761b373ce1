"""The simulated kernel: CPUs, tasks, scheduler, interrupts, code paths, call sites."""

from __future__ import annotations

__all__: list[str] = []
