"""Slots of the stack: what a store leaves in them.

Answers to ``save_register_state``, ``scrub_spilled_slot``, ``mark_stack_slot_misc`` and
``register_is_bounded``.

**Rule:** a byte at offset *off* from the frame pointer is byte ``(-off - 1) % 8`` of slot
``(-off - 1) // 8``.

**Not modelled:** nothing of 6.1 and 6.12.
"""

from __future__ import annotations

from sim.bpf import isa
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.reg import Reg
from sim.bpf.verifier.state import (
    REG_LIVE_WRITTEN,
    STACK_INVALID,
    STACK_MISC,
    STACK_SPILL,
    STACK_ZERO,
    FuncState,
    Slot,
)
from sim.bpf.verifier.types import SCALAR_VALUE

__all__ = [
    "SLOT_BYTES",
    "is_bounded",
    "is_null_reg",
    "place",
    "save_spill",
    "scrubbed",
    "stored_imm",
]

SLOT_BYTES = 8


def place(off: int) -> tuple[int, int]:
    """Return the slot and the byte in it of an offset from the frame pointer."""
    return divmod(-off - 1, SLOT_BYTES)


def is_null_reg(reg: Reg) -> bool:
    """Say whether a register is the number 0."""
    return reg.type == SCALAR_VALUE and reg.bounds.is_const and reg.bounds.value == 0


def is_bounded(reg: Reg) -> bool:
    """Say whether anything is known of a number (register_is_bounded)."""
    b = reg.bounds
    return reg.type == SCALAR_VALUE and not (
        b.var_off == (0, (1 << 64) - 1)
        and b.smin == -(1 << 63)
        and b.smax == (1 << 63) - 1
        and b.umin == 0
        and b.umax == (1 << 64) - 1
        and b.s32_min == -(1 << 31)
        and b.s32_max == (1 << 31) - 1
        and b.u32_min == 0
        and b.u32_max == (1 << 32) - 1
    )


def stored_imm(env: Env) -> int | None:
    """Return the constant that an instruction stores, None if it stores a register."""
    insn = env.insns[env.insn_idx]
    is_st = insn.insn_class == isa.BPF_ST and insn.mode == isa.BPF_MEM
    return insn.imm if is_st else None


def scrubbed(types: bytes, upto: int = SLOT_BYTES) -> bytes:
    """Say what bytes are where a register or dynptr was."""
    return bytes(
        STACK_MISC if i < upto and kind != STACK_INVALID else kind for i, kind in enumerate(types)
    )


def _misc(types: bytes) -> bytes:
    """Say what bytes are beside a spill: no part of it, but zero still (mark_stack_slot_misc)."""
    return bytes(kind if kind in (STACK_ZERO, STACK_INVALID) else STACK_MISC for kind in types)


def save_spill(env: Env, frame: FuncState, spi: int, reg: Reg, size: int) -> None:
    """Spill a register (save_register_state)."""
    kept = SLOT_BYTES - size
    above = frame.stack[spi].types[:kept]
    above = _misc(above) if env.stack_history else scrubbed(above, kept)
    types = above + bytes([STACK_SPILL] * size)
    frame.stack[spi] = Slot(types, reg)
    if size == SLOT_BYTES:
        frame.stack_marks[spi].live |= REG_LIVE_WRITTEN
