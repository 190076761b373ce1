"""The benchmark of maps runs; how fast is not for a test to say."""

from __future__ import annotations

from tests.bench.maps import measure


def test_every_operation_is_measured_on_every_map() -> None:
    lines: list[str] = []
    found = measure(1024, 1, lines.append)
    assert {operation for _, operation in found} == {"insert", "update", "lookup", "delete", ""}
    assert min(found.values()) > 0
    assert len(lines) == 2 + len(found)
