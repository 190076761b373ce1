"""What all statements share: registers, the frame's slots, values and pointers.

A *statement* is a few instructions that rely on nothing but R10 and the slots of the frame, so
that any jump from one statement to another is a valid program. Where a statement needs a
pointer it makes one.

=============  ==============================================================================
from R10        holds
=============  ==============================================================================
−400 … −1      scratch: what statements load and store
−408           a pointer to at least 32 bytes: the context, or what the caller gave
−416           a small number from the caller: iteration, or how often to recurse
−424           the data of an open ring record, or 0
−432           how many jumps back are left
−512 … −440    counters of loops
=============  ==============================================================================

**Rule:** nothing but its own statement writes a slot below −400.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from sim.bpf import isa
from tests.programs.text import Text, s64
from tests.programs.values import imm32, value

__all__ = ["Options", "Place", "Places", "Writer"]

SCRATCH = -400
POINTER, NUMBER, RECORD, FUEL, COUNTERS = -408, -416, -424, -432, -440
POINTER_BYTES = 32
NR_COUNTERS = 8

LDX, ST, STX = (cls | isa.BPF_MEM for cls in (isa.BPF_LDX, isa.BPF_ST, isa.BPF_STX))
DW = isa.BPF_DW
MOV, MOV_K = (isa.BPF_ALU64 | isa.BPF_MOV | source for source in (isa.BPF_X, isa.BPF_K))
ADD_K = isa.BPF_ALU64 | isa.BPF_ADD | isa.BPF_K


@dataclass(frozen=True)
class Place:
    """A map as programs see it: its address, and where its values are."""

    address: int
    kind: int
    key_bytes: int
    value_bytes: int
    max_entries: int
    values: int
    stride: int


@dataclass(frozen=True)
class Places:
    """Simulated addresses of a `tests.programs.world.World`, all unsigned.

    Attributes:
        area: Start of a range with unmapped pages before and after it.
        unmapped: A page that is not there.
    """

    ctx: int
    ctx_bytes: int
    stack: int
    area: int
    area_bytes: int
    unmapped: int
    comm: int
    user: int
    user_bytes: int
    maps: dict[str, Place]


@dataclass(frozen=True)
class Options:
    """What a case decides for all its programs."""

    is_checked: bool
    is_raw: bool
    packet_bytes: int
    slots: tuple[int | None, ...]


class Writer:
    """Writes into a `Text`.

    Attributes:
        avoid: Registers that count loops: no statement inside may write them.
    """

    def __init__(self, draw: random.Random, places: Places, options: Options) -> None:
        self.draw = draw
        self.places = places
        self.options = options
        self.text = Text()
        self.avoid: set[int] = set()

    def chance(self, nr: int, of: int) -> bool:
        """Return True *nr* times in *of*."""
        return self.draw.randrange(of) < nr

    # --- registers ------------------------------------------------------------------------
    def target(self, *keep: int) -> int:
        """Return a register to write to, none of *keep*."""
        return self.draw.choice([r for r in range(10) if r not in self.avoid and r not in keep])

    def source(self) -> int:
        """Return a register to read."""
        return 10 if self.chance(1, 16) else self.draw.randrange(10)

    def put(self, reg: int, number: int) -> None:
        """Put a number into a register."""
        if -(1 << 31) <= number < 1 << 31 and self.chance(2, 3):
            if number >= 0 and self.chance(1, 3):
                self.text.add(isa.BPF_ALU | isa.BPF_MOV | isa.BPF_K, reg, 0, 0, number)
            else:
                self.text.add(MOV_K, reg, 0, 0, number)
        else:
            self.text.wide(reg, number)

    def put_edge(self, reg: int) -> None:
        """Put a nasty number into a register, one that LLVM knows or one that it cannot know."""
        if self.chance(1, 2):
            self.put(reg, value(self.draw))
        else:
            at = 8 * self.draw.randrange(self.places.ctx_bytes // 8)
            self.text.wide(reg, s64(self.places.ctx))
            self.text.add(LDX | DW, reg, reg, at)

    # --- slots ----------------------------------------------------------------------------
    def load_slot(self, reg: int, slot: int) -> None:
        """Load a slot of the frame."""
        self.text.add(LDX | DW, reg, 10, slot)

    def store_slot(self, slot: int, reg: int) -> None:
        """Store a register into a slot of the frame."""
        self.text.add(STX | DW, 10, reg, slot)

    def set_slot(self, slot: int, number: int) -> None:
        """Store a number into a slot of the frame."""
        self.text.add(ST | DW, 10, 0, slot, number)

    # --- pointers -------------------------------------------------------------------------
    def scratch_pointer(self, reg: int, nr_bytes: int) -> int:
        """Point a register into the scratch of the frame; return the offset from R10."""
        at = self.draw.randint(SCRATCH, -nr_bytes)
        if self.chance(1, 2):
            at = max(at & -8, SCRATCH)
        self.text.add(MOV, reg, 10)
        self.text.add(ADD_K, reg, 0, 0, at)
        return at

    def data_pointer(self, reg: int, nr_bytes: int) -> None:
        """Point a register at memory that is there."""
        how = self.draw.randrange(6)
        if how < 3 and nr_bytes <= -SCRATCH:
            self.scratch_pointer(reg, nr_bytes)
        elif how == 3 and nr_bytes <= POINTER_BYTES:
            self.load_slot(reg, POINTER)
        elif how == 4 and nr_bytes <= self.places.ctx_bytes:
            self.text.wide(reg, self._within(self.places.ctx, self.places.ctx_bytes, nr_bytes))
        else:
            self.text.wide(reg, self._within(self.places.area, self.places.area_bytes, nr_bytes))

    def _within(self, start: int, size: int, nr_bytes: int) -> int:
        at = start + self.draw.randint(0, size - nr_bytes)
        if size > 4096 and self.chance(1, 3):  # across pages
            at = start + 4096 - self.draw.randint(0, nr_bytes)
        return s64(at)

    def _across_the_end(self, nr_bytes: int) -> int:
        """Return an address in the area's last bytes, or just before its first."""
        places = self.places
        if self.chance(1, 3):
            return places.area - self.draw.randint(1, nr_bytes)
        return places.area + places.area_bytes - self.draw.randint(0, nr_bytes)

    def wild(self) -> int:
        """Return an address that is probably not there."""
        places = self.places
        choices = (
            *(0, 1, 8, 4095, -1, -8, places.unmapped, places.user, 0xFFFFFFFF81000000),
            places.area - self.draw.randint(1, 8),
            places.area + places.area_bytes - self.draw.randint(0, 7),
            (self.draw.getrandbits(32) << 32) | ((places.ctx + 8) & 0xFFFFFFFF),
            places.ctx ^ (1 << 63),
            self.draw.getrandbits(64),
        )
        return s64(self.draw.choice(choices))

    def access(self, nr_bytes: int, *keep: int, is_write: bool = False) -> tuple[int, int]:
        """Make what an access of *nr_bytes* needs: the base register and the offset."""
        draw = self.draw
        how = draw.randrange(16)
        if how < 5:
            at = draw.randint(SCRATCH, -nr_bytes)
            return 10, at if self.chance(1, 2) else max(at & -nr_bytes, SCRATCH)
        if how == 5:  # the caller's frame, or what lies above the stack
            return 10, draw.randint(0, -SCRATCH)
        reg = self.target(*keep)
        if how < 8:
            self.load_slot(reg, POINTER)
            return reg, draw.randint(0, POINTER_BYTES - nr_bytes)
        if how == 8:
            at = self.scratch_pointer(reg, nr_bytes)
            return reg, draw.randint(SCRATCH - at, -at - nr_bytes)
        off = draw.choice((0, 0, 4, -8, draw.randint(-300, 300), 32767, -32768))
        address, pseudo = self._address(nr_bytes, is_write)
        self.text.wide(reg, s64(address - off), pseudo)
        return reg, off

    def _address(self, nr_bytes: int, is_write: bool) -> tuple[int, int]:
        """Return an address for an access, and the source field of the ldimm64 that has it."""
        places = self.places
        how = self.draw.randrange(16)
        is_checked = self.options.is_checked
        if how == 0 and (is_checked or not is_write):
            return self.wild(), 0
        if how == 1 and is_checked:
            return self._across_the_end(nr_bytes), 0
        if how == 1:  # the upper half counts for nothing
            low = self._within(places.ctx, places.ctx_bytes, nr_bytes) & 0xFFFFFFFF
            return self.draw.getrandbits(32) << 32 | low, 0
        if how < 5:
            return self._within(places.area, places.area_bytes, nr_bytes), 0
        if how < 8:
            bmap = places.maps[self.draw.choice(("array", "wide_array", "percpu_array"))]
            at = self._within(bmap.values, bmap.max_entries * bmap.stride, nr_bytes)
            return at, self.draw.choice((isa.BPF_PSEUDO_MAP_VALUE, isa.BPF_PSEUDO_MAP_IDX_VALUE))
        return self._within(places.ctx, places.ctx_bytes, nr_bytes), 0

    def immediate(self) -> int:
        """Return a number for an imm field."""
        return imm32(self.draw)
