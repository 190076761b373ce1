/* BPF programs, maps and links; performance events: all members, all offsets. */

struct bpf_map {
	const struct bpf_map_ops *ops;
	struct bpf_map *inner_map_meta;
	void *security;
	enum bpf_map_type map_type;
	u32 key_size, value_size, max_entries;
	u64 map_extra;
	u32 map_flags;
	@until(6.12) {
		int spin_lock_off;
		struct bpf_map_value_off *kptr_off_tab;
		int timer_off;
	}
	u32 id;
	@since(6.12) struct btf_record *record;
	int numa_node;
	u32 btf_key_type_id, btf_value_type_id, btf_vmlinux_value_type_id;
	struct btf *btf;
	struct obj_cgroup *objcg;
	@until(6.12) {
		char name[16];
		struct bpf_map_off_arr *off_arr;
	}
	@since(6.12) {
		char name[16];
		struct mutex freeze_mutex;
	}
	atomic64_t refcnt, usercnt;
	union {
		struct work_struct work;
		struct callback_head rcu;
	};
	@until(6.12) struct mutex freeze_mutex;
	atomic64_t writecnt;
	spinlock_t owner_lock;
	struct bpf_map_owner *owner;
	bool bypass_spec_v1, frozen, free_after_mult_rcu_gp;
	@since(6.12) {
		bool free_after_rcu_gp;
		atomic64_t sleepable_refcnt;
	}
	s64 *elem_count;
	u64 cookie;
};

@until(6.12)
enum bpf_prog_type {
	BPF_PROG_TYPE_UNSPEC, BPF_PROG_TYPE_SOCKET_FILTER, BPF_PROG_TYPE_KPROBE,
	BPF_PROG_TYPE_SCHED_CLS, BPF_PROG_TYPE_SCHED_ACT, BPF_PROG_TYPE_TRACEPOINT,
	BPF_PROG_TYPE_XDP, BPF_PROG_TYPE_PERF_EVENT, BPF_PROG_TYPE_CGROUP_SKB,
	BPF_PROG_TYPE_CGROUP_SOCK, BPF_PROG_TYPE_LWT_IN, BPF_PROG_TYPE_LWT_OUT,
	BPF_PROG_TYPE_LWT_XMIT, BPF_PROG_TYPE_SOCK_OPS, BPF_PROG_TYPE_SK_SKB,
	BPF_PROG_TYPE_CGROUP_DEVICE, BPF_PROG_TYPE_SK_MSG, BPF_PROG_TYPE_RAW_TRACEPOINT,
	BPF_PROG_TYPE_CGROUP_SOCK_ADDR, BPF_PROG_TYPE_LWT_SEG6LOCAL, BPF_PROG_TYPE_LIRC_MODE2,
	BPF_PROG_TYPE_SK_REUSEPORT, BPF_PROG_TYPE_FLOW_DISSECTOR, BPF_PROG_TYPE_CGROUP_SYSCTL,
	BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE, BPF_PROG_TYPE_CGROUP_SOCKOPT,
	BPF_PROG_TYPE_TRACING, BPF_PROG_TYPE_STRUCT_OPS, BPF_PROG_TYPE_EXT, BPF_PROG_TYPE_LSM,
	BPF_PROG_TYPE_SK_LOOKUP, BPF_PROG_TYPE_SYSCALL
};

@since(6.12)
enum bpf_prog_type {
	BPF_PROG_TYPE_UNSPEC, BPF_PROG_TYPE_SOCKET_FILTER, BPF_PROG_TYPE_KPROBE,
	BPF_PROG_TYPE_SCHED_CLS, BPF_PROG_TYPE_SCHED_ACT, BPF_PROG_TYPE_TRACEPOINT,
	BPF_PROG_TYPE_XDP, BPF_PROG_TYPE_PERF_EVENT, BPF_PROG_TYPE_CGROUP_SKB,
	BPF_PROG_TYPE_CGROUP_SOCK, BPF_PROG_TYPE_LWT_IN, BPF_PROG_TYPE_LWT_OUT,
	BPF_PROG_TYPE_LWT_XMIT, BPF_PROG_TYPE_SOCK_OPS, BPF_PROG_TYPE_SK_SKB,
	BPF_PROG_TYPE_CGROUP_DEVICE, BPF_PROG_TYPE_SK_MSG, BPF_PROG_TYPE_RAW_TRACEPOINT,
	BPF_PROG_TYPE_CGROUP_SOCK_ADDR, BPF_PROG_TYPE_LWT_SEG6LOCAL, BPF_PROG_TYPE_LIRC_MODE2,
	BPF_PROG_TYPE_SK_REUSEPORT, BPF_PROG_TYPE_FLOW_DISSECTOR, BPF_PROG_TYPE_CGROUP_SYSCTL,
	BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE, BPF_PROG_TYPE_CGROUP_SOCKOPT,
	BPF_PROG_TYPE_TRACING, BPF_PROG_TYPE_STRUCT_OPS, BPF_PROG_TYPE_EXT, BPF_PROG_TYPE_LSM,
	BPF_PROG_TYPE_SK_LOOKUP, BPF_PROG_TYPE_SYSCALL, BPF_PROG_TYPE_NETFILTER,
	__MAX_BPF_PROG_TYPE
};

