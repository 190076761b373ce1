"""Hooks as event sources: a SimPy process waits for the next hit of a hook.

::

    hit = yield machine.hooks["kprobe:vfs_read"].hit()
    print(hit.t_ns, hit.cpu, hit.tid, hit.args["count"])

Names are a kind and a target, as ``attach`` in a scenario has them: ``kprobe:FUNCTION``,
``kretprobe:FUNCTION``, ``tracepoint:CATEGORY:NAME``, ``raw_tp:NAME``, ``fexit:FUNCTION``,
``uprobe:PATH:FUNCTION``. A pattern (``kprobe.multi:vfs_*``) waits for the first of its functions.

**Rule:** waiting costs the simulated machine nothing, and a hook that nobody asks for costs the
simulator nothing. The process goes on at the hit's time, before any other step at that time.
Ask for a hook before the machine runs: a CPU walks past a site that nobody has asked for ahead
of its time, so the first wait in mid-run may miss the hit that is under way. A hook that has been
asked for is stepped on until it is closed.

**Not modelled:** nothing; no kernel has such waiters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sim.base.memory import load64, store64
from sim.engine.environment import Environment, Event
from sim.engine.state import H_NOW, H_TRAP_A, H_TRAP_B, H_TRAP_C, TRAP_HIT
from sim.hooks.hit_args import Value, args_of
from sim.hooks.kinds import parse_target
from sim.hooks.target import Target, check_target, expand
from sim.kernel import layout as k
from sim.kernel.machine import Machine
from sim.kernel.sites import SYS_ENTER, SYS_EXIT, Site

__all__ = ["Hit", "HookEvents", "HookSource"]

_OF_RETURNS = ("kretprobe", "kretsyscall", "kretprobe.multi", "fexit", "uretprobe")
_OF_BOTH = ("kprobe.session",)


@dataclass(frozen=True)
class Hit:
    """A hit of a hook.

    Attributes:
        t_ns: When.
        cpu: Where.
        tid: Thread that was current, 0 for idle.
        tgid: Its process.
        ret: Return value, for a function's return and a system call's exit.
        args: The hook's arguments by name: numbers as int64, strings as text.
        site: The function, or the tracepoint, that was hit.
        is_return: Whether a function returns.
    """

    t_ns: int
    cpu: int
    tid: int
    tgid: int
    ret: int
    args: Mapping[str, Value]
    site: str = ""
    is_return: bool = False


@dataclass(frozen=True)
class _Waiter:
    """Who waits for the first hit at one of some sites."""

    event: Event
    target: Target
    sites: tuple[Site, ...]


class HookSource:
    """One hook of a machine, to wait on.

    Args:
        events: The machine's hooks.
        target: What it is.
        sites: Where it is.
    """

    def __init__(self, events: HookEvents, target: Target, sites: tuple[Site, ...]) -> None:
        self._events = events
        self._target = target
        self._sites = sites

    def hit(self) -> Event:
        """Return an event that the hook's next hit triggers; its value is a `Hit`."""
        return self._events.wait(self._target, self._sites)

    def close(self) -> None:
        """Say that nobody will wait for the hook for a while: it costs nothing again."""
        self._events.close(self)

    @property
    def sites(self) -> tuple[Site, ...]:
        """Where its hits are."""
        return self._sites


