"""Statements that call helpers.

**Rule:** pointers that helpers get are good, but for one in a dozen.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

from sim.bpf import isa
from tests.programs.text import s64
from tests.programs.writer import (
    ADD_K,
    DW,
    LDX,
    MOV,
    POINTER,
    RECORD,
    ST,
    STX,
    Place,
    Writer,
)

__all__ = ["HELPER_IDS", "Helpers"]

CALL = isa.BPF_JMP | isa.BPF_CALL
JEQ_K = isa.BPF_JMP | isa.BPF_JEQ | isa.BPF_K
JSET_K = isa.BPF_JMP | isa.BPF_JSET | isa.BPF_K

_MOMENT = (5, 5, 7, 8, 14, 15, 35, 42, 80, 118, 125, 158, 173, 174, 208)
_READS = (4, 45, 112, 113, 114, 115)
_IN_PYTHON = (6, 6, 6, 165, 177, 126, 127, 147, 149, 150, 167, 168, 179)
_KEYED = ("array", "wide_array", "hash", "wide_hash", "percpu_hash", "percpu_array")
_USES = ((LDX | DW, 0), (STX | DW, 0), (0xDB, isa.BPF_ADD), (0xC3, isa.BPF_XOR))
_UNKNOWN = (0, 11, 13, 204, 255, 256, 1000, -1, 0x7FFFFFFF)
HELPER_IDS = (1, 2, 3, 4, 5, 6, 7, 8, 12, 14, 15, 16, 25, 35, 37, 42, 45, 67, 80)
HELPER_IDS += (105, 106, 112, 113, 114, 115, 118, 120, 123, 125, 130, 131, 132, 133)
HELPER_IDS += (148, 158, 173, 174, 181, 182, 191, 208)
HELPER_IDS += (134, 197, 198, 199, 200, 201, 202, 203, 209)
HELPER_IDS += (22, 46, 55, 56, 109, 117, 119, 136, 137, 138, 139, 140, 153, 154, 159, 161, 162)
HELPER_IDS += (
    126,
    127,
    147,
    149,
    150,
    167,
    168,
    179,
    107,
    108,
    145,
    146,
    141,
    175,
    176,
    178,
    183,
    184,
    185,
    186,
    187,
    188,
    193,
    196,
)
HELPER_IDS += (27, 87, 88, 89, 156, 157, 164, 195, 210, 211)


class Helpers(Writer):
    """Statements that call helpers which do not decide where the program goes on."""

    def helper(self, helper_id: int) -> None:
        """Call a helper."""
        self.text.add(CALL, 0, 0, 0, helper_id)

    def map_into(self, reg: int, name: str) -> None:
        """Put a map's address into a register; the JIT may or may not see that."""
        address = s64(self.places.maps[name].address)
        if self.chance(1, 24):
            address = self.draw.choice((0, address + 8, address & 0xFFFFFFFF, s64(1 << 63)))
        # what names a map, and no value in it, has an upper half of zero
        kinds = (0, 2, 2, 2, 6) if address >> 32 else (0, 1, 5)
        if self.chance(1, 6):
            other = self.target(reg)
            self.text.wide(other, address, isa.BPF_PSEUDO_MAP_VALUE)
            self.text.add(MOV, reg, other)
        else:
            self.text.wide(reg, address, self.draw.choice(kinds))

    def pointer_into(self, reg: int, nr_bytes: int) -> None:
        """Put a pointer to data into a register, a bad one now and then."""
        if self.chance(1, 20):
            self.text.wide(reg, self.wild())
        else:
            self.data_pointer(reg, nr_bytes)

    # --- the moment -----------------------------------------------------------------------
    def moment(self) -> None:
        """Ask for time, CPU, task."""
        self.helper(self.draw.choice(_MOMENT))

    def comm(self) -> None:
        """Ask for current's name."""
        self.pointer_into(1, 24)
        self.put(2, self.draw.choice((0, 1, 4, 15, 16, 17, 24, 1 << 32, (7 << 32) | 5)))
        self.helper(16)

    def cgroup(self) -> None:
        """Ask whether current is under a cgroup."""
        self.map_into(1, self.draw.choice(("cgroups", "cgroups", "array")))
        self.put(2, self.draw.choice((0, 1, 2, 3, -1, 1 << 32)))
        self.helper(37)

    # --- memory ---------------------------------------------------------------------------
    def probe(self) -> None:
        """Read memory that may not be there."""
        size = self.draw.choice((0, 0, 1, 2, 4, 8, 16, 31, 64))
        self.pointer_into(1, max(size, 1))
        self.put(2, size)
        how = self.draw.randrange(4)
        if how == 0:
            self.text.wide(3, self.wild())
        elif how == 1:
            at = self.places.user + self.draw.randrange(self.places.user_bytes)
            self.text.wide(3, at)
        else:
            self.pointer_into(3, max(size, 1))
        self.helper(self.draw.choice(_READS))

    def stack(self) -> None:
        """Ask for a stack."""
        size = self.draw.choice((0, 8, 16, 24, 64, 12, 1 << 32))
        self.pointer_into(2, 64)
        self.put(3, size)
        self.put(4, self.draw.choice((0, 0, 1, 2, 9, 256, 257, 512, 2048, -1)))
        self.helper(67)

    # --- maps -----------------------------------------------------------------------------
    def _key(self, reg: int, bmap: Place) -> None:
        """Point a register at a key, mostly one that is near those in the map."""
        where = self.draw.randrange(8)
        if where == 0:
            self.pointer_into(reg, bmap.key_bytes)
            return
        if where == 1:  # across pages, both of them there or not
            pages = self.draw.choice((1, 2))
            at = self.places.area + 4096 * pages - self.draw.randint(1, max(bmap.key_bytes, 1))
            self.text.wide(reg, s64(at))
            if pages == 2:
                return
        else:
            self.scratch_pointer(reg, bmap.key_bytes)
        number = self.draw.choice((0, 1, 2, 0, 1, 2, 3, 4, 5, 7, -1, 0x100))
        size = isa.BPF_DW if bmap.key_bytes >= 8 else isa.BPF_W
        self.text.add(isa.BPF_ST | isa.BPF_MEM | size, reg, 0, 0, number)
        if bmap.key_bytes > 8:
            self.text.add(isa.BPF_ST | isa.BPF_MEM | isa.BPF_W, reg, 0, 8, 0)

    def _spoil_map(self) -> None:
        """Change R1 after a map's address was put into it."""
        how = self.draw.choice((0, 0, 0, 1, 2, 3, 4, 5))
        if how == 0:  # another map, if the condition says so
            behind = self.text.label()
            self.text.jump(behind, JSET_K, self.draw.choice((0, 2, 6, 7, 8, 9)), 0, 5)
            self.map_into(1, self.draw.choice((*_KEYED, "array", "wide_array")))
            self.text.place(behind)
        elif how == 1:
            self.text.add(ADD_K, 1, 0, 0, self.draw.choice((1024, -1024, 2048)))
        elif how == 2:
            self.text.add(LDX | DW, 1, 10, self.draw.choice((POINTER, -8, -80, -72)))
        elif how == 3:
            self.text.add(0xDB, 10, 1, -8, isa.BPF_XCHG)
        elif how == 4:
            self.text.add(MOV, 1, self.draw.randrange(10))
        else:  # there and back
            self.text.add(isa.BPF_ALU64 | isa.BPF_XOR | isa.BPF_K, 1, 0, 0, 1024)
            self.text.add(isa.BPF_ALU64 | isa.BPF_XOR | isa.BPF_K, 1, 0, 0, 1024)

    def lookup(self) -> None:
        """Look up in a map, and use what is found."""
        name = self.draw.choice((*_KEYED, "array", "array", "wide_array", "ring"))
        bmap = self.places.maps[name]
        if self.chance(1, 2):
            self._key(2, bmap)
            self.map_into(1, name)
        else:
            self.map_into(1, name)
            self._key(2, bmap)
        if self.chance(1, 4):
            self._spoil_map()
        self.helper(1)
        if self.chance(1, 6):
            return
        behind = self.text.label()
        self.text.jump(behind, JEQ_K, 0)
        src = self.target(0)
        for _ in range(self.draw.randint(1, 3)):
            opcode, imm = self.draw.choice(_USES)
            regs = (src, 0) if opcode == LDX | DW else (0, src)
            at = self.draw.randint(0, max(bmap.value_bytes - 8, 0))
            self.text.add(opcode, *regs, at, imm)
        self.text.place(behind)

    def update(self) -> None:
        """Update an entry of a map."""
        name = self.draw.choice((*_KEYED, "hash", "ring"))
        bmap = self.places.maps[name]
        self._key(2, bmap)
        self.pointer_into(3, max(bmap.value_bytes, 1))
        self.map_into(1, name)
        self.put(4, self.draw.choice((0, 0, 0, 0, 1, 2, 3, 4, -1)))
        self.helper(2)

    def delete(self) -> None:
        """Delete an entry of a map."""
        name = self.draw.choice((*_KEYED, "hash", "wide_hash", "percpu_hash"))
        self._key(2, self.places.maps[name])
        self.map_into(1, name)
        self.helper(3)

    # --- output ---------------------------------------------------------------------------
    def reserve(self) -> None:
        """Reserve a ring record, and keep it in the frame's slot."""
        self.map_into(1, self.draw.choice(("ring",) * 8 + ("hash",)))
        size = self.draw.choice((8, 16, 24, 8, 40, 0, 1, 700, 3000, 4000, 4096, -8))
        self.put(2, size)
        self.put(3, 1 if self.chance(1, 12) else 0)
        self.helper(131)
        self.store_slot(RECORD, 0)
        if size >= 8:
            behind = self.text.label()
            self.text.jump(behind, JEQ_K, 0)
            self.text.add(STX | DW, 0, self.target(0), 0)
            self.text.place(behind)
        if self.chance(2, 3):
            self.finish()

    def finish(self) -> None:
        """Submit or discard the record that the frame's slot holds."""
        behind = self.text.label()
        self.load_slot(1, RECORD)
        self.text.jump(behind, JEQ_K, 1)
        self.put(2, self.draw.choice((0, 0, 1, 2, 3)))
        self.text.add(ST | DW, 10, 0, RECORD, 0)
        self.helper(self.draw.choice((132, 132, 133)))
        self.text.place(behind)

    def output(self) -> None:
        """Write a record to the ring in one go."""
        size = self.draw.choice((0, 1, 7, 8, 24, 64, 2000, -1))
        self.pointer_into(2, max(size, 1))
        self.map_into(1, self.draw.choice(("ring",) * 8 + ("array",)))
        self.put(3, size)
        self.put(4, self.draw.choice((0, 0, 1, 2, 3, 4)))
        self.helper(130)

    def perf(self) -> None:
        """Write a sample to a perf buffer."""
        size = self.draw.choice((0, 1, 8, 24, 100, 1500, 3000, 70000, -1))
        self.text.wide(1, s64(self.places.ctx))
        self.pointer_into(4, max(min(size, 4000), 1))
        self.map_into(2, self.draw.choice(("perf",) * 5 + ("bare_perf", "hash")))
        self.put(
            3,
            self.draw.choice(
                (0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0, 1, 2, 3, 1 << 32, -1)
            ),
        )
        self.put(5, size)
        self.helper(25)

    def printk(self) -> None:
        """Call a helper that Python does."""
        self.scratch_pointer(1, 16)
        self.put(2, 16)
        self.helper(self.draw.choice(_IN_PYTHON))

    # --- as nobody should -----------------------------------------------------------------
    def careless(self) -> None:
        """Call a helper with whatever is in the registers."""
        ids = [i for i in HELPER_IDS if i not in (12, 164, 181, 209)]
        if self.chance(1, 2):
            self.put_edge(self.draw.randint(1, 5))
        self.helper(self.draw.choice(ids))

    def unknown(self) -> None:
        """Call what is no helper: a fault."""
        if self.chance(1, 4):
            self.text.add(CALL, 0, isa.BPF_PSEUDO_KFUNC_CALL, 0, 7)
        else:
            self.helper(self.draw.choice(_UNKNOWN))

    def moved_stack(self) -> None:
        """Copy the frame pointer and compute with it."""
        reg = self.target()
        self.text.add(MOV, reg, 10)
        self.text.add(ADD_K, reg, 0, 0, -8)
        self.text.add(STX | DW, reg, reg, 0)
