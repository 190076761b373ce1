"""CPUs and what runs on them: time, accounts, interrupts.

A context is a generator: it runs up to a ``yield``, the end of a step, and has then asked for
time to pass (its splits). A CPU's next step comes when its context's time has passed.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import simpy

if TYPE_CHECKING:
    from tests.reference.machine import Reference

__all__ = [
    "IDLE",
    "KERNEL",
    "NOBODY",
    "WORKLOAD",
    "Account",
    "Code",
    "Context",
    "Cpu",
    "Frame",
    "Slot",
    "Task",
]

Account = tuple[str, int]  # activity, owner
Code = Generator[None, None, None]

NOBODY, KERNEL, WORKLOAD = 0, 1, 2
IDLE: Account = ("halted", NOBODY)
TASK_LEVEL, SOFTIRQ_LEVEL, HARDIRQ_LEVEL = 0, 1, 2


class Slot:
    """Something with at most one next time; its rank orders it among equals in time."""

    def __init__(self, env: simpy.Environment, act: Callable[[], None]) -> None:
        self.env = env
        self.act = act
        self.rank = -1
        self.time: int | None = None
        self._event: simpy.Event | None = None

    def at(self, t_ns: int | None) -> None:
        """Act at *t_ns*, instead of whenever it was to be."""
        self.time = t_ns
        self._event = None
        if t_ns is None:
            return
        event = self._event = simpy.Event(self.env)
        event._ok, event._value = True, None
        assert event.callbacks is not None
        event.callbacks.append(self._fire)
        rank: Any = self.rank
        self.env.schedule(event, priority=rank, delay=t_ns - self.env.now)

    def _fire(self, event: simpy.Event) -> None:
        if event is self._event:
            self.time = self._event = None
            self.act()


@dataclass(eq=False)
class Frame:
    """A function being executed, and the kretprobes that hold an instance for this call."""

    function: str
    instances: set[int] = field(default_factory=set)


@dataclass(eq=False)
class Context:
    """Something that executes code."""

    level: int
    acct: Account
    task: Task | None = None
    cpu: Any = None
    code: Code | None = None
    has_acted: bool = False  # in this step
    is_user: bool = False
    carry_ps: int = 0
    splits: list[list[Any]] = field(default_factory=list)
    open: Account | None = None
    interrupted: Context | None = None
    frames: list[Frame] = field(default_factory=list)
    vars: defaultdict[str, Any] = field(default_factory=lambda: defaultdict(int))
    # draws
    stream: Any = None
    item: int = 0
    step: int = 0
    iteration: int = 0


@dataclass(eq=False)
class Task:
    """A task."""

    index: int
    pid: int
    tgid: int
    uid: int
    comm: bytes
    owner: int
    weight: int
    cpus: tuple[int, ...]
    cpu: int
    ctx: Context
    activity: str = "user"
    state: str = "queued"
    vruntime: int = 0
    exec_start: int = 0
    sum_exec: int = 0
    slice_start: int = 0
    client: int = -1
    seq: int = 0
    arrive: int = 0
    start: int = 0
    is_io_done: bool = False
    io_cpu: int = 0
    service: int = 0
    deadline: int | None = None
    quota_ns: int = 0
    quota_left: int = 0
    is_throttled: bool = False
    reader: Any = None


class Cpu:
    """A CPU."""

    def __init__(self, mc: Reference, index: int) -> None:
        self.mc = mc
        self.index = index
        self.slot = Slot(mc.env, self._step)
        self.tick_slot = Slot(mc.env, self._tick_due)
        self.ipi_slot = Slot(mc.env, lambda: self.raise_irq("ipi", None))
        self.idle = Context(TASK_LEVEL, IDLE, cpu=self, open=IDLE)
        self.sched = Context(TASK_LEVEL, ("sched", KERNEL), cpu=self)
        self.softirq = Context(SOFTIRQ_LEVEL, ("irq", KERNEL), cpu=self)
        self.hardirq = Context(HARDIRQ_LEVEL, ("irq", KERNEL), cpu=self)
        self.ctx = self.idle
        self.task: Task | None = None
        self.irq_off = 0
        self.preempt = 0
        # not due; due; sent by another CPU: seen when an interrupt ends, and in user mode
        self.resched: Literal["no", "due", "sent"] = "no"
        self.is_prog_active = False
        self.nr_kprobes_running = 0
        self.irqs: deque[tuple[str, Any]] = deque()
        self.softirqs: deque[Task] = deque()
        self.queue: list[Task] = []
        self.min_vruntime = 0
        self._since = 0
        self._charged = 0

    # --- time ----------------------------------------------------------------------------------
    def _charge(self, acct: Account, ns: int) -> None:
        if ns == 0:
            return
        self.mc.ledger[self.index, *acct] += ns
        history = self.mc.accounts[self.index]
        if history and history[-1][2] == acct:
            history[-1][1] += ns
        else:
            history.append([self._charged, self._charged + ns, acct])
        self._charged += ns

    def cut(self) -> None:
        """Charge what has passed of the running segment; the rest is still to be spent."""
        x = self.ctx
        elapsed = self.mc.now - self._since
        self._since = self.mc.now
        if x.open is not None:
            self._charge(x.open, elapsed)
            return
        while elapsed > 0:
            acct, ns = x.splits[0]
            passed = min(ns, elapsed)
            self._charge(acct, passed)
            elapsed -= passed
            if passed == ns:
                x.splits.pop(0)
            else:
                x.splits[0][1] -= passed

    def go(self) -> None:
        """The CPU's context goes on: its next step comes when its time has passed."""
        self._since = self.mc.now
        if self.ctx.open is not None:
            self.slot.at(None)
        else:
            self.slot.at(self.mc.now + sum(ns for _, ns in self.ctx.splits))

    def _step(self) -> None:
        self.cut()
        assert not self.ctx.splits
        assert self._charged == self.mc.now
        self.ctx.has_acted = False
        assert self.ctx.code is not None
        next(self.ctx.code, None)
        self.settle()

    # --- interrupts ------------------------------------------------------------------------------
    def settle(self) -> None:
        """End a step: what waits for this CPU gets it, then its context goes on."""
        if self.irq_off == 0:
            if self.irqs:
                vector, argument = self.irqs.popleft()
                self.hardirq.vars["arg"] = argument
                self._enter(self.hardirq, vector)
                self.irq_off += 1
            elif self.ctx.level == TASK_LEVEL:
                if self.softirqs:
                    self._enter(self.softirq, "softirq")
                elif self._may_schedule():
                    self.enter_sched()
        self.go()

    def _may_schedule(self) -> bool:
        if self.ctx is self.sched or self.preempt > 0:
            return False
        if self.ctx is self.idle:
            return bool(self.queue)
        if self.ctx.is_user:
            return self.resched != "no"
        return self.resched == "due" and bool(self.mc.config.is_preempt_full)

    def _enter(self, x: Context, entry: str) -> None:
        x.interrupted = self.ctx
        x.acct = ("irq", KERNEL)
        x.code = self.mc.walker.entry(x, entry)
        if self.ctx is self.idle:
            self.mc.spend(x, "wakeup.idle_exit")
        self.ctx = x

    def irq_return(self) -> None:
        """Go back to what was interrupted."""
        if self.ctx is self.hardirq:
            self.irq_off -= 1
        if self.resched == "sent":
            self.resched = "due"
        assert self.ctx.interrupted is not None
        self.ctx = self.ctx.interrupted

    def queue_irq(self, vector: str, argument: Any) -> None:
        """Make an interrupt pending; the end of the running step delivers it."""
        self.irqs.append((vector, argument))

    def raise_irq(self, vector: str, argument: Any) -> None:
        """Interrupt the CPU from outside: at once, unless it has interrupts off."""
        self.queue_irq(vector, argument)
        if self.irq_off == 0:
            self.cut()
            self.settle()

    def enter_sched(self) -> None:
        """Let the scheduler take the CPU."""
        self.ctx = self.sched
        self.irq_off += 1
        self.preempt += 1
        self.sched.code = self.mc.walker.entry(self.sched, "schedule")

    def arm_tick(self) -> None:
        """Start a stopped tick: it falls on multiples of its period."""
        period = self.mc.tick_ns
        if period and self.tick_slot.time is None:
            self.tick_slot.at((self.mc.now // period + 1) * period)

    def _tick_due(self) -> None:
        if self.task is None:
            return  # an idle CPU has no tick
        self.tick_slot.at(self.mc.now + self.mc.tick_ns)
        self.raise_irq("tick", None)

    @property
    def is_idle(self) -> bool:
        """Neither runs a task nor has one waiting."""
        return self.task is None and not self.queue
