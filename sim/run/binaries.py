"""From a scenario's binaries to the functions that a machine has and workloads call.

**Rule:** a real file says where its functions are and how they begin; a declared one is laid out
in the order of its functions. Where binaries are mapped is the same in every run.

**Not modelled:** address space randomisation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from sim.base.errors import ScenarioError, nearest
from sim.kernel.user_code import UserFunction, trap_price
from sim.loader.user_elf import UserElf, open_user_elf
from sim.run.schema import Scenario
from sim.run.schema_binary import Binary, Function
from sim.run.schema_machine import Machine
from sim.run.schema_workload import CallStep, Workload, waits_for_device

__all__ = [
    "called_by",
    "check_call_paths",
    "flat_steps",
    "inner_steps",
    "may_wait_for_device",
    "resolve",
    "user_functions",
]

_INSTRUCTIONS = {
    "push": b"\x55",
    "nop": b"\x90",
    "jump": b"\xeb",
    "call": b"\xe8",
    "other": b"\xc3",
}
_PROGRAM_BASE, _LIBRARY_BASE = 0x5555_5555_4000, 0x7F00_0000_0000
_APART, _FIRST_OFFSET, _FUNCTION_BYTES = 1 << 30, 0x1000, 0x100


@lru_cache(maxsize=64)
def _elf(path: Path) -> UserElf:
    return open_user_elf(path)


def _base(path: str, index: int, elf: UserElf | None) -> int:
    """Return where a binary is mapped."""
    if elf is not None and not elf.is_library:
        return 0
    is_library = ".so" in Path(path).name
    return (_LIBRARY_BASE if is_library else _PROGRAM_BASE) + index * _APART


def _declared(name: str, base: int, number: int, function: Function) -> UserFunction:
    offset = function.offset or _FIRST_OFFSET + number * _FUNCTION_BYTES
    price = trap_price(_INSTRUCTIONS[function.instruction])
    return UserFunction(name, base + offset, price, offset)


def _real(elf: UserElf, name: str, base: int, function: str) -> UserFunction:
    """Return a function of a real file.

    Raises:
        AttachError: The file has no such symbol.
    """
    offset = elf.function_offset(function)
    address = base + (elf.address_of(offset) or offset)
    return UserFunction(name, address, trap_price(elf.instruction(offset)), offset)


def _functions_of(path: str, index: int, binary: Binary, folder: Path) -> Iterator[UserFunction]:
    elf = _elf(folder / binary.file) if binary.file else None
    base = _base(path, index, elf)
    for number, (name, function) in enumerate(binary.functions.items()):
        full = f"{path}:{name}"
        yield _real(elf, full, base, name) if elf else _declared(full, base, number, function)


def user_functions(scenario: Scenario) -> tuple[UserFunction, ...]:
    """Return the functions of user space that the scenario's machine has.

    Raises:
        AttachError: A file cannot be read, or lacks a function.
    """
    binaries = scenario.machine.binaries or {}
    return tuple(
        function
        for i, (path, binary) in enumerate(binaries.items())
        for function in _functions_of(path, i, binary, scenario.folder)
    )


def _homes(binaries: Mapping[str, Binary], function: str) -> list[str]:
    return [path for path, binary in binaries.items() if function in binary.functions]


def resolve(machine: Machine, function: str, caller: str | None) -> str:
    """Return ``BINARY:FUNCTION`` for what a step calls.

    Args:
        machine: Whose binaries.
        function: With or without its binary.
        caller: The binary that the call is in.

    Raises:
        ScenarioError: There is none.
    """
    binaries = machine.binaries or {}
    path, colon, name = function.rpartition(":")
    homes = [path] if colon and path in binaries else []
    if not colon:
        homes = [h for h in ([caller] if caller else []) if h in binaries]
        homes += _homes(binaries, name)
    for home in homes:
        if name in binaries[home].functions:
            return f"{home}:{name}"
    known = [n for binary in binaries.values() for n in binary.functions]
    raise ScenarioError(
        f"there is no function {function!r} to call",
        reason="functions are " + (", ".join(sorted(set(known))) or "not declared"),
        suggestion=nearest(name, known) or ("" if known else "declare `machine.binaries`"),
    )


def inner_steps(step: Any) -> list[Any]:
    """Return the steps inside of a step."""
    args = getattr(step, next(iter(type(step).model_fields)))
    found: list[Any] = []
    for name in getattr(type(args), "model_fields", ()):
        inner = getattr(args, name)
        if isinstance(inner, list) and inner and hasattr(type(inner[0]), "model_fields"):
            found += inner
    return found


def _calls(machine: Machine, steps: Sequence[Any], caller: str | None) -> Iterator[str]:
    """Yield what steps call, also those inside of other steps."""
    for step in steps:
        if isinstance(step, CallStep):
            yield resolve(machine, step.call.function, caller)
            continue
        yield from _calls(machine, inner_steps(step), caller)


def called_by(machine: Machine, steps: Sequence[Any], caller: str | None) -> list[str]:
    """Return every function that steps reach, callers first, each once.

    Raises:
        ScenarioError: One is not there.
    """
    found: dict[str, None] = {}
    todo = list(_calls(machine, steps, caller))
    while todo:
        name = todo.pop(0)
        if name in found:
            continue
        found[name] = None
        path, _, function = name.rpartition(":")
        body = (machine.binaries or {})[path].functions[function].does
        todo += _calls(machine, body, path)
    return list(found)


def check_call_paths(machine: Machine, workload: Workload) -> None:
    """Refuse a request that calls what is not there, in a circle, or too deep.

    Raises:
        ScenarioError: It does.
    """
    names = called_by(machine, workload.request, workload.binary)
    if not names:
        return
    from sim.workload.calls import check_calls
    from sim.workload.spec import Step, UserBody

    bodies = []
    for name in names:
        path, _, function = name.rpartition(":")
        does = (machine.binaries or {})[path].functions[function].does
        callees = [Step("call", function=callee) for callee in _calls(machine, does, path)]
        bodies.append(UserBody(name, tuple(callees)))
    check_calls(bodies, ())


def flat_steps(machine: Machine, workload: Workload) -> list[tuple[int, Any]]:
    """Return what a request does with the bodies of called functions in their places.

    Each comes with the number of the request's step that it belongs to. Functions that cannot be
    resolved, or call each other in a circle, are left out: others refuse them.
    """
    flat: list[tuple[int, Any]] = []

    def add(i: int, step: Any, caller: str | None, callers: tuple[str, ...]) -> None:
        flat.append((i, step))
        if not isinstance(step, CallStep):
            return
        try:
            name = resolve(machine, step.call.function, caller)
        except ScenarioError:
            return
        path, _, function = name.rpartition(":")
        for one in (machine.binaries or {})[path].functions[function].does:
            if name not in callers:
                add(i, one, path, (*callers, name))

    for i, step in enumerate(workload.request):
        add(i, step, workload.binary, ())
    return flat


def may_wait_for_device(machine: Machine, workload: Workload) -> bool:
    """Say whether a request may wait for block I/O, in its functions too."""
    return any(waits_for_device(step) for _, step in flat_steps(machine, workload))
