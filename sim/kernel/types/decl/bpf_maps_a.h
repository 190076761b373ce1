/* Maps, links and iterators as the kernel keeps them: all members, all offsets. */

struct bpf_mem_alloc {
	struct bpf_mem_caches *caches;
	struct bpf_mem_cache *cache;
	@since(6.12) {
		struct obj_cgroup *objcg;
		bool percpu;
	}
	struct work_struct work;
	@since(6.12) {
		void (*dtor_ctx_free)(void *);
		void *dtor_ctx;
	}
};

struct pcpu_freelist_head {
	struct pcpu_freelist_node *first;
	raw_spinlock_t lock;
};

struct pcpu_freelist {
	struct pcpu_freelist_head *freelist;
	struct pcpu_freelist_head extralist;
};

struct bpf_lru_list {
	struct list_head lists[3];
	unsigned int counts[2];
	struct list_head *next_inactive_rotation;
	raw_spinlock_t lock;
} __attribute__((aligned(64)));

struct bpf_common_lru {
	struct bpf_lru_list lru_list;
	struct bpf_lru_locallist *local_list;
} __attribute__((aligned(64)));

typedef bool (*del_from_htab_func)(void *, struct bpf_lru_node *);

struct bpf_lru {
	union {
		struct bpf_common_lru common_lru;
		struct bpf_lru_list *percpu_lru;
	};
	del_from_htab_func del_from_htab;
	void *del_arg;
	unsigned int hash_offset;
	@since(6.12) unsigned int target_free;
	unsigned int nr_scans;
	bool percpu;
} __attribute__((aligned(64)));

struct bpf_htab {
	struct bpf_map map;
	struct bpf_mem_alloc ma, pcpu_ma;
	struct bucket *buckets;
	void *elems;
	union {
		struct pcpu_freelist freelist;
		struct bpf_lru lru;
	} __attribute__((aligned(32)));
	struct htab_elem **extra_elems;
	struct percpu_counter pcount;
	atomic_t count;
	bool use_percpu_counter;
	u32 n_buckets, elem_size, hashrnd;
	struct lock_class_key lockdep_key;
	int *map_locked[8];
} __attribute__((aligned(64)));

struct bpf_array_aux {
	struct list_head poke_progs;
	struct bpf_map *map;
	struct mutex poke_mutex;
	struct work_struct work;
};

struct bpf_ringbuf_map {
	struct bpf_map map;
	struct bpf_ringbuf *rb;
} __attribute__((aligned(64)));

struct bpf_cgroup_storage_map {
	struct bpf_map map;
	spinlock_t lock;
	struct rb_root root;
	struct list_head list;
} __attribute__((aligned(64)));

struct reuseport_array {
	struct bpf_map map;
	struct sock *ptrs[0];
};

@until(6.12)
struct bpf_stab {
	struct bpf_map map;
	struct sock **sks;
	struct sk_psock_progs progs;
	raw_spinlock_t lock;
} __attribute__((aligned(32)));

@since(6.12)
struct bpf_stab {
	struct bpf_map map;
	struct sock **sks;
	struct sk_psock_progs progs;
	spinlock_t lock;
};

struct bpf_shtab {
	struct bpf_map map;
	struct bpf_shtab_bucket *buckets;
	u32 buckets_num, elem_size;
	struct sk_psock_progs progs;
	atomic_t count;
} __attribute__((aligned(16)));

struct bpf_shtab_bucket {
	struct hlist_head head;
	@until(6.12) raw_spinlock_t lock;
	@since(6.12) spinlock_t lock;
};

struct bpf_dtab {
	struct bpf_map map;
	struct bpf_dtab_netdev **netdev_map;
	struct list_head list;
	struct hlist_head *dev_index_head;
	spinlock_t index_lock;
	unsigned int items;
	u32 n_buckets;
} __attribute__((aligned(32)));

struct bpf_cpu_map {
	struct bpf_map map;
	struct bpf_cpu_map_entry **cpu_map;
} __attribute__((aligned(64)));

