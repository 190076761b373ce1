"""Windows of time: ``A..B`` becomes two numbers, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.record.window import format_window, parse_window


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("10ms..12ms", (10_000_000, 12_000_000)),
        ("1.5 ms .. 2 ms", (1_500_000, 2_000_000)),
        ("0..20us", (0, 20_000)),
        ("999ns..1us", (999, 1000)),
        (" 1s..1.000000001s ", (1_000_000_000, 1_000_000_001)),
    ],
)
def test_a_window_becomes_its_two_ends(text, window):
    assert parse_window(text) == window


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("10ms", "'10ms' is no window of time: write it like 10ms..12ms"),
        ("10ms-12ms", "is no window of time"),
        ("..12ms", "it has no start"),
        ("10ms..", "it has no end"),
        ("..", "it has no start"),
        ("10..12ms", "the start of the window '10..12ms': '10' has no unit"),
        ("10ms..12", "the end of the window '10ms..12': '12' has no unit"),
        ("10ms..12 sec", "has the unit 'sec'"),
        ("10ms...12ms", "empty window"),
        ("-1ms..2ms", "cannot be negative"),
        ("12ms..10ms", "ends at 10 ms, which is not after its start at 12 ms"),
        ("10ms..10ms", "empty window"),
        (10, "this is no window of time"),
        (["10ms", "12ms"], "this is no window of time"),
    ],
)
def test_a_wrong_window_says_why(text, says):
    with pytest.raises(ValueError, match=says):
        parse_window(text)


@given(st.integers(0, 10**15), st.integers(1, 10**15))
def test_a_window_shown_is_read_back(start, length):
    window = (start, start + length)
    assert parse_window(format_window(window)) == window
