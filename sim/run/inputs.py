"""Copying what a run depends on into its directory, so that the directory stands alone.

::

    scenario.yaml            the resolved scenario, its paths pointing into the directory
    profile.yaml             the cost profile, complete
    objects/NAME.bpf.o       each object; objects/DIGEST/NAME.bpf.o where two share a name

The manifest has the digest of each copy, so that `check_inputs` can tell whether one was edited.

**Rule:** loading ``scenario.yaml`` gives a scenario with the same digest as the original.

**Not modelled:** sources of objects are not copied.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from sim.base.errors import ResultsError
from sim.cost.profile import Profile
from sim.run.objects import PreparedTracer
from sim.run.scenario import resolved_yaml
from sim.run.schema import Scenario
from sim.run.yaml_source import KeyPath

__all__ = ["check_inputs", "input_digests", "store_inputs"]

_FILES = ("scenario.yaml", "profile.yaml")


def _object_names(prepared: Sequence[PreparedTracer]) -> dict[KeyPath, str]:
    """Choose a name in the run directory for each tracer's object."""
    digest_of: dict[str, str] = {}
    names: dict[KeyPath, str] = {}
    for tracer in prepared:
        name = tracer.file.name
        if digest_of.setdefault(name, tracer.sha256) == tracer.sha256:
            names[tracer.path] = f"objects/{name}"
        else:
            names[tracer.path] = f"objects/{tracer.sha256[:12]}/{name}"
    return names


def store_inputs(
    folder: Path, scenario: Scenario, prepared: Sequence[PreparedTracer], profile: Profile
) -> Scenario:
    """Copy a run's inputs to its directory.

    Args:
        folder: The run directory.
        scenario: What is run.
        prepared: Its tracers, opened.
        profile: Its cost profile.

    Returns:
        The scenario as stored, with paths into the directory.
    """
    names = _object_names(prepared)
    data = scenario.to_data()
    for tracer in prepared:
        target = folder / names[tracer.path]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(tracer.file.read_bytes())
        _arms, i, _tracers, j = tracer.path
        data["arms"][i]["tracers"][j]["object"] = names[tracer.path]
    for i, binary in enumerate((data["machine"].get("binaries") or {}).values()):
        if "file" in binary:
            source = scenario.folder / binary["file"]
            binary["file"] = f"binaries/{i}-{source.name}"
            (folder / "binaries").mkdir(exist_ok=True)
            (folder / binary["file"]).write_bytes(source.read_bytes())
    (folder / "profile.yaml").write_text(profile.to_yaml(), encoding="utf-8")
    data["machine"]["profile"] = "profile.yaml"
    stored = Scenario.model_validate(data)
    stored.locate(folder, None)
    (folder / "scenario.yaml").write_text(resolved_yaml(stored), encoding="utf-8")
    return stored


def input_digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each copy of an input in a run directory, by its path there."""
    files = [folder / name for name in _FILES]
    files += sorted((folder / "objects").rglob("*.o"))
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in files
        if file.is_file()
    }


def check_inputs(folder: Path, claimed: Mapping[str, str]) -> None:
    """Compare the copies of inputs in a run directory with their digests in its manifest.

    Raises:
        ResultsError: One was edited, or is gone.
    """
    found = input_digests(folder)
    for name, digest in claimed.items():
        if found.get(name) != digest:
            raise ResultsError(
                f"{name} was edited after the run" if name in found else f"{name} is gone",
                where=str(folder / name),
                reason="its digest is not the one in manifest.json"
                if name in found
                else "manifest.json says that the run had it",
                suggestion="put it back; or `bpfsim run` it, as a scenario of its own",
            )
