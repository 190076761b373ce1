"""Durations, sizes, rates and fractions as people write them, exact in both directions.

``20 us``, ``256 KiB``, ``5000/s`` and ``10%`` become integers: nanoseconds, bytes, thousandths
of an event per second, parts per million. A text that is no whole number of these is refused,
so nothing is ever rounded. The ``format_*`` functions give a text that parses to the same
integer.

**Rule:** a duration, a size and a rate need their unit; only zero may stand alone.

**Not modelled:** signs (none of these can be negative), locales, exponents.
"""

from __future__ import annotations

import re
from decimal import Decimal

from sim.base.errors import nearest

__all__ = [
    "PPM",
    "format_bytes",
    "format_duration",
    "format_frac",
    "format_rate",
    "parse_bytes",
    "parse_duration_ns",
    "parse_frac_ppm",
    "parse_rate_millihz",
]

PPM = 1_000_000

_DURATIONS = {
    "ns": 1,
    "us": 1_000,
    "ms": 1_000_000,
    "s": 1_000_000_000,
    "min": 60_000_000_000,
    "h": 3_600_000_000_000,
}
_SIZES = {"B": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "TiB": 1 << 40}
_DECIMAL_SIZES = {"kB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}
_RATES = {"/s": Decimal(1000), "/ms": Decimal(1_000_000), "/us": Decimal(1_000_000_000)}
_SHOWN_DURATIONS = ("s", "ms", "us", "ns")
_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)?|\.\d+)\s*(\S*)\s*", re.ASCII)


def _split(text: str, what: str, example: str) -> tuple[Decimal, str]:
    found = _NUMBER.fullmatch(text)
    if found is None:
        sign = "it cannot be negative; " if text.lstrip().startswith("-") else ""
        raise ValueError(f"{text!r} is no {what}: {sign}write it like {example}")
    return Decimal(found[1]), found[2]


def _whole(value: Decimal, text: str, unit: str) -> int:
    if value != value.to_integral_value():
        raise ValueError(f"{text!r} is no whole number of {unit}")
    return int(value)


def _scale(unit: str, units: dict[str, int], text: str, what: str) -> int:
    if unit in units:
        return units[unit]
    listed = ", ".join(units)
    if not unit:
        raise ValueError(f"{text!r} has no unit: a {what} needs one of {listed}")
    near = nearest(unit, units, 1)
    raise ValueError(
        f"{text!r} has the unit {unit!r}: a {what} takes one of {listed}"
        + (f"; {near}" if near else "")
    )


def parse_duration_ns(given: object) -> int:
    """Return a duration such as ``1.5 ms``, in ns.

    Raises:
        ValueError: It is none, has no unit, or is no whole number of nanoseconds.
    """
    text = _text(given, "duration", "20 us or 1.5 ms")
    number, unit = _split(text, "duration", "20 us or 1.5 ms")
    if not unit and number == 0:
        return 0
    scale = _scale(unit.replace("µ", "u").replace("μ", "u"), _DURATIONS, text, "duration")
    return _whole(number * scale, text, "nanoseconds")


def parse_bytes(given: object) -> int:
    """Return a size such as ``256 KiB`` (a bare number counts bytes).

    Raises:
        ValueError: It is none, or no whole number of bytes.
    """
    text = _text(given, "size", "256 KiB or 4096")
    number, unit = _split(text, "size", "256 KiB or 4096")
    scale = _scale(unit, _SIZES | _DECIMAL_SIZES, text, "size") if unit else 1
    return _whole(number * scale, text, "bytes")


def parse_rate_millihz(given: object) -> int:
    """Return a rate such as ``5000/s`` or ``2.5 /ms``, in thousandths of an event per second.

    Raises:
        ValueError: It is none, has no unit, or is finer than a thousandth per second.
    """
    text = _text(given, "rate", "5000/s")
    number, unit = _split(text, "rate", "5000/s")
    if unit not in _RATES and not (number == 0 and not unit):
        raise ValueError(f"{text!r} is no rate: write it like 5000/s, or with /ms or /us")
    return _whole(number * _RATES.get(unit, Decimal(0)), text, "events per 1000 s")


def parse_frac_ppm(given: object, limit_ppm: int | None = PPM) -> int:
    """Return a fraction such as ``0.05`` or ``5%``, in parts per million.

    Args:
        given: What the user wrote.
        limit_ppm: The most that is allowed; None for no limit.

    Raises:
        ValueError: It is none, finer than a millionth, or above the limit.
    """
    text = _text(given, "fraction", "0.05 or 5%")
    number, unit = _split(text, "fraction", "0.05 or 5%")
    if unit not in ("", "%"):
        raise ValueError(f"{text!r} is no fraction: write it like 0.05 or 5%")
    ppm = _whole(number * (PPM // 100 if unit else PPM), text, "millionths")
    if limit_ppm is not None and ppm > limit_ppm:
        raise ValueError(f"{text!r} is above {format_frac(limit_ppm)}")
    return ppm


def _text(given: object, what: str, example: str) -> str:
    """Return what YAML gave as text: a string, or a number without a unit."""
    if isinstance(given, bool) or not isinstance(given, str | int | Decimal):
        raise ValueError(f"this is no {what}: write it like {example}")
    return f"{given:f}" if isinstance(given, Decimal) else str(given)


def _plain(value: Decimal) -> str:
    """Return all digits of a decimal, without an exponent or zeros at the end."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def format_duration(ns: int) -> str:
    """Return a duration in the largest unit that leaves at least 1, with all its digits."""
    for unit in _SHOWN_DURATIONS:
        if ns >= _DURATIONS[unit]:
            return f"{_plain(Decimal(ns) / _DURATIONS[unit])} {unit}"
    return f"{ns} ns"


def format_bytes(nr_bytes: int) -> str:
    """Return a size in the largest binary unit of which it is a whole number."""
    for unit in reversed(_SIZES):
        if nr_bytes and nr_bytes % _SIZES[unit] == 0:
            return f"{nr_bytes // _SIZES[unit]} {unit}"
    return f"{nr_bytes} B"


def format_rate(millihz: int) -> str:
    """Return a rate per second, with all its digits."""
    return f"{_plain(Decimal(millihz) / 1000)}/s"


def format_frac(ppm: int) -> str:
    """Return a fraction as percent, with all its digits."""
    return f"{_plain(Decimal(ppm) / (PPM // 100))}%"
