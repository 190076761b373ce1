"""A session as text: where it is, what the last step did, registers, stack, maps, code.

**Rule:** every function returns lines and changes nothing.

**Not modelled:** values by their BTF types; numbers are shown with what they point at.
"""

from __future__ import annotations

from typing import Any

from sim.base.units import format_duration
from sim.bpf.disasm import format_insn
from sim.bpf.helpers import HELPERS
from sim.bpf.isa import Insn, is_ldimm64
from sim.bpf.maps.layout import M_CONSUMER, M_PRODUCER
from sim.bpf.spec import MapType
from sim.debug.breakpoints import helper_name
from sim.debug.memory import KERNEL, MAPS, Change
from sim.debug.session import Session

__all__ = [
    "code_lines",
    "head_lines",
    "map_lines",
    "place_lines",
    "register_lines",
    "stack_lines",
    "step_lines",
    "to_the_end",
]

_M64 = (1 << 64) - 1
_MAX_SHOWN_BYTES = 16


def head_lines(session: Session, at: str) -> list[str]:
    """Say which run this is, and whose."""
    tgid, pid = session.tgid_pid
    return [
        f"{session.program.name} at {at}: {format_duration(session.t_ns)}, CPU {session.cpu}, "
        f"{session.comm} (process {tgid}, thread {pid})",
    ]


def place_lines(session: Session) -> list[str]:
    """Say where the run is: source line, instruction, what a call gets, cost so far."""
    so_far = f"{session.nr_insns} instructions, {format_duration(session.cost_ps // 1000)}"
    if session.is_done:
        result = session.names.say(session.registers["r0"])
        return [f"end: r0 = {result}; {so_far}"]
    lines = []
    source = session.source
    if source is not None:
        file = source.file.removeprefix("./")
        lines.append(f"{file}:{source.line_num}: {source.line.strip()}")
    called = f" in {session.function}" if session.depth else ""
    lines.append(f"=> {_insn_text(session, session.insn_idx)}{called}  [{so_far}]")
    return lines + _argument_lines(session)


def _argument_lines(session: Session) -> list[str]:
    insn = session.insns[session.insn_idx]
    if not helper_name(insn):
        return []
    registers = session.registers
    return [
        f"     r{i} = {_value(session, registers[f'r{i}'])}"
        for i in range(1, HELPERS[insn.imm].nr_args + 1)
    ]


def _value(session: Session, value: int) -> str:
    """Return a number, what it is, and the bytes that it points at where a program keeps data."""
    text = session.names.say(value)
    name = session.names.name(value)
    if name.startswith(("fp", "frame")) and name != "fp":
        at = session.machine.kernel.read(value, 8)
        text += f" -> {at.hex(' ')}"
    return text


def step_lines(session: Session, before: dict[str, int]) -> list[str]:
    """Say what the last step changed: registers, then memory.

    Args:
        session: After the step.
        before: The registers before it.
    """
    after = session.registers
    lines = [
        f"     {name}: {session.names.say(before[name])} -> {session.names.say(after[name])}"
        for name in before
        if before[name] != after[name]
    ]
    return lines + [
        f"     {line}" for change in session.changes for line in _changed(session, change)
    ]


def _changed(session: Session, change: Change) -> list[str]:
    if change.where == MAPS:
        return []  # counters of ours: what they stand for shows in the maps' memory
    name = session.names.name(change.address)
    known = name or ("user memory" if change.where != KERNEL else "kernel memory")
    before, after = _bytes(change.before), _bytes(change.after)
    return [f"{known}: {before} -> {after}"]


def _bytes(data: bytes) -> str:
    shown = data[:_MAX_SHOWN_BYTES].hex(" ")
    return shown if len(data) <= _MAX_SHOWN_BYTES else f"{shown} … ({len(data)} bytes)"


def register_lines(session: Session) -> list[str]:
    """Return the registers, a line each."""
    return [f"{name:>3} = {session.names.say(v)}" for name, v in session.registers.items()]


def stack_lines(session: Session, nr_bytes: int = 64) -> list[str]:
    """Return the words of the current frame, the lowest first."""
    words = session.stack(nr_bytes)
    return [f"fp{offset:<5} {session.names.say(word)}" for offset, word in words]


def map_lines(session: Session) -> list[str]:
    """Return the machine's maps: type, entries, bytes."""
    rows = []
    for name, view in sorted(session.maps.items()):
        kind = view.type.name.removeprefix("BPF_MAP_TYPE_").lower()
        held = f"{view.nr_entries} of {view.max_entries} entries"
        if view.type == MapType.BPF_MAP_TYPE_RINGBUF:
            nr_unread = view.field(M_PRODUCER) - view.field(M_CONSUMER)
            held = f"{nr_unread} of {view.max_entries} bytes not read"
        rows.append(f"{name}: {kind}, {held}")
    return rows


def code_lines(session: Session, around: int = 5) -> list[str]:
    """Return the instructions around the next one, with their source lines."""
    lines: list[str] = []
    starts = {line.insn_idx: line for line in session.program.line_info}
    insns = session.insns
    at = session.insn_idx
    skip = False
    for idx, insn in enumerate(insns):
        shown = at - around <= idx <= at + around and not skip
        skip = is_ldimm64(insn) and not skip
        if not shown:
            continue
        if idx in starts:
            lines.append(f"; {starts[idx].line.strip()}")
        mark = "=>" if idx == at else "  "
        lines.append(f"{mark} {_insn_text(session, idx)}")
    return lines


def _insn_text(session: Session, idx: int) -> str:
    insns = session.insns
    insn = insns[idx]
    high = insns[idx + 1] if is_ldimm64(insn) else None
    if helper_name(insn):
        return f"{idx}: call {helper_name(insn)}"
    if high is not None:
        return f"{idx}: {_constant_text(session, insn, high)}"
    return f"{idx}: {format_insn(insn)}"


def _constant_text(session: Session, insn: Insn, high: Insn) -> str:
    value = (high.imm << 32 | insn.imm & 0xFFFFFFFF) & _M64
    return f"r{insn.dst_reg} = {session.names.name(value) or hex(value)} ll"


def to_the_end(session: Session) -> dict[str, Any]:
    """Step to the run's end; return every step as plain data, numbers being unsigned."""
    tgid, pid = session.tgid_pid
    found: dict[str, Any] = {
        "program": session.program.name,
        "t_ns": session.t_ns,
        "cpu": session.cpu,
        "comm": session.comm,
        "tgid": tgid,
        "pid": pid,
        "steps": [],
    }
    while not session.is_done:
        source, before = session.source, session.registers
        row = {
            "insn_idx": session.insn_idx,
            "insn": _insn_text(session, session.insn_idx).partition(": ")[2],
            "function": session.function,
            "line": source.line_num if source else None,
        }
        session.step()
        after = session.registers
        row["registers"] = {name: v for name, v in after.items() if v != before[name]}
        row["memory"] = [
            {"address": c.address, "before": c.before.hex(), "after": c.after.hex()}
            for c in session.changes
            if c.where != MAPS
        ]
        row["cost_ps"] = session.cost_ps
        found["steps"].append(row)
    return found | {"r0": session.registers["r0"], "printed": session.printed}
