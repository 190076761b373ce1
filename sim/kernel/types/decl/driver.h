/* Drivers, interrupt chips and units that count events: all members, all offsets. */

struct kset {
	struct list_head list;
	spinlock_t list_lock;
	struct kobject kobj;
	const struct kset_uevent_ops *uevent_ops;
};

struct attribute {
	const char *name;
	umode_t mode;
};

struct attribute_group {
	const char *name;
	umode_t (*is_visible)(struct kobject *, struct attribute *, int);
	umode_t (*is_bin_visible)(struct kobject *, struct bin_attribute *, int);
	struct attribute **attrs;
	struct bin_attribute **bin_attrs;
};

struct kernel_symbol { int value_offset, name_offset, namespace_offset; };

enum probe_type {
	PROBE_DEFAULT_STRATEGY, PROBE_PREFER_ASYNCHRONOUS, PROBE_FORCE_SYNCHRONOUS
};

struct device_driver {
	@until(6.12) {
		const char *name;
		struct bus_type *bus;
	}
	@since(6.12) {
		const char *name;
		const struct bus_type *bus;
	}
	struct module *owner;
	@until(6.12) const char *mod_name;
	@since(6.12) const char *mod_name;
	bool suppress_bind_attrs;
	enum probe_type probe_type;
	const struct of_device_id *of_match_table;
	const struct acpi_device_id *acpi_match_table;
	int (*probe)(struct device *);
	void (*sync_state)(struct device *);
	int (*remove)(struct device *);
	void (*shutdown)(struct device *);
	int (*suspend)(struct device *, pm_message_t);
	int (*resume)(struct device *);
	const struct attribute_group **groups;
	const struct attribute_group **dev_groups;
	const struct dev_pm_ops *pm;
	void (*coredump)(struct device *);
	struct driver_private *p;
};

struct bus_type {
	@until(6.12) {
		const char *name;
		const char *dev_name;
		struct device *dev_root;
	}
	@since(6.12) {
		const char *name;
		const char *dev_name;
	}
	const struct attribute_group **bus_groups;
	const struct attribute_group **dev_groups;
	const struct attribute_group **drv_groups;
	@until(6.12) {
		int (*match)(struct device *, struct device_driver *);
		int (*uevent)(struct device *, struct kobj_uevent_env *);
	}
	@since(6.12) {
		int (*match)(struct device *, const struct device_driver *);
		int (*uevent)(const struct device *, struct kobj_uevent_env *);
	}
	int (*probe)(struct device *);
	void (*sync_state)(struct device *);
	void (*remove)(struct device *);
	void (*shutdown)(struct device *);
	@since(6.12) const struct cpumask *(*irq_get_affinity)(struct device *, unsigned int);
	int (*online)(struct device *);
	int (*offline)(struct device *);
	int (*suspend)(struct device *, pm_message_t);
	int (*resume)(struct device *);
	int (*num_vf)(struct device *);
	int (*dma_configure)(struct device *);
	void (*dma_cleanup)(struct device *);
	const struct dev_pm_ops *pm;
	@until(6.12) {
		const struct iommu_ops *iommu_ops;
		struct subsys_private *p;
		struct lock_class_key lock_key;
		bool need_parent_lock;
	}
	@since(6.12) bool driver_override;
};

struct class {
	@until(6.12) {
		const char *name;
		struct module *owner;
	}
	@since(6.12) const char *name;
	const struct attribute_group **class_groups;
	const struct attribute_group **dev_groups;
	@until(6.12) {
		struct kobject *dev_kobj;
		int (*dev_uevent)(struct device *, struct kobj_uevent_env *);
		char *(*devnode)(struct device *, umode_t *);
		void (*class_release)(struct class *);
	}
	@since(6.12) {
		int (*dev_uevent)(const struct device *, struct kobj_uevent_env *);
		char *(*devnode)(const struct device *, umode_t *);
		void (*class_release)(const struct class *);
	}
	void (*dev_release)(struct device *);
	int (*shutdown_pre)(struct device *);
	const struct kobj_ns_type_operations *ns_type;
	@until(6.12) {
		const void *(*namespace)(struct device *);
		void (*get_ownership)(struct device *, kuid_t *, kgid_t *);
	}
	@since(6.12) {
		const void *(*namespace)(const struct device *);
		void (*get_ownership)(const struct device *, kuid_t *, kgid_t *);
	}
	const struct dev_pm_ops *pm;
	@until(6.12) struct subsys_private *p;
};

