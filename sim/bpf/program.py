"""A program that can be run: its final instructions, its engine, and how a run begins and goes on.

Whoever owns a run state prepares it once (memory, helpers, budget, then `reset_run`). For each run
it calls `start_run`, then `run_program` again and again until it returns a status other than
those of `sim.bpf.run_state` that ask for more.

**Rule:** a program's record must outlive every run, and every prog_array that holds it.

**Not modelled:** unloading.
"""

from __future__ import annotations

import itertools
import struct
from collections.abc import Mapping

from sim.base.compile import call1, compiled, handle_of, handle_of_native
from sim.base.memory import Buffer, load64, store8, store64
from sim.bpf import isa
from sim.bpf.frames import func_address
from sim.bpf.interp import interp
from sim.bpf.isa import MAX_BPF_REG
from sim.bpf.maps.layout import map_index
from sim.bpf.run_state import (
    PD_BYTES,
    PD_ENTRY,
    PD_FUNCS,
    PD_INSNS,
    PD_NR_INSNS,
    R_BUDGET,
    R_COUNTED,
    R_DEPTH,
    R_DONE,
    R_HPHASE,
    R_LEFT,
    R_PC,
    R_PENDING,
    R_PROG,
    R_REGS,
    R_STACK,
    R_TAILS,
    RUN_JUMP,
    count_insns,
)

__all__ = ["ENGINES", "Code", "reset_run", "resolve_functions", "run_program", "start_run"]

ENGINES = ("jit", "interp")


def resolve_functions(insns: bytes) -> tuple[bytes, frozenset[int]]:
    """Put simulated addresses into the instructions that load a function's (``BPF_PSEUDO_FUNC``).

    Returns:
        The instructions, and the slots of these functions.
    """
    out = bytearray(insns)
    functions = set()
    insn_idx = 0
    nr_insns = len(out) // isa.INSN_BYTES
    while insn_idx < nr_insns:
        at = insn_idx * isa.INSN_BYTES
        if out[at] == isa.LDIMM64:
            if out[at + 1] >> 4 == isa.BPF_PSEUDO_FUNC:
                (distance,) = struct.unpack_from("<i", out, at + 4)
                functions.add(insn_idx + 1 + distance)
                address = func_address(insn_idx + 1 + distance)
                out[at + 1] &= 0x0F
                struct.pack_into("<I", out, at + 4, address & 0xFFFFFFFF)
                struct.pack_into("<i", out, at + 12, address >> 32)
            insn_idx += 1
        insn_idx += 1
    return bytes(out), frozenset(functions)


def _maps_named(insns: bytes) -> set[int]:
    """Return the indices of the maps whose addresses are in the instructions."""
    found = set()
    slots = isa.decode(insns)
    for insn, high in itertools.pairwise(slots):
        if isa.is_ldimm64(insn):
            index = map_index((high.imm << 32 | insn.imm & 0xFFFFFFFF) & ((1 << 64) - 1))
            if index is not None:
                found.add(index)
    return found


class Code:
    """A program's instructions and its record, in host memory.

    Args:
        insns: Final instructions: maps and symbols are addresses already.
        engine: ``"jit"`` or ``"interp"``.
        map_types: Types of maps, by index; lets the JIT inline lookups.
        is_checked: The program's runs are checked (``R_CHECKED``): every access is looked up.
    """

    def __init__(
        self,
        insns: bytes,
        engine: str = "jit",
        *,
        map_types: Mapping[int, int] | None = None,
        is_checked: bool = False,
    ) -> None:
        final, functions = resolve_functions(insns)
        # one slot more: the second half of a ldimm64 is fetched with the first
        self._insns = Buffer(len(final) + isa.INSN_BYTES)
        self._insns.view[: len(final)] = final
        self._record = Buffer(PD_BYTES)
        self.address = self._record.address
        self.nr_insns = len(final) // isa.INSN_BYTES
        store64(self.address + PD_INSNS, self._insns.address)
        store64(self.address + PD_NR_INSNS, self.nr_insns)
        self._functions = Buffer(self.nr_insns)
        for slot in functions:
            store8(self._functions.address + slot, 1)
        store64(self.address + PD_FUNCS, self._functions.address)
        store64(self.address + PD_ENTRY, handle_of(interp))
        if engine == "jit":
            self._compile(final, functions, map_types or {}, is_checked)

    def _compile(
        self,
        final: bytes,
        functions: frozenset[int],
        map_types: Mapping[int, int],
        is_checked: bool,
    ) -> None:
        from sim.bpf import jit  # a machine that interprets needs none of it

        if self.nr_insns > jit.MAX_INSNS:
            return
        named = sorted(_maps_named(final) & set(map_types))
        types = tuple((index, map_types[index]) for index in named)
        entry = jit.entry_of(final, functions, types, is_checked)
        store64(self.address + PD_ENTRY, handle_of_native(entry))

    def close(self) -> None:
        """Give the memory back."""
        self._insns.close()
        self._record.close()
        self._functions.close()


@compiled("void(int64)", python=True)
def reset_run(run: int) -> None:
    """Make a run state ready for its first run, or for another after one that did not end."""
    store64(run + R_DEPTH, 0)
    store64(run + R_PENDING, 0)
    store64(run + R_DONE, 0)
    store64(run + R_HPHASE, 0)
    for i in range(MAX_BPF_REG):
        store64(run + R_REGS + 8 * i, 0)
    store64(run + R_REGS + 80, load64(run + R_STACK))


@compiled("void(int64,int64,int64)", inline=True, python=True)
def start_run(run: int, program: int, ctx: int) -> None:
    """Prepare to run the program whose record is at host address *program*.

    The run before has ended, or `reset_run` was called: then the depth is 0 and nothing is
    pending. R10 may still be that of a function in which the run before had to wait.
    """
    store64(run + R_PROG, program)
    store64(run + R_PC, 0)
    store64(run + R_LEFT, load64(run + R_BUDGET))
    store64(run + R_COUNTED, load64(run + R_BUDGET))
    store64(run + R_TAILS, 0)
    store64(run + R_REGS + 8, ctx)
    store64(run + R_REGS + 80, load64(run + R_STACK))


@compiled("int64(int64)", inline=True, python=True)
def run_program(run: int) -> int:
    """Run until the exit, the next visible helper or a fault; return the status.

    Args:
        run: Host address of the run state (`start_run`).
    """
    status = call1(load64(load64(run + R_PROG) + PD_ENTRY), run)
    while status == RUN_JUMP:
        status = call1(load64(load64(run + R_PROG) + PD_ENTRY), run)
    count_insns(run)
    return status
