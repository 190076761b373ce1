"""All memory that a program's step can change, and what the last step changed in it.

**Rule:** a copy is kept beside the live memory; whoever steps asks for the difference after each
step, so the copy is always the state before the next.

**Not modelled:** nothing of the kernel; memory is compared, not watched.
"""

from __future__ import annotations

import ctypes
import hashlib
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.bpf.run_state import RUN_BYTES
from sim.kernel.machine import Machine

__all__ = ["KERNEL", "MAPS", "RUN", "USER", "Change", "Memory"]

RUN, KERNEL, USER, MAPS = "run", "kernel", "user", "maps"
_Bytes = NDArray[np.uint8]


class Change(NamedTuple):
    """Bytes that a step changed.

    Attributes:
        part: Index of the part of memory.
        where: Which memory: `RUN`, `KERNEL`, `USER` or `MAPS`.
        address: The first byte: an offset in the run state or in a map's records, or a simulated
            address.
    """

    part: int
    where: str
    address: int
    before: bytes
    after: bytes


class _Part(NamedTuple):
    where: str
    base: int
    live: _Bytes
    copy: _Bytes


class Memory:
    """The memory of a machine, and the state of one run.

    Args:
        machine: Whose memory.
        run: Host address of the run state.
    """

    def __init__(self, machine: Machine, run: int) -> None:
        self._parts: list[_Part] = []
        self._add(RUN, 0, run, RUN_BYTES)
        for where, region in ((KERNEL, machine.kernel), (USER, machine.user)):
            for start, nr_bytes in region.used_ranges():
                self._add(where, start, region.host(start), nr_bytes)
        for host, nr_bytes in machine.maps.host_ranges():
            self._add(MAPS, 0, host, nr_bytes)

    def _add(self, where: str, base: int, host: int, nr_bytes: int) -> None:
        if nr_bytes:
            live = np.ctypeslib.as_array((ctypes.c_uint8 * nr_bytes).from_address(host))
            self._parts.append(_Part(where, base, live, live.copy()))

    def take_changes(self) -> list[Change]:
        """Return what differs from the copy, in the order of memory, and bring the copy up."""
        found: list[Change] = []
        for number, part in enumerate(self._parts):
            if not np.array_equal(part.live, part.copy):
                found += self._differences(number, part)
        return found

    def _differences(self, number: int, part: _Part) -> Iterable[Change]:
        changed = np.flatnonzero(part.live != part.copy)
        breaks = np.flatnonzero(np.diff(changed) > 1) + 1
        for group in np.split(changed, breaks):
            first, end = int(group[0]), int(group[-1]) + 1
            before, after = part.copy[first:end].tobytes(), part.live[first:end].tobytes()
            part.copy[first:end] = part.live[first:end]
            yield Change(number, part.where, part.base + first, before, after)

    def undo(self, changes: Iterable[Change]) -> None:
        """Put back what was there before *changes*."""
        for change in changes:
            part = self._parts[change.part]
            at = change.address - part.base
            old = np.frombuffer(change.before, np.uint8)
            part.live[at : at + len(old)] = old
            part.copy[at : at + len(old)] = old

    def digest(self) -> str:
        """Return a hash of every byte."""
        total = hashlib.blake2b(digest_size=16)
        for part in self._parts:
            total.update(part.live.data)
        return total.hexdigest()
