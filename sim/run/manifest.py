"""``manifest.json``: what made a result, and its digests.

Everything outside ``not_results`` is a function of the inputs and the software; what depends on
the clock of this machine is inside it.

**Rule:** two manifests with equal ``inputs`` and ``software.bpfsim`` have equal ``results``.

**Not modelled:** nothing of the kernel; this is bookkeeping.
"""

from __future__ import annotations

import hashlib
import json
import platform
import time
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from sim.base.errors import ResultsError
from sim.cost.profile import Profile
from sim.record.reader import json_problem
from sim.run.inputs import input_digests
from sim.run.objects import PreparedTracer
from sim.run.outdir import write_json
from sim.run.scenario import scenario_digest
from sim.run.schema import Scenario

__all__ = ["MANIFEST_FORMAT", "WallClock", "read_manifest", "write_manifest"]

MANIFEST_FORMAT = 1
# What is read from a manifest: mappings of texts.
_NEEDED = (("results", "tables"), ("software",), ("stored",))
_PACKAGES = ("bpfsim", "numpy", "numba", "llvmlite", "simpy", "networkx", "pandas", "pydantic")


class WallClock:
    """The real time that a run takes; for people, never a result."""

    def __init__(self) -> None:
        self._began_s = time.perf_counter()
        self._began_utc = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        self._phases: dict[str, float] = {}

    def phase(self, name: str) -> None:
        """Note when a phase begins."""
        self._phases[name] = round(time.perf_counter() - self._began_s, 3)

    def to_data(self) -> dict[str, Any]:
        """Return start, length and when each phase began, in seconds."""
        return {
            "started_utc": self._began_utc,
            "elapsed_s": round(time.perf_counter() - self._began_s, 3),
            "phases_began_s": dict(self._phases),
        }


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _software() -> dict[str, str]:
    versions = {name: _version(name) for name in _PACKAGES}
    return {
        **versions,
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "system": platform.system(),
        "machine": platform.machine(),
    }


def write_manifest(
    folder: Path,
    scenario: Scenario,
    prepared: Sequence[PreparedTracer],
    profile: Profile,
    *,
    kernel_release: str,
    digest: str,
    table_digests: Mapping[str, str],
    engine: Mapping[str, str],
    programs: Sequence[Mapping[str, object]] = (),
    wall: WallClock,
    model_version: int | None = None,
) -> None:
    """Write the manifest of a finished run.

    Args:
        folder: The run directory.
        scenario: The scenario as it was given.
        prepared: Its tracers.
        profile: Its cost profile, before uncertain prices are drawn.
        kernel_release: Point release that the simulated kernel answers to.
        digest: Digest over all result tables.
        table_digests: Digest of each table.
        engine: How it was run (compiled or plain, where sources lived).
        programs: What the verifier said of each program.
        wall: Real time.
        model_version: What the simulator calls its model; raised when results change.
    """
    profile_text = profile.to_yaml().encode()
    manifest = {
        "format": MANIFEST_FORMAT,
        "inputs": {
            "scenario": scenario.name,
            "scenario_sha256": scenario_digest(scenario),
            "seed": scenario.seed,
            "kernel": {
                "version": scenario.machine.kernel,
                "release": kernel_release,
                "config": scenario.machine.config,
                "model": model_version,
            },
            "objects": [
                {"arm": p.arm, "tracer": p.tracer.name, "file": p.file.name, "sha256": p.sha256}
                for p in prepared
            ],
            "profile": {"name": profile.name, "sha256": hashlib.sha256(profile_text).hexdigest()},
        },
        "programs": [dict(one) for one in programs],
        "stored": input_digests(folder),
        "software": _software(),
        "results": {"digest": digest, "tables": dict(table_digests)},
        "not_results": {"engine": dict(engine), "wall": wall.to_data()},
    }
    write_json(folder / "manifest.json", manifest)


def read_manifest(folder: Path | str) -> dict[str, Any]:
    """Read the manifest of a finished run.

    Raises:
        ResultsError: There is none, or it is of another format.
    """
    path = Path(folder) / "manifest.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ResultsError(
            "there is no manifest here",
            where=str(folder),
            reason="a run writes it at its end",
        ) from error
    except (OSError, ValueError, RecursionError) as error:
        raise ResultsError(
            "the manifest cannot be read", where=str(path), reason=json_problem(error)
        ) from error
    if not isinstance(data, dict) or data.get("format") != MANIFEST_FORMAT:
        known = data.get("format") if isinstance(data, dict) else "no mapping"
        raise ResultsError(
            "the manifest has another format",
            where=str(path),
            reason=f"it is {str(known)[:20]}, this bpfsim reads {MANIFEST_FORMAT}",
            suggestion="run it again: `bpfsim run` the scenario.yaml in the run directory",
        )
    data.setdefault("stored", {})
    for keys in _NEEDED:
        if not _is_texts(data, keys):
            raise ResultsError(
                "the manifest cannot be read",
                where=str(path),
                reason=f"{'.'.join(keys)} is missing, or is not what a run writes there",
            )
    return data


def _is_texts(data: Any, keys: Sequence[str]) -> bool:
    """Say whether there is a mapping of texts to texts under these keys."""
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return isinstance(data, dict) and all(isinstance(value, str) for value in data.values())
