"""The verifier's environment: the program, the kernel, where the walk stands, what it counted.

Answers to ``struct bpf_verifier_env``.

**Rule:** a check that fails calls `Env.reject` with the kernel's message and errno; what this
verifier does not cover raises `NotModelled`.

**Not modelled:** tokens and user namespaces; capabilities are those of the loading process.
"""

from __future__ import annotations

import errno as errnos
from typing import NoReturn

from sim.bpf import isa
from sim.bpf.isa import Insn
from sim.bpf.verifier.bounds import Draft
from sim.bpf.verifier.deduce import DeepDraft
from sim.bpf.verifier.log import Log
from sim.bpf.verifier.spec import Cap, Kernel, Map, Prog
from sim.bpf.verifier.state import BPF_MAIN_FUNC, FuncState, VerifierState
from sim.bpf.verifier.tnum import Tnum, tnum_str
from sim.bpf.verifier.trace import Trace
from sim.bpf.verifier.types import MEM_ALLOC, MEM_RINGBUF, reg_type_str
from sim.versions.features import Feature

__all__ = [
    "BPF_COMPLEXITY_LIMIT_INSNS",
    "BPF_COMPLEXITY_LIMIT_JMP_SEQ",
    "BPF_COMPLEXITY_LIMIT_STATES",
    "MAX_BPF_STACK",
    "MAX_CALL_FRAMES",
    "Env",
    "InsnAux",
    "NotModelled",
    "Pending",
    "Rejected",
    "Subprog",
]

MAX_BPF_STACK = 512
MAX_CALL_FRAMES = 8
BPF_COMPLEXITY_LIMIT_INSNS = 1_000_000
BPF_COMPLEXITY_LIMIT_JMP_SEQ = 8192
BPF_COMPLEXITY_LIMIT_STATES = 64
_ALL = (1 << 64) - 1
_DECIMAL_MAX = (1 << 16) - 1

# prog_flags
BPF_F_STRICT_ALIGNMENT = 1
BPF_F_ANY_ALIGNMENT = 2
BPF_F_TEST_RND_HI32 = 4
BPF_F_TEST_STATE_FREQ = 8
BPF_F_SLEEPABLE = 16


class Rejected(Exception):
    """The program is refused; the log says why."""

    def __init__(self, errno: int) -> None:
        super().__init__(errno)
        self.errno = errno


class NotModelled(Exception):
    """The program uses what this verifier does not cover."""


class InsnAux:
    """What is kept of one instruction over all paths (``struct bpf_insn_aux_data``)."""

    __slots__ = (
        "alu_limit",
        "alu_state",
        "call_const_key",
        "calls_back",
        "ctx_field_size",
        "force_checkpoint",
        "imm64",
        "is_iter_next",
        "jmp_point",
        "kfunc_name",
        "ksym",
        "loop_inline",
        "map",
        "map_index",
        "map_off",
        "map_poisoned",
        "prune_point",
        "ptr_type",
        "sanitize_stack_spill",
        "seen",
        "storage_get_sleepable",
        "zext_dst",
    )

    def __init__(self) -> None:
        self.seen = 0
        self.prune_point = False
        self.jmp_point = False
        self.calls_back = False
        self.force_checkpoint = False
        self.map: Map | None = None
        self.map_index = -1
        self.map_off = 0
        self.map_poisoned = False
        self.imm64 = 0
        self.ksym = (False, 0)
        self.ptr_type = 0
        self.ctx_field_size = 0
        self.sanitize_stack_spill = False
        self.alu_state = 0
        self.alu_limit = 0
        self.zext_dst = False
        self.kfunc_name = ""
        self.loop_inline: tuple[bool, int] | None = None
        self.call_const_key = -1
        self.storage_get_sleepable = False
        self.is_iter_next = False


class Subprog:
    """One function of the program (``struct bpf_subprog_info``)."""

    __slots__ = (
        "has_ld_abs",
        "has_tail_call",
        "is_async_cb",
        "is_called",
        "is_global",
        "is_unreliable",
        "name",
        "stack_depth",
        "start",
        "tail_call_reachable",
        "type_id",
    )

    def __init__(self, start: int) -> None:
        self.start = start
        self.stack_depth = 0
        self.has_tail_call = False
        self.tail_call_reachable = False
        self.has_ld_abs = False
        self.is_async_cb = False
        self.is_called = False
        self.is_unreliable = False
        self.is_global = False
        self.type_id = 0
        self.name = ""


class Pending:
    """A path that waits its turn (``struct bpf_verifier_stack_elem``)."""

    __slots__ = ("insn_idx", "log_pos", "prev_insn_idx", "state")

    def __init__(
        self, state: VerifierState, insn_idx: int, prev_insn_idx: int, log_pos: int
    ) -> None:
        self.state = state
        self.insn_idx = insn_idx
        self.prev_insn_idx = prev_insn_idx
        self.log_pos = log_pos


