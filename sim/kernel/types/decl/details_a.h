/* Further kernel objects: all members, all offsets. */

struct __kernel_timespec {
	__kernel_time64_t tv_sec;
	long long tv_nsec;
};

struct cgroup_rstat_cpu {
	struct u64_stats_sync bsync;
	struct cgroup_base_stat bstat, last_bstat;
	@since(6.12) {
		struct cgroup_base_stat subtree_bstat, last_subtree_bstat;
	}
	struct cgroup *updated_children;
	struct cgroup *updated_next;
};

struct perf_cpu_context {
	struct perf_event_context ctx;
	struct perf_event_context *task_ctx;
	@until(6.12) {
		int active_oncpu, exclusive;
		raw_spinlock_t hrtimer_lock;
		struct hrtimer hrtimer;
		ktime_t hrtimer_interval;
		unsigned int hrtimer_active;
	}
	@since(6.12) int online;
	struct perf_cgroup *cgrp;
	@until(6.12) {
		struct list_head cgrp_cpuctx_entry, sched_cb_entry;
		int sched_cb_usage, online;
	}
	int heap_size;
	struct perf_event **heap;
	struct perf_event *heap_default[2];
};

struct perf_callchain_entry {
	__u64 nr;
	__u64 ip[0];
};

struct perf_event_mmap_page {
	__u32 version, compat_version, lock, index;
	__s64 offset;
	__u64 time_enabled, time_running;
	union {
		__u64 capabilities;
		struct {
			__u64 cap_bit0 : 1, cap_bit0_is_deprecated : 1, cap_user_rdpmc : 1;
			__u64 cap_user_time : 1, cap_user_time_zero : 1, cap_user_time_short : 1;
			__u64 cap_____res : 58;
		};
	};
	__u16 pmc_width, time_shift;
	__u32 time_mult;
	__u64 time_offset, time_zero;
	__u32 size, __reserved_1;
	__u64 time_cycles, time_mask;
	__u8 __reserved[928];
	__u64 data_head, data_tail, data_offset, data_size, aux_head, aux_tail, aux_offset;
	__u64 aux_size;
};

struct dyn_event {
	struct list_head list;
	struct dyn_event_operations *ops;
};

struct arch_specific_insn {
	kprobe_opcode_t *insn;
	unsigned int boostable : 1;
	unsigned char size;
	union {
		unsigned char opcode;
		struct { unsigned char type; } jcc;
		struct { unsigned char type, asize; } loop;
		struct { unsigned char reg; } indirect;
	};
	s32 rel32;
	void (*emulate_op)(struct kprobe *, struct pt_regs *);
	int tp_len;
};

struct kprobe {
	struct hlist_node hlist;
	struct list_head list;
	unsigned long nmissed;
	kprobe_opcode_t *addr;
	const char *symbol_name;
	unsigned int offset;
	kprobe_pre_handler_t pre_handler;
	kprobe_post_handler_t post_handler;
	kprobe_opcode_t opcode;
	struct arch_specific_insn ainsn;
	u32 flags;
};

struct kretprobe {
	struct kprobe kp;
	kretprobe_handler_t handler, entry_handler;
	int maxactive, nmissed;
	size_t data_size;
	struct rethook *rh;
};

struct probe_arg {
	struct fetch_insn *code;
	bool dynamic;
	unsigned int offset, count;
	const char *name;
	const char *comm;
	char *fmt;
	const struct fetch_type *type;
};

struct trace_probe {
	struct list_head list;
	struct trace_probe_event *event;
	ssize_t size;
	unsigned int nr_args;
	@since(6.12) struct probe_entry_arg *entry_arg;
	struct probe_arg args[0];
};

struct trace_kprobe {
	struct dyn_event devent;
	struct kretprobe rp;
	unsigned long *nhit;
	const char *symbol;
	struct trace_probe tp;
};

struct uprobe_consumer {
	int (*handler)(struct uprobe_consumer *, struct pt_regs *);
	int (*ret_handler)(struct uprobe_consumer *, unsigned long, struct pt_regs *);
	@until(6.12) {
		bool (*filter)(struct uprobe_consumer *, enum uprobe_filter_ctx,
			struct mm_struct *);
		struct uprobe_consumer *next;
	}
	@since(6.12) {
		bool (*filter)(struct uprobe_consumer *, struct mm_struct *);
		struct list_head cons_node;
	}
};

struct trace_uprobe {
	struct dyn_event devent;
	struct uprobe_consumer consumer;
	struct path path;
	@until(6.12) {
		struct inode *inode;
		char *filename;
	}
	@since(6.12) {
		char *filename;
		struct uprobe *uprobe;
	}
	unsigned long offset, ref_ctr_offset;
	@until(6.12) unsigned long nhit;
	@since(6.12) unsigned long *nhits;
	struct trace_probe tp;
};

