"""The schema is whole, and its reference page says what it says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sim.base.errors import InternalError
from sim.record.docs import results_markdown
from sim.record.ledger import IDENTITIES
from sim.record.schema import LOSS_SECTIONS, TABLES, table_named

DOCS = Path(__file__).resolve().parent.parent / "docs" / "results.md"


def test_every_table_but_the_payload_starts_with_arm_and_replication() -> None:
    for table in TABLES.values():
        names = [c.name for c in table.columns]
        if table.name == "record_payload":
            assert names == ["byte"]
        else:
            assert names[:2] == ["arm", "replication"]
            assert len(set(names)) == len(names)


def test_every_column_has_a_little_endian_type_and_a_meaning() -> None:
    for table in TABLES.values():
        for column in table.columns:
            assert np.dtype(column.numpy_dtype).itemsize in (1, 2, 4, 8)
            assert column.numpy_dtype[0] in "<|"
            assert column.doc.endswith(".")


def test_times_and_sizes_carry_their_unit_as_suffix() -> None:
    for table in TABLES.values():
        for column in table.columns:
            if column.unit in ("ns", "ps"):
                assert column.name.endswith(f"_{column.unit}")


def test_an_unknown_table_is_a_bug_that_names_the_nearest() -> None:
    with pytest.raises(InternalError, match="did you mean requests"):
        table_named("request")


def test_the_ledger_checks_know_exactly_the_documented_bins() -> None:
    for section, (_, bins) in LOSS_SECTIONS.items():
        documented = {name.split("<")[0] for name in bins} - {"failed_"}
        checked = {b for left, parts in IDENTITIES[section] for b in (left, *parts)}
        assert checked == documented


def test_the_reference_page_is_current() -> None:
    assert DOCS.read_text(encoding="utf-8") == results_markdown(), (
        "run `python -m sim.record.docs > docs/results.md`"
    )
