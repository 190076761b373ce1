"""USDT probes of an ELF file, and the specs that attaching to them takes.

Answers to ``collect_usdt_targets`` and ``allocate_spec_id`` of libbpf's ``usdt.c`` (1.x). A
probe name may have many places; all of them are attached. Places with one argument string share
one spec, within one attachment; a detached attachment's specs are used again.

**Rule:** an attachment that fails leaves nothing behind: `SpecTable.attach` gives back what it
took.

**Not modelled:** kernels without BPF cookies (before 5.15), for which libbpf maps addresses to
specs; probes of processes that run already, found through /proc.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from sim.base.errors import AttachError, nearest
from sim.loader.usdt_args import UsdtArg, pack_spec, parse_args
from sim.loader.user_elf import UserElf

__all__ = ["MAX_SPECS", "Attachment", "SpecTable", "UsdtNote", "UsdtSite", "find_sites", "notes_of"]

NOTES = ".note.stapsdt"
BASE = ".stapsdt.base"
MAX_SPECS = 256  # of the header's map, unless a program defines BPF_USDT_MAX_SPEC_CNT
_STAPSDT = 3
_ADDRESSES = struct.Struct("<QQQ")


@dataclass(frozen=True)
class UsdtNote:
    """A note as the file has it: addresses are those of the time of linking."""

    provider: str
    name: str
    args: str
    address: int
    base: int
    semaphore: int


@dataclass(frozen=True)
class UsdtSite:
    """One place of a probe.

    Args:
        note: What describes it.
        address: Of its nop, with the base's adjustment.
        offset: Of its nop in the file.
        semaphore_offset: Of its semaphore in the file, 0 when it has none.
        args: Its arguments, read.
    """

    note: UsdtNote
    address: int
    offset: int
    semaphore_offset: int
    args: tuple[UsdtArg, ...]


def _bad_note(elf: UserElf, why: str) -> AttachError:
    message = f"usdt: invalid USDT note in '{elf.path}'"
    return AttachError(message, where=elf.path, reason=f"{why} (EINVAL)")


def _note(elf: UserElf, desc: bytes) -> UsdtNote:
    if len(desc) < _ADDRESSES.size:
        raise _bad_note(elf, "it is shorter than its three addresses")
    address, base, semaphore = _ADDRESSES.unpack_from(desc)
    parts = desc[_ADDRESSES.size :].split(b"\0")
    if len(parts) < 4 or not parts[0] or not parts[1]:
        raise _bad_note(elf, "provider, name and arguments are not three strings")
    provider, name, args = (part.decode("utf-8", "replace") for part in parts[:3])
    return UsdtNote(provider, name, args, address, base, semaphore)


def notes_of(elf: UserElf) -> tuple[UsdtNote, ...]:
    """Return the file's USDT notes, in its order.

    Raises:
        AttachError: There is no section of them (ENOENT), or it is malformed (EINVAL).
    """
    elf.check_usdt()
    data = elf.section_data(NOTES)
    if data is None:
        message = f"usdt: no USDT notes section ({NOTES}) found in '{elf.path}'"
        hint = "the file was built without USDT probes, or they were stripped"
        raise AttachError(message, where=elf.path, reason="ENOENT", suggestion=hint)
    if not data:
        message = f"usdt: invalid USDT notes section ({NOTES}) in '{elf.path}'"
        raise AttachError(message, where=elf.path, reason="EINVAL")
    found = []
    for owner, kind, desc in elf.notes(NOTES):
        if owner == b"stapsdt" and kind == _STAPSDT:
            found.append(_note(elf, desc))
    return tuple(found)


def _site(elf: UserElf, note: UsdtNote, base: int) -> UsdtSite:
    """Find out where a note's probe is in the file."""
    probe = f"{note.provider}:{note.name}"
    shift = base - note.base if base and note.base else 0
    address = note.address + shift
    place = elf.segment_at(address)
    if place is None:
        message = f"usdt: failed to find ELF program segment for '{probe}' in '{elf.path}' at IP"
        raise AttachError(f"{message} {address:#x}", where=elf.path, reason="ESRCH")
    if not place.is_exec:
        message = f"usdt: matched ELF binary '{elf.path}' segment [{place.start:#x}, {place.end:#x}"
        message += f") for '{probe}' at IP {address:#x} is not executable"
        raise AttachError(message, where=elf.path, reason="ESRCH")
    semaphore = _semaphore(elf, probe, note.semaphore + shift) if note.semaphore else 0
    offset = address - place.start + place.offset
    return UsdtSite(note, address, offset, semaphore, parse_args(note.args, probe))


