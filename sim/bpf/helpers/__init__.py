"""The helpers, one file per family; importing this package registers all of them."""

from __future__ import annotations

from sim.bpf.helpers import current, dynptr, loop, maps, output, probe, user_ringbuf
from sim.bpf.helpers.table import HELPERS, Helper, helper_table

__all__ = [
    "HELPERS",
    "Helper",
    "current",
    "dynptr",
    "helper_table",
    "loop",
    "maps",
    "output",
    "probe",
    "user_ringbuf",
]
