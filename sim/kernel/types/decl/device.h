/* Kernel objects, devices and modules: all members, all offsets. */

typedef struct refcount_struct refcount_t;
struct refcount_struct { atomic_t refs; };
struct hlist_head { struct hlist_node *first; };
struct rb_root { struct rb_node *rb_node; };
typedef __kernel_ulong_t __kernel_size_t;
typedef __kernel_size_t size_t;
typedef _Bool bool;
typedef struct wait_queue_head wait_queue_head_t;

struct ctl_table_header {
	union {
		struct {
			struct ctl_table *ctl_table;
			@since(6.12) int ctl_table_size;
			int used, count, nreg;
		};
		struct callback_head rcu;
	};
	struct completion *unregistering;
	@until(6.12) struct ctl_table *ctl_table_arg;
	@since(6.12) const struct ctl_table *ctl_table_arg;
	struct ctl_table_root *root;
	struct ctl_table_set *set;
	struct ctl_dir *parent;
	struct ctl_node *node;
	struct hlist_head inodes;
	@since(6.12) enum { SYSCTL_TABLE_TYPE_DEFAULT = 0,
		SYSCTL_TABLE_TYPE_PERMANENTLY_EMPTY = 1 } type;
};

typedef long long __kernel_loff_t;
typedef __kernel_loff_t loff_t;
typedef unsigned short umode_t;
typedef u32 __kernel_dev_t;
typedef __kernel_dev_t dev_t;
struct kref { refcount_t refcount; };

struct kobject {
	const char *name;
	struct list_head entry;
	struct kobject *parent;
	struct kset *kset;
	const struct kobj_type *ktype;
	struct kernfs_node *sd;
	struct kref kref;
	unsigned int state_initialized : 1, state_in_sysfs : 1, state_add_uevent_sent : 1;
	unsigned int state_remove_uevent_sent : 1, uevent_suppress : 1;
};

enum dl_dev_state {
	DL_DEV_NO_DRIVER, DL_DEV_PROBING, DL_DEV_DRIVER_BOUND, DL_DEV_UNBINDING
};

struct dev_links_info {
	struct list_head suppliers, consumers, defer_sync;
	enum dl_dev_state status;
};

typedef struct pm_message pm_message_t;
struct pm_message { int event; };

enum rpm_request {
	RPM_REQ_NONE, RPM_REQ_IDLE, RPM_REQ_SUSPEND, RPM_REQ_AUTOSUSPEND, RPM_REQ_RESUME
};

@until(6.12)
enum rpm_status {
	RPM_INVALID = -1, RPM_ACTIVE, RPM_RESUMING, RPM_SUSPENDED, RPM_SUSPENDING
};

@since(6.12)
enum rpm_status {
	RPM_INVALID = -1, RPM_ACTIVE, RPM_RESUMING, RPM_SUSPENDED, RPM_SUSPENDING, RPM_BLOCKED
};

struct dev_pm_info {
	pm_message_t power_state;
	@until(6.12) {
		unsigned int can_wakeup : 1, async_suspend : 1;
	}
	@since(6.12) {
		bool can_wakeup : 1, async_suspend : 1;
	}
	bool in_dpm_list : 1, is_prepared : 1, is_suspended : 1, is_noirq_suspended : 1;
	bool is_late_suspended : 1, no_pm : 1, early_init : 1, direct_complete : 1;
	u32 driver_flags;
	spinlock_t lock;
	struct list_head entry;
	struct completion completion;
	struct wakeup_source *wakeup;
	bool wakeup_path : 1, syscore : 1, no_pm_callbacks : 1;
	@until(6.12) {
		unsigned int must_resume : 1, may_skip_resume : 1;
	}
	@since(6.12) {
		bool async_in_progress : 1, smart_suspend : 1, must_resume : 1;
		bool may_skip_resume : 1;
	}
	struct hrtimer suspend_timer;
	u64 timer_expires;
	struct work_struct work;
	wait_queue_head_t wait_queue;
	struct wake_irq *wakeirq;
	atomic_t usage_count, child_count;
	unsigned int disable_depth : 3;
	@until(6.12) {
		unsigned int idle_notification : 1, request_pending : 1, deferred_resume : 1;
		unsigned int needs_force_resume : 1, runtime_auto : 1;
	}
	@since(6.12) {
		bool idle_notification : 1, request_pending : 1, deferred_resume : 1;
		bool needs_force_resume : 1, runtime_auto : 1;
	}
	bool ignore_children : 1;
	@until(6.12) {
		unsigned int no_callbacks : 1, irq_safe : 1, use_autosuspend : 1;
		unsigned int timer_autosuspends : 1, memalloc_noio : 1;
	}
	@since(6.12) {
		bool no_callbacks : 1, irq_safe : 1, use_autosuspend : 1;
		bool timer_autosuspends : 1, memalloc_noio : 1;
	}
	unsigned int links_count;
	enum rpm_request request;
	enum rpm_status runtime_status, last_status;
	int runtime_error, autosuspend_delay;
	u64 last_busy, active_time, suspended_time, accounting_timestamp;
	struct pm_subsys_data *subsys_data;
	void (*set_latency_tolerance)(struct device *, s32);
	struct dev_pm_qos *qos;
};

