"""What the report says, section by section, before it is a page.

**Rule:** every figure comes from a sheet, a ``df_*`` frame, the verdict, or a file that the run
copied; nothing is computed here. What depends on the machine's clock stays out, so that equal
runs give equal reports.

**Not modelled:** reports over several runs; `bpfsim compare` sets two beside each other.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from analysis import text
from analysis.histogram import log2_bars, log2_histograms
from analysis.records import decoded_lines
from analysis.run import Run
from analysis.sheets import Sheet
from analysis.sheets.cost import cost_sheet, twin_sheet
from analysis.sheets.ledgers import ledger_violations, loss_sheet, time_sheet
from analysis.sheets.prices import assumed_lines, price_sheet
from analysis.sheets.tracers import map_sheet, program_sheet, queue_sheet
from sim.base.units import format_duration

__all__ = ["Listing", "Section", "caveats", "facts", "question_of", "sections", "title_of"]

TOP_LINES = 10


@dataclass(frozen=True)
class Listing:
    """Lines of text, shown as they are."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """A part of the report.

    Attributes:
        anchor: Its address within the page.
        heading: Its heading.
        about: How to read it, in a sentence or two.
        sheets: Its tables.
        listings: Its texts.
        lines: Sentences of their own.
    """

    anchor: str
    heading: str
    about: str
    sheets: tuple[Sheet, ...] = ()
    listings: tuple[Listing, ...] = ()
    lines: tuple[str, ...] = ()


def _scenario(run: Run) -> dict[str, Any]:
    """Return the scenario as the run resolved it; empty when its copy is gone."""
    try:
        found = yaml.safe_load((run.path / "scenario.yaml").read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError):
        return {}
    return found if isinstance(found, dict) else {}


def _manifest(run: Run) -> dict[str, Any]:
    try:
        found = json.loads((run.path / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def title_of(run: Run) -> str:
    """Return the scenario's name, or that of the directory."""
    return str(_scenario(run).get("name") or run.path.name)


def question_of(run: Run) -> str:
    """Return the question that the scenario asks, "" for none."""
    return " ".join(str(_scenario(run).get("question") or "").split())


def _warmup_text(run: Run) -> str:
    found = run.warmup()
    how = "found by MSER-5" if found.is_auto else "given by the scenario"
    return f"{text.duration(found.ns)}, {how}"


def facts(run: Run) -> list[tuple[str, str]]:
    """Return what kind of run it is, as pairs of name and value."""
    scenario, inputs = _scenario(run), _manifest(run).get("inputs", {})
    kernel, machine = inputs.get("kernel", {}), scenario.get("machine", {})
    cell = run.cells()[0]
    nr = len(run.replications)
    profile = inputs.get("profile", {}).get("name") or machine.get("profile", text.DASH)
    return [
        ("kernel", f"Linux {kernel['release']}, {kernel['config']}" if kernel else text.DASH),
        ("CPUs", text.count(run.machine(*cell, "nr_cpus"))),
        ("cost profile", str(profile)),
        ("arms", ", ".join(run.arms)),
        ("replications", f"{nr}" if nr > 1 else "1, so no intervals"),
        ("simulated time", format_duration(run.machine(*cell, "horizon_ns"))),
        ("warm-up", _warmup_text(run)),
        ("seed", str(inputs.get("seed", text.DASH))),
    ]


def _cost(run: Run) -> Section:
    sheets = tuple(cost_sheet(run, arm) for arm in run.traced_arms) or (twin_sheet(run),)
    about = (
        f"Every arm runs the same requests under the same random draws; {run.twin} is the twin "
        "without a tracer. A difference is the mean over replications of arm minus twin, ± half "
        "the width of its 95 % interval. p99 is the latency that one request in a hundred exceeds."
    )
    return Section("cost", "What tracing costs", about, sheets)


def _loss(run: Run) -> Section:
    about = (
        "Every hit of a hook, every record and every key is counted where it ends up: on the left "
        "of each equation what came, on the right what became of it. A hit is a place in the "
        "kernel that was reached with a program attached; missed means that the kernel skipped "
        "the program, dropped that a record found no room, unread that it still lay in the buffer "
        "when the run ended."
    )
    sheets = tuple(loss_sheet(run, arm) for arm in run.traced_arms)
    return Section("loss-ledger", "Loss ledger", about, sheets)


def _time(run: Run) -> Section:
    violations = ledger_violations(run)
    lines = (
        ("The ledgers do not add up, which is a bug in bpfsim:", *violations)
        if violations
        else ("Both ledgers add up, and every queue obeys Little's law.",)
    )
    about = (
        "Every nanosecond of every CPU is charged once, to what the CPU was doing and to whom. "
        "The rows of an arm add up to CPUs × simulated time."
    )
    return Section("time-ledger", "Time ledger", about, (time_sheet(run),), lines=lines)


