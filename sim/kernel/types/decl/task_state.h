/* Clones, audits, scheduling domains and workers: all members, all offsets. */

struct kernel_clone_args {
	u64 flags;
	int *pidfd;
	int *child_tid;
	int *parent_tid;
	@since(6.12) const char *name;
	int exit_signal;
	@since(6.12) {
		u32 kthread : 1, io_thread : 1, user_worker : 1, no_files : 1;
	}
	unsigned long stack, stack_size, tls;
	pid_t *set_tid;
	size_t set_tid_size;
	int cgroup;
	@until(6.12) {
		int io_thread, kthread;
	}
	int idle;
	int (*fn)(void *);
	void *fn_arg;
	struct cgroup *cgrp;
	struct css_set *cset;
	unsigned int kill_seq;
};

struct ratelimit_state {
	raw_spinlock_t lock;
	int interval, burst, printed, missed;
	@since(6.12) unsigned int flags;
	unsigned long begin;
	@until(6.12) unsigned long flags;
};

struct user_struct {
	refcount_t __count;
	struct percpu_counter epoll_watches;
	unsigned long unix_inflight;
	atomic_long_t pipe_bufs;
	struct hlist_node uidhash_node;
	kuid_t uid;
	atomic_long_t locked_vm, perf_mlock;
	struct ratelimit_state ratelimit;
};

enum uprobe_task_state {
	UTASK_RUNNING, UTASK_SSTEP, UTASK_SSTEP_ACK, UTASK_SSTEP_TRAPPED
};

struct arch_uprobe_task {
	unsigned long saved_scratch_register;
	unsigned int saved_trap_nr, saved_tf;
};

struct uprobe_task {
	enum uprobe_task_state state;
	union {
		struct {
			struct arch_uprobe_task autask;
			unsigned long vaddr;
		};
		struct {
			struct callback_head dup_xol_work;
			unsigned long dup_xol_addr;
		};
	};
	struct uprobe *active_uprobe;
	unsigned long xol_vaddr;
	struct arch_uprobe *auprobe;
	struct return_instance *return_instances;
	unsigned int depth;
};

struct group_info {
	@until(6.12) atomic_t usage;
	@since(6.12) refcount_t usage;
	int ngroups;
	kgid_t gid[0];
};

struct mempolicy {
	atomic_t refcnt;
	unsigned short mode, flags;
	nodemask_t nodes;
	int home_node;
	union { nodemask_t cpuset_mems_allowed, user_nodemask; } w;
};

typedef struct seqcount_raw_spinlock seqcount_raw_spinlock_t;
struct seqcount_raw_spinlock { seqcount_t seqcount; };

struct hrtimer_clock_base {
	struct hrtimer_cpu_base *cpu_base;
	unsigned int index;
	clockid_t clockid;
	seqcount_raw_spinlock_t seq;
	struct hrtimer *running;
	struct timerqueue_head active;
	ktime_t (*get_time)(void);
	ktime_t offset;
};

struct hrtimer_cpu_base {
	raw_spinlock_t lock;
	unsigned int cpu, active_bases, clock_was_set_seq, hres_active : 1, in_hrtirq : 1;
	unsigned int hang_detected : 1, softirq_activated : 1, online : 1, nr_events;
	unsigned short nr_retries, nr_hangs;
	unsigned int max_hang_time;
	ktime_t expires_next;
	struct hrtimer *next_timer;
	ktime_t softirq_expires_next;
	struct hrtimer *softirq_next_timer;
	struct hrtimer_clock_base clock_base[8];
	call_single_data_t csd;
} __attribute__((aligned(64)));

struct hrtimer_sleeper {
	struct hrtimer timer;
	struct task_struct *task;
};

struct worker {
	union {
		struct list_head entry;
		struct hlist_node hentry;
	};
	struct work_struct *current_work;
	work_func_t current_func;
	struct pool_workqueue *current_pwq;
	@since(6.12) u64 current_at;
	unsigned int current_color;
	@since(6.12) {
		int sleeping;
		work_func_t last_func;
	}
	struct list_head scheduled;
	struct task_struct *task;
	struct worker_pool *pool;
	struct list_head node;
	unsigned long last_active;
	unsigned int flags;
	int id;
	@until(6.12) {
		int sleeping;
		char desc[24];
	}
	@since(6.12) char desc[32];
	struct workqueue_struct *rescue_wq;
	@until(6.12) work_func_t last_func;
};

typedef void (*kthread_work_func_t)(struct kthread_work *);

@since(6.12)
struct kthread_work {
	struct list_head node;
	kthread_work_func_t func;
	struct kthread_worker *worker;
	int canceling;
};

@until(6.12)
struct pool_workqueue {
	struct worker_pool *pool;
	struct workqueue_struct *wq;
	int work_color, flush_color, refcnt;
	int nr_in_flight[16];
	int nr_active, max_active;
	struct list_head inactive_works, pwqs_node, mayday_node;
	struct work_struct unbound_release_work;
	struct callback_head rcu;
} __attribute__((aligned(64)));

