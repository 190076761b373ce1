"""Compiled programs, kept for the life of the process.

A program is compiled once for all machines, arms and replications: its text holds no address of
a machine's memory, only those of functions of this process.

**Rule:** what the text depends on is the key: instructions, functions, map types, checking.

**Not modelled:** eviction.
"""

from __future__ import annotations

import functools

from sim.base.compile import native_address
from sim.bpf import isa
from sim.bpf.helpers import HELPERS
from sim.bpf.helpers.table import KIND_CALLBACK
from sim.bpf.jit.flow import Flow
from sim.bpf.jit.native import Effort, compile_ir
from sim.bpf.jit.support import SUPPORT
from sim.bpf.jit.translate import NAME, translate

__all__ = ["MAX_INSNS", "MapTypes", "entry_of", "text_of"]

#: Slots of the longest program that is compiled at all; longer ones are interpreted, as the
#: kernel interprets what its JIT gives up.
MAX_INSNS = 40_000

# Slots up to which LLVM optimises. With an edge to the way out from every access its time grows
# faster than the program.
_OPTIMISED = 8192
_OPTIMISED_CHECKED = 1024

MapTypes = tuple[tuple[int, int], ...]


@functools.cache
def _natives() -> dict[str, int]:
    """Return the machine addresses of what native code may call."""
    natives = {name: native_address(*what) for name, what in SUPPORT.items()}
    for helper in HELPERS.values():
        nr_args = 2 if helper.kind == KIND_CALLBACK else 1
        natives[helper.name] = native_address(helper.function, nr_args)
    return natives


def text_of(flow: Flow, map_types: MapTypes, is_checked: bool) -> str:
    """Return the LLVM IR of a program."""
    return translate(flow, is_checked=is_checked, map_types=dict(map_types), natives=_natives())


@functools.cache
def entry_of(
    insns: bytes,
    functions: frozenset[int],
    map_types: tuple[tuple[int, int], ...],
    is_checked: bool,
) -> int:
    """Compile a program, or find it compiled; return its machine address.

    Args:
        insns: Final instructions.
        functions: Slots of the functions whose address it takes.
        map_types: Index and type of the maps it names, as far as they are known.
        is_checked: Every access is looked up in the page table.
    """
    flow = Flow(isa.decode(insns), functions)
    effort = Effort.LOOPS if flow.has_loops else Effort.STRAIGHT
    if len(insns) // isa.INSN_BYTES > (_OPTIMISED_CHECKED if is_checked else _OPTIMISED):
        effort = Effort.NONE
    return compile_ir(text_of(flow, map_types, is_checked), NAME, effort)
