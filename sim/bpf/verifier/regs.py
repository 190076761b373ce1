"""Reading and writing registers, and who read what.

Answers to ``check_reg_arg``, ``mark_reg_read`` and the ``mark_reg_*`` functions.

**Rule:** whatever reads a register or slot says so here, since pruning compares only what is read.

**Not modelled:** reads of 32 against 64 bits: x86-64 needs no explicit zero extension.
"""

from __future__ import annotations

from sim.bpf.verifier.env import Env
from sim.bpf.verifier.reg import NOT_INIT_REG, Reg, const_reg, unknown_reg
from sim.bpf.verifier.state import REG_LIVE_READ, REG_LIVE_WRITTEN, FuncState, Mark
from sim.bpf.verifier.types import (
    NOT_INIT,
    PTR_TO_STACK,
    SCALAR_VALUE,
)

__all__ = [
    "check_dst",
    "check_src",
    "frame_of",
    "is_pointer_value",
    "known_zero_pointer",
    "mark_not_init",
    "mark_read",
    "mark_unknown",
    "set_const",
    "set_reg",
]

_FP = 10


def mark_read(env: Env, mark: Mark, steps: int = 0) -> None:
    """Tell the states that a value came from that it was read (mark_reg_read)."""
    while not mark.live & REG_LIVE_WRITTEN:
        parent = mark.parent
        if parent is None or parent.live & REG_LIVE_READ:
            break
        parent.live |= REG_LIVE_READ
        mark = parent
        steps += 1
    if steps > env.longest_mark_read_walk:
        env.longest_mark_read_walk = steps


def check_src(env: Env, regno: int) -> Reg:
    """Read a register.

    Returns:
        It.
    """
    frame = env.cur.frames[-1]
    env.scratched_regs |= 1 << regno
    reg = frame.regs[regno]
    if reg.type == NOT_INIT:
        env.reject(f"R{regno} !read_ok")
    if regno != _FP:
        mark_read(env, frame.marks[regno])
    return reg


def check_dst(env: Env, regno: int) -> None:
    """Say that a register is about to be written, whose value stays for the moment."""
    if regno == _FP:
        env.scratched_regs |= 1 << regno
        env.reject("frame pointer is read only")
    env.scratched_regs |= 1 << regno
    env.cur.frames[-1].marks[regno].live |= REG_LIVE_WRITTEN


def set_reg(env: Env, regno: int, reg: Reg) -> None:
    """Put a value into a register of the innermost frame."""
    env.cur.frames[-1].regs[regno] = reg


def mark_unknown(env: Env, regno: int) -> None:
    """Make a register a number of which nothing is known."""
    env.cur.frames[-1].regs[regno] = unknown_reg(precise=not env.bpf_capable)


def set_const(env: Env, regno: int, value: int) -> None:
    """Make a register a known number."""
    env.cur.frames[-1].regs[regno] = const_reg(value, precise=not env.bpf_capable)


def mark_not_init(env: Env, frame: FuncState, regno: int) -> None:
    """Forget a register that a call clobbers."""
    frame.regs[regno] = NOT_INIT_REG
    env.scratched_regs |= 1 << regno


def known_zero_pointer(kind: int) -> Reg:
    """Return a pointer to the start of something."""
    return Reg(kind)


def is_pointer_value(env: Env, regno: int) -> bool:
    """Say whether a register holds an address that the program must not learn."""
    reg = env.cur.frames[-1].regs[regno]
    return not env.allow_ptr_leaks and reg.type not in (NOT_INIT, SCALAR_VALUE)


def frame_of(env: Env, reg: Reg) -> FuncState:
    """Return the frame that a stack pointer points into."""
    assert reg.type == PTR_TO_STACK
    return env.cur.frames[reg.frameno]
