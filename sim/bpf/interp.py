"""The interpreter: BPF instructions, one after the other (kernel/bpf/core.c).

It is the reference: whatever else runs programs must agree with it. Registers live in the run
state, memory in the region; a direct access is confined by masking and not checked further.

**Rule:** `interp` returns at the program's exit, at a visible helper, or at a fault; calling it
again with the same run state goes on.

**Not modelled:** tail calls, callbacks and kfuncs.
"""

from __future__ import annotations

from sim.base.arith import (
    add64,
    bswap64,
    lshr64,
    mul64,
    sar64,
    sdiv64,
    sext8,
    sext16,
    sext32,
    shl64,
    smod64,
    sub64,
    udiv64,
    ult64,
    umod64,
    zext32,
)
from sim.base.compile import call1, compiled, exported
from sim.base.memory import (
    load8,
    load16,
    load32,
    load64,
    store8,
    store16,
    store32,
    store64,
)
from sim.bpf.helpers.table import HELPER_BYTES, KIND_PLAIN, NR_HELPER_IDS
from sim.bpf.run_state import (
    COUNTS,
    FRAME_BYTES,
    MAX_FRAMES,
    R_BASE,
    R_CTX,
    R_DEPTH,
    R_DONE,
    R_FAULT,
    R_FRAMES,
    R_HELPERS,
    R_HPHASE,
    R_INSNS,
    R_PC,
    R_PENDING,
    R_PROG,
    R_REGS,
    R_STACK,
    RUN_EXIT,
    RUN_FAULT,
    RUN_SUSPENDED,
    count,
)

__all__ = [
    "FAULTS",
    "FAULT_BUDGET",
    "FAULT_DEPTH",
    "FAULT_HELPER",
    "FAULT_OPCODE",
    "INSN_BUDGET",
    "STACK_BYTES",
    "interp",
    "start_run",
]

STACK_BYTES = 512
INSN_BUDGET = 1 << 24
FAULT_OPCODE = 1
FAULT_HELPER = 2
FAULT_DEPTH = 3
FAULT_BUDGET = 4
FAULTS = {
    FAULT_OPCODE: "has an instruction that does not exist",
    FAULT_HELPER: "calls a helper that does not exist",
    FAULT_DEPTH: "calls subprograms more than 8 deep",
    FAULT_BUDGET: f"ran {INSN_BUDGET:,} instructions without an end",
}
"""What a program did, by the fault's number."""

_INSN = COUNTS.index("prog.insn_jit")
_ATOMIC = COUNTS.index("map.atomic")


@compiled("void(int64,int64,int64)")
def start_run(run: int, insns: int, ctx: int) -> None:
    """Prepare to run the program whose instructions are at host address *insns*."""
    store64(run + R_PROG, insns)
    store64(run + R_CTX, ctx)
    store64(run + R_PC, 0)
    store64(run + R_DEPTH, 0)
    store64(run + R_PENDING, 0)
    store64(run + R_DONE, 0)
    store64(run + R_HPHASE, 0)
    store64(run + R_INSNS, 0)
    store64(run + R_REGS + 8, ctx)
    store64(run + R_REGS + 80, load64(run + R_STACK))


@compiled("int64(int64,int64,int64)", inline=True)
def _alu64(op: int, a: int, b: int) -> int:
    if op == 0x00:
        return add64(a, b)
    if op == 0x10:
        return sub64(a, b)
    if op == 0x20:
        return mul64(a, b)
    if op == 0x40:
        return a | b
    if op == 0x50:
        return a & b
    if op == 0x60:
        return shl64(a, b)
    if op == 0x70:
        return lshr64(a, b)
    if op == 0x80:
        return sub64(0, a)
    if op == 0xA0:
        return a ^ b
    if op == 0xB0:
        return b
    return sar64(a, b)