struct dev_msi_info {
	struct irq_domain *domain;
	struct msi_device_data *data;
};

struct dev_archdata {
};

enum device_removable {
	DEVICE_REMOVABLE_NOT_SUPPORTED, DEVICE_REMOVABLE_UNKNOWN, DEVICE_FIXED, DEVICE_REMOVABLE
};

struct device {
	struct kobject kobj;
	struct device *parent;
	struct device_private *p;
	@until(6.12) const char *init_name;
	@since(6.12) const char *init_name;
	const struct device_type *type;
	@until(6.12) struct bus_type *bus;
	@since(6.12) const struct bus_type *bus;
	struct device_driver *driver;
	void *platform_data;
	void *driver_data;
	@since(6.12) struct {
		const char *name;
		spinlock_t lock;
	} driver_override;
	struct mutex mutex;
	struct dev_links_info links;
	struct dev_pm_info power;
	struct dev_pm_domain *pm_domain;
	struct em_perf_domain *em_pd;
	struct dev_msi_info msi;
	const struct dma_map_ops *dma_ops;
	u64 *dma_mask;
	u64 coherent_dma_mask, bus_dma_limit;
	const struct bus_dma_region *dma_range_map;
	struct device_dma_parameters *dma_parms;
	struct list_head dma_pools;
	struct io_tlb_mem *dma_io_tlb_mem;
	struct dev_archdata archdata;
	struct device_node *of_node;
	struct fwnode_handle *fwnode;
	int numa_node;
	dev_t devt;
	u32 id;
	spinlock_t devres_lock;
	struct list_head devres_head;
	@until(6.12) struct class *class;
	@since(6.12) const struct class *class;
	const struct attribute_group **groups;
	void (*release)(struct device *);
	struct iommu_group *iommu_group;
	struct dev_iommu *iommu;
	struct device_physical_location *physical_location;
	enum device_removable removable;
	bool offline_disabled : 1, offline : 1, of_node_reused : 1, state_synced : 1;
	bool can_match : 1;
	@since(6.12) {
		bool dma_skip_sync : 1, dma_iommu : 1;
	}
	unsigned long flags[1];
};

struct kernfs_elem_dir {
	unsigned long subdirs;
	struct rb_root children;
	struct kernfs_root *root;
	unsigned long rev;
};

struct kernfs_elem_symlink { struct kernfs_node *target_kn; };

struct kernfs_elem_attr {
	const struct kernfs_ops *ops;
	struct kernfs_open_node *open;
	loff_t size;
	struct kernfs_node *notify_next;
};

struct kernfs_node {
	atomic_t count, active;
	struct kernfs_node *parent;
	@until(6.12) const char *name;
	@since(6.12) const char *name;
	struct rb_node rb;
	const void *ns;
	unsigned int hash;
	@until(6.12) {
		union {
			struct kernfs_elem_dir dir;
			struct kernfs_elem_symlink symlink;
			struct kernfs_elem_attr attr;
		};
		void *priv;
		u64 id;
	}
	unsigned short flags;
	umode_t mode;
	@since(6.12) {
		union {
			struct kernfs_elem_dir dir;
			struct kernfs_elem_symlink symlink;
			struct kernfs_elem_attr attr;
		};
		u64 id;
		void *priv;
	}
	struct kernfs_iattrs *iattr;
	@since(6.12) struct callback_head rcu;
};

