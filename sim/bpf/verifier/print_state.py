"""Registers and stack slots as the log prints them.

Answers to ``print_verifier_state`` in ``kernel/bpf/verifier.c`` of 6.1; values of 6.8 and later are
printed by `sim.bpf.verifier.print_terse`.

**Rule:** only what changed since the last print is shown, unless all is asked for; printing makes
everything unchanged.

**Not modelled:** the formats of 6.2; it prints as 6.1 does.
"""

from __future__ import annotations

from sim.bpf.verifier.bounds import (
    S32_MAX,
    S32_MIN,
    S64_MAX,
    S64_MIN,
    U32_MAX,
    U64_MAX,
    Bounds,
    s32,
)
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.print_terse import terse_dynptr, terse_reg, terse_spill
from sim.bpf.verifier.reg import Reg
from sim.bpf.verifier.state import (
    REG_LIVE_DONE,
    REG_LIVE_READ,
    REG_LIVE_WRITTEN,
    STACK_DYNPTR,
    STACK_INVALID,
    FuncState,
)
from sim.bpf.verifier.tnum import TNUM_UNKNOWN, tnum_str
from sim.bpf.verifier.types import (
    CONST_PTR_TO_MAP,
    NOT_INIT,
    PTR_TO_BTF_ID,
    PTR_TO_MAP_KEY,
    PTR_TO_MAP_VALUE,
    PTR_TO_MEM,
    PTR_TO_PACKET,
    PTR_TO_PACKET_META,
    PTR_TO_SOCKET,
    PTR_TO_STACK,
    PTR_TO_TCP_SOCK,
    SCALAR_VALUE,
    base_type,
    reg_type_str,
)

__all__ = ["print_insn_state", "print_state", "reg_text"]

_ALIGNMENT = 40
_STEP = 8
_SLOT_CHARS = "?rm0d"
_MAPS = (CONST_PTR_TO_MAP, PTR_TO_MAP_KEY, PTR_TO_MAP_VALUE)
_REFCOUNTED = (PTR_TO_SOCKET, PTR_TO_TCP_SOCK, PTR_TO_MEM, PTR_TO_BTF_ID)


def _liveness(live: int) -> str:
    text = "_" if live & (REG_LIVE_READ | REG_LIVE_WRITTEN | REG_LIVE_DONE) else ""
    text += "r" if live & REG_LIVE_READ else ""
    text += "w" if live & REG_LIVE_WRITTEN else ""
    return text + ("D" if live & REG_LIVE_DONE else "")


def reg_text(env: Env, reg: Reg) -> str:
    """Print a register's value, ``scalar(umax=255,…)`` or ``fp-8``."""
    base = base_type(reg.type)
    mark = "P" if reg.type == SCALAR_VALUE and reg.precise else ""
    name = env.type_str(reg.type)
    if reg.type in (SCALAR_VALUE, PTR_TO_STACK) and reg.bounds.is_const:
        number = reg.bounds.smin if reg.bounds.smin == reg.bounds.smax else reg.bounds.value
        shown = "" if reg.type == SCALAR_VALUE else name
        return f"{mark}{shown}{_signed(number + reg.off)}"
    if base == PTR_TO_BTF_ID and reg.btf is not None:
        name += reg.btf[reg.btf_id].name
    return f"{mark}{name}({','.join(_parts(env, reg, base))})"


def _signed(value: int) -> int:
    value &= U64_MAX
    return value - (1 << 64) if value > S64_MAX else value


def _parts(env: Env, reg: Reg, base: int) -> list[str]:
    parts = []
    if reg.id:
        parts.append(f"id={reg.id}")
    if reg.ref_obj_id and base in _REFCOUNTED:
        parts.append(f"ref_obj_id={reg.ref_obj_id}")
    if reg.type != SCALAR_VALUE:
        parts.append(f"off={reg.off}")
    if base in (PTR_TO_PACKET, PTR_TO_PACKET_META):
        parts.append(f"r={reg.range}")
    elif base in _MAPS and reg.map is not None:
        parts.append(f"ks={reg.map.key_size},vs={reg.map.value_size}")
    if reg.bounds.is_const:
        parts.append(f"imm={reg.bounds.value:x}")
    else:
        parts += bounds_parts(reg.bounds)
    return parts