@compiled("int64(int64,int64,int64)", inline=True)
def _alu32(op: int, a: int, b: int) -> int:
    if op == 0x60:
        return zext32(shl64(a, b & 31))
    if op == 0x70:
        return lshr64(zext32(a), b & 31)
    if op == 0xC0:
        return zext32(sar64(sext32(a), b & 31))
    return zext32(_alu64(op, a, b))


@compiled("int64(int64,int64,int64,int64)", inline=True)
def _div_mod64(op: int, off: int, a: int, b: int) -> int:
    if off == 1:
        return sdiv64(a, b) if op == 0x30 else smod64(a, b)
    return udiv64(a, b) if op == 0x30 else umod64(a, b)


@compiled("int64(int64,int64,int64,int64)", inline=True)
def _div_mod32(op: int, off: int, a: int, b: int) -> int:
    if off == 1:
        x = sext32(a)
        y = sext32(b)
        return zext32(sdiv64(x, y) if op == 0x30 else smod64(x, y))
    x = zext32(a)
    y = zext32(b)
    return zext32(udiv64(x, y) if op == 0x30 else umod64(x, y))


@compiled("int64(int64,int64,int64)", inline=True)
def _moved(off: int, value: int, is64: int) -> int:
    """MOV, or MOVSX when *off* says from how many bits."""
    if off == 8:
        value = sext8(value)
    elif off == 16:
        value = sext16(value)
    elif off == 32:
        value = sext32(value)
    return value if is64 == 1 else zext32(value)


@compiled("int64(int64,int64,int64,int64)", inline=True)
def _swapped(cls: int, source: int, bits: int, value: int) -> int:
    """BPF_END: to little (a truncation), to big, or (64-bit class) always swapped."""
    if cls == 7 or source == 8:
        return lshr64(bswap64(value), 64 - bits)
    if bits == 16:
        return value & 0xFFFF
    if bits == 32:
        return zext32(value)
    return value


@compiled("int64(int64,int64,int64)", inline=True)
def _taken(op: int, a: int, b: int) -> int:
    yes = False
    if op == 0x10:
        yes = a == b
    elif op == 0x20:
        yes = ult64(b, a)
    elif op == 0x30:
        yes = not ult64(a, b)
    elif op == 0x40:
        yes = (a & b) != 0
    elif op == 0x50:
        yes = a != b
    elif op == 0x60:
        yes = a > b
    elif op == 0x70:
        yes = a >= b
    elif op == 0xA0:
        yes = ult64(a, b)
    elif op == 0xB0:
        yes = not ult64(b, a)
    elif op == 0xC0:
        yes = a < b
    elif op == 0xD0:
        yes = a <= b
    return 1 if yes else 0


@compiled("int64(int64,int64)", inline=True)
def _load(opcode: int, host: int) -> int:
    size = opcode & 0x18
    signed = opcode & 0xE0 == 0x80
    if size == 0x18:
        return load64(host)
    if size == 0x00:
        value = load32(host)
        return sext32(value) if signed else value
    if size == 0x08:
        value = load16(host)
        return sext16(value) if signed else value
    value = load8(host)
    return sext8(value) if signed else value


@compiled("void(int64,int64,int64)", inline=True)
def _store(opcode: int, host: int, value: int) -> None:
    size = opcode & 0x18
    if size == 0x18:
        store64(host, value)
    elif size == 0x00:
        store32(host, value)
    elif size == 0x08:
        store16(host, value)
    else:
        store8(host, value)


@compiled("int64(int64,int64,int64,int64,int64,int64)")
def _atomic(opcode: int, imm: int, host: int, src: int, regs: int, is64: int) -> int:
    """Do an atomic operation; return 0, or 1 when there is no such operation."""
    old = load64(host) if is64 == 1 else load32(host)
    value = load64(src)
    op = imm & 0xF0
    if imm == 0xF1:
        expected = load64(regs)
        matches = old == expected if is64 == 1 else old == zext32(expected)
        if matches:
            _store(opcode, host, value)
        store64(regs, old)
        return 0
    if imm == 0xE1:
        new = value
    elif op == 0x00:
        new = add64(old, value)
    elif op == 0x40:
        new = old | value
    elif op == 0x50:
        new = old & value
    elif op == 0xA0:
        new = old ^ value
    else:
        return 1
    _store(opcode, host, new)
    if imm & 1:
        store64(src, old)
    return 0


