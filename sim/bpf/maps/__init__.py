"""Map types, one file per family, over plain memory."""

from __future__ import annotations

__all__: list[str] = []
