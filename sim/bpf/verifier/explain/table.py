"""The table of all messages, in the order in which they are tried.

**Rule:** rows for well-known mistakes stand before the general row of the same message.

**Not modelled:** messages of kernels that this verifier does not stand for.
"""

from __future__ import annotations

from sim.bpf.verifier.explain.entry import Entry
from sim.bpf.verifier.explain.table_access import ACCESS
from sim.bpf.verifier.explain.table_calls import CALLS
from sim.bpf.verifier.explain.table_flow import FLOW
from sim.bpf.verifier.explain.table_objects import OBJECTS
from sim.bpf.verifier.explain.table_pointers import POINTERS

__all__ = ["ANYTHING", "ENTRIES", "SECTIONS"]

#: Heading and rows, as the documentation shows them.
SECTIONS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    ("Control flow, limits and results", FLOW),
    ("Reading and writing memory", ACCESS),
    ("Pointers and arithmetic", POINTERS),
    ("Helpers, their arguments, and functions", CALLS),
    ("References, locks, timers, dynptrs, kptrs and loading", OBJECTS),
)
ENTRIES: tuple[Entry, ...] = tuple(entry for _, rows in SECTIONS for entry in rows)

ANYTHING = Entry(
    "other",
    r"",
    "The verifier does not allow this here; its own words are the last line of the log.",
    "Look at {here}, and at what the verifier knew of its registers.",
)
