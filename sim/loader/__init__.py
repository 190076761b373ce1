"""What libbpf does: open, relocate, load, attach."""

from __future__ import annotations

__all__: list[str] = []
