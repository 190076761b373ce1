"""Statements that compute, load and store.

**Rule:** every form is as likely as any other of its kind.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

from sim.bpf import isa
from tests.programs.text import s64
from tests.programs.writer import Writer

__all__ = ["ATOMICS", "DIVISIONS", "JUMPS", "PROBE_MEM", "SHIFTS", "Arithmetic"]

_OPS = (
    *(isa.BPF_ADD, isa.BPF_SUB, isa.BPF_MUL, isa.BPF_DIV, isa.BPF_OR, isa.BPF_AND, isa.BPF_LSH),
    *(isa.BPF_RSH, isa.BPF_MOD, isa.BPF_XOR, isa.BPF_MOV, isa.BPF_ARSH),
)
DIVISIONS = (isa.BPF_DIV, isa.BPF_MOD)
SHIFTS = (isa.BPF_LSH, isa.BPF_RSH, isa.BPF_ARSH)
JUMPS = (
    *(isa.BPF_JEQ, isa.BPF_JGT, isa.BPF_JGE, isa.BPF_JSET, isa.BPF_JNE, isa.BPF_JSGT),
    *(isa.BPF_JSGE, isa.BPF_JLT, isa.BPF_JLE, isa.BPF_JSLT, isa.BPF_JSLE),
)
_SIZES = {isa.BPF_B: 1, isa.BPF_H: 2, isa.BPF_W: 4, isa.BPF_DW: 8}
_BYTES = tuple(_SIZES.items())
_FETCHING = (isa.BPF_ADD, isa.BPF_OR, isa.BPF_AND, isa.BPF_XOR)
ATOMICS = (
    *_FETCHING,
    *(op | isa.BPF_FETCH for op in _FETCHING),
    *(isa.BPF_XCHG, isa.BPF_CMPXCHG),
)
PROBE_MEM = 0x20  # kernel-internal: BPF_PROBE_MEM


def _alu_forms() -> list[tuple[int, int]]:
    """Return opcode and offset of each form of BPF_ALU and BPF_ALU64, swaps aside."""
    forms = []
    for cls in (isa.BPF_ALU, isa.BPF_ALU64):
        for op in _OPS:
            for source in (isa.BPF_K, isa.BPF_X):
                offsets = (0, 1) if op in DIVISIONS else (0,)
                if op == isa.BPF_MOV and source == isa.BPF_X:
                    offsets = (0, 8, 16, 32) if cls == isa.BPF_ALU64 else (0, 8, 16)
                forms += [(cls | op | source, off) for off in offsets]
        forms.append((cls | isa.BPF_NEG, 0))
    return forms


_ALU = _alu_forms()
_SWAPS = tuple(
    (opcode, width)
    for opcode in (
        isa.BPF_ALU | isa.BPF_END | isa.BPF_FROM_LE,
        isa.BPF_ALU | isa.BPF_END | isa.BPF_FROM_BE,
        isa.BPF_ALU64 | isa.BPF_END,
    )
    for width in (16, 32, 64)
)
_LOADS = tuple(
    (isa.BPF_LDX | mode | size, nr_bytes)
    for mode, sizes in ((isa.BPF_MEM, _BYTES), (isa.BPF_MEMSX, _BYTES[:3]))
    for size, nr_bytes in sizes
)


class Arithmetic(Writer):
    """Statements without control flow."""

    def alu(self) -> None:
        """Compute something, once or a few times."""
        for _ in range(self.draw.choice((1, 2, 3, 5))):
            self._alu()

    def _alu(self) -> None:
        draw, text = self.draw, self.text
        dst = self.target()
        if self.chance(1, 3):
            self.put_edge(dst)
        if self.chance(1, 8):
            opcode, width = draw.choice(_SWAPS)
            text.add(opcode, dst, 0, 0, width)
            return
        opcode, off = draw.choice(_ALU)
        op = opcode & 0xF0
        if op == isa.BPF_NEG:
            text.add(opcode, dst)
        elif opcode & isa.BPF_X:
            src = self.source()
            if src not in (10, dst) and src not in self.avoid and self.chance(1, 2):
                self.put_edge(src)
            text.add(opcode, dst, src, off)
        else:
            text.add(opcode, dst, 0, off, self._imm_of(opcode))

    def _imm_of(self, opcode: int) -> int:
        """Return a number for an operation that may not have every number."""
        op = opcode & 0xF0
        if op in SHIFTS:
            return self.draw.randrange(64 if opcode & 7 == isa.BPF_ALU64 else 32)
        return self.immediate() or (1 if op in DIVISIONS else 0)

    def corner(self) -> None:
        """Divide by 0, or the least number by −1; shift by more bits than there are."""
        draw = self.draw
        if self.chance(1, 3):
            self._shift_too_far()
            return
        if self.options.is_raw and self.chance(2, 3):  # as only unverified programs do
            op = draw.choice((*SHIFTS, *DIVISIONS, *DIVISIONS))
            imm = draw.choice((-1, 32, 64, 65)) if op in SHIFTS else 0
            cls = draw.choice((isa.BPF_ALU, isa.BPF_ALU64))
            off = draw.choice((0, 1)) if op in DIVISIONS else 0
            self.text.add(cls | op | isa.BPF_K, self.target(), 0, off, imm)
            return
        cls = draw.choice((isa.BPF_ALU, isa.BPF_ALU64))
        op = draw.choice(DIVISIONS)
        dst = self.target()
        src = self.target(dst)
        garbage = draw.getrandbits(32) << 32
        is64 = cls == isa.BPF_ALU64
        if self.chance(1, 3):
            self.put(src, 0 if is64 else s64(garbage))
            self.text.add(cls | op | isa.BPF_X, dst, src, draw.choice((0, 1)))
            return
        self.put(dst, -(1 << 63) if is64 else s64(garbage | 1 << 31))
        if self.chance(1, 2):
            self.text.add(cls | op | isa.BPF_K, dst, 0, 1, -1)
        else:
            self.put(src, -1 if is64 else s64(garbage | 0xFFFFFFFF))
            self.text.add(cls | op | isa.BPF_X, dst, src, 1)

    def _shift_too_far(self) -> None:
        draw = self.draw
        dst = self.target()
        src = self.target(dst)
        self.put_edge(dst)
        self.put(src, draw.choice((31, 32, 33, 40, 63, 64, 65, 127, -1, 1 << 32, 1 << 63)))
        cls = draw.choice((isa.BPF_ALU, isa.BPF_ALU64))
        self.text.add(cls | draw.choice(SHIFTS) | isa.BPF_X, dst, src)

    def edge(self) -> None:
        """Put a nasty number into a register."""
        self.put_edge(self.target())

    def load(self) -> None:
        """Load from memory."""
        opcode, nr_bytes = self.draw.choice(_LOADS)
        base, off = self.access(nr_bytes)
        self.text.add(opcode, self.target(), base, off)

    def store(self) -> None:
        """Store a register or a number."""
        size, nr_bytes = self.draw.choice(_BYTES)
        src = self.source()
        base, off = self.access(nr_bytes, src, is_write=True)
        if self.chance(1, 3):
            self.text.add(isa.BPF_ST | isa.BPF_MEM | size, base, 0, off, self.immediate())
        else:
            self.text.add(isa.BPF_STX | isa.BPF_MEM | size, base, src, off)

    def atomic(self) -> None:
        """Change memory by an atomic operation."""
        size = self.draw.choice((isa.BPF_W, isa.BPF_DW))
        op = self.draw.choice(ATOMICS)
        is_fetch = op & isa.BPF_FETCH and op != isa.BPF_CMPXCHG
        src = self.target() if is_fetch else self.source()
        if src != 10 and src not in self.avoid and self.chance(1, 3):
            self.put_edge(src)
        base, off = self.access(_SIZES[size], src, is_write=True)
        opcode = isa.BPF_STX | isa.BPF_ATOMIC | size
        if op == isa.BPF_CMPXCHG and base not in (0, 10) and src != 0 and self.chance(2, 3):
            # what is there, so that it is exchanged; the upper half must not count for 32 bits
            self.text.add(isa.BPF_LDX | isa.BPF_MEM | size, 0, base, off)
            if self.chance(1, 4):
                other = next(reg for reg in (1, 2, 3) if reg not in (base, src))
                self.text.wide(other, 1 << 40)
                self.text.add(isa.BPF_ALU64 | isa.BPF_OR | isa.BPF_X, 0, other)
        self.text.add(opcode, base, src, off, op)

    def probing_load(self) -> None:
        """Load as the verifier makes it where it does not vouch for the address."""
        size, nr_bytes = self.draw.choice(_BYTES)
        if self.chance(1, 2):
            base, off = self.access(nr_bytes)
        else:
            base, off = self.target(), self.draw.choice((0, 8, -8))
            self.text.wide(base, self.wild())
        self.text.add(isa.BPF_LDX | PROBE_MEM | size, self.target(), base, off)
