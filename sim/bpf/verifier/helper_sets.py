"""Which helpers each family of program types may call.

Answers to the ``get_func_proto`` callbacks of Linux 6.1.192 as Debian configures it, as recorded
from it (`tests/data/verifier/helper_grid.json`).

**Rule:** ``+name`` takes in another set; `sim.bpf.verifier.prog_types` picks variants and looks at
capabilities. Names are without ``bpf_``.

**Not modelled:** kernels configured otherwise.
"""

from __future__ import annotations

__all__ = ["HELPER_SETS"]

_TEXT = """
base: map_lookup_elem map_update_elem map_delete_elem ktime_get_ns get_prandom_u32
  get_smp_processor_id tail_call get_numa_node_id map_push_elem map_pop_elem map_peek_elem strtol
  strtoul ktime_get_boot_ns ringbuf_output ringbuf_reserve ringbuf_submit ringbuf_discard
  ringbuf_query strncmp map_lookup_percpu_elem ktime_get_tai_ns
base_bpf: spin_lock spin_unlock jiffies64 per_cpu_ptr this_cpu_ptr for_each_map_elem timer_init
  timer_set_callback timer_start timer_cancel loop kptr_xchg dynptr_from_mem
  ringbuf_reserve_dynptr ringbuf_submit_dynptr ringbuf_discard_dynptr dynptr_read dynptr_write
  dynptr_data user_ringbuf_drain
base_perfmon: trace_printk get_current_task probe_read_user probe_read_kernel probe_read_user_str
  probe_read_kernel_str snprintf_btf get_current_task_btf snprintf task_pt_regs trace_vprintk
tracing: probe_read get_current_pid_tgid get_current_uid_gid get_current_comm perf_event_read
  perf_event_output get_stackid current_task_under_cgroup probe_read_str perf_event_read_value
  get_stack get_current_cgroup_id send_signal send_signal_thread get_ns_current_pid_tgid
  get_current_ancestor_cgroup_id get_task_stack copy_from_user task_storage_get
  task_storage_delete get_func_ip get_branch_snapshot find_vma copy_from_user_task trace_printk
  get_current_task probe_read_user probe_read_kernel probe_read_user_str probe_read_kernel_str
  snprintf_btf get_current_task_btf snprintf task_pt_regs trace_vprintk
tracing_admin: probe_write_user
tracing_btf: get_socket_cookie sk_storage_get sk_storage_delete skb_output xdp_output
  skc_to_tcp6_sock skc_to_tcp_sock skc_to_tcp_timewait_sock skc_to_tcp_request_sock
  skc_to_udp6_sock d_path sock_from_file skc_to_unix_sock xdp_get_buff_len skc_to_mptcp_sock
sk_base: ktime_get_coarse_ns
sk_base_perfmon: skc_to_tcp6_sock skc_to_tcp_sock skc_to_tcp_timewait_sock skc_to_tcp_request_sock
  skc_to_udp6_sock skc_to_unix_sock skc_to_mptcp_sock
cgroup: get_current_pid_tgid get_current_uid_gid get_current_comm get_cgroup_classid
  perf_event_output get_current_cgroup_id get_local_storage get_current_ancestor_cgroup_id
socket_filter: +sk_base perf_event_output skb_load_bytes get_socket_cookie get_socket_uid
  skb_load_bytes_relative
kprobe: +tracing +tracing_admin get_attach_cookie
tracepoint: +tracing +tracing_admin get_attach_cookie
perf_event: +tracing +tracing_admin perf_prog_read_value read_branch_records get_attach_cookie
raw_tracepoint: +tracing +tracing_admin
fentry: +tracing +tracing_admin +tracing_btf get_attach_cookie get_func_arg get_func_ret
  get_func_arg_cnt
iter: +tracing +tracing_admin +tracing_btf seq_printf seq_write seq_printf_btf
lsm: +tracing +tracing_admin +tracing_btf inode_storage_get inode_storage_delete bprm_opts_set
  ima_inode_hash get_attach_cookie get_func_arg get_func_ret get_func_arg_cnt ima_file_hash
lsm_cgroup: +tracing +tracing_admin +tracing_btf get_local_storage inode_storage_get
  inode_storage_delete bprm_opts_set ima_inode_hash get_retval set_retval ima_file_hash
syscall: +tracing +tracing_admin +tracing_btf sys_bpf btf_find_by_name_kind sys_close
  kallsyms_lookup_name
sched_cls: +sk_base skb_store_bytes l3_csum_replace l4_csum_replace clone_redirect
  get_cgroup_classid skb_vlan_push skb_vlan_pop skb_get_tunnel_key skb_set_tunnel_key redirect
  get_route_realm perf_event_output skb_load_bytes csum_diff skb_get_tunnel_opt skb_set_tunnel_opt
  skb_change_proto skb_change_type skb_under_cgroup get_hash_recalc skb_change_tail skb_pull_data
  csum_update set_hash_invalid skb_change_head get_socket_cookie get_socket_uid set_hash
  skb_adjust_room skb_get_xfrm_state skb_load_bytes_relative fib_lookup skb_cgroup_id
  skb_ancestor_cgroup_id sk_lookup_tcp sk_lookup_udp sk_release sk_fullsock tcp_sock
  skb_ecn_set_ce get_listener_sock skc_lookup_tcp tcp_check_syncookie sk_storage_get
  sk_storage_delete tcp_gen_syncookie sk_assign csum_level skb_cgroup_classid redirect_neigh
  redirect_peer check_mtu skb_set_tstamp tcp_raw_gen_syncookie_ipv4 tcp_raw_gen_syncookie_ipv6
  tcp_raw_check_syncookie_ipv4 tcp_raw_check_syncookie_ipv6
xdp: +sk_base redirect perf_event_output csum_diff xdp_adjust_head redirect_map xdp_adjust_meta
  xdp_adjust_tail fib_lookup sk_lookup_tcp sk_lookup_udp sk_release skc_lookup_tcp
  tcp_check_syncookie tcp_gen_syncookie check_mtu xdp_get_buff_len xdp_load_bytes xdp_store_bytes
  tcp_raw_gen_syncookie_ipv4 tcp_raw_gen_syncookie_ipv6 tcp_raw_check_syncookie_ipv4
  tcp_raw_check_syncookie_ipv6
cgroup_skb: +sk_base perf_event_output skb_load_bytes get_socket_cookie get_socket_uid
  skb_load_bytes_relative skb_cgroup_id get_local_storage skb_ancestor_cgroup_id sk_lookup_tcp
  sk_lookup_udp sk_release sk_fullsock tcp_sock skb_ecn_set_ce get_listener_sock skc_lookup_tcp
  sk_storage_get sk_storage_delete sk_cgroup_id sk_ancestor_cgroup_id
cgroup_sock: +cgroup get_socket_cookie sk_storage_get get_netns_cookie ktime_get_coarse_ns
  get_retval set_retval
cgroup_device: +cgroup get_retval set_retval
cgroup_sysctl: +cgroup sysctl_get_name sysctl_get_current_value sysctl_get_new_value
  sysctl_set_new_value ktime_get_coarse_ns get_retval set_retval
cgroup_getsockopt: +cgroup tcp_sock sk_storage_get sk_storage_delete get_netns_cookie get_retval
  set_retval
cgroup_setsockopt: +cgroup setsockopt getsockopt tcp_sock sk_storage_get sk_storage_delete
  get_netns_cookie get_retval set_retval
sock_ops: +sk_base perf_event_output get_socket_cookie setsockopt sock_map_update getsockopt
  sock_ops_cb_flags_set sock_hash_update get_local_storage tcp_sock sk_storage_get
  sk_storage_delete get_netns_cookie load_hdr_opt store_hdr_opt reserve_hdr_opt
sk_skb: +sk_base skb_store_bytes perf_event_output skb_load_bytes skb_change_tail skb_pull_data
  skb_change_head get_socket_cookie get_socket_uid skb_adjust_room sk_redirect_map
  sk_redirect_hash sk_lookup_tcp sk_lookup_udp sk_release skc_lookup_tcp
sk_msg: +sk_base get_current_pid_tgid get_current_uid_gid get_cgroup_classid perf_event_output
  msg_redirect_map msg_apply_bytes msg_cork_bytes msg_pull_data msg_redirect_hash
  get_current_cgroup_id msg_push_data msg_pop_data sk_storage_get sk_storage_delete
  get_netns_cookie get_current_ancestor_cgroup_id
lwt_out: +sk_base get_cgroup_classid get_route_realm perf_event_output skb_load_bytes csum_diff
  skb_under_cgroup get_hash_recalc skb_pull_data
lwt_in: +sk_base get_cgroup_classid get_route_realm perf_event_output skb_load_bytes csum_diff
  skb_under_cgroup get_hash_recalc skb_pull_data lwt_push_encap
lwt_xmit: +sk_base skb_store_bytes l3_csum_replace l4_csum_replace clone_redirect
  get_cgroup_classid skb_get_tunnel_key skb_set_tunnel_key redirect get_route_realm
  perf_event_output skb_load_bytes csum_diff skb_get_tunnel_opt skb_set_tunnel_opt
  skb_under_cgroup get_hash_recalc skb_change_tail skb_pull_data csum_update set_hash_invalid
  skb_change_head lwt_push_encap csum_level
lwt_seg6local: +sk_base get_cgroup_classid get_route_realm perf_event_output skb_load_bytes
  csum_diff skb_under_cgroup get_hash_recalc lwt_seg6_store_bytes lwt_seg6_adjust_srh
  lwt_seg6_action
flow_dissector: +sk_base skb_load_bytes
sk_lookup: +sk_base perf_event_output sk_release sk_assign
sk_reuseport: skb_load_bytes get_socket_cookie skb_load_bytes_relative sk_select_reuseport
  ktime_get_coarse_ns
sock_addr_connect: +cgroup +sk_base get_socket_cookie setsockopt getsockopt bind sk_lookup_tcp
  sk_lookup_udp sk_release skc_lookup_tcp sk_storage_get sk_storage_delete get_netns_cookie
  get_retval set_retval
sock_addr: +cgroup +sk_base get_socket_cookie setsockopt getsockopt sk_lookup_tcp sk_lookup_udp
  sk_release skc_lookup_tcp sk_storage_get sk_storage_delete get_netns_cookie get_retval
  set_retval
sock_addr_msg: +cgroup +sk_base get_socket_cookie setsockopt getsockopt sk_lookup_tcp
  sk_lookup_udp sk_release skc_lookup_tcp sk_storage_get sk_storage_delete get_netns_cookie
tracing_raw_tp: +tracing +tracing_admin +tracing_btf
"""


def _read() -> dict[str, tuple[str, ...]]:
    """Return the words of each set by its name."""
    sets: dict[str, tuple[str, ...]] = {}
    name = ""
    for word in _TEXT.split():
        if word.endswith(":"):
            name = word[:-1]
            sets[name] = ()
        else:
            sets[name] += (word,)
    return sets


#: By the family's name.
HELPER_SETS = _read()
