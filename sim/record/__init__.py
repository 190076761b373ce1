"""Result tables: their schema, writer, reader, digests and the checks of both ledgers."""

from __future__ import annotations

__all__: list[str] = []
