"""What cases really execute: forms of instructions with their operands, and kinds of events.

Only in a plain process (``BPFSIM_PLAIN=1``): there the interpreter's own calls can be watched.

**Rule:** a form is named by its opcode in hex, what tells forms of one opcode apart, and what
happened; tests/test_random_programs.py has the table of all of them.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sim.base.compile import PLAIN, handle_of
from sim.base.memory import load64
from sim.bpf import frames, interp, isa
from sim.bpf import run_state as r
from sim.bpf.helpers import HELPERS
from sim.bpf.isa import Insn
from sim.bpf.maps import layout as m
from sim.bpf.program import Code
from tests.programs.generate import Case
from tests.programs.world import FIELDS, Result, World

__all__ = ["Coverage"]

_M64 = (1 << 64) - 1
_EXIT = isa.BPF_JMP | isa.BPF_EXIT
_DIVISIONS = (isa.BPF_DIV, isa.BPF_MOD)
_SHIFTS = (isa.BPF_LSH, isa.BPF_RSH, isa.BPF_ARSH)
_FIELD = {name: number for number, name in enumerate(FIELDS)}
_MAP_FIELDS = {
    "a full map": m.M_FAILED_FULL,
    "an update that finds": m.M_FAILED_EXIST,
    "an update that misses": m.M_FAILED_NOENT,
    "an update with bad flags": m.M_FAILED_INVAL,
    "a full ring": m.M_DROPPED,
    "a ring behind an open record": m.M_DROPPED_PENDING,
    "a lost sample": m.M_LOST,
    "a submitted record": m.M_SUBMITTED,
    "a discarded record": m.M_DISCARDED,
    "a record refused for its flags": m.M_REFUSED_INVAL,
    "a sample without a ring": m.M_REFUSED_NOENT,
    "a sample too long": m.M_REFUSED_2BIG,
    "a sample for another CPU": m.M_REFUSED_OPNOTSUPP,
}


def _named(insn: Insn, what: object = "") -> str:
    return f"{insn.opcode:02x} {what}".rstrip()


class Coverage:
    """Watches runs on the interpreter.

    Attributes:
        forms: How often each form was executed.
        events: How often each kind of event happened.
    """

    def __init__(self, world: World) -> None:
        assert PLAIN, "only a plain process can be watched"
        self.forms: Counter[str] = Counter()
        self.events: Counter[str] = Counter()
        self._world = world
        self._helper_of = {handle_of(h.function): h.id for h in HELPERS.values()}
        self._slots: dict[int, Insn] = {}  # by host address
        self._program_of: dict[int, int] = {}
        self._last = 0
        self._insn = Insn(0)

    def run(self, case: Case) -> Result:
        """Run a case and note what happens."""
        self._world.watcher = lambda codes: self._begin(case, codes)
        self._last, self._insn = 0, Insn(0)
        with self._watching():
            result = self._world.run(case, ("interp",) * len(case.programs))
        self._world.watcher = None
        self._events_of(case, result)
        return result

    # --- watching -------------------------------------------------------------------------
    def _begin(self, case: Case, codes: Sequence[Code]) -> None:
        self._slots, self._program_of = {}, {}
        for insns, code in zip(case.programs, codes, strict=True):
            start = load64(code.address + r.PD_INSNS)
            for number, insn in enumerate(isa.decode(insns)):
                self._slots[start + 8 * number] = insn
                self._program_of[start + 8 * number] = code.address

    @contextmanager
    def _watching(self) -> Iterator[None]:
        """Put ourselves between the interpreter and what it calls."""
        watched: list[tuple[Any, str, Callable[..., Any]]] = [
            (interp, "load64", self._fetched(interp.load64)),
            (interp, "alu32", self._computed(interp.alu32)),
            (interp, "alu64", self._computed(interp.alu64)),
            (interp, "taken32", self._decided(interp.taken32)),
            (interp, "taken64", self._decided(interp.taken64)),
            (interp, "load", self._accessed(interp.load)),
            (interp, "store", self._accessed(interp.store)),
            (interp, "atomic", self._changed(interp.atomic)),
            (interp, "call1", self._helped(interp.call1)),
            (frames, "call2", self._stepped(frames.call2)),
        ]
        before = [(module, name, getattr(module, name)) for module, name, _ in watched]
        for module, name, function in watched:
            setattr(module, name, function)
        try:
            yield
        finally:
            for module, name, function in before:
                setattr(module, name, function)

    def _fetched(self, then: Callable[[int], int]) -> Callable[[int], int]:
        def load(address: int) -> int:
            insn = self._slots.get(address)
            if insn is not None and insn.opcode:
                self._fetch(address, insn)
            return then(address)

        return load

    def _fetch(self, address: int, insn: Insn) -> None:
        last, before = self._last, self._insn
        if before.opcode == _EXIT and self._program_of.get(last) != self._program_of[address]:
            self.events["a return into another program"] += 1
        self._last, self._insn = address, insn
        cls = insn.insn_class
        if cls in (isa.BPF_ALU, isa.BPF_ALU64):
            self.forms[_named(insn, insn.imm if insn.op == isa.BPF_END else insn.off)] += 1
        elif isa.is_ldimm64(insn):
            self.forms[_named(insn, insn.src_reg)] += 1
        elif insn.opcode == 0x85:
            self.forms[_named(insn, insn.src_reg)] += 1
            if insn.src_reg == 0 and insn.imm in HELPERS:
                self.events[f"helper {insn.imm}"] += 1
        elif cls in (isa.BPF_JMP, isa.BPF_JMP32) and insn.op == isa.BPF_JA:
            distance = insn.off if cls == isa.BPF_JMP else insn.imm
            self.forms[_named(insn, "back" if distance < 0 else "on")] += 1
        elif cls not in (isa.BPF_JMP, isa.BPF_JMP32) or insn.op in (isa.BPF_CALL, isa.BPF_EXIT):
            what = f"{insn.imm:x}" if insn.opcode & 0xE7 == 0xC3 else ""
            self.forms[_named(insn, what)] += 1

    def _computed(self, then: Callable[..., int]) -> Callable[..., int]:
        def alu(key: int, off: int, imm: int, a: int, other: int) -> int:
            result = then(key, off, imm, a, other)
            opcode = self._insn.opcode
            b = other if opcode & 8 else imm
            is64 = opcode & 7 == isa.BPF_ALU64
            mask = _M64 if is64 else 0xFFFFFFFF
            op = opcode & 0xF0
            if op in _DIVISIONS and b & mask == 0:
                self.forms[f"{opcode:02x} {off} by zero"] += 1
            elif op in _DIVISIONS and off == 1 and b & mask == mask and a & mask == mask // 2 + 1:
                self.forms[f"{opcode:02x} {off} least by -1"] += 1
            elif op in _SHIFTS and b & _M64 >= (64 if is64 else 32):
                self.forms[f"{opcode:02x} {off} by too much"] += 1
            return result

        return alu

    def _decided(self, then: Callable[..., int]) -> Callable[..., int]:
        def taken(key: int, imm: int, a: int, b: int) -> int:
            result = then(key, imm, a, b)
            self.forms[f"{self._insn.opcode:02x} {'taken' if result else 'not taken'}"] += 1
            if result and self._insn.off < 0:
                self.events["a jump back on a condition"] += 1
            return result

        return taken

    def _accessed(self, then: Callable[..., Any]) -> Callable[..., Any]:
        def access(opcode: int, host: int, *value: int) -> Any:
            nr_bytes = interp.nr_bytes_of(opcode)
            if host % nr_bytes:
                self.forms[f"{opcode:02x} unaligned"] += 1
            if host % 4096 > 4096 - nr_bytes:
                self.events["an access across pages"] += 1
            return then(opcode, host, *value)

        return access

    def _changed(self, then: Callable[..., int]) -> Callable[..., int]:
        def atomic(opcode: int, imm: int, host: int, src: int, regs: int, is64: int) -> int:
            if imm == isa.BPF_CMPXCHG:
                mask = _M64 if is64 else 0xFFFFFFFF
                same = (load64(host) ^ load64(regs)) & mask == 0
                self.forms[f"{opcode:02x} f1 {'exchanged' if same else 'kept'}"] += 1
                if same and not is64 and load64(regs) >> 32:
                    self.events["an exchange though R0 has more bits"] += 1
            if host % (8 if is64 else 4):
                self.forms[f"{opcode:02x} unaligned"] += 1
            return then(opcode, imm, host, src, regs, is64)

        return atomic

    def _helped(self, then: Callable[[int, int], int]) -> Callable[[int, int], int]:
        def call(handle: int, run: int) -> int:
            result = then(handle, run)
            which = self._helper_of.get(handle, 0)
            if which and HELPERS[which].kind == 0:
                how = "0" if result == 0 else "negative" if -200 < result < 0 else "something"
                self.events[f"helper {which}: {how}"] += 1
            return result

        return call

    def _stepped(self, then: Callable[[int, int, int], int]) -> Callable[[int, int, int], int]:
        def call(handle: int, run: int, frame: int) -> int:
            is_first = load64(frame + r.F_STATE + 8) == 0
            goes_on = then(handle, run, frame)
            if goes_on == 0 and self._helper_of.get(handle) == 181:
                result = load64(run + r.R_REGS)
                wanted = load64(frame + r.F_STATE + 16)
                how = "refused" if result < 0 else "stopped" if result < wanted else "whole"
                self.events[f"bpf_loop {how}"] += 1
                if is_first and result == 0:
                    self.events["bpf_loop of nothing"] += 1
            return goes_on

        return call

    # --- afterwards -----------------------------------------------------------------------
    def _events_of(self, case: Case, result: Result) -> None:
        seen = set()
        for stop in result.stops:
            status, fault = stop.values[0], stop.values[_FIELD["R_FAULT"]]
            seen.add(f"fault {fault}" if status == r.RUN_FAULT else f"status {status}")
            depth = stop.values[_FIELD["R_DEPTH"]]
            callbacks = sum(frame[7] for frame in stop.frames)
            others = [frame for frame in stop.frames if frame[6] != stop.program]
            is_checked = case.is_checked and status == r.RUN_FAULT
            seen |= {
                name
                for name, holds in (
                    ("8 frames", depth == r.MAX_FRAMES - 1),
                    ("33 tail calls", stop.values[_FIELD["R_TAILS"]] == r.MAX_TAIL_CALL_CNT),
                    ("a tail call", stop.values[_FIELD["R_TAILS"]] > 0),
                    ("notes", bool(stop.notes)),
                    ("a wake-up", stop.values[_FIELD["R_RAISE"]] != 0),
                    ("a stop in a function", depth > callbacks and status != r.RUN_FAULT),
                    ("a stop in a callback", callbacks > 0 and status != r.RUN_FAULT),
                    ("a stop in nested callbacks", callbacks > 1 and status != r.RUN_FAULT),
                    ("a stop in a tail-called program", bool(others) and status != r.RUN_FAULT),
                    ("a fault in a callback", callbacks > 0 and status == r.RUN_FAULT),
                    ("a fault of a checked program", is_checked and fault == 5),
                    ("a small budget", fault == 4 and case.budget < 60),
                )
                if holds
            }
        records = result.memory["map records"]
        for at in range(0, len(records), m.MAP_BYTES):
            for name, field in _MAP_FIELDS.items():
                if struct.unpack_from("<q", records, at + field)[0]:
                    seen.add(name)
        self.events.update(seen)
