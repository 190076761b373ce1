"""Figures as people read them.

**Rule:** a text is rounded to three or four digits and never read back; ``--json`` carries the
full figures. A figure that is not there prints as a dash.

**Not modelled:** locales; a thousands separator is a comma.
"""

from __future__ import annotations

import math

__all__ = ["DASH", "count", "duration", "half", "percent", "plus_minus", "signed", "size", "value"]

DASH = "–"

_DURATIONS = ((1e9, "s"), (1e6, "ms"), (1e3, "µs"), (1.0, "ns"))
_SIZES = ((2.0**30, "GiB"), (2.0**20, "MiB"), (2.0**10, "KiB"))


def _digits(number: float) -> str:
    """Return about four significant digits, without an exponent."""
    magnitude = abs(number)
    if magnitude >= 1000 or number == int(number):
        return f"{number:,.0f}"
    decimals = 1 if magnitude >= 100 else 2 if magnitude >= 10 else 3
    return f"{number:.{decimals}f}"


def duration(ns: float) -> str:
    """Return nanoseconds in the largest unit that leaves at least 1."""
    for scale, unit in _DURATIONS:
        if abs(ns) >= scale:
            return f"{_digits(ns / scale)} {unit}"
    return f"{_digits(ns)} ns"


def size(nr_bytes: float) -> str:
    """Return bytes in the largest binary unit that leaves at least 1."""
    for scale, unit in _SIZES:
        if abs(nr_bytes) >= scale:
            return f"{_digits(nr_bytes / scale)} {unit}"
    return f"{_digits(nr_bytes)} B"


def percent(frac: float, *, sign: bool = False) -> str:
    """Return a fraction as percent, or a dash for NaN."""
    if math.isnan(frac):
        return DASH
    return f"{100 * frac:{'+' if sign else ''}.2f} %".replace("-", "−")


def count(number: float) -> str:
    """Return a count with separators."""
    return f"{number:,.0f}"


def value(number: float, unit: str, metric: str = "") -> str:
    """Return a metric's value in its unit; fractions as percent, NaN as a dash."""
    if math.isnan(number):
        return DASH
    if metric.endswith("_frac"):
        return percent(number)
    if unit == "ns":
        return duration(number)
    if unit == "bytes":
        return size(number)
    return f"{_digits(number)}{'' if unit.startswith('/') else ' '}{unit}".rstrip()


def signed(number: float, unit: str, metric: str = "") -> str:
    """Return a difference: as `value`, always with its sign."""
    if math.isnan(number):
        return DASH
    if metric.endswith("_frac"):
        return f"{100 * number:+.2f} points".replace("-", "−")
    text = value(abs(number), unit, metric)
    return ("−" if number < 0 else "+") + text


def _scale_of(number: float, unit: str) -> tuple[float, str]:
    """Return what to divide by, and the unit to print, for a figure of this size."""
    scales = {"ns": _DURATIONS, "bytes": _SIZES}.get(unit, ())
    for scale, name in scales:
        if number >= scale:
            return scale, f" {name}"
    if unit in ("ns", "bytes"):
        return 1.0, " ns" if unit == "ns" else " B"
    return 1.0, unit if unit.startswith("/") or not unit else f" {unit}"


def _scaled(
    number: float, half_width: float, unit: str, metric: str
) -> tuple[float, float, int, str]:
    """Return a difference and its half-width in one unit, with decimals and the unit's name."""
    if metric.endswith("_frac"):
        scale, name = 0.01, " points"
    else:
        scale, name = _scale_of(max(abs(number), half_width), unit)
    half = half_width / scale
    decimals = min(4, max(0, 1 - math.floor(math.log10(half)))) if half else 0
    return number / scale, half, decimals, name


def half(number: float, half_width: float, unit: str, metric: str = "") -> str:
    """Return the half-width of a difference's interval, in the unit of `plus_minus`."""
    _, shown, decimals, name = _scaled(number, half_width, unit, metric)
    return f"± {shown:,.{decimals}f}{name if shown else ''}"


def plus_minus(
    number: float, half_width: float, unit: str, metric: str = "", *, sign: bool = True
) -> str:
    """Return a difference and the half-width of its interval in one unit.

    The half-width has two significant digits, and the difference ends at the same decimal. A
    half-width of zero, or none, is left out.

    Args:
        number: The difference.
        half_width: Half the width of its interval, or NaN.
        unit: Unit of both.
        metric: Name; one that ends in ``_frac`` is a difference in percentage points.
        sign: Print the sign; without it the magnitude alone.
    """
    if math.isnan(number) or math.isnan(half_width) or half_width == 0:
        text = signed(number, unit, metric)
        return text if sign else text.lstrip("+−")
    shown, wide, decimals, name = _scaled(number, half_width, unit, metric)
    magnitude = f"{abs(shown):,.{decimals}f} ± {wide:,.{decimals}f}{name}"
    return (("−" if number < 0 else "+") if sign else "") + magnitude
