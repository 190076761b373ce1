"""Every price that the simulator may ask for, and the activity it is charged to.

A profile must give each of these keys a price, and no others, except under ``path.``: there any
function name may have one, and a function without one costs ``path.default``.

**Rule:** prices add up. A helper call costs ``helper.call`` and its own key; a reservation costs
``helper.call``, ``ringbuf.reserve`` and ``ringbuf.lock_hold``, and ``ringbuf.line_transfer`` for
each of the ring's cache lines that another CPU had last. A key says so where it is not the whole
price.

**Not modelled:** what no key names: caches beside those of keyed maps, TLBs, frequency
changes, mitigations toggled at run time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["DEFAULT_PATH_KEY", "KEYS", "PATH_PREFIX", "PriceKey", "is_known"]

PATH_PREFIX = "path."
DEFAULT_PATH_KEY = "path.default"


@dataclass(frozen=True)
class PriceKey:
    """One price: its key, the ledger activity it is charged to, and what it pays for."""

    key: str
    activity: str
    doc: str


_HOOK = {
    "hook.raw_tp": "a hit of a raw tracepoint or tp_btf program",
    "hook.tracepoint": "a hit of a classic tracepoint's program, through the perf path",
    "hook.syscall_tracepoint": "the same for syscalls:*, the slow path and the filter apart",
    "hook.syscall_slow_path": "every syscall, once at entry and once at exit, while any syscall "
    "tracepoint has something attached, whichever syscall it wants",
    "hook.syscall_filter": "the test, at each end that has a handler, whether this syscall is "
    "wanted",
    "hook.kprobe_ftrace": "a kprobe at an ftrace-patched function entry",
    "hook.kprobe_optimised": "a kprobe inside a function, jump-optimised",
    "hook.kprobe_int3_boosted": "a kprobe by breakpoint, the instruction run out of line",
    "hook.kprobe_int3_singlestep": "a kprobe by breakpoint, single-stepped",
    "hook.kretprobe_entry": "a kretprobe's entry half: the instance and the changed return address",
    "hook.kretprobe_return": "a kretprobe's return half, where its program runs",
    "hook.kprobe_multi": "a function's entry with a multi-attached link (fprobe), also its "
    "kretprobe's entry half",
    "hook.kretprobe_multi_return": "a multi-attached kretprobe's return half",
    "hook.fentry": "an fentry trampoline",
    "hook.fmod_ret": "an fmod_ret or lsm trampoline",
    "hook.fexit": "an fexit trampoline, both halves",
    "hook.uprobe": "a breakpoint in user space on an instruction that the kernel emulates, lock "
    "included; on a virtualised or mitigated machine up to ten times as much",
    "hook.uprobe_singlestep": "the same on any other instruction, single-stepped out of line",
    "hook.uretprobe_return": "a uretprobe's second trap, at the return",
    "hook.uprobe_lock_hold": "of hook.uprobe: the machine-wide lock before 6.12",
    "hook.uretprobe_lock_hold": "of hook.uretprobe_return: the machine-wide lock before 6.12",
    "hook.uprobe_mmap_hold": "of either, from 6.12 on: the process's mmap lock, its line moving",
    "hook.usdt_nop": "a USDT probe that nobody uses: its nop, or the test of its semaphore",
    "hook.chained": "each further program at a site that is being hit anyway",
    "hook.missed": "a hit that is turned away by a recursion rule",
}

_PROG = {
    "prog.enter": "around a program's run, beyond the hook's own price",
    "prog.insn_jit": "one instruction, jited",
    "prog.insn_interp": "one instruction, interpreted",
    "prog.tail_call": "one tail call",
}

_HELPER = {
    "helper.call": "any helper call, before what the helper does",
    "helper.ktime_get_ns": "bpf_ktime_get_ns",
    "helper.get_current_pid_tgid": "bpf_get_current_pid_tgid",
    "helper.get_current_uid_gid": "bpf_get_current_uid_gid",
    "helper.get_current_comm": "bpf_get_current_comm",
    "helper.get_current_task": "bpf_get_current_task, also _btf",
    "helper.get_smp_processor_id": "bpf_get_smp_processor_id",
    "helper.probe_read": "bpf_probe_read and _kernel, also _str: the fixed part",
    "helper.probe_read_byte": "each byte copied by a probe read of given size",
    "helper.probe_read_user": "bpf_probe_read_user and _user_str: the fixed part",
    "helper.probe_read_str_byte": "each byte copied by a probe read of a string",
    "helper.trace_printk": "bpf_trace_printk, formatting included",
    "helper.get_stackid": "bpf_get_stackid: the unwinding and the hash",
    "helper.get_stack": "bpf_get_stack: the unwinding and the copy",
    "helper.current_task_under_cgroup": "bpf_current_task_under_cgroup",
    "helper.get_current_cgroup_id": "bpf_get_current_cgroup_id",
    "helper.get_prandom_u32": "bpf_get_prandom_u32",
    "helper.jiffies64": "bpf_jiffies64",
    "helper.strtol": "bpf_strtol, bpf_strtoul",
    "helper.strncmp": "bpf_strncmp: the fixed part",
    "helper.strncmp_byte": "bpf_strncmp: each byte compared",
    "helper.snprintf": "bpf_snprintf, the text included",
    "helper.get_func_ip": "bpf_get_func_ip, bpf_get_attach_cookie",
    "helper.get_ns_current_pid_tgid": "bpf_get_ns_current_pid_tgid",
    "helper.spin_lock": "bpf_spin_lock and _unlock, nobody else wanting the lock",
    "helper.kptr_xchg": "bpf_kptr_xchg",
    "helper.get_func_arg": "bpf_get_func_arg, _ret and _arg_cnt",
    "helper.retval": "bpf_get_retval, bpf_set_retval",
    "helper.perf_event_read": "bpf_perf_event_read and _value, bpf_perf_prog_read_value",
    "helper.branch_records": "bpf_read_branch_records, bpf_get_branch_snapshot",
    "helper.send_signal": "bpf_send_signal, bpf_send_signal_thread",
    "helper.skc_to_sock": "bpf_skc_to_…, bpf_sock_from_file, bpf_xdp_get_buff_len",
    "helper.get_socket_cookie": "bpf_get_socket_cookie",
    "helper.per_cpu_ptr": "bpf_per_cpu_ptr, bpf_this_cpu_ptr",
    "helper.task_pt_regs": "bpf_task_pt_regs",
    "helper.bprm_opts_set": "bpf_bprm_opts_set",
    "helper.ima_hash": "bpf_ima_inode_hash, bpf_ima_file_hash, refused",
    "helper.find_vma": "bpf_find_vma, before what the callback does",
    "helper.d_path": "bpf_d_path",
    "helper.seq_write": "bpf_seq_write, bpf_seq_printf",
    "helper.btf_show": "bpf_snprintf_btf, bpf_seq_printf_btf",
    "helper.kernel_lookup": "bpf_kallsyms_lookup_name, bpf_btf_find_by_name_kind, bpf_sys_close",
    "helper.override_return": "bpf_override_return",
    "helper.loop": "bpf_loop, inlined: what it costs beside its iterations",
    "helper.loop_iteration": "bpf_loop, each iteration, before what the callback does",
}

_MAP = {
    "map.hash_lookup": "a hash map lookup, 4-byte key, map nearly empty",
    "map.hash_fullness": "added to a hash lookup, update or delete in a full map; in proportion "
    "below",
    "map.hash_update": "a hash map update, preallocated",
    "map.hash_delete": "a hash map delete",
    "map.hash_full_scan_per_cpu": "an update that finds its CPU's free list of a preallocated hash "
    "empty: each further CPU's list that is looked into; all of them when the map is full",
    "map.hash_alloc": "an element of a hash without preallocation, taken from a CPU's cache",
    "map.lru_lookup": "a lookup in an LRU hash, the mark of use included",
    "map.lru_update": "an update of an LRU hash, its free elements at hand",
    "map.lru_scan": "each element that an LRU hash's update looks at to find one to throw out, or "
    "each other CPU's list that it looks into",
    "map.array_lookup": "an array lookup, inlined by the JIT",
    "map.array_update": "an array update by helper",
    "map.percpu_hash_lookup": "a per-CPU hash lookup",
    "map.percpu_hash_update": "a per-CPU hash update",
    "map.percpu_hash_delete": "a per-CPU hash delete",
    "map.percpu_array_lookup": "a per-CPU array lookup",
    "map.percpu_array_update": "a per-CPU array update by helper",
    "map.key_byte": "each byte of a bloom filter's value beyond eight, twice at each hash",
    "map.key_mix": "each twelve bytes that a hash of a key mixes before its last one to twelve",
    "map.key_tail": "each byte of those last ones; Linux 6.4 and later: each word, if the key has "
    "whole words",
    "map.key_compare": "each step of comparing a key with one found: eight bytes, and each of the "
    "bytes left over",
    "map.key": "each ps that a key's hash and comparison take beyond those of four bytes, which "
    "the operation's own price has, hashed byte by byte; 1 ps",
    "map.cache_wait": "each ps that an operation on a hash or a bloom filter waits for lines "
    "beyond the first cache level; 1 ps",
    "map.line_transfer": "a cache line of a bucket or element coming from another CPU's cache",
    "map.lock_wait": "each ps that an operation waits for a bucket or list that another CPU "
    "holds; 1 ps",
    "map.atomic": "an atomic instruction on a map value, its line in this CPU's cache",
    "map.lpm_lookup": "a lookup in an LPM trie, the nodes it passes apart",
    "map.lpm_update": "an update or a delete of an LPM trie, node allocation included",
    "map.lpm_step": "each node of an LPM trie that an operation looks at",
    "map.queue_op": "a push to, pop from or peek at a queue or stack",
    "map.bloom_op": "a push to or peek at a bloom filter, its hashes apart",
    "map.bloom_hash": "each hash of a bloom filter's value of up to 8 bytes and the look at its "
    "bit; a push's count twice",
    "map.storage_get": "finding a task's or control group's storage",
    "map.storage_create": "allocating a task's or control group's storage and linking it",
}

_CACHE = {
    "cache.l1_bytes": "size of a core's first level of data cache; a byte is written as 1 ps",
    "cache.l2_bytes": "size of a core's second level, in the same way",
    "cache.l3_bytes": "size of the last level that a core shares, in the same way",
    "cache.l2_hit": "what a line from the second level costs beyond the first, as far as it is "
    "waited for",
    "cache.l3_hit": "the same for the last level",
    "cache.memory": "the same for memory",
}

_RINGBUF = {
    "ringbuf.reserve": "a reservation, outside the lock",
    "ringbuf.submit": "bpf_ringbuf_submit, the wake-up apart",
    "ringbuf.discard": "bpf_ringbuf_discard",
    "ringbuf.output": "what bpf_ringbuf_output costs beyond its reservation and its bytes",
    "ringbuf.copy_byte": "each byte that bpf_ringbuf_output copies",
    "ringbuf.lock_hold": "the ring's lock, held by a reservation",
    "ringbuf.line_transfer": "a cache line of the ring (lock, positions, data) coming from a CPU "
    "with which the last-level cache is shared",
    "ringbuf.line_transfer_far": "the same from any other CPU, such as one of another socket",
    "ringbuf.user_drain": "bpf_user_ringbuf_drain, its samples and the wake-up apart",
    "ringbuf.user_sample": "each sample that bpf_user_ringbuf_drain gives to its callback",
    "ringbuf.query": "bpf_ringbuf_query",
    "perfbuf.output": "bpf_perf_event_output, its bytes and the wake-up apart",
    "perfbuf.copy_byte": "each byte that bpf_perf_event_output copies",
}

_WAKEUP = {
    "wakeup.irq_work": "queueing an irq_work and taking its interrupt",
    "wakeup.try_to_wake_up": "waking a task that sleeps in epoll",
    "wakeup.ipi": "sending the interprocessor interrupt",
    "wakeup.idle_exit": "a halted CPU's way back to running",
}

_READER = {
    "ringbuf.reader_record": "libbpf's reader, each ring-buffer record",
    "ringbuf.reader_peek": "a reader of its own, which looks at each ring-buffer record in place",
    "ringbuf.reader_byte": "libbpf's reader, each byte of it",
    "perfbuf.reader_record": "libbpf's reader, each perf-buffer record",
    "perfbuf.reader_byte": "libbpf's reader, each byte of it",
    "reader.epoll_wait": "coming back from epoll_wait and calling it again",
    "reader.decode_record": "what the tool does with a record: decode, format, print",
}

_SCHED = {
    "sched.context_switch": "switching from one task to another, the cold caches included",
    "sched.pick_next": "choosing the next task",
    "sched.enqueue": "putting a task on a run queue",
    "sched.migrate": "moving a task to another CPU's run queue",
}

_IRQ = {
    "sched.tick": "a timer tick, the interrupt included",
    "irq.nmi": "entering and leaving an NMI of the performance monitor, its handler included",
    "irq.enter_exit": "entering and leaving a hard interrupt",
    "irq.block_complete": "a block device's completion handler",
    "softirq.block": "one block softirq, the requests' functions apart",
}

_KERNEL = {
    "syscall.entry": "user to kernel",
    "syscall.exit": "kernel to user",
    "lock.transfer": "a lock's cache line coming from another CPU",
    "lock.mutex_fast": "taking and giving back a free mutex",
    "lock.mutex_slow": "queueing for a mutex, the switches apart",
    DEFAULT_PATH_KEY: "self time of a kernel function that has no price of its own",
}

_ATTACH = {
    "attach.prog_load": "loading one program: verification and JIT",
    "attach.kprobe": "attaching one kprobe or kretprobe through perf",
    "attach.kprobe_multi": "attaching one multi link, each function, once it has been found",
    "attach.symbol_pass": "finding a multi link's functions by name in one pass over the kernel's "
    "symbols (from 5.19)",
    "attach.symbol_search": "finding one of them by a search through the kernel's symbols (5.18)",
    "attach.uprobe": "attaching one uprobe or uretprobe through perf",
    "attach.uprobe_multi": "attaching one multi link to user space, each place",
    "attach.tracepoint": "attaching one tracepoint program through perf",
    "attach.raw_tp": "attaching one raw tracepoint program",
    "attach.trampoline": "attaching one fentry or fexit program",
    "detach.kprobe": "detaching one kprobe or kretprobe, the wait behind it apart",
    "detach.kprobe_multi": "detaching one multi link, each function",
    "detach.uprobe": "detaching one uprobe or uretprobe, the wait behind it apart",
    "detach.tracepoint": "detaching one tracepoint program, the wait behind it apart",
    "detach.raw_tp": "detaching one raw tracepoint program",
    "detach.trampoline": "detaching one fentry or fexit program",
    "detach.grace_period": "synchronize_rcu behind a detaching: how long the tool sleeps",
    "detach.uprobe_grace_period": "what closing a uprobe's perf event waits for, asleep",
}

_GROUPS = (
    ("hook", _HOOK),
    ("program", _PROG),
    ("helper", _HELPER),
    ("map", _MAP),
    ("map", _CACHE),
    ("ringbuf", _RINGBUF),
    ("wakeup", _WAKEUP),
    ("reader", _READER),
    ("sched", _SCHED),
    ("irq", _IRQ),
    ("kernel", _KERNEL),
    ("attach", _ATTACH),
)


def _registry(groups: Iterable[tuple[str, dict[str, str]]]) -> dict[str, PriceKey]:
    found: dict[str, PriceKey] = {}
    for activity, docs in groups:
        for key, doc in docs.items():
            found[key] = PriceKey(key, activity, doc)
    return found


KEYS: dict[str, PriceKey] = _registry(_GROUPS)
"""Every price a profile must have, in the order that reports list them."""


def is_known(key: str) -> bool:
    """Say whether a profile may have a price of this name."""
    return key in KEYS or (key.startswith(PATH_PREFIX) and len(key) > len(PATH_PREFIX))
