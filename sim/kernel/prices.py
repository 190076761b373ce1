"""The machine's price table: price keys by number, and how often each was paid.

**Rule:** a price gets its number when it is first asked for; `use` tells what the run paid.

**Not modelled:** variation per hit (a price is the same for every hit of a replication).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sim.base.errors import InternalError
from sim.base.memory import load64, store64
from sim.bpf.run_state import COUNTS
from sim.engine.state import H_PRICES, H_PROG_PRICES
from sim.kernel import layout as k
from sim.kernel.segment import PRICE_BYTES

if TYPE_CHECKING:
    from sim.kernel.machine import Machine

__all__ = ["Prices", "class_activity"]

MAX_PRICES = 4096
_CLASS_ACTIVITY = {
    "prog": k.ACT_PROGRAM,
    "helper": k.ACT_HELPER,
    "map": k.ACT_MAP,
    "cache": k.ACT_MAP,
    "ringbuf": k.ACT_RINGBUF,
    "perfbuf": k.ACT_RINGBUF,
}
#: What is counted in parts: 64ths of a full map, tenths of the way between neighbours.
_PARTS = {"map.hash_fullness": 64, "ringbuf.line_transfer": 10}


def class_activity(key: str) -> int:
    """Return the activity that a class of what programs count is charged to."""
    if key == "map.lock_wait":
        return k.ACT_LOCK_WAIT
    return _CLASS_ACTIVITY[key.partition(".")[0]]


class Prices:
    """The prices of a machine.

    Args:
        machine: Whose table this is; its config says what a key costs.
    """

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._numbers: dict[str, int] = {}
        self._table = machine.alloc(MAX_PRICES * PRICE_BYTES)
        self._programs = machine.alloc(k.PROG_PRICES_BYTES)
        machine.put(H_PRICES, self._table)
        machine.put(H_PROG_PRICES, self._programs)
        for i, key in enumerate(COUNTS):
            store64(self._programs + 8 * i, self._part_ps(key))

    @property
    def program_vector(self) -> int:
        """Host address of the prices of what programs count."""
        return self._programs

    def _part_ps(self, key: str) -> int:
        parts = _PARTS.get(key, 1)
        return (self._machine.config.price_ps(key) + parts // 2) // parts

    def index(self, key: str) -> int:
        """Return the number of a price."""
        if key not in self._numbers:
            if len(self._numbers) >= MAX_PRICES:
                raise InternalError(f"more than {MAX_PRICES} prices on one machine")
            number = len(self._numbers)
            self._numbers[key] = number
            row = self._table + PRICE_BYTES * number
            store64(row, self._part_ps(key))
        return self._numbers[key]

    def use(self) -> Iterator[tuple[str, int, int]]:
        """Yield (key, how often it was paid, ps paid in all), without those never paid."""
        for key, number in self._numbers.items():
            row = self._table + PRICE_BYTES * number
            if load64(row + 8):
                yield key, load64(row + 8), load64(row) * load64(row + 8)
        for i, key in enumerate(COUNTS):
            times = load64(self._programs + k.PROG_PRICE_USED + 8 * i)
            if times:
                yield key, times, load64(self._programs + 8 * i) * times