struct trace_event_file {
	struct list_head list;
	struct trace_event_call *event_call;
	struct event_filter *filter;
	@until(6.12) struct dentry *dir;
	@since(6.12) struct eventfs_inode *ei;
	struct trace_array *tr;
	struct trace_subsystem_dir *system;
	struct list_head triggers;
	unsigned long flags;
	@until(6.12) atomic_t ref;
	@since(6.12) refcount_t ref;
	atomic_t sm_ref, tm_ref;
};

struct array_buffer {
	struct trace_array *tr;
	struct trace_buffer *buffer;
	struct trace_array_cpu *data;
	u64 time_start;
	int cpu;
};

struct trace_array {
	struct list_head list;
	@until(6.12) char *name;
	@since(6.12) char *name;
	struct array_buffer array_buffer, max_buffer;
	bool allocated_snapshot;
	@since(6.12) {
		spinlock_t snapshot_trigger_lock;
		unsigned int snapshot;
	}
	unsigned long max_latency;
	struct dentry *d_max_latency;
	struct work_struct fsnotify_work;
	struct irq_work fsnotify_irqwork;
	@since(6.12) {
		unsigned int mapped;
		unsigned long range_addr_start, range_addr_size;
		long text_delta, data_delta;
	}
	struct trace_pid_list *filtered_pids;
	struct trace_pid_list *filtered_no_pids;
	arch_spinlock_t max_lock;
	int buffer_disabled, sys_refcount_enter, sys_refcount_exit;
	@until(6.12) {
		struct trace_event_file *enter_syscall_files[451];
		struct trace_event_file *exit_syscall_files[451];
	}
	@since(6.12) {
		struct trace_event_file *enter_syscall_files[463];
		struct trace_event_file *exit_syscall_files[463];
	}
	int stop_count, clock_id, nr_topts;
	bool clear_trace;
	int buffer_percent;
	unsigned int n_err_log_entries;
	struct tracer *current_trace;
	unsigned int trace_flags;
	unsigned char trace_flags_index[32];
	unsigned int flags;
	raw_spinlock_t start_lock;
	@since(6.12) const char *system_names;
	struct list_head err_log;
	struct dentry *dir;
	struct dentry *options;
	struct dentry *percpu_dir;
	@until(6.12) struct dentry *event_dir;
	@since(6.12) struct eventfs_inode *event_dir;
	struct trace_options *topts;
	struct list_head systems, events;
	struct trace_event_file *trace_marker_file;
	cpumask_var_t tracing_cpumask, pipe_cpumask;
	int ref, trace_ref;
	struct ftrace_ops *ops;
	struct trace_pid_list *function_pids;
	struct trace_pid_list *function_no_pids;
	@since(6.12) struct fgraph_ops *gops;
	struct list_head func_probes, mod_trace, mod_notrace;
	int function_enabled, no_filter_buffering_ref;
	struct list_head hist_vars;
	struct cond_snapshot *cond_snapshot;
	struct trace_func_repeats *last_func_repeats;
	@since(6.12) bool ring_buffer_expanded;
};

struct seq_buf {
	char *buffer;
	size_t size, len;
};

struct trace_seq {
	@until(6.12) char buffer[4096];
	@since(6.12) char buffer[8156];
	struct seq_buf seq;
	size_t readpos;
	int full;
};

struct trace_iterator {
	struct trace_array *tr;
	struct tracer *trace;
	struct array_buffer *array_buffer;
	void *private;
	int cpu_file;
	struct mutex mutex;
	struct ring_buffer_iter **buffer_iter;
	unsigned long iter_flags;
	void *temp;
	unsigned int temp_size;
	@until(6.12) char *fmt;
	@since(6.12) char *fmt;
	unsigned int fmt_size;
	@until(6.12) long wait_index;
	@since(6.12) atomic_t wait_index;
	struct trace_seq tmp_seq;
	cpumask_var_t started;
	@since(6.12) bool closed;
	bool snapshot;
	struct trace_seq seq;
	struct trace_entry *ent;
	unsigned long lost_events;
	int leftover, ent_size, cpu;
	u64 ts;
	loff_t pos;
	long idx;
};

struct btf_id_set {
	u32 cnt;
	u32 ids[0];
};

@since(6.12) typedef int (*btf_kfunc_filter_t)(const struct bpf_prog *, u32);
struct btf_kfunc_id_set {
	struct module *owner;
	struct btf_id_set8 *set;
	@since(6.12) btf_kfunc_filter_t filter;
};

