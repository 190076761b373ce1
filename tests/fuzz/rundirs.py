"""Run directories edited by hand, cut off, or put together from pieces.

One file of a small run is changed; then the run is loaded, every frame is made of it, and its
digests, manifest, state and copies of inputs are checked.

**Rule:** what `analysis.load` lets in gives the frames of the original, to the last value; a
changed byte of a column is never let in.

**Not modelled:** several changed files at once.
"""

from __future__ import annotations

import functools
import io
import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

import analysis
from analysis.histogram import log2_histograms
from sim.base.errors import SimError
from sim.record.example import write_example
from sim.record.reader import check_digests
from sim.run.inputs import check_inputs, store_inputs
from sim.run.manifest import WallClock, read_manifest, write_manifest
from sim.run.objects import prepare_objects
from sim.run.outdir import read_state
from sim.run.prices import scenario_profile
from sim.run.scenario import load_scenario
from tests.fuzz.campaign import scratch_folder
from tests.fuzz.draw import Draw, mutate_bytes
from tests.scenarios import small_file

__all__ = ["FRAMES", "exercise_rundir", "frames_of", "make_rundir", "write_run"]

# without those that follow one item through a trace, which these runs do not have
FRAMES = tuple(
    name
    for name in dir(analysis.Run)
    if name.startswith("df_") and name not in ("df_follow", "df_lost")
)
_STATES = {"", "running", "complete", "interrupted", "failed", "incomplete"}
_JSON_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2, 99, 1 << 31, 1 << 40, 1 << 63, 10**30, 0.5, 1e308),
    *(
        "",
        "x",
        "complete",
        "running",
        "int64",
        "category",
        "\0",
        "é",
        [],
        {},
        [[]],
        ["x"],
        {"a": 1},
    ),
    *(float("nan"), float("inf"), [1, 2], "0" * 64),
)

Outcome = list[tuple[str, SimError]]


def write_run(folder: Path) -> None:
    """Write a small run as the runner does, with made-up tables."""
    with tempfile.TemporaryDirectory(prefix="bpfsim-fuzz-") as beside:
        scenario = load_scenario(small_file(Path(beside)))
        prepared, profile = prepare_objects(scenario), scenario_profile(scenario)
        store_inputs(folder, scenario, prepared, profile)
    write_example(folder)
    digest = check_digests(folder)
    tables = {}
    for path in sorted((folder / "tables").iterdir()):
        tables[path.name] = _table_digest(path)
    write_manifest(
        folder,
        scenario,
        prepared,
        profile,
        kernel_release="6.1.192",
        digest=digest,
        table_digests=tables,
        engine={},
        wall=WallClock(),
    )
    (folder / "status.json").write_text(json.dumps({"state": "complete", "digest": digest}))


def _table_digest(folder: Path) -> str:
    from sim.record.digest import result_digest

    head = json.loads((folder / "schema.json").read_text(encoding="utf-8"))
    return result_digest({folder.name: {c["name"]: c["sha256"] for c in head["columns"]}})


@functools.cache
def _original() -> tuple[Path, tuple[str, ...], dict[str, pd.DataFrame]]:
    """Return the run's directory, its files, and its frames."""
    folder = scratch_folder()
    write_run(folder)
    files = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    return folder, tuple(files), frames_of(analysis.load(folder))


def frames_of(run: analysis.Run) -> dict[str, pd.DataFrame]:
    """Return everything that can be asked of a run, as frames."""
    frames = {name: getattr(run, name)() for name in FRAMES}
    return {**frames, "histograms": pd.DataFrame(log2_histograms(run))}


# --- mutations ------------------------------------------------------------------------------------
def _bytes(draw: Draw, old: bytes) -> bytes:
    data = bytearray(old)
    for _ in range(draw.choice((1, 1, 2, 5))):
        mutate_bytes(draw, data)
    return bytes(data)


