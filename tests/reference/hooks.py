"""Hooks: from a hit of a site to the end of its last program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from tests.reference import helpers
from tests.reference.bpf import Run, execute
from tests.reference.cpu import Code, Context, Cpu, Frame
from tests.reference.walker import SYS_ENTER, SYS_EXIT

if TYPE_CHECKING:
    from tests.reference.machine import Reference

__all__ = ["Hooks", "Link"]

REGS_BYTES = 168
AX = 80
ACTIVITIES = (("program", "prog"), ("helper", "helper"), ("map", "map"), ("ringbuf", "ringbuf"))


@dataclass(eq=False)
class Link:
    """A program attached to a site."""

    index: int
    kind: str  # kprobe, kretprobe, tracepoint
    site: str
    nr: int  # the system call of a syscalls:* tracepoint, −1
    is_syscall: bool  # attached to a system call site
    price: str
    return_price: str
    owner: int
    code: bytes
    maps: list[Any]
    free: int
    counters: Counter[str] = field(default_factory=Counter)

    @property
    def group(self) -> str:
        """Links of one group at a site share the price of the way to them."""
        if self.kind in ("kprobe", "kretprobe"):
            return "kprobe"
        return "perf" if self.nr < 0 else "syscalls"


@dataclass
class Hit:
    """A hit being handled."""

    x: Context
    site: str
    returning: Frame | None
    instances: frozenset[int] = frozenset()

    @property
    def cpu(self) -> Cpu:
        """Where."""
        cpu: Cpu = self.x.cpu
        return cpu


class Hooks:
    """All links of the machine."""

    def __init__(self, mc: Reference) -> None:
        self.mc = mc
        self.chains: dict[str, list[Link]] = {}
        self.is_slow = False
        self.slow_owner = 0
        self.is_filtering = {SYS_ENTER: 0, SYS_EXIT: 0}

    def install(self, link: Link) -> None:
        """Attach a link: from here on hits reach it."""
        self.chains.setdefault(link.site, []).append(link)
        if link.site not in (SYS_ENTER, SYS_EXIT):
            return
        if not self.is_slow:
            self.is_slow = True
            self.slow_owner = link.owner
        if link.nr >= 0:
            self.is_filtering[link.site] = 1

    # --- a hit ---------------------------------------------------------------------------------
    def hit(self, x: Context, site: str, returning: Frame | None) -> Code:
        """Handle a hit of a tracepoint, or of a function's entry or return."""
        hit = Hit(x, site, returning, frozenset(returning.instances if returning else ()))
        self._log(hit)
        chain = self._ordered(site, returning)  # a link installed later has no part in this hit
        if returning and not returning.instances:
            chain = []  # nobody holds an instance of this call
        hit.cpu.preempt += 1
        if not chain and not (self.is_slow and site in self.is_filtering):
            yield from self._leave(hit)
            return
        takes_guard = False
        if not chain or chain[0].kind == "tracepoint":
            self._enter_tracepoint(hit, chain)
        else:
            if returning is None:
                if hit.cpu.nr_kprobes_running:
                    yield from self._turn_away(hit, chain)
                    return
                self._enter_function(hit, chain)
            takes_guard = True
            hit.cpu.nr_kprobes_running += 1
        is_first, group = True, None
        for link in self._wanted(hit, chain):
            price = link.return_price if link.kind == "kretprobe" else link.price
            self._spend(hit, link, price if link.group != group else "hook.chained")
            is_first, group = False, link.group
            yield
            yield from self._run(hit, link)
            if link.kind == "kretprobe":
                assert returning is not None
                returning.instances.discard(link.index)
                link.free += 1
                self._count(hit, link, "return")
        if is_first:
            yield  # nothing runs: leaving is a step of its own
        if takes_guard:
            hit.cpu.nr_kprobes_running -= 1
        yield from self._leave(hit)

    def _ordered(self, site: str, returning: Frame | None) -> list[Link]:
        """Return a site's links in the order in which the kernel runs them.

        Of a function's probes the latest comes first, at its return the earliest. A tracepoint's
        programs come in their order, but those of one group (all system calls, one of them) are
        as old as the first.
        """
        links = self.chains.get(site, [])
        if ":" not in site:
            return list(links) if returning else links[::-1]
        first: dict[str, int] = {}
        for i, link in enumerate(links):
            first.setdefault(link.group, i)
        return sorted(links, key=lambda link: (first[link.group], links.index(link)))

    def _leave(self, hit: Hit) -> Code:
        hit.cpu.preempt -= 1
        yield

    def _turn_away(self, hit: Hit, chain: list[Link]) -> Code:
        for link in chain:
            self._count(hit, link, "hit")
            self._count(hit, link, "miss_nested")
        self._spend(hit, chain[0], "hook.missed")
        yield
        yield from self._leave(hit)

    def _enter_function(self, hit: Hit, chain: list[Link]) -> None:
        for link in chain:
            self._count(hit, link, "hit")
            if link.kind != "kretprobe":
                continue
            self._spend(hit, link, link.price)
            if link.free == 0:
                self._count(hit, link, "miss_pool")
                continue
            link.free -= 1
            hit.x.frames[-1].instances.add(link.index)
            self._count(hit, link, "enter")

    def _enter_tracepoint(self, hit: Hit, chain: list[Link]) -> None:
        for link in chain:
            self._count(hit, link, "hit")
            if not self._wants(hit, link):
                self._count(hit, link, "filtered")
        if hit.site in self.is_filtering and self.is_slow:
            acct = ("hook", self.slow_owner)
            self.mc.spend(hit.x, "hook.syscall_slow_path", acct)
            if self.is_filtering[hit.site]:
                self.mc.spend(hit.x, "hook.syscall_filter", acct)

    def _wants(self, hit: Hit, link: Link) -> bool:
        if link.kind == "kprobe":
            return hit.returning is None
        if link.kind == "kretprobe":
            return link.index in hit.instances
        return link.nr < 0 or link.nr == hit.x.vars["nr"]

    def _wanted(self, hit: Hit, chain: list[Link]) -> Iterator[Link]:
        return (link for link in chain if self._wants(hit, link))

    # --- a program -----------------------------------------------------------------------------
    def _run(self, hit: Hit, link: Link) -> Code:
        cpu, x = hit.cpu, hit.x
        if cpu.is_prog_active:
            self._count(hit, link, "miss_active")
            return
        cpu.is_prog_active = True
        self._count(hit, link, "run")
        started = self.mc.now
        self.mc.spend(x, "prog.enter", ("program", link.owner))
        price = self._price
        nr_cpus = len(self.mc.cpus)
        run = Run(self.mc.memory, link.maps, cpu.index, cpu.task, started, price, nr_cpus)
        execution = execute(run, link.code, self._context(hit, link), helpers)
        wait_ns = 0
        while wait_ns >= 0:
            run.now = self.mc.now
            wait_ns = next(execution, -1)
            self._charge(hit, link, run)
            if wait_ns > 0:
                self.mc.spend_ns(x, ("lock_wait", link.owner), wait_ns)
                cpu.irq_off += 1
                yield
                cpu.irq_off -= 1
            else:
                yield
        cpu.is_prog_active = False
        self._count(hit, link, "end", self.mc.now - started)

    def _price(self, counts: Any) -> int:
        return sum(n * self.mc.program_price(key) for key, n in counts.items())

    def _charge(self, hit: Hit, link: Link, run: Run) -> None:
        """Spend what the segment has counted, and pass on what its helpers did."""
        waited_ps = run.counts.pop("map.lock_wait", 0)
        for activity, prefix in ACTIVITIES:
            prefixes = (prefix, "perfbuf") if prefix == "ringbuf" else (prefix,)
            counts = {k: n for k, n in run.counts.items() if k.split(".")[0] in prefixes}
            self.mc.spend_ps(hit.x, (activity, link.owner), self._price(counts))
        self.mc.spend_ps(hit.x, ("lock_wait", link.owner), waited_ps)
        run.counts.clear()
        for operation, index, result in run.notes:
            self.mc.log_flow(hit.cpu, "note", operation << 32 | index, result)
        run.notes.clear()
        if run.raised is not None:
            if not run.raised.is_waking:
                run.raised.is_waking = True
                hit.cpu.queue_irq("irq_work", run.raised)
            run.raised = None

    def _context(self, hit: Hit, link: Link) -> bytes:
        if link.kind in ("kprobe", "kretprobe"):
            regs = bytearray(REGS_BYTES)
            if link.kind == "kretprobe":
                regs[AX : AX + 8] = _bytes(hit.x.vars["ret"], 8)
            return bytes(regs)
        v = SimpleNamespace(**hit.x.vars)
        get = hit.x.vars.__getitem__
        if link.is_syscall:
            names = ["ret"] if link.site == SYS_EXIT else [f"a{i}" for i in range(6)]
            return bytes(8) + _bytes(get("nr"), 8) + b"".join(_bytes(get(n), 8) for n in names)
        assert link.site.startswith("block:")
        head = bytes(8) + _bytes(v.dev, 8) + _bytes(v.sector, 8) + _bytes(v.nr_sector, 4)
        return head + bytes(64)

    # --- writing down --------------------------------------------------------------------------
    def _spend(self, hit: Hit, link: Link, key: str) -> None:
        self.mc.spend(hit.x, key, ("hook", link.owner))

    def _count(self, hit: Hit, link: Link, what: str, value: int = 0) -> None:
        link.counters[what] += 1
        self.mc.log_flow(hit.cpu, what, link.index, value)

    def _log(self, hit: Hit) -> None:
        task = hit.cpu.task
        name = f"{hit.site}%return" if hit.returning else hit.site
        variables = [hit.x.vars[key] for key in ("nr", "ret", "a1")]
        row = (self.mc.now, hit.cpu.index, task.pid if task else 0, name, *variables)
        self.mc.sites.append(row)


def _bytes(value: int, size: int) -> bytes:
    return (value % (1 << (8 * size))).to_bytes(size, "little")
