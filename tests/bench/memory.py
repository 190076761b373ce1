"""Memory of a run: ten million recorded rows, and runs that record nothing, short and long.

Each run is a process of its own; what is printed is its peak resident memory. Without records it
must not grow with virtual time; with them, rows go to disk as they come.

    python -m tests.bench.memory [--records N] [--virtual MS]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.report import OPENS, SCENARIO

__all__ = ["main"]

MAX_MIB = 600
MAX_GROWTH = 1.05


def _peak_mib(scenario: Path, folder: Path, *changes: str) -> tuple[float, float]:
    """Run a scenario; return its peak memory in MiB and how long it took, s."""
    options = [word for change in changes for word in ("--set", change)]
    command = [sys.executable, "-m", "sim.cli.main", "run", str(scenario), "--out", str(folder)]
    began_s = time.perf_counter()
    process = subprocess.Popen([*command, "--quiet", "--no-report", *options])
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"{scenario} ended with {process.returncode}"
    return usage.ru_maxrss / 1024, time.perf_counter() - began_s


def _nothing_recorded(text: str) -> str:
    """Return the scenario without rows for records and samples, stopped by time."""
    # a ring that is touched all over at once: pages count when they are first written
    text = text.replace("64 MiB", "256 KiB").replace("stop: {requests: 100}", "stop: {time: 10 ms}")
    return text + "record: {records: false, samples: 0 ns}\n"


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.memory", description=__doc__)
    parser.add_argument("--records", type=int, default=10_000_000)
    parser.add_argument("--virtual", type=int, default=2000, help="milliseconds, of the long run")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bpfsim-bench-") as name:
        folder = Path(name)
        full, quiet = folder / "full.yaml", folder / "quiet.yaml"
        full.write_text(SCENARIO, encoding="utf-8")
        quiet.write_text(_nothing_recorded(SCENARIO), encoding="utf-8")
        short, _ = _peak_mib(quiet, folder / "short", f"stop.time={given.virtual // 10} ms")
        long, took_s = _peak_mib(quiet, folder / "long", f"stop.time={given.virtual} ms")
        print(f"nothing recorded {short:8.0f} MiB for {given.virtual // 10} ms of virtual time")
        print(f"                 {long:8.0f} MiB for {given.virtual} ms ({took_s:.0f} s)")
        requests = -(-given.records // OPENS)
        peak, took_s = _peak_mib(full, folder / "full", f"stop.requests={requests}")
        print(f"{given.records:,} records {peak:8.0f} MiB (goal: below {MAX_MIB}; {took_s:.0f} s)")
    return int(peak >= MAX_MIB or long > short * MAX_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
