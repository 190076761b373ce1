"""What is being traced."""

from __future__ import annotations

__all__: list[str] = []
