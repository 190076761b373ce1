/* What BPF programs get and hand over: all members, all offsets. */

struct bpf_sock {
	__u32 bound_dev_if, family, type, protocol, mark, priority, src_ip4;
	__u32 src_ip6[4];
	__u32 src_port;
	__be16 dst_port;
	__u32 dst_ip4;
	__u32 dst_ip6[4];
	__u32 state;
	__s32 rx_queue_mapping;
};

struct bpf_sk_lookup {
	union {
		union { struct bpf_sock *sk; };
		__u64 cookie;
	};
	__u32 family, protocol, remote_ip4;
	__u32 remote_ip6[4];
	__be16 remote_port;
	__u32 local_ip4;
	__u32 local_ip6[4];
	__u32 local_port, ingress_ifindex;
};

struct xdp_md {
	__u32 data, data_end, data_meta, ingress_ifindex, rx_queue_index, egress_ifindex;
};

struct __sk_buff {
	__u32 len, pkt_type, mark, queue_mapping, protocol, vlan_present, vlan_tci, vlan_proto;
	__u32 priority, ingress_ifindex, ifindex, tc_index;
	__u32 cb[5];
	__u32 hash, tc_classid, data, data_end, napi_id, family, remote_ip4, local_ip4;
	__u32 remote_ip6[4];
	__u32 local_ip6[4];
	__u32 remote_port, local_port, data_meta;
	union { struct bpf_flow_keys *flow_keys; };
	__u64 tstamp;
	__u32 wire_len, gso_segs;
	union { struct bpf_sock *sk; };
	__u32 gso_size;
	__u8 tstamp_type;
	__u64 hwtstamp;
};

struct bpf_sysctl { __u32 write, file_pos; };

struct bpf_sockopt {
	union { struct bpf_sock *sk; };
	union { void *optval; };
	union { void *optval_end; };
	__s32 level, optname, optlen, retval;
};

struct bpf_sock_addr {
	__u32 user_family, user_ip4;
	__u32 user_ip6[4];
	__u32 user_port, family, type, protocol, msg_src_ip4;
	__u32 msg_src_ip6[4];
	union { struct bpf_sock *sk; };
};

struct bpf_sock_ops {
	__u32 op;
	union {
		__u32 args[4], reply, replylong[4];
	};
	__u32 family, remote_ip4, local_ip4, remote_ip6[4], local_ip6[4], remote_port;
	__u32 local_port, is_fullsock, snd_cwnd, srtt_us, bpf_sock_ops_cb_flags, state;
	__u32 rtt_min, snd_ssthresh, rcv_nxt, snd_nxt, snd_una, mss_cache, ecn_flags;
	__u32 rate_delivered, rate_interval_us, packets_out, retrans_out, total_retrans;
	__u32 segs_in, data_segs_in, segs_out, data_segs_out, lost_out, sacked_out;
	__u32 sk_txhash;
	__u64 bytes_received, bytes_acked;
	union {
		struct bpf_sock *sk;
	};
	union {
		void *skb_data;
	};
	union {
		void *skb_data_end;
	};
	__u32 skb_len, skb_tcp_flags;
	@since(6.12) __u64 skb_hwtstamp;
};

struct sk_msg_md {
	union { void *data; };
	union { void *data_end; };
	__u32 family, remote_ip4, local_ip4;
	__u32 remote_ip6[4];
	__u32 local_ip6[4];
	__u32 remote_port, local_port, size;
	union { struct bpf_sock *sk; };
};

struct sk_reuseport_md {
	union { void *data; };
	union { void *data_end; };
	__u32 len, eth_protocol, ip_protocol, bind_inany, hash;
	union { struct bpf_sock *sk; };
	union { struct bpf_sock *migrating_sk; };
};

struct bpf_sock_tuple {
	union {
		struct {
			__be32 saddr, daddr;
			__be16 sport, dport;
		} ipv4;
		struct {
			__be32 saddr[4];
			__be32 daddr[4];
			__be16 sport, dport;
		} ipv6;
	};
};

struct bpf_tcp_sock {
	__u32 snd_cwnd, srtt_us, rtt_min, snd_ssthresh, rcv_nxt, snd_nxt, snd_una, mss_cache;
	__u32 ecn_flags, rate_delivered, rate_interval_us, packets_out, retrans_out;
	__u32 total_retrans, segs_in, data_segs_in, segs_out, data_segs_out, lost_out, sacked_out;
	__u64 bytes_received, bytes_acked;
	__u32 dsack_dups, delivered, delivered_ce, icsk_retransmits;
};

