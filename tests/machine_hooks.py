"""Hooks of random machines: where kprobes and tracepoints go, and links of all other kinds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from sim.hooks.attach import Link, Links
from sim.hooks.kinds import parse_target
from sim.hooks.target import Target
from tests.machine_programs import assembled

__all__ = ["FUNCTIONS", "TRACEPOINTS", "EveryKind", "more_kinds"]

FUNCTIONS = (
    "vfs_read",
    "vfs_write",
    "ksys_read",
    "do_sys_openat2",
    "path_openat",
    "security_file_permission",
    "filp_close",
    "copy_page_to_iter",
    "submit_bio",
    "io_schedule",
    "ext4_sync_file",
    "__x64_sys_getpid",
    "__x64_sys_ioctl",
    "__x64_sys_epoll_wait",
    "blk_mq_end_request",
    "blk_account_io_done",
    "try_to_wake_up",
    "hrtimer_wakeup",
    "scheduler_tick",
    "ep_poll_callback",
    "blk_mq_end_request",
    "try_to_wake_up",
    "hrtimer_wakeup",
)
TRACEPOINTS = (
    "block/block_rq_insert",
    "block/block_rq_issue",
    "block/block_rq_complete",
    "raw_syscalls/sys_enter",
    "raw_syscalls/sys_exit",
)
OTHER_KINDS = (
    "kprobe",
    "kprobe.multi",
    "kretprobe.multi",
    "kprobe.session",
    "fentry",
    "fexit",
    "fmod_ret",
    "raw_tp",
    "raw_tp",
    "tp_btf",
)
EMPTY = "r0 = 0\nexit"
REFUSE = "call 7\nr0 &= 1\nr0 = -r0\nexit"  # every other time, by bpf_get_prandom_u32


class Draws(Protocol):
    """What is asked of a machine's dice."""

    def pick(self, *choices: Any) -> Any: ...

    def one_in(self, n: int) -> bool: ...


class EveryKind(Links):
    """Links on a machine that has every kind of hook, whatever its kernel."""

    def check(self, target: Target) -> None:
        """Refuse nothing."""


def more_kinds(on: Links, dice: Draws, program: Callable[[], str], owner: int) -> list[Link]:
    """Make links of programs of every other kind, by draws of their own.

    Args:
        on: The machine's links.
        dice: Where draws come from.
        program: Draws a program's text.
        owner: Whose time they spend.
    """
    links: list[Link] = []
    for _ in range(dice.pick(0, 0, 2, 5)):
        kind = dice.pick(*OTHER_KINDS)
        where = dice.pick(*FUNCTIONS)
        if kind in ("raw_tp", "tp_btf"):
            where = dice.pick(*TRACEPOINTS).rpartition("/")[2]
        elif kind.endswith((".multi", ".session")):
            where = dice.pick("vfs_*", "*_read", "blk_*", "scheduler_tick", "*wake*")
        elif kind == "kprobe":
            where += dice.pick("+0x10", "+0x12", "+4")
        elif kind == "fmod_ret":
            where = dice.pick("security_file_permission", "security_file_open")
        insns = assembled(program() if dice.one_in(2) else EMPTY)
        if kind == "fmod_ret":
            insns = assembled(REFUSE)
        target = parse_target(kind, where, "")
        target = replace(target, maxactive=dice.pick(1, 3, 0))
        loaded = on.load(f"q{len(on.programs)}", kind, insns)
        links += on.prepare_all(loaded, target, owner)
        if kind == "fmod_ret":
            again = on.load(f"q{len(on.programs)}", kind, assembled(EMPTY))
            links.append(on.prepare(again, target, owner))
        if kind == "raw_tp":
            nmi = parse_target("raw_tp", "nmi_handler", "")
            links += on.prepare_all(loaded, nmi, owner)
    return links
