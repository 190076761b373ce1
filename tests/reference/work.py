"""Workloads, and what makes things happen: timers, arrivals, devices, locks."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from sim.base.stream import Stream, below_ppm, signed64
from sim.kernel.layout import (
    DIST_CONSTANT,
    DIST_EMPIRICAL,
    DIST_EXPONENTIAL,
    DIST_UNIFORM,
)
from tests.reference.cpu import Code, Context, Cpu, Slot, Task

if TYPE_CHECKING:
    from tests.reference.machine import Reference

__all__ = ["Device", "Lock", "Timers", "Workload", "draw_ns"]

PURPOSE_THINK, PURPOSE_FILE, PURPOSE_SERVICE, PURPOSE_MISSING = 1, 2, 3, 5
EAGAIN = 11


def draw_ns(stream: Stream, dist: Any, item: int, index: int) -> int:
    """Draw a time."""
    if dist.kind == DIST_CONSTANT:
        return int(dist.a)
    if dist.kind == DIST_EXPONENTIAL:
        return stream.exponential_ns(dist.a, item, index)
    if dist.kind == DIST_UNIFORM:
        return stream.uniform_ns(dist.a, dist.b, item, index)
    if dist.kind == DIST_EMPIRICAL:
        weights = dist.weights or [1] * len(dist.values_ns)
        chosen = stream.below(sum(weights), item, index)
        for value, weight in zip(dist.values_ns, weights, strict=True):
            chosen -= weight
            if chosen < 0:
                return int(value)
    return stream.erlang_ns(dist.b, dist.a, item, index)


class Timers:
    """The tasks' timers."""

    def __init__(self, mc: Reference) -> None:
        self.mc = mc
        self.armed: dict[int, Task] = {}
        self.slot = Slot(mc.env, self._fire)

    def _next(self) -> None:
        deadlines = [task.deadline for task in self.armed.values() if task.deadline is not None]
        self.slot.at(min(deadlines, default=None))

    def arm(self, task: Task, t_ns: int) -> None:
        """Wake a task at a time, unless something else does first."""
        task.deadline = t_ns
        self.armed[task.index] = task
        self._next()

    def disarm(self, task: Task) -> None:
        """The task has been woken."""
        if self.armed.pop(task.index, None) is not None:
            task.deadline = None
            self._next()

    def _fire(self) -> None:
        due = [i for i, task in self.armed.items() if task.deadline == self.mc.now]
        task = self.armed.pop(min(due))
        task.deadline = None
        self._next()
        self.mc.cpus[task.cpu].raise_irq("wake", task)


class Device:
    """A block device: some channels and a queue."""

    def __init__(self, mc: Reference, config: Any) -> None:
        self.mc = mc
        self.config = config
        self.slot = Slot(mc.env, self._complete)
        self.served: dict[int, tuple[int, Task]] = {}
        self.waiting: deque[Task] = deque()

    def issue(self, x: Context) -> None:
        """Send the current task's request."""
        task = x.cpu.task
        index = self.mc.walker.index(x, PURPOSE_SERVICE)
        task.service = draw_ns(x.stream, self.config.service, x.item, index)
        task.is_io_done = False
        task.io_cpu = x.cpu.index
        if len(self.served) < self.config.channels:
            self._serve(task)
        else:
            self.waiting.append(task)

    def _serve(self, task: Task) -> None:
        self.served[task.index] = (self.mc.now + task.service, task)
        self.slot.at(min(self.served.values(), key=lambda one: one[0])[0])

    def _complete(self) -> None:
        at, index = min((one[0], index) for index, one in self.served.items())
        assert at == self.mc.now
        _, task = self.served.pop(index)
        self.slot.at(min((one[0] for one in self.served.values()), default=None))
        if self.waiting:
            self._serve(self.waiting.popleft())
        self.mc.cpus[task.io_cpu].raise_irq("block", task)


