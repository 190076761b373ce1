/* Sockets and their protocols: all members, all offsets. */

typedef enum { SS_FREE, SS_UNCONNECTED, SS_CONNECTING, SS_CONNECTED,
	SS_DISCONNECTING } socket_state;

struct socket_wq {
	wait_queue_head_t wait;
	struct fasync_struct *fasync_list;
	unsigned long flags;
	struct callback_head rcu;
} __attribute__((aligned(16)));

struct socket {
	socket_state state;
	short type;
	unsigned long flags;
	struct file *file;
	struct sock *sk;
	const struct proto_ops *ops;
	struct socket_wq wq __attribute__((aligned(32)));
};

typedef struct {
	union {
		void *kernel;
		void *user;
	};
	bool is_kernel : 1;
} sockptr_t;

@until(6.12)
struct proto {
	void (*close)(struct sock *, long);
	int (*pre_connect)(struct sock *, struct sockaddr *, int);
	int (*connect)(struct sock *, struct sockaddr *, int);
	int (*disconnect)(struct sock *, int);
	struct sock *(*accept)(struct sock *, int, int *, bool);
	int (*ioctl)(struct sock *, int, unsigned long);
	int (*init)(struct sock *);
	void (*destroy)(struct sock *);
	void (*shutdown)(struct sock *, int);
	int (*setsockopt)(struct sock *, int, int, sockptr_t, unsigned int);
	int (*getsockopt)(struct sock *, int, int, char *, int *);
	void (*keepalive)(struct sock *, int);
	int (*compat_ioctl)(struct sock *, unsigned int, unsigned long);
	int (*sendmsg)(struct sock *, struct msghdr *, size_t);
	int (*recvmsg)(struct sock *, struct msghdr *, size_t,
		@until(5.19) int, int, int *); // ec095263a965
	int (*sendpage)(struct sock *, struct page *, int, size_t, int);
	void (*splice_eof)(struct socket *);
	int (*bind)(struct sock *, struct sockaddr *, int);
	int (*bind_add)(struct sock *, struct sockaddr *, int);
	int (*backlog_rcv)(struct sock *, struct sk_buff *);
	bool (*bpf_bypass_getsockopt)(int, int);
	void (*release_cb)(struct sock *);
	int (*hash)(struct sock *);
	void (*unhash)(struct sock *);
	void (*rehash)(struct sock *);
	int (*get_port)(struct sock *, unsigned short);
	void (*put_port)(struct sock *);
	int (*psock_update_sk_prot)(struct sock *, struct sk_psock *, bool);
	unsigned int inuse_idx;
	int (*forward_alloc_get)(const struct sock *);
	bool (*stream_memory_free)(const struct sock *, int);
	bool (*sock_is_readable)(struct sock *);
	void (*enter_memory_pressure)(struct sock *);
	void (*leave_memory_pressure)(struct sock *);
	atomic_long_t *memory_allocated;
	int *per_cpu_fw_alloc;
	struct percpu_counter *sockets_allocated;
	unsigned long *memory_pressure;
	long *sysctl_mem;
	int *sysctl_wmem;
	int *sysctl_rmem;
	u32 sysctl_wmem_offset, sysctl_rmem_offset;
	int max_header;
	bool no_autobind;
	struct kmem_cache *slab;
	unsigned int obj_size;
	slab_flags_t slab_flags;
	unsigned int useroffset, usersize;
	unsigned int *orphan_count;
	struct request_sock_ops *rsk_prot;
	struct timewait_sock_ops *twsk_prot;
	union {
		struct inet_hashinfo *hashinfo;
		struct udp_table *udp_table;
		struct raw_hashinfo *raw_hash;
		struct smc_hashinfo *smc_hash;
	} h;
	struct module *owner;
	char name[32];
	struct list_head node;
	int (*diag_destroy)(struct sock *, int);
};