struct bpf_fib_lookup {
	__u8 family, l4_protocol;
	__be16 sport, dport;
	union {
		__u16 tot_len, mtu_result;
	};
	__u32 ifindex;
	union {
		__u8 tos;
		__be32 flowinfo;
		__u32 rt_metric;
	};
	union {
		__be32 ipv4_src;
		__u32 ipv6_src[4];
	};
	union {
		__be32 ipv4_dst;
		__u32 ipv6_dst[4];
	};
	union {
		struct {
			__be16 h_vlan_proto, h_vlan_TCI;
		};
		__u32 tbid;
	};
	@until(6.12) {
		__u8 smac[6], dmac[6];
	}
	@since(6.12) union {
		struct {
			__u32 mark;
		};
		struct {
			__u8 smac[6], dmac[6];
		};
	};
};

struct bpf_pidns_info { __u32 pid, tgid; };

struct btf_ptr {
	void *ptr;
	__u32 type_id, flags;
};

struct bpf_redir_neigh {
	__u32 nh_family;
	union {
		__be32 ipv4_nh;
		__u32 ipv6_nh[4];
	};
};

struct bpf_tunnel_key {
	__u32 tunnel_id;
	union {
		__u32 remote_ipv4;
		__u32 remote_ipv6[4];
	};
	__u8 tunnel_tos, tunnel_ttl;
	union {
		__u16 tunnel_ext;
		__be16 tunnel_flags;
	};
	__u32 tunnel_label;
	union {
		__u32 local_ipv4;
		__u32 local_ipv6[4];
	};
};

struct bpf_xfrm_state {
	__u32 reqid, spi;
	__u16 family, ext;
	union {
		__u32 remote_ipv4;
		__u32 remote_ipv6[4];
	};
};

struct bpf_spin_lock { __u32 val; };
struct bpf_timer {
	@until(6.12) {
		long : 64;
		long : 64;
	}
	@since(6.12) __u64 __opaque[2];
};
struct bpf_dynptr {
	@until(6.12) {
		long : 64;
		long : 64;
	}
	@since(6.12) __u64 __opaque[2];
};
struct bpf_cgroup_dev_ctx { __u32 access_type, major, minor; };

struct bpf_cpumap_val {
	__u32 qsize;
	union {
		int fd;
		__u32 id;
	} bpf_prog;
};

struct bpf_devmap_val {
	__u32 ifindex;
	union {
		int fd;
		__u32 id;
	} bpf_prog;
};

struct bpf_stack_build_id {
	__s32 status;
	unsigned char build_id[20];
	union { __u64 offset, ip; };
};

struct bpf_prog_info {
	__u32 type, id;
	__u8 tag[8];
	__u32 jited_prog_len, xlated_prog_len;
	__u64 jited_prog_insns, xlated_prog_insns, load_time;
	__u32 created_by_uid, nr_map_ids;
	__u64 map_ids;
	char name[16];
	__u32 ifindex, gpl_compatible : 1;
	__u64 netns_dev, netns_ino;
	__u32 nr_jited_ksyms, nr_jited_func_lens;
	__u64 jited_ksyms, jited_func_lens;
	__u32 btf_id, func_info_rec_size;
	__u64 func_info;
	__u32 nr_func_info, nr_line_info;
	__u64 line_info, jited_line_info;
	__u32 nr_jited_line_info, line_info_rec_size, jited_line_info_rec_size, nr_prog_tags;
	__u64 prog_tags, run_time_ns, run_cnt, recursion_misses;
	__u32 verified_insns, attach_btf_obj_id, attach_btf_id;
};

struct bpf_map_info {
	__u32 type, id, key_size, value_size, max_entries, map_flags;
	@until(6.12) char name[16];
	@since(6.12) char name[16];
	__u32 ifindex, btf_vmlinux_value_type_id;
	__u64 netns_dev, netns_ino;
	__u32 btf_id, btf_key_type_id, btf_value_type_id;
	@since(6.12) __u32 btf_vmlinux_id;
	__u64 map_extra;
};

struct bpf_storage_buffer {
	struct callback_head rcu;
	char data[0];
};

struct __kernel_old_timeval { __kernel_long_t tv_sec, tv_usec; };

struct rusage {
	struct __kernel_old_timeval ru_utime, ru_stime;
	__kernel_long_t ru_maxrss, ru_ixrss, ru_idrss, ru_isrss, ru_minflt, ru_majflt, ru_nswap;
	__kernel_long_t ru_inblock, ru_oublock, ru_msgsnd, ru_msgrcv, ru_nsignals, ru_nvcsw;
	__kernel_long_t ru_nivcsw;
};

struct tms { __kernel_clock_t tms_utime, tms_stime, tms_cutime, tms_cstime; };
struct prog_test_member1 { int a; };

struct prog_test_member {
	struct prog_test_member1 m;
	int c;
};

struct prog_test_ref_kfunc {
	int a, b;
	struct prog_test_member memb;
	struct prog_test_ref_kfunc *next;
	refcount_t cnt;
};

