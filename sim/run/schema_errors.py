"""What pydantic found wrong, told as bpfsim tells it: where, what, what is allowed, what is near.

**Rule:** every problem of a scenario is reported at once, in the order of the file.

**Not modelled:** other languages.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel, Tag, ValidationError
from pydantic_core import ErrorDetails

from sim.base.errors import ScenarioError, SimError, nearest
from sim.run.yaml_source import KeyPath, shortened

__all__ = ["CombinedScenarioError", "Where", "allowed_keys", "combined", "problems_of", "told"]

Where: TypeAlias = Callable[[KeyPath], str]

_QUOTED = re.compile(r"'([^']*)'")
_MAX_PROBLEM = 500
_MAX_ERRORS = 100
_KINDS = {
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "string_type": "a text",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}
_BOUNDS = {
    "greater_than_equal": ("ge", "must be at least"),
    "greater_than": ("gt", "must be above"),
    "less_than_equal": ("le", "must be at most"),
    "less_than": ("lt", "must be below"),
}


def told(problem: str, where: str, reason: str = "", suggestion: str = "") -> ScenarioError:
    """Return an error whose texts are short enough to be read, whatever they quote."""
    problem, reason = shortened(problem, _MAX_PROBLEM), shortened(reason, _MAX_PROBLEM)
    return ScenarioError(problem, where=where, reason=reason, suggestion=suggestion)


@dataclass(frozen=True)
class ByName:
    """A note on a type: which model a mapping is checked against, by its only key."""

    models: Mapping[Any, Any]


class CombinedScenarioError(ScenarioError):
    """Several problems of one scenario.

    Attributes:
        errors: The problems, each an error of its own.
    """

    def __init__(self, name: str, errors: Sequence[SimError]) -> None:
        super().__init__(f"{name} has {len(errors)} errors", where=name)
        self.errors = tuple(errors)

    def __str__(self) -> str:
        return "\n".join([self.problem, *(str(error) for error in self.errors)])


def combined(name: str, errors: Sequence[SimError]) -> SimError:
    """Return one exception for one or several problems, sorted by line.

    Of very many the first hundred are told, and how many others there are.
    """
    if len(errors) == 1:
        return errors[0]
    ordered = sorted(errors, key=_line)
    if len(ordered) > _MAX_ERRORS + 1:
        where = ordered[_MAX_ERRORS - 1].where
        left = ScenarioError(f"there are {len(ordered) - _MAX_ERRORS} more errors", where=where)
        ordered[_MAX_ERRORS:] = [left]
    return CombinedScenarioError(name, ordered)


def _line(error: SimError) -> int:
    found = re.match(r".*?:(\d+)(?=:|$)", error.where)
    return int(found[1]) if found else 0


def problems_of(
    error: ValidationError, model: type[BaseModel], data: Any, where: Where
) -> list[ScenarioError]:
    """Turn what pydantic found into problems with a place.

    Args:
        error: What pydantic raised.
        model: The model that was asked for.
        data: What it was given.
        where: Turns a key path into ``FILE:LINE: key.path``.
    """
    found: list[ScenarioError] = []
    for details in error.errors(include_url=False):
        if len(found) == _MAX_ERRORS:
            left = error.error_count() - _MAX_ERRORS
            last = max(found, key=_line)
            found.append(ScenarioError(f"there are {left} more errors", where=last.where))
            break
        path = _path_in(data, details)
        problem, reason, suggestion = _tell(details, model, path)
        found.append(told(problem, where(path), reason, suggestion))
    return found


def _path_in(data: Any, details: ErrorDetails) -> KeyPath:
    """Return the key path that pydantic's location means: without the names of alternatives."""
    path: list[str | int] = []
    loc = details["loc"]
    for i, part in enumerate(loc):
        if _has(data, part):
            data = data[part]
        elif details["type"] != "missing" or i < len(loc) - 1:
            continue
        path.append(part)
    return tuple(path)


def _has(data: Any, part: str | int) -> bool:
    if isinstance(data, dict):
        return part in data
    return isinstance(data, list) and isinstance(part, int)


def _shown(given: Any) -> str:
    if isinstance(given, dict):
        return "a mapping"
    if isinstance(given, list):
        return "a list"
    if given is None:
        return "nothing"
    if isinstance(given, bool):
        return str(given).lower()
    return f"{given:f}" if isinstance(given, Decimal) else repr(given)