@until(6.12)
enum bpf_attach_type {
	BPF_CGROUP_INET_INGRESS, BPF_CGROUP_INET_EGRESS, BPF_CGROUP_INET_SOCK_CREATE,
	BPF_CGROUP_SOCK_OPS, BPF_SK_SKB_STREAM_PARSER, BPF_SK_SKB_STREAM_VERDICT,
	BPF_CGROUP_DEVICE, BPF_SK_MSG_VERDICT, BPF_CGROUP_INET4_BIND, BPF_CGROUP_INET6_BIND,
	BPF_CGROUP_INET4_CONNECT, BPF_CGROUP_INET6_CONNECT, BPF_CGROUP_INET4_POST_BIND,
	BPF_CGROUP_INET6_POST_BIND, BPF_CGROUP_UDP4_SENDMSG, BPF_CGROUP_UDP6_SENDMSG,
	BPF_LIRC_MODE2, BPF_FLOW_DISSECTOR, BPF_CGROUP_SYSCTL, BPF_CGROUP_UDP4_RECVMSG,
	BPF_CGROUP_UDP6_RECVMSG, BPF_CGROUP_GETSOCKOPT, BPF_CGROUP_SETSOCKOPT, BPF_TRACE_RAW_TP,
	BPF_TRACE_FENTRY, BPF_TRACE_FEXIT, BPF_MODIFY_RETURN, BPF_LSM_MAC, BPF_TRACE_ITER,
	BPF_CGROUP_INET4_GETPEERNAME, BPF_CGROUP_INET6_GETPEERNAME, BPF_CGROUP_INET4_GETSOCKNAME,
	BPF_CGROUP_INET6_GETSOCKNAME, BPF_XDP_DEVMAP, BPF_CGROUP_INET_SOCK_RELEASE,
	BPF_XDP_CPUMAP, BPF_SK_LOOKUP, BPF_XDP, BPF_SK_SKB_VERDICT, BPF_SK_REUSEPORT_SELECT,
	BPF_SK_REUSEPORT_SELECT_OR_MIGRATE, BPF_PERF_EVENT,
	@since(5.18) BPF_TRACE_KPROBE_MULTI, // 0dcac2725406
	@since(6.0) BPF_LSM_CGROUP, // 69fd337a975c
	__MAX_BPF_ATTACH_TYPE
};