struct bpf_cpu_map_entry {
	u32 cpu;
	int map_id;
	struct xdp_bulk_queue *bulkq;
	@until(6.12) struct bpf_cpu_map *cmap;
	struct ptr_ring *queue;
	struct task_struct *kthread;
	struct bpf_cpumap_val value;
	struct bpf_prog *prog;
	@until(6.12) {
		atomic_t refcnt;
		struct callback_head rcu;
		struct work_struct kthread_stop_wq;
	}
	struct completion kthread_running;
	@since(6.12) struct rcu_work free_work;
};

struct xsk_map {
	struct bpf_map map;
	spinlock_t lock;
	@since(6.12) atomic_t count;
	struct xdp_sock *xsk_map[0];
} __attribute__((aligned(64)));

struct lpm_trie {
	struct bpf_map map;
	struct lpm_trie_node *root;
	size_t n_entries, max_prefixlen, data_size;
	spinlock_t lock;
} __attribute__((aligned(32)));

struct lpm_trie_node {
	struct callback_head rcu;
	struct lpm_trie_node *child[2];
	u32 prefixlen, flags;
	u8 data[0];
};

struct bpf_queue_stack {
	struct bpf_map map;
	raw_spinlock_t lock;
	u32 head, tail, size;
	char elements[0];
} __attribute__((aligned(64)));

struct bpf_stack_map {
	struct bpf_map map;
	void *elems;
	struct pcpu_freelist freelist;
	u32 n_buckets;
	struct stack_map_bucket *buckets[0];
} __attribute__((aligned(32)));

struct bpf_offloaded_map {
	struct bpf_map map;
	struct net_device *netdev;
	const struct bpf_map_dev_ops *dev_ops;
	void *dev_priv;
	struct list_head offloads;
} __attribute__((aligned(32)));

@until(6.12)
struct bpf_local_storage_map {
	struct bpf_map map;
	struct bpf_local_storage_map_bucket *buckets;
	u32 bucket_log;
	u16 elem_size, cache_idx;
} __attribute__((aligned(64)));

@since(6.12)
struct bpf_local_storage_map {
	struct bpf_map map;
	struct bpf_local_storage_map_bucket *buckets;
	u32 bucket_log;
	u16 elem_size, cache_idx;
	struct bpf_mem_alloc selem_ma, storage_ma;
	bool bpf_ma;
};

struct bpf_local_storage_map_bucket {
	struct hlist_head list;
	raw_spinlock_t lock;
};

@until(6.12)
struct bpf_bloom_filter {
	struct bpf_map map;
	u32 bitset_mask, hash_seed, aligned_u32_count, nr_hash_funcs;
	unsigned long bitset[0];
} __attribute__((aligned(64)));

@since(6.12)
struct bpf_bloom_filter {
	struct bpf_map map;
	u32 bitset_mask, hash_seed, nr_hash_funcs;
	unsigned long bitset[0];
};

@until(6.12)
enum bpf_struct_ops_state {
	BPF_STRUCT_OPS_STATE_INIT, BPF_STRUCT_OPS_STATE_INUSE, BPF_STRUCT_OPS_STATE_TOBEFREE
};

@since(6.12)
enum bpf_struct_ops_state {
	BPF_STRUCT_OPS_STATE_INIT, BPF_STRUCT_OPS_STATE_INUSE, BPF_STRUCT_OPS_STATE_TOBEFREE,
	BPF_STRUCT_OPS_STATE_READY
};

@since(6.12)
struct bpf_struct_ops_common_value {
	refcount_t refcnt;
	enum bpf_struct_ops_state state;
};

struct bpf_struct_ops_value {
	@until(6.12) {
		refcount_t refcnt;
		enum bpf_struct_ops_state state;
		char data[0] __attribute__((aligned(64)));
	}
	@since(6.12) {
		struct bpf_struct_ops_common_value common;
		char data[0] __attribute__((aligned(64)));
	}
};

