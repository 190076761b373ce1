"""Attaching programs: links, and the sites they are installed into.

A link joins a loaded program to a site. `prepare` makes the link's record (and refuses what the
kernel would refuse); `install` puts it into its site's chain, from when on hits reach it. Every
hook kind (`sim.hooks.kinds`) says which sites its section names mean and what a hit costs.

**Rule:** the links of a site run in the order in which they were installed.

**Not modelled:** detaching during a run; pinning.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.base.compile import handle_of
from sim.base.errors import AttachError
from sim.base.memory import load64, store64
from sim.bpf.isa import BPF_CALL, BPF_JMP, Insn, decode
from sim.bpf.program import Code
from sim.engine.rows import LOG_SITES, add_row
from sim.engine.state import H_DISPATCH, H_HITS, H_LINKS, H_PROGS, H_TRACE
from sim.hooks.dispatch import dispatch
from sim.kernel import layout as k
from sim.kernel.build import MAX_LINKS
from sim.kernel.sites import SYS_ENTER, SYS_EXIT, Site
from sim.versions.features import Feature, features_of

if TYPE_CHECKING:
    from sim.kernel.machine import Machine

__all__ = ["Link", "Links", "Program", "Target"]

_STACK_HELPERS = {27, 67}  # get_stackid, get_stack
MAX_CHAIN = 62  # a frame's kretprobe mask has 63 bits
#: Which group of a site's users a kind belongs to; groups run in the order of their numbers.
_GROUPS = {
    k.LINK_FEXIT: k.GROUP_EXIT,
    k.LINK_KPROBE: k.GROUP_KPROBE,
    k.LINK_KRETPROBE: k.GROUP_KPROBE,
    k.LINK_MULTI: k.GROUP_MULTI,
    k.LINK_RETMULTI: k.GROUP_MULTI,
    k.LINK_FENTRY: k.GROUP_TRAMPOLINE,
    k.LINK_FMOD_RET: k.GROUP_TRAMPOLINE,
    k.LINK_TRACEPOINT: k.GROUP_TRACEPOINT,
    k.LINK_SYSCALL: k.GROUP_TRACEPOINT,
    k.LINK_RAW_TP: k.GROUP_RAW,
    k.LINK_UPROBE: k.GROUP_USER,
    k.LINK_URETPROBE: k.GROUP_USER,
}
#: Kinds whose programs bpf_prog_active keeps from running inside another program.
_GUARDED = {
    k.LINK_KPROBE,
    k.LINK_KRETPROBE,
    k.LINK_TRACEPOINT,
    k.LINK_SYSCALL,
    k.LINK_MULTI,
    k.LINK_RETMULTI,
}
_RETURNS = {k.LINK_KRETPROBE, k.LINK_FEXIT, k.LINK_RETMULTI, k.LINK_URETPROBE}


def _is_helper(insn: Insn) -> bool:
    return insn.opcode == BPF_JMP | BPF_CALL and insn.src_reg == 0


@dataclass(frozen=True)
class Program:
    """A loaded program: its number, name and section."""

    index: int
    name: str
    section: str
    nr_insns: int


@dataclass(frozen=True)
class Target:
    """Where a program is to be attached, as its hook kind understands its section."""

    kind: str  # libbpf's name: kprobe, tracepoint, fentry, …
    site: str
    link_kind: int
    price: str
    return_price: str = ""
    nr: int = -1
    maxactive: int = 0
    text: str = ""  # what was asked for, where it is not the site's name
    pool: int = -1  # link whose pool of instances it shares (−1: its own)

    @property
    def hook(self) -> str:
        """The hook's name in results: ``kprobe:vfs_read``, ``tracepoint:CATEGORY:NAME``."""
        return f"{self.kind}:{self.text or self.site}"


@dataclass(frozen=True)
class Link:
    """An attachment."""

    index: int
    program: Program
    target: Target
    owner: int