struct trace_event {
	struct hlist_node node;
	@until(6.12) struct list_head list;
	int type;
	struct trace_event_functions *funcs;
};

struct trace_event_call {
	struct list_head list;
	struct trace_event_class *class;
	union {
		@until(6.12) const char *name;
		@since(6.12) const char *name;
		struct tracepoint *tp;
	};
	struct trace_event event;
	@until(6.12) {
		char *print_fmt;
		struct event_filter *filter;
	}
	@since(6.12) char *print_fmt;
	union {
		void *module;
		atomic_t refcnt;
	};
	void *data;
	int flags, perf_refcount;
	struct hlist_head *perf_events;
	struct bpf_prog_array *prog_array;
	int (*perf_perm)(struct trace_event_call *, struct perf_event *);
};

struct ctl_table_root {
	struct ctl_table_set default_set;
	struct ctl_table_set *(*lookup)(struct ctl_table_root *);
	void (*set_ownership)(struct ctl_table_header *, kuid_t *, kgid_t *);
	@until(6.12) int (*permissions)(struct ctl_table_header *, struct ctl_table *);
	@since(6.12) int (*permissions)(struct ctl_table_header *, const struct ctl_table *);
};

enum irqchip_irq_state {
	IRQCHIP_STATE_PENDING, IRQCHIP_STATE_ACTIVE, IRQCHIP_STATE_MASKED,
	IRQCHIP_STATE_LINE_LEVEL
};

struct irq_chip {
	const char *name;
	unsigned int (*irq_startup)(struct irq_data *);
	void (*irq_shutdown)(struct irq_data *);
	void (*irq_enable)(struct irq_data *);
	void (*irq_disable)(struct irq_data *);
	void (*irq_ack)(struct irq_data *);
	void (*irq_mask)(struct irq_data *);
	void (*irq_mask_ack)(struct irq_data *);
	void (*irq_unmask)(struct irq_data *);
	void (*irq_eoi)(struct irq_data *);
	int (*irq_set_affinity)(struct irq_data *, const struct cpumask *, bool);
	int (*irq_retrigger)(struct irq_data *);
	int (*irq_set_type)(struct irq_data *, unsigned int);
	int (*irq_set_wake)(struct irq_data *, unsigned int);
	void (*irq_bus_lock)(struct irq_data *);
	void (*irq_bus_sync_unlock)(struct irq_data *);
	void (*irq_suspend)(struct irq_data *);
	void (*irq_resume)(struct irq_data *);
	void (*irq_pm_shutdown)(struct irq_data *);
	void (*irq_calc_mask)(struct irq_data *);
	void (*irq_print_chip)(struct irq_data *, struct seq_file *);
	int (*irq_request_resources)(struct irq_data *);
	void (*irq_release_resources)(struct irq_data *);
	void (*irq_compose_msi_msg)(struct irq_data *, struct msi_msg *);
	void (*irq_write_msi_msg)(struct irq_data *, struct msi_msg *);
	int (*irq_get_irqchip_state)(struct irq_data *, enum irqchip_irq_state, bool *);
	int (*irq_set_irqchip_state)(struct irq_data *, enum irqchip_irq_state, bool);
	int (*irq_set_vcpu_affinity)(struct irq_data *, void *);
	void (*ipi_send_single)(struct irq_data *, unsigned int);
	void (*ipi_send_mask)(struct irq_data *, const struct cpumask *);
	int (*irq_nmi_setup)(struct irq_data *);
	void (*irq_nmi_teardown)(struct irq_data *);
	unsigned long flags;
};

@until(6.12)
enum irq_domain_bus_token {
	DOMAIN_BUS_ANY, DOMAIN_BUS_WIRED, DOMAIN_BUS_GENERIC_MSI, DOMAIN_BUS_PCI_MSI,
	DOMAIN_BUS_PLATFORM_MSI, DOMAIN_BUS_NEXUS, DOMAIN_BUS_IPI, DOMAIN_BUS_FSL_MC_MSI,
	DOMAIN_BUS_TI_SCI_INTA_MSI, DOMAIN_BUS_WAKEUP, DOMAIN_BUS_VMD_MSI
};