class Lock:
    """A mutex or a spinlock, handed over in order."""

    def __init__(self, mc: Reference, is_spin: bool) -> None:
        self.mc = mc
        self.is_spin = is_spin
        self.owner: Context | None = None
        self.waiters: deque[Context] = deque()
        self.last_cpu: Cpu | None = None

    def lock(self, x: Context) -> Code:
        """Take the lock, after everybody who came before."""
        yield from self.mc.walker.gate(x)
        assert x.task is not None
        if self.is_spin:
            x.cpu.preempt += 1
        if self.owner is not None:
            self.waiters.append(x)
            if self.is_spin:
                x.open = ("lock_wait", x.task.owner)
            else:
                self.mc.spend(x, "lock.mutex_slow")
                self.mc.scheduler.block(x.cpu)
            yield
            assert self.owner is x
            x.has_acted = True
        self.owner = x
        if self.last_cpu is not x.cpu:
            if self.last_cpu is not None:
                self.mc.spend(x, "lock.transfer")
            self.last_cpu = x.cpu
        self.mc.spend(x, "lock.mutex_fast")

    def unlock(self, x: Context) -> Code:
        """Hand the lock to the first waiter."""
        yield from self.mc.walker.gate(x)
        if self.is_spin:
            x.cpu.preempt -= 1
        self.owner = self.waiters.popleft() if self.waiters else None
        x.vars["arg"] = None
        if self.owner is None:
            return
        if not self.is_spin:
            x.vars["arg"] = self.owner.task
            return
        cpu = self.owner.cpu
        if cpu.ctx is self.owner:
            cpu.cut()
            self.owner.open = None
            cpu.go()
        else:
            self.owner.open = None