class Links:
    """The loaded programs and links of a machine."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self.programs: list[Program] = []
        self.links: list[Link] = []
        machine.put(H_DISPATCH, handle_of(dispatch))

    def load(self, name: str, section: str, insns: bytes) -> Program:
        """Make a program's final instructions ready to run."""
        machine = self._machine
        map_types = {index: int(view.type) for index, view in machine.maps.views.items()}
        code = Code(insns, machine.config.engine, map_types=map_types)
        self._machine.buffers.append(code)
        program = Program(len(self.programs), name, section, len(insns) // 8)
        self.programs.append(program)
        store64(self.program_record(program) + k.P_CODE, code.address)
        wants_stack = any(insn.imm in _STACK_HELPERS for insn in decode(insns) if _is_helper(insn))
        store64(self.program_record(program) + k.P_WANTS_STACK, int(wants_stack))
        return program

    def program_record(self, program: Program) -> int:
        """Return the host address of a program's record."""
        return self._machine.get(H_PROGS) + program.index * k.PROG_BYTES

    def record(self, link: Link) -> int:
        """Return the host address of a link's record."""
        return self._machine.get(H_LINKS) + link.index * k.LINK_BYTES

    def prepare(self, program: Program, target: Target, owner: int, cookie: int = 0) -> Link:
        """Make a link that is not installed yet.

        Links prepared before the machine starts see every hit from when they are installed; one
        prepared in mid-run may miss hits that contexts have begun ahead, at most one a context.

        Raises:
            AttachError: The kernel has no such site.
        """
        site = self._machine.sites.find(target.site)
        self._check_user(site, target)
        if len(self.links) >= MAX_LINKS:
            raise AttachError(f"more than {MAX_LINKS} links on one machine")
        link = Link(len(self.links), program, target, owner)
        self.links.append(link)
        at = self.record(link)
        price = self._machine.prices.index
        nr_cpus = self._machine.config.nr_cpus
        maxactive = target.maxactive or max(10, 2 * nr_cpus)
        for offset, value in (
            (k.K_KIND, target.link_kind),
            (k.K_NEXT, -1),
            (k.K_PROG, program.index),
            (k.K_OWNER, owner),
            (k.K_PRICE, price(target.price)),
            (k.K_RETURN_PRICE, price(target.return_price or target.price)),
            (k.K_CHAINED_PRICE, price("hook.chained")),
            (k.K_NR, target.nr),
            (k.K_COOKIE, cookie),
            (k.K_FREE, maxactive),
            (k.K_GROUP, self._group(target, link)),
            (k.K_POOL, target.pool if target.pool >= 0 else link.index),
            (k.K_GUARDED, self._guard(target)),
        ):
            store64(at + offset, value)
        for place in self._affected(site):
            self._prepare(place, 1)
        return link

    def _check_user(self, site: Site, target: Target) -> None:
        """Refuse a uprobe in the kernel, and any other probe in user space."""
        is_user = target.link_kind in (k.LINK_UPROBE, k.LINK_URETPROBE)
        if is_user != (site.kind in (k.SITE_USER, k.SITE_USER_RETURN)):
            raise AttachError(
                f"{target.site!r} is {'no' if is_user else 'a'} function of user space",
                where=target.hook,
                suggestion="uprobe for user space, kprobe for the kernel",
            )

    def _guard(self, target: Target) -> int:
        """Say whether bpf_prog_active guards the program; uprobes' ones from 6.0 on are not."""
        if target.link_kind in (k.LINK_UPROBE, k.LINK_URETPROBE):
            return int(Feature.SLEEPABLE_UPROBE not in features_of(self._machine.config.kernel))
        return int(target.link_kind in _GUARDED)

    def _group(self, target: Target, link: Link) -> int:
        """Return what the link shares the price of a hit with; each multi link is one user."""
        group = _GROUPS[target.link_kind]
        owner = target.pool if target.pool >= 0 else link.index
        return group | owner << 8 if group == k.GROUP_MULTI else group

    def _prepare(self, place: Site, nr: int) -> None:
        """Count the links that may be installed at a place: till then its hits are stepped on."""
        at = self._machine.sites.record(place.index) + k.S_PREPARED
        store64(at, load64(at) + nr)
        self._machine.sites.refresh(place)

    def install(self, link: Link) -> None:
        """Put a link at the end of its site's chain.

        A function's entry and return share one chain, but its return looks at it only once a
        link that wants the return is in it.
        """
        sites = self._machine.sites
        site = sites.find(link.target.site)
        at = sites.record(site.index)
        store64(self.record(link) + k.K_BIT, self._append(at, link))
        if site.kind in (k.SITE_SYS_ENTER, k.SITE_SYS_EXIT):
            self._slow_down(at, link)
            self._slow_both(link)
        sites.refresh(site)
        if site.kind in (k.SITE_ENTRY, k.SITE_USER):
            self._share_with_return(site, at, link)
        for place in self._affected(site):
            self._prepare(place, -1)
        self._trace(link, site)

    def _share_with_return(self, site: Site, at: int, link: Link) -> None:
        """Let a function's return look at its chain, if a link in it wants that."""
        sites = self._machine.sites
        back = sites.find(f"{site.name}%return")
        place = sites.record(back.index) + k.S_LINK
        if link.target.link_kind in _RETURNS or load64(place) >= 0:
            store64(place, load64(at + k.S_LINK))
            sites.refresh(back)

    def _trace(self, link: Link, site: Site) -> None:
        """Write down from which site row on hits reach the link (CPU −1)."""
        if self._machine.get(H_TRACE) == 0:
            return
        row = add_row(self._machine.m, LOG_SITES, 7)
        fields = (self._machine.now_ns, -1, link.index, site.index, link.target.nr)
        for i, value in enumerate((*fields, link.target.link_kind, 0)):
            store64(row + 8 * i, value)

    def _affected(self, site: Site) -> list[Site]:
        """Where a link to *site* changes what a hit does.

        A context walks past a site that nobody wants to know about ahead of its time, so a link
        that is installed meanwhile would miss that hit; these sites are stepped on from the start.
        """
        if site.name in (SYS_ENTER, SYS_EXIT):
            return [self._machine.sites.find(name) for name in (SYS_ENTER, SYS_EXIT)]
        return [site]

    def _append(self, at: int, link: Link) -> int:
        """Chain a link behind those of its group and of earlier ones; return its bit."""
        links = self._machine.get(H_LINKS)
        nr = load64(at + k.S_NR_LINKS)
        if nr > MAX_CHAIN:
            raise AttachError(f"more than {MAX_CHAIN} programs at one site")
        rank = _GROUPS[link.target.link_kind]
        before, index = -1, load64(at + k.S_LINK)
        while index >= 0 and load64(links + index * k.LINK_BYTES + k.K_GROUP) & 0xFF <= rank:
            before, index = index, load64(links + index * k.LINK_BYTES + k.K_NEXT)
        store64(self.record(link) + k.K_NEXT, index)
        place = at + k.S_LINK if before < 0 else links + before * k.LINK_BYTES + k.K_NEXT
        store64(place, link.index)
        store64(at + k.S_NR_LINKS, nr + 1)
        return nr

    def _slow_down(self, at: int, link: Link) -> None:
        if link.target.link_kind == k.LINK_SYSCALL and link.target.nr >= 0:
            store64(at + k.S_FILTER, 1)

    def _slow_both(self, link: Link) -> None:
        """Once any syscall tracepoint is attached, every syscall takes the slow path, twice."""
        sites = self._machine.sites
        for name in (SYS_ENTER, SYS_EXIT):
            site = sites.find(name)
            at = sites.record(site.index)
            if load64(at + k.S_SLOW) == 0:
                store64(at + k.S_SLOW, 1)
                store64(at + k.S_SLOW_OWNER, link.owner)
                sites.refresh(site)

    def counters(self, link: Link) -> Mapping[str, int]:
        """Return what has become of the link's hits."""
        at = self.record(link)
        fields = {
            "hits": k.K_HITS,
            "filtered": k.K_FILTERED,
            "run": k.K_RUN,
            "missed_prog_active": k.K_MISSED_ACTIVE,
            "missed_kprobe_running": k.K_MISSED_NESTED,
            "missed_maxactive": k.K_MISSED_POOL,
            "missed_recursion": k.K_MISSED_RECURSION,
            "entries": k.K_ENTRIES,
            "returns": k.K_RETURNS,
        }
        with self._machine.at_rest():
            return {name: load64(at + offset) for name, offset in fields.items()}

    @property
    def nr_hits(self) -> int:
        """Site hits with something attached, so far."""
        with self._machine.at_rest():
            return self._machine.get(H_HITS)
