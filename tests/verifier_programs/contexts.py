"""Accesses to the context, and to the kernel structs that it points to.

**Rule:** what is right is what the program's `tests.verifier_programs.kinds.Kind` lists.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

from tests.verifier_programs.draft import Draft
from tests.verifier_programs.scalars import SIZES, bounded

__all__ = ["STATEMENTS"]


def read(d: Draft) -> None:
    """Read a field of the context."""
    off, size = d.draw.choice(d.kind.reads or ((0, 8),))
    if d.errs():
        off, size = d.draw.randrange(0, 260), d.draw.choice(SIZES)
    elif d.chance(1, 4):
        size = d.draw.choice([one for one in SIZES if one <= size])
    d.add(f"r7 = *(u{8 * size} *)(r6 + {off})")


def any_field(d: Draft) -> None:
    """Read or write anything of the context."""
    off = d.draw.choice((*range(0, 200, 4), -4, 1, 2, 3, 255, 4096, 8192, 32767))
    at = f"(r6 + {off})" if off >= 0 else f"(r6 - {-off})"
    size = d.draw.choice(SIZES)
    if d.chance(2, 3):
        d.add(f"r9 = *(u{8 * size} *){at}")
    else:
        d.add(f"*(u{8 * size} *){at} = {d.draw.choice(('r7', 'r8', '0', 'r6'))}")


def write(d: Draft) -> None:
    """Write a field of the context."""
    if not d.kind.writes:
        read(d)
        return
    off, size = d.one(d.kind.writes, ((0, 4), (76, 4), (152, 8), (48, 3 + 5)))
    d.add(f"*(u{8 * size} *)(r6 + {off}) = r{d.one((7, 8), (6, 10))}")


def moved(d: Draft) -> None:
    """Read the context through a pointer that was moved."""
    off, size = d.draw.choice(d.kind.reads or ((0, 8),))
    d.add("r9 = r6")
    if d.errs():
        bounded(d, 8, 8)
        d.add("r9 += r8")
    else:
        d.add(f"r9 += {off}", f"r9 -= {d.one((off,), (4,))}")
    d.add(f"r7 = *(u{8 * size} *)(r9 + {off})")


def walk(d: Draft) -> None:
    """Walk from a pointer in the context to what it points to."""
    if not d.kind.walks:
        read(d)
        return
    start = d.draw.choice(d.kind.walks)
    d.add(f"r9 = *(u64 *)(r6 + {start.slot + d.one((0,), (4, 8, 64, 96))})")
    if start.pointers and d.chance(1, 3):
        if start.size == 24 or d.chance(1, 3):
            d.add("if r9 == 0 goto out")
        d.add(f"r9 = *(u64 *)(r9 + {d.one(start.pointers, (start.size, 4))})")
        off, size = d.draw.choice((0, 4, 8, 16, 64)), d.draw.choice(SIZES)
    elif start.fields and not d.errs():
        off, size = d.draw.choice(start.fields)
    else:
        off = d.draw.choice((0, 8, start.size - 8, start.size - 4, start.size, -8, 3))
        size = d.draw.choice(SIZES)
    at = f"(r9 + {off})" if off >= 0 else f"(r9 - {-off})"
    if d.errs():
        d.add(d.draw.choice(("r9 += r7", "r9 += 8", f"*(u{8 * size} *){at} = 0", "r9 -= 8")))
    if d.chance(1, 3):
        d.add("if r9 == 0 goto out")
    d.add(f"r7 = *(u{8 * size} *){at}")


def probe(d: Draft) -> None:
    """Read from a pointer by a helper."""
    if not d.kind.walks:
        read(d)
        return
    start = d.draw.choice(d.kind.walks)
    d.add(
        f"r3 = *(u64 *)(r6 + {start.slot})",
        "r1 = r10",
        "r1 += -16",
        f"r2 = {d.one((8, 16), (17, 'r7'))}",
    )
    d.call(d.draw.choice(("bpf_probe_read_kernel", "bpf_probe_read_user", "bpf_probe_read")))
    d.add("r7 = *(u64 *)(r10 - 16)")


def packet_load(d: Draft) -> None:
    """Load from the packet by the old instructions."""
    if d.kind.prog_type not in ("socket_filter", "sched_cls", "cgroup_skb") and not d.errs():
        read(d)
        return
    size = d.draw.choice((8, 16, 32))
    where = d.one(("0", "4", "14", "r7", "r8"), ("r9", "r10"))
    d.add(f"r0 = *(u{size} *)skb[{where}]", f"r7 = r{d.one((0,), (1, 3))}")


def context_argument(d: Draft) -> None:
    """Give the context to a helper."""
    d.add(d.one(("r1 = r6",), ("r1 = r10", "r1 = 0", "r1 = r6\nr1 += 8", "r1 = r6\nr1 += r7")))
    d.call(
        d.draw.choice(("bpf_get_socket_cookie", "bpf_get_stackid", "bpf_perf_event_output"))
        if d.errs()
        else _CONTEXT_HELPERS.get(d.kind.prog_type, "bpf_get_smp_processor_id")
    )
    d.add("r7 = r0")


_CONTEXT_HELPERS = {
    "socket_filter": "bpf_get_socket_cookie",
    "sched_cls": "bpf_get_socket_cookie",
    "cgroup_skb": "bpf_get_socket_cookie",
    "kprobe": "bpf_get_func_ip",
    "perf_event": "bpf_get_attach_cookie",
    "tracepoint": "bpf_get_attach_cookie",
    "tracing": "bpf_get_func_arg_cnt",
}

STATEMENTS = (read, read, any_field, write, moved, walk, walk, walk, probe, packet_load)
STATEMENTS = (*STATEMENTS, context_argument)
