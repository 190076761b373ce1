/* Run queues and scheduling entities: all members, all offsets. */

struct __call_single_node {
	struct llist_node llist;
	union {
		unsigned int u_flags;
		atomic_t a_flags;
	};
	u16 src, dst;
};

struct load_weight {
	unsigned long weight;
	u32 inv_weight;
};

@until(6.12)
struct util_est { unsigned int enqueued, ewma; };

struct sched_avg {
	u64 last_update_time, load_sum, runnable_sum;
	u32 util_sum, period_contrib;
	unsigned long load_avg, runnable_avg, util_avg;
	@until(6.12) struct util_est util_est;
	@since(6.12) unsigned int util_est;
};

struct sched_entity {
	struct load_weight load;
	struct rb_node run_node;
	@since(6.12) {
		u64 deadline, min_vruntime, min_slice;
	}
	struct list_head group_node;
	@until(6.12) unsigned int on_rq;
	@since(6.12) {
		unsigned char on_rq, sched_delayed, rel_deadline, custom_slice;
	}
	u64 exec_start, sum_exec_runtime;
	@since(6.12) u64 prev_sum_exec_runtime;
	u64 vruntime;
	@until(6.12) u64 prev_sum_exec_runtime;
	@since(6.12) {
		s64 vlag;
		u64 slice;
	}
	u64 nr_migrations;
	int depth;
	struct sched_entity *parent;
	struct cfs_rq *cfs_rq;
	struct cfs_rq *my_q;
	unsigned long runnable_weight;
	@until(6.12) struct sched_avg avg __attribute__((aligned(64)));
	@since(6.12) struct sched_avg avg __attribute__((aligned(16)));
};

struct sched_rt_entity {
	struct list_head run_list;
	unsigned long timeout, watchdog_stamp;
	unsigned int time_slice;
	unsigned short on_rq, on_list;
	struct sched_rt_entity *back;
};

@since(6.12) typedef struct task_struct *(*dl_server_pick_f)(struct sched_dl_entity *);
struct sched_dl_entity {
	struct rb_node rb_node;
	u64 dl_runtime, dl_deadline, dl_period, dl_bw, dl_density;
	s64 runtime;
	u64 deadline;
	unsigned int flags, dl_throttled : 1, dl_yielded : 1, dl_non_contending : 1;
	unsigned int dl_overrun : 1;
	@since(6.12) {
		unsigned int dl_server : 1, dl_server_active : 1, dl_defer : 1;
		unsigned int dl_defer_armed : 1, dl_defer_running : 1;
	}
	struct hrtimer dl_timer, inactive_timer;
	@since(6.12) {
		struct rq *rq;
		dl_server_pick_f server_pick_task;
	}
	struct sched_dl_entity *pi_se;
};

struct sched_statistics {
	u64 wait_start, wait_max, wait_count, wait_sum, iowait_count, iowait_sum;
	u64 sleep_start, sleep_max;
	s64 sum_sleep_runtime;
	u64 block_start, block_max;
	s64 sum_block_runtime;
	@until(6.12) u64 exec_max;
	@since(6.12) s64 exec_max;
	u64 slice_max, nr_migrations_cold, nr_failed_migrations_affine;
	u64 nr_failed_migrations_running, nr_failed_migrations_hot, nr_forced_migrations;
	u64 nr_wakeups, nr_wakeups_sync, nr_wakeups_migrate, nr_wakeups_local;
	u64 nr_wakeups_remote, nr_wakeups_affine, nr_wakeups_affine_attempts;
	u64 nr_wakeups_passive, nr_wakeups_idle;
} __attribute__((aligned(64)));

struct sched_info {
	unsigned long pcount;
	unsigned long long run_delay, last_arrival, last_queued;
};

struct rb_root_cached {
	struct rb_root rb_root;
	struct rb_node *rb_leftmost;
};

struct rcuwait { struct task_struct *task; };
typedef void (*smp_call_func_t)(void *);

struct __call_single_data {
	struct __call_single_node node;
	smp_call_func_t func;
	void *info;
};

struct percpu_ref {
	unsigned long percpu_count_ptr;
	struct percpu_ref_data *data;
};

typedef struct __call_single_data call_single_data_t;