struct bpf_struct_ops_map {
	struct bpf_map map;
	struct callback_head rcu;
	@until(6.12) const struct bpf_struct_ops *st_ops;
	@since(6.12) const struct bpf_struct_ops_desc *st_ops_desc;
	struct mutex lock;
	struct bpf_link **links;
	@until(6.12) void *image;
	@since(6.12) {
		struct bpf_ksym **ksyms;
		u32 funcs_cnt, image_pages_cnt;
		void *image_pages[8];
		struct btf *btf;
	}
	struct bpf_struct_ops_value *uvalue;
	struct bpf_struct_ops_value kvalue __attribute__((aligned(64)));
};

struct bpf_struct_ops {
	const struct bpf_verifier_ops *verifier_ops;
	int (*init)(struct btf *);
	@until(6.12) int (*check_member)(const struct btf_type *, const struct btf_member *);
	@since(6.12) int (*check_member)(const struct btf_type *, const struct btf_member *,
		const struct bpf_prog *);
	int (*init_member)(const struct btf_type *, const struct btf_member *, void *,
		const void *);
	@until(6.12) {
		int (*reg)(void *);
		void (*unreg)(void *);
		const struct btf_type *type;
		const struct btf_type *value_type;
		const char *name;
	}
	@since(6.12) {
		int (*reg)(void *, struct bpf_link *);
		void (*unreg)(void *, struct bpf_link *);
		int (*update)(void *, void *, struct bpf_link *);
		int (*validate)(void *);
		void *cfi_stubs;
		struct module *owner;
		const char *name;
	}
	struct btf_func_model func_models[64];
	@until(6.12) {
		u32 type_id, value_id;
	}
};

struct pcpu_freelist_node { struct pcpu_freelist_node *next; };

struct bpf_lru_node {
	struct list_head list;
	u16 cpu;
	u8 type, ref;
};

struct htab_elem {
	union {
		struct hlist_nulls_node hash_node;
		struct {
			void *padding;
			union {
				struct pcpu_freelist_node fnode;
				struct htab_elem *batch_flink;
			};
		};
	};
	union {
		void *ptr_to_pptr;
		struct bpf_lru_node lru_node;
	};
	u32 hash;
	char key[0] __attribute__((aligned(8)));
};

struct bucket {
	struct hlist_nulls_head head;
	raw_spinlock_t raw_lock;
};

struct bpf_mem_cache {
	struct llist_head free_llist;
	local_t active;
	struct llist_head free_llist_extra;
	struct irq_work refill_work;
	struct obj_cgroup *objcg;
	int unit_size, free_cnt, low_watermark, high_watermark, batch, percpu_size;
	@since(6.12) {
		bool draining;
		struct bpf_mem_cache *tgt;
		void (*dtor)(void *, void *);
		void *dtor_ctx;
		struct llist_head free_by_rcu;
		struct llist_node *free_by_rcu_tail;
		struct llist_head waiting_for_gp;
		struct llist_node *waiting_for_gp_tail;
	}
	struct callback_head rcu;
	@until(6.12) {
		struct llist_head free_by_rcu, waiting_for_gp;
	}
	atomic_t call_rcu_in_progress;
	@since(6.12) {
		struct llist_head free_llist_extra_rcu, free_by_rcu_ttrace;
		struct llist_head waiting_for_gp_ttrace;
		struct callback_head rcu_ttrace;
		atomic_t call_rcu_ttrace_in_progress;
		raw_spinlock_t lock;
	}
};

struct bpf_ringbuf_hdr { u32 len, pg_off; };
typedef long long __kernel_time64_t;

struct kallsym_iter {
	loff_t pos;
	@until(6.12) loff_t pos_arch_end;
	loff_t pos_mod_end, pos_ftrace_mod_end, pos_bpf_end;
	unsigned long value;
	unsigned int nameoff;
	@until(6.12) {
		char type, name[512], module_name[56];
	}
	@since(6.12) {
		char type, name[512], module_name[56];
	}
	int exported, show_value;
};

struct bpf_iter_seq_map_info { u32 map_id; };

struct bpf_iter_seq_array_map_info {
	struct bpf_map *map;
	void *percpu_value_buf;
	u32 index;
};

