"""The helpers, one file per family; importing this package registers all of them."""

from __future__ import annotations

from sim.bpf.helpers import (
    attach,
    clocks,
    current,
    dynptr,
    each,
    locks,
    loop,
    maps,
    output,
    probe,
    push_pop,
    stackid,
    storage,
    strings,
    text,
    user_memory,
    user_ringbuf,
)
from sim.bpf.helpers.table import HELPERS, Helper, helper_table

__all__ = [
    "HELPERS",
    "Helper",
    "attach",
    "clocks",
    "current",
    "dynptr",
    "each",
    "helper_table",
    "locks",
    "loop",
    "maps",
    "output",
    "probe",
    "push_pop",
    "stackid",
    "storage",
    "strings",
    "text",
    "user_memory",
    "user_ringbuf",
]
