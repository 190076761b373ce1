"""The report of a very large run: how long it takes to write and to open, and how large it is.

A client opens and closes files without pause, and the first tutorial's tracer sends a record for
every open, until ten million records are in the tables. Opening is Chromium's own figure, from the
start of navigation to the end of loading (skipped without a browser).

    python -m tests.bench.report [--records N] [--keep DIR]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import analysis
from analysis.plots.charts import draw_charts
from analysis.report import write_report
from sim.run.api import run_file
from tests.browser import chromium, text_of_probe
from tests.scenarios import TUTORIAL

__all__ = ["main"]

OPENS = 100  # of a request
STEPS = "      - openat: {}\n      - close: {}\n" * OPENS
SCENARIO = f"""\
schema: 1
name: large
question: How large does the report of a very large run get?
machine: {{kernel: "6.1", cpus: 4}}
workloads:
  - name: opener
    uid: 0
    arrivals: {{kind: closed, clients: 1, think: {{dist: exponential, mean: 1 us}}}}
    files: {{count: 400, pattern: "/srv/www/page-{{:04d}}.html", missing_frac: 5%}}
    affinity: [0]
    request:
{STEPS}arms:
  - name: untraced
  - name: traced
    tracers:
      - name: opensnoop
        object: {TUTORIAL / "01-opensnoop.bpf.o"}
        reader: {{affinity: [3]}}
        maps: {{events: {{max_entries: 64 MiB}}}}
        decode: {{record: open_record}}
warmup: 50 ms
stop: {{requests: 100}}
"""
MAX_BYTES = 5_000_000
MAX_OPEN_S = 3.0
_LOADED = (
    "(() => {const p = document.getElementById('it').contentWindow.performance;"
    "return p.getEntriesByType('navigation')[0].loadEventEnd})()"
)


def _measure(folder: Path, nr_records: int) -> bool:
    """Simulate, write, open; print each figure, and return whether the goals are met."""
    path = folder / "large.yaml"
    path.write_text(SCENARIO, encoding="utf-8")
    began_s = time.perf_counter()
    run_dir = run_file(path, folder / "run", {"stop.requests": -(-nr_records // OPENS)}, force=True)
    print(f"simulated in    {time.perf_counter() - began_s:8.1f} s")
    run = analysis.load(run_dir, verify=False)
    print(f"records         {run.table('records', 'bench').nr_rows:10,}")
    began_s = time.perf_counter()
    page = write_report(run, folder / "report.html", draw_charts(run, with_png=False))
    print(f"report written  {time.perf_counter() - began_s:8.1f} s")
    size = page.stat().st_size
    print(f"report          {size:10,} bytes (goal: below {MAX_BYTES:,})")
    if chromium() is None:
        print("not opened: no Chromium")
        return size < MAX_BYTES
    open_s = text_of_probe(page, folder, 1280, _LOADED) / 1000
    print(f"opened in       {open_s:8.2f} s (goal: below {MAX_OPEN_S:g} s)")
    return size < MAX_BYTES and open_s < MAX_OPEN_S


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.report", description=__doc__)
    parser.add_argument("--records", type=int, default=10_000_000)
    parser.add_argument("--keep", type=Path, help="work here, and leave everything")
    given = parser.parse_args()
    if given.keep is not None:
        given.keep.mkdir(parents=True, exist_ok=True)
        return int(not _measure(given.keep, given.records))
    with tempfile.TemporaryDirectory(prefix="bpfsim-bench-") as folder:
        return int(not _measure(Path(folder), given.records))


if __name__ == "__main__":
    sys.exit(main())
