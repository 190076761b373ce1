"""One run of one program, step by step, forwards and backwards.

::

    with Session.at_hit("scenarios/tutorial/01-opensnoop.yaml", "kprobe:do_sys_openat2:3") as run:
        run.add_breakpoint("bpf_map_update_elem")
        run.forward()
        print(run.source, run.registers["r1"])
        run.step_back(2)

The scenario runs up to the hit as ``bpfsim run`` runs it; then time stands still for everybody
but the program.

**Rule:** a step back restores every byte, so that going on again repeats what was.

**Not modelled:** what other CPUs do while a helper waits for a lock; the engine that the scenario
names (the interpreter steps; both come to the same).
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from sim.base.errors import ScenarioError, nearest
from sim.base.memory import Buffer, copy_bytes, load64
from sim.bpf import run_state as r
from sim.bpf.isa import INSN_BYTES, Insn, decode
from sim.bpf.maps.create import MapView
from sim.bpf.spec import LineRef, ProgramSpec
from sim.debug.breakpoints import Breakpoint, is_at, parse_place
from sim.debug.memory import RUN, Change, Memory
from sim.debug.naming import Names
from sim.debug.reach import run_to
from sim.debug.stepper import Stepper
from sim.engine import state as h
from sim.hooks.attach import Link, Program
from sim.kernel.layout import P_CODE
from sim.record.writer import RecordWriter
from sim.run.arm import ArmRun
from sim.run.objects import PreparedTracer
from sim.run.progress import RunProgress
from sim.run.runner import arm_run, prepare
from sim.run.scenario import load_scenario
from sim.run.schema import Scenario

__all__ = ["Session"]

_M64 = (1 << 64) - 1


class Session:
    """A run of a program that is stepped through. Make it with `at_hit`.

    Args:
        arm: The arm; it has stopped at the run's start.
        link: Whose program.
        tracers: The arm's tracers.
    """

    def __init__(self, arm: ArmRun, link: Link, tracers: Sequence[PreparedTracer]) -> None:
        self.link = link
        self.machine = arm.machine
        self._arm = arm
        self._run = arm.machine.get(h.H_TRAP_A)
        self._specs = self._programs(arm, tracers)
        self._stepper = Stepper(self._run, arm.pipe.handle)
        self._memory = Memory(self.machine, self._run)
        self._history: list[list[Change]] = []
        self._printed: list[tuple[int, str]] = []
        self.names = Names(self.machine, self._run, load64(self._run + r.R_REGS + 8))
        self.breakpoints: list[Breakpoint] = []
        self.is_done = False

    # --- making one ------------------------------------------------------------------------------
    @classmethod
    def at_hit(
        cls,
        scenario: Path | str,
        at: str,
        *,
        arm: str | None = None,
        changes: Sequence[str] = (),
        objects: Sequence[str] = (),
    ) -> Session:
        """Run a scenario up to a hit and stop where its program begins.

        Args:
            scenario: The scenario's file.
            at: ``HOOK`` or ``HOOK:N`` (``kprobe:vfs_read:3``: the third hit that runs the
                program), or a program's name instead of the hook.
            arm: Which arm; the first traced one unless given.
            changes: As ``--set`` has them.
            objects: As ``--object`` has them.

        Raises:
            SimError: The scenario will not do, nobody attaches there, or the hit never comes.
        """
        return cls.of(load_scenario(scenario, list(changes), objects=list(objects)), at, arm=arm)

    @classmethod
    def of(
        cls,
        scenario: Scenario,
        at: str,
        *,
        arm: str | None = None,
        progress: RunProgress | None = None,
    ) -> Session:
        """Do what `at_hit` does with a scenario that is read already."""
        prepared = prepare(scenario)
        traced = [each.arm for each in prepared.tracers]
        name = arm if arm is not None else (traced or [""])[0]
        if name not in traced:
            raise ScenarioError(
                f"there is no traced arm {name!r}" if name else "no arm is traced",
                where=scenario.where(("arms",)),
                suggestion=nearest(name, traced),
            )
        with tempfile.TemporaryDirectory(prefix="bpfsim-step-") as scratch:
            writer = RecordWriter(scratch)
            made = arm_run(prepared, name, writer, progress=progress)
            try:
                link = run_to(made, at, scenario.where(("arms",)))
            except BaseException:
                made.close()
                raise
            finally:
                writer.abandon()
        return cls(made, link, [each for each in prepared.tracers if each.arm == name])

    def _programs(
        self, arm: ArmRun, tracers: Sequence[PreparedTracer]
    ) -> Mapping[int, tuple[Program, ProgramSpec]]:
        """Return the arm's programs by where their instructions lie."""
        specs = [spec for tracer in tracers for spec in tracer.spec.programs if spec.autoload]
        found = {}
        for program, spec in zip(arm.links.programs, specs, strict=True):
            code = load64(arm.links.program_record(program) + P_CODE)
            found[load64(code + r.PD_INSNS)] = (program, spec)
        return found

    def close(self) -> None:
        """Give everything back."""
        self._stepper.close()
        self._arm.close()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- where it is -----------------------------------------------------------------------------
    @property
    def nr_steps(self) -> int:
        """How many steps lie behind."""
        return len(self._history)

    @property
    def insn_idx(self) -> int:
        """The instruction that comes next."""
        return load64(self._run + r.R_PC)

    @property
    def program(self) -> ProgramSpec:
        """The program that is running: after a tail call another one."""
        return self._specs[self._insns_at][1]

    @property
    def _insns_at(self) -> int:
        return load64(load64(self._run + r.R_PROG) + r.PD_INSNS)

    @property
    def insns(self) -> list[Insn]:
        """The program's instructions as they run, with addresses filled in."""
        record = load64(self._run + r.R_PROG)
        nr_bytes = load64(record + r.PD_NR_INSNS) * INSN_BYTES
        data = Buffer(nr_bytes)
        try:
            copy_bytes(data.address, self._insns_at, nr_bytes)
            return decode(bytes(data.view[:nr_bytes]))
        finally:
            data.close()

    @property
    def function(self) -> str:
        """The function that the next instruction belongs to."""
        behind = [each.name for each in self.program.funcs if each.insn_idx <= self.insn_idx]
        return behind[-1] if behind else self.program.name

    @property
    def source(self) -> LineRef | None:
        """The source line that the next instruction comes from, if the object says."""
        behind = [each for each in self.program.line_info if each.insn_idx <= self.insn_idx]
        return behind[-1] if behind else None

    @property
    def depth(self) -> int:
        """How many calls the run is in."""
        return load64(self._run + r.R_DEPTH)

    @property
    def registers(self) -> dict[str, int]:
        """The registers r0 to r10, unsigned."""
        return {f"r{i}": load64(self._run + r.R_REGS + 8 * i) & _M64 for i in range(11)}

    @property
    def cpu(self) -> int:
        """The CPU that it runs on."""
        return load64(self._run + r.R_CPU)

    @property
    def t_ns(self) -> int:
        """When the run began; waits are added."""
        return load64(self._run + r.R_NOW)

    @property
    def tgid_pid(self) -> tuple[int, int]:
        """The current task's process and thread."""
        both = load64(self._run + r.R_PID_TGID)
        return both >> 32, both & 0xFFFFFFFF

    @property
    def comm(self) -> str:
        """The current task's name."""
        data = self.machine.kernel.read(load64(self._run + r.R_COMM) & _M64, 16)
        return data.split(b"\0", 1)[0].decode("utf-8", "replace")

    @property
    def nr_insns(self) -> int:
        """How many instructions the run has had."""
        return load64(self._run + r.R_BUDGET) - load64(self._run + r.R_LEFT)

    @property
    def cost_ps(self) -> int:
        """What the run has cost so far, without its hook, in ps."""
        prices = load64(self._run + r.R_PRICES)
        insns = self.nr_insns * load64(prices)
        rest = (
            load64(self._run + r.R_COUNTS + 8 * i) * load64(prices + 8 * i)
            for i in range(1, r.NR_COUNTS)
        )
        return insns + sum(rest)

    @property
    def maps(self) -> Mapping[str, MapView]:
        """The machine's maps by name."""
        return {view.name: view for view in self.machine.maps.views.values()}

    @property
    def printed(self) -> list[str]:
        """What the run has printed (trace_pipe)."""
        return [text for _step, text in self._printed]

    @property
    def changes(self) -> list[Change]:
        """What the last step changed in memory, the run state left out."""
        last = self._history[-1] if self._history else []
        return [change for change in last if change.where != RUN]

    def stack(self, nr_bytes: int = 64) -> list[tuple[int, int]]:
        """Return the current frame's words: offset from the frame pointer, and value."""
        fp = load64(self._run + r.R_REGS + 80) & _M64
        data = self.machine.kernel.read(fp - nr_bytes, nr_bytes)
        return [
            (at - nr_bytes, int.from_bytes(data[at : at + 8], "little"))
            for at in range(0, nr_bytes, 8)
        ]

    def digest(self) -> str:
        """Return a hash of the whole state: registers, run, all memory, all maps."""
        return self._memory.digest()

    # --- moving ----------------------------------------------------------------------------------
    def step(self, nr: int = 1) -> int:
        """Do up to *nr* instructions; return how many there were."""
        for done in range(nr):
            if self.is_done:
                return done
            nr_lines = len(self._arm.pipe.lines)
            self.is_done = self._stepper.step()
            self._history.append(self._memory.take_changes())
            for line in self._arm.pipe.lines[nr_lines:]:
                self._printed.append((self.nr_steps, line[2]))
        return nr

    def step_back(self, nr: int = 1) -> int:
        """Undo up to *nr* steps; return how many there were."""
        for done in range(nr):
            if not self._history:
                return done
            self._memory.undo(self._history.pop())
            self.is_done = False
            while self._printed and self._printed[-1][0] > self.nr_steps:
                self._printed.pop()
                self._arm.pipe.lines.pop()
        return nr

    def forward(self) -> Breakpoint | None:
        """Go on to the next breakpoint, which is returned, or to the end."""
        while self.step():
            if not self.is_done and (found := self._breakpoint()):
                return found
        return None

    def backward(self) -> Breakpoint | None:
        """Go back to the breakpoint before, which is returned, or to the start."""
        while self.step_back():
            if found := self._breakpoint():
                return found
        return None

    def next_line(self) -> None:
        """Go on to another source line, over calls."""
        line, depth = self.source, self.depth
        while self.step() and not self.is_done:
            if self.depth < depth or (self.depth == depth and self.source != line):
                return

    def add_breakpoint(self, what: str | int) -> Breakpoint:
        """Stop at an instruction (``"insn 12"``), a source line (a number) or a helper (a name).

        Raises:
            ScenarioError: The program has no such place.
        """
        found = parse_place(str(what), self.program, self.insns)
        if found not in self.breakpoints:
            self.breakpoints.append(found)
        return found

    def _breakpoint(self) -> Breakpoint | None:
        at, spec, insns = self.insn_idx, self.program, self.insns
        return next((each for each in self.breakpoints if is_at(each, at, spec, insns)), None)