@since(6.12)
enum bpf_attach_type {
	BPF_CGROUP_INET_INGRESS, BPF_CGROUP_INET_EGRESS, BPF_CGROUP_INET_SOCK_CREATE,
	BPF_CGROUP_SOCK_OPS, BPF_SK_SKB_STREAM_PARSER, BPF_SK_SKB_STREAM_VERDICT,
	BPF_CGROUP_DEVICE, BPF_SK_MSG_VERDICT, BPF_CGROUP_INET4_BIND, BPF_CGROUP_INET6_BIND,
	BPF_CGROUP_INET4_CONNECT, BPF_CGROUP_INET6_CONNECT, BPF_CGROUP_INET4_POST_BIND,
	BPF_CGROUP_INET6_POST_BIND, BPF_CGROUP_UDP4_SENDMSG, BPF_CGROUP_UDP6_SENDMSG,
	BPF_LIRC_MODE2, BPF_FLOW_DISSECTOR, BPF_CGROUP_SYSCTL, BPF_CGROUP_UDP4_RECVMSG,
	BPF_CGROUP_UDP6_RECVMSG, BPF_CGROUP_GETSOCKOPT, BPF_CGROUP_SETSOCKOPT, BPF_TRACE_RAW_TP,
	BPF_TRACE_FENTRY, BPF_TRACE_FEXIT, BPF_MODIFY_RETURN, BPF_LSM_MAC, BPF_TRACE_ITER,
	BPF_CGROUP_INET4_GETPEERNAME, BPF_CGROUP_INET6_GETPEERNAME, BPF_CGROUP_INET4_GETSOCKNAME,
	BPF_CGROUP_INET6_GETSOCKNAME, BPF_XDP_DEVMAP, BPF_CGROUP_INET_SOCK_RELEASE,
	BPF_XDP_CPUMAP, BPF_SK_LOOKUP, BPF_XDP, BPF_SK_SKB_VERDICT, BPF_SK_REUSEPORT_SELECT,
	BPF_SK_REUSEPORT_SELECT_OR_MIGRATE, BPF_PERF_EVENT, BPF_TRACE_KPROBE_MULTI,
	BPF_LSM_CGROUP, BPF_STRUCT_OPS, BPF_NETFILTER, BPF_TCX_INGRESS, BPF_TCX_EGRESS,
	BPF_TRACE_UPROBE_MULTI, BPF_CGROUP_UNIX_CONNECT, BPF_CGROUP_UNIX_SENDMSG,
	BPF_CGROUP_UNIX_RECVMSG, BPF_CGROUP_UNIX_GETPEERNAME, BPF_CGROUP_UNIX_GETSOCKNAME,
	BPF_NETKIT_PRIMARY, BPF_NETKIT_PEER, BPF_TRACE_KPROBE_SESSION, __MAX_BPF_ATTACH_TYPE
};

struct sock_filter {
	__u16 code;
	__u8 jt, jf;
	__u32 k;
};

struct bpf_insn {
	__u8 code, dst_reg : 4, src_reg : 4;
	__s16 off;
	__s32 imm;
};

struct bpf_prog {
	u16 pages, jited : 1, jit_requested : 1, gpl_compatible : 1, cb_access : 1;
	u16 dst_needed : 1, blinding_requested : 1, blinded : 1, is_func : 1;
	u16 kprobe_override : 1, has_callchain_buf : 1, enforce_expected_attach_type : 1;
	u16 call_get_stack : 1, call_get_func_ip : 1, tstamp_type_access : 1;
	@since(6.12) u16 sleepable : 1;
	enum bpf_prog_type type;
	enum bpf_attach_type expected_attach_type;
	u32 len, jited_len;
	u8 tag[8];
	struct bpf_prog_stats *stats;
	int *active;
	unsigned int (*bpf_func)(const void *, const struct bpf_insn *);
	struct bpf_prog_aux *aux;
	struct sock_fprog_kern *orig_prog;
	union {
		struct {
			struct {
			} __empty_insns;
			struct sock_filter insns[0];
		};
		struct {
			struct {
			} __empty_insnsi;
			struct bpf_insn insnsi[0];
		};
	};
};

struct bpf_ksym {
	unsigned long start, end;
	char name[512];
	struct list_head lnode;
	struct latch_tree_node tnode;
	bool prog;
};