def bounds_parts(b: Bounds) -> list[str]:
    """Print what is known of a number that is not constant."""
    parts = []
    if b.smin not in (b.umin, S64_MIN) and b.smin & U64_MAX != b.umin:
        parts.append(f"smin={b.smin}")
    if b.smax & U64_MAX != b.umax and b.smax != S64_MAX:
        parts.append(f"smax={b.smax}")
    if b.umin != 0:
        parts.append(f"umin={b.umin}")
    if b.umax != U64_MAX:
        parts.append(f"umax={b.umax}")
    if b.var_off != TNUM_UNKNOWN:
        parts.append(f"var_off={tnum_str(b.var_off)}")
    if b.s32_min not in (b.smin, S32_MIN):
        parts.append(f"s32_min={b.s32_min}")
    if b.s32_max not in (b.smax, S32_MAX):
        parts.append(f"s32_max={b.s32_max}")
    if b.u32_min != b.umin and b.u32_min != 0:
        parts.append(f"u32_min={s32(b.u32_min)}")  # the kernel prints %d
    if b.u32_max not in (b.umax, U32_MAX):
        parts.append(f"u32_max={s32(b.u32_max)}")
    return parts


def print_state(env: Env, frame: FuncState, *, print_all: bool) -> None:
    """Print a frame on one line; what only changed parts were asked of is unchanged then."""
    if env.terse_log:
        _print_terse(env, frame, print_all=print_all)
        return
    out = [f" frame{frame.frameno}:"] if frame.frameno else []
    for regno, reg in enumerate(frame.regs):
        if reg.type == NOT_INIT or not (print_all or env.scratched_regs >> regno & 1):
            continue
        out.append(f" R{regno}{_liveness(frame.marks[regno].live)}={reg_text(env, reg)}")
    for spi, slot in enumerate(frame.stack):
        if all(kind == STACK_INVALID for kind in slot.types):
            continue
        if not (print_all or env.scratched_stack_slots >> spi & 1):
            continue
        name = f" fp{-8 * (spi + 1)}{_liveness(frame.stack_marks[spi].live)}="
        if slot.is_spilled:
            out.append(name + _spilled_text(slot.reg))
        else:
            out.append(name + "".join(_SLOT_CHARS[kind] for kind in slot.types))
    _finish(env, frame, out, print_all=print_all)


def _print_terse(env: Env, frame: FuncState, *, print_all: bool) -> None:
    out = [f" frame{frame.frameno}:"] if frame.frameno else []
    for regno, reg in enumerate(frame.regs):
        if reg.type == NOT_INIT or not (print_all or env.scratched_regs >> regno & 1):
            continue
        out.append(f" R{regno}{_liveness(frame.marks[regno].live)}={terse_reg(frame, reg)}")
    spi = -1
    while (spi := spi + 1) < len(frame.stack):
        slot = frame.stack[spi]
        if all(kind == STACK_INVALID for kind in slot.types):
            continue
        if not (print_all or env.scratched_stack_slots >> spi & 1):
            continue
        if slot.types[7] == STACK_DYNPTR:
            spi += 1
            slot = frame.stack[spi]
            text = terse_dynptr(slot.reg)
        elif slot.is_spilled:
            text = terse_spill(frame, slot)
        else:
            text = "".join(_SLOT_CHARS[kind] for kind in slot.types)
        out.append(f" fp{-8 * (spi + 1)}{_liveness(frame.stack_marks[spi].live)}={text}")
    _finish(env, frame, out, print_all=print_all)


def _finish(env: Env, frame: FuncState, out: list[str], *, print_all: bool) -> None:
    if frame.refs:
        out.append(" refs=" + ",".join(str(ref.id) for ref in frame.refs))
    if frame.in_callback_fn:
        out.append(" cb")
    if frame.in_async_callback_fn:
        out.append(" async_cb")
    env.verbose("".join(out) + "\n")
    if not print_all:
        env.scratched_regs = 0
        env.scratched_stack_slots = 0


def _spilled_text(reg: Reg) -> str:
    if reg.type != SCALAR_VALUE:
        return reg_type_str(reg.type)
    text = "P" if reg.precise else ""
    return f"{text}{_signed(reg.bounds.value + reg.off)}" if reg.bounds.is_const else text


def print_insn_state(env: Env, frame: FuncState) -> None:
    """Print what an instruction changed, behind it if nothing was printed since."""
    log = env.log
    if env.prev_log_len and env.prev_log_len == log.len_used:
        log.reset(env.prev_log_len - 1)
        width = env.prev_insn_print_len
        column = -(-max(width + _STEP // 2, _ALIGNMENT) // _STEP) * _STEP
        log.write(f"{' ':>{max(1, column - width - 1)}};")
    else:
        log.write(f"{env.insn_idx}:")
    print_state(env, frame, print_all=False)
