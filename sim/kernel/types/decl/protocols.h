/* Details of sockets, addresses and routes: all members, all offsets. */

struct socket_alloc {
	struct socket socket;
	struct inode vfs_inode;
} __attribute__((aligned(16)));

struct udp6_sock {
	struct udp_sock udp;
	struct ipv6_pinfo inet6;
} __attribute__((aligned(64)));

struct mptcp_addr_info {
	u8 id;
	sa_family_t family;
	__be16 port;
	union {
		struct in_addr addr;
		struct in6_addr addr6;
	};
};

struct mptcp_rm_list {
	u8 ids[8];
	u8 nr;
};

struct mptcp_pm_data {
	struct mptcp_addr_info local, remote;
	struct list_head anno_list, userspace_pm_local_addr_list;
	spinlock_t lock;
	u8 addr_signal;
	bool server_side, work_pending, accept_addr, accept_subflow, remote_deny_join_id0;
	u8 add_addr_signaled, add_addr_accepted, local_addr_used, pm_type, subflows, status;
	unsigned long id_avail_bitmap[4];
	struct mptcp_rm_list rm_list_tx, rm_list_rx;
};

struct mptcp_sock {
	struct inet_connection_sock sk;
	u64 local_key, remote_key, write_seq;
	@since(6.12) u64 bytes_sent;
	u64 snd_nxt;
	@since(6.12) u64 bytes_received;
	u64 ack_seq;
	atomic64_t rcv_wnd_sent;
	u64 rcv_data_fin_seq;
	@since(6.12) {
		u64 bytes_retrans, bytes_consumed;
	}
	int rmem_fwd_alloc;
	@until(6.12) struct sock *last_snd;
	int snd_burst, old_wspace;
	u64 recovery_snd_nxt;
	@since(6.12) u64 bytes_acked;
	u64 snd_una, wnd_end;
	@since(6.12) {
		u32 last_data_sent, last_data_recv, last_ack_recv;
	}
	unsigned long timer_ival;
	u32 token;
	int rmem_released;
	unsigned long flags, cb_flags;
	bool recovery, can_ack, fully_established, rcv_data_fin, snd_data_fin_enable;
	bool rcv_fastclose, use_64bit_ack, csum_enabled, allow_infinite_fallback;
	@since(6.12) u8 pending_state;
	u8 mpc_endpoint_id, recvmsg_inq : 1, cork : 1, nodelay : 1, fastopening : 1;
	u8 in_accept_queue : 1, free_first : 1;
	@since(6.12) u8 rcvspace_init : 1;
	u8 fastclosing : 1;
	@since(6.12) u32 notsent_lowat;
	int keepalive_cnt, keepalive_idle, keepalive_intvl;
	struct work_struct work;
	struct sk_buff *ooo_last_skb;
	struct rb_root out_of_order_queue;
	struct sk_buff_head receive_queue;
	struct list_head conn_list, rtx_queue;
	struct mptcp_data_frag *first_pending;
	struct list_head join_list;
	@until(6.12) struct socket *subflow;
	struct sock *first;
	struct mptcp_pm_data pm;
	@since(6.12) struct mptcp_sched_ops *sched;
	struct {
		u32 space, copied;
		u64 time, rtt_us;
	} rcvq_space;
	@since(6.12) u8 scaling_ratio;
	bool allow_subflows;
	@since(6.12) u32 subflow_id;
	u32 setsockopt_seq;
	@until(6.12) char ca_name[16];
	@since(6.12) char ca_name[16];
	spinlock_t fallback_lock;
};

struct icmp6_filter { __u32 data[8]; };

struct raw6_sock {
	struct inet_sock inet;
	__u32 checksum, offset;
	struct icmp6_filter filter;
	__u32 ip6mr_table;
	struct ipv6_pinfo inet6;
};

struct unix_address {
	refcount_t refcnt;
	int len;
	struct sockaddr_un name[0];
};

struct dev_ifalias {
	struct callback_head rcuhead;
	char ifalias[0];
};

struct sockaddr_nl {
	__kernel_sa_family_t nl_family;
	unsigned short nl_pad;
	__u32 nl_pid, nl_groups;
};

