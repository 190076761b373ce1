"""Which of a program's misses a user of each kernel can see, and where."""

from __future__ import annotations

import pytest

from sim.hooks.attach import Links
from sim.hooks.kinds import parse_target
from sim.hooks.misses import told_misses
from sim.kernel.machine import Machine, MachineConfig

COUNTERS = {
    "missed_prog_active": 5,
    "missed_kprobe_running": 7,
    "missed_maxactive": 11,
    "missed_recursion": 13,
}


@pytest.mark.parametrize(
    ("kind", "where", "on_6_1", "on_6_12"),
    [
        ("kprobe", "vfs_read", (18, 13), (18, 18)),
        ("kretprobe", "vfs_read", (18, 13), (18, 18)),
        ("kprobe.multi", "vfs_read", (-1, 13), (18, 18)),
        ("kretprobe.multi", "vfs_read", (-1, 13), (18, 18)),
        ("tracepoint", "block/block_rq_issue", (0, 13), (0, 18)),
        ("fentry", "vfs_read", (0, 13), (0, 18)),
    ],
)
def test_a_miss_is_told_where_the_version_tells_it(kind, where, on_6_1, on_6_12) -> None:
    for kernel, told in (("6.1", on_6_1), ("6.12", on_6_12)):
        machine = Machine(MachineConfig(kernel, 1, 1, lambda _key: 0))
        links = Links(machine)
        program = links.load("p", kind, bytes.fromhex("b7000000000000009500000000000000"))
        (link,) = links.prepare_all(program, parse_target(kind, where, ""), 3)
        assert told_misses(link, COUNTERS, kernel) == told
        machine.close()