@since(6.12)
struct proto {
	void (*close)(struct sock *, long);
	int (*pre_connect)(struct sock *, struct sockaddr *, int);
	int (*connect)(struct sock *, struct sockaddr *, int);
	int (*disconnect)(struct sock *, int);
	struct sock *(*accept)(struct sock *, struct proto_accept_arg *);
	int (*ioctl)(struct sock *, int, int *);
	int (*init)(struct sock *);
	void (*destroy)(struct sock *);
	void (*shutdown)(struct sock *, int);
	int (*setsockopt)(struct sock *, int, int, sockptr_t, unsigned int);
	int (*getsockopt)(struct sock *, int, int, char *, int *);
	void (*keepalive)(struct sock *, int);
	int (*compat_ioctl)(struct sock *, unsigned int, unsigned long);
	int (*sendmsg)(struct sock *, struct msghdr *, size_t);
	int (*recvmsg)(struct sock *, struct msghdr *, size_t, int, int *);
	void (*splice_eof)(struct socket *);
	int (*bind)(struct sock *, struct sockaddr *, int);
	int (*bind_add)(struct sock *, struct sockaddr *, int);
	int (*backlog_rcv)(struct sock *, struct sk_buff *);
	bool (*bpf_bypass_getsockopt)(int, int);
	void (*release_cb)(struct sock *);
	int (*hash)(struct sock *);
	void (*unhash)(struct sock *);
	void (*rehash)(struct sock *);
	int (*get_port)(struct sock *, unsigned short);
	void (*put_port)(struct sock *);
	int (*psock_update_sk_prot)(struct sock *, struct sk_psock *, bool);
	unsigned int inuse_idx;
	int (*forward_alloc_get)(const struct sock *);
	bool (*stream_memory_free)(const struct sock *, int);
	bool (*sock_is_readable)(struct sock *);
	void (*enter_memory_pressure)(struct sock *);
	void (*leave_memory_pressure)(struct sock *);
	atomic_long_t *memory_allocated;
	int *per_cpu_fw_alloc;
	struct percpu_counter *sockets_allocated;
	unsigned long *memory_pressure;
	long *sysctl_mem;
	int *sysctl_wmem;
	int *sysctl_rmem;
	u32 sysctl_wmem_offset, sysctl_rmem_offset;
	int max_header;
	bool no_autobind;
	struct kmem_cache *slab;
	unsigned int obj_size, ipv6_pinfo_offset;
	slab_flags_t slab_flags;
	unsigned int useroffset, usersize;
	unsigned int *orphan_count;
	struct request_sock_ops *rsk_prot;
	struct timewait_sock_ops *twsk_prot;
	union {
		struct inet_hashinfo *hashinfo;
		struct udp_table *udp_table;
		struct raw_hashinfo *raw_hash;
		struct smc_hashinfo *smc_hash;
	} h;
	struct module *owner;
	char name[32];
	struct list_head node;
	int (*diag_destroy)(struct sock *, int);
};

typedef struct {
	size_t written, count;
	union {
		char *buf;
		void *data;
	} arg;
	int error;
} read_descriptor_t;
typedef int (*sk_read_actor_t)(read_descriptor_t *, struct sk_buff *, unsigned int, size_t);
typedef int (*skb_read_actor_t)(struct sock *, struct sk_buff *);

@since(6.12)
struct sockopt {
	struct iov_iter iter_in, iter_out;
	int optlen;
};

@since(6.12) typedef struct sockopt sockopt_t;
struct proto_ops {
	int family;
	struct module *owner;
	int (*release)(struct socket *);
	int (*bind)(struct socket *, struct sockaddr *, int);
	int (*connect)(struct socket *, struct sockaddr *, int, int);
	int (*socketpair)(struct socket *, struct socket *);
	@until(6.12) int (*accept)(struct socket *, struct socket *, int, bool);
	@since(6.12) int (*accept)(struct socket *, struct socket *, struct proto_accept_arg *);
	int (*getname)(struct socket *, struct sockaddr *, int);
	__poll_t (*poll)(struct file *, struct socket *, struct poll_table_struct *);
	int (*ioctl)(struct socket *, unsigned int, unsigned long);
	int (*compat_ioctl)(struct socket *, unsigned int, unsigned long);
	int (*gettstamp)(struct socket *, void *, bool, bool);
	int (*listen)(struct socket *, int);
	int (*shutdown)(struct socket *, int);
	int (*setsockopt)(struct socket *, int, int, sockptr_t, unsigned int);
	@until(6.12) int (*getsockopt)(struct socket *, int, int, char *, int *);
	@since(6.12) {
		int (*getsockopt)(struct socket *, int, int, char *, int *);
		int (*getsockopt_iter)(struct socket *, int, int, sockopt_t *);
	}
	void (*show_fdinfo)(struct seq_file *, struct socket *);
	int (*sendmsg)(struct socket *, struct msghdr *, size_t);
	int (*recvmsg)(struct socket *, struct msghdr *, size_t, int);
	int (*mmap)(struct file *, struct socket *, struct vm_area_struct *);
	@until(6.12) ssize_t (*sendpage)(struct socket *, struct page *, int, size_t, int);
	ssize_t (*splice_read)(struct socket *, loff_t *, struct pipe_inode_info *, size_t,
		unsigned int);
	void (*splice_eof)(struct socket *);
	int (*set_peek_off)(struct sock *, int);
	int (*peek_len)(struct socket *);
	int (*read_sock)(struct sock *, read_descriptor_t *, sk_read_actor_t);
	int (*read_skb)(struct sock *, skb_read_actor_t);
	@until(6.12) int (*sendpage_locked)(struct sock *, struct page *, int, size_t, int);
	int (*sendmsg_locked)(struct sock *, struct msghdr *, size_t);
	int (*set_rcvlowat)(struct sock *, int);
};

