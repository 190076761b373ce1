"""The kinds of input, by the name that the command line gives them.

**Rule:** an input is a function of (seed, index).

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.fuzz.campaign import Kind
from tests.fuzz.machines import exercise_machine, make_program, warm_machines
from tests.fuzz.objects import exercise_object, make_object
from tests.fuzz.rundirs import exercise_rundir, make_rundir
from tests.fuzz.scenarios import (
    exercise_profile,
    exercise_scenario,
    make_profile,
    make_scenario,
)

__all__ = ["KINDS", "source_of"]

_SOURCES: dict[str, Callable[[int, int], tuple[str, bytes]]] = {
    "object": make_object,
    "machine": make_program,
    "scenario": make_scenario,
    "profile": make_profile,
    "rundir": make_rundir,
}


def _object(seed: int, index: int) -> list[tuple[str, Exception]]:
    return [*exercise_object(make_object(seed, index)[1])]


def _warm_objects() -> None:
    for index in range(5):
        _object(0, index)


def _warm_scenarios() -> None:
    for index in range(5):
        exercise_scenario(0, index)


_ALL = (
    Kind("object", _object, ("open",), warm_up=_warm_objects),
    Kind("machine", exercise_machine, ("open", "run"), 90, warm_machines, is_limited=False),
    Kind("scenario", exercise_scenario, ("load", "prepare"), warm_up=_warm_scenarios),
    Kind("profile", exercise_profile, ("load",)),
    Kind("rundir", exercise_rundir, ("load",), warm_up=lambda: exercise_rundir(0, 0)),
)
KINDS = {kind.name: kind for kind in _ALL}


def source_of(kind: str, seed: int, index: int) -> tuple[str, bytes]:
    """Return what an input was made from, and the input."""
    return _SOURCES[kind](seed, index)