struct nl_pktinfo { __u32 group; };

struct mptcp_subflow_context {
	struct list_head node;
	union {
		struct {
			unsigned long avg_pacing_rate;
			u64 local_key, remote_key, idsn, map_seq, rcv_wnd_sent;
			u32 snd_isn, token, rel_write_seq, map_subflow_seq, ssn_offset;
			u32 map_data_len;
			__wsum map_data_csum;
			u32 map_csum_len, request_mptcp : 1, request_join : 1;
			u32 request_bkup : 1, mp_capable : 1, mp_join : 1;
			@until(6.12) u32 fully_established : 1;
			u32 pm_notified : 1, conn_finished : 1, map_valid : 1;
			u32 map_csum_reqd : 1, map_data_fin : 1, mpc_map : 1, backup : 1;
			u32 send_mp_prio : 1, send_mp_fail : 1, send_fastclose : 1;
			u32 send_infinite_map : 1;
			@until(6.12) {
				u32 rx_eof : 1, can_ack : 1;
			}
			@since(6.12) u32 remote_key_valid : 1;
			u32 disposable : 1;
			@since(6.12) u32 closing : 1;
			u32 stale : 1, valid_csum_seen : 1;
			@since(6.12) u32 is_mptfo : 1;
			u32 close_event_done : 1;
			@since(6.12) u32 mpc_drop : 1;
			u32 resetting : 1;
			@until(6.12) {
				u32 __unused : 8;
				enum mptcp_data_avail data_avail;
			}
			@since(6.12) {
				u32 __unused : 7;
				bool data_avail, scheduled;
			}
			bool pm_listener;
			@since(6.12) bool fully_established;
			u32 remote_nonce;
			u64 thmac;
			u32 local_nonce, remote_token;
			@until(6.12) u8 hmac[20];
			@since(6.12) union {
				u8 hmac[20];
				u64 iasn;
			};
			s16 local_id;
			u8 remote_id, reset_seen : 1, reset_transient : 1, reset_reason : 4;
			u8 stale_count;
			@since(6.12) u32 subflow_id;
			long delegated_status;
			unsigned long fail_tout;
		};
		struct {
			unsigned long avg_pacing_rate;
			u64 local_key, remote_key, idsn, map_seq, rcv_wnd_sent;
			u32 snd_isn, token, rel_write_seq, map_subflow_seq, ssn_offset;
			u32 map_data_len;
			__wsum map_data_csum;
			u32 map_csum_len, request_mptcp : 1, request_join : 1;
			u32 request_bkup : 1, mp_capable : 1, mp_join : 1;
			@until(6.12) u32 fully_established : 1;
			u32 pm_notified : 1, conn_finished : 1, map_valid : 1;
			u32 map_csum_reqd : 1, map_data_fin : 1, mpc_map : 1, backup : 1;
			u32 send_mp_prio : 1, send_mp_fail : 1, send_fastclose : 1;
			u32 send_infinite_map : 1;
			@until(6.12) {
				u32 rx_eof : 1, can_ack : 1;
			}
			@since(6.12) u32 remote_key_valid : 1;
			u32 disposable : 1;
			@since(6.12) u32 closing : 1;
			u32 stale : 1, valid_csum_seen : 1;
			@since(6.12) u32 is_mptfo : 1;
			u32 close_event_done : 1;
			@since(6.12) u32 mpc_drop : 1;
			u32 resetting : 1;
			@until(6.12) {
				u32 __unused : 8;
				enum mptcp_data_avail data_avail;
			}
			@since(6.12) {
				u32 __unused : 7;
				bool data_avail, scheduled;
			}
			bool pm_listener;
			@since(6.12) bool fully_established;
			u32 remote_nonce;
			u64 thmac;
			u32 local_nonce, remote_token;
			@until(6.12) u8 hmac[20];
			@since(6.12) union {
				u8 hmac[20];
				u64 iasn;
			};
			s16 local_id;
			u8 remote_id, reset_seen : 1, reset_transient : 1, reset_reason : 4;
			u8 stale_count;
			@since(6.12) u32 subflow_id;
			long delegated_status;
			unsigned long fail_tout;
		} reset;
	};
	struct list_head delegated_node;
	u32 setsockopt_seq, stale_rcv_tstamp;
	@since(6.12) int cached_sndbuf;
	struct sock *tcp_sock;
	struct sock *conn;
	const struct inet_connection_sock_af_ops *icsk_af_ops;
	void (*tcp_state_change)(struct sock *);
	void (*tcp_error_report)(struct sock *);
	struct callback_head rcu;
};

