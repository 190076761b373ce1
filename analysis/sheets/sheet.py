"""A table of text: title, heads, rows and notes, before anybody decides how it looks.

The terminal prints sheets with rich, the report as HTML; both show the same words and figures.

**Rule:** cells are finished text, every row as long as the heads; a line break in a cell is kept.

**Not modelled:** colours, widths, markup.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Sheet"]


@dataclass(frozen=True)
class Sheet:
    """A table of text.

    Attributes:
        title: What it shows.
        heads: Heads of the columns.
        rows: The cells.
        nr_left: Columns at the left that hold words; the others hold figures.
        notes: What stands below it.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    nr_left: int = 1
    notes: tuple[str, ...] = ()
