"""The symbol table of the simulated kernel: function names and their addresses.

Answers to ``kernel/kallsyms.c`` and ``/proc/kallsyms``.

The rule to know: addresses depend on the set of names alone. Names are sorted and get
`FUNCTION_BYTES` each from `TEXT_BASE` upwards, so neither the order in which paths were
declared nor how often a name was given changes one. No bytes lie behind these addresses. The code
that enters the kernel (`ENTRY_FUNCTIONS`) lies apart and is only known by address.

**Not modelled:** tags and names in those of JIT-compiled programs, data symbols, modules, function
sizes, several functions of one name, ``kptr_restrict``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from sim.base.errors import AttachError, SimError, nearest

__all__ = [
    "ENTRY_FUNCTIONS",
    "ENTRY_TEXT",
    "FUNCTION_BYTES",
    "JIT_BYTES",
    "PROG_TEXT",
    "TEXT_BASE",
    "TRACE_RUN_TEXT",
    "TRAMPOLINE_TEXT",
    "Kallsyms",
]

#: Where kernel text starts on x86-64 without address randomisation.
TEXT_BASE = 0xFFFFFFFF81000000
#: Distance between functions: room for call sites and return addresses inside each.
FUNCTION_BYTES = 256
#: Where the code lies that enters the kernel (.entry.text), and its functions.
ENTRY_TEXT = 0xFFFFFFFF8F000000
ENTRY_FUNCTIONS = ("do_syscall_64", "entry_SYSCALL_64_after_hwframe")
#: Behind them: what calls the programs of a raw tracepoint, by its number of arguments.
TRACE_RUN_TEXT = ENTRY_TEXT + len(ENTRY_FUNCTIONS) * FUNCTION_BYTES
_TRACE_RUN = tuple(f"bpf_trace_run{i}" for i in range(1, 13))
_APART = ENTRY_FUNCTIONS + _TRACE_RUN
#: Where JIT-compiled programs and the trampolines of functions lie, and how far apart.
PROG_TEXT, TRAMPOLINE_TEXT, JIT_BYTES = 0xFFFFFFFFC0000000, 0xFFFFFFFFC0800000, 0x1000
_JIT = (
    (PROG_TEXT, TRAMPOLINE_TEXT, "bpf_prog"),
    (TRAMPOLINE_TEXT, 0xFFFFFFFFFF000000, "bpf_trampoline"),
)
#: Kernel text must end below this address; see sim.bpf.region.
_TEXT_END = ENTRY_TEXT


class Kallsyms:
    """A table of kernel functions.

    Args:
        names: Function names, in any order; repeated names count once.

    Raises:
        SimError: A name is empty, or there are more than the text area holds.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(sorted(set(names)))
        if self._names and not self._names[0]:
            raise SimError("a kernel function has an empty name")
        if TEXT_BASE + len(self._names) * FUNCTION_BYTES > _TEXT_END:
            raise SimError(f"{len(self._names):,} kernel functions are more than the text holds")
        self._addresses = {
            name: TEXT_BASE + index * FUNCTION_BYTES for index, name in enumerate(self._names)
        }

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        return name in self._addresses

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def address_of(self, name: str) -> int:
        """Return the address of a function, unsigned.

        Raises:
            AttachError: There is no such function; names the nearest.
        """
        if name not in self._addresses:
            raise AttachError(
                f"there is no function {name!r} in the simulated kernel",
                suggestion=nearest(name, self._names),
            )
        return self._addresses[name]

    def lookup(self, address: int) -> tuple[str, int] | None:
        """Return (name, offset) of the function that holds *address*, or None.

        Args:
            address: An address, as an unsigned or a signed 64-bit number.
        """
        address &= (1 << 64) - 1
        index = (address - ENTRY_TEXT) // FUNCTION_BYTES
        if 0 <= index < len(_APART):
            return _APART[index], (address - ENTRY_TEXT) % FUNCTION_BYTES
        for base, end, name in _JIT:
            if base <= address < end:
                return f"{name}_{(address - base) // JIT_BYTES}", (address - base) % JIT_BYTES
        index = (address - TEXT_BASE) // FUNCTION_BYTES
        if not 0 <= index < len(self._names):
            return None
        return self._names[index], (address - TEXT_BASE) % FUNCTION_BYTES

    def name_of(self, address: int) -> str | None:
        """Return the name of the function that holds *address*, or None."""
        found = self.lookup(address)
        return found[0] if found else None

    def symbolize(self, address: int) -> str:
        """Return ``name+0xoff``, or the bare address when no function holds it."""
        found = self.lookup(address)
        if found is None:
            return f"0x{address & ((1 << 64) - 1):x}"
        name, offset = found
        return f"{name}+0x{offset:x}" if offset else name

    def with_prefix(self, prefix: str) -> tuple[str, ...]:
        """Return the functions whose names start with *prefix*, sorted."""
        first = bisect_right(self._names, prefix)
        if first and self._names[first - 1] == prefix:
            first -= 1
        found = []
        for name in self._names[first:]:
            if not name.startswith(prefix):
                break
            found.append(name)
        return tuple(found)

    def text(self) -> str:
        """Return the table as ``/proc/kallsyms`` prints it."""
        return "".join(f"{address:016x} T {name}\n" for name, address in self._addresses.items())
