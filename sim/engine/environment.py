"""Simulated time: SimPy's environment, with machines that take fine steps between its events.

Before SimPy processes its next event, at (time, priority), every machine runs all of its steps
that come before, and none after. A machine that stops earlier (a trap) is handled at its own
time, which may schedule events; then the comparison starts again.

A source whose calendar lives on this side is a SimPy event with the slot's rank as priority; an
event whose slot has got another time meanwhile is stale and does nothing.

**Rule:** this module is the only one that imports SimPy. Time is an integer, ns.

**Not modelled:** nothing of the kernel.
"""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from typing import Any, Protocol

import simpy
from simpy.core import EmptySchedule, StopSimulation

from sim.engine.state import INF

__all__ = ["Environment", "Event", "Machine", "Process"]

Event = simpy.Event
Process = Generator[simpy.Event, Any, Any]

RANK_BITS = 12


class Machine(Protocol):
    """What the environment needs of a machine; it gives the machine its clock."""

    clock: Any  # a function that gives the present time, ns

    def next_key(self) -> int:
        """Return the key of the next step, INF when there is none."""

    def run_before(self, limit_key: int) -> int | None:
        """Run the steps before *limit_key*; return the time of a trap that waits, or None."""

    def handle_trap(self) -> None:
        """Handle the trap that `run_before` announced; the environment is at its time."""

    def rearmed(self) -> list[tuple[int, int]]:
        """Return (slot, key) of the SimPy-side slots whose key changed since last asked."""

    def fire_slot(self, slot: int, key: int) -> None:
        """Let a SimPy-side source act, if *key* is still its key."""


class Environment(simpy.Environment):
    """A SimPy environment that machines step in."""

    def __init__(self) -> None:
        super().__init__(initial_time=0)
        self._machines: list[Machine] = []

    def add_machine(self, machine: Machine) -> None:
        """Let a machine take its steps in this environment."""
        self._machines.append(machine)
        machine.clock = lambda: int(self._now)
        self._rearm(machine)

    def stop(self) -> None:
        """End `run` at the present time, before anything else happens."""
        raise StopSimulation(None)

    def step(self) -> None:
        """Run the machines up to SimPy's next event, then process it."""
        while True:
            limit = self._next_event_key()
            machine, key = self._earliest()
            if machine is None or key >= limit:
                break
            others = min((m.next_key() for m in self._machines if m is not machine), default=INF)
            self._advance(machine, min(limit, others + 1 if others < INF else INF))
        super().step()

    def _next_event_key(self) -> int:
        if not self._queue:
            raise EmptySchedule
        t, priority = self._queue[0][:2]
        return int(t) << RANK_BITS | int(priority)

    def _earliest(self) -> tuple[Machine | None, int]:
        best: Machine | None = None
        least = INF
        for machine in self._machines:
            key = machine.next_key()
            if key < least:
                best, least = machine, key
        return best, least

    def _advance(self, machine: Machine, limit: int) -> None:
        trap_ns = machine.run_before(limit)
        if trap_ns is not None:
            self._now = max(self._now, trap_ns)
            machine.handle_trap()
        self._rearm(machine)

    def _rearm(self, machine: Machine) -> None:
        for slot, key in machine.rearmed():
            if key == INF:
                continue
            event: Any = simpy.Event(self)
            event._ok, event._value = True, None
            event.callbacks.append(partial(self._fire, machine, slot, key))
            priority: Any = key & ((1 << RANK_BITS) - 1)
            self.schedule(event, priority=priority, delay=(key >> RANK_BITS) - self._now)

    def _fire(self, machine: Machine, slot: int, key: int, _event: simpy.Event) -> None:
        machine.fire_slot(slot, key)
        self._rearm(machine)