class Env:
    """The environment of one verification.

    Args:
        prog: The program.
        kernel: Whose rules.
        log: Where messages go.
    """

    def __init__(self, prog: Prog, kernel: Kernel, log: Log) -> None:
        self.prog = prog
        self.kernel = kernel
        self.features = kernel.features
        self._set_rules()
        self.log = log
        self.trace: Trace | None = None
        self.insns: list[Insn] = isa.decode(prog.insns)
        self.aux = [InsnAux() for _ in self.insns]
        self.subprogs: list[Subprog] = []
        self.used_maps: list[Map] = []
        self.max_ctx_offset = 0  # how far into its context the program reaches
        self._set_privileges()
        self.prog_type = prog.prog_type
        self.sleepable = bool(prog.prog_flags & BPF_F_SLEEPABLE)
        self.gpl_compatible = prog.license in (
            "GPL",
            "GPL v2",
            "GPL and additional rights",
            "Dual BSD/GPL",
            "Dual MIT/GPL",
            "Dual MPL/GPL",
        )
        self.strict_alignment = bool(prog.prog_flags & BPF_F_STRICT_ALIGNMENT)
        self.test_state_freq = self.is_privileged and bool(prog.prog_flags & BPF_F_TEST_STATE_FREQ)
        self._set_walk()

    def _set_rules(self) -> None:
        """Look up once what the walk asks for at every step."""
        features = self.features
        self.draft: type[Draft] = DeepDraft if Feature.DEEP_BOUNDS in features else Draft
        self.wide_alu = Feature.WIDE_ALU in features
        self.two_reg_jumps = Feature.TWO_REG_JUMPS in features
        self.stack_history = Feature.STACK_HISTORY in features
        self.spill_ids = Feature.SPILL_IDS in features
        self.linked_offsets = Feature.LINKED_OFFSETS in features
        self.scalar_ids = Feature.SCALAR_IDS in features
        self.callback_loops = Feature.CALLBACK_LOOPS in features
        self.exact_retval = Feature.EXACT_RETVAL in features
        self.terse_log = Feature.TERSE_LOG in features
        self.is_ringbuf_named = Feature.RINGBUF_MEM in features
        self.later = Feature.LATER_RULES in features
        self.trusted_ptr = Feature.TRUSTED_PTR in features
        self.dynptr_slots = Feature.DYNPTR_SLOTS in features

    def _set_privileges(self) -> None:
        caps = self.kernel.caps
        admin = Cap.SYS_ADMIN in caps
        perfmon = admin or Cap.PERFMON in caps
        self.bpf_capable = admin or Cap.BPF in caps
        self.perfmon_capable = perfmon
        self.is_privileged = self.bpf_capable
        self.allow_ptr_leaks = perfmon
        self.allow_uninit_stack = perfmon
        self.bypass_spec_v1 = perfmon
        self.bypass_spec_v4 = perfmon

    def _set_walk(self) -> None:
        self.insn_idx = 0
        self.prev_insn_idx = -1
        self.cur: VerifierState = VerifierState(FuncState(BPF_MAIN_FUNC, 0, 0))
        self.pending: list[Pending] = []
        self.explored: dict[int, list[VerifierState]] = {}
        self.id_gen = 0
        self.insn_processed = 0
        self.prev_insn_processed = 0
        self.jmps_processed = 0
        self.prev_jmps_processed = 0
        self.total_states = 0
        self.peak_states = 0
        self.max_states_per_insn = 0
        self.nr_compared = 0
        self.longest_mark_read_walk = 0
        self.pass_cnt = 0
        self.prune = True
        self.kept: tuple[int, ...] = ()  # where what remove_dead_code left was before
        self.touches: list[tuple[int, int]] = []  # of backtracking, made when it is needed
        self.explore_alu_limits = False
        self.seen_direct_write = False
        self.scratched_regs = 0
        self.scratched_stack_slots = 0
        self.closing = ""  # what is logged behind the last walk
        self.has_jump = False  # whether the history has an entry of this instruction
        self.prev_log_len = 0
        self.prev_insn_print_len = 0
        self.prev_line = -1
        self.attach_func_proto = 0
        self.attach_func_name = ""
        self.ctx_args: dict[int, tuple[int, int]] = {}

    @property
    def frame(self) -> FuncState:
        """The innermost frame of the path being walked."""
        return self.cur.frames[-1]

    def verbose(self, text: str) -> None:
        """Add *text* to the log."""
        self.log.write(text)
        if self.trace is not None:
            self.trace.said.append(text)

    def reject(self, message: str, errno: int = errnos.EACCES) -> NoReturn:
        """Refuse the program; *message* (no line break at its end) goes to the log."""
        self.verbose(f"{message}\n")
        raise Rejected(errno)

    def type_str(self, kind: int) -> str:
        """Name a register type."""
        if kind & MEM_ALLOC and self.is_ringbuf_named:
            kind = kind & ~MEM_ALLOC | MEM_RINGBUF
        return reg_type_str(kind)

    def tnum_str(self, value: Tnum) -> str:
        """Print a tnum as messages do: from 6.8 on a number that is known as such."""
        number, unknown = value
        if unknown or not self.terse_log:
            return tnum_str(value)
        return str(number) if number <= _DECIMAL_MAX else f"{number:#x}"

    def reject_silently(self, errno: int) -> NoReturn:
        """Refuse the program; the log says why already."""
        raise Rejected(errno)

    def new_id(self) -> int:
        """Return an id that nobody has."""
        self.id_gen += 1
        return self.id_gen

    def mark_state_scratched(self) -> None:
        """Have everything printed next time."""
        self.scratched_regs = _ALL
        self.scratched_stack_slots = _ALL

    def subprog_at(self, insn_idx: int) -> int:
        """Return the number of the subprogram that starts at *insn_idx*, -1 if none does."""
        for number, subprog in enumerate(self.subprogs):
            if subprog.start == insn_idx:
                return number
        return -1

    def subprog_of(self, insn_idx: int) -> int:
        """Return the number of the subprogram that *insn_idx* belongs to."""
        number = 0
        for candidate, subprog in enumerate(self.subprogs):
            if subprog.start <= insn_idx:
                number = candidate
        return number

    def end_of(self, subprogno: int) -> int:
        """Return the instruction behind subprogram *subprogno*."""
        following = subprogno + 1
        at_end = following >= len(self.subprogs)
        return len(self.insns) if at_end else self.subprogs[following].start
