"""The kinds of input, by the name that the command line gives them.

**Rule:** an input is a function of (seed, index).

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

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

__all__ = ["KINDS"]


def _warm_objects() -> None:
    for index in range(5):
        exercise_object(*make_object(0, index))


def _warm_scenarios() -> None:
    for index in range(5):
        exercise_scenario(*make_scenario(0, index))


def _warm_rundirs() -> None:
    exercise_rundir(*make_rundir(0, 0))


_ALL = (
    Kind("object", make_object, exercise_object, ("open",), warm_up=_warm_objects),
    Kind(
        "machine",
        make_program,
        exercise_machine,
        ("open", "run"),
        seconds=90,
        warm_up=warm_machines,
        is_limited=False,
    ),
    Kind(
        "scenario",
        make_scenario,
        exercise_scenario,
        ("load", "prepare"),
        warm_up=_warm_scenarios,
    ),
    Kind("profile", make_profile, exercise_profile, ("load",)),
    Kind("rundir", make_rundir, exercise_rundir, ("load",), warm_up=_warm_rundirs),
)
KINDS = {kind.name: kind for kind in _ALL}