def _tell(details: ErrorDetails, model: type[BaseModel], path: KeyPath) -> tuple[str, str, str]:
    """Return problem, reason and suggestion."""
    kind, ctx, given = details["type"], details.get("ctx", {}), details["input"]
    if kind == "extra_forbidden":
        keys = allowed_keys(model, details["loc"][:-1])
        key = str(path[-1])
        return f"unknown key {key!r}", f"allowed here: {', '.join(keys)}", nearest(key, keys)
    if kind == "missing":
        return f"{path[-1]!r} is missing", "", ""
    if kind in ("literal_error", "union_tag_invalid"):
        return _choice(ctx, given, kind)
    if kind == "union_tag_not_found":
        key = ctx["discriminator"].strip("'")
        keys = _alternatives(model, details["loc"])
        return f"{key!r} is missing", f"{key} is one of {', '.join(keys)}", ""
    if kind in _BOUNDS:
        name, text = _BOUNDS[kind]
        return f"{_shown(given)} {text} {ctx[name]}", "", ""
    if kind in _KINDS:
        return f"expected {_KINDS[kind]}, got {_shown(given)}", "", _unquoted(kind, given)
    if kind == "unknown_step":
        return f"unknown step {ctx['name']!r}", f"steps: {ctx['allowed']}", ctx["near"]
    if kind == "value_error":
        return str(ctx["error"]), "", ""
    if kind in ("too_short", "string_too_short"):
        return "it must not be empty", "", ""
    return details["msg"], "", ""


def _choice(ctx: dict[str, Any], given: Any, kind: str) -> tuple[str, str, str]:
    expected = ctx["expected" if kind == "literal_error" else "expected_tags"]
    names = _QUOTED.findall(expected)
    if not names:
        return f"{_shown(given)} is none of the allowed values", f"allowed: {expected}", ""
    word = str(given if kind == "literal_error" else ctx["tag"])
    return (
        f"{word!r} is none of the allowed values",
        f"allowed: {', '.join(names)}",
        nearest(word, names),
    )


def _unquoted(kind: str, given: Any) -> str:
    if kind == "int_type" and isinstance(given, str) and given.isdecimal():
        return f"write {given} without quotes"
    if kind == "bool_type" and given in ("on", "yes", "off", "no"):
        return f"write {'true' if given in ('on', 'yes') else 'false'}"
    if kind == "string_type" and isinstance(given, int | Decimal):
        return f'write "{given}" with quotes'
    return ""


def allowed_keys(model: Any, loc: Sequence[str | int]) -> list[str]:
    """Return the keys that the mapping at a location of pydantic's may have."""
    found = _model_at(model, loc)
    if not (isinstance(found, type) and issubclass(found, BaseModel)):
        return []
    return [field.alias or name for name, field in found.model_fields.items()]


def _alternatives(model: Any, loc: Sequence[str | int]) -> list[str]:
    found = _model_at(model, loc)
    return [tag for member in _members(found) for tag in _tags(member)]


def _bare(kind: Any) -> Any:
    """Strip Annotated and an optional None."""
    while True:
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
            continue
        members = _members(kind)
        without_none = [m for m in members if m is not type(None)]
        if len(without_none) == 1 and len(members) == 2:
            kind = without_none[0]
            continue
        return kind


def _members(kind: Any) -> tuple[Any, ...]:
    if get_origin(kind) in (Union, types.UnionType):
        return get_args(kind)
    return ()


def _tags(member: Any) -> list[str]:
    """Return the names by which pydantic calls an alternative."""
    if get_origin(member) is Annotated:
        return [meta.tag for meta in get_args(member)[1:] if isinstance(meta, Tag)]
    fields = getattr(member, "model_fields", {})
    for name in ("dist", "kind"):
        if name in fields and get_origin(fields[name].annotation) is Literal:
            return [str(value) for value in get_args(fields[name].annotation)]
    return []


def _by_name(kind: Any) -> Mapping[Any, Any] | None:
    """Return the models of a mapping whose only key says which of them it is, if it is one."""
    notes = get_args(kind)[1:] if get_origin(kind) is Annotated else ()
    return next((note.models for note in notes if isinstance(note, ByName)), None)


def _model_at(kind: Any, loc: Sequence[str | int]) -> Any:
    """Follow a location through the models' annotations."""
    for part in loc:
        models = _by_name(kind)
        kind = models.get(part) if models is not None else _bare(kind)
        origin = get_origin(kind)
        if origin is list:
            kind = get_args(kind)[0]
        elif origin is dict:
            kind = get_args(kind)[1]
        elif _members(kind):
            kind = next((m for m in _members(kind) if part in _tags(m)), None)
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            fields = kind.model_fields.items()
            kind = next((f.annotation for name, f in fields if part in (name, f.alias)), None)
    return _bare(kind)
