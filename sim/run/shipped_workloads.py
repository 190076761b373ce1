"""The workloads that come with the simulator, which a scenario takes by name (``use``).

**Rule:** what the scenario says itself goes before what the workload says.

**Not modelled:** see the comments at the head of each file in ``sim/workload/data``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from sim.base.errors import nearest
from sim.run.yaml_source import parse_yaml

__all__ = ["shipped_workload", "shipped_workloads", "with_shipped"]


@cache
def shipped_workloads() -> tuple[str, ...]:
    """Return the names of the workloads that can be used."""
    folder = resources.files("sim.workload").joinpath("data")
    names = (file.name.removesuffix(".yaml") for file in folder.iterdir())
    return tuple(sorted(names))


@cache
def shipped_workload(name: str) -> Mapping[str, Any]:
    """Return what a workload's file says.

    Raises:
        ValueError: There is none of that name.
    """
    if name not in shipped_workloads():
        near = nearest(name, shipped_workloads()) or ", ".join(shipped_workloads())
        raise ValueError(f"there is no workload {name!r} to use: {near}")
    file = resources.files("sim.workload").joinpath(f"data/{name}.yaml")
    loaded: Mapping[str, Any] = parse_yaml(file.read_text("utf-8"), f"{name}.yaml").data
    return loaded


def with_shipped(given: Any) -> Any:
    """Fill in what a scenario's workload takes from the one that it uses."""
    if not isinstance(given, dict) or "use" not in given:
        return given
    rest = {key: value for key, value in given.items() if key != "use"}
    return {**shipped_workload(str(given["use"])), **rest}