struct mptcp_data_frag {
	struct list_head list;
	u64 data_seq;
	u16 data_len, offset, overhead, already_sent;
	struct page *page;
};

struct xfrm_sec_ctx {
	__u8 ctx_doi, ctx_alg;
	__u16 ctx_len;
	__u32 ctx_sid;
	char ctx_str[0];
};

struct nlattr { __u16 nla_len, nla_type; };

struct fib_rules_ops {
	int family;
	struct list_head list;
	int rule_size, addr_size, unresolved_rules, nr_goto_rules;
	unsigned int fib_rules_seq;
	int (*action)(struct fib_rule *, struct flowi *, int, struct fib_lookup_arg *);
	bool (*suppress)(struct fib_rule *, int, struct fib_lookup_arg *);
	int (*match)(struct fib_rule *, struct flowi *, int);
	int (*configure)(struct fib_rule *, struct sk_buff *, struct fib_rule_hdr *,
		struct nlattr **, struct netlink_ext_ack *);
	int (*delete)(struct fib_rule *);
	int (*compare)(struct fib_rule *, struct fib_rule_hdr *, struct nlattr **);
	int (*fill)(struct fib_rule *, struct sk_buff *, struct fib_rule_hdr *);
	size_t (*nlmsg_payload)(struct fib_rule *);
	void (*flush_cache)(struct fib_rules_ops *);
	int nlgroup;
	struct list_head rules_list;
	struct module *owner;
	struct net *fro_net;
	struct callback_head rcu;
};

struct fib_notifier_ops {
	int family;
	struct list_head list;
	unsigned int (*fib_seq_read)(struct net *);
	int (*fib_dump)(struct net *, struct notifier_block *, struct netlink_ext_ack *);
	struct module *owner;
	struct callback_head rcu;
};

struct inet_bind_hashbucket {
	spinlock_t lock;
	struct hlist_head chain;
};

struct fib6_node {
	struct fib6_node *parent;
	struct fib6_node *left;
	struct fib6_node *right;
	struct fib6_node *subtree;
	struct fib6_info *leaf;
	__u16 fn_bit, fn_flags;
	int fn_sernum;
	struct fib6_info *rr_ptr;
	struct callback_head rcu;
};

struct inet_peer_base {
	struct rb_root rb_root;
	seqlock_t lock;
	int total;
};

struct fib6_table {
	struct hlist_node tb6_hlist;
	u32 tb6_id;
	spinlock_t tb6_lock;
	struct fib6_node tb6_root;
	struct inet_peer_base tb6_peers;
	unsigned int flags, fib_seq;
	@since(6.12) struct hlist_head tb6_gc_hlist;
};

@until(6.12)
union tcp_md5_addr {
	struct in_addr a4;
	struct in6_addr a6;
};

@since(6.12)
union tcp_ao_addr {
	struct in_addr a4;
	struct in6_addr a6;
};

struct tcp_md5sig_key {
	struct hlist_node node;
	u8 keylen, family, prefixlen, flags;
	@until(6.12) union tcp_md5_addr addr;
	@since(6.12) union tcp_ao_addr addr;
	int l3index;
	u8 key[80];
	struct callback_head rcu;
};

struct ipv6_txoptions {
	refcount_t refcnt;
	int tot_len;
	__u16 opt_flen, opt_nflen;
	struct ipv6_opt_hdr *hopopt;
	struct ipv6_opt_hdr *dst0opt;
	struct ipv6_rt_hdr *srcrt;
	struct ipv6_opt_hdr *dst1opt;
	struct callback_head rcu;
};
