"""The formats that programs may print with (``bpf_trace_printk``, ``bpf_snprintf`` and the like).

Answers to ``bpf_bprintf_prepare`` in kernel/bpf/helpers.c, which says which formats are taken, and
to ``vsnprintf`` in lib/vsprintf.c for the text.

**Rule:** arguments are 64-bit words; a conversion takes as much of its word as its type has. What
cannot be read is an empty string, or zeros; what the kernel writes before the text is put together
(``%pks``, ``%pI4``, ``%pB``) knows no width.

**Not modelled:** the secret that hashes ``%p``: a pointer's hash here is a fixed one; the space of
512 bytes for all strings of a call.
"""

from __future__ import annotations

import hashlib
import string
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

__all__ = ["MAX_BPRINTF_VARARGS", "Memory", "bprintf", "hashed_pointer"]

MAX_BPRINTF_VARARGS = 12
_EINVAL = 22
_M64 = (1 << 64) - 1
_MAX_STRING_BYTES = 512
_SPACES = " \t\n\v\f\r\xa0"
# The kernel's character classes are those of Latin-1.
_HIGH_PUNCTUATION = "".join(map(chr, range(0xA1, 0xC0))) + "\xd7\xf7"
_ENDS_NAME = frozenset(_SPACES + string.punctuation + _HIGH_PUNCTUATION)
_POINTER_DIGITS = 16


class Memory(Protocol):
    """Where a format's pointers lead."""

    def read_str(self, address: int, max_bytes: int, *, user: bool | None) -> bytes | None:
        """Return a string without its NUL, None if it cannot be read; *user* None: either."""

    def read(self, address: int, nr_bytes: int) -> bytes | None:
        """Return kernel memory, None if it cannot be read."""

    def symbol(self, address: int) -> tuple[str, int] | None:
        """Return the function that holds an address, and how far into it."""


class _Spec(NamedTuple):
    """One conversion: its flags, width and kind, and how much of its word it takes."""

    flags: str
    width: int
    kind: str
    nr_bytes: int


def bprintf(fmt: bytes, args: Sequence[int], memory: Memory) -> bytes | int:
    """Write *args* by a format.

    Args:
        fmt: The format, without its NUL.
        args: The arguments, 64 bits each.
        memory: Where pointers lead.

    Returns:
        The text, or −EINVAL for a format that the kernel refuses.
    """
    text = fmt.decode("latin-1")
    if any(c not in _SPACES and (ord(c) < 32 or ord(c) == 127) for c in text):
        return -_EINVAL
    out: list[bytes] = []
    at = nr_args = 0
    while at < len(text):
        mark = text.find("%", at)
        if mark < 0:
            out.append(text[at:].encode("latin-1"))
            break
        out.append(text[at:mark].encode("latin-1"))
        if text[mark + 1 : mark + 2] == "%":
            out.append(b"%")
            at = mark + 2
            continue
        parsed = _parse(text, mark + 1) if nr_args < len(args) else None
        if parsed is None:
            return -_EINVAL
        spec, at = parsed
        out.append(_convert(spec, args[nr_args] & _M64, memory))
        nr_args += 1
        while spec.kind.startswith("p") and text[at : at + 1].isalnum():
            at += 1  # a pointer's conversion takes all letters and digits behind it
    return b"".join(out)


def _parse(text: str, at: int) -> tuple[_Spec, int] | None:
    """Read a conversion behind its mark; return it and where the text goes on, None if refused."""
    start = at
    while text[at : at + 1] in ("0", "+", "-", " "):
        at += 1
    flags, start = text[start:at], at
    while text[at : at + 1].isdigit():
        at += 1
    width = int(text[start:at] or 0)
    first = text[at : at + 1]
    if first == "p":
        return _parse_pointer(text, at + 1, flags, width)
    if first == "s":
        return _ended(text, at + 1, _Spec(flags, width, "s", 8))
    if first == "c":
        return _Spec(flags, width, "c", 1), at + 1
    nr_long = 0
    while nr_long < 2 and text[at : at + 1] == "l":
        nr_long, at = nr_long + 1, at + 1
    kind = text[at : at + 1]
    if not kind or kind not in "iduxX":
        return None
    return _Spec(flags, width, kind, 8 if nr_long else 4), at + 1


