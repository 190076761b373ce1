"""The interpreter: BPF instructions, one after the other (kernel/bpf/core.c).

It is the reference: whatever else runs programs must agree with it. Registers live in the run
state, memory in the region. A direct access is confined by masking; it is looked up in the page
table too when the run is checked (``R_CHECKED``), or when the verifier made it a probing one
(``BPF_PROBE_MEM``), which then reads zero. The instruction budget is looked at wherever a program
could repeat itself: at jumps back, calls, callbacks and tail calls.

**Rule:** `interp` returns at the program's exit, at a visible helper, at a tail call, or at a
fault; calling it again with the same run state goes on.

**Not modelled:** kfuncs.
"""

from __future__ import annotations

from sim.base.arith import add64, sext16, sext32
from sim.base.compile import call1, compiled, exported
from sim.base.memory import load8, load64, store64
from sim.bpf.frames import FUNC_BASE, begin_callback, push_frame, returned, tail_call
from sim.bpf.helpers.table import (
    HELPER_BYTES,
    KIND_CALLBACK,
    KIND_PLAIN,
    KIND_TAIL_CALL,
    NR_HELPER_IDS,
)
from sim.bpf.operations import alu32, alu64, atomic, load, nr_bytes_of, store, taken32, taken64
from sim.bpf.region import is_mapped
from sim.bpf.run_state import (
    COUNTS,
    PD_FUNCS,
    PD_INSNS,
    PD_NR_INSNS,
    R_BASE,
    R_CHECKED,
    R_DEPTH,
    R_DONE,
    R_FAULT,
    R_HELPERS,
    R_HPHASE,
    R_LEFT,
    R_PACKET,
    R_PACKET_BYTES,
    R_PACKET_MAC,
    R_PACKET_NET,
    R_PAGES,
    R_PC,
    R_PENDING,
    R_PROG,
    R_REGS,
    R_SCRATCH,
    RUN_EXIT,
    RUN_FAULT,
    RUN_JUMP,
    RUN_SUSPENDED,
    count,
)

__all__ = [
    "FAULTS",
    "FAULT_ACCESS",
    "FAULT_BUDGET",
    "FAULT_CALLBACK",
    "FAULT_DEPTH",
    "FAULT_HELPER",
    "FAULT_OPCODE",
    "call_back",
    "finish_pending",
    "interp",
    "load_packet",
]

FAULT_OPCODE = 1
FAULT_HELPER = 2
FAULT_DEPTH = 3
FAULT_BUDGET = 4
FAULT_ACCESS = 5
FAULT_CALLBACK = 6
FAULTS = {
    FAULT_OPCODE: "has an instruction that does not exist",
    FAULT_HELPER: "calls a helper that does not exist",
    FAULT_DEPTH: "calls subprograms more than 8 deep",
    FAULT_BUDGET: "ran out of its instruction budget without an end",
    FAULT_ACCESS: "reaches for memory that is not there",
    FAULT_CALLBACK: "gives a helper something to call that is no function of its own",
}
"""What a program did, by the fault's number."""

_ATOMIC = COUNTS.index("map.atomic")
#: Offsets of legacy loads that count from the network or the link layer header.
SKF_NET_OFF = -0x100000
SKF_LL_OFF = -0x200000


@compiled("int64(int64)")
def finish_pending(run: int) -> int:
    """Do the helper call that the run was suspended at; RUN_EXIT says that it is done."""
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
def _leave(run: int, pc: int, left: int, status: int) -> int:
    store64(run + R_PC, pc)
    store64(run + R_LEFT, left)
    return status


@compiled("int64(int64,int64,int64,int64)", inline=True)
def _fault(run: int, pc: int, left: int, why: int) -> int:
    store64(run + R_FAULT, why)
    return _leave(run, pc, left, RUN_FAULT)


