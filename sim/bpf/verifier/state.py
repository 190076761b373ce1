"""The verifier's states: stack slots, frames, and a whole path's state with its history.

Answers to ``struct bpf_stack_state``, ``bpf_func_state`` and ``bpf_verifier_state``.

**Rule:** registers and slots are immutable and shared; lists of them, and liveness `Mark` objects,
belong to one state. A mark's parent is the mark of the same place in the parent state.

**Not modelled:** open-coded iterators, which came after 6.1.
"""

from __future__ import annotations

from typing import NamedTuple

from sim.bpf.btf import Btf
from sim.bpf.verifier.reg import NOT_INIT_REG, Reg
from sim.bpf.verifier.spec import Map
from sim.bpf.verifier.trace import Step

__all__ = [
    "BPF_MAIN_FUNC",
    "EMPTY_SLOT",
    "MISC_SLOT",
    "REG_LIVE_DONE",
    "REG_LIVE_NONE",
    "REG_LIVE_READ",
    "REG_LIVE_WRITTEN",
    "STACK_DYNPTR",
    "STACK_INVALID",
    "STACK_MISC",
    "STACK_SPILL",
    "STACK_ZERO",
    "ActiveLock",
    "FuncState",
    "Jump",
    "Link",
    "Mark",
    "Ref",
    "Slot",
    "VerifierState",
]

REG_LIVE_NONE = 0
REG_LIVE_READ = 1
REG_LIVE_WRITTEN = 4
REG_LIVE_DONE = 8

STACK_INVALID = 0
STACK_SPILL = 1
STACK_MISC = 2
STACK_ZERO = 3
STACK_DYNPTR = 4

BPF_MAIN_FUNC = 0xFFFF_FFFF
_NR_REGS = 11


class Mark:
    """Whether a register or stack slot was read or written, and where it comes from."""

    __slots__ = ("live", "parent")

    def __init__(self, live: int = 0, parent: Mark | None = None) -> None:
        self.live = live
        self.parent = parent


class Slot(NamedTuple):
    """Eight bytes of stack.

    Attributes:
        types: What each byte holds (``STACK_*``), the lowest address first in memory order of
            the kernel's ``slot_type``: index ``(-off - 1) % 8``.
        reg: The register spilled here, if ``types[7]`` says so; a dynptr's description.
    """

    types: bytes
    reg: Reg

    @property
    def is_spilled(self) -> bool:
        """Whether a whole register is here."""
        return self.types[7] == STACK_SPILL


EMPTY_SLOT = Slot(bytes(8), NOT_INIT_REG)
MISC_SLOT = Slot(bytes([STACK_MISC] * 8), NOT_INIT_REG)


class Ref(NamedTuple):
    """A reference that must be released.

    Attributes:
        insn_idx: Where it was acquired.
        callback_ref: Number of the callback's frame it was acquired in, 0 for none.
    """

    id: int
    insn_idx: int
    callback_ref: int


class Link(NamedTuple):
    """A place whose number is linked to others: a register, or a stack slot."""

    frameno: int
    is_reg: bool
    number: int


class Jump(NamedTuple):
    """What is remembered of an instruction, to walk back over it.

    Attributes:
        idx, prev: The instruction, and the one walked before it.
        slot: Frame and slot of the stack that it spilled to or filled from.
        linked: The places that learned of a number there.
    """

    idx: int
    prev: int
    slot: tuple[int, int] | None = None
    linked: tuple[Link, ...] = ()


class ActiveLock(NamedTuple):
    """A spin lock that is held, named by the memory that it lies in.

    Attributes:
        owner: The map, or the BTF of an allocated object; None where `id` tells enough.
        id: Of the pointer to the value or object.
    """

    owner: Map | Btf | None
    id: int


