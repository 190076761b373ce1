"""Kinds of programs: program type, where it attaches, what its context holds.

**Rule:** the offsets of a `Kind` are those that a real 6.1 kernel lets a program read or write with
loads and stores of the given size.

**Not modelled:** every field of every context; statements add random offsets to what is here.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["KINDS", "Kind", "Walk"]


@dataclass(frozen=True)
class Walk:
    """A context slot with a pointer to a kernel struct.

    Attributes:
        fields: (offset, size) of scalars in the struct.
        pointers: Offsets of pointers to other structs.
        size: Of the struct.
    """

    slot: int
    fields: tuple[tuple[int, int], ...] = ()
    pointers: tuple[int, ...] = ()
    size: int = 128


@dataclass(frozen=True)
class Kind:
    """A kind of program.

    Attributes:
        reads: (offset, size) that may be read.
        writes: The same, written.
        packet: Offsets of the pointers to the packet's start and end in the context, or ().
        returns: What may be returned; () means anything.
        walks: Pointers in the context.
        is_run: Whether it can be run on a buffer by all that answer jobs.
    """

    name: str
    prog_type: str
    attach_type: str = ""
    attach_btf: str = ""
    reads: tuple[tuple[int, int], ...] = ()
    writes: tuple[tuple[int, int], ...] = ()
    packet: tuple[int, ...] = ()
    returns: tuple[int, ...] = ()
    walks: tuple[Walk, ...] = ()
    is_run: bool = False
    is_sleepable: bool = False
    is_tracing: bool = False


_SKB = tuple((off, 4) for off in (0, 4, 8, 12, 16, 20, 24, 28, 32, 40, 44, 48, 56, 68, 72))
_CB = (*tuple((off, 4) for off in (48, 52, 56, 60, 64)), (48, 1), (50, 2), (56, 8))
_PT_REGS = tuple((off, 8) for off in range(0, 168, 8))
_FILE = Walk(0, ((68, 4), (64, 4), (104, 8), (56, 8)), (32, 24, 40, 216), 232)
_TASK_FIELDS = ((2416, 4), (2420, 4), (44, 4), (108, 4), (208, 8), (2976, 8), (2980, 4))
_TASK_POINTERS = (2272, 2440, 2480, 2960, 3072, 3064)
_SLOTS = tuple((off, 8) for off in range(0, 96, 8))

KINDS = (
    Kind("socket_filter", "socket_filter", reads=_SKB, writes=_CB, is_run=True),
    Kind(
        *("sched_cls", "sched_cls"),
        reads=(*_SKB, (36, 4), (128, 4), (152, 8), (164, 4)),
        writes=(*_CB, (8, 4), (72, 4), (128, 4)),
        packet=(76, 80, 140),
        is_run=True,
    ),
    Kind(
        *("xdp", "xdp"),
        reads=((12, 4), (16, 4)),
        packet=(0, 4, 8),
        is_run=True,
    ),
    Kind(
        *("cgroup_skb", "cgroup_skb", "cgroup_inet_ingress"),
        reads=_SKB,
        writes=(*_CB, (8, 4)),
        packet=(76, 80),
        returns=(0, 1),
        is_run=True,
    ),
    Kind("kprobe", "kprobe", reads=(*_PT_REGS, (0, 4), (8, 1)), is_tracing=True),
    Kind(
        *("tracepoint", "tracepoint"),
        reads=(*tuple((off, 8) for off in range(8, 64, 8)), (8, 4), (16, 1), (18, 2)),
        is_tracing=True,
    ),
    Kind("raw_tracepoint", "raw_tracepoint", reads=_SLOTS, is_tracing=True),
    Kind(
        *("raw_tracepoint_writable", "raw_tracepoint_writable"),
        reads=((8, 8), (16, 8)),
        is_tracing=True,
    ),
    Kind("perf_event", "perf_event", reads=(*_PT_REGS, (168, 8), (176, 8)), is_tracing=True),
    Kind(
        *("fentry", "tracing", "fentry", "vfs_read"),
        reads=((8, 8), (16, 8)),
        returns=(0,),
        walks=(_FILE,),
        is_tracing=True,
    ),
    Kind(
        *("fexit", "tracing", "fexit", "vfs_read"),
        reads=((8, 8), (16, 8), (32, 8)),
        returns=(0,),
        walks=(_FILE,),
        is_tracing=True,
    ),
    Kind(
        *("tp_btf", "tracing", "trace_raw_tp", "sched_switch"),
        reads=((0, 8), (24, 8)),
        walks=(
            Walk(8, _TASK_FIELDS, _TASK_POINTERS, 9728),
            Walk(16, _TASK_FIELDS, _TASK_POINTERS, 9728),
        ),
        is_tracing=True,
    ),
    Kind(
        *("iter", "tracing", "trace_iter", "task"),
        reads=(),
        returns=(0, 1),
        walks=(Walk(0, ((8, 8), (16, 8)), (0,), 24), Walk(8, _TASK_FIELDS, _TASK_POINTERS, 9728)),
        is_tracing=True,
    ),
    Kind(
        *("fmod_ret", "tracing", "modify_return", "security_file_open"),
        reads=((8, 8),),
        walks=(_FILE,),
        is_tracing=True,
    ),
    Kind(
        *("lsm", "lsm", "lsm_mac", "file_open"),
        returns=(0, -1),
        walks=(_FILE,),
        is_tracing=True,
    ),
    Kind(
        *("lsm_sleepable", "lsm", "lsm_mac", "file_open"),
        returns=(0, -1),
        walks=(_FILE,),
        is_tracing=True,
        is_sleepable=True,
    ),
    Kind(
        *("syscall", "syscall"),
        reads=((0, 8), (8, 4), (16, 2), (24, 1), (4096, 8)),
        writes=((0, 8), (8, 4), (17, 1)),
        is_sleepable=True,
    ),
)