@compiled("int64(int64,int64)")
def _from_header(run: int, offset: int) -> int:
    """Count a negative offset from the header that it names (SKF_NET_OFF, SKF_LL_OFF)."""
    if offset >= SKF_NET_OFF:
        return load64(run + R_PACKET_NET) + offset - SKF_NET_OFF
    if offset >= SKF_LL_OFF:
        return load64(run + R_PACKET_MAC) + offset - SKF_LL_OFF
    return offset


@compiled("int64(int64,int64,int64)")
def load_packet(run: int, opcode: int, offset: int) -> int:
    """Load from the packet in network byte order (legacy loads): −1 if it does not reach there."""
    nr_bytes = nr_bytes_of(opcode)
    lowest = 0
    if offset < 0:
        lowest = load64(run + R_PACKET_MAC)
        offset = _from_header(run, offset)
    if offset < lowest or offset + nr_bytes > load64(run + R_PACKET_BYTES):
        return -1
    host = load64(run + R_BASE) + ((load64(run + R_PACKET) + offset) & 0xFFFFFFFF)
    value = 0
    for i in range(nr_bytes):
        value = value << 8 | load8(host + i)
    return value


@compiled("int64(int64,int64,int64)", inline=True)
def _is_there(run: int, opcode: int, address: int) -> int:
    """Look an access up; note its address when it would fault."""
    if is_mapped(load64(run + R_PAGES), address, nr_bytes_of(opcode)) == 1:
        return 1
    store64(run + R_SCRATCH, address)
    return 0


@compiled("int64(int64,int64,int64)")
def call_back(run: int, pc: int, at: int) -> int:
    """Call a helper that calls back; return the slot to go on at, or minus the fault's number.

    Its function must be one that the program takes the address of, whatever a program that
    nobody has verified puts into R2.
    """
    prog = load64(run + R_PROG)
    offset = load64(run + R_REGS + 16) - FUNC_BASE
    slot = offset >> 3
    if offset & 7 != 0 or slot < 0 or slot >= load64(prog + PD_NR_INSNS):
        return -FAULT_CALLBACK
    if load8(load64(prog + PD_FUNCS) + slot) == 0:
        return -FAULT_CALLBACK
    next_pc = begin_callback(run, pc, load64(at), slot)
    return next_pc if next_pc >= 0 else -FAULT_DEPTH


