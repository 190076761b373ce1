"""Log2 histograms that a tracer kept in a map, as bars.

A map whose column `show` says ``log2`` is one. Where a value is at most 8 bytes, the map is one
histogram: its key is the slot (u32) and its value the count. Where a value is longer, each key
has a histogram of its own: the value is an array of u32 counts. Values of several CPUs add up.

**Rule:** slot i counts what lies from 2^i up to 2^(i+1) − 1, and slot 0 also 0, as the log2
helper of the libbpf tools numbers them. All numbers are little-endian.

**Not modelled:** fields before or after the slots in a struct; unsigned 64-bit slots in a
longer value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.source import Source

__all__ = ["Log2Histogram", "log2_bars", "log2_histograms", "slot_range"]


@dataclass(frozen=True)
class Log2Histogram:
    """One histogram of one map.

    Attributes:
        arm: Arm.
        replication: Replication.
        tracer: Tracer.
        map_name: Map.
        key: Key as hexadecimal text; empty where the whole map is one histogram.
        slots: Counts, slot 0 first, without trailing zeros.
    """

    arm: str
    replication: int
    tracer: str
    map_name: str
    key: str
    slots: tuple[int, ...]


def slot_range(slot: int) -> tuple[int, int]:
    """Return the least and the greatest value that a slot counts."""
    return (0 if slot == 0 else 1 << slot), (2 << slot) - 1


def log2_bars(slots: Sequence[int], label: str = "value", width: int = 40) -> list[str]:
    """Return a histogram as lines of text, from the first to the last slot in use.

    Args:
        slots: Counts, slot 0 first.
        label: What was measured, with its unit.
        width: Characters of the longest bar.
    """
    used = [i for i, n in enumerate(slots) if n]
    if not used:
        return [f"{label}: no values"]
    span = range(used[0], used[-1] + 1)
    ranges = ["{} → {}".format(*slot_range(i)) for i in span]
    left = max(len(label), *(len(r) for r in ranges))
    counts = [f"{slots[i]:,}" for i in span]
    right = max(len("count"), *(len(c) for c in counts))
    most = max(slots)
    lines = [f"{label:>{left}}   {'count':>{right}}  distribution"]
    for i, text, number in zip(span, ranges, counts, strict=True):
        # A slot in use always shows: at least one mark.
        marks = max(1, slots[i] * width // most) if slots[i] else 0
        lines.append(f"{text:>{left}} : {number:>{right}} |{'*' * marks:<{width}}|")
    return lines


def _trimmed(counts: Sequence[int]) -> tuple[int, ...]:
    last = max((i for i, n in enumerate(counts) if n), default=-1)
    return tuple(counts[: last + 1])


def _one_per_map(entries: pd.DataFrame) -> dict[str, tuple[int, ...]]:
    counts: dict[int, int] = {}
    for key, value in zip(entries["key"], entries["value"], strict=True):
        slot = int.from_bytes(bytes.fromhex(key), "little")
        counts[slot] = counts.get(slot, 0) + int.from_bytes(bytes.fromhex(value), "little")
    top = max((slot for slot, n in counts.items() if n and slot < 64), default=-1)
    return {"": tuple(counts.get(i, 0) for i in range(top + 1))}


def _one_per_key(entries: pd.DataFrame) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for key, value in zip(entries["key"], entries["value"], strict=True):
        data = bytes.fromhex(value)
        words = [int.from_bytes(data[i : i + 4], "little") for i in range(0, len(data) - 3, 4)]
        known = found.setdefault(key, [0] * len(words))
        found[key] = [a + b for a, b in zip(known, words, strict=True)]
    return {key: _trimmed(counts) for key, counts in found.items()}


def log2_histograms(run: Source) -> list[Log2Histogram]:
    """Return every histogram that maps ask to show, from `maps` and `map_entries`."""
    maps = run.frame("maps", "log2_histograms()")
    maps = maps[maps["show"] == "log2"]
    if maps.empty:
        return []
    entries = run.frame("map_entries", "log2_histograms()")
    found = []
    for row in maps.itertuples(index=False):
        mine = entries[
            (entries["arm"] == row.arm)
            & (entries["replication"] == row.replication)
            & (entries["tracer"] == row.tracer)
            & (entries["map"] == row.map)
        ]
        is_one = int(str(row.value_size)) <= 8
        head = (str(row.arm), int(str(row.replication)), str(row.tracer), str(row.map))
        slots_of = _one_per_map(mine) if is_one else _one_per_key(mine)
        found += [Log2Histogram(*head, key, slots) for key, slots in slots_of.items()]
    return found
