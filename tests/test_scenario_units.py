"""Units: what people write becomes exact integers, and back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.base import units


@pytest.mark.parametrize(
    ("text", "ns"),
    [
        ("20 us", 20_000),
        ("1.5ms", 1_500_000),
        ("0.001 us", 1),
        ("3 µs", 3000),
        ("2 min", 120_000_000_000),
        (0, 0),
        ("0", 0),
    ],
)
def test_a_duration_becomes_whole_nanoseconds(text, ns):
    assert units.parse_duration_ns(text) == ns


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("0.5 ns", "no whole number of nanoseconds"),
        ("5", "has no unit: a duration needs one of ns, us, ms, s, min, h"),
        (5, "has no unit"),
        (Decimal("1.5"), "has no unit"),
        ("5 sec", "has the unit 'sec'"),
        ("-5 ms", "cannot be negative"),
        ("five ms", "is no duration"),
        ("1e3 ms", "is no duration"),
        ("٣ ms", "is no duration"),
        (True, "this is no duration"),
        (["1 ms"], "this is no duration"),
    ],
)
def test_a_wrong_duration_says_why(text, says):
    with pytest.raises(ValueError, match=says.replace("(", r"\(")):
        units.parse_duration_ns(text)


def test_sizes_rates_and_fractions_become_integers():
    assert units.parse_bytes("256 KiB") == 262_144
    assert units.parse_bytes(4096) == 4096
    assert units.parse_bytes("1.5 MB") == 1_500_000
    assert units.parse_rate_millihz("5000/s") == 5_000_000
    assert units.parse_rate_millihz("0.125 /s") == 125
    assert units.parse_rate_millihz("2/ms") == 2_000_000
    assert units.parse_frac_ppm("10%") == 100_000
    assert units.parse_frac_ppm(Decimal("0.05")) == 50_000
    assert units.parse_frac_ppm("150%", limit_ppm=None) == 1_500_000


@pytest.mark.parametrize(
    ("parse", "text", "says"),
    [
        (units.parse_bytes, "5 Kib", "did you mean KiB"),
        (units.parse_bytes, "0.5 B", "no whole number of bytes"),
        (units.parse_rate_millihz, "5000", "write it like 5000/s"),
        (units.parse_rate_millihz, "0.0001/s", "no whole number"),
        (units.parse_frac_ppm, "101%", "above 100%"),
        (units.parse_frac_ppm, "0.0000001", "no whole number of millionths"),
        (units.parse_frac_ppm, "3 ppm", "write it like 0.05 or 5%"),
    ],
)
def test_other_wrong_quantities_say_why(parse, text, says):
    with pytest.raises(ValueError, match=says):
        parse(text)


@given(st.integers(0, 2**62))
def test_formatting_loses_nothing(n):
    assert units.parse_duration_ns(units.format_duration(n)) == n
    assert units.parse_bytes(units.format_bytes(n)) == n
    assert units.parse_rate_millihz(units.format_rate(n)) == n
    assert units.parse_frac_ppm(units.format_frac(n), limit_ppm=None) == n


def test_formatting_picks_a_readable_unit():
    assert units.format_duration(1_500_000) == "1.5 ms"
    assert units.format_duration(0) == "0 ns"
    assert units.format_bytes(262_144) == "256 KiB"
    assert units.format_rate(20_000_000) == "20000/s"
    assert units.format_frac(125) == "0.0125%"
