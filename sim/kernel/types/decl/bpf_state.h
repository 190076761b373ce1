/* Trampolines, storage and arrays of programs: all members, all offsets. */

struct bpf_prog_array_item {
	struct bpf_prog *prog;
	union {
		struct bpf_cgroup_storage *cgroup_storage[2];
		u64 bpf_cookie;
	};
};

struct bpf_prog_array {
	struct callback_head rcu;
	struct bpf_prog_array_item items[0];
};

struct btf_header {
	__u16 magic;
	__u8 version, flags;
	__u32 hdr_len, type_off, type_len, str_off, str_len;
};

struct btf {
	void *data;
	struct btf_type **types;
	u32 *resolved_ids;
	u32 *resolved_sizes;
	@until(6.12) const char *strings;
	@since(6.12) const char *strings;
	void *nohdr_data;
	struct btf_header hdr;
	u32 nr_types, types_size, data_size;
	refcount_t refcnt;
	u32 id;
	struct callback_head rcu;
	struct btf_kfunc_set_tab *kfunc_set_tab;
	struct btf_id_dtor_kfunc_tab *dtor_kfunc_tab;
	@since(6.12) {
		struct btf_struct_metas *struct_meta_tab;
		struct btf_struct_ops_tab *struct_ops_tab;
	}
	struct btf *base_btf;
	u32 start_id, start_str_off;
	@until(6.12) char name[56];
	@since(6.12) char name[56];
	bool kernel_btf;
	@since(6.12) __u32 *base_id_map;
};

struct btf_type {
	__u32 name_off, info;
	union { __u32 size, type; };
};

enum bpf_cgroup_iter_order {
	BPF_CGROUP_ITER_ORDER_UNSPEC, BPF_CGROUP_ITER_SELF_ONLY, BPF_CGROUP_ITER_DESCENDANTS_PRE,
	BPF_CGROUP_ITER_DESCENDANTS_POST, BPF_CGROUP_ITER_ANCESTORS_UP
};

enum bpf_iter_task_type { BPF_TASK_ITER_ALL, BPF_TASK_ITER_TID, BPF_TASK_ITER_TGID };

struct bpf_iter_aux_info {
	struct bpf_map *map;
	struct {
		struct cgroup *start;
		enum bpf_cgroup_iter_order order;
	} cgroup;
	struct {
		enum bpf_iter_task_type type;
		u32 pid;
	} task;
};

typedef u64 dma_addr_t;

struct scatterlist {
	unsigned long page_link;
	unsigned int offset, length;
	dma_addr_t dma_address;
	unsigned int dma_length;
	@since(6.12) unsigned int dma_flags;
};

struct sk_msg_sg {
	u32 start, curr, end, size, copybreak;
	unsigned long copy[1];
	struct scatterlist data[19];
};

struct sk_msg {
	struct sk_msg_sg sg;
	void *data;
	void *data_end;
	u32 apply_bytes, cork_bytes, flags;
	struct sk_buff *skb;
	struct sock *sk_redir;
	struct sock *sk;
	struct list_head list;
};

struct sk_psock_progs {
	struct bpf_prog *msg_parser;
	struct bpf_prog *stream_parser;
	struct bpf_prog *stream_verdict;
	struct bpf_prog *skb_verdict;
	@since(6.12) {
		struct bpf_link *msg_parser_link;
		struct bpf_link *stream_parser_link;
		struct bpf_link *stream_verdict_link;
		struct bpf_link *skb_verdict_link;
	}
};

struct strp_stats {
	unsigned long long msgs, bytes;
	unsigned int mem_fail, need_more_hdr, msg_too_big, msg_timeouts, bad_hdr_len;
};

struct strp_callbacks {
	int (*parse_msg)(struct strparser *, struct sk_buff *);
	void (*rcv_msg)(struct strparser *, struct sk_buff *);
	int (*read_sock)(struct strparser *, read_descriptor_t *, sk_read_actor_t);
	int (*read_sock_done)(struct strparser *, int);
	void (*abort_parser)(struct strparser *, int);
	void (*lock)(struct strparser *);
	void (*unlock)(struct strparser *);
};

