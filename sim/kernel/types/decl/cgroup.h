/* Control groups: all members, all offsets. */

struct cgroup_file {
	struct kernfs_node *kn;
	unsigned long notified_at;
	struct timer_list notify_timer;
};

struct cgroup_base_stat {
	struct task_cputime cputime;
	@since(6.12) u64 ntime;
};

struct cgroup_bpf {
	@until(6.12) {
		struct bpf_prog_array *effective[33];
		struct hlist_head progs[33];
		u8 flags[33];
	}
	@since(6.12) {
		struct bpf_prog_array *effective[38];
		struct hlist_head progs[38];
		u8 flags[38];
		u64 revisions[38];
	}
	struct list_head storages;
	struct bpf_prog_array *inactive;
	struct percpu_ref refcnt;
	struct work_struct release_work;
};

struct cgroup_freezer_state {
	bool freeze;
	int e_freeze, nr_frozen_descendants, nr_frozen_tasks;
};

struct cacheline_padding { char x[0]; };

struct cgroup {
	struct cgroup_subsys_state self;
	unsigned long flags;
	int level, max_depth, nr_descendants, nr_dying_descendants, max_descendants;
	int nr_populated_csets, nr_populated_domain_children;
	int nr_populated_threaded_children, nr_threaded_children;
	unsigned int kill_seq;
	struct kernfs_node *kn;
	struct cgroup_file procs_file, events_file, psi_files[3];
	u16 subtree_control, subtree_ss_mask, old_subtree_control, old_subtree_ss_mask;
	struct cgroup_subsys_state *subsys[14];
	@since(6.12) int nr_dying_subsys[14];
	struct cgroup_root *root;
	struct list_head cset_links, e_csets[14];
	struct cgroup *dom_cgrp;
	struct cgroup *old_dom_cgrp;
	struct cgroup_rstat_cpu *rstat_cpu;
	struct list_head rstat_css_list;
	@since(6.12) {
		struct cacheline_padding _pad_ __attribute__((aligned(32)));
		struct cgroup *rstat_flush_next;
	}
	struct cgroup_base_stat last_bstat, bstat;
	struct prev_cputime prev_cputime;
	struct list_head pidlists;
	struct mutex pidlist_mutex;
	wait_queue_head_t offline_waitq;
	struct work_struct release_agent_work;
	struct psi_group *psi;
	struct cgroup_bpf bpf;
	@until(6.12) atomic_t congestion_count;
	struct cgroup_freezer_state freezer;
	@since(6.12) struct bpf_local_storage *bpf_cgrp_storage;
	struct cgroup *ancestors[0];
};

struct css_set {
	struct cgroup_subsys_state *subsys[14];
	refcount_t refcount;
	struct css_set *dom_cset;
	struct cgroup *dfl_cgrp;
	int nr_tasks;
	struct list_head tasks, mg_tasks, dying_tasks, task_iters;
	struct list_head e_cset_node[14];
	struct list_head threaded_csets, threaded_csets_node;
	struct hlist_node hlist;
	struct list_head cgrp_links, mg_src_preload_node, mg_dst_preload_node, mg_node;
	struct cgroup *mg_src_cgrp;
	struct cgroup *mg_dst_cgrp;
	struct css_set *mg_dst_cset;
	bool dead;
	struct callback_head callback_head;
};

struct cgroup_root {
	struct kernfs_root *kf_root;
	unsigned int subsys_mask;
	int hierarchy_id;
	struct list_head root_list;
	struct callback_head rcu;
	struct cgroup cgrp;
	struct cgroup *cgrp_ancestor_storage;
	atomic_t nr_cgrps;
	unsigned int flags;
	char release_agent_path[4096];
	char name[64];
};

struct cgroup_subsys {
	struct cgroup_subsys_state *(*css_alloc)(struct cgroup_subsys_state *);
	int (*css_online)(struct cgroup_subsys_state *);
	void (*css_offline)(struct cgroup_subsys_state *);
	void (*css_released)(struct cgroup_subsys_state *);
	void (*css_free)(struct cgroup_subsys_state *);
	void (*css_reset)(struct cgroup_subsys_state *);
	@since(6.12) void (*css_killed)(struct cgroup_subsys_state *);
	void (*css_rstat_flush)(struct cgroup_subsys_state *, int);
	int (*css_extra_stat_show)(struct seq_file *, struct cgroup_subsys_state *);
	@since(6.12) int (*css_local_stat_show)(struct seq_file *, struct cgroup_subsys_state *);
	int (*can_attach)(struct cgroup_taskset *);
	void (*cancel_attach)(struct cgroup_taskset *);
	void (*attach)(struct cgroup_taskset *);
	void (*post_attach)(void);
	int (*can_fork)(struct task_struct *, struct css_set *);
	void (*cancel_fork)(struct task_struct *, struct css_set *);
	void (*fork)(struct task_struct *);
	void (*exit)(struct task_struct *);
	void (*release)(struct task_struct *);
	void (*bind)(struct cgroup_subsys_state *);
	bool early_init : 1, implicit_on_dfl : 1, threaded : 1;
	int id;
	@until(6.12) {
		const char *name;
		const char *legacy_name;
	}
	@since(6.12) {
		const char *name;
		const char *legacy_name;
	}
	struct cgroup_root *root;
	struct idr css_idr;
	struct list_head cfts;
	struct cftype *dfl_cftypes;
	struct cftype *legacy_cftypes;
	unsigned int depends_on;
};

struct css_task_iter {
	struct cgroup_subsys *ss;
	unsigned int flags;
	struct list_head *cset_pos;
	struct list_head *cset_head;
	struct list_head *tcset_pos;
	struct list_head *tcset_head;
	struct list_head *task_pos;
	struct list_head *cur_tasks_head;
	struct css_set *cur_cset;
	struct css_set *cur_dcset;
	struct task_struct *cur_task;
	struct list_head iters_node;
};

struct cgroup_namespace {
	struct ns_common ns;
	struct user_namespace *user_ns;
	struct ucounts *ucounts;
	struct css_set *root_cset;
};

struct cftype {
	@until(6.12) char name[64];
	@since(6.12) char name[64];
	unsigned long private;
	size_t max_write_len;
	unsigned int flags, file_offset;
	struct cgroup_subsys *ss;
	struct list_head node;
	struct kernfs_ops *kf_ops;
	int (*open)(struct kernfs_open_file *);
	void (*release)(struct kernfs_open_file *);
	u64 (*read_u64)(struct cgroup_subsys_state *, struct cftype *);
	s64 (*read_s64)(struct cgroup_subsys_state *, struct cftype *);
	int (*seq_show)(struct seq_file *, void *);
	void *(*seq_start)(struct seq_file *, loff_t *);
	void *(*seq_next)(struct seq_file *, void *, loff_t *);
	void (*seq_stop)(struct seq_file *, void *);
	int (*write_u64)(struct cgroup_subsys_state *, struct cftype *, u64);
	int (*write_s64)(struct cgroup_subsys_state *, struct cftype *, s64);
	@until(6.12) ssize_t (*write)(struct kernfs_open_file *, char *, size_t, loff_t);
	@since(6.12) ssize_t (*write)(struct kernfs_open_file *, char *, size_t, loff_t);
	__poll_t (*poll)(struct kernfs_open_file *, struct poll_table_struct *);
	@since(6.12) struct lock_class_key lockdep_key;
};
