"""Which loads and stores of its context each family of program types may do.

Answers to the ``is_valid_access`` callbacks of Linux 6.1.192, as recorded from it
(`tests/data/verifier/ctx_grid.json`).

**Rule:** a line is ``r4 scalar 0-8,16``: loads (``w``: stores) of 4 bytes at 0, 4, 8 and 16, and
what a load gives. A range steps by the size.

**Not modelled:** tracing and LSM programs, whose arguments have types, and the contexts that
`sim.bpf.verifier.contexts` gives by formula.
"""

from __future__ import annotations

__all__ = ["CTX_TABLES"]

#: Lines by the family's name.
CTX_TABLES = {
    "xdp": """
        r4 pkt 0
        r4 pkt_end 4
        r4 pkt_meta 8
        r4 scalar 12-16
    """,
    "xdp_devmap": """
        r4 pkt 0
        r4 pkt_end 4
        r4 pkt_meta 8
        r4 scalar 12-20
    """,
    "kprobe": """
        r1 scalar 0-167
        r2 scalar 0-166
        r4 scalar 0-164
        r8 scalar 0-160
    """,
    "perf_event": """
        r8 scalar 0-176
        r1 scalar 168-183
        r2 scalar 168-182
        r4 scalar 168-180
    """,
    "cgroup_sock": """
        r4 scalar 0-20,48-76
        w4 scalar 0,16-20
        r1 scalar 4,8,12,48-49,52-72,76
        r2 scalar 4,8,12,48,52-72,76
    """,
    "cgroup_sock_bind4": """
        r1 scalar 4,8,12,24-27,44,48-49,52-72,76
        r2 scalar 4,8,12,24-26,44,48,52-72,76
        r4 scalar 4-12,24,44-76
    """,
    "cgroup_sock_bind6": """
        r1 scalar 4,8,12,28-44,48-49,52-72,76
        r2 scalar 4,8,12,28-44,48,52-72,76
        r4 scalar 4-12,28-76
    """,
    "sock_ops": """
        r4 scalar 0-164,208-212
        w4 scalar 4,164
        r8 scalar 168-176
        r8 sock_or_null 184
        r8 pkt 192
        r8 pkt_end 200
        r1 scalar 212
        r2 scalar 212
    """,
    "sk_msg": """
        r8 pkt 0
        r8 pkt_end 8
        r4 scalar 16-68
        r8 sock 72
    """,
    "cgroup_device": """
        r1 scalar 0-3
        r2 scalar 0-2
        r4 scalar 0-8
    """,
    "sk_reuseport": """
        r8 pkt 0
        r8 pkt_end 8
        r1 scalar 16-19,24-31
        r2 scalar 16-30
        r4 scalar 16-32
        r8 sock 40
        r8 sock_common_or_null 48
    """,
    "cgroup_sysctl": """
        r1 scalar 0-7
        r2 scalar 0-6
        r4 scalar 0-4
        w4 scalar 4
    """,
    "cgroup_getsockopt": """
        r8 sock 0
        r8 pkt 8
        r8 pkt_end 16
        r4 scalar 24-36
        w4 scalar 32-36
    """,
    "cgroup_setsockopt": """
        r8 sock 0
        r8 pkt 8
        r8 pkt_end 16
        r4 scalar 24-32
        w4 scalar 24-32
    """,
    "sk_lookup": """
        r8 sock_or_null 0
        r1 scalar 8-67
        r2 scalar 8-66
        r4 scalar 8-64
    """,
    "socket_filter": """
        r1 scalar 0-71,84-87,164-167,176-179
        r2 scalar 0-70,84-86,164-166,176-178
        r4 scalar 0-68,84,164,176
        r8 scalar 48-56
        w1 scalar 48-67
        w2 scalar 48-66
        w4 scalar 48-64
        w8 scalar 48-56
        r8 sock_common_or_null 168
    """,
    "sched_cls": """
        r1 scalar 0-75,84-87,160-167,176-180
        r2 scalar 0-74,84-86,160-166,176-178
        r4 scalar 0-72,84,160-164,176
        w4 scalar 8-12,32,44-64,72
        r8 scalar 48-56,152,184
        w1 scalar 48-67
        w2 scalar 48-66
        w8 scalar 48-56,152
        r4 pkt 76
        r4 pkt_end 80
        r4 pkt_meta 140
        r8 sock_common_or_null 168
    """,
    "lwt": """
        r1 scalar 0-71,84-87,164-167,176-179
        r2 scalar 0-70,84-86,164-166,176-178
        r4 scalar 0-68,84,164,176
        w4 scalar 8,32,48-64
        r8 scalar 48-56
        w1 scalar 48-67
        w2 scalar 48-66
        w8 scalar 48-56
        r4 pkt 76
        r4 pkt_end 80
        r8 sock_common_or_null 168
    """,
    "sk_skb": """
        r1 scalar 0-7,12-71,84-91,132-139,164-167,176-179
        r2 scalar 0-6,12-70,84-90,132-138,164-166,176-178
        r4 scalar 0-4,12-68,84-136,164,176
        w4 scalar 32,44
        r8 scalar 48-56
        r4 pkt 76
        r4 pkt_end 80
        r8 sock_common_or_null 168
    """,
    "flow_dissector": """
        r4 pkt 76
        r4 pkt_end 80
        r8 flow_keys 144
    """,
    "sock_addr_4": """
        r4 scalar 0-4,24-36
        r1 scalar 4-7,24-27
        r2 scalar 4-6,24-26
        w4 scalar 4,24
        r8 sock 64
    """,
    "sock_addr_6": """
        r4 scalar 0,8-36
        r1 scalar 8-27
        r2 scalar 8-26
        r8 scalar 8-16
        w4 scalar 8-24
        w8 scalar 8-16
        r8 sock 64
    """,
    "sock_addr_sendmsg4": """
        r4 scalar 0-4,24-40
        r1 scalar 4-7,24-27,40-43
        r2 scalar 4-6,24-26,40-42
        w4 scalar 4,24,40
        r8 sock 64
    """,
    "sock_addr_sendmsg6": """
        r4 scalar 0,8-36,44-56
        r1 scalar 8-27,44-59
        r2 scalar 8-26,44-58
        r8 scalar 8-16,48
        w4 scalar 8-24,44-56
        w8 scalar 8-16,48
        r8 sock 64
    """,
    "cgroup_skb": """
        r1 scalar 0-71,84-91,132-139,164-167,176-179
        r2 scalar 0-70,84-90,132-138,164-166,176-178
        r4 scalar 0-68,84-136,164,176
        w4 scalar 8,32,48-64
        r8 scalar 48-56,152,184
        w1 scalar 48-67
        w2 scalar 48-66
        w8 scalar 48-56,152
        r4 pkt 76
        r4 pkt_end 80
        r8 sock_common_or_null 168
    """,
    "cgroup_skb_unprivileged": """
        r1 scalar 0-71,84-91,132-139,164-167,176-179
        r2 scalar 0-70,84-90,132-138,164-166,176-178
        r4 scalar 0-68,84-136,164,176
        w4 scalar 8,32,48-64
        r8 scalar 48-56,152,184
        w1 scalar 48-67
        w2 scalar 48-66
        w8 scalar 48-56
        r8 sock_common_or_null 168
    """,
}