struct msghdr {
	void *msg_name;
	int msg_namelen, msg_inq;
	struct iov_iter msg_iter;
	union {
		void *msg_control;
		void *msg_control_user;
	};
	bool msg_control_is_user : 1, msg_get_inq : 1;
	unsigned int msg_flags;
	__kernel_size_t msg_controllen;
	struct kiocb *msg_iocb;
	struct ubuf_info *msg_ubuf;
	@until(6.12) int (*sg_from_iter)(struct sock *, struct sk_buff *, struct iov_iter *,
		size_t);
	@since(6.12) int (*sg_from_iter)(struct sk_buff *, struct iov_iter *, size_t);
};

typedef __u64 __addrpair;
typedef __u32 __be32;
typedef __u32 __portpair;
typedef __u16 __be16;
typedef struct { struct net *net; } possible_net_t;

struct in6_addr {
	union {
		__u8 u6_addr8[16];
		__be16 u6_addr16[8];
		__be32 u6_addr32[4];
	} in6_u;
};

struct sock_common {
	union {
		__addrpair skc_addrpair;
		struct { __be32 skc_daddr, skc_rcv_saddr; };
	};
	union {
		unsigned int skc_hash;
		__u16 skc_u16hashes[2];
	};
	union {
		__portpair skc_portpair;
		struct {
			__be16 skc_dport;
			__u16 skc_num;
		};
	};
	unsigned short skc_family;
	volatile unsigned char skc_state;
	unsigned char skc_reuse : 4, skc_reuseport : 1, skc_ipv6only : 1, skc_net_refcnt : 1;
	int skc_bound_dev_if;
	union { struct hlist_node skc_bind_node, skc_portaddr_node; };
	struct proto *skc_prot;
	possible_net_t skc_net;
	struct in6_addr skc_v6_daddr, skc_v6_rcv_saddr;
	atomic64_t skc_cookie;
	union {
		unsigned long skc_flags;
		struct sock *skc_listener;
		struct inet_timewait_death_row *skc_tw_dr;
	};
	int skc_dontcopy_begin[0];
	union {
		struct hlist_node skc_node;
		struct hlist_nulls_node skc_nulls_node;
	};
	unsigned short skc_tx_queue_mapping, skc_rx_queue_mapping;
	union {
		int skc_incoming_cpu;
		u32 skc_rcv_wnd, skc_tw_rcv_nxt;
	};
	refcount_t skc_refcnt;
	int skc_dontcopy_end[0];
	union { u32 skc_rxhash, skc_window_clamp, skc_tw_snd_nxt; };
};

typedef struct {
	spinlock_t slock;
	int owned;
	wait_queue_head_t wq;
} socket_lock_t;

struct sk_buff_list {
	struct sk_buff *next;
	struct sk_buff *prev;
};

struct sk_buff_head {
	union {
		struct {
			struct sk_buff *next;
			struct sk_buff *prev;
		};
		struct sk_buff_list list;
	};
	__u32 qlen;
	spinlock_t lock;
};

typedef u64 netdev_features_t;

struct sock_cgroup_data {
	struct cgroup *cgroup;
	u32 classid;
	u16 prioidx;
};

typedef struct {
} netns_tracker;

