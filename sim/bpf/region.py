"""Simulated memory: two 4 GiB reservations, kernel and user, with a page table each.

A simulated address becomes a host address by keeping its lower 32 bits and adding the
reservation's base, so that no program, verified or not, can reach the host process. Ranges of
kernel memory have disjoint lower halves:

=============  ==================  =============================================
range          starts at           holds
=============  ==================  =============================================
direct map     0xffff888000100000  tasks, files, requests, contexts
text           0xffffffff81000000  function addresses (no bytes behind them)
map structs    0xffffc90090000000  what a program gets for a map reference
vmalloc        0xffffc900a0000000  map values, rings, program stacks
=============  ==================  =============================================

User memory starts at 0x00007f0000001000. The page table of a reservation holds, for each 4 KiB
page, the upper half of the address that is mapped there, plus one (0: nothing is).

**Rule:** a verified program's direct accesses are masked only; helpers check first.

**Not modelled:** TLB, page faults, protection bits, NUMA.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.errors import SimError
from sim.base.memory import Buffer, copy_bytes, load8, load32, store8, store32

__all__ = [
    "DIRECT_MAP_BASE",
    "MAP_STRUCT_BASE",
    "MAP_STRUCT_BYTES",
    "PAGE_BYTES",
    "TEXT_BASE",
    "USER_BASE",
    "VMALLOC_BASE",
    "Region",
    "is_mapped",
    "probe_read",
    "probe_read_str",
    "signed_address",
]

PAGE_BYTES = 4096
DIRECT_MAP_BASE = 0xFFFF888000100000
TEXT_BASE = 0xFFFFFFFF81000000
MAP_STRUCT_BASE = 0xFFFFC90090000000
MAP_STRUCT_BYTES = 1024
VMALLOC_BASE = 0xFFFFC900A0000000
VMEMMAP_BASE = 0xFFFFEA0000010000  # struct page of every page
USER_BASE = 0x00007F0000001000

_LIMITS = {
    VMEMMAP_BASE: 0x100000,
    DIRECT_MAP_BASE: 0x80000000,
    TEXT_BASE: 0x90000000,
    MAP_STRUCT_BASE: 0xA0000000,
    VMALLOC_BASE: 0xFFFF0000,
    USER_BASE: 0xFFFF0000,
}
_NAMES = {
    DIRECT_MAP_BASE: "kernel direct map",
    VMALLOC_BASE: "vmalloc area",
    VMEMMAP_BASE: "vmemmap area",
    MAP_STRUCT_BASE: "map structs",
    USER_BASE: "user memory",
}
_RESERVATION_BYTES = (1 << 32) + (1 << 16)

_EFAULT = -14


def signed_address(address: int) -> int:
    """Return a simulated address as the int64 that registers hold."""
    return address - (1 << 64) if address >> 63 else address


class Region:
    """One reservation of simulated memory.

    Args:
        bases: Simulated start addresses of the ranges that may be allocated from.
    """

    def __init__(self, *bases: int) -> None:
        self._memory = Buffer(_RESERVATION_BYTES)
        self._table = Buffer((1 << 20) * 4)
        self.base = self._memory.address
        self.table = self._table.address
        self._next = {base: base for base in bases}

    def alloc(self, base: int, nr_bytes: int, align: int = 16) -> int:
        """Take zeroed memory from the range that starts at *base*.

        Returns:
            The simulated address, unsigned.

        Raises:
            SimError: The range is used up.
        """
        start = -(-self._next[base] // align) * align
        end = start + max(nr_bytes, 1)
        if (base & 0xFFFFFFFF) + end - base > _LIMITS[base]:
            raise SimError(
                f"the simulated machine's {_NAMES[base]} is used up",
                reason=f"{nr_bytes:,} bytes more were asked for, "
                f"{(_LIMITS[base] - (start & 0xFFFFFFFF)):,} are left",
                suggestion="fewer or smaller maps, or fewer tasks and files",
            )
        self._next[base] = end
        for page in range(start // PAGE_BYTES, (end - 1) // PAGE_BYTES + 1):
            store32(self.table + 4 * (page & 0xFFFFF), ((page >> 20) + 1) & 0xFFFFFFFF)
        return start

    def alloc_guarded(self, base: int, nr_bytes: int) -> int:
        """Take memory that ends where a page ends, with nothing mapped right before and behind.

        Returns:
            The simulated address, unsigned.
        """
        pages = -(-nr_bytes // PAGE_BYTES)
        before = -(-self._next[base] // PAGE_BYTES) * PAGE_BYTES + PAGE_BYTES
        self._next[base] = before
        start = self.alloc(base, pages * PAGE_BYTES, PAGE_BYTES) if pages else before
        self._next[base] = before + (pages + 1) * PAGE_BYTES
        return start + pages * PAGE_BYTES - nr_bytes

    def used_bytes(self) -> int:
        """Return how much has been allocated."""
        return sum(end - base for base, end in self._next.items())

    def used_ranges(self) -> list[tuple[int, int]]:
        """Return what has been allocated: start addresses, and their numbers of bytes."""
        return [(base, end - base) for base, end in self._next.items() if end > base]

    def host(self, address: int) -> int:
        """Return the host address behind a simulated one."""
        return self.base + (address & 0xFFFFFFFF)

    def write(self, address: int, data: bytes) -> None:
        """Write bytes at a simulated address, which must be allocated."""
        start = address & 0xFFFFFFFF
        self._memory.view[start : start + len(data)] = data

    def read(self, address: int, nr_bytes: int) -> bytes:
        """Read bytes at a simulated address."""
        start = address & 0xFFFFFFFF
        return self._memory.view[start : start + nr_bytes]

    def close(self) -> None:
        """Give the reservation back."""
        self._memory.close()
        self._table.close()


@compiled("int64(int64,int64,int64)", inline=True, python=True)
def is_mapped(table: int, address: int, nr_bytes: int) -> int:
    """Say whether every byte of a simulated range is mapped."""
    first = address >> 12
    nr_more = ((address & 4095) + nr_bytes - 1) >> 12
    for i in range(nr_more + 1):
        page = first + i
        entry = load32(table + 4 * (page & 0xFFFFF))
        # an upper half of all ones would look like a page that is not there: nothing is mapped so
        if entry == 0 or entry != ((page >> 20) + 1) & 0xFFFFFFFF:
            return 0
    return 1


@compiled("int64(int64,int64,int64,int64,int64)")
def probe_read(base: int, table: int, dst_host: int, nr_bytes: int, address: int) -> int:
    """Copy from a simulated address as bpf_probe_read does.

    Returns:
        0, or −EFAULT; the caller clears the destination then.
    """
    if nr_bytes == 0:
        return 0
    if is_mapped(table, address, nr_bytes) == 0:
        return _EFAULT
    copy_bytes(dst_host, base + (address & 0xFFFFFFFF), nr_bytes)
    return 0


@compiled("int64(int64,int64,int64,int64,int64)")
def probe_read_str(base: int, table: int, dst_host: int, nr_bytes: int, address: int) -> int:
    """Copy a string of at most *nr_bytes* with its NUL, as bpf_probe_read_str does.

    Returns:
        Bytes written including the NUL, 0 for an empty destination, or −EFAULT.
    """
    if nr_bytes <= 0:
        return 0
    i = 0
    while i < nr_bytes:
        if (i == 0 or ((address + i) & 4095) == 0) and is_mapped(table, address + i, 1) == 0:
            return _EFAULT
        byte = load8(base + ((address + i) & 0xFFFFFFFF))
        store8(dst_host + i, byte)
        i += 1
        if byte == 0:
            return i
    store8(dst_host + nr_bytes - 1, 0)
    return nr_bytes