struct bpf_prog_aux {
	atomic64_t refcnt;
	u32 used_map_cnt, used_btf_cnt, max_ctx_offset, max_pkt_offset, max_tp_access;
	u32 stack_depth, id, func_cnt;
	@since(6.12) u32 real_func_cnt;
	u32 func_idx, attach_btf_id, ctx_arg_info_size, max_rdonly_access, max_rdwr_access;
	struct btf *attach_btf;
	const struct bpf_ctx_arg_aux *ctx_arg_info;
	struct mutex dst_mutex;
	struct bpf_prog *dst_prog;
	struct bpf_trampoline *dst_trampoline;
	enum bpf_prog_type saved_dst_prog_type;
	enum bpf_attach_type saved_dst_attach_type;
	bool verifier_zext;
	@since(6.12) bool dev_bound;
	bool offload_requested, attach_btf_trace;
	@since(6.12) bool attach_tracing_prog;
	bool func_proto_unreliable;
	@until(6.12) bool sleepable;
	bool tail_call_reachable, xdp_has_frags;
	@since(6.12) {
		bool exception_cb, exception_boundary;
	}
	bool is_extended;
	@since(6.12) bool changes_pkt_data;
	u64 prog_array_member_cnt;
	struct mutex ext_mutex;
	@since(6.12) struct bpf_arena *arena;
	const struct btf_type *attach_func_proto;
	@until(6.12) const char *attach_func_name;
	@since(6.12) const char *attach_func_name;
	struct bpf_prog **func;
	void *jit_data;
	struct bpf_jit_poke_descriptor *poke_tab;
	struct bpf_kfunc_desc_tab *kfunc_tab;
	struct bpf_kfunc_btf_tab *kfunc_btf_tab;
	u32 size_poke_tab;
	struct bpf_ksym ksym;
	const struct bpf_prog_ops *ops;
	struct bpf_map **used_maps;
	struct mutex used_maps_mutex;
	struct btf_mod_pair *used_btfs;
	struct bpf_prog *prog;
	struct user_struct *user;
	u64 load_time;
	u32 verified_insns;
	int cgroup_atype;
	struct bpf_map *cgroup_storage[2];
	@until(6.12) char name[16];
	@since(6.12) {
		char name[16];
		u64 (*bpf_exception_cb)(u64, u64, u64, u64, u64);
	}
	void *security;
	@since(6.12) struct bpf_token *token;
	struct bpf_prog_offload *offload;
	struct btf *btf;
	struct bpf_func_info *func_info;
	struct bpf_func_info_aux *func_info_aux;
	struct bpf_line_info *linfo;
	void **jited_linfo;
	u32 func_info_cnt, nr_linfo, linfo_idx;
	@since(6.12) struct module *mod;
	u32 num_exentries;
	struct exception_table_entry *extable;
	union {
		struct work_struct work;
		struct callback_head rcu;
	};
};

typedef u64 (*bpf_callback_t)(u64, u64, u64, u64, u64);

struct bpf_map_ops {
	int (*map_alloc_check)(union bpf_attr *);
	struct bpf_map *(*map_alloc)(union bpf_attr *);
	void (*map_release)(struct bpf_map *, struct file *);
	void (*map_free)(struct bpf_map *);
	int (*map_get_next_key)(struct bpf_map *, void *, void *);
	void (*map_release_uref)(struct bpf_map *);
	void *(*map_lookup_elem_sys_only)(struct bpf_map *, void *);
	int (*map_lookup_batch)(struct bpf_map *, const union bpf_attr *, union bpf_attr *);
	int (*map_lookup_and_delete_elem)(struct bpf_map *, void *, void *, u64);
	int (*map_lookup_and_delete_batch)(struct bpf_map *, const union bpf_attr *,
		union bpf_attr *);
	@until(6.12) int (*map_update_batch)(struct bpf_map *, const union bpf_attr *,
		union bpf_attr *);
	@since(6.12) int (*map_update_batch)(struct bpf_map *, struct file *,
		const union bpf_attr *, union bpf_attr *);
	int (*map_delete_batch)(struct bpf_map *, const union bpf_attr *, union bpf_attr *);
	void *(*map_lookup_elem)(struct bpf_map *, void *);
	@until(6.12) {
		int (*map_update_elem)(struct bpf_map *, void *, void *, u64);
		int (*map_delete_elem)(struct bpf_map *, void *);
		int (*map_push_elem)(struct bpf_map *, void *, u64);
		int (*map_pop_elem)(struct bpf_map *, void *);
		int (*map_peek_elem)(struct bpf_map *, void *);
	}
	@since(6.12) {
		long (*map_update_elem)(struct bpf_map *, void *, void *, u64);
		long (*map_delete_elem)(struct bpf_map *, void *);
		long (*map_push_elem)(struct bpf_map *, void *, u64);
		long (*map_pop_elem)(struct bpf_map *, void *);
		long (*map_peek_elem)(struct bpf_map *, void *);
	}
	void *(*map_lookup_percpu_elem)(struct bpf_map *, void *, u32);
	void *(*map_fd_get_ptr)(struct bpf_map *, struct file *, int);
	void (*map_fd_put_ptr)(struct bpf_map *, void *, bool);
	int (*map_gen_lookup)(struct bpf_map *, struct bpf_insn *);
	u32 (*map_fd_sys_lookup_elem)(void *);
	void (*map_seq_show_elem)(struct bpf_map *, void *, struct seq_file *);
	int (*map_check_btf)(const struct bpf_map *, const struct btf *, const struct btf_type *,
		const struct btf_type *);
	int (*map_poke_track)(struct bpf_map *, struct bpf_prog_aux *);
	void (*map_poke_untrack)(struct bpf_map *, struct bpf_prog_aux *);
	void (*map_poke_run)(struct bpf_map *, u32, struct bpf_prog *, struct bpf_prog *);
	int (*map_direct_value_addr)(const struct bpf_map *, u64 *, u32);
	int (*map_direct_value_meta)(const struct bpf_map *, u64, u32 *);
	int (*map_mmap)(struct bpf_map *, struct vm_area_struct *);
	__poll_t (*map_poll)(struct bpf_map *, struct file *, struct poll_table_struct *);
	@since(6.12) unsigned long (*map_get_unmapped_area)(struct file *, unsigned long,
		unsigned long, unsigned long, unsigned long);
	int (*map_local_storage_charge)(struct bpf_local_storage_map *, void *, u32);
	void (*map_local_storage_uncharge)(struct bpf_local_storage_map *, void *, u32);
	struct bpf_local_storage **(*map_owner_storage_ptr)(void *);
	@until(6.12) int (*map_redirect)(struct bpf_map *, u32, u64);
	@since(6.12) long (*map_redirect)(struct bpf_map *, u64, u64);
	bool (*map_meta_equal)(const struct bpf_map *, const struct bpf_map *);
	int (*map_set_for_each_callback_args)(struct bpf_verifier_env *, struct bpf_func_state *,
		struct bpf_func_state *);
	@until(6.12) int (*map_for_each_callback)(struct bpf_map *, bpf_callback_t, void *, u64);
	@since(6.12) {
		long (*map_for_each_callback)(struct bpf_map *, bpf_callback_t, void *, u64);
		u64 (*map_mem_usage)(const struct bpf_map *);
	}
	int *map_btf_id;
	const struct bpf_iter_seq_info *iter_seq_info;
};

