"""Call sites: where a hook can be. The kernel owns them; `sim.hooks` installs links into them.

Every function has an entry and a return site and one for all places inside of it, every tracepoint
one; the system call sites ``raw_syscalls:sys_enter`` and ``sys_exit`` are passed by every system
call.

**Rule:** a site with nothing attached, no waiter and no trace costs the engine nothing.

**Not modelled:** where inside of a function an instruction is: a probe there is hit once a call,
after the function's own time and before the calls that it makes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.base.errors import MissingHookError, nearest
from sim.base.memory import load64, store64
from sim.bpf.region import signed_address
from sim.engine.state import H_CODE, H_FUNCTIONS, H_LINKS, H_SITES
from sim.kernel import layout as k
from sim.kernel.tracepoints import TracepointField, tracepoint
from sim.kernel.user_code import UserFunction, UserPlace

if TYPE_CHECKING:
    from sim.kernel.machine import Machine

__all__ = ["Site", "Sites", "inside"]

MAX_SITES = 1 << 14
SYS_ENTER = "raw_syscalls:sys_enter"
SYS_EXIT = "raw_syscalls:sys_exit"
# pt_regs offsets of arguments 1 to 6
_ARG_OFFSETS = (112, 104, 96, 88, 72, 64)
# parameters whose variable has another name
_PARAMETERS = {
    "rq": "request",
    "req": "request",
    "q": "queue",
    "pathname": "filename",
    "name": "filename",
    "filp": "file",
    "dfd": "a0",
}
_WORD_BYTES = 8
# of requests: 6.12 has their priority, which is always the default one
_FIELDS = {"nr_sectors": "nr_sector", "ioprio": "zero"}
# hits of these are steps of their own
_STEPPED = {
    k.LINK_KRETPROBE,
    k.LINK_FEXIT,
    k.LINK_FMOD_RET,
    k.LINK_RETMULTI,
    k.LINK_SESSION,
    k.LINK_RETSESSION,
}


def inside(name: str) -> str:
    """Return the name of the site inside of function *name*, where its instructions are."""
    return f"{name}%inside"


@dataclass(frozen=True)
class Site:
    """A place where hooks can be."""

    index: int
    name: str
    kind: int
    address: int
    args: tuple[tuple[int, int, int], ...]


class Sites:
    """All sites of a machine, by name: ``vfs_read`` (entry), ``vfs_read%return``, ``block:…``."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._variables = machine.paths.variables
        self.by_name: dict[str, Site] = {}
        self._passed_at: dict[int, list[int]] = {}
        self._table = machine.alloc(MAX_SITES * k.SITE_BYTES)
        machine.put(H_SITES, self._table)
        self.tracepoint_index: dict[str, int] = {}
        for name in (*machine.paths.functions, *machine.paths.silent):
            self._add_function(name)
        for name, kind, result in (
            (SYS_ENTER, k.SITE_SYS_ENTER, "nr"),
            (SYS_EXIT, k.SITE_SYS_EXIT, "ret"),
        ):
            index = self._add(name, kind, 0, ())
            self._set_raw(index, ("regs", result))
            store64(self.record(index) + k.S_REGS, 1)
        for name in machine.paths.tracepoints():
            self.tracepoint_index[name] = self._add_tracepoint(name)
        self._guards: dict[int, list[int]] = {}
        self._skips: dict[int, int] = {}  # where guards lead while their semaphore is down
        for place in machine.config.user_places:
            self._add_place(place)

    def record(self, index: int) -> int:
        """Return the host address of a site's record."""
        return self._table + index * k.SITE_BYTES

    def _add(
        self,
        name: str,
        kind: int,
        address: int,
        args: Sequence[Sequence[int]],
        size: int = 0,
    ) -> int:
        index = len(self.by_name)
        self.by_name[name] = Site(
            index, name, kind, address, tuple((row[0], row[1], row[2]) for row in args)
        )
        at = self.record(index)
        table = self._machine.alloc(k.ARG_ROW_BYTES * max(len(args), 1))
        for i, row in enumerate(args):
            for j, value in enumerate(row):
                store64(table + k.ARG_ROW_BYTES * i + 8 * j, value)
        for offset, value in (
            (k.S_KIND, kind),
            (k.S_LINK, -1),
            (k.S_ADDRESS, signed_address(address)),
            (k.S_NR_ARGS, len(args)),
            (k.S_ARGS, table),
            (k.S_RECORD_BYTES, size),
        ):
            store64(at + offset, value)
        return index

    def _add_function(self, name: str) -> None:
        if name in machine_user(self._machine):
            self._add_user(name)
            return
        address = self._machine.kallsyms.address_of(name)
        params = self._machine.types.function_params(name) or ()
        if name.startswith("__x64_sys_"):
            params = (("regs", ""),)
        args = []
        for (param, _ctype), offset in zip(params, _ARG_OFFSETS, strict=False):
            variable = _PARAMETERS.get(param, param)
            if param == "page" and name in self._machine.paths.priced:
                variable = "folio"  # what folios are was pages before
            args.append((offset, 8, self._variables.get(variable, k.V["zero"])))
        takes_regs = params[:1] == (("regs", ""),)
        for site, kind in ((name, k.SITE_ENTRY), (f"{name}%return", k.SITE_RETURN)):
            index = self._add(site, kind, address, args)
            store64(self.record(index) + k.S_REGS, int(takes_regs))
        index = self._add(inside(name), k.SITE_INSIDE, address, args)
        self.tracepoint_index[inside(name)] = index

    def _add_user(self, name: str) -> None:
        """Add a function of user space: its registers are the variables a0 to a5."""
        one = machine_user(self._machine)[name]
        args = [(at, 8, k.V[f"a{i}"], 0, 0) for i, at in enumerate(_ARG_OFFSETS)]
        places = ((name, k.SITE_USER), (f"{name}%return", k.SITE_USER_RETURN))
        for site, kind in places:
            index = self._add(site, kind, one.address, args)
            price = self._machine.prices.index(one.price)
            store64(self.record(index) + k.S_TRAP_PRICE, price)

    def _add_place(self, place: UserPlace) -> None:
        """Add a place of a USDT probe, and the test of its semaphore."""
        args = [(at, 8, k.V[f"a{i}"], 0, 0) for i, at in enumerate(place.registers)]
        price = self._machine.prices.index("hook.uprobe")
        names = ((place.name, k.SITE_USER), (f"{place.name}%return", k.SITE_USER_RETURN))
        for site, kind in names:
            index = self._add(site, kind, place.address, args)
            store64(self.record(index) + k.S_TRAP_PRICE, price)
        if place.has_semaphore:
            self._add(f"{place.name}%semaphore", k.SITE_INSIDE, place.address, ())

    def guard(self, place: str, at: int) -> None:
        """Let the jump at operation *at* lead past a place until its semaphore is raised."""
        self._guards.setdefault(self.find(place).index, []).append(at)

    def raise_semaphore(self, site: Site) -> None:
        """Let what a place guards run from here on."""
        code = self._machine.get(H_CODE)
        for at in self._guards.get(site.index, ()):
            target = code + at * k.OP_BYTES + 8
            self._skips.setdefault(at, load64(target))
            store64(target, at + 1)

    def lower_semaphore(self, site: Site) -> None:
        """Let nothing that a place guards run any more."""
        code = self._machine.get(H_CODE)
        for at in self._guards.get(site.index, ()):
            if at in self._skips:
                store64(code + at * k.OP_BYTES + 8, self._skips[at])

    def _add_tracepoint(self, name: str) -> int:
        category, _, event = name.partition(":")
        known = tracepoint(category, event, self._machine.config.kernel)
        sources = self._machine.paths.sources.get(name, {})
        fields = sources.get("fields", {})
        args = []
        for field in known.fields:
            source = self._source(fields.get(field.name, field.name), field)
            if field.size <= _WORD_BYTES or source[1] != k.HOW_VALUE:
                args.append((field.offset, field.size, *source))
        size = (known.ctx_bytes + 8 + 7) & -8
        index = self._add(name, k.SITE_TRACEPOINT, 0, args, size)
        self._set_raw(index, sources.get("args", ()))
        return index

    def _set_raw(self, index: int, names: Sequence[str]) -> None:
        """Say in which variables a site's raw arguments are."""
        table = self._machine.alloc(8 * max(len(names), 1))
        for i, name in enumerate(names):
            store64(table + 8 * i, self._variables[name])
        store64(self.record(index) + k.S_NR_RAW, len(names))
        store64(self.record(index) + k.S_RAW, table)

    def _source(self, text: str, field: TracepointField) -> tuple[int, int, int]:
        """Return variable, how and offset of ``VAR``, ``VAR->MEMBER`` or ``current->MEMBER``."""
        if text == "comm":
            text = "current->comm"
        pointer, arrow, member = text.partition("->")
        if not arrow:
            return self._variables.get(_FIELDS.get(text, text), k.V["zero"]), k.HOW_VALUE, 0
        struct, _, member = member.rpartition("::")
        offset = self._machine.types.offsetof(f"struct {struct or 'task_struct'}", member)
        variable = k.VAR_CURRENT if pointer == "current" else self._variables[pointer]
        return variable, k.HOW_STRING if field.is_data_loc else k.HOW_MEMBER, offset

    def find(self, name: str) -> Site:
        """Return the site called *name*.

        Raises:
            MissingHookError: There is none.
        """
        if name in self.by_name:
            return self.by_name[name]
        raise MissingHookError(
            f"this kernel has nothing to hook called {name!r}",
            where=f"simulated Linux {self._machine.config.kernel}",
            suggestion=nearest(name, (n for n in self.by_name if "%" not in n)),
        )

    def finish(self) -> None:
        """Tell functions their sites, and let the trace see every site."""
        functions = self._machine.get(H_FUNCTIONS)
        for i, name in enumerate(self._machine.paths.functions):
            row = functions + i * k.FN_BYTES
            store64(row + k.FN_ENTRY, self.by_name[name].index)
            store64(row + k.FN_EXIT, self.by_name[f"{name}%return"].index)
            # a function of user space that no workload calls has no code
            store64(row + k.FN_RET_OP, self._machine.code.rets.get(name, 0))
        if self._machine.config.is_traced:
            for site in self.by_name.values():
                if site.kind != k.SITE_INSIDE:
                    self.trace(site)

    def trace(self, site: Site) -> None:
        """Let a site's hits be written down, in a machine that is traced."""
        store64(self.record(site.index) + k.S_TRACED, int(self._machine.config.is_traced))
        self.refresh(site)

    def refresh(self, site: Site) -> None:
        """Recompute whether anything wants to know about a site's hits."""
        at = self.record(site.index)
        has_links = load64(at + k.S_LINK) >= 0 or load64(at + k.S_SLOW) != 0
        visible = k.SITE_AHEAD if has_links else k.SITE_UNSEEN
        if any(load64(at + field) for field in (k.S_WAITERS, k.S_TRACED, k.S_PREPARED)):
            visible = k.SITE_STEPPED  # who asks to be told wants each hit at its time
        kinds = set(self._link_kinds(at))
        if kinds & _STEPPED or (k.LINK_KPROBE in kinds and len(kinds) > 1):
            visible = k.SITE_STEPPED  # pools are everybody's; guards differ from kind to kind
        if has_links and load64(at + k.S_KIND) >= k.SITE_USER:
            visible = k.SITE_STEPPED  # its lock is everybody's
        was_unseen = load64(at + k.S_VISIBLE) == k.SITE_UNSEEN
        store64(at + k.S_VISIBLE, visible)
        for o in self._passed_at.get(site.index, ()):
            store64(o + k.OP_SEEN, visible)
        if self._passed_at and was_unseen != (visible == k.SITE_UNSEEN):
            self.skip_unseen()

    def pass_at(self, o: int, row: Sequence[int]) -> None:
        """Note that the operation in code row *o* passes a site."""
        index = -1
        functions = self._machine.get(H_FUNCTIONS)
        if row[0] == k.OP["site"]:
            index = row[1]
        elif row[0] == k.OP["call"]:
            index = load64(functions + row[2] * k.FN_BYTES + k.FN_ENTRY)
        elif row[0] == k.OP["ret"]:
            index = load64(functions + row[1] * k.FN_BYTES + k.FN_EXIT)
        store64(o + k.OP_SITE, index)
        if index >= 0:
            self._passed_at.setdefault(index, []).append(o)
            store64(o + k.OP_SEEN, load64(self.record(index) + k.S_VISIBLE))

    def skip_unseen(self) -> None:
        """Let every operation lead behind the tracepoints that nobody wants to know about."""
        code, rows = self._machine.get(H_CODE), self._machine.code.rows
        behind = len(rows)
        for i in reversed(range(len(rows))):
            o = code + i * k.OP_BYTES
            store64(o + k.OP_NEXT, behind)
            if rows[i][0] != k.OP["site"] or load64(o + k.OP_SEEN) != k.SITE_UNSEEN:
                behind = i

    def _link_kinds(self, at: int) -> Iterator[int]:
        """Yield the kind of every link in a site's chain."""
        index = load64(at + k.S_LINK)
        while index >= 0:
            link = self._machine.get(H_LINKS) + index * k.LINK_BYTES
            yield load64(link + k.K_KIND)
            index = load64(link + k.K_NEXT)

    def names(self) -> Mapping[int, str]:
        """Return the name of each site's number."""
        return {site.index: name for name, site in self.by_name.items()}


def machine_user(machine: Machine) -> Mapping[str, UserFunction]:
    """Return the functions of user space, by the names of their sites."""
    return machine.paths.user
