"""Packet pointers: who may have them, and what a comparison with the packet's end proves.

Answers to ``may_access_direct_pkt_data``, ``find_good_pkt_pointers`` and
``try_match_pkt_pointers``.

**Rule:** what a comparison proves holds for all copies of a pointer (the same id).

**Not modelled:** rewriting of accesses.
"""

from __future__ import annotations

from collections.abc import Callable

from sim.bpf import isa
from sim.bpf.isa import Insn
from sim.bpf.prog_type import ProgType
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.reg import Reg
from sim.bpf.verifier.state import Slot, VerifierState
from sim.bpf.verifier.types import PTR_TO_PACKET, PTR_TO_PACKET_END, PTR_TO_PACKET_META

__all__ = [
    "FLIPPED",
    "each_reg",
    "is_pkt_ptr_branch_taken",
    "may_access_direct_pkt_data",
    "try_match_pkt_pointers",
]

_MAX_PACKET_OFF = 0xFFFF
AT_PKT_END = -1
BEYOND_PKT_END = -2
_READ_ONLY = frozenset(
    (
        ProgType.BPF_PROG_TYPE_LWT_IN,
        ProgType.BPF_PROG_TYPE_LWT_OUT,
        ProgType.BPF_PROG_TYPE_LWT_SEG6LOCAL,
        ProgType.BPF_PROG_TYPE_SK_REUSEPORT,
        ProgType.BPF_PROG_TYPE_FLOW_DISSECTOR,
        ProgType.BPF_PROG_TYPE_CGROUP_SKB,
    )
)
_WRITABLE = frozenset(
    (
        ProgType.BPF_PROG_TYPE_SCHED_CLS,
        ProgType.BPF_PROG_TYPE_SCHED_ACT,
        ProgType.BPF_PROG_TYPE_XDP,
        ProgType.BPF_PROG_TYPE_LWT_XMIT,
        ProgType.BPF_PROG_TYPE_SK_SKB,
        ProgType.BPF_PROG_TYPE_SK_MSG,
    )
)


def may_access_direct_pkt_data(
    env: Env, *, is_write: bool, helper_pkt_access: bool | None = None
) -> bool:
    """Say whether the program may touch packets, or give them to a helper.

    *helper_pkt_access* says whether the helper takes packets; None if it is no helper that asks.
    """
    kind = env.prog_type
    if kind in _WRITABLE or (kind in _READ_ONLY and not is_write):
        if helper_pkt_access is not None:
            return helper_pkt_access
        env.seen_direct_write = True
        return True
    return kind == ProgType.BPF_PROG_TYPE_CGROUP_SOCKOPT


def each_reg(state: VerifierState, change: Callable[[Reg], Reg]) -> None:
    """Apply *change* to all registers of all frames, spilled ones too."""
    for frame in state.frames:
        regs = frame.regs
        for regno in range(11):
            reg = regs[regno]
            new = change(reg)
            if new is not reg:
                regs[regno] = new
        for spi, slot in enumerate(frame.stack):
            if slot.is_spilled:
                new = change(slot.reg)
                if new is not slot.reg:
                    frame.stack[spi] = Slot(slot.types, new)


def _find_good(state: VerifierState, ptr: Reg, kind: int, *, range_right_open: bool) -> None:
    """Give all copies of a packet pointer the range that a comparison proved."""
    if ptr.off < 0 or (ptr.off == 0 and range_right_open):
        return
    if ptr.bounds.umax > _MAX_PACKET_OFF or ptr.bounds.umax + ptr.off > _MAX_PACKET_OFF:
        return
    proven = ptr.off + range_right_open

    def widen(reg: Reg) -> Reg:
        if reg.type != kind or reg.id != ptr.id or reg.range >= proven:
            return reg
        new = reg.copy()
        new.range = proven
        return new

    each_reg(state, widen)


