"""What bpftool's verbs ask: maps, programs, links and what is in the maps.

**Rule:** results of operations are bpf(2)'s: 0 or a negative errno. A source that is a record
(`is_record`) refuses to be changed.

**Not modelled:** anything of its own; `RunSource` and `LiveSource` are what there is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn, Protocol

from sim.base.errors import SimError
from sim.bpf.btf import Btf
from sim.record.bpf_info import LinkInfo, MapInfo, ProgInfo, XlatedInsn

__all__ = ["BtfInfo", "MapTypes", "Source", "refuse_change"]

Values = Sequence[bytes]


@dataclass(frozen=True)
class MapTypes:
    """The BTF types of a map's key (0: none) and value."""

    btf: Btf
    key: int
    value: int


@dataclass(frozen=True)
class BtfInfo:
    """A loaded BTF.

    Attributes:
        id: Its id.
        name: ``vmlinux`` for the kernel's own, else "".
        size_bytes: Its length.
    """

    id: int
    name: str
    size_bytes: int


class Source(Protocol):
    """Where bpftool's verbs look."""

    name: str
    is_record: bool

    @property
    def kernel(self) -> str:
        """The simulated kernel."""

    def maps(self) -> Sequence[MapInfo]:
        """Return the maps, by id."""

    def progs(self) -> Sequence[ProgInfo]:
        """Return the programs, by id."""

    def links(self) -> Sequence[LinkInfo]:
        """Return the links, by id."""

    def btfs(self) -> Sequence[BtfInfo]:
        """Return what BTF is loaded, by id."""

    def xlated(self, prog: ProgInfo) -> Sequence[XlatedInsn]:
        """Return a program's instructions as the verifier left them."""

    def types(self, one: MapInfo) -> MapTypes | None:
        """Return the types of a map that has any."""

    def left_out(self, one: MapInfo) -> int:
        """Return how many of a map's keys are not here."""

    def next_key(self, one: MapInfo, key: bytes | None) -> tuple[int, bytes]:
        """Return the key after *key* (None: the first): result and key."""

    def lookup(self, one: MapInfo, key: bytes | None) -> tuple[int, Values]:
        """Look a key up: result, and the value of each CPU, or of all."""

    def update(self, one: MapInfo, key: bytes | None, value: bytes, flags: int) -> int:
        """Update an element."""

    def delete(self, one: MapInfo, key: bytes) -> int:
        """Delete an element."""

    def take(self, one: MapInfo) -> tuple[int, Values]:
        """Take an element out of a queue or stack."""

    def freeze(self, one: MapInfo) -> int:
        """Let user space write no more."""


def refuse_change(name: str, what: str) -> NoReturn:
    """Refuse to change a finished run.

    Raises:
        SimError: Always.
    """
    raise SimError(
        f"a run that is over cannot be changed: {what}",
        where=name,
        reason="its directory is a record of what was",
        suggestion="on a machine of this process, from Python: sim.bpftool.live.LiveSource "
        "(docs/maps.md)",
    )