@until(6.12)
enum bpf_link_type {
	BPF_LINK_TYPE_UNSPEC, BPF_LINK_TYPE_RAW_TRACEPOINT, BPF_LINK_TYPE_TRACING,
	BPF_LINK_TYPE_CGROUP, BPF_LINK_TYPE_ITER, BPF_LINK_TYPE_NETNS, BPF_LINK_TYPE_XDP,
	BPF_LINK_TYPE_PERF_EVENT,
	@since(5.18) BPF_LINK_TYPE_KPROBE_MULTI, // 0dcac2725406
	@since(5.19) BPF_LINK_TYPE_STRUCT_OPS, // f7e0beaf39d3
	MAX_BPF_LINK_TYPE
};

@since(6.12)
enum bpf_link_type {
	BPF_LINK_TYPE_UNSPEC, BPF_LINK_TYPE_RAW_TRACEPOINT, BPF_LINK_TYPE_TRACING,
	BPF_LINK_TYPE_CGROUP, BPF_LINK_TYPE_ITER, BPF_LINK_TYPE_NETNS, BPF_LINK_TYPE_XDP,
	BPF_LINK_TYPE_PERF_EVENT, BPF_LINK_TYPE_KPROBE_MULTI, BPF_LINK_TYPE_STRUCT_OPS,
	BPF_LINK_TYPE_NETFILTER, BPF_LINK_TYPE_TCX, BPF_LINK_TYPE_UPROBE_MULTI,
	BPF_LINK_TYPE_NETKIT, BPF_LINK_TYPE_SOCKMAP, __MAX_BPF_LINK_TYPE
};

struct bpf_link {
	atomic64_t refcnt;
	u32 id;
	enum bpf_link_type type;
	const struct bpf_link_ops *ops;
	struct bpf_prog *prog;
	union {
		struct callback_head rcu;
		struct work_struct work;
	};
};

struct irq_work {
	struct __call_single_node node;
	void (*func)(struct irq_work *);
	struct rcuwait irqwait;
};

struct bpf_ringbuf {
	wait_queue_head_t waitq;
	struct irq_work work;
	u64 mask;
	struct page **pages;
	int nr_pages;
	raw_spinlock_t spinlock __attribute__((aligned(64)));
	atomic_t busy __attribute__((aligned(64)));
	unsigned long consumer_pos __attribute__((aligned(4096)));
	unsigned long producer_pos __attribute__((aligned(4096)));
	unsigned long pending_pos;
	char data[0] __attribute__((aligned(4096)));
};

struct bpf_perf_event_data_kern {
	bpf_user_pt_regs_t *regs;
	struct perf_sample_data *data;
	struct perf_event *event;
};