@since(6.12)
struct pool_workqueue {
	struct worker_pool *pool;
	struct workqueue_struct *wq;
	int work_color, flush_color, refcnt, nr_in_flight[16];
	bool plugged;
	int nr_active;
	struct list_head inactive_works, pending_node, pwqs_node, mayday_node;
	struct work_struct mayday_cursor;
	u64 stats[8];
	struct kthread_work release_work;
	struct callback_head rcu;
} __attribute__((aligned(256)));

struct action_cache {
	unsigned long allow_native[8];
	unsigned long allow_compat[8];
};

struct seccomp_filter {
	refcount_t refs, users;
	bool log, wait_killable_recv;
	struct action_cache cache;
	struct seccomp_filter *prev;
	struct bpf_prog *prog;
	struct notification *notif;
	struct mutex notify_lock;
	wait_queue_head_t wqh;
};

enum audit_state { AUDIT_STATE_DISABLED, AUDIT_STATE_BUILD, AUDIT_STATE_RECORD };

struct audit_cap_data {
	kernel_cap_t permitted, inheritable;
	union {
		unsigned int fE;
		kernel_cap_t effective;
	};
	kernel_cap_t ambient;
	kuid_t rootid;
};

struct audit_names {
	struct list_head list;
	struct filename *name;
	int name_len;
	bool hidden;
	u64 ino;
	dev_t dev;
	umode_t mode;
	kuid_t uid;
	kgid_t gid;
	dev_t rdev;
	u32 osid;
	struct audit_cap_data fcap;
	unsigned int fcap_ver;
	unsigned char type;
	bool should_free;
};

typedef int __kernel_mqd_t;
typedef __kernel_mqd_t mqd_t;

struct mq_attr {
	__kernel_long_t mq_flags, mq_maxmsg, mq_msgsize, mq_curmsgs;
	__kernel_long_t __reserved[4];
};

struct audit_ntp_val { long long oldval, newval; };
struct audit_ntp_data { struct audit_ntp_val vals[6]; };

struct audit_proctitle {
	int len;
	char *value;
};

struct audit_context {
	int dummy;
	enum { AUDIT_CTX_UNUSED = 0, AUDIT_CTX_SYSCALL = 1, AUDIT_CTX_URING = 2 } context;
	enum audit_state state, current_state;
	unsigned int serial;
	int major, uring_op;
	struct timespec64 ctime;
	unsigned long argv[4];
	long return_code;
	u64 prio;
	int return_valid;
	struct audit_names preallocated_names[5];
	int name_count;
	struct list_head names_list;
	@until(6.12) char *filterkey;
	@since(6.12) char *filterkey;
	struct path pwd;
	struct audit_aux_data *aux;
	struct audit_aux_data *aux_pids;
	struct __kernel_sockaddr_storage *sockaddr;
	size_t sockaddr_len;
	pid_t ppid;
	kuid_t uid, euid, suid, fsuid;
	kgid_t gid, egid, sgid, fsgid;
	unsigned long personality;
	int arch;
	pid_t target_pid;
	kuid_t target_auid, target_uid;
	unsigned int target_sessionid;
	u32 target_sid;
	@until(6.12) char target_comm[16];
	@since(6.12) char target_comm[16];
	struct audit_tree_refs *trees;
	struct audit_tree_refs *first_trees;
	struct list_head killed_trees;
	int tree_count, type;
	union {
		struct {
			int nargs;
			long args[6];
		} socketcall;
		struct {
			kuid_t uid;
			kgid_t gid;
			umode_t mode;
			u32 osid;
			int has_perm;
			uid_t perm_uid;
			gid_t perm_gid;
			umode_t perm_mode;
			unsigned long qbytes;
		} ipc;
		struct {
			mqd_t mqdes;
			struct mq_attr mqstat;
		} mq_getsetattr;
		struct {
			mqd_t mqdes;
			int sigev_signo;
		} mq_notify;
		struct {
			mqd_t mqdes;
			size_t msg_len;
			unsigned int msg_prio;
			struct timespec64 abs_timeout;
		} mq_sendrecv;
		struct {
			int oflag;
			umode_t mode;
			struct mq_attr attr;
		} mq_open;
		struct {
			pid_t pid;
			struct audit_cap_data cap;
		} capset;
		struct {
			int fd, flags;
		} mmap;
		struct open_how openat2;
		struct {
			int argc;
		} execve;
		struct {
			@until(6.12) char *name;
			@since(6.12) const char *name;
		} module;
		struct {
			struct audit_ntp_data ntp_data;
			struct timespec64 tk_injoffset;
		} time;
	};
	int fds[2];
	struct audit_proctitle proctitle;
};

struct dl_bw {
	raw_spinlock_t lock;
	u64 bw, total_bw;
};

struct cpudl {
	raw_spinlock_t lock;
	int size;
	cpumask_var_t free_cpus;
	struct cpudl_item *elements;
};