struct cfs_rq {
	struct load_weight load;
	unsigned int nr_running;
	@until(6.12) unsigned int h_nr_running;
	@since(6.12) {
		unsigned int h_nr_queued, h_nr_runnable;
	}
	unsigned int idle_nr_running, idle_h_nr_running;
	@until(6.12) {
		u64 exec_clock, min_vruntime;
	}
	@since(6.12) {
		unsigned int h_nr_delayed;
		s64 avg_vruntime;
		u64 avg_load, zero_vruntime;
	}
	struct rb_root_cached tasks_timeline;
	struct sched_entity *curr;
	struct sched_entity *next;
	@until(6.12) {
		struct sched_entity *last;
		struct sched_entity *skip;
		unsigned int nr_spread_over;
		struct sched_avg avg __attribute__((aligned(32)));
	}
	@since(6.12) struct sched_avg avg __attribute__((aligned(64)));
	struct {
		raw_spinlock_t lock;
		int nr;
		unsigned long load_avg, util_avg, runnable_avg;
	} __attribute__((aligned(64))) removed;
	@since(6.12) u64 last_update_tg_load_avg;
	unsigned long tg_load_avg_contrib;
	long propagate, prop_runnable_sum;
	unsigned long h_load;
	u64 last_h_load_update;
	struct sched_entity *h_load_next;
	struct rq *rq;
	int on_list;
	struct list_head leaf_cfs_rq_list;
	struct task_group *tg;
	int idle, runtime_enabled;
	s64 runtime_remaining;
	u64 throttled_pelt_idle, throttled_clock, throttled_clock_pelt;
	u64 throttled_clock_pelt_time;
	@since(6.12) {
		u64 throttled_clock_self, throttled_clock_self_time;
	}
	int throttled, throttle_count;
	struct list_head throttled_list;
	@since(6.12) struct list_head throttled_csd_list;
} __attribute__((aligned(64)));

struct rt_prio_array {
	unsigned long bitmap[2];
	struct list_head queue[100];
};

struct plist_head { struct list_head node_list; };

struct rt_rq {
	struct rt_prio_array active;
	unsigned int rt_nr_running, rr_nr_running;
	struct {
		int curr, next;
	} highest_prio;
	@until(6.12) {
		unsigned int rt_nr_migratory, rt_nr_total;
		int overloaded;
	}
	@since(6.12) bool overloaded;
	struct plist_head pushable_tasks;
	int rt_queued;
	@until(6.12) {
		int rt_throttled;
		u64 rt_time, rt_runtime;
		raw_spinlock_t rt_runtime_lock;
	}
};

struct dl_rq {
	struct rb_root_cached root;
	unsigned int dl_nr_running;
	struct {
		u64 curr, next;
	} earliest_dl;
	@until(6.12) {
		unsigned int dl_nr_migratory;
		int overloaded;
	}
	@since(6.12) bool overloaded;
	struct rb_root_cached pushable_dl_tasks_root;
	u64 running_bw, this_bw, extra_bw;
	@since(6.12) u64 max_bw;
	u64 bw_ratio;
};

typedef int (*cpu_stop_fn_t)(void *);

struct cpu_stop_work {
	struct list_head list;
	cpu_stop_fn_t fn;
	unsigned long caller;
	void *arg;
	struct cpu_stop_done *done;
};

struct rq {
	raw_spinlock_t __lock;
	unsigned int nr_running, nr_numa_running, nr_preferred_running, numa_migrate_on;
	unsigned long last_blocked_load_update_tick;
	unsigned int has_blocked_load;
	call_single_data_t nohz_csd __attribute__((aligned(32)));
	unsigned int nohz_tick_stopped;
	atomic_t nohz_flags;
	unsigned int ttwu_pending;
	u64 nr_switches;
	struct cfs_rq cfs __attribute__((aligned(16)));
	struct rt_rq rt;
	struct dl_rq dl;
	@since(6.12) struct sched_dl_entity fair_server;
	struct list_head leaf_cfs_rq_list;
	struct list_head *tmp_alone_branch;
	unsigned long nr_uninterruptible;
	@until(6.12) struct task_struct *curr;
	@since(6.12) {
		union {
			struct task_struct *donor;
			struct task_struct *curr;
		};
		struct sched_dl_entity *dl_server;
	}
	struct task_struct *idle;
	struct task_struct *stop;
	unsigned long next_balance;
	struct mm_struct *prev_mm;
	unsigned int clock_update_flags;
	u64 clock;
	@until(6.12) u64 clock_task __attribute__((aligned(64)));
	@since(6.12) u64 clock_task __attribute__((aligned(16)));
	u64 clock_pelt;
	unsigned long lost_idle_time;
	u64 clock_pelt_idle, clock_idle;
	atomic_t nr_iowait;
	u64 last_seen_need_resched_ns;
	int ticks_without_resched, membarrier_state;
	struct root_domain *rd;
	struct sched_domain *sd;
	unsigned long cpu_capacity;
	@until(6.12) unsigned long cpu_capacity_orig;
	struct balance_callback *balance_callback;
	unsigned char nohz_idle_balance, idle_balance;
	unsigned long misfit_task_load;
	int active_balance, push_cpu;
	struct cpu_stop_work active_balance_work;
	int cpu, online;
	struct list_head cfs_tasks;
	struct sched_avg avg_rt __attribute__((aligned(64)));
	struct sched_avg avg_dl;
	u64 idle_stamp, avg_idle;
	@until(6.12) {
		unsigned long wake_stamp;
		u64 wake_avg_idle;
	}
	u64 max_idle_balance_cost;
	struct rcuwait hotplug_wait;
	u64 prev_steal_time;
	unsigned long calc_load_update;
	long calc_load_active;
	@until(6.12) call_single_data_t hrtick_csd __attribute__((aligned(32)));
	@since(6.12) call_single_data_t hrtick_csd __attribute__((aligned(16)));
	struct hrtimer hrtick_timer;
	ktime_t hrtick_time;
	struct sched_info rq_sched_info;
	unsigned long long rq_cpu_time;
	unsigned int yld_count, sched_count, sched_goidle, ttwu_count, ttwu_local;
	struct cpuidle_state *idle_state;
	unsigned int nr_pinned, push_busy;
	struct cpu_stop_work push_work;
	@since(6.12) {
		cpumask_var_t scratch_mask;
		call_single_data_t cfsb_csd __attribute__((aligned(32)));
		struct list_head cfsb_csd_list;
	}
};

