"""Row logs: what the engine writes down for the result tables.

Each log is a fixed array of rows of int64 fields. The main loop looks every few steps whether
one is nearly full, and comes back then (`TRAP_FLUSH`), so a step may append a bounded number of
rows without looking. Of a record at most its first 64 KiB are kept.

**Rule:** only append; Python reads and empties the logs between steps.

**Not modelled:** the memory traffic of a real tracer's own logging (a reader's cost is priced
elsewhere).
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import copy_bytes, load64, store64
from sim.engine.state import H_ROWS

__all__ = [
    "LOG_ACCOUNTS",
    "LOG_BYTES",
    "LOG_COLUMNS",
    "LOG_FLOW",
    "LOG_PAYLOAD",
    "LOG_RECORDS",
    "LOG_REQUESTS",
    "LOG_SERIES",
    "LOG_SITES",
    "L_CAPACITY",
    "L_DATA",
    "L_USED",
    "MARGIN_ROWS",
    "MAX_PAYLOAD_BYTES",
    "NR_LOGS",
    "PAYLOAD_MARGIN_BYTES",
    "STEPS_BETWEEN_LOOKS",
    "add_payload",
    "add_row",
    "logs_full",
]

LOG_REQUESTS = 0  # workload, client, seq, arrive, start, end, result
LOG_RECORDS = 1  # reader, map, cpu, reserve, submit, deliver, size, offset
LOG_SERIES = 2  # t, subject, metric, value
LOG_SITES = 3  # t, cpu, tid, site, kind, a0, a1
LOG_ACCOUNTS = 4  # t, cpu, account (−1: what was announced after t is void)
LOG_FLOW = 5  # t, cpu, what, a, b: the life of hits and records, for the second accountant
LOG_PAYLOAD = 6  # bytes
NR_LOGS = 7
LOG_COLUMNS = (7, 8, 4, 7, 3, 5, 1)

L_DATA = 0
L_USED = 8
L_CAPACITY = 16
LOG_BYTES = 24
MAX_PAYLOAD_BYTES = 1 << 16  # what is kept of a record
STEPS_BETWEEN_LOOKS = 16
MARGIN_ROWS = 1 << 13  # two for each note of so many steps
PAYLOAD_MARGIN_BYTES = (STEPS_BETWEEN_LOOKS + 1) * MAX_PAYLOAD_BYTES


@compiled("int64(int64,int64,int64)", inline=True)
def add_row(m: int, log: int, nr_columns: int) -> int:
    """Append a row to *log* and return its host address, for the caller to fill."""
    head = load64(m + H_ROWS) + log * LOG_BYTES
    used = load64(head + L_USED)
    store64(head + L_USED, used + 1)
    return load64(head + L_DATA) + used * nr_columns * 8


@compiled("int64(int64,int64,int64)")
def add_payload(m: int, source: int, nr_bytes: int) -> int:
    """Append bytes from host address *source*; return where they start in the log."""
    if nr_bytes > MAX_PAYLOAD_BYTES:
        nr_bytes = MAX_PAYLOAD_BYTES
    head = load64(m + H_ROWS) + LOG_PAYLOAD * LOG_BYTES
    used = load64(head + L_USED)
    copy_bytes(load64(head + L_DATA) + used, source, nr_bytes)
    store64(head + L_USED, used + nr_bytes)
    return used


@compiled("int64(int64)", inline=True)
def logs_full(m: int) -> int:
    """Say whether the next few steps might not fit."""
    rows = load64(m + H_ROWS)
    for log in range(NR_LOGS):
        head = rows + log * LOG_BYTES
        if load64(head + L_USED) > load64(head + L_CAPACITY):
            return 1
    return 0
