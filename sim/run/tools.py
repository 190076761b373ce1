"""Tool profiles: what the user-space half of a shipped tool does with its object.

A tracer that says ``tool: biolatency`` takes from ``data/tools.yaml`` which programs are loaded,
where those without a target attach, settings and sizes of maps; what the scenario says itself
goes before that. The objects are looked for in the folder that ``BPFSIM_CORPUS`` names.

**Rule:** a profile does what the tool does when it is started without arguments.

**Not modelled:** what a tool prints; see ``decode`` for maps and records.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from sim.base.errors import SimError, nearest
from sim.run.yaml_source import parse_yaml

__all__ = ["CORPUS", "tool_object", "tool_profile", "tool_scenario", "tools", "with_tool"]

#: The environment variable that names the folder of other people's objects.
CORPUS = "BPFSIM_CORPUS"
_BESIDE = "../shared/corpus"  # where they are if the variable says nothing
_FOLDER = "libbpf-tools"
_OWN_KEYS = ("asks", "on", "kernel")  # of the profile, not of the tracer
_SCENARIO = """\
# {title}
schema: 1
name: {name}
question: {asks}

machine:
  kernel: "{kernel}"
  cpus: 4
  devices:
    nvme0n1: {{channels: 8, service: {{dist: erlang, k: 3, mean: 90 us}}}}
  networks:
    eth0: {{rtt: {{dist: exponential, mean: 300 us}}}}

workloads:
  - {{name: {on}, use: {on}}}

arms:
  - name: untraced
  - name: traced
    tracers:
      - {{tool: {name}, reader: {{}}}}

seed: 1
replications: 1
warmup: 60 ms
stop: {{time: 200 ms}}
"""


@cache
def tools() -> Mapping[str, Mapping[str, Any]]:
    """Return the profiles by name."""
    file = resources.files("sim.run").joinpath("data/tools.yaml")
    loaded: Mapping[str, Mapping[str, Any]] = parse_yaml(file.read_text("utf-8"), "tools.yaml").data
    return loaded


def tool_profile(name: str) -> Mapping[str, Any]:
    """Return the profile of a tool.

    Raises:
        ValueError: There is none.
    """
    if name not in tools():
        near = nearest(name, tools()) or "see `bpfsim tool --list`"
        raise ValueError(f"there is no tool {name!r}: {near}")
    return tools()[name]


def tool_object(name: str) -> Path:
    """Return the path of a tool's object.

    Raises:
        SimError: The folder of objects is not named.
    """
    folder = Path(os.environ.get(CORPUS) or _BESIDE)
    if not folder.is_dir():
        raise SimError(
            f"the object of tool {name!r} is not known",
            reason=f"there is no folder of objects at {str(folder)!r}",
            suggestion=f"set {CORPUS}, or give `object:` beside `tool:`",
        )
    return folder.resolve() / _FOLDER / f"{name}.bpf.o"


def with_tool(given: Any) -> Any:
    """Fill in what a tracer takes from its tool's profile.

    Raises:
        ValueError: There is no such tool, or its object is not known.
    """
    if not isinstance(given, dict) or "tool" not in given:
        return given
    name = str(given["tool"])
    profile = {key: value for key, value in tool_profile(name).items() if key not in _OWN_KEYS}
    rest = {key: value for key, value in given.items() if key != "tool"}
    merged = {"name": name, **profile, **rest}
    if "object" not in merged:
        try:
            merged["object"] = str(tool_object(name))
        except SimError as error:
            raise ValueError(f"{error.problem}: {error.reason} ({error.suggestion})") from None
    return merged


def tool_scenario(name: str, on: str = "", kernel: str = "") -> str:
    """Return the text of a scenario in which a tool watches a shipped workload.

    Args:
        name: The tool.
        on: The workload (the one that the tool has something to show on, if not given).
        kernel: The simulated kernel (the newest that has the tool's hooks, if not given).

    Raises:
        ValueError: There is no such tool.
    """
    profile = tool_profile(name)
    on = on or str(profile["on"])
    kernel = kernel or str(profile.get("kernel", "6.1"))
    title = f"{name} of libbpf-tools on the shipped workload {on}."
    asks = profile["asks"]
    return _SCENARIO.format(title=title, name=name, asks=asks, on=on, kernel=kernel)
