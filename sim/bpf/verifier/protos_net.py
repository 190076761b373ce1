"""Prototypes of the helpers for packets, sockets and control groups.

Answers to the ``bpf_func_proto`` constants of Linux 6.1.192. The three of infrared
remotes are here too.

**Rule:** a row is name, flags, what it returns, arguments, extra condition, as
`sim.bpf.verifier.proto_table` reads it. A name with a colon is the variant of some program types.

**Not modelled:** which program may call it (`sim.bpf.verifier.prog_types`).
"""

from __future__ import annotations

__all__ = ["NET_ROWS"]

NET_ROWS = """
skb_store_bytes - INTEGER CTX,ANY,MEM|RDONLY,SIZE,ANY
l3_csum_replace - INTEGER CTX,ANY,ANY,ANY,ANY
l4_csum_replace - INTEGER CTX,ANY,ANY,ANY,ANY
clone_redirect - INTEGER CTX,ANY,ANY
get_cgroup_classid - INTEGER CTX
get_cgroup_classid:curr - INTEGER -
skb_vlan_push - INTEGER CTX,ANY,ANY
skb_vlan_pop - INTEGER CTX
skb_get_tunnel_key - INTEGER CTX,MEM|UNINIT|WRITE,SIZE,ANY
skb_set_tunnel_key - INTEGER CTX,MEM|RDONLY,SIZE,ANY
redirect - INTEGER ANY,ANY
redirect:xdp - INTEGER ANY,ANY
get_route_realm - INTEGER CTX
skb_load_bytes - INTEGER CTX,ANY,MEM|UNINIT|WRITE,SIZE
skb_load_bytes:flow_dissector - INTEGER CTX,ANY,MEM|UNINIT|WRITE,SIZE
skb_load_bytes:sk_reuseport - INTEGER CTX,ANY,MEM|UNINIT|WRITE,SIZE
csum_diff P INTEGER MEM|NULL|RDONLY,SIZE_OR_ZERO,MEM|NULL|RDONLY,SIZE_OR_ZERO,ANY
skb_get_tunnel_opt - INTEGER CTX,MEM|UNINIT|WRITE,SIZE
skb_set_tunnel_opt - INTEGER CTX,MEM|RDONLY,SIZE
skb_change_proto - INTEGER CTX,ANY,ANY
skb_change_type - INTEGER CTX,ANY
skb_under_cgroup - INTEGER CTX,MAP_PTR,ANY
get_hash_recalc - INTEGER CTX
skb_change_tail - INTEGER CTX,ANY,ANY
skb_change_tail:sk_skb - INTEGER CTX,ANY,ANY
skb_pull_data - INTEGER CTX,ANY
skb_pull_data:sk_skb - INTEGER CTX,ANY
csum_update - INTEGER CTX,ANY
set_hash_invalid - INTEGER CTX
skb_change_head - INTEGER CTX,ANY,ANY
skb_change_head:sk_skb - INTEGER CTX,ANY,ANY
xdp_adjust_head - INTEGER CTX,ANY
get_socket_cookie - INTEGER CTX
get_socket_cookie:ptr - INTEGER BTF_ID_SOCK_COMMON
get_socket_cookie:sock - INTEGER CTX
get_socket_cookie:sock_addr - INTEGER CTX
get_socket_cookie:sock_ops - INTEGER CTX
get_socket_uid - INTEGER CTX
set_hash - INTEGER CTX,ANY
setsockopt:sk - INTEGER BTF_ID_SOCK_COMMON,ANY,ANY,MEM|RDONLY,SIZE
setsockopt:sock_addr - INTEGER CTX,ANY,ANY,MEM|RDONLY,SIZE
setsockopt:sock_ops - INTEGER CTX,ANY,ANY,MEM|RDONLY,SIZE
setsockopt:unlocked_sk - INTEGER BTF_ID_SOCK_COMMON,ANY,ANY,MEM|RDONLY,SIZE
skb_adjust_room - INTEGER CTX,ANY,ANY,ANY
skb_adjust_room:sk_skb - INTEGER CTX,ANY,ANY,ANY
redirect_map - INTEGER MAP_PTR,ANY,ANY
sk_redirect_map - INTEGER CTX,MAP_PTR,ANY,ANY
sock_map_update P INTEGER CTX,MAP_PTR,MAP_KEY,ANY
xdp_adjust_meta - INTEGER CTX,ANY
getsockopt:sk - INTEGER BTF_ID_SOCK_COMMON,ANY,ANY,MEM|UNINIT|WRITE,SIZE
getsockopt:sock_addr - INTEGER CTX,ANY,ANY,MEM|UNINIT|WRITE,SIZE
getsockopt:sock_ops - INTEGER CTX,ANY,ANY,MEM|UNINIT|WRITE,SIZE
getsockopt:unlocked_sk - INTEGER BTF_ID_SOCK_COMMON,ANY,ANY,MEM|UNINIT|WRITE,SIZE
sock_ops_cb_flags_set - INTEGER CTX,ANY
msg_redirect_map - INTEGER CTX,MAP_PTR,ANY,ANY
msg_apply_bytes - INTEGER CTX,ANY
msg_cork_bytes - INTEGER CTX,ANY
msg_pull_data - INTEGER CTX,ANY,ANY,ANY
bind - INTEGER CTX,MEM|RDONLY,SIZE
xdp_adjust_tail - INTEGER CTX,ANY
skb_get_xfrm_state - INTEGER CTX,ANY,MEM|UNINIT|WRITE,SIZE,ANY
skb_load_bytes_relative - INTEGER CTX,ANY,MEM|UNINIT|WRITE,SIZE,ANY
skb_load_bytes_relative:sk_reuseport - INTEGER CTX,ANY,MEM|UNINIT|WRITE,SIZE,ANY
fib_lookup:skb G INTEGER CTX,MEM,SIZE,ANY
fib_lookup:xdp G INTEGER CTX,MEM,SIZE,ANY
sock_hash_update P INTEGER CTX,MAP_PTR,MAP_KEY,ANY
msg_redirect_hash - INTEGER CTX,MAP_PTR,MAP_KEY,ANY
sk_redirect_hash - INTEGER CTX,MAP_PTR,MAP_KEY,ANY
lwt_push_encap:in - INTEGER CTX,ANY,MEM|RDONLY,SIZE
lwt_push_encap:xmit - INTEGER CTX,ANY,MEM|RDONLY,SIZE
lwt_seg6_store_bytes - INTEGER CTX,ANY,MEM|RDONLY,SIZE
lwt_seg6_adjust_srh - INTEGER CTX,ANY,ANY
lwt_seg6_action - INTEGER CTX,ANY,MEM|RDONLY,SIZE
rc_repeat G INTEGER CTX
rc_keydown G INTEGER CTX,ANY,ANY,ANY
skb_cgroup_id - INTEGER CTX
sk_select_reuseport - INTEGER CTX,MAP_PTR,MAP_KEY,ANY
skb_ancestor_cgroup_id - INTEGER CTX,ANY
sk_lookup_tcp P SOCKET|NULL CTX,MEM|RDONLY,SIZE,ANY,ANY
sk_lookup_tcp:sock_addr - SOCKET|NULL CTX,MEM|RDONLY,SIZE,ANY,ANY
sk_lookup_tcp:tc P SOCKET|NULL CTX,MEM|RDONLY,SIZE,ANY,ANY
sk_lookup_tcp:xdp P SOCKET|NULL CTX,MEM|RDONLY,SIZE,ANY,ANY
sk_lookup_udp P SOCKET|NULL CTX,MEM|RDONLY,SIZE,ANY,ANY
sk_lookup_udp:sock_addr - SOCKET|NULL CTX,MEM|RDONLY,SIZE,ANY,ANY
sk_lookup_udp:tc P SOCKET|NULL CTX,MEM|RDONLY,SIZE,ANY,ANY
sk_lookup_udp:xdp P SOCKET|NULL CTX,MEM|RDONLY,SIZE,ANY,ANY
sk_release - INTEGER BTF_ID_SOCK_COMMON|RELEASE
msg_push_data - INTEGER CTX,ANY,ANY,ANY
msg_pop_data - INTEGER CTX,ANY,ANY,ANY
rc_pointer_rel G INTEGER CTX,ANY,ANY
sk_fullsock - SOCKET|NULL SOCK_COMMON
tcp_sock - TCP_SOCK|NULL SOCK_COMMON
skb_ecn_set_ce - INTEGER CTX
get_listener_sock - SOCKET|NULL SOCK_COMMON
skc_lookup_tcp P SOCK_COMMON|NULL CTX,MEM|RDONLY,SIZE,ANY,ANY
skc_lookup_tcp:sock_addr - SOCK_COMMON|NULL CTX,MEM|RDONLY,SIZE,ANY,ANY
skc_lookup_tcp:tc P SOCK_COMMON|NULL CTX,MEM|RDONLY,SIZE,ANY,ANY
skc_lookup_tcp:xdp P SOCK_COMMON|NULL CTX,MEM|RDONLY,SIZE,ANY,ANY
tcp_check_syncookie GP INTEGER BTF_ID_SOCK_COMMON,MEM|RDONLY,SIZE,MEM|RDONLY,SIZE
sysctl_get_name - INTEGER CTX,MEM,SIZE,ANY
sysctl_get_current_value - INTEGER CTX,MEM|UNINIT|WRITE,SIZE
sysctl_get_new_value - INTEGER CTX,MEM|UNINIT|WRITE,SIZE
sysctl_set_new_value - INTEGER CTX,MEM|RDONLY,SIZE
sk_storage_get - MAP_VALUE|NULL MAP_PTR,BTF_ID_SOCK_COMMON,MAP_VALUE|NULL,ANY
sk_storage_get:cg_sock - MAP_VALUE|NULL MAP_PTR,CTX,MAP_VALUE|NULL,ANY
sk_storage_get:tracing - MAP_VALUE|NULL MAP_PTR,BTF_ID:sock_common,MAP_VALUE|NULL,ANY sk_storage
sk_storage_delete - INTEGER MAP_PTR,BTF_ID_SOCK_COMMON
sk_storage_delete:tracing - INTEGER MAP_PTR,BTF_ID:sock_common sk_storage
tcp_gen_syncookie GP INTEGER BTF_ID_SOCK_COMMON,MEM|RDONLY,SIZE,MEM|RDONLY,SIZE
skb_output G INTEGER BTF_ID:sk_buff,MAP_PTR,ANY,MEM|RDONLY,SIZE_OR_ZERO
tcp_send_ack - INTEGER BTF_ID:tcp_sock,ANY
xdp_output G INTEGER BTF_ID:xdp_buff,MAP_PTR,ANY,MEM|RDONLY,SIZE_OR_ZERO
get_netns_cookie:sk_msg - INTEGER CTX|NULL
get_netns_cookie:sock - INTEGER CTX|NULL
get_netns_cookie:sock_addr - INTEGER CTX|NULL
get_netns_cookie:sock_ops - INTEGER CTX|NULL
get_netns_cookie:sockopt - INTEGER CTX|NULL
sk_assign - INTEGER CTX,BTF_ID_SOCK_COMMON,ANY
sk_assign:sk_lookup - INTEGER CTX,SOCKET|NULL,ANY
sk_cgroup_id - INTEGER BTF_ID_SOCK_COMMON
sk_ancestor_cgroup_id - INTEGER BTF_ID_SOCK_COMMON,ANY
csum_level - INTEGER CTX,ANY
skc_to_tcp6_sock - BTF_ID|NULL:tcp6_sock BTF_ID_SOCK_COMMON
skc_to_tcp_sock - BTF_ID|NULL:tcp_sock BTF_ID_SOCK_COMMON
skc_to_tcp_timewait_sock - BTF_ID|NULL:tcp_timewait_sock BTF_ID_SOCK_COMMON
skc_to_tcp_request_sock - BTF_ID|NULL:tcp_request_sock BTF_ID_SOCK_COMMON
skc_to_udp6_sock - BTF_ID|NULL:udp6_sock BTF_ID_SOCK_COMMON
load_hdr_opt - INTEGER CTX,MEM|WRITE,SIZE,ANY
store_hdr_opt - INTEGER CTX,MEM|RDONLY,SIZE,ANY
reserve_hdr_opt - INTEGER CTX,ANY,ANY
skb_cgroup_classid - INTEGER CTX
redirect_neigh - INTEGER ANY,MEM|NULL|RDONLY,SIZE_OR_ZERO,ANY
redirect_peer - INTEGER ANY,ANY
sock_from_file - BTF_ID|NULL:socket BTF_ID:file
check_mtu:skb G INTEGER CTX,ANY,MEM|UNINIT|FIXED|ALIGNED|WRITE:4,ANY,ANY
check_mtu:xdp G INTEGER CTX,ANY,MEM|UNINIT|FIXED|ALIGNED|WRITE:4,ANY,ANY
skc_to_unix_sock - BTF_ID|NULL:unix_sock BTF_ID_SOCK_COMMON
xdp_get_buff_len - INTEGER CTX
xdp_get_buff_len:trace - INTEGER BTF_ID:xdp_buff
xdp_load_bytes - INTEGER CTX,ANY,MEM|UNINIT|WRITE,SIZE
xdp_store_bytes - INTEGER CTX,ANY,MEM|RDONLY,SIZE
skb_set_tstamp - INTEGER CTX,ANY,ANY
skc_to_mptcp_sock - BTF_ID|NULL:mptcp_sock SOCK_COMMON
tcp_raw_gen_syncookie_ipv4 GP INTEGER MEM|FIXED:20,MEM,SIZE
tcp_raw_gen_syncookie_ipv6 GP INTEGER MEM|FIXED:40,MEM,SIZE
tcp_raw_check_syncookie_ipv4 GP INTEGER MEM|FIXED:20,MEM|FIXED:20
tcp_raw_check_syncookie_ipv6 GP INTEGER MEM|FIXED:40,MEM|FIXED:20
"""
