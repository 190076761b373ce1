"""Statements that call helpers which look into kernel objects, or at the hook.

An object lies in the frame's scratch, with its members where `tests.programs.world` says.

**Rule:** as in `tests.programs.helpers`: pointers are good, but for one in a dozen.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

from sim.bpf import isa
from tests.programs.more_helpers import MoreHelpers
from tests.programs.text import s64
from tests.programs.writer import ADD_K, ST, STX

__all__ = ["FILE_OPS", "KernelHelpers"]

FILE_OPS = 0x1000  # where world's sockets have their operations
_CASTS = (136, 137, 137, 138, 139, 140, 140, 178, 196, 162, 46, 46, 188)
_FAMILIES, _STATES, _PROTOCOLS = (1, 2, 10, 10), (1, 1, 6, 12), (6, 17, 17)
_TYPES = (1, 2, 2)


class KernelHelpers(MoreHelpers):
    """Statements that call helpers on sockets, tasks, perf events and traced functions."""

    def _object_into(self, reg: int, first: int, nr_bytes: int = 16) -> None:
        """Point a register at an object in the scratch whose first word is given."""
        if self.chance(1, 12):
            self.pointer_into(reg, nr_bytes)
            return
        at = self.scratch_pointer(reg, nr_bytes)
        self.text.wide(0, s64(first))
        self.text.add(STX | isa.BPF_DW, 10, 0, at)
        self.text.add(ST | isa.BPF_DW, 10, 0, at + 8, self.draw.choice((0, 4096, 77)))

    def cast(self) -> None:
        """Ask of what kind a socket, a file or a buffer is."""
        helper_id, draw = self.draw.choice(_CASTS), self.draw
        word = draw.choice(_FAMILIES) | draw.choice(_STATES) << 16
        word |= draw.choice(_TYPES) << 32 | draw.choice(_PROTOCOLS) << 48
        if helper_id == 162:
            word = draw.choice((FILE_OPS, FILE_OPS, 0, 1))
        if self.chance(1, 8):
            self.text.wide(1, self.wild())
        else:
            self._object_into(1, word)
        self.helper(helper_id)

    def traced(self) -> None:
        """Ask for an argument or the result of the traced function."""
        if self.chance(1, 10):
            self.text.wide(1, self.wild())
        else:
            self._object_into(1, self.draw.choice((0, 1, 3, 3, 6, 12, 13, 1 << 40)), 128)
        self.text.add(ADD_K, 1, 0, 0, 8)
        helper_id = self.draw.choice((183, 183, 184, 185))
        if helper_id == 183:
            self.put(2, self.draw.choice((0, 0, 1, 2, 5, 1 << 32, -1)))
        else:
            self.pointer_into(2, 8)
        self.pointer_into(3, 8)
        self.helper(helper_id)

    def counter(self) -> None:
        """Read a perf event, or its branches."""
        helper_id = self.draw.choice((22, 55, 55, 55, 55, 56, 119, 176))
        size = self.draw.choice((24, 24, 24, 8, 0))
        flags = self.draw.choice((0xFFFFFFFF,) * 5 + (0, 1, 2, 3, 1 << 32))
        if helper_id in (22, 55):
            self.put(2, flags)
            self.pointer_into(3, 24)
            self.put(4, size)
            self.map_into(1, self.draw.choice(("perf",) * 5 + ("bare_perf", "hash")))
        elif helper_id == 56:
            self.pointer_into(2, 24)
            self.put(3, size)
        else:
            self.put(3, self.draw.choice((0, 0, 24)))
            self.put(4, self.draw.choice((0, 1, 2)))
        self.helper(helper_id)

    def of_task(self) -> None:
        """Send a signal, find registers or a CPU's copy, say what a hook returns."""
        helper_id = self.draw.choice((109, 117, 153, 154, 159, 161, 175, 186, 187, 193))
        if helper_id in (109, 117):
            self.put(1, self.draw.choice((0, 9, 15, 64, 65, -1, 1 << 32)))
        elif helper_id in (153, 154):
            self.pointer_into(1, 8)
            self.put(2, self.draw.choice((0, 1, 2, -1)))
        elif helper_id == 187:
            self.put(1, self.draw.choice((0, -1, 7, 1 << 31)))
        else:
            self._object_into(1, self.draw.choice((0, 1, 0xFFFF)))
            self.put(2, self.draw.choice((0, 1, 2)))
        self.helper(helper_id)
