"""The BPF instruction set: opcodes, registers and the 8-byte slot.

Models the encoding of RFC 9669 including the additions of ``-mcpu=v4`` (sign-extending loads
and moves, signed division, ``bswap``, ``gotol``). Answers to ``include/uapi/linux/bpf.h`` and
``include/uapi/linux/bpf_common.h``; constants keep their names there.

The rule to know: an `Insn` is one *slot*. The 64-bit immediate load (``ldimm64``) takes two
slots, and jump distances, ``insn_idx`` and limits all count slots.

**Not modelled:** big-endian encodings; what an instruction does (that is the interpreter's).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import NamedTuple

from sim.base.errors import AsmError

__all__ = [
    "BPF_ABS",
    "BPF_ADD",
    "BPF_ADDR_SPACE_CAST",
    "BPF_ALU",
    "BPF_ALU64",
    "BPF_AND",
    "BPF_ARSH",
    "BPF_ATOMIC",
    "BPF_B",
    "BPF_CALL",
    "BPF_CMPXCHG",
    "BPF_DIV",
    "BPF_DW",
    "BPF_END",
    "BPF_EXIT",
    "BPF_FETCH",
    "BPF_FROM_BE",
    "BPF_FROM_LE",
    "BPF_H",
    "BPF_IMM",
    "BPF_IND",
    "BPF_JA",
    "BPF_JCOND",
    "BPF_JEQ",
    "BPF_JGE",
    "BPF_JGT",
    "BPF_JLE",
    "BPF_JLT",
    "BPF_JMP",
    "BPF_JMP32",
    "BPF_JNE",
    "BPF_JSET",
    "BPF_JSGE",
    "BPF_JSGT",
    "BPF_JSLE",
    "BPF_JSLT",
    "BPF_K",
    "BPF_LD",
    "BPF_LDX",
    "BPF_LSH",
    "BPF_MEM",
    "BPF_MEMSX",
    "BPF_MOD",
    "BPF_MOV",
    "BPF_MUL",
    "BPF_NEG",
    "BPF_OR",
    "BPF_PSEUDO_BTF_ID",
    "BPF_PSEUDO_CALL",
    "BPF_PSEUDO_FUNC",
    "BPF_PSEUDO_KFUNC_CALL",
    "BPF_PSEUDO_MAP_FD",
    "BPF_PSEUDO_MAP_IDX",
    "BPF_PSEUDO_MAP_IDX_VALUE",
    "BPF_PSEUDO_MAP_VALUE",
    "BPF_REG_FP",
    "BPF_RSH",
    "BPF_ST",
    "BPF_STX",
    "BPF_SUB",
    "BPF_W",
    "BPF_X",
    "BPF_XCHG",
    "BPF_XOR",
    "BSWAP",
    "CALL",
    "EXIT",
    "INSN_BYTES",
    "JA",
    "JA32",
    "LDIMM64",
    "MAX_BPF_REG",
    "MAY_GOTO",
    "MEM_SIZE_BYTES",
    "Insn",
    "decode",
    "encode",
    "is_ldimm64",
]

INSN_BYTES = 8
MAX_BPF_REG = 11
BPF_REG_FP = 10

# Classes, the low three bits of an opcode.
BPF_LD = 0x00
BPF_LDX = 0x01
BPF_ST = 0x02
BPF_STX = 0x03
BPF_ALU = 0x04
BPF_JMP = 0x05
BPF_JMP32 = 0x06
BPF_ALU64 = 0x07

# Access sizes and modes of the load and store classes.
BPF_W = 0x00
BPF_H = 0x08
BPF_B = 0x10
BPF_DW = 0x18
BPF_IMM = 0x00
BPF_ABS = 0x20
BPF_IND = 0x40
BPF_MEM = 0x60
BPF_MEMSX = 0x80
BPF_ATOMIC = 0xC0

# Source operand of the arithmetic and jump classes.
BPF_K = 0x00
BPF_X = 0x08

BPF_ADD = 0x00
BPF_SUB = 0x10
BPF_MUL = 0x20
BPF_DIV = 0x30
BPF_OR = 0x40
BPF_AND = 0x50
BPF_LSH = 0x60
BPF_RSH = 0x70
BPF_NEG = 0x80
BPF_MOD = 0x90
BPF_XOR = 0xA0
BPF_MOV = 0xB0
BPF_ARSH = 0xC0
BPF_END = 0xD0

BPF_FROM_LE = 0x00
BPF_FROM_BE = 0x08

BPF_JA = 0x00
BPF_JEQ = 0x10
BPF_JGT = 0x20
BPF_JGE = 0x30
BPF_JSET = 0x40
BPF_JNE = 0x50
BPF_JSGT = 0x60
BPF_JSGE = 0x70
BPF_CALL = 0x80
BPF_EXIT = 0x90
BPF_JLT = 0xA0
BPF_JLE = 0xB0
BPF_JSLT = 0xC0
BPF_JSLE = 0xD0
BPF_JCOND = 0xE0

# Atomic operations are named in imm: an arithmetic operation, perhaps with FETCH.
BPF_FETCH = 0x01
BPF_XCHG = 0xE0 | BPF_FETCH
BPF_CMPXCHG = 0xF0 | BPF_FETCH

# src_reg of a ldimm64.
BPF_PSEUDO_MAP_FD = 1
BPF_PSEUDO_MAP_VALUE = 2
BPF_PSEUDO_BTF_ID = 3
BPF_PSEUDO_FUNC = 4
BPF_PSEUDO_MAP_IDX = 5
BPF_PSEUDO_MAP_IDX_VALUE = 6

# src_reg of a call.
BPF_PSEUDO_CALL = 1
BPF_PSEUDO_KFUNC_CALL = 2

# off of a move between registers that changes the address space.
BPF_ADDR_SPACE_CAST = 1

# Whole opcodes of the instructions that come in one form.
LDIMM64 = BPF_LD | BPF_IMM | BPF_DW
JA = BPF_JMP | BPF_JA
JA32 = BPF_JMP32 | BPF_JA
CALL = BPF_JMP | BPF_CALL
EXIT = BPF_JMP | BPF_EXIT
MAY_GOTO = BPF_JMP | BPF_JCOND
BSWAP = BPF_ALU64 | BPF_END

#: Bytes that a load or store moves, by the size bits of its opcode.
MEM_SIZE_BYTES = {BPF_B: 1, BPF_H: 2, BPF_W: 4, BPF_DW: 8}

_SLOT = struct.Struct("<BBhi")


class Insn(NamedTuple):
    """One 8-byte slot: ``off`` is a signed 16-bit and ``imm`` a signed 32-bit number."""

    opcode: int
    dst_reg: int = 0
    src_reg: int = 0
    off: int = 0
    imm: int = 0

    @property
    def insn_class(self) -> int:
        """The class bits (``BPF_LD`` to ``BPF_ALU64``)."""
        return self.opcode & 0x07

    @property
    def op(self) -> int:
        """The operation bits of an arithmetic or jump instruction."""
        return self.opcode & 0xF0

    @property
    def size(self) -> int:
        """The size bits of a load or store."""
        return self.opcode & 0x18

    @property
    def mode(self) -> int:
        """The mode bits of a load or store."""
        return self.opcode & 0xE0

    @property
    def is_x(self) -> bool:
        """Whether the second operand is a register."""
        return bool(self.opcode & BPF_X)


def is_ldimm64(insn: Insn) -> bool:
    """Say whether *insn* is the first slot of a 64-bit immediate load."""
    return insn.opcode == LDIMM64


def decode(code: bytes) -> list[Insn]:
    """Split *code* into its slots.

    Raises:
        AsmError: *code* is no whole number of slots.
    """
    if len(code) % INSN_BYTES:
        raise AsmError(
            f"a program of {len(code)} bytes is no whole number of instructions",
            reason=f"every BPF instruction takes {INSN_BYTES} bytes",
        )
    return [
        Insn(opcode, regs & 0x0F, regs >> 4, off, imm)
        for opcode, regs, off, imm in _SLOT.iter_unpack(code)
    ]


def encode(insns: Iterable[Insn]) -> bytes:
    """Join slots into bytes; the inverse of `decode`.

    Raises:
        AsmError: A field does not fit its bits.
    """
    out = bytearray()
    for insn_idx, insn in enumerate(insns):
        if not (0 <= insn.dst_reg <= 15 and 0 <= insn.src_reg <= 15):
            raise AsmError(f"register out of range in {insn}", where=f"insn {insn_idx}")
        try:
            out += _SLOT.pack(insn.opcode, insn.src_reg << 4 | insn.dst_reg, insn.off, insn.imm)
        except struct.error as exc:
            raise AsmError(
                f"a field does not fit in {insn}",
                where=f"insn {insn_idx}",
                reason="opcode has 8 bits, off 16 and imm 32",
            ) from exc
    return bytes(out)