def _parse_pointer(text: str, at: int, flags: str, width: int) -> tuple[_Spec, int] | None:
    kind = text[at : at + 1]
    if kind in ("k", "u") and text[at + 1 : at + 2] == "s":
        return _ended(text, at + 2, _Spec(flags, width, f"p{kind}s", 8))
    if not kind or kind in _ENDS_NAME:
        return _Spec(flags, width, "p", 8), at
    if kind in "KxsSB":
        return _Spec(flags, width, f"p{kind}", 8), at + 1
    family = text[at + 1 : at + 2]
    if kind in "iI" and family in ("4", "6"):
        return _Spec(flags, width, f"p{kind}{family}", 8), at + 2
    return None


def _ended(text: str, at: int, spec: _Spec) -> tuple[_Spec, int] | None:
    """Accept a string's conversion only where a name could not go on."""
    following = text[at : at + 1]
    return (spec, at) if not following or following in _ENDS_NAME else None


def _convert(spec: _Spec, value: int, memory: Memory) -> bytes:
    if spec.kind in ("s", "pks", "pus"):
        user = {"s": None, "pks": False, "pus": True}[spec.kind]
        data = memory.read_str(value, _MAX_STRING_BYTES, user=user) or b""
        return _padded(spec, data) if spec.kind == "s" else data
    if spec.kind == "c":
        return _padded(spec, bytes([value & 0xFF]))
    if spec.kind.startswith("p"):
        return _pointer(spec, value, memory)
    return _number(spec, value).encode("ascii")


def _padded(spec: _Spec, data: bytes) -> bytes:
    return data.ljust(spec.width) if "-" in spec.flags else data.rjust(spec.width)


def _number(spec: _Spec, value: int) -> str:
    bits = 8 * spec.nr_bytes
    value &= (1 << bits) - 1
    sign = ""
    if spec.kind in "id":
        if value >> (bits - 1):
            value, sign = (1 << bits) - value, "-"
        elif "+" in spec.flags:
            sign = "+"
        elif " " in spec.flags:
            sign = " "
    digits = format(value, spec.kind if spec.kind in "xX" else "d")
    room = spec.width - len(sign)
    if "-" in spec.flags:
        return (sign + digits).ljust(spec.width)
    if "0" in spec.flags:
        return sign + digits.rjust(room, "0")
    return (sign + digits).rjust(spec.width)


def _pointer(spec: _Spec, value: int, memory: Memory) -> bytes:
    written: dict[str, Callable[[], bytes]] = {
        "p": lambda: _hex_pointer(spec, hashed_pointer(value)),
        "pK": lambda: _hex_pointer(spec, hashed_pointer(value)),
        "px": lambda: _hex_pointer(spec, value),
        "ps": lambda: _padded(spec, _symbol(value, memory, has_offset=False)),
        "pS": lambda: _padded(spec, _symbol(value, memory, has_offset=True)),
        "pB": lambda: _symbol(value, memory, has_offset=True),
    }
    if spec.kind in written:
        return written[spec.kind]()
    nr_bytes = 4 if spec.kind.endswith("4") else 16
    address = memory.read(value, nr_bytes) or bytes(nr_bytes)
    return _internet_address(spec.kind, address).encode("ascii")


def _hex_pointer(spec: _Spec, value: int) -> bytes:
    wide = spec._replace(width=spec.width or _POINTER_DIGITS)
    if "-" not in spec.flags and not spec.width:
        wide = wide._replace(flags=spec.flags + "0")
    return _number(wide._replace(kind="x"), value).encode("ascii")


def hashed_pointer(value: int) -> int:
    """Return what ``%p`` shows: a number of 32 bits; NULL and error pointers as they are."""
    if value == 0 or value >= _M64 - 4094:
        return value
    digest = hashlib.blake2b(value.to_bytes(8, "little"), digest_size=4).digest()
    return int.from_bytes(digest, "little")


def _symbol(value: int, memory: Memory, *, has_offset: bool) -> bytes:
    found = memory.symbol(value)
    if found is None:
        return f"0x{value:x}".encode("ascii")
    name, offset = found
    return (f"{name}+0x{offset:x}" if has_offset else name).encode("ascii")


def _internet_address(kind: str, data: bytes) -> str:
    if kind.endswith("4"):
        return ".".join(f"{part:03d}" if kind == "pi4" else str(part) for part in data)
    words = [data[i : i + 2].hex() for i in range(0, 16, 2)]
    return ":".join(words) if kind == "pI6" else "".join(words)