struct sock {
	struct sock_common __sk_common;
	@since(6.12) {
		__u8 __cacheline_group_begin__sock_write_rx[0];
		atomic_t sk_drops;
		__s32 sk_peek_off;
		struct sk_buff_head sk_error_queue, sk_receive_queue;
		struct {
			atomic_t rmem_alloc;
			int len;
			struct sk_buff *head;
			struct sk_buff *tail;
		} sk_backlog;
		__u8 __cacheline_group_end__sock_write_rx[0];
		__u8 __cacheline_group_begin__sock_read_rx[0];
	}
	struct dst_entry *sk_rx_dst;
	int sk_rx_dst_ifindex;
	u32 sk_rx_dst_cookie;
	@until(6.12) {
		socket_lock_t sk_lock;
		atomic_t sk_drops;
		int sk_rcvlowat;
		struct sk_buff_head sk_error_queue, sk_receive_queue;
		struct {
			atomic_t rmem_alloc;
			int len;
			struct sk_buff *head;
			struct sk_buff *tail;
		} sk_backlog;
		int sk_forward_alloc;
		u32 sk_reserved_mem;
	}
	unsigned int sk_ll_usec, sk_napi_id;
	@since(6.12) {
		u16 sk_busy_poll_budget;
		u8 sk_prefer_busy_poll, sk_userlocks;
	}
	int sk_rcvbuf;
	@until(6.12) int sk_disconnects;
	struct sk_filter *sk_filter;
	union {
		struct socket_wq *sk_wq;
		struct socket_wq *sk_wq_raw;
	};
	@since(6.12) {
		void (*sk_data_ready)(struct sock *);
		long sk_rcvtimeo;
		int sk_rcvlowat;
		__u8 __cacheline_group_end__sock_read_rx[0];
		__u8 __cacheline_group_begin__sock_read_rxtx[0];
		int sk_err;
		struct socket *sk_socket;
		struct mem_cgroup *sk_memcg;
	}
	struct xfrm_policy *sk_policy[2];
	@until(6.12) struct dst_entry *sk_dst_cache;
	@since(6.12) {
		__u8 __cacheline_group_end__sock_read_rxtx[0];
		__u8 __cacheline_group_begin__sock_write_rxtx[0];
		socket_lock_t sk_lock;
		u32 sk_reserved_mem;
		int sk_forward_alloc;
		u32 sk_tsflags;
		__u8 __cacheline_group_end__sock_write_rxtx[0];
		__u8 __cacheline_group_begin__sock_write_tx[0];
		int sk_write_pending;
	}
	atomic_t sk_omem_alloc;
	int sk_sndbuf, sk_wmem_queued;
	refcount_t sk_wmem_alloc;
	unsigned long sk_tsq_flags;
	union {
		struct sk_buff *sk_send_head;
		struct rb_root tcp_rtx_queue;
	};
	struct sk_buff_head sk_write_queue;
	@until(6.12) {
		__s32 sk_peek_off;
		int sk_write_pending;
		__u32 sk_dst_pending_confirm;
	}
	@since(6.12) u32 sk_dst_pending_confirm;
	u32 sk_pacing_status;
	@since(6.12) {
		struct page_frag sk_frag;
		union {
			struct timer_list sk_timer, mptcp_retransmit_timer;
		};
		unsigned long sk_pacing_rate;
		atomic_t sk_zckey, sk_tskey;
		__u8 __cacheline_group_end__sock_write_tx[0];
		__u8 __cacheline_group_begin__sock_read_tx[0];
		unsigned long sk_max_pacing_rate;
	}
	long sk_sndtimeo;
	@until(6.12) {
		union {
			struct timer_list sk_timer, mptcp_retransmit_timer;
		};
		__u32 sk_priority, sk_mark;
		unsigned long sk_pacing_rate, sk_max_pacing_rate;
		struct page_frag sk_frag;
	}
	@since(6.12) {
		u32 sk_priority, sk_mark;
		struct dst_entry *sk_dst_cache;
	}
	netdev_features_t sk_route_caps;
	@until(6.12) int sk_gso_type;
	@since(6.12) {
		struct sk_buff *(*sk_validate_xmit_skb)(struct sock *, struct net_device *,
			struct sk_buff *);
		u16 sk_gso_type, sk_gso_max_segs;
	}
	unsigned int sk_gso_max_size;
	gfp_t sk_allocation;
	@until(6.12) __u32 sk_txhash;
	@since(6.12) {
		u32 sk_txhash;
		u8 sk_pacing_shift;
		bool sk_use_task_frag;
		__u8 __cacheline_group_end__sock_read_tx[0];
	}
	u8 sk_gso_disabled : 1, sk_kern_sock : 1, sk_no_check_tx : 1, sk_no_check_rx : 1;
	@until(6.12) {
		u8 sk_userlocks : 4, sk_pacing_shift;
	}
	@since(6.12) u8 sk_shutdown;
	u16 sk_type, sk_protocol;
	@until(6.12) u16 sk_gso_max_segs;
	unsigned long sk_lingertime;
	struct proto *sk_prot_creator;
	rwlock_t sk_callback_lock;
	@until(6.12) int sk_err;
	int sk_err_soft;
	u32 sk_ack_backlog, sk_max_ack_backlog;
	kuid_t sk_uid;
	@until(6.12) {
		u8 sk_txrehash, sk_prefer_busy_poll;
		u16 sk_busy_poll_budget;
	}
	spinlock_t sk_peer_lock;
	int sk_bind_phc;
	struct pid *sk_peer_pid;
	const struct cred *sk_peer_cred;
	@until(6.12) long sk_rcvtimeo;
	ktime_t sk_stamp;
	@until(6.12) {
		u16 sk_tsflags;
		u8 sk_shutdown;
		atomic_t sk_tskey, sk_zckey;
	}
	@since(6.12) {
		int sk_disconnects;
		u8 sk_txrehash;
	}
	u8 sk_clockid, sk_txtime_deadline_mode : 1, sk_txtime_report_errors : 1;
	u8 sk_txtime_unused : 6;
	@until(6.12) {
		bool sk_use_task_frag;
		struct socket *sk_socket;
	}
	void *sk_user_data;
	void *sk_security;
	struct sock_cgroup_data sk_cgrp_data;
	@until(6.12) struct mem_cgroup *sk_memcg;
	void (*sk_state_change)(struct sock *);
	@until(6.12) void (*sk_data_ready)(struct sock *);
	void (*sk_write_space)(struct sock *);
	void (*sk_error_report)(struct sock *);
	int (*sk_backlog_rcv)(struct sock *, struct sk_buff *);
	@until(6.12) struct sk_buff *(*sk_validate_xmit_skb)(struct sock *, struct net_device *,
		struct sk_buff *);
	void (*sk_destruct)(struct sock *);
	struct sock_reuseport *sk_reuseport_cb;
	struct bpf_local_storage *sk_bpf_storage;
	struct callback_head sk_rcu;
	netns_tracker ns_tracker;
	@until(6.12) struct hlist_node sk_bind2_node;
	@since(6.12) struct xarray sk_user_frags;
};

