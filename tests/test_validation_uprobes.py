"""Hits a second of uprobes against CPUs, as published."""

from __future__ import annotations

import pytest

from tests.validation.uprobes import ROWS, table


@pytest.mark.slow
def test_four_of_five_cells_are_within_a_quarter_of_the_published_figure() -> None:
    cells = list(table())
    assert len(cells) == sum(len(row.published) for row in ROWS)
    assert sum(cell.is_close for cell in cells) >= 0.8 * len(cells)


@pytest.mark.slow
def test_more_cpus_help_only_where_no_lock_is_the_machines() -> None:
    by_row: dict[str, dict[int, float]] = {row.name: {} for row in ROWS}
    for cell in table():
        by_row[cell.row][cell.nr_cpus] = cell.simulated
    machine, _, process = (by_row[row.name] for row in ROWS)
    assert machine[64] < 1.5 * machine[1]
    assert process[8] > 4 * process[1]
