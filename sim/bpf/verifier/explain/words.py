"""Registers, stack and instructions in plain words.

**Rule:** what the verifier knows is said, not what the program means: "a number from 0 to 255".

**Not modelled:** known bits of a number beside its ranges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.bpf import isa
from sim.bpf.isa import Insn
from sim.bpf.verifier import types as t
from sim.bpf.verifier.bounds import S64_MAX, S64_MIN, U32_MAX, U64_MAX, Bounds
from sim.bpf.verifier.reg import Reg

if TYPE_CHECKING:
    from sim.bpf.verifier.env import Env

__all__ = ["access_words", "number_words", "reg_words"]

_POINTERS = {
    t.PTR_TO_CTX: "the context",
    t.CONST_PTR_TO_MAP: "a map",
    t.PTR_TO_MAP_VALUE: "a value of a map",
    t.PTR_TO_MAP_KEY: "a key of a map",
    t.PTR_TO_STACK: "the stack",
    t.PTR_TO_PACKET_META: "a packet's metadata",
    t.PTR_TO_PACKET: "a packet",
    t.PTR_TO_PACKET_END: "a packet's end",
    t.PTR_TO_FLOW_KEYS: "flow keys",
    t.PTR_TO_SOCKET: "a socket",
    t.PTR_TO_SOCK_COMMON: "a socket's common part",
    t.PTR_TO_TCP_SOCK: "a TCP socket",
    t.PTR_TO_TP_BUFFER: "a tracepoint's buffer",
    t.PTR_TO_XDP_SOCK: "an XDP socket",
    t.PTR_TO_BTF_ID: "the kernel's",
    t.PTR_TO_MEM: "memory",
    t.PTR_TO_BUF: "a buffer",
    t.PTR_TO_FUNC: "a function",
    t.PTR_TO_DYNPTR: "a dynptr",
}


def number_words(b: Bounds) -> str:
    """Say which numbers are possible."""
    if b.is_const:
        return f"the number {b.smin}"
    if b.smin >= 0 and b.umax <= S64_MAX:
        return f"a number from {b.umin} to {_limit(b.umax)}"
    if b.smin == S64_MIN and b.smax == S64_MAX:
        if b.umin == 0 and b.umax == U64_MAX:
            low = "" if b.u32_max == U32_MAX else f" (its low 32 bits are at most {b.u32_max})"
            return f"any number{low}"
        return f"an unsigned number from {b.umin} to {_limit(b.umax)}"
    low = "any negative number" if b.smin == S64_MIN else str(b.smin)
    return f"a signed number from {low} to {_limit(b.smax)}"


def _limit(value: int) -> str:
    names = {U32_MAX: "2^32 − 1", S64_MAX: "2^63 − 1", U64_MAX: "2^64 − 1"}
    return names.get(value, f"{value:,}")


def reg_words(env: Env, reg: Reg) -> str:
    """Say what a register holds."""
    base = t.base_type(reg.type)
    if base == t.NOT_INIT:
        return "nothing that may be read: not written on this path, or lost in a call"
    if base == t.SCALAR_VALUE:
        return number_words(reg.bounds)
    text = f"a pointer to {_POINTERS.get(base, 'something')}"
    if base == t.PTR_TO_BTF_ID and reg.btf is not None:
        text += f" struct {reg.btf[reg.btf_id].name}"
    if reg.map is not None:
        text += f" {reg.map.name!r}"
        if base == t.PTR_TO_MAP_VALUE:
            text += f" ({reg.map.value_size} bytes)"
    if reg.mem_size:
        text += f" of {reg.mem_size} bytes"
    if base == t.PTR_TO_PACKET:
        text += f" of which {reg.range} bytes were compared with its end"
    return text + _offset(env, reg) + _flags(reg)


def _offset(env: Env, reg: Reg) -> str:
    del env
    parts = []
    if reg.off:
        parts.append(f"{reg.off:+d}")
    if not reg.bounds.is_const:
        parts.append(f"plus {number_words(reg.bounds)}")
    elif reg.bounds.value and t.base_type(reg.type) != t.CONST_PTR_TO_MAP:
        parts.append(f"{reg.bounds.smin:+d}")
    return ", " + " ".join(parts) if parts else ""


def _flags(reg: Reg) -> str:
    text = ""
    if reg.type & t.PTR_MAYBE_NULL:
        text += ", or NULL"
    if reg.type & t.MEM_RDONLY:
        text += ", to be read only"
    if reg.type & t.MEM_USER:
        text += ", in user space"
    if reg.type & t.PTR_UNTRUSTED:
        text += ", not trusted"
    if reg.ref_obj_id:
        text += ", to be released"
    return text


def access_words(insn: Insn | None, call: str) -> str:
    """Say what an instruction does: ``reads 4 bytes through R0``."""
    if insn is None:
        return "is refused"
    if call:
        return f"calls {call}"
    if insn.opcode == isa.EXIT:
        return "returns"
    size = isa.MEM_SIZE_BYTES.get(insn.size, 8)
    many = f"{size} byte" if size == 1 else f"{size} bytes"
    if insn.insn_class == isa.BPF_LDX:
        return f"reads {many} through R{insn.src_reg}"
    if insn.insn_class in (isa.BPF_ST, isa.BPF_STX):
        verb = "changes" if insn.mode == isa.BPF_ATOMIC else "writes"
        return f"{verb} {many} through R{insn.dst_reg}"
    if insn.insn_class in (isa.BPF_ALU, isa.BPF_ALU64):
        source = f" with R{insn.src_reg}" if insn.is_x else ""
        return f"computes R{insn.dst_reg}{source}"
    if insn.insn_class in (isa.BPF_JMP, isa.BPF_JMP32) and insn.op != isa.BPF_JA:
        return f"compares R{insn.dst_reg}"
    return "jumps" if insn.insn_class == isa.BPF_JMP else "is an instruction"
