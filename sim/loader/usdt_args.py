"""USDT argument specifications of x86-64, and the spec that a program reads them from.

Answers to ``parse_usdt_arg`` and ``parse_usdt_spec`` of libbpf's ``usdt.c`` (1.x) and to the
structs of its ``usdt.bpf.h``, which are an interface: what is packed here is what programs
compiled with that header read.

**Rule:** an argument is ``SIZE@OFFSET(%reg)``, ``SIZE@(%reg)``, ``SIZE@%reg`` or
``SIZE@$CONSTANT``; a negative size is signed. Everything else is refused.

**Not modelled:** indexed addresses (``8@(%rax,%rbx,8)``), which libbpf reads from 1.6 on; other
architectures.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from enum import IntEnum

from sim.base.errors import AttachError

__all__ = [
    "ARG_BYTES",
    "MAX_ARGS",
    "PT_REGS",
    "SPEC_BYTES",
    "ArgKind",
    "UsdtArg",
    "pack_spec",
    "parse_args",
]

MAX_ARGS = 12
_ARG = struct.Struct("<QIh?b")  # val_off, arg_type, reg_off, arg_signed, arg_bitshift
ARG_BYTES = _ARG.size
_TAIL = struct.Struct("<Qh6x")  # usdt_cookie, arg_cnt
SPEC_BYTES = MAX_ARGS * ARG_BYTES + _TAIL.size
_SIZES = (1, 2, 4, 8)

_SLOTS = (
    *("r15", "r14", "r13", "r12", "rbp", "rbx", "r11", "r10", "r9", "r8"),
    *("rax", "rcx", "rdx", "rsi", "rdi", "orig_rax", "rip"),
)
#: Where pt_regs has each 64-bit register.
PT_REGS = {name: 8 * i for i, name in enumerate(_SLOTS)} | {"rsp": 152}


def _parts(name: str) -> tuple[str, ...]:
    """Return the names of a register and of its lower parts."""
    if name[1:].isdigit():
        return name, f"{name}d", f"{name}w", f"{name}b"
    short = name[1:]
    if name == "rip":
        return name, "eip"
    return name, f"e{short}", short, f"{short[0]}l" if short.endswith("x") else f"{short}l"


_REGISTERS = {
    part: offset for name, offset in PT_REGS.items() if name != "orig_rax" for part in _parts(name)
}

_SIZE = r"\s*([+-]?\d+)\s*@\s*"
_FORMS = (
    re.compile(_SIZE + r"([+-]?\d+)\s*\(\s*%([^)]{1,15})\)\s*"),
    re.compile(_SIZE + r"()\(\s*%([^)]{1,15})\)\s*"),
    re.compile(_SIZE + r"()%(\S{1,15})\s*"),
    re.compile(_SIZE + r"\$\s*([+-]?\d+)()\s*"),
)


class ArgKind(IntEnum):
    """Where an argument is."""

    CONST = 0
    REG = 1
    REG_DEREF = 2


_KINDS = (ArgKind.REG_DEREF, ArgKind.REG_DEREF, ArgKind.REG, ArgKind.CONST)


@dataclass(frozen=True)
class UsdtArg:
    """One argument.

    Args:
        kind: Where it is.
        value: A constant, or the offset from a register.
        reg_off: Where pt_regs has the register.
        size: In bytes.
        is_signed: Whether it is sign-extended.
    """

    kind: ArgKind
    value: int
    reg_off: int
    size: int
    is_signed: bool

    @property
    def bitshift(self) -> int:
        """How many upper bits are not the argument's."""
        return 64 - 8 * self.size


def _refuse(message: str, errno: str, text: str) -> AttachError:
    return AttachError(message, where=f"USDT arguments '{text}'", reason=errno)


def _one(text: str, number: int, whole: str) -> tuple[UsdtArg, int]:
    """Read one argument; return it and where the next one begins."""
    tried = ((form.match(text), kind) for form, kind in zip(_FORMS, _KINDS, strict=True))
    match, kind = next(((m, kind) for m, kind in tried if m is not None), (None, ArgKind.CONST))
    if match is None:
        raise _refuse(f"usdt: unrecognized arg #{number} spec '{text}'", "EINVAL", whole)
    size, value, register = int(match[1]), int(match[2] or 0), match[3].strip()
    if register and register not in _REGISTERS:
        raise _refuse(f"usdt: unrecognized register '{register}'", "ENOENT", whole)
    if abs(size) not in _SIZES:
        message = f"usdt: unsupported arg #{number} (spec '{text}') size: {size}"
        raise _refuse(message, "EINVAL", whole)
    arg = UsdtArg(kind, value, _REGISTERS.get(register, 0), abs(size), size < 0)
    return arg, match.end()


def parse_args(text: str, probe: str = "") -> tuple[UsdtArg, ...]:
    """Read a note's arguments.

    Args:
        text: As the note has them, apart by spaces.
        probe: ``provider:name``, for the message.

    Raises:
        AttachError: One is of no known form (EINVAL, ENOENT), or there are more than 12 (E2BIG).
    """
    args: list[UsdtArg] = []
    rest = text.rstrip()
    while rest:
        if len(args) >= MAX_ARGS:
            message = f"usdt: too many USDT arguments (> {MAX_ARGS}) for '{probe}' with args spec"
            raise _refuse(f"{message} '{text}'", "E2BIG", text)
        arg, end = _one(rest, len(args), text)
        args.append(arg)
        rest = rest[end:]
    return tuple(args)


def pack_spec(args: tuple[UsdtArg, ...], cookie: int = 0) -> bytes:
    """Return ``struct __bpf_usdt_spec`` as the header's functions read it."""
    rows = [
        _ARG.pack(arg.value & (1 << 64) - 1, arg.kind, arg.reg_off, arg.is_signed, arg.bitshift)
        for arg in args
    ]
    rows += [bytes(ARG_BYTES)] * (MAX_ARGS - len(args))
    return b"".join(rows) + _TAIL.pack(cookie & (1 << 64) - 1, len(args))
