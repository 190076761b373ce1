/* Functions of tasks, scheduling, locks and the rest that a program may attach to. */

@until(6.12) void do_syscall_64(struct pt_regs *regs, int nr);
@since(6.12) bool do_syscall_64(struct pt_regs *regs, int nr);
long do_wait(struct wait_opts *wo);
void do_group_exit(int exit_code);
void do_exit(long code);
void release_task(struct task_struct *p);
bool flush_work(struct work_struct *work);
int worker_thread(void *__worker);
void process_one_work(struct worker *worker, struct work_struct *work);
bool queue_work_on(int cpu, struct workqueue_struct *wq, struct work_struct *work);
void __queue_work(int cpu, struct workqueue_struct *wq, struct work_struct *work);
int mutex_trylock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);
void mutex_lock(struct mutex *lock);
void up_write(struct rw_semaphore *sem);
void up_read(struct rw_semaphore *sem);
void down_write(struct rw_semaphore *sem);
void down_read(struct rw_semaphore *sem);
int _printk(const char *fmt, ...);
int do_init_module(struct module *mod);
int schedule_hrtimeout(ktime_t *expires, const enum hrtimer_mode mode);
long hrtimer_nanosleep(ktime_t rqtp, const enum hrtimer_mode mode, const clockid_t clockid);
int do_nanosleep(struct hrtimer_sleeper *t, enum hrtimer_mode mode);
void hrtimer_interrupt(struct clock_event_device *dev);
int hrtimer_cancel(struct hrtimer *timer);
void perf_trace_run_bpf_submit(void *raw_data, int size, int rctx, struct trace_event_call *call,
	u64 count, struct pt_regs *regs, struct hlist_head *head, struct task_struct *task);
void perf_swevent_event(struct perf_event *event, u64 nr, struct perf_sample_data *data,
	struct pt_regs *regs);
@until(6.12) int bprm_execve(struct linux_binprm *bprm, int fd, struct filename *filename, int flags);
@since(6.12) int bprm_execve(struct linux_binprm *bprm);
int begin_new_exec(struct linux_binprm *bprm);
int core_sys_select(int n, fd_set *inp, fd_set *outp, fd_set *exp, struct timespec64 *end_time);
int do_select(int n, fd_set_bits *fds, struct timespec64 *end_time);
void do_coredump(const kernel_siginfo_t *siginfo);
int ext4_unlink(struct inode *dir, struct dentry *dentry);
@until(6.3) int ext4_mkdir(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	umode_t mode);
@since(6.3) int ext4_mkdir(struct mnt_idmap *idmap, struct inode *dir, struct dentry *dentry,
	umode_t mode); // abf08576afe3
@until(6.3) int ext4_create(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	umode_t mode, bool excl);
@since(6.3) int ext4_create(struct mnt_idmap *idmap, struct inode *dir, struct dentry *dentry,
	umode_t mode, bool excl); // abf08576afe3
int ext4_fill_super(struct super_block *sb, struct fs_context *fc);
int ptrace_request(struct task_struct *child, long request, unsigned long addr,
	unsigned long data);
int ptrace_attach(struct task_struct *task, long request, unsigned long addr,
	unsigned long flags);