struct latch_tree_node { struct rb_node node[2]; };
enum irqreturn { IRQ_NONE, IRQ_HANDLED, IRQ_WAKE_THREAD };
typedef enum irqreturn irqreturn_t;
typedef irqreturn_t (*irq_handler_t)(int, void *);

struct irqaction {
	irq_handler_t handler;
	void *dev_id;
	void *percpu_dev_id;
	struct irqaction *next;
	irq_handler_t thread_fn;
	struct task_struct *thread;
	struct irqaction *secondary;
	unsigned int irq, flags;
	unsigned long thread_flags, thread_mask;
	@until(6.12) const char *name;
	@since(6.12) const char *name;
	struct proc_dir_entry *dir;
	@since(6.12) struct callback_head thread_dtor;
} __attribute__((aligned(64)));

typedef struct cpumask *cpumask_var_t;

struct irq_common_data {
	unsigned int state_use_accessors, node;
	void *handler_data;
	struct msi_desc *msi_desc;
	cpumask_var_t affinity, effective_affinity;
};

typedef unsigned long irq_hw_number_t;

struct irq_data {
	u32 mask;
	unsigned int irq;
	@until(6.12) unsigned long hwirq;
	@since(6.12) irq_hw_number_t hwirq;
	struct irq_common_data *common;
	struct irq_chip *chip;
	struct irq_domain *domain;
	struct irq_data *parent_data;
	void *chip_data;
};

typedef void (*irq_flow_handler_t)(struct irq_desc *);

struct irq_desc {
	struct irq_common_data irq_common_data;
	struct irq_data irq_data;
	@until(6.12) unsigned int *kstat_irqs;
	@since(6.12) struct irqstat *kstat_irqs;
	irq_flow_handler_t handle_irq;
	struct irqaction *action;
	unsigned int status_use_accessors, core_internal_state__do_not_mess_with_it, depth;
	unsigned int wake_depth, tot_count, irq_count;
	unsigned long last_unhandled;
	unsigned int irqs_unhandled;
	atomic_t threads_handled;
	int threads_handled_last;
	raw_spinlock_t lock;
	struct cpumask *percpu_enabled;
	const struct cpumask *percpu_affinity;
	const struct cpumask *affinity_hint;
	struct irq_affinity_notify *affinity_notify;
	cpumask_var_t pending_mask;
	unsigned long threads_oneshot;
	atomic_t threads_active;
	wait_queue_head_t wait_for_threads;
	unsigned int nr_actions, no_suspend_depth, cond_suspend_depth, force_resume_depth;
	struct proc_dir_entry *dir;
	struct callback_head rcu;
	struct kobject kobj;
	struct mutex request_mutex;
	int parent_irq;
	struct module *owner;
	@until(6.12) const char *name;
	@since(6.12) {
		const char *name;
		struct hlist_node resend_node;
	}
} __attribute__((aligned(64)));

@until(6.12)
struct workqueue_struct {
	struct list_head pwqs, list;
	struct mutex mutex;
	int work_color, flush_color;
	atomic_t nr_pwqs_to_flush;
	struct wq_flusher *first_flusher;
	struct list_head flusher_queue, flusher_overflow, maydays;
	struct worker *rescuer;
	int nr_drainers, saved_max_active;
	struct workqueue_attrs *unbound_attrs;
	struct pool_workqueue *dfl_pwq;
	struct wq_device *wq_dev;
	char name[24];
	struct callback_head rcu;
	unsigned int flags __attribute__((aligned(64)));
	struct pool_workqueue *cpu_pwqs;
	struct pool_workqueue *numa_pwq_tbl[0];
};

