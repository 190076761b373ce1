"""bpf_trace_printk, and the text it leaves in trace_pipe (kernel/trace/bpf_trace.c).

A program that calls it stops for Python, which formats the arguments and writes the line as
``tracefs/trace_pipe`` shows it.

**Rule:** the helper returns the length of the text, or −EINVAL for a format it refuses.

**Not modelled:** ``%pI4``, ``%pI6`` and ``%pks``/``%pus`` forms other than ``%s``; the ring that
trace_pipe reads (no line is lost).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from sim.base.memory import load64, store64
from sim.bpf import run_state as r
from sim.bpf.region import is_mapped
from sim.engine.state import H_NOW, H_TRAP_A, H_TRAP_B

if TYPE_CHECKING:
    from sim.kernel.machine import Machine

__all__ = ["TracePipe"]

EINVAL = 22
MAX_FORMAT_BYTES = 128
_SPEC = re.compile(r"%(%|0?\d*(?:l{0,2})[duxXisp]|p[A-Za-z0-9]*|c)")


class _Tables(Protocol):
    def trace_line(self, t_ns: int, cpu: int, text: str) -> None:
        """Write one line."""


class TracePipe:
    """Formats and keeps what programs print.

    Args:
        machine: Whose programs.
    """

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self.lines: list[tuple[int, int, str]] = []

    def handle(self) -> None:
        """Do the bpf_trace_printk that the engine stopped for."""
        run = self._machine.get(H_TRAP_A)
        cpu = self._machine.get(H_TRAP_B)
        text = self._format(run)
        result = -EINVAL
        if text is not None:
            result = len(text)
            self.lines.append((self._machine.get(H_NOW), cpu, self._line(run, cpu, text)))
        store64(run + r.R_REGS, result)
        store64(run + r.R_DONE, 1)

    def _line(self, run: int, cpu: int, text: str) -> str:
        t_ns = self._machine.get(H_NOW)
        comm = self._read_text(load64(run + r.R_COMM))
        pid = load64(run + r.R_PID_TGID) & 0xFFFFFFFF
        seconds = f"{t_ns // 1_000_000_000:5d}.{t_ns % 1_000_000_000 // 1000:06d}"
        return f"{comm:>16}-{pid:<7} [{cpu:03d}] d...1 {seconds}: bpf_trace_printk: {text}"

    def _read_text(self, address: int) -> str:
        data = self._machine.kernel.read(address & 0xFFFFFFFFFFFFFFFF, MAX_FORMAT_BYTES)
        return data.split(b"\0", 1)[0].decode("utf-8", "replace")

    def _format(self, run: int) -> str | None:
        size = load64(run + r.R_REGS + 16) & 0xFFFFFFFF
        address = load64(run + r.R_REGS + 8) & 0xFFFFFFFFFFFFFFFF
        raw = self._machine.kernel.read(address, min(size, MAX_FORMAT_BYTES))
        if not raw.endswith(b"\0"):
            return None
        fmt = raw.split(b"\0", 1)[0].decode("utf-8", "replace")
        args = [load64(run + r.R_REGS + 8 * i) for i in (3, 4, 5)]
        specs = [m for m in _SPEC.finditer(fmt) if m.group(1) != "%"]
        if len(specs) > len(args) or "%" in _SPEC.sub("", fmt):
            return None
        values = iter(args)
        return _SPEC.sub(lambda m: self._value(m.group(1), values.__next__), fmt)

    def _value(self, spec: str, take: Callable[[], int]) -> str:
        if spec == "%":
            return "%"
        value = take()
        if spec.endswith("s"):
            known = is_mapped(self._machine.kernel.table, value, 1)
            return self._read_text(value) if known else "(fault)"
        if spec == "c":
            return chr(value & 0xFF)
        if spec.startswith("p"):
            return f"{value & 0xFFFFFFFFFFFFFFFF:016x}"
        bits = 64 if "l" in spec else 32
        value &= (1 << bits) - 1
        if spec[-1] in "di" and value >> (bits - 1):
            value -= 1 << bits
        width = spec.rstrip("duxXi").rstrip("l")
        return format(value, width + (spec[-1] if spec[-1] in "xX" else "d"))

    def write(self, tables: _Tables) -> None:
        """Hand all lines to the result tables."""
        for t_ns, cpu, text in self.lines:
            tables.trace_line(t_ns, cpu, text)
