"""What is to be said of each helper that its code does not say.

**Rule:** a row of `FACTS` is ``name since state how``: the name without ``bpf_``, the release it
came with, whether it is modelled or approximated, and how it differs from the kernel's.

**Not modelled:** helpers that have no row here cannot be registered (`sim.bpf.helpers.registry`).
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["FACTS", "Fact"]


class Fact(NamedTuple):
    """A row.

    Attributes:
        since: The release of Linux that it came with.
        is_approximated: It does not do in all what the kernel's does.
        how: How it differs, or what a reader should know; "" for nothing.
    """

    since: str
    is_approximated: bool
    how: str


_ROWS = """
map_lookup_elem 3.19 modelled an array's lookup is inlined: no call is priced
map_update_elem 3.19 modelled BPF_F_LOCK is refused (−EINVAL)
map_delete_elem 3.19 modelled
probe_read 4.1 modelled kernel or user by the address; a failed read clears the destination: −EFAULT
ktime_get_ns 4.1 modelled CLOCK_MONOTONIC from 0 at the start of the run
trace_printk 4.1 approximated the text of trace_pipe without its ring: no line is lost; formats as
  the kernel takes and writes them, `%p`'s hash being a fixed one
get_prandom_u32 4.1 approximated a draw by seed, CPU, time and order, not the kernel's generator
get_smp_processor_id 4.1 modelled
tail_call 4.2 modelled 33 deep; an empty slot counts as a call
get_current_pid_tgid 4.2 modelled no PID namespaces
get_current_uid_gid 4.2 modelled
get_current_comm 4.2 modelled padded and terminated
perf_event_read 4.3 approximated the events in maps are those of perf buffers, which count
  nothing; they run from the start
perf_event_output 4.4 modelled visible; lost samples are told by LOST records; written in one
  step, so nesting levels cannot collide
get_stackid 4.6 approximated ids, collisions and flags are the kernel's; stacks are those of
  `bpf_get_stack`; no build ids
get_current_task 4.8 modelled the task_struct has the fields that `sim/kernel/types/decl` declares
probe_write_user 4.8 modelled without the kernel's warning in its log
current_task_under_cgroup 4.9 approximated every task is in the root cgroup only
get_numa_node_id 4.10 approximated one node: 0
probe_read_str 4.11 modelled as bpf_probe_read
get_socket_cookie 4.12 approximated numbers from 1 for the machine, not per CPU in batches
perf_event_read_value 4.15 approximated the events in maps are those of perf buffers, which count
  nothing; they run from the start
perf_prog_read_value 4.15 approximated the event is what the hook says it is
get_stack 4.18 approximated the kernel's stack is the path's call chain without BPF's own frames
  and interrupt entry; user stacks have three frames; no file has a build id
get_current_cgroup_id 4.18 approximated all tasks are in the root cgroup: 1
map_push_elem 4.20 modelled queues, stacks and bloom filters
map_pop_elem 4.20 modelled queues, stacks and bloom filters
map_peek_elem 4.20 modelled queues, stacks and bloom filters
spin_lock 5.1 approximated a run is alone between visible helpers: the lock is free
spin_unlock 5.1 approximated a run is alone between visible helpers: the lock is free
strtol 5.2 modelled
strtoul 5.2 modelled
sk_storage_get 5.2 modelled nothing is cloned
sk_storage_delete 5.2 modelled nothing is cloned
send_signal 5.3 approximated the signal is pending in the task's struct, and counted; no workload
  acts on it; never −EBUSY
probe_read_user 5.5 modelled user memory is always resident
probe_read_kernel 5.5 modelled
probe_read_user_str 5.5 modelled user memory is always resident
probe_read_kernel_str 5.5 modelled
send_signal_thread 5.6 approximated the signal is pending in the task's struct, and counted; no
  workload acts on it; never −EBUSY
jiffies64 5.6 modelled turns over at exact times
read_branch_records 5.7 approximated there are no branch records: −ENOENT
get_ns_current_pid_tgid 5.7 approximated there is the initial namespace only: device 4, inode
  4026531836
get_current_ancestor_cgroup_id 5.7 approximated all tasks are in the root cgroup: 1 at level 0,
  else 0
