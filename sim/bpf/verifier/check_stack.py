"""The stack: spills and fills, and reads and writes at known and at variable offsets.

Answers to ``check_stack_read*``, ``check_stack_write*``, ``check_stack_range_initialized`` and
``check_stack_access_within_bounds``.

**Rule:** a byte at offset *off* from the frame pointer is byte ``(-off - 1) % 8`` of slot
``(-off - 1) // 8``.

**Not modelled:** nothing of 6.1.192; kernels before 6.1 refused some reads that it lets pass.
"""

from __future__ import annotations

import errno as errnos
from typing import TYPE_CHECKING

from sim.bpf import isa
from sim.bpf.verifier.backtrack import mark_chain_precision
from sim.bpf.verifier.check_map import ACCESS_DIRECT, ACCESS_HELPER, BPF_READ, BPF_WRITE
from sim.bpf.verifier.dynptr_slots import destroy_if_dynptr
from sim.bpf.verifier.env import MAX_BPF_STACK, Env
from sim.bpf.verifier.line_info import verbose_linfo
from sim.bpf.verifier.linked import push_jmp_history, reg_width, with_id_for_copy
from sim.bpf.verifier.reg import NOT_INIT_REG, Reg, const_reg, unknown_reg
from sim.bpf.verifier.regs import frame_of, mark_read, mark_unknown, set_reg
from sim.bpf.verifier.stack_fill import fill
from sim.bpf.verifier.stack_slots import (
    SLOT_BYTES,
    is_bounded,
    is_null_reg,
    place,
    save_spill,
    scrubbed,
    stored_imm,
)
from sim.bpf.verifier.state import (
    REG_LIVE_WRITTEN,
    STACK_DYNPTR,
    STACK_INVALID,
    STACK_MISC,
    STACK_SPILL,
    STACK_ZERO,
    FuncState,
    Slot,
)
from sim.bpf.verifier.types import (
    CONST_PTR_TO_MAP,
    NOT_INIT,
    PTR_TO_BTF_ID,
    PTR_TO_BUF,
    PTR_TO_CTX,
    PTR_TO_FLOW_KEYS,
    PTR_TO_FUNC,
    PTR_TO_MAP_KEY,
    PTR_TO_MAP_VALUE,
    PTR_TO_MEM,
    PTR_TO_PACKET,
    PTR_TO_PACKET_END,
    PTR_TO_PACKET_META,
    PTR_TO_SOCK_COMMON,
    PTR_TO_SOCKET,
    PTR_TO_STACK,
    PTR_TO_TCP_SOCK,
    PTR_TO_XDP_SOCK,
    SCALAR_VALUE,
    base_type,
)

if TYPE_CHECKING:
    from sim.bpf.verifier.call_meta import CallMeta

__all__ = [
    "check_stack_range_initialized",
    "check_stack_read",
    "check_stack_within_bounds",
    "check_stack_write",
]

_BPF_MAX_VAR_OFF = 1 << 29
_SPILLABLE = frozenset(
    (
        PTR_TO_STACK,
        PTR_TO_CTX,
        PTR_TO_PACKET,
        PTR_TO_PACKET_META,
        PTR_TO_PACKET_END,
        PTR_TO_FLOW_KEYS,
        CONST_PTR_TO_MAP,
        PTR_TO_SOCKET,
        PTR_TO_SOCK_COMMON,
        PTR_TO_TCP_SOCK,
        PTR_TO_XDP_SOCK,
        PTR_TO_BTF_ID,
        PTR_TO_BUF,
        PTR_TO_MEM,
        PTR_TO_FUNC,
        PTR_TO_MAP_KEY,
        PTR_TO_MAP_VALUE,
    )
)