class Workload:
    """A workload: arrivals, and tasks that do requests."""

    def __init__(self, mc: Reference, index: int, spec: Any, files: Any) -> None:
        self.mc = mc
        self.index = index
        self.spec = spec
        self.files = files  # (name's address, missing name's address) of each
        self.stream = Stream(signed64(mc.config.seed), f"workload/{spec.name}")
        self.slot = Slot(mc.env, self._arrive) if spec.is_open else None
        self.backlog: deque[tuple[int, int]] = deque()
        self.idle: deque[Task] = deque()
        self.next_item = 0
        self.purposes = [
            mc.walker.new_purpose() if step.kind in ("user", "sleep", "lock") else 0
            for step in spec.steps
        ]

    # --- arrivals --------------------------------------------------------------------------------
    def start(self) -> None:
        """Let the first request come."""
        if self.slot is not None:
            self.slot.at(self.mc.now + self._gap())

    def _gap(self) -> int:
        return draw_ns(self.stream, self.spec.arrivals, self.next_item, PURPOSE_THINK)

    def _arrive(self) -> None:
        assert self.slot is not None
        item = self.next_item
        self.next_item += 1
        self.slot.at(self.mc.now + self._gap())
        if self.idle:
            task = self.idle.popleft()
            task.seq, task.arrive = item, self.mc.now
            self.mc.cpus[task.cpu].raise_irq("wake", task)
        elif len(self.backlog) < self.spec.backlog:
            self.backlog.append((item, self.mc.now))
        else:
            self.mc.requests.append((self.index, -1, item, self.mc.now, -1, -1, -EAGAIN))

    # --- a worker's code -------------------------------------------------------------------------
    def work(self, x: Context) -> Code:
        """Do requests for ever."""
        task = x.task
        assert task is not None
        while True:
            yield from self.mc.walker.gate(x)
            if self.slot is None:
                task.seq += 1
                x.item, x.step, x.iteration = task.seq, 0, 0
                think = draw_ns(self.stream, self.spec.arrivals, x.item, PURPOSE_THINK)
                task.arrive = self.mc.now + think
                yield from self._sleep(x, think)
            elif self.backlog:
                task.seq, task.arrive = self.backlog.popleft()
            else:
                self.idle.append(task)
                self.mc.scheduler.block(x.cpu)
                yield
            x.item, x.step, x.iteration = task.seq, 0, 0
            task.start = self.mc.now
            yield from self._request(x)
            yield from self.mc.walker.gate(x)
            result = min(x.vars["ret"], 0)
            times = (task.arrive, task.start, self.mc.now)
            seq = task.seq & 0xFFFFFFFF
            self.mc.requests.append((self.index, task.client, seq, *times, result))

    def _request(self, x: Context) -> Code:
        has_failed = False
        for number, step in enumerate(self.spec.steps, start=1):
            if has_failed:
                has_failed = step.kind != "close"
                continue
            x.step, x.iteration = number, 0
            if step.kind == "openat":
                yield from self._openat(x)
                has_failed = x.vars["ret"] < 0
                continue
            while x.iteration == 0 or x.iteration < step.repeat:
                yield from getattr(self, f"_do_{step.kind}")(x, step, self.purposes[number - 1])
                x.iteration += 1

    def _sleep(self, x: Context, ns: int) -> Code:
        if ns > 0:
            assert x.task is not None
            self.mc.timers.arm(x.task, self.mc.now + ns)
            self.mc.scheduler.block(x.cpu)
            yield

    def _openat(self, x: Context) -> Code:
        files = self.spec.files
        index = self.mc.walker.index(x, PURPOSE_FILE)
        chosen = self.stream.below(files.count, x.item, index)
        index = self.mc.walker.index(x, PURPOSE_MISSING)
        is_missing = below_ppm(self.stream.bits(x.item, index), files.missing_ppm)
        x.vars["missing"] = 1_000_000 * is_missing
        x.vars.update(a0=-100, a1=self.files[chosen][is_missing], a2=0, a3=0)
        yield from self.mc.walker.syscall(x, "openat")

    def _time(self, x: Context, step: Any, purpose: int) -> int:
        return draw_ns(self.stream, step.time, x.item, self.mc.walker.index(x, purpose))

    def _do_user(self, x: Context, step: Any, purpose: int) -> Code:
        self.mc.spend_ns(x, x.acct, self._time(x, step, purpose))
        return
        yield

    def _do_sleep(self, x: Context, step: Any, purpose: int) -> Code:
        yield from self.mc.walker.gate(x)
        yield from self._sleep(x, self._time(x, step, purpose))

    def _transfer(self, x: Context, step: Any, name: str) -> Code:
        x.vars.update(count=step.nr_bytes, a0=x.vars["fd"], a1=x.vars["buf"], a2=step.nr_bytes)
        yield from self.mc.walker.syscall(x, name)

    def _do_read(self, x: Context, step: Any, purpose: int) -> Code:
        x.vars["ppm"] = step.miss_ppm
        return self._transfer(x, step, "read")

    def _do_write(self, x: Context, step: Any, purpose: int) -> Code:
        return self._transfer(x, step, "write")

    def _on_fd(self, x: Context, name: str) -> Code:
        x.vars["a0"] = x.vars["fd"]
        return self.mc.walker.syscall(x, name)

    def _do_fsync(self, x: Context, step: Any, purpose: int) -> Code:
        return self._on_fd(x, "fsync")

    def _do_close(self, x: Context, step: Any, purpose: int) -> Code:
        return self._on_fd(x, "close")

    def _do_getpid(self, x: Context, step: Any, purpose: int) -> Code:
        return self.mc.walker.syscall(x, "getpid")

    def _do_lock(self, x: Context, step: Any, purpose: int) -> Code:
        x.vars["a0"] = x.vars["fd"]
        lock = self.mc.lock(step)
        yield from self.mc.walker.enter_kernel(x, 16)
        yield from self.mc.walker.call(x, "__x64_sys_ioctl")
        if step.is_spin:
            yield from lock.lock(x)
        else:
            x.vars["lock_nr"] = lock
            yield from self.mc.walker.call(x, "mutex_lock")
        self.mc.spend_ns(x, x.acct, self._time(x, step, purpose))
        if step.is_spin:
            yield from lock.unlock(x)
        else:
            yield from self.mc.walker.call(x, "mutex_unlock")
        yield from self.mc.walker.leave_kernel(x)
