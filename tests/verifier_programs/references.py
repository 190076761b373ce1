"""What must be given back: ring records, locks, dynptrs; and what lives in map values.

**Rule:** a right program gives back on every path what it took, before it leaves.

**Not modelled:** sockets that a helper finds.
"""

from __future__ import annotations

from tests.verifier_programs.draft import Draft
from tests.verifier_programs.memory import access, lookup, touch
from tests.verifier_programs.scalars import bounded, unknown

__all__ = ["STATEMENTS"]


def ring_record(d: Draft) -> None:
    """Reserve, write, submit or discard."""
    away, size = d.label(), d.draw.choice((8, 16, 64, 100))
    d.load_map(1, d.one(("ringbuf",), ("user_ringbuf", "array", "perf_event_array")))
    if d.errs():
        bounded(d, 2, 64)
        d.load_map(1, "ringbuf")
    else:
        d.add(f"r2 = {d.one((size,), (0, -1, size - 4))}")
    d.add("r3 = 0")
    d.call("bpf_ringbuf_reserve")
    if not d.errs():
        d.add(f"if r0 == 0 goto {d.one((away,), ('out',))}")
    d.add("r9 = r0")
    how = d.draw.randrange(4)
    if how == 0:
        touch(d, 9, d.one((0, size - 8), (size, size - 1, -8)), 8)
    elif how == 1:
        d.add("*(u64 *)(r10 - 256) = r9")
        access(d, 9, size)
        d.add("r9 = *(u64 *)(r10 - 256)")
    elif how == 2:
        d.add("r1 = r9", f"r2 = {d.one((size, 4), (size + 1,))}", "r3 = r10", "r3 += -8")
        d.call("bpf_probe_read_kernel")
    if d.errs():
        d.add(
            d.draw.choice(
                ("goto out", "r9 += 4", "r9 += -4", "*(u64 *)(r10 - 16) = r9\nr9 = 0", "r9 += r7")
            )
        )
    leave = d.errs()
    d.add("r1 = r9", f"r2 = {d.one((0, 1, 2), ())}")
    if not leave:
        d.call(d.draw.choice(("bpf_ringbuf_submit", "bpf_ringbuf_discard")))
    if d.errs():
        d.add(d.draw.choice(("r7 = *(u64 *)(r9 + 0)", "r1 = r9\nr2 = 0\ncall bpf_ringbuf_submit")))
    d.place(away)


def ring_output(d: Draft) -> None:
    """Copy a record to a ring."""
    size = d.draw.choice((4, 8, 24))
    if not d.errs():
        for at in range(8, 32, 8):
            d.add(f"*(u64 *)(r10 - {at}) = 1")
    d.load_map(1, d.one(("ringbuf",), ("array",)))
    d.add("r2 = r10", "r2 += -24", f"r3 = {size + d.one((0,), (32, -40))}", "r4 = 0")
    d.call("bpf_ringbuf_output")
    if d.chance(1, 3):
        d.load_map(1, d.one(("ringbuf",), ("user_ringbuf", "hash")))
        d.add(f"r2 = {d.draw.choice((0, 1, 2, 3, 9))}")
        d.call("bpf_ringbuf_query")
        d.add("r7 = r0")


def spin_lock(d: Draft) -> None:
    """Lock, change, unlock."""
    name, off = d.draw.choice((("lock", 0), ("late_lock", 16), ("timer_lock", 0)))
    away = d.label()
    lookup(d, d.one((name,), ("array",)), away)
    d.add("r9 = r0", "r1 = r0", f"r1 += {off + d.one((0,), (4, -4))}")
    if d.errs():
        d.add("r1 += r7")
    d.call("bpf_spin_lock")
    body = (
        *("r8 += 1", "*(u32 *)(r9 + 8) = 7", "r7 = *(u64 *)(r9 + 8)"),
        *("r7 = *(u32 *)(r9 + 0)", "call bpf_ktime_get_ns", "call bpf_get_prandom_u32"),
        *(
            "exit",
            "r1 = r9\ncall bpf_spin_lock",
            "goto out",
            "r0 = *(u8 *)skb[0]",
            f"*(u64 *)(r9 + {off}) = 0",
        ),
    )
    for _ in range(d.draw.choice((0, 1, 2))):
        d.add(d.draw.choice(body[:2]) if not d.errs() else d.draw.choice(body))
    if d.chance(1, 4):
        skip = d.label()
        d.add(f"if r7 > 7 goto {skip}", "*(u32 *)(r9 + 12) = 1")
        if d.errs():
            d.add("r1 = r9", f"r1 += {off}")
            d.call("bpf_spin_unlock")
        d.place(skip)
    if d.errs():
        d.add("*(u64 *)(r10 - 16) = r9")
        lookup(d, name, away)
        d.add("r9 = r0")
    d.add("r1 = r9", f"r1 += {off}")
    if not d.errs():
        d.call("bpf_spin_unlock")
    d.place(away)


