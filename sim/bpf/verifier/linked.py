"""Numbers that are linked: copies, and copies plus a constant, learn of each other.

Answers to ``assign_scalar_id_before_mov``, ``collect_linked_regs``, ``sync_linked_regs`` and
``push_jmp_history`` of 6.12.

**Rule:** linked numbers share an id; `ADD_CONST` in it says that `Reg.off` is to be added. Which
places learn at a jump is remembered, so that precision reaches all of them.

**Not modelled:** distances that are negative, and links of 32-bit additions, which came later.
"""

from __future__ import annotations

from collections.abc import Iterator

from sim.bpf import isa
from sim.bpf.isa import Insn
from sim.bpf.verifier.alu_bounds import add_bounds
from sim.bpf.verifier.bounds import S32_MAX, U64_MAX, Bounds, known
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.reg import ADD_CONST, Reg
from sim.bpf.verifier.state import Jump, Link, Slot, VerifierState
from sim.bpf.verifier.types import SCALAR_VALUE

__all__ = [
    "collect_linked",
    "link_sum",
    "push_jmp_history",
    "reg_width",
    "sync_linked",
    "with_id_for_copy",
]

_MAX_LINKED = 6


def push_jmp_history(
    env: Env,
    state: VerifierState,
    slot: tuple[int, int] | None = None,
    linked: tuple[Link, ...] = (),
) -> None:
    """Remember this instruction, once, with what is to be known of it."""
    history = state.jmp_history
    if env.has_jump:
        last = history[-1]
        history[-1] = Jump(last.idx, last.prev, slot or last.slot, linked)
        return
    history.append(Jump(env.insn_idx, env.prev_insn_idx, slot, linked))
    env.has_jump = True


def reg_width(bounds: Bounds) -> int:
    """Return how many bits a number takes at most (get_reg_width)."""
    return bounds.umax.bit_length()


def with_id_for_copy(env: Env, reg: Reg) -> Reg:
    """Return a number as it is before it is copied: with an id, unless it is known."""
    if reg.type != SCALAR_VALUE:
        return reg
    if reg.id & ADD_CONST:
        reg = reg.copy()
        reg.id = reg.off = 0
    if not reg.id and not reg.bounds.is_const:
        reg = reg.copy()
        reg.id = env.new_id()
    return reg


def link_sum(env: Env, insn: Insn, reg: Reg, src: Bounds) -> None:
    """Keep the link of a number that a constant was added to; drop it from all others."""
    is_sum = insn.op == isa.BPF_ADD and insn.insn_class == isa.BPF_ALU64 and src.is_const
    if not (env.bpf_capable and is_sum and reg.id):
        reg.id = 0
    elif reg.id & ADD_CONST or src.value > S32_MAX:
        reg.id = reg.off = 0
    else:
        reg.id |= ADD_CONST
        reg.off = src.value


def _places(state: VerifierState) -> Iterator[tuple[Link, Reg]]:
    for frameno in range(len(state.frames) - 1, -1, -1):
        frame = state.frames[frameno]
        for regno in range(10):
            yield Link(frameno, True, regno), frame.regs[regno]
        for spi, slot in enumerate(frame.stack):
            if slot.is_spilled:
                yield Link(frameno, False, spi), slot.reg


def _put(state: VerifierState, link: Link, reg: Reg) -> None:
    frame = state.frames[link.frameno]
    if link.is_reg:
        frame.regs[link.number] = reg
    else:
        frame.stack[link.number] = Slot(frame.stack[link.number].types, reg)


def _at(state: VerifierState, link: Link) -> Reg:
    frame = state.frames[link.frameno]
    return frame.regs[link.number] if link.is_reg else frame.stack[link.number].reg


def collect_linked(state: VerifierState, ident: int, found: list[Link]) -> None:
    """Find all places with an id; those for which there is no room lose it."""
    ident &= ~ADD_CONST
    for link, reg in list(_places(state)):
        if reg.type != SCALAR_VALUE or reg.id & ~ADD_CONST != ident:
            continue
        if len(found) < _MAX_LINKED:
            found.append(link)
        else:
            reg = reg.copy()
            reg.id = 0
            _put(state, link, reg)


def sync_linked(state: VerifierState, known_reg: Reg, linked: list[Link]) -> None:
    """Tell linked numbers what was learned of one of them."""
    for link in linked:
        reg = _at(state, link)
        if reg.type != SCALAR_VALUE or reg is known_reg:
            continue
        if reg.id & ~ADD_CONST != known_reg.id & ~ADD_CONST:
            continue
        is_plain = not (reg.id & ADD_CONST or known_reg.id & ADD_CONST)
        if is_plain or reg.off == known_reg.off:
            _put(state, link, known_reg)
        else:
            _put(state, link, _moved(reg, known_reg))


def _moved(reg: Reg, known_reg: Reg) -> Reg:
    new = known_reg.copy()
    new.off, new.id = reg.off, reg.id
    delta = known((reg.off - known_reg.off) & U64_MAX)
    new.bounds = add_bounds(known_reg.bounds, delta)
    return new