int ptrace_check_attach(struct task_struct *child, bool ignore_state);
void yield(void);
void set_user_nice(struct task_struct *p, long nice);
void wake_up_new_task(struct task_struct *p);
int wake_up_process(struct task_struct *p);
int try_to_wake_up(struct task_struct *p, unsigned int state, int wake_flags);
void ttwu_do_activate(struct rq *rq, struct task_struct *p, int wake_flags, struct rq_flags *rf);
@until(6.12) void ttwu_do_wakeup(struct rq *rq, struct task_struct *p, int wake_flags, struct rq_flags *rf);
void wake_up_q(struct wake_q_head *head);
void handle_edge_irq(struct irq_desc *desc);
void cgroup_exit(struct task_struct *tsk);
void cgroup_post_fork(struct task_struct *child, struct kernel_clone_args *kargs);
int cgroup_mkdir(struct kernfs_node *parent_kn, const char *name, umode_t mode);
ssize_t cgroup_procs_write(struct kernfs_open_file *of, char *buf, size_t nbytes, loff_t off);
int cgroup_attach_task(struct cgroup *dst_cgrp, struct task_struct *leader, bool threadgroup);
const char *walk_component(struct nameidata *nd, int flags);
@until(6.3) int generic_permission(struct user_namespace *mnt_userns, struct inode *inode, int mask);
@since(6.3) int generic_permission(struct mnt_idmap *idmap, struct inode *inode, int mask); // abf08576afe3
int cpuidle_enter(struct cpuidle_driver *drv, struct cpuidle_device *dev, int index);
pid_t kernel_clone(struct kernel_clone_args *args);
struct task_struct *copy_process(struct pid *pid, int trace, int node,
	struct kernel_clone_args *args);
void mm_release(struct task_struct *tsk, struct mm_struct *mm);
int kthread(void *_create);
void account_process_tick(struct task_struct *p, int user_tick);
void account_system_time(struct task_struct *p, int hardirq_offset, u64 cputime);
void account_user_time(struct task_struct *p, u64 cputime);
void cpu_startup_entry(enum cpuhp_state state);
void do_idle(void);
void call_rcu(struct callback_head *head, rcu_callback_t func);
void rcu_core(void);
ktime_t ktime_get(void);
void ktime_get_real_ts64(struct timespec64 *ts);
int futex_wait(u32 *uaddr, unsigned int flags, u32 val, ktime_t *abs_time, u32 bitset);
void futex_wait_queue(struct futex_hash_bucket *hb, struct futex_q *q,
	struct hrtimer_sleeper *timeout);
int futex_wake(u32 *uaddr, unsigned int flags, int nr_wake, u32 bitset);
struct audit_buffer *audit_log_start(struct audit_context *ctx, gfp_t gfp_mask, int type);
int vprintk(const char *fmt, struct __va_list_tag *args);
irqreturn_t handle_irq_event(struct irq_desc *desc);
irqreturn_t __handle_irq_event_percpu(struct irq_desc *desc);
void msleep(unsigned int msecs);
long schedule_timeout(long timeout);
@until(6.12) void run_timer_softirq(struct softirq_action *h);
@since(6.12) void run_timer_softirq(void);
int timer_delete(struct timer_list *timer);
long do_futex(u32 *uaddr, int op, u32 val, ktime_t *timeout, u32 *uaddr2, u32 val2, u32 val3);
@until(6.12) struct perf_callchain_entry *get_perf_callchain(struct pt_regs *regs, u32 init_nr, bool kernel,
	bool user, u32 max_stack, bool crosstask, bool add_mark);
@since(6.12) struct perf_callchain_entry *get_perf_callchain(struct pt_regs *regs, bool kernel,
	bool user, u32 max_stack, bool crosstask, bool add_mark);
void kmem_cache_free(struct kmem_cache *s, void *x);
int filp_close(struct file *filp, fl_owner_t id);
struct inode *iget_locked(struct super_block *sb, unsigned long ino);
int ext4_readdir(struct file *file, struct dir_context *ctx);
@until(6.12) void tasklet_action(struct softirq_action *a);
@since(6.12) void tasklet_action(void);
void irq_exit(void);
void irq_enter(void);
void __do_softirq(void);
int do_sigaction(int sig, struct k_sigaction *act, struct k_sigaction *oact);
void exit_signals(struct task_struct *tsk);
bool get_signal(struct ksignal *ksig);
bool do_signal_stop(int signr);
void complete_signal(int sig, struct task_struct *p, enum pid_type type);
@until(6.12) int dequeue_signal(struct task_struct *tsk, sigset_t *mask, kernel_siginfo_t *info,
	enum pid_type *type);
