"""Loading a scenario: YAML, changes from the command line, checks, defaults; and dumping it.

**Rule:** a scenario that loads is right as far as can be known without opening its objects, and
dumping it gives a file that loads to an equal one.

**Not modelled:** includes and inheritance between scenario files.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from sim.base.errors import ScenarioError
from sim.run.binaries import may_wait_for_device
from sim.run.crosscheck import cross_check
from sim.run.overrides import Overridden, apply_override, override_object
from sim.run.schema import Scenario
from sim.run.schema_errors import combined, problems_of
from sim.run.yaml_source import YamlSource, is_text, parse_yaml

__all__ = ["load_scenario", "parse_scenario", "resolved_yaml", "scenario_digest"]

_MAX_FILE_BYTES = 1 << 20


def load_scenario(
    path: Path | str,
    overrides: Sequence[str] = (),
    *,
    seed: int | None = None,
    replications: int | None = None,
    objects: Sequence[str] = (),
) -> Scenario:
    """Load a scenario file.

    Args:
        path: The file.
        overrides: Changes such as ``machine.cpus=8``, made in this order.
        seed: Replaces the scenario's seed.
        replications: Replaces the scenario's number of replications.
        objects: Other objects for tracers: ``FILE`` or ``TRACER=FILE``, relative to the current
            directory. They come before *overrides*.

    Raises:
        ScenarioError: The file cannot be read, or something is wrong with what it says.
    """
    path = Path(path)
    text = _read(path)
    base = path.resolve().parent
    beside = [_relative_object(text_, base) for text_ in objects]
    source = parse_yaml(text, str(path))
    options = {"seed": seed, "replications": replications}
    return _build(source, overrides, options, objects=beside, folder=base)


def parse_scenario(
    text: str, name: str = "scenario.yaml", overrides: Sequence[str] = (), *, folder: Path = Path()
) -> Scenario:
    """Build a scenario from the text of a file that need not exist.

    Raises:
        ScenarioError: Something is wrong with what it says.
    """
    return _build(parse_yaml(text, name), overrides, {}, objects=(), folder=folder)


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_FILE_BYTES + 1)
        if len(data) > _MAX_FILE_BYTES:
            raise ScenarioError(
                "the file is too large for a scenario",
                where=str(path),
                reason=f"it may have {_MAX_FILE_BYTES} bytes",
            )
        return data.decode("utf-8")
    except FileNotFoundError as error:
        raise ScenarioError(
            "there is no such scenario", where=str(path), suggestion=_neighbours(path)
        ) from error
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ScenarioError(
            "the scenario is no UTF-8 text",
            where=f"{path}:{line}",
            reason=f"byte {data[error.start]:#04x} begins no character",
        ) from error
    except OSError as error:
        raise ScenarioError(
            "the scenario cannot be read", where=str(path), reason=error.strerror or str(error)
        ) from error


def _neighbours(path: Path) -> str:
    folder = path.parent
    if not folder.is_dir():
        return f"there is no folder {folder}"
    names = sorted(p.name for p in folder.iterdir() if p.suffix in (".yaml", ".yml"))
    return f"{folder} has {', '.join(names[:8])}" if names else ""


def _relative_object(text: str, base: Path) -> str:
    """Turn ``[TRACER=]FILE`` from relative to here into relative to the scenario's folder."""
    tracer, equals, file = text.partition("=")
    if not equals or Path(text).is_file():
        tracer, file = "", text
    moved = os.path.relpath(Path(file).resolve(), base)
    return f"{tracer}={moved}" if tracer else moved


def _build(
    source: YamlSource,
    overrides: Sequence[str],
    options: Mapping[str, int | None],
    *,
    objects: Sequence[str],
    folder: Path,
) -> Scenario:
    changed = Overridden(source)
    if not isinstance(changed.data, dict):
        raise ScenarioError("a scenario is a mapping", where=source.where(()))
    errors: list[ScenarioError] = []
    steps: list[tuple[Callable[[Overridden, str, str], None], str, str]] = []
    steps += [(override_object, text, "--object") for text in objects]
    steps += [(apply_override, text, "--set") for text in overrides]
    for key, number in options.items():
        if number is not None:
            steps.append((apply_override, f"{key}={number}", f"--{key}"))
    for apply, text, origin in steps:
        try:
            apply(changed, text, origin)
        except ScenarioError as error:
            errors.append(error)
    try:
        scenario = _with_devices(Scenario.model_validate(changed.data))
    except ValidationError as error:
        errors += problems_of(error, Scenario, changed.data, changed.where)
        raise combined(source.name, errors) from None
    errors += cross_check(scenario, changed.where)
    if errors:
        raise combined(source.name, errors)
    scenario.locate(folder, changed.where)
    return scenario


def _with_devices(scenario: Scenario) -> Scenario:
    """Give workloads that name no device the machine's only one, if they need one."""
    devices = list(scenario.machine.devices)
    if len(devices) != 1:
        return scenario
    workloads = [
        w.model_copy(update={"device": devices[0]})
        if w.device is None and may_wait_for_device(scenario.machine, w)
        else w
        for w in scenario.workloads
    ]
    return scenario.model_copy(update={"workloads": workloads})


class _Dumper(yaml.SafeDumper):
    """Indents lists under their key, as people do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Never leave a list at its key's own indent."""
        super().increase_indent(flow, False)


def resolved_yaml(scenario: Scenario) -> str:
    """Return the scenario as YAML with every default spelled out.

    Loading it in the same folder gives an equal scenario.
    """
    return yaml.dump(
        _quoted(scenario.to_data()),
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=96,
        default_flow_style=False,
    )


class _Quoted(str):
    """A text that would not read back as one unless quoted."""


_Dumper.add_representer(
    _Quoted,
    lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"'),
)


def _quoted(data: Any) -> Any:
    # PyYAML writes what YAML 1.1 reads as a text, which is not all that YAML 1.2 does.
    if isinstance(data, dict):
        return {_quoted(key): _quoted(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_quoted(value) for value in data]
    return _Quoted(data) if isinstance(data, str) and not is_text(data) else data


def scenario_digest(scenario: Scenario) -> str:
    """Return a SHA-256 over everything in the scenario that results depend on.

    The engine's options do not count, nor where objects and the cost profile lie: the manifest
    has digests of their contents.
    """
    data = scenario.to_data()
    del data["machine"]["engine"], data["machine"]["profile"]
    for binary in (data["machine"].get("binaries") or {}).values():
        if "file" in binary:
            binary["file"] = Path(binary["file"]).name
    for arm in data["arms"]:
        for tracer in arm["tracers"]:
            tracer["object"] = Path(tracer["object"]).name
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()
