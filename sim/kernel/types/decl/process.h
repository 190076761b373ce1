/* What the tasks of a process share: all members, all offsets. */

typedef struct {
	seqcount_spinlock_t seqcount;
	spinlock_t lock;
} seqlock_t;
struct cpu_itimer { u64 expires, incr; };
struct task_cputime_atomic { atomic64_t utime, stime, sum_exec_runtime; };
struct thread_group_cputimer { struct task_cputime_atomic cputime_atomic; };

struct pacct_struct {
	int ac_flag;
	long ac_exitcode;
	unsigned long ac_mem;
	u64 ac_utime, ac_stime;
	unsigned long ac_minflt, ac_majflt;
};

struct signal_struct {
	refcount_t sigcnt;
	atomic_t live;
	int nr_threads, quick_threads;
	struct list_head thread_head;
	wait_queue_head_t wait_chldexit;
	struct task_struct *curr_target;
	struct sigpending shared_pending;
	struct hlist_head multiprocess;
	int group_exit_code, notify_count;
	struct task_struct *group_exec_task;
	int group_stop_count;
	unsigned int flags;
	struct core_state *core_state;
	unsigned int is_child_subreaper : 1, has_child_subreaper : 1, next_posix_timer_id;
	@until(6.12) struct list_head posix_timers;
	@since(6.12) struct hlist_head posix_timers;
	struct hrtimer real_timer;
	ktime_t it_real_incr;
	struct cpu_itimer it[2];
	struct thread_group_cputimer cputimer;
	struct posix_cputimers posix_cputimers;
	struct pid *pids[4];
	atomic_t tick_dep_mask;
	struct pid *tty_old_pgrp;
	int leader;
	struct tty_struct *tty;
	struct autogroup *autogroup;
	seqlock_t stats_lock;
	u64 utime, stime, cutime, cstime, gtime, cgtime;
	struct prev_cputime prev_cputime;
	unsigned long nvcsw, nivcsw, cnvcsw, cnivcsw, min_flt, maj_flt, cmin_flt, cmaj_flt;
	unsigned long inblock, oublock, cinblock, coublock, maxrss, cmaxrss;
	struct task_io_accounting ioac;
	unsigned long long sum_sched_runtime;
	struct rlimit rlim[16];
	struct pacct_struct pacct;
	struct taskstats *stats;
	unsigned int audit_tty;
	struct tty_audit_buf *tty_audit_buf;
	bool oom_flag_origin;
	short oom_score_adj, oom_score_adj_min;
	struct mm_struct *oom_mm;
	struct mutex cred_guard_mutex;
	struct rw_semaphore exec_update_lock;
};

struct sighand_struct {
	spinlock_t siglock;
	refcount_t count;
	wait_queue_head_t signalfd_wqh;
	struct k_sigaction action[64];
};

struct task_cputime {
	u64 stime, utime;
	unsigned long long sum_exec_runtime;
};

struct linux_binprm {
	struct vm_area_struct *vma;
	unsigned long vma_pages;
	@since(6.12) unsigned long argmin;
	struct mm_struct *mm;
	unsigned long p;
	@until(6.12) unsigned long argmin;
	unsigned int have_execfd : 1, execfd_creds : 1, secureexec : 1, point_of_no_return : 1;
	unsigned int comm_from_dentry : 1;
	struct file *executable;
	struct file *interpreter;
	struct file *file;
	struct cred *cred;
	int unsafe;
	unsigned int per_clear;
	int argc, envc;
	@until(6.12) {
		const char *filename;
		const char *interp;
		const char *fdpath;
	}
	@since(6.12) {
		const char *filename;
		const char *interp;
		const char *fdpath;
	}
	unsigned int interp_flags;
	int execfd;
	unsigned long loader, exec;
	struct rlimit rlim_stack;
	@until(6.12) char buf[256];
	@since(6.12) char buf[256];
};

typedef u32 uint32_t;
struct rhash_head { struct rhash_head *next; };

struct io_context {
	atomic_long_t refcount;
	atomic_t active_ref;
	unsigned short ioprio;
	spinlock_t lock;
	struct xarray icq_tree;
	struct io_cq *icq_hint;
	struct hlist_head icq_list;
	struct work_struct release_work;
};

@since(6.12)
struct rq_list {
	struct request *head;
	struct request *tail;
};

struct blk_plug {
	@until(6.12) {
		struct request *mq_list;
		struct request *cached_rq;
	}
	@since(6.12) {
		struct rq_list mq_list, cached_rqs;
		u64 cur_ktime;
	}
	unsigned short nr_ios, rq_count;
	bool multiple_queues, has_elevator;
	@until(6.12) bool nowait;
	struct list_head cb_list;
};