enum perf_event_state {
	PERF_EVENT_STATE_DEAD = -4, PERF_EVENT_STATE_EXIT, PERF_EVENT_STATE_ERROR,
	PERF_EVENT_STATE_OFF, PERF_EVENT_STATE_INACTIVE, PERF_EVENT_STATE_ACTIVE
};

typedef struct { atomic_long_t a; } local_t;
typedef struct { local_t a; } local64_t;

struct perf_event_attr {
	__u32 type, size;
	__u64 config;
	union {
		__u64 sample_period, sample_freq;
	};
	__u64 sample_type, read_format, disabled : 1, inherit : 1, pinned : 1, exclusive : 1;
	__u64 exclude_user : 1, exclude_kernel : 1, exclude_hv : 1, exclude_idle : 1, mmap : 1;
	__u64 comm : 1, freq : 1, inherit_stat : 1, enable_on_exec : 1, task : 1;
	__u64 watermark : 1, precise_ip : 2, mmap_data : 1, sample_id_all : 1;
	__u64 exclude_host : 1, exclude_guest : 1, exclude_callchain_kernel : 1;
	__u64 exclude_callchain_user : 1, mmap2 : 1, comm_exec : 1, use_clockid : 1;
	__u64 context_switch : 1, write_backward : 1, namespaces : 1, ksymbol : 1;
	__u64 bpf_event : 1, aux_output : 1, cgroup : 1, text_poke : 1, build_id : 1;
	__u64 inherit_thread : 1, remove_on_exec : 1, sigtrap : 1, __reserved_1 : 26;
	union {
		__u32 wakeup_events, wakeup_watermark;
	};
	__u32 bp_type;
	union {
		__u64 bp_addr, kprobe_func, uprobe_path, config1;
	};
	union {
		__u64 bp_len, kprobe_addr, probe_offset, config2;
	};
	__u64 branch_sample_type, sample_regs_user;
	__u32 sample_stack_user;
	__s32 clockid;
	__u64 sample_regs_intr;
	__u32 aux_watermark;
	__u16 sample_max_stack, __reserved_2;
	__u32 aux_sample_size;
	@until(6.12) __u32 __reserved_3;
	@since(6.12) union {
		__u32 aux_action;
		struct {
			__u32 aux_start_paused : 1, aux_pause : 1, aux_resume : 1;
			__u32 __reserved_3 : 29;
		};
	};
	__u64 sig_data;
	@since(6.12) __u64 config3;
};

struct hw_perf_event_extra {
	u64 config;
	unsigned int reg;
	int alloc, idx;
};

struct arch_hw_breakpoint {
	unsigned long address, mask;
	u8 len, type;
};

struct rhlist_head {
	struct rhash_head rhead;
	struct rhlist_head *next;
};

struct hw_perf_event {
	union {
		struct {
			u64 config, last_tag;
			unsigned long config_base, event_base;
			int event_base_rdpmc, idx, last_cpu, flags;
			struct hw_perf_event_extra extra_reg, branch_reg;
		};
		@since(6.12) struct {
			u64 aux_config;
			unsigned int aux_paused;
		};
		struct {
			struct hrtimer hrtimer;
		};
		struct {
			struct list_head tp_list;
		};
		struct {
			u64 pwr_acc, ptsc;
		};
		struct {
			struct arch_hw_breakpoint info;
			struct rhlist_head bp_list;
		};
		struct {
			u8 iommu_bank, iommu_cntr;
			u16 padding;
			u64 conf, conf1;
		};
	};
	struct task_struct *target;
	void *addr_filters;
	unsigned long addr_filters_gen;
	int state;
	local64_t prev_count;
	u64 sample_period;
	union {
		struct {
			u64 last_period;
			local64_t period_left;
		};
		struct {
			u64 saved_metric, saved_slots;
		};
	};
	u64 interrupts_seq, interrupts, freq_time_stamp, freq_count_stamp;
};

struct perf_addr_filters_head {
	struct list_head list;
	raw_spinlock_t lock;
	unsigned int nr_file_filters;
};

typedef void (*perf_overflow_handler_t)(struct perf_event *, struct perf_sample_data *,
	struct pt_regs *);
typedef void (*ftrace_func_t)(unsigned long, unsigned long, struct ftrace_ops *,
	struct ftrace_regs *);

struct ftrace_ops_hash {
	struct ftrace_hash *notrace_hash;
	struct ftrace_hash *filter_hash;
	struct mutex regex_lock;
};

