"""A cost profile: what everything on the simulated machine costs, in picoseconds.

`load_profile` reads a shipped profile by name or a file by path, follows ``extends``, and
refuses a profile that lacks a price of `sim.cost.keys.KEYS` or has one that nothing asks for.

The uncertainty of each price is drawn once per replication with integer arithmetic only, from a
stream given by the caller: a symmetric triangular factor on [1 − u, 1 + u].

**Rule:** a price that is asked for and missing is an error, never a zero; `Profile.zero` is the
one place where everything is free.

**Not modelled:** correlation between uncertain prices: each is drawn on its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

import yaml

from sim.base.errors import CostProfileError, nearest
from sim.cost.keys import DEFAULT_PATH_KEY, KEYS, PATH_PREFIX, is_known
from sim.cost.schema import PPM, Price, ProfileFile, parse_profile, profile_path, shipped_profiles

__all__ = ["Bits", "Profile", "load_profile", "shipped_profiles"]

_M32 = (1 << 32) - 1
_MAX_FILE_BYTES = 1 << 20


class Bits(Protocol):
    """Where uncertainty is drawn from: a `sim.base.stream.Stream`."""

    def bits(self, item: int, index: int = 0) -> int:
        """Return 64 bits for (item, index)."""
        ...


@dataclass(frozen=True)
class Profile:
    """A complete set of prices; see `load_profile`.

    Args:
        name: The profile's name.
        doc: What it is, in one line.
        machine: What its figures were measured on.
        prices: Every price by key, in the order of `KEYS`, then ``path.*`` by name.
    """

    name: str
    doc: str
    machine: str
    prices: Mapping[str, Price]

    def resolve(self, key: str) -> str:
        """Return the key whose price *key* has: itself, or ``path.default``.

        Raises:
            CostProfileError: The simulator does not know such a price.
        """
        if key in self.prices:
            return key
        if key.startswith(PATH_PREFIX) and is_known(key):
            return DEFAULT_PATH_KEY
        raise CostProfileError(
            f"the cost profile has no price {key!r}",
            where=f"profile {self.name}",
            suggestion=nearest(key, self.prices),
        )

    def price(self, key: str) -> Price:
        """Return the price of *key* with its source."""
        return self.prices[self.resolve(key)]

    def price_ps(self, key: str) -> int:
        """Return the price of *key*, ps."""
        return self.price(key).value_ps

    def variation_ppm(self, key: str) -> int:
        """Return the relative half-width per hit of *key*, parts per million."""
        return self.price(key).variation_ppm

    def keys(self) -> list[str]:
        """Return every key that has a price of its own."""
        return list(self.prices)

    def with_prices(self, values_ps: Mapping[str, int], *, source: str = "scenario") -> Profile:
        """Return a copy with some prices replaced, certain and without variation."""
        prices = dict(self.prices)
        for key, value_ps in values_ps.items():
            if not is_known(key):
                raise _unknown(key, f"profile {self.name}")
            if value_ps < 0:
                raise CostProfileError(f"{key} is negative", where=f"profile {self.name}")
            prices[key] = Price(value_ps, source, "assumed")
        return replace(self, prices=_ordered(prices))

    def zero(self) -> Profile:
        """Return a profile in which everything is free."""
        free = {
            key: replace(price, value_ps=0, uncertainty_ppm=0, variation_ppm=0)
            for key, price in self.prices.items()
        }
        return replace(self, name=f"{self.name}-zero", prices=free)

    def draw(self, stream: Bits, replication: int = 0) -> Profile:
        """Return a copy whose uncertain prices are drawn for one replication.

        A price's draw depends on the stream, the replication and its own key only, so a price
        that is added to the profile changes no other.
        """
        drawn = {
            key: replace(
                price,
                value_ps=_triangular(
                    price.value_ps, price.uncertainty_ppm, stream.bits(_item(key), replication)
                ),
                uncertainty_ppm=0,
            )
            for key, price in self.prices.items()
        }
        return replace(self, prices=drawn)

    def to_yaml(self) -> str:
        """Return the profile as a file that `load_profile` reads back to an equal one."""
        prices: dict[str, Any] = {}
        for key, price in self.prices.items():
            fields: dict[str, Any] = {"value": price.value_ps, "unit": "ps"}
            fields |= {"source": price.source, "confidence": price.confidence}
            if price.uncertainty_ppm:
                fields["uncertainty"] = _decimal(price.uncertainty_ppm)
            if price.variation_ppm:
                fields["variation"] = _decimal(price.variation_ppm)
            if price.note:
                fields["note"] = price.note
            prices[key] = fields
        root = {"name": self.name, "doc": self.doc, "machine": self.machine, "prices": prices}
        return yaml.safe_dump(root, sort_keys=False, allow_unicode=True, width=96)


def load_profile(name_or_path: str | Path, *, beside: Path | None = None) -> Profile:
    """Read a cost profile.

    Args:
        name_or_path: The name of a shipped profile, or a YAML file.
        beside: The directory that a relative path starts from (the scenario's).

    Raises:
        CostProfileError: No such profile, or a wrong one.
    """
    files = _chain(str(name_or_path), beside)
    prices: dict[str, Price] = {}
    for file, _path in reversed(files):
        prices |= file.prices
    first, path = files[0]
    _check_keys(prices, path.name)
    return Profile(first.name, first.doc, first.machine, _ordered(prices))


def _chain(name_or_path: str, beside: Path | None) -> list[tuple[ProfileFile, Path]]:
    """Return the file asked for and those it extends, nearest first."""
    files: list[tuple[ProfileFile, Path]] = []
    wanted = name_or_path
    while wanted:
        path = profile_path(wanted, beside).resolve()
        if any(path == known for _file, known in files):
            raise CostProfileError(f"the cost profile {path.name} extends itself", where=path.name)
        try:
            with path.open("rb") as source:
                data = source.read(_MAX_FILE_BYTES + 1)
            text = data.decode("utf-8")
        except OSError as error:
            raise CostProfileError(
                "the cost profile cannot be read",
                where=path.name,
                reason=error.strerror or str(error),
            ) from error
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            raise CostProfileError(
                "the cost profile is no UTF-8 text", where=f"{path.name}:{line}"
            ) from error
        if len(data) > _MAX_FILE_BYTES:
            raise CostProfileError(
                "the cost profile is too large",
                where=path.name,
                reason=f"it may have {_MAX_FILE_BYTES} bytes",
            )
        file = parse_profile(text, path.name)
        files.append((file, path))
        wanted, beside = file.extends, path.parent
    return files


def _unknown(key: str, where: str) -> CostProfileError:
    return CostProfileError(
        f"unknown price {key!r}",
        where=where,
        reason="nothing in the simulator asks for it",
        suggestion=nearest(key, KEYS) or f"kernel functions are priced as {PATH_PREFIX}<name>",
    )


def _check_keys(prices: Mapping[str, Price], where: str) -> None:
    """Refuse unknown prices, then missing ones."""
    for key in prices:
        if not is_known(key):
            raise _unknown(key, f"{where}: prices.{key}")
    missing = [key for key in KEYS if key not in prices]
    if missing:
        raise CostProfileError(
            f"the cost profile lacks {len(missing)} price(s): {', '.join(missing[:5])}"
            + (", …" if len(missing) > 5 else ""),
            where=where,
            suggestion="give them, or extend a shipped profile: extends: x86-2020",
        )


def _ordered(prices: Mapping[str, Price]) -> dict[str, Price]:
    rest = sorted(key for key in prices if key not in KEYS)
    return {key: prices[key] for key in [*KEYS, *rest]}


def _item(key: str) -> int:
    """Return the stream item that stands for a price."""
    digest = hashlib.sha256(key.encode()).digest()
    return int.from_bytes(digest[:8], "little", signed=True)


def _triangular(value_ps: int, width_ppm: int, bits: int) -> int:
    """Return *value_ps* times a triangular factor on [1 − w, 1 + w], rounded to the nearest ps.

    The difference from 1 is the sum of the two halves of *bits* about its mean.
    """
    off = (bits & _M32) + ((bits >> 32) & _M32) - _M32
    scale = PPM << 32
    return value_ps + (value_ps * width_ppm * off + scale // 2) // scale


def _decimal(ppm: int) -> float:
    """Return parts per million as the shortest decimal that reads back the same."""
    return float(Decimal(ppm) / PPM)