@since(6.12)
struct workqueue_struct {
	struct list_head pwqs, list;
	struct mutex mutex;
	int work_color, flush_color;
	atomic_t nr_pwqs_to_flush;
	struct wq_flusher *first_flusher;
	struct list_head flusher_queue, flusher_overflow, maydays;
	struct worker *rescuer;
	int nr_drainers, max_active, min_active, saved_max_active, saved_min_active;
	struct workqueue_attrs *unbound_attrs;
	struct pool_workqueue *dfl_pwq;
	struct wq_device *wq_dev;
	char name[32];
	struct callback_head rcu;
	unsigned int flags __attribute__((aligned(32)));
	struct pool_workqueue **cpu_pwq;
	struct wq_node_nr_active *node_nr_active[0];
} __attribute__((aligned(64)));

struct bpf_raw_tracepoint_args { __u64 args[0]; };
@until(6.12)
typedef int proc_handler(struct ctl_table *, int, void *, size_t *, loff_t *);
@since(6.12) typedef int proc_handler(const struct ctl_table *, int, void *, size_t *, loff_t *);

struct ctl_table {
	@until(6.12) const char *procname;
	@since(6.12) const char *procname;
	void *data;
	int maxlen;
	umode_t mode;
	@until(6.12) struct ctl_table *child;
	proc_handler *proc_handler;
	struct ctl_table_poll *poll;
	void *extra1;
	void *extra2;
};

enum module_state {
	MODULE_STATE_LIVE, MODULE_STATE_COMING, MODULE_STATE_GOING, MODULE_STATE_UNFORMED
};

struct module_kobject {
	struct kobject kobj;
	struct module *mod;
	struct kobject *drivers_dir;
	struct module_param_attrs *mp;
	struct completion *kobj_completion;
};

struct mod_tree_node {
	struct module *mod;
	struct latch_tree_node node;
};

@until(6.12)
struct module_layout {
	void *base;
	unsigned int size, text_size, ro_size, ro_after_init_size;
	struct mod_tree_node mtn;
};

struct mod_arch_specific {
	unsigned int num_orcs;
	int *orc_unwind_ip;
	struct orc_entry *orc_unwind;
};

typedef struct elf64_sym Elf64_Sym;

struct mod_kallsyms {
	Elf64_Sym *symtab;
	unsigned int num_symtab;
	char *strtab;
	char *typetab;
};

typedef const int tracepoint_ptr_t;

struct _ddebug_info {
	struct _ddebug *descs;
	struct ddebug_class_map *classes;
	unsigned int num_descs, num_classes;
};

@since(6.12)
struct module_memory {
	void *base;
	unsigned int size;
	struct mod_tree_node mtn;
};

@until(6.12)
struct module {
	enum module_state state;
	struct list_head list;
	char name[56];
	struct module_kobject mkobj;
	struct module_attribute *modinfo_attrs;
	const char *version;
	const char *srcversion;
	struct kobject *holders_dir;
	const struct kernel_symbol *syms;
	const s32 *crcs;
	unsigned int num_syms;
	struct mutex param_lock;
	struct kernel_param *kp;
	unsigned int num_kp, num_gpl_syms;
	const struct kernel_symbol *gpl_syms;
	const s32 *gpl_crcs;
	bool using_gplonly_symbols, sig_ok, async_probe_requested;
	unsigned int num_exentries;
	struct exception_table_entry *extable;
	int (*init)(void);
	struct module_layout core_layout, init_layout;
	struct mod_arch_specific arch;
	unsigned long taints;
	unsigned int num_bugs;
	struct list_head bug_list;
	struct bug_entry *bug_table;
	struct mod_kallsyms *kallsyms;
	struct mod_kallsyms core_kallsyms;
	struct module_sect_attrs *sect_attrs;
	struct module_notes_attrs *notes_attrs;
	char *args;
	void *percpu;
	unsigned int percpu_size;
	void *noinstr_text_start;
	unsigned int noinstr_text_size, num_tracepoints;
	tracepoint_ptr_t *tracepoints_ptrs;
	unsigned int num_srcu_structs;
	struct srcu_struct **srcu_struct_ptrs;
	unsigned int num_bpf_raw_events;
	struct bpf_raw_event_map *bpf_raw_events;
	unsigned int btf_data_size;
	void *btf_data;
	struct jump_entry *jump_entries;
	unsigned int num_jump_entries, num_trace_bprintk_fmt;
	const char **trace_bprintk_fmt_start;
	struct trace_event_call **trace_events;
	unsigned int num_trace_events;
	struct trace_eval_map **trace_evals;
	unsigned int num_trace_evals, num_ftrace_callsites;
	unsigned long *ftrace_callsites;
	void *kprobes_text_start;
	unsigned int kprobes_text_size;
	unsigned long *kprobe_blacklist;
	unsigned int num_kprobe_blacklist;
	int num_static_call_sites;
	struct static_call_site *static_call_sites;
	bool klp, klp_alive;
	struct klp_modinfo *klp_info;
	struct list_head source_list, target_list;
	void (*exit)(void);
	atomic_t refcnt;
	int its_num_pages;
	void **its_page_array;
} __attribute__((aligned(32)));

