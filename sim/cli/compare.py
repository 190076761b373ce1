"""``bpfsim compare``: two run directories side by side.

First in what their inputs differ, then every figure that does: A, B, B − A, and its interval.

**Rule:** only complete runs whose tables are as they were written are compared. The exit status
is 0 whatever differs, and 1 when a ``--fail-if`` holds.

**Not modelled:** more than two runs.
"""

from __future__ import annotations

import csv
import math
import operator
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from sim.base.errors import SimError, nearest
from sim.cli.errors import EXIT_NO
from sim.cli.output import print_json, stdout_console

if TYPE_CHECKING:
    import pandas as pd
    from rich.console import Console

    from analysis.run import Run
    from sim.run.differences import Difference, Draws

__all__ = ["Condition", "compare", "parse_condition"]

_OPS = {">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le}
_CONDITION = re.compile(
    r"\s*(?P<arm>[a-z0-9][a-z0-9_-]*)\.(?P<metric>[a-z][a-z0-9_]*)"
    r"\s*(?P<op><=|>=|<|>)\s*(?P<value>[+-]?[0-9]+(?:\.[0-9]+)?)\s*(?P<percent>%?)\s*"
)


class Condition(NamedTuple):
    """A difference that is not to be, such as ``traced.latency_p99_ns > +5%``."""

    text: str
    arm: str
    metric: str
    op: str
    value: float
    is_percent: bool

    def holds(self, comparison: pd.DataFrame) -> bool:
        """Say whether a comparison has that difference.

        Raises:
            SimError: The arm is not in both runs, or the metric has no value there.
        """
        rows = comparison[comparison["section"] == "arms"]
        mine = rows[(rows["arm"] == self.arm) & (rows["metric"] == self.metric)]
        if mine.empty:
            arms = list(dict.fromkeys(rows["arm"]))
            raise SimError(
                f"both runs have no arm {self.arm!r}",
                where=f"--fail-if {self.text!r}",
                reason=f"arms of both: {', '.join(arms) or 'none'}",
                suggestion=nearest(self.arm, arms),
            )
        found = float(mine.iloc[0]["diff_frac" if self.is_percent else "diff"])
        if math.isnan(found):
            raise SimError(
                f"{self.arm}.{self.metric} has no {'share' if self.is_percent else 'difference'}",
                where=f"--fail-if {self.text!r}",
                reason="it is zero, or missing, in one of the runs",
                suggestion="give the difference itself, without %" if self.is_percent else "",
            )
        return bool(_OPS[self.op](100 * found if self.is_percent else found, self.value))


def parse_condition(text: str) -> Condition:
    """Return a condition.

    Raises:
        SimError: It is none, or there is no such metric.
    """
    from analysis.metrics.overhead import METRICS

    found = _CONDITION.fullmatch(text)
    if found is None:
        raise SimError(
            f"{text!r} is no condition",
            where="--fail-if",
            suggestion="write it like 'traced.latency_p99_ns > +5%': ARM.METRIC, one of "
            "> >= < <=, and a difference in the metric's unit or in % of A",
        )
    if found["metric"] not in METRICS:
        raise SimError(
            f"there is no metric {found['metric']!r}",
            where=f"--fail-if {text!r}",
            reason=f"metrics: {', '.join(METRICS)}",
            suggestion=nearest(found["metric"], METRICS),
        )
    value = float(found["value"])
    is_percent = bool(found["percent"])
    return Condition(text.strip(), found["arm"], found["metric"], found["op"], value, is_percent)


def compare(
    a: Annotated[Path, typer.Argument(metavar="A", help="A run directory, the base.")],
    b: Annotated[Path, typer.Argument(metavar="B", help="The run compared with it.")],
    show_all: Annotated[
        bool, typer.Option("--all", help="Show figures that are the same as well.")
    ] = False,
    fail_if: Annotated[
        list[str] | None,
        typer.Option(metavar="COND", help="Exit with 1 if so: 'traced.latency_p99_ns > +5%'."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print the figures as CSV.")] = False,
) -> None:
    """Compare two runs: in what their inputs differ, and what that changed."""
    conditions = [parse_condition(text) for text in fail_if or ()]
    if as_json and as_csv:
        raise SimError("--json and --csv exclude each other", where="the command line")
    import analysis
    from analysis.compare import df_compare
    from sim.record.reader import check_digests
    from sim.run.differences import input_differences, shared_draws

    digests = [check_digests(folder) for folder in (a, b)]
    differences, draws = input_differences(a, b), shared_draws(a, b)
    runs = analysis.load(a, verify=False), analysis.load(b, verify=False)
    comparison = df_compare(*runs, is_paired=draws.is_paired)
    failed = [one.text for one in conditions if one.holds(comparison)]
    if as_json:
        print_json(_data(runs, digests, differences, draws, comparison, show_all, failed))
    elif as_csv:
        _print_csv(comparison, show_all)
    else:
        with stdout_console() as console:
            _print(console, runs, digests, differences, draws, comparison, show_all)
    for text in failed:
        print(f"bpfsim: condition holds: {text}", file=sys.stderr)
    if failed:
        raise typer.Exit(EXIT_NO)


def _method(draws: Draws, runs: tuple[Run, Run]) -> str:
    numbers = [len(run.replications) for run in runs]
    if draws.is_paired:
        nr = min(numbers)
        of = "one replication, so there is no interval" if nr == 1 else f"{nr} replications"
        return f"Paired by replication ({draws.why}): {of}."
    of = f"{numbers[0]} and {numbers[1]} replications"
    few = "; one replication has no interval" if min(numbers) == 1 else ""
    return f"Compared by Welch's method ({draws.why}): {of}{few}."


def _print(
    console: Console,
    runs: tuple[Run, Run],
    digests: Sequence[str],
    differences: Sequence[Difference],
    draws: Draws,
    comparison: pd.DataFrame,
    show_all: bool,
) -> None:
    from rich.text import Text

    from analysis.compare import arms_of_one
    from analysis.compare_text import print_rows
    from analysis.stats.interval import CONFIDENCE

    for name, run in zip("AB", runs, strict=True):
        console.print(Text(f"{name}: {run.path}"), soft_wrap=True)
    for one in differences:
        console.print(Text(f"  {one.what}: {one.a} → {one.b}"), soft_wrap=True)
    if not differences:
        console.print(Text("  The inputs are the same."))
    if digests[0] == digests[1]:
        console.print(Text(f"  The results are identical: digest {digests[0]}"), soft_wrap=True)
    for name, only in zip("AB", arms_of_one(*runs), strict=True):
        if only:
            console.print(Text(f"  Only {name} has the arm {', '.join(only)}."))
    console.print()
    if digests[0] != digests[1] or show_all:
        print_rows(comparison, console, confidence=CONFIDENCE, show_all=show_all)
        console.print(Text(_method(draws, runs)))


def _records(comparison: pd.DataFrame, show_all: bool) -> list[dict[str, Any]]:
    rows = comparison if show_all else comparison[comparison["is_changed"]]
    found = []
    for row in rows.to_dict("records"):
        clean = {}
        for name, value in row.items():
            is_nan = isinstance(value, float) and math.isnan(value)
            clean[str(name)] = None if is_nan else value
        found.append(clean)
    return found


def _data(
    runs: tuple[Run, Run],
    digests: Sequence[str],
    differences: Sequence[Difference],
    draws: Draws,
    comparison: pd.DataFrame,
    show_all: bool,
    failed: Sequence[str],
) -> dict[str, Any]:
    from analysis.compare import arms_of_one
    from analysis.stats.interval import CONFIDENCE

    only = arms_of_one(*runs)
    return {
        "a": {"run_dir": str(runs[0].path), "digest": digests[0], "only_arms": only[0]},
        "b": {"run_dir": str(runs[1].path), "digest": digests[1], "only_arms": only[1]},
        "inputs": [vars(one) for one in differences],
        "is_paired": draws.is_paired,
        "draws": draws.why,
        "confidence": CONFIDENCE,
        "figures": _records(comparison, show_all),
        "failed_conditions": list(failed),
    }


def _print_csv(comparison: pd.DataFrame, show_all: bool) -> None:
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(comparison.columns)
    for row in _records(comparison, show_all):
        out.writerow("" if value is None else value for value in row.values())
