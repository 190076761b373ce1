"""The validation of rings: its tables are whole, and back-to-back figures come out as published."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from tests.validation.ringbuf import CLOSE, TABLES, measure, report


def test_every_published_cell_is_there_once() -> None:
    rows = Counter((cell.machine, cell.table, cell.row) for cell in TABLES)
    assert set(rows.values()) == {1}
    assert len(TABLES) == 107


def test_a_report_counts_what_is_close_and_what_is_in_order() -> None:
    one = replace(TABLES[0], published=10.0)
    two = replace(TABLES[1], published=20.0)
    assert report([(one, 11.0), (two, 10.0)])[-1] == "1 of 2 cells within 25%; 0 of 1 orderings"


@pytest.mark.slow
@pytest.mark.parametrize("row", ["rb-libbpf", "rb-custom", "pb-libbpf", "pb-custom"])
def test_back_to_back_comes_out_as_published(row: str, tmp_path: Path) -> None:
    cells = [cell for cell in TABLES if cell.table == "back-to-back" and cell.row == row]
    for cell in cells:
        assert measure(cell, tmp_path) == pytest.approx(cell.published, rel=CLOSE)