def _tracers(run: Run) -> Section:
    about = (
        "What bpftool would say of the tracers' programs and maps, and how full the maps were: "
        "a ring buffer that was never more than a few per cent full may be smaller."
    )
    listings = []
    for found in log2_histograms(run):
        if found.replication == run.replications[0]:
            key = f" [{found.key}]" if found.key else ""
            title = f"{found.tracer}/{found.map_name}{key} of {found.arm}"
            listings.append(Listing(title, tuple(log2_bars(found.slots))))
    sheets = (program_sheet(run), map_sheet(run))
    kept = tuple(sheet for sheet in sheets if sheet.rows)
    return Section("tracers", "Programs and maps", about, kept, tuple(listings))


def _lines(run: Run, arm: str) -> list[Listing]:
    replication = run.replications[0]
    found = []
    lines, nr = decoded_lines(run, arm, replication, TOP_LINES, "report")
    if lines:
        found.append(Listing(f"First {len(lines)} of {nr:,} records of {arm}", tuple(lines)))
    pipe = run.frame("trace_pipe", "report")
    mine = pipe[(pipe["arm"] == arm) & (pipe["replication"] == replication)]
    if len(mine):
        top = tuple(str(line) for line in mine["text"].head(TOP_LINES))
        found.append(Listing(f"First {len(top)} of {len(mine):,} trace_pipe lines of {arm}", top))
    return found


def _records(run: Run) -> Section:
    listings = [listing for arm in run.traced_arms for listing in _lines(run, arm)]
    about = "What the tracer's user-space half got to see, decoded by the object's own BTF."
    return Section("records", "Records", about, (), tuple(listings))


def _queues(run: Run) -> Section:
    about = (
        "Where requests, tasks, interrupts and records wait. A queue whose mean number is large "
        "is where latency comes from."
    )
    sheet = queue_sheet(run)
    return Section("queues", "Queues", about, (sheet,) if sheet.rows else ())


def caveats(run: Run) -> list[str]:
    """Return what a reader must know before believing a figure."""
    lines = [f"{line[0].upper()}{line[1:]}." for line in assumed_lines(run)]
    if any(run.machine(*cell, "is_unverified", 0) for cell in run.cells()):
        lines.append("Unverified: the programs passed a structural check only, no verifier.")
    return lines


def _assumed(run: Run) -> Section:
    about = (
        "Prices are data with a source. One that nobody has published is assumed, with a wide "
        "uncertainty: the more rests on such prices, the less a single figure says, while "
        "comparing two tracers stays safer, for both pay the same prices."
    )
    sheets = tuple(price_sheet(run, arm) for arm in run.traced_arms)
    return Section("assumed", "What was assumed", about, sheets, lines=tuple(caveats(run)))


def _pairs(given: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    """Flatten a mapping to dotted keys."""
    found = []
    for key, value in given.items():
        if isinstance(value, dict):
            found += _pairs(value, f"{prefix}{key}.")
        elif isinstance(value, list):
            for i, item in enumerate(value):
                inner = item if isinstance(item, dict) else {"": item}
                found += _pairs(inner, f"{prefix}{key}.{i}.")
        else:
            found.append((f"{prefix}{key}".rstrip("."), str(value)))
    return found


def _inputs(run: Run) -> Section:
    manifest = _manifest(run)
    about = (
        "One scenario, seed and version give one result, bit for bit. `bpfsim rerun` on the run "
        "directory simulates it again and compares the digests."
    )
    sheets = []
    for key, title in (("inputs", "Inputs"), ("software", "Software"), ("results", "Digests")):
        rows = tuple(_pairs(manifest.get(key, {})))
        if rows:
            sheets.append(Sheet(title, ("", ""), rows, 2))
    lines = () if sheets else ("The run directory has no manifest.",)
    listings = []
    path = run.path / "scenario.yaml"
    if path.is_file():
        lines_of = tuple(path.read_text(encoding="utf-8", errors="replace").splitlines())
        listings.append(Listing("The scenario, every default filled in", lines_of))
    return Section("manifest", "Manifest", about, tuple(sheets), tuple(listings), lines)


_SECTIONS: tuple[Callable[[Run], Section], ...] = (
    _loss,
    _time,
    _tracers,
    _records,
    _queues,
    _assumed,
    _inputs,
)


def sections(run: Run) -> tuple[Section, list[Section]]:
    """Return the section on cost, and those that come after the charts; empty ones left out."""
    found = [make(run) for make in _SECTIONS]
    return _cost(run), [s for s in found if s.sheets or s.listings or s.lines]