def check_stack_within_bounds(
    env: Env, regno: int, off: int, size: int, source: int, kind: int
) -> None:
    """Refuse accesses outside the frame, and make room in it for the rest."""
    reg = env.frame.regs[regno]
    if source == ACCESS_HELPER:
        what = " indirect access to"
    else:
        what = " read from" if kind == BPF_READ else " write to"
    b = reg.bounds
    if b.is_const:
        low = b.smin + off
        high = low + size
    else:
        if b.smax >= _BPF_MAX_VAR_OFF or b.smin <= -_BPF_MAX_VAR_OFF:
            env.reject(f"invalid unbounded variable-offset{what} stack R{regno}")
        low = b.smin + off
        high = b.smax + off + size
    frame = frame_of(env, reg)
    lowest = -MAX_BPF_STACK
    if kind == BPF_READ and not env.allow_uninit_stack:
        lowest = -SLOT_BYTES * len(frame.stack)
    errno = 0 if lowest <= low <= -1 else errnos.EACCES
    if not errno and high > 0:
        errno = errnos.EINVAL
    if errno:
        if b.is_const:
            env.reject(f"invalid{what} stack R{regno} off={low} size={size}", errno)
        var_off = env.tnum_str(b.var_off)
        text = (
            f"var_off={var_off} off={off} size={size}"
            if env.terse_log
            else (f"var_off={var_off} size={size}")
        )
        env.reject(f"invalid variable-offset{what} stack R{regno} {text}", errno)
    frame.grow_stack(-(low // SLOT_BYTES))
    update_stack_depth(env, frame, low)


def update_stack_depth(env: Env, frame: FuncState, off: int) -> None:
    """Remember how deep a function's stack goes."""
    subprog = env.subprogs[frame.subprogno]
    depth = -(off // SLOT_BYTES) * SLOT_BYTES
    subprog.stack_depth = max(subprog.stack_depth, depth)


def check_stack_read(env: Env, ptr_regno: int, off: int, size: int, dst_regno: int) -> None:
    """Read the stack; *dst_regno* is -1 if nobody takes the value."""
    reg = env.frame.regs[ptr_regno]
    frame = frame_of(env, reg)
    if reg.bounds.is_const:
        _read_fixed(env, frame, off + reg.bounds.smin, size, dst_regno)
        return
    var_off = env.tnum_str(reg.bounds.var_off)
    if dst_regno < 0:
        env.reject(
            "variable offset stack pointer cannot be passed into helper function; "
            f"var_off={var_off} off={off} size={size}"
        )
    if not env.bypass_spec_v1:
        text = f"prohibited for !root, var_off={var_off}"
        env.reject(f"R{ptr_regno} variable offset stack access {text}")
    check_stack_range_initialized(
        env, ptr_regno, off, size, zero_size_allowed=False, source=ACCESS_DIRECT, meta=None
    )
    low, high = reg.bounds.smin + off, reg.bounds.smax + off
    _fill_from_bytes(env, frame, low, high + size, dst_regno)


def _spill_size(slot: Slot) -> int:
    size = 1
    while size < SLOT_BYTES and slot.types[7 - size] == STACK_SPILL:
        size += 1
    return size


def _read_fixed(env: Env, frame: FuncState, off: int, size: int, dst_regno: int) -> None:
    spi, at = place(off)
    frame.grow_stack(spi + 1)
    slot, mark = frame.stack[spi], frame.stack_marks[spi]
    if env.stack_history:
        env.scratched_stack_slots |= 1 << spi
    if not slot.is_spilled:
        for i in range(size):
            kind = slot.types[(at - i) % SLOT_BYTES]
            if kind in (STACK_MISC, STACK_ZERO):
                continue
            if kind == STACK_INVALID and env.allow_uninit_stack:
                continue
            env.reject(f"invalid read from stack off {off}+{i} size {size}")
        mark_read(env, mark)
        if dst_regno >= 0:
            _fill_from_bytes(env, frame, off, off + size, dst_regno)
        return
    spill_size = _spill_size(slot)
    if env.stack_history:
        fill(env, frame, off, size, dst_regno, spill_size)
        return
    if size != SLOT_BYTES or spill_size != SLOT_BYTES:
        _fill_part(env, frame, spi, off, size, dst_regno, spill_size)
        return
    if dst_regno >= 0:
        set_reg(env, dst_regno, slot.reg)
        env.frame.marks[dst_regno].live |= REG_LIVE_WRITTEN
    elif not env.allow_ptr_leaks and slot.reg.type not in (NOT_INIT, SCALAR_VALUE):
        env.reject(f"leaking pointer from stack off {off}")
    mark_read(env, mark)


def _fill_part(
    env: Env, frame: FuncState, spi: int, off: int, size: int, dst_regno: int, spill_size: int
) -> None:
    slot, at = frame.stack[spi], (-off - 1) % SLOT_BYTES
    if slot.reg.type != SCALAR_VALUE:
        verbose_linfo(env, env.insn_idx, "; ")
        env.reject("invalid size of register fill")
    mark_read(env, frame.stack_marks[spi])
    if dst_regno < 0:
        return
    if off % SLOT_BYTES == 0 and size == spill_size:
        set_reg(env, dst_regno, slot.reg)
    else:
        for i in range(size):
            kind = slot.types[(at - i) % SLOT_BYTES]
            if kind in (STACK_SPILL, STACK_MISC):
                continue
            if kind == STACK_INVALID and env.allow_uninit_stack:
                continue
            env.reject(f"invalid read from stack off {off}+{i} size {size}")
        mark_unknown(env, dst_regno)
    env.frame.marks[dst_regno].live |= REG_LIVE_WRITTEN


def _fill_from_bytes(env: Env, frame: FuncState, low: int, high: int, dst_regno: int) -> None:
    """Read bytes that hold no register: zero if all of them are (mark_reg_stack_read)."""
    all_zero = True
    for off in range(low, high):
        spi, at = place(off)
        if env.stack_history:
            env.scratched_stack_slots |= 1 << spi
        if spi >= len(frame.stack) or frame.stack[spi].types[at] != STACK_ZERO:
            all_zero = False
            break
    if all_zero:
        # whatever made it zero was marked precise when it was written
        is_precise = not env.stack_history or not env.bpf_capable
        set_reg(env, dst_regno, const_reg(0, precise=is_precise))
    else:
        mark_unknown(env, dst_regno)
    env.frame.marks[dst_regno].live |= REG_LIVE_WRITTEN


def check_stack_write(env: Env, ptr_regno: int, off: int, size: int, value_regno: int) -> None:
    """Write the stack; *value_regno* is -1 for a constant or an unknown value."""
    reg = env.frame.regs[ptr_regno]
    frame = frame_of(env, reg)
    if reg.bounds.is_const:
        _write_fixed(env, frame, off + reg.bounds.smin, size, value_regno)
    else:
        _write_var(env, frame, reg, off, size, value_regno)


def _write_fixed(env: Env, frame: FuncState, off: int, size: int, value_regno: int) -> None:
    spi, at = place(off)
    frame.grow_stack(spi + 1)
    slot = frame.stack[spi]
    is_pointer = slot.is_spilled and not (env.spill_ids and slot.reg.type == SCALAR_VALUE)
    if not env.allow_ptr_leaks and is_pointer and size != SLOT_BYTES:
        env.reject("attempt to corrupt spilled pointer on stack")
    reg = env.frame.regs[value_regno] if value_regno >= 0 else None
    if env.dynptr_slots:
        destroy_if_dynptr(env, frame, spi)
    env.scratched_stack_slots |= 1 << spi
    is_aligned = off % SLOT_BYTES == 0
    if env.stack_history:
        _write_noted(env, frame, spi, at, size, value_regno, reg)
        return
    if reg and is_aligned and env.bpf_capable and is_bounded(reg) and not is_null_reg(reg):
        if env.insns[env.insn_idx].dst_reg != isa.BPF_REG_FP:
            # backtracking sees only stores through R10
            mark_chain_precision(env, value_regno)
            reg = env.frame.regs[value_regno]
        save_spill(env, frame, spi, _cut(reg, size), size)
    elif reg is None and is_aligned and env.bpf_capable and stored_imm(env):
        save_spill(env, frame, spi, const_reg(stored_imm(env) or 0), size)
    elif reg and base_type(reg.type) in _SPILLABLE:
        if size != SLOT_BYTES:
            verbose_linfo(env, env.insn_idx, "; ")
            env.reject("invalid size of register spill")
        if frame is not env.frame and reg.type == PTR_TO_STACK:
            message = "cannot spill pointers to stack into stack frame of the caller"
            env.reject(message, errnos.EINVAL)
        save_spill(env, frame, spi, reg, size)
    else:
        _write_bytes(env, frame, spi, at, size, value_regno, reg)


def _write_noted(
    env: Env, frame: FuncState, spi: int, at: int, size: int, value_regno: int, reg: Reg | None
) -> None:
    """Write the stack by the rules of 6.8 and later: spills are remembered by instruction."""
    is_number = reg is not None and reg.type == SCALAR_VALUE
    can_spill = at == SLOT_BYTES - 1 and env.bpf_capable
    if can_spill and is_number and reg is not None:
        fits = reg_width(reg.bounds) <= 8 * size
        if fits and env.spill_ids:
            reg = with_id_for_copy(env, reg)
            set_reg(env, value_regno, reg)
        spilled = reg
        if not fits and reg.id:
            spilled = reg.copy()
            spilled.id = 0
        save_spill(env, frame, spi, spilled, size)
    elif can_spill and reg is None and stored_imm(env) is not None:
        save_spill(env, frame, spi, const_reg(stored_imm(env) or 0), size)
    elif reg and base_type(reg.type) in _SPILLABLE:
        if size != SLOT_BYTES:
            verbose_linfo(env, env.insn_idx, "; ")
            env.reject("invalid size of register spill")
        if frame is not env.frame and reg.type == PTR_TO_STACK:
            message = "cannot spill pointers to stack into stack frame of the caller"
            env.reject(message, errnos.EINVAL)
        save_spill(env, frame, spi, reg, size)
    else:
        _write_bytes(env, frame, spi, at, size, value_regno, reg)
        return
    push_jmp_history(env, env.cur, slot=(frame.frameno, spi))


def _cut(reg: Reg, size: int) -> Reg:
    if reg.id and reg.bounds.umax.bit_length() > 8 * size:
        reg = reg.copy()
        reg.id = 0
    return reg


def _write_bytes(
    env: Env, frame: FuncState, spi: int, at: int, size: int, value_regno: int, reg: Reg | None
) -> None:
    slot = frame.stack[spi]
    types = bytearray(scrubbed(slot.types) if slot.is_spilled else slot.types)
    if size == SLOT_BYTES:
        frame.stack_marks[spi].live |= REG_LIVE_WRITTEN
    kind = STACK_MISC
    if is_null_reg(reg) if reg is not None else stored_imm(env) == 0:
        mark_chain_precision(env, value_regno)
        kind = STACK_ZERO
    for i in range(size):
        types[(at - i) % SLOT_BYTES] = kind
    # what a dynptr was is remembered, though there is none here any more
    kept = slot.reg if slot.reg.dynptr else NOT_INIT_REG
    frame.stack[spi] = Slot(bytes(types), kept)


def _write_var(env: Env, frame: FuncState, ptr: Reg, off: int, size: int, value_regno: int) -> None:
    low, high = ptr.bounds.smin + off, ptr.bounds.smax + off + size
    reg = env.frame.regs[value_regno] if value_regno >= 0 else None
    writing_zero = is_null_reg(reg) if reg is not None else stored_imm(env) == 0
    zero_used = False
    frame.grow_stack(-(low // SLOT_BYTES))
    if env.dynptr_slots:
        for at_off in range(low, high):
            destroy_if_dynptr(env, frame, place(at_off)[0])
    for at_off in range(low, high):
        spi, at = place(at_off)
        slot = frame.stack[spi]
        kind = slot.types[at]
        env.scratched_stack_slots |= 1 << spi
        insn_idx = env.insn_idx
        if not env.allow_ptr_leaks and kind not in (STACK_MISC, STACK_ZERO):
            env.verbose(
                "spilled ptr in range of var-offset stack write; "
                f"insn {insn_idx}, ptr off: {at_off}"
            )
            env.reject("", errnos.EINVAL)
        if env.stack_history and writing_zero and kind == STACK_SPILL and is_null_reg(slot.reg):
            zero_used = True
            continue
        new_kind = STACK_MISC
        if writing_zero and kind == STACK_ZERO:
            new_kind, zero_used = STACK_ZERO, True
        is_scrubbed = env.stack_history and slot.is_spilled
        types = bytearray(scrubbed(slot.types) if is_scrubbed else slot.types)
        types[at] = new_kind
        frame.stack[spi] = Slot(bytes(types), slot.reg if slot.reg.dynptr else NOT_INIT_REG)
    if zero_used:
        mark_chain_precision(env, value_regno)


def check_stack_range_initialized(
    env: Env,
    regno: int,
    off: int,
    size: int,
    *,
    zero_size_allowed: bool,
    source: int,
    meta: CallMeta | None,
) -> None:
    """Check that a helper (or a read at a variable offset) may have a part of the stack."""
    reg = env.frame.regs[regno]
    frame = frame_of(env, reg)
    what = " indirect" if source == ACCESS_HELPER else ""
    if size == 0 and not zero_size_allowed:
        env.reject("invalid zero-sized read")
    clobber = source == ACCESS_HELPER
    kind = BPF_WRITE if clobber else BPF_READ
    check_stack_within_bounds(env, regno, off, size, source, kind)
    b = reg.bounds
    if b.is_const:
        low = high = b.smin + off
    else:
        if not env.bypass_spec_v1:
            text = f"prohibited for !root, var_off={env.tnum_str(b.var_off)}"
            env.reject(f"R{regno}{what} variable offset stack access {text}")
        if meta is not None and meta.raw_mode:
            meta = None
        low, high = b.smin + off, b.smax + off
    if meta is not None and meta.raw_mode:
        if env.dynptr_slots:
            _refuse_dynptrs(env, frame, low, high + size)
        meta.access_size = size
        meta.regno = regno
        return
    for at_off in range(low, high + size):
        if not _touch(env, frame, at_off, clobber=clobber):
            i = at_off - low
            if b.is_const:
                text = f"off {low}+{i} size {size}"
            else:
                text = f"var_off {env.tnum_str(b.var_off)}+{i} size {size}"
            env.reject(f"invalid{what} read from stack R{regno} {text}")
    update_stack_depth(env, frame, low)


def _refuse_dynptrs(env: Env, frame: FuncState, low: int, high: int) -> None:
    """Refuse memory for a helper to fill that has a dynptr in it."""
    for off in range(low, high):
        spi, at = place(off)
        if spi < len(frame.stack) and frame.stack[spi].types[at] == STACK_DYNPTR:
            env.reject(f"potential write to dynptr at off={off} disallowed")


def _touch(env: Env, frame: FuncState, off: int, *, clobber: bool) -> bool:
    """Have one byte read, and perhaps written, by a helper; say whether it may be."""
    spi, at = place(off)
    if spi >= len(frame.stack):
        if not env.allow_uninit_stack:
            return False
        frame.grow_stack(spi + 1)
    slot = frame.stack[spi]
    kind = slot.types[at]
    is_ok = kind == STACK_MISC
    if kind == STACK_ZERO or (kind == STACK_INVALID and env.allow_uninit_stack):
        is_ok = True
        if clobber:
            types = bytearray(slot.types)
            types[at] = STACK_MISC
            frame.stack[spi] = Slot(bytes(types), slot.reg)
    elif slot.is_spilled and kind != STACK_MISC:
        is_scalar = slot.reg.type == SCALAR_VALUE
        if is_scalar or env.allow_ptr_leaks:
            is_ok = True
            if clobber:
                unknown = unknown_reg(precise=not env.bpf_capable)
                frame.stack[spi] = Slot(scrubbed(slot.types), unknown)
    if is_ok:
        mark_read(env, frame.stack_marks[spi])
    return is_ok
