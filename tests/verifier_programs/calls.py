"""Subprograms, callbacks, tail calls and loops.

**Rule:** every loop that is not meant to be wrong ends after a known number of rounds.

**Not modelled:** global functions: the jobs give every subprogram a static type.
"""

from __future__ import annotations

from tests.verifier_programs.draft import Draft
from tests.verifier_programs.memory import lookup, region, touch
from tests.verifier_programs.scalars import alu_noise, bound, branch_noise, unknown

__all__ = ["STATEMENTS"]


def _body(d: Draft, has_pointer: bool) -> None:
    """Write a subprogram that takes a pointer or a number in R1, and a number in R2."""
    d.add("r6 = r1", "r7 = r2", "r8 = 3")
    if d.errs():
        d.add(d.draw.choice(("r7 = r6", "r0 = r9", "r0 = r7\nr0 += r4", "r7 = r3")))
    if has_pointer:
        touch(d, 6, d.one((0, 4), (8, -8)), d.draw.choice((1, 4)))
    if d.chance(1, 2):
        d.draw.choice((alu_noise, branch_noise))(d)
    if d.chance(1, 3):
        d.add(f"*(u64 *)(r10 - {d.one((8, 64, 128), (400, 512))}) = r7")
    d.add(
        d.one(("r0 = r7", "r0 = 0", "r0 = r8", "w0 = w7"), ("r0 = r10", "r0 = r6", "r7 = r0", ""))
    )
    d.add(d.one(("exit",), ("r7 = 1", "goto out")))


def subprogram(d: Draft) -> None:
    """Call a function of one's own."""
    has_pointer = d.chance(1, 2)

    def leaf() -> None:
        _body(d, has_pointer)

    name = d.function(leaf)
    if d.chance(1, 3):
        for _ in range(d.one((1, 2, 3, 6), (8, 9))):
            callee = name

            def middle(callee: str = callee) -> None:
                d.add(f"*(u64 *)(r10 - {d.draw.choice((8, 16, 64))}) = r1")
                d.add(f"call {callee}", "exit")

            name = d.function(middle)
    for _ in range(d.draw.choice((1, 1, 2))):
        if has_pointer:
            _argument(d)
        else:
            d.add("r1 = r8")
        d.add(f"r2 = {d.one(('r7', 'r8', 5), ('r10', 'r9', 'r5'))}", f"call {name}")
    d.add(d.one(("r7 = r0", "r8 = r0"), ("r7 = r1", "r7 = r2", "r9 = *(u64 *)(r0 + 0)")))


def _argument(d: Draft) -> None:
    how = d.draw.randrange(3)
    if how == 0:
        d.add("r1 = r10", "r1 += -8")
        if not d.errs():
            d.add("*(u64 *)(r1 + 0) = 0")
    elif how == 1:
        d.load_value(1, "wide_array", d.draw.choice((0, 32)))
    else:
        lookup(d, "hash", "out")
        d.add("r1 = r0")


def recursion(d: Draft) -> None:
    """Call functions that call each other, which is refused, or do not."""

    def deep() -> None:
        d.add("r0 = 1")
        d.add(d.one(("r0 += r1",), ("call -1", "call pc-1", "call pc-2")))
        d.add("exit")

    name = d.function(deep)
    d.add("r1 = r8", f"call {name}")
    if d.errs():
        d.add(f"goto {name}")


def looped(d: Draft) -> None:
    """Call back some times: bpf_loop."""
    is_frame = d.chance(1, 2)

    def callback() -> None:
        d.add("r6 = r1", "r7 = r2", "r8 = 1")
        if is_frame:
            d.add(
                d.one(
                    ("r0 = *(u64 *)(r2 + 0)", "*(u64 *)(r2 + 0) = r6"), ("r0 = *(u64 *)(r2 + 8)",)
                )
            )
        if d.chance(1, 2):
            d.add("r7 = 4")
            d.draw.choice((alu_noise, branch_noise))(d)
        skip = d.label()
        d.add(f"if r6 > 3 goto {skip}", "r0 = 0", "exit")
        d.place(skip)
        d.add(f"r0 = {d.one((0, 1), (2, -1, 'r6', 'r10'))}", "exit")

    d.add("*(u64 *)(r10 - 8) = 0")
    d.load_function(2, d.function(callback))
    d.add(f"r1 = {d.one((1, 4, 'r7', 10), ('r10',))}")
    d.add("r3 = r10" if is_frame else f"r3 = {d.one((0,), ('r9',))}")
    if is_frame:
        d.add("r3 += -8")
    d.add(f"r4 = {d.one((0,), (1, 'r10'))}")
    d.call("bpf_loop")
    d.add(d.one(("r7 = r0", "r7 = *(u64 *)(r10 - 8)", "r8 = 2"), ("r7 = r1",)))