class HookEvents(Mapping[str, HookSource]):
    """All hooks of a machine by name; making it gives the machine its ``hooks``.

    Args:
        machine: Whose hooks.
        env: Where processes wait.
    """

    def __init__(self, machine: Machine, env: Environment) -> None:
        self._machine = machine
        self._env = env
        self._waiting: dict[int, list[_Waiter]] = {}
        self._sources: dict[str, HookSource] = {}
        machine.hooks = self
        machine.on_trap[TRAP_HIT] = self._on_hit

    def __getitem__(self, name: str) -> HookSource:
        """Return the hook called *name*.

        Raises:
            AttachError: The machine has no such hook; the nearest names are given.
        """
        if name not in self._sources:
            kind, _, text = name.partition(":")
            target = parse_target(kind, text, name)
            config = self._machine.config
            check_target(target, config.kernel, config.preset)
            sites = self._places(target)
            for site in sites:
                self._prepare(site, 1)
            self._sources[name] = HookSource(self, target, sites)
        return self._sources[name]

    def __iter__(self) -> Iterator[str]:
        for name, site in self._machine.sites.by_name.items():
            if site.kind == k.SITE_ENTRY:
                yield f"kprobe:{name}"
                yield f"kretprobe:{name}"
            elif site.kind == k.SITE_USER:
                yield f"uprobe:{name}"
                yield f"uretprobe:{name}"
            elif site.kind in (k.SITE_TRACEPOINT, k.SITE_SYS_ENTER, k.SITE_SYS_EXIT):
                yield f"tracepoint:{name}"

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def close(self, source: HookSource) -> None:
        """Forget a source; who waits for its hook waits on."""
        names = [name for name, one in self._sources.items() if one is source]
        for name in names:
            del self._sources[name]
            for site in source.sites:
                self._prepare(site, -1)

    def _prepare(self, site: Site, nr: int) -> None:
        at = self._machine.sites.record(site.index) + k.S_PREPARED
        store64(at, load64(at) + nr)
        self._machine.sites.refresh(site)

    def _places(self, target: Target) -> tuple[Site, ...]:
        """Return the sites at which a target's programs would run."""
        sites = self._machine.sites
        found = {}
        for part in expand(target, sites.by_name):
            site = sites.find(part.site)
            back = f"{part.site}%return"
            if target.kind in _OF_BOTH:
                found[site.name] = site
            found |= (
                {back: sites.find(back)}
                if target.kind in (*_OF_RETURNS, *_OF_BOTH)
                else {site.name: site}
            )
        return tuple(found.values())

    def wait(self, target: Target, sites: tuple[Site, ...]) -> Event:
        """Let an event wait for the next hit of *target*, at one of its sites."""
        waiter = _Waiter(self._env.event(), target, sites)
        for site in sites:
            self._waiting.setdefault(site.index, []).append(waiter)
            self._set_waiters(site)
        return waiter.event

    def _set_waiters(self, site: Site) -> None:
        sites = self._machine.sites
        store64(sites.record(site.index) + k.S_WAITERS, int(bool(self._waiting.get(site.index))))
        if site.kind == k.SITE_INSIDE:
            sites.trace(site)
        sites.refresh(site)

    def _on_hit(self) -> None:
        """Trigger everybody who waited for the hit that the engine stopped for."""
        machine = self._machine
        index, x = machine.get(H_TRAP_A), machine.get(H_TRAP_C)
        for waiter in list(self._waiting.get(index, ())):
            site = next(one for one in waiter.sites if one.index == index)
            if self._concerns(waiter.target, site, x):
                waiter.event.succeed(self._hit(x, waiter.target, site))
                for one in waiter.sites:
                    self._waiting[one.index].remove(waiter)
                    self._set_waiters(one)

    def _concerns(self, target: Target, site: Site, x: int) -> bool:
        """Say whether a hit gets past a system call tracepoint's filter, or a uprobe's."""
        if target.nr < 0:
            return True
        if site.name in (SYS_ENTER, SYS_EXIT):
            return target.nr == load64(x + k.V_NR)
        task = self._task()
        return task != 0 and target.nr == load64(task + k.T_TGID)

    def _task(self) -> int:
        return load64(self._machine.cpu(self._machine.get(H_TRAP_B)) + k.C_TASK)

    def _hit(self, x: int, target: Target, site: Site) -> Hit:
        task = self._task()
        return Hit(
            self._machine.get(H_NOW),
            self._machine.get(H_TRAP_B),
            load64(task + k.T_PID) if task else 0,
            load64(task + k.T_TGID) if task else 0,
            load64(x + k.V_RET),
            args_of(self._machine, target, site, x, task),
            site.name.partition("%")[0],
            site.name.endswith("%return"),
        )
