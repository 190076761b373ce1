"""In what the inputs of two run directories differ, and whether the runs share their draws.

Scenarios are compared as they were stored, every default spelled out; items of a list go by
their names, so that an arm more does not make all others differ. Objects and cost profiles are
compared by digest.

**Rule:** a draw depends on the seed, the name of its stream and its index, and on nothing else:
two runs of one seed share every draw that their workloads ask for alike, and are compared
replication by replication whatever else differs. Two seeds share nothing.

**Not modelled:** which prices of two profiles differ; what a name change does to streams.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sim.base.errors import ResultsError
from sim.run.manifest import read_manifest
from sim.run.yaml_source import parse_yaml

__all__ = ["Difference", "Draws", "input_differences", "shared_draws"]

ABSENT = "not given"
# Said by digests and names of their own, or no matter of results.
_LEFT_OUT = ("machine.profile", "machine.engine")


@dataclass(frozen=True)
class Difference:
    """One input that differs: its name, and its value in each run."""

    what: str
    a: str
    b: str


@dataclass(frozen=True)
class Draws:
    """Whether two runs are compared replication by replication.

    Attributes:
        is_paired: Whether they share their seed.
        why: In words.
    """

    is_paired: bool
    why: str


def _scenario(folder: Path) -> dict[str, Any]:
    path = folder / "scenario.yaml"
    try:
        data = parse_yaml(path.read_text(encoding="utf-8"), str(path)).data
    except OSError as error:
        raise ResultsError(
            "the run's scenario cannot be read", where=str(path), reason=str(error)
        ) from error
    if not isinstance(data, dict):
        raise ResultsError("the run's scenario is no mapping", where=str(path))
    return data


def _flat(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every leaf as dotted key and text; named items of a list by their names."""
    if isinstance(value, dict) and value:
        for key, part in value.items():
            yield from _flat(part, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list) and value:
        for i, part in enumerate(value):
            name = part.get("name", i) if isinstance(part, dict) else i
            yield from _flat(part, f"{path}[{name}]")
    elif value not in ({}, [], None):
        yield path, str(value).lower() if isinstance(value, bool) else str(value)


def _leaves(folder: Path, manifest: dict[str, Any]) -> dict[str, str]:
    found = {
        key: text
        for key, text in _flat(_scenario(folder))
        if not key.startswith(_LEFT_OUT) and not key.endswith(".object")
    }
    inputs = manifest["inputs"]
    for one in inputs["objects"]:
        key = f"arms[{one['arm']}].tracers[{one['tracer']}].object"
        found[key] = f"{one['file']} (sha256 {one['sha256'][:12]})"
    profile = inputs["profile"]
    found["machine.profile"] = f"{profile['name']} (sha256 {profile['sha256'][:12]})"
    found["kernel release"] = str(inputs["kernel"]["release"])
    found["model version"] = str(inputs["kernel"]["model"])
    found["bpfsim"] = str(manifest["software"]["bpfsim"])
    return found


def input_differences(a: Path, b: Path) -> list[Difference]:
    """Return the inputs that differ, in the order of the scenario.

    Args:
        a: A run directory.
        b: Another.

    Raises:
        ResultsError: A manifest or a scenario cannot be read.
    """
    left, right = (_leaves(folder, read_manifest(folder)) for folder in (a, b))
    found = []
    for key in dict.fromkeys((*left, *right)):
        values = left.get(key, ABSENT), right.get(key, ABSENT)
        if values[0] != values[1]:
            found.append(Difference(key, *values))
    return found


def shared_draws(a: Path, b: Path) -> Draws:
    """Say whether two runs are compared replication by replication, and why.

    Args:
        a: A run directory.
        b: Another.
    """
    seeds = [int(read_manifest(folder)["inputs"]["seed"]) for folder in (a, b)]
    if seeds[0] != seeds[1]:
        return Draws(False, f"seeds {seeds[0]} and {seeds[1]} share no draw")
    same = _scenario(a).get("workloads") == _scenario(b).get("workloads")
    which = "the same workloads" if same else "but workloads that differ"
    return Draws(True, f"seed {seeds[0]} in both, {which}")
