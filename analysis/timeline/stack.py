"""The stack of one CPU: what a row of the trace opens and closes.

From the bottom: a task, its system call, functions; an interrupt and its functions; at each
level a hook and its program. The tables say when functions, hits and programs begin and end.
That an interrupt began or ended they do not say; the account of the CPU does: time of
interrupts and wake-ups is spent in one, time of anything else is not, except by a hook or
program inside it.

**Rule:** `Stack.settle` ends every group of rows of one time: it brings interrupts and hooks in
line with the account, and gives an account that no open frame has a slice of its own, so that
the time of each account is the time of its slices less that of what is inside them.

**Not modelled:** two interrupts without a nanosecond between them are one slice; so is an
interrupt inside another one that runs no program.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from analysis.timeline.frames import (
    FUNCTION,
    HOOK,
    IRQ,
    LEAF,
    PROGRAM,
    READ,
    RESUMED,
    SITE_BEFORE,
    SUSPENDED,
    SYSCALL,
    TASK,
    Accounts,
    Frame,
    Sink,
)

__all__ = ["Stack"]

_INTERRUPTS = frozenset(("irq", "wakeup"))
_IN_PROGRAM = frozenset(("program", "helper", "map", "ringbuf", "lock_wait"))
_IN_CALL = frozenset(("kernel", *_INTERRUPTS))
_OF_TASK = frozenset(("user", "kernel", "reader", "attach"))
_NO_SLICE = frozenset(("", "halted", "void"))
_SURVIVE = frozenset((SYSCALL, FUNCTION, READ))
_NAMES = {"sched": "schedule"}
UNKNOWN_TID = -1


class Stack:
    """What is under way on a CPU.

    Args:
        cpu: Its number.
        accounts: What accounts are called.
        sink: Where closed frames go.
        task_name: The slice's name of a thread, asked for when its slice closes.
        meet: Told an account of a running thread's own.

    Attributes:
        tid: The thread that runs; 0: none; −1: one that no row has named.
        account: The account in force; −1: unknown.
        frames: From the bottom to the top.
    """

    def __init__(
        self,
        cpu: int,
        accounts: Accounts,
        sink: Sink,
        task_name: Callable[[int], str],
        meet: Callable[[int, str, str], None],
    ) -> None:
        self.cpu = cpu
        self.tid = UNKNOWN_TID
        self.account = -1
        self.frames: list[Frame] = []
        self._accounts = accounts
        self._sink = sink
        self._task_name = task_name
        self._meet = meet
        self._leaf: Frame | None = None
        self._hit: Frame | None = None  # the hook of the last site passed
        self._label = SITE_BEFORE

    # --- frames ------------------------------------------------------------------------------
    def earliest_ns(self, now_ns: int) -> int:
        """Return when the longest open frame began."""
        first = self.frames[0] if self.frames else self._leaf
        return now_ns if first is None else first.start_ns

    def _top(self) -> Frame | None:
        return self.frames[-1] if self.frames else None

    def push(self, kind: str, name: str, t_ns: int) -> Frame:
        """Open a frame."""
        self._close_leaf(t_ns)
        if self.frames:
            self.frames[-1].has_child = True
        frame = Frame(kind, name, t_ns, self._sink.number())
        self.frames.append(frame)
        return frame

    def _pop(self, t_ns: int, marks: int = 0) -> Frame:
        self._close_leaf(t_ns)
        frame = self.frames.pop()
        end_ns = t_ns
        if frame.kind == HOOK:
            if self._hit is frame:
                self._hit = None
            end_ns = t_ns if frame.idle_ns is None else frame.idle_ns
            if end_ns == frame.start_ns and not frame.has_child:
                return frame  # a hit that cost nothing and ran nothing
        elif frame.kind == TASK:
            frame.name = self._task_name(self.tid)
        self._sink.close(frame, self.cpu, end_ns, marks)
        return frame

    def _pop_above(self, index: int, t_ns: int) -> None:
        while len(self.frames) > index + 1:
            self._pop(t_ns)

    def _find(self, fits: Callable[[Frame], bool]) -> int:
        """Return the innermost frame that fits, or −1."""
        for index in range(len(self.frames) - 1, -1, -1):
            if fits(self.frames[index]):
                return index
        return -1

    def _close_leaf(self, t_ns: int, marks: int = 0) -> None:
        if self._leaf is not None:
            self._sink.close(self._leaf, self.cpu, t_ns, marks)
            self._leaf = None

    def close_all(self, t_ns: int, marks: int = 0) -> None:
        """Close everything."""
        self._close_leaf(t_ns, marks)
        while self.frames:
            self._pop(t_ns, marks)

    # --- sites -------------------------------------------------------------------------------
    def _pass(self, label: str, t_ns: int) -> None:
        """A site is passed: the hook of the one before is over, and so is a return."""
        top = self._top()
        if top is not None and top.kind == HOOK:
            self._pop(t_ns)
        self._drop_returned(t_ns)
        self._label, self._hit = label, None

    def _drop_returned(self, t_ns: int) -> None:
        while self.frames and self.frames[-1].is_returning:
            self._pop(t_ns)

    def enter(self, kind: str, name: str, site: str, t_ns: int) -> Frame:
        """A function or system call begins."""
        if kind == SYSCALL:
            first = next((i for i, f in enumerate(self.frames) if f.kind == IRQ), None)
            if first is not None:  # it is over, for no interrupt does a system call
                self._pop_above(first - 1, t_ns)
        self._pass(site, t_ns)
        return self.push(kind, name, t_ns)

    def leave(self, kind: str, name: str, site: str, t_ns: int) -> Frame | None:
        """A function (by name) or system call ends; it stays open for the hooks of its end."""
        self._pass(site, t_ns)
        index = self._find(
            lambda f: f.kind == kind and not f.is_returning and (kind == SYSCALL or f.name == name)
        )
        if index < 0:
            return None
        self._pop_above(index, t_ns)
        self.frames[index].is_returning = True
        return self.frames[index]

    def tracepoint(self, site: str, t_ns: int) -> None:
        """A tracepoint is passed."""
        self._pass(site, t_ns)

    # --- hits --------------------------------------------------------------------------------
    def hit(self, link: int, t_ns: int) -> None:
        """The last site passed has a link."""
        if self._hit is None:
            self._hit = self.push(HOOK, f"hook {self._label}", t_ns)
        self._hit.pending.add(link)

    def _hook_of(self, link: int) -> int:
        return self._find(lambda f: f.kind == HOOK and link in f.pending)

    def settled(self, link: int) -> None:
        """A link's hit came to nothing, or waits for its function's return."""
        index = self._hook_of(link)
        if index >= 0:
            self.frames[index].pending.discard(link)

    def run(self, link: int, name: str, hook: str, t_ns: int) -> None:
        """A program starts."""
        index = self._hook_of(link)
        if index >= 0:
            self._pop_above(index, t_ns)
        top = self._top()
        if top is None or top.kind != HOOK:
            self._hit = self.push(HOOK, f"hook {self._label}", t_ns)
        frame = self.push(PROGRAM, name, t_ns)
        frame.link = link
        frame.args.update(hook=hook, link=link)

    def end(self, link: int, took_ns: int, t_ns: int) -> None:
        """A program ends."""
        index = self._find(lambda f: f.kind == PROGRAM and f.link == link)
        if index < 0:
            return
        self._pop_above(index, t_ns)
        self.frames[index].args["took_ns"] = took_ns
        self._pop(t_ns)
        self.settled(link)

    def program(self, t_ns: int) -> Frame:
        """Return the program that runs."""
        index = self._find(lambda f: f.kind == PROGRAM)
        return self.frames[index] if index >= 0 else self.push(PROGRAM, "program", t_ns)

    def deliver(self, name: str, args: dict[str, object], t_ns: int) -> Frame:
        """The reader has read a record; return the frame of that."""
        index = self._find(lambda f: f.kind == READ)
        if index < 0:
            self.push(READ, name, t_ns)
            index = len(self.frames) - 1
        self._pop_above(index, t_ns)
        frame = self.frames[index]
        frame.name = name
        frame.args.update(args)
        self._pop(t_ns)
        return frame

    # --- tasks -------------------------------------------------------------------------------
    def switch_out(self, t_ns: int) -> list[Frame]:
        """The task leaves the CPU; return what goes on when it runs again, outermost first."""
        kept = []
        while self.frames:
            frame = self.frames[-1]
            goes_on = frame.kind in _SURVIVE and not frame.is_returning and self.tid != 0
            self._pop(t_ns, SUSPENDED if goes_on else 0)
            if goes_on:
                kept.append(frame)
        self.tid = UNKNOWN_TID
        return kept[::-1]

    def switch_in(self, tid: int, kept: Sequence[Frame], t_ns: int) -> None:
        """A task gets the CPU and goes on with what it was at."""
        self.tid = tid
        if tid:
            self.push(TASK, "", t_ns).args["tid"] = tid
        for old in kept:
            self.reopen(old, t_ns, RESUMED)

    def reopen(self, old: Frame, t_ns: int, marks: int) -> None:
        """Open the next piece of a frame."""
        frame = self.push(old.kind, old.name, t_ns)
        frame.account, frame.args, frame.marks = old.account, dict(old.args), marks
        frame.is_returning = old.is_returning

    # --- the account -------------------------------------------------------------------------
    def settle(self, t_ns: int) -> None:
        """Bring interrupts, hooks and the innermost slice in line with the account."""
        activity = self._accounts.activity(self.account)
        top = self._top()
        if top is not None and top.is_returning and not self._has_end_hook(top, activity):
            self._drop_returned(t_ns)
        if activity in _INTERRUPTS:
            self._into_interrupt(activity, t_ns)
        elif activity:
            self._out_of_interrupts(activity, t_ns)
            self._settle_hook(activity, t_ns)
            self._settle_task(activity, t_ns)
        self._settle_leaf(activity, t_ns)

    def _has_end_hook(self, frame: Frame, activity: str) -> bool:
        if activity != "hook":
            return False
        return frame.kind == SYSCALL or frame.name in self._accounts.kretprobed

    def _into_interrupt(self, activity: str, t_ns: int) -> None:
        inside = self._find(lambda f: f.kind == IRQ) >= 0
        top = self._top()
        if top is not None and top.kind == HOOK and not top.pending:
            if inside:
                self._pop(t_ns)
                self._drop_returned(t_ns)
                top = self._top()
            elif top.idle_ns is None:
                top.idle_ns = t_ns  # over, or cut short: what follows the interrupt tells
        if inside and top is not None and top.kind not in (HOOK, PROGRAM):
            return
        name = "irq_work" if activity == "wakeup" else "interrupt"
        self.push(IRQ, name, t_ns).account = self.account

    def _out_of_interrupts(self, activity: str, t_ns: int) -> None:
        while True:
            index = self._find(lambda f: f.kind == IRQ)
            if index < 0:
                return
            above = self.frames[index + 1 :]
            if activity == "hook" and any(f.kind == HOOK or f.is_returning for f in above):
                return
            if activity in _IN_PROGRAM and any(f.kind == PROGRAM for f in above):
                return
            # a function that goes on was called by what the interrupt gave way to
            moved = [f for f in above if f.kind == FUNCTION and not f.is_returning]
            while len(self.frames) > index:
                frame = self.frames[-1]
                if frame in moved and frame.start_ns == t_ns:
                    self._close_leaf(t_ns)
                    self.frames.pop()
                else:
                    self._pop(t_ns)
            for frame in moved:
                self.reopen(frame, t_ns, 0 if frame.start_ns == t_ns else RESUMED)

    def _settle_hook(self, activity: str, t_ns: int) -> None:
        top = self._top()
        if activity == "hook":
            if top is None or top.kind not in (HOOK, PROGRAM):
                top = self._hit = self.push(HOOK, f"hook {self._label}", t_ns)
            if top.kind == HOOK:
                top.idle_ns = None
                top.account = self.account if top.account is None else top.account
            return
        while top is not None and top.kind == HOOK:
            if activity in _IN_PROGRAM and top.pending:
                return
            self._pop(t_ns)
            self._drop_returned(t_ns)
            top = self._top()

    def _settle_task(self, activity: str, t_ns: int) -> None:
        if activity not in _OF_TASK:
            return
        top = self._top()
        if top is None and self.tid == UNKNOWN_TID:
            top = self.push(TASK, "", t_ns)
        if self.frames and self.frames[0].kind == TASK:
            self._meet(self.tid, activity, self._accounts.owner(self.account))
        if top is None or top.kind not in (TASK, READ):
            return
        if activity != "reader":
            if top.kind == READ:
                self._pop(t_ns)
        elif top.kind == TASK:
            self.push(READ, "read", t_ns).account = self.account

    def _settle_leaf(self, activity: str, t_ns: int) -> None:
        top = self._top()
        if top is not None and top.account is None:
            is_own = top.kind == FUNCTION and activity in _IN_CALL
            if is_own or (top.kind == PROGRAM and activity == "program"):
                top.account = self.account
        wants = activity not in _NO_SLICE and (top is None or top.account != self.account)
        if self._leaf is not None:
            if wants and self._leaf.account == self.account:
                return
            self._close_leaf(t_ns)
        if wants:
            name = _NAMES.get(activity, activity)
            self._leaf = Frame(LEAF, name, t_ns, self._sink.number(), self.account)
            self._leaf.args["owner"] = self._accounts.owner(self.account)
            if top is not None:
                top.has_child = True
