"""Hooks as event sources: a SimPy process waits for the next hit of a hook.

::

    hit = yield machine.hooks["kprobe:vfs_read"].hit()
    print(hit.t_ns, hit.cpu, hit.tid, hit.args["count"])

Names are a kind and a target, as ``attach`` in a scenario has them: ``kprobe:FUNCTION``,
``kretprobe:FUNCTION``, ``tracepoint:CATEGORY:NAME``.

**Rule:** waiting costs the simulated machine nothing, and a hook that nobody asks for costs the
simulator nothing. The process goes on at the hit's time, before any other step at that time.
Ask for a hook before the machine runs: a CPU walks past a site that nobody has asked for ahead
of its time, so the first wait in mid-run may miss the hit that is under way.

**Not modelled:** nothing; no kernel has such waiters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sim.base.memory import load64, store64
from sim.engine.environment import Environment, Event
from sim.engine.state import H_NOW, H_TRAP_A, H_TRAP_B, H_TRAP_C, TRAP_HIT
from sim.hooks.kinds import parse_target
from sim.hooks.target import Target
from sim.kernel import layout as k
from sim.kernel.machine import Machine
from sim.kernel.sites import Site
from sim.kernel.tracepoints import tracepoint

__all__ = ["Hit", "HookEvents", "HookSource"]


@dataclass(frozen=True)
class Hit:
    """A hit of a hook.

    Attributes:
        t_ns: When.
        cpu: Where.
        tid: Thread that was current, 0 for idle.
        tgid: Its process.
        ret: Return value, for a function's return and a system call's exit.
        args: The hook's arguments by name, as int64.
    """

    t_ns: int
    cpu: int
    tid: int
    tgid: int
    ret: int
    args: Mapping[str, int]


class HookSource:
    """One hook of a machine, to wait on.

    Args:
        events: The machine's hooks.
        target: What it is.
    """

    def __init__(self, events: HookEvents, target: Target) -> None:
        self._events = events
        self._target = target

    def hit(self) -> Event:
        """Return an event that the hook's next hit triggers; its value is a `Hit`."""
        return self._events.wait(self._target)


class HookEvents(Mapping[str, HookSource]):
    """All hooks of a machine by name; making it gives the machine its ``hooks``.

    Args:
        machine: Whose hooks.
        env: Where processes wait.
    """

    def __init__(self, machine: Machine, env: Environment) -> None:
        self._machine = machine
        self._env = env
        self._waiting: dict[int, list[tuple[Target, Event]]] = {}
        machine.hooks = self
        machine.on_trap[TRAP_HIT] = self._on_hit

    def __getitem__(self, name: str) -> HookSource:
        """Return the hook called *name*.

        Raises:
            AttachError: The machine has no such hook; the nearest names are given.
        """
        kind, _, text = name.partition(":")
        target = parse_target(kind, text, name)
        site = self._place(target)
        at = self._machine.sites.record(site.index) + k.S_PREPARED
        store64(at, load64(at) + 1)
        self._machine.sites.refresh(site)
        return HookSource(self, target)

    def __iter__(self) -> Iterator[str]:
        for name, site in self._machine.sites.by_name.items():
            if site.kind == k.SITE_ENTRY:
                yield f"kprobe:{name}"
                yield f"kretprobe:{name}"
            elif site.kind not in (k.SITE_RETURN, k.SITE_INSIDE):
                yield f"tracepoint:{name}"

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _place(self, target: Target) -> Site:
        suffix = "%return" if target.kind == "kretprobe" else ""
        return self._machine.sites.find(target.site + suffix)

    def wait(self, target: Target) -> Event:
        """Let an event wait for the next hit of *target*."""
        site = self._place(target)
        event = self._env.event()
        self._waiting.setdefault(site.index, []).append((target, event))
        self._set_waiters(site, 1)
        return event

    def _set_waiters(self, site: Site, flag: int) -> None:
        sites = self._machine.sites
        store64(sites.record(site.index) + k.S_WAITERS, flag)
        sites.refresh(site)

    def _on_hit(self) -> None:
        """Trigger everybody who waited for the hit that the engine stopped for."""
        machine = self._machine
        index, x = machine.get(H_TRAP_A), machine.get(H_TRAP_C)
        number = load64(x + k.V_NR)
        waiting = self._waiting.pop(index, [])
        kept = [pair for pair in waiting if pair[0].nr not in (-1, number)]
        for target, event in waiting:
            if target.nr in (-1, number):
                event.succeed(self._hit(x, target))
        if kept:
            self._waiting[index] = kept
        else:
            self._set_waiters(self._place(waiting[0][0]), 0)

    def _hit(self, x: int, target: Target) -> Hit:
        machine = self._machine
        cpu = machine.get(H_TRAP_B)
        task = load64(machine.cpu(cpu) + k.C_TASK)
        return Hit(
            machine.get(H_NOW),
            cpu,
            load64(task + k.T_PID) if task else 0,
            load64(task + k.T_TGID) if task else 0,
            load64(x + k.V_RET),
            self._args(x, target),
        )

    def _args(self, x: int, target: Target) -> dict[str, int]:
        values = {}
        for name, offset in self._names(target):
            values[name] = load64(x + offset)
        return values

    def _names(self, target: Target) -> list[tuple[str, int]]:
        """Return the hook's arguments: their names, and where the context has them."""
        site = self._machine.sites.find(target.site)
        if site.kind == k.SITE_ENTRY:
            params: Any = self._machine.types.function_params(site.name) or ()
            names = [name for name, _ctype in params]
            return [(n, row[2]) for n, row in zip(names, site.args, strict=False)]
        if site.kind == k.SITE_SYS_ENTER:
            return [("id", k.V_NR), *((f"arg{i}", k.V_A0 + 8 * i) for i in range(6))]
        if site.kind == k.SITE_SYS_EXIT:
            return [("id", k.V_NR), ("ret", k.V_RET)]
        category, _, event = site.name.partition(":")
        fields = tracepoint(category, event, self._machine.config.kernel).fields
        return [
            (field.name, row[2]) for field in fields for row in site.args if row[0] == field.offset
        ]
