/* What BPF iterators get, and what contexts are made of: all members, all offsets. */

struct bpf_iter_meta {
	union { struct seq_file *seq; };
	u64 session_id, seq_num;
};

struct bpf_iter__bpf_prog {
	union { struct bpf_iter_meta *meta; };
	union { struct bpf_prog *prog; };
};

struct bpf_dynptr_kern {
	void *data;
	u32 size, offset;
};

struct bpf_sock_addr_kern {
	struct sock *sk;
	struct sockaddr *uaddr;
	u64 tmp_reg;
	void *t_ctx;
	@since(6.12) u32 uaddrlen;
};

struct bpf_sock_ops_kern {
	struct sock *sk;
	union {
		u32 args[4];
		u32 reply;
		u32 replylong[4];
	};
	struct sk_buff *syn_skb;
	struct sk_buff *skb;
	void *skb_data_end;
	u8 op, is_fullsock, remaining_opt_len;
	u64 temp;
};

struct bpf_sysctl_kern {
	struct ctl_table_header *head;
	@until(6.12) struct ctl_table *table;
	@since(6.12) const struct ctl_table *table;
	void *cur_val;
	size_t cur_len;
	void *new_val;
	size_t new_len;
	int new_updated, write;
	loff_t *ppos;
	u64 tmp_reg;
};

struct bpf_sockopt_kern {
	struct sock *sk;
	u8 *optval;
	u8 *optval_end;
	s32 level, optname, optlen;
	struct task_struct *current_task;
	u64 tmp_reg;
};

struct bpf_sk_lookup_kern {
	u16 family, protocol;
	__be16 sport;
	u16 dport;
	struct { __be32 saddr, daddr; } v4;
	struct {
		const struct in6_addr *saddr;
		const struct in6_addr *daddr;
	} v6;
	struct sock *selected_sk;
	u32 ingress_ifindex;
	bool no_reuseport;
};

struct bpf_iter__cgroup {
	union { struct bpf_iter_meta *meta; };
	union { struct cgroup *cgroup; };
};

struct bpf_iter__sockmap {
	union { struct bpf_iter_meta *meta; };
	union { struct bpf_map *map; };
	union { void *key; };
	union { struct sock *sk; };
};

struct bpf_iter__udp {
	union { struct bpf_iter_meta *meta; };
	union { struct udp_sock *udp_sk; };
	uid_t uid;
	int bucket __attribute__((aligned(8)));
};

struct bpf_iter__task {
	union { struct bpf_iter_meta *meta; };
	union { struct task_struct *task; };
};

struct bpf_iter__task_file {
	union { struct bpf_iter_meta *meta; };
	union { struct task_struct *task; };
	u32 fd;
	union { struct file *file; };
};

struct bpf_iter__task_vma {
	union { struct bpf_iter_meta *meta; };
	union { struct task_struct *task; };
	union { struct vm_area_struct *vma; };
};

struct bpf_iter__bpf_link {
	union { struct bpf_iter_meta *meta; };
	union { struct bpf_link *link; };
};

struct bpf_iter__tcp {
	union { struct bpf_iter_meta *meta; };
	union { struct sock_common *sk_common; };
	uid_t uid;
};

struct bpf_iter__ipv6_route {
	union { struct bpf_iter_meta *meta; };
	union { struct fib6_info *rt; };
};

@until(6.12)
struct bpf_timer_kern {
	struct bpf_hrtimer *timer;
	struct bpf_spin_lock lock;
};

struct bpf_iter__bpf_map_elem {
	union { struct bpf_iter_meta *meta; };
	union { struct bpf_map *map; };
	union { void *key; };
	union { void *value; };
};

struct bpf_iter__netlink {
	union { struct bpf_iter_meta *meta; };
	union { struct netlink_sock *sk; };
};

struct bpf_iter__unix {
	union { struct bpf_iter_meta *meta; };
	union { struct unix_sock *unix_sk; };
	uid_t uid;
};

struct bpf_iter__ksym {
	union { struct bpf_iter_meta *meta; };
	union { struct kallsym_iter *ksym; };
};

struct bpf_iter__bpf_map {
	union { struct bpf_iter_meta *meta; };
	union { struct bpf_map *map; };
};

struct bpf_iter__bpf_sk_storage_map {
	union { struct bpf_iter_meta *meta; };
	union { struct bpf_map *map; };
	union { struct sock *sk; };
	union { void *value; };
};
