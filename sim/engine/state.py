"""The machine header and the slot table: where the path engine keeps its tables.

Compiled functions take the header's host address *m* first. The header holds addresses of the
other tables and the scalars of the main loop; `sim.kernel.machine` allocates and fills it.

**Rule:** every field is one int64; a field's name is its byte offset.

**Not modelled:** nothing of the kernel; this is the engine's own memory.
"""

from __future__ import annotations

__all__ = [
    "HEADER_BYTES",
    "H_CARRIERS",
    "H_CODE",
    "H_CONFIG",
    "H_CPUS",
    "H_DEVICES",
    "H_DIRTY",
    "H_DISPATCH",
    "H_ENDED",
    "H_ERROR",
    "H_FORKS",
    "H_FUNCTIONS",
    "H_HELPERS",
    "H_HITS",
    "H_KEY",
    "H_LAZY",
    "H_LEDGER",
    "H_LIMIT",
    "H_LINKS",
    "H_LOCKS",
    "H_MAPS",
    "H_NEXT_PID",
    "H_NOW",
    "H_NR_CPUS",
    "H_NR_MAPS",
    "H_NR_SLOTS",
    "H_NR_SOURCES",
    "H_NR_TASKS",
    "H_PAGES",
    "H_PRICES",
    "H_PROGS",
    "H_PROG_PRICES",
    "H_READERS",
    "H_REGION",
    "H_REQUESTS_DONE",
    "H_ROWS",
    "H_SEED",
    "H_SITES",
    "H_SLOTS",
    "H_SOURCES",
    "H_SPIN_T",
    "H_STEPS",
    "H_STEPS_AT_T",
    "H_STOP_REQUESTS",
    "H_TASKS",
    "H_TRACE",
    "H_TRAP",
    "H_TRAP_A",
    "H_TRAP_B",
    "H_TRAP_C",
    "H_TREE",
    "H_USER_PAGES",
    "H_USER_REGION",
    "H_WORKLOADS",
    "INF",
    "TRAP_ATTACH",
    "TRAP_DETACH",
    "TRAP_ERROR",
    "TRAP_FLUSH",
    "TRAP_HELPER",
    "TRAP_HIT",
    "TRAP_LIMIT",
    "TRAP_REARM",
    "TRAP_STOP",
]

(
    H_NOW,  # time of the step being run, ns
    H_LIMIT,  # key that the engine must not reach
    H_TRAP,  # why it came back
    H_TRAP_A,
    H_TRAP_B,
    H_ERROR,  # non-zero: an internal inconsistency (E_* in sim.kernel.layout)
    H_STEPS,  # steps run so far
    H_SPIN_T,  # time of the last step, and how many steps ran at it
    H_STEPS_AT_T,
    H_HITS,  # site hits with something attached
    H_REQUESTS_DONE,
    H_STOP_REQUESTS,  # stop when that many requests are done (0: never)
    H_DIRTY,  # a slot that lives on the SimPy side has another key
    H_TRACE,  # trace of sites and accounts is on
    H_SEED,
    H_NR_CPUS,
    H_NR_TASKS,
    H_NR_SOURCES,
    H_NR_SLOTS,
    H_NR_MAPS,
    H_TREE,  # winner tree over the slots' keys
    H_KEY,  # key of the step being run: every step with a smaller one has been taken
    H_LAZY,  # contexts may go ahead of their private steps (see sim.kernel.ahead)
    H_SLOTS,
    H_SOURCES,
    H_CPUS,
    H_TASKS,
    H_CODE,  # path operations
    H_FUNCTIONS,
    H_SITES,
    H_LINKS,
    H_PROGS,
    H_MAPS,
    H_LOCKS,
    H_DEVICES,
    H_WORKLOADS,
    H_READERS,
    H_LEDGER,  # time ledger: cpu × activity × owner
    H_PRICES,  # prices of kernel operations, ps
    H_PROG_PRICES,  # prices of what a program run counts, ps
    H_CONFIG,
    H_REGION,  # host base of kernel memory
    H_USER_REGION,
    H_PAGES,  # page table of kernel memory: upper address halves, by page
    H_USER_PAGES,
    H_ROWS,  # row logs
    H_HELPERS,  # handles of helpers, by id
    H_DISPATCH,  # handle of the hook dispatcher
    H_TRAP_C,
    H_NEXT_PID,  # of the next child that a task forks
    H_CARRIERS,  # requests under way without a task: a ring of free records
    H_FORKS,  # children that have begun, and ended
    H_ENDED,
) = range(0, 8 * 53, 8)
HEADER_BYTES = 512

INF = (1 << 63) - 1

TRAP_LIMIT = 0  # nothing left before the limit
TRAP_REARM = 1  # a SimPy-side slot changed
TRAP_HIT = 2  # a SimPy process waits for this site
TRAP_HELPER = 3  # a program needs Python
TRAP_FLUSH = 4  # row logs are nearly full, or the step budget is used up
TRAP_STOP = 5  # the work to do is done
TRAP_ERROR = 6
TRAP_ATTACH = 7  # a tracer has attached: links are to be installed
TRAP_DETACH = 8  # a tracer has detached: links are to be removed