class FuncState:
    """One frame.

    Attributes:
        callsite: Instruction of the call, `BPF_MAIN_FUNC` for the first frame.
        subprogno: Which subprogram it runs.
        regs, marks: R0 to R10.
        stack, stack_marks: Slots by ``(-off - 1) // 8``.
        refs: References held.
        callback_ret: Range of what a callback may return.
        callback_depth: How often it had its callback walked in a row.
    """

    __slots__ = (
        "async_entry_cnt",
        "callback_depth",
        "callback_ret",
        "callsite",
        "frameno",
        "in_async_callback_fn",
        "in_callback_fn",
        "marks",
        "refs",
        "regs",
        "stack",
        "stack_marks",
        "subprogno",
    )

    def __init__(self, callsite: int, frameno: int, subprogno: int) -> None:
        self.callsite = callsite
        self.frameno = frameno
        self.subprogno = subprogno
        self.regs: list[Reg] = [NOT_INIT_REG] * _NR_REGS
        self.marks = [Mark() for _ in range(_NR_REGS)]
        self.stack: list[Slot] = []
        self.stack_marks: list[Mark] = []
        self.refs: tuple[Ref, ...] = ()
        self.in_callback_fn = False
        self.in_async_callback_fn = False
        self.async_entry_cnt = 0
        self.callback_ret = (0, 1)
        self.callback_depth = 0

    def copy(self) -> FuncState:
        """Return an independent copy."""
        new = FuncState.__new__(FuncState)
        new.callsite = self.callsite
        new.frameno = self.frameno
        new.subprogno = self.subprogno
        new.regs = self.regs[:]
        new.marks = [Mark(mark.live, mark.parent) for mark in self.marks]
        new.stack = self.stack[:]
        new.stack_marks = [Mark(mark.live, mark.parent) for mark in self.stack_marks]
        new.refs = self.refs
        new.in_callback_fn = self.in_callback_fn
        new.in_async_callback_fn = self.in_async_callback_fn
        new.async_entry_cnt = self.async_entry_cnt
        new.callback_ret = self.callback_ret
        new.callback_depth = self.callback_depth
        return new

    def grow_stack(self, nr_slots: int) -> None:
        """Make room for at least *nr_slots* slots."""
        while len(self.stack) < nr_slots:
            self.stack.append(EMPTY_SLOT)
            self.stack_marks.append(Mark())


class VerifierState:
    """Where one path stands.

    Attributes:
        frames: The innermost last.
        parent: The explored state that it started from.
        branches: How many paths from here are not finished.
        first_insn_idx, last_insn_idx: The straight stretch since `parent`.
        jmp_history: Where that stretch jumped, and what else is to be known of its instructions.
        dfs_depth: How many explored states it comes from.
        loop_entry: The state that begins the loop which it is part of.
        callback_unroll_depth: How often callbacks were entered.
        active_lock: The spin lock that is held, None for none.
        path: The last step walked, if a trace is kept.
    """

    __slots__ = (
        "active_lock",
        "branches",
        "callback_unroll_depth",
        "dfs_depth",
        "first_insn_idx",
        "frames",
        "hit_cnt",
        "insn_idx",
        "is_cleaned",
        "jmp_history",
        "last_insn_idx",
        "loop_entry",
        "miss_cnt",
        "parent",
        "path",
        "speculative",
        "used_as_loop_entry",
    )

    def __init__(self, frame: FuncState) -> None:
        self.frames = [frame]
        self.parent: VerifierState | None = None
        self.branches = 1
        self.insn_idx = 0
        self.first_insn_idx = 0
        self.last_insn_idx = 0
        self.jmp_history: list[Jump] = []
        self.active_lock: ActiveLock | None = None
        self.speculative = False
        self.hit_cnt = 0
        self.miss_cnt = 0
        self.is_cleaned = False
        self.dfs_depth = 0
        self.loop_entry: VerifierState | None = None
        self.used_as_loop_entry = False
        self.callback_unroll_depth = 0
        self.path: Step | None = None

    @property
    def frame(self) -> FuncState:
        """The innermost frame."""
        return self.frames[-1]

    def copy(self) -> VerifierState:
        """Return an independent copy."""
        new = VerifierState.__new__(VerifierState)
        new.frames = [frame.copy() for frame in self.frames]
        new.parent = self.parent
        new.branches = self.branches
        new.insn_idx = self.insn_idx
        new.first_insn_idx = self.first_insn_idx
        new.last_insn_idx = self.last_insn_idx
        new.jmp_history = self.jmp_history[:]
        new.active_lock = self.active_lock
        new.speculative = self.speculative
        new.hit_cnt = 0
        new.miss_cnt = 0
        new.is_cleaned = False
        new.dfs_depth = self.dfs_depth
        new.loop_entry = self.loop_entry
        new.used_as_loop_entry = self.used_as_loop_entry
        new.callback_unroll_depth = self.callback_unroll_depth
        new.path = self.path
        return new