@until(6.12)
struct prog_test_pass1 {
	int x0;
	struct {
		int x1;
		struct {
			int x2;
			struct { int x3; };
		};
	};
};

@until(6.12)
struct prog_test_pass2 {
	int len;
	short arr1[4];
	struct {
		char arr2[4];
		unsigned long arr3[8];
	} x;
};

@until(6.12)
struct prog_test_fail1 {
	void *p;
	int x;
};

@until(6.12)
struct prog_test_fail2 {
	int x8;
	struct prog_test_pass1 x;
};

@until(6.12)
struct prog_test_fail3 {
	int len;
	char arr1[2];
	char arr2[0];
};

struct bpf_fentry_test_t { struct bpf_fentry_test_t *a; };

struct bpf_key {
	struct key *key;
	bool has_ref;
};

struct bpf_link_info {
	__u32 type, id, prog_id;
	union {
		struct {
			__u64 tp_name;
			__u32 tp_name_len;
		} raw_tracepoint;
		struct {
			__u32 attach_type, target_obj_id, target_btf_id;
		} tracing;
		struct {
			__u64 cgroup_id;
			__u32 attach_type;
		} cgroup;
		struct {
			__u64 target_name;
			__u32 target_name_len;
			union {
				struct {
					__u32 map_id;
				} map;
			};
			union {
				struct {
					__u64 cgroup_id;
					__u32 order;
				} cgroup;
				struct {
					__u32 tid, pid;
				} task;
			};
		} iter;
		struct {
			__u32 netns_ino, attach_type;
		} netns;
		struct {
			__u32 ifindex;
		} xdp;
		@since(6.12) {
			struct {
				__u32 map_id;
			} struct_ops;
			struct {
				__u32 pf, hooknum;
				__s32 priority;
				__u32 flags;
			} netfilter;
			struct {
				__u64 addrs;
				__u32 count, flags;
				__u64 missed, cookies;
			} kprobe_multi;
			struct {
				__u64 path, offsets, ref_ctr_offsets, cookies;
				__u32 path_size, count, flags, pid;
			} uprobe_multi;
			struct {
				__u32 type;
				union {
					struct {
						__u64 file_name;
						__u32 name_len, offset;
						__u64 cookie;
					} uprobe;
					struct {
						__u64 func_name;
						__u32 name_len, offset;
						__u64 addr, missed, cookie;
					} kprobe;
					struct {
						__u64 tp_name;
						__u32 name_len;
						__u64 cookie;
					} tracepoint;
					struct {
						__u64 config;
						__u32 type;
						__u64 cookie;
					} event;
				};
			} perf_event;
			struct {
				__u32 ifindex, attach_type;
			} tcx;
			struct {
				__u32 ifindex, attach_type;
			} netkit;
			struct {
				__u32 map_id, attach_type;
			} sockmap;
		}
	};
};

