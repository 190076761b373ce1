/*
 * Functions that a program may attach to by their types. A function that is never called in
 * the simulated kernel needs no more than this declaration.
 */

/* Syscalls and the file layer. */
ssize_t vfs_read(struct file *file, char *buf, size_t count, loff_t *pos);
ssize_t vfs_write(struct file *file, const char *buf, size_t count, loff_t *pos);
int vfs_open(const struct path *path, struct file *file);
int vfs_create(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	umode_t mode, bool want_excl);
int vfs_fsync(struct file *file, int datasync);
int vfs_fsync_range(struct file *file, loff_t start, loff_t end, int datasync);
int vfs_unlink(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	struct inode **delegated_inode);
int vfs_statx(int dfd, struct filename *filename, int flags, struct kstat *stat,
	u32 request_mask);
int vfs_getattr(const struct path *path, struct kstat *stat, u32 request_mask,
	unsigned int query_flags);
long do_sys_openat2(int dfd, const char *filename, struct open_how *how);
long do_sys_open(int dfd, const char *filename, int flags, umode_t mode);
struct file *do_filp_open(int dfd, struct filename *pathname, const struct open_flags *op);
struct file *path_openat(struct nameidata *nd, const struct open_flags *op, unsigned int flags);
int do_dentry_open(struct file *f, struct inode *inode, int (*open)(struct inode *,
	struct file *));
int security_file_open(struct file *file);
int security_inode_create(struct inode *dir, struct dentry *dentry, umode_t mode);
struct filename *getname_flags(const char *filename, int flags, int *empty);
ssize_t ksys_read(unsigned int fd, char *buf, size_t count);
ssize_t ksys_write(unsigned int fd, const char *buf, size_t count);
ssize_t ksys_pread64(unsigned int fd, char *buf, size_t count, loff_t pos);
ssize_t ksys_pwrite64(unsigned int fd, const char *buf, size_t count, loff_t pos);
ssize_t filemap_read(struct kiocb *iocb, struct iov_iter *iter, ssize_t already_read);
ssize_t generic_file_read_iter(struct kiocb *iocb, struct iov_iter *iter);
size_t copy_page_to_iter(struct page *page, size_t offset, size_t bytes, struct iov_iter *i);
ssize_t generic_perform_write(struct kiocb *iocb, struct iov_iter *i);
ssize_t generic_file_write_iter(struct kiocb *iocb, struct iov_iter *from);
int close_fd(unsigned int fd);
int filp_close(struct file *filp, fl_owner_t id);
void __fput(struct file *file);
void fput(struct file *file);
ssize_t ext4_file_read_iter(struct kiocb *iocb, struct iov_iter *to);
ssize_t ext4_file_write_iter(struct kiocb *iocb, struct iov_iter *from);
int ext4_file_open(struct inode *inode, struct file *filp);
int ext4_sync_file(struct file *file, loff_t start, loff_t end, int datasync);
int ext4_getattr(struct user_namespace *mnt_userns, const struct path *path, struct kstat *stat,
	u32 request_mask, unsigned int query_flags);

/* Block layer. */
void submit_bio(struct bio *bio);
void submit_bio_noacct(struct bio *bio);
void blk_mq_submit_bio(struct bio *bio);
void blk_mq_start_request(struct request *rq);
void blk_account_io_done(struct request *req, u64 now);
void blk_account_io_merge_bio(struct request *req);
bool blk_update_request(struct request *req, blk_status_t error, unsigned int nr_bytes);
void blk_mq_end_request(struct request *rq, blk_status_t error);

/* Scheduler, sleeping and waking. */
void io_schedule(void);
void schedule(void);
void __schedule(unsigned int sched_mode);
int try_to_wake_up(struct task_struct *p, unsigned int state, int wake_flags);
int wake_up_process(struct task_struct *p);
void scheduler_tick(void);
void do_exit(long code);
int do_nanosleep(struct hrtimer_sleeper *t, enum hrtimer_mode mode);

/* Locks. */
void mutex_lock(struct mutex *lock);
int mutex_lock_interruptible(struct mutex *lock);
int mutex_lock_killable(struct mutex *lock);
int mutex_trylock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);
void down_read(struct rw_semaphore *sem);
int down_read_interruptible(struct rw_semaphore *sem);
int down_read_killable(struct rw_semaphore *sem);
int down_read_trylock(struct rw_semaphore *sem);
void up_read(struct rw_semaphore *sem);
void down_write(struct rw_semaphore *sem);
int down_write_trylock(struct rw_semaphore *sem);
int down_write_killable(struct rw_semaphore *sem);
void up_write(struct rw_semaphore *sem);

/* Page cache, memory, security. */
void mark_page_accessed(struct page *page);
void mark_buffer_dirty(struct buffer_head *bh);
int add_to_page_cache_lru(struct page *page, struct address_space *mapping, unsigned long index,
	gfp_t gfp);
int filemap_add_folio(struct address_space *mapping, struct folio *folio, unsigned long index,
	gfp_t gfp);
struct folio *filemap_alloc_folio(gfp_t gfp, unsigned int order);
int cap_capable(const struct cred *cred, struct user_namespace *targ_ns, int cap,
	unsigned int opts);
void oom_kill_process(struct oom_control *oc, const char *message);
void *kmem_cache_alloc(struct kmem_cache *s, gfp_t gfpflags);
int migrate_misplaced_page(struct page *page, struct vm_area_struct *vma, int node);

