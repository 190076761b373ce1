"""The arguments of a hit by name, for SimPy processes that wait for it.

What a program finds in its context (`sim.hooks.context`) has a name here: a function's
parameters, the fields of a tracepoint's record, the arguments of a system call. A raw tracepoint
has what it is called with as ``arg0``, ``arg1`` …, as ``bpf_raw_tracepoint_args`` counts them.

**Rule:** numbers are int64 as the path's variables hold them; a member of an object is as wide
as its field; arrays of char and strings are text up to their NUL.

**Not modelled:** what pointers point to, strings of a record apart.
"""

from __future__ import annotations

from sim.base.memory import load64
from sim.hooks.target import Target
from sim.kernel import layout as k
from sim.kernel.machine import Machine
from sim.kernel.sites import Site
from sim.kernel.tracepoints import TracepointField, tracepoint

__all__ = ["Value", "args_of"]

Value = int | str
"""A number, or the text of an array of char."""

_MAX_TEXT = 64  # as records have them
_FIRST_SYSCALL_ARG = 16  # where a system call's record has its first argument
_WORD_BYTES = 8
_RAW_KINDS = ("raw_tp", "tp_btf")


def args_of(machine: Machine, target: Target, site: Site, x: int, task: int) -> dict[str, Value]:
    """Return the arguments of a hit of *site*.

    Args:
        machine: Where.
        target: What was waited for.
        site: What was hit.
        x: The context that hit it.
        task: Whose it was, 0 for idle.
    """
    if target.kind in _RAW_KINDS:
        return _raw(machine, site, x)
    if site.kind == k.SITE_SYS_ENTER:
        return _of_syscall(machine, target, x)
    if site.kind == k.SITE_SYS_EXIT:
        return {"id": load64(x + k.V_NR), "ret": load64(x + k.V_RET)}
    if site.kind == k.SITE_TRACEPOINT:
        return _of_record(machine, site, x, task)
    if site.kind in (k.SITE_USER, k.SITE_USER_RETURN):
        return {f"arg{i}": load64(x + k.V_A0 + 8 * i) for i in range(6)}
    function = site.name.partition("%")[0]
    params = machine.types.function_params(function) or ()
    names = [name for name, _ctype in params]
    return {n: load64(x + row[2]) for n, row in zip(names, site.args, strict=False)}


def _raw(machine: Machine, site: Site, x: int) -> dict[str, Value]:
    at = machine.sites.record(site.index)
    table = load64(at + k.S_RAW)
    nr = load64(at + k.S_NR_RAW)
    return {f"arg{i}": load64(x + load64(table + 8 * i)) for i in range(nr)}


def _of_syscall(machine: Machine, target: Target, x: int) -> dict[str, Value]:
    """The number, the six words, and by their names those that the system call has."""
    found: dict[str, Value] = {"id": load64(x + k.V_NR)}
    words = [load64(x + k.V_A0 + 8 * i) for i in range(6)]
    found |= {f"arg{i}": word for i, word in enumerate(words)}
    if target.nr >= 0:
        category, _, event = target.text.partition(":")
        for field in tracepoint(category, event, machine.config.kernel).fields:
            if field.offset >= _FIRST_SYSCALL_ARG:
                found[field.name] = words[(field.offset - _FIRST_SYSCALL_ARG) // _WORD_BYTES]
    return found


def _of_record(machine: Machine, site: Site, x: int, task: int) -> dict[str, Value]:
    category, _, event = site.name.partition(":")
    fields = {f.offset: f for f in tracepoint(category, event, machine.config.kernel).fields}
    at = machine.sites.record(site.index)
    row = load64(at + k.S_ARGS)
    found = {}
    for _ in range(load64(at + k.S_NR_ARGS)):
        field = fields[load64(row + k.ARG_AT)]
        found[field.name] = _value(machine, x, task, row, field)
        row += k.ARG_ROW_BYTES
    return found


def _value(machine: Machine, x: int, task: int, row: int, field: TracepointField) -> Value:
    """Return what a field's row of a site's table takes from the context."""
    how, variable = load64(row + k.ARG_HOW), load64(row + k.ARG_VAR)
    if how == k.HOW_VALUE:
        return load64(x + variable)
    pointer = load64(x + variable) if variable != k.VAR_CURRENT else _current(machine, x, task)
    if pointer == 0:
        return "" if how == k.HOW_STRING or "[" in field.ctype else 0
    address = pointer + load64(row + k.ARG_OFFSET)
    if how == k.HOW_STRING:
        address = int.from_bytes(machine.kernel.read(address, _WORD_BYTES), "little")
        return _text(machine.kernel.read(address, _MAX_TEXT))
    raw = machine.kernel.read(address, field.size)
    if "[" in field.ctype:
        return _text(raw)
    return int.from_bytes(raw, "little", signed=field.is_signed)


def _current(machine: Machine, x: int, task: int) -> int:
    cpu = machine.cpu(load64(x + k.X_CPU))
    return load64((task or load64(cpu + k.C_IDLE_TASK)) + k.T_STRUCT)


def _text(raw: bytes) -> str:
    return raw.partition(b"\0")[0].decode(errors="replace")
