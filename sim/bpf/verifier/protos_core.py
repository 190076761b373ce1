"""Prototypes of the helpers for maps, tracing, memory and tasks.

Answers to the ``bpf_func_proto`` constants of Linux 6.1.192. Those of ids 210 and 211
are of 6.2.

**Rule:** a row is name, flags, what it returns, arguments, extra condition, as
`sim.bpf.verifier.proto_table` reads it. A name with a colon is the variant of some program types.

**Not modelled:** which program may call it (`sim.bpf.verifier.prog_types`).
"""

from __future__ import annotations

__all__ = ["CORE_ROWS"]

CORE_ROWS = """
map_lookup_elem P MAP_VALUE|NULL MAP_PTR,MAP_KEY
map_update_elem P INTEGER MAP_PTR,MAP_KEY,MAP_VALUE,ANY
map_delete_elem P INTEGER MAP_PTR,MAP_KEY
probe_read G INTEGER MEM|UNINIT|WRITE,SIZE_OR_ZERO,ANY
ktime_get_ns - INTEGER -
trace_printk G INTEGER MEM|RDONLY,SIZE
get_prandom_u32 - INTEGER -
get_smp_processor_id - INTEGER -
get_smp_processor_id:raw - INTEGER -
tail_call - VOID CTX,MAP_PTR,ANY
get_current_pid_tgid - INTEGER -
get_current_uid_gid - INTEGER -
get_current_comm - INTEGER MEM|UNINIT|WRITE,SIZE
perf_event_read G INTEGER MAP_PTR,ANY
perf_event_output G INTEGER CTX,MAP_PTR,ANY,MEM|RDONLY,SIZE_OR_ZERO
perf_event_output:event_data G INTEGER CTX,MAP_PTR,ANY,MEM|RDONLY,SIZE_OR_ZERO
perf_event_output:raw_tp G INTEGER CTX,MAP_PTR,ANY,MEM|RDONLY,SIZE_OR_ZERO
perf_event_output:skb G INTEGER CTX,MAP_PTR,ANY,MEM|RDONLY,SIZE_OR_ZERO
perf_event_output:tp G INTEGER CTX,MAP_PTR,ANY,MEM|RDONLY,SIZE_OR_ZERO
perf_event_output:xdp G INTEGER CTX,MAP_PTR,ANY,MEM|RDONLY,SIZE_OR_ZERO
get_stackid G INTEGER CTX,MAP_PTR,ANY
get_stackid:pe - INTEGER CTX,MAP_PTR,ANY
get_stackid:raw_tp G INTEGER CTX,MAP_PTR,ANY
get_stackid:tp G INTEGER CTX,MAP_PTR,ANY
get_current_task G INTEGER -
probe_write_user G INTEGER ANY,MEM|RDONLY,SIZE
current_task_under_cgroup - INTEGER MAP_PTR,ANY
get_numa_node_id - INTEGER -
probe_read_str G INTEGER MEM|UNINIT|WRITE,SIZE_OR_ZERO,ANY
perf_event_read_value G INTEGER MAP_PTR,ANY,MEM|UNINIT|WRITE,SIZE
perf_prog_read_value G INTEGER CTX,MEM|UNINIT|WRITE,SIZE
override_return G INTEGER CTX,ANY
get_stack G INTEGER CTX,MEM|UNINIT|WRITE,SIZE_OR_ZERO,ANY
get_stack:pe G INTEGER CTX,MEM|UNINIT|WRITE,SIZE_OR_ZERO,ANY
get_stack:raw_tp G INTEGER CTX,MEM|RDONLY,SIZE_OR_ZERO,ANY
get_stack:tp G INTEGER CTX,MEM|UNINIT|WRITE,SIZE_OR_ZERO,ANY
get_current_cgroup_id - INTEGER -
get_local_storage - MAP_VALUE MAP_PTR,ANY
map_push_elem P INTEGER MAP_PTR,MAP_VALUE,ANY
map_pop_elem - INTEGER MAP_PTR,MAP_VALUE|UNINIT|WRITE
map_peek_elem - INTEGER MAP_PTR,MAP_VALUE|UNINIT|WRITE
spin_lock - VOID SPIN_LOCK
spin_unlock - VOID SPIN_LOCK
strtol - INTEGER MEM|RDONLY,SIZE,ANY,MEM|UNINIT|FIXED|ALIGNED|WRITE:8
strtoul - INTEGER MEM|RDONLY,SIZE,ANY,MEM|UNINIT|FIXED|ALIGNED|WRITE:8
send_signal - INTEGER ANY
probe_read_user G INTEGER MEM|UNINIT|WRITE,SIZE_OR_ZERO,ANY
probe_read_kernel G INTEGER MEM|UNINIT|WRITE,SIZE_OR_ZERO,ANY
probe_read_user_str G INTEGER MEM|UNINIT|WRITE,SIZE_OR_ZERO,ANY
probe_read_kernel_str G INTEGER MEM|UNINIT|WRITE,SIZE_OR_ZERO,ANY
send_signal_thread - INTEGER ANY
jiffies64 - INTEGER -
read_branch_records G INTEGER CTX,MEM|NULL,SIZE_OR_ZERO,ANY
get_ns_current_pid_tgid - INTEGER ANY,ANY,MEM|UNINIT|WRITE,SIZE
get_current_ancestor_cgroup_id - INTEGER ANY
ktime_get_boot_ns - INTEGER -
seq_printf G INTEGER BTF_ID:seq_file,MEM|RDONLY,SIZE,MEM|NULL|RDONLY,SIZE_OR_ZERO
seq_write G INTEGER BTF_ID:seq_file,MEM|RDONLY,SIZE_OR_ZERO
ringbuf_output - INTEGER MAP_PTR,MEM|RDONLY,SIZE_OR_ZERO,ANY
ringbuf_reserve - ALLOC_MEM|NULL|ALLOC MAP_PTR,ALLOC_SIZE_OR_ZERO,ANY
ringbuf_submit - VOID ALLOC_MEM|RELEASE,ANY
ringbuf_discard - VOID ALLOC_MEM|RELEASE,ANY
ringbuf_query - INTEGER MAP_PTR,ANY
get_task_stack - INTEGER BTF_ID:task_struct,MEM|UNINIT|WRITE,SIZE_OR_ZERO,ANY
inode_storage_get - MAP_VALUE|NULL MAP_PTR,BTF_ID:inode,MAP_VALUE|NULL,ANY
inode_storage_delete - INTEGER MAP_PTR,BTF_ID:inode
d_path - INTEGER BTF_ID:path,MEM,SIZE_OR_ZERO d_path
copy_from_user S INTEGER MEM|UNINIT|WRITE,SIZE_OR_ZERO,ANY
snprintf_btf - INTEGER MEM,SIZE,MEM|RDONLY,SIZE,ANY
seq_printf_btf G INTEGER BTF_ID:seq_file,MEM|RDONLY,SIZE_OR_ZERO,ANY
per_cpu_ptr - MEM_OR_BTF_ID|NULL|RDONLY PERCPU_BTF_ID,ANY
this_cpu_ptr - MEM_OR_BTF_ID|RDONLY PERCPU_BTF_ID
task_storage_get - MAP_VALUE|NULL MAP_PTR,BTF_ID:task_struct,MAP_VALUE|NULL,ANY
task_storage_delete - INTEGER MAP_PTR,BTF_ID:task_struct
get_current_task_btf G BTF_ID:task_struct -
bprm_opts_set - INTEGER BTF_ID:linux_binprm,ANY
ktime_get_coarse_ns - INTEGER -
ima_inode_hash S INTEGER BTF_ID:inode,MEM|UNINIT|WRITE,SIZE ima_inode_hash
for_each_map_elem - INTEGER MAP_PTR,FUNC,STACK|NULL,ANY
snprintf G INTEGER MEM|NULL,SIZE_OR_ZERO,STR,MEM|NULL|RDONLY,SIZE_OR_ZERO
sys_bpf - INTEGER ANY,MEM|RDONLY,SIZE
btf_find_by_name_kind S INTEGER MEM|RDONLY,SIZE,ANY,ANY
sys_close - INTEGER ANY
timer_init G INTEGER TIMER,MAP_PTR,ANY
timer_set_callback G INTEGER TIMER,FUNC
timer_start G INTEGER TIMER,ANY,ANY
timer_cancel G INTEGER TIMER
get_func_ip:kprobe G INTEGER CTX
get_func_ip:kprobe_multi - INTEGER CTX
get_func_ip:tracing G INTEGER CTX
get_attach_cookie - INTEGER CTX
get_attach_cookie:kmulti - INTEGER CTX
get_attach_cookie:pe - INTEGER CTX
get_attach_cookie:trace - INTEGER CTX
get_attach_cookie:tracing - INTEGER CTX
task_pt_regs G BTF_ID:pt_regs BTF_ID:task_struct
get_branch_snapshot G INTEGER MEM|UNINIT|WRITE,SIZE_OR_ZERO
trace_vprintk G INTEGER MEM|RDONLY,SIZE,MEM|NULL|RDONLY,SIZE_OR_ZERO
kallsyms_lookup_name - INTEGER MEM,SIZE_OR_ZERO,ANY,MEM|UNINIT|FIXED|ALIGNED|WRITE:8
find_vma - INTEGER BTF_ID:task_struct,ANY,FUNC,STACK|NULL,ANY
loop - INTEGER ANY,FUNC,STACK|NULL,ANY
strncmp - INTEGER MEM,SIZE,STR
get_func_arg - INTEGER CTX,ANY,MEM|UNINIT|FIXED|ALIGNED|WRITE:8
get_func_ret - INTEGER CTX,MEM|UNINIT|FIXED|ALIGNED|WRITE:8
get_func_arg_cnt - INTEGER CTX
get_retval - INTEGER -
set_retval - INTEGER ANY
copy_from_user_task GS INTEGER MEM|UNINIT|WRITE,SIZE_OR_ZERO,ANY,BTF_ID:task_struct,ANY
ima_file_hash S INTEGER BTF_ID:file,MEM|UNINIT|WRITE,SIZE ima_inode_hash
kptr_xchg - BTF_ID|NULL KPTR,BTF_ID|NULL|RELEASE
map_lookup_percpu_elem P MAP_VALUE|NULL MAP_PTR,MAP_KEY,ANY
dynptr_from_mem - INTEGER MEM|UNINIT|WRITE,SIZE_OR_ZERO,ANY,DYNPTR|UNINIT|LOCAL|WRITE
ringbuf_reserve_dynptr - INTEGER MAP_PTR,ANY,ANY,DYNPTR|UNINIT|RINGBUF|WRITE
ringbuf_submit_dynptr - VOID DYNPTR|RELEASE|RINGBUF,ANY
ringbuf_discard_dynptr - VOID DYNPTR|RELEASE|RINGBUF,ANY
dynptr_read - INTEGER MEM|UNINIT|WRITE,SIZE_OR_ZERO,DYNPTR,ANY,ANY
dynptr_write - INTEGER DYNPTR,ANY,MEM|RDONLY,SIZE_OR_ZERO,ANY
dynptr_data - ALLOC_MEM|NULL DYNPTR,ANY,ALLOC_SIZE_OR_ZERO
ktime_get_tai_ns - INTEGER -
user_ringbuf_drain - INTEGER MAP_PTR,FUNC,STACK|NULL,ANY
cgrp_storage_get - MAP_VALUE|NULL MAP_PTR,BTF_ID:cgroup,MAP_VALUE|NULL,ANY
cgrp_storage_delete - INTEGER MAP_PTR,BTF_ID:cgroup
"""
