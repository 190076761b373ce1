"""A small scenario with a bit of everything, and running it in this process or another."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sim.cost.profile import Profile, load_profile
from sim.run.runner import RunResult, prepare, run_tables
from sim.run.scenario import load_scenario
from tests.scenarios import TUTORIAL

__all__ = ["MIXED", "bpfsim", "mixed_file", "run_file"]

MIXED = """\
schema: 1
name: mixed
machine:
  kernel: "6.1"
  cpus: 3
  memory: 1 GiB
  hz: 1000
  profile: quick.yaml
  devices:
    sda: {channels: 2, service: {dist: exponential, mean: 60 us}}
workloads:
  - name: web
    arrivals: {kind: closed, clients: 4, think: {dist: exponential, mean: 150 us}}
    files: {count: 40, pattern: "/srv/page-{:02d}.html", missing_frac: 0.1}
    request:
      - user: {dist: exponential, mean: 10 us}
      - openat: {}
      - read: {bytes: 4096, repeat: 2, miss_frac: 30%}
      - lock: {name: stats, hold: {dist: uniform, low: 1 us, high: 5 us}}
      - close: {}
  - name: api
    arrivals: {kind: open, rate: 6000/s, workers: 3, backlog: 4}
    files: {count: 4, pattern: "/var/log/api-{}"}
    request:
      - openat: {}
      - write: {bytes: 512}
      - lock: {name: hot, hold: 800 ns, kind: spin}
      - fsync: {}
      - close: {}
      - sleep: {dist: erlang, k: 2, mean: 40 us}
      - getpid: {}
arms:
  - name: untraced
  - name: traced
    tracers:
      - name: opensnoop
        object: 01-opensnoop.bpf.o
        maps: {events: {max_entries: 4 KiB}}
        reader: {nice: 5, cpu_quota: 1%, poll_timeout: 1 ms}
        decode: {record: open_record}
      - name: syscount
        object: 02-syscount.bpf.o
      - name: biolatency
        object: 03-biolatency.bpf.o
        decode: {map: hist, as: log2}
stop: {time: 4 ms}
record: {samples: 100 us}
"""


def mixed_file(
    folder: Path,
    text: str = MIXED,
    profile: Callable[[Profile], Profile] | None = None,
) -> Path:
    """Write a scenario, its objects and its cost profile to *folder*.

    The profile is the shipped one with attaching free and a reader that is too slow, unless
    *profile* makes another of it.
    """
    shipped = load_profile("x86-2020")
    changed = {key: 0 for key in shipped.prices if key.startswith("attach.")}
    changed["reader.decode_record"] = 60_000_000
    made = profile(shipped) if profile else shipped.with_prices(changed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "quick.yaml").write_text(made.to_yaml(), encoding="utf-8")
    for file in TUTORIAL.glob("*.bpf.o"):
        shutil.copy(file, folder)
    path = folder / "mixed.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def run_file(path: Path, out: Path, *overrides: str, **more: Any) -> RunResult:
    """Run a scenario's arms in this process; the tables go to *out*."""
    out.mkdir(parents=True)
    return run_tables(prepare(load_scenario(path, overrides, **more)), out)


def bpfsim(
    *args: str | Path, cwd: Path, env: dict[str, str] | None = None, **more: Any
) -> subprocess.Popen[str]:
    """Start the command line in a process of its own."""
    root = Path(__file__).resolve().parent.parent
    path = os.pathsep.join(filter(None, (str(root), os.environ.get("PYTHONPATH", ""))))
    words: Sequence[str] = [sys.executable, "-m", "sim.cli.main", *map(str, args)]
    return subprocess.Popen(
        words,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": path, "BPFSIM_PLAIN": "0", **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **more,
    )