enum ftrace_ops_cmd {
	FTRACE_OPS_CMD_ENABLE_SHARE_IPMODIFY_SELF, FTRACE_OPS_CMD_ENABLE_SHARE_IPMODIFY_PEER,
	FTRACE_OPS_CMD_DISABLE_SHARE_IPMODIFY_PEER
};

typedef int (*ftrace_ops_func_t)(struct ftrace_ops *, enum ftrace_ops_cmd);

struct ftrace_ops {
	ftrace_func_t func;
	struct ftrace_ops *next;
	unsigned long flags;
	void *private;
	ftrace_func_t saved_func;
	struct ftrace_ops_hash local_hash;
	struct ftrace_ops_hash *func_hash;
	struct ftrace_ops_hash old_hash;
	unsigned long trampoline, trampoline_size;
	struct list_head list;
	@since(6.12) struct list_head subop_list;
	ftrace_ops_func_t ops_func;
	@since(6.12) {
		struct ftrace_ops *managed;
		unsigned long direct_call;
	}
};

struct perf_event {
	struct list_head event_entry, sibling_list, active_list;
	struct rb_node group_node;
	u64 group_index;
	struct list_head migrate_entry;
	struct hlist_node hlist_entry;
	struct list_head active_entry;
	int nr_siblings, event_caps, group_caps;
	unsigned int group_generation;
	struct perf_event *group_leader;
	struct pmu *pmu;
	void *pmu_private;
	enum perf_event_state state;
	unsigned int attach_state;
	local64_t count;
	atomic64_t child_count;
	u64 total_time_enabled, total_time_running, tstamp;
	struct perf_event_attr attr;
	u16 header_size, id_header_size, read_size;
	struct hw_perf_event hw;
	struct perf_event_context *ctx;
	@since(6.12) struct perf_event_pmu_context *pmu_ctx;
	atomic_long_t refcount;
	atomic64_t child_total_time_enabled, child_total_time_running;
	struct mutex child_mutex;
	struct list_head child_list;
	struct perf_event *parent;
	int oncpu, cpu;
	struct list_head owner_entry;
	struct task_struct *owner;
	struct mutex mmap_mutex;
	atomic_t mmap_count;
	struct perf_buffer *rb;
	struct list_head rb_entry;
	unsigned long rcu_batches;
	int rcu_pending;
	wait_queue_head_t waitq;
	struct fasync_struct *fasync;
	unsigned int pending_wakeup, pending_kill, pending_disable;
	@until(6.12) unsigned int pending_sigtrap;
	unsigned long pending_addr;
	struct irq_work pending_irq;
	@since(6.12) struct irq_work pending_disable_irq;
	struct callback_head pending_task;
	unsigned int pending_work;
	atomic_t event_limit;
	struct perf_addr_filters_head addr_filters;
	struct perf_addr_filter_range *addr_filter_ranges;
	unsigned long addr_filters_gen;
	struct perf_event *aux_event;
	void (*destroy)(struct perf_event *);
	struct callback_head callback_head;
	struct pid_namespace *ns;
	u64 id;
	atomic64_t lost_samples;
	u64 (*clock)(void);
	perf_overflow_handler_t overflow_handler;
	void *overflow_handler_context;
	@until(6.12) perf_overflow_handler_t orig_overflow_handler;
	struct bpf_prog *prog;
	u64 bpf_cookie;
	struct trace_event_call *tp_event;
	struct event_filter *filter;
	struct ftrace_ops ftrace_ops;
	struct perf_cgroup *cgrp;
	void *security;
	struct list_head sb_list;
	@since(6.12) __u32 orig_type;
};

struct xdp_buff {
	void *data;
	void *data_end;
	void *data_meta;
	void *data_hard_start;
	struct xdp_rxq_info *rxq;
	struct xdp_txq_info *txq;
	u32 frame_sz, flags;
};

struct bpf_local_storage {
	struct bpf_local_storage_data *cache[16];
	@since(6.12) struct bpf_local_storage_map *smap;
	struct hlist_head list;
	void *owner;
	struct callback_head rcu;
	raw_spinlock_t lock;
};

struct bpf_run_ctx {
};

struct bpf_tramp_run_ctx {
	struct bpf_run_ctx run_ctx;
	u64 bpf_cookie;
	struct bpf_run_ctx *saved_run_ctx;
};
