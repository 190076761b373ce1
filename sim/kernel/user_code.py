"""Functions of user space that uprobes can be attached to.

**Rule:** a function's site is called ``BINARY:FUNCTION``, as libbpf's sections name it.

**Not modelled:** code that is mapped twice, libraries loaded during a run.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["UserFunction", "UserPlace", "trap_price"]

_NOP, _PUSH_FIRST, _PUSH_LAST = 0x90, 0x50, 0x57
_REX = (0x40, 0x41)
_SHORT_JUMP, _JUMP, _CALL = 0xEB, 0xE9, 0xE8
_JCC_FIRST, _JCC_LAST = 0x70, 0x7F


@dataclass(frozen=True)
class UserFunction:
    """A function of a binary.

    Args:
        name: ``BINARY:FUNCTION``.
        address: Where it is mapped.
        price: Of a breakpoint at its entry (`trap_price`).
        offset: Where it is in its file.
    """

    name: str
    address: int
    price: str = "hook.uprobe"
    offset: int = 0


@dataclass(frozen=True)
class UserPlace:
    """A place of a USDT probe: a nop inside of a function.

    Args:
        name: ``BINARY:PROVIDER:NAME@FUNCTION+OFFSET``.
        address: Where it is mapped.
        offset: Where it is in its file.
        provider: The probe's provider.
        probe: The probe's name.
        args: Its arguments, as its note has them.
        registers: Where pt_regs has the registers that they use; the variables a0, a1… hold them.
        has_semaphore: Whether what it guards runs only while somebody is attached.
    """

    name: str
    address: int
    offset: int
    provider: str
    probe: str
    args: str = ""
    registers: tuple[int, ...] = ()
    has_semaphore: bool = False


def trap_price(instruction: bytes) -> str:
    """Return the price of a uprobe on an instruction, by its first bytes.

    The kernel emulates a one-byte nop, pushes of registers, relative calls and jumps (uprobes'
    branch_xol_ops and push_xol_ops); everything else is single-stepped out of line.
    """
    first = instruction[0] if instruction else 0
    if first in _REX and len(instruction) > 1:
        first = instruction[1]
        return "hook.uprobe" if _PUSH_FIRST <= first <= _PUSH_LAST else "hook.uprobe_singlestep"
    is_emulated = first in (_NOP, _SHORT_JUMP, _JUMP, _CALL)
    is_emulated |= _PUSH_FIRST <= first <= _PUSH_LAST or _JCC_FIRST <= first <= _JCC_LAST
    return "hook.uprobe" if is_emulated else "hook.uprobe_singlestep"