struct strparser {
	struct sock *sk;
	u8 stopped, paused, aborted, interrupted, unrecov_intr;
	struct sk_buff **skb_nextp;
	struct sk_buff *skb_head;
	unsigned int need_bytes;
	struct delayed_work msg_timer_work;
	struct work_struct work;
	struct strp_stats stats;
	struct strp_callbacks cb;
};

struct sk_psock_work_state { u32 len, off; };

struct sk_psock {
	struct sock *sk;
	struct sock *sk_redir;
	u32 apply_bytes, cork_bytes, eval;
	bool redir_ingress;
	struct sk_msg *cork;
	struct sk_psock_progs progs;
	struct strparser strp;
	u32 copied_seq, ingress_bytes;
	struct sk_buff_head ingress_skb;
	struct list_head ingress_msg;
	spinlock_t ingress_lock;
	@since(6.12) u32 msg_tot_len;
	unsigned long state;
	struct list_head link;
	spinlock_t link_lock;
	refcount_t refcnt;
	void (*saved_unhash)(struct sock *);
	void (*saved_destroy)(struct sock *);
	void (*saved_close)(struct sock *, long);
	void (*saved_write_space)(struct sock *);
	void (*saved_data_ready)(struct sock *);
	int (*psock_update_sk_prot)(struct sock *, struct sk_psock *, bool);
	struct proto *sk_proto;
	struct mutex work_mutex;
	struct sk_psock_work_state work_state;
	struct delayed_work work;
	struct sock *sk_pair;
	struct rcu_work rwork;
};

struct xdp_frame {
	void *data;
	u16 len, headroom;
	u32 metasize;
	struct xdp_mem_info mem;
	struct net_device *dev_rx;
	u32 frame_sz, flags;
};

@until(6.12)
struct bpf_array {
	struct bpf_map map;
	u32 elem_size, index_mask;
	struct bpf_array_aux *aux;
	union {
		char value[0];
		void *ptrs[0];
		void *pptrs[0];
	};
} __attribute__((aligned(64)));

@since(6.12)
struct bpf_array {
	struct bpf_map map;
	u32 elem_size, index_mask;
	struct bpf_array_aux *aux;
	union {
		struct {
			struct {
			} __empty_value;
			char value[0];
		};
		struct {
			struct {
			} __empty_ptrs;
			void *ptrs[0];
		};
		struct {
			struct {
			} __empty_pptrs;
			void *pptrs[0];
		};
	};
};

struct bpf_verifier_log {
	@since(6.12) {
		u64 start_pos, end_pos;
		char *ubuf;
	}
	u32 level;
	@until(6.12) {
		char kbuf[1024];
		char *ubuf;
		u32 len_used;
	}
	u32 len_total;
	@since(6.12) {
		u32 len_max;
		char kbuf[1024];
	}
};

struct btf_func_model {
	u8 ret_size;
	@since(6.12) u8 ret_flags;
	u8 nr_args, arg_size[12], arg_flags[12];
};

struct bpf_trampoline {
	struct hlist_node hlist;
	struct ftrace_ops *fops;
	struct mutex mutex;
	refcount_t refcnt;
	u32 flags;
	u64 key;
	struct {
		struct btf_func_model model;
		void *addr;
		bool ftrace_managed;
	} func;
	struct bpf_prog *extension_prog;
	struct hlist_head progs_hlist[3];
	int progs_cnt[3];
	struct bpf_tramp_image *cur_image;
	@until(6.12) struct module *mod;
};

struct bpf_trace_run_ctx {
	struct bpf_run_ctx run_ctx;
	u64 bpf_cookie;
	@since(6.12) bool is_uprobe;
};

struct bpf_cgroup_storage_key {
	__u64 cgroup_inode_id;
	__u32 attach_type;
};

struct bpf_cgroup_storage {
	union {
		struct bpf_storage_buffer *buf;
		void *percpu_buf;
	};
	struct bpf_cgroup_storage_map *map;
	struct bpf_cgroup_storage_key key;
	struct list_head list_map, list_cg;
	struct rb_node node;
	struct callback_head rcu;
};

struct bpf_local_storage_data {
	struct bpf_local_storage_map *smap;
	u8 data[0];
};

struct bpf_local_storage_elem {
	struct hlist_node map_node, snode;
	struct bpf_local_storage *local_storage;
	struct callback_head rcu;
	struct bpf_local_storage_data sdata __attribute__((aligned(16)));
} __attribute__((aligned(64)));
