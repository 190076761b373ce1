"""What maps are charged: the bytes that a real kernel's fdinfo says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sim.bpf.maps import create as _create  # noqa: F401  (registers the types)
from sim.bpf.maps.kinds import Shape
from sim.bpf.maps.memory import charged_bytes, more_for_cpu, more_for_key
from sim.bpf.spec import MapType

GOLDEN = Path(__file__).resolve().parent / "maps" / "memory.6.12.json"
ROWS = json.loads(GOLDEN.read_text())["rows"]
T = MapType


@pytest.mark.parametrize("row", ROWS, ids=lambda row: "-".join(map(str, row[:6])))
def test_what_is_charged_is_what_linux_charges(row: list[int | str]) -> None:
    nr_cpus, name, *sizes, nr_entries, memlock = row
    shape = Shape(MapType[f"BPF_MAP_TYPE_{str(name).upper()}"], *map(int, sizes))
    assert charged_bytes(shape, int(nr_cpus), int(nr_entries)) == memlock


def test_one_more_key_costs_an_element() -> None:
    assert more_for_key(Shape(T.BPF_MAP_TYPE_HASH, 4, 8, 1024), 4) == 48 + 8 + 8
    assert more_for_key(Shape(T.BPF_MAP_TYPE_HASH, 4, 8, 1024, 1), 4) == 48 + 8 + 8 + 8
    assert more_for_key(Shape(T.BPF_MAP_TYPE_PERCPU_HASH, 4, 20, 10), 4) == 48 + 8 + 8 + 4 * 24
    assert more_for_key(Shape(T.BPF_MAP_TYPE_LRU_HASH, 4, 8, 10, 2), 3) == 48 + 8 + 8
    assert more_for_key(Shape(T.BPF_MAP_TYPE_PERCPU_ARRAY, 4, 4, 7), 3) == 8 + 3 * 8
    assert more_for_key(Shape(T.BPF_MAP_TYPE_RINGBUF, 0, 0, 8192), 3) == 0


def test_one_more_cpu_costs_a_copy_of_each_value() -> None:
    assert more_for_cpu(Shape(T.BPF_MAP_TYPE_PERCPU_HASH, 4, 20, 10), 4) == 10 * 24 + 32
    assert more_for_cpu(Shape(T.BPF_MAP_TYPE_HASH, 4, 8, 10), 4) == 64 + 32 + 8
    assert more_for_cpu(Shape(T.BPF_MAP_TYPE_ARRAY, 4, 8, 10), 4) == 0
