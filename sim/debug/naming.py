"""What the numbers in a program's registers are: stack, context, map, task, function.

**Rule:** a number that is no address of anything known is itself.

**Not modelled:** fields of kernel objects by name; the address says which object.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sim.base.memory import load64
from sim.bpf.maps.layout import M_ELEM_BYTES, M_ELEMS, M_MAX_ENTRIES, M_VALUES, map_index
from sim.bpf.maps.view import MapView
from sim.bpf.run_state import (
    F_R10,
    FRAME_BYTES,
    MAX_FRAMES,
    R_DEPTH,
    R_FRAMES,
    R_REGS,
    R_STACK,
    R_TASK,
    STACK_BYTES,
)
from sim.kernel.layout import CTX_MEM_BYTES
from sim.kernel.machine import Machine

__all__ = ["Names"]

_M64 = (1 << 64) - 1
_TASK_BYTES = 1 << 14
_SMALL = 1 << 16


class _Range(NamedTuple):
    first: int
    nr_bytes: int
    name: str


class Names:
    """Names for the numbers of one run.

    Args:
        machine: Where it runs.
        run: Host address of the run state.
        ctx: Address of the program's context.
    """

    def __init__(self, machine: Machine, run: int, ctx: int) -> None:
        self._machine = machine
        self._run = run
        task = load64(run + R_TASK) & _M64
        self._ranges = [
            _Range(ctx & _M64, CTX_MEM_BYTES, "ctx"),
            _Range(task, min(_TASK_BYTES, machine.types.sizeof("struct task_struct")), "task"),
            *(each for view in machine.maps.views.values() for each in _ranges_of(view)),
        ]

    def say(self, value: int) -> str:
        """Return a number in hex, or in decimal when it is small, and what it is."""
        value &= _M64
        known = self.name(value)
        number = f"{value}" if value < _SMALL else f"{value:#x}"
        return f"{number} ({known})" if known else number

    def name(self, value: int) -> str:
        """Return what an address is; "" when it is none that is known."""
        value &= _M64
        index = map_index(value)
        if index is not None and index in self._machine.maps.views:
            return f"map {self._machine.maps.views[index].name}"
        stack = self._stack(value)
        if stack:
            return stack
        for one in self._ranges:
            if one.first and one.first <= value < one.first + one.nr_bytes:
                return _plus(one.name, value - one.first)
        found = self._machine.kallsyms.lookup(value)
        return _plus(*found) if found else ""

    def map_at(self, address: int) -> str:
        """Return the name of the map whose memory holds an address; "" if none does."""
        for one in self._ranges[2:]:
            if one.first <= address < one.first + one.nr_bytes:
                return one.name.partition(" ")[2]
        return ""

    def _stack(self, value: int) -> str:
        top = load64(self._run + R_STACK) & _M64
        if not top - MAX_FRAMES * STACK_BYTES <= value <= top:
            return ""
        depth = load64(self._run + R_DEPTH)
        frame = min((top - value) // STACK_BYTES, depth)
        for number, fp in self.frame_pointers():
            if fp - STACK_BYTES <= value < fp or (value == fp and number == depth):
                frame = number
                offset = value - fp
                own = "fp" if number == depth else f"frame {number} fp"
                return f"{own}{offset}" if offset else own
        return f"below frame {frame}"

    def frame_pointers(self) -> Iterator[tuple[int, int]]:
        """Yield each frame's number, 0 for the program's own, and its frame pointer."""
        depth = load64(self._run + R_DEPTH)
        for number in range(depth):
            frame = self._run + R_FRAMES + number * FRAME_BYTES
            yield number, load64(frame + F_R10) & _M64
        yield depth, load64(self._run + R_REGS + 80) & _M64


def _ranges_of(view: MapView) -> Iterator[_Range]:
    name = f"map {view.name}"
    values, elems = view.field(M_VALUES) & _M64, view.field(M_ELEMS) & _M64
    if values:
        yield _Range(values, max(view.memory_bytes, view.value_bytes), name)
    if elems:
        yield _Range(elems, view.field(M_ELEM_BYTES) * view.field(M_MAX_ENTRIES), name)


def _plus(name: str, offset: int) -> str:
    return f"{name}+{offset:#x}" if offset else name
