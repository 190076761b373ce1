"""Attaching programs: links, and the sites they are installed into.

A link joins a loaded program to a site. `prepare` makes the link's record (and refuses what the
kernel would refuse); `install` puts it into its site's chain, from when on hits reach it, and
`remove` takes it out. Every hook kind (`sim.hooks.kinds`) says which sites its section names mean
and what a hit costs. What userspace knows as one link may be several here: one for each function
of a pattern, two for each of a session.

**Rule:** the links of a site run in the kernel's order (`sim.hooks.order`), whatever the order of
the records.

**Not modelled:** pinning.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sim.base.compile import handle_of
from sim.base.errors import AttachError
from sim.base.memory import load64, store64
from sim.bpf.program import Code
from sim.engine.rows import LOG_SITES, add_row
from sim.engine.state import H_DISPATCH, H_HITS, H_LINKS, H_PROGS, H_TRACE
from sim.hooks.detach import bits_under_way, forget_link, retaken_hits, time_now
from sim.hooks.dispatch import dispatch
from sim.hooks.order import Placed, entry_order, group_of, return_order
from sim.hooks.target import Program, Target, check_target, expand
from sim.kernel import layout as k
from sim.kernel.build import MAX_LINKS
from sim.kernel.sites import SYS_ENTER, SYS_EXIT, Site
from sim.versions.features import Feature, features_of

if TYPE_CHECKING:
    from sim.kernel.machine import Machine

__all__ = ["Link", "Links", "Program", "Target"]

JUMP_BYTES = 5
_ATTACHES, _DETACHES = -1, -2  # in the place of a site row's CPU
MAX_CHAIN = 62  # a frame's kretprobe mask has 63 bits
#: Kinds whose programs bpf_prog_active keeps from running inside another program.
_GUARDED = {
    k.LINK_KPROBE,
    k.LINK_KRETPROBE,
    k.LINK_TRACEPOINT,
    k.LINK_SYSCALL,
    k.LINK_MULTI,
    k.LINK_RETMULTI,
    k.LINK_SESSION,
    k.LINK_RETSESSION,
}
_OF_USER = (k.LINK_UPROBE, k.LINK_URETPROBE)


@dataclass(frozen=True)
class Link:
    """An attachment.

    Attributes:
        index: Its number.
        program: What runs.
        target: Where.
        owner: Whose time it spends.
        pool: Number of the first link of those that userspace knows as one.
    """

    index: int
    program: Program
    target: Target
    owner: int
    pool: int
    links: Links = field(repr=False, compare=False)

    def destroy(self) -> None:
        """Detach it, and with it every link that userspace knows as the same one."""
        self.links.detach(self)


class Links:
    """The loaded programs and links of a machine."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self.programs: list[Program] = []
        self.links: list[Link] = []
        self._placed: dict[int, list[Placed]] = {}  # the links of each site
        self._since: dict[int, int] = {}  # when each group began
        self._nr_installed = 0
        self._held: set[int] = set()  # links whose sites are stepped on until they are removed
        self.attached_ns: dict[int, int] = {}
        self.detached_ns: dict[int, int] = {}
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
        machine.maps.program_ids[code.address] = program.index + 1
        return program

    def program_record(self, program: Program) -> int:
        """Return the host address of a program's record."""
        return self._machine.get(H_PROGS) + program.index * k.PROG_BYTES

    def record(self, link: Link) -> int:
        """Return the host address of a link's record."""
        return self._machine.get(H_LINKS) + link.index * k.LINK_BYTES

    def prepare_all(
        self,
        program: Program,
        target: Target,
        owner: int,
        cookie: int = 0,
        cookies: Mapping[str, int] | None = None,
    ) -> list[Link]:
        """Make the links that a target stands for: one, or one for each function of a pattern.

        Args:
            program: What runs.
            target: Where.
            owner: Whose time it spends.
            cookie: What ``bpf_get_attach_cookie`` gives.
            cookies: The same by function, for a pattern.

        Raises:
            AttachError: The kernel has no such hook.
        """
        self.check(target)
        parts = expand(target, self._machine.sites.by_name)
        for part in parts:
            self._check_user(self._machine.sites.find(part.site), part)
        self._check_room(len(parts))
        is_user = target.link_kind in _OF_USER
        pool = len(self.links)
        made = []
        for part in parts:
            value = (cookies or {}).get(part.site.rpartition(":")[2], cookie)
            shared = pool if target.is_pattern and not is_user else None
            made.append(self.prepare(program, part, owner, value, shared))
        for link in made:
            if link.target.link_kind == k.LINK_RETSESSION:
                store64(self.record(link) + k.K_PEER, link.index - 1)
                store64(self.record(made[link.index - pool - 1]) + k.K_PEER, link.index)
        if target.is_pattern and not is_user:
            nr_functions = len({part.site for part in parts})
            size = 2 * self._machine.config.nr_cpus * nr_functions
            store64(self.record(made[0]) + k.K_FREE, target.maxactive or size)
        return made

    def discard(self, made: Sequence[Link]) -> None:
        """Forget links that were prepared last and are not to be installed."""
        for link in reversed(made):
            for place in self._affected(self._machine.sites.find(link.target.site), link.target):
                self._prepare(place, -1)
            assert self.links.pop() is link

    def _check_room(self, nr: int) -> None:
        if len(self.links) + nr > MAX_LINKS:
            raise AttachError(
                f"more than {MAX_LINKS} links on one machine",
                reason=f"there are {len(self.links)}, and {nr} more are asked for",
            )

    def check(self, target: Target) -> None:
        """Refuse what the machine's kernel does not have.

        Raises:
            AttachError: As the kernel words it.
        """
        config = self._machine.config
        check_target(target, config.kernel, config.preset)

    def prepare(
        self,
        program: Program,
        target: Target,
        owner: int,
        cookie: int = 0,
        pool: int | None = None,
    ) -> Link:
        """Make a link that is not installed yet.

        Links prepared before the machine starts see every hit from when they are installed. One
        prepared in mid-run, at a site that nobody has asked for, misses hits that contexts have
        walked past ahead of their time, at most one segment of each.

        Raises:
            AttachError: The kernel has no such site.
        """
        site = self._machine.sites.find(target.site)
        self._check_user(site, target)
        self._check_room(1)
        pool = len(self.links) if pool is None else pool
        link = Link(len(self.links), program, target, owner, pool, self)
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
            (k.K_RETURN_NEXT, -1),
            (k.K_GROUP, self._group(target, pool)),
            (k.K_POOL, pool),
            (k.K_PEER, -1),
            (k.K_OFFSET, target.offset),
            (k.K_GUARDED, self._guard(target)),
        ):
            store64(at + offset, value)
        for place in self._affected(site, target):
            self._prepare(place, 1)
        return link

    def _check_user(self, site: Site, target: Target) -> None:
        """Refuse a uprobe in the kernel, and any other probe in user space."""
        is_user = target.link_kind in _OF_USER
        if is_user != (site.kind in (k.SITE_USER, k.SITE_USER_RETURN)):
            raise AttachError(
                f"{target.site!r} is {'no' if is_user else 'a'} function of user space",
                where=target.hook,
                suggestion="uprobe for user space, kprobe for the kernel",
            )

    def _guard(self, target: Target) -> int:
        """Return what keeps the link's program from running inside another one."""
        if target.link_kind in _GUARDED:
            return k.GUARD_ACTIVE
        features = features_of(self._machine.config.kernel)
        if target.link_kind in _OF_USER:
            return k.GUARD_NONE if Feature.SLEEPABLE_UPROBE in features else k.GUARD_ACTIVE
        if target.link_kind == k.LINK_RAW_TP and Feature.RAW_TP_RECURSION not in features:
            return k.GUARD_NONE
        return k.GUARD_OWN

    def _group(self, target: Target, pool: int) -> int:
        """Return what the link shares the price of a hit with; each multi link is one user."""
        is_lsm = target.kind == "lsm"
        return group_of(
            target.link_kind,
            pool,
            of_syscall=target.nr >= 0,
            is_lsm=is_lsm,
            offset=target.offset,
        )

    def _prepare(self, place: Site, nr: int) -> None:
        """Count the links that may be installed at a place: till then its hits are stepped on."""
        at = self._machine.sites.record(place.index) + k.S_PREPARED
        store64(at, load64(at) + nr)
        self._machine.sites.refresh(place)

    def install(self, link: Link) -> None:
        """Let hits reach a link: put it where it belongs in the order of its site."""
        sites = self._machine.sites
        site = sites.find(link.target.site)
        at = sites.record(site.index)
        placed = self._placed.setdefault(site.index, [])
        store64(self.record(link) + k.K_BIT, self._free_bit(placed, site))
        with retaken_hits(self._machine, site.index):
            placed.append(self._place(link))
            self._chain(site)
        if site.kind in (k.SITE_SYS_ENTER, k.SITE_SYS_EXIT):
            self._slow_down(at, link)
            self._slow_both(link)
        sites.refresh(site)
        if link.target.kind == "usdt":
            sites.raise_semaphore(site)
        if link.index not in self._held:
            for place in self._affected(site, link.target):
                self._prepare(place, -1)
        self.attached_ns[link.index] = time_now(self._machine)
        self._trace(link, site, _ATTACHES)

    def install_all(self, links: Sequence[Link]) -> None:
        """Let hits reach what userspace knows as one link: all of its places, or none.

        Raises:
            AttachError: One of them has no room.
        """
        for i, link in enumerate(links):
            try:
                self.install(link)
            except AttachError:
                for installed in links[:i]:
                    self.remove(installed)
                raise

    def expect_detach(self, links: Sequence[Link]) -> None:
        """Say that links will be removed in mid-run, so that none sees a hit too many."""
        for link in links:
            if link.index in self.attached_ns:
                for place in self._affected(
                    self._machine.sites.find(link.target.site), link.target
                ):
                    self._prepare(place, 1)
            self._held.add(link.index)

    def remove(self, link: Link) -> None:
        """Let no later hit reach a link.

        Of a link that nobody has expected to go, hits of tracepoints that contexts have begun
        ahead and that its filter keeps out are paid for, at most one segment of each.
        """
        machine, sites = self._machine, self._machine.sites
        site = sites.find(link.target.site)
        places = self._places(site)
        with retaken_hits(machine, site.index):
            forget_link(machine, link.index, places)
            placed = self._placed[site.index]
            placed.remove(next(one for one in placed if one.index == link.index))
            self._chain(site)
        if not any(self.links[one.index].target.kind == "usdt" for one in placed):
            sites.lower_semaphore(site)
        group = load64(self.record(link) + k.K_GROUP)
        if not any(one.group == group for row in self._placed.values() for one in row):
            self._since.pop(group, None)
        if site.kind in (k.SITE_SYS_ENTER, k.SITE_SYS_EXIT):
            self._speed_up()
        if site.kind == k.SITE_INSIDE and not placed:
            store64(sites.record(site.index) + k.S_TRACED, 0)
        sites.refresh(site)
        if link.index in self._held:
            self._held.discard(link.index)
            for place in self._affected(site, link.target):
                self._prepare(place, -1)
        self.detached_ns[link.index] = time_now(machine)
        self._trace(link, site, _DETACHES)

    def detach(self, link: Link) -> None:
        """Remove a link and all that userspace knows as the same one (bpf_link__destroy).

        Raises:
            AttachError: It is not attached.
        """
        parts = [one for one in self.links[link.pool :] if one.pool == link.pool]
        if link.index not in self.attached_ns or link.index in self.detached_ns:
            raise AttachError(
                f"{link.target.hook} is not attached",
                where=f"program {link.program.name!r}",
                reason="it has not been attached yet, or has been detached",
            )
        for part in parts:
            self.remove(part)

    def _places(self, site: Site) -> list[int]:
        """Return a site's number, and of a function that of its return."""
        if site.kind not in (k.SITE_ENTRY, k.SITE_USER):
            return [site.index]
        return [site.index, self._machine.sites.find(f"{site.name}%return").index]

    def _place(self, link: Link) -> Placed:
        """Say since when the link's group uses what it hangs on."""
        record = self.record(link)
        group, kind = load64(record + k.K_GROUP), load64(record + k.K_KIND)
        self._nr_installed += 1
        since = self._since.setdefault(group, self._nr_installed)
        return Placed(
            link.index, kind, group, since, self._nr_installed, load64(record + k.K_OFFSET)
        )

    def _free_bit(self, placed: Sequence[Placed], site: Site) -> int:
        """Return the lowest bit that no link of the site has, nor had for a hit under way."""
        used = bits_under_way(self._machine, self._places(site))
        taken = {load64(self.record(self.links[one.index]) + k.K_BIT) for one in placed}
        taken |= {i for i in range(used.bit_length()) if used >> i & 1}
        bit = next(i for i in range(len(taken) + 1) if i not in taken)
        if bit > MAX_CHAIN:
            raise AttachError(f"more than {MAX_CHAIN} programs at one site")
        return bit

    def _chain(self, site: Site) -> None:
        """Link a site's links in the order in which they run, and those of its return."""
        sites = self._machine.sites
        placed = self._placed.get(site.index, [])
        is_function = site.kind in (k.SITE_ENTRY, k.SITE_INSIDE, k.SITE_USER)
        at = sites.record(site.index)
        store64(at + k.S_NR_LINKS, len(placed))
        self._thread(at, k.K_NEXT, entry_order(placed, is_function=is_function))
        if site.kind == k.SITE_INSIDE:
            self._choose_forms(placed)
            sites.trace(site)
        elif is_function:
            back = sites.find(f"{site.name}%return")
            self._thread(sites.record(back.index), k.K_RETURN_NEXT, return_order(placed))
            sites.refresh(back)

    def _choose_forms(self, placed: Sequence[Placed]) -> None:
        """Price each probe inside of a function: a jump where there is room for it."""
        price = self._machine.prices.index
        offsets = {one.offset for one in placed}
        for one in placed:
            is_free = not offsets & set(range(one.offset + 1, one.offset + JUMP_BYTES))
            jumps = self._machine.config.is_kprobe_optimised and is_free
            key = "hook.kprobe_optimised" if jumps else "hook.kprobe_int3_boosted"
            store64(self.record(self.links[one.index]) + k.K_PRICE, price(key))

    def _thread(self, at: int, field: int, order: Sequence[int]) -> None:
        """Make a chain of links in *order*, from a site's record on."""
        for i, index in enumerate(order):
            following = order[i + 1] if i + 1 < len(order) else -1
            store64(self.record(self.links[index]) + field, following)
        store64(at + k.S_LINK, order[0] if order else -1)

    def _trace(self, link: Link, site: Site, what: int) -> None:
        """Write down from which site row on hits reach the link, or do no longer."""
        if self._machine.get(H_TRACE) == 0:
            return
        row = add_row(self._machine.m, LOG_SITES, 7)
        fields = (time_now(self._machine), what, link.index, site.index, link.target.nr)
        for i, value in enumerate((*fields, link.target.link_kind, 0)):
            store64(row + 8 * i, value)

    def _affected(self, site: Site, target: Target) -> list[Site]:
        """Where a link to *site* changes what a hit does.

        A context walks past a site that nobody wants to know about ahead of its time, so a link
        that is installed meanwhile would miss that hit; these sites are stepped on from the start.
        """
        if site.name in (SYS_ENTER, SYS_EXIT):
            return [self._machine.sites.find(name) for name in (SYS_ENTER, SYS_EXIT)]
        semaphore = f"{site.name}%semaphore"
        if target.kind == "usdt" and semaphore in self._machine.sites.by_name:
            return [site, self._machine.sites.find(semaphore)]
        return [site]

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

    def _speed_up(self) -> None:
        """Recompute what system calls pay at their tracepoints, of the links that are left."""
        sites = self._machine.sites
        left: dict[str, list[Placed]] = {}
        for name in (SYS_ENTER, SYS_EXIT):
            left[name] = self._placed.get(sites.find(name).index, [])
            wanted = (load64(self.record(self.links[p.index]) + k.K_NR) for p in left[name])
            at = sites.record(sites.find(name).index)
            store64(at + k.S_FILTER, int(any(nr >= 0 for nr in wanted)))
        everybody = sorted((*left[SYS_ENTER], *left[SYS_EXIT]), key=lambda one: one.installed)
        for name in (SYS_ENTER, SYS_EXIT):
            site = sites.find(name)
            at = sites.record(site.index)
            store64(at + k.S_SLOW, int(bool(everybody)))
            if everybody:
                store64(at + k.S_SLOW_OWNER, self.links[everybody[0].index].owner)
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
            "missed_overruled": k.K_MISSED_OVERRULED,
            "missed_detached": k.K_MISSED_DETACHED,
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
