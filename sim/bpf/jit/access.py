"""Loads, stores and atomics as LLVM IR, their addresses confined as DESIGN.md §4 says.

A simulated address becomes a host address by its lower 32 bits and the base; in a checked
program, and for probing loads, the page table is asked first.

**Rule:** atomics are plain loads and stores: nothing else runs meanwhile.

**Not modelled:** alignment.
"""

from __future__ import annotations

from collections.abc import Callable

from sim.bpf import isa
from sim.bpf.isa import MEM_SIZE_BYTES, Insn
from sim.bpf.jit.alu import narrow, widen
from sim.bpf.jit.ir import Ir

__all__ = [
    "BPF_PROBE_MEM",
    "address_of",
    "atomic",
    "host_pointer",
    "is_mapped_inline",
    "load",
    "store",
]

#: Mode of a load whose address the verifier does not vouch for (kernel-internal).
BPF_PROBE_MEM = 0x20

_ATOMICS = {
    isa.BPF_ADD: "add",
    isa.BPF_OR: "or",
    isa.BPF_AND: "and",
    isa.BPF_XOR: "xor",
}


def address_of(ir: Ir, reg: int, off: int) -> str:
    """Return the simulated address of an access."""
    base = ir.get(f"r{reg}")
    return ir.value(f"add i64 {base}, {off}") if off else base


def host_pointer(ir: Ir, address: str) -> str:
    """Return the pointer behind a simulated address."""
    low = ir.value(f"and i64 {address}, 4294967295")
    return ir.at("%base", low)


def is_mapped_inline(
    ir: Ir, address: str, nr_bytes: int, slow: Callable[[], str] | None = None
) -> str:
    """Return an i1: whether *nr_bytes* at *address* are mapped.

    An access inside one page is looked up here; one that crosses pages, or fails, by *slow*, and
    without *slow* the answer is no.
    """
    page = ir.value(f"lshr i64 {address}, 12")
    index = ir.value(f"and i64 {page}, 1048575")
    scaled = ir.value(f"shl i64 {index}, 2")
    entry = ir.load("%pages", scaled, 32)
    upper = ir.value(f"lshr i64 {address}, 32")
    wanted = ir.value(f"add i32 {ir.value(f'trunc i64 {upper} to i32')}, 1")
    same = ir.value(f"icmp eq i32 {entry}, {wanted}")
    there = ir.value(f"icmp ne i32 {entry}, 0")
    within = ir.value(f"and i64 {address}, 4095")
    fits = ir.value(f"icmp ule i64 {within}, {4096 - nr_bytes}")
    quick = ir.value(f"and i1 {ir.value(f'and i1 {same}, {there}')}, {fits}")
    if slow is None:
        return quick
    fast, ask, done = (ir.new_label(stem) for stem in ("fast", "ask", "done"))
    ir.branch(quick, fast, ask)
    ir.label(fast)
    ir.jump(done)
    ir.label(ask)
    answer = ir.value(f"icmp ne i64 {slow()}, 0")
    ir.jump(done)
    ir.label(done)
    return ir.value(f"phi i1 [true, %{fast}], [{answer}, %{ask}]")


def load(ir: Ir, insn: Insn, address: str) -> str:
    """Return what a load gives."""
    width = 8 * MEM_SIZE_BYTES[insn.size]
    raw = ir.value(f"load i{width}, ptr {host_pointer(ir, address)}, align 1")
    return widen(ir, raw, width, signed=insn.mode == isa.BPF_MEMSX)


def store(ir: Ir, insn: Insn, address: str) -> None:
    """Store an immediate or a register."""
    width = 8 * MEM_SIZE_BYTES[insn.size]
    if insn.insn_class == isa.BPF_ST:
        value = str(insn.imm if width >= 32 else insn.imm & ((1 << width) - 1))
    else:
        value = narrow(ir, ir.get(f"r{insn.src_reg}"), width)
    ir.do(f"store i{width} {value}, ptr {host_pointer(ir, address)}, align 1")


def atomic(ir: Ir, insn: Insn, address: str) -> bool:
    """Translate an atomic operation; say whether there is such a one."""
    width = 64 if insn.size == isa.BPF_DW else 32
    pointer = host_pointer(ir, address)
    src = f"r{insn.src_reg}"
    old = ir.value(f"load i{width}, ptr {pointer}, align 1")
    value = narrow(ir, ir.get(src), width)
    wide = widen(ir, old, width)
    if insn.imm == isa.BPF_CMPXCHG:
        expected = narrow(ir, ir.get("r0"), width)
        same = ir.value(f"icmp eq i{width} {old}, {expected}")
        new = ir.value(f"select i1 {same}, i{width} {value}, i{width} {old}")
        ir.do(f"store i{width} {new}, ptr {pointer}, align 1")
        ir.set("r0", wide)
        return True
    if insn.imm == isa.BPF_XCHG:
        new = value
    elif insn.imm & ~isa.BPF_FETCH in _ATOMICS:
        new = ir.value(f"{_ATOMICS[insn.imm & ~isa.BPF_FETCH]} i{width} {old}, {value}")
    else:
        return False
    ir.do(f"store i{width} {new}, ptr {pointer}, align 1")
    if insn.imm & isa.BPF_FETCH:
        ir.set(src, wide)
    return True