def _cut(draw: Draw, old: bytes) -> bytes:
    return old[: draw.choice((0, 1, 10, 127, 128, len(old) // 2, max(0, len(old) - 1)))]


def _other_file(draw: Draw, old: bytes) -> bytes:
    folder, files, _ = _original()
    return (folder / draw.choice(files)).read_bytes()


def _json(draw: Draw, old: bytes) -> bytes:
    """Change a value somewhere in a JSON file; other files get one."""
    try:
        data = json.loads(old)
    except ValueError:
        return json.dumps(draw.choice(_JSON_VALUES)).encode()
    at, places = data, []
    while isinstance(at, dict | list) and at:
        key = draw.choice(list(at)) if isinstance(at, dict) else draw.randrange(len(at))
        places.append((at, key))
        at = at[key]
    if places:
        container, key = draw.choice(places)
        how = draw.randrange(6)
        if how == 0:
            del container[key]
        elif how == 1 and isinstance(container, list):
            container.append(container[key])
        elif how == 2 and isinstance(container, dict):
            container[f"{key}s"] = container.pop(key)
        elif how == 3 and type(container[key]) is int:
            container[key] += draw.choice((-1, 1, 1 << 20, -(1 << 40)))
        else:
            container[key] = draw.choice(_JSON_VALUES)
    return json.dumps(data).encode()


def _deep(draw: Draw, old: bytes) -> bytes:
    return draw.choice((b"[", b'{"a":')) * draw.choice((500, 100_000))


def _column(draw: Draw, old: bytes) -> bytes:
    """Write another array in place of a column."""
    nr = max(0, len(old) - 128) // 8
    arrays: list[np.ndarray[Any, Any]] = [
        *(np.zeros(nr, "<i8"), np.zeros(nr, ">i8"), np.zeros(nr, "<f8"), np.zeros((nr, 1), "<i8")),
        *(np.zeros(nr, "<i4"), np.zeros(0, "<i8"), np.array(5), np.full(nr, -1, "<i4")),
        np.array([{"a": "pickled"}] * 3, dtype=object),
    ]
    out = io.BytesIO()
    np.save(out, draw.choice(arrays), allow_pickle=True)
    return out.getvalue()


def _archive(draw: Draw, old: bytes) -> bytes:
    out = io.BytesIO()
    np.savez(out, a=np.zeros(3))
    return out.getvalue()


_MUTATIONS: tuple[tuple[Callable[[Draw, bytes], bytes], int], ...] = (
    *((_bytes, 8), (_cut, 3), (_other_file, 2), (_json, 6), (_deep, 1), (_column, 3)),
    (_archive, 1),
)


def make_rundir(seed: int, index: int) -> tuple[str, bytes]:
    """Return which file of the run was changed and how, and its new bytes."""
    draw = Draw(f"rundir/{seed}/{index}")
    folder, files, _ = _original()
    wanted = draw.choice((".npy", "schema.json", "status.json", "manifest.json", ""))
    name = draw.choice([file for file in files if file.endswith(wanted)])
    weights = [weight for _, weight in _MUTATIONS]
    mutate = draw.choices([f for f, _ in _MUTATIONS], weights)[0]
    how = draw.choice(("gone", "folder", *["changed"] * 18))
    return f"{how} {name}", mutate(draw, (folder / name).read_bytes())


def exercise_rundir(origin: str, data: bytes) -> Outcome:
    """Change one file of the run, read everything, and put the file back."""
    folder, _, _ = _original()
    how, _, name = origin.partition(" ")
    file = folder / name
    before = file.read_bytes()
    try:
        if how == "changed":
            file.write_bytes(data)
        else:
            file.unlink()
        if how == "folder":
            file.mkdir()
        is_changed = how != "changed" or data != before
        return _read_all(folder, is_changed and name.endswith(".npy"))
    finally:
        if file.is_dir():
            shutil.rmtree(file)
        file.write_bytes(before)


def _read_all(folder: Path, is_column_changed: bool) -> Outcome:
    errors: Outcome = []

    def attempt(step: str, action: Callable[[], object]) -> None:
        try:
            action()
        except SimError as error:
            assert len(str(error)) < 3000, f"a message of {len(str(error))} characters"
            errors.append((step, error))

    attempt("load", lambda: _load_and_compare(folder))
    attempt("digests", lambda: check_digests(folder))
    attempt("inputs", lambda: check_inputs(folder, read_manifest(folder)["stored"]))
    assert read_state(folder) in _STATES
    if is_column_changed:
        assert {"load", "digests"} <= {step for step, _ in errors}, "a changed column is let in"
    return errors


def _load_and_compare(folder: Path) -> None:
    frames = frames_of(analysis.load(folder))
    for name, expected in _original()[2].items():
        pd.testing.assert_frame_equal(frames[name], expected)