@compiled("int64(int64,int64)", inline=True)
def _enter_subprog(run: int, pc: int) -> int:
    depth = load64(run + R_DEPTH)
    if depth + 1 >= MAX_FRAMES:
        return RUN_FAULT
    regs = run + R_REGS
    frame = run + R_FRAMES + depth * FRAME_BYTES
    for i in range(4):
        store64(frame + 8 * i, load64(regs + 48 + 8 * i))
    store64(frame + 32, pc)
    store64(frame + 40, load64(regs + 80))
    store64(regs + 80, load64(regs + 80) - STACK_BYTES)
    store64(run + R_DEPTH, depth + 1)
    return 0


@compiled("int64(int64)", inline=True)
def _leave_subprog(run: int) -> int:
    """Return to the caller's frame and give the pc to go on from."""
    depth = load64(run + R_DEPTH) - 1
    store64(run + R_DEPTH, depth)
    regs = run + R_REGS
    frame = run + R_FRAMES + depth * FRAME_BYTES
    for i in range(4):
        store64(regs + 48 + 8 * i, load64(frame + 8 * i))
    store64(regs + 80, load64(frame + 40))
    return load64(frame + 32)


@compiled("int64(int64)", inline=True)
def _finish_pending(run: int) -> int:
    """Do the helper call that the run was suspended at."""
    if load64(run + R_DONE) == 0:
        at = load64(run + R_HELPERS) + load64(run + R_PENDING) * HELPER_BYTES
        status = call1(load64(at), run)
        if status != RUN_EXIT:
            return status
    store64(run + R_PENDING, 0)
    store64(run + R_DONE, 0)
    store64(run + R_HPHASE, 0)
    return RUN_EXIT


@compiled("int64(int64,int64,int64,int64)", inline=True)
def _leave(run: int, pc: int, nr_insns: int, status: int) -> int:
    store64(run + R_PC, pc)
    if nr_insns > 0:
        store64(run + R_INSNS, load64(run + R_INSNS) + nr_insns)
        count(run, _INSN, nr_insns)
    return status


@compiled("int64(int64,int64,int64,int64)", inline=True)
def _fault(run: int, pc: int, nr_insns: int, why: int) -> int:
    store64(run + R_FAULT, why)
    return _leave(run, pc, nr_insns, RUN_FAULT)


