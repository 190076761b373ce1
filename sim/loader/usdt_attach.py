"""Attaching a program to a USDT probe: a link at each of its places, and the specs they read.

Answers to ``usdt_manager_attach_usdt`` of libbpf's ``usdt.c`` (1.x): each distinct argument string
takes one entry of the map ``__bpf_usdt_specs``, and its number is the BPF cookie of the links at
its places. A tool's own cookie goes into the spec.

**Rule:** all specs of an attachment are taken before its first link is made, or none.

**Not modelled:** ``__bpf_usdt_ip_to_spec_id``, which kernels before 5.15 need.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sim.base.errors import AttachError
from sim.bpf.maps.create import MapView
from sim.bpf.maps.layout import M_VALUES
from sim.hooks.attach import Link, Links
from sim.hooks.target import Choice, Program, Target, expand
from sim.kernel.machine import Machine
from sim.kernel.user_code import UserPlace
from sim.loader.usdt import Attachment, SpecTable, UsdtNote, UsdtSite
from sim.loader.usdt_args import SPEC_BYTES, parse_args

__all__ = ["SPECS", "UsdtManager"]

SPECS = "__bpf_usdt_specs"


def _site(place: UserPlace) -> UsdtSite:
    note = UsdtNote(place.provider, place.probe, place.args, place.address, 0, 0)
    args = parse_args(place.args, f"{place.provider}:{place.probe}")
    return UsdtSite(note, place.address, place.offset, int(place.has_semaphore), args)


class UsdtManager:
    """The USDT attachments of one object.

    Args:
        machine: Where.
        links: The machine's links.
        maps: The object's, by name.
    """

    def __init__(self, machine: Machine, links: Links, maps: Mapping[str, MapView]) -> None:
        self._machine = machine
        self._links = links
        self._specs = maps.get(SPECS)
        self._table = SpecTable(self._specs.max_entries if self._specs else 0)

    def attach(self, program: Program, target: Target, owner: int, chosen: Choice) -> list[Link]:
        """Make the links at all places of a probe.

        Raises:
            AttachError: There is no such probe, or there are not enough specs.
        """
        parts = expand(target, self._machine.sites.by_name)
        places = {one.name: one for one in self._machine.config.user_places}
        sites = tuple(_site(places[part.site]) for part in parts)
        if self._specs is None:
            raise AttachError(
                f"usdt: no map '{SPECS}' in the object of program '{program.name}': ESRCH",
                where=target.hook,
                reason="the program was built without usdt.bpf.h",
            )
        made = self._table.attach(sites, chosen.cookie)
        self._fill(made)
        return self._link(program, parts, made.spec_ids, owner)

    def _fill(self, made: Attachment) -> None:
        if self._specs is None:
            return
        first = self._specs.field(M_VALUES)
        for number, spec in made.specs.items():
            self._machine.kernel.write(first + number * SPEC_BYTES, spec)

    def _link(
        self, program: Program, parts: Sequence[Target], numbers: Sequence[int], owner: int
    ) -> list[Link]:
        return [
            self._links.prepare(program, part, owner, number)
            for part, number in zip(parts, numbers, strict=True)
        ]
