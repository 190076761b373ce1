"""What is under way on a CPU: frames, from the task down to the helper, and where they end up.

A frame is open from a time on and becomes a slice when it closes. A frame that a task switch
takes off the CPU becomes two slices, each saying that it is a piece; so does what the window
cuts off.

**Rule:** frames close in the opposite order of their opening, and the slice of a frame is
numbered when it opens: in that order a parent comes before its children.

**Not modelled:** nothing of the kernel; this is bookkeeping.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from analysis.timeline.events import Args, Item, slice_text

__all__ = [
    "BEGUN_BEFORE",
    "FUNCTION",
    "HOOK",
    "IRQ",
    "LEAF",
    "OPEN_AT_END",
    "PROGRAM",
    "READ",
    "RESUMED",
    "SITE_BEFORE",
    "SUSPENDED",
    "SYSCALL",
    "TASK",
    "Accounts",
    "Frame",
    "Sink",
]

TASK, SYSCALL, FUNCTION, IRQ, HOOK, PROGRAM, READ, LEAF = (
    "task", "syscall", "function", "interrupt", "hook", "program", "read", "activity",
)  # fmt: skip
"""Kinds of frames, as the counts name them."""

# of frames without time of their own
_CATEGORIES = {FUNCTION: "kernel", READ: "reader"}
_BY_ACCOUNT = frozenset((IRQ, READ, LEAF))
SITE_BEFORE = "of a site before"  # of a hook whose site was passed before the recording began
BEGUN_BEFORE, RESUMED, SUSPENDED, OPEN_AT_END = 1, 2, 4, 8
_MARKS = {
    BEGUN_BEFORE: "begun_before_window",
    RESUMED: "resumed",
    SUSPENDED: "suspended",
    OPEN_AT_END: "open_at_window_end",
}


@dataclass(frozen=True)
class Accounts:
    """What accounts are called.

    Args:
        activities: Names of the activities.
        owners: Names of the owners.
        kretprobed: Functions whose return has a hook.
    """

    activities: Sequence[str]
    owners: Sequence[str]
    kretprobed: Collection[str] = ()

    def activity(self, account: int) -> str:
        """Return the activity of an account, "" of none."""
        return self.activities[account // len(self.owners)] if account >= 0 else ""

    def owner(self, account: int) -> str:
        """Return the owner of an account."""
        return self.owners[account % len(self.owners)] if account >= 0 else ""


@dataclass(slots=True, eq=False)
class Frame:
    """Something under way on a CPU.

    Attributes:
        kind: What it is.
        name: The slice's name.
        start_ns: When it began.
        number: Its slice's number.
        account: Account of the time that is its own; None while unknown or when it has none.
        args: What else is known of it.
        marks: Why the slice is a piece.
        pending: Of a hook: links whose programs have not had their turn.
        link: Of a program: its link.
        is_returning: A function or system call that is over but for the hooks of its end.
        idle_ns: Of a hook that an interrupt may have ended: when.
        has_child: Something was opened inside.
    """

    kind: str
    name: str
    start_ns: int
    number: int
    account: int | None = None
    args: dict[str, object] = field(default_factory=dict)
    marks: int = 0
    pending: set[int] = field(default_factory=set)
    link: int = -1
    is_returning: bool = False
    idle_ns: int | None = None
    has_child: bool = False


class Sink:
    """Takes closed frames and other events of the CPUs' tracks, and keeps what the window shows.

    Args:
        window: Its start and end.
        pid: Process of the CPUs' tracks.
        accounts: What accounts are called; an account's activity is its slices' category.
        recorded_ns: When the recording began, 0 for the start of the run. What a CPU was at is
            said again then.

    Attributes:
        items: What waits to be written.
        slices: How many slices there are of each kind.
    """

    def __init__(
        self, window: tuple[int, int], pid: int, accounts: Accounts, recorded_ns: int = 0
    ) -> None:
        self.from_ns, self.to_ns = window
        self.pid = pid
        self.items: list[Item] = []
        self.slices: dict[str, int] = {}
        self._accounts = accounts
        self._recorded_ns = recorded_ns
        self._number = 0

    def number(self) -> int:
        """Return the next number; the one behind it is left for flows."""
        self._number += 2
        return self._number

    def shows(self, t_ns: int) -> bool:
        """Say whether a time is in the window."""
        return self.from_ns <= t_ns < self.to_ns

    def add(self, t_ns: int, text: str) -> None:
        """Add an event that is no slice."""
        self.items.append((t_ns, self.number(), text))

    def add_flow(self, t_ns: int, frame: Frame, text: str) -> None:
        """Add a flow event behind the slice of a frame."""
        self.items.append((t_ns, frame.number + 1, text))

    def close(self, frame: Frame, cpu: int, end_ns: int, marks: int = 0) -> None:
        """Make a frame that ends into a slice, as far as the window shows it."""
        start = frame.start_ns
        marks |= frame.marks
        if start < self.from_ns:
            if end_ns <= self.from_ns:
                return
            start, marks = self.from_ns, marks & ~RESUMED | BEGUN_BEFORE
        if start >= self.to_ns:
            return
        is_unnamed = frame.kind == HOOK and frame.name.endswith(SITE_BEFORE)
        if start == self._recorded_ns > 0 and (is_unnamed or frame.kind in _BY_ACCOUNT):
            marks |= BEGUN_BEFORE
        category = "" if frame.account is None else self._accounts.activity(frame.account)
        text = slice_text(
            frame.name,
            category or _CATEGORIES.get(frame.kind, frame.kind),
            start,
            min(end_ns, self.to_ns) - start,
            (self.pid, cpu + 1),
            _with_marks(frame.args, marks),
        )
        self.items.append((start, frame.number, text))
        self.slices[frame.kind] = self.slices.get(frame.kind, 0) + 1


def _with_marks(args: dict[str, object], marks: int) -> Args:
    if not marks:
        return args
    return {**args, **{name: True for bit, name in _MARKS.items() if marks & bit}}