struct scm_stat {
	atomic_t nr_fds;
	unsigned long nr_unix_fds;
};

struct unix_sock {
	struct sock sk;
	struct unix_address *addr;
	struct path path;
	struct mutex iolock, bindlock;
	struct sock *peer;
	struct sock *listener;
	struct unix_vertex *vertex;
	spinlock_t lock;
	struct socket_wq peer_wq;
	wait_queue_entry_t peer_wake;
	struct scm_stat scm_stat;
	struct sk_buff *oob_skb;
};

typedef unsigned short __kernel_sa_family_t;
typedef __kernel_sa_family_t sa_family_t;

struct sockaddr {
	sa_family_t sa_family;
	union {
		char sa_data_min[14];
		struct {
			struct {
			} __empty_sa_data;
			char sa_data[0];
		};
	};
};

struct in_addr { __be32 s_addr; };

struct sockaddr_in {
	__kernel_sa_family_t sin_family;
	__be16 sin_port;
	struct in_addr sin_addr;
	unsigned char __pad[8];
};

struct sockaddr_in6 {
	unsigned short sin6_family;
	__be16 sin6_port;
	__be32 sin6_flowinfo;
	struct in6_addr sin6_addr;
	__u32 sin6_scope_id;
};

struct sockaddr_un {
	__kernel_sa_family_t sun_family;
	char sun_path[108];
};

struct netlink_callback {
	struct sk_buff *skb;
	const struct nlmsghdr *nlh;
	int (*dump)(struct sk_buff *, struct netlink_callback *);
	int (*done)(struct netlink_callback *);
	void *data;
	struct module *module;
	struct netlink_ext_ack *extack;
	u16 family, answer_flags;
	u32 min_dump_alloc;
	unsigned int prev_seq, seq;
	@since(6.12) int flags;
	bool strict_check;
	union {
		u8 ctx[48];
		long args[6];
	};
};

struct netlink_sock {
	struct sock sk;
	unsigned long flags;
	u32 portid, dst_portid, dst_group, subscriptions, ngroups;
	unsigned long *groups;
	unsigned long state;
	size_t max_recvmsg_len;
	wait_queue_head_t wait;
	bool bound, cb_running;
	int dump_done_errno;
	struct netlink_callback cb;
	@until(6.12) {
		struct mutex *cb_mutex;
		struct mutex cb_def_mutex;
	}
	@since(6.12) struct mutex nl_cb_mutex;
	void (*netlink_rcv)(struct sk_buff *);
	int (*netlink_bind)(struct net *, int);
	void (*netlink_unbind)(struct net *, int);
	@since(6.12) void (*netlink_release)(struct sock *, unsigned long *);
	struct module *module;
	struct rhash_head node;
	struct callback_head rcu;
};

struct sk_filter {
	refcount_t refcnt;
	struct callback_head rcu;
	struct bpf_prog *prog;
};
