"""Progress: pace, plain lines, the bar."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from sim.cli.pace import Pace, short_count, short_seconds
from sim.cli.progress import BarProgress, LineProgress, open_progress
from sim.run.progress import NoProgress


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def test_pace_tells_speed_hits_and_time_left():
    clock = Clock()
    pace = Pace(2, clock)
    pace.start("untraced", 0, 10**9)
    assert pace.left_s is None
    clock.now += 2
    pace.update(500_000_000, 0)
    assert pace.speed == 0.25
    # 2 s to the end of this arm, and as long as this one takes for the next
    assert pace.left_s == 2 + 4
    assert pace.text() == "0.500/1.000 s, 0.25× real time, 6 s left"
    clock.now += 2
    pace.finish()
    pace.start("traced", 1, 10**9)
    clock.now += 4
    pace.update(250_000_000, 8_000_000)
    assert pace.title() == "traced #1 (2/2)"
    assert pace.text() == "0.250/1.000 s, 0.06× real time, 2.0 M hits/s, 12 s left"


def test_pace_without_a_horizon_tells_no_time_left():
    clock = Clock()
    pace = Pace(1, clock)
    pace.start("untraced", 0, 0)
    clock.now += 1
    pace.update(2 * 10**9, 0)
    assert pace.text() == "2.000 s, 2.00× real time"


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.2, "0 s"), (59, "59 s"), (125, "2:05 min"), (12_000, "3:20 h")]
)
def test_times_to_wait_are_short(seconds, text):
    assert short_seconds(seconds) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (999, "999"), (1500, "1.5 k"), (123_000_000, "123 M"), (2e9, "2.0 G")],
)
def test_counts_are_short(number, text):
    assert short_count(number) == text


def run_lines(seconds_per_update, nr_updates):
    clock, file = Clock(), io.StringIO()
    progress = LineProgress(1, file, clock)
    progress.phase("loading")
    progress.start("traced", 0, 10**9)
    for i in range(nr_updates):
        clock.now += seconds_per_update
        progress.update((i + 1) * 10**9 // nr_updates, 1000 * i)
    progress.finish()
    progress.close()
    return file.getvalue().splitlines()


def test_a_short_run_prints_no_line():
    assert run_lines(0.1, 10) == []


def test_a_longer_run_prints_a_line_every_five_seconds():
    lines = run_lines(0.5, 25)
    assert [line.split(",")[0] for line in lines] == [
        "bpfsim: traced (1/1): 0.160/1.000 s",
        "bpfsim: traced (1/1): 0.560/1.000 s",
        "bpfsim: traced (1/1): 0.960/1.000 s",
    ]


def test_a_long_phase_is_named_while_it_lasts():
    clock, file = Clock(), io.StringIO()
    progress = LineProgress(1, file, clock)
    clock.now += 3
    progress.phase("compiling the engine")
    progress.close()
    assert file.getvalue() == "bpfsim: compiling the engine\n"


def test_the_bar_shows_arm_time_and_brackets_as_they_are(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    file = io.StringIO()
    console = Console(file=file, force_terminal=True, width=120, no_color=True)
    progress = BarProgress(1, console)
    progress.phase("loading [engine]")
    progress._progress.refresh()
    progress.start("traced", 0, 10**9)
    progress.update(5 * 10**8, 1000)
    progress._progress.refresh()
    progress.finish()
    progress.close()
    text = file.getvalue()
    assert "loading [engine]" in text
    assert "traced (1/1)" in text
    assert "0.500/1.000 s" in text


def test_quiet_and_no_terminal_choose_their_progress():
    with open_progress(1, quiet=True) as progress:
        assert isinstance(progress, NoProgress)
    with open_progress(1) as progress:
        assert isinstance(progress, LineProgress)
    NoProgress().update(1, 1)