@since(6.12)
enum irq_domain_bus_token {
	DOMAIN_BUS_ANY, DOMAIN_BUS_WIRED, DOMAIN_BUS_GENERIC_MSI, DOMAIN_BUS_PCI_MSI,
	DOMAIN_BUS_PLATFORM_MSI, DOMAIN_BUS_NEXUS, DOMAIN_BUS_IPI, DOMAIN_BUS_FSL_MC_MSI,
	DOMAIN_BUS_TI_SCI_INTA_MSI, DOMAIN_BUS_WAKEUP, DOMAIN_BUS_VMD_MSI,
	DOMAIN_BUS_PCI_DEVICE_MSI, DOMAIN_BUS_PCI_DEVICE_MSIX, DOMAIN_BUS_DMAR, DOMAIN_BUS_AMDVI,
	DOMAIN_BUS_DEVICE_MSI, DOMAIN_BUS_WIRED_TO_MSI
};

struct irq_domain {
	struct list_head link;
	@until(6.12) const char *name;
	@since(6.12) const char *name;
	const struct irq_domain_ops *ops;
	void *host_data;
	unsigned int flags, mapcount;
	@since(6.12) {
		struct mutex mutex;
		struct irq_domain *root;
	}
	struct fwnode_handle *fwnode;
	enum irq_domain_bus_token bus_token;
	struct irq_domain_chip_generic *gc;
	struct device *dev;
	@since(6.12) struct device *pm_dev;
	struct irq_domain *parent;
	@since(6.12) {
		const struct msi_parent_ops *msi_parent_ops;
		void (*exit)(struct irq_domain *);
	}
	irq_hw_number_t hwirq_max;
	unsigned int revmap_size;
	struct xarray revmap_tree;
	@until(6.12) struct mutex revmap_mutex;
	struct irq_data *revmap[0];
};

struct perf_event_groups {
	struct rb_root tree;
	u64 index;
};

struct perf_event_context {
	@until(6.12) struct pmu *pmu;
	raw_spinlock_t lock;
	struct mutex mutex;
	@until(6.12) struct list_head active_ctx_list;
	@since(6.12) struct list_head pmu_ctx_list;
	struct perf_event_groups pinned_groups, flexible_groups;
	struct list_head event_list;
	@until(6.12) {
		struct list_head pinned_active, flexible_active;
	}
	int nr_events;
	@until(6.12) int nr_active;
	int nr_user, is_active;
	@since(6.12) int nr_task_data;
	int nr_stat, nr_freq, rotate_disable;
	@until(6.12) int rotate_necessary;
	refcount_t refcount;
	struct task_struct *task;
	u64 time, timestamp, timeoffset;
	struct perf_event_context *parent_ctx;
	u64 parent_gen, generation;
	int pin_count, nr_cgroups;
	@until(6.12) void *task_ctx_data;
	struct callback_head callback_head;
	@until(6.12) local_t nr_pending;
	@since(6.12) local_t nr_no_switch_fast;
};

union perf_sample_weight {
	__u64 full;
	struct {
		__u32 var1_dw;
		__u16 var2_w, var3_w;
	};
};

union perf_mem_data_src {
	__u64 val;
	struct {
		__u64 mem_op : 5, mem_lvl : 14, mem_snoop : 5, mem_lock : 2, mem_dtlb : 7;
		__u64 mem_lvl_num : 4, mem_remote : 1, mem_snoopx : 2, mem_blk : 3, mem_hops : 3;
		__u64 mem_rsvd : 18;
	};
};

struct perf_regs {
	__u64 abi;
	struct pt_regs *regs;
};