def timer(d: Draft) -> None:
    """Initialise, set and start a timer."""
    away = d.label()
    name = d.one(("timer", "timer_lock"), ("array", "lock"))
    lookup(d, name, away)
    d.add("r9 = r0", "r1 = r9", f"r1 += {d.one((8,), (0, 4, 16))}")
    if d.errs():
        d.add("r1 += r8")
    d.load_map(2, d.one((name,), ("timer", "hash")))
    d.add("r3 = 1")
    d.call("bpf_timer_init")

    def callback() -> None:
        d.add(*(d.draw.choice(("r7 = *(u32 *)(r3 + 0)", "r0 = *(u32 *)(r2 + 0)", "r7 = 1")),))
        if d.errs():
            d.add(
                d.draw.choice(
                    ("r0 = *(u64 *)(r3 + 8)", "r0 = *(u64 *)(r1 + 0)", "*(u64 *)(r2 + 0) = 1")
                )
            )
        d.add(f"r0 = {d.one((0,), (1, 'r7'))}", "exit")

    if d.chance(2, 3):
        d.add("r1 = r9", "r1 += 8")
        d.load_function(2, d.function(callback))
        d.call("bpf_timer_set_callback")
        d.add("r1 = r9", "r1 += 8", "r2 = 1000", f"r3 = {d.one((0,), (1, 99))}")
        d.call(d.draw.choice(("bpf_timer_start", "bpf_timer_start", "bpf_timer_cancel")))
    if d.errs():
        d.add(d.draw.choice(("r7 = *(u64 *)(r9 + 8)", "*(u32 *)(r9 + 20) = 0")))
    d.place(away)


def kptr(d: Draft) -> None:
    """Load and store a kernel pointer in a map value."""
    away = d.label()
    name, off = d.draw.choice((("kptr", 8), ("kptrs", 0), ("kptrs", 16)))
    lookup(d, name, away)
    d.add("r9 = r0")
    how = d.draw.randrange(6)
    at = f"(r9 + {off})"
    if how < 2:
        d.add(f"r1 = *(u{d.one((64,), (32,))} *){at}")
        if not d.errs():
            d.add(f"if r1 == 0 goto {away}")
        inside = d.one((8, 16, 100), (8200, 20000, -8))
        d.add(f"r7 = *(u{d.draw.choice((8, 32, 64))} *)(r1 + {inside})")
        if d.chance(1, 3):
            d.add(f"*(u64 *){at} = r1")
    elif how == 2:
        d.add(f"*(u64 *){at} = {d.one((0,), (1,))}")
    elif how == 3:
        d.add(
            "r1 = 0",
            f"*(u64 *)(r9 + {off + d.one((0,), (4, 1))}) = {d.one(('r1',), ('r9', 'r7', 'r10'))}",
        )
    elif how == 4:
        bounded(d, 8, 16)
        d.add("r9 += r8", f"r1 = *(u64 *)(r9 + {d.draw.choice((0, 8))})")
    else:
        d.add("r1 = r9", f"r1 += {off}", "r2 = 0")
        d.call("bpf_kptr_xchg")
    if d.chance(1, 6):
        d.add("r1 = r10", "r1 += -32", "r2 = 32", "r3 = r9")
        d.call("bpf_probe_read_kernel")
    d.place(away)


def _at(d: Draft, reg: int, at: int) -> None:
    d.add(f"r{reg} = r10", f"r{reg} += {-at + d.one((0,), (8, 4, -8))}")


def dynptr(d: Draft) -> None:
    """Make a dynptr, use it, give it back."""
    at = d.draw.choice((16, 32, 48, 256))
    is_ring = d.chance(2, 3)
    if is_ring:
        d.load_map(1, d.one(("ringbuf",), ("array", "user_ringbuf")))
        if d.chance(1, 3):
            unknown(d, 2)
            d.load_map(1, "ringbuf")
        else:
            d.add(f"r2 = {d.draw.choice((8, 16, 64))}")
        d.add("r3 = 0")
        _at(d, 4, at)
        d.call("bpf_ringbuf_reserve_dynptr")
    else:
        d.load_value(1, "wide_array")
        d.add(f"r2 = {d.one((32, 64, 8), (65,))}", "r3 = 0")
        _at(d, 4, at)
        d.call("bpf_dynptr_from_mem")
    for _ in range(d.draw.choice((0, 1, 1, 2))):
        _use_dynptr(d, at)
    if d.errs():
        d.add(
            d.draw.choice(
                (
                    f"*(u64 *)(r10 - {at}) = 0",
                    f"*(u8 *)(r10 - {at - 9}) = 0",
                    f"r7 = *(u64 *)(r10 - {at})",
                    "goto out",
                )
            )
        )
    if is_ring is not d.errs():
        _at(d, 1, at)
        d.add("r2 = 0")
        d.call(d.draw.choice(("bpf_ringbuf_submit_dynptr", "bpf_ringbuf_discard_dynptr")))
        if d.errs():
            _use_dynptr(d, at)


def _use_dynptr(d: Draft, at: int) -> None:
    how = d.draw.randrange(3)
    if how == 0:
        d.add("r1 = r10", "r1 += -8", f"r2 = {d.one((4, 8), (16,))}")
        _at(d, 3, at)
        d.add("r4 = 0", "r5 = 0")
        d.call("bpf_dynptr_read")
    elif how == 1:
        _at(d, 1, at)
        d.add("*(u64 *)(r10 - 8) = 5", "r2 = 0", "r3 = r10", "r3 += -8")
        d.add(f"r4 = {d.one((4, 8), (16,))}", "r5 = 0")
        d.call("bpf_dynptr_write")
    else:
        skip = d.label()
        _at(d, 1, at)
        d.add(f"r2 = {d.draw.choice((0, 'r7'))}", f"r3 = {d.one((8, 4), ('r7', 0))}")
        d.call("bpf_dynptr_data")
        if not d.errs():
            d.add(f"if r0 == 0 goto {skip}")
        touch(d, 0, d.one((0,), (8, 4)), 4)
        d.place(skip)


STATEMENTS = (ring_record, ring_record, ring_output, spin_lock, spin_lock, timer, kptr, dynptr)
TRACING_STATEMENTS = (ring_record, ring_record, ring_output, kptr, dynptr, dynptr)
