"""The places of USDT probes in a scenario's binaries, and what their arguments take.

An argument in a register is that register's value; one in memory is read through a register that
points to a piece of memory made for it. The variables a0 to a5 hold the registers at the place.

**Rule:** each step ``usdt`` is a place of its own, at an offset of its own in its function.

**Not modelled:** more than six registers; two values in one register; places of real files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sim.base.errors import ScenarioError
from sim.kernel.user_code import UserFunction, UserPlace
from sim.loader.usdt_args import PT_REGS, ArgKind, UsdtArg, parse_args
from sim.run.binaries import inner_steps, user_functions
from sim.run.schema import Scenario
from sim.run.schema_workload import UsdtArgs, UsdtStep

__all__ = ["Held", "PlacedStep", "placed_steps"]

Held: TypeAlias = int | str | tuple[tuple[int, int, int | str], ...]
"""What a register holds: a value, or where values are (offset, size, value)."""

_REACH = 2000  # how far from its register an argument in memory may be
_FIRST_BYTES, _APART, _MAX_PLACES = 0x10, 8, 28
_REGISTERS = ("rdi", "rsi", "rdx", "rcx", "r8", "r9")


@dataclass(frozen=True)
class PlacedStep:
    """A step, its place, and what the registers hold there."""

    step: UsdtStep
    place: UserPlace
    values: tuple[Held, ...]


def _steps(steps: Sequence[Any]) -> Iterator[UsdtStep]:
    for step in steps:
        if isinstance(step, UsdtStep):
            yield step
        yield from _steps(inner_steps(step))


def _hold(held: dict[int, Held], arg: UsdtArg, value: int | str) -> bool:
    """Let a register hold an argument; say whether that is possible."""
    if arg.kind is ArgKind.CONST:
        return value == arg.value
    if arg.kind is ArgKind.REG:
        return held.setdefault(arg.reg_off, value) is value
    before = held.get(arg.reg_off, ())
    if not isinstance(before, tuple) or abs(arg.value) > _REACH:
        return False
    held[arg.reg_off] = (*before, (arg.value, arg.size, value))
    return True


def _registers(given: UsdtArgs, args: Sequence[UsdtArg]) -> Mapping[int, Held]:
    """Say what each register holds.

    Raises:
        ScenarioError: Values and arguments do not fit together.
    """
    name = f"{given.provider}:{given.name}"
    if len(args) != len(given.values):
        counts = f"{len(args)} arguments and {len(given.values)} values"
        raise ScenarioError(f"usdt {name} has {counts}", reason=f"args: {given.args!r}")
    held: dict[int, Held] = {}
    for i, (arg, value) in enumerate(zip(args, given.values, strict=True)):
        if not _hold(held, arg, value):
            raise ScenarioError(
                f"usdt {name}: argument {i} cannot have the value {value!r}",
                reason=f"args: {given.args!r}",
            )
    if len(held) > len(_REGISTERS):
        raise ScenarioError(f"usdt {name} uses more than {len(_REGISTERS)} registers")
    return held


def _arguments(given: UsdtArgs) -> str:
    """Return where a probe's arguments are."""
    if given.args is not None:
        return given.args
    if len(given.values) > len(_REGISTERS):
        raise ScenarioError(f"usdt {given.provider}:{given.name}: say where the arguments are")
    return " ".join(f"-8@%{r}" for r, _ in zip(_REGISTERS, given.values, strict=False))


def _placed(step: UsdtStep, function: UserFunction, number: int) -> PlacedStep:
    given = step.usdt
    path, _, name = function.name.rpartition(":")
    if number >= _MAX_PLACES:
        raise ScenarioError(f"function {name!r} has more than {_MAX_PLACES} places of probes")
    text = _arguments(given)
    held = _registers(given, parse_args(text, f"{given.provider}:{given.name}"))
    if any(at not in PT_REGS.values() for at in held):
        raise ScenarioError(f"usdt {given.provider}:{given.name} uses an unknown register")
    into = _FIRST_BYTES + _APART * number
    place = UserPlace(
        f"{path}:{given.provider}:{given.name}@{name}+{into:#x}",
        function.address + into,
        function.offset + into,
        given.provider,
        given.name,
        text,
        tuple(held),
        given.semaphore,
    )
    return PlacedStep(step, place, tuple(held.values()))


def placed_steps(scenario: Scenario) -> list[PlacedStep]:
    """Return the USDT places of a scenario's binaries, in the order of their functions.

    Raises:
        SimError: Arguments cannot be read, or do not fit their values.
    """
    made = []
    for function in user_functions(scenario):
        path, _, name = function.name.rpartition(":")
        body = (scenario.machine.binaries or {})[path].functions[name].does
        made += [_placed(step, function, i) for i, step in enumerate(_steps(body))]
    return made
