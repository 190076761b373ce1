"""Helpers that tell the time, and a random number (kernel/bpf/helpers.c).

**Rule:** all clocks go with CLOCK_MONOTONIC: the machine never sleeps, and was booted at
`BOOT_REALTIME_NS`. A random number depends on the seed, the CPU, the run's time and how many were
drawn at that time; nothing else changes it.

**Not modelled:** the ticks' jitter: jiffies turn over at their exact times; adjustments of clocks.
"""

from __future__ import annotations

from sim.base.memory import load64, store64
from sim.base.threefry import threefry2x64
from sim.bpf.helpers.table import helper
from sim.bpf.run_state import (
    COUNTS,
    R_CPU,
    R_DRAWN_NS,
    R_DRAWS,
    R_JIFFY_NS,
    R_NOW,
    R_SEED,
    count,
    priced_ps,
)

__all__ = ["BOOT_REALTIME_NS", "TAI_OFFSET_NS"]

#: 2024-01-01 00:00:00 UTC, when every simulated machine was booted.
BOOT_REALTIME_NS = 1_704_067_200_000_000_000
#: TAI is ahead of UTC by this.
TAI_OFFSET_NS = 37_000_000_000
_JIFFIES_BEFORE_WRAP_S = 300  # jiffies start five minutes before their 32 bits are used up
_RANDOM = 0x6E617270  # tells these draws from all others of the seed

_CALL = COUNTS.index("helper.call")
_KTIME = COUNTS.index("helper.ktime_get_ns")
_JIFFIES = COUNTS.index("helper.jiffies64")
_PRANDOM = COUNTS.index("helper.get_prandom_u32")


@helper(7, "bpf_get_prandom_u32", 0)
def get_prandom_u32(run: int) -> int:
    """``u32 bpf_get_prandom_u32(void)``: a random number."""
    count(run, _CALL, 1)
    count(run, _PRANDOM, 1)
    now = load64(run + R_NOW)
    if load64(run + R_DRAWN_NS) != now:
        store64(run + R_DRAWN_NS, now)
        store64(run + R_DRAWS, 0)
    nr = load64(run + R_DRAWS)
    store64(run + R_DRAWS, nr + 1)
    item = load64(run + R_CPU) << 32 | nr
    return threefry2x64(load64(run + R_SEED), _RANDOM, now, item) & 0xFFFFFFFF


@helper(118, "bpf_jiffies64", 0)
def jiffies64(run: int) -> int:
    """``u64 bpf_jiffies64(void)``: ticks."""
    count(run, _CALL, 1)
    count(run, _JIFFIES, 1)
    jiffy = load64(run + R_JIFFY_NS)
    start = (1 << 32) - _JIFFIES_BEFORE_WRAP_S * (1_000_000_000 // jiffy)
    return start + load64(run + R_NOW) // jiffy


@helper(125, "bpf_ktime_get_boot_ns", 0, reads_counts=True)
def ktime_get_boot_ns(run: int) -> int:
    """``u64 bpf_ktime_get_boot_ns(void)``: nanoseconds since boot."""
    count(run, _CALL, 1)
    count(run, _KTIME, 1)
    return load64(run + R_NOW) + priced_ps(run) // 1000


@helper(208, "bpf_ktime_get_tai_ns", 0, reads_counts=True)
def ktime_get_tai_ns(run: int) -> int:
    """``u64 bpf_ktime_get_tai_ns(void)``: nanoseconds of CLOCK_TAI."""
    count(run, _CALL, 1)
    count(run, _KTIME, 1)
    now = load64(run + R_NOW) + priced_ps(run) // 1000
    return now + BOOT_REALTIME_NS + TAI_OFFSET_NS