struct rcu_work {
	struct work_struct work;
	struct callback_head rcu;
	struct workqueue_struct *wq;
};

struct cgroup_subsys_state {
	struct cgroup *cgroup;
	struct cgroup_subsys *ss;
	struct percpu_ref refcnt;
	struct list_head sibling, children, rstat_css_node;
	int id;
	unsigned int flags;
	u64 serial_nr;
	atomic_t online_cnt;
	struct work_struct destroy_work;
	struct rcu_work destroy_rwork;
	struct cgroup_subsys_state *parent;
	@since(6.12) int nr_descendants;
};

struct cfs_bandwidth {
	raw_spinlock_t lock;
	ktime_t period;
	u64 quota, runtime, burst, runtime_snap;
	s64 hierarchical_quota;
	u8 idle, period_active, slack_started;
	struct hrtimer period_timer, slack_timer;
	struct list_head throttled_cfs_rq;
	int nr_periods, nr_throttled, nr_burst;
	u64 throttled_time, burst_time;
};

struct task_group {
	struct cgroup_subsys_state css;
	@since(6.12) int idle;
	struct sched_entity **se;
	struct cfs_rq **cfs_rq;
	unsigned long shares;
	@until(6.12) int idle;
	atomic_long_t load_avg __attribute__((aligned(32)));
	struct callback_head rcu;
	struct list_head list;
	struct task_group *parent;
	struct list_head siblings, children;
	struct autogroup *autogroup;
	struct cfs_bandwidth cfs_bandwidth;
} __attribute__((aligned(64)));

struct sched_class {
	void (*enqueue_task)(struct rq *, struct task_struct *, int);
	@until(6.12) void (*dequeue_task)(struct rq *, struct task_struct *, int);
	@since(6.12) bool (*dequeue_task)(struct rq *, struct task_struct *, int);
	void (*yield_task)(struct rq *);
	bool (*yield_to_task)(struct rq *, struct task_struct *);
	@until(6.12) {
		void (*check_preempt_curr)(struct rq *, struct task_struct *, int);
		struct task_struct *(*pick_next_task)(struct rq *);
		void (*put_prev_task)(struct rq *, struct task_struct *);
	}
	@since(6.12) {
		void (*wakeup_preempt)(struct rq *, struct task_struct *, int);
		int (*balance)(struct rq *, struct task_struct *, struct rq_flags *);
		struct task_struct *(*pick_task)(struct rq *);
		struct task_struct *(*pick_next_task)(struct rq *, struct task_struct *);
		void (*put_prev_task)(struct rq *, struct task_struct *, struct task_struct *);
	}
	void (*set_next_task)(struct rq *, struct task_struct *, bool);
	@until(6.12) int (*balance)(struct rq *, struct task_struct *, struct rq_flags *);
	int (*select_task_rq)(struct task_struct *, int, int);
	@until(6.12) struct task_struct *(*pick_task)(struct rq *);
	void (*migrate_task_rq)(struct task_struct *, int);
	void (*task_woken)(struct rq *, struct task_struct *);
	@until(6.12) void (*set_cpus_allowed)(struct task_struct *, const struct cpumask *, u32);
	@since(6.12) void (*set_cpus_allowed)(struct task_struct *, struct affinity_context *);
	void (*rq_online)(struct rq *);
	void (*rq_offline)(struct rq *);
	struct rq *(*find_lock_rq)(struct task_struct *, struct rq *);
	void (*task_tick)(struct rq *, struct task_struct *, int);
	void (*task_fork)(struct task_struct *);
	void (*task_dead)(struct task_struct *);
	@since(6.12) void (*switching_to)(struct rq *, struct task_struct *);
	void (*switched_from)(struct rq *, struct task_struct *);
	void (*switched_to)(struct rq *, struct task_struct *);
	@since(6.12) void (*reweight_task)(struct rq *, struct task_struct *,
		const struct load_weight *);
	void (*prio_changed)(struct rq *, struct task_struct *, int);
	unsigned int (*get_rr_interval)(struct rq *, struct task_struct *);
	void (*update_curr)(struct rq *);
	void (*task_change_group)(struct task_struct *);
};