union bpf_attr {
	struct {
		__u32 map_type, key_size, value_size, max_entries, map_flags, inner_map_fd;
		__u32 numa_node;
		@until(6.12) char map_name[16];
		@since(6.12) char map_name[16];
		__u32 map_ifindex, btf_fd, btf_key_type_id, btf_value_type_id;
		__u32 btf_vmlinux_value_type_id;
		__u64 map_extra;
		@since(6.12) {
			__s32 value_type_btf_obj_fd, map_token_fd;
		}
	};
	struct {
		__u32 map_fd;
		__u64 key;
		union {
			__u64 value, next_key;
		};
		__u64 flags;
	};
	struct {
		__u64 in_batch, out_batch, keys, values;
		__u32 count, map_fd;
		__u64 elem_flags, flags;
	} batch;
	struct {
		__u32 prog_type, insn_cnt;
		__u64 insns, license;
		__u32 log_level, log_size;
		__u64 log_buf;
		__u32 kern_version, prog_flags;
		@until(6.12) char prog_name[16];
		@since(6.12) char prog_name[16];
		__u32 prog_ifindex, expected_attach_type, prog_btf_fd, func_info_rec_size;
		__u64 func_info;
		__u32 func_info_cnt, line_info_rec_size;
		__u64 line_info;
		__u32 line_info_cnt, attach_btf_id;
		union {
			__u32 attach_prog_fd, attach_btf_obj_fd;
		};
		__u32 core_relo_cnt;
		__u64 fd_array, core_relos;
		__u32 core_relo_rec_size;
		@since(6.12) {
			__u32 log_true_size;
			__s32 prog_token_fd;
		}
	};
	struct {
		__u64 pathname;
		__u32 bpf_fd, file_flags;
		@since(6.12) __s32 path_fd;
	};
	struct {
		@until(6.12) __u32 target_fd;
		@since(6.12) union {
			__u32 target_fd, target_ifindex;
		};
		__u32 attach_bpf_fd, attach_type, attach_flags, replace_bpf_fd;
		@since(6.12) {
			union {
				__u32 relative_fd, relative_id;
			};
			__u64 expected_revision;
		}
	};
	struct {
		__u32 prog_fd, retval, data_size_in, data_size_out;
		__u64 data_in, data_out;
		__u32 repeat, duration, ctx_size_in, ctx_size_out;
		__u64 ctx_in, ctx_out;
		__u32 flags, cpu, batch_size;
	} test;
	struct {
		union {
			__u32 start_id, prog_id, map_id, btf_id, link_id;
		};
		__u32 next_id, open_flags;
	};
	struct {
		__u32 bpf_fd, info_len;
		__u64 info;
	} info;
	struct {
		@until(6.12) __u32 target_fd;
		@since(6.12) union {
			__u32 target_fd, target_ifindex;
		};
		__u32 attach_type, query_flags, attach_flags;
		__u64 prog_ids;
		@until(6.12) __u32 prog_cnt;
		@since(6.12) union {
			__u32 prog_cnt, count;
		};
		__u64 prog_attach_flags;
		@since(6.12) {
			__u64 link_ids, link_attach_flags, revision;
		}
	} query;
	struct {
		__u64 name;
		__u32 prog_fd;
		@since(6.12) __u64 cookie;
	} raw_tracepoint;
	struct {
		__u64 btf, btf_log_buf;
		__u32 btf_size, btf_log_size, btf_log_level;
		@since(6.12) {
			__u32 btf_log_true_size, btf_flags;
			__s32 btf_token_fd;
		}
	};
	struct {
		__u32 pid, fd, flags, buf_len;
		__u64 buf;
		__u32 prog_id, fd_type;
		__u64 probe_offset, probe_addr;
	} task_fd_query;
	struct {
		@until(6.12) __u32 prog_fd;
		@since(6.12) union {
			__u32 prog_fd, map_fd;
		};
		union {
			__u32 target_fd, target_ifindex;
		};
		__u32 attach_type, flags;
		union {
			__u32 target_btf_id;
			struct {
				__u64 iter_info;
				__u32 iter_info_len;
			};
			struct {
				__u64 bpf_cookie;
			} perf_event;
			struct {
				__u32 flags, cnt;
				__u64 syms, addrs, cookies;
			} kprobe_multi;
			struct {
				__u32 target_btf_id;
				__u64 cookie;
			} tracing;
			@since(6.12) {
				struct {
					__u32 pf, hooknum;
					__s32 priority;
					__u32 flags;
				} netfilter;
				struct {
					union {
						__u32 relative_fd, relative_id;
					};
					__u64 expected_revision;
				} tcx;
				struct {
					__u64 path, offsets, ref_ctr_offsets, cookies;
					__u32 cnt, flags, pid;
				} uprobe_multi;
				struct {
					union {
						__u32 relative_fd, relative_id;
					};
					__u64 expected_revision;
				} netkit;
				struct {
					union {
						__u32 relative_fd, relative_id;
					};
					__u64 expected_revision;
				} cgroup;
			}
		};
	} link_create;
	struct {
		__u32 link_fd;
		@until(6.12) __u32 new_prog_fd;
		@since(6.12) union {
			__u32 new_prog_fd, new_map_fd;
		};
		__u32 flags;
		@until(6.12) __u32 old_prog_fd;
		@since(6.12) union {
			__u32 old_prog_fd, old_map_fd;
		};
	} link_update;
	struct {
		__u32 link_fd;
	} link_detach;
	struct {
		__u32 type;
	} enable_stats;
	struct {
		__u32 link_fd, flags;
	} iter_create;
	struct {
		__u32 prog_fd, map_fd, flags;
	} prog_bind_map;
	@since(6.12) struct {
		__u32 flags, bpffs_fd;
	} token_create;
};

struct inode_security_struct {
	struct inode *inode;
	struct list_head list;
	u32 task_sid, sid;
	u16 sclass;
	unsigned char initialized;
	spinlock_t lock;
};

struct task_security_struct {
	u32 osid, sid, exec_sid, create_sid, keycreate_sid, sockcreate_sid;
};

struct pt_regs_offset {
	const char *name;
	int offset;
};

struct sock_fprog {
	unsigned short len;
	struct sock_filter *filter;
};

struct udp_mib { unsigned long mibs[10]; };

struct user_msghdr {
	void *msg_name;
	int msg_namelen;
	struct iovec *msg_iov;
	__kernel_size_t msg_iovlen;
	void *msg_control;
	__kernel_size_t msg_controllen;
	unsigned int msg_flags;
};

struct mmsghdr {
	struct user_msghdr msg_hdr;
	unsigned int msg_len;
};

struct linger { int l_onoff, l_linger; };
struct itimerspec64 { struct timespec64 it_interval, it_value; };
