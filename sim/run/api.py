"""Running a scenario file from Python, in one call.

::

    folder = run_file("scenarios/tutorial/01-opensnoop.yaml", changes={"stop.time": "200 ms"})

This is ``bpfsim run`` without its printing and its charts: the same checks, the same run
directory. What the results say is read with ``analysis.load(folder)``.

**Rule:** nothing is printed. The first run after a change of version compiles the engine, which
takes about half a minute.

**Not modelled:** nothing of the kernel; this is a way in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sim.run.outdir import RunDir, default_run_path
from sim.run.scenario import load_scenario

__all__ = ["run_file"]


def run_file(
    path: Path | str,
    out: Path | str | None = None,
    changes: Mapping[str, Any] | None = None,
    *,
    objects: Sequence[str] = (),
    seed: int | None = None,
    force: bool = False,
) -> Path:
    """Run a scenario.

    Args:
        path: Its YAML file.
        out: The run directory; ``runs/NAME-SEED``, or the first of ``-2``, ``-3`` … that is free,
            unless given.
        changes: Values to replace, by the key paths that ``--set`` takes, such as
            ``{"machine.cpus": 8}``; a text is read as YAML.
        objects: Other objects to trace with, as ``--object`` has them.
        seed: Replaces the scenario's seed.
        force: Overwrite a complete run in *out*.

    Returns:
        The run directory.

    Raises:
        SimError: Something is wrong with the scenario, its objects or the directory; nothing is
            left behind.
    """
    overrides = [f"{key}={_yaml(value)}" for key, value in (changes or {}).items()]
    scenario = load_scenario(path, overrides, seed=seed, objects=objects)
    target = default_run_path(scenario.name, scenario.seed) if out is None else Path(out)
    run_dir = RunDir(target, force=force)
    run_dir.check()
    # An engine is loaded, or compiled, only for what may run.
    from sim.run.warm import compile_engine

    compile_engine()
    from sim.run.runner import run_scenario

    run_scenario(scenario, run_dir)
    return run_dir.path


def _yaml(value: Any) -> str:
    """Return a value as YAML; JSON is YAML."""
    return value if isinstance(value, str) else json.dumps(value)
