"""Code paths, walked over the YAML itself.

Every ``yield`` ends a step. `Walker.gate` stands before whatever others can see: it is the one
such thing of its step, and happens when all that was to be spent before has been spent.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from sim.base.stream import below_ppm
from sim.kernel.paths import load_paths
from sim.kernel.syscall_table import syscall
from tests.reference.cpu import Code, Context, Frame, Task

if TYPE_CHECKING:
    from tests.reference.machine import Reference

__all__ = ["SYS_ENTER", "SYS_EXIT", "Walker"]

SYS_ENTER, SYS_EXIT = "raw_syscalls:sys_enter", "raw_syscalls:sys_exit"
VMEMMAP = -0x15FF_FFFF_0000  # 0xffffea0000010000
REQUEST_VARS = ("request", "queue", "dev", "sector", "nr_sector", "bytes", "rwbs", "error")
REQUEST_VARS += ("softnr", "async")
PURPOSE_SERVICE, PURPOSE_SECTOR = 3, 4
FIRST_BRANCH = 17
JUMPS = ("soft_next", "pick", "reader_wake", "wake", "unlock")


def _branches(body: Sequence[Any]) -> Iterator[Any]:
    for item in body:
        if isinstance(item, dict):
            if "when" in item:
                yield item
            yield from _branches(item.get("then", ()))
            yield from _branches(item.get("else", ()))


class Refused(Exception):
    """A function that was tried has failed: its caller returns at once."""


class Walker:
    """Walks the kernel's functions and entries."""

    def __init__(self, mc: Reference) -> None:
        self.mc = mc
        self.paths = load_paths(mc.config.kernel)
        self.next_purpose = FIRST_BRANCH
        self._purposes: dict[int, int] = {}
        for body in (*self.paths.functions.values(), *self.paths.entries.values()):
            for branch in _branches(body):
                self._purposes[id(branch)] = self.new_purpose()

    def new_purpose(self) -> int:
        """Return a draw's purpose that no other draw has."""
        self.next_purpose += 1
        return self.next_purpose - 1

    def index(self, x: Context, purpose: int) -> int:
        """Return the index of the context's draw for a purpose."""
        return x.step << 40 | x.iteration << 16 | purpose

    # --- code -----------------------------------------------------------------------------------
    def gate(self, x: Context) -> Code:
        """Wait until what comes next may be seen by others."""
        if x.has_acted or x.splits:
            yield
        x.has_acted = True

    def entry(self, x: Context, name: str) -> Code:
        """Walk what an interrupt, a softirq or the scheduler does."""
        return self._body(x, self.paths.entries[name])

    def call(self, x: Context, function: str) -> Code:
        """Walk a function."""
        frame = Frame(function)
        x.frames.append(frame)
        yield from self.gate(x)
        yield from self.mc.hooks.hit(x, function, None)
        self.mc.spend(x, f"path.{self.paths.priced.get(function, function)}")
        with suppress(Refused):
            yield from self._body(x, self.paths.functions[function])
        yield from self.gate(x)
        yield from self.mc.hooks.hit(x, function, frame)
        x.frames.pop()

    def site(self, x: Context, name: str) -> Code:
        """Pass a tracepoint."""
        yield from self.gate(x)
        yield from self.mc.hooks.hit(x, name, None)

    def enter_kernel(self, x: Context, nr: int) -> Code:
        """Enter the kernel by a system call."""
        yield from self.gate(x)
        assert x.task is not None
        x.is_user = False
        x.acct = ("kernel", x.task.owner)
        x.vars["nr"] = nr
        self.mc.spend(x, "syscall.entry")
        yield from self.site(x, SYS_ENTER)

    def leave_kernel(self, x: Context) -> Code:
        """Return to user mode; the scheduler may have the CPU from here on."""
        yield from self.site(x, SYS_EXIT)
        yield from self.gate(x)
        assert x.task is not None
        self.mc.spend(x, "syscall.exit")
        x.is_user = True
        x.acct = (x.task.activity, x.task.owner)
        yield

    def syscall(self, x: Context, name: str) -> Code:
        """Make a system call."""
        yield from self.enter_kernel(x, syscall(name).nr)
        yield from self.call(x, self.paths.syscalls[name])
        yield from self.leave_kernel(x)

    def _body(self, x: Context, body: Sequence[Any]) -> Code:
        at = 0
        while at < len(body):
            item = body[at]
            at += 1
            if isinstance(item, dict):
                taken = "then" if self._is_taken(x, item) else "else"
                yield from self._body(x, item.get(taken, ()))
                continue
            word, *args = str(item).split()
            if word == "label":
                continue
            if word == "jump" or (
                word in JUMPS and (yield from getattr(self, f"_jumps_{word}")(x))
            ):
                at = body.index(f"label {args[0]}")
            elif word not in JUMPS:
                yield from getattr(self, f"_{word}")(x, *args)

    def _is_taken(self, x: Context, item: Any) -> bool:
        if "if" in item:
            name, value = item["if"].split()
            return bool(x.vars[name] == int(value, 0))
        index = self.index(x, self._purposes[id(item)])
        return bool(below_ppm(x.stream.bits(x.item, index), x.vars[item["when"]]))

    # --- private operations ---------------------------------------------------------------------
    def _run(self, x: Context, key: str) -> Code:
        self.mc.spend(x, key)
        return
        yield

    def _set(self, x: Context, name: str, value: str) -> Code:
        x.vars[name] = int(value, 0)
        return
        yield

    def _copy(self, x: Context, name: str, other: str) -> Code:
        x.vars[name] = x.vars[other]
        return
        yield

    def _element(self, x: Context, name: str, array: str, other: str) -> Code:
        assert array == "@pages"
        x.vars[name] = VMEMMAP + 64 * ((x.vars[other] >> 3) % 1024)
        return
        yield

    def _sector(self, x: Context) -> Code:
        bits = x.stream.bits(x.item, self.index(x, PURPOSE_SECTOR))
        x.vars["sector"] = bits % (1 << 27) * 8
        return
        yield

    def _call(self, x: Context, function: str) -> Code:
        return self.call(x, function)

    def _try(self, x: Context, function: str) -> Code:
        yield from self.call(x, function)
        if x.vars["ret"] < 0:
            raise Refused

    def _site(self, x: Context, name: str) -> Code:
        return self.site(x, name)

    # --- visible operations ---------------------------------------------------------------------
    def _io_issue(self, x: Context) -> Code:
        yield from self.gate(x)
        self.mc.devices[x.vars["device"]].issue(x)

    def _io_wait(self, x: Context) -> Code:
        yield from self.gate(x)
        assert x.task is not None
        while not x.task.is_io_done:
            self.mc.scheduler.block(x.cpu)
            yield
            x.has_acted = True

    def _io_done(self, x: Context) -> Code:
        yield from self.gate(x)
        x.vars["arg"].is_io_done = True

    def _raise_softirq(self, x: Context) -> Code:
        yield from self.gate(x)
        x.cpu.softirqs.append(x.vars["arg"])

    def _put(self, x: Context, pointer: str, member: str, value: str) -> Code:
        yield from self.gate(x)

    def _load_request(self, x: Context) -> Code:
        yield from self.gate(x)
        self._take_over(x, self._task_of(x))

    def _lock(self, x: Context) -> Code:
        return self.mc.held(x).lock(x)

    def _jumps_unlock(self, x: Context) -> Generator[None, None, bool]:
        yield from self.mc.held(x).unlock(x)
        woken = x.vars["arg"]
        return woken is None

    def _jumps_wake(self, x: Context) -> Generator[None, None, bool]:
        yield from self.gate(x)
        return not self.mc.scheduler.wake(x.cpu, self._task_of(x))

    def _tick(self, x: Context) -> Code:
        yield from self.gate(x)
        self.mc.scheduler.tick(x.cpu)

    def _irq_ret(self, x: Context) -> Code:
        yield from self.gate(x)
        x.cpu.irq_return()

    def _switch(self, x: Context) -> Code:
        yield from self.gate(x)
        self.mc.scheduler.switch(x.cpu, x.vars["arg"])

    def _read_wait(self, x: Context) -> Code:
        yield from self.gate(x)
        assert x.task is not None
        if x.task.reader.wait(x.cpu):
            yield

    def _jumps_pick(self, x: Context) -> Generator[None, None, bool]:
        yield from self.gate(x)
        prev = x.cpu.task
        task = self.mc.scheduler.pick(x.cpu)
        x.vars["arg"] = task
        return task is prev

    def _jumps_soft_next(self, x: Context) -> Generator[None, None, bool]:
        yield from self.gate(x)
        if not x.cpu.softirqs:
            return True
        task: Task = x.cpu.softirqs.popleft()
        x.vars["arg"] = task
        self._take_over(x, task)
        return False

    def _take_over(self, x: Context, task: Task) -> None:
        for name in REQUEST_VARS:
            x.vars[name] = task.ctx.vars[name]

    def _jumps_reader_wake(self, x: Context) -> Generator[None, None, bool]:
        yield from self.gate(x)
        ring = x.vars["arg"]
        ring.is_waking = False
        reader = ring.reader
        x.acct = ("wakeup", reader.tracer_owner)
        if not reader.is_polling:
            return True
        reader.is_polling = False
        x.vars["arg"] = reader.task
        return False

    def _task_of(self, x: Context) -> Task:
        task = x.vars["arg"]
        assert isinstance(task, Task)
        return task
