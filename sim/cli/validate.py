"""``bpfsim validate``: check a scenario, its objects and its cost profile without running it.

**Rule:** nothing is written, and for a right scenario no engine is loaded.

**Not modelled:** what only a machine can refuse (verifier, memory in use); running finds it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.output import print_json

__all__ = ["validate"]


def validate(
    scenario: Annotated[Path, typer.Argument(metavar="SCENARIO", help="Its YAML file.")],
    changes: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KEY=VALUE", help="Change a value first."),
    ] = None,
    objects: Annotated[
        list[str] | None,
        typer.Option("--object", metavar="[TRACER=]FILE", help="Take another object first."),
    ] = None,
    resolved: Annotated[
        bool, typer.Option("--resolved", help="Print the scenario with every default filled in.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Check a scenario and say what is wrong with it."""
    from sim.run.scenario import load_scenario, resolved_yaml

    loaded = load_scenario(scenario, changes or [], objects=objects or [])
    if loaded.expect:
        from sim.cli.expect import check_metrics

        check_metrics(loaded)
    from sim.run.objects import prepare_objects
    from sim.run.prices import scenario_profile

    scenario_profile(loaded)
    tracers = prepare_objects(loaded)
    if as_json:
        found = {
            "scenario": str(scenario),
            "name": loaded.name,
            "is_valid": True,
            "arms": [arm.name for arm in loaded.arms],
            "replications": loaded.replications,
            "seed": loaded.seed,
            "objects": [
                {"arm": t.arm, "tracer": t.tracer.name, "file": str(t.file), "sha256": t.sha256}
                for t in tracers
            ],
        }
        print_json({**found, "resolved": loaded.to_data()} if resolved else found)
        return
    if resolved:
        print(resolved_yaml(loaded), end="")
        return
    traced = len(loaded.arms) - 1
    arms = f"the twin and {traced} traced arm{'' if traced == 1 else 's'}"
    runs = f"{loaded.replications} replication{'' if loaded.replications == 1 else 's'}"
    print(f"{scenario}: {loaded.name} is valid: {arms}, {runs}, seed {loaded.seed}")