@exported("int64(int64)")
def interp(run: int) -> int:
    """Run until the exit, the next visible helper, a tail call or a fault; return the status.

    Args:
        run: Host address of the run state (`sim.bpf.program.start_run`).
    """
    if load64(run + R_PENDING) != 0:
        status = finish_pending(run)
        if status != RUN_EXIT:
            return status
    prog = load64(run + R_PROG)
    code = load64(prog + PD_INSNS)
    base = load64(run + R_BASE)
    checked = load64(run + R_CHECKED)
    helpers = load64(run + R_HELPERS)
    regs = run + R_REGS
    pc = load64(run + R_PC)
    left = load64(run + R_LEFT)
    while True:
        insn = load64(code + 8 * pc)
        pc += 1
        left -= 1
        opcode = insn & 0xFF
        cls = opcode & 7
        op = opcode & 0xF0
        dst = regs + ((insn >> 8) & 15) * 8
        src = regs + ((insn >> 12) & 15) * 8
        if cls == 7:
            off = sext16(insn >> 16)
            store64(dst, alu64(opcode & 0xF8, off, insn >> 32, load64(dst), load64(src)))
        elif cls == 4:
            off = sext16(insn >> 16)
            store64(dst, alu32(opcode & 0xF8, off, insn >> 32, load64(dst), load64(src)))
        elif cls == 1:
            address = add64(load64(src), sext16(insn >> 16))
            probes = opcode & 0xE0 == 0x20
            if (probes or checked != 0) and _is_there(run, opcode, address) == 0:
                if not probes:
                    return _fault(run, pc, left, FAULT_ACCESS)
                store64(dst, 0)
            else:
                store64(dst, load(opcode, base + (address & 0xFFFFFFFF)))
        elif cls == 2 or cls == 3:
            address = add64(load64(dst), sext16(insn >> 16))
            if checked != 0 and _is_there(run, opcode, address) == 0:
                return _fault(run, pc, left, FAULT_ACCESS)
            host = base + (address & 0xFFFFFFFF)
            if cls == 2:
                store(opcode, host, insn >> 32)
            elif opcode & 0xE0 == 0x60:
                store(opcode, host, load64(src))
            else:
                count(run, _ATOMIC, 1)
                is64 = 1 if opcode == 0xDB else 0
                if atomic(opcode, insn >> 32, host, src, regs, is64) == 1:
                    return _fault(run, pc, left, FAULT_OPCODE)
        elif cls == 5 and op != 0x80 and op != 0x90 and op < 0xE0:
            off = sext16(insn >> 16)
            if op == 0x00 or taken64(opcode & 0xF8, insn >> 32, load64(dst), load64(src)):
                pc += off
                if off < 0 and left < 0:
                    return _fault(run, pc, left, FAULT_BUDGET)
        elif cls == 6 and op != 0x80 and op != 0x90 and op < 0xE0:
            off = insn >> 32 if op == 0x00 else sext16(insn >> 16)
            if op == 0x00 or taken32(opcode & 0xF8, insn >> 32, load64(dst), load64(src)):
                pc += off
                if off < 0 and left < 0:
                    return _fault(run, pc, left, FAULT_BUDGET)
        elif opcode == 0x18:
            low = insn >> 32
            high = load64(code + 8 * pc)
            pc += 1
            store64(dst, (low & 0xFFFFFFFF) | (high >> 32 << 32))
        elif opcode == 0x85:
            kind = (insn >> 12) & 15
            imm = insn >> 32
            if kind == 1:
                if left < 0:
                    return _fault(run, pc, left, FAULT_BUDGET)
                if push_frame(run, pc, 0) == 0:
                    return _fault(run, pc, left, FAULT_DEPTH)
                pc += imm
                continue
            if kind != 0 or imm <= 0 or imm >= NR_HELPER_IDS:
                return _fault(run, pc, left, FAULT_HELPER)
            at = helpers + imm * HELPER_BYTES
            handle = load64(at)
            how = load64(at + 8)
            if handle == 0:
                return _fault(run, pc, left, FAULT_HELPER)
            if how == KIND_PLAIN:
                store64(run + R_LEFT, left)
                store64(regs, call1(handle, run))
            elif how == KIND_CALLBACK:
                store64(run + R_LEFT, left)
                next_pc = call_back(run, pc, at)
                if next_pc < 0:
                    return _fault(run, pc, left, -next_pc)
                if left < 0:
                    return _fault(run, next_pc, left, FAULT_BUDGET)
                pc = next_pc
            elif how == KIND_TAIL_CALL:
                if tail_call(run) == 1:
                    if left < 0:
                        return _fault(run, 0, left, FAULT_BUDGET)
                    return _leave(run, 0, left, RUN_JUMP)
            else:
                store64(run + R_PENDING, imm)
                store64(run + R_HPHASE, 0)
                return _leave(run, pc, left, RUN_SUSPENDED)
        elif opcode == 0x95 or opcode & 0xE7 == 0x20 or opcode & 0xE7 == 0x40:
            if opcode != 0x95:
                index = load64(src) if opcode & 0xE0 == 0x40 else 0
                value = load_packet(run, opcode, sext32(add64(insn >> 32, index)))
                store64(regs, value if value >= 0 else 0)
                if value >= 0:
                    continue
            if load64(run + R_DEPTH) == 0:
                return _leave(run, pc, left, RUN_EXIT)
            pc = returned(run)
            if left < 0:
                return _fault(run, pc, left, FAULT_BUDGET)
            if load64(run + R_PROG) != prog:
                return _leave(run, pc, left, RUN_JUMP)
        else:
            return _fault(run, pc, left, FAULT_OPCODE)