struct cpupri_vec {
	atomic_t count;
	cpumask_var_t mask;
};

struct cpupri {
	struct cpupri_vec pri_to_cpu[101];
	int *cpu_to_pri;
};

struct root_domain {
	atomic_t refcount, rto_count;
	struct callback_head rcu;
	cpumask_var_t span, online;
	@until(6.12) {
		int overload, overutilized;
	}
	@since(6.12) {
		bool overloaded, overutilized;
	}
	cpumask_var_t dlo_mask;
	atomic_t dlo_count;
	struct dl_bw dl_bw;
	struct cpudl cpudl;
	u64 visit_gen;
	struct irq_work rto_push_work;
	raw_spinlock_t rto_lock;
	int rto_loop, rto_cpu;
	atomic_t rto_loop_next, rto_loop_start;
	cpumask_var_t rto_mask;
	struct cpupri cpupri;
	@until(6.12) unsigned long max_cpu_capacity;
	struct perf_domain *pd;
};

struct sched_domain {
	struct sched_domain *parent;
	struct sched_domain *child;
	struct sched_group *groups;
	unsigned long min_interval, max_interval;
	unsigned int busy_factor, imbalance_pct, cache_nice_tries, imb_numa_nr;
	int nohz_idle, flags, level;
	unsigned long last_balance;
	unsigned int balance_interval, nr_balance_failed, newidle_call, newidle_success;
	unsigned int newidle_ratio;
	u64 max_newidle_lb_cost;
	unsigned long last_decay_max_lb_cost;
	@until(6.12) u64 avg_scan_cost;
	unsigned int lb_count[3], lb_failed[3], lb_balanced[3], lb_imbalance[3];
	unsigned int lb_gained[3], lb_hot_gained[3], lb_nobusyg[3], lb_nobusyq[3];
	unsigned int alb_count, alb_failed, alb_pushed, sbe_count, sbe_balanced;
	unsigned int sbe_pushed, sbf_count, sbf_balanced, sbf_pushed, ttwu_wake_remote;
	unsigned int ttwu_move_affine, ttwu_move_balance;
	@until(6.12) char *name;
	@since(6.12) char *name;
	union {
		void *private;
		struct callback_head rcu;
	};
	struct sched_domain_shared *shared;
	unsigned int span_weight;
	unsigned long span[0];
};

struct core_thread {
	struct task_struct *task;
	struct core_thread *next;
};

struct core_state {
	atomic_t nr_threads;
	struct core_thread dumper;
	struct completion startup;
};

struct tasklet_struct {
	struct tasklet_struct *next;
	unsigned long state;
	atomic_t count;
	bool use_callback;
	union {
		void (*func)(unsigned long);
		void (*callback)(struct tasklet_struct *);
	};
	unsigned long data;
};

struct softirq_action {
	@until(6.12) void (*action)(struct softirq_action *);
	@since(6.12) void (*action)(void);
};

struct pin_cookie {
};

struct rq_flags {
	unsigned long flags;
	struct pin_cookie cookie;
	unsigned int clock_update_flags;
};

struct proc_ns_operations {
	const char *name;
	const char *real_ns_name;
	int type;
	struct ns_common *(*get)(struct task_struct *);
	void (*put)(struct ns_common *);
	int (*install)(struct nsset *, struct ns_common *);
	struct user_namespace *(*owner)(struct ns_common *);
	struct ns_common *(*get_parent)(struct ns_common *);
};

typedef u32 compat_uptr_t;

struct user_arg_ptr {
	bool is_compat;
	union {
		const char *const *native;
		const compat_uptr_t *compat;
	} ptr;
};

struct autogroup {
	struct kref kref;
	struct task_group *tg;
	struct rw_semaphore lock;
	unsigned long id;
	int nice;
};

struct ucounts {
	struct hlist_node node;
	struct user_namespace *ns;
	kuid_t uid;
	atomic_t count;
	atomic_long_t ucount[12];
	atomic_long_t rlimit[4];
};

struct sigevent {
	sigval_t sigev_value;
	int sigev_signo, sigev_notify;
	union {
		int _pad[12];
		int _tid;
		struct {
			void (*_function)(sigval_t);
			void *_attribute;
		} _sigev_thread;
	} _sigev_un;
};

struct sysinfo {
	__kernel_long_t uptime;
	__kernel_ulong_t loads[3];
	__kernel_ulong_t totalram, freeram, sharedram, bufferram, totalswap, freeswap;
	__u16 procs, pad;
	__kernel_ulong_t totalhigh, freehigh;
	__u32 mem_unit;
	char _f[0];
};

struct robust_list { struct robust_list *next; };

struct robust_list_head {
	struct robust_list list;
	long futex_offset;
	struct robust_list *list_op_pending;
};

struct rseq {
	__u32 cpu_id_start, cpu_id;
	__u64 rseq_cs;
	__u32 flags;
	@since(6.12) {
		__u32 node_id, mm_cid;
		char end[0];
	}
} __attribute__((aligned(16)));
