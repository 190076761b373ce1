"""Statements that call helpers on text, user memory, locks and ids.

**Rule:** as in `tests.programs.helpers`: pointers are good, but for one in a dozen.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

from sim.bpf import isa
from tests.programs.helpers import Helpers
from tests.programs.text import s64
from tests.programs.writer import ST, STX

__all__ = ["MoreHelpers"]

_NUMBERS = (b"42", b" -7", b"0x1f", b"017", b"x", b"", b"99999999999999999999", b"-", b"+1", b"8")
_INIT_PID_NS_INO = 4026531836
_STORAGES = (
    *(("tasks", 156, 157), ("groups", 210, 211)),
    *(("sockets", 107, 108), ("inodes", 145, 146)),
)
_SIZES = (0, 1, 4, 8, 16)


class MoreHelpers(Helpers):
    """Statements that call helpers which work on memory or say who is there."""

    def _text_into(self, reg: int, data: bytes) -> None:
        """Write eight bytes into the frame's scratch and point a register at them."""
        at = self.scratch_pointer(reg, 16)
        word = int.from_bytes(data[:8].ljust(8, b"\0"), "little", signed=True)
        self.text.wide(0, word)
        self.text.add(STX | isa.BPF_DW, 10, 0, at)

    def number(self) -> None:
        """Read a number from text."""
        data = self.draw.choice(_NUMBERS)
        if self.chance(1, 12):
            self.pointer_into(1, 8)
        else:
            self._text_into(1, data)
        self.put(2, self.draw.choice((len(data), len(data), 8, 0, 1)))
        self.put(3, self.draw.choice((0, 0, 10, 10, 16, 8, 2, 1 << 32)))
        self.pointer_into(4, 8)
        self.helper(self.draw.choice((105, 106)))

    def comparison(self) -> None:
        """Compare two texts."""
        first = self.draw.choice((b"abc", b"abd", b"", b"abcdefgh"))
        self._text_into(1, first)
        if self.chance(1, 3):
            self.text.add(isa.BPF_ALU64 | isa.BPF_MOV | isa.BPF_X, 3, 1)
        else:
            self._text_into(3, self.draw.choice((b"abc", b"abd", b"a")))
        if self.chance(1, 12):
            self.pointer_into(3, 8)
        self.put(2, self.draw.choice((0, 1, 3, 4, 8)))
        self.helper(182)

    def user_memory(self) -> None:
        """Copy to or from user memory."""
        size = self.draw.choice(_SIZES)
        there = self.places.user + self.draw.randrange(self.places.user_bytes)
        address = self.wild() if self.chance(1, 4) else there
        if self.chance(1, 3):
            self.text.wide(1, address)
            self.pointer_into(2, max(size, 1))
            self.put(3, size)
            self.helper(36)
            return
        self.pointer_into(1, max(size, 1))
        self.put(2, size)
        self.text.wide(3, address)
        self.put(5, self.draw.choice((0, 0, 0, 1)))
        self.helper(self.draw.choice((148, 191)))

    def lock(self) -> None:
        """Take or give back a lock, or exchange a pointer, in good memory."""
        at = self.scratch_pointer(1, 8)
        self.put(2, self.draw.choice((0, 1, -1)))
        helper_id = self.draw.choice((93, 94, 194))
        if helper_id == 194:
            self.text.add(ST | isa.BPF_DW, 10, 0, at, self.draw.choice((0, 77)))
        self.helper(helper_id)

    def ids(self) -> None:
        """Ask for ids in a namespace, or for a cgroup above."""
        if self.chance(1, 3):
            self.put(1, self.draw.choice((0, 0, 1, -1)))
            self.helper(123)
            return
        size = self.draw.choice((8, 8, 8, 4, 0))
        self.put(1, self.draw.choice((4, 4, 4, 5)))
        self.text.wide(2, self.draw.choice((_INIT_PID_NS_INO, _INIT_PID_NS_INO, 1)))
        self.pointer_into(3, max(size, 1))
        self.put(4, size)
        self.helper(120)

    # --- dynptrs --------------------------------------------------------------------------
    def query(self) -> None:
        """Ask a ring how full it is."""
        self.map_into(1, self.draw.choice(("ring",) * 6 + ("hash",)))
        self.put(2, self.draw.choice((0, 1, 2, 3, 4, -1)))
        self.helper(134)

    def dynptr(self) -> None:
        """Make a dynptr in the frame's scratch, and use it."""
        at = self.scratch_pointer(4, 24) & -8
        self.text.add(isa.BPF_ALU64 | isa.BPF_MOV | isa.BPF_X, 4, 10)
        self.text.add(isa.BPF_ALU64 | isa.BPF_ADD | isa.BPF_K, 4, 0, 0, at)
        is_ring = self.chance(1, 2)
        self.put(2, self.draw.choice((8, 16, 24, 0, 700, 1 << 25)))
        self.put(3, self.draw.choice((0, 0, 0, 0, 1)))
        if is_ring:
            self.map_into(1, self.draw.choice(("ring",) * 8 + ("hash",)))
        else:
            self.text.wide(1, s64(self.places.area))
        self.helper(198 if is_ring else 197)
        for _ in range(self.draw.randrange(3)):
            self._use_dynptr(at)
        if is_ring:
            self._point(1, at)
            self.put(2, self.draw.choice((0, 0, 1, 2)))
            self.helper(self.draw.choice((199, 199, 200)))

    def _point(self, reg: int, at: int) -> None:
        self.text.add(isa.BPF_ALU64 | isa.BPF_MOV | isa.BPF_X, reg, 10)
        self.text.add(isa.BPF_ALU64 | isa.BPF_ADD | isa.BPF_K, reg, 0, 0, at)

    def _use_dynptr(self, at: int) -> None:
        how, size = self.draw.randrange(3), self.draw.choice((0, 1, 8, 8, 30))
        offset = self.draw.choice((0, 0, 8, 100, -1))
        if how == 0:  # (dst, len, src, offset, flags)
            self.pointer_into(1, 32)
            self.put(2, size)
            self._point(3, at)
            self.put(4, offset)
            self.put(5, self.draw.choice((0, 0, 0, 1)))
        elif how == 1:  # (dst, offset, src, len, flags)
            self._point(1, at)
            self.put(2, offset)
            self.pointer_into(3, 32)
            self.put(4, size)
            self.put(5, self.draw.choice((0, 0, 0, 1)))
        else:
            self._point(1, at)
            self.put(2, offset)
            self.put(3, size)
        self.helper((201, 202, 203)[how])

    # --- further maps ---------------------------------------------------------------------
    def push_pop(self) -> None:
        """Push, pop or peek at a queue, a stack or a bloom filter."""
        name = self.draw.choice(("queue", "stack", "bloom", "queue", "stack", "array"))
        self.pointer_into(2, 8)
        self.map_into(1, name)
        self.put(3, self.draw.choice((0, 0, 0, 2, 1, -1)))
        self.helper(self.draw.choice((87, 87, 88, 89)))

    def percpu_lookup(self) -> None:
        """Look up another CPU's copy."""
        name = self.draw.choice(("percpu_hash", "percpu_array", "percpu_array", "hash"))
        self._key(2, self.places.maps[name])
        self.map_into(1, name)
        self.put(3, self.draw.choice((0, 0, 1, 2, -1)))
        self.helper(195)

    def stackid(self) -> None:
        """Ask for the number of a stack."""
        self.text.wide(1, s64(self.places.ctx))
        self.map_into(2, self.draw.choice(("stacks", "stacks", "stacks", "array")))
        self.put(3, self.draw.choice((0, 256, 256, 256 | 512, 1024 | 256, 1, 3, -1)))
        self.helper(27)

    def task_stack(self) -> None:
        """Ask for a task's stack."""
        size = self.draw.choice((0, 8, 24, 64, 12, 32))
        self.text.wide(1, self.draw.choice((s64(self.places.ctx), s64(self.places.area), 0)))
        self.pointer_into(2, 64)
        self.put(3, size)
        self.put(4, self.draw.choice((0, 0, 1, 9, 256, 257, 256 | 2048, 2048, -1)))
        self.helper(141)

    def storage(self) -> None:
        """Ask for what a map holds for an object, or delete it."""
        name, get, delete = self.draw.choice(_STORAGES)
        self.text.wide(2, self.draw.choice((s64(self.places.ctx), s64(self.places.area), 0)))
        if self.chance(1, 2):
            self.put(3, 0)
        else:
            self.pointer_into(3, 8)
        self.put(4, self.draw.choice((1, 1, 0, 2)))
        self.map_into(1, name if self.chance(11, 12) else "array")
        self.helper(self.draw.choice((get, get, delete)))
