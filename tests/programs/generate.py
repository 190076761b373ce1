"""Cases: one to three programs and everything that their run depends on.

Each program has statements of its own choice (*swarm testing*): a random weight for each kind,
many of them zero, so that rare combinations come up.

**Rule:** every program passes `check_structure` with `ISA_V4`, as `checkable` makes it.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from sim.bpf import isa
from sim.bpf.check import ISA_V4, check_structure
from sim.bpf.isa import Insn
from sim.bpf.run_state import NR_COUNTS
from tests.programs.arithmetic import ATOMICS, DIVISIONS, PROBE_MEM, SHIFTS, Arithmetic
from tests.programs.flow import BAD_OPCODES, EXIT, MAX_LEVEL, Flow
from tests.programs.text import NOP
from tests.programs.values import value
from tests.programs.writer import MOV_K, NUMBER, STX, Options, Places

__all__ = ["Case", "checkable", "make_case", "variants"]

NR_SLOTS = 5
NR_BUDGETS = 3
_NR_ANCHORS = 3
_BUDGETS = (3000, 3000, 3000, 3000, 6000)

# kind of statement: how likely it is in the mean
_WEIGHTS = {
    "alu": 14,
    "edge": 3,
    "corner": 1.5,
    "load": 5,
    "store": 5,
    "atomic": 5,
    "moved_stack": 0.3,
    "branch": 6,
    "anywhere": 2,
    "loop": 1.5,
    "call": 2.5,
    "recurse": 1,
    "bpf_loop": 2.8,
    "each": 0.8,
    "drain": 0.5,
    "moment": 1.5,
    "comm": 0.5,
    "cgroup": 0.3,
    "number": 0.6,
    "comparison": 0.4,
    "user_memory": 0.6,
    "lock": 0.3,
    "ids": 0.4,
    "query": 0.3,
    "dynptr": 0.8,
    "push_pop": 0.8,
    "percpu_lookup": 0.4,
    "stackid": 0.5,
    "task_stack": 0.5,
    "storage": 2.2,
    "cast": 1.8,
    "traced": 0.8,
    "counter": 1.2,
    "of_task": 1,
    "probe": 2,
    "stack": 0.5,
    "lookup": 2.5,
    "update": 1,
    "delete": 0.7,
    "reserve": 1,
    "finish": 0.3,
    "output": 0.7,
    "perf": 1,
    "printk": 0.8,
    "packet": 1,
    "early_exit": 0.4,
    "careless": 0.3,
    "unknown": 0.1,
    "tail_call": 3.5,
    "probing_load": 6,
    "bad_opcode": 4,
}
_RAW = ("probing_load", "bad_opcode")
_VISIBLE = ("reserve", "output", "perf", "printk", "dynptr")
_BLOCKS = ("branch", "loop")


@dataclass(frozen=True)
class Case:
    """Programs, and what their run depends on.

    Attributes:
        programs: The first is run; the others are there for tail calls.
        slots: Which program each slot of the prog_array holds.
        seed: Of the memory that the run begins with, and of everything else.
        regs: R0 to R9 at the beginning, R1 aside.
        packet: Offset into the area, and length.
        is_inlining: The JIT is told the types of maps.
        ring_lock: How long the ring's lock is taken, ns, and by which CPU.
        perf_bytes: How much is in the CPU's perf ring.
        open_bytes: Length of a ring record that was reserved and not submitted; 0: none.
        mixed: Engines for a run that mixes them.
    """

    name: str
    programs: tuple[bytes, ...]
    slots: tuple[int | None, ...]
    seed: str
    regs: tuple[int, ...]
    packet: tuple[int, int]
    budget: int
    cpu: int
    is_checked: bool
    is_raw: bool
    is_noting: bool
    is_inlining: bool
    has_reader: bool
    ring_lock: tuple[int, int]
    perf_bytes: int
    open_bytes: int
    prices: tuple[int, ...]
    mixed: tuple[str, ...]


def _is_raw(insn: Insn) -> bool:
    cls = insn.insn_class
    if cls == isa.BPF_LDX:
        return insn.mode == PROBE_MEM
    if cls == isa.BPF_STX and insn.mode == isa.BPF_ATOMIC:
        return insn.imm not in ATOMICS
    if cls in (isa.BPF_ALU, isa.BPF_ALU64) and not insn.is_x:
        is_too_far = not 0 <= insn.imm < (64 if cls == isa.BPF_ALU64 else 32)
        return (insn.op in SHIFTS and is_too_far) or (insn.op in DIVISIONS and insn.imm == 0)
    return insn.opcode in {opcode for opcode, _ in BAD_OPCODES if opcode & 7 == isa.BPF_JMP}


def checkable(insns: bytes) -> bytes:
    """Return a program as it would have to pass the check.

    Raw instructions are jumps to the next slot there: those that no loaded program has (probing
    loads, which the verifier makes; shifts by too much and divisions by 0, which only unverified
    programs have; some that do not exist). Maps have no address yet.
    """
    out: list[Insn] = []
    is_second = False
    for insn in isa.decode(insns):
        if is_second:
            is_map = out[-1].src_reg in (isa.BPF_PSEUDO_MAP_FD, isa.BPF_PSEUDO_MAP_IDX)
            out.append(insn._replace(imm=0) if is_map else insn)
            is_second = False
        else:
            out.append(NOP if _is_raw(insn) else insn)
            is_second = isa.is_ldimm64(insn)
    return isa.encode(out)


class _Program(Arithmetic, Flow):
    """Writes one program."""

    def write(self, nr_statements: int, nr_functions: int, *, is_called: bool) -> bytes:
        """Return the program; one that is tail-called calls what others can see more often."""
        self.functions = [self.text.label() for _ in range(nr_functions + 1)]
        self._choose_kinds(nr_functions, is_called)
        for me, label in enumerate(self.functions):
            self.me = me
            self.level = 0
            self.anchors = [self.text.label() for _ in range(_NR_ANCHORS)]
            self.text.place(label)
            self.enter()
            nr = nr_statements if self.me == 0 else self.draw.randint(1, 3)
            self.block(nr)
            if self.me < nr_functions and self.chance(2, 3):
                self.draw.choice((self.call, self.bpf_loop))()
                self.block(1)
            for anchor in self.anchors:
                if not self.text.is_placed(anchor):
                    self.text.place(anchor)
            self.leave()
        return self.text.insns()

    def _choose_kinds(self, nr_functions: int, is_called: bool) -> None:
        draw = self.draw
        weights = {kind: w * draw.choice((0, 0.3, 1, 1, 1, 4)) for kind, w in _WEIGHTS.items()}
        weights["alu"] += 1
        if not self.options.is_raw:
            for kind in _RAW:
                weights[kind] = 0
        else:
            weights["corner"] += 10
        if is_called:
            weights |= {kind: 3 * weights[kind] + 1 for kind in _VISIBLE}
        if all(slot is None for slot in self.options.slots):
            weights["tail_call"] = 0
        else:
            weights["tail_call"] += 2
        self._weights = weights
        self._kinds: dict[str, Callable[[], None]] = {k: getattr(self, k) for k in weights}

    def block(self, nr_statements: int) -> None:
        for _ in range(nr_statements):
            free = [anchor for anchor in self.anchors if not self.text.is_placed(anchor)]
            if free and self.chance(1, 8):
                self.text.place(free[0])
            self._statement()

    def _statement(self) -> None:
        kinds = [k for k, w in self._weights.items() if w]
        if self.level >= MAX_LEVEL:
            kinds = [kind for kind in kinds if kind not in _BLOCKS]
        weights = [self._weights[kind] for kind in kinds]
        self._kinds[self.draw.choices(kinds, weights)[0]]()

    def leave(self) -> None:
        if self.me == 0:
            for reg in range(10):
                self.text.add(STX | isa.BPF_DW, 10, reg, -80 + 8 * reg)
            if self.chance(1, 3):
                self.put(0, value(self.draw))
        else:
            self._function_result()
        self.text.add(EXIT)

    def _function_result(self) -> None:
        how = self.draw.randrange(8)
        if how == 0:
            return
        self.text.add(STX | isa.BPF_DW, 10, 0, -8)
        if how == 1:
            self.put(0, 1)
        elif how < 5:  # a callback stops early, at an iteration
            behind = self.text.label()
            self.load_slot(0, NUMBER)
            imm = self.draw.randint(0, 3)
            self.text.jump(behind, isa.BPF_JMP | isa.BPF_JGT | isa.BPF_K, 0, 0, imm)
            self.text.add(MOV_K, 0)
            self.text.place(behind)
        else:
            self.text.add(MOV_K, 0)


def _slots(draw: random.Random, nr_programs: int) -> tuple[int | None, ...]:
    if nr_programs == 1 and draw.randrange(8):
        return (None,) * NR_SLOTS
    slots: list[int | None] = [draw.randrange(nr_programs) for _ in range(NR_SLOTS)]
    slots[draw.randrange(NR_SLOTS)] = None
    return tuple(slots)


def variants(case: Case, nr_insns: int) -> list[Case]:
    """Return a case with other beginnings, and with budgets that end it on the way.

    Args:
        case: Which.
        nr_insns: How many instructions it runs.
    """
    draw = random.Random(f"variants {case.name}")
    other = f"{case.name} with other memory"
    regs = tuple(value(draw) for _ in range(10))
    out = [replace(case, name=other, seed=other, regs=regs)]
    for _ in range(NR_BUDGETS):
        budget = draw.randint(0, max(nr_insns, 1))
        out.append(replace(case, name=f"{case.name} with budget {budget}", budget=budget))
    return out


def make_case(seed: int, index: int, places: Places) -> Case:
    """Return case *index* of *seed*."""
    name = f"{seed}/{index}"
    draw = random.Random(f"case {name}")
    nr_programs = draw.choice((1, 1, 1, 1, 1, 1, 2, 2, 3))
    packet_bytes = draw.choice((0, 1, 5, 16, 16, 64, 64))
    options = Options(
        is_checked=draw.randrange(6) == 0,
        is_raw=draw.randrange(7) == 0,
        packet_bytes=packet_bytes,
        slots=_slots(draw, nr_programs),
    )
    programs = []
    for number in range(nr_programs):
        is_large = number == 0 and draw.randrange(4) == 0
        nr_statements = draw.randint(3, 12) if is_large else draw.randint(1, 5)
        nr_functions = draw.choice((0, 0, 1, 1, 2) if is_large else (0, 0, 0, 1))
        insns = _Program(draw, places, options).write(
            nr_statements, nr_functions, is_called=number > 0
        )
        check_structure(checkable(insns), {ISA_V4})
        programs.append(insns)
    engines = tuple(draw.choice(("jit", "interp")) for _ in programs)
    return Case(
        name=name,
        programs=tuple(programs),
        slots=options.slots,
        seed=f"memory {name}",
        regs=tuple(value(draw) for _ in range(10)),
        packet=(draw.choice((0, 7, 4090)), packet_bytes),
        budget=draw.choice(_BUDGETS),
        cpu=draw.randrange(2),
        is_checked=options.is_checked,
        is_raw=options.is_raw,
        is_noting=draw.randrange(2) == 0,
        is_inlining=draw.randrange(8) != 0,
        has_reader=draw.randrange(2) == 0,
        ring_lock=(draw.choice((-100, 0, 500)), draw.choice((-1, 0, 1))),
        perf_bytes=draw.choice((0, 0, 2400, 4000)),
        open_bytes=draw.choice((0, 0, 0, 3400)),
        prices=tuple(draw.randrange(60_000) for _ in range(NR_COUNTS)),
        mixed=engines if nr_programs > 1 else (),
    )
