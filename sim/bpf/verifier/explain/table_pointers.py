"""Messages about pointer arithmetic, comparisons, and pointers that would leave the program.

**Rule:** see `sim.bpf.verifier.explain.entry`.

**Not modelled:** messages of kernels that this verifier does not stand for.
"""

from __future__ import annotations

from sim.bpf.verifier import types as t
from sim.bpf.verifier.explain.entry import Entry
from sim.bpf.verifier.explain.facts import Facts

__all__ = ["POINTERS"]


def _low_half_known(facts: Facts) -> bool:
    """Say whether the number added has a limit in its low half only."""
    insn = facts.insn
    reg = facts.reg(insn.src_reg) if insn is not None else None
    if reg is None or reg.type != t.SCALAR_VALUE:
        return False
    return reg.bounds.u32_max < (1 << 31) and reg.bounds.umax > (1 << 32)


POINTERS: tuple[Entry, ...] = (
    Entry(
        "speculation",
        r".*prohibited for !root|.*tried to (add|sub) from different maps, paths or scalars",
        "Programs without CAP_BPF must have exact pointers: otherwise a mispredicting CPU could "
        "read what it must not.",
        "Load the program with CAP_BPF and CAP_PERFMON, or use a constant offset in {here}.",
    ),
    Entry(
        "pointer-copy",
        r"R\d+ (partial copy|sign-extension part) of pointer",
        "Only a part of a pointer is copied, which would leave a number that tells its address.",
        "Copy all 64 bits in {here}: no cast of a pointer to int or __u32.",
    ),
    Entry(
        "null-check-moved",
        r"R\d+ pointer arithmetic on \w*or_null\w* prohibited",
        "{reg} is moved while it may still be NULL: it is {origin}.",
        "Check the pointer right behind {origin_line}, before {here} moves it: "
        "`if (!p) return 0;`.",
    ),
    Entry(
        "pointer-operator",
        r"R\d+ bitwise operator (?P<op>\S+) on pointer prohibited"
        r"|R\d+ pointer arithmetic with (?P<op2>\S+) operator prohibited",
        "{reg} is {value}: a pointer may be added to and subtracted from, nothing else.",
        "Do without the other operators in {here}; round or mask the offset instead, before it "
        "is added to the pointer.",
    ),
    Entry(
        "pointer-32-bit",
        r"R\d+ 32-bit pointer arithmetic prohibited",
        "{reg} is {value}, and the instruction works on its low 32 bits only.",
        "Keep pointers in variables of 64 bits in {here} (no cast to int or __u32).",
    ),
    Entry(
        "index-other-width",
        r"(value -?\d+ makes|math between (?P<kind>\w+) pointer and register with unbounded)",
        "The number that is added has no lower limit; only its low 32 bits were checked.",
        "Check and use one variable of one width before {here}: copy it into a __u32 (or check "
        "all 64 bits), and index with that.",
        _low_half_known,
    ),
    Entry(
        "index-negative-math",
        r"math between (?P<kind>\w+) pointer and register with unbounded min value",
        "The number that is added to a {kind} pointer has no lower limit: it may be negative.",
        "Check the number before {here} against 0 too, or make it unsigned.",
    ),
    Entry(
        "pointer-range",
        r"math between \w+ pointer|\w+ pointer offset|value .* makes|R\d+ .* goes out of range"
        r"|R\d+ tried to (add|sub)|R\d+ has unknown scalar|R\d+ stack pointer arithmetic",
        "The sum may be far outside of the memory: {reg} is {value}.",
        "Limit the number before it is added to the pointer in {here}.",
    ),
    Entry(
        "pointer-arithmetic",
        r"R\d+ pointer arithmetic|R\d+ subtraction from stack pointer|R\d+ pointer \S+ pointer"
        r"|R\d+ tried to subtract|.*pointer arithmetic",
        "{reg} is {value}: this computation with a pointer is not allowed.",
        "Compute with offsets in {here}, and add them to the pointer at the end.",
    ),
    Entry(
        "pointer-comparison",
        r"R\d+ pointer comparison prohibited",
        "Comparing a pointer tells about its address, which programs without CAP_PERFMON must "
        "not learn.",
        "Compare only with NULL, or a packet pointer with the packet's end, in {here}.",
    ),
    Entry(
        "pointer-stored",
        r"R\d+ leaks addr into (?P<into>\w+)",
        "{reg} is {value}: its address would come to where others can read it.",
        "Store a number in {here}, not a pointer; or load the program with CAP_PERFMON.",
    ),
    Entry(
        "pointer-leaked",
        r"R\d+ leaks addr|leaking pointer from stack|.*leaks? addr",
        "The address of something in the kernel would leave the program.",
        "Keep pointers out of what {here} passes on: fill the structure with numbers only.",
    ),
)
