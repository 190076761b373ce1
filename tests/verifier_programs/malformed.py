"""Instructions that are wrong in themselves, and control flow that is.

**Rule:** what is right here does nothing; what is wrong is refused before anything is executed.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

from tests.programs.values import imm32
from tests.verifier_programs.draft import Draft

__all__ = ["STATEMENTS"]


def _raw(opcode: int, dst: int = 0, src: int = 0, off: int = 0, imm: int = 0) -> str:
    word = opcode | dst << 8 | src << 12 | (off & 0xFFFF) << 16 | (imm & 0xFFFFFFFF) << 32
    return f".8byte {word}"


def opcode(d: Draft) -> None:
    """Add an instruction with an opcode that may not exist."""
    if d.errs():
        d.add(
            _raw(
                d.draw.randrange(256),
                *(d.draw.randrange(11) for _ in range(2)),
                d.draw.choice((0, 0, 1, -1)),
                d.draw.choice((0, 1, 16, 64, imm32(d.draw))),
            )
        )
    else:
        d.add("r7 = 0")


def reserved(d: Draft) -> None:
    """Set a field that must be zero."""
    if not d.errs():
        d.add("r8 = 7")
        return
    forms = (
        *((0xBF, 7, 8, 1, 0), (0xBF, 7, 8, 0, 1), (0xB7, 7, 1, 0, 0), (0xB7, 7, 0, 1, 0)),
        *((0x87, 7, 1, 0, 0), (0x87, 7, 0, 0, 1), (0xDC, 7, 0, 0, 8), (0xD4, 7, 1, 0, 16)),
        *((0x95, 0, 0, 0, 1), (0x95, 1, 0, 0, 0), (0x05, 0, 0, 0, 1), (0x05, 1, 0, 0, 0)),
        *((0x85, 0, 3, 0, 1), (0x85, 1, 0, 0, 7), (0x85, 0, 0, 1, 7), (0x1D, 7, 8, 0, 1)),
        *((0x61, 7, 6, 0, 1), (0x63, 10, 7, -4, 1), (0x62, 10, 1, -4, 0), (0xDB, 10, 7, -8, 0xF2)),
        *((0x20, 1, 0, 0, 0), (0x28, 0, 0, 1, 0), (0x38, 0, 0, 0, 0), (0x40, 0, 7, 0, 1)),
        *((0xBF, 11, 8, 0, 0), (0xBF, 7, 12, 0, 0), (0x07, 10, 0, 0, 8), (0xBF, 10, 6, 0, 0)),
        *((0x18, 7, 5, 0, 0), (0x18, 7, 7, 0, 0), (0x18, 7, 0, 1, 0), (0x18, 11, 0, 0, 0)),
        *((0x67, 7, 0, 0, 64), (0xC7, 7, 0, 0, -1), (0x64, 7, 0, 0, 32), (0x37, 7, 0, 0, 0)),
        *((0x94, 7, 0, 0, 0), (0x3F, 7, 8, 1, 0), (0x06, 0, 0, 0, 0), (0x16, 7, 1, 0, 0)),
        *((0x15, 7, 1, 0, 0), (0x8D, 0, 0, 0, 0), (0xD7, 7, 0, 0, 16), (0xC3, 10, 7, -4, 2)),
        *((0x71 | 0x60, 7, 6, 0, 0), (0x81, 7, 10, -8, 0), (0xE6, 1, 0, 0, 0), (0, 0, 0, 0, 0)),
    )
    d.add(_raw(*d.draw.choice(forms)))
    if d.chance(1, 2):
        d.add(".8byte 0")


def jump_out(d: Draft) -> None:
    """Jump to where nothing is, or into the middle of an instruction."""
    skip = d.label()
    d.add(
        d.one(
            (f"if r7 == 1 goto {skip}",),
            (
                "goto +1000",
                "goto -1000",
                "if r7 == 2 goto +500",
                "if w8 > 1 goto -32768",
                "call pc+1000",
                "goto -1",
            ),
        )
    )
    d.add("r8 = 1 ll")
    d.place(skip)
    if d.errs():
        d.add("goto +1", "r8 = 2 ll")


def unreachable(d: Draft) -> None:
    """Leave instructions that nothing reaches."""
    skip = d.label()
    if d.errs():
        d.add(f"goto {skip}", "r7 = 1")
        d.place(skip)
    elif d.chance(1, 2):
        d.add("r8 = 1", f"if r8 == 1 goto {skip}", "r0 = *(u64 *)(r7 + 0)")
        d.place(skip)
    else:
        d.add(f"if r7 == 1 goto {skip}", "r8 = 2")
        d.place(skip)


def endless(d: Draft) -> None:
    """Loop without end."""
    again = d.label()
    d.place(again)
    if not d.errs():
        d.add("r8 = 1")
    elif d.chance(1, 60):
        d.is_long = True
        d.add("r8 += 1", f"if r8 != 0 goto {again}")
    else:
        forms = (f"goto {again}", f"if r7 > 5 goto {again}", f"r8 = 0\nif r8 == 0 goto {again}")
        d.add(d.draw.choice(forms))


def early_exit(d: Draft) -> None:
    """Leave early, with R0 or without."""
    skip = d.label()
    d.add(f"if r7 > {imm32(d.draw)} goto {skip}")
    if not d.errs():
        d.add("r0 = 0")
    d.add("exit")
    d.place(skip)


def uninitialised(d: Draft) -> None:
    """Use a register that may hold nothing."""
    if d.errs():
        d.add(
            d.draw.choice(
                (
                    "r7 = r4",
                    "r8 += r5",
                    "if r3 == 0 goto out",
                    "r7 = *(u64 *)(r2 + 0)",
                    "*(u64 *)(r10 - 8) = r5",
                    "r4 = -r4",
                    "r4 = be32 r4",
                    "w3 += 1",
                    "if r7 == r2 goto out",
                )
            )
        )
    else:
        d.add("r4 = 1", "r7 = r4")


STATEMENTS = (opcode, reserved, reserved, jump_out, unreachable, endless, early_exit, uninitialised)
