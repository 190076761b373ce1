"""Tables of text, one place for what both the terminal and the report show."""

from __future__ import annotations

from analysis.sheets.sheet import Sheet

__all__ = ["Sheet"]
