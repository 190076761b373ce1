"""Mutated scenarios and cost profiles.

A scenario that loads is prepared: its profile is read, its objects are opened. A profile is
loaded as a scenario would.

**Rule:** the error of a scenario's file names the file, and a line unless it is about the whole.

**Not modelled:** running what loads; it may ask for a hundred days.
"""

from __future__ import annotations

import functools
import shutil
from pathlib import Path

from sim.base.errors import CostProfileError, ScenarioError, SimError
from sim.cost.profile import load_profile, shipped_profiles
from sim.run.scenario import load_scenario, resolved_yaml, scenario_digest
from sim.run.schema_errors import CombinedScenarioError
from tests.fuzz.campaign import scratch_folder
from tests.fuzz.draw import Draw
from tests.fuzz.yamlmut import mutate_yaml
from tests.scenarios import SMALL, TUTORIAL

__all__ = ["exercise_profile", "exercise_scenario", "make_profile", "make_scenario"]

_DATA = Path(__file__).resolve().parent.parent.parent / "sim" / "cost" / "data"
_MOST_TEXT = 20_000

_PROFILE = """\
name: mine
doc: a profile beside a scenario
machine: none
extends: x86-2020
prices:
  helper.call: {value: 1.25, unit: ns, source: "measured here", confidence: measured}
  path.vfs_read: {value: 300, unit: ns, source: "x", confidence: assumed, uncertainty: 0.7}
"""

Outcome = list[tuple[str, SimError]]


@functools.cache
def _scenarios() -> tuple[tuple[str, bytes], ...]:
    found = [("small", SMALL.encode())]
    found += [(path.name, path.read_bytes()) for path in sorted(TUTORIAL.glob("*.yaml"))]
    return tuple(found)


@functools.cache
def _profiles() -> tuple[tuple[str, bytes], ...]:
    found = [("extends", _PROFILE.encode())] * 3
    names = shipped_profiles()
    return (*found, *((name, (_DATA / f"{name}.yaml").read_bytes()) for name in names))


@functools.cache
def _folder() -> Path:
    """Return a folder with the objects that scenarios name."""
    folder = scratch_folder()
    for path in TUTORIAL.glob("*.bpf.o"):
        shutil.copy(path, folder)
    return folder


def make_scenario(seed: int, index: int) -> tuple[str, bytes]:
    """Return the name of the scenario that was mutated, and the mutated file."""
    draw = Draw(f"scenario/{seed}/{index}")
    name, text = draw.choice(_scenarios())
    return name, mutate_yaml(draw, text)


def make_profile(seed: int, index: int) -> tuple[str, bytes]:
    """Return the name of the profile that was mutated, and the mutated file."""
    draw = Draw(f"profile/{seed}/{index}")
    name, text = draw.choice(_profiles())
    return name, mutate_yaml(draw, text)


def _check(error: SimError, file: str) -> None:
    """Refuse an error that nobody could make use of."""
    text = str(error)
    assert len(text) <= _MOST_TEXT, f"a message of {len(text)} characters: {text[:200]}"
    for one in error.errors if isinstance(error, CombinedScenarioError) else [error]:
        assert one.problem and len(one.problem) < 2000, "a problem that nobody reads"
        if isinstance(one, ScenarioError | CostProfileError):
            assert file in one.where, f"an error that does not name the file: {one}"


def exercise_scenario(origin: str, data: bytes) -> Outcome:
    """Load and prepare one mutated scenario."""
    from sim.run.runner import prepare

    path = _folder() / "mutated.yaml"
    path.write_bytes(data)
    try:
        scenario = load_scenario(path)
    except ScenarioError as error:
        _check(error, path.name)
        return [("load", error)]
    again = path.with_name("resolved.yaml")
    again.write_text(resolved_yaml(scenario), encoding="utf-8")
    assert scenario_digest(load_scenario(again)) == scenario_digest(scenario)
    try:
        prepare(scenario)
    except SimError as error:
        _check(error, path.name)
        return [("prepare", error)]
    return []


def exercise_profile(origin: str, data: bytes) -> Outcome:
    """Load one mutated profile."""
    path = _folder() / "profile.yaml"
    path.write_bytes(data)
    try:
        profile = load_profile(str(path))
    except CostProfileError as error:
        _check(error, "")
        return [("load", error)]
    path.write_text(profile.to_yaml(), encoding="utf-8")
    assert load_profile(str(path)) == profile
    return []
