"""``--set key.path=value``: changing a scenario from the command line before it is checked.

A path is written as errors print it (``arms[1].tracers[0].reader.nice``); a value is YAML. An
item of a list can also be called by its name: ``arms[traced].tracers[opensnoop].reader.nice``.

**Rule:** what is set passes the same checks as what the file says; errors then name ``--set``
instead of a line.

**Not modelled:** adding items to lists, removing keys.
"""

from __future__ import annotations

import copy
import re
from typing import Any

from sim.base.errors import ScenarioError, nearest
from sim.run.yaml_source import KeyPath, YamlSource, parse_value, path_text

__all__ = ["Overridden", "apply_override", "override_object", "parse_path"]

_PART = re.compile(r"\.?(?P<key>[A-Za-z_][\w-]*)|\[(?P<index>\d+)\]|\[(?P<name>[a-z0-9][\w-]*)\]")
# What a tracer says about the names inside its object.
_OBJECT_SETTINGS = ("programs", "globals", "maps", "attach", "decode")


class Overridden:
    """A scenario's data with changes, and where each value comes from.

    Attributes:
        data: The changed data; the source's own is left alone.
    """

    def __init__(self, source: YamlSource) -> None:
        self.source = source
        self.data: Any = copy.deepcopy(source.data)
        self._origins: dict[KeyPath, str] = {}

    def note(self, path: KeyPath, origin: str) -> None:
        """Remember that the value at *path* comes from *origin*."""
        self._origins[path] = origin

    def where(self, path: KeyPath) -> str:
        """Return ``FILE:LINE: key.path``, or ``--set: key.path`` for what was set."""
        for length in range(len(path), 0, -1):
            origin = self._origins.get(path[:length])
            if origin is not None:
                return f"{origin}: {path_text(path)}"
        return self.source.where(path)


def parse_path(text: str, origin: str) -> list[str | int]:
    """Split a key path; an item called by its name stays ``[name]``.

    Raises:
        ScenarioError: It is no key path.
    """
    parts: list[str | int] = []
    at = 0
    while at < len(text):
        found = _PART.match(text, at)
        if found is None or (not parts and found["key"] is None):
            raise ScenarioError(
                f"{text!r} is no key path",
                where=origin,
                suggestion="write it like machine.cpus or arms[1].tracers[0].reader.nice",
            )
        if found["key"] is not None:
            parts.append(found["key"])
        elif found["index"] is not None:
            parts.append(int(found["index"]))
        else:
            parts.append(f"[{found['name']}]")
        at = found.end()
    return parts


def apply_override(scenario: Overridden, text: str, origin: str = "--set") -> None:
    """Change one value.

    Args:
        scenario: What to change.
        text: ``key.path=value``.
        origin: What errors call it.

    Raises:
        ScenarioError: The text is wrong, or its path leads nowhere.
    """
    key, equals, value = text.partition("=")
    if not equals or not key.strip():
        raise ScenarioError(
            f"{text!r} has no {'=' if key.strip() else 'key'}",
            where=origin,
            suggestion="write it like machine.cpus=8",
        )
    parts = parse_path(key.strip(), origin)
    path = _resolve(scenario, parts, origin)
    _put(scenario, path, parse_value(value, origin), origin)


def _put(scenario: Overridden, path: KeyPath, value: Any, origin: str) -> None:
    node = scenario.data
    for part in path[:-1]:
        node = node[part]
    node[path[-1]] = value
    scenario.note(path, origin)


def _resolve(scenario: Overridden, parts: list[str | int], origin: str) -> KeyPath:
    """Turn names of items into indices, and make the mappings on the way that are missing."""
    if not isinstance(scenario.data, dict):
        raise ScenarioError("the scenario is no mapping", where=scenario.where(()))
    node: Any = scenario.data
    path: list[str | int] = []
    for i, part in enumerate(parts):
        is_last = i == len(parts) - 1
        if isinstance(part, str) and part.startswith("["):
            part = _index_of(node, part[1:-1], path, origin)
        if isinstance(part, int):
            if not isinstance(node, list) or part >= len(node):
                raise _leads_nowhere(node, part, path, origin)
        elif not isinstance(node, dict):
            raise _leads_nowhere(node, part, path, origin)
        elif not is_last and node.get(part) is None:
            node[part] = {}
            scenario.note((*path, part), origin)
        path.append(part)
        node = node[part] if not is_last else None
    return tuple(path)


def _index_of(node: Any, name: str, path: list[str | int], origin: str) -> int:
    items = node if isinstance(node, list) else []
    names = [item.get("name") if isinstance(item, dict) else None for item in items]
    if name in names:
        return names.index(name)
    known = [n for n in names if isinstance(n, str)]
    raise ScenarioError(
        f"{path_text(tuple(path)) or 'the scenario'} has no item named {name!r}",
        where=origin,
        reason=f"it has {', '.join(known) or 'no named items'}",
        suggestion=nearest(name, known),
    )


def _leads_nowhere(node: Any, part: str | int, path: list[str | int], origin: str) -> ScenarioError:
    what = path_text(tuple(path)) or "the scenario"
    if isinstance(node, list):
        has = f"a list of {len(node)} items"
    else:
        has = "a mapping" if isinstance(node, dict) else "a plain value"
    part_text = path_text((part,))
    return ScenarioError(f"{what} has no {part_text}", where=origin, reason=f"it is {has}")


def override_object(scenario: Overridden, text: str, origin: str = "--object") -> None:
    """Give a tracer another object: ``FILE`` when there is one tracer, else ``TRACER=FILE``.

    What the scenario says about names inside the old object (programs, globals, maps, attach,
    decode, and the map that the reader reads) goes with it; where and how the reader runs stays.

    Raises:
        ScenarioError: No such tracer, or several and none named.
    """
    places = _tracer_places(scenario.data)
    names = sorted({name for name, _path in places})
    tracer, equals, file = text.partition("=")
    if not equals or tracer not in names:
        tracer, file = "", text
    if not tracer and len(names) != 1:
        raise ScenarioError(
            f"{len(names)} tracers could take this object",
            where=origin,
            reason=f"the scenario has {', '.join(names) or 'no tracers'}",
            suggestion=f"write {origin} TRACER=FILE" if names else "",
        )
    for name, path in places:
        if name == (tracer or names[0]):
            _replace_object(scenario, path, file, origin)


def _replace_object(scenario: Overridden, path: KeyPath, file: str, origin: str) -> None:
    tracer = scenario.data
    for part in path:
        tracer = tracer[part]
    for key in _OBJECT_SETTINGS:
        tracer.pop(key, None)
    if isinstance(tracer.get("reader"), dict):
        tracer["reader"].pop("map", None)
    _put(scenario, (*path, "object"), file, origin)


def _tracer_places(data: Any) -> list[tuple[str, KeyPath]]:
    found: list[tuple[str, KeyPath]] = []
    arms = data.get("arms") if isinstance(data, dict) else None
    for i, arm in enumerate(arms if isinstance(arms, list) else []):
        tracers = arm.get("tracers") if isinstance(arm, dict) else None
        for j, tracer in enumerate(tracers if isinstance(tracers, list) else []):
            if isinstance(tracer, dict) and isinstance(tracer.get("name"), str):
                found.append((tracer["name"], ("arms", i, "tracers", j)))
    return found