typedef u32 (*rht_hashfn_t)(const void *, u32, u32);
typedef u32 (*rht_obj_hashfn_t)(const void *, u32, u32);
typedef int (*rht_obj_cmpfn_t)(struct rhashtable_compare_arg *, const void *);

struct rhashtable_params {
	u16 nelem_hint, key_len, key_offset, head_offset;
	unsigned int max_size;
	u16 min_size;
	bool automatic_shrinking;
	rht_hashfn_t hashfn;
	rht_obj_hashfn_t obj_hashfn;
	rht_obj_cmpfn_t obj_cmpfn;
};

struct rhashtable {
	struct bucket_table *tbl;
	unsigned int key_len, max_elems;
	struct rhashtable_params p;
	bool rhlist;
	struct work_struct run_work;
	struct mutex mutex;
	spinlock_t lock;
	atomic_t nelems;
};

struct ipc_ids {
	int in_use;
	unsigned short seq;
	struct rw_semaphore rwsem;
	struct idr ipcs_idr;
	int max_idx, last_idx, next_id;
	struct rhashtable key_ht;
};

typedef int (*notifier_fn_t)(struct notifier_block *, unsigned long, void *);

struct notifier_block {
	notifier_fn_t notifier_call;
	struct notifier_block *next;
	int priority;
};

struct ipc_namespace {
	struct ipc_ids ids[3];
	int sem_ctls[4];
	int used_sems;
	unsigned int msg_ctlmax, msg_ctlmnb, msg_ctlmni;
	struct percpu_counter percpu_msg_bytes, percpu_msg_hdrs;
	size_t shm_ctlmax, shm_ctlall;
	unsigned long shm_tot;
	int shm_ctlmni, shm_rmid_forced;
	struct notifier_block ipcns_nb;
	struct vfsmount *mq_mnt;
	unsigned int mq_queues_count, mq_queues_max, mq_msg_max, mq_msgsize_max, mq_msg_default;
	unsigned int mq_msgsize_default;
	struct ctl_table_set mq_set;
	struct ctl_table_header *mq_sysctls;
	struct ctl_table_set ipc_set;
	struct ctl_table_header *ipc_sysctls;
	struct user_namespace *user_ns;
	struct ucounts *ucounts;
	struct llist_node mnt_llist;
	struct ns_common ns;
};

struct timens_offsets { struct timespec64 monotonic, boottime; };

struct time_namespace {
	struct user_namespace *user_ns;
	struct ucounts *ucounts;
	struct ns_common ns;
	struct timens_offsets offsets;
	struct page *vvar_page;
	bool frozen_offsets;
};

typedef s32 int32_t;
typedef int32_t key_serial_t;
typedef uint32_t key_perm_t;

struct keyring_index_key {
	unsigned long hash;
	union {
		struct {
			u16 desc_len;
			char desc[6];
		};
		unsigned long x;
	};
	struct key_type *type;
	struct key_tag *domain_tag;
	const char *description;
	u64 type_id, domain_id;
};

union key_payload {
	void *rcu_data0;
	void *data[4];
};

struct assoc_array {
	struct assoc_array_ptr *root;
	unsigned long nr_leaves_on_tree;
};

struct key {
	refcount_t usage;
	key_serial_t serial;
	union {
		struct list_head graveyard_link;
		struct rb_node serial_node;
	};
	struct rw_semaphore sem;
	struct key_user *user;
	void *security;
	union { time64_t expiry, revoked_at; };
	time64_t last_used_at;
	kuid_t uid;
	kgid_t gid;
	key_perm_t perm;
	unsigned short quotalen, datalen;
	short state;
	unsigned long flags;
	union {
		struct keyring_index_key index_key;
		struct {
			unsigned long hash, len_desc;
			struct key_type *type;
			struct key_tag *domain_tag;
			char *description;
			u64 type_id, domain_id;
		};
	};
	union {
		union key_payload payload;
		struct {
			struct list_head name_link;
			struct assoc_array keys;
		};
	};
	struct key_restriction *restrict_link;
};

typedef int __kernel_key_t;
typedef __kernel_key_t key_t;

struct kern_ipc_perm {
	spinlock_t lock;
	bool deleted;
	int id;
	key_t key;
	kuid_t uid;
	kgid_t gid;
	kuid_t cuid;
	kgid_t cgid;
	umode_t mode;
	unsigned long seq;
	void *security;
	struct rhash_head khtnode;
	struct callback_head rcu;
	refcount_t refcount;
} __attribute__((aligned(64)));

struct msg_msg {
	struct list_head m_list;
	long m_type;
	size_t m_ts;
	struct msg_msgseg *next;
	void *security;
};

struct sem_undo_list {
	refcount_t refcnt;
	spinlock_t lock;
	struct list_head list_proc;
};
