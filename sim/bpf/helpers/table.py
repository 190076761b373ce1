"""The registry of helpers: id, name, and the compiled function that does the work.

A helper is an exported function of the run state's address. It reads R1–R5 from ``R_REGS`` and
returns R0; a *visible* one (others can see when it happens) is called at its own time, writes R0
itself and returns a run status. A helper *in Python* formats text or does what compiled code
cannot; the run stops for it.

**Rule:** a helper cannot be registered without counting what it costs.

**Not modelled:** availability by program type and version (the verifier's business).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sim.base.arith import sext32
from sim.base.compile import compiled, exported, handle_of
from sim.base.memory import Buffer, load64, store64
from sim.bpf.run_state import R_REGS

__all__ = ["HELPERS", "HELPER_BYTES", "Helper", "arg", "helper", "helper_table"]

HELPER_BYTES = 16  # handle, kind
NR_HELPER_IDS = 256
KIND_PLAIN = 0
KIND_VISIBLE = 1
KIND_PYTHON = 2


@dataclass(frozen=True)
class Helper:
    """One helper of uapi's ``__BPF_FUNC_MAPPER``."""

    id: int
    name: str
    kind: int
    function: Callable[[int], int]


HELPERS: dict[int, Helper] = {}


@compiled("int64(int64,int64)", inline=True)
def arg(run: int, n: int) -> int:
    """Return argument *n* (1 to 5) of the call."""
    return load64(run + R_REGS + 8 * n)


def helper(
    id: int, name: str, *, visible: bool = False, python: bool = False
) -> Callable[[Callable[[int], int]], Callable[[int], int]]:
    """Register a helper under its uapi id and name."""
    kind = KIND_VISIBLE if visible else KIND_PYTHON if python else KIND_PLAIN

    def register(function: Callable[[int], int]) -> Callable[[int], int]:
        call = exported("int64(int64)")(function)
        HELPERS[id] = Helper(id, name, kind, call)
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
