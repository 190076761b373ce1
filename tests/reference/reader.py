"""A tracer's user-space half: attach, poll, read, poll again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.reference.cpu import Code, Context, Cpu, Slot, Task
from tests.reference.maps import Record, RingState

if TYPE_CHECKING:
    from tests.reference.machine import Reference

__all__ = ["Reader"]

QUOTA_PERIOD_NS = 100_000_000
ATTACH = {
    "kprobe": "attach.kprobe",
    "kretprobe": "attach.kprobe",
    "tracepoint": "attach.tracepoint",
}


class Reader:
    """A tracer's task. *rings* is empty for a tool that only fills maps."""

    def __init__(
        self,
        mc: Reference,
        number: int,
        owner: int,
        links: list[Any],
        rings: list[RingState],
        *,
        is_perf: bool,
        timeout_ns: int,
    ) -> None:
        self.mc = mc
        self.number = number
        self.tracer_owner = owner
        self.links = links
        self.rings = rings
        self.is_perf = is_perf
        self.timeout_ns = timeout_ns
        self.is_polling = False
        self.task: Task | None = None
        self.quota_slot = Slot(mc.env, self._refill)
        for ring in rings:
            ring.reader = self

    def work(self, x: Context) -> Code:
        """Attach the programs, then read for ever."""
        assert x.task is not None
        x.acct = ("attach", self.tracer_owner)
        for _ in self.links:
            self.mc.spend(x, "attach.prog_load")
        for link in self.links:
            self.mc.spend(x, ATTACH[link.kind])
            yield from self.mc.walker.gate(x)
            self.mc.hooks.install(link)
        x.acct = ("reader", x.task.owner)
        if not self.rings:
            yield from self.mc.walker.gate(x)
            self.mc.scheduler.block(x.cpu)
            yield
        while True:
            yield from self.mc.walker.syscall(x, "epoll_wait")
            yield from self._drain(x)

    def wait(self, cpu: Cpu) -> bool:
        """Block until a ring has data or the timeout has passed; no if one has data already."""
        if any(ring.producer != ring.consumer for ring in self.rings):
            return False
        self.is_polling = True
        assert self.task is not None
        if self.timeout_ns:
            self.mc.timers.arm(self.task, self.mc.now + self.timeout_ns)
        self.mc.scheduler.block(cpu)
        return True

    def _drain(self, x: Context) -> Code:
        """Take one record after the other, ring after ring."""
        ring_number = 0
        tail = -1  # of a perf ring: user space moves it when the ring is drained
        while True:
            yield from self.mc.walker.gate(x)
            self.is_polling = False
            record = None
            while ring_number < len(self.rings) and record is None:
                ring = self.rings[ring_number]
                if tail < 0:
                    tail = ring.consumer
                record, tail = self._next(x.cpu, ring, tail)
                if record is None:
                    self._spend_lines(x, ring.lines.poll(ring, x.cpu.index))
                    ring.consumer = tail
                    ring_number, tail = ring_number + 1, -1
                elif not self.is_perf:
                    ring.consumer = tail
            if record is None:
                return
            self._spend_lines(x, ring.lines.read(ring, x.cpu.index, record.pos))
            kind = "perfbuf" if self.is_perf else "ringbuf"
            self.mc.spend(x, f"{kind}.reader_record")
            self.mc.spend(x, f"{kind}.reader_byte", n=len(record.data))
            self.mc.spend(x, "reader.decode_record")
            yield from self.mc.walker.gate(x)
            self._deliver(x.cpu, ring, record)
            tail = record.pos + record.total
            if not self.is_perf:
                ring.consumer = tail

    def _spend_lines(self, x: Context, moves: int) -> None:
        if moves:
            self.mc.spend_ps(x, x.acct, self.mc.program_price("ringbuf.line_transfer") * moves)

    def _next(self, cpu: Cpu, ring: RingState, tail: int) -> tuple[Record | None, int]:
        """Skip what is no record; return the next one, or None, and how far the tail has come."""
        while ring.records and not ring.records[0].is_busy:
            record = ring.records[0]
            if record.lost:
                self.mc.log_flow(cpu, "lost", ring.index, record.lost)
            elif not record.is_discarded:
                return record, tail
            tail = record.pos + record.total
            ring.records.popleft()
        return None, tail

    def _deliver(self, cpu: Cpu, ring: RingState, record: Record) -> None:
        ring.records.popleft()
        ring.counters["delivered"] += 1
        times = (record.reserved_at, record.submitted_at, self.mc.now)
        row = (self.number, ring.index, record.cpu, *times, len(record.data), bytes(record.data))
        self.mc.records.append(row)
        self.mc.log_flow(cpu, "deliver", ring.index, len(record.data))

    def _refill(self) -> None:
        assert self.task is not None
        self.quota_slot.at(self.mc.now + QUOTA_PERIOD_NS)
        self.task.quota_left = self.task.quota_ns
        if self.task.is_throttled:
            self.task.is_throttled = False
            self.mc.cpus[self.task.cpu].raise_irq("wake", self.task)