/* Network. */
int tcp_v4_connect(struct sock *sk, struct sockaddr *uaddr, int addr_len);
int tcp_v6_connect(struct sock *sk, struct sockaddr *uaddr, int addr_len);
int inet_bind(struct socket *sock, struct sockaddr *uaddr, int addr_len);
int inet6_bind(struct socket *sock, struct sockaddr *uaddr, int addr_len);
int inet_listen(struct socket *sock, int backlog);
int tcp_sendmsg(struct sock *sk, struct msghdr *msg, size_t size);
void tcp_cleanup_rbuf(struct sock *sk, int copied);
void tcp_rcv_established(struct sock *sk, struct sk_buff *skb);
int tcp_rcv_state_process(struct sock *sk, struct sk_buff *skb);
void tcp_close(struct sock *sk, long timeout);
void tcp_set_state(struct sock *sk, int state);
struct sock *inet_csk_accept(struct sock *sk, int flags, int *err, bool kern);
struct sock *tcp_v4_syn_recv_sock(const struct sock *sk, struct sk_buff *skb,
	struct request_sock *req, struct dst_entry *dst, struct request_sock *req_unhash,
	bool *own_req);
struct sock *tcp_v6_syn_recv_sock(const struct sock *sk, struct sk_buff *skb,
	struct request_sock *req, struct dst_entry *dst, struct request_sock *req_unhash,
	bool *own_req);

/* Syscall entry points; a syscall without arguments has types under its inner name only. */
long __x64_sys_read(const struct pt_regs *regs);
long __x64_sys_write(const struct pt_regs *regs);
long __x64_sys_openat(const struct pt_regs *regs);
long __x64_sys_open(const struct pt_regs *regs);
long __x64_sys_close(const struct pt_regs *regs);
long __x64_sys_fsync(const struct pt_regs *regs);
long __x64_sys_pread64(const struct pt_regs *regs);
long __x64_sys_pwrite64(const struct pt_regs *regs);
long __x64_sys_newstat(const struct pt_regs *regs);
long __x64_sys_newfstatat(const struct pt_regs *regs);
long __x64_sys_futex(const struct pt_regs *__unused);
long __x64_sys_nanosleep(const struct pt_regs *regs);
long __x64_sys_clock_nanosleep(const struct pt_regs *regs);
long __x64_sys_epoll_wait(const struct pt_regs *regs);
long __x64_sys_exit(const struct pt_regs *regs);
long __x64_sys_execve(const struct pt_regs *regs);
long __do_sys_getpid(const struct pt_regs *__unused);
long __do_sys_getppid(const struct pt_regs *__unused);
long __do_sys_gettid(const struct pt_regs *__unused);

/* Arguments of raw tracepoints: the first is the registration's own. */
typedef void (*btf_trace_sys_enter)(void *, struct pt_regs *, long);
typedef void (*btf_trace_sys_exit)(void *, struct pt_regs *, long);
typedef void (*btf_trace_sched_switch)(void *, bool, struct task_struct *, struct task_struct *,
	unsigned int);
typedef void (*btf_trace_sched_wakeup)(void *, struct task_struct *);
typedef void (*btf_trace_sched_wakeup_new)(void *, struct task_struct *);
typedef void (*btf_trace_sched_waking)(void *, struct task_struct *);
typedef void (*btf_trace_sched_process_exit)(void *, struct task_struct *);
typedef void (*btf_trace_sched_process_exec)(void *, struct task_struct *, pid_t,
	struct linux_binprm *);
typedef void (*btf_trace_sched_process_fork)(void *, struct task_struct *,
	struct task_struct *);
typedef void (*btf_trace_sched_migrate_task)(void *, struct task_struct *, int);
typedef void (*btf_trace_sched_stat_runtime)(void *, struct task_struct *, u64, u64);
typedef void (*btf_trace_sched_stat_wait)(void *, struct task_struct *, u64);
typedef void (*btf_trace_block_rq_insert)(void *, struct request *);
typedef void (*btf_trace_block_rq_issue)(void *, struct request *);
typedef void (*btf_trace_block_rq_complete)(void *, struct request *, blk_status_t,
	unsigned int);
typedef void (*btf_trace_block_rq_requeue)(void *, struct request *);
typedef void (*btf_trace_block_rq_merge)(void *, struct request *);
typedef void (*btf_trace_block_getrq)(void *, struct bio *);
typedef void (*btf_trace_block_bio_queue)(void *, struct bio *);
typedef void (*btf_trace_irq_handler_entry)(void *, int, struct irqaction *);
typedef void (*btf_trace_irq_handler_exit)(void *, int, struct irqaction *, int);
typedef void (*btf_trace_softirq_entry)(void *, unsigned int);
typedef void (*btf_trace_softirq_exit)(void *, unsigned int);
typedef void (*btf_trace_softirq_raise)(void *, unsigned int);
typedef void (*btf_trace_hrtimer_expire_entry)(void *, struct hrtimer *, ktime_t *);
typedef void (*btf_trace_hrtimer_expire_exit)(void *, struct hrtimer *);
typedef void (*btf_trace_timer_expire_entry)(void *, struct timer_list *, unsigned long);
typedef void (*btf_trace_timer_expire_exit)(void *, struct timer_list *);
typedef void (*btf_trace_signal_generate)(void *, int, struct kernel_siginfo *,
	struct task_struct *, int, int);
typedef void (*btf_trace_inet_sock_set_state)(void *, const struct sock *, const int,
	const int);
typedef void (*btf_trace_cpu_frequency)(void *, unsigned int, unsigned int);
typedef void (*btf_trace_cpu_idle)(void *, unsigned int, unsigned int);
typedef void (*btf_trace_task_newtask)(void *, struct task_struct *, unsigned long);
typedef void (*btf_trace_task_rename)(void *, struct task_struct *, const char *);
typedef void (*btf_trace_mm_vmscan_direct_reclaim_begin)(void *, int, gfp_t);
typedef void (*btf_trace_mm_vmscan_direct_reclaim_end)(void *, unsigned long);
