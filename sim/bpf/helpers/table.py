"""The registry of helpers: id, name, and the compiled function that does the work.

A helper is an exported function of the run state's address. It reads R1–R5 from ``R_REGS`` and
returns R0; a *visible* one (others can see when it happens) is called at its own time, writes R0
itself and returns a run status. A helper *in Python* formats text or does what compiled code
cannot; the run stops for it. A helper that *calls back* is a step function of (run state, frame)
(`sim.bpf.frames`). The tail call is a kind of its own.

**Rule:** what else is known of a helper is joined in `sim.bpf.helpers.registry`, which refuses one
without a price.

**Not modelled:** availability by program type and version (the verifier's business).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sim.base.arith import sext32
from sim.base.compile import compiled, exported, handle_of
from sim.base.memory import Buffer, load64, store64
from sim.bpf.run_state import R_REGS

__all__ = [
    "HELPERS",
    "HELPER_BYTES",
    "KIND_CALLBACK",
    "KIND_PLAIN",
    "KIND_PYTHON",
    "KIND_TAIL_CALL",
    "KIND_VISIBLE",
    "NR_HELPER_IDS",
    "Helper",
    "arg",
    "helper",
    "helper_table",
]

HELPER_BYTES = 16  # handle, kind
NR_HELPER_IDS = 256
KIND_PLAIN = 0
KIND_VISIBLE = 1
KIND_PYTHON = 2
KIND_CALLBACK = 3
KIND_TAIL_CALL = 4


@dataclass(frozen=True)
class Helper:
    """One helper of uapi's ``__BPF_FUNC_MAPPER``.

    Attributes:
        nr_args: How many of R1–R5 it reads.
        reads_counts: Whether it looks at what the run has counted so far.
        module: Where its function is, and what that is called.
        doc: What its docstring says.
    """

    id: int
    name: str
    kind: int
    nr_args: int
    reads_counts: bool
    function: Callable[..., int]
    module: str
    function_name: str
    doc: str


HELPERS: dict[int, Helper] = {}


@compiled("int64(int64,int64)", inline=True)
def arg(run: int, n: int) -> int:
    """Return argument *n* (1 to 5) of the call."""
    return load64(run + R_REGS + 8 * n)


def helper(
    id: int, name: str, nr_args: int, *, kind: int = KIND_PLAIN, reads_counts: bool = False
) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Register a helper under its uapi id and name."""
    sig = "int64(int64,int64)" if kind == KIND_CALLBACK else "int64(int64)"

    def register(function: Callable[..., int]) -> Callable[..., int]:
        call = exported(sig)(function)
        doc = function.__doc__ or ""
        where = (function.__module__, function.__name__)
        HELPERS[id] = Helper(id, name, kind, nr_args, reads_counts, call, *where, doc)
        return call

    return register


def helper_table() -> Buffer:
    """Return the table that the interpreter looks helpers up in."""
    table = Buffer(NR_HELPER_IDS * HELPER_BYTES)
    for known in HELPERS.values():
        at = table.address + known.id * HELPER_BYTES
        store64(at, handle_of(known.function))
        store64(at + 8, known.kind)
    return table


@compiled("int64(int64)", inline=True)
def size_arg(value: int) -> int:
    """Return a u32 size argument as the helper sees it."""
    return sext32(value)