struct bpf_iter_seq_hash_map_info {
	struct bpf_map *map;
	struct bpf_htab *htab;
	void *percpu_value_buf;
	u32 bucket_id, skip_elems;
};

struct bpf_iter_seq_task_common {
	struct pid_namespace *ns;
	enum bpf_iter_task_type type;
	u32 pid, pid_visiting;
};

struct bpf_iter_seq_task_info {
	struct bpf_iter_seq_task_common common;
	u32 tid;
};

struct bpf_iter_seq_task_file_info {
	struct bpf_iter_seq_task_common common;
	struct task_struct *task;
	u32 tid, fd;
};

struct bpf_iter_seq_link_info { u32 link_id; };
struct bpf_iter_seq_prog_info { u32 prog_id; };

struct bpf_tramp_link {
	struct bpf_link link;
	struct hlist_node tramp_hlist;
	u64 cookie;
};

struct bpf_tracing_link {
	struct bpf_tramp_link link;
	enum bpf_attach_type attach_type;
	struct bpf_trampoline *trampoline;
	struct bpf_prog *tgt_prog;
};

struct bpf_raw_tp_link {
	struct bpf_link link;
	struct bpf_raw_event_map *btp;
	@since(6.12) u64 cookie;
};

struct bpf_perf_link {
	struct bpf_link link;
	struct file *perf_file;
};

struct bpf_cgroup_link {
	struct bpf_link link;
	struct cgroup *cgroup;
	enum bpf_attach_type type;
};

struct bpf_iter_link {
	struct bpf_link link;
	struct bpf_iter_aux_info aux;
	struct bpf_iter_target_info *tinfo;
};

struct bpf_iter_priv_data {
	struct bpf_iter_target_info *tinfo;
	const struct bpf_iter_seq_info *seq_info;
	struct bpf_prog *prog;
	u64 session_id, seq_num;
	bool done_stop;
	u8 target_private[0] __attribute__((aligned(8)));
};

struct bpf_iter_target_info {
	struct list_head list;
	const struct bpf_iter_reg *reg_info;
	u32 btf_id;
};

typedef int (*bpf_iter_attach_target_t)(struct bpf_prog *, union bpf_iter_link_info *,
	struct bpf_iter_aux_info *);
typedef void (*bpf_iter_detach_target_t)(struct bpf_iter_aux_info *);
typedef void (*bpf_iter_show_fdinfo_t)(const struct bpf_iter_aux_info *, struct seq_file *);
typedef int (*bpf_iter_fill_link_info_t)(const struct bpf_iter_aux_info *,
	struct bpf_link_info *);
typedef const struct bpf_func_proto *(*bpf_iter_get_func_proto_t)(enum bpf_func_id,
	const struct bpf_prog *);

@until(6.12)
enum bpf_reg_type {
	NOT_INIT, SCALAR_VALUE, PTR_TO_CTX, CONST_PTR_TO_MAP, PTR_TO_MAP_VALUE, PTR_TO_MAP_KEY,
	PTR_TO_STACK, PTR_TO_PACKET_META, PTR_TO_PACKET, PTR_TO_PACKET_END, PTR_TO_FLOW_KEYS,
	PTR_TO_SOCKET, PTR_TO_SOCK_COMMON, PTR_TO_TCP_SOCK, PTR_TO_TP_BUFFER, PTR_TO_XDP_SOCK,
	PTR_TO_BTF_ID, PTR_TO_MEM, PTR_TO_BUF, PTR_TO_FUNC, PTR_TO_DYNPTR, __BPF_REG_TYPE_MAX,
	PTR_TO_MAP_VALUE_OR_NULL = 260, PTR_TO_SOCKET_OR_NULL = 267, PTR_TO_SOCK_COMMON_OR_NULL,
	PTR_TO_TCP_SOCK_OR_NULL, PTR_TO_BTF_ID_OR_NULL = 272, __BPF_REG_TYPE_LIMIT = 134217727
};