def _mark_pkt_end(state: VerifierState, regno: int, *, range_open: bool) -> None:
    reg = state.frame.regs[regno]
    if reg.type != PTR_TO_PACKET:
        return
    new = reg.copy()
    new.range = BEYOND_PKT_END if range_open else AT_PKT_END
    state.frame.regs[regno] = new


def is_pkt_ptr_branch_taken(dst: Reg, src: Reg, op: int) -> int:
    """Say whether a comparison with the packet's end was decided before: 1, 0, or -1."""
    if src.type == PTR_TO_PACKET_END:
        packet = dst
    elif dst.type == PTR_TO_PACKET_END:
        packet, op = src, FLIPPED[op]
    else:
        return -1
    if packet.range >= 0:
        return -1
    if op in (isa.BPF_JLE, isa.BPF_JGT):
        return (1 if op == isa.BPF_JGT else 0) if packet.range == BEYOND_PKT_END else -1
    if op in (isa.BPF_JLT, isa.BPF_JGE):
        if packet.range in (BEYOND_PKT_END, AT_PKT_END):
            return 1 if op == isa.BPF_JGE else 0
    return -1


FLIPPED = {
    isa.BPF_JEQ: isa.BPF_JEQ,
    isa.BPF_JNE: isa.BPF_JNE,
    isa.BPF_JSET: isa.BPF_JSET,
    isa.BPF_JGE: isa.BPF_JLE,
    isa.BPF_JGT: isa.BPF_JLT,
    isa.BPF_JLE: isa.BPF_JGE,
    isa.BPF_JLT: isa.BPF_JGT,
    isa.BPF_JSGE: isa.BPF_JSLE,
    isa.BPF_JSGT: isa.BPF_JSLT,
    isa.BPF_JSLE: isa.BPF_JSGE,
    isa.BPF_JSLT: isa.BPF_JSGT,
}


def _is_packet(reg: Reg) -> bool:
    """Say whether a pointer is where the packet starts (reg_is_init_pkt_pointer)."""
    is_start = not reg.id and not reg.off and reg.bounds.var_off == (0, 0)
    return reg.type == PTR_TO_PACKET and is_start


def try_match_pkt_pointers(
    insn: Insn, dst: Reg, src: Reg, this: VerifierState, other: VerifierState
) -> bool:
    """Learn from a comparison of a packet pointer with the end; False if it is no such one."""
    if not insn.is_x or insn.insn_class == isa.BPF_JMP32:
        return False
    if insn.op not in (isa.BPF_JGT, isa.BPF_JLT, isa.BPF_JGE, isa.BPF_JLE):
        return False
    meta_left = dst.type == PTR_TO_PACKET_META and _is_packet(src)
    meta_right = src.type == PTR_TO_PACKET_META and _is_packet(dst)
    left = (dst.type == PTR_TO_PACKET and src.type == PTR_TO_PACKET_END) or meta_left
    right = (dst.type == PTR_TO_PACKET_END and src.type == PTR_TO_PACKET) or meta_right
    if not (left or right):
        return False
    ptr, regno = (dst, insn.dst_reg) if left else (src, insn.src_reg)
    # the branch in which the pointer plus its offset is known not to pass the end
    is_greater = insn.op in (isa.BPF_JGT, isa.BPF_JGE)
    good, bad = (this, other) if is_greater == left else (other, this)
    _find_good(good, ptr, ptr.type, range_right_open=_right_open(insn.op, left))
    _mark_pkt_end(bad, regno, range_open=_bad_open(insn.op, left))
    return True


def _right_open(op: int, left: bool) -> bool:
    """Say whether the good branch proves only that the pointer is before the end."""
    if left:
        return op in (isa.BPF_JLT, isa.BPF_JGE)
    return op in (isa.BPF_JGT, isa.BPF_JLE)


def _bad_open(op: int, left: bool) -> bool:
    """Say whether the other branch proves that the pointer is beyond the end, not only at it."""
    if left:
        return op in (isa.BPF_JGT, isa.BPF_JLE)
    return op in (isa.BPF_JLT, isa.BPF_JGE)
