"""Events of the Trace Event Format, as JSON text.

Answers to the "Trace Event Format" document of Chrome, in the parts that Perfetto imports:
complete slices (``X``), instants (``i``), flows (``s``, ``t``, ``f``), nestable async slices
(``b``, ``e``), counters (``C``) and metadata (``M``).

An event waits as an `Item` until it can be written: time, number, text. An importer takes events
of one time in the order of the file, and binds a flow to the slice on its track that began last:
the numbers put parents before children, and a flow right behind the slice it belongs to.

**Rule:** times are integer nanoseconds until they are written, in µs with three decimals; no
floating-point number is involved.

**Not modelled:** begin/end pairs on threads (``B``, ``E``), samples, object snapshots.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache

__all__ = [
    "FLOW_END",
    "FLOW_START",
    "FLOW_STEP",
    "Args",
    "Item",
    "async_text",
    "counter_text",
    "flow_text",
    "instant_text",
    "metadata_text",
    "micros",
    "slice_text",
]

Item = tuple[int, int, str]
"""Time in ns, number, JSON text."""

FLOW_START, FLOW_STEP, FLOW_END = "s", "t", "f"

Args = Mapping[str, object]


def micros(ns: int) -> str:
    """Return nanoseconds as a decimal number of microseconds."""
    return f"{ns // 1000}.{ns % 1000:03d}"


@lru_cache(maxsize=4096)
def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _args(args: Args | None) -> str:
    if not args:
        return ""
    return ',"args":' + json.dumps(args, ensure_ascii=False, separators=(",", ":"))


def slice_text(
    name: str, cat: str, ts_ns: int, dur_ns: int, track: tuple[int, int], args: Args | None = None
) -> str:
    """Return a slice on a thread's track; *track* is process and thread."""
    return (
        f'{{"ph":"X","name":{_quoted(name)},"cat":"{cat}","ts":{micros(ts_ns)},'
        f'"dur":{micros(dur_ns)},"pid":{track[0]},"tid":{track[1]}{_args(args)}}}'
    )


def instant_text(
    name: str, cat: str, ts_ns: int, track: tuple[int, int], args: Args | None = None
) -> str:
    """Return an instant in a thread's scope."""
    return (
        f'{{"ph":"i","s":"t","name":{_quoted(name)},"cat":"{cat}","ts":{micros(ts_ns)},'
        f'"pid":{track[0]},"tid":{track[1]}{_args(args)}}}'
    )


def flow_text(phase: str, number: int, ts_ns: int, track: tuple[int, int]) -> str:
    """Return a flow's start, step or end; it binds to the enclosing slice."""
    bind = ',"bp":"e"' if phase == FLOW_END else ""
    return (
        f'{{"ph":"{phase}","name":"record","cat":"record","id":{number},'
        f'"ts":{micros(ts_ns)},"pid":{track[0]},"tid":{track[1]}{bind}}}'
    )


def async_text(
    phase: str, name: str, number: int, ts_ns: int, pid: int, args: Args | None = None
) -> str:
    """Return the begin (``b``) or end (``e``) of an async slice."""
    return (
        f'{{"ph":"{phase}","name":{_quoted(name)},"cat":"record","id":"{number:#x}",'
        f'"ts":{micros(ts_ns)},"pid":{pid},"tid":{pid}{_args(args)}}}'
    )


def counter_text(name: str, ts_ns: int, pid: int, series: str, value: int) -> str:
    """Return a counter's value from a time on."""
    return (
        f'{{"ph":"C","name":{_quoted(name)},"ts":{micros(ts_ns)},"pid":{pid},'
        f'"args":{{{_quoted(series)}:{value}}}}}'
    )


def metadata_text(what: str, pid: int, tid: int | None, key: str, value: str | int) -> str:
    """Return the name or place of a process, or of a thread."""
    thread = "" if tid is None else f',"tid":{tid}'
    return (
        f'{{"ph":"M","name":"{what}","pid":{pid}{thread},'
        f'"args":{{"{key}":{json.dumps(value, ensure_ascii=False)}}}}}'
    )