def each_element(d: Draft) -> None:
    """Call back for each element of a map."""
    name = d.one(("array", "hash", "percpu_array", "lru_hash"), ("ringbuf", "queue", "lpm_trie"))

    def callback() -> None:
        right = (
            "r0 = *(u32 *)(r2 + 0)",
            "r0 = *(u64 *)(r3 + 8)",
            "*(u32 *)(r3 + 4) = 7",
            "r0 = *(u64 *)(r4 + 0)",
        )
        wrong = (
            "*(u32 *)(r2 + 0) = 7",
            "r0 = *(u64 *)(r3 + 64)",
            "r0 = *(u64 *)(r2 + 8)",
            "r0 = *(u64 *)(r5 + 0)",
            "r0 = *(u64 *)(r1 + 0)",
        )
        for _ in range(d.draw.choice((1, 2))):
            d.add(d.one(right, wrong))
        if d.chance(1, 4):
            d.add(d.one(("call bpf_get_prandom_u32", "call bpf_ktime_get_ns"), ("call bpf_loop",)))
        d.add(f"r0 = {d.one((0, 1), (2, -1))}", "exit")

    d.add("*(u64 *)(r10 - 8) = 0")
    d.load_function(2, d.function(callback))
    d.load_map(1, name)
    d.add("r3 = r10", "r3 += -8", f"r4 = {d.one((0,), (7,))}")
    d.call("bpf_for_each_map_elem")
    d.add("r7 = r0")


def user_ring(d: Draft) -> None:
    """Call back for each sample of a user ring buffer."""

    def callback() -> None:
        skip = d.label()
        d.add("r6 = r1")
        how = d.draw.randrange(3)
        if how == 0:
            d.add("r2 = 0", f"r3 = {d.one((8,), ('r7',))}")
            d.call("bpf_dynptr_data")
            d.add(f"if r0 == 0 goto {skip}", "r0 = *(u64 *)(r0 + 0)")
        elif how == 1:
            d.add("r3 = r6", "r1 = r10", "r1 += -8", "r2 = 8", "r4 = 0", "r5 = 0")
            d.call("bpf_dynptr_read")
        if d.errs():
            d.add(
                d.draw.choice(
                    (
                        "r0 = *(u64 *)(r6 + 0)",
                        "r6 += 8\nr1 = r6\nr2 = 0\ncall bpf_ringbuf_submit_dynptr",
                        "r1 = r6\nr2 = 0\ncall bpf_ringbuf_discard_dynptr",
                    )
                )
            )
        d.place(skip)
        d.add(f"r0 = {d.one((0, 1), (2, 'r7'))}", "exit")

    d.load_function(2, d.function(callback))
    d.load_map(1, d.one(("user_ringbuf",), ("ringbuf",)))
    d.add("r3 = 0", "r4 = 0")
    d.call("bpf_user_ringbuf_drain")


def tail_call(d: Draft) -> None:
    """Jump to another program."""
    d.add("r1 = r6" if not d.errs() else "r1 = r10")
    d.load_map(2, d.one(("prog_array",), ("array", "hash")))
    d.add(f"r3 = {d.one((0, 1, 9, 'r7', 'r8'), ('r10',))}")
    d.call("bpf_tail_call")


def counted_loop(d: Draft) -> None:
    """Count to a limit."""
    branches = d.chance(1, 4)
    again, rounds = d.label(), d.draw.choice((2, 3, 5) if branches else (2, 3, 8, 30, 100))
    reg = d.draw.choice((8, 9))
    d.add(f"r{reg} = {d.draw.choice((0, 0, -2))}")
    d.place(again)
    for _ in range(d.draw.choice((0, 1, 2))):
        d.add(
            d.draw.choice(("r7 += 1", "r7 ^= 3", "r7 <<= 1", "r7 &= 255", "*(u64 *)(r10 - 8) = r7"))
        )
    if branches:
        skip = d.label()
        d.add(f"if r7 > {d.draw.choice((3, 100))} goto {skip}", "r7 += 1")
        d.place(skip)
    if d.chance(1, 8):
        d.add("r1 = r10", "r1 += -8", "*(u64 *)(r1 + 0) = r7")
    d.add(f"r{reg} += {d.one((1, 2), (0, -1))}")
    d.add(f"if r{reg} {d.one(('<', 's<', '<='), ('!=', '>', 's>'))} {rounds} goto {again}")
    d.add("r8 = r9" if reg == 9 else "r8 += 0")


def array_loop(d: Draft) -> None:
    """Add the bytes of a value up in a loop."""
    again, done, away = d.label(), d.label(), d.label()
    nr_bytes = min(region(d, 9, away), 32)
    d.add("r8 = 0", "r7 = 0")
    d.place(again)
    d.add(f"if r8 >= {nr_bytes + d.one((0,), (1, 8))} goto {done}")
    d.add("r1 = r9", "r1 += r8", "r2 = *(u8 *)(r1 + 0)", "r7 += r2")
    if d.chance(1, 3):
        d.add(f"if r2 == 0 goto {done}")
    d.add("r8 += 1", f"goto {again}")
    d.place(done)
    d.place(away)
    d.add("r7 = 0", "r8 = 0")


def unknown_loop(d: Draft) -> None:
    """Count to an unknown limit that is bounded."""
    if not d.chance(1, 100):  # the verifier often cannot tell, and walks a million instructions
        counted_loop(d)
        return
    again = d.label()
    d.is_long = True
    unknown(d, 7)
    bound(d, 7, d.draw.choice((1, 3, 16)))
    d.add("r8 = 0")
    d.place(again)
    relation, limit = d.one(("<", "<="), ("s<=", "!=")), d.one(("r7",), ("r9", "1"))
    d.add("r8 += 1", f"if r8 {relation} {limit} goto {again}")


STATEMENTS = (
    *(subprogram, subprogram, subprogram, recursion, looped, looped, each_element, tail_call),
    *(counted_loop, counted_loop, array_loop, unknown_loop, user_ring),
)
