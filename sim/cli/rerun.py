"""``bpfsim rerun``: run what a run directory recorded again, and compare the digests.

A run that never ended has no digest to compare with; it is run again into a directory beside
it.

**Rule:** the directory given is only read. What was edited in it, results or copies of inputs,
is said before anything is run.

**Not modelled:** finding the first row that differs; the tables that differ are named.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sim.cli.errors import EXIT_NO
from sim.cli.output import print_json
from sim.cli.run import engine_overrides

if TYPE_CHECKING:
    from sim.run.outdir import RunDir
    from sim.run.schema import Scenario

__all__ = ["rerun"]


def rerun(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A run directory.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Keep the second run here.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Run as ordinary Python, uncompiled; slow.")
    ] = False,
    engine: Annotated[
        str | None,
        typer.Option(metavar="jit|interp", help="What runs the programs; same results."),
    ] = None,
    engine_sources: Annotated[
        str | None,
        typer.Option(metavar="path|simpy", help="Where event sources live; same results."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Run a recorded scenario again and compare the results."""
    if plain:
        os.environ["BPFSIM_PLAIN"] = "1"
    from sim.run.outdir import RunDir, next_free, read_state
    from sim.run.scenario import load_scenario

    state = _checked_state(folder, read_state(folder))
    _check_copies(folder, state)
    overrides = engine_overrides(engine, engine_sources)
    loaded = load_scenario(folder / "scenario.yaml", overrides)
    if state != "complete":
        if not as_json:
            print(f"{folder} is {state}: it has no result to compare with")
        target = out or next_free(folder)
        digest = _simulate(loaded, RunDir(target), quiet)
        if as_json:
            print_json({"state": state, "digest": digest, "run_dir": str(target)})
        else:
            print(f"digest {digest}\nrun directory {target}")
        return
    stored = _checked_results(folder)
    with tempfile.TemporaryDirectory(prefix="bpfsim-rerun-") as scratch:
        target = out or Path(scratch) / "run"
        digest = _simulate(loaded, RunDir(target), quiet)
        found = _compare(folder, target, stored, digest)
    if as_json:
        print_json({"state": state, **found, "run_dir": str(out) if out else None})
    else:
        _say(found)
    if not found["is_identical"]:
        raise typer.Exit(EXIT_NO)


def _checked_state(folder: Path, state: str) -> str:
    from sim.base.errors import ResultsError

    if not state or not (folder / "scenario.yaml").is_file():
        raise ResultsError(
            "this is no run directory",
            where=str(folder),
            reason="it has no status.json" if not state else "it has no scenario.yaml",
            suggestion="name the directory that `bpfsim run` printed at its end",
        )
    return state


def _simulate(scenario: Scenario, run_dir: RunDir, quiet: bool) -> str:
    from sim.cli.run import simulate

    run_dir.check()
    return simulate(scenario, run_dir, quiet=quiet)


def _check_copies(folder: Path, state: str) -> None:
    """Refuse to run again what is not what was run; without a manifest nobody can tell."""
    from sim.run.inputs import check_inputs
    from sim.run.manifest import read_manifest

    if state == "complete":
        check_inputs(folder, read_manifest(folder)["stored"])


def _checked_results(folder: Path) -> str:
    """Return the digest of what lies on disk, which is also what all files claim it to be."""
    from sim.record.reader import check_digests

    return check_digests(folder)


def _compare(folder: Path, again: Path, stored: str, digest: str) -> dict[str, Any]:
    from sim.run.manifest import read_manifest

    before, after = read_manifest(folder), read_manifest(again)
    tables = before["results"]["tables"], after["results"]["tables"]
    names = sorted({*tables[0], *tables[1]})
    software = {
        name: [version, after["software"].get(name)]
        for name, version in before["software"].items()
        if after["software"].get(name) != version
    }
    return {
        "is_identical": stored == digest,
        "digest": digest,
        "recorded_digest": stored,
        "tables": [n for n in names if tables[0].get(n) != tables[1].get(n)],
        "software": software,
    }


def _say(found: dict[str, Any]) -> None:
    if found["is_identical"]:
        print(f"identical: digest {found['digest']}")
        return
    print(f"different: digest {found['recorded_digest']} became {found['digest']}")
    print(f"  tables: {', '.join(found['tables'])}")
    for name, (version, now) in found["software"].items():
        print(f"  {name}: {version} became {now}")
