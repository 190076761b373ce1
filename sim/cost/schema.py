"""The cost profile file: its YAML shape, checked, with units turned into picoseconds.

::

    name: x86-2020
    doc: one line
    machine: what the figures were measured on
    extends: other                  # optional: a shipped profile, or a file beside this one
    prices:
      helper.call: {value: 1.0, unit: ns, source: "...", confidence: assumed,
                    uncertainty: 0.7, variation: 0, note: "..."}

Numbers are read as decimals from the text, never through binary floats, so a price is exactly
what the file says.

**Rule:** a figure without a source is no figure: the file is refused. So is a duplicate key.

**Not modelled:** nothing of the kernel; this is a file format.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import yaml

from sim.base.errors import CostProfileError, nearest

__all__ = [
    "CONFIDENCES",
    "PPM",
    "Price",
    "ProfileFile",
    "parse_profile",
    "profile_path",
    "shipped_profiles",
]

PPM = 1_000_000

CONFIDENCES: dict[str, str] = {
    "measured": "the source measured this figure on such a machine",
    "derived": "arithmetic on measured figures; the note says how",
    "read": "read in the kernel's source",
    "low": "measured, but elsewhere or with little trust",
    "recalled": "remembered from a text that was not at hand",
    "assumed": "nobody has published it",
}
"""How much a figure can be trusted."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNITS_PS = {"ps": 1, "ns": 1000}
_PRICE_FIELDS = ("value", "unit", "source", "confidence", "uncertainty", "variation", "note")
_MAX_DIGITS = 24  # what, times a million, a Decimal holds without rounding
_MAX_PS = 10**15
_MAX_KEY = 100
_MAX_TEXT = 2000
_MAX_SHOWN = 60
_MAX_NAME = 200
_MAX_DEPTH = 16
_FILE_FIELDS = ("name", "doc", "machine", "extends", "prices")


@dataclass(frozen=True)
class Price:
    """One price.

    Args:
        value_ps: The nominal price, ps; never negative.
        source: Where the figure comes from.
        confidence: One of `CONFIDENCES`.
        uncertainty_ppm: Relative half-width, drawn once per replication, parts per million.
        variation_ppm: Relative half-width per hit, parts per million.
        note: How the figure was come by, if the source does not say.
    """

    value_ps: int
    source: str
    confidence: str
    uncertainty_ppm: int = 0
    variation_ppm: int = 0
    note: str = ""


@dataclass(frozen=True)
class ProfileFile:
    """One file as it stands, before what it extends is filled in; shared, so never changed."""

    name: str
    doc: str
    machine: str
    extends: str
    prices: dict[str, Price]


class _Reader:
    """Reads one file; knows where each key stands."""

    def __init__(self, file: str) -> None:
        self.file = file

    def fail(self, node: yaml.Node, path: str, problem: str, **more: str) -> CostProfileError:
        line = node.start_mark.line + 1
        return CostProfileError(problem, where=f"{self.file}:{line}: {path}", **more)

    def mapping(self, node: yaml.Node, path: str) -> dict[str, yaml.Node]:
        """Return a mapping's values by key."""
        if not isinstance(node, yaml.MappingNode):
            raise self.fail(node, path, "a mapping is expected here")
        found: dict[str, yaml.Node] = {}
        for key_node, value in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise self.fail(key_node, path, "a key must be a text")
            key = str(key_node.value)
            if len(key) > _MAX_KEY:
                raise self.fail(key_node, path, f"a key has {len(key)} characters")
            if key in found:
                raise self.fail(key_node, f"{path}.{key}".strip("."), f"{key!r} is given twice")
            found[key] = value
        return found

    def only(self, fields: dict[str, yaml.Node], known: tuple[str, ...], path: str) -> None:
        """Refuse a field that is not *known*."""
        for name, node in fields.items():
            if name not in known:
                near = nearest(name, known) or f"known fields: {', '.join(known)}"
                where = f"{path}.{name}".strip(".")
                raise self.fail(node, where, f"unknown field {name!r}", suggestion=near)

    def text(self, fields: dict[str, yaml.Node], name: str) -> str:
        """Return a field's text; empty when it is absent."""
        node = fields.get(name)
        if node is None:
            return ""
        if not isinstance(node, yaml.ScalarNode):
            raise self.fail(node, name, f"{name!r} must be text")
        if len(node.value) > _MAX_TEXT:
            raise self.fail(node, name, f"{name!r} has {len(node.value)} characters")
        return " ".join(str(node.value).split())

    def number(self, node: yaml.Node, path: str, scale: int) -> int:
        """Return a number times *scale*, which must be a whole number, not negative."""
        text = str(node.value).replace("_", "") if isinstance(node, yaml.ScalarNode) else ""
        if len(text) > _MAX_DIGITS:
            raise self.fail(node, path, f"a number has {len(text)} digits")
        try:
            scaled = Decimal(text) * scale
            if scaled < 0:
                problem = f"{text} is negative"
                raise self.fail(node, path, problem, reason="nothing costs less than 0")
            if scaled.is_finite() and scaled > _MAX_PS:
                raise self.fail(node, path, f"{text} is too large", reason="the limit is 1000 s")
            whole = int(scaled)
        except (ArithmeticError, ValueError) as error:
            raise self.fail(node, path, "a number is expected here") from error
        if whole != scaled:
            raise self.fail(node, path, f"{text} is finer than the simulator counts")
        return whole

    def ratio(self, fields: dict[str, yaml.Node], name: str, path: str) -> int:
        """Return a ratio between 0 and 1 in parts per million."""
        if name not in fields:
            return 0
        ppm = self.number(fields[name], f"{path}.{name}", PPM)
        if ppm > PPM:
            raise self.fail(
                fields[name],
                f"{path}.{name}",
                f"{name} is above 1",
                reason="a relative half-width above 1 would make prices negative",
            )
        return ppm

    def price(self, node: yaml.Node, key: str) -> Price:
        """Return one checked price."""
        path = f"prices.{key}"
        fields = self.mapping(node, path)
        self.only(fields, _PRICE_FIELDS, path)
        if "value" not in fields:
            raise self.fail(node, path, f"{key} has no value")
        unit = self.text(fields, "unit") or "ns"
        if unit not in _UNITS_PS:
            raise self.fail(
                fields["unit"],
                f"{path}.unit",
                f"unknown unit {unit[:_MAX_SHOWN]!r}",
                suggestion="ns or ps",
            )
        source = self.text(fields, "source")
        if not source:
            raise self.fail(
                node,
                path,
                f"{key} has no source",
                reason="every price says where it comes from",
                suggestion='name it, or write source: "none published" and confidence: assumed',
            )
        confidence = self.text(fields, "confidence")
        if confidence not in CONFIDENCES:
            raise self.fail(
                fields.get("confidence", node),
                f"{path}.confidence",
                f"unknown confidence {confidence[:_MAX_SHOWN]!r}"
                if confidence
                else f"{key} has no confidence",
                suggestion=f"one of {', '.join(CONFIDENCES)}",
            )
        return Price(
            value_ps=self.number(fields["value"], f"{path}.value", _UNITS_PS[unit]),
            source=source,
            confidence=confidence,
            uncertainty_ppm=self.ratio(fields, "uncertainty", path),
            variation_ppm=self.ratio(fields, "variation", path),
            note=self.text(fields, "note"),
        )


