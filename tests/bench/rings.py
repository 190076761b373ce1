"""Ring buffer records a second on one core: reserve, submit, consume, with nothing around them.

A compiled loop reserves and submits batches of 16-byte records and consumes them as the kernel's
reader does; beside it, in the same rounds, runs a loop that only adds, so that figures of
different machines can be compared by their ratio. Figures are medians, in CPU time.

    python -m tests.bench.rings [--records N] [--rounds N] [--check]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Sequence

from sim.base.arith import add64
from sim.base.compile import compiled
from sim.base.memory import load32, load64, store64
from sim.base.tally import tally_out
from sim.bpf.maps.create import Maps
from sim.bpf.maps.layout import (
    M_CONSUMER,
    M_DATA_HOST,
    M_DELIVERED,
    M_META,
    M_PRODUCER,
    M_TALLY,
    MapType,
)
from sim.bpf.maps.ringbuf import (
    BUSY_BIT,
    DISCARD_BIT,
    HEADER_BYTES,
    META_BYTES,
    ringbuf_commit,
    ringbuf_reserve,
)
from sim.bpf.region import DIRECT_MAP_BASE, MAP_STRUCT_BASE, VMALLOC_BASE, Region

__all__ = ["main", "records_per_s"]

TARGET_PER_S = 8_000_000
RECORD_BYTES = 16
RING_BYTES = 1 << 16
BATCH = 1000
_MASK = RING_BYTES - 1


@compiled("int64(int64,int64)")
def _consume(ring: int, now_ns: int) -> int:
    """Read every finished record; return the sum of their first words."""
    total = 0
    data = load64(ring + M_DATA_HOST)
    while load64(ring + M_CONSUMER) < load64(ring + M_PRODUCER):
        pos = load64(ring + M_CONSUMER)
        header = load32(data + (pos & _MASK))
        if header & BUSY_BIT:
            break
        length = header & (DISCARD_BIT - 1)
        total = add64(total, load64(data + (pos & _MASK) + HEADER_BYTES))
        meta = load64(ring + M_META) + ((pos & _MASK) >> 3) * META_BYTES
        tally_out(ring + M_TALLY, now_ns, load64(meta))
        store64(ring + M_DELIVERED, load64(ring + M_DELIVERED) + 1)
        store64(ring + M_CONSUMER, pos + ((length + HEADER_BYTES + 7) & -8))
    return total


@compiled("int64(int64,int64)")
def _drive(ring: int, nr_records: int) -> int:
    """Send records through the ring in batches; return the sum of what came out."""
    total = 0
    sent = 0
    data = load64(ring + M_DATA_HOST)
    while sent < nr_records:
        for _ in range(BATCH):
            offset = ringbuf_reserve(ring, RECORD_BYTES, sent, 0)
            if offset < 0:
                return -1
            store64(data + offset, sent)
            ringbuf_commit(ring, offset, 1, 0, sent)
            sent += 1
        total = add64(total, _consume(ring, sent))
    return total


@compiled("int64(int64,int64)")
def _constant(start: int, nr: int) -> int:
    """Do nothing useful *nr* times."""
    total = start
    for i in range(nr):
        total = add64(total ^ i, total >> 7)
    return total


def records_per_s(nr_records: int, rounds: int) -> tuple[float, float]:
    """Return records a second, and turns of the constant loop a second."""
    region = Region(DIRECT_MAP_BASE, MAP_STRUCT_BASE, VMALLOC_BASE)
    maps = Maps(region, 1, 1)
    view = maps.create("ring", MapType.BPF_MAP_TYPE_RINGBUF, 0, 0, RING_BYTES)
    _drive(view.record, BATCH)
    _constant(1, BATCH)
    rates, turns = [], []
    for _ in range(rounds):
        start = time.process_time()
        total = _drive(view.record, nr_records)
        middle = time.process_time()
        _constant(total, nr_records)
        turns.append(nr_records / (time.process_time() - middle))
        rates.append(nr_records / (middle - start))
        if total != nr_records * (nr_records - 1) // 2:
            raise AssertionError("records were lost")
    maps.close()
    region.close()
    return statistics.median(rates), statistics.median(turns)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; with --check return 1 below the target."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--records", type=int, default=10_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    rate, turns = records_per_s(options.records // BATCH * BATCH, options.rounds)
    print(f"{rate / 1e6:.1f} M records/s: reserve, submit, consume, {1e9 / rate:.1f} ns each")
    print(f"{turns / 1e6:.0f} M turns/s of a constant loop; ratio {turns / rate:.1f}")
    return int(options.check and rate < TARGET_PER_S)


if __name__ == "__main__":
    sys.exit(main())