@since(6.12) int dequeue_signal(sigset_t *mask, kernel_siginfo_t *info, enum pid_type *type);
void set_next_entity(struct cfs_rq *cfs_rq, struct sched_entity *se);
void update_curr(struct cfs_rq *cfs_rq);
@until(6.12) void exit_to_user_mode_prepare(struct pt_regs *regs);
unsigned int stack_trace_save(unsigned long *store, unsigned int size, unsigned int skipnr);
void acct_collect(long exitcode, int group_dead);
unsigned int trace_call_bpf(struct trace_event_call *call, void *ctx);
@until(6.12) int htab_map_update_elem(struct bpf_map *map, void *key, void *value, u64 map_flags);
@since(6.12) long htab_map_update_elem(struct bpf_map *map, void *key, void *value, u64 map_flags);
int start_this_handle(journal_t *journal, handle_t *handle, gfp_t gfp_mask);
void panic(const char *fmt, ...);
int autoremove_wake_function(struct wait_queue_entry *wq_entry, unsigned int mode, int sync,
	void *key);
void prepare_to_wait(struct wait_queue_head *wq_head, struct wait_queue_entry *wq_entry,
	int state);
int __wake_up(struct wait_queue_head *wq_head, unsigned int mode, int nr_exclusive, void *key);
@until(6.12) int __wake_up_common(struct wait_queue_head *wq_head, unsigned int mode, int nr_exclusive,
	int wake_flags, void *key, wait_queue_entry_t *bookmark);
@since(6.12) int __wake_up_common(struct wait_queue_head *wq_head, unsigned int mode,
	int nr_exclusive, int wake_flags, void *key);
void tick_nohz_idle_enter(void);
int kprobe_register(struct trace_event_call *event, enum trace_reg type, void *data);
@until(6.12) int array_map_update_elem(struct bpf_map *map, void *key, void *value, u64 map_flags);
@since(6.12) long array_map_update_elem(struct bpf_map *map, void *key, void *value, u64 map_flags);
u64 __bpf_prog_enter(struct bpf_prog *prog, struct bpf_tramp_run_ctx *run_ctx);
@until(6.3) void generic_fillattr(struct user_namespace *mnt_userns, struct inode *inode, struct kstat *stat);
@since(6.3) void generic_fillattr(struct mnt_idmap *idmap, u32 request_mask, struct inode *inode,
	struct kstat *stat); // abf08576afe3
@until(6.3) int setattr_prepare(struct user_namespace *mnt_userns, struct dentry *dentry, struct iattr *attr);
@since(6.3) int setattr_prepare(struct mnt_idmap *idmap, struct dentry *dentry, struct iattr *attr); // abf08576afe3
@until(6.3) int ext4_setattr(struct user_namespace *mnt_userns, struct dentry *dentry, struct iattr *attr);
@since(6.3) int ext4_setattr(struct mnt_idmap *idmap, struct dentry *dentry, struct iattr *attr); // abf08576afe3
@until(6.12) int ext4_da_write_begin(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, struct page **pagep, void **fsdata);
@since(6.12) int ext4_da_write_begin(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, struct folio **foliop, void **fsdata);
@until(6.12) int ext4_write_end(struct file *file, struct address_space *mapping, loff_t pos, unsigned int len,
	unsigned int copied, struct page *page, void *fsdata);
@since(6.12) int ext4_write_end(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, unsigned int copied, struct folio *folio, void *fsdata);
@until(6.12) int ext4_write_begin(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, struct page **pagep, void **fsdata);
@since(6.12) int ext4_write_begin(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, struct folio **foliop, void **fsdata);
@until(6.12) void __schedule(unsigned int sched_mode);
@since(6.12) void __schedule(int sched_mode);
int down_write_killable(struct rw_semaphore *sem);
int down_write_trylock(struct rw_semaphore *sem);
ssize_t generic_perform_write(struct kiocb *iocb, struct iov_iter *i);
void io_schedule(void);
int mutex_lock_interruptible(struct mutex *lock);
int mutex_lock_killable(struct mutex *lock);
void schedule(void);
@until(6.12) void scheduler_tick(void);