struct perf_sample_data {
	u64 sample_flags, period;
	@since(6.12) {
		u64 dyn_size, type;
		struct {
			u32 pid, tid;
		} tid_entry;
		u64 time, id;
		struct {
			u32 cpu, reserved;
		} cpu_entry;
		u64 ip;
		struct perf_callchain_entry *callchain;
		struct perf_raw_record *raw;
	}
	struct perf_branch_stack *br_stack;
	@since(6.12) u64 *br_stack_cntr;
	union perf_sample_weight weight;
	union perf_mem_data_src data_src;
	u64 txn;
	@until(6.12) {
		u64 addr;
		struct perf_raw_record *raw;
		u64 type, ip;
		struct {
			u32 pid, tid;
		} tid_entry;
		u64 time, id, stream_id;
		struct {
			u32 cpu, reserved;
		} cpu_entry;
		struct perf_callchain_entry *callchain;
		u64 aux_size;
	}
	struct perf_regs regs_user, regs_intr;
	u64 stack_user_size;
	@since(6.12) {
		u64 stream_id, cgroup, addr;
	}
	u64 phys_addr;
	@until(6.12) u64 cgroup;
	u64 data_page_size, code_page_size;
	@since(6.12) u64 aux_size;
} __attribute__((aligned(64)));

struct pmu {
	struct list_head entry;
	struct module *module;
	struct device *dev;
	@since(6.12) struct device *parent;
	const struct attribute_group **attr_groups;
	const struct attribute_group **attr_update;
	@until(6.12) const char *name;
	@since(6.12) const char *name;
	int type, capabilities;
	@since(6.12) unsigned int scope;
	int *pmu_disable_count;
	@until(6.12) struct perf_cpu_context *pmu_cpu_context;
	@since(6.12) struct perf_cpu_pmu_context *cpu_pmu_context;
	atomic_t exclusive_cnt;
	int task_ctx_nr, hrtimer_interval_ms;
	unsigned int nr_addr_filters;
	void (*pmu_enable)(struct pmu *);
	void (*pmu_disable)(struct pmu *);
	int (*event_init)(struct perf_event *);
	void (*event_mapped)(struct perf_event *, struct mm_struct *);
	void (*event_unmapped)(struct perf_event *, struct mm_struct *);
	int (*add)(struct perf_event *, int);
	void (*del)(struct perf_event *, int);
	void (*start)(struct perf_event *, int);
	void (*stop)(struct perf_event *, int);
	void (*read)(struct perf_event *);
	void (*start_txn)(struct pmu *, unsigned int);
	int (*commit_txn)(struct pmu *);
	void (*cancel_txn)(struct pmu *);
	int (*event_idx)(struct perf_event *);
	@until(6.12) void (*sched_task)(struct perf_event_context *, bool);
	@since(6.12) void (*sched_task)(struct perf_event_pmu_context *, struct task_struct *,
		bool);
	struct kmem_cache *task_ctx_cache;
	@until(6.12) void (*swap_task_ctx)(struct perf_event_context *,
		struct perf_event_context *);
	@since(6.12) void (*swap_task_ctx)(struct perf_event_pmu_context *,
		struct perf_event_pmu_context *);
	void *(*setup_aux)(struct perf_event *, void **, int, bool);
	void (*free_aux)(void *);
	long (*snapshot_aux)(struct perf_event *, struct perf_output_handle *, unsigned long);
	int (*addr_filters_validate)(struct list_head *);
	void (*addr_filters_sync)(struct perf_event *);
	int (*aux_output_match)(struct perf_event *);
	@until(6.12) int (*filter_match)(struct perf_event *);
	@since(6.12) bool (*filter)(struct pmu *, int);
	int (*check_period)(struct perf_event *, u64);
};

struct dev_pm_ops {
	int (*prepare)(struct device *);
	void (*complete)(struct device *);
	int (*suspend)(struct device *);
	int (*resume)(struct device *);
	int (*freeze)(struct device *);
	int (*thaw)(struct device *);
	int (*poweroff)(struct device *);
	int (*restore)(struct device *);
	int (*suspend_late)(struct device *);
	int (*resume_early)(struct device *);
	int (*freeze_late)(struct device *);
	int (*thaw_early)(struct device *);
	int (*poweroff_late)(struct device *);
	int (*restore_early)(struct device *);
	int (*suspend_noirq)(struct device *);
	int (*resume_noirq)(struct device *);
	int (*freeze_noirq)(struct device *);
	int (*thaw_noirq)(struct device *);
	int (*poweroff_noirq)(struct device *);
	int (*restore_noirq)(struct device *);
	int (*runtime_suspend)(struct device *);
	int (*runtime_resume)(struct device *);
	int (*runtime_idle)(struct device *);
};
