"""YAML with line numbers: plain data, and the line of every key path in it.

The types are those of YAML 1.2's core schema: ``on``, ``yes`` and ``010`` are texts, dates and
base-60 numbers do not exist. A number with a point becomes a `decimal.Decimal`, so ``6.10`` is
not 6.1 and ``0.05`` is exactly that.

**Rule:** a duplicate key, a tag, a recursive alias and a key that is no text are errors. So is
what is longer than anybody writes: a text of 10,000 characters, a key or number of 100.

**Not modelled:** several documents in one file, merge keys, ``.inf`` and ``.nan``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

import yaml

from sim.base.errors import ScenarioError

__all__ = [
    "KeyPath",
    "YamlSource",
    "is_text",
    "parse_value",
    "parse_yaml",
    "path_text",
    "shortened",
]

KeyPath: TypeAlias = tuple[str | int, ...]

_TAG = "tag:yaml.org,2002:"
_MAX_NODES = 200_000
_MAX_DEPTH = 64
_MAX_TEXT = 10_000
_MAX_WORD = 100
_TOO_DEEP = "too deep for a scenario"
_SIMPLE_KEY = re.compile(r"[\w-]+")


def shortened(text: str, most: int = _MAX_WORD) -> str:
    """Return *text*, or its beginning and an ellipsis when it is longer than *most*."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def path_text(path: KeyPath) -> str:
    """Return a key path as people write it: ``arms[1].tracers[0].name``."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            shown = part if _SIMPLE_KEY.fullmatch(part) else repr(part)
            text += f".{shown}" if text else shown
    return text


@dataclass(frozen=True)
class YamlSource:
    """A parsed file.

    Attributes:
        name: How errors call the file.
        data: Mappings, lists, str, int, Decimal, bool and None.
        lines: First line of each value by key path, from 1; for a mapping's value its key's.
    """

    name: str
    data: Any
    lines: Mapping[KeyPath, int]

    def where(self, path: KeyPath) -> str:
        """Return ``FILE:LINE: key.path``, the line of the nearest value that is there."""
        line = 1
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                line = self.lines[path[:length]]
                break
        text = path_text(path)
        return f"{self.name}:{line}" + (f": {text}" if text else "")


class _Loader(yaml.SafeLoader):
    """A loader whose implicit types are those of YAML 1.2's core schema."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012
    _depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        """Compose a node, but none that is deeper than a scenario can be."""
        self._depth += 1
        if self._depth > _MAX_DEPTH + 1:
            raise yaml.composer.ComposerError(None, None, _TOO_DEEP, self.get_mark())
        node: yaml.Node | None = super().compose_node(parent, index)
        self._depth -= 1
        return node


_Loader.add_implicit_resolver(f"{_TAG}bool", re.compile(r"(?:true|false)\Z"), ["t", "f"])
_Loader.add_implicit_resolver(f"{_TAG}null", re.compile(r"(?:~|null|)\Z"), ["~", "n", ""])
_Loader.add_implicit_resolver(
    f"{_TAG}int",
    re.compile(r"(?:[-+]?(?:0|[1-9][0-9]*)|0x[0-9a-fA-F]+|0o[0-7]+)\Z"),
    list("-+0123456789"),
)
_Loader.add_implicit_resolver(
    f"{_TAG}float",
    re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]{1,2})?\Z"),
    list("-+.0123456789"),
)


class _Walk:
    """Turns nodes into data, noting lines."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[KeyPath, int] = {}
        self._nr_nodes = 0

    def error(self, node: yaml.Node, problem: str, suggestion: str = "") -> ScenarioError:
        where = f"{self.name}:{node.start_mark.line + 1}"
        return ScenarioError(problem, where=where, suggestion=suggestion)

    def value(self, node: yaml.Node, path: KeyPath) -> Any:
        self._nr_nodes += 1
        if self._nr_nodes > _MAX_NODES or len(path) > _MAX_DEPTH:
            raise self.error(node, "the file is too large or too deep for a scenario")
        self.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode) and node.tag == f"{_TAG}map":
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode) and node.tag == f"{_TAG}seq":
            return [self.value(item, (*path, i)) for i, item in enumerate(node.value)]
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        raise self.error(
            node, f"the tag {shortened(node.tag)!r} is not allowed", "write a plain value"
        )

    def _mapping(self, node: yaml.MappingNode, path: KeyPath) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node)
            if key in found:
                first = self.lines[(*path, key)]
                raise ScenarioError(
                    f"duplicate key {key!r}",
                    where=f"{self.name}:{key_node.start_mark.line + 1}: {path_text((*path, key))}",
                    reason=f"it was first given on line {first}",
                    suggestion="remove one of the two",
                )
            self.lines[(*path, key)] = key_node.start_mark.line + 1
            found[key] = self.value(value_node, (*path, key))
        return found

    def _key(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self.error(node, "a key must be a text")
        if len(node.value) > _MAX_WORD:
            raise self.error(node, f"a key has {len(node.value)} characters")
        key = self._scalar(node)
        if not isinstance(key, str):
            raise self.error(node, f"the key {node.value!r} is no text", f'write "{node.value}"')
        return key

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        kind, text = node.tag.removeprefix(_TAG), str(node.value)
        if len(text) > _MAX_TEXT:
            raise self.error(node, f"a text has {len(text)} characters")
        # A tag written by hand can claim any type; only the types found by their look count.
        if kind == "str":
            return text
        if kind in ("int", "float") and len(text) > _MAX_WORD:
            raise self.error(node, f"a number has {len(text)} digits")
        if node.style is None and node.tag == _resolved(text):
            if kind == "int":
                return int(text, 0) if text[:2] in ("0x", "0o") else int(text)
            if kind == "float":
                return Decimal(text)
            return {"true": True, "false": False}.get(text) if kind == "bool" else None
        raise self.error(
            node, f"the tag {shortened(node.tag)!r} is not allowed", "write a plain value"
        )


def _resolved(text: str) -> str:
    resolvers = _Loader.yaml_implicit_resolvers.get(text[:1], [])
    return next((tag for tag, regexp in resolvers if regexp.fullmatch(text)), f"{_TAG}str")


def is_text(text: str) -> bool:
    """Say whether *text*, written without quotes, reads back as a text."""
    return _resolved(text) == f"{_TAG}str"


def _compose(text: str, name: str) -> yaml.Node | None:
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = f"this is no YAML: {shortened(error.problem or error.context or '')}"
        raise ScenarioError(
            problem if error.problem != _TOO_DEEP else f"the file is {_TOO_DEEP}",
            where=f"{name}:{mark.line + 1}:{mark.column + 1}" if mark else name,
            reason=shortened(error.context or "") if error.problem else "",
        ) from error
    except yaml.YAMLError as error:
        raise ScenarioError("this is no YAML", where=name, reason=str(error)) from error
    except (ValueError, OverflowError) as error:
        # PyYAML does not look at the size of a character's code, nor of a version's number.
        raise ScenarioError(
            "this is no YAML: a character code or a version is out of range", where=name
        ) from error
    return node


def parse_yaml(text: str, name: str) -> YamlSource:
    """Parse the text of a file.

    Args:
        text: YAML.
        name: How errors call it.

    Raises:
        ScenarioError: It is no YAML, or uses what is not allowed here.
    """
    node = _compose(text, name)
    walk = _Walk(name)
    data = None if node is None else walk.value(node, ())
    return YamlSource(name, data, walk.lines)


def parse_value(text: str, name: str) -> Any:
    """Parse the right-hand side of ``--set key=value``."""
    return parse_yaml(text, name).data