@lru_cache(maxsize=16)
def parse_profile(text: str, file: str) -> ProfileFile:
    """Read one profile's YAML text.

    Args:
        text: The YAML text.
        file: What to call it in messages.

    Raises:
        CostProfileError: The text is no profile, with file, line and key.
    """
    reader = _Reader(file)
    try:
        _check_depth(text, file)
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{file}:{mark.line + 1}" if mark else file
        reason = f"{error.context or ''} {error.problem or ''}".strip()
        raise CostProfileError(
            "the cost profile is not YAML", where=where, reason=reason
        ) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise CostProfileError(
            "the cost profile is not YAML", where=file, reason=str(error)
        ) from error
    if root is None:
        raise CostProfileError("the cost profile is empty", where=file)
    fields = reader.mapping(root, "")
    reader.only(fields, _FILE_FIELDS, "")
    for name in ("name", "doc", "machine"):
        if not reader.text(fields, name):
            raise CostProfileError(f"the cost profile has no {name}", where=file)
    prices: dict[str, Price] = {}
    if "prices" in fields:
        for key, node in reader.mapping(fields["prices"], "prices").items():
            prices[key] = reader.price(node, key)
    return ProfileFile(
        name=reader.text(fields, "name"),
        doc=reader.text(fields, "doc"),
        machine=reader.text(fields, "machine"),
        extends=reader.text(fields, "extends"),
        prices=prices,
    )


def _check_depth(text: str, file: str) -> None:
    """Refuse what is nested deeper than a profile ever is.

    Composing is recursive, in C where libyaml is there, and would overflow the stack.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _MAX_DEPTH:
                mark = event.start_mark
                where = f"{file}:{mark.line + 1}" if mark else file
                raise CostProfileError("the cost profile is nested too deep", where=where)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def profile_path(name_or_path: str, beside: Path | None) -> Path:
    """Return the file that a profile's name or path means.

    Raises:
        CostProfileError: There is no such file.
    """
    data = Path(__file__).resolve().parent / "data"
    if name_or_path.endswith((".yaml", ".yml")) or "/" in name_or_path:
        path = Path(name_or_path)
        if beside is not None and not path.is_absolute():
            path = beside / path
        known: list[str] = []
    else:
        path = data / f"{name_or_path}.yaml"
        known = shipped_profiles()
    if not _is_file(path):
        raise CostProfileError(
            f"no cost profile {name_or_path[:_MAX_NAME]!r}",
            reason="a name means a shipped profile; a path ends in .yaml",
            suggestion=nearest(name_or_path, known) or f"shipped: {', '.join(shipped_profiles())}",
        )
    return path


def _is_file(path: Path) -> bool:
    """Say whether there is such a file; a name too long for any is that of none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def shipped_profiles() -> list[str]:
    """Return the names of the profiles that come with the package."""
    data = Path(__file__).resolve().parent / "data"
    return sorted(path.stem for path in data.glob("*.yaml"))