@since(6.12)
enum bpf_reg_type {
	NOT_INIT, SCALAR_VALUE, PTR_TO_CTX, CONST_PTR_TO_MAP, PTR_TO_MAP_VALUE, PTR_TO_MAP_KEY,
	PTR_TO_STACK, PTR_TO_PACKET_META, PTR_TO_PACKET, PTR_TO_PACKET_END, PTR_TO_FLOW_KEYS,
	PTR_TO_SOCKET, PTR_TO_SOCK_COMMON, PTR_TO_TCP_SOCK, PTR_TO_TP_BUFFER, PTR_TO_XDP_SOCK,
	PTR_TO_BTF_ID, PTR_TO_MEM, PTR_TO_ARENA, PTR_TO_BUF, PTR_TO_FUNC, CONST_PTR_TO_DYNPTR,
	__BPF_REG_TYPE_MAX, PTR_TO_MAP_VALUE_OR_NULL = 260, PTR_TO_SOCKET_OR_NULL = 267,
	PTR_TO_SOCK_COMMON_OR_NULL, PTR_TO_TCP_SOCK_OR_NULL, PTR_TO_BTF_ID_OR_NULL = 272,
	__BPF_REG_TYPE_LIMIT = 134217727
};

struct bpf_ctx_arg_aux {
	u32 offset;
	enum bpf_reg_type reg_type;
	@since(6.12) struct btf *btf;
	u32 btf_id;
};

struct bpf_iter_reg {
	const char *target;
	bpf_iter_attach_target_t attach_target;
	bpf_iter_detach_target_t detach_target;
	bpf_iter_show_fdinfo_t show_fdinfo;
	bpf_iter_fill_link_info_t fill_link_info;
	bpf_iter_get_func_proto_t get_func_proto;
	u32 ctx_arg_info_size, feature;
	struct bpf_ctx_arg_aux ctx_arg_info[2];
	const struct bpf_iter_seq_info *seq_info;
};

typedef u8 kprobe_opcode_t;
typedef int (*kprobe_pre_handler_t)(struct kprobe *, struct pt_regs *);
typedef void (*kprobe_post_handler_t)(struct kprobe *, struct pt_regs *, unsigned long);
typedef int (*kretprobe_handler_t)(struct kretprobe_instance *, struct pt_regs *);

@until(6.12)
enum uprobe_filter_ctx {
	UPROBE_FILTER_REGISTER, UPROBE_FILTER_UNREGISTER, UPROBE_FILTER_MMAP
};

struct bpf_flow_dissector {
	struct bpf_flow_keys *flow_keys;
	const struct sk_buff *skb;
	const void *data;
	const void *data_end;
};

struct bpf_nh_params {
	u32 nh_family;
	union {
		u32 ipv4_nh;
		struct in6_addr ipv6_nh;
	};
};

struct bpf_redirect_info {
	@until(6.12) {
		u32 flags, tgt_index;
	}
	@since(6.12) u64 tgt_index;
	void *tgt_value;
	struct bpf_map *map;
	@since(6.12) u32 flags;
	u32 map_id;
	enum bpf_map_type map_type;
	@since(6.12) struct bpf_nh_params nh;
	u32 kern_flags;
	@until(6.12) struct bpf_nh_params nh;
};

struct qdisc_skb_cb {
	struct {
		unsigned int pkt_len;
		u16 slave_dev_queue_mapping, tc_classid;
	};
	unsigned char data[20];
};

struct bpf_skb_data_end {
	struct qdisc_skb_cb qdisc_cb;
	void *data_meta;
	void *data_end;
};

struct bpf_dtab_netdev {
	struct net_device *dev;
	struct hlist_node index_hlist;
	@until(6.12) struct bpf_dtab *dtab;
	struct bpf_prog *xdp_prog;
	struct callback_head rcu;
	unsigned int idx;
	struct bpf_devmap_val val;
};

struct bpf_prog_offload {
	struct bpf_prog *prog;
	struct net_device *netdev;
	struct bpf_offload_dev *offdev;
	void *dev_priv;
	struct list_head offloads;
	bool dev_state, opt_failed;
	void *jited_image;
	u32 jited_len;
};
