"""What programs print, as ``tracefs/trace_pipe`` shows it (kernel/trace/bpf_trace.c).

**Rule:** a line has task, CPU, flags, time and text; texts come from `sim.bpf.helpers.text`.

**Not modelled:** the ring that trace_pipe reads (no line is lost); flags other than those of a
kprobe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sim.base.memory import load64
from sim.bpf import run_state as r
from sim.bpf.btf import Btf
from sim.bpf.helpers.text import RegionMemory, do_in_python
from sim.engine.state import H_NOW, H_TRAP_A, H_TRAP_B

if TYPE_CHECKING:
    from sim.kernel.machine import Machine

__all__ = ["TracePipe"]

_COMM_BYTES = 16


class _Tables(Protocol):
    def trace_line(self, t_ns: int, cpu: int, text: str) -> None:
        """Write one line."""


class TracePipe:
    """Keeps what programs print, and does the helpers that Python does.

    Args:
        machine: Whose programs.
    """

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self.memory = RegionMemory(machine.kernel, machine.user, machine.kallsyms.lookup)
        self.btf: Btf | None = machine.types.btf
        self.lines: list[tuple[int, int, str]] = []

    def handle(self) -> None:
        """Do the helper that the engine stopped for."""
        do_in_python(self._machine.get(H_TRAP_A), self)

    def address_of(self, name: str) -> int:
        """Return a function's address, 0 if there is none of that name."""
        kallsyms = self._machine.kallsyms
        return kallsyms.address_of(name) if name in kallsyms else 0

    def trace(self, run: int, text: bytes) -> None:
        """Put a line into trace_pipe."""
        t_ns, cpu = self._machine.get(H_NOW), self._machine.get(H_TRAP_B)
        shown = text.decode("utf-8", "replace")
        self.lines.append((t_ns, cpu, self._line(run, cpu, t_ns, shown)))

    def _line(self, run: int, cpu: int, t_ns: int, text: str) -> str:
        at = load64(run + r.R_COMM) & ((1 << 64) - 1)
        comm = (self.memory.read_str(at, _COMM_BYTES, user=False) or b"").decode("utf-8", "replace")
        pid = load64(run + r.R_PID_TGID) & 0xFFFFFFFF
        seconds = f"{t_ns // 1_000_000_000:5d}.{t_ns % 1_000_000_000 // 1000:06d}"
        return f"{comm:>16}-{pid:<7} [{cpu:03d}] d...1 {seconds}: bpf_trace_printk: {text}"

    def write(self, tables: _Tables) -> None:
        """Hand all lines to the result tables."""
        for t_ns, cpu, text in self.lines:
            tables.trace_line(t_ns, cpu, text)