struct kallsyms_data {
	unsigned long *addrs;
	const char **syms;
	size_t cnt, found;
};

struct load_info {
	@until(6.12) const char *name;
	@since(6.12) const char *name;
	struct module *mod;
	Elf64_Ehdr *hdr;
	unsigned long len;
	Elf64_Shdr *sechdrs;
	@until(6.12) {
		char *secstrings;
		char *strtab;
	}
	@since(6.12) {
		char *secstrings;
		char *strtab;
	}
	unsigned long symoffs, stroffs, init_typeoffs, core_typeoffs;
	@until(6.12) struct _ddebug_info dyndbg;
	bool sig_ok;
	unsigned long mod_kallsyms_init_off;
	@since(6.12) {
		struct page **pages;
		unsigned int max_pages, used_pages;
	}
	struct {
		unsigned int sym, str, mod, vers, info, pcpu;
	} index;
};

struct psi_group_cpu {
	@until(6.12) seqcount_t seq;
	unsigned int tasks[4];
	u32 state_mask, times[7];
	u64 state_start;
	@until(6.12) u32 times_prev[14];
	@since(6.12) u32 times_prev[14] __attribute__((aligned(16)));
} __attribute__((aligned(16)));

struct rnd_state { __u32 s1, s2, s3, s4; };
struct kernel_cpustat { u64 cpustat[10]; };

struct kernel_stat {
	unsigned long irqs_sum;
	unsigned int softirqs[10];
};

struct tlb_context { u64 ctx_id, tlb_gen; };

struct tlb_state {
	struct mm_struct *loaded_mm;
	union {
		struct mm_struct *last_user_mm;
		unsigned long last_user_mm_spec;
	};
	u16 loaded_mm_asid, next_asid;
	bool invalidate_other;
	unsigned short user_pcid_flush_mask;
	unsigned long cr4;
	struct tlb_context ctxs[6];
};

struct vm_event_state {
	@until(6.12) unsigned long event[108];
	@since(6.12) unsigned long event[112];
};

struct fsnotify_mark_connector {
	spinlock_t lock;
	@until(6.12) unsigned short type;
	@since(6.12) {
		unsigned char type, prio;
	}
	unsigned short flags;
	@until(6.12) __kernel_fsid_t fsid;
	union {
		@until(6.12) fsnotify_connp_t *obj;
		@since(6.12) void *obj;
		struct fsnotify_mark_connector *destroy_next;
	};
	struct hlist_head list;
};

struct io_cmd_data {
	struct file *file;
	__u8 data[56];
};

struct io_cqe {
	__u64 user_data;
	__s32 res;
	union {
		__u32 flags;
		int fd;
	};
};

struct io_wq_work_node { struct io_wq_work_node *next; };

struct io_task_work {
	struct llist_node node;
	io_req_tw_func_t func;
};

struct io_wq_work {
	struct io_wq_work_node list;
	@until(6.12) unsigned int flags;
	@since(6.12) atomic_t flags;
	int cancel_seq;
};

@since(6.12) typedef u64 io_req_flags_t;
struct io_kiocb {
	union {
		struct file *file;
		struct io_cmd_data cmd;
	};
	u8 opcode, iopoll_completed;
	u16 buf_index;
	@until(6.12) unsigned int flags;
	@since(6.12) {
		unsigned int nr_tw;
		io_req_flags_t flags;
	}
	struct io_cqe cqe;
	struct io_ring_ctx *ctx;
	struct task_struct *task;
	@since(6.12) {
		union {
			struct io_mapped_ubuf *imu;
			struct io_buffer *kbuf;
		};
		union {
			struct io_wq_work_node comp_list;
			__poll_t apoll_events;
		};
	}
	struct io_rsrc_node *rsrc_node;
	@until(6.12) {
		union {
			struct io_mapped_ubuf *imu;
			struct io_buffer *kbuf;
			struct io_buffer_list *buf_list;
		};
		union {
			struct io_wq_work_node comp_list;
			__poll_t apoll_events;
		};
	}
	atomic_t refs;
	@until(6.12) atomic_t poll_refs;
	@since(6.12) bool cancel_seq_set;
	struct io_task_work io_task_work;
	union {
		struct hlist_node hash_node;
		@until(6.12) struct {
			u64 extra1, extra2;
		};
		@since(6.12) struct callback_head callback_head;
	};
	struct async_poll *apoll;
	void *async_data;
	@since(6.12) atomic_t poll_refs;
	struct io_kiocb *link;
	const struct cred *creds;
	struct io_wq_work work;
	@since(6.12) struct {
		u64 extra1, extra2;
	} big_cqe;
};

