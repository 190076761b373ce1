"""A small scenario for tests of the schema, the run directory and the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

__all__ = ["SMALL", "TUTORIAL", "small_file"]

TUTORIAL = Path(__file__).resolve().parent.parent / "scenarios" / "tutorial"

SMALL = """\
schema: 1
name: small
question: What does tracing every open cost?
machine:
  kernel: "6.1"
  cpus: 4
  memory: 1 GiB
  devices:
    sda: {service: {dist: exponential, mean: 80 us}}
workloads:
  - name: web
    arrivals: {kind: closed, clients: 8, think: {dist: exponential, mean: 500 us}}
    files: {count: 400, pattern: "/srv/page-{:04d}.html", missing_frac: 0.05}
    request:
      - user: 15 us
      - openat: {}
      - read: {bytes: 4096, repeat: 2, miss_frac: 10%}
      - close: {}
      - lock: {name: stats, hold: 2 us}
arms:
  - name: untraced
  - name: traced
    tracers:
      - name: opensnoop
        object: 01-opensnoop.bpf.o
        globals: {targ_tgid: 0}
        maps: {events: {max_entries: 64 KiB}}
        reader: {map: events, affinity: [3], cpu_quota: 50%}
        decode: {record: open_record}
warmup: 1 ms
stop: {time: 20 ms}
"""


def small_file(folder: Path, text: str = SMALL) -> Path:
    """Write the scenario and its object to *folder*."""
    shutil.copy(TUTORIAL / "01-opensnoop.bpf.o", folder)
    path = folder / "small.yaml"
    path.write_text(text)
    return path