def _semaphore(elf: UserElf, probe: str, address: int) -> int:
    """Return where a semaphore is in the file."""
    place = elf.segment_at(address)
    if place is None:
        message = f"usdt: failed to find ELF loadable segment with semaphore of '{probe}' in"
        raise AttachError(f"{message} '{elf.path}' at {address:#x}", where=elf.path, reason="ESRCH")
    if place.is_exec:
        message = f"usdt: matched ELF binary '{elf.path}' segment [{place.start:#x}, {place.end:#x}"
        message += f"] for semaphore of '{probe}' at {address:#x} is executable"
        raise AttachError(message, where=elf.path, reason="ESRCH")
    return address - place.start + place.offset


def find_sites(elf: UserElf, provider: str, name: str) -> tuple[UsdtSite, ...]:
    """Return every place of a probe.

    Raises:
        AttachError: The file has no such probe (ENOENT), or a place cannot be attached to.
    """
    notes = notes_of(elf)
    base = elf.section_address(BASE)
    found = [n for n in notes if (n.provider, n.name) == (provider, name)]
    if not found:
        known = sorted({f"{n.provider}:{n.name}" for n in notes})
        raise AttachError(
            f"usdt: no probe '{provider}:{name}' in '{elf.path}'",
            where=elf.path,
            reason="ENOENT",
            suggestion=nearest(f"{provider}:{name}", known) or "it has " + ", ".join(known[:8]),
        )
    return tuple(_site(elf, note, base) for note in found)


@dataclass(frozen=True)
class Attachment:
    """What one attachment took.

    Args:
        sites: Its places, in the file's order.
        spec_ids: The spec of each: the BPF cookie of its link.
        specs: What goes into the map of specs, by number.
    """

    sites: tuple[UsdtSite, ...]
    spec_ids: tuple[int, ...]
    specs: dict[int, bytes]


@dataclass
class SpecTable:
    """Which specs of an object's map are taken.

    Args:
        max_entries: Of the map ``__bpf_usdt_specs``.
    """

    max_entries: int = MAX_SPECS
    _next: int = 0
    _free: list[int] = field(default_factory=list)

    def _take(self) -> int | None:
        if self._free:
            return self._free.pop()
        if self._next >= self.max_entries:
            return None
        self._next += 1
        return self._next - 1

    def attach(self, sites: tuple[UsdtSite, ...], cookie: int = 0) -> Attachment:
        """Take a spec for every argument string among *sites*.

        Raises:
            AttachError: There are not enough specs left (E2BIG); none is taken then.
        """
        by_text: dict[str, int] = {}
        specs: dict[int, bytes] = {}
        for site in sites:
            text = site.note.args
            if text in by_text:
                continue
            number = self._take()
            if number is None:
                self._free.extend(by_text.values())
                raise self._too_many(sites)
            by_text[text] = number
            specs[number] = pack_spec(site.args, cookie)
        return Attachment(sites, tuple(by_text[s.note.args] for s in sites), specs)

    def detach(self, attachment: Attachment) -> None:
        """Give an attachment's specs back."""
        self._free.extend(attachment.specs)

    def _too_many(self, sites: tuple[UsdtSite, ...]) -> AttachError:
        distinct = len({site.note.args for site in sites})
        note = sites[0].note
        return AttachError(
            f"usdt: failed to attach '{note.provider}:{note.name}': E2BIG",
            where=f"{len(sites)} places with {distinct} distinct argument strings",
            reason=f"map __bpf_usdt_specs has {self.max_entries} entries",
            suggestion="define BPF_USDT_MAX_SPEC_CNT larger before including usdt.bpf.h",
        )