ktime_get_boot_ns 5.8 modelled the machine never sleeps: CLOCK_MONOTONIC
seq_printf 5.8 modelled
seq_write 5.8 modelled
ringbuf_output 5.8 modelled visible: lock, copy, commit are steps of their own
ringbuf_reserve 5.8 modelled visible; −EBUSY by NMI is absent
ringbuf_submit 5.8 modelled visible; wakes when the consumer has caught up, or as the flags say
ringbuf_discard 5.8 modelled visible
ringbuf_query 5.8 modelled reads what the reservation before it saw
skc_to_tcp6_sock 5.9 modelled
skc_to_tcp_sock 5.9 modelled
skc_to_tcp_timewait_sock 5.9 approximated by the state alone, not by `sk_prot`
skc_to_tcp_request_sock 5.9 approximated by the state alone, not by `sk_prot`
skc_to_udp6_sock 5.9 modelled
get_task_stack 5.9 approximated as bpf_get_stack, of any task
inode_storage_get 5.10 modelled no busy counters
inode_storage_delete 5.10 modelled no busy counters
d_path 5.10 approximated nothing is deleted or out of reach, and a task's root is the system's;
  files of workloads lie in the root directory
copy_from_user 5.10 approximated all user memory is resident: it never sleeps
snprintf_btf 5.10 modelled pointers are hashed as by `%p` here
seq_printf_btf 5.10 modelled as bpf_snprintf_btf
per_cpu_ptr 5.10 approximated copies lie at one distance from each other
this_cpu_ptr 5.10 approximated copies lie at one distance from each other
task_storage_get 5.11 modelled no busy counters
task_storage_delete 5.11 modelled no busy counters
get_current_task_btf 5.11 modelled as bpf_get_current_task
bprm_opts_set 5.11 modelled
ima_inode_hash 5.11 approximated as on a kernel without IMA: −EOPNOTSUPP
sock_from_file 5.11 modelled
for_each_map_elem 5.13 modelled hashes and arrays, per CPU and LRU, too; priced as bpf_loop
snprintf 5.13 modelled the formats of bpf_trace_printk
btf_find_by_name_kind 5.14 approximated no types of modules
sys_close 5.14 approximated programs have no descriptors: −EBADF
get_func_ip 5.15 modelled probes are at function entries
get_attach_cookie 5.15 modelled
task_pt_regs 5.15 approximated where the registers are; of the stack only they are memory
get_branch_snapshot 5.16 approximated there are no branch records: −ENOENT
trace_vprintk 5.16 approximated as bpf_trace_printk
skc_to_unix_sock 5.16 modelled
kallsyms_lookup_name 5.16 modelled functions only
loop 5.17 modelled inlined, as the kernel does when the callback is known; its price is one
  published figure
strncmp 5.17 modelled
get_func_arg 5.17 modelled
get_func_ret 5.17 modelled
get_func_arg_cnt 5.17 modelled
get_retval 5.18 modelled
set_retval 5.18 modelled
xdp_get_buff_len 5.18 approximated without fragments
copy_from_user_task 5.18 approximated all processes have one user memory
ima_file_hash 5.18 approximated as on a kernel without IMA: −EOPNOTSUPP
kptr_xchg 5.19 modelled nobody frees what a map held when it goes
map_lookup_percpu_elem 5.19 modelled
skc_to_mptcp_sock 5.19 approximated no socket is a subflow: NULL
dynptr_from_mem 5.19 modelled a null dynptr and its errno where it is refused
ringbuf_reserve_dynptr 5.19 modelled as `bpf_ringbuf_reserve`, of any size
ringbuf_submit_dynptr 5.19 modelled visible; nothing for a null dynptr
ringbuf_discard_dynptr 5.19 modelled visible; nothing for a null dynptr
dynptr_read 5.19 modelled priced as a probe read's bytes
dynptr_write 5.19 modelled priced as a probe read's bytes
dynptr_data 5.19 modelled NULL for whatever does not fit
ktime_get_tai_ns 6.1 modelled the machine was booted on 2024-01-01
user_ringbuf_drain 6.1 modelled calls back for each sample; one step of its caller's; a task that
  waits for room is not modelled
cgrp_storage_get 6.2 modelled no busy counters
cgrp_storage_delete 6.2 modelled no busy counters
"""


def _read() -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    for row in _ROWS.replace("\n  ", " ").strip().splitlines():
        name, since, state, *how = row.split(maxsplit=3)
        found[f"bpf_{name}"] = Fact(since, state == "approximated", how[0] if how else "")
    return found


#: By the helper's name.
FACTS = _read()