@exported("int64(int64)")
def interp(run: int) -> int:
    """Run until the exit, the next visible helper or a fault; return the status.

    Args:
        run: Host address of the run state (`start_run`).
    """
    if load64(run + R_PENDING) != 0:
        status = _finish_pending(run)
        if status != RUN_EXIT:
            return status
    code = load64(run + R_PROG)
    base = load64(run + R_BASE)
    helpers = load64(run + R_HELPERS)
    regs = run + R_REGS
    pc = load64(run + R_PC)
    n = 0
    while True:
        insn = load64(code + 8 * pc)
        pc += 1
        n += 1
        opcode = insn & 0xFF
        cls = opcode & 7
        op = opcode & 0xF0
        dst = regs + ((insn >> 8) & 15) * 8
        src = regs + ((insn >> 12) & 15) * 8
        if cls == 7 or cls == 4:
            off = sext16(insn >> 16)
            a = load64(dst)
            b = load64(src) if opcode & 8 else insn >> 32
            if op == 0xB0:
                store64(dst, _moved(off, b, 1 if cls == 7 else 0))
            elif op == 0x30 or op == 0x90:
                if cls == 7:
                    store64(dst, _div_mod64(op, off, a, b))
                else:
                    store64(dst, _div_mod32(op, off, a, b))
            elif op == 0xD0:
                store64(dst, _swapped(cls, opcode & 8, insn >> 32, a))
            elif cls == 7:
                store64(dst, _alu64(op, a, b))
            else:
                store64(dst, _alu32(op, a, b))
        elif cls == 1:
            address = add64(load64(src), sext16(insn >> 16))
            store64(dst, _load(opcode, base + (address & 0xFFFFFFFF)))
        elif cls == 3 and opcode & 0xE0 == 0x60:
            address = add64(load64(dst), sext16(insn >> 16))
            _store(opcode, base + (address & 0xFFFFFFFF), load64(src))
        elif cls == 2:
            address = add64(load64(dst), sext16(insn >> 16))
            _store(opcode, base + (address & 0xFFFFFFFF), insn >> 32)
        elif (cls == 5 or cls == 6) and (op != 0x00 and op != 0x80 and op != 0x90):
            a = load64(dst)
            b = load64(src) if opcode & 8 else insn >> 32
            if cls == 6:
                if (op >= 0x60 and op <= 0x70) or op >= 0xC0:
                    a = sext32(a)
                    b = sext32(b)
                else:
                    a = zext32(a)
                    b = zext32(b)
            if _taken(op, a, b) == 1:
                pc += sext16(insn >> 16)
                if n > INSN_BUDGET:
                    return _fault(run, pc, n, FAULT_BUDGET)
        elif opcode == 0x18:
            high = load64(code + 8 * pc)
            pc += 1
            store64(dst, (insn >> 32 & 0xFFFFFFFF) | (high >> 32 << 32))
        elif opcode == 0x85:
            kind = (insn >> 12) & 15
            imm = insn >> 32
            if kind == 1:
                if _enter_subprog(run, pc) == RUN_FAULT:
                    return _fault(run, pc, n, FAULT_DEPTH)
                pc += imm
            elif kind != 0 or imm <= 0 or imm >= NR_HELPER_IDS:
                return _fault(run, pc, n, FAULT_HELPER)
            else:
                at = helpers + imm * HELPER_BYTES
                handle = load64(at)
                if handle == 0:
                    return _fault(run, pc, n, FAULT_HELPER)
                if load64(run + R_INSNS) + n > INSN_BUDGET:
                    return _fault(run, pc, n, FAULT_BUDGET)
                if load64(at + 8) != KIND_PLAIN:
                    store64(run + R_PENDING, imm)
                    store64(run + R_HPHASE, 0)
                    return _leave(run, pc, n, RUN_SUSPENDED)
                count(run, _INSN, n)
                store64(run + R_INSNS, load64(run + R_INSNS) + n)
                n = 0
                store64(regs, call1(handle, run))
        elif opcode == 0x95:
            if load64(run + R_DEPTH) == 0:
                return _leave(run, pc, n, RUN_EXIT)
            pc = _leave_subprog(run)
        elif opcode == 0x05:
            pc += sext16(insn >> 16)
            if n > INSN_BUDGET:
                return _fault(run, pc, n, FAULT_BUDGET)
        elif opcode == 0x06:
            pc += insn >> 32
            if n > INSN_BUDGET:
                return _fault(run, pc, n, FAULT_BUDGET)
        elif opcode == 0xDB or opcode == 0xC3:
            count(run, _ATOMIC, 1)
            host = base + (add64(load64(dst), sext16(insn >> 16)) & 0xFFFFFFFF)
            is64 = 1 if opcode == 0xDB else 0
            if _atomic(opcode, insn >> 32, host, src, regs, is64) == 1:
                return _fault(run, pc, n, FAULT_OPCODE)
        else:
            return _fault(run, pc, n, FAULT_OPCODE)
