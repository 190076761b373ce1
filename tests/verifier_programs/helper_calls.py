"""Calls of helpers: each argument right, or one of them wrong.

**Rule:** a table says what each helper takes; a wrong argument is of another kind, or too large.

**Not modelled:** helpers of sockets and of devices.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.programs.values import imm32
from tests.verifier_programs.draft import Draft

__all__ = ["KFUNCS", "STATEMENTS"]

# Each character is an argument, R1 first: c context, b buffer on the stack that is filled, w one
# to write to, s its size, z a size that may be 0, n any number, m ring, p perf ring, t stack trace,
# k task, f format, i a number on the stack, u user address, 0 zero, v a task storage.
_HELPERS = {
    "bpf_probe_read": "wzn",
    "bpf_probe_read_kernel": "wzn",
    "bpf_probe_read_user": "wzn",
    "bpf_probe_read_str": "wzn",
    "bpf_probe_read_kernel_str": "wzn",
    "bpf_probe_read_user_str": "wzn",
    "bpf_ktime_get_ns": "",
    "bpf_ktime_get_boot_ns": "",
    "bpf_trace_printk": "fs",
    "bpf_get_prandom_u32": "",
    "bpf_get_smp_processor_id": "",
    "bpf_get_current_pid_tgid": "",
    "bpf_get_current_uid_gid": "",
    "bpf_get_current_comm": "ws",
    "bpf_perf_event_output": "cpnbz",
    "bpf_perf_event_read": "pn",
    "bpf_perf_event_read_value": "pnws",
    "bpf_get_stackid": "ct0",
    "bpf_get_stack": "cwz0",
    "bpf_get_current_task": "",
    "bpf_get_current_task_btf": "",
    "bpf_task_pt_regs": "k",
    "bpf_probe_write_user": "nbs",
    "bpf_current_task_under_cgroup": "gn",
    "bpf_get_numa_node_id": "",
    "bpf_csum_diff": "bzbzn",
    "bpf_strtol": "bsnl",
    "bpf_strtoul": "bsnl",
    "bpf_send_signal": "n",
    "bpf_jiffies64": "",
    "bpf_get_current_cgroup_id": "",
    "bpf_get_current_ancestor_cgroup_id": "n",
    "bpf_get_ns_current_pid_tgid": "nnws",
    "bpf_snprintf": "wzFbz",
    "bpf_snprintf_btf": "wsbs0",
    "bpf_copy_from_user": "wzn",
    "bpf_copy_from_user_task": "wznk0",
    "bpf_get_task_stack": "kwz0",
    "bpf_task_storage_get": "vk00",
    "bpf_task_storage_delete": "vk",
    "bpf_per_cpu_ptr": "Kn",
    "bpf_this_cpu_ptr": "K",
    "bpf_strncmp": "bsF",
    "bpf_d_path": "Dws",
    "bpf_get_func_ip": "c",
    "bpf_get_attach_cookie": "c",
    "bpf_get_func_arg": "cnl",
    "bpf_get_func_ret": "cl",
    "bpf_get_func_arg_cnt": "c",
    "bpf_override_return": "cn",
    "bpf_find_vma": "knC00",
    "bpf_sys_bpf": "nbs",
    "bpf_sys_close": "n",
    "bpf_kallsyms_lookup_name": "bs0l",
    "bpf_get_branch_snapshot": "ws0",
    "bpf_read_branch_records": "cwz0",
    "bpf_perf_prog_read_value": "cws",
    "bpf_skb_load_bytes": "cnws",
    "bpf_skb_store_bytes": "cnbs0",
    "bpf_skb_pull_data": "cn",
    "bpf_xdp_adjust_head": "cn",
    "bpf_redirect": "nn",
    "bpf_redirect_map": "dnn",
    "bpf_ima_file_hash": "kws",
    "bpf_trace_vprintk": "fsbz",
    "bpf_ktime_get_coarse_ns": "",
    "bpf_ktime_get_tai_ns": "",
    "bpf_seq_write": "kbz",
    "bpf_bprm_opts_set": "kn",
    "bpf_inode_storage_get": "vk00",
    "bpf_map_lookup_elem": "mb",
    "bpf_get_retval": "",
    "bpf_set_retval": "n",
    "bpf_user_rnd_u32": "",
    "bpf_fib_lookup": "cws0",
    "bpf_sk_lookup_tcp": "cbsn0",
}
_SELDOM = tuple(name for name in _HELPERS if name not in ("bpf_user_rnd_u32",))
_EVERYWHERE = (
    *("bpf_probe_read_kernel", "bpf_probe_read_kernel_str", "bpf_probe_read_user"),
    *("bpf_ktime_get_ns", "bpf_trace_printk", "bpf_get_prandom_u32", "bpf_jiffies64"),
    *("bpf_get_smp_processor_id", "bpf_get_numa_node_id", "bpf_strtol", "bpf_strtoul"),
    *("bpf_snprintf", "bpf_strncmp", "bpf_snprintf_btf", "bpf_trace_vprintk"),
    *("bpf_get_current_task_btf", "bpf_task_pt_regs", "bpf_get_current_task", "bpf_this_cpu_ptr"),
    *("bpf_per_cpu_ptr", "bpf_ktime_get_boot_ns", "bpf_ktime_get_tai_ns", "bpf_perf_event_output"),
)
_TRACING = (
    *_EVERYWHERE,
    *("bpf_probe_read_user_str", "bpf_get_current_pid_tgid", "bpf_get_current_uid_gid"),
    *("bpf_get_current_comm", "bpf_get_stackid", "bpf_get_stack", "bpf_get_task_stack"),
    *(
        "bpf_probe_write_user",
        "bpf_send_signal",
        "bpf_get_current_cgroup_id",
        "bpf_perf_event_read",
    ),
    *("bpf_get_current_ancestor_cgroup_id", "bpf_get_ns_current_pid_tgid", "bpf_find_vma"),
    *("bpf_perf_event_read_value", "bpf_task_storage_get", "bpf_task_storage_delete"),
    *("bpf_current_task_under_cgroup", "bpf_get_func_ip", "bpf_get_attach_cookie"),
)
KFUNCS = ("bpf_lookup_system_key", "bpf_lookup_user_key", "bpf_key_put", "crash_kexec")
KFUNCS = (*KFUNCS, "cgroup_rstat_updated", "cgroup_rstat_flush", "bpf_verify_pkcs7_signature")

_WRITE_AT, _READ_AT, _NUMBER_AT = 64, 128, 8
_BUFFER = 32


def _buffer(d: Draft, reg: int, is_filled: bool) -> None:
    at = _READ_AT if is_filled else _WRITE_AT
    how = d.draw.randrange(8)
    if how == 0:
        d.load_value(
            reg, d.one(("wide_array",), ("rdonly_array", "wronly_array")), d.one((0, 32), (48,))
        )
        return
    if how == 1 and d.errs():
        d.add(f"r{reg} = {d.draw.choice(('r6', 'r7', '0', 'r10'))}")
        return
    if is_filled and not d.errs():
        for off in range(0, _BUFFER, 8):
            d.add(f"*(u64 *)(r10 - {at - off}) = {d.draw.choice((0, 49, 'r7'))}")
    d.add(f"r{reg} = r10", f"r{reg} += {-at}")


def _size(d: Draft, reg: int, may_be_zero: bool) -> None:
    if d.chance(1, 3):
        d.add(f"r{reg} = r8", f"r{reg} &= {d.one((15, 31, 7), (63, 127))}")
        if not may_be_zero and not d.errs():
            d.add(f"r{reg} += 1" if d.chance(1, 2) else f"if r{reg} == 0 goto out")
        return
    d.add(f"r{reg} = {d.one((8, 16, 24, 32), (0, 33, -1, 1 << 29, 'r7', 'r10'))}")


def _format(d: Draft, reg: int, is_constant: bool) -> None:
    if is_constant:
        d.load_value(reg, d.one(("wide_array",), ("rdonly_array",)))
        return
    d.add(
        f"r{reg} = {int.from_bytes(b'a %d %s', 'little')} ll",
        f"*(u64 *)(r10 - {_READ_AT}) = r{reg}",
    )
    for off in range(8, _BUFFER, 8):
        d.add(f"*(u64 *)(r10 - {_READ_AT - off}) = 0")
    d.add(f"r{reg} = r10", f"r{reg} += {-_READ_AT}")


def _task(d: Draft, reg: int) -> None:
    # R9 holds a task when the call's statement has got one.
    d.add(f"r{reg} = {d.one(('r9',), ('r6', '0', 'r10', 'r7'))}")


def _callback(d: Draft, reg: int) -> None:
    def callback() -> None:
        d.add(d.one(("r0 = *(u64 *)(r2 + 0)", "r0 = *(u64 *)(r1 + 0)"), ("r0 = *(u64 *)(r3 + 0)",)))
        d.add(f"r0 = {d.one((0, 1), (2,))}", "exit")

    d.load_function(reg, d.function(callback))


def _number_on_stack(d: Draft, reg: int) -> None:
    d.add(f"r{reg} = r10", f"r{reg} += {d.one((-8,), (-4, -12, 0))}")


def _argument(d: Draft, reg: int, what: str) -> None:
    if what in _MAPS:
        d.load_map(reg, d.one(_MAPS[what], ("array", "hash", "ringbuf", "stack_trace")))
        return
    if what == "K":
        d.load_ksym(reg, d.one(("bpf_prog_active", "runqueues"), ("bpf_map_fops",)))
        return
    writers: dict[str, Callable[[], None]] = {
        "c": lambda: d.add(
            d.one((f"r{reg} = r6",), (f"r{reg} = r10", f"r{reg} = 0", f"r{reg} = r6\nr{reg} += 4"))
        ),
        "b": lambda: _buffer(d, reg, True),
        "w": lambda: _buffer(d, reg, False),
        "s": lambda: _size(d, reg, False),
        "z": lambda: _size(d, reg, True),
        "n": lambda: d.add(
            f"r{reg} = {d.one(('r7', 'r8', '0', str(imm32(d.draw))), ('r10', 'r5'))}"
        ),
        "0": lambda: d.add(f"r{reg} = {d.one((0,), (1, 'r7', 'r10'))}"),
        "k": lambda: _task(d, reg),
        "D": lambda: d.add(f"r{reg} = r9", f"r{reg} += {d.one((0, 16), (8,))}"),
        "f": lambda: _format(d, reg, False),
        "F": lambda: _format(d, reg, True),
        "l": lambda: _number_on_stack(d, reg),
        "C": lambda: _callback(d, reg),
    }
    writers[what]()


_MAPS = {
    "p": ("perf_event_array",),
    "t": ("stack_trace",),
    "g": ("cgroup_array",),
    "v": ("task_storage", "task_storage", "task_storage", "inode_storage"),
    "m": ("array",),
    "d": ("devmap", "cpumap"),
}


def _call(d: Draft, name: str) -> None:
    arguments = _HELPERS[name]
    if "k" in arguments or "D" in arguments:
        if d.kind.walks and d.chance(1, 2):
            d.add(f"r9 = *(u64 *)(r6 + {d.draw.choice(d.kind.walks).slot})")
        else:
            d.call("bpf_get_current_task_btf")
            d.add("r9 = r0")
            if d.chance(1, 4):
                d.add(f"r7 = *(u32 *)(r9 + {d.one((2416, 2420, 44), (9728, 20000, 4))})")
    order = list(enumerate(arguments, 1))
    if d.errs() and order:
        order.pop()
    for reg, what in order:
        _argument(d, reg, what)
    d.call(name)
    how = d.draw.randrange(3)
    if name in ("bpf_per_cpu_ptr", "bpf_this_cpu_ptr", "bpf_task_pt_regs", "bpf_task_storage_get"):
        if not d.errs():
            d.add("if r0 == 0 goto out")
        d.add(f"r7 = *(u{d.draw.choice((32, 64))} *)(r0 + {d.one((0,), (8, 24, 4096))})", "r0 = 0")
    elif name == "bpf_get_stack" and how:
        d.add(
            f"if r0 {d.one(('s<',), ('s>',))} 0 goto out",
            "r1 = r10",
            "r1 += -64",
            "r1 += r0" if d.errs() else "r1 += 0",
            "r7 = *(u8 *)(r1 + 0)",
        )
    elif how == 0:
        d.add("r7 = r0")
    elif how == 1 and "w" in arguments:
        d.add(f"r7 = *(u64 *)(r10 - {_WRITE_AT - d.one((0,), (8, 31))})")


def usual(d: Draft) -> None:
    """Call a helper that the program may call."""
    _call(d, d.draw.choice(_TRACING if d.kind.is_tracing else _EVERYWHERE))


def any_helper(d: Draft) -> None:
    """Call a helper that the program may perhaps not call."""
    _call(d, d.draw.choice(_SELDOM))


def unknown_helper(d: Draft) -> None:
    """Call a helper by number."""
    if d.errs():
        d.add(f"call {d.draw.choice((0, 215, 300, 1 << 20, -1, *range(1, 212)))}")
    else:
        usual(d)


def keys(d: Draft) -> None:
    """Take a key by a kernel function, and put it."""
    skip = d.label()
    if d.chance(1, 2):
        d.add(f"r1 = {d.one((0, 1, 2), ('r7', 'r10'))}")
        d.call_kfunc("bpf_lookup_system_key")
    else:
        d.add(f"r1 = {d.draw.choice((0, -3, 'r7'))}", f"r2 = {d.draw.choice((0, 1))}")
        d.call_kfunc("bpf_lookup_user_key")
    if not d.errs():
        d.add(f"if r0 == 0 goto {skip}")
    d.add("r9 = r0")
    if d.errs():
        d.add(d.draw.choice(("r7 = *(u64 *)(r9 + 0)", "goto out", "r9 += 8", "r9 = 0", "r9 = r6")))
    d.add("r1 = r9")
    if not d.errs():
        d.call_kfunc("bpf_key_put")
        if d.errs():
            d.add("r7 = *(u32 *)(r9 + 0)")
    d.place(skip)


def any_kfunc(d: Draft) -> None:
    """Call a kernel function."""
    d.add(f"r1 = {d.draw.choice(('r6', 'r7', 'r10', '0'))}", "r2 = r7", "r3 = r8")
    if d.kind.walks and d.chance(1, 2):
        d.add(f"r1 = *(u64 *)(r6 + {d.kind.walks[0].slot})")
    d.call_kfunc(d.draw.choice(KFUNCS))


STATEMENTS = (*(usual,) * 6, any_helper, unknown_helper)
KFUNC_STATEMENTS = (keys, keys, keys, any_kfunc, usual)