@since(6.12)
struct module {
	enum module_state state;
	struct list_head list;
	char name[56];
	struct module_kobject mkobj;
	struct module_attribute *modinfo_attrs;
	const char *version;
	const char *srcversion;
	struct kobject *holders_dir;
	const struct kernel_symbol *syms;
	const s32 *crcs;
	unsigned int num_syms;
	struct mutex param_lock;
	struct kernel_param *kp;
	unsigned int num_kp, num_gpl_syms;
	const struct kernel_symbol *gpl_syms;
	const s32 *gpl_crcs;
	bool using_gplonly_symbols, sig_ok, async_probe_requested;
	unsigned int num_exentries;
	struct exception_table_entry *extable;
	int (*init)(void);
	struct module_memory mem[7];
	struct mod_arch_specific arch;
	unsigned long taints;
	unsigned int num_bugs;
	struct list_head bug_list;
	struct bug_entry *bug_table;
	struct mod_kallsyms *kallsyms;
	struct mod_kallsyms core_kallsyms;
	struct module_sect_attrs *sect_attrs;
	struct module_notes_attrs *notes_attrs;
	char *args;
	void *percpu;
	unsigned int percpu_size;
	void *noinstr_text_start;
	unsigned int noinstr_text_size, num_tracepoints;
	tracepoint_ptr_t *tracepoints_ptrs;
	unsigned int num_srcu_structs;
	struct srcu_struct **srcu_struct_ptrs;
	unsigned int num_bpf_raw_events;
	struct bpf_raw_event_map *bpf_raw_events;
	unsigned int btf_data_size, btf_base_data_size;
	void *btf_data;
	void *btf_base_data;
	struct jump_entry *jump_entries;
	unsigned int num_jump_entries, num_trace_bprintk_fmt;
	const char **trace_bprintk_fmt_start;
	struct trace_event_call **trace_events;
	unsigned int num_trace_events;
	struct trace_eval_map **trace_evals;
	unsigned int num_trace_evals, num_ftrace_callsites;
	unsigned long *ftrace_callsites;
	void *kprobes_text_start;
	unsigned int kprobes_text_size;
	unsigned long *kprobe_blacklist;
	unsigned int num_kprobe_blacklist;
	int num_static_call_sites;
	struct static_call_site *static_call_sites;
	bool klp, klp_alive;
	struct klp_modinfo *klp_info;
	struct list_head source_list, target_list;
	void (*exit)(void);
	atomic_t refcnt;
	int its_num_pages;
	void **its_page_array;
	struct _ddebug_info dyndbg_info;
} __attribute__((aligned(64)));

struct static_key {
	atomic_t enabled;
	union {
		unsigned long type;
		struct jump_entry *entries;
		struct static_key_mod *next;
	};
};

struct tracepoint {
	@until(6.12) const char *name;
	@since(6.12) const char *name;
	struct static_key key;
	struct static_call_key *static_call_key;
	void *static_call_tramp;
	void *iterator;
	@since(6.12) void *probestub;
	int (*regfunc)(void);
	void (*unregfunc)(void);
	struct tracepoint_func *funcs;
};

struct bpf_raw_event_map {
	struct tracepoint *tp;
	void *bpf_func;
	u32 num_args, writable_size;
} __attribute__((aligned(16)));
