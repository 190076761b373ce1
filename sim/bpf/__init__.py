"""The BPF machine: programs, maps, helpers; a virtual machine on its own, without a clock."""

from __future__ import annotations

__all__: list[str] = []