struct wakeup_source {
	const char *name;
	int id;
	struct list_head entry;
	spinlock_t lock;
	struct wake_irq *wakeirq;
	struct timer_list timer;
	unsigned long timer_expires;
	ktime_t total_time, max_time, last_time, start_prevent_time, prevent_sleep_time;
	unsigned long event_count, active_count, relax_count, expire_count, wakeup_count;
	struct device *dev;
	bool active : 1, autosleep_enabled : 1;
};

struct key_tag {
	struct callback_head rcu;
	atomic64_t index_id;
	refcount_t usage;
	bool removed;
};

struct io_comp_batch {
	@until(6.12) struct request *req_list;
	@since(6.12) struct rq_list req_list;
	bool need_ts;
	void (*complete)(struct io_comp_batch *);
};

struct ext4_map_blocks {
	ext4_fsblk_t m_pblk;
	ext4_lblk_t m_lblk;
	unsigned int m_len, m_flags;
};

@since(6.12)
struct page_pool_params_fast {
	unsigned int order, pool_size;
	int nid;
	struct device *dev;
	struct napi_struct *napi;
	enum dma_data_direction dma_dir;
	unsigned int max_len, offset;
};

@since(6.12)
struct page_pool_params_slow {
	struct net_device *netdev;
	unsigned int queue_idx, flags;
	void (*init_callback)(netmem_ref, void *);
	void *init_arg;
};

struct page_pool_params {
	@until(6.12) {
		unsigned int flags, order, pool_size;
		int nid;
		struct device *dev;
		enum dma_data_direction dma_dir;
		unsigned int max_len, offset;
		void (*init_callback)(struct page *, void *);
		void *init_arg;
	}
	@since(6.12) {
		union {
			struct {
				unsigned int order, pool_size;
				int nid;
				struct device *dev;
				struct napi_struct *napi;
				enum dma_data_direction dma_dir;
				unsigned int max_len, offset;
			};
			struct page_pool_params_fast fast;
		};
		union {
			struct {
				struct net_device *netdev;
				unsigned int queue_idx, flags;
				void (*init_callback)(netmem_ref, void *);
				void *init_arg;
			};
			struct page_pool_params_slow slow;
		};
	}
};

struct pp_alloc_cache {
	u32 count;
	@until(6.12) struct page *cache[128];
	@since(6.12) netmem_ref cache[128];
};

struct ptr_ring {
	int producer;
	spinlock_t producer_lock;
	int consumer_head __attribute__((aligned(64)));
	int consumer_tail;
	spinlock_t consumer_lock;
	int size __attribute__((aligned(64)));
	int batch;
	void **queue;
};

struct page_pool {
	@until(6.12) struct page_pool_params p;
	@since(6.12) {
		struct page_pool_params_fast p;
		int cpuid;
		u32 pages_state_hold_cnt;
		bool has_init_callback : 1, dma_map : 1, dma_sync : 1, dma_sync_for_cpu : 1;
		__u8 __cacheline_group_begin__frag[0] __attribute__((aligned(8)));
		long frag_users;
		netmem_ref frag_page;
		unsigned int frag_offset;
		__u8 __cacheline_group_end__frag[0] __attribute__((aligned(8)));
		struct {
		} __cacheline_group_pad__frag __attribute__((aligned(16)));
	}
	struct delayed_work release_dw;
	void (*disconnect)(void *);
	unsigned long defer_start, defer_warn;
	@until(6.12) {
		u32 pages_state_hold_cnt;
		unsigned int frag_offset;
		struct page *frag_page;
		long frag_users;
	}
	u32 xdp_mem_id;
	struct pp_alloc_cache alloc __attribute__((aligned(64)));
	struct ptr_ring ring __attribute__((aligned(64)));
	@since(6.12) {
		void *mp_priv;
		const struct memory_provider_ops *mp_ops;
		struct xarray dma_mapped;
	}
	atomic_t pages_state_release_cnt;
	refcount_t user_cnt;
	u64 destroy_cnt;
	@since(6.12) {
		struct page_pool_params_slow slow;
		struct {
			struct hlist_node list;
			u64 detach_time;
			u32 napi_id, id;
		} user;
	}
};

struct kernfs_open_file {
	struct kernfs_node *kn;
	struct file *file;
	struct seq_file *seq_file;
	void *priv;
	struct mutex mutex, prealloc_mutex;
	int event;
	struct list_head list;
	char *prealloc_buf;
	size_t atomic_write_len;
	bool mmapped : 1, released : 1;
	const struct vm_operations_struct *vm_ops;
};
