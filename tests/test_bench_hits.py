"""The benchmark runs, and counts what it says it counts; how fast is not for a test to say."""

from __future__ import annotations

from tests.bench.hits import measure


def test_the_benchmark_counts_its_hits() -> None:
    lines: list[str] = []
    found = measure(2, 2000, (1, 64), lines.append)
    assert list(found) == [("count", 1), ("count", 64), ("send", 1), ("send", 64)]
    assert all(len(figures.ratio) == 2 and min(figures.per_s) > 0 for figures in found.values())
    assert len(lines) == 2 + len(found) + 2
